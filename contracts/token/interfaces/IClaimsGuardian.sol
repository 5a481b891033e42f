// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Guardian of the claims
/// @notice Who may pause a campaign, and until when. The timelock appoints it for at most one year at a time.
interface IClaimsGuardian {
    /// @notice A constructor argument is the zero address.
    /// @dev Fix: pass the address of the timelock.
    error ClaimsGuardian_ZeroTimelock();

    /// @notice Only the timelock can do this.
    /// @dev Fix: propose the call and let the timelock execute it.
    /// @param caller The caller.
    error ClaimsGuardian_NotTimelock(address caller);

    /// @notice Only the guardian, within its term, can pause.
    /// @dev Fix: call from `guardian` before `guardianUntil`; a vote can appoint a new one.
    /// @param caller The caller.
    /// @param guardian The guardian.
    /// @param guardianUntil Unix time at which its term ends or ended.
    error ClaimsGuardian_NotGuardian(address caller, address guardian, uint256 guardianUntil);

    /// @notice A guardian's term is at most one year.
    /// @dev Fix: choose an end up to `max`.
    /// @param guardianUntil The end given.
    /// @param max The latest end.
    error ClaimsGuardian_TermTooLong(uint256 guardianUntil, uint256 max);

    /// @notice The guardian changed.
    event GuardianSet(
        address indexed oldGuardian,
        address indexed newGuardian,
        uint256 oldGuardianUntil,
        uint256 newGuardianUntil
    );

    /// @notice Appoints the guardian. Only the timelock.
    /// @param newGuardian The guardian; zero for none.
    /// @param newGuardianUntil Unix time at which its term ends, at most one year from now.
    function setGuardian(address newGuardian, uint256 newGuardianUntil) external;

    /// @notice Who can pause.
    function guardian() external view returns (address);

    /// @notice Unix time at which the guardian's term ends.
    function guardianUntil() external view returns (uint256);

    /// @notice The only account that creates and ends campaigns, and appoints the guardian.
    function timelock() external view returns (address);
}
