// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RollingOutflow} from "./RollingOutflow.sol";

/// @title Amounts of the last 30 days, in bounded storage
/// @dev By UTC day: today and the 30 days before, see {RollingOutflow}. No 30 days exceed a limit that the sum never
/// does; an amount is given back after 30 to 31 days.
library OutflowWindow {
    using RollingOutflow for RollingOutflow.State;

    struct State {
        RollingOutflow.State rolling;
    }

    uint256 private constant PAST_DAYS = 30;

    /// @dev Adds `amount`. Requires non-decreasing times, and a sum that fits 96 bits.
    /// @return The sum from now on.
    function add(State storage self, uint256 amount, uint256 time) internal returns (uint256) {
        return self.rolling.add(1 days, PAST_DAYS, amount, time);
    }

    /// @dev Sum of the day of `time` and the 30 days before it.
    function sum(State storage self, uint256 time) internal view returns (uint256) {
        return self.rolling.sum(1 days, PAST_DAYS, time);
    }
}
