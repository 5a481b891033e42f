// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RowId} from "./RowId.sol";
import {VestingSchedule, SCHEDULE_BITS} from "./VestingSchedule.sol";

/// @dev What never changes about a vesting wallet, in one word at the end of its code, where reading it costs less than
/// storage: bits 0-95 amount in wei (the supply of 1e27 needs 90), bits 96-247 schedule, bits 248-254 row, bit 255
/// revocable.
type VestingTerms is uint256;

uint256 constant SCHEDULE_SHIFT = 96;
uint256 constant ROW_SHIFT = 248;
uint256 constant REVOCABLE_BIT = 1 << 255;

using {amount, schedule, row, isRevocable} for VestingTerms global;

/// @dev Requires `row_` below 2^7 and a schedule within its bits.
function toVestingTerms(
    uint96 amount_,
    VestingSchedule schedule_,
    RowId row_,
    bool revocable
) pure returns (VestingTerms) {
    return
        VestingTerms.wrap(
            uint256(amount_) |
                (VestingSchedule.unwrap(schedule_) << SCHEDULE_SHIFT) |
                (uint256(RowId.unwrap(row_)) << ROW_SHIFT) |
                (revocable ? REVOCABLE_BIT : 0)
        );
}

function amount(VestingTerms self) pure returns (uint256) {
    return uint96(VestingTerms.unwrap(self));
}

function schedule(VestingTerms self) pure returns (VestingSchedule) {
    return VestingSchedule.wrap((VestingTerms.unwrap(self) >> SCHEDULE_SHIFT) & ((1 << SCHEDULE_BITS) - 1));
}

function row(VestingTerms self) pure returns (RowId) {
    return RowId.wrap(uint8((VestingTerms.unwrap(self) & ~REVOCABLE_BIT) >> ROW_SHIFT));
}

function isRevocable(VestingTerms self) pure returns (bool) {
    return VestingTerms.unwrap(self) & REVOCABLE_BIT != 0;
}
