// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Amounts of the last 30 days, in bounded storage
/// @dev One bucket per UTC day in a ring of 31. An interval of 30 days touches at most 31 days, so when the buckets of
/// the last 31 days sum to at most a limit, no interval of 30 days exceeds it, wherever it starts. The price is that
/// an amount is given back after 30 to 31 days.
library OutflowWindow {
    uint256 internal constant BUCKETS = 31;

    // Each word: bits 0-127 amount in wei, bits 128-255 day. Not packed further: payments are rare and their
    // arithmetic should stay plain.
    struct State {
        uint256[BUCKETS] buckets;
    }

    /// @dev Adds `amount` to the bucket of the day of `time`. Requires non-decreasing times and `amount` < 2^96.
    function add(State storage self, uint256 amount, uint256 time) internal {
        uint256 day = time / 1 days;
        uint256 bucket = self.buckets[day % BUCKETS];
        uint256 old = bucket >> 128 == day ? uint128(bucket) : 0;
        self.buckets[day % BUCKETS] = (day << 128) | (old + amount);
    }

    /// @dev Sum of the last 31 days, that of `time` included.
    function sum(State storage self, uint256 time) internal view returns (uint256 total) {
        uint256 day = time / 1 days;
        for (uint256 i; i < BUCKETS; ++i) {
            uint256 bucket = self.buckets[i];
            if ((bucket >> 128) + BUCKETS > day) total += uint128(bucket);
        }
    }
}
