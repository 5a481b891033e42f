import { keccak256, parseEther, parseUnits, toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'

const signer = (name: string) => privateKeyToAccount(keccak256(toHex(name)))

/** Tolerated faults of the oracle network; a report needs one more signature. */
export const faultTolerance = 1

/** The oracle network that signs commit reports: 3F + 1 nodes. */
export const oracles = [1, 2, 3, 4].map((node) =>
  signer(`openmesh.devnet.oracle.${node}`),
)

/** The risk management network that blesses roots: 2F + 1 nodes. */
export const riskManagers = [1, 2, 3].map((node) =>
  signer(`openmesh.devnet.rmn.${node}`),
)

export const rmnHomeDigest = keccak256(toHex('openmesh.devnet.rmnHome'))

/** Names of the two configurations of the OffRamp; CCIP takes any. */
export const configDigest = {
  commit: keccak256(toHex('openmesh.devnet.commit')),
  execute: keccak256(toHex('openmesh.devnet.execute')),
} as const

/** Leaves in one root: CCIP verifies at most 256 hashes per proof. */
export const maxMessagesPerRoot = 128

/** Prices that FeeQuoter charges by, in USD with 18 decimals per whole coin. */
export const usdPerCoin = {
  link: parseEther('15'),
  wrappedNative: parseEther('3000'),
} as const

/** Price of one unit of gas on the other chain, in USD with 18 decimals. */
export const usdPerUnitGas = parseUnits('0.000003', 18)

/** After this many seconds FeeQuoter refuses a price. */
export const priceLifetime = 86_400

/** Anyone may execute a committed message after this many seconds. */
export const manualExecutionDelay = 3_600

/**
 * Gas that CCIP grants a token for both balance checks and the release or
 * mint, unless Chainlink sets more for the token. Mainnet's value.
 */
export const tokenDeliveryGas = 90_000

/** Highest gas limit of a receiver. Mainnet's value. */
export const maxReceiverGas = 3_000_000

/** How FeeQuoter charges for a lane. Shape and figures of mainnet's EVM lanes. */
export const destChainConfig = {
  isEnabled: true,
  maxNumberOfTokensPerMsg: 1,
  maxDataBytes: 30_000,
  maxPerMsgGasLimit: maxReceiverGas,
  destGasOverhead: 300_000,
  destGasPerPayloadByteBase: 16,
  destGasPerPayloadByteHigh: 40,
  destGasPerPayloadByteThreshold: 3_000,
  destDataAvailabilityOverheadGas: 0,
  destGasPerDataAvailabilityByte: 0,
  destDataAvailabilityMultiplierBps: 0,
  // bytes4(keccak256('CCIP ChainFamilySelector EVM'))
  chainFamilySelector: '0x2812d52c',
  enforceOutOfOrder: false,
  defaultTokenFeeUSDCents: 25,
  defaultTokenDestGasOverhead: tokenDeliveryGas,
  defaultTxGasLimit: 200_000,
  gasMultiplierWeiPerEth: parseEther('1.1'),
  gasPriceStalenessThreshold: priceLifetime,
  networkFeeUSDCents: 10,
} as const
