// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";

import {IMerkleClaims} from "../../contracts/token/interfaces/IMerkleClaims.sol";

/// @dev Trees of few leaves, level by level. An odd node moves up alone, so the shape is not the published one; the
/// leaves and the hash of two nodes are.
library MerkleTree {
    function hashOf(IMerkleClaims.Leaf memory leaf) internal pure returns (bytes32) {
        bytes32 inner = keccak256(abi.encode(leaf.index, leaf.account, leaf.amount, leaf.schedule));
        return keccak256(abi.encode(inner));
    }

    function rootOf(IMerkleClaims.Leaf[] memory leaves) internal pure returns (bytes32) {
        bytes32[] memory level = _hashes(leaves);
        while (level.length > 1) level = _parents(level);
        return level[0];
    }

    function proofOf(IMerkleClaims.Leaf[] memory leaves, uint256 place) internal pure returns (bytes32[] memory proof) {
        bytes32[] memory level = _hashes(leaves);
        bytes32[] memory found = new bytes32[](256);
        uint256 length;
        while (level.length > 1) {
            uint256 sibling = place ^ 1;
            if (sibling < level.length) found[length++] = level[sibling];
            level = _parents(level);
            place /= 2;
        }
        proof = new bytes32[](length);
        for (uint256 i; i < length; ++i) proof[i] = found[i];
    }

    function _hashes(IMerkleClaims.Leaf[] memory leaves) private pure returns (bytes32[] memory level) {
        level = new bytes32[](leaves.length);
        for (uint256 i; i < leaves.length; ++i) level[i] = hashOf(leaves[i]);
    }

    function _parents(bytes32[] memory level) private pure returns (bytes32[] memory parents) {
        parents = new bytes32[]((level.length + 1) / 2);
        for (uint256 i; i < parents.length; ++i) {
            bool alone = 2 * i + 1 == level.length;
            parents[i] = alone ? level[2 * i] : Hashes.commutativeKeccak256(level[2 * i], level[2 * i + 1]);
        }
    }
}
