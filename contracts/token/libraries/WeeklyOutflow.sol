// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RollingOutflow} from "../../common/RollingOutflow.sol";

/// @title Amounts of the last 7 days, in bounded storage
/// @dev By slots of six hours: the running one and the 28 before it, see {RollingOutflow}. No 7 days exceed a limit that
/// the sum never does; an amount is given back after 7 days to 7 days and 6 hours.
library WeeklyOutflow {
    using RollingOutflow for RollingOutflow.State;

    struct State {
        RollingOutflow.State rolling;
    }

    uint256 internal constant SLOT = 6 hours;
    uint256 internal constant PAST_SLOTS = 28;
    /// @dev After this long everything that left is given back.
    uint256 internal constant SPAN = (PAST_SLOTS + 1) * SLOT;
    /// @dev The largest single amount is the limit divided by this, rounded down; see `capacityDown`.
    uint256 internal constant SHARE = 4;

    /// @dev Adds `amount`. Requires non-decreasing times, and a sum that fits 96 bits.
    function add(State storage self, uint256 amount, uint256 time) internal {
        self.rolling.add(SLOT, PAST_SLOTS, amount, time);
    }

    /// @dev Sum of the slot of `time` and the 28 before it.
    function sum(State storage self, uint256 time) internal view returns (uint256) {
        return self.rolling.sum(SLOT, PAST_SLOTS, time);
    }

    /// @dev What can leave for certain within `duration` seconds, if it is asked for and no amount is above
    /// `limit / SHARE`: while more is waiting, less than `limit / SHARE` of the window stays unused, and each SPAN the
    /// window is empty again.
    function capacityDown(uint256 limit, uint256 duration) internal pure returns (uint256) {
        return (limit / SHARE) * (SHARE - 1) * ((duration + SPAN - 1) / SPAN);
    }
}
