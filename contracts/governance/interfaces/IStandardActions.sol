// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOpenToken} from "../../token/interfaces/IOpenToken.sol";
import {ProposalClass} from "../types/ProposalClass.sol";

/// @title IStandardActions
/// @notice The short list of actions that a proposal may consist of and still pass as standard, with their caps. Deny by
/// default: a proposal is constitutional unless every action of it stands here.
/// @dev A cap bounds one proposal, and all standard proposals together within any 30 days, wherever they begin. Payments
/// are kept by UTC day, so that each is given back after 30 to 31 days. Constitutional proposals use up nothing.
/// What this list can never hold, and no vote can put on it: anything of this list, the governor, the timelock and the
/// contracts that were named when it was deployed; of OPEN anything but `transfer`; and of no contract at all what gives
/// rights away or hides other calls (approvals, pulls, roles, ownership, multicalls).
interface IStandardActions {
    /// @notice An entry of the list. What it allows follows from its key:
    /// - target and selector zero: ETH without calldata to anybody, at most `cap` wei per proposal and 30 days;
    /// - selector of ERC-20 `transfer`: `transfer(to, amount)` to anybody, at most `cap` token units per proposal and 30
    ///   days;
    /// - any other selector: the function with any arguments and no ETH. Only for setters that are themselves bounded.
    /// @param target Contract called; zero for ETH.
    /// @param selector Function called; zero for ETH.
    /// @param cap Most wei or token units per proposal and per 30 days; for other functions anything but zero; zero: not
    /// listed.
    struct StandardAction {
        address target;
        bytes4 selector;
        uint256 cap;
    }

    /// @notice Only the governor uses caps up.
    /// @dev Fix: call execute of the governor; it calls here.
    /// @param caller Who called.
    error StandardActions_NotGovernor(address caller);

    /// @notice Only the timelock changes the list.
    /// @dev Fix: propose the change to the governor; it is a constitutional one.
    /// @param caller Who called.
    error StandardActions_NotTimelock(address caller);

    /// @notice This function can never stand on the list.
    /// @dev Fix: propose the action as it is; the proposal is constitutional and needs no entry.
    /// @param target Contract.
    /// @param selector Function.
    error StandardActions_NeverStandard(address target, bytes4 selector);

    /// @notice The cap of a payment is larger than the books can count.
    /// @dev Fix: set a cap of at most `max`.
    /// @param cap Wei or token units asked for.
    /// @param max Most wei or token units.
    error StandardActions_CapTooLarge(uint256 cap, uint256 max);

    /// @notice The action left the list after the proposal was made.
    /// @dev Fix: propose the action again; it is constitutional now.
    /// @param target Contract; zero for ETH.
    /// @param selector Function; zero for ETH.
    error StandardActions_NotListed(address target, bytes4 selector);

    /// @notice The standard proposals executed within 30 days would together move more than the cap.
    /// @dev Fix: execute when `available` has grown to the amount, if the proposal has not expired by then; else propose
    /// it again.
    /// @param asset Token; zero for ETH.
    /// @param amount Wei or token units that the action moves.
    /// @param available Wei or token units left now.
    error StandardActions_CapExhausted(address asset, uint256 amount, uint256 available);

    /// @notice OPEN answers to another timelock than the list.
    /// @dev Fix: deploy token and list with the same timelock.
    /// @param expected Timelock of the list.
    /// @param named Timelock that the token names.
    error StandardActions_TokenNamesOtherTimelock(address expected, address named);

    /// @notice Nothing of a contract can ever be listed.
    /// @param target Contract.
    event TargetClosed(address indexed target);

    /// @notice An entry of the list was added, changed or removed.
    /// @param target Contract; zero for ETH.
    /// @param selector Function; zero for ETH.
    /// @param oldCap Cap before; zero: not listed.
    /// @param newCap Cap from now on; zero: not listed.
    event StandardActionSet(address indexed target, bytes4 indexed selector, uint256 oldCap, uint256 newCap);

    /// @notice An action of a standard proposal used up part of a cap.
    /// @param asset Token; zero for ETH.
    /// @param amount Wei or token units that the action moves.
    /// @param moved Wei or token units of the last 30 days, this action included.
    event StandardCapUsed(address indexed asset, uint256 amount, uint256 moved);

    /// @notice Uses up the caps of a standard proposal that is about to be executed. Only the governor.
    /// @dev Reverts if an action is no longer listed or a cap does not suffice. Counted here and not when proposing, so
    /// that only what was approved uses a cap up. The arrays must be those of a proposal that was standard.
    /// @param targets Contracts called.
    /// @param values Wei sent with each call.
    /// @param calldatas Data of each call.
    function spend(address[] calldata targets, uint256[] calldata values, bytes[] calldata calldatas) external;

    /// @notice Adds, changes or removes an entry; {StandardAction} says what an entry allows. Only the timelock.
    /// @dev Always constitutional, because this contract itself can never be listed. Proposals that exist keep their
    /// class, but the list binds them once more when they are executed.
    /// @param target Contract; zero for ETH.
    /// @param selector Function; zero for ETH.
    /// @param cap Most wei or token units per proposal and per 30 days; for other functions anything but zero; zero
    /// removes.
    function setStandardAction(address target, bytes4 selector, uint256 cap) external;

    /// @notice The class that a proposal of these actions would get now.
    /// @dev The arrays must have equal lengths. What was moved lately does not count: a proposal may wait for its cap.
    /// @param targets Contracts called.
    /// @param values Wei sent with each call.
    /// @param calldatas Data of each call.
    /// @return Class.
    function classify(
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas
    ) external view returns (ProposalClass);

    /// @notice Cap of an entry.
    /// @param target Contract; zero for ETH.
    /// @param selector Function; zero for ETH.
    /// @return Most wei or token units per proposal and per 30 days; zero: not listed.
    function standardCap(address target, bytes4 selector) external view returns (uint256);

    /// @notice Whether no vote can list a function.
    /// @param target Contract.
    /// @param selector Function.
    /// @return Whether it always stays constitutional.
    function isNeverStandard(address target, bytes4 selector) external view returns (bool);

    /// @notice What standard proposals moved within the last 30 days, by UTC day: today and the 30 days before.
    /// @param asset Token; zero for ETH.
    /// @return Wei or token units.
    function moved(address asset) external view returns (uint256);

    /// @notice What standard proposals can move now.
    /// @param asset Token; zero for ETH.
    /// @return Wei or token units.
    function available(address asset) external view returns (uint256);

    /// @notice The governor, which asks here and uses caps up.
    /// @return Its address.
    function governor() external view returns (address);

    /// @notice The timelock, which alone changes the list.
    /// @return Its address.
    function timelock() external view returns (address);

    /// @notice OPEN, of which nothing but transfers can be listed.
    /// @return Its address.
    function token() external view returns (IOpenToken);
}
