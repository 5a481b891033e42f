// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev A row of the public allocation table: its position, 0 to 24, in the order of `config/allocation.ts`.
type RowId is uint8;
