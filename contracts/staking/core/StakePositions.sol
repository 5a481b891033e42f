// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
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

    /// @dev A position being looked at: brought up to date in memory, stored by `_save`.
    struct Visit {
        address account;
        PoolId tranche;
        bool active;
        Pool pool;
        Position position;
        uint256 reward;
        uint256 taken;
    }

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
        Visit memory visit = _visit(id, msg.sender);
        reward = visit.reward;
        require(reward + visit.taken != 0, ValidatorStaking_NothingToPay());
        visit.reward = 0;
        _save(visit);
        _settle(id, msg.sender, visit.taken);
        _pay(id, msg.sender, to, reward);
    }

    /// @inheritdoc IValidatorStaking
    function claimCommission(ValidatorId id, address to) external returns (uint256 commission) {
        Validator storage validator = _known(id);
        _checkOperator(id, validator);
        _accrue(id, validator.status == Status.Active);
        Pool storage pool = _pools[delegatedPool(id)];
        commission = pool.owed;
        require(commission != 0, ValidatorStaking_NothingToPay());

        pool.owed = 0;
        _spendReserve(commission);
        emit CommissionClaimed(id, to, commission);
        OPEN.safeTransfer(to, commission);
    }

    /// @inheritdoc IValidatorStaking
    function compound(ValidatorId id) external returns (uint256 reward) {
        Visit memory visit = _visit(id, msg.sender);
        reward = visit.reward;
        require(reward != 0, ValidatorStaking_NothingToPay());
        visit.reward = 0;
        _spendReserve(reward);
        _add(id, visit, reward);
        emit Compounded(id, msg.sender, reward);
        _settle(id, msg.sender, visit.taken);
        OPEN.escrowIn(address(this), msg.sender, reward);
    }

    /// @inheritdoc IValidatorStaking
    function unbond(ValidatorId id, uint256 amount, address rewardsTo) external returns (uint256 epoch) {
        Visit memory visit = _visit(id, msg.sender);
        uint256 tokens = visit.position.tokens;
        require(amount <= tokens, ValidatorStaking_PositionTooSmall(tokens, amount));
        uint256 remaining = tokens - amount;
        // The whole of a position may leave even when slashing made it small; nothing may become small otherwise.
        uint256 smaller = remaining == 0 && amount != 0 ? MIN_POSITION : Math.min(amount, remaining);
        require(smaller >= MIN_POSITION, ValidatorStaking_TooSmall(smaller, MIN_POSITION));
        epoch = currentEpoch();
        if (visit.tranche.isOwn() && visit.active) _checkOwnStake(id, remaining);

        uint256 paidOut;
        if (remaining == 0) (paidOut, visit.reward) = (visit.reward, 0);
        visit.position.tokens = remaining.toUint96();
        visit.pool.tokens -= amount.toUint96();
        _save(visit);
        if (visit.active) _deactivate(amount);
        uint256 shares = _enqueue(visit.tranche, epoch, amount);
        emit Unbonded(id, msg.sender, epoch, amount, shares);
        _settle(id, msg.sender, visit.taken);
        _pay(id, msg.sender, rewardsTo, paidOut);
    }

    /// @inheritdoc IValidatorStaking
    function withdraw(ValidatorId id, uint256 epoch, address to) external returns (uint256 payout) {
        uint256 claimableIn = epoch + UNBONDING_EPOCHS + 1;
        require(currentEpoch() >= claimableIn, ValidatorStaking_StillUnbonding(claimableIn, currentEpoch()));
        _known(id);
        PoolId tranche = _trancheOf(id, msg.sender);
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
        Visit memory visit = _visit(id, account);
        taken = visit.taken;
        // Up to date: writing the position again would cost its owner a rounding for nothing.
        if (taken == 0) return 0;
        uint256 paidOut;
        // No stake is left that could carry the reward.
        if (visit.position.tokens == 0) (paidOut, visit.reward) = (visit.reward, 0);
        _save(visit);
        _settle(id, account, taken);
        _pay(id, account, account, paidOut);
    }

    /// @inheritdoc IValidatorStaking
    function pokeExit(ValidatorId id, uint256 epoch, address account) external returns (uint256 taken) {
        _known(id);
        PoolId tranche = _trancheOf(id, account);
        Exit storage exit = _exits[tranche][epoch][account];
        uint256 worth = _worth(_buckets[tranche][epoch], exit);
        taken = exit.principal - worth;
        exit.principal = worth.toUint128();
        emit ExitPoked(id, account, epoch, worth);
        _settle(id, account, taken);
    }

    /// @inheritdoc IValidatorStaking
    function positionOf(ValidatorId id, address account) external view returns (Position memory) {
        return _positions[_trancheOf(id, account)][account];
    }

    /// @inheritdoc IValidatorStaking
    function stakeOf(ValidatorId id, address account) external view returns (uint256 tokens, uint256 reward) {
        (uint256 index, ) = _indexNow();
        Visit memory visit = _visitAt(id, account, index);
        return (visit.position.tokens, visit.reward);
    }

    /// @inheritdoc IValidatorStaking
    function bucketOf(PoolId pool, uint256 epoch) external view returns (Bucket memory) {
        return _buckets[pool][epoch];
    }

    /// @inheritdoc IValidatorStaking
    function exitOf(ValidatorId id, uint256 epoch, address account) external view returns (Exit memory) {
        return _exits[_trancheOf(id, account)][epoch][account];
    }

    function _stake(ValidatorId id, address payer, address account, uint256 amount) internal {
        require(amount >= MIN_POSITION, ValidatorStaking_TooSmall(amount, MIN_POSITION));
        Visit memory visit = _visit(id, account);
        // Nobody else adds to an own stake: the least of it keeps the operator from retiring, and its unit locked.
        if (visit.tranche.isOwn()) _checkOperator(id, _validators[id]);
        _add(id, visit, amount);
        emit Staked(id, account, payer, amount);
        _settle(id, account, visit.taken);
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

    function _visit(ValidatorId id, address account) private returns (Visit memory) {
        _known(id);
        return _visitAt(id, account, _advanceIndex());
    }

    function _visitAt(ValidatorId id, address account, uint256 index) private view returns (Visit memory visit) {
        visit.account = account;
        visit.tranche = _trancheOf(id, account);
        visit.active = _validators[id].status == Status.Active;
        visit.pool = _accrued(visit.tranche, visit.active, index);
        (visit.position, visit.reward, visit.taken) = _touched(visit.tranche, visit.pool, account);
        if (visit.tranche.isOwn()) {
            // What a slash had set aside joins the position's own reward.
            visit.reward += visit.pool.owed;
            visit.pool.owed = 0;
        }
    }

    /// @dev Stores a visit. A reward that was not paid becomes a lower `paid`, rounded against its owner; a position
    /// without tokens must have none.
    function _save(Visit memory visit) private {
        int256 paid = int256(uint256(visit.pool.acc));
        if (visit.reward != 0) {
            uint256 shares = StakeMath.sharesUp(visit.position.tokens, _factor(visit.tranche, visit.pool.idx));
            paid -= StakeMath.debtDown(visit.reward, shares).toInt256();
        }
        visit.position.paid = paid.toInt128();
        _positions[visit.tranche][visit.account] = visit.position;
        _pools[visit.tranche] = visit.pool;
    }

    /// @dev Adds `amount` to a visited position, with all that limits it, and stores the visit.
    function _add(ValidatorId id, Visit memory visit, uint256 amount) private {
        _open(id);
        visit.position.tokens += amount.toUint96();
        visit.pool.tokens += amount.toUint96();
        if (!visit.tranche.isOwn()) {
            require(_factor(visit.tranche, visit.pool.idx) >= MIN_FACTOR, ValidatorStaking_DeadPool(id));
            _checkCap(_pools[ownPool(id)].tokens, visit.pool.tokens);
        }
        _save(visit);
        if (visit.active) _activate(amount);
    }

    /// @dev What the operator of a member must have at stake: the minimum, and enough for what is delegated to it.
    function _checkOwnStake(ValidatorId id, uint256 own) internal view {
        _checkSelfStake(own);
        _checkCap(own, _pools[delegatedPool(id)].tokens);
    }

    function _checkCap(uint256 own, uint256 delegated) private view {
        uint256 cap = own * _settings.delegationCap;
        require(delegated <= cap, ValidatorStaking_OverDelegationCap(delegated, cap));
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

    /// @dev Credits both tranches with what they earned, before they change as a whole.
    function _accrue(ValidatorId id, bool active) internal {
        uint256 index = _advanceIndex();
        _pools[ownPool(id)] = _accrued(ownPool(id), active, index);
        _pools[delegatedPool(id)] = _accrued(delegatedPool(id), active, index);
    }

    /// @dev Whoever changes something in it must know the validator: a number too large to be shifted names the pools of
    /// another.
    function _trancheOf(ValidatorId id, address account) internal view returns (PoolId) {
        return account == _validators[id].operator ? ownPool(id) : delegatedPool(id);
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
