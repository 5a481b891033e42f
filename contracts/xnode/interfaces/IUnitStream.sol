// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOpenToken} from "../../token/interfaces/IOpenToken.sol";
import {ITokenAllocation} from "../../token/interfaces/ITokenAllocation.sol";
import {RowId} from "../../token/types/RowId.sol";
import {SeriesId} from "../types/SeriesId.sol";

/// @title The OPEN that streams to activated units
/// @notice Each activated unit earns the grant of its series, linearly by the second over 365 days from its own
/// activation. What a second earns belongs to who owned the unit in that second, whatever the unit's term does.
/// @dev The whole cap is reserved when a series is created, so that no unit can be sold whose stream is not funded, and
/// a reservation is never released: units of the series can still be minted and activated at any time. Funding arrives
/// by `TokenAllocation.fund`; OPEN sent here by mistake counts as free as well.
interface IUnitStream {
    /// @notice A constructor argument is the zero address.
    /// @dev Fix: pass the addresses of Xnode One, OPEN, the allocation and the timelock.
    error UnitStream_ZeroAddress();

    /// @notice A counterpart names another one than was passed here.
    /// @dev Fix: deploy with the timelock of the token, with the allocation that holds this token, and at the address
    /// that Xnode One names as its observer.
    /// @param expected The address passed here, or this contract.
    /// @param actual The address the counterpart names.
    error UnitStream_WrongCounterpart(address expected, address actual);

    /// @notice Only the timelock can do this.
    /// @dev Fix: make the call by a governance proposal.
    /// @param caller The sender of the call.
    error UnitStream_NotTimelock(address caller);

    /// @notice There is less free OPEN than is needed.
    /// @dev Fix: let a vote fund this contract from the allocation first (`TokenAllocation.fund`), or ask for less.
    /// @param free OPEN here that is neither reserved nor owed, in wei.
    /// @param needed What was to be reserved or given back, in wei.
    error UnitStream_NotFree(uint256 free, uint256 needed);

    /// @notice OPEN was reserved for the streams of a whole series.
    /// @param series The series.
    /// @param grantPerUnit What each activated unit earns over 365 days, in wei.
    /// @param amount What was reserved: `grantPerUnit` for each unit up to the cap, in wei.
    event StreamReserved(SeriesId indexed series, uint256 grantPerUnit, uint256 amount);

    /// @notice What a unit streamed was credited.
    /// @param unit The unit.
    /// @param owner Who was credited.
    /// @param amount OPEN, in wei.
    /// @param streamed Seconds since the activation that are credited now, at most 365 days.
    event StreamSettled(uint256 indexed unit, address indexed owner, uint256 amount, uint256 streamed);

    /// @notice `amount` wei of free OPEN went back to `row` of the allocation.
    event FreeGivenBack(RowId indexed row, uint256 amount);

    /// @notice Gives free OPEN back to `row` of the allocation, at most what that row sent here. Only the timelock.
    /// @dev Cannot reach what is reserved for a series or owed to an owner.
    /// @param row The row.
    /// @param amount In wei, not zero.
    function giveBackFree(RowId row, uint256 amount) external;

    /// @notice Over how many seconds a grant streams: 365 days.
    // solhint-disable-next-line func-name-mixedcase
    function STREAM_TERM() external view returns (uint256);

    /// @notice What each activated unit of `series` earns over `STREAM_TERM`, in wei.
    function grantOf(SeriesId series) external view returns (uint256);

    /// @notice OPEN here that is reserved for streams or owed to owners as revenue, in wei.
    function openHeld() external view returns (uint256);

    /// @notice OPEN here that a new series can reserve, in wei.
    function freeOpen() external view returns (uint256);

    /// @notice OPEN.
    function token() external view returns (IOpenToken);

    /// @notice Where free OPEN goes back to.
    function allocation() external view returns (ITokenAllocation);

    /// @notice The only account that can give back.
    function timelock() external view returns (address);
}
