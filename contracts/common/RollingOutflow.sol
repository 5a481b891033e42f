// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Amounts of the last n slots of time, in bounded storage
/// @dev The running slot and the `past` slots before it. An interval of `past` slots touches at most `past` + 1 of them,
/// so when these sum to at most a limit, no interval of that length exceeds it, wherever it starts. (`past` slots with
/// the running one among them would not do: what left at the end of one slot would be forgotten almost a slot too early,
/// and twice the limit fit into the interval.) The price is that an amount is given back up to a slot late. An addition
/// in a slot that is already running touches one word.
///
/// A library of its own fixes `length`, seconds, and `past`, at most 32, for its state and passes the same ones always.
library RollingOutflow {
    uint256 private constant AMOUNT_BITS = 96;

    /// @param slot The slot of the last addition: time / length.
    /// @param filled Bit i: something was added in slot `slot` - 1 - i, and the ring has it. Only what it names is read.
    /// @param inSlot What was added in `slot`.
    /// @param inWindow What was added in it and the `past` before it.
    /// @param ring Two amounts per word, at their slot % past. Nothing is ever cleared.
    struct State {
        uint32 slot;
        uint32 filled;
        uint96 inSlot;
        uint96 inWindow;
        mapping(uint256 word => uint256 amounts) ring;
    }

    /// @dev Adds `amount`. Requires non-decreasing times, and a sum that fits 96 bits.
    /// @return inWindow The sum from now on.
    function add(
        State storage self,
        uint256 length,
        uint256 past,
        uint256 amount,
        uint256 time
    ) internal returns (uint256 inWindow) {
        uint256 slot = time / length;
        uint256 last = self.slot;
        uint256 filled = self.filled;
        uint256 inSlot = amount;
        inWindow = sum(self, length, past, time) + amount;
        if (slot == last) {
            inSlot += self.inSlot;
        } else if (slot <= last + past) {
            // Takes the place of slot `last - past`, which has just left the window.
            _keep(self, last % past, self.inSlot);
            filled = (((filled << 1) | 1) << (slot - last - 1)) & ((1 << past) - 1);
        } else {
            filled = 0;
        }
        (self.slot, self.filled) = (uint32(slot), uint32(filled));
        (self.inSlot, self.inWindow) = (uint96(inSlot), uint96(inWindow));
    }

    /// @dev Sum of the slot of `time` and the `past` before it.
    function sum(State storage self, uint256 length, uint256 past, uint256 time) internal view returns (uint256 total) {
        uint256 last = self.slot;
        uint256 steps = time / length - last;
        // Also before the first addition: `last` is 0.
        if (steps > past) return 0;
        total = self.inWindow;
        uint256 gone = last - 1 - (past - steps);
        for (uint256 left = self.filled >> (past - steps); left != 0; left >>= 1) {
            if (left & 1 != 0) total -= _kept(self, gone % past);
            --gone;
        }
    }

    function _keep(State storage self, uint256 place, uint256 amount) private {
        uint256 shift = (place % 2) * AMOUNT_BITS;
        uint256 mask = uint256(type(uint96).max) << shift;
        self.ring[place / 2] = (self.ring[place / 2] & ~mask) | (amount << shift);
    }

    function _kept(State storage self, uint256 place) private view returns (uint256) {
        return uint96(self.ring[place / 2] >> ((place % 2) * AMOUNT_BITS));
    }
}
