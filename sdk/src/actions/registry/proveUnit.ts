import type { Address, Hex, Log, TransactionReceipt } from 'viem'
import { xnodeRegistryAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/** What the validators found on a unit in a round: a leaf of the round's tree. */
export interface Finding {
  unit: bigint
  /** Hash of the configuration that its host showed; zero for none. */
  configHash: Hex
  /** Whether its host answered. */
  reachable: boolean
  /** Block whose registry was compared with. */
  checkedAtBlock: bigint
}

/**
 * Records in the registry what the validators found on a unit, proven from the
 * certified root of a round. Anybody may; a later round replaces an earlier one.
 *
 * @param client Wallet client.
 * @param parameters The round, the finding and its proof.
 * @returns The receipt and what was recorded.
 * @throws OpenmeshError `XnodeRegistry_RoundNotCertified`,
 * `XnodeRegistry_InvalidProof`, `XnodeRegistry_RoundNotLater`,
 * `XnodeRegistry_NoAttester`, `NoContract`, `WrongChain`.
 *
 * @example
 * const { attester } = await proveUnit(client, {
 *   contracts,
 *   round,
 *   finding,
 *   proof: [],
 * })
 */
export async function proveUnit(
  client: WalletClient,
  parameters: proveUnit.Parameters,
): Promise<proveUnit.ReturnType> {
  const call = proveUnit.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const { args } = proveUnit.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace proveUnit {
  export interface Parameters extends ActionParameters {
    /** Days since 1970. */
    round: bigint
    finding: Finding
    /** Siblings of the leaf, from the leaf to the root. */
    proof: readonly Hex[]
  }
  export interface ReturnType extends Finding {
    receipt: TransactionReceipt
    /** The contract that has the round's root. */
    attester: Address
    round: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters): Call {
    const { contracts, finding, proof, round } = parameters
    return defineCall({
      address: contracts.xnodeRegistry,
      abi: xnodeRegistryAbi,
      functionName: 'prove',
      args: [round, finding, [...proof]],
    })
  }

  /** What was recorded, in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeRegistryAbi, 'Attested', logs, address)
  }
}
