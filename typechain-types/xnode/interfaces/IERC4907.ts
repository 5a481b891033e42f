// Generated from contracts/xnode/interfaces/IERC4907.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const ierc4907Abi = [
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint256","name":"tokenId","type":"uint256"},{"indexed":true,"internalType":"address","name":"user","type":"address"},{"indexed":false,"internalType":"uint64","name":"expires","type":"uint64"}],"name":"UpdateUser","type":"event"},
  {"inputs":[{"internalType":"uint256","name":"tokenId","type":"uint256"},{"internalType":"address","name":"user","type":"address"},{"internalType":"uint64","name":"expires","type":"uint64"}],"name":"setUser","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"tokenId","type":"uint256"}],"name":"userExpires","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint256","name":"tokenId","type":"uint256"}],"name":"userOf","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type IERC4907Abi = typeof ierc4907Abi
export type IERC4907<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IERC4907Abi, client, viem.Address>
export type IERC4907Read = viem.ContractFunctionName<IERC4907Abi, 'pure' | 'view'>
export type IERC4907Write = viem.ContractFunctionName<IERC4907Abi, 'nonpayable' | 'payable'>
export type IERC4907Event = viem.ContractEventName<IERC4907Abi>
export type IERC4907Error = viem.ContractErrorName<IERC4907Abi>
