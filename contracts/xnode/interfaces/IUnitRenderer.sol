// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What Xnode One asks for the picture of a unit
/// @notice All that a renderer set by a vote has to have.
/// @dev It is only read: one that fails breaks `tokenURI`, nothing else.
interface IUnitRenderer {
    /// @notice JSON with an SVG image, both as data URIs; no server is asked.
    /// @dev Reverts as Xnode One does for a unit that does not exist.
    /// @param unit The unit.
    /// @return uri `data:application/json;base64,...`
    function tokenURI(uint256 unit) external view returns (string memory uri);
}
