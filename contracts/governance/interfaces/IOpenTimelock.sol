// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IOpenTimelock
/// @notice Treasury and owner of everything: holds the DAO's assets and every privileged role, and does what the
/// governor queued once the delay is over. Operations are those of OpenZeppelin's TimelockController.
/// @dev The OPEN it holds votes for nobody: it is delegated to {EXCLUDED} and does not raise the quorum.
interface IOpenTimelock {
    /// @notice The token was built for another timelock than this one.
    /// @dev Fix: deploy the timelock at the address that the token's constructor was given.
    /// @param expected This contract.
    /// @param named The timelock that the token names.
    error OpenTimelock_TokenNamesOtherTimelock(address expected, address named);

    /// @notice The delay lies outside its bounds.
    /// @dev Fix: choose a delay from `min` to `max` seconds.
    /// @param delay Seconds given.
    /// @param min Shortest delay: users need time to leave.
    /// @param max Longest delay: beyond it nothing could be answered in time.
    error OpenTimelock_DelayOutOfBounds(uint256 delay, uint256 min, uint256 max);
}
