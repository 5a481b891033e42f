// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

/// @title Votes whose deliveries settle lazily
/// @notice ERC-5805 votes on a timestamp clock. Tokens delivered by a bridge do not write a vote checkpoint: they are
/// added to the receiver's pending votes, and the receiver's next transfer or delegation, or anybody's
/// `settleVotes`, moves them into the checkpoint of its delegatee.
/// @dev `getVotes` and `getPastVotes` never count pending votes: before a proposal's snapshot, settle. At every instant
/// and every past timestamp the sum of all votes is at most `getPastTotalSupply`.
/// A delivery has no event of its own. It is the ERC-20 Transfer from a registered pool, on a spoke from the zero
/// address, and adds its value to the receiver's pending votes if the receiver has a delegatee then.
interface ILazyVotes is IERC5805 {
    /// @notice The asked timestamp is not in the past yet, so that its votes can still change.
    /// @dev Fix: ask for a timestamp before the current block's.
    /// @param timepoint The timestamp asked for.
    /// @param clock The current block's timestamp.
    error ERC5805FutureLookup(uint256 timepoint, uint48 clock);

    /// @notice The signature is not one of the delegator over this delegation.
    /// @dev Fix: sign `Delegation(address delegator,address delegatee,uint256 nonce,uint256 expiry)` in this token's
    /// domain with the delegator's key, or let the delegator's ERC-1271 contract accept that digest.
    /// @param delegator The account in whose name the call delegates.
    error LazyVotes_InvalidSignature(address delegator);

    /// @notice A registered escrow or pool tried to delegate: it holds tokens for others and never votes.
    /// @dev Fix: delegate from the account that owns the tokens.
    /// @param account The escrow or pool.
    error LazyVotes_RegisteredCannotDelegate(address account);

    /// @notice All pending votes of an account were counted: for its delegatee, or when it delegates at that same
    /// moment for its new one.
    event VotesSettled(address indexed account, address indexed delegatee, uint256 value);

    /// @notice Counts the pending votes of `account` for its delegatee; does nothing if there are none.
    function settleVotes(address account) external;

    /// @notice Delegates in the name of `delegator`, which may be a contract wallet (ERC-1271).
    /// @dev The signed struct names the delegator, so that one owner key of several wallets signs for one of them only.
    /// An account with code is asked through ERC-1271 alone; a key account with EIP-7702 code that lacks ERC-1271 uses
    /// the standard `delegateBySig` with `v`, `r`, `s`.
    /// @param nonce The delegator's next nonce, shared with `permit`.
    /// @param expiry Last timestamp at which the signature is accepted.
    /// @param signature 65 bytes (r, s, v) with low s of a key, or what the delegator's ERC-1271 contract accepts.
    function delegateBySig(
        address delegator,
        address delegatee,
        uint256 nonce,
        uint256 expiry,
        bytes calldata signature
    ) external;

    /// @notice Votes delivered to `account` and not yet counted for its delegatee, in wei.
    function pendingVotes(address account) external view returns (uint256);

    /// @notice Number of vote checkpoints of `account`.
    function numCheckpoints(address account) external view returns (uint32);

    /// @notice The vote checkpoint of `account` at position `pos`, oldest first.
    function checkpoints(address account, uint32 pos) external view returns (Checkpoints.Checkpoint208 memory);
}
