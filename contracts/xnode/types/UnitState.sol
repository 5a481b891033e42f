// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Computed from timestamps at every reading, never stored: no keeper can be late.
enum UnitState {
    Minted,
    Active,
    Grace,
    Lapsed
}
