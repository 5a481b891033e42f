// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IOpenLockPool
/// @notice The home end of the bridge: OPEN sent to another chain is locked here, and comes back out of here.
/// @dev A pool of CCIP 1.6.1 that writes each movement into a {ILockLedger}, which refuses a release of more than was
/// ever locked for the chain. What was locked and released is asked there.
///
/// OPEN leaves by a message of the lane, or all of it to the pool that succeeds this one. There is no rebalancer, no
/// withdrawal and no delegation. OPEN transferred here directly belongs to nobody and stays.
///
/// Lanes must join home with one chain each. OPEN moved between two other chains would come back through a chain that
/// it was never locked for, and be refused.
interface IOpenLockPool {
    /// @notice The pool has no successor, so its OPEN stays.
    /// @dev Fix: nominate a new pool at the ledger, and appoint it 15 days later.
    error OpenLockPool_StillCurrent();

    /// @notice Until the rotation is over, only the owner decides when the OPEN moves.
    /// @dev Fix: let the timelock call, or wait until it has dismissed this pool at the ledger.
    /// @param caller The caller.
    error OpenLockPool_RotationOpen(address caller);

    /// @notice The whole balance moved to the pool's successor.
    /// @param successor The ledger's current pool.
    /// @param amount Wei of OPEN.
    event Migrated(address indexed successor, uint256 amount);

    /// @notice Moves the whole balance to the ledger's current pool, once that is another one. Only the owner, until
    /// this pool is dismissed at the ledger; anybody afterwards, for what arrived late.
    /// @return amount Wei of OPEN moved.
    function migrate() external returns (uint256 amount);

    /// @notice The {ILockLedger} that this pool writes.
    function ledger() external view returns (address);
}
