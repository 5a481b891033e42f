// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesId} from "../types/SeriesId.sol";

/// @title What Xnode One tells the contract that keeps the money of its units
/// @notice Every hook is called by Xnode One alone, after all effects of its own.
/// @dev Called without a try: a buyer who chooses the gas could otherwise skip what settles the seller. The price of
/// that is that a hook that fails freezes transfers, so the hooks about units make no external call and cannot fail.
/// Nothing is told of a mint or of the transfer of a unit that was never activated.
interface IUnitObserver {
    /// @notice A series was created. Reserves the whole of its grants, or reverts.
    /// @param series The series.
    /// @param cap Units that can ever be minted.
    /// @param grantPerUnit OPEN, in wei, streamed to each activated unit.
    function onSeriesCreated(SeriesId series, uint256 cap, uint256 grantPerUnit) external;

    /// @notice A unit was activated in this block.
    /// @param unit The unit.
    /// @param expiry Unix time at which its term ends.
    function onActivated(uint256 unit, uint256 expiry) external;

    /// @notice A unit was given one more term.
    /// @param unit The unit.
    /// @param owner Its present owner.
    /// @param activatedAt Unix time of its activation.
    /// @param oldExpiry Unix time at which it would have expired or did expire.
    /// @param expiry Unix time at which it expires now.
    function onRenewed(uint256 unit, address owner, uint256 activatedAt, uint256 oldExpiry, uint256 expiry) external;

    /// @notice An activated unit changed hands.
    /// @param unit The unit.
    /// @param from Who owned it until now, to whom everything belongs that accrued so far.
    /// @param activatedAt Unix time of its activation.
    /// @param expiry Unix time at which its term ends or ended.
    function onTransferred(uint256 unit, address from, uint256 activatedAt, uint256 expiry) external;
}
