// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesId} from "../types/SeriesId.sol";

/// @title What follows the life of every unit
/// @notice Called by `XnodeOne` alone, after its own state has changed.
/// @dev Must make no external call and, `onSeriesCreated` aside, must not fail: a transfer would fail with it.
/// Units that were never activated are not reported, neither their mint nor their transfers.
interface IUnitObserver {
    /// @notice A series was created. Reverts when the stream of the whole series is not funded.
    /// @param series Its number.
    /// @param cap Units that can ever be minted.
    /// @param grantPerUnit OPEN streamed to each activated unit, in wei.
    function onSeriesCreated(SeriesId series, uint256 cap, uint256 grantPerUnit) external;

    /// @notice The term of a unit began in this block.
    /// @param unit The unit.
    /// @param expiry Unix time at which it ends, a UTC midnight.
    function onActivated(uint256 unit, uint256 expiry) external;

    /// @notice A unit that is active or in grace was given one more term.
    /// @param unit The unit.
    /// @param owner Its owner.
    /// @param activatedAt Unix time of its activation.
    /// @param oldExpiry Unix time at which it would have expired or expired, a UTC midnight.
    /// @param expiry Unix time at which it expires now, a UTC midnight in the future.
    function onRenewed(uint256 unit, address owner, uint256 activatedAt, uint256 oldExpiry, uint256 expiry) external;

    /// @notice An activated unit changed hands.
    /// @param unit The unit.
    /// @param from Its owner before.
    /// @param activatedAt Unix time of its activation.
    /// @param expiry Unix time at which it expires or expired, a UTC midnight.
    function onTransferred(uint256 unit, address from, uint256 activatedAt, uint256 expiry) external;
}
