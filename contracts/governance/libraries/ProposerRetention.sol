// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Anybody cancels only if the proposer lacked the threshold so many seconds ago too.
uint256 constant PROPOSER_RETENTION = 1 hours;
