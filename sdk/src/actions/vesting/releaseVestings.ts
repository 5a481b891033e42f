import {
  type Address,
  getAddress,
  isAddressEqual,
  type Log,
  type TransactionReceipt,
} from 'viem'
import {
  openVestingAbi,
  vestingFactoryAbi,
} from '../../../../typechain-types/index.ts'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { defineCall } from '../../internal/call.ts'
import { checkPositive } from '../../internal/check.ts'
import { allEvents } from '../../internal/event.ts'
import { execute } from '../../internal/execute.ts'
import type { ActionParameters, Call, WalletClient } from '../../types.ts'

/**
 * Pays what is due of many vesting wallets, each to its own destination. One
 * that has nothing due does not stop the others. Anybody may.
 *
 * @param client Wallet client.
 * @param parameters Which wallets.
 * @returns The receipt, the payments, and the wallets that paid nothing.
 * @throws OpenmeshError `AmountTooSmall` without wallets, `InvalidArguments`,
 * `NoContract`, `WrongChain`.
 *
 * @example
 * const { payments, failed } = await releaseVestings(client, {
 *   contracts,
 *   wallets,
 * })
 */
export async function releaseVestings(
  client: WalletClient,
  parameters: releaseVestings.Parameters,
): Promise<releaseVestings.ReturnType> {
  const call = releaseVestings.call(parameters)
  const receipt = await execute(client, call, parameters.chainId)
  const events = releaseVestings.extractEvents(receipt.logs, parameters)
  return { receipt, ...events }
}

export namespace releaseVestings {
  export interface Parameters extends ActionParameters {
    /** The vesting wallets. */
    wallets: readonly Address[]
  }
  /** What one wallet paid. */
  export interface Payment {
    wallet: Address
    to: Address
    /** Wei of OPEN. */
    amount: bigint
    /** Wei of OPEN of the grant that are paid out by now. */
    released: bigint
  }
  export interface ReturnType {
    receipt: TransactionReceipt
    payments: Payment[]
    failed: Address[]
  }
  export type ErrorType = ActionErrorType

  /** The contract call, for batches and proposals. */
  export function call({ contracts, wallets }: Parameters): Call {
    checkPositive('The number of wallets', BigInt(wallets.length))
    return defineCall({
      address: contracts.vestingFactory,
      abi: vestingFactoryAbi,
      functionName: 'releaseMany',
      args: [wallets],
    })
  }

  /** The payments and failures in a receipt's logs. */
  export function extractEvents(
    logs: Log[],
    { contracts, wallets }: Parameters,
  ): Pick<ReturnType, 'payments' | 'failed'> {
    const ofWallets = logs.filter(({ address }) =>
      wallets.some((wallet) => isAddressEqual(wallet, address)),
    )
    return {
      payments: allEvents(openVestingAbi, 'Released', ofWallets).map(
        ({ address, args }) => ({ wallet: getAddress(address), ...args }),
      ),
      failed: allEvents(
        vestingFactoryAbi,
        'ReleaseFailed',
        logs,
        contracts.vestingFactory,
      ).map(({ args }) => args.wallet),
    }
  }
}
