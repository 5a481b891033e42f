import {
  attestationTypes,
  getSnapshot,
  type HomeContracts,
  type Statement,
  type Topic,
} from '@openmesh/sdk'
import {
  type Address,
  type Chain,
  type Hex,
  type PublicClient,
  parseAbi,
  recoverTypedDataAddress,
  type Transport,
  type TypedDataDomain,
} from 'viem'
import { epochOf } from './time.ts'

const stakingAbi = parseAbi([
  'function liableFor(address signer, uint256 round) view returns (uint256)',
])

/** What reads the home chain. */
export type ChainClient = PublicClient<Transport, Chain | undefined>

/** Where the daemon looks things up. */
export interface ChainAccess {
  readonly client: ChainClient
  readonly contracts: HomeContracts
}

/** Who may speak in a round, and with what weight. */
export type Snapshot = getSnapshot.Snapshot

/** A member of a round's snapshot that said something. */
export interface Speaker extends getSnapshot.Member {
  readonly signer: Address
}

/**
 * Keys of nobody that are looked up in a round: without a bound, strangers
 * could keep the node busy with signatures of fresh keys.
 */
const MAX_STRANGERS = 1_000

/** Remembers of the chain what does not change any more. */
export class Book {
  readonly chain: ChainAccess
  readonly #snapshots = new Map<bigint, Snapshot>()
  readonly #liable = new Map<string, bigint>()
  readonly #strangers = new Map<bigint, number>()
  readonly #speakers = new Map<bigint, Map<string, Speaker>>()
  #domain: TypedDataDomain | undefined

  constructor(chain: ChainAccess) {
    this.chain = chain
  }

  /** The EIP-712 domain of everything validators say. */
  async domain(): Promise<TypedDataDomain> {
    this.#domain ??= await domainOf(
      this.chain.client,
      this.chain.contracts.accountability,
    )
    return this.#domain
  }

  /** The set in charge of a round; undefined when there is none. */
  async snapshot(round: bigint): Promise<Snapshot | undefined> {
    const epoch = epochOf(round)
    const { client, contracts } = this.chain
    const snapshot =
      this.#snapshots.get(epoch) ??
      (await getSnapshot(client, { contracts, epoch }))
    if (snapshot === undefined) return undefined
    this.#snapshots.set(epoch, snapshot)
    return snapshot.fromRound <= round ? snapshot : undefined
  }

  /**
   * Finds out which member said something.
   *
   * @param topic About what.
   * @param statement What, with its signature.
   * @returns The member, or undefined when it is nobody's.
   */
  async speaker(
    topic: Topic,
    { root, signature }: Statement,
  ): Promise<Speaker | undefined> {
    const snapshot = await this.snapshot(topic.round)
    if (snapshot === undefined) return undefined
    const key = `${topic.kind}/${topic.subject}/${root}/${signature}`
    const known = this.#speakers.get(topic.round)?.get(key)
    if (known !== undefined) return known
    const signer = await this.#recover(topic, root, signature)
    if (signer === undefined) return undefined
    const id = await this.#validatorOf(signer, topic.round)
    const member = snapshot.members.find(({ validator }) => validator === id)
    if (member === undefined) return undefined
    const speaker = { ...member, signer }
    const round = this.#speakers.get(topic.round) ?? new Map()
    this.#speakers.set(topic.round, round.set(key, speaker))
    return speaker
  }

  async #recover(
    topic: Topic,
    root: Hex,
    signature: Hex,
  ): Promise<Address | undefined> {
    // The contract takes 65 bytes only, with low s: viem refuses neither.
    if (signature.length !== 132 || isHighS(signature)) return undefined
    try {
      return await recoverTypedDataAddress({
        domain: await this.domain(),
        types: attestationTypes,
        primaryType: 'Attestation',
        message: { ...topic, root },
        signature,
      })
    } catch {
      return undefined
    }
  }

  async #validatorOf(signer: Address, round: bigint): Promise<bigint> {
    const key = `${signer}/${round}`
    const known = this.#liable.get(key)
    if (known !== undefined) return known
    const strangers = this.#strangers.get(round) ?? 0
    if (strangers >= MAX_STRANGERS) return 0n
    const { client, contracts } = this.chain
    const id = await client.readContract({
      address: contracts.validatorStaking,
      abi: stakingAbi,
      functionName: 'liableFor',
      args: [signer, round],
    })
    if (id === 0n) this.#strangers.set(round, strangers + 1)
    this.#liable.set(key, id)
    return id
  }

  /** Forgets rounds and epochs before this round. */
  forgetBefore(round: bigint): void {
    for (const key of this.#liable.keys())
      if (BigInt(key.split('/')[1] as string) < round) this.#liable.delete(key)
    for (const map of [this.#strangers, this.#speakers])
      for (const key of map.keys()) if (key < round) map.delete(key)
    for (const epoch of this.#snapshots.keys())
      if (epoch < epochOf(round)) this.#snapshots.delete(epoch)
  }
}

const HALF_ORDER =
  0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n

function isHighS(signature: Hex): boolean {
  return BigInt(`0x${signature.slice(66, 130)}`) > HALF_ORDER
}

/**
 * Asks a contract what it wants signatures for.
 *
 * @param client Client to read with.
 * @param address The contract.
 * @returns Its EIP-712 domain.
 */
export async function domainOf(
  client: ChainClient,
  address: Address,
): Promise<TypedDataDomain> {
  const { domain } = await client.getEip712Domain({ address })
  const { chainId, name, verifyingContract, version } = domain
  return { chainId, name, verifyingContract, version } as TypedDataDomain
}
