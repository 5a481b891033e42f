// Generated from contracts/governance/CouncilGuard.sol by `npm run build`. Do not edit.
import type * as viem from 'viem'

export const councilGuardAbi = [
  {"inputs":[{"internalType":"contract IGovernor","name":"governor_","type":"address"},{"internalType":"address","name":"timelock_","type":"address"},{"internalType":"address","name":"council_","type":"address"},{"internalType":"uint256","name":"expiry_","type":"uint256"}],"stateMutability":"nonpayable","type":"constructor"},
  {"inputs":[{"internalType":"bytes32","name":"actionsHash","type":"bytes32"}],"name":"CouncilGuard_CancelledBefore","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"expiry","type":"uint256"}],"name":"CouncilGuard_Expired","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"expiry","type":"uint256"},{"internalType":"uint256","name":"min","type":"uint256"},{"internalType":"uint256","name":"max","type":"uint256"}],"name":"CouncilGuard_ExpiryOutOfBounds","type":"error"},
  {"inputs":[{"internalType":"address","name":"expected","type":"address"},{"internalType":"address","name":"named","type":"address"}],"name":"CouncilGuard_GovernorNamesOtherGuard","type":"error"},
  {"inputs":[{"internalType":"address","name":"expected","type":"address"},{"internalType":"address","name":"named","type":"address"}],"name":"CouncilGuard_GovernorNamesOtherTimelock","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"CouncilGuard_NotCouncil","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"CouncilGuard_NotTimelock","type":"error"},
  {"inputs":[{"internalType":"bytes32","name":"actionsHash","type":"bytes32"}],"name":"CouncilGuard_Overruled","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"name":"CouncilGuard_OwnBusiness","type":"error"},
  {"inputs":[],"name":"CouncilGuard_ZeroAddress","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"bytes32","name":"actionsHash","type":"bytes32"}],"name":"ActionsOverruled","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"council","type":"address"}],"name":"CouncilDismissed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"oldCouncil","type":"address"},{"indexed":true,"internalType":"address","name":"newCouncil","type":"address"},{"indexed":false,"internalType":"uint256","name":"oldExpiry","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"newExpiry","type":"uint256"}],"name":"CouncilRenewed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint256","name":"proposalId","type":"uint256"},{"indexed":true,"internalType":"bytes32","name":"actionsHash","type":"bytes32"},{"indexed":true,"internalType":"address","name":"council","type":"address"}],"name":"ProposalCancelled","type":"event"},
  {"inputs":[],"name":"MAX_TERM","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address[]","name":"targets","type":"address[]"},{"internalType":"uint256[]","name":"values","type":"uint256[]"},{"internalType":"bytes[]","name":"calldatas","type":"bytes[]"},{"internalType":"bytes32","name":"descriptionHash","type":"bytes32"}],"name":"cancel","outputs":[{"internalType":"uint256","name":"proposalId","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"bytes32","name":"actionsHash","type":"bytes32"}],"name":"cancelledAt","outputs":[{"internalType":"uint256","name":"timestamp","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"council","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"dismiss","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"expiry","outputs":[{"internalType":"uint48","name":"","type":"uint48"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"governor","outputs":[{"internalType":"contract IGovernor","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address[]","name":"targets","type":"address[]"},{"internalType":"uint256[]","name":"values","type":"uint256[]"},{"internalType":"bytes[]","name":"calldatas","type":"bytes[]"}],"name":"hashActions","outputs":[{"internalType":"bytes32","name":"","type":"bytes32"}],"stateMutability":"pure","type":"function"},
  {"inputs":[{"internalType":"bytes32","name":"actionsHash","type":"bytes32"}],"name":"isOverruled","outputs":[{"internalType":"bool","name":"","type":"bool"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"bytes32","name":"actionsHash","type":"bytes32"}],"name":"overrule","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"newCouncil","type":"address"},{"internalType":"uint256","name":"newExpiry","type":"uint256"}],"name":"renew","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[],"name":"timelock","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
] as const satisfies viem.Abi

export type CouncilGuardAbi = typeof councilGuardAbi
export type CouncilGuard<client extends viem.Client = viem.Client> =
  viem.GetContractReturnType<CouncilGuardAbi, client, viem.Address>
export type CouncilGuardRead = viem.ContractFunctionName<CouncilGuardAbi, 'pure' | 'view'>
export type CouncilGuardWrite = viem.ContractFunctionName<CouncilGuardAbi, 'nonpayable' | 'payable'>
export type CouncilGuardEvent = viem.ContractEventName<CouncilGuardAbi>
export type CouncilGuardError = viem.ContractErrorName<CouncilGuardAbi>
