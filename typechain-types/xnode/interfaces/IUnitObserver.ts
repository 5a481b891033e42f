// Generated from contracts/xnode/interfaces/IUnitObserver.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iUnitObserverAbi = [
  {"inputs":[{"internalType":"uint256","name":"unit","type":"uint256"},{"internalType":"uint256","name":"expiry","type":"uint256"}],"name":"onActivated","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"unit","type":"uint256"},{"internalType":"address","name":"owner","type":"address"},{"internalType":"uint256","name":"activatedAt","type":"uint256"},{"internalType":"uint256","name":"oldExpiry","type":"uint256"},{"internalType":"uint256","name":"expiry","type":"uint256"}],"name":"onRenewed","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"SeriesId","name":"series","type":"uint16"},{"internalType":"uint256","name":"cap","type":"uint256"},{"internalType":"uint256","name":"grantPerUnit","type":"uint256"}],"name":"onSeriesCreated","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"unit","type":"uint256"},{"internalType":"address","name":"from","type":"address"},{"internalType":"uint256","name":"activatedAt","type":"uint256"},{"internalType":"uint256","name":"expiry","type":"uint256"}],"name":"onTransferred","outputs":[],"stateMutability":"nonpayable","type":"function"},
] as const satisfies viem.Abi

export type IUnitObserverAbi = typeof iUnitObserverAbi
export type IUnitObserver<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IUnitObserverAbi, client, viem.Address>
export type IUnitObserverRead = viem.ContractFunctionName<IUnitObserverAbi, 'pure' | 'view'>
export type IUnitObserverWrite = viem.ContractFunctionName<IUnitObserverAbi, 'nonpayable' | 'payable'>
export type IUnitObserverEvent = viem.ContractEventName<IUnitObserverAbi>
export type IUnitObserverError = viem.ContractErrorName<IUnitObserverAbi>
