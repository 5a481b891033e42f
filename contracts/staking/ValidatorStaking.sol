// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {RewardIndex} from "./core/RewardIndex.sol";
import {StakingBase} from "./core/StakingBase.sol";
import {StakingSettings} from "./core/StakingSettings.sol";
import {ValidatorSet} from "./core/ValidatorSet.sol";
import {IValidatorStaking} from "./interfaces/IValidatorStaking.sol";
import {StakeMath} from "./libraries/StakeMath.sol";
import {PoolId, delegatedPool, ownPool} from "./types/PoolId.sol";
import {ValidatorId} from "./types/ValidatorId.sol";

/// @title Staking on validators
/// @notice The core: positions and the set come from its parts, this contract adds slashing. Evidence is judged
/// elsewhere; here is only what a verdict may do.
contract ValidatorStaking is ValidatorSet, Multicall {
    using Math for uint256;
    using SafeCast for uint256;

    /// @dev What one tranche has to give: `wanted` of the `bonded` wei that it holds and that left since `epoch`.
    struct Cut {
        uint256 epoch;
        uint256 current;
        uint256 wanted;
        uint256 bonded;
    }

    /// @dev Never zero: the first slash pays for no new word.
    uint32 private _budgetEpoch = 1;
    uint112 private _budgetUsed;
    uint112 private _budgetLimit;

    constructor(
        Wiring memory wiring,
        Settings memory initial
    ) StakingBase(wiring) StakingSettings(initial) RewardIndex() {}

    /// @inheritdoc IValidatorStaking
    function slash(
        ValidatorId id,
        uint256 epoch,
        uint16 bps,
        uint40 jailedUntil,
        address reporter
    ) external returns (uint256 taken) {
        _checkAccountability(epoch);
        Validator storage validator = _known(id);
        uint256 current = currentEpoch();
        require(
            epoch <= current && current <= epoch + UNBONDING_EPOCHS,
            ValidatorStaking_EvidenceOutOfTime(epoch, current)
        );
        require(
            validator.status == Status.Active || epoch <= validator.liableThrough,
            ValidatorStaking_NotServing(epoch, validator.liableThrough)
        );
        _rest(id);
        if (jailedUntil > validator.jailedUntil) {
            validator.jailedUntil = jailedUntil;
            emit Jailed(id, jailedUntil);
        }

        uint256 own = _bonded(ownPool(id), epoch, current);
        uint256 delegated = _bonded(delegatedPool(id), epoch, current);
        uint256 wanted = StakeMath.bpsUp(own + delegated, bps).min(own + delegated).min(_openBudget(current));
        uint256 ownTaken = _cut(ownPool(id), validator.operator, Cut(epoch, current, wanted.min(own), own));
        uint256 delegatedTaken;
        if (wanted > own) {
            delegatedTaken = _cut(delegatedPool(id), validator.operator, Cut(epoch, current, wanted - own, delegated));
        }
        taken = ownTaken + delegatedTaken;
        // Worthless shares beyond what was wanted are no part of it: a budget used to more than its end would stop every
        // later slash of the epoch.
        _budgetUsed += uint112(taken.min(wanted));

        uint256 reward = reporter == address(0) ? 0 : StakeMath.bpsDown(taken, _settings.reporterBps).min(ownTaken);
        emit Slashed(id, epoch, reporter, ownTaken, delegatedTaken, reward);
        if (reward != 0) OPEN.escrowOut(validator.operator, reporter, reward);
        _settle(id, validator.operator, ownTaken - reward);
    }

    /// @inheritdoc IValidatorStaking
    function slashBudget() external view returns (uint256 used, uint256 limit) {
        if (_budgetEpoch == currentEpoch()) return (_budgetUsed, _budgetLimit);
        return (0, _newLimit());
    }

    /// @dev What slashes may still take in this epoch. The limit is a part of all principal here and not of the active
    /// stake, which the guilty could shrink by leaving the set, and it is fixed by the first slash of the epoch.
    function _openBudget(uint256 current) private returns (uint256) {
        if (_budgetEpoch != current) {
            _budgetEpoch = uint32(current);
            _budgetUsed = 0;
            _budgetLimit = uint112(_newLimit());
        }
        return _budgetLimit - _budgetUsed;
    }

    function _newLimit() private view returns (uint256) {
        return StakeMath.bpsDown(OPEN.escrowedTotal(address(this)), _settings.budgetBps);
    }

    /// @dev What was bonded in `epoch` and still is here. At most `UNBONDING_EPOCHS + 1` exits are read.
    function _bonded(PoolId tranche, uint256 epoch, uint256 current) private view returns (uint256 tokens) {
        tokens = _tranches[tranche].stake.tokens;
        for (; epoch <= current; ++epoch) tokens += _buckets[tranche][epoch].tokens;
    }

    /// @dev What a tranche gives. The own one has one holder, the operator, whose position and exits are settled here and
    /// now: no factor, no shares above tokens, and after a total loss it can start anew. In the delegated one the worth
    /// of shares moves, and what is taken stays under the delegators' names until each is touched.
    function _cut(PoolId tranche, address operator, Cut memory cut) private returns (uint256 taken) {
        if (cut.wanted == 0) return 0;
        bool own = tranche.isOwn();
        Stake memory stake = _tranches[tranche].stake;
        // An index that is used up must not stop the slash of everything else.
        if (stake.tokens != 0 && stake.idx != type(uint16).max) {
            taken = StakeMath.partUp(stake.tokens, cut.wanted, cut.bonded);
            uint256 factor = StakeMath.WAD;
            if (!own) {
                factor = StakeMath.factorDown(_factor(tranche, stake.idx), stake.tokens, taken);
                // Worthless shares: tokens left behind would belong to nobody and earn for nobody.
                if (factor == 0) taken = stake.tokens;
                _pushFactor(tranche, ++stake.idx, factor);
            }
            stake.tokens -= uint96(taken);
            _storeStake(_tranches[tranche].stake, stake);
            if (own) _settleOwn(tranche, operator, stake, factor);
            emit PoolSlashed(tranche, stake.idx, factor, stake.tokens);
        }
        for (uint256 epoch = cut.epoch; epoch <= cut.current && taken < cut.wanted; ++epoch) {
            Bucket memory bucket = _buckets[tranche][epoch];
            uint256 part = StakeMath.partUp(bucket.tokens, cut.wanted, cut.bonded).min(cut.wanted - taken);
            // A bucket dies only with everything else: a dust bucket would otherwise stop the exits of its epoch.
            if (!own && part == bucket.tokens && cut.wanted < cut.bonded && part != 0) --part;
            if (part == 0) continue;
            taken += part;
            bucket.tokens -= uint128(part);
            if (own) {
                bucket.shares = bucket.tokens;
                _exits[tranche][epoch][_keyOf(operator, tranche.toValidator())] = Exit({
                    shares: bucket.tokens,
                    principal: bucket.tokens
                });
            }
            _buckets[tranche][epoch] = bucket;
            emit BucketSlashed(tranche, epoch, bucket.tokens);
        }
    }

    function _settleOwn(PoolId tranche, address operator, Stake memory stake, uint256 factor) private {
        Tranche storage own = _tranches[tranche];
        uint128 acc = own.earning.acc;
        (, uint256 reward, ) = _worth(tranche, operator, acc, stake.idx, factor);
        int256 paid = int256(uint256(acc));
        if (stake.tokens >= MIN_POSITION) {
            paid -= int256(StakeMath.debtDown(reward, stake.tokens));
        } else if (reward != 0) {
            // The stake left is too small to carry what was earned as a debt.
            own.fee.owed += reward.toUint96();
            own.earning.marked = true;
        }
        _storePosition(tranche, operator, stake.tokens, stake.idx, paid);
    }
}
