// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {ProposalClass} from "../types/ProposalClass.sol";

/// @title IGovernanceLens
/// @notice Everything that a page about a proposal or a voter shows, in one `eth_call`.
/// @dev Reads only, owns nothing, decides nothing: no contract should ask it. Times are timestamps, votes are OPEN wei.
/// Answers hold for the block they are asked at.
interface IGovernanceLens {
    /// @notice Why an account has no votes, and so what it can do about it.
    /// @dev HasVotes: it has some. HoldsNothing: neither liquid nor staked OPEN, and nobody delegates to it.
    /// NotDelegated: it holds OPEN and never delegated; delegating to itself is enough. DelegatedAway: another account
    /// votes with its OPEN. NotSettled: all it has arrived over the bridge and is not counted yet, see `settleVotes` of
    /// OPEN. AfterSnapshot: it has votes now but had none at the snapshot.
    enum WhyZero {
        HasVotes,
        HoldsNothing,
        NotDelegated,
        DelegatedAway,
        NotSettled,
        AfterSnapshot
    }

    /// @notice When things happen to a proposal.
    /// @param snapshot Votes are those of this moment; the vote opens after it.
    /// @param deadline Last moment of the vote as of now.
    /// @param originalDeadline Last moment of the vote before any extension.
    /// @param latestDeadline Last moment that late swings can extend the vote to; the deadline once it is over.
    /// @param eta When a queued proposal can be executed; zero: not queued.
    /// @param approvalExpiry Last moment to queue a succeeded proposal or to execute a queued one; zero in other states.
    struct Schedule {
        uint256 snapshot;
        uint256 deadline;
        uint256 originalDeadline;
        uint256 latestDeadline;
        uint256 eta;
        uint256 approvalExpiry;
    }

    /// @notice How a proposal stands.
    /// @param againstVotes Votes against.
    /// @param forVotes Votes for.
    /// @param abstainVotes Votes that only count for the quorum.
    /// @param quorum For plus abstain votes needed; until the snapshot what it would be now.
    /// @param forBar For votes must exceed this.
    /// @param isQuorumFixed Whether the snapshot has passed.
    /// @param isPassing Whether it would succeed if the vote ended now.
    struct Tally {
        uint256 againstVotes;
        uint256 forVotes;
        uint256 abstainVotes;
        uint256 quorum;
        uint256 forBar;
        bool isQuorumFixed;
        bool isPassing;
    }

    /// @notice Who could cancel a proposal now.
    /// @param byProposer Its proposer.
    /// @param byCouncil The council: there is one, its term lasts and the state allows it. {ICouncilGuard} may still
    /// refuse these actions.
    /// @param byAnybody Everybody, because the proposer lost the threshold and has not had it for an hour.
    struct Cancelling {
        bool byProposer;
        bool byCouncil;
        bool byAnybody;
    }

    /// @notice An account's part in a proposal.
    /// @param account Account.
    /// @param votes Votes at the snapshot; until then what they would be now.
    /// @param votesNow Votes at present, which other proposals will count.
    /// @param delegatee Who votes with the account's own OPEN; zero: nobody.
    /// @param againstVotes Votes it cast against.
    /// @param forVotes Votes it cast for.
    /// @param abstainVotes Votes it cast to abstain.
    /// @param nonce `nonces(account, uint192(proposalId))` of the governor, for the next signed ballot.
    /// @param whyZero Why `votes` is zero.
    struct Voter {
        address account;
        uint256 votes;
        uint256 votesNow;
        address delegatee;
        uint256 againstVotes;
        uint256 forVotes;
        uint256 abstainVotes;
        uint256 nonce;
        WhyZero whyZero;
    }

    /// @notice A proposal as its page shows it.
    /// @param proposalId Proposal.
    /// @param exists Whether the governor knows it; all else is empty if not.
    /// @param state State.
    /// @param class Class.
    /// @param proposer Proposer.
    /// @param proposerVotes Votes of the proposer at present.
    /// @param threshold Votes that a proposer needs at present.
    /// @param schedule Times.
    /// @param tally Votes.
    /// @param cancelling Who could cancel it.
    /// @param voter Part of the account asked for.
    struct Proposal {
        uint256 proposalId;
        bool exists;
        IGovernor.ProposalState state;
        ProposalClass class;
        address proposer;
        uint256 proposerVotes;
        uint256 threshold;
        Schedule schedule;
        Tally tally;
        Cancelling cancelling;
        Voter voter;
    }

    /// @notice An account as its page shows it.
    /// @param account Account.
    /// @param balance OPEN that it holds itself.
    /// @param escrowed OPEN that escrows, such as staking, hold for it; votes with the rest.
    /// @param pendingVotes OPEN of the balance that arrived over the bridge and does not vote before it is settled.
    /// @param delegatee Who votes with it; zero: nobody.
    /// @param votes Votes, delegated ones included.
    /// @param threshold Votes that a proposer needs.
    /// @param latestProposal Proposal it made last; zero: none.
    /// @param mayPropose Whether it has the threshold and no proposal whose vote is still to end.
    /// @param tokenNonce `nonces` of OPEN, for the next signed delegation or permit.
    /// @param proposeNonce `nonces` of the governor, for the next signed proposal.
    /// @param whyZero Why `votes` is zero.
    struct Account {
        address account;
        uint256 balance;
        uint256 escrowed;
        uint256 pendingVotes;
        address delegatee;
        uint256 votes;
        uint256 threshold;
        uint256 latestProposal;
        bool mayPropose;
        uint256 tokenNonce;
        uint256 proposeNonce;
        WhyZero whyZero;
    }

    /// @notice A proposal, and an account's part in it.
    /// @param proposalId Proposal.
    /// @param account Account; zero for nobody.
    function getProposal(uint256 proposalId, address account) external view returns (Proposal memory);

    /// @notice Several proposals, in the order asked for.
    /// @param proposalIds Proposals.
    /// @param account Account; zero for nobody.
    function getProposals(
        uint256[] calldata proposalIds,
        address account
    ) external view returns (Proposal[] memory proposals);

    /// @notice An account and what it can do.
    /// @param account Account.
    function getAccount(address account) external view returns (Account memory);

    /// @notice Governor that is read.
    function governor() external view returns (address);
}
