// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {VestingSchedule} from "../types/VestingSchedule.sol";

/// @title Arithmetic of vesting
/// @notice What is vested never falls with time, never exceeds the amount, and is exactly the amount at the end.
/// @dev Rounds down, for the wallet and against its owner. Requires an immediate part of at most 100 %; with amounts
/// below 2^128 nothing can overflow.
library VestingMath {
    uint256 private constant BPS = 1e4;

    /// @dev What of `amount` is vested at `time`. The immediate part is due at the start; at the cliff the rest catches
    /// up with the time since the start.
    function vestedDown(uint256 amount, VestingSchedule schedule, uint256 time) internal pure returns (uint256) {
        if (schedule.isAtOnce()) return amount;
        uint256 start = schedule.start();
        if (time < start) return 0;
        uint256 elapsed = time - start;
        uint256 duration = schedule.duration();
        if (elapsed >= duration) return amount;
        uint256 immediate = (amount * schedule.immediateBps()) / BPS;
        if (elapsed < schedule.cliff()) return immediate;
        uint256 rest = amount - immediate;
        uint256 steps = schedule.steps();
        if (steps == 0) return immediate + (rest * elapsed) / duration;
        uint256 done = (elapsed * steps) / duration;
        return immediate + (rest * done) / steps;
    }
}
