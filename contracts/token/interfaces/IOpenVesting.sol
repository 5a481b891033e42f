// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RowId} from "../types/RowId.sol";
import {VestingSchedule} from "../types/VestingSchedule.sol";
import {IOpenToken} from "./IOpenToken.sol";
import {ITokenAllocation} from "./ITokenAllocation.sol";

/// @title Vesting wallet
/// @notice Holds one grant of OPEN until it vests. The beneficiary delegates the votes of the whole balance from the
/// first day, takes what is vested to any address, and hands the wallet over in two steps. The timelock may revoke a
/// revocable grant once: what is vested by then stays the beneficiary's, the rest returns to its row.
/// @dev OPEN that anybody else sends here belongs to the beneficiary at once. Other tokens sent here are lost.
interface IOpenVesting {
    /// @notice Everything there is to know about a wallet.
    /// @param beneficiary Owner of the wallet.
    /// @param offeredBeneficiary Who may take the wallet over; zero while nobody may.
    /// @param destination Where `release()` pays; the beneficiary unless it chose otherwise.
    /// @param delegatee Who has the votes of the balance.
    /// @param row Row of the allocation that the grant counts against.
    /// @param amount What was granted, in wei.
    /// @param schedule When it vests.
    /// @param revocable Whether the timelock may revoke it, or might have before it did.
    /// @param revokedAt When it was revoked, in Unix seconds; 0 while it was not.
    /// @param vested What is vested of the grant now, in wei.
    /// @param released What of the grant was paid out, in wei.
    /// @param releasable What a release would pay now, in wei.
    /// @param balance What the wallet holds, in wei, which is also what it votes with.
    struct State {
        address beneficiary;
        address offeredBeneficiary;
        address destination;
        address delegatee;
        RowId row;
        uint256 amount;
        VestingSchedule schedule;
        bool revocable;
        uint256 revokedAt;
        uint256 vested;
        uint256 released;
        uint256 releasable;
        uint256 balance;
    }

    /// @notice The caller is not the factory.
    /// @dev Fix: create wallets by the factory's `create`, which initializes them in the same transaction.
    /// @param caller The sender of the call.
    error OpenVesting_NotFactory(address caller);

    /// @notice The caller is not the beneficiary.
    /// @dev Fix: call as `beneficiary()`; anybody may call `release()` without an address.
    /// @param caller The sender of the call.
    error OpenVesting_NotBeneficiary(address caller);

    /// @notice The wallet was not offered to the caller.
    /// @dev Fix: have the beneficiary call `offerBeneficiary` with this address first.
    /// @param caller The sender of the call.
    error OpenVesting_NotOffered(address caller);

    /// @notice The caller is not the timelock.
    /// @dev Fix: revoke by a governance proposal.
    /// @param caller The sender of the call.
    error OpenVesting_NotTimelock(address caller);

    /// @notice The grant cannot be revoked, by anybody.
    /// @dev Fix: nothing to do; only grants created revocable can be.
    error OpenVesting_Irrevocable();

    /// @notice The grant is revoked already, for ever.
    /// @dev Fix: nothing to do; the day of the first revocation stands.
    /// @param revokedAt When it was revoked, in Unix seconds.
    error OpenVesting_AlreadyRevoked(uint256 revokedAt);

    /// @notice Nothing is due.
    /// @dev Fix: wait until `releasable()` is not zero.
    error OpenVesting_NothingToRelease();

    /// @notice The wallet would pay itself.
    /// @dev Fix: name another address.
    error OpenVesting_ToItself();

    /// @notice `amount` wei were paid to `to`; `released` wei of the grant are paid out by now.
    event Released(address indexed to, uint256 amount, uint256 released);

    /// @notice `release()` pays to `newDestination` from now on; zero stands for the beneficiary.
    event DestinationChanged(address indexed oldDestination, address indexed newDestination);

    /// @notice `offered` may take the wallet over; zero withdraws the offer.
    event BeneficiaryOffered(address indexed beneficiary, address indexed offered);

    /// @notice The wallet belongs to `newBeneficiary`, as do its votes; destination and offer are cleared.
    event BeneficiaryChanged(address indexed oldBeneficiary, address indexed newBeneficiary);

    /// @notice The grant was revoked: `returned` wei went back to `row`, `kept` wei of it are the beneficiary's.
    event Revoked(RowId indexed row, uint256 returned, uint256 kept);

    /// @notice Sets the first beneficiary and delegates to it.
    /// @dev Only the factory, once, in the transaction that creates the wallet.
    function initialize(address beneficiary_) external;

    /// @notice Pays all that is due to `to`.
    /// @dev Only the beneficiary.
    /// @return amount What was paid, in wei.
    function release(address to) external returns (uint256 amount);

    /// @notice Pays all that is due to the destination.
    /// @dev By anyone.
    /// @return amount What was paid, in wei.
    function release() external returns (uint256 amount);

    /// @notice Chooses where `release()` pays; zero stands for the beneficiary.
    /// @dev Only the beneficiary.
    function setDestination(address destination_) external;

    /// @notice Gives the votes of all the wallet holds, vested or not, to `delegatee`.
    /// @dev Only the beneficiary.
    function delegate(address delegatee) external;

    /// @notice Offers the wallet to `offered`, who owns it once it accepts; zero withdraws the offer.
    /// @dev Only the beneficiary, who until then can still release what is due.
    function offerBeneficiary(address offered) external;

    /// @notice Takes the wallet over: the votes go to the caller, a destination set before is cleared.
    /// @dev Only the account the wallet was offered to.
    function acceptBeneficiary() external;

    /// @notice Ends vesting: what is not vested goes back to its row, what is vested stays.
    /// @dev Only the timelock, once. Returns zero when all is vested already.
    /// @return returned What went back, in wei.
    function revoke() external returns (uint256 returned);

    /// @notice What of the grant is vested at `time`, in wei, paid out or not. Never falls, and is exactly the grant at
    /// the end, or what was vested at the revocation.
    function vested(uint256 time) external view returns (uint256);

    /// @notice What a release would pay now, in wei.
    function releasable() external view returns (uint256);

    /// @notice What of the grant was paid out, in wei; never more than is vested.
    function released() external view returns (uint256);

    /// @notice Everything at once.
    function state() external view returns (State memory);

    /// @notice The owner of the wallet.
    function beneficiary() external view returns (address);

    /// @notice Who may take the wallet over; zero while nobody may.
    function offeredBeneficiary() external view returns (address);

    /// @notice Where `release()` pays.
    function destination() external view returns (address);

    /// @notice Row of the allocation that the grant counts against.
    function row() external view returns (RowId);

    /// @notice What was granted, in wei.
    function amount() external view returns (uint256);

    /// @notice When it vests.
    function schedule() external view returns (VestingSchedule);

    /// @notice Whether the grant was made revocable.
    function revocable() external view returns (bool);

    /// @notice When the grant was revoked, in Unix seconds; 0 while it was not.
    function revokedAt() external view returns (uint256);

    /// @notice The token it holds.
    function token() external view returns (IOpenToken);

    /// @notice Where what is revoked goes.
    function allocation() external view returns (ITokenAllocation);

    /// @notice The account that may revoke.
    function timelock() external view returns (address);

    /// @notice The contract that creates wallets.
    function factory() external view returns (address);
}
