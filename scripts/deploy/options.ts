import { readFile } from 'node:fs/promises'
import { type Address, type Hex, isAddress, isHex, zeroAddress } from 'viem'
import {
  type ChainConfig,
  type ChainName,
  chainNamed,
  chainNames,
} from '../../config/chains.ts'
import { GENESIS_RECIPIENTS } from '../../config/genesis.ts'
import { readArguments } from '../arguments.ts'
import { reasonOf } from '../reason.ts'

/** Variables of .env that hold the endpoint of each network one can deploy to. */
const endpoints: Readonly<Record<string, string>> = {
  sepolia: 'SEPOLIA_RPC_URL',
  baseSepolia: 'BASE_SEPOLIA_RPC_URL',
}

export const help = `npm run deploy -- --network NAME [options]

Deploys one side of the protocol to a public network. Without --send it is a
rehearsal: every script runs against a fork of the network, nothing is sent.

  --network NAME      ${Object.keys(endpoints).join(', ')}
  --guardian ADDRESS  who may pull the brakes; ideally a Safe
  --council ADDRESS   who may cancel proposals; ideally a Safe (home only)
  --recipients FILE   JSON object: genesis recipient -> address (home only)
  --send              send the transactions
  --help              this text

Order: home, spoke, then each once more: the lanes between them open and the
timelock changes hands when both ends are known. A second run sends nothing
that was sent before. RPC endpoints and the key come from .env.
`

export interface Options {
  chain: ChainConfig
  /** RPC endpoint of the network. */
  url: string
  /** Key of the deployer. */
  key: Hex
  guardian: Address
  /** The zero address on a spoke, where there is no governor. */
  council: Address
  /** Address of each recipient that config/genesis.ts names; none on a spoke. */
  recipients: Readonly<Record<string, Address>>
  /** Whether to send or to rehearse. */
  send: boolean
}

/**
 * Reads the command line, .env and the file of recipients.
 *
 * @returns What to do; undefined when help was asked for.
 * @throws With everything that is missing or wrong, so that nobody has to ask
 * piece by piece.
 */
export async function readOptions(): Promise<Options | undefined> {
  const { values } = readArguments({
    options: {
      network: { type: 'string' },
      guardian: { type: 'string' },
      council: { type: 'string' },
      recipients: { type: 'string' },
      send: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return undefined
  const { network = '', guardian = '', send } = values
  const endpoint = endpoints[network]
  const name = chainNames.find((known): known is ChainName => known === network)
  if (endpoint === undefined || name === undefined)
    throw new Error(
      `--network "${network}": choose one of ${Object.keys(endpoints).join(', ')}`,
    )
  const chain = chainNamed(name)
  const url = process.env[endpoint] ?? ''
  const key = process.env.DEPLOYER_PRIVATE_KEY ?? ''
  const problems: string[] = []
  if (!URL.canParse(url))
    problems.push(`${endpoint} is "${url}": set an RPC endpoint in .env`)
  if (!isHex(key) || key.length !== 66)
    problems.push(
      'DEPLOYER_PRIVATE_KEY is no key: set 0x and 64 hexadecimal digits in .env',
    )
  if (!isAddress(guardian))
    problems.push(`--guardian "${guardian}": ${addressHint(guardian)}`)
  const council = chain.side === 'home' ? (values.council ?? '') : zeroAddress
  if (!isAddress(council))
    problems.push(`--council "${council}": ${addressHint(council)}`)
  const { recipients, missing } =
    chain.side === 'home'
      ? await readRecipients(values.recipients)
      : { recipients: {}, missing: [] }
  problems.push(...missing)
  if (problems.length > 0)
    throw new Error(`${problems.join('; ')} (.env.example explains .env)`)
  return {
    chain,
    url,
    key: key as Hex,
    guardian: guardian as Address,
    council: council as Address,
    recipients,
    send,
  }
}

/** Every label needs its address, or genesis would stop half-way. */
async function readRecipients(file: string | undefined): Promise<{
  recipients: Record<string, Address>
  missing: string[]
}> {
  if (file === undefined)
    return {
      recipients: {},
      missing: [
        `--recipients FILE: give a JSON object with an address for each of ${GENESIS_RECIPIENTS.join(', ')}`,
      ],
    }
  const given = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as Record<string, string>)
    .catch((error: unknown) => reasonOf(error))
  if (typeof given === 'string')
    return { recipients: {}, missing: [`--recipients ${file}: ${given}`] }
  const recipients: Record<string, Address> = {}
  const missing: string[] = []
  for (const label of GENESIS_RECIPIENTS) {
    const address = given[label] ?? ''
    if (isAddress(address)) recipients[label] = address
    else missing.push(`${file}: "${label}": ${addressHint(address)}`)
  }
  return { recipients, missing }
}

function addressHint(text: string): string {
  return isAddress(text, { strict: false })
    ? `${text} has a wrong checksum`
    : 'give an address'
}
