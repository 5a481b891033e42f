// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {GovernorNoncesKeyed} from "@openzeppelin/contracts/governance/extensions/GovernorNoncesKeyed.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IGovernorCountingFlexible} from "../interfaces/IGovernorCountingFlexible.sol";

/// @notice See {IGovernorCountingFlexible}.
abstract contract GovernorCountingFlexible is GovernorNoncesKeyed, IGovernorCountingFlexible {
    uint8 private constant _SPLIT = 255;

    mapping(uint256 proposalId => Ballot) private _tallies;
    mapping(uint256 proposalId => mapping(address voter => Ballot)) private _ballots;

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
        return _ballots[proposalId][voter];
    }

    /// @inheritdoc IGovernorCountingFlexible
    function usedVotes(uint256 proposalId, address voter) public view returns (uint256) {
        return _sum(_ballots[proposalId][voter]);
    }

    /// @inheritdoc IGovernorCountingFlexible
    function proposalVotes(
        uint256 proposalId
    ) public view returns (uint256 againstVotes, uint256 forVotes, uint256 abstainVotes) {
        Ballot storage tally = _tallies[proposalId];
        return (tally.againstVotes, tally.forVotes, tally.abstainVotes);
    }

    function _changeVote(
        uint256 proposalId,
        address voter,
        uint8 support,
        string memory reason,
        bytes memory params
    ) internal virtual returns (uint256 weight) {
        _validateStateBitmap(proposalId, _encodeStateBitmap(ProposalState.Active));
        Ballot memory old = _ballots[proposalId][voter];
        require(_sum(old) > 0, GovernorCountingFlexible_NoBallot(proposalId, voter));
        delete _ballots[proposalId][voter];
        Ballot storage tally = _tallies[proposalId];
        tally.againstVotes -= old.againstVotes;
        tally.forVotes -= old.forVotes;
        tally.abstainVotes -= old.abstainVotes;
        weight = _countVote(proposalId, voter, support, _getVotes(voter, proposalSnapshot(proposalId), params), params);
        Ballot memory ballot = _ballots[proposalId][voter];
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
        Ballot memory ballot = _ballots[proposalId][voter];
        uint256 remaining = totalWeight - _sum(ballot);
        require(remaining > 0, GovernorAlreadyCastVote(voter));
        Ballot memory added = _decode(support, remaining, params);
        used = _sum(added);
        require(used <= remaining, GovernorCountingFlexible_ExceedsRemainingWeight(voter, used, remaining));
        _add(_tallies[proposalId], added);
        _add(_ballots[proposalId][voter], added);
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

    function _add(Ballot storage to, Ballot memory added) private {
        // Against and for share a slot, abstain has its own: leave alone what does not change.
        if (added.againstVotes > 0 || added.forVotes > 0) {
            (to.againstVotes, to.forVotes) = (to.againstVotes + added.againstVotes, to.forVotes + added.forVotes);
        }
        if (added.abstainVotes > 0) to.abstainVotes += added.abstainVotes;
    }

    function _sum(Ballot memory ballot) private pure returns (uint256) {
        return uint256(ballot.againstVotes) + ballot.forVotes + ballot.abstainVotes;
    }
}
