import { parseAbi } from 'viem'

/*
 * What the relayer and tests call, typed. A test compares each line with the
 * ABI that ships beside the bytecode.
 */

const header =
  'struct Header { bytes32 messageId; uint64 sourceChainSelector; uint64 destChainSelector; uint64 sequenceNumber; uint64 nonce; }'

export const routerAbi = parseAbi([
  'struct TokenAmount { address token; uint256 amount; }',
  'struct Message { bytes receiver; bytes data; TokenAmount[] tokenAmounts; address feeToken; bytes extraArgs; }',
  'function ccipSend(uint64 destinationChainSelector, Message message) payable returns (bytes32)',
  'function getFee(uint64 destinationChainSelector, Message message) view returns (uint256 fee)',
])

export const onRampAbi = parseAbi([
  header,
  'struct TokenTransfer { address sourcePoolAddress; bytes destTokenAddress; bytes extraData; uint256 amount; bytes destExecData; }',
  'struct SentMessage { Header header; address sender; bytes data; bytes receiver; bytes extraArgs; address feeToken; uint256 feeTokenAmount; uint256 feeValueJuels; TokenTransfer[] tokenAmounts; }',
  'event CCIPMessageSent(uint64 indexed destChainSelector, uint64 indexed sequenceNumber, SentMessage message)',
  'function getExpectedNextSequenceNumber(uint64 destChainSelector) view returns (uint64)',
])

const merkleRoot =
  'struct MerkleRoot { uint64 sourceChainSelector; bytes onRampAddress; uint64 minSeqNr; uint64 maxSeqNr; bytes32 merkleRoot; }'
const priceUpdates = [
  'struct TokenPrice { address sourceToken; uint224 usdPerToken; }',
  'struct GasPrice { uint64 destChainSelector; uint224 usdPerUnitGas; }',
  'struct PriceUpdates { TokenPrice[] tokenPriceUpdates; GasPrice[] gasPriceUpdates; }',
] as const

export const offRampAbi = parseAbi([
  header,
  merkleRoot,
  ...priceUpdates,
  'struct TokenDelivery { bytes sourcePoolAddress; address destTokenAddress; uint32 destGasAmount; bytes extraData; uint256 amount; }',
  'struct DeliveredMessage { Header header; bytes sender; bytes data; address receiver; uint256 gasLimit; TokenDelivery[] tokenAmounts; }',
  'struct ExecutionReport { uint64 sourceChainSelector; DeliveredMessage[] messages; bytes[][] offchainTokenData; bytes32[] proofs; uint256 proofFlagBits; }',
  'struct GasLimitOverride { uint256 receiverExecutionGasLimit; uint32[] tokenGasOverrides; }',
  'struct SourceChainConfig { address router; bool isEnabled; uint64 minSeqNr; bool isRMNVerificationDisabled; bytes onRamp; }',
  'function commit(bytes32[2] reportContext, bytes report, bytes32[] rs, bytes32[] ss, bytes32 rawVs)',
  'function execute(bytes32[2] reportContext, bytes report)',
  'function manuallyExecute(ExecutionReport[] reports, GasLimitOverride[][] gasLimitOverrides)',
  'function getSourceChainConfig(uint64 sourceChainSelector) view returns (SourceChainConfig)',
  'function getExecutionState(uint64 sourceChainSelector, uint64 sequenceNumber) view returns (uint8)',
  'function getLatestPriceSequenceNumber() view returns (uint64)',
  'event CommitReportAccepted(MerkleRoot[] blessedMerkleRoots, MerkleRoot[] unblessedMerkleRoots, PriceUpdates priceUpdates)',
  'event ExecutionStateChanged(uint64 indexed sourceChainSelector, uint64 indexed sequenceNumber, bytes32 indexed messageId, bytes32 messageHash, uint8 state, bytes returnData, uint256 gasUsed)',
  'event SkippedAlreadyExecutedMessage(uint64 sourceChainSelector, uint64 sequenceNumber)',
])

/** The commit report, which the OffRamp takes as bytes. */
export const commitReportAbi = parseAbi([
  merkleRoot,
  ...priceUpdates,
  'struct Signature { bytes32 r; bytes32 s; }',
  'struct CommitReport { PriceUpdates priceUpdates; MerkleRoot[] blessedMerkleRoots; MerkleRoot[] unblessedMerkleRoots; Signature[] rmnSignatures; }',
  'function report(CommitReport report)',
])

/** What the risk management network signs. */
export const rmnReportAbi = parseAbi([
  merkleRoot,
  'struct RmnReport { uint256 destChainId; uint64 destChainSelector; address rmnRemoteContractAddress; address offrampAddress; bytes32 rmnHomeContractConfigDigest; MerkleRoot[] merkleRoots; }',
  'function report(bytes32 version, RmnReport report)',
])

export const rmnAbi = parseAbi([
  'function curse(bytes16 subject)',
  'function uncurse(bytes16 subject)',
  'function isCursed(bytes16 subject) view returns (bool)',
])

export const feeQuoterAbi = parseAbi([
  'struct TimestampedPrice { uint224 value; uint32 timestamp; }',
  'function getTokenPrice(address token) view returns (TimestampedPrice)',
  'function getDestinationChainGasPrice(uint64 destChainSelector) view returns (TimestampedPrice)',
])
