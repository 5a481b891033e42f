// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernorBoundedSettings} from "./IGovernorBoundedSettings.sol";
import {IGovernorChangeVoteBySig} from "./IGovernorChangeVoteBySig.sol";
import {IGovernorClassQuorum} from "./IGovernorClassQuorum.sol";
import {IGovernorCountingFlexible} from "./IGovernorCountingFlexible.sol";
import {IGovernorHold} from "./IGovernorHold.sol";
import {IGovernorLifecycle} from "./IGovernorLifecycle.sol";
import {IGovernorPreventLateSwing} from "./IGovernorPreventLateSwing.sol";
import {IGovernorProposalClass} from "./IGovernorProposalClass.sol";
import {IGovernorProposeBySig} from "./IGovernorProposeBySig.sol";

/// @title IOpenGovernor
/// @notice Openmesh's governor: OPEN holders propose, vote, and act through the timelock. OpenZeppelin's Governor plus
/// the modules listed here; each interface says what its module adds.
/// @dev To be read together with OpenZeppelin's IGovernor. Timestamp clock. Standard proposals need for > against,
/// constitutional ones for > 2 x against. Settings move only by vote and only inside limits written in the code; the
/// timelock, the standard list, the council's guard and the validators' house never change.
interface IOpenGovernor is
    IGovernorBoundedSettings,
    IGovernorProposalClass,
    IGovernorClassQuorum,
    IGovernorCountingFlexible,
    IGovernorChangeVoteBySig,
    IGovernorPreventLateSwing,
    IGovernorLifecycle,
    IGovernorProposeBySig,
    IGovernorHold
{
    /// @notice Start values; the limits of each stand in its module.
    /// @param votingDelay Seconds from proposal to snapshot.
    /// @param votingPeriod Seconds from snapshot to the end of the vote.
    /// @param swingWindow Seconds before the end in which a flip of the outcome extends the vote. Never changes.
    /// @param gracePeriod Seconds an approval stays usable. Never changes.
    /// @param proposalThreshold OPEN wei needed to propose.
    /// @param quorumNumerator Basis points of the voting supply, standard.
    /// @param constitutionalQuorumNumerator Basis points of the voting supply, constitutional.
    /// @param quorumFloor OPEN wei, standard.
    /// @param constitutionalQuorumFloor OPEN wei, constitutional.
    struct Params {
        uint48 votingDelay;
        uint32 votingPeriod;
        uint32 swingWindow;
        uint32 gracePeriod;
        uint256 proposalThreshold;
        uint256 quorumNumerator;
        uint256 constitutionalQuorumNumerator;
        uint256 quorumFloor;
        uint256 constitutionalQuorumFloor;
    }

    /// @notice The token answers to another timelock than the governor's.
    /// @dev Fix: deploy token and governor with the same timelock.
    /// @param expected Timelock of the governor.
    /// @param named Timelock that the token names.
    error OpenGovernor_TokenNamesOtherTimelock(address expected, address named);

    /// @notice The standard list was built for another governor.
    /// @dev Fix: deploy the list with the address that this governor will have.
    /// @param expected This contract.
    /// @param named Governor that the list names.
    error OpenGovernor_ListNamesOtherGovernor(address expected, address named);

    /// @notice The standard list answers to another timelock than the governor's.
    /// @dev Fix: deploy list and governor with the same timelock.
    /// @param expected Timelock of the governor.
    /// @param named Timelock that the list names.
    error OpenGovernor_ListNamesOtherTimelock(address expected, address named);

    /// @notice The token does not count time in seconds.
    /// @dev Fix: deploy with a token whose clock is the block's timestamp.
    /// @param clock What its clock says now.
    /// @param timestamp The block's timestamp.
    error OpenGovernor_ClockIsNotTimestamp(uint256 clock, uint256 timestamp);

    /// @notice The timelock is part of what the governor is and never changes.
    /// @dev Fix: replace the governor instead, by a vote that moves the timelock's roles.
    /// @param timelock The timelock.
    error OpenGovernor_TimelockIsFixed(address timelock);
}
