// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev What the vote ledger knows about one account, in one word, so that a delivery reads and writes it once:
/// bits 0-159 delegatee, bits 160-253 pending votes (94 bits; the supply of 1e27 needs 90), bit 254 escrow,
/// bit 255 pool. Escrows and pools never have a delegatee, hence never pending votes: an escrow has the total of its
/// ledger there.
type VoteSlot is uint256;

uint256 constant PENDING_SHIFT = 160;
uint256 constant PENDING_MASK = (1 << 94) - 1;
uint256 constant ESCROW_BIT = 1 << 254;
uint256 constant POOL_BIT = 1 << 255;

using {
    delegatee,
    pending,
    isEscrow,
    isPool,
    isRegistered,
    addPending,
    clearPending,
    total,
    addTotal,
    subtractTotal,
    asEscrow,
    asPool
} for VoteSlot global;

/// @dev The slot of an unregistered account that has just delegated.
function toVoteSlot(address account) pure returns (VoteSlot) {
    return VoteSlot.wrap(uint160(account));
}

function delegatee(VoteSlot slot) pure returns (address) {
    return address(uint160(VoteSlot.unwrap(slot)));
}

function pending(VoteSlot slot) pure returns (uint256) {
    return isEscrow(slot) ? 0 : (VoteSlot.unwrap(slot) >> PENDING_SHIFT) & PENDING_MASK;
}

/// @dev What an escrow's ledger holds for all accounts together.
function total(VoteSlot slot) pure returns (uint256) {
    return isEscrow(slot) ? (VoteSlot.unwrap(slot) >> PENDING_SHIFT) & PENDING_MASK : 0;
}

function isEscrow(VoteSlot slot) pure returns (bool) {
    return VoteSlot.unwrap(slot) & ESCROW_BIT != 0;
}

function isPool(VoteSlot slot) pure returns (bool) {
    return VoteSlot.unwrap(slot) & POOL_BIT != 0;
}

/// @dev Whether both hold a delegatee at most: no pending votes, no flag.
function arePlain(VoteSlot a, VoteSlot b) pure returns (bool) {
    return (VoteSlot.unwrap(a) | VoteSlot.unwrap(b)) >> PENDING_SHIFT == 0;
}

function isRegistered(VoteSlot slot) pure returns (bool) {
    return VoteSlot.unwrap(slot) & (ESCROW_BIT | POOL_BIT) != 0;
}

/// @dev Requires that pending votes plus `value` stay within 94 bits: both tokens cap their supply at 1e27, and an
/// account's pending votes never exceed its voting units.
function addPending(VoteSlot slot, uint256 value) pure returns (VoteSlot) {
    return VoteSlot.wrap(VoteSlot.unwrap(slot) + (value << PENDING_SHIFT));
}

/// @dev Only for an escrow, and requires that the total stays within its balance.
function addTotal(VoteSlot slot, uint256 value) pure returns (VoteSlot) {
    return addPending(slot, value);
}

/// @dev Only for an escrow, and requires that `value` is within the total.
function subtractTotal(VoteSlot slot, uint256 value) pure returns (VoteSlot) {
    return VoteSlot.wrap(VoteSlot.unwrap(slot) - (value << PENDING_SHIFT));
}

function clearPending(VoteSlot slot) pure returns (VoteSlot) {
    return VoteSlot.wrap(VoteSlot.unwrap(slot) & ~(PENDING_MASK << PENDING_SHIFT));
}

function asEscrow(VoteSlot slot) pure returns (VoteSlot) {
    return VoteSlot.wrap(VoteSlot.unwrap(slot) | ESCROW_BIT);
}

function asPool(VoteSlot slot) pure returns (VoteSlot) {
    return VoteSlot.wrap(VoteSlot.unwrap(slot) | POOL_BIT);
}
