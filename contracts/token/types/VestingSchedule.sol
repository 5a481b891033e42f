// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev When an amount becomes its owner's, in one word:
/// bits 0-39 start (Unix time), bits 40-79 cliff (seconds after the start before which only the immediate part is due),
/// bits 80-119 duration (seconds from the start until all is due), bits 120-135 steps (0 = by the second, n = in n equal
/// steps), bits 136-151 immediate part (basis points due at the start). The rest is zero; the zero word means that
/// everything is due at once.
type VestingSchedule is uint256;

uint256 constant SCHEDULE_BITS = 152;
uint256 constant CLIFF_SHIFT = 40;
uint256 constant DURATION_SHIFT = 80;
uint256 constant STEPS_SHIFT = 120;
uint256 constant IMMEDIATE_SHIFT = 136;

using {isAtOnce, start, cliff, duration, steps, immediateBps} for VestingSchedule global;

function toVestingSchedule(
    uint40 start_,
    uint40 cliff_,
    uint40 duration_,
    uint16 steps_,
    uint16 immediateBps_
) pure returns (VestingSchedule) {
    return
        VestingSchedule.wrap(
            uint256(start_) |
                (uint256(cliff_) << CLIFF_SHIFT) |
                (uint256(duration_) << DURATION_SHIFT) |
                (uint256(steps_) << STEPS_SHIFT) |
                (uint256(immediateBps_) << IMMEDIATE_SHIFT)
        );
}

function isAtOnce(VestingSchedule self) pure returns (bool) {
    return VestingSchedule.unwrap(self) == 0;
}

function start(VestingSchedule self) pure returns (uint256) {
    return uint40(VestingSchedule.unwrap(self));
}

function cliff(VestingSchedule self) pure returns (uint256) {
    return uint40(VestingSchedule.unwrap(self) >> CLIFF_SHIFT);
}

function duration(VestingSchedule self) pure returns (uint256) {
    return uint40(VestingSchedule.unwrap(self) >> DURATION_SHIFT);
}

function steps(VestingSchedule self) pure returns (uint256) {
    return uint16(VestingSchedule.unwrap(self) >> STEPS_SHIFT);
}

function immediateBps(VestingSchedule self) pure returns (uint256) {
    return uint16(VestingSchedule.unwrap(self) >> IMMEDIATE_SHIFT);
}
