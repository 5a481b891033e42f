// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IValidatorStaking} from "../interfaces/IValidatorStaking.sol";
import {StakeMath} from "../libraries/StakeMath.sol";
import {PoolId} from "../types/PoolId.sol";
import {ValidatorId} from "../types/ValidatorId.sol";
import {StakePositions} from "./StakePositions.sol";

/// @title Exits and redelegations
/// @notice Stake that leaves waits in the bucket of its tranche and epoch, where the faults of that epoch still reach
/// it. A redelegation is an exit that ends as stake elsewhere; nothing but its destination differs.
abstract contract StakeExits is StakePositions {
    using SafeCast for uint256;

    mapping(PoolId pool => mapping(uint256 epoch => Bucket)) internal _buckets;
    /// @dev By account, and above it the number of the validator the stake goes to; its own for an ordinary exit.
    mapping(PoolId pool => mapping(uint256 epoch => mapping(uint256 key => Exit))) internal _exits;

    /// @inheritdoc IValidatorStaking
    function unbond(ValidatorId id, uint256 amount, address rewardsTo) external returns (uint256 epoch) {
        return _leave(id, id, amount, rewardsTo);
    }

    /// @inheritdoc IValidatorStaking
    function redelegate(ValidatorId from, ValidatorId to, uint256 amount) external returns (uint256 epoch) {
        _checkMoving(from, to);
        _open(to);
        // The exits of an own stake belong to one account and to one exit of it: a slash settles them at once.
        require(!_knownTranche(from, msg.sender).isOwn(), ValidatorStaking_OwnStake(from));
        return _leave(from, to, amount, _payeeOf(msg.sender));
    }

    /// @inheritdoc IValidatorStaking
    function withdraw(ValidatorId id, uint256 epoch, address to) external returns (uint256 payout) {
        return _withdraw(id, id, epoch, to);
    }

    /// @inheritdoc IValidatorStaking
    function completeRedelegation(
        ValidatorId from,
        ValidatorId to,
        uint256 epoch,
        address account
    ) external returns (uint256 amount) {
        _checkMoving(from, to);
        uint256 principal;
        (amount, principal) = _finish(from, to, epoch, account);
        require(amount >= MIN_POSITION, ValidatorStaking_TooSmall(amount, MIN_POSITION));
        emit RedelegationCompleted(from, account, to, epoch, amount, principal);
        _settle(from, account, principal - amount);
        // The token keeps holding it under the same name: no movement, and no vote changes.
        Visit memory visit = _visit(to, account);
        _add(visit, amount);
        _settle(to, account, visit.taken);
    }

    /// @inheritdoc IValidatorStaking
    function withdrawRedelegation(
        ValidatorId from,
        ValidatorId to,
        uint256 epoch,
        address recipient
    ) external returns (uint256 payout) {
        _checkMoving(from, to);
        emit RedelegationCancelled(from, msg.sender, to, epoch);
        return _withdraw(from, to, epoch, recipient);
    }

    /// @inheritdoc IValidatorStaking
    function pokeExit(ValidatorId id, uint256 epoch, address account) external returns (uint256 taken) {
        uint256 principal;
        (taken, principal) = _pokeExit(id, id, epoch, account);
        emit ExitPoked(id, account, epoch, principal);
        _settle(id, account, taken);
    }

    /// @inheritdoc IValidatorStaking
    function pokeRedelegation(
        ValidatorId from,
        ValidatorId to,
        uint256 epoch,
        address account
    ) external returns (uint256 taken) {
        _checkMoving(from, to);
        uint256 principal;
        (taken, principal) = _pokeExit(from, to, epoch, account);
        emit RedelegationPoked(from, account, to, epoch, principal);
        _settle(from, account, taken);
    }

    /// @inheritdoc IValidatorStaking
    function bucketOf(PoolId pool, uint256 epoch) external view returns (Bucket memory) {
        return _buckets[pool][epoch];
    }

    /// @inheritdoc IValidatorStaking
    function exitOf(ValidatorId id, uint256 epoch, address account) external view returns (Exit memory) {
        return redelegationOf(id, id, epoch, account);
    }

    /// @inheritdoc IValidatorStaking
    function redelegationOf(
        ValidatorId from,
        ValidatorId to,
        uint256 epoch,
        address account
    ) public view returns (Exit memory) {
        return _exits[_trancheOf(from, account)][epoch][_keyOf(account, to)];
    }

    /// @dev An exit to the validator it leaves is an ordinary one, and a number too large is that of another.
    function _checkMoving(ValidatorId from, ValidatorId to) private view {
        _known(to);
        require(from != to, ValidatorStaking_SameValidator(from));
    }

    function _keyOf(address account, ValidatorId destination) internal pure returns (uint256) {
        return uint160(account) | (ValidatorId.unwrap(destination) << 160);
    }

    function _leave(
        ValidatorId id,
        ValidatorId destination,
        uint256 amount,
        address rewardsTo
    ) private returns (uint256 epoch) {
        Visit memory visit = _visit(id, msg.sender);
        require(amount <= visit.tokens, ValidatorStaking_PositionTooSmall(visit.tokens, amount));
        uint256 remaining = visit.tokens - amount;
        // The whole of a position may leave even when slashing made it small; nothing may become small otherwise.
        uint256 smaller = remaining == 0 && amount != 0 ? MIN_POSITION : Math.min(amount, remaining);
        require(smaller >= MIN_POSITION, ValidatorStaking_TooSmall(smaller, MIN_POSITION));
        epoch = currentEpoch();
        if (visit.tranche.isOwn() && visit.active) _checkOwnStake(id, remaining);

        uint256 paidOut = remaining == 0 ? _takePending(visit) : 0;
        uint256 before = visit.pooled;
        visit.tokens = remaining;
        visit.pooled = before - amount;
        if (visit.bps != 0) visit.credit += int256(StakeMath.grossDown(amount, visit.growth));
        _savePosition(visit);
        _saveStake(visit, before);
        uint256 shares = _enqueue(visit.tranche, epoch, _keyOf(msg.sender, destination), amount);
        if (destination == id) emit Unbonded(id, msg.sender, epoch, amount, shares);
        else emit RedelegationStarted(id, msg.sender, destination, epoch, amount, shares);
        _settle(id, msg.sender, visit.taken);
        _payOut(id, msg.sender, rewardsTo, paidOut);
    }

    function _enqueue(PoolId tranche, uint256 epoch, uint256 key, uint256 amount) private returns (uint256 shares) {
        Bucket memory bucket = _buckets[tranche][epoch];
        require(bucket.shares == 0 || bucket.tokens != 0, ValidatorStaking_BucketClosed(epoch));
        shares = bucket.shares == 0 ? amount : StakeMath.partDown(amount, bucket.shares, bucket.tokens);
        _buckets[tranche][epoch] = Bucket({
            tokens: bucket.tokens + uint128(amount),
            shares: (bucket.shares + shares).toUint128()
        });
        _addExit(tranche, epoch, key, shares, amount);
    }

    function _addExit(PoolId tranche, uint256 epoch, uint256 key, uint256 shares, uint256 principal) private {
        Exit memory exit = _exits[tranche][epoch][key];
        // Part of what its bucket holds, in words of the same size.
        exit.shares += uint128(shares);
        exit.principal += uint128(principal);
        _exits[tranche][epoch][key] = exit;
    }

    function _withdraw(
        ValidatorId id,
        ValidatorId destination,
        uint256 epoch,
        address to
    ) private returns (uint256 payout) {
        uint256 principal;
        (payout, principal) = _finish(id, destination, epoch, msg.sender);
        emit Withdrawn(id, msg.sender, epoch, to, payout, principal);
        _settle(id, msg.sender, principal - payout);
        // To the zero address the token would burn.
        require(to != address(0), ValidatorStaking_ZeroAddress());
        if (payout != 0) OPEN.escrowOut(msg.sender, to, payout);
    }

    /// @dev Takes an exit that has waited long enough out of its bucket.
    function _finish(
        ValidatorId id,
        ValidatorId destination,
        uint256 epoch,
        address account
    ) private returns (uint256 payout, uint256 principal) {
        uint256 claimableIn = epoch + UNBONDING_EPOCHS + 1;
        require(currentEpoch() >= claimableIn, ValidatorStaking_StillUnbonding(claimableIn, currentEpoch()));
        PoolId tranche = _knownTranche(id, account);
        uint256 key = _keyOf(account, destination);
        Exit memory exit = _exits[tranche][epoch][key];
        require(exit.shares != 0, ValidatorStaking_NothingToPay());

        Bucket memory bucket = _buckets[tranche][epoch];
        payout = _worthOf(bucket, exit);
        principal = exit.principal;
        // Both fit: they only fall.
        _buckets[tranche][epoch] = Bucket({
            tokens: uint128(bucket.tokens - payout),
            shares: bucket.shares - exit.shares
        });
        delete _exits[tranche][epoch][key];
    }

    function _pokeExit(
        ValidatorId id,
        ValidatorId destination,
        uint256 epoch,
        address account
    ) private returns (uint256 taken, uint256 principal) {
        PoolId tranche = _knownTranche(id, account);
        Exit storage exit = _exits[tranche][epoch][_keyOf(account, destination)];
        principal = _worthOf(_buckets[tranche][epoch], exit);
        taken = exit.principal - principal;
        exit.principal = uint128(principal);
    }

    /// @dev Roundings of earlier withdrawals can lift a share above what it was bought for: principal is the limit.
    function _worthOf(Bucket memory bucket, Exit memory exit) private pure returns (uint256) {
        uint256 worth = StakeMath.partDown(exit.shares, bucket.tokens, bucket.shares);
        return worth < exit.principal ? worth : exit.principal;
    }
}
