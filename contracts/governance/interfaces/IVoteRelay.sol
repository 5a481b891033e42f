// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IVoteRelay
/// @notice Sends signed votes, changes of votes and delegations of many accounts in one transaction and refunds the
/// sender from a pot that anybody fills, so that nobody needs ETH to vote.
/// @dev An item is a complete call: of the governor `castVoteBySig`, `castVoteWithReasonAndParamsBySig` or
/// `changeVoteBySig`, of OPEN either `delegateBySig`. This contract has no right at either: what a signature does not
/// allow, an item cannot do. An item that fails stops no other.
///
/// What is refunded: the gas of each item that counts, up to `MAX_REFUNDED_GAS`, plus `CALLDATA_GAS`, times the lowest
/// of the transaction's gas price, base fee plus `MAX_PRIORITY_FEE`, and `MAX_GAS_PRICE`. The transaction's own 21,000
/// are not: batch. An item counts if it moved at least `minVotes`; ballots only until the voter has used
/// `REFUNDED_BALLOTS` signatures or changes on the proposal; delegations once per delegator in `DELEGATION_PAUSE`. So a
/// pot can be drained neither with dust nor by voting to and fro. Caps per proposal and per day hold on top.
///
/// What this does not prevent: a block builder that relays gets the tip back, so it gains that part of a refund; a
/// contract that sends items of wallets whose signatures are empty gains up to `CALLDATA_GAS` on each; and who pays for
/// moving the same OPEN from account to account has a delegation refunded at each. All within the caps.
///
/// Dangers to a sender: an item that somebody else sent first fails and is not refunded, and a contract wallet can burn
/// up to `ITEM_GAS`. Simulate, and use a private mempool.
interface IVoteRelay {
    /// @notice A limit lies outside its bounds.
    /// @dev Fix: propose a value between the two bounds.
    /// @param value OPEN wei or wei asked for.
    /// @param min Least value.
    /// @param max Greatest value.
    error VoteRelay_LimitOutOfBounds(uint256 value, uint256 min, uint256 max);

    /// @notice The caller is not the timelock.
    /// @dev Fix: make the call by a governance proposal.
    /// @param caller The sender of the call.
    error VoteRelay_NotTimelock(address caller);

    /// @notice An item calls a function that is not relayed.
    /// @dev Fix: send only the five calls that the interface names.
    /// @param item Place in the batch, from zero.
    /// @param selector Function.
    error VoteRelay_NotRelayable(uint256 item, bytes4 selector);

    /// @notice Too little gas is left to give an item all it may use, so its failure would prove nothing.
    /// @dev Fix: send with a higher gas limit, or fewer items; unused gas costs nothing.
    /// @param item Place in the batch, from zero.
    /// @param left Gas left.
    /// @param needed Gas needed before each item.
    error VoteRelay_GasTooLow(uint256 item, uint256 left, uint256 needed);

    /// @notice More was to be taken back than nobody has a claim to.
    /// @dev Fix: reclaim at most `available`.
    /// @param amount Wei asked for.
    /// @param available Wei in the pot.
    error VoteRelay_PotTooSmall(uint256 amount, uint256 available);

    /// @notice The caller has no credit.
    /// @dev Fix: none; refunds were paid when they were due.
    /// @param relayer The sender of the call.
    error VoteRelay_NoCredit(address relayer);

    /// @notice The receiver did not take the ETH.
    /// @dev Fix: name another receiver, one that takes plain ETH.
    /// @param to Receiver.
    /// @param amount Wei.
    error VoteRelay_EtherRefused(address to, uint256 amount);

    /// @notice An item did what its signer wanted.
    /// @param account Voter or delegator.
    /// @param proposalId Proposal; zero for a delegation.
    /// @param item Place in the batch, from zero.
    /// @param isRefunded Whether it counts for the refund.
    event ItemRelayed(address indexed account, uint256 indexed proposalId, uint256 item, bool isRefunded);

    /// @notice An item failed and changed nothing.
    /// @param account Voter or delegator that the item names; zero where none could be told.
    /// @param proposalId Proposal that the item names; zero for a delegation.
    /// @param item Place in the batch, from zero.
    /// @param reason Error that the governor or OPEN gave; empty when it ran out of `ITEM_GAS`.
    event ItemFailed(address indexed account, uint256 indexed proposalId, uint256 item, bytes reason);

    /// @notice A part of a batch was refunded. It counts for the caps of its proposal and of the block's UTC day.
    /// @param relayer Sender of the batch.
    /// @param proposalId Proposal that the items belong to; zero for delegations.
    /// @param amount Wei; less than due where a cap or the pot was exhausted.
    /// @param due Wei due without caps.
    event Refunded(address indexed relayer, uint256 indexed proposalId, uint256 amount, uint256 due);

    /// @notice A refund could not be delivered and waits to be withdrawn.
    /// @param relayer Sender of the batch.
    /// @param amount Wei.
    event RefundCredited(address indexed relayer, uint256 amount);

    /// @notice A relayer withdrew its credit.
    /// @param relayer Relayer.
    /// @param to Receiver.
    /// @param amount Wei.
    event CreditWithdrawn(address indexed relayer, address indexed to, uint256 amount);

    /// @notice Somebody put ETH into the pot.
    /// @param from Sender.
    /// @param amount Wei.
    event Funded(address indexed from, uint256 amount);

    /// @notice ETH of the pot went back to the timelock.
    /// @param amount Wei.
    event Reclaimed(uint256 amount);

    /// @notice The limits changed.
    /// @param oldMinVotes OPEN wei before.
    /// @param newMinVotes OPEN wei from now on.
    /// @param oldProposalCap Wei before.
    /// @param newProposalCap Wei from now on.
    /// @param oldDayCap Wei before.
    /// @param newDayCap Wei from now on.
    event LimitsUpdated(
        uint256 oldMinVotes,
        uint256 newMinVotes,
        uint256 oldProposalCap,
        uint256 newProposalCap,
        uint256 oldDayCap,
        uint256 newDayCap
    );

    /// @notice Sends the items of a batch in order and refunds the caller. Anybody.
    /// @dev Keep the items of a proposal together: each change of proposal costs the accounting of a refund. Never
    /// reverts for what a signer did, nor because a refund cannot be paid.
    /// @param items Complete calls.
    /// @return relayed Number of items that succeeded.
    /// @return refund Wei paid or credited to the caller.
    function relay(bytes[] calldata items) external returns (uint256 relayed, uint256 refund);

    /// @notice Pays out the caller's credit.
    /// @param to Receiver.
    /// @return amount Wei.
    function withdrawCredit(address payable to) external returns (uint256 amount);

    /// @notice Takes ETH back to the timelock. Only the timelock.
    /// @param amount Wei; at most {pot}.
    function reclaim(uint256 amount) external;

    /// @notice Sets what counts and how much is refunded. Only the timelock.
    /// @param newMinVotes OPEN wei that an item must move; 1 to 100,000 OPEN.
    /// @param newProposalCap Wei for the ballots of one proposal in all; at most 50 ETH, zero for none.
    /// @param newDayCap Wei per UTC day in all; at most 50 ETH, zero for none.
    function setLimits(uint256 newMinVotes, uint256 newProposalCap, uint256 newDayCap) external;

    /// @notice Governor that ballots go to.
    function governor() external view returns (address);

    /// @notice OPEN, which delegations go to.
    function token() external view returns (address);

    /// @notice The only account that sets limits, and the only one that the pot goes back to.
    function timelock() external view returns (address);

    /// @notice OPEN wei that an item must move to be refunded.
    function minVotes() external view returns (uint96);

    /// @notice Wei refunded at most for the ballots of one proposal.
    function proposalCap() external view returns (uint80);

    /// @notice Wei refunded at most per UTC day.
    function dayCap() external view returns (uint80);

    /// @notice Wei that refunds can be paid from: all but the credits.
    function pot() external view returns (uint256);

    /// @notice Wei refunded for the ballots of a proposal so far.
    /// @param proposalId Proposal.
    function refundedFor(uint256 proposalId) external view returns (uint256);

    /// @notice Wei refunded this UTC day so far.
    function refundedToday() external view returns (uint256);

    /// @notice Wei that wait for a relayer who could not be paid.
    function creditOf(address relayer) external view returns (uint256);

    /// @notice Timestamp of a delegator's last refunded delegation; zero: none.
    function lastDelegation(address delegator) external view returns (uint256);
}
