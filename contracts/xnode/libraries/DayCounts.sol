// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title A counter for each day
/// @notice Eight days share a word, so that a week costs one or two cold reads.
/// @dev A counter has 32 bits and a series has fewer than a million units, each counted once: none overflows into the
/// next. A caller decrements only what it incremented.
library DayCounts {
    struct Counters {
        mapping(uint256 word => uint256) _words;
    }

    function get(Counters storage self, uint256 day) internal view returns (uint256) {
        return uint32(self._words[day >> 3] >> _shift(day));
    }

    function increment(Counters storage self, uint256 day) internal {
        self._words[day >> 3] += 1 << _shift(day);
    }

    function decrement(Counters storage self, uint256 day) internal {
        self._words[day >> 3] -= 1 << _shift(day);
    }

    function _shift(uint256 day) private pure returns (uint256) {
        return (day & 7) << 5;
    }
}
