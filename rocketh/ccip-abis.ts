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
])

export const tokenPoolAbi = parseAbi([
  'struct RateLimit { bool isEnabled; uint128 capacity; uint128 rate; }',
  'struct ChainUpdate { uint64 remoteChainSelector; bytes[] remotePoolAddresses; bytes remoteTokenAddress; RateLimit outboundRateLimiterConfig; RateLimit inboundRateLimiterConfig; }',
  'function owner() view returns (address)',
  'function transferOwnership(address to)',
  'function acceptOwnership()',
  'function isSupportedChain(uint64 remoteChainSelector) view returns (bool)',
  'function getRateLimitAdmin() view returns (address)',
  'function setRateLimitAdmin(address rateLimitAdmin)',
  'function applyChainUpdates(uint64[] remoteChainSelectorsToRemove, ChainUpdate[] chainsToAdd)',
  'function setChainRateLimiterConfig(uint64 remoteChainSelector, RateLimit outboundConfig, RateLimit inboundConfig)',
])
