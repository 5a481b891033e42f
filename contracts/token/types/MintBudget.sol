// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev What one bridge pool may do, in one word, so that a delivery reads and writes it once:
/// bits 0-95 budget per day, bits 96-191 level of the bucket, bits 192-231 time of that level, bit 232 burner.
/// The bucket holds half of the budget and fills up within a day: any 24 hours can therefore see at most the half that
/// was there and the half that came in, which is the budget, with no edge at which it doubles.
type MintBudget is uint256;

uint256 constant LEVEL_SHIFT = 96;
uint256 constant TIME_SHIFT = 192;
uint256 constant AMOUNT_MASK = type(uint96).max;
uint256 constant BURNER_BIT = 1 << 232;
uint256 constant REFILL_TIME = 1 days;

using {budget, capacity, available, isBurner, withLevel, withBurner} for MintBudget global;

function budget(MintBudget self) pure returns (uint256) {
    return MintBudget.unwrap(self) & AMOUNT_MASK;
}

/// @dev Most that can be minted at once.
function capacity(MintBudget self) pure returns (uint256) {
    return budget(self) / 2;
}

/// @dev Level of the bucket at `time`, rounded down.
function available(MintBudget self, uint256 time) pure returns (uint256) {
    uint256 full = capacity(self);
    uint256 level = (MintBudget.unwrap(self) >> LEVEL_SHIFT) & AMOUNT_MASK;
    uint256 elapsed = time - uint40(MintBudget.unwrap(self) >> TIME_SHIFT);
    if (elapsed >= REFILL_TIME) return full;
    level += (full * elapsed) / REFILL_TIME;
    return level < full ? level : full;
}

function isBurner(MintBudget self) pure returns (bool) {
    return MintBudget.unwrap(self) & BURNER_BIT != 0;
}

/// @dev Requires `newBudget` and `level` below 2^96.
function withLevel(MintBudget self, uint256 newBudget, uint256 level, uint256 time) pure returns (MintBudget) {
    return
        MintBudget.wrap(
            (MintBudget.unwrap(self) & BURNER_BIT) |
                newBudget |
                (level << LEVEL_SHIFT) |
                (uint256(uint40(time)) << TIME_SHIFT)
        );
}

function withBurner(MintBudget self, bool allowed) pure returns (MintBudget) {
    uint256 word = MintBudget.unwrap(self);
    return MintBudget.wrap(allowed ? word | BURNER_BIT : word & ~BURNER_BIT);
}
