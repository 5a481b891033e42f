// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IGovernorCountingFlexible} from "../interfaces/IGovernorCountingFlexible.sol";

/// @dev A tally or a ballot. OPEN's supply is below 2^90, so each weight and each sum of them fits 96 bits.
/// @param votes Bits 0-95 against, 96-191 for. In a ballot furthermore bits 192-253 the nonce, 254 whether bits 0-95
/// are abstain instead, 255 whether the second word counts. So a vote of one kind writes one word, and a vote by
/// signature writes its nonce where the vote is written anyway.
/// @param abstain Weight that abstains; in a ballot, anything while bit 255 is clear.
struct Weights {
    uint256 votes;
    uint256 abstain;
}

/// @title Ballots in one word where one is enough
/// @notice Packs the weights of a vote, and reads them from OpenZeppelin's fractional wire format.
library Ballots {
    uint256 private constant FOR_SHIFT = 96;

    uint8 private constant SPLIT = 255;
    uint256 private constant NONCE_SHIFT = 192;
    uint256 private constant VOTES_MASK = (1 << NONCE_SHIFT) - 1;
    uint256 private constant NONCE_MASK = ((1 << 62) - 1) << NONCE_SHIFT;
    uint256 private constant ONLY_ABSTAIN = 1 << 254;
    uint256 private constant ABSTAIN_APART = 1 << 255;

    /// @dev Replaces the weights of a ballot and leaves its nonce alone.
    function write(Weights storage own, uint256 votes, uint256 abstain) internal {
        if (abstain > 0) {
            if (votes == 0) {
                votes = abstain | ONLY_ABSTAIN;
            } else {
                votes |= ABSTAIN_APART;
                own.abstain = abstain;
            }
        }
        own.votes = (own.votes & NONCE_MASK) | votes;
    }

    /// @dev Uses up one nonce. Returns it as signers know it, with its key in front.
    function useNonce(Weights storage own, uint192 key) internal returns (uint256) {
        uint256 word = own.votes;
        own.votes = word + (1 << NONCE_SHIFT);
        return _keyed(key, word);
    }

    /// @dev The next nonce as signers know it.
    function nonce(Weights storage own, uint192 key) internal view returns (uint256) {
        return _keyed(key, own.votes);
    }

    /// @dev Against and for of a ballot, packed, and its abstain.
    function read(Weights storage own) internal view returns (uint256 votes, uint256 abstain) {
        uint256 word = own.votes;
        if (word & ONLY_ABSTAIN != 0) return (0, uint96(word));
        votes = word & VOTES_MASK;
        if (word & ABSTAIN_APART != 0) abstain = own.abstain;
    }

    /// @dev What a voter with `weight` left says, in OpenZeppelin's fractional wire format.
    function decode(
        address voter,
        uint8 support,
        uint256 weight,
        bytes memory params
    ) internal pure returns (uint256 votes, uint256 abstain) {
        require(params.length == (support == SPLIT ? 48 : 0), IGovernor.GovernorInvalidVoteParams());
        // OPEN's supply keeps below this; beyond it, weights would run into each other.
        weight = SafeCast.toUint96(weight);
        if (support == 0) return (weight, 0);
        if (support == 1) return (weight << FOR_SHIFT, 0);
        if (support == 2) return (0, weight);
        require(support == SPLIT, IGovernor.GovernorInvalidVoteType());
        uint256 forVotes;
        // Three packed uint128.
        assembly ("memory-safe") {
            votes := shr(128, mload(add(params, 0x20)))
            forVotes := shr(128, mload(add(params, 0x30)))
            abstain := shr(128, mload(add(params, 0x40)))
        }
        uint256 used = votes + forVotes + abstain;
        require(
            used <= weight,
            IGovernorCountingFlexible.GovernorCountingFlexible_ExceedsRemainingWeight(voter, used, weight)
        );
        votes |= forVotes << FOR_SHIFT;
    }

    /// @dev Against, for and abstain together.
    function sum(uint256 votes, uint256 abstain) internal pure returns (uint256) {
        return againstOf(votes) + forOf(votes) + abstain;
    }

    function againstOf(uint256 votes) internal pure returns (uint256) {
        return uint96(votes);
    }

    function forOf(uint256 votes) internal pure returns (uint256) {
        return uint96(votes >> FOR_SHIFT);
    }

    function _keyed(uint192 key, uint256 word) private pure returns (uint256) {
        return (uint256(key) << 64) | ((word & NONCE_MASK) >> NONCE_SHIFT);
    }
}
