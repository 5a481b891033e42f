// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Computed from timestamps at every reading, never stored: no keeper can be late.
enum UnitState {
    Minted,
    Active,
    Grace,
    Lapsed
}

using {label} for UnitState global;

/// @dev What people read.
function label(UnitState state) pure returns (string memory) {
    if (state == UnitState.Minted) return "Minted";
    if (state == UnitState.Active) return "Active";
    if (state == UnitState.Grace) return "Grace";
    return "Lapsed";
}
