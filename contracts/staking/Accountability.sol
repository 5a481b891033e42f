// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IAccountability} from "./interfaces/IAccountability.sol";
import {IValidatorStaking} from "./interfaces/IValidatorStaking.sol";
import {StakeClock} from "./libraries/StakeClock.sol";
import {ValidatorId} from "./types/ValidatorId.sol";

/// @title Accountability of validators
contract Accountability is IAccountability, EIP712 {
    /// @inheritdoc IAccountability
    uint16 public constant EQUIVOCATION_BPS = 500;

    bytes32 private constant ATTESTATION_TYPEHASH = keccak256(
        "Attestation(uint64 round,uint8 kind,bytes32 subject,bytes32 root)"
    );
    uint40 private constant FOREVER = type(uint40).max;

    /// @inheritdoc IAccountability
    address public immutable staking;

    /// @inheritdoc IAccountability
    mapping(bytes32 offence => bool) public reported;

    constructor(address staking_) EIP712("Openmesh Accountability", "1") {
        require(staking_ != address(0), Accountability_ZeroAddress());
        staking = staking_;
    }

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
        taken = IValidatorStaking(staking).slash(id, epoch, EQUIVOCATION_BPS, FOREVER, reporter);
        _emitReported(id, signer, reporter, topic, a.root, b.root, taken);
    }

    /// @inheritdoc IAccountability
    function offenceOf(ValidatorId id, Topic calldata topic) public pure returns (bytes32) {
        return keccak256(abi.encode(id, topic));
    }

    /// @inheritdoc IAccountability
    function attestationDigest(Topic calldata topic, bytes32 root) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(ATTESTATION_TYPEHASH, topic, root)));
    }

    /// @dev The one validator that said both.
    function _speakerOf(
        Topic calldata topic,
        Statement calldata a,
        Statement calldata b
    ) private view returns (ValidatorId id, address signer) {
        // As the core counts, without asking it.
        uint256 current = StakeClock.roundAt(block.timestamp);
        require(topic.round <= current, Accountability_FutureRound(topic.round, current));
        signer = _signerOf(topic, a);
        address signerB = _signerOf(topic, b);
        require(signer == signerB, Accountability_DifferentSigners(signer, signerB));
        id = IValidatorStaking(staking).liableFor(signer, topic.round);
        require(ValidatorId.unwrap(id) != 0, Accountability_NotLiable(signer, topic.round));
    }

    function _signerOf(Topic calldata topic, Statement calldata statement) private view returns (address signer) {
        ECDSA.RecoverError failure;
        (signer, failure, ) = ECDSA.tryRecoverCalldata(attestationDigest(topic, statement.root), statement.signature);
        require(failure == ECDSA.RecoverError.NoError, Accountability_InvalidSignature(statement.root));
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
