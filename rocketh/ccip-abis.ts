import { parseAbi } from 'viem'

/*
 * What joins a token to CCIP and limits it, typed: for the deployment, and for
 * tests and the benchmark. A test compares each line with the ABI that ships
 * beside the released bytecode.
 */

export const registryModuleAbi = parseAbi([
  'function registerAdminViaGetCCIPAdmin(address token)',
])

export const tokenAdminRegistryAbi = parseAbi([
  'struct TokenConfig { address administrator; address pendingAdministrator; address tokenPool; }',
  'function getTokenConfig(address token) view returns (TokenConfig)',
  'function acceptAdminRole(address localToken)',
  'function setPool(address localToken, address pool)',
  'function transferAdminRole(address localToken, address newAdmin)',
])

export const tokenPoolAbi = parseAbi([
  'struct RateLimit { bool isEnabled; uint128 capacity; uint128 rate; }',
  'struct ChainUpdate { uint64 remoteChainSelector; bytes[] remotePoolAddresses; bytes remoteTokenAddress; RateLimit outboundRateLimiterConfig; RateLimit inboundRateLimiterConfig; }',
  'struct Bucket { uint128 tokens; uint32 lastUpdated; bool isEnabled; uint128 capacity; uint128 rate; }',
  'function owner() view returns (address)',
  'function transferOwnership(address to)',
  'function acceptOwnership()',
  'function isSupportedChain(uint64 remoteChainSelector) view returns (bool)',
  'function getRateLimitAdmin() view returns (address)',
  'function setRateLimitAdmin(address rateLimitAdmin)',
  'function applyChainUpdates(uint64[] remoteChainSelectorsToRemove, ChainUpdate[] chainsToAdd)',
  'function addRemotePool(uint64 remoteChainSelector, bytes remotePoolAddress)',
  'function removeRemotePool(uint64 remoteChainSelector, bytes remotePoolAddress)',
  'function setRouter(address newRouter)',
  'function getRouter() view returns (address)',
  'function getRmnProxy() view returns (address)',
  'function getToken() view returns (address)',
  'function getTokenDecimals() view returns (uint8)',
  'function getAllowListEnabled() view returns (bool)',
  'function getSupportedChains() view returns (uint64[])',
  'function getRemotePools(uint64 remoteChainSelector) view returns (bytes[])',
  'function getRemoteToken(uint64 remoteChainSelector) view returns (bytes)',
  'function getCurrentOutboundRateLimiterState(uint64 remoteChainSelector) view returns (Bucket)',
  'function getCurrentInboundRateLimiterState(uint64 remoteChainSelector) view returns (Bucket)',
  'function setChainRateLimiterConfig(uint64 remoteChainSelector, RateLimit outboundConfig, RateLimit inboundConfig)',
])

/** Which ramps a Router sends and takes through. */
export const routerRampsAbi = parseAbi([
  'struct OffRamp { uint64 sourceChainSelector; address offRamp; }',
  'function getOnRamp(uint64 destChainSelector) view returns (address)',
  'function getOffRamps() view returns (OffRamp[])',
])

export const onRampConfigAbi = parseAbi([
  'struct DynamicConfig { address feeQuoter; bool reentrancyGuardEntered; address messageInterceptor; address feeAggregator; address allowlistAdmin; }',
  'function getDynamicConfig() view returns (DynamicConfig dynamicConfig)',
])

/** What a delivery is granted. */
export const feeQuoterConfigAbi = parseAbi([
  'struct TokenTransferFeeConfig { uint32 minFeeUSDCents; uint32 maxFeeUSDCents; uint16 deciBps; uint32 destGasOverhead; uint32 destBytesOverhead; bool isEnabled; }',
  'struct DestChainConfig { bool isEnabled; uint16 maxNumberOfTokensPerMsg; uint32 maxDataBytes; uint32 maxPerMsgGasLimit; uint32 destGasOverhead; uint8 destGasPerPayloadByteBase; uint8 destGasPerPayloadByteHigh; uint16 destGasPerPayloadByteThreshold; uint32 destDataAvailabilityOverheadGas; uint16 destGasPerDataAvailabilityByte; uint16 destDataAvailabilityMultiplierBps; bytes4 chainFamilySelector; bool enforceOutOfOrder; uint16 defaultTokenFeeUSDCents; uint32 defaultTokenDestGasOverhead; uint32 defaultTxGasLimit; uint64 gasMultiplierWeiPerEth; uint32 gasPriceStalenessThreshold; uint32 networkFeeUSDCents; }',
  'function getTokenTransferFeeConfig(uint64 destChainSelector, address token) view returns (TokenTransferFeeConfig tokenTransferFeeConfig)',
  'function getDestChainConfig(uint64 destChainSelector) view returns (DestChainConfig)',
])

export const rmnCurseAbi = parseAbi([
  'function isCursed(bytes16 subject) view returns (bool)',
])
