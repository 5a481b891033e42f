import type { Address, Log, TransactionReceipt } from 'viem'
import { xnodeRevenueAbi } from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { accountOf } from '../../internal/account.ts'
import { type Asset, assetAddress, assetOf } from '../../internal/asset.ts'
import { defineCall } from '../../internal/call.ts'
import { checkReceiver } from '../../internal/check.ts'
import { firstEvent } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Pays out all that the client's account earned of one asset, with units that
 * it owns and with units that it owned.
 *
 * What up to 50 units earned since is credited on the way, in every asset: the
 * other assets can then be claimed without naming units.
 *
 * @param client Wallet client of the owner.
 * @param parameters Which units, in what, and to whom.
 * @returns The receipt and what was paid.
 * @throws OpenmeshError `XnodeRevenue_NothingToClaim`,
 * `XnodeRevenue_NotOwner`, `XnodeRevenue_TooManyUnits`,
 * `XnodeRevenue_UnknownAsset`, `XnodeRevenue_EtherRefused`,
 * `XnodeRevenue_RecipientInvalid`, `ERC721NonexistentToken`,
 * `InvalidAddress`, `NoContract`, `WrongChain`.
 *
 * @example
 * const earned = await claimRevenue(client, {
 *   contracts,
 *   units: [unit],
 *   asset: 'ETH',
 * })
 */
export async function claimRevenue(
  client: WalletClient,
  parameters: claimRevenue.Parameters,
): Promise<claimRevenue.ReturnType> {
  const { chainId, to = accountOf(client) } = parameters
  const call = claimRevenue.call({ ...parameters, to })
  const receipt = await execute(client, call, chainId)
  const { args } = claimRevenue.extractEvent(receipt.logs, call.address)
  return { receipt, ...args, asset: assetOf(args.asset) }
}

export namespace claimRevenue {
  export interface Parameters extends ActionParameters {
    /** What to be paid in; an owner's assets are claimed one by one. */
    asset: Asset
    /** Units whose revenue is not credited yet, up to 50; none when left out. */
    units?: readonly bigint[] | undefined
    /** Who is paid; the client's account when left out. */
    to?: Address | undefined
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    owner: Address
    asset: Asset
    to: Address
    /** In the asset's smallest unit. */
    amount: bigint
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call(parameters: Parameters & { to: Address }): Call {
    const { asset, contracts, to, units = [] } = parameters
    checkReceiver('to', to)
    return defineCall({
      address: contracts.xnodeRevenue,
      abi: xnodeRevenueAbi,
      functionName: 'claim',
      args: [units, assetAddress(asset), to],
    })
  }

  /** The payment in a receipt's logs. */
  export function extractEvent(logs: Log[], address?: Address) {
    return firstEvent(xnodeRevenueAbi, 'Claimed', logs, address)
  }
}
