// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ILockLedger
/// @notice Counts, for each chain, the OPEN that was ever locked at home for it and the OPEN that ever came back.
/// @dev Neither total falls, and what came back never exceeds what was locked. So whatever happens on a chain (its mint,
/// its lane, CCIP itself) can draw at most what was sent to it, and their difference is the most OPEN that can exist
/// there. The ledger holds no OPEN and outlives the pools that write it: a new pool goes on where the old one stopped.
///
/// The totals follow from the `LockedOrBurned` and `ReleasedOrMinted` of the pools that {PoolAppointed} names. There is
/// no event of its own for them, because a release has to fit into the gas that CCIP grants for a delivery.
///
/// A pool is replaced in steps, each a decision of the timelock: {nominate}; 15 days later {appoint}, from when both
/// pools write; {dismissPredecessor} once nothing is left to the old one. The 15 days are notice, in which everybody can
/// bring home what the old pool holds; they do not bound what the timelock can do as the owner of the current pool.
interface ILockLedger {
    /// @notice Only the timelock can do this.
    /// @dev Fix: propose the change and let the timelock execute it.
    /// @param caller The caller.
    error LockLedger_NotTimelock(address caller);

    /// @notice Only the current pool, and its predecessor until it is dismissed, can record anything.
    /// @dev Fix: set the current pool in CCIP's TokenAdminRegistry; what a dismissed pool could not release can be
    /// executed again by hand then.
    /// @param caller The caller.
    error LockLedger_NotPool(address caller);

    /// @notice More OPEN would have come back from a chain than was ever locked for it.
    /// @dev Fix: stop the lane and find out who minted OPEN there without a lock here; the message can be executed
    /// again by hand once enough has been locked for that chain.
    /// @param chain The CCIP selector of the chain that the message came from.
    /// @param released What would have come back in total, in wei of OPEN.
    /// @param locked What was locked in total, in wei of OPEN.
    error LockLedger_ReleaseExceedsLocked(uint64 chain, uint256 released, uint256 locked);

    /// @notice A total was asked for at an instant that is not over yet.
    /// @dev Fix: ask for a timestamp before the current block's.
    /// @param timepoint The timestamp asked for, in seconds.
    /// @param clock The current block's timestamp, in seconds.
    error LockLedger_FutureLookup(uint256 timepoint, uint48 clock);

    /// @notice This is no pool of OPEN that writes this ledger.
    /// @dev Fix: deploy an OpenLockPool with this ledger and its token.
    /// @param pool The address given.
    error LockLedger_ForeignPool(address pool);

    /// @notice The pool belongs to somebody else than the timelock, who could make it release anything.
    /// @dev Fix: offer its ownership to the timelock and let the timelock accept it first.
    /// @param pool The pool.
    /// @param owner Its owner.
    error LockLedger_ForeignOwner(address pool, address owner);

    /// @notice This pool writes the ledger already.
    /// @dev Fix: nominate another one.
    /// @param pool The pool.
    error LockLedger_AlreadyPool(address pool);

    /// @notice No pool is nominated.
    /// @dev Fix: nominate one first.
    error LockLedger_NoNominee();

    /// @notice The nominee has not waited long enough.
    /// @dev Fix: appoint it from `from` on.
    /// @param from Unix time from which it can be appointed.
    error LockLedger_TooSoon(uint256 from);

    /// @notice The rotation before is not over.
    /// @dev Fix: dismiss the predecessor first, once it holds no OPEN.
    /// @param predecessor The pool that still writes beside the current one.
    error LockLedger_RotationOpen(address predecessor);

    /// @notice There is no predecessor to dismiss.
    /// @dev Fix: nothing; the current pool alone writes.
    error LockLedger_NoPredecessor();

    /// @notice A constructor argument was zero.
    /// @dev Fix: pass OPEN and its timelock.
    error LockLedger_ZeroAddress();

    /// @notice A pool was nominated to succeed the current one.
    /// @param oldNominee The nominee before, zero if there was none.
    /// @param newNominee The nominee.
    /// @param from Unix time from which it can be appointed.
    event PoolNominated(address indexed oldNominee, address indexed newNominee, uint256 from);

    /// @notice A nomination was taken back.
    /// @param nominee The pool that was nominated.
    event NominationWithdrawn(address indexed nominee);

    /// @notice A pool became the current one. The one before writes beside it until it is dismissed.
    /// @param predecessor The pool before, zero for the first.
    /// @param pool The current pool.
    event PoolAppointed(address indexed predecessor, address indexed pool);

    /// @notice The pool before the current one can record nothing any more.
    /// @param predecessor The pool that was dismissed.
    event PredecessorDismissed(address indexed predecessor);

    /// @notice Counts OPEN as locked for a chain. Only a pool.
    /// @param chain The CCIP selector of the chain.
    /// @param amount Wei of OPEN that the pool has just received.
    function recordLock(uint64 chain, uint256 amount) external;

    /// @notice Counts OPEN as come back from a chain, at most what was locked for it. Only a pool.
    /// @param chain The CCIP selector of the chain.
    /// @param amount Wei of OPEN that the pool is about to pay out.
    function recordRelease(uint64 chain, uint256 amount) external;

    /// @notice Announces the pool that shall succeed the current one. Only the timelock. The first pool of all is
    /// appointed at once: nothing is locked yet that anybody could want to bring home.
    /// @dev Replaces a nominee and starts its 15 days anew.
    /// @param newPool An OpenLockPool of this ledger that belongs to the timelock.
    function nominate(address newPool) external;

    /// @notice Takes a nomination back. Only the timelock.
    function withdrawNomination() external;

    /// @notice Makes the nominee the current pool, 15 days after its nomination. Only the timelock.
    /// @dev Belongs into one batch with CCIP's `setPool` and the old pool's `migrate`: between them, a message from
    /// another chain would find a pool without OPEN, fail, and wait for an execution by hand.
    function appoint() external;

    /// @notice Ends a rotation: the predecessor can record nothing any more. Only the timelock.
    function dismissPredecessor() external;

    /// @notice All OPEN ever locked for a chain.
    /// @param chain The CCIP selector of the chain.
    /// @return total Wei of OPEN; never falls.
    function lockedIn(uint64 chain) external view returns (uint256 total);

    /// @notice All OPEN locked for a chain up to and including an instant.
    /// @dev Reverts with {LockLedger_FutureLookup} unless that instant is over, so that an answer never changes.
    /// @param chain The CCIP selector of the chain.
    /// @param timepoint A timestamp before the current block's, in seconds.
    /// @return total Wei of OPEN.
    function lockedInAt(uint64 chain, uint256 timepoint) external view returns (uint256 total);

    /// @notice All OPEN that ever came back from a chain.
    /// @dev Without history: a release has to fit into the gas that CCIP grants for a delivery.
    /// @param chain The CCIP selector of the chain.
    /// @return total Wei of OPEN; never falls, never exceeds {lockedIn}.
    function releasedOf(uint64 chain) external view returns (uint256 total);

    /// @notice The pool that locks and releases OPEN; zero before the first.
    function pool() external view returns (address);

    /// @notice The pool before it, while a rotation is not over; else zero.
    function predecessor() external view returns (address);

    /// @notice The pool that is announced to succeed; else zero.
    function nominee() external view returns (address);

    /// @notice Unix time from which the nominee can be appointed; 0 without one.
    function nomineeFrom() external view returns (uint256);

    /// @notice Seconds between a nomination and the appointment.
    // solhint-disable-next-line func-name-mixedcase
    function ROTATION_DELAY() external view returns (uint256);

    /// @notice OPEN.
    function token() external view returns (address);

    /// @notice The only account that can appoint pools.
    function timelock() external view returns (address);
}
