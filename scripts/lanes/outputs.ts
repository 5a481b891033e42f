import { type Address, encodeFunctionData, type Hex } from 'viem'
import type { TimelockCall } from '../../rocketh/timelock.ts'
import { openGovernorAbi } from '../../typechain-types/index.ts'
import { encode, findOperation, type RawCall } from './apply.ts'
import type { BridgeChain } from './network.ts'
import type { ChainPlan } from './plan.ts'

/** A file that Safe's Transaction Builder imports. */
export interface SafeBatch {
  readonly version: '1.0'
  readonly chainId: string
  readonly createdAt: number
  readonly meta: { readonly name: string; readonly description: string }
  readonly transactions: readonly {
    readonly to: Address
    readonly value: '0'
    readonly data: Hex
    readonly contractMethod: null
    readonly contractInputsValues: null
  }[]
}

/**
 * Writes the next step of a plan for a Safe.
 *
 * @param plan One chain's plan.
 * @param safe Who signs; the timelock itself, or its proposer and executor.
 * @param createdAt Milliseconds since 1970, which the file shows.
 * @returns The file. A Safe that proposes gets the scheduling first and, once
 * that is on chain, the execution.
 */
export async function safeBatch(
  { chain, calls }: ChainPlan,
  safe: 'owner' | 'proposer',
  createdAt: number,
): Promise<SafeBatch> {
  const raw =
    safe === 'owner' ? calls.map(encode) : [await nextStep(chain, calls)]
  const { name, chainId } = chain.config
  return {
    version: '1.0',
    chainId: String(chainId),
    createdAt,
    meta: {
      name: `OPEN lanes of ${name}`,
      description: describeCalls(calls),
    },
    transactions: raw.map(({ to, data }) => ({
      to,
      value: '0',
      data,
      contractMethod: null,
      contractInputsValues: null,
    })),
  }
}

async function nextStep(
  chain: BridgeChain,
  calls: readonly TimelockCall[],
): Promise<RawCall> {
  const { state, schedule, execute } = await findOperation(chain, calls)
  return state === 'unset' ? schedule : execute
}

/** What the DAO is asked, and the transaction that asks it. */
export interface LanesProposal {
  readonly governor: Address
  readonly actions: readonly { to: Address; value: bigint; data: Hex }[]
  readonly description: string
  /** To be sent to the governor by somebody with the threshold of votes. */
  readonly data: Hex
}

/**
 * Writes a plan as a proposal.
 *
 * @param plan Home's plan.
 * @param governor Of home.
 * @returns The proposal. The SDK's `propose` takes `actions` and `description`.
 */
export function lanesProposal(
  { chain, calls }: ChainPlan,
  governor: Address,
): LanesProposal {
  const actions = calls.map((call) => ({ ...encode(call), value: 0n }))
  const description = `# Bring the lanes of ${chain.config.name} to what is declared\n\n${describeCalls(calls)}`
  const data = encodeFunctionData({
    abi: openGovernorAbi,
    functionName: 'propose',
    args: [
      actions.map(({ to }) => to),
      actions.map(({ value }) => value),
      actions.map(({ data }) => data),
      description,
    ],
  })
  return { governor, actions, description, data }
}

function describeCalls(calls: readonly TimelockCall[]): string {
  return calls.map((call) => `- ${callText(call)}`).join('\n')
}

/** A call as a person reads it. */
export function callText({ to, functionName, args }: TimelockCall): string {
  const text = JSON.stringify(args, (_, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  return `${to}.${functionName}(${text.slice(1, -1)})`
}
