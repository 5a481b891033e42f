// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Clock of staking
/// @notice Rounds are UTC days and epochs are weeks, both counted from 1970, so that every node and indexer derives
/// them from a timestamp alone.
library StakeClock {
    uint256 internal constant ROUND = 1 days;
    uint256 internal constant ROUNDS_PER_EPOCH = 7;

    function roundAt(uint256 timestamp) internal pure returns (uint256) {
        return timestamp / ROUND;
    }

    function epochOf(uint256 round) internal pure returns (uint256) {
        return round / ROUNDS_PER_EPOCH;
    }
}
