// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Terms of units
/// @notice All end on a UTC midnight, so that an expiry is a date.
library Term {
    /// @dev After the end of a term, in which it can still be renewed.
    uint256 internal constant GRACE = 30 days;

    /// @dev The first UTC midnight at or after `time`. Days since the Unix epoch are UTC days.
    function midnightUp(uint256 time) internal pure returns (uint256) {
        return ((time + 1 days - 1) / 1 days) * 1 days;
    }

    /// @dev End of a term of whole days that starts at `time`, in favour of the holder: a started day counts as none.
    function endUp(uint256 time, uint256 termDays) internal pure returns (uint256) {
        return midnightUp(time) + termDays * 1 days;
    }
}
