// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

import {ICcipPool} from "./interfaces/ICcipPool.sol";
import {ILockLedger} from "./interfaces/ILockLedger.sol";
import {IOpenLockPool} from "./interfaces/IOpenLockPool.sol";

/// @title LockLedger
/// @notice See {ILockLedger}.
contract LockLedger is ILockLedger {
    using Checkpoints for Checkpoints.Trace208;
    using SafeCast for uint256;

    /// @dev One slot, so that a release reads and writes only this one, and never turns a zero slot into a non-zero one
    /// (which alone would cost a fifth of the gas that CCIP grants): `locked` is there before anything can come back.
    struct Totals {
        uint128 locked;
        uint128 released;
    }

    /// @inheritdoc ILockLedger
    uint256 public constant ROTATION_DELAY = 15 days;

    /// @inheritdoc ILockLedger
    address public immutable token;
    /// @inheritdoc ILockLedger
    address public immutable timelock;

    /// @inheritdoc ILockLedger
    address public pool;
    /// @inheritdoc ILockLedger
    address public predecessor;
    /// @inheritdoc ILockLedger
    address public nominee;
    /// @inheritdoc ILockLedger
    uint256 public nomineeFrom;

    mapping(uint64 chain => Totals) private _totals;
    mapping(uint64 chain => Checkpoints.Trace208) private _lockedHistory;

    modifier onlyTimelock() {
        require(msg.sender == timelock, LockLedger_NotTimelock(msg.sender));
        _;
    }

    modifier onlyPool() {
        // The current pool first: it is the one whose gas is short.
        require(msg.sender == pool || msg.sender == predecessor, LockLedger_NotPool(msg.sender));
        _;
    }

    /// @param token_ OPEN.
    /// @param timelock_ Appoints the pools.
    constructor(address token_, address timelock_) {
        require(token_ != address(0) && timelock_ != address(0), LockLedger_ZeroAddress());
        token = token_;
        timelock = timelock_;
    }

    /// @inheritdoc ILockLedger
    function recordLock(uint64 chain, uint256 amount) external onlyPool {
        uint128 locked = _totals[chain].locked + amount.toUint128();
        _totals[chain].locked = locked;
        _lockedHistory[chain].push(Time.timestamp(), locked);
    }

    /// @inheritdoc ILockLedger
    function recordRelease(uint64 chain, uint256 amount) external onlyPool {
        Totals memory totals = _totals[chain];
        uint256 released = totals.released + amount;
        require(released <= totals.locked, LockLedger_ReleaseExceedsLocked(chain, released, totals.locked));
        // Cannot truncate: not above `locked`.
        _totals[chain].released = uint128(released);
    }

    /// @inheritdoc ILockLedger
    function nominate(address newPool) external onlyTimelock {
        require(newPool != pool && newPool != predecessor, LockLedger_AlreadyPool(newPool));
        _checkPool(newPool);
        if (pool == address(0)) {
            pool = newPool;
            emit PoolAppointed(address(0), newPool);
            return;
        }
        address oldNominee = nominee;
        uint256 from = block.timestamp + ROTATION_DELAY;
        (nominee, nomineeFrom) = (newPool, from);
        emit PoolNominated(oldNominee, newPool, from);
    }

    /// @inheritdoc ILockLedger
    function withdrawNomination() external onlyTimelock {
        address withdrawn = nominee;
        require(withdrawn != address(0), LockLedger_NoNominee());
        (nominee, nomineeFrom) = (address(0), 0);
        emit NominationWithdrawn(withdrawn);
    }

    /// @inheritdoc ILockLedger
    function appoint() external onlyTimelock {
        address newPool = nominee;
        require(newPool != address(0), LockLedger_NoNominee());
        require(block.timestamp >= nomineeFrom, LockLedger_TooSoon(nomineeFrom));
        require(predecessor == address(0), LockLedger_RotationOpen(predecessor));
        // It could have been given away since.
        _checkPool(newPool);
        address oldPool = pool;
        (pool, predecessor, nominee, nomineeFrom) = (newPool, oldPool, address(0), 0);
        emit PoolAppointed(oldPool, newPool);
    }

    /// @inheritdoc ILockLedger
    function dismissPredecessor() external onlyTimelock {
        address dismissed = predecessor;
        require(dismissed != address(0), LockLedger_NoPredecessor());
        predecessor = address(0);
        emit PredecessorDismissed(dismissed);
    }

    /// @inheritdoc ILockLedger
    function lockedIn(uint64 chain) external view returns (uint256 total) {
        return _totals[chain].locked;
    }

    /// @inheritdoc ILockLedger
    function lockedInAt(uint64 chain, uint256 timepoint) external view returns (uint256 total) {
        uint48 clock = Time.timestamp();
        require(timepoint < clock, LockLedger_FutureLookup(timepoint, clock));
        // Cannot truncate: below `clock`.
        return _lockedHistory[chain].upperLookup(uint48(timepoint));
    }

    /// @inheritdoc ILockLedger
    function releasedOf(uint64 chain) external view returns (uint256 total) {
        return _totals[chain].released;
    }

    function _checkPool(address candidate) private view {
        require(
            candidate.code.length != 0 &&
                IOpenLockPool(candidate).ledger() == address(this) &&
                ICcipPool(candidate).getToken() == token,
            LockLedger_ForeignPool(candidate)
        );
        address owner = ICcipPool(candidate).owner();
        require(owner == timelock, LockLedger_ForeignOwner(candidate, owner));
    }
}
