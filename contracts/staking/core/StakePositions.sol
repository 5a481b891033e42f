// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IOpenToken} from "../../token/interfaces/IOpenToken.sol";
import {IValidatorStaking} from "../interfaces/IValidatorStaking.sol";
import {StakeMath} from "../libraries/StakeMath.sol";
import {PoolId, delegatedPool, ownPool} from "../types/PoolId.sol";
import {ValidatorId} from "../types/ValidatorId.sol";
import {RewardIndex} from "./RewardIndex.sol";

/// @title Positions and exits
/// @notice What an account holds in a tranche, and what of it is leaving. For every account, the principal of its
/// positions and exits is exactly what the token's escrow ledger holds under its name.
abstract contract StakePositions is RewardIndex {
    using SafeCast for uint256;
    using SafeCast for int256;
    using SafeERC20 for IOpenToken;

    /// @dev A tranche slashed below a millionth takes nothing more: new shares in it would be too large.
    uint256 private constant MIN_FACTOR = 1e12;

    mapping(PoolId pool => mapping(address account => Position)) internal _positions;
    mapping(PoolId pool => mapping(uint256 epoch => Bucket)) internal _buckets;
    mapping(PoolId pool => mapping(uint256 epoch => mapping(address account => Exit))) internal _exits;

    /// @inheritdoc IValidatorStaking
    function stake(ValidatorId id, uint256 amount) external {
        _stake(id, msg.sender, msg.sender, amount);
    }

    /// @inheritdoc IValidatorStaking
    function stakeFor(ValidatorId id, address account, uint256 amount) external {
        _stake(id, msg.sender, account, amount);
    }

    /// @inheritdoc IValidatorStaking
    function stakeWithPermit(ValidatorId id, uint256 amount, uint256 deadline, bytes calldata signature) external {
        // solhint-disable-next-line no-empty-blocks
        try OPEN.permit(msg.sender, address(this), amount, deadline, signature) {} catch {}
        _stake(id, msg.sender, msg.sender, amount);
    }

    /// @inheritdoc IValidatorStaking
    function claim(ValidatorId id, address to) external returns (uint256 reward) {
        Validator storage validator = _known(id);
        PoolId tranche = _trancheOf(id, validator, msg.sender);
        Pool memory pool = _accrued(tranche, validator.status == Status.Active, _advanceIndex());
        Position memory position;
        uint256 taken;
        (position, reward, taken) = _touched(tranche, pool, msg.sender);
        if (tranche.isOwn()) {
            reward += pool.owed;
            pool.owed = 0;
        }
        require(reward + taken != 0, ValidatorStaking_NothingToPay());

        _positions[tranche][msg.sender] = position;
        _pools[tranche] = pool;
        _settle(id, msg.sender, taken);
        _pay(id, msg.sender, to, reward);
    }

    /// @inheritdoc IValidatorStaking
    function claimCommission(ValidatorId id, address to) external returns (uint256 commission) {
        Validator storage validator = _known(id);
        _checkOperator(id, validator);
        PoolId tranche = delegatedPool(id);
        Pool memory pool = _accrued(tranche, validator.status == Status.Active, _advanceIndex());
        commission = pool.owed;
        require(commission != 0, ValidatorStaking_NothingToPay());

        pool.owed = 0;
        _pools[tranche] = pool;
        _spendReserve(commission);
        emit CommissionClaimed(id, to, commission);
        OPEN.safeTransfer(to, commission);
    }

    /// @inheritdoc IValidatorStaking
    function compound(ValidatorId id) external returns (uint256 reward) {
        Validator storage validator = _open(id);
        PoolId tranche = _trancheOf(id, validator, msg.sender);
        bool active = validator.status == Status.Active;
        Pool memory pool = _accrued(tranche, active, _advanceIndex());
        Position memory position;
        uint256 taken;
        (position, reward, taken) = _touched(tranche, pool, msg.sender);
        if (tranche.isOwn()) {
            reward += pool.owed;
            pool.owed = 0;
        }
        require(reward != 0, ValidatorStaking_NothingToPay());
        _checkRoom(id, tranche, pool, reward);

        position.tokens += reward.toUint96();
        pool.tokens += reward.toUint96();
        _positions[tranche][msg.sender] = position;
        _pools[tranche] = pool;
        if (active) _activate(reward);
        _spendReserve(reward);
        emit Compounded(id, msg.sender, reward);
        _settle(id, msg.sender, taken);
        OPEN.escrowIn(address(this), msg.sender, reward);
    }

    /// @inheritdoc IValidatorStaking
    function unbond(ValidatorId id, uint256 amount, address rewardsTo) external returns (uint256 epoch) {
        Validator storage validator = _known(id);
        PoolId tranche = _trancheOf(id, validator, msg.sender);
        bool active = validator.status == Status.Active;
        Pool memory pool = _accrued(tranche, active, _advanceIndex());
        (Position memory position, uint256 reward, uint256 taken) = _touched(tranche, pool, msg.sender);
        require(amount <= position.tokens, ValidatorStaking_PositionTooSmall(position.tokens, amount));
        require(amount != 0, ValidatorStaking_TooSmall(amount, MIN_POSITION));
        uint256 remaining = position.tokens - amount;
        require(
            remaining == 0 || (remaining >= MIN_POSITION && amount >= MIN_POSITION),
            ValidatorStaking_TooSmall(amount < remaining ? amount : remaining, MIN_POSITION)
        );

        if (remaining == 0) {
            delete _positions[tranche][msg.sender];
        } else {
            position.tokens = remaining.toUint96();
            position.paid = _debt(tranche, pool, remaining, reward);
            _positions[tranche][msg.sender] = position;
            reward = 0;
        }
        pool.tokens -= amount.toUint96();
        _pools[tranche] = pool;
        if (active) _deactivate(amount);
        epoch = currentEpoch();
        if (tranche.isOwn()) {
            uint256 minimum = _settings.minSelfStake;
            require(!active || remaining >= minimum, ValidatorStaking_SelfStakeTooLow(remaining, minimum));
            validator.liableThrough = epoch.toUint32();
        }
        uint256 shares = _enqueue(tranche, epoch, amount);
        emit Unbonded(id, msg.sender, epoch, amount, shares);
        _settle(id, msg.sender, taken);
        _pay(id, msg.sender, rewardsTo, reward);
    }

    /// @inheritdoc IValidatorStaking
    function withdraw(ValidatorId id, uint256 epoch, address to) external returns (uint256 payout) {
        uint256 claimableIn = epoch + UNBONDING_EPOCHS + 1;
        require(currentEpoch() >= claimableIn, ValidatorStaking_StillUnbonding(claimableIn, currentEpoch()));
        PoolId tranche = _trancheOf(id, _known(id), msg.sender);
        Exit memory exit = _exits[tranche][epoch][msg.sender];
        require(exit.shares != 0, ValidatorStaking_NothingToPay());

        Bucket memory bucket = _buckets[tranche][epoch];
        payout = _worth(bucket, exit);
        _buckets[tranche][epoch] = Bucket({
            tokens: (bucket.tokens - payout).toUint128(),
            shares: bucket.shares - exit.shares
        });
        delete _exits[tranche][epoch][msg.sender];
        emit Withdrawn(id, msg.sender, epoch, to, payout, exit.principal);
        _settle(id, msg.sender, exit.principal - payout);
        // To the zero address the token would burn.
        require(to != address(0), ValidatorStaking_ZeroAddress());
        if (payout != 0) OPEN.escrowOut(msg.sender, to, payout);
    }

    /// @inheritdoc IValidatorStaking
    function poke(ValidatorId id, address account) external returns (uint256 taken) {
        Validator storage validator = _known(id);
        PoolId tranche = _trancheOf(id, validator, account);
        Pool memory pool = _accrued(tranche, validator.status == Status.Active, _advanceIndex());
        // Up to date: writing the position again would cost its owner a rounding for nothing.
        if (_positions[tranche][account].idx == pool.idx) return 0;

        Position memory position;
        uint256 reward;
        (position, reward, taken) = _touched(tranche, pool, account);
        if (position.tokens != 0) {
            position.paid = _debt(tranche, pool, position.tokens, reward);
            reward = 0;
        }
        _positions[tranche][account] = position;
        _pools[tranche] = pool;
        _settle(id, account, taken);
        // No stake is left that could carry the reward.
        _pay(id, account, account, reward);
    }

    /// @inheritdoc IValidatorStaking
    function pokeExit(ValidatorId id, uint256 epoch, address account) external returns (uint256 taken) {
        PoolId tranche = _trancheOf(id, _known(id), account);
        Exit storage exit = _exits[tranche][epoch][account];
        uint256 worth = _worth(_buckets[tranche][epoch], exit);
        taken = exit.principal - worth;
        exit.principal = worth.toUint128();
        _settle(id, account, taken);
    }

    /// @inheritdoc IValidatorStaking
    function positionOf(ValidatorId id, address account) external view returns (Position memory) {
        return _positions[_trancheOf(id, _validators[id], account)][account];
    }

    /// @inheritdoc IValidatorStaking
    function stakeOf(ValidatorId id, address account) external view returns (uint256 tokens, uint256 reward) {
        PoolId tranche = _trancheOf(id, _validators[id], account);
        Pool memory pool = _poolNow(tranche);
        Position memory position;
        (position, reward, ) = _touched(tranche, pool, account);
        tokens = position.tokens;
        if (tranche.isOwn()) reward += pool.owed;
    }

    /// @inheritdoc IValidatorStaking
    function bucketOf(PoolId pool, uint256 epoch) external view returns (Bucket memory) {
        return _buckets[pool][epoch];
    }

    /// @inheritdoc IValidatorStaking
    function exitOf(ValidatorId id, uint256 epoch, address account) external view returns (Exit memory) {
        return _exits[_trancheOf(id, _validators[id], account)][epoch][account];
    }

    function _stake(ValidatorId id, address payer, address account, uint256 amount) internal {
        require(amount >= MIN_POSITION, ValidatorStaking_TooSmall(amount, MIN_POSITION));
        Validator storage validator = _open(id);
        PoolId tranche = _trancheOf(id, validator, account);
        bool active = validator.status == Status.Active;
        Pool memory pool = _accrued(tranche, active, _advanceIndex());
        _checkRoom(id, tranche, pool, amount);
        (Position memory position, uint256 reward, uint256 taken) = _touched(tranche, pool, account);

        position.tokens += amount.toUint96();
        position.paid = _debt(tranche, pool, position.tokens, reward);
        pool.tokens += amount.toUint96();
        _positions[tranche][account] = position;
        _pools[tranche] = pool;
        if (active) _activate(amount);
        emit Staked(id, account, payer, amount);
        _settle(id, account, taken);
        OPEN.escrowIn(payer, account, amount);
    }

    /// @dev Slashed principal of `account` leaves its name: its votes end here.
    function _settle(ValidatorId id, address account, uint256 taken) internal {
        if (taken == 0) return;
        uint256 burned = StakeMath.bpsDown(taken, _settings.burnBps);
        uint256 toVault = taken - burned;
        emit SlashSettled(id, account, burned, toVault);
        if (burned != 0) OPEN.escrowOut(account, address(0), burned);
        if (toVault != 0) OPEN.escrowOut(account, slashVault, toVault);
    }

    /// @dev The position with all slashes applied and nothing pending, what was pending, and what the slashes took.
    function _touched(
        PoolId tranche,
        Pool memory pool,
        address account
    ) internal view returns (Position memory position, uint256 reward, uint256 taken) {
        position = _positions[tranche][account];
        uint256 tokens = position.tokens;
        if (tokens != 0) {
            uint256 factorThen = _factor(tranche, position.idx);
            uint256 growth = (int256(uint256(pool.acc)) - position.paid).toUint256();
            reward = StakeMath.rewardDown(StakeMath.sharesDown(tokens, factorThen), growth);
            if (position.idx != pool.idx) {
                uint256 worth = StakeMath.valueDown(tokens, factorThen, _factor(tranche, pool.idx));
                taken = tokens - worth;
                position.tokens = worth.toUint96();
            }
        }
        position.idx = pool.idx;
        position.paid = int256(uint256(pool.acc)).toInt128();
    }

    /// @dev What `paid` must be for a position of `tokens` to have `reward` pending, rounded against its owner.
    function _debt(
        PoolId tranche,
        Pool memory pool,
        uint256 tokens,
        uint256 reward
    ) internal view returns (int128) {
        int256 acc = int256(uint256(pool.acc));
        if (reward == 0) return acc.toInt128();
        uint256 shares = StakeMath.sharesUp(tokens, _factor(tranche, pool.idx));
        return (acc - StakeMath.debtDown(reward, shares).toInt256()).toInt128();
    }

    function _trancheOf(
        ValidatorId id,
        Validator storage validator,
        address account
    ) internal view returns (PoolId) {
        return account == validator.operator ? ownPool(id) : delegatedPool(id);
    }

    function _checkRoom(ValidatorId id, PoolId tranche, Pool memory pool, uint256 amount) private view {
        if (tranche.isOwn()) return;
        require(_factor(tranche, pool.idx) >= MIN_FACTOR, ValidatorStaking_DeadPool(id));
        uint256 delegated = pool.tokens + amount;
        uint256 cap = uint256(_pools[ownPool(id)].tokens) * _settings.delegationCap;
        require(delegated <= cap, ValidatorStaking_OverDelegationCap(delegated, cap));
    }

    function _enqueue(PoolId tranche, uint256 epoch, uint256 amount) private returns (uint256 shares) {
        Bucket memory bucket = _buckets[tranche][epoch];
        require(bucket.shares == 0 || bucket.tokens != 0, ValidatorStaking_BucketClosed(epoch));
        shares = bucket.shares == 0 ? amount : StakeMath.partDown(amount, bucket.shares, bucket.tokens);
        _buckets[tranche][epoch] = Bucket({
            tokens: (bucket.tokens + amount).toUint128(),
            shares: (bucket.shares + shares).toUint128()
        });
        Exit storage exit = _exits[tranche][epoch][msg.sender];
        exit.shares += shares.toUint128();
        exit.principal += amount.toUint128();
    }

    function _pay(ValidatorId id, address account, address to, uint256 reward) private {
        if (reward == 0) return;
        _spendReserve(reward);
        emit Claimed(id, account, to, reward);
        OPEN.safeTransfer(to, reward);
    }

    /// @dev Roundings of earlier withdrawals can lift a share above what it was bought for: principal is the limit.
    function _worth(Bucket memory bucket, Exit memory exit) private pure returns (uint256) {
        uint256 worth = StakeMath.partDown(exit.shares, bucket.tokens, bucket.shares);
        return worth < exit.principal ? worth : exit.principal;
    }
}
