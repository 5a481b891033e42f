// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Vault of slashed OPEN
/// @notice Holds what slashes took until a vote decides. Its OPEN never votes.
interface ISlashVault {
    /// @notice A constructor argument is the zero address.
    /// @dev Fix: pass the addresses of the token and the timelock.
    error SlashVault_ZeroAddress();

    /// @notice The caller is not the timelock.
    /// @dev Fix: make the call by a governance proposal.
    /// @param caller The sender of the call.
    error SlashVault_NotTimelock(address caller);

    /// @notice Slashed OPEN was paid out.
    event Released(address indexed to, uint256 amount);

    /// @notice Slashed OPEN was destroyed.
    event Burned(uint256 amount);

    /// @notice Pays `amount` wei to `to`. Only the timelock.
    function release(address to, uint256 amount) external;

    /// @notice Destroys `amount` wei. Only the timelock.
    function burn(uint256 amount) external;

    /// @notice OPEN, the only token that can leave.
    function token() external view returns (address);

    /// @notice The only account that can pay out or destroy.
    function timelock() external view returns (address);
}
