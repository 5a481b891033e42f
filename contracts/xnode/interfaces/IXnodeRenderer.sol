// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What a unit looks like
/// @notice Draws the metadata of a unit from what the chain knows of it at this moment.
interface IXnodeRenderer {
    /// @notice JSON with an SVG image, both as data URIs; no server is asked.
    /// @dev Reverts as Xnode One does for a unit that does not exist.
    /// @param unit The unit.
    /// @return uri `data:application/json;base64,...`
    function tokenURI(uint256 unit) external view returns (string memory uri);
}
