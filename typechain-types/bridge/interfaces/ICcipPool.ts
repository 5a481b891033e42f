// Generated from contracts/bridge/interfaces/ICcipPool.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iCcipPoolAbi = [
  {"inputs":[{"internalType":"uint64","name":"chain","type":"uint64"}],"name":"getCurrentInboundRateLimiterState","outputs":[{"components":[{"internalType":"uint128","name":"tokens","type":"uint128"},{"internalType":"uint32","name":"lastUpdated","type":"uint32"},{"internalType":"bool","name":"isEnabled","type":"bool"},{"internalType":"uint128","name":"capacity","type":"uint128"},{"internalType":"uint128","name":"rate","type":"uint128"}],"internalType":"struct ICcipPool.RateBucket","name":"","type":"tuple"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint64","name":"chain","type":"uint64"}],"name":"getCurrentOutboundRateLimiterState","outputs":[{"components":[{"internalType":"uint128","name":"tokens","type":"uint128"},{"internalType":"uint32","name":"lastUpdated","type":"uint32"},{"internalType":"bool","name":"isEnabled","type":"bool"},{"internalType":"uint128","name":"capacity","type":"uint128"},{"internalType":"uint128","name":"rate","type":"uint128"}],"internalType":"struct ICcipPool.RateBucket","name":"","type":"tuple"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"getToken","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"owner","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint64","name":"chain","type":"uint64"},{"components":[{"internalType":"bool","name":"isEnabled","type":"bool"},{"internalType":"uint128","name":"capacity","type":"uint128"},{"internalType":"uint128","name":"rate","type":"uint128"}],"internalType":"struct ICcipPool.RateLimit","name":"outbound","type":"tuple"},{"components":[{"internalType":"bool","name":"isEnabled","type":"bool"},{"internalType":"uint128","name":"capacity","type":"uint128"},{"internalType":"uint128","name":"rate","type":"uint128"}],"internalType":"struct ICcipPool.RateLimit","name":"inbound","type":"tuple"}],"name":"setChainRateLimiterConfig","outputs":[],"stateMutability":"nonpayable","type":"function"},
] as const satisfies viem.Abi

export type ICcipPoolAbi = typeof iCcipPoolAbi
export type ICcipPool<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<ICcipPoolAbi, client, viem.Address>
export type ICcipPoolRead = viem.ContractFunctionName<ICcipPoolAbi, 'pure' | 'view'>
export type ICcipPoolWrite = viem.ContractFunctionName<ICcipPoolAbi, 'nonpayable' | 'payable'>
export type ICcipPoolEvent = viem.ContractEventName<ICcipPoolAbi>
export type ICcipPoolError = viem.ContractErrorName<ICcipPoolAbi>
