// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IOpenLockPool
/// @notice The home end of the bridge: OPEN sent to another chain is locked here, and comes back out of here.
/// @dev Two running totals per chain never fall: what was locked for it and what came back from it. Their difference is
/// the most OPEN that can exist there, so whatever happens on a chain (its mint, its lane, CCIP itself) can draw at most
/// what was sent to it. The totals follow from the pool's own `LockedOrBurned` and `ReleasedOrMinted`.
///
/// Nobody can take OPEN out of here other than by a message of the lane: there is no rebalancer, no withdrawal and no
/// delegation. OPEN transferred here directly belongs to nobody and stays.
///
/// Lanes must join home with one chain each. OPEN moved between two other chains would come back through a chain that
/// it was never locked for, and be refused.
interface IOpenLockPool {
    /// @notice More OPEN would have come back from a chain than was ever locked for it.
    /// @dev Fix: stop the lane and find out who minted OPEN there without a lock here; the message can be executed
    /// again by hand once enough has been locked for that chain.
    /// @param chain The CCIP selector of the chain that the message came from.
    /// @param released What would have come back in total, in wei of OPEN.
    /// @param locked What was locked in total, in wei of OPEN.
    error OpenLockPool_ReleaseExceedsLocked(uint64 chain, uint256 released, uint256 locked);

    /// @notice A total was asked for at an instant that is not over yet.
    /// @dev Fix: ask for a timestamp before the current block's.
    /// @param timepoint The timestamp asked for, in seconds.
    /// @param clock The current block's timestamp, in seconds.
    error OpenLockPool_FutureLookup(uint256 timepoint, uint48 clock);

    /// @notice All OPEN ever locked for a chain.
    /// @param chain The CCIP selector of the chain.
    /// @return total Wei of OPEN; never falls.
    function lockedIn(uint64 chain) external view returns (uint256 total);

    /// @notice All OPEN locked for a chain up to and including an instant.
    /// @dev Reverts with {OpenLockPool_FutureLookup} unless that instant is over, so that an answer never changes.
    /// @param chain The CCIP selector of the chain.
    /// @param timepoint A timestamp before the current block's, in seconds.
    /// @return total Wei of OPEN.
    function lockedInAt(uint64 chain, uint256 timepoint) external view returns (uint256 total);

    /// @notice All OPEN that ever came back from a chain.
    /// @dev Without history: a release has to fit into the gas that CCIP grants for a delivery.
    /// @param chain The CCIP selector of the chain.
    /// @return total Wei of OPEN; never falls, never exceeds {lockedIn}.
    function releasedFrom(uint64 chain) external view returns (uint256 total);
}
