// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title The sign of a unit
/// @notice A mesh that follows from the number of the unit alone and never changes: one sixth of a hexagonal lattice
/// chosen by the unit's hash and turned six times.
library UnitSigil {
    using Strings for uint256;

    uint256 private constant EDGES = 15;
    uint256 private constant NODES = 5;

    /// @dev Six groups around the origin, 117 at most from it; colours come from what is around them.
    function draw(uint256 unit) internal pure returns (string memory drawn) {
        uint256 seed = uint256(keccak256(abi.encode(unit)));
        string memory sixth = string.concat(
            '<path d="',
            _edges(seed),
            '"/><path stroke-width="7" d="',
            _nodes(seed >> EDGES),
            '"/></g>'
        );
        for (uint256 turn = 0; turn < 6; ++turn) {
            drawn = string.concat(drawn, '<g transform="rotate(', (turn * 60).toString(), ')">', sixth);
        }
    }

    function _edges(uint256 bits) private pure returns (string memory path) {
        // Lines between neighbours on the lattice, whose points are 39 apart.
        string[EDGES] memory edges = [
            "M0 0L39 0",
            "M39 0L78 0",
            "M78 0L117 0",
            "M39 0L58.5 33.8",
            "M58.5 33.8L19.5 33.8",
            "M78 0L58.5 33.8",
            "M58.5 33.8L39 67.5",
            "M78 0L97.5 33.8",
            "M58.5 33.8L97.5 33.8",
            "M58.5 33.8L78 67.5",
            "M78 67.5L39 67.5",
            "M117 0L97.5 33.8",
            "M97.5 33.8L78 67.5",
            "M78 67.5L58.5 101.3",
            "M58.5 33.8L58.5 101.3"
        ];
        // The inner hexagon is in every sign, so that none is empty.
        path = "M39 0L19.5 33.8";
        for (uint256 i = 0; i < EDGES; ++i) {
            if ((bits >> i) & 1 == 1) path = string.concat(path, edges[i]);
        }
    }

    function _nodes(uint256 bits) private pure returns (string memory path) {
        string[NODES] memory nodes = ["M78 0h0", "M58.5 33.8h0", "M117 0h0", "M97.5 33.8h0", "M78 67.5h0"];
        path = "M39 0h0";
        for (uint256 i = 0; i < NODES; ++i) {
            if ((bits >> i) & 1 == 1) path = string.concat(path, nodes[i]);
        }
    }
}
