import type { Address, Hex, Log, TransactionReceipt } from 'viem'
import { xnodeVouchersAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { accountOf } from '../../internal/account.ts'
import { defineCall } from '../../internal/call.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Revokes a code for ever: no voucher that the signer signed with it can be
 * redeemed. What was redeemed before stays.
 *
 * @param client Wallet client of the signer.
 * @param parameters Which code.
 * @returns The receipt and the code.
 * @throws OpenmeshError `XnodeVouchers_NotSigner`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const { codeHash } = await revokeCode(client, {
 *   contracts,
 *   codeHash: keccak256(stringToHex('a code that got lost')),
 * })
 */
export async function revokeCode(
  client: WalletClient,
  parameters: revokeCode.Parameters,
): Promise<revokeCode.ReturnType> {
  const { chainId, signer = accountOf(client) } = parameters
  const call = revokeCode.call({ ...parameters, signer })
  const receipt = await execute(client, call, chainId)
  const { args } = revokeCode.extractEvent(receipt.logs, call.address)
  return { receipt, ...args }
}

export namespace revokeCode {
  export interface Parameters extends ActionParameters {
    /** Hash of the code. */
    codeHash: Hex
    /** Whose code; the client's account when left out. */
    signer?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    signer: Address
    codeHash: Hex
    /** Who revoked it. */
    caller: Address
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals: a vote may revoke any code. */
  export function call(parameters: Parameters & { signer: Address }): Call {
    const { codeHash, contracts, signer } = parameters
    return defineCall({
      address: contracts.xnodeVouchers,
      abi: xnodeVouchersAbi,
      functionName: 'revokeCode',
      args: [signer, codeHash],
    })
  }

  /** The revocation in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeVouchersAbi, 'CodeRevoked', logs, address)
  }
}
