// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {GovernorNoncesKeyed} from "@openzeppelin/contracts/governance/extensions/GovernorNoncesKeyed.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IGovernorCountingFlexible} from "../interfaces/IGovernorCountingFlexible.sol";

/// @notice See {IGovernorCountingFlexible}.
abstract contract GovernorCountingFlexible is GovernorNoncesKeyed, IGovernorCountingFlexible {
    uint8 private constant _SPLIT = 255;

    uint256 private constant _FOR_SHIFT = 96;
    uint256 private constant _NONCE_SHIFT = 192;
    uint256 private constant _ABSTAINED = 1 << 255;

    /// @dev A ballot or a tally. OPEN's supply is below 2^90, so each weight and each sum of them fits 96 bits. The nonce
    /// lies where a vote is written anyway: a vote by signature writes no word more than one by its voter.
    /// @param word Bits 0-95 against, 96-191 for, 192-254 nonce, 255 whether the second word has to be read at all.
    /// @param abstain Weight that abstains.
    struct Weights {
        uint256 word;
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
        return _read(_ballots[uint192(proposalId)][voter]);
    }

    /// @inheritdoc IGovernorCountingFlexible
    function usedVotes(uint256 proposalId, address voter) public view returns (uint256) {
        return _sum(_read(_ballots[uint192(proposalId)][voter]));
    }

    /// @inheritdoc IGovernorCountingFlexible
    function proposalVotes(
        uint256 proposalId
    ) public view returns (uint256 againstVotes, uint256 forVotes, uint256 abstainVotes) {
        Ballot memory tally = _read(_tallies[proposalId]);
        return (tally.againstVotes, tally.forVotes, tally.abstainVotes);
    }

    /// @inheritdoc NoncesKeyed
    function nonces(address owner, uint192 key) public view virtual override returns (uint256) {
        return key == 0 ? nonces(owner) : _keyed(key, _ballots[key][owner].word);
    }

    function _useNonce(address owner, uint192 key) internal virtual override returns (uint256) {
        if (key == 0) return _useNonce(owner);
        Weights storage own = _ballots[key][owner];
        uint256 word = own.word;
        own.word = word + (1 << _NONCE_SHIFT);
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
        Ballot memory ballot = _read(own);
        require(_sum(ballot) > 0, GovernorCountingFlexible_NoBallot(proposalId, voter));
        _takeOut(_tallies[proposalId], ballot);
        _takeOut(own, ballot);
        weight = _countVote(proposalId, voter, support, _getVotes(voter, proposalSnapshot(proposalId), params), params);
        ballot = _read(own);
        emit VoteChanged(voter, proposalId, ballot.againstVotes, ballot.forVotes, ballot.abstainVotes, reason);
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
        uint256 remaining = totalWeight - _sum(_read(own));
        require(remaining > 0, GovernorAlreadyCastVote(voter));
        Ballot memory added = _decode(support, remaining, params);
        used = _sum(added);
        require(used <= remaining, GovernorCountingFlexible_ExceedsRemainingWeight(voter, used, remaining));
        // OPEN's supply keeps below this; beyond it, weights would run into each other.
        SafeCast.toUint96(used);
        _add(_tallies[proposalId], added);
        _add(own, added);
    }

    function _decode(uint8 support, uint256 weight, bytes memory params) private pure returns (Ballot memory added) {
        require(params.length == (support == _SPLIT ? 48 : 0), GovernorInvalidVoteParams());
        if (support == 0) added.againstVotes = SafeCast.toUint128(weight);
        else if (support == 1) added.forVotes = SafeCast.toUint128(weight);
        else if (support == 2) added.abstainVotes = SafeCast.toUint128(weight);
        else if (support == _SPLIT) {
            // Three packed uint128 into the three words that a Ballot takes in memory.
            assembly ("memory-safe") {
                mstore(added, shr(128, mload(add(params, 0x20))))
                mstore(add(added, 0x20), shr(128, mload(add(params, 0x30))))
                mstore(add(added, 0x40), shr(128, mload(add(params, 0x40))))
            }
        } else revert GovernorInvalidVoteType();
    }

    function _add(Weights storage to, Ballot memory added) private {
        // Each weight has a word or half a word of its own: leave alone what does not change.
        uint256 votes = _packed(added);
        if (added.abstainVotes > 0) {
            to.abstain += added.abstainVotes;
            to.word = (to.word + votes) | _ABSTAINED;
        } else if (votes > 0) to.word += votes;
    }

    function _takeOut(Weights storage from, Ballot memory ballot) private {
        from.word -= _packed(ballot);
        if (ballot.abstainVotes > 0) from.abstain -= ballot.abstainVotes;
    }

    function _read(Weights storage weights) private view returns (Ballot memory ballot) {
        uint256 word = weights.word;
        (ballot.againstVotes, ballot.forVotes) = (uint96(word), uint96(word >> _FOR_SHIFT));
        if (word & _ABSTAINED != 0) ballot.abstainVotes = uint96(weights.abstain);
    }

    function _packed(Ballot memory ballot) private pure returns (uint256) {
        return ballot.againstVotes | (uint256(ballot.forVotes) << _FOR_SHIFT);
    }

    function _sum(Ballot memory ballot) private pure returns (uint256) {
        return uint256(ballot.againstVotes) + ballot.forVotes + ballot.abstainVotes;
    }

    /// @dev The nonce as signers know it, with its key in front.
    function _keyed(uint192 key, uint256 word) private pure returns (uint256) {
        return (uint256(key) << 64) | ((word & ~_ABSTAINED) >> _NONCE_SHIFT);
    }
}
