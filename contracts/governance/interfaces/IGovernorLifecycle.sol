// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IGovernorLifecycle
/// @notice Who may stop a proposal, how many a proposer may have, and when an approval becomes stale.
interface IGovernorLifecycle {
    /// @notice The proposer already has a proposal that is pending or active.
    /// @dev Fix: wait for its vote to end, or cancel it first.
    /// @param proposer Proposer.
    /// @param proposalId The proposal in the way.
    error GovernorLifecycle_ProposerHasLiveProposal(address proposer, uint256 proposalId);

    /// @notice The grace period lies outside its limits.
    /// @dev Fix: deploy with a grace period between the two limits.
    /// @param grace Seconds asked for.
    /// @param min Least seconds.
    /// @param max Most seconds.
    error GovernorLifecycle_GracePeriodOutOfBounds(uint256 grace, uint256 min, uint256 max);

    /// @notice How long an approval stays usable: to be queued after the vote, and to be executed after its delay.
    /// @dev Without a setter, because a longer one would revive what has expired.
    /// @return Seconds.
    function gracePeriod() external view returns (uint256);

    /// @notice Contract that cancels for the council, in any state before execution. Never changes.
    /// @dev Who the council is, what it may not cancel and until when it may is written there, see {ICouncilGuard}.
    /// @return Its address.
    function councilGuard() external view returns (address);

    /// @notice The proposal that an account made last.
    /// @param proposer Account.
    /// @return proposalId Zero when it made none.
    function latestProposal(address proposer) external view returns (uint256 proposalId);
}
