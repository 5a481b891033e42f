// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ProposalClass} from "../types/ProposalClass.sol";

/// @title IGovernorClassQuorum
/// @notice Quorum by class: a fraction of the supply that somebody can vote with, never less than an absolute floor.
/// @dev All values are checkpointed and read at the proposal's snapshot, so changing one neither revives nor kills a
/// proposal that exists. The limits of the two classes touch but never cross: constitutional is never the easier one.
/// OpenZeppelin's `updateQuorumNumerator` sets the standard fraction: basis points, 100 to 1,000.
interface IGovernorClassQuorum {
    /// @notice A quorum fraction lies outside the limits of its class.
    /// @dev Fix: propose a fraction between the two limits.
    /// @param class Class the fraction is for.
    /// @param numerator Basis points asked for.
    /// @param min Least basis points.
    /// @param max Most basis points.
    error GovernorClassQuorum_NumeratorOutOfBounds(ProposalClass class, uint256 numerator, uint256 min, uint256 max);

    /// @notice A quorum floor lies outside the limits of its class.
    /// @dev Fix: propose a floor between the two limits.
    /// @param class Class the floor is for.
    /// @param floor OPEN wei asked for.
    /// @param min Least OPEN wei.
    /// @param max Most OPEN wei.
    error GovernorClassQuorum_FloorOutOfBounds(ProposalClass class, uint256 floor, uint256 min, uint256 max);

    /// @notice The quorum fraction of constitutional proposals changed.
    /// @param oldNumerator Basis points before.
    /// @param newNumerator Basis points from now on.
    event ConstitutionalQuorumNumeratorUpdated(uint256 oldNumerator, uint256 newNumerator);

    /// @notice The quorum floor of a class changed.
    /// @param class Class.
    /// @param oldFloor OPEN wei before.
    /// @param newFloor OPEN wei from now on.
    event QuorumFloorUpdated(ProposalClass indexed class, uint256 oldFloor, uint256 newFloor);

    /// @notice Changes the quorum fraction of constitutional proposals. Only governance.
    /// @param newNumerator Basis points, 1,000 to 3,000.
    function updateConstitutionalQuorumNumerator(uint256 newNumerator) external;

    /// @notice Changes the quorum floor of a class. Only governance.
    /// @param class Class.
    /// @param newFloor OPEN wei; 1M to 30M for standard, 30M to 100M for constitutional.
    function updateQuorumFloor(ProposalClass class, uint256 newFloor) external;

    /// @notice Supply that somebody can vote with: all of it minus the votes of {EXCLUDED}.
    /// @param timepoint Past timestamp.
    /// @return OPEN wei.
    function votingSupply(uint256 timepoint) external view returns (uint256);

    /// @notice Quorum fraction of constitutional proposals at a timestamp.
    /// @param timepoint Timestamp.
    /// @return Basis points.
    function constitutionalQuorumNumerator(uint256 timepoint) external view returns (uint256);

    /// @notice Quorum floor of a class at a timestamp.
    /// @param class Class.
    /// @param timepoint Timestamp.
    /// @return OPEN wei.
    function quorumFloor(ProposalClass class, uint256 timepoint) external view returns (uint256);

    /// @notice For plus abstain votes that this proposal needs.
    /// @dev Reverts while the snapshot lies ahead, because the supply there is not known yet.
    /// @param proposalId Proposal.
    /// @return OPEN wei, rounded up.
    function proposalQuorum(uint256 proposalId) external view returns (uint256);
}
