import type { Address, Hex } from 'viem'

/** Units for nothing, by the word of a signer. */
export interface Voucher {
  /** Who receives the units. */
  recipient: Address
  /** Number of the series, from 1. */
  series: number
  /** How many units. */
  quantity: bigint
  /** Hash of the code; good for one redemption for ever. */
  codeHash: Hex
  /** Last timestamp at which it is accepted; a pause moves it. */
  deadline: bigint
}

/** A voucher and who vouches for it. */
export interface SignedVoucher {
  /** Whose budget it uses. */
  signer: Address
  voucher: Voucher
  signature: Hex
}
