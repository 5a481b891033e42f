// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {IGovernorProposeBySig} from "../interfaces/IGovernorProposeBySig.sol";

/// @notice See {IGovernorProposeBySig}.
abstract contract GovernorProposeBySig is Governor, IGovernorProposeBySig {
    // Spelled out instead of a hash of the actions, so that a wallet can show what is being proposed.
    bytes32 public constant PROPOSE_TYPEHASH = keccak256(
        "Propose(address[] targets,uint256[] values,bytes[] calldatas,string description,address proposer,uint256 nonce,uint256 deadline)"
    );

    /// @inheritdoc IGovernorProposeBySig
    function proposeBySig(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description,
        address proposer,
        uint256 deadline,
        bytes memory signature
    ) external returns (uint256 proposalId) {
        require(block.timestamp <= deadline, GovernorProposeBySig_SignatureExpired(deadline));
        uint256[] memory words;
        // In memory an address takes a word, as EIP-712 wants it.
        assembly ("memory-safe") {
            words := targets
        }
        bytes32 structHash = keccak256(
            abi.encode(
                PROPOSE_TYPEHASH,
                _hashWords(words),
                _hashWords(values),
                _hashEach(calldatas),
                keccak256(bytes(description)),
                proposer,
                _useNonce(proposer),
                deadline
            )
        );
        require(
            SignatureChecker.isValidSignatureNow(proposer, _hashTypedDataV4(structHash), signature),
            GovernorInvalidSignature(proposer)
        );
        require(_isValidDescriptionForProposer(proposer, description), GovernorRestrictedProposer(proposer));
        uint256 votes = getVotes(proposer, clock() - 1);
        uint256 threshold = proposalThreshold();
        require(votes >= threshold, GovernorInsufficientProposerVotes(proposer, votes, threshold));
        return _propose(targets, values, calldatas, description, proposer);
    }

    function _hashEach(bytes[] memory items) private pure returns (bytes32) {
        uint256[] memory hashes = new uint256[](items.length);
        for (uint256 i = 0; i < items.length; ++i) hashes[i] = uint256(keccak256(items[i]));
        return _hashWords(hashes);
    }

    /// @dev `keccak256(abi.encodePacked(words))` without the copy.
    function _hashWords(uint256[] memory words) private pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            hash := keccak256(add(words, 0x20), shl(5, mload(words)))
        }
    }
}
