// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IGovernorCountingFlexible
/// @notice Votes that can be split over against, for and abstain, cast in parts, and changed until the vote ends.
/// @dev Wire format of OpenZeppelin's GovernorCountingFractional: support 0, 1, 2, or 255 with params
/// `abi.encodePacked(uint128 against, uint128 for, uint128 abstain)`. A second full vote still reverts; only
/// {changeVote} replaces a ballot, with an event of its own, so that sums over `VoteCast` stay meaningful.
interface IGovernorCountingFlexible {
    /// @notice Weights of a ballot or a tally, in OPEN wei.
    /// @param againstVotes Weight against.
    /// @param forVotes Weight for.
    /// @param abstainVotes Weight that only counts for the quorum.
    struct Ballot {
        uint128 againstVotes;
        uint128 forVotes;
        uint128 abstainVotes;
    }

    /// @notice A split vote uses more weight than the voter has left.
    /// @dev Fix: split at most the remaining weight, or replace the ballot with changeVote.
    /// @param voter Voter.
    /// @param used OPEN wei that the split adds up to.
    /// @param remaining OPEN wei that the voter has not cast yet.
    error GovernorCountingFlexible_ExceedsRemainingWeight(address voter, uint256 used, uint256 remaining);

    /// @notice There is no ballot to change.
    /// @dev Fix: cast a vote first.
    /// @param proposalId Proposal.
    /// @param voter Voter.
    error GovernorCountingFlexible_NoBallot(uint256 proposalId, address voter);

    /// @notice A voter replaced their whole ballot on a proposal.
    /// @param voter Voter.
    /// @param proposalId Proposal.
    /// @param againstVotes OPEN wei against from now on.
    /// @param forVotes OPEN wei for from now on.
    /// @param abstainVotes OPEN wei abstaining from now on.
    /// @param reason Text given.
    event VoteChanged(
        address indexed voter,
        uint256 indexed proposalId,
        uint256 againstVotes,
        uint256 forVotes,
        uint256 abstainVotes,
        string reason
    );

    /// @notice Replaces the caller's whole ballot. Only while the vote is active.
    /// @dev A split of nothing withdraws the ballot. Uses up the caller's nonce of this proposal, so that ballots and
    /// changes they signed before for `nonces(voter, uint192(proposalId))` cannot be submitted any more.
    /// @param proposalId Proposal.
    /// @param support 0 against, 1 for, 2 abstain, 255 split as in params.
    /// @param reason Text, may be empty.
    /// @param params Empty, or three packed uint128 when support is 255.
    /// @return weight OPEN wei that the new ballot uses.
    function changeVote(
        uint256 proposalId,
        uint8 support,
        string calldata reason,
        bytes memory params
    ) external returns (uint256 weight);

    /// @notice How a voter voted.
    /// @param proposalId Proposal.
    /// @param voter Voter.
    /// @return Ballot in OPEN wei.
    function ballotOf(uint256 proposalId, address voter) external view returns (Ballot memory);

    /// @notice Weight that a voter has cast.
    /// @param proposalId Proposal.
    /// @param voter Voter.
    /// @return OPEN wei.
    function usedVotes(uint256 proposalId, address voter) external view returns (uint256);

    /// @notice Tally of a proposal.
    /// @param proposalId Proposal.
    /// @return againstVotes OPEN wei against.
    /// @return forVotes OPEN wei for.
    /// @return abstainVotes OPEN wei abstaining.
    function proposalVotes(
        uint256 proposalId
    ) external view returns (uint256 againstVotes, uint256 forVotes, uint256 abstainVotes);
}
