// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IGovernorCountingFlexible} from "../interfaces/IGovernorCountingFlexible.sol";

/// @notice See {IGovernorCountingFlexible}.
abstract contract GovernorCountingFlexible is Governor, NoncesKeyed, IGovernorCountingFlexible {
    uint8 private constant _SPLIT = 255;

    uint256 private constant _FOR_SHIFT = 96;
    uint256 private constant _NONCE_SHIFT = 192;
    uint256 private constant _VOTES_MASK = (1 << _NONCE_SHIFT) - 1;
    uint256 private constant _NONCE_MASK = ((1 << 62) - 1) << _NONCE_SHIFT;
    uint256 private constant _ONLY_ABSTAIN = 1 << 254;
    uint256 private constant _ABSTAIN_APART = 1 << 255;

    /// @dev A tally or a ballot. OPEN's supply is below 2^90, so each weight and each sum of them fits 96 bits.
    /// @param votes Bits 0-95 against, 96-191 for. In a ballot furthermore bits 192-253 the nonce, 254 whether bits 0-95
    /// are abstain instead, 255 whether the second word counts. So a vote of one kind writes one word, and a vote by
    /// signature writes its nonce where the vote is written anyway.
    /// @param abstain Weight that abstains; in a ballot, anything while bit 255 is clear.
    struct Weights {
        uint256 votes;
        uint256 abstain;
    }

    mapping(uint256 proposalId => Weights) private _tallies;
    // By the key that nonces of a proposal have: for two proposals to share ballots, 192 bits of hashes would have to
    // collide.
    mapping(uint192 key => mapping(address voter => Weights)) private _ballots;

    /// @inheritdoc IGovernorCountingFlexible
    function changeVote(
        uint256 proposalId,
        uint8 support,
        string calldata reason,
        bytes memory params
    ) external returns (uint256) {
        // The latest word counts: a signature given before must not undo it.
        _useNonce(_msgSender(), uint192(proposalId));
        return _changeVote(proposalId, _msgSender(), support, reason, params);
    }

    /// @inheritdoc IGovernor
    // solhint-disable-next-line func-name-mixedcase
    function COUNTING_MODE() external pure returns (string memory) {
        return "support=bravo,fractional&quorum=for,abstain&params=fractional";
    }

    /// @inheritdoc IGovernor
    function hasVoted(uint256 proposalId, address voter) external view returns (bool) {
        return usedVotes(proposalId, voter) > 0;
    }

    /// @inheritdoc IGovernorCountingFlexible
    function ballotOf(uint256 proposalId, address voter) external view returns (Ballot memory) {
        (uint256 votes, uint256 abstain) = _read(_ballots[uint192(proposalId)][voter]);
        return Ballot(uint96(votes), uint96(votes >> _FOR_SHIFT), uint96(abstain));
    }

    /// @inheritdoc IGovernorCountingFlexible
    function usedVotes(uint256 proposalId, address voter) public view returns (uint256) {
        (uint256 votes, uint256 abstain) = _read(_ballots[uint192(proposalId)][voter]);
        return _sum(votes, abstain);
    }

    /// @inheritdoc IGovernorCountingFlexible
    function proposalVotes(
        uint256 proposalId
    ) public view returns (uint256 againstVotes, uint256 forVotes, uint256 abstainVotes) {
        Weights storage tally = _tallies[proposalId];
        uint256 votes = tally.votes;
        return (uint96(votes), votes >> _FOR_SHIFT, tally.abstain);
    }

    /// @inheritdoc NoncesKeyed
    function nonces(address owner, uint192 key) public view virtual override returns (uint256) {
        return key == 0 ? nonces(owner) : _keyed(key, _ballots[key][owner].votes);
    }

    function _useCheckedNonce(address owner, uint256 nonce) internal virtual override(Nonces, NoncesKeyed) {
        super._useCheckedNonce(owner, nonce);
    }

    function _useNonce(address owner, uint192 key) internal virtual override returns (uint256) {
        if (key == 0) return _useNonce(owner);
        Weights storage own = _ballots[key][owner];
        uint256 word = own.votes;
        own.votes = word + (1 << _NONCE_SHIFT);
        return _keyed(key, word);
    }

    function _changeVote(
        uint256 proposalId,
        address voter,
        uint8 support,
        string memory reason,
        bytes memory params
    ) internal virtual returns (uint256 weight) {
        _validateStateBitmap(proposalId, _encodeStateBitmap(ProposalState.Active));
        Weights storage own = _ballots[uint192(proposalId)][voter];
        (uint256 votes, uint256 abstain) = _read(own);
        require(_sum(votes, abstain) > 0, GovernorCountingFlexible_NoBallot(proposalId, voter));
        Weights storage tally = _tallies[proposalId];
        tally.votes -= votes;
        if (abstain > 0) tally.abstain -= abstain;
        own.votes &= _NONCE_MASK;
        weight = _countVote(proposalId, voter, support, _getVotes(voter, proposalSnapshot(proposalId), params), params);
        (votes, abstain) = _read(own);
        emit VoteChanged(voter, proposalId, uint96(votes), votes >> _FOR_SHIFT, abstain, reason);
        _tallyUpdated(proposalId);
    }

    function _countVote(
        uint256 proposalId,
        address voter,
        uint8 support,
        uint256 totalWeight,
        bytes memory params
    ) internal virtual override returns (uint256 used) {
        Weights storage own = _ballots[uint192(proposalId)][voter];
        (uint256 votes, uint256 abstain) = _read(own);
        uint256 remaining = totalWeight - _sum(votes, abstain);
        require(remaining > 0, GovernorAlreadyCastVote(voter));
        (uint256 addedVotes, uint256 addedAbstain) = _decode(voter, support, remaining, params);
        used = _sum(addedVotes, addedAbstain);
        // Two words: leave alone what does not change.
        Weights storage tally = _tallies[proposalId];
        if (addedVotes > 0) tally.votes += addedVotes;
        if (addedAbstain > 0) tally.abstain += addedAbstain;
        _write(own, votes + addedVotes, abstain + addedAbstain);
    }

    function _write(Weights storage own, uint256 votes, uint256 abstain) private {
        if (abstain > 0) {
            if (votes == 0) {
                votes = abstain | _ONLY_ABSTAIN;
            } else {
                votes |= _ABSTAIN_APART;
                own.abstain = abstain;
            }
        }
        own.votes = (own.votes & _NONCE_MASK) | votes;
    }

    function _read(Weights storage own) private view returns (uint256 votes, uint256 abstain) {
        uint256 word = own.votes;
        if (word & _ONLY_ABSTAIN != 0) return (0, uint96(word));
        votes = word & _VOTES_MASK;
        if (word & _ABSTAIN_APART != 0) abstain = own.abstain;
    }

    function _decode(
        address voter,
        uint8 support,
        uint256 weight,
        bytes memory params
    ) private pure returns (uint256 votes, uint256 abstain) {
        require(params.length == (support == _SPLIT ? 48 : 0), GovernorInvalidVoteParams());
        // OPEN's supply keeps below this; beyond it, weights would run into each other.
        weight = SafeCast.toUint96(weight);
        if (support == 0) return (weight, 0);
        if (support == 1) return (weight << _FOR_SHIFT, 0);
        if (support == 2) return (0, weight);
        require(support == _SPLIT, GovernorInvalidVoteType());
        uint256 forVotes;
        // Three packed uint128.
        assembly ("memory-safe") {
            votes := shr(128, mload(add(params, 0x20)))
            forVotes := shr(128, mload(add(params, 0x30)))
            abstain := shr(128, mload(add(params, 0x40)))
        }
        uint256 used = votes + forVotes + abstain;
        require(used <= weight, GovernorCountingFlexible_ExceedsRemainingWeight(voter, used, weight));
        votes |= forVotes << _FOR_SHIFT;
    }

    function _sum(uint256 votes, uint256 abstain) private pure returns (uint256) {
        return uint96(votes) + (votes >> _FOR_SHIFT) + abstain;
    }

    /// @dev The nonce as signers know it, with its key in front.
    function _keyed(uint192 key, uint256 word) private pure returns (uint256) {
        return (uint256(key) << 64) | ((word & _NONCE_MASK) >> _NONCE_SHIFT);
    }
}
