// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PaymentCounts} from "../types/PaymentCounts.sol";
import {SeriesId} from "../types/SeriesId.sol";
import {IUnitObserver} from "./IUnitObserver.sol";
import {IUnitStream} from "./IUnitStream.sol";
import {IXnodeOne} from "./IXnodeOne.sol";

/// @title What users pay for units, and what units earn
/// @notice Anyone pays one unit, or a whole series: a payment to a series is shared equally by the units that are
/// active at that moment. What a unit earned belongs to who owned it then, also after a transfer, and waits here until
/// it is claimed. Every asset is claimed by itself: one that fails blocks no other.
/// @dev Nothing here grows with the number of units. A payment adds one entry to a running sum of amount per active
/// unit, and a unit's share is the difference of two entries, times 1e-18, rounded down: the pool keeps less than one
/// wei per unit per payment. Payments are numbered, and a unit remembers the numbers it has seen, so that what happens
/// in one second counts in the order in which it happened.
///
/// Terms end on UTC midnights. Crossing a midnight takes the units that end there out of the sharing and notes how many
/// payments there were; a payment crosses every midnight up to its own first. So when a unit's last midnight is
/// crossed, the note says where its share ends, and when it is not crossed yet, no payment came after it: claims and
/// transfers never need `advance`.
///
/// What is *not* guaranteed: that a payment is shared with no more units than were active when its payer looked. A
/// minted unit can be activated at any time, also just before a payment.
interface IXnodeRevenue is IUnitObserver, IUnitStream {
    /// @notice How a series shares what it is paid.
    /// @param payments Payments so far, by asset in the order of `assets`.
    /// @param lastDay The last day, counted from the Unix epoch, whose midnight was crossed.
    /// @param active Units that share, those whose last midnight was not crossed yet included.
    struct Pool {
        PaymentCounts payments;
        uint32 lastDay;
        uint32 active;
    }

    /// @notice What a unit was credited.
    /// @param seen The payments to its series up to which it was, by asset in the order of `assets`.
    /// @param streamed Seconds since its activation up to which its stream was.
    struct Share {
        PaymentCounts seen;
        uint40 streamed;
    }

    /// @notice The number of assets is outside its bounds.
    /// @dev Fix: give one to `max` assets.
    /// @param count Assets given.
    /// @param max The most assets.
    error XnodeRevenue_AssetCount(uint256 count, uint256 max);

    /// @notice An asset was given twice, or cannot be one.
    /// @dev Fix: give each asset once, the zero address for ETH.
    /// @param asset The asset.
    error XnodeRevenue_AssetInvalid(address asset);

    /// @notice OPEN is not among the assets, but units earn OPEN.
    /// @dev Fix: add OPEN to the assets.
    /// @param token OPEN.
    error XnodeRevenue_OpenMissing(address token);

    /// @notice This asset is neither taken nor paid here.
    /// @dev Fix: use an asset that the SDK's `claimableRevenue` lists; to the contract, ETH is the zero address.
    /// @param asset The asset given.
    error XnodeRevenue_UnknownAsset(address asset);

    /// @notice The caller is not Xnode One.
    /// @dev Fix: none; only the contract of the units reports what happens to them.
    /// @param caller The sender of the call.
    error XnodeRevenue_NotXnodeOne(address caller);

    /// @notice A payment is zero or above its bound.
    /// @dev Fix: pay from 1 to `max` of the asset's smallest unit.
    /// @param amount The amount given.
    /// @param max The largest payment.
    error XnodeRevenue_AmountOutOfRange(uint256 amount, uint256 max);

    /// @notice Another amount of ETH was sent than the payment needs.
    /// @dev Fix: send exactly the amount for a payment in ETH, none for any other asset.
    /// @param expected What has to be sent, in wei.
    /// @param sent What was sent, in wei.
    error XnodeRevenue_WrongEther(uint256 expected, uint256 sent);

    /// @notice Another amount arrived than was paid.
    /// @dev Fix: none for a user: the token takes a fee or does not move what it says.
    /// @param asset The asset.
    /// @param expected What was to arrive.
    /// @param received What arrived.
    error XnodeRevenue_NotReceived(address asset, uint256 expected, uint256 received);

    /// @notice The unit is not active: nobody could be owed the payment.
    /// @dev Fix: let its owner activate it, or renew it within its grace; or pay for another unit.
    /// @param unit The unit.
    error XnodeRevenue_NotActive(uint256 unit);

    /// @notice No unit of the series is active: nobody could be owed the payment.
    /// @dev Fix: pay when a unit of the series is active, or pay for another series.
    /// @param series The series.
    error XnodeRevenue_NoActiveUnits(SeriesId series);

    /// @notice Too many midnights have passed since the last payment to the series.
    /// @dev Fix: bring the series up to date first (`advanceRevenue` in the SDK), in steps when it needs too much gas.
    /// @param series The series.
    /// @param lastDay The last day crossed, counted from the Unix epoch.
    /// @param today The day it is now, counted from the Unix epoch.
    error XnodeRevenue_Behind(SeriesId series, uint256 lastDay, uint256 today);

    /// @notice Too many units were to be claimed for at once.
    /// @dev Fix: claim for at most `max` units in one call.
    /// @param count Units given.
    /// @param max The most units.
    error XnodeRevenue_TooManyUnits(uint256 count, uint256 max);

    /// @notice Only the owner of a unit can claim for it.
    /// @dev Fix: leave the unit out; what it earned for an owner before is that owner's credit already.
    /// @param unit The unit.
    /// @param owner Its owner.
    /// @param caller The sender of the call.
    error XnodeRevenue_NotOwner(uint256 unit, address owner, address caller);

    /// @notice There is nothing to claim in this asset.
    /// @dev Fix: name the units whose revenue is not credited yet; the SDK's `claimableRevenue` tells what is due.
    /// @param owner The caller.
    /// @param asset The asset.
    error XnodeRevenue_NothingToClaim(address owner, address asset);

    /// @notice What is claimed would be paid to nobody.
    /// @dev Fix: name an account that can use it.
    /// @param to The recipient given.
    error XnodeRevenue_RecipientInvalid(address to);

    /// @notice The recipient refused the ETH.
    /// @dev Fix: claim to an account that takes ETH.
    /// @param to The recipient.
    /// @param amount In wei.
    error XnodeRevenue_EtherRefused(address to, uint256 amount);

    /// @notice A unit was paid, to the credit of its owner.
    /// @param unit The unit.
    /// @param asset The asset, the zero address for ETH.
    /// @param payer Who paid.
    /// @param owner Who was credited.
    /// @param amount In the asset's smallest denomination.
    event UnitPaid(uint256 indexed unit, address indexed asset, address indexed payer, address owner, uint256 amount);

    /// @notice A series was paid; every midnight up to this day is crossed.
    /// @param series The series.
    /// @param asset The asset, the zero address for ETH.
    /// @param payer Who paid.
    /// @param amount In the asset's smallest denomination.
    /// @param active Units that share it.
    /// @param payment Its number among the payments to the series in this asset, from 1.
    /// @param index Sum over the payments up to this one of amount per active unit, times 1e18.
    event SeriesPaid(
        SeriesId indexed series,
        address indexed asset,
        address indexed payer,
        uint256 amount,
        uint256 active,
        uint256 payment,
        uint256 index
    );

    /// @notice The terms of units ended, seen when their last midnight was crossed.
    /// @param series The series.
    /// @param day The day that began with this midnight, counted from the Unix epoch.
    /// @param expired Units that share no longer.
    /// @param active Units that still share.
    event DayCrossed(SeriesId indexed series, uint256 indexed day, uint256 expired, uint256 active);

    /// @notice Midnights of a series were crossed without a payment.
    /// @param series The series.
    /// @param oldDay The last day crossed before.
    /// @param newDay The last day crossed now.
    event Advanced(SeriesId indexed series, uint256 oldDay, uint256 newDay);

    /// @notice What a unit earned from payments to its series was credited.
    /// @param unit The unit.
    /// @param owner Who was credited.
    /// @param asset The asset.
    /// @param amount In the asset's smallest denomination; zero when the payments were below one per unit.
    /// @param seen The last payment in this asset that is credited now.
    event Settled(uint256 indexed unit, address indexed owner, address indexed asset, uint256 amount, uint256 seen);

    /// @notice An owner took out its whole credit of an asset.
    /// @param owner Whose credit.
    /// @param asset The asset, the zero address for ETH.
    /// @param to Who was paid.
    /// @param amount In the asset's smallest denomination.
    event Claimed(address indexed owner, address indexed asset, address indexed to, uint256 amount);

    /// @notice Pays for one active unit, to the credit of its owner of this moment.
    /// @dev A payment in a token needs an approval of exactly the amount.
    /// @param unit The unit.
    /// @param asset One of `assets`, the zero address for ETH.
    /// @param amount In the asset's smallest denomination, 1 to `MAX_PAYMENT`; for ETH exactly what is sent.
    function payUnit(uint256 unit, address asset, uint256 amount) external payable;

    /// @notice Pays for a series, shared equally by the units that are active at this moment.
    /// @dev Crosses at most `MAX_CROSSED_DAYS` midnights; asks for `advance` when more have passed.
    /// @param series The series.
    /// @param asset One of `assets`, the zero address for ETH.
    /// @param amount In the asset's smallest denomination, 1 to `MAX_PAYMENT`; for ETH exactly what is sent.
    function paySeries(SeriesId series, address asset, uint256 amount) external payable;

    /// @notice Crosses midnights of a series, by anyone. Only payments to the series ever wait for it.
    /// @param series The series.
    /// @param maxDays The most midnights to cross; more than have passed is fine.
    /// @return lastDay The last day crossed now; a series without active units stays where it is.
    function advance(SeriesId series, uint256 maxDays) external returns (uint256 lastDay);

    /// @notice Credits the owner of `unit` with what the unit earned, by anyone.
    /// @dev Nothing happens for a unit that was not activated.
    /// @param unit The unit; reverts if it does not exist.
    function settle(uint256 unit) external;

    /// @notice Credits the caller with what its units earned, and pays its whole credit of one asset.
    /// @dev Credit in the other assets stays and can be claimed at any time, without naming a unit.
    /// @param units Units that the caller owns, at most `MAX_CLAIM_UNITS`, may be empty and may repeat.
    /// @param asset One of `assets`, the zero address for ETH.
    /// @param to Who is paid.
    /// @return amount What was paid, in the asset's smallest denomination, never zero.
    function claim(uint256[] calldata units, address asset, address to) external returns (uint256 amount);

    // solhint-disable func-name-mixedcase
    /// @notice Most midnights that a payment crosses.
    function MAX_CROSSED_DAYS() external view returns (uint256);

    /// @notice Most units in one claim.
    function MAX_CLAIM_UNITS() external view returns (uint256);

    /// @notice The largest payment; no sum of payments can overflow.
    function MAX_PAYMENT() external view returns (uint256);
    // solhint-enable func-name-mixedcase

    /// @notice The assets taken and paid, for ever; the zero address stands for ETH.
    function assets() external view returns (address[] memory);

    /// @notice What `owner` can claim of `asset` without naming a unit, in the asset's smallest denomination.
    function creditOf(address owner, address asset) external view returns (uint256);

    /// @notice What `claim` by `owner` would pay now.
    /// @dev Reverts for a unit that `owner` does not own. Unlike `claim`, counts a unit as often as it is named.
    /// @param owner The owner.
    /// @param units Units that `owner` owns, each once.
    /// @param asset One of `assets`.
    /// @return In the asset's smallest denomination.
    function claimable(address owner, uint256[] calldata units, address asset) external view returns (uint256);

    /// @notice What `unit` earned and its owner is not credited with yet, by asset in the order of `assets`; the stream
    /// is part of OPEN.
    function accrued(uint256 unit) external view returns (uint256[] memory amounts);

    /// @notice How a series shares what it is paid.
    function poolOf(SeriesId series) external view returns (Pool memory);

    /// @notice What `unit` was credited.
    function shareOf(uint256 unit) external view returns (Share memory);

    /// @notice Units of a series whose terms end on the midnight that begins `day`, counted from the Unix epoch.
    function expiringOn(SeriesId series, uint256 day) external view returns (uint256);

    /// @notice Sum over the payments of `asset` to `series` up to number `payment` of amount per active unit, times
    /// 1e18.
    function indexAt(SeriesId series, address asset, uint256 payment) external view returns (uint256);

    /// @notice The units.
    function xnodeOne() external view returns (IXnodeOne);
}
