import {
  type Address,
  concat,
  encodeAbiParameters,
  parseAbiParameters,
  zeroAddress,
} from 'viem'

/** bytes4(keccak256('CCIP EVMExtraArgsV2')), also called GenericExtraArgsV2. */
const extraArgsV2Tag = '0x181dcf10'

/**
 * No gas for a receiver's code, which a token-only message does not call, and
 * no waiting for earlier messages, which could hold it up for ever.
 */
const extraArgs = concat([
  extraArgsV2Tag,
  encodeAbiParameters(
    parseAbiParameters('uint256 gasLimit, bool allowOutOfOrderExecution'),
    [0n, true],
  ),
])

/** A CCIP message that carries tokens and nothing else, paid in native currency. */
export function tokenMessage(
  token: Address,
  amount: bigint,
  receiver: Address,
) {
  return {
    receiver: encodeAbiParameters([{ type: 'address' }], [receiver]),
    data: '0x',
    tokenAmounts: [{ token, amount }],
    feeToken: zeroAddress,
    extraArgs,
  } as const
}
