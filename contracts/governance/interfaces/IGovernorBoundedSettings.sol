// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IGovernorBoundedSettings
/// @notice Limits of the governor's settings, written in code: no vote can move them beyond.
interface IGovernorBoundedSettings {
    /// @notice The voting delay lies outside its limits.
    /// @dev Fix: propose a delay between the two limits.
    /// @param delay Seconds asked for.
    /// @param min Least seconds.
    /// @param max Most seconds.
    error GovernorBoundedSettings_VotingDelayOutOfBounds(uint256 delay, uint256 min, uint256 max);

    /// @notice The voting period lies outside its limits.
    /// @dev Fix: propose a period between the two limits.
    /// @param period Seconds asked for.
    /// @param min Least seconds.
    /// @param max Most seconds.
    error GovernorBoundedSettings_VotingPeriodOutOfBounds(uint256 period, uint256 min, uint256 max);

    /// @notice The proposal threshold lies outside its limits.
    /// @dev Fix: propose a threshold between the two limits.
    /// @param threshold OPEN wei asked for.
    /// @param min Least OPEN wei.
    /// @param max Most OPEN wei.
    error GovernorBoundedSettings_ProposalThresholdOutOfBounds(uint256 threshold, uint256 min, uint256 max);
}
