// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IOpenToken} from "../token/interfaces/IOpenToken.sol";
import {ITokenAllocation} from "../token/interfaces/ITokenAllocation.sol";
import {UnitStream} from "./UnitStream.sol";
import {IUnitObserver} from "./interfaces/IUnitObserver.sol";
import {IXnodeOne} from "./interfaces/IXnodeOne.sol";
import {IXnodeRevenue} from "./interfaces/IXnodeRevenue.sol";
import {DayCounts} from "./libraries/DayCounts.sol";
import {PaymentCounts} from "./types/PaymentCounts.sol";
import {SeriesId, seriesIn} from "./types/SeriesId.sol";

/// @title What users pay for units, and what units earn
contract XnodeRevenue is IXnodeRevenue, UnitStream, ReentrancyGuardTransient {
    using DayCounts for DayCounts.Counters;
    using SafeERC20 for IERC20;

    /// @inheritdoc IXnodeRevenue
    uint256 public constant MAX_CROSSED_DAYS = 8;
    /// @inheritdoc IXnodeRevenue
    uint256 public constant MAX_CLAIM_UNITS = 50;
    /// @inheritdoc IXnodeRevenue
    /// @dev With at most 2**48 payments in an asset every index stays below 2**236 and every credit below 2**177.
    uint256 public constant MAX_PAYMENT = type(uint128).max;

    uint256 private constant MAX_ASSETS = 4;
    uint256 private constant INDEX_SCALE = 1e18;
    /// @dev The asset that stands for ETH.
    address private constant ETHER = address(0);

    /// @inheritdoc IXnodeRevenue
    IXnodeOne public immutable xnodeOne;
    uint256 private immutable _assetCount;
    // An unused place holds this contract's own address, which is no asset.
    address private immutable _asset0;
    address private immutable _asset1;
    address private immutable _asset2;
    address private immutable _asset3;

    /// @inheritdoc IXnodeRevenue
    mapping(address owner => mapping(address asset => uint256)) public creditOf;

    mapping(SeriesId series => Pool) private _pools;
    mapping(SeriesId series => DayCounts.Counters) private _expiring;
    // Payments that the units whose terms ended on a crossed day have a share in.
    mapping(SeriesId series => mapping(uint256 day => PaymentCounts)) private _paymentsBefore;
    mapping(SeriesId series => mapping(uint256 lane => mapping(uint256 payment => uint256))) private _indexes;
    mapping(uint256 unit => Share) private _shares;

    modifier onlyXnodeOne() {
        require(msg.sender == address(xnodeOne), XnodeRevenue_NotXnodeOne(msg.sender));
        _;
    }

    /// @param xnodeOne_ The units.
    /// @param token_ OPEN, which units earn by their stream.
    /// @param allocation_ Funds the streams.
    /// @param timelock_ Gives back what no series needs; must be the token's timelock.
    /// @param assets_ One to four assets taken and paid, OPEN among them, the zero address for ETH.
    constructor(
        IXnodeOne xnodeOne_,
        IOpenToken token_,
        ITokenAllocation allocation_,
        address timelock_,
        address[] memory assets_
    ) UnitStream(token_, allocation_, timelock_) {
        require(address(xnodeOne_) != address(0), UnitStream_ZeroAddress());
        xnodeOne = xnodeOne_;

        uint256 count = assets_.length;
        require(count != 0 && count <= MAX_ASSETS, XnodeRevenue_AssetCount(count, MAX_ASSETS));
        address[MAX_ASSETS] memory places = [address(this), address(this), address(this), address(this)];
        bool hasOpen;
        for (uint256 i = 0; i < count; ++i) {
            address asset = assets_[i];
            // Compares with the empty places as well, so that this contract is refused.
            for (uint256 j = 0; j < MAX_ASSETS; ++j) require(places[j] != asset, XnodeRevenue_AssetInvalid(asset));
            places[i] = asset;
            if (asset == address(token_)) hasOpen = true;
        }
        require(hasOpen, XnodeRevenue_OpenMissing(address(token_)));
        _assetCount = count;
        (_asset0, _asset1, _asset2, _asset3) = (places[0], places[1], places[2], places[3]);
        _requireSame(address(this), address(xnodeOne_.observer()));
    }

    // Payments

    /// @inheritdoc IXnodeRevenue
    function payUnit(uint256 unit, address asset, uint256 amount) external payable nonReentrant {
        _laneOf(asset);
        _checkAmount(amount);
        // First, so that a unit that does not exist is not called inactive.
        address owner = xnodeOne.ownerOf(unit);
        require(xnodeOne.isActive(unit), XnodeRevenue_NotActive(unit));

        creditOf[owner][asset] += amount;
        emit UnitPaid(unit, asset, msg.sender, owner, amount);
        _take(asset, amount);
    }

    /// @inheritdoc IXnodeRevenue
    function paySeries(SeriesId series, address asset, uint256 amount) external payable nonReentrant {
        uint256 lane = _laneOf(asset);
        _checkAmount(amount);
        Pool memory pool = _pools[series];
        _cross(series, pool, MAX_CROSSED_DAYS);
        if (pool.active == 0) {
            // Reverts with its own error for a series that does not exist.
            xnodeOne.saleTermsOf(series);
            revert XnodeRevenue_NoActiveUnits(series);
        }
        require(pool.lastDay == _today(), XnodeRevenue_Behind(series, pool.lastDay, _today()));

        uint256 before = pool.payments.inLane(lane);
        uint256 index = _indexes[series][lane][before] + (amount * INDEX_SCALE) / pool.active;
        _indexes[series][lane][before + 1] = index;
        pool.payments = pool.payments.plusOne(lane);
        _pools[series] = pool;
        emit SeriesPaid(series, asset, msg.sender, amount, pool.active, before + 1, index);
        _take(asset, amount);
    }

    /// @inheritdoc IXnodeRevenue
    function advance(SeriesId series, uint256 maxDays) external returns (uint256 lastDay) {
        Pool memory pool = _pools[series];
        uint256 oldDay = pool.lastDay;
        _cross(series, pool, maxDays);
        lastDay = pool.lastDay;
        if (lastDay == oldDay) return lastDay;
        _pools[series] = pool;
        emit Advanced(series, oldDay, lastDay);
    }

    // Claims

    /// @inheritdoc IXnodeRevenue
    function settle(uint256 unit) external {
        _settle(unit, xnodeOne.ownerOf(unit), xnodeOne.activatedAt(unit), xnodeOne.expiryOf(unit));
    }

    /// @inheritdoc IXnodeRevenue
    function claim(uint256[] calldata units, address asset, address to) external nonReentrant returns (uint256 amount) {
        _laneOf(asset);
        require(to != address(0) && to != address(this), XnodeRevenue_RecipientInvalid(to));
        require(units.length <= MAX_CLAIM_UNITS, XnodeRevenue_TooManyUnits(units.length, MAX_CLAIM_UNITS));
        for (uint256 i = 0; i < units.length; ++i) {
            uint256 unit = units[i];
            _checkOwner(unit, msg.sender);
            _settle(unit, msg.sender, xnodeOne.activatedAt(unit), xnodeOne.expiryOf(unit));
        }
        amount = creditOf[msg.sender][asset];
        require(amount != 0, XnodeRevenue_NothingToClaim(msg.sender, asset));

        creditOf[msg.sender][asset] = 0;
        emit Claimed(msg.sender, asset, to, amount);
        _pay(asset, to, amount);
    }

    // What happens to units. No external call, and nothing that can fail once a unit was counted; not guarded against
    // re-entry, because a recipient of ETH may well transfer a unit.

    /// @inheritdoc IUnitObserver
    function onSeriesCreated(SeriesId series, uint256 cap, uint256 grantPerUnit) external onlyXnodeOne {
        _reserve(series, cap, grantPerUnit);
    }

    /// @inheritdoc IUnitObserver
    function onActivated(uint256 unit, uint256 expiry) external onlyXnodeOne {
        _join(unit, expiry / 1 days);
    }

    /// @inheritdoc IUnitObserver
    function onRenewed(
        uint256 unit,
        address owner,
        uint256 activatedAt,
        uint256 oldExpiry,
        uint256 expiry
    ) external onlyXnodeOne {
        SeriesId series = seriesIn(unit);
        uint256 oldDay = oldExpiry / 1 days;
        if (oldDay > _pools[series].lastDay) {
            // Still counted, in grace as well: no payment came since it expired, so that there is no gap to leave out.
            _expiring[series].decrement(oldDay);
            _expiring[series].increment(expiry / 1 days);
        } else {
            _settle(unit, owner, activatedAt, oldExpiry);
            _join(unit, expiry / 1 days);
        }
    }

    /// @inheritdoc IUnitObserver
    function onTransferred(uint256 unit, address from, uint256 activatedAt, uint256 expiry) external onlyXnodeOne {
        _settle(unit, from, activatedAt, expiry);
    }

    // Views

    /// @inheritdoc IXnodeRevenue
    function assets() external view returns (address[] memory list) {
        list = new address[](_assetCount);
        for (uint256 lane = 0; lane < list.length; ++lane) list[lane] = _assetAt(lane);
    }

    /// @inheritdoc IXnodeRevenue
    function claimable(address owner, uint256[] calldata units, address asset) external view returns (uint256 amount) {
        uint256 lane = _laneOf(asset);
        amount = creditOf[owner][asset];
        for (uint256 i = 0; i < units.length; ++i) {
            _checkOwner(units[i], owner);
            amount += accrued(units[i])[lane];
        }
    }

    /// @inheritdoc IXnodeRevenue
    function accrued(uint256 unit) public view returns (uint256[] memory amounts) {
        xnodeOne.ownerOf(unit);
        (uint256 activatedAt, uint256 expiry) = (xnodeOne.activatedAt(unit), xnodeOne.expiryOf(unit));
        amounts = new uint256[](_assetCount);
        if (expiry == 0) return amounts;
        SeriesId series = seriesIn(unit);
        Share memory share = _shares[unit];
        PaymentCounts payments = _paymentsOf(series, expiry);
        for (uint256 lane = 0; lane < amounts.length; ++lane) {
            amounts[lane] = _between(series, lane, share.seen.inLane(lane), payments.inLane(lane));
        }
        amounts[_laneOf(address(token))] += _streamedBetween(grantOf[series], share.streamed, _streamed(activatedAt));
    }

    /// @inheritdoc IXnodeRevenue
    function poolOf(SeriesId series) external view returns (Pool memory) {
        return _pools[series];
    }

    /// @inheritdoc IXnodeRevenue
    function shareOf(uint256 unit) external view returns (Share memory) {
        return _shares[unit];
    }

    /// @inheritdoc IXnodeRevenue
    function expiringOn(SeriesId series, uint256 day) external view returns (uint256) {
        return _expiring[series].get(day);
    }

    /// @inheritdoc IXnodeRevenue
    function indexAt(SeriesId series, address asset, uint256 payment) external view returns (uint256) {
        return _indexes[series][_laneOf(asset)][payment];
    }

    // Sharing

    /// @dev Counts a unit from now on. One that expired and was crossed has been settled before.
    function _join(uint256 unit, uint256 lastDay) private {
        SeriesId series = seriesIn(unit);
        Pool memory pool = _pools[series];
        // Nobody was left whose last midnight could be crossed.
        if (pool.active == 0) pool.lastDay = uint32(_today());
        ++pool.active;
        _pools[series] = pool;
        _expiring[series].increment(lastDay);
        _shares[unit].seen = pool.payments;
    }

    /// @dev Crosses up to `maxDays` midnights up to today, in `pool` only: the caller stores it. The sum of `_expiring`
    /// over the days after `lastDay` is `active`.
    function _cross(SeriesId series, Pool memory pool, uint256 maxDays) private {
        uint256 active = pool.active;
        if (active == 0) return;
        uint256 day = pool.lastDay;
        uint256 last = day + Math.min(maxDays, _today() - day);
        while (day < last && active != 0) {
            uint256 expired = _expiring[series].get(++day);
            if (expired == 0) continue;
            active -= expired;
            _paymentsBefore[series][day] = pool.payments;
            emit DayCrossed(series, day, expired, active);
        }
        (pool.lastDay, pool.active) = (uint32(day), uint32(active));
    }

    /// @dev Credits `owner` with everything the unit earned since it was settled last. Never fails for a unit that was
    /// activated: `seen` never exceeds the counts below, indexes only grow, and the sums fit (`MAX_PAYMENT`).
    function _settle(uint256 unit, address owner, uint256 activatedAt, uint256 expiry) private {
        if (expiry == 0) return;
        SeriesId series = seriesIn(unit);
        Share memory share = _shares[unit];
        PaymentCounts payments = _paymentsOf(series, expiry);
        bool changed = payments != share.seen;
        if (changed) {
            _settlePayments(unit, owner, series, share.seen, payments);
            share.seen = payments;
        }
        uint256 streamed = _streamed(activatedAt);
        if (streamed != share.streamed) {
            uint256 grant = grantOf[series];
            if (grant != 0) {
                uint256 amount = _streamedBetween(grant, share.streamed, streamed);
                share.streamed = uint40(streamed);
                changed = true;
                creditOf[owner][address(token)] += amount;
                emit StreamSettled(unit, owner, amount, streamed);
            }
        }
        if (changed) _shares[unit] = share;
    }

    function _settlePayments(
        uint256 unit,
        address owner,
        SeriesId series,
        PaymentCounts seen,
        PaymentCounts payments
    ) private {
        for (uint256 lane = 0; lane < _assetCount; ++lane) {
            (uint256 from, uint256 to) = (seen.inLane(lane), payments.inLane(lane));
            if (from == to) continue;
            address asset = _assetAt(lane);
            uint256 amount = _between(series, lane, from, to);
            if (amount != 0) creditOf[owner][asset] += amount;
            emit Settled(unit, owner, asset, amount, to);
        }
    }

    /// @dev The payments that a unit has a share in: all so far unless its last midnight was crossed.
    function _paymentsOf(SeriesId series, uint256 expiry) private view returns (PaymentCounts) {
        Pool storage pool = _pools[series];
        uint256 day = expiry / 1 days;
        return day > pool.lastDay ? pool.payments : _paymentsBefore[series][day];
    }

    /// @dev One unit's share in the payments after `from` up to `to`, rounded down.
    function _between(SeriesId series, uint256 lane, uint256 from, uint256 to) private view returns (uint256) {
        if (from == to) return 0;
        mapping(uint256 payment => uint256) storage indexes = _indexes[series][lane];
        return (indexes[to] - indexes[from]) / INDEX_SCALE;
    }

    // Assets

    /// @dev Takes exactly `amount` from the caller. Last of all, because it calls the asset.
    function _take(address asset, uint256 amount) private {
        uint256 expected = asset == ETHER ? amount : 0;
        require(msg.value == expected, XnodeRevenue_WrongEther(expected, msg.value));
        if (asset == ETHER) return;
        if (asset == address(token)) openHeld += amount;
        uint256 balanceBefore = IERC20(asset).balanceOf(address(this));
        IERC20(asset).safeTransferFrom(msg.sender, address(this), amount);
        uint256 received = Math.saturatingSub(IERC20(asset).balanceOf(address(this)), balanceBefore);
        require(received == amount, XnodeRevenue_NotReceived(asset, amount, received));
    }

    function _pay(address asset, address to, uint256 amount) private {
        if (asset == ETHER) {
            // What the recipient returns is not copied.
            require(LowLevelCall.callNoReturn(to, amount, ""), XnodeRevenue_EtherRefused(to, amount));
            return;
        }
        if (asset == address(token)) openHeld -= amount;
        IERC20(asset).safeTransfer(to, amount);
    }

    function _laneOf(address asset) private view returns (uint256) {
        require(asset != address(this), XnodeRevenue_UnknownAsset(asset));
        if (asset == _asset0) return 0;
        if (asset == _asset1) return 1;
        if (asset == _asset2) return 2;
        require(asset == _asset3, XnodeRevenue_UnknownAsset(asset));
        return 3;
    }

    function _assetAt(uint256 lane) private view returns (address) {
        if (lane == 0) return _asset0;
        if (lane == 1) return _asset1;
        return lane == 2 ? _asset2 : _asset3;
    }

    function _today() private view returns (uint256) {
        return block.timestamp / 1 days;
    }

    function _checkAmount(uint256 amount) private pure {
        require(amount != 0 && amount <= MAX_PAYMENT, XnodeRevenue_AmountOutOfRange(amount, MAX_PAYMENT));
    }

    function _checkOwner(uint256 unit, address account) private view {
        address owner = xnodeOne.ownerOf(unit);
        require(owner == account, XnodeRevenue_NotOwner(unit, owner, account));
    }
}
