// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

/// @title ICouncilGuard
/// @notice The council's only power: to cancel a proposal that the governor has not executed yet. It ends at an expiry
/// date, and only a vote renews it.
/// @dev A brake, not a wheel. Out of its reach are proposals all of whose actions call this contract (its dismissal,
/// renewal and overruling), constitutional proposals whose actions it had cancelled once when their vote began, and
/// actions that a vote has overruled. A twin, put to the vote beside what the council cancels, is no shelter, and
/// neither is a dismissal: a proposal that mixes a call of this contract with other actions can be cancelled. The
/// council can neither propose, vote nor execute.
interface ICouncilGuard {
    /// @notice A constructor argument is the zero address, or a council of nobody was to be appointed.
    /// @dev Fix: pass the addresses of the governor, the timelock and the council; to have no council, dismiss it.
    error CouncilGuard_ZeroAddress();

    /// @notice The governor takes cancellations from another guard than this one.
    /// @dev Fix: deploy the guard to the address that the governor's constructor was given, after the governor.
    /// @param expected This contract.
    /// @param named Guard that the governor names.
    error CouncilGuard_GovernorNamesOtherGuard(address expected, address named);

    /// @notice The governor acts through another timelock than the one given.
    /// @dev Fix: pass the governor's timelock.
    /// @param expected Timelock given.
    /// @param named Timelock that the governor names.
    error CouncilGuard_GovernorNamesOtherTimelock(address expected, address named);

    /// @notice The caller is not the council.
    /// @dev Fix: cancel from the address that `council()` names.
    /// @param caller The sender of the call.
    error CouncilGuard_NotCouncil(address caller);

    /// @notice The caller is not the timelock.
    /// @dev Fix: make the call by a governance proposal.
    /// @param caller The sender of the call.
    error CouncilGuard_NotTimelock(address caller);

    /// @notice The council's term is over.
    /// @dev Fix: propose `renew`; until it is executed nothing can be cancelled here.
    /// @param expiry Last timestamp at which it could cancel.
    error CouncilGuard_Expired(uint256 expiry);

    /// @notice The term's end lies in the past or too far ahead.
    /// @dev Fix: choose an expiry between the two limits, counted from the block that executes the call.
    /// @param expiry Timestamp asked for.
    /// @param min Least timestamp.
    /// @param max Greatest timestamp.
    error CouncilGuard_ExpiryOutOfBounds(uint256 expiry, uint256 min, uint256 max);

    /// @notice The proposal does nothing but call this contract: the council does not decide about itself.
    /// @dev Fix: none; the vote decides.
    /// @param proposalId Proposal.
    error CouncilGuard_OwnBusiness(uint256 proposalId);

    /// @notice The council cancelled these actions once, and now they are voted on again as constitutional.
    /// @dev Fix: none; the vote decides.
    /// @param actionsHash Hash of targets, values and calldatas.
    error CouncilGuard_CancelledBefore(bytes32 actionsHash);

    /// @notice A vote has put these actions out of the council's reach.
    /// @dev Fix: none; the vote decides.
    /// @param actionsHash Hash of targets, values and calldatas.
    error CouncilGuard_Overruled(bytes32 actionsHash);

    /// @notice The council cancelled a proposal.
    /// @param proposalId Proposal.
    /// @param actionsHash Hash of its targets, values and calldatas.
    /// @param council Council.
    event ProposalCancelled(uint256 indexed proposalId, bytes32 indexed actionsHash, address indexed council);

    /// @notice A council was appointed or got another term.
    /// @param oldCouncil Council before; zero: none.
    /// @param newCouncil Council from now on.
    /// @param oldExpiry Last timestamp of the term before.
    /// @param newExpiry Last timestamp at which the council can cancel.
    event CouncilRenewed(address indexed oldCouncil, address indexed newCouncil, uint256 oldExpiry, uint256 newExpiry);

    /// @notice The council lost its power.
    /// @param council Council before; zero: there was none.
    event CouncilDismissed(address indexed council);

    /// @notice Actions were put out of the council's reach for ever.
    /// @param actionsHash Hash of targets, values and calldatas.
    event ActionsOverruled(bytes32 indexed actionsHash);

    /// @notice Cancels a pending, active, succeeded or queued proposal. Only the council, until its expiry.
    /// @dev The arguments are those that the proposal was made with. Reverts with `GovernorNonexistentProposal` for an
    /// unknown proposal and with `GovernorUnableToCancel` in any other state.
    /// @param targets Contracts called.
    /// @param values Wei sent with each call.
    /// @param calldatas Data of each call.
    /// @param descriptionHash keccak256 of the proposal's text.
    /// @return proposalId Proposal.
    function cancel(
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas,
        bytes32 descriptionHash
    ) external returns (uint256 proposalId);

    /// @notice Appoints a council, the present one or another. Only the timelock.
    /// @param newCouncil An address, such as a Safe.
    /// @param newExpiry Last timestamp at which it can cancel; at most `MAX_TERM` ahead.
    function renew(address newCouncil, uint256 newExpiry) external;

    /// @notice Leaves the place empty until the next {renew}. Only the timelock.
    function dismiss() external;

    /// @notice Puts actions out of the council's reach, whatever their class and whoever proposes them. Only the
    /// timelock.
    /// @dev For standard actions, which the council could otherwise cancel each time anew. The hash does not show
    /// voters what it stands for: the text of such a proposal must, and {hashActions} proves it.
    /// @param actionsHash Hash of targets, values and calldatas.
    function overrule(bytes32 actionsHash) external;

    /// @notice Governor that this contract cancels at.
    function governor() external view returns (IGovernor);

    /// @notice The only account that appoints, dismisses and overrules.
    function timelock() external view returns (address);

    /// @notice The council; zero when it was dismissed.
    function council() external view returns (address);

    /// @notice Last timestamp at which the council can cancel; zero when it was dismissed.
    function expiry() external view returns (uint48);

    /// @notice When the council cancelled a proposal of these actions for the first time; zero: never.
    /// @param actionsHash Hash of targets, values and calldatas.
    function cancelledAt(bytes32 actionsHash) external view returns (uint256 timestamp);

    /// @notice Whether a vote has put these actions out of the council's reach.
    /// @param actionsHash Hash of targets, values and calldatas.
    function isOverruled(bytes32 actionsHash) external view returns (bool);

    /// @notice What stands for a proposal's actions here: `keccak256(abi.encode(targets, values, calldatas))`. Unlike a
    /// proposal's id it leaves out the text.
    /// @param targets Contracts called.
    /// @param values Wei sent with each call.
    /// @param calldatas Data of each call.
    /// @return Hash.
    function hashActions(
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas
    ) external pure returns (bytes32);
}
