// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A probe.
interface IProbe {
    /// @notice The caller is not the owner.
    /// @dev Fix: call from the owner's address.
    /// @param caller Who called.
    error Probe_NotOwner(address caller);

    /// @notice Pokes.
    /// @param value How much.
    function poke(uint256 value) external;
}
