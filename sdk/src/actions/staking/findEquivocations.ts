import {
  type Address,
  decodeFunctionData,
  getAbiItem,
  type Hex,
  isAddressEqual,
  recoverTypedDataAddress,
  type TypedDataDomain,
} from 'viem'
import { getLogs, getTransaction } from 'viem/actions'
import { accountabilityAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { type BlockParameters, searchBlocks } from '../../internal/blocks.ts'
import { checkChain } from '../../internal/check.ts'
import { readDomain } from '../../internal/domain.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import {
  attestationTypes,
  type Equivocation,
  placesOf,
  roundTopic,
  type Statement,
  type Topic,
} from './attestation.ts'

const certified = getAbiItem({ abi: accountabilityAbi, name: 'RoundCertified' })
const added = getAbiItem({ abi: accountabilityAbi, name: 'SignaturesAdded' })

/**
 * Searches for keys that said two things about one topic: among statements from
 * anywhere, and those that certified the rounds on the chain. What it finds is
 * what `reportEquivocation` takes.
 *
 * Statements on the chain are read where a transaction calls the contract
 * itself; those inside a batch are not seen.
 *
 * @param client Client to read with.
 * @param parameters Statements, and which blocks to search.
 * @returns The first two roots of each key and topic that has several.
 * @throws OpenmeshError `DomainMismatch`, `AmountTooSmall` for a range of no
 * blocks, `NoContract`, `WrongChain`.
 *
 * @example
 * const equivocations = await findEquivocations(client, {
 *   contracts,
 *   statements: [{ topic, ...first }, { topic, ...second }],
 * })
 */
export async function findEquivocations(
  client: ReadClient,
  parameters: findEquivocations.Parameters,
): Promise<findEquivocations.ReturnType> {
  const { chainId, contracts, statements } = parameters
  await checkChain(client, chainId)
  const domain = await readDomain(client, contracts.accountability)
  const roots = new Map<bigint, Hex>()
  const { found } = await searchBlocks(client, parameters, (from, end) =>
    statementsIn(client, contracts.accountability, roots, from, end),
  )
  const said = new Map<string, Said>()
  const equivocations = new Map<string, Equivocation>()
  for (const { topic, ...statement } of [...statements, ...found]) {
    const signer = await speakerOf(domain, topic, statement)
    if (signer === undefined) continue
    const key = `${signer}/${topic.round}/${topic.kind}/${topic.subject.toLowerCase()}`
    const first = said.get(key)
    if (first === undefined) said.set(key, { topic, ...statement })
    else if (!isSame(first.root, statement.root) && !equivocations.has(key))
      equivocations.set(key, {
        signer,
        topic,
        first: { root: first.root, signature: first.signature },
        second: { root: statement.root, signature: statement.signature },
      })
  }
  return [...equivocations.values()]
}

export namespace findEquivocations {
  export interface Parameters extends ActionParameters, BlockParameters {
    /** Collected off the chain; what nobody signed is passed over. */
    statements: readonly (Statement & { topic: Topic })[]
  }
  export type ReturnType = Equivocation[]
  export type ErrorType = ActionErrorType
}

type Said = Statement & { topic: Topic }

const isSame = (a: Hex, b: Hex) => a.toLowerCase() === b.toLowerCase()

async function speakerOf(
  domain: TypedDataDomain,
  topic: Topic,
  { root, signature }: Statement,
): Promise<Address | undefined> {
  try {
    return await recoverTypedDataAddress({
      domain,
      types: attestationTypes,
      primaryType: 'Attestation',
      message: { ...topic, root },
      signature,
    })
  } catch {
    return undefined
  }
}

async function statementsIn(
  client: ReadClient,
  address: Address,
  roots: Map<bigint, Hex>,
  fromBlock: bigint,
  toBlock: bigint,
): Promise<Said[]> {
  const logs = await getLogs(client, {
    address,
    events: [certified, added],
    fromBlock,
    toBlock,
    strict: true,
  })
  const said: Said[] = []
  for (const { args, eventName, transactionHash } of logs) {
    if (eventName === 'RoundCertified') roots.set(args.round, args.root)
    const { input, to } = await getTransaction(client, {
      hash: transactionHash,
    })
    if (to === null || to === undefined || !isAddressEqual(to, address))
      continue
    said.push(...statementsOf(input, roots))
  }
  return said
}

function statementsOf(input: Hex, roots: ReadonlyMap<bigint, Hex>): Said[] {
  const { args, functionName } = decodeFunctionData({
    abi: accountabilityAbi,
    data: input,
  })
  if (functionName === 'submitRound') {
    const [round, root, places, signatures] = args
    return unpack(round, root, places, signatures)
  }
  if (functionName !== 'addSignatures') return []
  const [round, places, signatures] = args
  const root = roots.get(round)
  return root === undefined ? [] : unpack(round, root, places, signatures)
}

const SIGNATURE_DIGITS = 130

function unpack(
  round: bigint,
  root: Hex,
  places: bigint,
  signatures: Hex,
): Said[] {
  return placesOf(places).map((_, index) => {
    const start = 2 + index * SIGNATURE_DIGITS
    const digits = signatures.slice(start, start + SIGNATURE_DIGITS)
    return { topic: roundTopic(round), root, signature: `0x${digits}` }
  })
}
