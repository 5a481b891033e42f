import type { Account, Address } from 'viem'
import type { ActionErrorType } from '../../errors/OpenmeshError.ts'
import { signerOf } from '../../internal/account.ts'
import {
  checkChain,
  checkPositive,
  checkReceiver,
} from '../../internal/check.ts'
import { readDomain } from '../../internal/domain.ts'
import { sign } from '../../internal/sign.ts'
import type { ActionParameters, ReadClient } from '../../types.ts'
import type { SignedVoucher, Voucher } from './voucher.ts'

const types = {
  Voucher: [
    { name: 'recipient', type: 'address' },
    { name: 'series', type: 'uint256' },
    { name: 'quantity', type: 'uint256' },
    { name: 'codeHash', type: 'bytes32' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

/**
 * Signs a voucher for units of a series, which anybody can redeem for its
 * recipient. Sends nothing. It is good while the signer's budget lasts.
 *
 * @param client Client to read the contract's domain with.
 * @param parameters The voucher, and who signs it.
 * @returns The signed voucher, as `redeemVoucher` takes it.
 * @throws OpenmeshError `DomainMismatch` when the contract is of another
 * chain, `AccountMissing`,
 * `InvalidArguments`, `AmountTooSmall`, `InvalidAddress`, `NoContract`,
 * `WrongChain`.
 *
 * @example
 * const signed = await signVoucher(client, {
 *   contracts,
 *   voucher: {
 *     recipient,
 *     series: 1,
 *     quantity: 1n,
 *     codeHash: keccak256(stringToHex('a code that nobody can guess')),
 *     deadline,
 *   },
 *   signer: key,
 * })
 */
export async function signVoucher(
  client: ReadClient,
  parameters: signVoucher.Parameters,
): Promise<signVoucher.ReturnType> {
  const { chainId, contracts, voucher } = parameters
  const account = signerOf(client, parameters.signer)
  checkReceiver('recipient', voucher.recipient)
  checkPositive('quantity', voucher.quantity)
  await checkChain(client, chainId)
  const signature = await sign(
    client,
    {
      account,
      domain: await readDomain(client, contracts.xnodeVouchers),
      types,
      primaryType: 'Voucher',
    },
    () => ({ ...voucher, series: BigInt(voucher.series) }),
  )
  const { issuer = account.address } = parameters
  return { signer: issuer, voucher, signature }
}

export namespace signVoucher {
  export interface Parameters extends ActionParameters {
    voucher: Voucher
    /** Who signs; the client's account when left out. */
    signer?: Account | Address | undefined
    /**
     * Whose budget it uses, if that is a contract that `signer` signs for;
     * `signer` itself when left out.
     */
    issuer?: Address | undefined
  }
  export type ReturnType = SignedVoucher
  export type ErrorType = ActionErrorType
}
