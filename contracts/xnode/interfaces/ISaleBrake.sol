// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Sale brake
/// @notice A guardian can stop buying, and redeeming vouchers, for at most 7 days, then not again for 30, and only
/// until its own expiry.
/// @dev A pause ends by itself. It extends every sale window, budget and voucher that it overlaps by the overlap. It
/// stops nothing else: renewals, credits and the sweep to the timelock go on. Each contract has a brake of its own.
interface ISaleBrake {
    /// @notice Only the guardian, within its term, can pause.
    /// @dev Fix: call from `guardian` before `guardianUntil`; a vote can appoint a new one.
    /// @param caller The caller.
    /// @param guardian The guardian.
    /// @param guardianUntil Unix time at which its term ends or ended.
    error SaleBrake_NotGuardian(address caller, address guardian, uint256 guardianUntil);

    /// @notice Only the timelock can do this.
    /// @dev Fix: propose the change and let the timelock execute it.
    /// @param caller The caller.
    error SaleBrake_NotTimelock(address caller);

    /// @notice A guardian's term is at most one year.
    /// @dev Fix: choose an end up to `max`.
    /// @param guardianUntil The end given.
    /// @param max The latest end.
    error SaleBrake_TermTooLong(uint256 guardianUntil, uint256 max);

    /// @notice A pause is at most 7 days.
    /// @dev Fix: choose a duration from 1 to `max` seconds.
    /// @param duration The duration given.
    /// @param max The longest duration.
    error SaleBrake_DurationOutOfRange(uint256 duration, uint256 max);

    /// @notice The last pause was too short a time ago.
    /// @dev Fix: wait until `allowedFrom`.
    /// @param allowedFrom Unix time from which a pause is possible again.
    error SaleBrake_TooSoon(uint256 allowedFrom);

    /// @notice Buying, or redeeming vouchers, is paused.
    /// @dev Fix: wait until `until`; what would have ended meanwhile ends later by the length of the pause.
    /// @param until Unix time at which the pause ends by itself.
    error SaleBrake_Paused(uint256 until);

    /// @notice There is no pause to end.
    /// @dev Fix: nothing; buying is possible.
    error SaleBrake_NotPaused();

    /// @notice The guardian changed.
    event GuardianSet(
        address indexed oldGuardian,
        address indexed newGuardian,
        uint256 oldGuardianUntil,
        uint256 newGuardianUntil
    );

    /// @notice Buying, or redeeming vouchers, was paused.
    /// @param guardian Who paused.
    /// @param until Unix time at which the pause ends by itself.
    event SalePaused(address indexed guardian, uint256 until);

    /// @notice A pause was ended before its time.
    /// @param caller The guardian or the timelock.
    /// @param plannedEnd Unix time at which it would have ended by itself.
    event SaleUnpaused(address indexed caller, uint256 plannedEnd);

    /// @notice Pauses buying, or redeeming vouchers. Only the guardian.
    /// @param duration From 1 second to 7 days, in seconds.
    function pause(uint256 duration) external;

    /// @notice Ends a pause before its time. The guardian or the timelock.
    function unpause() external;

    /// @notice Appoints the guardian. Only the timelock.
    /// @param newGuardian The guardian; zero for none.
    /// @param newGuardianUntil Unix time at which its term ends, at most one year from now.
    function setGuardian(address newGuardian, uint256 newGuardianUntil) external;

    /// @notice Who can pause.
    function guardian() external view returns (address);

    /// @notice Unix time at which the guardian's term ends.
    function guardianUntil() external view returns (uint256);

    /// @notice Unix time at which the running or last pause ends or ended, 0 before the first.
    function pausedUntil() external view returns (uint256);

    /// @notice The only account that can appoint the guardian.
    function timelock() external view returns (address);
}
