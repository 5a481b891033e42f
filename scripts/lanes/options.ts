import { type Address, type Hex, isAddress, isHex } from 'viem'
import { lanes } from '../../config/bridge.ts'
import { readArguments } from '../arguments.ts'

const commands = [
  'check',
  'plan',
  'apply',
  'pause',
  'unpause',
  'rotate-pool',
] as const
export type Command = (typeof commands)[number]

const networks = ['devnet', 'local', 'testnet', 'mainnet'] as const
export type NetworkName = (typeof networks)[number]

const forms = ['eoa', 'safe', 'proposal'] as const
export type Form = (typeof forms)[number]

export const help = `npm run lanes -- COMMAND [options]

Holds the lanes that config/bridge.ts declares against the chains.

  check               every difference; exits with 1 when there is one (default)
  plan                the same, and the calls that mend it
  apply               makes the calls, and goes on where an earlier run stopped
  pause               stops a lane at both ends; what is under way still arrives
  unpause             opens a lane again, with the declared limits
  rotate-pool         puts another pool in place of a chain's; both are trusted
                      until --finish

  --network NAME      ${networks.join(', ')}: devnet boots its own chains (default),
                      local is what npm start runs
  --lane SPOKE        pause, unpause: the lane to this spoke, or "all"
  --both              pause: close the way in too; what is under way fails, and
                      can be executed by hand later
  --chain NAME        rotate-pool: the chain
  --pool ADDRESS      rotate-pool: the new pool, deployed and offered to the timelock
  --finish            rotate-pool: ends trust in earlier pools; refused while
                      messages of theirs are under way
  --as FORM           eoa: send the calls (default); safe: a file for Safe's
                      Transaction Builder; proposal: for home's governor
  --safe-owns         --as safe: the Safe is the owner itself, not the
                      timelock's proposer
  --send              with eoa: send. Without it nothing is sent
  --json              one JSON object on stdout
  --help              this text

Endpoints come from .env: BASE_SEPOLIA_RPC_URL and so on; the key with which eoa
sends is LANES_PRIVATE_KEY.
`

export interface Options {
  readonly command: Command
  readonly network: NetworkName
  readonly form: Form
  readonly safeOwns: boolean
  readonly send: boolean
  readonly json: boolean
  /** Spokes whose lanes are meant. */
  readonly lane: string | undefined
  readonly both: boolean
  readonly rotation:
    | {
        readonly chain: string
        readonly pool: Address
        readonly finish: boolean
      }
    | undefined
  readonly key: Hex | undefined
}

/**
 * Reads the command line and the key.
 *
 * @returns What to do; undefined when help was asked for.
 * @throws With everything that is missing or wrong.
 */
export function readOptions(): Options | undefined {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      network: { type: 'string', default: 'devnet' },
      lane: { type: 'string' },
      both: { type: 'boolean', default: false },
      chain: { type: 'string' },
      pool: { type: 'string' },
      finish: { type: 'boolean', default: false },
      as: { type: 'string', default: 'eoa' },
      'safe-owns': { type: 'boolean', default: false },
      send: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const problems: string[] = []
  const [name = 'check', ...more] = positionals
  if (more.length > 0) problems.push(`"${more.join(' ')}": give one command`)
  const command = oneOf(commands, name, 'command', problems)
  const network = oneOf(networks, values.network, '--network', problems)
  const form = oneOf(forms, values.as, '--as', problems)
  const { lane, chain, pool, both, finish, send, json } = values
  const spokes = lanes.map(({ spoke }) => spoke as string)
  if (command === 'pause' || command === 'unpause') {
    if (lane === undefined || (lane !== 'all' && !spokes.includes(lane)))
      problems.push(
        `--lane "${lane ?? ''}": choose one of ${[...new Set(spokes), 'all'].join(', ')}`,
      )
  } else if (lane !== undefined) problems.push(`--lane: not for ${command}`)
  let rotation: Options['rotation']
  if (command === 'rotate-pool') {
    if (chain === undefined) problems.push('--chain: name the chain')
    if (pool === undefined || !isAddress(pool))
      problems.push(`--pool "${pool ?? ''}": give an address`)
    else if (chain !== undefined) rotation = { chain, pool, finish }
  }
  const key = process.env.LANES_PRIVATE_KEY
  if (send && form !== 'eoa')
    problems.push(`--send: --as ${form} sends nothing; leave it out`)
  if (send && network !== 'devnet' && !(isHex(key) && key.length === 66))
    problems.push(
      'LANES_PRIVATE_KEY is no key: set 0x and 64 hexadecimal digits in .env',
    )
  if (problems.length > 0)
    throw new Error(`${problems.join('; ')} (see --help)`)
  return {
    command: command as Command,
    network: network as NetworkName,
    form: form as Form,
    safeOwns: values['safe-owns'],
    send,
    json,
    lane,
    both,
    rotation,
    key: isHex(key) ? key : undefined,
  }
}

function oneOf<const name extends string>(
  known: readonly name[],
  given: string,
  what: string,
  problems: string[],
): name | undefined {
  const found = known.find((item) => item === given)
  if (found === undefined)
    problems.push(`${what} "${given}": choose one of ${known.join(', ')}`)
  return found
}
