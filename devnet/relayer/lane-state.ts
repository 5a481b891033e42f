import { getAbiItem, type Hex } from 'viem'
import { offRampAbi, rmnAbi } from '../ccip/abis.ts'
import { curseSubject } from '../ccip/encoding.ts'
import type { Lane } from '../ccip/lane.ts'
import { treeOf } from './commit.ts'
import { type CommittedMessage, executionState } from './execute.ts'
import { type Message, readSentMessages, type SentMessage } from './messages.ts'

const committedEvent = getAbiItem({
  abi: offRampAbi,
  name: 'CommitReportAccepted',
})

interface CommittedRoot {
  readonly first: bigint
  readonly last: bigint
  readonly root: Hex
}

/**
 * What a relayer knows of a lane: read from both chains' logs, so that a new
 * relayer knows as much as one that never stopped.
 */
export class LaneState {
  readonly lane: Lane
  readonly #sent = new Map<bigint, SentMessage>()
  readonly #roots: CommittedRoot[] = []
  readonly #finished = new Set<bigint>()
  #nextBlock = { source: 0n, destination: 0n }

  constructor(lane: Lane) {
    this.lane = lane
  }

  /** Reads what happened on both chains since the last time. */
  async update(): Promise<void> {
    const { source, destination } = this.lane
    // Roots first: whatever they cover has then been sent already.
    const committedUntil = await destination.client.getBlockNumber()
    await this.#readRoots(this.#nextBlock.destination)
    const sentUntil = await source.client.getBlockNumber()
    const sent = await readSentMessages(this.lane, this.#nextBlock.source)
    for (const entry of sent) {
      this.#sent.set(entry.message.header.sequenceNumber, entry)
    }
    // A block read twice changes nothing; one never read would.
    this.#nextBlock = { source: sentUntil, destination: committedUntil }
  }

  async #readRoots(fromBlock: bigint): Promise<void> {
    const { source, destination } = this.lane
    const logs = await destination.client.getLogs({
      address: destination.addresses.offRamp,
      event: committedEvent,
      fromBlock,
      strict: true,
    })
    for (const { args } of logs) {
      for (const entry of [
        ...args.blessedMerkleRoots,
        ...args.unblessedMerkleRoots,
      ]) {
        const { minSeqNr: first, maxSeqNr: last, merkleRoot: root } = entry
        const known = this.#roots.some((other) => other.first === first)
        if (entry.sourceChainSelector !== source.selector || known) continue
        this.#roots.push({ first, last, root })
      }
    }
  }

  /** Messages that wait for a root, in order. */
  async uncommitted(): Promise<SentMessage[]> {
    const { source, destination } = this.lane
    const { minSeqNr } = await destination.client.readContract({
      address: destination.addresses.offRamp,
      abi: offRampAbi,
      functionName: 'getSourceChainConfig',
      args: [source.selector],
    })
    return [...this.#sent.values()]
      .filter(({ message }) => message.header.sequenceNumber >= minSeqNr)
      .toSorted((a, b) =>
        a.message.header.sequenceNumber < b.message.header.sequenceNumber
          ? -1
          : 1,
      )
  }

  /** Committed messages that nobody has executed yet, in order. */
  async unexecuted(): Promise<CommittedMessage[]> {
    const { source, destination } = this.lane
    const waiting: CommittedMessage[] = []
    for (const root of this.#roots) {
      if (this.#isFinished(root)) continue
      for (const committed of this.#messagesOf(root)) {
        const { sequenceNumber } = committed.message.header
        const state = await destination.client.readContract({
          address: destination.addresses.offRamp,
          abi: offRampAbi,
          functionName: 'getExecutionState',
          args: [source.selector, sequenceNumber],
        })
        if (state === executionState.untouched) waiting.push(committed)
        else this.#finished.add(sequenceNumber)
      }
    }
    return waiting
  }

  /** Finds a committed message, executed or not. */
  find(messageId: Hex): CommittedMessage | undefined {
    for (const root of this.#roots) {
      for (const committed of this.#messagesOf(root)) {
        if (committed.message.header.messageId === messageId) return committed
      }
    }
    return undefined
  }

  /** Whether the destination's risk management stopped the lane. */
  async isCursed(): Promise<boolean> {
    const { source, destination } = this.lane
    return destination.client.readContract({
      address: destination.addresses.rmnRemote,
      abi: rmnAbi,
      functionName: 'isCursed',
      args: [curseSubject(source.selector)],
    })
  }

  #isFinished({ first, last }: CommittedRoot): boolean {
    for (let number = first; number <= last; number++) {
      if (!this.#finished.has(number)) return false
    }
    return true
  }

  #messagesOf({ first, last, root }: CommittedRoot): CommittedMessage[] {
    const messages: Message[] = []
    for (let number = first; number <= last; number++) {
      const sent = this.#sent.get(number)
      if (sent !== undefined) messages.push(sent.message)
    }
    const tree = treeOf(this.lane, messages)
    // A root of something else, committed by a test: nothing can be proven.
    if (tree.root !== root) return []
    return messages.map((message, index) => ({ message, index, tree }))
  }
}
