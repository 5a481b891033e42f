// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IGovernorPreventLateSwing
/// @notice Extends a vote whose outcome flips shortly before its end, so that the other side can answer.
/// @dev Covers late quorum, late majorities either way and late changes of votes. Bounded: never more than two
/// windows past the original end; a flip in the last second of that is final.
interface IGovernorPreventLateSwing {
    /// @notice The swing window lies outside its limits.
    /// @dev Fix: deploy with a window between the two limits.
    /// @param window Seconds asked for.
    /// @param min Least seconds.
    /// @param max Most seconds.
    error GovernorPreventLateSwing_WindowOutOfBounds(uint256 window, uint256 min, uint256 max);

    /// @notice A late flip of the outcome moved a proposal's end.
    /// @param proposalId Proposal.
    /// @param oldDeadline End before, a timestamp.
    /// @param newDeadline End from now on, a timestamp.
    event ProposalExtended(uint256 indexed proposalId, uint256 oldDeadline, uint256 newDeadline);

    /// @notice Length of the closing window, and how long voters have to answer a flip inside it.
    /// @return Seconds; a vote ends at most twice as many seconds after its original end.
    function swingWindow() external view returns (uint256);

    /// @notice End of a proposal's vote before any extension.
    /// @param proposalId Proposal.
    /// @return Timestamp; zero for an unknown proposal.
    function originalDeadline(uint256 proposalId) external view returns (uint256);
}
