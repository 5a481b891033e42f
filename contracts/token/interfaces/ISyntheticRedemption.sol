// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";

import {RowId} from "../types/RowId.sol";
import {IOpenToken} from "./IOpenToken.sol";
import {ITokenAllocation} from "./ITokenAllocation.sol";

/// @title Redemption of synthetic OPEN
/// @notice From its start on, takes sOPEN for ever and pays the same amount of OPEN, up to what it was funded with.
/// @dev Pays out of its own balance alone: it cannot promise more than it holds, and refuses whole what it cannot pay
/// whole. What is *not* guaranteed: that it is funded for all sOPEN there is. Whoever may mint sOPEN can redeem what was
/// funded and no more, so fund it for what is known to be held, not ahead of it. sOPEN that arrives by a plain transfer
/// is locked as well, without any OPEN for it. The existing sOPEN has no permit: holders approve, then redeem.
interface ISyntheticRedemption {
    /// @notice A constructor argument is the zero address.
    /// @dev Fix: pass the addresses of OPEN, sOPEN, the allocation and the timelock.
    error SyntheticRedemption_ZeroAddress();

    /// @notice A counterpart names another one than was passed here.
    /// @dev Fix: deploy with the timelock of the token, and with the allocation that holds this token.
    /// @param expected The address passed here.
    /// @param actual The address the counterpart names.
    error SyntheticRedemption_WrongCounterpart(address expected, address actual);

    /// @notice The synthetic token cannot be exchanged 1:1: it is OPEN itself, or counts in other units.
    /// @dev Fix: pass the sOPEN contract of this chain.
    /// @param synthetic The refused token.
    error SyntheticRedemption_NotSynthetic(address synthetic);

    /// @notice The start lies in the past or too far ahead.
    /// @dev Fix: choose a start from `earliest` to `latest`.
    /// @param start The start given, Unix time.
    /// @param earliest The earliest start, Unix time.
    /// @param latest The latest start, Unix time.
    error SyntheticRedemption_StartOutOfRange(uint256 start, uint256 earliest, uint256 latest);

    /// @notice Redemption has not begun.
    /// @dev Fix: wait until `start`.
    /// @param start When it begins, Unix time.
    error SyntheticRedemption_NotStarted(uint256 start);

    /// @notice An amount of zero was given.
    /// @dev Fix: give at least one wei.
    error SyntheticRedemption_ZeroAmount();

    /// @notice The OPEN would be paid to this contract itself.
    /// @dev Fix: name an account that can use it.
    error SyntheticRedemption_ToItself();

    /// @notice More was to be redeemed than is funded; nothing was taken.
    /// @dev Fix: redeem at most `funded`, or wait until a vote funds more (`TokenAllocation.fund`).
    /// @param funded What can still be redeemed, in wei.
    /// @param amount What was to be redeemed, in wei.
    error SyntheticRedemption_Underfunded(uint256 funded, uint256 amount);

    /// @notice Another amount of sOPEN arrived than was to be redeemed.
    /// @dev Fix: none for a user: the token passed at deployment takes a fee or does not move what it says.
    /// @param expected What was to arrive, in wei.
    /// @param received What arrived, in wei.
    error SyntheticRedemption_NotReceived(uint256 expected, uint256 received);

    /// @notice Only the timelock can do this.
    /// @dev Fix: make the call by a governance proposal.
    /// @param caller The sender of the call.
    error SyntheticRedemption_NotTimelock(address caller);

    /// @notice What is funded stays redeemable for longer.
    /// @dev Fix: wait until `allowedFrom`.
    /// @param allowedFrom When a vote may give back what is left, Unix time.
    error SyntheticRedemption_StillPromised(uint256 allowedFrom);

    /// @notice `account` gave `amount` wei of sOPEN, and `to` got as much OPEN.
    event Redeemed(address indexed account, address indexed to, uint256 amount);

    /// @notice `amount` wei of OPEN that nobody redeemed went back to `row` of the allocation.
    event GivenBack(RowId indexed row, uint256 amount);

    /// @notice Takes `amount` wei of the caller's sOPEN for ever and pays it as much OPEN.
    /// @dev Requires the caller's approval of sOPEN. All or nothing.
    function redeem(uint256 amount) external;

    /// @notice Takes `amount` wei of the caller's sOPEN for ever and pays `to` as much OPEN.
    /// @dev Requires the caller's approval of sOPEN. All or nothing.
    function redeemTo(uint256 amount, address to) external;

    /// @notice Gives `amount` wei of OPEN back to `row`, at most what the row sent here.
    /// @dev Only the timelock, from `giveBackFrom` on. Redemption of what is left goes on.
    function giveBack(RowId row, uint256 amount) external;

    /// @notice Longest time from deployment to the start, in seconds: a wrong date must not lock holders out.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_LEAD() external view returns (uint256);

    /// @notice How long after the start nothing can be given back, in seconds: 4 years, the length of the longest vestings
    /// that pay sOPEN, so that even one that began with the redemption has paid out before.
    // solhint-disable-next-line func-name-mixedcase
    function PROMISE() external view returns (uint256);

    /// @notice What can still be redeemed, in wei.
    function fundedFor() external view returns (uint256);

    /// @notice sOPEN that was taken, in wei: nothing can move it.
    function locked() external view returns (uint256);

    /// @notice When redemption begins, Unix time.
    function start() external view returns (uint256);

    /// @notice When a vote may give back what is left, Unix time.
    function giveBackFrom() external view returns (uint256);

    /// @notice The token this contract pays.
    function token() external view returns (IOpenToken);

    /// @notice The token this contract takes.
    function synthetic() external view returns (IERC20Metadata);

    /// @notice Where unredeemed OPEN goes back to.
    function allocation() external view returns (ITokenAllocation);

    /// @notice The only account that can give back.
    function timelock() external view returns (address);
}
