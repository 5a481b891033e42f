// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {IGovernorChangeVoteBySig} from "../interfaces/IGovernorChangeVoteBySig.sol";
import {GovernorCountingFlexible} from "./GovernorCountingFlexible.sol";

/// @notice See {IGovernorChangeVoteBySig}.
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
        bytes32 structHash = keccak256(
            abi.encode(
                CHANGE_BALLOT_TYPEHASH,
                proposalId,
                support,
                voter,
                _useNonce(voter, uint192(proposalId)),
                deadline,
                keccak256(bytes(reason)),
                keccak256(params)
            )
        );
        require(
            SignatureChecker.isValidSignatureNow(voter, _hashTypedDataV4(structHash), signature),
            GovernorInvalidSignature(voter)
        );
        return _changeVote(proposalId, voter, support, reason, params);
    }
}
