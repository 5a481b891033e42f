// Generated from contracts/oracle/PriceOracle.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const priceOracleAbi = [
  {"inputs":[{"internalType":"address","name":"timelock_","type":"address"},{"internalType":"contract AggregatorV3Interface","name":"sequencerFeed_","type":"address"},{"internalType":"uint256","name":"sequencerGrace_","type":"uint256"},{"components":[{"internalType":"address","name":"asset","type":"address"},{"internalType":"contract AggregatorV3Interface","name":"feed","type":"address"},{"internalType":"uint32","name":"maxAge","type":"uint32"},{"internalType":"uint128","name":"minPrice","type":"uint128"},{"internalType":"uint128","name":"maxPrice","type":"uint128"}],"internalType":"struct IPriceOracle.FeedConfig[]","name":"configs","type":"tuple[]"}],"stateMutability":"nonpayable","type":"constructor"},
  {"inputs":[{"internalType":"uint256","name":"usdAmount","type":"uint256"}],"name":"PriceOracle_AmountTooLarge","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"minPrice","type":"uint256"},{"internalType":"uint256","name":"maxPrice","type":"uint256"}],"name":"PriceOracle_BoundsInvalid","type":"error"},
  {"inputs":[{"internalType":"address","name":"asset","type":"address"},{"internalType":"uint256","name":"expected","type":"uint256"},{"internalType":"uint256","name":"actual","type":"uint256"}],"name":"PriceOracle_DecimalsChanged","type":"error"},
  {"inputs":[{"internalType":"address","name":"asset","type":"address"},{"internalType":"address","name":"feed","type":"address"}],"name":"PriceOracle_FeedFailed","type":"error"},
  {"inputs":[{"internalType":"address","name":"asset","type":"address"},{"internalType":"uint256","name":"updatedAt","type":"uint256"},{"internalType":"uint256","name":"time","type":"uint256"}],"name":"PriceOracle_FutureAnswer","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"maxAge","type":"uint256"},{"internalType":"uint256","name":"min","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"PriceOracle_MaxAgeOutOfRange","type":"error"},
  {"inputs":[{"internalType":"address","name":"target","type":"address"}],"name":"PriceOracle_NoCode","type":"error"},
  {"inputs":[{"internalType":"address","name":"asset","type":"address"}],"name":"PriceOracle_NoFeed","type":"error"},
  {"inputs":[{"internalType":"address","name":"asset","type":"address"},{"internalType":"int256","name":"answer","type":"int256"}],"name":"PriceOracle_NonPositiveAnswer","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"PriceOracle_NotTimelock","type":"error"},
  {"inputs":[{"internalType":"address","name":"asset","type":"address"},{"internalType":"uint256","name":"price","type":"uint256"},{"internalType":"uint256","name":"minPrice","type":"uint256"},{"internalType":"uint256","name":"maxPrice","type":"uint256"}],"name":"PriceOracle_PriceOutOfBounds","type":"error"},
  {"inputs":[{"internalType":"address","name":"feed","type":"address"}],"name":"PriceOracle_SequencerDown","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"startedAt","type":"uint256"},{"internalType":"uint256","name":"graceEnd","type":"uint256"}],"name":"PriceOracle_SequencerGrace","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"sequencerGrace","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"PriceOracle_SequencerGraceTooLong","type":"error"},
  {"inputs":[{"internalType":"address","name":"asset","type":"address"},{"internalType":"uint256","name":"age","type":"uint256"},{"internalType":"uint256","name":"maxAge","type":"uint256"},{"internalType":"uint256","name":"updatedAt","type":"uint256"}],"name":"PriceOracle_StaleAnswer","type":"error"},
  {"inputs":[{"internalType":"address","name":"source","type":"address"},{"internalType":"uint256","name":"decimals","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"PriceOracle_TooManyDecimals","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"asset","type":"address"},{"indexed":true,"internalType":"address","name":"oldFeed","type":"address"},{"indexed":true,"internalType":"address","name":"newFeed","type":"address"},{"indexed":false,"internalType":"uint32","name":"oldMaxAge","type":"uint32"},{"indexed":false,"internalType":"uint32","name":"newMaxAge","type":"uint32"},{"indexed":false,"internalType":"uint128","name":"oldMinPrice","type":"uint128"},{"indexed":false,"internalType":"uint128","name":"newMinPrice","type":"uint128"},{"indexed":false,"internalType":"uint128","name":"oldMaxPrice","type":"uint128"},{"indexed":false,"internalType":"uint128","name":"newMaxPrice","type":"uint128"},{"indexed":false,"internalType":"uint8","name":"feedDecimals","type":"uint8"},{"indexed":false,"internalType":"uint8","name":"assetDecimals","type":"uint8"}],"name":"FeedSet","type":"event"},
  {"inputs":[],"name":"MAX_DECIMALS","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"MAX_MAX_AGE","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"MAX_SEQUENCER_GRACE","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"MIN_MAX_AGE","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"asset","type":"address"}],"name":"feedOf","outputs":[{"components":[{"internalType":"contract AggregatorV3Interface","name":"feed","type":"address"},{"internalType":"uint32","name":"maxAge","type":"uint32"},{"internalType":"uint8","name":"feedDecimals","type":"uint8"},{"internalType":"uint8","name":"assetDecimals","type":"uint8"},{"internalType":"uint128","name":"minPrice","type":"uint128"},{"internalType":"uint128","name":"maxPrice","type":"uint128"}],"internalType":"struct IPriceOracle.Feed","name":"","type":"tuple"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"asset","type":"address"}],"name":"price","outputs":[{"internalType":"uint256","name":"priceUsd","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"asset","type":"address"},{"internalType":"uint256","name":"usdAmount","type":"uint256"}],"name":"quote","outputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"asset","type":"address"}],"name":"removeFeed","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"sequencerFeed","outputs":[{"internalType":"contract AggregatorV3Interface","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"sequencerGrace","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"components":[{"internalType":"address","name":"asset","type":"address"},{"internalType":"contract AggregatorV3Interface","name":"feed","type":"address"},{"internalType":"uint32","name":"maxAge","type":"uint32"},{"internalType":"uint128","name":"minPrice","type":"uint128"},{"internalType":"uint128","name":"maxPrice","type":"uint128"}],"internalType":"struct IPriceOracle.FeedConfig","name":"config","type":"tuple"}],"name":"setFeed","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type PriceOracleAbi = typeof priceOracleAbi
export type PriceOracle<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<PriceOracleAbi, client, viem.Address>
export type PriceOracleRead = viem.ContractFunctionName<PriceOracleAbi, 'pure' | 'view'>
export type PriceOracleWrite = viem.ContractFunctionName<PriceOracleAbi, 'nonpayable' | 'payable'>
export type PriceOracleEvent = viem.ContractEventName<PriceOracleAbi>
export type PriceOracleError = viem.ContractErrorName<PriceOracleAbi>
