// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Amounts of the last n slots of time, in bounded storage
/// @dev The running slot and a ring of those before it, with their sum beside the running one. An interval of `past`
/// slots touches at most `past` + 1 slots, so when these sum to at most a limit, no interval of that length exceeds it,
/// wherever it starts. (`past` slots with the running one among them would not do: what left at the end of one slot
/// would be forgotten almost a slot too early, and twice the limit fit into the interval.) The price is that an amount
/// is given back up to a slot late. An addition in a slot that is already running touches one word.
///
/// A library of its own fixes `length` and `past` for its state and passes the same ones always.
library RollingOutflow {
    uint256 private constant AMOUNT_BITS = 96;
    uint256 private constant ENTRY_BITS = 128;

    /// @param slot The slot of the last addition: time / length.
    /// @param inSlot What was added in it.
    /// @param inWindow What was added in it and the `past` before it.
    /// @param ring Two entries per word, each 32 bits of slot above 96 bits of amount, at slot % past. An entry whose
    /// slot is another one is old and counts as 0, so that nothing ever has to be cleared.
    struct State {
        uint32 slot;
        uint96 inSlot;
        uint96 inWindow;
        mapping(uint256 word => uint256 entries) ring;
    }

    /// @dev Adds `amount`. Requires non-decreasing times, and a sum that fits 96 bits.
    function add(State storage self, uint256 length, uint256 past, uint256 amount, uint256 time) internal {
        uint256 slot = time / length;
        uint256 last = self.slot;
        uint256 inWindow = sum(self, length, past, time) + amount;
        uint256 inSlot = amount;
        if (slot == last)
            inSlot += self.inSlot;
            // Takes the place of slot `last - past`, which has just left the window.
        else if (slot <= last + past) _keep(self, past, last, self.inSlot);
        (self.slot, self.inSlot, self.inWindow) = (uint32(slot), uint96(inSlot), uint96(inWindow));
    }

    /// @dev Sum of the slot of `time` and the `past` before it. At most `past` entries are read, two in a word.
    function sum(State storage self, uint256 length, uint256 past, uint256 time) internal view returns (uint256 total) {
        uint256 slot = time / length;
        uint256 last = self.slot;
        // Also before the first addition: `last` is 0.
        if (slot > last + past) return 0;
        total = self.inWindow;
        for (uint256 gone = last - past; gone + past < slot; ++gone) total -= _kept(self, past, gone);
    }

    function _keep(State storage self, uint256 past, uint256 slot, uint256 amount) private {
        (uint256 word, uint256 shift) = _place(past, slot);
        uint256 mask = uint256(type(uint128).max) << shift;
        self.ring[word] = (self.ring[word] & ~mask) | (((slot << AMOUNT_BITS) | amount) << shift);
    }

    function _kept(State storage self, uint256 past, uint256 slot) private view returns (uint256) {
        (uint256 word, uint256 shift) = _place(past, slot);
        uint256 entry = uint128(self.ring[word] >> shift);
        return entry >> AMOUNT_BITS == slot ? uint96(entry) : 0;
    }

    function _place(uint256 past, uint256 slot) private pure returns (uint256 word, uint256 shift) {
        return ((slot % past) / 2, (slot % 2) * ENTRY_BITS);
    }
}
