// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice ERC-4907: a tenant beside the owner, for a time.
interface IERC4907 {
    /// @notice The tenant of a token changed. A zero user means that there is no tenant.
    /// @param tokenId The token.
    /// @param user The tenant.
    /// @param expires Unix time at which the tenancy ends.
    event UpdateUser(uint256 indexed tokenId, address indexed user, uint64 expires);

    /// @notice Sets the tenant of a token.
    /// @param tokenId The token.
    /// @param user The tenant; zero to have none.
    /// @param expires Unix time at which the tenancy ends, in the future; ignored when there is no tenant.
    function setUser(uint256 tokenId, address user, uint64 expires) external;

    /// @notice The tenant of a token, zero when there is none.
    /// @param tokenId The token.
    function userOf(uint256 tokenId) external view returns (address);

    /// @notice When the tenancy set last ends or ended, zero when there is none.
    /// @param tokenId The token.
    function userExpires(uint256 tokenId) external view returns (uint256);
}
