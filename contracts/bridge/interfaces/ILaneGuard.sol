// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICcipPool} from "./ICcipPool.sol";

/// @title ILaneGuard
/// @notice A guardian can lower the rate limits of a lane, down to nothing, for at most 7 days, then not again for 30,
/// and only until its own expiry. It never raises one above what the timelock set.
/// @dev The guard is the rate limit admin of the pools it guards. The timelock sets their limits through it. A brake
/// begins with what the pool has then, and ends with the same, so limits that the timelock sets at the pool itself are
/// respected too.
///
/// A pool cannot watch the clock: after 7 days it is {restore}, which anybody can call then, that ends a brake. A bucket
/// that was lowered comes back with what it held and refills from there.
///
/// Lowering what may leave is harmless: the sender is refused. Lowering what may arrive makes messages on their way
/// fail; they wait, and anybody can execute them by hand once the limit allows it.
interface ILaneGuard {
    /// @notice Only the guardian, within its term, can lower limits, and only it or the timelock can restore them early.
    /// @dev Fix: call from `guardian` before `guardianUntil`; a vote can appoint a new one.
    /// @param caller The caller.
    /// @param guardian The guardian.
    /// @param guardianUntil Unix time at which its term ends or ended.
    error LaneGuard_NotGuardian(address caller, address guardian, uint256 guardianUntil);

    /// @notice Only the timelock can do this.
    /// @dev Fix: propose the change and let the timelock execute it.
    /// @param caller The caller.
    error LaneGuard_NotTimelock(address caller);

    /// @notice A guardian's term is at most one year.
    /// @dev Fix: choose an end up to `max`.
    /// @param guardianUntil The end given.
    /// @param max The latest end.
    error LaneGuard_TermTooLong(uint256 guardianUntil, uint256 max);

    /// @notice The last brake of this lane was too short a time ago.
    /// @dev Fix: wait until `allowedFrom`.
    /// @param allowedFrom Unix time from which the lane can be braked again.
    error LaneGuard_TooSoon(uint256 allowedFrom);

    /// @notice The guardian would have raised a limit.
    /// @dev Fix: choose capacity and rate, both ways, at most those that the pool has now.
    /// @param capacity The capacity asked for, in wei.
    /// @param rate The rate asked for, in wei per second.
    /// @param currentCapacity The pool's capacity, in wei.
    /// @param currentRate The pool's rate, in wei per second.
    error LaneGuard_NotLower(uint128 capacity, uint128 rate, uint128 currentCapacity, uint128 currentRate);

    /// @notice A lane is always limited, and a bucket that holds something also refills.
    /// @dev Fix: enable the limit; give it a rate, or no capacity either.
    /// @param limit The limit given.
    error LaneGuard_UnusableLimit(ICcipPool.RateLimit limit);

    /// @notice The lane is not braked.
    /// @dev Fix: nothing; its limits are those that the timelock set.
    /// @param pool The pool.
    /// @param chain The CCIP selector of the other chain.
    error LaneGuard_NotBraked(address pool, uint64 chain);

    /// @notice The timelock has set other limits since, at the pool itself, and they stand.
    /// @dev Fix: nothing; the brake is over.
    /// @param pool The pool.
    /// @param chain The CCIP selector of the other chain.
    error LaneGuard_SetElsewhere(address pool, uint64 chain);

    /// @notice The constructor's timelock was zero.
    /// @dev Fix: pass the chain's timelock.
    error LaneGuard_ZeroAddress();

    /// @notice The guardian changed.
    event GuardianSet(
        address indexed oldGuardian,
        address indexed newGuardian,
        uint256 oldGuardianUntil,
        uint256 newGuardianUntil
    );

    /// @notice The timelock set a lane's limits, which also ends a brake.
    /// @param pool The pool.
    /// @param chain The CCIP selector of the other chain.
    /// @param oldOutbound The limit of what leaves, before.
    /// @param newOutbound The limit of what leaves.
    /// @param oldInbound The limit of what arrives, before.
    /// @param newInbound The limit of what arrives.
    event LaneConfigured(
        address indexed pool,
        uint64 indexed chain,
        ICcipPool.RateLimit oldOutbound,
        ICcipPool.RateLimit newOutbound,
        ICcipPool.RateLimit oldInbound,
        ICcipPool.RateLimit newInbound
    );

    /// @notice The guardian lowered a lane's limits.
    /// @param pool The pool.
    /// @param chain The CCIP selector of the other chain.
    /// @param outbound The limit of what leaves.
    /// @param inbound The limit of what arrives.
    /// @param until Unix time from which anybody can restore the lane.
    event LaneLowered(
        address indexed pool,
        uint64 indexed chain,
        ICcipPool.RateLimit outbound,
        ICcipPool.RateLimit inbound,
        uint256 until
    );

    /// @notice A lane has the limits again that it had before its brake.
    /// @param pool The pool.
    /// @param chain The CCIP selector of the other chain.
    /// @param caller Who restored it.
    event LaneRestored(address indexed pool, uint64 indexed chain, address indexed caller);

    /// @notice Sets a lane's limits and ends a brake. Only the timelock.
    /// @param pool A pool that this guard is rate limit admin of.
    /// @param chain The CCIP selector of the other chain.
    /// @param outbound The limit of what leaves for it.
    /// @param inbound The limit of what arrives from it; 5 to 10 % above what the other end lets out.
    function configure(
        address pool,
        uint64 chain,
        ICcipPool.RateLimit calldata outbound,
        ICcipPool.RateLimit calldata inbound
    ) external;

    /// @notice Lowers a lane's limits. Only the guardian.
    /// @dev The first time begins a brake of 7 days. Within it the limits can be lowered further, which does not
    /// prolong it.
    /// @param pool A pool that this guard is rate limit admin of.
    /// @param chain The CCIP selector of the other chain.
    /// @param outbound The limit of what leaves, at most the pool's current one.
    /// @param inbound The limit of what arrives, at most the pool's current one.
    function lower(
        address pool,
        uint64 chain,
        ICcipPool.RateLimit calldata outbound,
        ICcipPool.RateLimit calldata inbound
    ) external;

    /// @notice Lowers a lane's limits to nothing, both ways. Only the guardian.
    /// @param pool A pool that this guard is rate limit admin of.
    /// @param chain The CCIP selector of the other chain.
    function pause(address pool, uint64 chain) external;

    /// @notice Gives a lane the limits again that it had before its brake. The guardian or the timelock at any time,
    /// anybody once the brake's 7 days are over.
    /// @param pool The pool.
    /// @param chain The CCIP selector of the other chain.
    function restore(address pool, uint64 chain) external;

    /// @notice Appoints the guardian. Only the timelock.
    /// @param newGuardian The guardian; zero for none.
    /// @param newGuardianUntil Unix time at which its term ends, at most one year from now.
    function setGuardian(address newGuardian, uint256 newGuardianUntil) external;

    /// @notice Whether a lane waits to be restored, and until when the guardian alone decides.
    /// @param pool The pool.
    /// @param chain The CCIP selector of the other chain.
    /// @return isLowered Whether the guardian lowered it and nobody restored it since.
    /// @return until Unix time at which the running or last brake ends or ended, 0 before the first.
    function brakeOf(address pool, uint64 chain) external view returns (bool isLowered, uint256 until);

    /// @notice The limits that restoring a lowered lane gives back; zeros when it is not lowered.
    /// @param pool The pool.
    /// @param chain The CCIP selector of the other chain.
    /// @return outbound The limit of what leaves.
    /// @return inbound The limit of what arrives.
    function limitsBefore(
        address pool,
        uint64 chain
    ) external view returns (ICcipPool.RateLimit memory outbound, ICcipPool.RateLimit memory inbound);

    /// @notice Who can lower limits.
    function guardian() external view returns (address);

    /// @notice Unix time at which the guardian's term ends.
    function guardianUntil() external view returns (uint256);

    /// @notice The only account that can set limits and appoint the guardian.
    function timelock() external view returns (address);
}
