// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Roots of rounds
/// @notice All that a consumer of what validators found needs to know of who collects their signatures.
interface IRoundRoots {
    /// @notice The root that more than two thirds of the stake signed for a round. Never changes once it is there.
    /// @param round The day, since 1970.
    /// @return The root; zero while there is none, and for ever when nobody certified the round in time.
    function rootOf(uint256 round) external view returns (bytes32);
}
