// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICcipPool} from "./interfaces/ICcipPool.sol";
import {ILaneGuard} from "./interfaces/ILaneGuard.sol";

/// @title LaneGuard
/// @notice See {ILaneGuard}.
contract LaneGuard is ILaneGuard {
    struct Limits {
        ICcipPool.RateLimit outbound;
        ICcipPool.RateLimit inbound;
    }

    /// @dev `before` and `lowered` are of the brake that `isLowered` speaks of. `until` stays, for the cooldown.
    struct Brake {
        Limits before;
        Limits lowered;
        bool isLowered;
        uint40 until;
    }

    uint256 public constant MAX_BRAKE = 7 days;
    uint256 public constant BRAKE_COOLDOWN = 30 days;
    uint256 public constant MAX_GUARDIAN_TERM = 365 days;

    /// @inheritdoc ILaneGuard
    address public immutable timelock;
    /// @inheritdoc ILaneGuard
    address public guardian;
    /// @inheritdoc ILaneGuard
    uint256 public guardianUntil;

    mapping(address pool => mapping(uint64 chain => Brake)) private _brakes;

    modifier onlyTimelock() {
        require(msg.sender == timelock, LaneGuard_NotTimelock(msg.sender));
        _;
    }

    /// @param timelock_ Sets limits and appoints guardians.
    /// @param guardian_ The first guardian.
    /// @param guardianUntil_ Unix time at which its term ends.
    constructor(address timelock_, address guardian_, uint256 guardianUntil_) {
        require(timelock_ != address(0), LaneGuard_ZeroAddress());
        timelock = timelock_;
        _setGuardian(guardian_, guardianUntil_);
    }

    /// @inheritdoc ILaneGuard
    function configure(
        address pool,
        uint64 chain,
        ICcipPool.RateLimit calldata outbound,
        ICcipPool.RateLimit calldata inbound
    ) external onlyTimelock {
        _checkUsable(outbound);
        _checkUsable(inbound);
        Limits memory old = _limitsOf(pool, chain);
        Brake storage brake = _brakes[pool][chain];
        if (brake.isLowered) _end(brake);
        emit LaneConfigured(pool, chain, old.outbound, outbound, old.inbound, inbound);
        ICcipPool(pool).setChainRateLimiterConfig(chain, outbound, inbound);
    }

    /// @inheritdoc ILaneGuard
    function lower(
        address pool,
        uint64 chain,
        ICcipPool.RateLimit calldata outbound,
        ICcipPool.RateLimit calldata inbound
    ) external {
        _lower(pool, chain, Limits(outbound, inbound));
    }

    /// @inheritdoc ILaneGuard
    function pause(address pool, uint64 chain) external {
        ICcipPool.RateLimit memory nothing = ICcipPool.RateLimit(true, 0, 0);
        _lower(pool, chain, Limits(nothing, nothing));
    }

    /// @inheritdoc ILaneGuard
    function restore(address pool, uint64 chain) external {
        Brake storage brake = _brakes[pool][chain];
        require(brake.isLowered, LaneGuard_NotBraked(pool, chain));
        if (block.timestamp < brake.until && msg.sender != timelock) _checkGuardian();
        require(_equal(_limitsOf(pool, chain), brake.lowered), LaneGuard_SetElsewhere(pool, chain));
        Limits memory before = brake.before;
        _end(brake);
        emit LaneRestored(pool, chain, msg.sender);
        ICcipPool(pool).setChainRateLimiterConfig(chain, before.outbound, before.inbound);
    }

    /// @inheritdoc ILaneGuard
    function setGuardian(address newGuardian, uint256 newGuardianUntil) external onlyTimelock {
        _setGuardian(newGuardian, newGuardianUntil);
    }

    /// @inheritdoc ILaneGuard
    function brakeOf(address pool, uint64 chain) external view returns (bool isLowered, uint256 until) {
        Brake storage brake = _brakes[pool][chain];
        return (brake.isLowered, brake.until);
    }

    /// @inheritdoc ILaneGuard
    function limitsBefore(
        address pool,
        uint64 chain
    ) external view returns (ICcipPool.RateLimit memory outbound, ICcipPool.RateLimit memory inbound) {
        Limits memory before = _brakes[pool][chain].before;
        return (before.outbound, before.inbound);
    }

    function _lower(address pool, uint64 chain, Limits memory limits) private {
        _checkGuardian();
        _checkUsable(limits.outbound);
        _checkUsable(limits.inbound);
        Limits memory current = _limitsOf(pool, chain);
        _checkLower(limits.outbound, current.outbound);
        _checkLower(limits.inbound, current.inbound);

        Brake storage brake = _brakes[pool][chain];
        // Limits that the timelock set since are a new beginning: the brake that they ended may not go on.
        bool isOurs = brake.isLowered && _equal(current, brake.lowered);
        uint256 until = brake.until;
        if (!isOurs || block.timestamp >= until) {
            uint256 allowedFrom = until == 0 ? 0 : until + BRAKE_COOLDOWN;
            require(block.timestamp >= allowedFrom, LaneGuard_TooSoon(allowedFrom));
            until = block.timestamp + MAX_BRAKE;
            (brake.isLowered, brake.until) = (true, uint40(until));
        }
        // A brake that nobody restored was not the timelock's will: it goes back to before that.
        if (!isOurs) brake.before = current;
        brake.lowered = limits;
        emit LaneLowered(pool, chain, limits.outbound, limits.inbound, until);
        ICcipPool(pool).setChainRateLimiterConfig(chain, limits.outbound, limits.inbound);
    }

    /// @dev A brake that is ended early starts its cooldown now.
    function _end(Brake storage brake) private {
        delete brake.before;
        delete brake.lowered;
        brake.isLowered = false;
        if (block.timestamp < brake.until) brake.until = uint40(block.timestamp);
    }

    function _setGuardian(address newGuardian, uint256 newGuardianUntil) private {
        uint256 max = block.timestamp + MAX_GUARDIAN_TERM;
        require(newGuardianUntil <= max, LaneGuard_TermTooLong(newGuardianUntil, max));
        (address oldGuardian, uint256 oldGuardianUntil) = (guardian, guardianUntil);
        (guardian, guardianUntil) = (newGuardian, newGuardianUntil);
        emit GuardianSet(oldGuardian, newGuardian, oldGuardianUntil, newGuardianUntil);
    }

    function _limitsOf(address pool, uint64 chain) private view returns (Limits memory) {
        return
            Limits(
                _toLimit(ICcipPool(pool).getCurrentOutboundRateLimiterState(chain)),
                _toLimit(ICcipPool(pool).getCurrentInboundRateLimiterState(chain))
            );
    }

    function _checkGuardian() private view {
        require(
            msg.sender == guardian && block.timestamp < guardianUntil,
            LaneGuard_NotGuardian(msg.sender, guardian, guardianUntil)
        );
    }

    function _toLimit(ICcipPool.RateBucket memory bucket) private pure returns (ICcipPool.RateLimit memory) {
        return ICcipPool.RateLimit(bucket.isEnabled, bucket.capacity, bucket.rate);
    }

    /// @dev CCIP's pools divide by the rate to say how long to wait: without one they would panic.
    function _checkUsable(ICcipPool.RateLimit memory limit) private pure {
        require(limit.isEnabled && (limit.rate != 0 || limit.capacity == 0), LaneGuard_UnusableLimit(limit));
    }

    function _checkLower(ICcipPool.RateLimit memory limit, ICcipPool.RateLimit memory current) private pure {
        // What is not enabled does not limit at all.
        require(
            !current.isEnabled || (limit.capacity <= current.capacity && limit.rate <= current.rate),
            LaneGuard_NotLower(limit.capacity, limit.rate, current.capacity, current.rate)
        );
    }

    function _equal(Limits memory a, Limits memory b) private pure returns (bool) {
        return keccak256(abi.encode(a)) == keccak256(abi.encode(b));
    }
}
