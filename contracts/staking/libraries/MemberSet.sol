// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ValidatorId} from "../types/ValidatorId.sol";

/// @title Members of the set, packed
/// @notice The first round the set is in charge of (8 bytes), then id (4 bytes) and weight (12 bytes) of each member by
/// place, big endian. Places are not checked: the caller keeps below `count`.
library MemberSet {
    uint256 private constant HEADER = 8;
    uint256 private constant STEP = 16;

    function create(uint256 firstRound, uint256 members) internal pure returns (bytes memory set) {
        set = new bytes(HEADER + STEP * members);
        assembly ("memory-safe") {
            mstore(add(set, 0x20), shl(192, firstRound))
        }
    }

    /// @dev Ids fit into 32 bits in the core, weights into 96: all OPEN there is does.
    function put(bytes memory set, uint256 place, ValidatorId id, uint256 weight) internal pure {
        uint256 packed = (ValidatorId.unwrap(id) << 96) | weight;
        uint256 offset = HEADER + STEP * place;
        assembly ("memory-safe") {
            // The word that ends with the member: its upper half is what stands before, and kept.
            let word := add(add(set, 0x10), offset)
            mstore(word, or(shl(128, shr(128, mload(word))), packed))
        }
    }

    function count(bytes memory set) internal pure returns (uint256) {
        return (set.length - HEADER) / STEP;
    }

    function fromRound(bytes memory set) internal pure returns (uint256 round) {
        assembly ("memory-safe") {
            round := shr(192, mload(add(set, 0x20)))
        }
    }

    function member(bytes memory set, uint256 place) internal pure returns (ValidatorId id, uint256 weight) {
        uint256 offset = HEADER + STEP * place;
        assembly ("memory-safe") {
            let packed := shr(128, mload(add(add(set, 0x20), offset)))
            id := shr(96, packed)
            weight := and(packed, 0xffffffffffffffffffffffff)
        }
    }

    /// @return place Where the validator is; `count` when it is not.
    function placeOf(bytes memory set, ValidatorId id) internal pure returns (uint256 place) {
        uint256 members = count(set);
        uint256 first = HEADER + 0x20;
        // Downtime reads some sets whole, so a step counts.
        assembly ("memory-safe") {
            let entry := add(set, first)
            for {} lt(place, members) {
                place := add(place, 1)
            } {
                if eq(shr(224, mload(entry)), id) {
                    break
                }
                entry := add(entry, STEP)
            }
        }
    }
}
