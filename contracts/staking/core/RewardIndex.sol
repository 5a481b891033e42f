// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IValidatorStaking} from "../interfaces/IValidatorStaking.sol";
import {StakeMath} from "../libraries/StakeMath.sol";
import {PoolId} from "../types/PoolId.sol";
import {StakingSettings} from "./StakingSettings.sol";

/// @title Two-level reward index
/// @notice The stream moves one global index (reward per active token); a pool that is touched turns the growth since
/// its last touch into net reward per share and commission. Slashing changes no share, so no reward needs a loop.
abstract contract RewardIndex is StakingSettings {
    using SafeCast for uint256;

    /// @dev Below this stake the stream waits: it bounds the index, and a reward for nobody would be lost.
    uint256 internal constant MIN_ACTIVE = 1_000e18;

    uint96 private _index;
    uint96 private _totalActive;
    uint40 private _updatedAt;

    uint112 private _rate;
    uint40 private _finish;
    uint96 private _reserve;

    mapping(PoolId pool => mapping(uint256 idx => uint256 factor)) private _factors;

    constructor() {
        _updatedAt = uint40(block.timestamp);
    }

    /// @inheritdoc IValidatorStaking
    function notifyReward(uint256 amount, uint256 duration) external {
        require(msg.sender == rewardStream, ValidatorStaking_NotRewardStream(msg.sender));
        require(amount != 0 && duration != 0, ValidatorStaking_EmptyReward());
        uint256 held = _reserve;
        uint256 free = OPEN.balanceOf(address(this)) - OPEN.escrowedTotal(address(this)) - held;
        require(amount <= free, ValidatorStaking_RewardMissing(free, amount));
        _advanceIndex();

        uint256 start = Math.max(block.timestamp, _finish);
        uint256 finish = start + duration;
        uint256 left = _rate * (start - block.timestamp);
        uint256 rate = (left + amount * StakeMath.RATE) / (finish - block.timestamp);
        _rate = rate.toUint112();
        _finish = finish.toUint40();
        _reserve = (held + amount).toUint96();
        emit RewardNotified(amount, duration, rate, finish);
    }

    /// @inheritdoc IValidatorStaking
    function reserve() external view returns (uint256) {
        return _reserve;
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
    function poolOf(PoolId pool) external view returns (Pool memory) {
        return _poolNow(pool);
    }

    /// @dev To be called before any stake becomes active or inactive.
    function _advanceIndex() internal returns (uint256 index) {
        if (_updatedAt == block.timestamp) return _index;
        uint256 finish;
        (index, finish) = _indexNow();
        _index = index.toUint96();
        _updatedAt = uint40(block.timestamp);
        if (finish != _finish) _finish = finish.toUint40();
    }

    function _activate(uint256 tokens) internal {
        _totalActive += tokens.toUint96();
    }

    function _deactivate(uint256 tokens) internal {
        _totalActive -= tokens.toUint96();
    }

    /// @dev Debits the only money a reward can be paid from; reverts instead of touching principal.
    function _spendReserve(uint256 reward) internal {
        _reserve -= reward.toUint96();
    }

    function _factor(PoolId id, uint256 idx) internal view returns (uint256) {
        return idx == 0 ? StakeMath.WAD : _factors[id][idx];
    }

    function _pushFactor(PoolId id, uint256 idx, uint256 factor) internal {
        _factors[id][idx] = factor;
    }

    /// @dev The pool brought up to `index`; the caller stores it.
    function _accrued(PoolId id, bool active, uint256 index) internal view returns (Pool memory pool) {
        pool = _pools[id];
        if (active && pool.tokens != 0 && index > pool.index) {
            uint256 gross = StakeMath.grossDown(pool.tokens, index - pool.index);
            uint256 commission = StakeMath.bpsDown(gross, pool.bps);
            uint256 shares = StakeMath.sharesUp(pool.tokens, _factor(id, pool.idx));
            pool.acc += StakeMath.perShareDown(gross - commission, shares).toUint128();
            pool.owed += commission.toUint96();
        }
        pool.index = index.toUint96();
        // After the credit: what accrued before this touch pays the old commission, in the delegators' favour.
        if (pool.nextEpoch != 0 && pool.nextEpoch <= currentEpoch()) {
            pool.bps = pool.nextBps;
            pool.nextEpoch = 0;
        }
    }

    function _poolNow(PoolId id) internal view returns (Pool memory) {
        (uint256 index, ) = _indexNow();
        return _accrued(id, _validators[id.toValidator()].status == Status.Active, index);
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
