// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Delegate of every contract of ours that holds OPEN for nobody in particular. Nobody has its key: its votes
/// are never cast, and the governor subtracts them from the supply that quorum is a fraction of.
address constant EXCLUDED = address(uint160(uint256(keccak256("openmesh.votes.excluded"))));
