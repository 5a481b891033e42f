// Generated from contracts/xnode/interfaces/IAppCatalogue.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const iAppCatalogueAbi = [
  {"inputs":[{"internalType":"AppId","name":"app","type":"bytes32"},{"internalType":"uint256","name":"version","type":"uint256"}],"name":"AppCatalogue_AlreadyDeprecated","type":"error"},
  {"inputs":[{"internalType":"AppId","name":"app","type":"bytes32"}],"name":"AppCatalogue_AppExists","type":"error"},
  {"inputs":[{"internalType":"AppId","name":"app","type":"bytes32"}],"name":"AppCatalogue_ContentHashMissing","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"length","type":"uint256"},{"internalType":"uint256","name":"place","type":"uint256"}],"name":"AppCatalogue_InvalidName","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"length","type":"uint256"},{"internalType":"uint256","name":"place","type":"uint256"}],"name":"AppCatalogue_InvalidUri","type":"error"},
  {"inputs":[{"internalType":"AppId","name":"app","type":"bytes32"},{"internalType":"address","name":"caller","type":"address"},{"internalType":"address","name":"offeredTo","type":"address"}],"name":"AppCatalogue_NotOffered","type":"error"},
  {"inputs":[{"internalType":"AppId","name":"app","type":"bytes32"},{"internalType":"address","name":"caller","type":"address"},{"internalType":"address","name":"publisher","type":"address"}],"name":"AppCatalogue_NotPublisher","type":"error"},
  {"inputs":[{"internalType":"AppId","name":"app","type":"bytes32"}],"name":"AppCatalogue_UnknownApp","type":"error"},
  {"inputs":[{"internalType":"AppId","name":"app","type":"bytes32"},{"internalType":"uint256","name":"version","type":"uint256"},{"internalType":"uint256","name":"versionCount","type":"uint256"}],"name":"AppCatalogue_UnknownVersion","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"AppId","name":"app","type":"bytes32"},{"indexed":true,"internalType":"address","name":"publisher","type":"address"},{"indexed":true,"internalType":"address","name":"offeredTo","type":"address"}],"name":"AppOffered","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"AppId","name":"app","type":"bytes32"},{"indexed":true,"internalType":"address","name":"publisher","type":"address"},{"indexed":false,"internalType":"string","name":"name","type":"string"}],"name":"AppPublished","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"AppId","name":"app","type":"bytes32"},{"indexed":true,"internalType":"address","name":"oldPublisher","type":"address"},{"indexed":true,"internalType":"address","name":"newPublisher","type":"address"}],"name":"PublisherChanged","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"AppId","name":"app","type":"bytes32"},{"indexed":true,"internalType":"uint256","name":"version","type":"uint256"},{"indexed":true,"internalType":"bytes32","name":"contentHash","type":"bytes32"},{"indexed":false,"internalType":"string","name":"uri","type":"string"}],"name":"VersionAdded","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"AppId","name":"app","type":"bytes32"},{"indexed":true,"internalType":"uint256","name":"version","type":"uint256"}],"name":"VersionDeprecated","type":"event"},
  {"inputs":[{"internalType":"AppId","name":"app","type":"bytes32"}],"name":"acceptApp","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"AppId","name":"app","type":"bytes32"},{"internalType":"bytes32","name":"contentHash","type":"bytes32"},{"internalType":"string","name":"uri","type":"string"}],"name":"addVersion","outputs":[{"internalType":"uint256","name":"version","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"publisher","type":"address"},{"internalType":"string","name":"name","type":"string"}],"name":"appIdOf","outputs":[{"internalType":"AppId","name":"","type":"bytes32"}],"stateMutability":"pure","type":"function"},
  {"inputs":[{"internalType":"AppId","name":"app","type":"bytes32"},{"internalType":"uint256","name":"version","type":"uint256"}],"name":"deprecateVersion","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"AppId","name":"app","type":"bytes32"}],"name":"getApp","outputs":[{"components":[{"internalType":"address","name":"publisher","type":"address"},{"internalType":"address","name":"offeredTo","type":"address"},{"internalType":"uint256","name":"versionCount","type":"uint256"},{"internalType":"string","name":"name","type":"string"}],"internalType":"struct IAppCatalogue.App","name":"","type":"tuple"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"AppId","name":"app","type":"bytes32"},{"internalType":"uint256","name":"version","type":"uint256"}],"name":"getVersion","outputs":[{"components":[{"internalType":"bytes32","name":"contentHash","type":"bytes32"},{"internalType":"uint40","name":"publishedAt","type":"uint40"},{"internalType":"bool","name":"deprecated","type":"bool"},{"internalType":"string","name":"uri","type":"string"}],"internalType":"struct IAppCatalogue.AppVersion","name":"","type":"tuple"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"AppId","name":"app","type":"bytes32"},{"internalType":"address","name":"to","type":"address"}],"name":"offerApp","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"string","name":"name","type":"string"},{"internalType":"bytes32","name":"contentHash","type":"bytes32"},{"internalType":"string","name":"uri","type":"string"}],"name":"publishApp","outputs":[{"internalType":"AppId","name":"app","type":"bytes32"}],"stateMutability":"nonpayable","type":"function"},
] as const satisfies viem.Abi

export type IAppCatalogueAbi = typeof iAppCatalogueAbi
export type IAppCatalogue<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<IAppCatalogueAbi, client, viem.Address>
export type IAppCatalogueRead = viem.ContractFunctionName<IAppCatalogueAbi, 'pure' | 'view'>
export type IAppCatalogueWrite = viem.ContractFunctionName<IAppCatalogueAbi, 'nonpayable' | 'payable'>
export type IAppCatalogueEvent = viem.ContractEventName<IAppCatalogueAbi>
export type IAppCatalogueError = viem.ContractErrorName<IAppCatalogueAbi>
