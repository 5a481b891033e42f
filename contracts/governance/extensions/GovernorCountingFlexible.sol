// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";

import {IGovernorCountingFlexible} from "../interfaces/IGovernorCountingFlexible.sol";
import {Ballots, Weights} from "../libraries/Ballots.sol";

/// @notice See {IGovernorCountingFlexible}.
abstract contract GovernorCountingFlexible is Governor, NoncesKeyed, IGovernorCountingFlexible {
    using Ballots for Weights;

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
        (uint256 votes, uint256 abstain) = _ballots[uint192(proposalId)][voter].read();
        return Ballot(uint96(Ballots.againstOf(votes)), uint96(Ballots.forOf(votes)), uint96(abstain));
    }

    /// @inheritdoc IGovernorCountingFlexible
    function usedVotes(uint256 proposalId, address voter) public view returns (uint256) {
        (uint256 votes, uint256 abstain) = _ballots[uint192(proposalId)][voter].read();
        return Ballots.sum(votes, abstain);
    }

    /// @inheritdoc IGovernorCountingFlexible
    function proposalVotes(
        uint256 proposalId
    ) public view returns (uint256 againstVotes, uint256 forVotes, uint256 abstainVotes) {
        Weights storage tally = _tallies[proposalId];
        uint256 votes = tally.votes;
        return (Ballots.againstOf(votes), Ballots.forOf(votes), tally.abstain);
    }

    /// @inheritdoc NoncesKeyed
    function nonces(address owner, uint192 key) public view virtual override returns (uint256) {
        return key == 0 ? nonces(owner) : _ballots[key][owner].nonce(key);
    }

    function _useCheckedNonce(address owner, uint256 nonce) internal virtual override(Nonces, NoncesKeyed) {
        super._useCheckedNonce(owner, nonce);
    }

    function _useNonce(address owner, uint192 key) internal virtual override returns (uint256) {
        return key == 0 ? _useNonce(owner) : _ballots[key][owner].useNonce(key);
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
        (uint256 votes, uint256 abstain) = own.read();
        require(Ballots.sum(votes, abstain) > 0, GovernorCountingFlexible_NoBallot(proposalId, voter));
        Weights storage tally = _tallies[proposalId];
        tally.votes -= votes;
        if (abstain > 0) tally.abstain -= abstain;
        own.write(0, 0);
        weight = _countVote(proposalId, voter, support, _getVotes(voter, proposalSnapshot(proposalId), params), params);
        (votes, abstain) = own.read();
        emit VoteChanged(voter, proposalId, Ballots.againstOf(votes), Ballots.forOf(votes), abstain, reason);
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
        (uint256 votes, uint256 abstain) = own.read();
        uint256 remaining = totalWeight - Ballots.sum(votes, abstain);
        require(remaining > 0, GovernorAlreadyCastVote(voter));
        (uint256 addedVotes, uint256 addedAbstain) = Ballots.decode(voter, support, remaining, params);
        used = Ballots.sum(addedVotes, addedAbstain);
        // Two words: leave alone what does not change.
        Weights storage tally = _tallies[proposalId];
        if (addedVotes > 0) tally.votes += addedVotes;
        if (addedAbstain > 0) tally.abstain += addedAbstain;
        own.write(votes + addedVotes, abstain + addedAbstain);
    }
}
