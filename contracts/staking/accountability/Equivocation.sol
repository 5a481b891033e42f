// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccountability} from "../interfaces/IAccountability.sol";
import {StakeClock} from "../types/StakeClock.sol";
import {ValidatorId} from "../types/ValidatorId.sol";
import {AttestationReader} from "./AttestationReader.sol";

/// @title Equivocation
/// @notice Two roots about one topic, signed by one key.
abstract contract Equivocation is AttestationReader {
    /// @inheritdoc IAccountability
    uint16 public constant EQUIVOCATION_BPS = 500;

    uint40 private constant FOREVER = type(uint40).max;

    /// @inheritdoc IAccountability
    mapping(bytes32 offence => bool) public reported;

    /// @inheritdoc IAccountability
    function reportEquivocation(
        Topic calldata topic,
        Statement calldata a,
        Statement calldata b,
        address reporter
    ) external returns (uint256 taken) {
        require(a.root != b.root, Accountability_SameStatement(a.root));
        (ValidatorId id, address signer) = _speakerOf(topic, a, b);
        bytes32 offence = offenceOf(id, topic);
        require(!reported[offence], Accountability_AlreadyReported(offence));

        reported[offence] = true;
        uint256 epoch = StakeClock.epochOf(topic.round);
        taken = STAKING.slash(id, epoch, EQUIVOCATION_BPS, FOREVER, reporter);
        _emitReported(id, signer, reporter, topic, a.root, b.root, taken);
    }

    /// @inheritdoc IAccountability
    function offenceOf(ValidatorId id, Topic calldata topic) public pure returns (bytes32) {
        return keccak256(abi.encode(id, topic));
    }

    /// @dev The one validator that said both.
    function _speakerOf(
        Topic calldata topic,
        Statement calldata a,
        Statement calldata b
    ) private view returns (ValidatorId id, address signer) {
        _checkBegun(topic.round);
        signer = _checkedSigner(topic, a);
        address signerB = _checkedSigner(topic, b);
        require(signer == signerB, Accountability_DifferentSigners(signer, signerB));
        id = STAKING.liableFor(signer, topic.round);
        require(ValidatorId.unwrap(id) != 0, Accountability_NotLiable(signer, topic.round));
    }

    function _checkedSigner(Topic calldata topic, Statement calldata statement) private view returns (address signer) {
        signer = _signerOf(_digest(topic, statement.root), statement.signature);
        require(signer != address(0), Accountability_InvalidSignature(statement.root));
    }

    function _emitReported(
        ValidatorId id,
        address signer,
        address reporter,
        Topic calldata topic,
        bytes32 rootA,
        bytes32 rootB,
        uint256 taken
    ) private {
        emit EquivocationReported(id, signer, reporter, topic.round, topic.kind, topic.subject, rootA, rootB, taken);
    }
}
