// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {IGovernorChangeVoteBySig} from "../interfaces/IGovernorChangeVoteBySig.sol";
import {GovernorCountingFlexible} from "./GovernorCountingFlexible.sol";

/// @notice See {IGovernorChangeVoteBySig}.
/// @dev All signed ballots are checked here, in the way and under the types of OpenZeppelin's GovernorNoncesKeyed.
abstract contract GovernorChangeVoteBySig is GovernorCountingFlexible, IGovernorChangeVoteBySig {
    bytes32 public constant CHANGE_BALLOT_TYPEHASH = keccak256(
        "ChangeBallot(uint256 proposalId,uint8 support,address voter,uint256 nonce,uint256 deadline,string reason,bytes params)"
    );

    /// @inheritdoc IGovernorChangeVoteBySig
    function changeVoteBySig(
        uint256 proposalId,
        uint8 support,
        address voter,
        uint256 deadline,
        string calldata reason,
        bytes memory params,
        bytes memory signature
    ) external returns (uint256) {
        require(block.timestamp <= deadline, GovernorChangeVoteBySig_SignatureExpired(deadline));
        bytes memory ballot = abi.encode(
            CHANGE_BALLOT_TYPEHASH,
            proposalId,
            support,
            voter,
            uint256(0),
            deadline,
            keccak256(bytes(reason)),
            keccak256(params)
        );
        // Not the plain nonce: using that one up would leave what was signed before for the proposal's usable.
        require(_usesKeyedNonce(ballot, proposalId, voter, signature), GovernorInvalidSignature(voter));
        return _changeVote(proposalId, voter, support, reason, params);
    }

    function _validateVoteSig(
        uint256 proposalId,
        uint8 support,
        address voter,
        bytes memory signature
    ) internal virtual override returns (bool) {
        bytes memory ballot = abi.encode(BALLOT_TYPEHASH, proposalId, support, voter, uint256(0));
        return _usesEitherNonce(ballot, proposalId, voter, signature);
    }

    function _validateExtendedVoteSig(
        uint256 proposalId,
        uint8 support,
        address voter,
        string memory reason,
        bytes memory params,
        bytes memory signature
    ) internal virtual override returns (bool) {
        bytes memory ballot = abi.encode(
            EXTENDED_BALLOT_TYPEHASH,
            proposalId,
            support,
            voter,
            uint256(0),
            keccak256(bytes(reason)),
            keccak256(params)
        );
        return _usesEitherNonce(ballot, proposalId, voter, signature);
    }

    /// @dev As OpenZeppelin's GovernorNoncesKeyed has it: signers may use their plain nonce instead of the proposal's.
    function _usesEitherNonce(
        bytes memory ballot,
        uint256 proposalId,
        address voter,
        bytes memory signature
    ) private returns (bool) {
        return
            _usesKeyedNonce(ballot, proposalId, voter, signature) ||
            _isSigned(ballot, _useNonce(voter), voter, signature);
    }

    function _usesKeyedNonce(
        bytes memory ballot,
        uint256 proposalId,
        address voter,
        bytes memory signature
    ) private returns (bool isSigned) {
        isSigned = _isSigned(ballot, nonces(voter, uint192(proposalId)), voter, signature);
        if (isSigned) _useNonce(voter, uint192(proposalId));
    }

    function _isSigned(
        bytes memory ballot,
        uint256 nonce,
        address voter,
        bytes memory signature
    ) private view returns (bool) {
        // The nonce is the fifth word of each kind of ballot.
        assembly ("memory-safe") {
            mstore(add(ballot, 0xa0), nonce)
        }
        return SignatureChecker.isValidSignatureNow(voter, _hashTypedDataV4(keccak256(ballot)), signature);
    }
}
