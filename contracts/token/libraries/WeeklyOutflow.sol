// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Amounts of the last 7 days, in bounded storage
/// @dev Slots of six hours: the running one and a ring of the 28 before it. An interval of 7 days touches at most 29
/// slots, so when these 29 sum to at most a limit, no interval of 7 days exceeds it, wherever it starts. (28 slots with
/// the running one among them would not do: what left at the end of one slot would be forgotten 6 days and 18 hours
/// later, and twice the limit fit into 7 days.) The price is that an amount is given back after 7 days to 7 days and 6
/// hours. A claim in a slot that is already running touches one word.
library WeeklyOutflow {
    uint256 internal constant SLOT = 6 hours;
    uint256 internal constant PAST_SLOTS = 28;
    /// @dev After this long everything that left is given back.
    uint256 internal constant SPAN = (PAST_SLOTS + 1) * SLOT;
    /// @dev The largest single amount is the limit divided by this, rounded down; see `capacityDown`.
    uint256 internal constant SHARE = 4;

    uint256 private constant AMOUNT_BITS = 96;
    uint256 private constant ENTRY_BITS = 128;

    /// @param slot The slot of the last addition: time / SLOT.
    /// @param inSlot What was added in it, in wei.
    /// @param inWindow What was added in it and the 28 before it, in wei.
    /// @param ring Two entries per word, each 32 bits of slot above 96 bits of amount, at slot % 28. An entry whose slot
    /// is another one is old and counts as 0, so that nothing ever has to be cleared.
    struct State {
        uint32 slot;
        uint96 inSlot;
        uint96 inWindow;
        uint256[PAST_SLOTS / 2] ring;
    }

    /// @dev Adds `amount`. Requires non-decreasing times, and a sum that fits 96 bits.
    function add(State storage self, uint256 amount, uint256 time) internal {
        uint256 slot = time / SLOT;
        uint256 last = self.slot;
        uint256 inWindow = sum(self, time) + amount;
        uint256 inSlot = amount;
        if (slot == last)
            inSlot += self.inSlot;
            // Takes the place of slot `last - 28`, which has just left the window.
        else if (slot <= last + PAST_SLOTS) _keep(self, last, self.inSlot);
        (self.slot, self.inSlot, self.inWindow) = (uint32(slot), uint96(inSlot), uint96(inWindow));
    }

    /// @dev Sum of the slot of `time` and the 28 before it. At most 28 entries are read, in 14 words.
    function sum(State storage self, uint256 time) internal view returns (uint256 total) {
        uint256 slot = time / SLOT;
        uint256 last = self.slot;
        // Also before the first addition: `last` is 0.
        if (slot > last + PAST_SLOTS) return 0;
        total = self.inWindow;
        for (uint256 gone = last - PAST_SLOTS; gone + PAST_SLOTS < slot; ++gone) total -= _kept(self, gone);
    }

    /// @dev What can leave for certain within `duration` seconds, if it is asked for and no amount is above
    /// `limit / SHARE`: while more is waiting, less than `limit / SHARE` of the window stays unused, and each SPAN the
    /// window is empty again.
    function capacityDown(uint256 limit, uint256 duration) internal pure returns (uint256) {
        return (limit / SHARE) * (SHARE - 1) * ((duration + SPAN - 1) / SPAN);
    }

    function _keep(State storage self, uint256 slot, uint256 amount) private {
        (uint256 word, uint256 shift) = _place(slot);
        uint256 mask = uint256(type(uint128).max) << shift;
        self.ring[word] = (self.ring[word] & ~mask) | (((slot << AMOUNT_BITS) | amount) << shift);
    }

    function _kept(State storage self, uint256 slot) private view returns (uint256) {
        (uint256 word, uint256 shift) = _place(slot);
        uint256 entry = uint128(self.ring[word] >> shift);
        return entry >> AMOUNT_BITS == slot ? uint96(entry) : 0;
    }

    function _place(uint256 slot) private pure returns (uint256 word, uint256 shift) {
        return ((slot % PAST_SLOTS) / 2, (slot % 2) * ENTRY_BITS);
    }
}
