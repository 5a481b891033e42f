// Generated from contracts/xnode/UnitStream.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const unitStreamAbi = [
  {"inputs":[{"internalType":"address","name":"token","type":"address"}],"name":"SafeERC20FailedOperation","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"free","type":"uint256"},{"internalType":"uint256","name":"needed","type":"uint256"}],"name":"UnitStream_NotFree","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"UnitStream_NotTimelock","type":"error"},
  {"inputs":[{"internalType":"address","name":"expected","type":"address"},{"internalType":"address","name":"actual","type":"address"}],"name":"UnitStream_WrongCounterpart","type":"error"},
  {"inputs":[],"name":"UnitStream_ZeroAddress","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"RowId","name":"row","type":"uint8"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"FreeGivenBack","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"SeriesId","name":"series","type":"uint16"},{"indexed":false,"internalType":"uint256","name":"grantPerUnit","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"StreamReserved","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint256","name":"unit","type":"uint256"},{"indexed":true,"internalType":"address","name":"owner","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"streamed","type":"uint256"}],"name":"StreamSettled","type":"event"},
  {"inputs":[],"name":"STREAM_TERM","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"allocation","outputs":[{"internalType":"contract ITokenAllocation","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"freeOpen","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"RowId","name":"row","type":"uint8"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"giveBackFree","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"SeriesId","name":"series","type":"uint16"}],"name":"grantOf","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"openHeld","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"token","outputs":[{"internalType":"contract IOpenToken","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type UnitStreamAbi = typeof unitStreamAbi
export type UnitStream<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<UnitStreamAbi, client, viem.Address>
export type UnitStreamRead = viem.ContractFunctionName<UnitStreamAbi, 'pure' | 'view'>
export type UnitStreamWrite = viem.ContractFunctionName<UnitStreamAbi, 'nonpayable' | 'payable'>
export type UnitStreamEvent = viem.ContractEventName<UnitStreamAbi>
export type UnitStreamError = viem.ContractErrorName<UnitStreamAbi>
