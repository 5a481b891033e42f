// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IOpenToken} from "../../token/interfaces/IOpenToken.sol";
import {IValidatorStaking} from "../interfaces/IValidatorStaking.sol";
import {StakeMath} from "../libraries/StakeMath.sol";
import {PoolId} from "../types/PoolId.sol";
import {StakingSettings} from "./StakingSettings.sol";

/// @title Two-level reward index
/// @notice The stream moves one global index (reward per active token). Between two slashes, commissions and changes of
/// the set a share of a tranche is worth the same, so its net reward follows from the growth of the global index alone
/// and nothing is stored when stake comes or goes. Slashing changes no share, so no reward needs a loop.
abstract contract RewardIndex is StakingSettings {
    using SafeCast for uint256;
    using SafeERC20 for IOpenToken;

    /// @dev Three words, by how often they change.
    struct Tranche {
        Stake stake;
        Earning earning;
        Fee fee;
    }

    /// @dev Changes with every stake and exit.
    /// @param tokens Stake now, in wei.
    /// @param credit What the tranche earned up to `Earning.index` under the commission in force, less what `tokens` that
    /// came since would have earned before it came, in wei. With what `tokens` earn since `index` it is what the
    /// commission is a part of. Counted only where there is a commission.
    /// @param idx Number of slashes so far.
    struct Stake {
        uint96 tokens;
        int128 credit;
        uint16 idx;
    }

    /// @dev Changes with a slash, a commission and the set.
    /// @param index Global index up to which `acc` is counted.
    /// @param acc Net reward per share up to `index`.
    /// @param bps Commission since `index`.
    /// @param marked Whether `Fee` has something that a visitor must see: a rise that waits, or in the own tranche a
    /// reward set aside.
    struct Earning {
        uint96 index;
        uint128 acc;
        uint16 bps;
        bool marked;
    }

    /// @dev Read only when marked, or claimed.
    struct Fee {
        uint96 owed;
        uint16 nextBps;
        uint32 nextEpoch;
    }

    /// @dev Below this stake the stream waits: it bounds the index, and a reward for nobody would be lost.
    uint256 internal constant MIN_ACTIVE = 1_000e18;

    mapping(PoolId pool => Tranche) internal _tranches;

    uint96 private _index;
    uint96 private _totalActive;
    uint40 private _updatedAt;

    uint112 private _rate;
    uint40 private _finish;

    mapping(PoolId pool => mapping(uint256 idx => uint256 factor)) private _factors;

    constructor() {
        _updatedAt = uint40(block.timestamp);
    }

    /// @inheritdoc IValidatorStaking
    function notifyReward(uint256 amount, uint256 duration) external {
        require(msg.sender == rewardStream, ValidatorStaking_NotRewardStream(msg.sender));
        require(amount != 0 && duration != 0, ValidatorStaking_EmptyReward());
        (uint256 index, uint256 waited) = _indexNow();
        _setActive(index, waited, _totalActive);

        uint256 start = Math.max(block.timestamp, waited);
        uint256 finish = start + duration;
        uint256 left = _rate * (start - block.timestamp);
        uint256 rate = (left + amount * StakeMath.RATE) / (finish - block.timestamp);
        // Of a supply of 1e27 wei: the rate fits.
        _rate = uint112(rate);
        _finish = finish.toUint40();
        emit RewardNotified(amount, duration, rate, finish);
        OPEN.safeTransferFrom(msg.sender, address(this), amount);
    }

    /// @inheritdoc IValidatorStaking
    function reserve() external view returns (uint256) {
        return OPEN.balanceOf(address(this)) - OPEN.escrowedTotal(address(this));
    }

    /// @inheritdoc IValidatorStaking
    function totalActive() external view returns (uint256) {
        return _totalActive;
    }

    /// @inheritdoc IValidatorStaking
    function streamState() external view returns (uint256 rate, uint256 finish) {
        (, finish) = _indexNow();
        rate = _rate;
    }

    /// @inheritdoc IValidatorStaking
    function rewardIndex() external view returns (uint256 index) {
        (index, ) = _indexNow();
    }

    /// @inheritdoc IValidatorStaking
    function factorOf(PoolId pool, uint256 idx) external view returns (uint256) {
        return _factor(pool, idx);
    }

    /// @inheritdoc IValidatorStaking
    function poolOf(PoolId id) external view returns (Pool memory) {
        Stake memory stake = _tranches[id].stake;
        Earning memory earning = _tranches[id].earning;
        Fee memory fee = _tranches[id].fee;
        (uint256 index, ) = _indexNow();
        _earn(id, stake, earning, index);
        fee.owed += _commission(stake, earning.bps);
        if (_risen(fee)) (earning.bps, fee.nextEpoch) = (fee.nextBps, 0);
        return
            Pool({
                tokens: stake.tokens,
                acc: earning.acc,
                idx: stake.idx,
                index: uint96(index),
                owed: fee.owed,
                bps: earning.bps,
                nextBps: fee.nextBps,
                nextEpoch: fee.nextEpoch
            });
    }

    /// @dev To be called whenever stake becomes active or inactive, with what `_indexNow` returned.
    function _setActive(uint256 index, uint256 finish, uint256 active) internal {
        (_index, _totalActive, _updatedAt) = (index.toUint96(), active.toUint96(), uint40(block.timestamp));
        // Later by no more than the time that passed.
        if (finish != _finish) _finish = uint40(finish);
    }

    function _activeStake() internal view returns (uint256) {
        return _totalActive;
    }

    function _factor(PoolId id, uint256 idx) internal view returns (uint256) {
        return idx == 0 ? StakeMath.WAD : _factors[id][idx];
    }

    function _pushFactor(PoolId id, uint256 idx, uint256 factor) internal {
        _factors[id][idx] = factor;
    }

    /// @dev Credits a tranche with what it earned up to `index`, before it changes as a whole.
    function _accrue(PoolId id, uint256 index) internal {
        Tranche storage tranche = _tranches[id];
        Stake memory stake = tranche.stake;
        Earning memory earning = tranche.earning;
        _earn(id, stake, earning, index);
        earning.index = uint96(index);
        // After the credit: what accrued before this touch pays the old commission, in the delegators' favour.
        if (earning.marked && _risen(tranche.fee)) {
            tranche.fee.owed += _commission(stake, earning.bps);
            stake.credit = 0;
            (earning.bps, earning.marked) = (tranche.fee.nextBps, false);
            tranche.fee.nextEpoch = 0;
        }
        _storeStake(tranche.stake, stake);
        _storeEarning(tranche.earning, earning);
    }

    /// @dev Each word at once: the compiler writes it field by field, reading it each time.
    function _storeStake(Stake storage slot, Stake memory stake) internal {
        uint256 word = stake.tokens | (uint256(uint128(stake.credit)) << 96) | (uint256(stake.idx) << 224);
        assembly ("memory-safe") {
            sstore(slot.slot, word)
        }
    }

    function _storeEarning(Earning storage slot, Earning memory earning) private {
        uint256 word = earning.index | (uint256(earning.acc) << 96) | (uint256(earning.bps) << 224);
        if (earning.marked) word |= 1 << 240;
        assembly ("memory-safe") {
            sstore(slot.slot, word)
        }
    }

    /// @dev Moves the commission earned so far to what is owed: before another commission counts, or to be paid.
    function _bank(PoolId id) internal returns (Fee storage fee) {
        fee = _tranches[id].fee;
        fee.owed += _commission(_tranches[id].stake, _tranches[id].earning.bps);
        _tranches[id].stake.credit = 0;
    }

    function _earn(PoolId id, Stake memory stake, Earning memory earning, uint256 index) private view {
        if (!_isActive(id)) return;
        uint256 growth = index - earning.index;
        earning.acc += StakeMath.perShareDown(growth, _factor(id, stake.idx), earning.bps).toUint128();
        if (earning.bps != 0) stake.credit += int128(uint128(StakeMath.grossDown(stake.tokens, growth)));
    }

    /// @dev Roundings may leave the credit below zero by some wei.
    function _commission(Stake memory stake, uint256 bps) private pure returns (uint96) {
        return stake.credit <= 0 ? 0 : StakeMath.bpsDown(uint128(stake.credit), bps).toUint96();
    }

    function _risen(Fee memory fee) internal view returns (bool) {
        return fee.nextEpoch != 0 && fee.nextEpoch <= currentEpoch();
    }

    function _isActive(PoolId id) internal view returns (bool) {
        return _validators[id.toValidator()].status == Status.Active;
    }

    function _indexNow() internal view returns (uint256 index, uint256 finish) {
        index = _index;
        finish = _finish;
        uint256 updatedAt = _updatedAt;
        uint256 end = Math.min(block.timestamp, finish);
        if (end <= updatedAt) return (index, finish);
        uint256 active = _totalActive;
        if (active < MIN_ACTIVE) {
            finish += block.timestamp - updatedAt;
        } else {
            index += StakeMath.indexGrowthDown(_rate, end - updatedAt, active);
        }
    }
}
