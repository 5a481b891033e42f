// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
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
contract ValidatorStaking is ValidatorSet {
    using Math for uint256;
    using SafeCast for uint256;

    uint32 private _budgetEpoch;
    uint112 private _budgetUsed;
    uint112 private _budgetLimit;

    constructor(
        Wiring memory wiring,
        Settings memory initial
    ) StakingBase(wiring) StakingSettings(initial) RewardIndex() ValidatorSet() {
        // Compounding puts rewards held here into the escrow that this contract is.
        OPEN.approve(address(this), type(uint256).max);
    }

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
        bool active = validator.status == Status.Active;
        require(
            active || epoch <= validator.liableThrough,
            ValidatorStaking_NotServing(epoch, validator.liableThrough)
        );
        if (active) {
            _exitSet(id, Status.Resting);
        } else if (validator.status == Status.Candidate) {
            validator.status = Status.Resting;
            emit Rested(id);
        }
        if (jailedUntil > validator.jailedUntil) {
            validator.jailedUntil = jailedUntil;
            emit Jailed(id, jailedUntil);
        }

        uint256 own = _bonded(ownPool(id), epoch, current);
        uint256 delegated = _bonded(delegatedPool(id), epoch, current);
        uint256 wanted = StakeMath.bpsUp(own + delegated, bps).min(own + delegated).min(_openBudget(current));
        uint256 ownTaken = _slashOwn(id, validator.operator, epoch, current, wanted.min(own), own);
        uint256 delegatedTaken =
            wanted <= own ? 0 : _slashDelegated(delegatedPool(id), epoch, current, wanted - own, delegated);
        taken = ownTaken + delegatedTaken;
        // Worthless shares beyond what was wanted are no part of it: a budget used to more than its end would stop every
        // later slash of the epoch.
        _budgetUsed += taken.min(wanted).toUint112();

        uint256 reward = reporter == address(0) ? 0 : StakeMath.bpsDown(taken, _settings.reporterBps).min(ownTaken);
        emit Slashed(id, epoch, reporter, ownTaken, delegatedTaken, reward);
        if (reward != 0) OPEN.escrowOut(validator.operator, reporter, reward);
        _settle(id, validator.operator, ownTaken - reward);
    }

    /// @inheritdoc IValidatorStaking
    function slashBudget() external view returns (uint256 used, uint256 limit) {
        if (_budgetEpoch == currentEpoch()) return (_budgetUsed, _budgetLimit);
        return (0, StakeMath.bpsDown(OPEN.escrowedTotal(address(this)), _settings.budgetBps));
    }

    /// @dev What slashes may still take in this epoch. The limit is a part of all principal here and not of the active
    /// stake, which the guilty could shrink by leaving the set, and it is fixed by the first slash of the epoch.
    function _openBudget(uint256 current) private returns (uint256) {
        if (_budgetEpoch != current) {
            _budgetEpoch = current.toUint32();
            _budgetUsed = 0;
            _budgetLimit = StakeMath.bpsDown(OPEN.escrowedTotal(address(this)), _settings.budgetBps).toUint112();
        }
        return _budgetLimit - _budgetUsed;
    }

    /// @dev What was bonded in `epoch` and still is here. At most `UNBONDING_EPOCHS + 1` exits are read.
    function _bonded(PoolId tranche, uint256 epoch, uint256 current) private view returns (uint256 tokens) {
        tokens = _pools[tranche].tokens;
        for (; epoch <= current; ++epoch) tokens += _buckets[tranche][epoch].tokens;
    }

    /// @dev The own tranche has one holder, whose position and exits are settled here and now: no factor, no shares
    /// above tokens, and after a total loss the operator can start anew.
    function _slashOwn(
        ValidatorId id,
        address operator,
        uint256 epoch,
        uint256 current,
        uint256 wanted,
        uint256 bonded
    ) private returns (uint256 taken) {
        if (wanted == 0) return 0;
        PoolId tranche = ownPool(id);
        Pool memory pool = _pools[tranche];
        if (pool.tokens != 0) {
            (Position memory position, uint256 reward, ) = _touched(tranche, pool, operator);
            taken = StakeMath.partUp(pool.tokens, wanted, bonded);
            pool.tokens -= taken.toUint96();
            // What was earned is set aside: the stake left may be too small to carry it as a debt.
            pool.owed += reward.toUint96();
            position.tokens = pool.tokens;
            _positions[tranche][operator] = position;
            _pools[tranche] = pool;
            emit PoolSlashed(tranche, 0, StakeMath.WAD, pool.tokens);
        }
        for (; epoch <= current && taken < wanted; ++epoch) {
            uint256 tokens = _buckets[tranche][epoch].tokens;
            uint256 cut = StakeMath.partUp(tokens, wanted, bonded).min(wanted - taken);
            if (cut == 0) continue;
            taken += cut;
            uint128 left = (tokens - cut).toUint128();
            _buckets[tranche][epoch] = Bucket({tokens: left, shares: left});
            _exits[tranche][epoch][operator] = Exit({shares: left, principal: left});
            emit BucketSlashed(tranche, epoch, left);
        }
    }

    /// @dev Moves the worth of shares; what it takes stays under the delegators' names until each is touched.
    function _slashDelegated(
        PoolId tranche,
        uint256 epoch,
        uint256 current,
        uint256 wanted,
        uint256 bonded
    ) private returns (uint256 taken) {
        Pool memory pool = _pools[tranche];
        // An index that is used up must not stop the slash of everything else.
        if (pool.tokens != 0 && pool.idx != type(uint16).max) {
            taken = StakeMath.partUp(pool.tokens, wanted, bonded);
            uint256 factor = StakeMath.factorDown(_factor(tranche, pool.idx), pool.tokens, taken);
            // Worthless shares: tokens left behind would belong to nobody and earn for nobody.
            if (factor == 0) taken = pool.tokens;
            ++pool.idx;
            pool.tokens -= taken.toUint96();
            _pushFactor(tranche, pool.idx, factor);
            _pools[tranche] = pool;
            emit PoolSlashed(tranche, pool.idx, factor, pool.tokens);
        }
        for (; epoch <= current && taken < wanted; ++epoch) {
            uint256 tokens = _buckets[tranche][epoch].tokens;
            uint256 cut = StakeMath.partUp(tokens, wanted, bonded).min(wanted - taken);
            // A bucket dies only with everything else: a dust bucket would otherwise stop the exits of its epoch.
            if (cut == tokens && wanted < bonded && cut != 0) --cut;
            if (cut == 0) continue;
            taken += cut;
            _buckets[tranche][epoch].tokens = (tokens - cut).toUint128();
            emit BucketSlashed(tranche, epoch, tokens - cut);
        }
    }
}
