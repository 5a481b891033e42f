import { parseAbi } from 'viem'

/*
 * What the SDK calls of Chainlink's CCIP 1.6. A test compares each line with
 * the ABI of the release.
 */

export const ccipRouterAbi = parseAbi([
  'struct TokenAmount { address token; uint256 amount; }',
  'struct Message { bytes receiver; bytes data; TokenAmount[] tokenAmounts; address feeToken; bytes extraArgs; }',
  'struct OffRamp { uint64 sourceChainSelector; address offRamp; }',
  'function ccipSend(uint64 destinationChainSelector, Message message) payable returns (bytes32)',
  'function getFee(uint64 destinationChainSelector, Message message) view returns (uint256 fee)',
  'function getOnRamp(uint64 destChainSelector) view returns (address)',
  'function getOffRamps() view returns (OffRamp[])',
])

export const ccipOnRampAbi = parseAbi([
  'struct Header { bytes32 messageId; uint64 sourceChainSelector; uint64 destChainSelector; uint64 sequenceNumber; uint64 nonce; }',
  'struct TokenTransfer { address sourcePoolAddress; bytes destTokenAddress; bytes extraData; uint256 amount; bytes destExecData; }',
  'struct SentMessage { Header header; address sender; bytes data; bytes receiver; bytes extraArgs; address feeToken; uint256 feeTokenAmount; uint256 feeValueJuels; TokenTransfer[] tokenAmounts; }',
  'event CCIPMessageSent(uint64 indexed destChainSelector, uint64 indexed sequenceNumber, SentMessage message)',
  'function getPoolBySourceToken(uint64 destChainSelector, address sourceToken) view returns (address)',
])

export const ccipOffRampAbi = parseAbi([
  'function getExecutionState(uint64 sourceChainSelector, uint64 sequenceNumber) view returns (uint8)',
  'event ExecutionStateChanged(uint64 indexed sourceChainSelector, uint64 indexed sequenceNumber, bytes32 indexed messageId, bytes32 messageHash, uint8 state, bytes returnData, uint256 gasUsed)',
])

export const ccipPoolAbi = parseAbi([
  'struct TokenBucket { uint128 tokens; uint32 lastUpdated; bool isEnabled; uint128 capacity; uint128 rate; }',
  'function isSupportedChain(uint64 remoteChainSelector) view returns (bool)',
  'function getCurrentOutboundRateLimiterState(uint64 remoteChainSelector) view returns (TokenBucket)',
])

/** What CCIP can refuse a message with, at either end. */
export const ccipErrorsAbi = parseAbi([
  'error BadARMSignal()',
  'error CannotSendZeroTokens()',
  'error CursedByRMN(uint64 chainSelector)',
  'error DestinationChainNotEnabled(uint64 destChainSelector)',
  'error ExecutionError(bytes32 messageId, bytes err)',
  'error FailedToSendValue()',
  'error FeeTokenNotSupported(address token)',
  'error InsufficientFeeTokenAmount()',
  'error InsufficientGasToCompleteTx(bytes4 err)',
  'error InvalidEVMAddress(bytes encodedAddress)',
  'error InvalidExtraArgsTag()',
  'error InvalidMsgValue()',
  'error ManualExecutionGasLimitMismatch()',
  'error ManualExecutionNotYetEnabled(uint64 sourceChainSelector)',
  'error MessageGasLimitTooHigh()',
  'error MessageTooLarge(uint256 maxSize, uint256 actualSize)',
  'error ReceiverError(bytes err)',
  'error ReleaseOrMintBalanceMismatch(uint256 amountReleased, uint256 balancePre, uint256 balancePost)',
  'error StaleGasPrice(uint64 destChainSelector, uint256 threshold, uint256 timePassed)',
  'error TokenHandlingError(address target, bytes err)',
  'error TokenNotSupported(address token)',
  'error UnsupportedDestinationChain(uint64 destChainSelector)',
  'error UnsupportedNumberOfTokens(uint256 numberOfTokens, uint256 maxNumberOfTokensPerMsg)',
  'error UnsupportedToken(address token)',
])
