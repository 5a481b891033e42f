// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IAccountability} from "../interfaces/IAccountability.sol";
import {IValidatorStaking} from "../interfaces/IValidatorStaking.sol";

/// @title What validators sign
/// @notice Digest and signer of a statement, and who answers for it: shared by the parts of accountability.
abstract contract AttestationReader is IAccountability, EIP712 {
    bytes32 private constant ATTESTATION_TYPEHASH = keccak256(
        "Attestation(uint64 round,uint8 kind,bytes32 subject,bytes32 root)"
    );

    IValidatorStaking internal immutable STAKING;

    constructor(address staking_) EIP712("Openmesh Accountability", "1") {
        require(staking_ != address(0), Accountability_ZeroAddress());
        STAKING = IValidatorStaking(staking_);
    }

    /// @inheritdoc IAccountability
    function staking() external view returns (address) {
        return address(STAKING);
    }

    /// @inheritdoc IAccountability
    function attestationDigest(Topic calldata topic, bytes32 root) external view returns (bytes32) {
        return _digest(topic, root);
    }

    function _digest(Topic memory topic, bytes32 root) internal view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(ATTESTATION_TYPEHASH, topic, root)));
    }

    /// @dev Zero for anything but 65 bytes with low s: one statement of one key has one signature.
    function _signerOf(bytes32 digest, bytes calldata signature) internal pure returns (address signer) {
        (signer, , ) = ECDSA.tryRecoverCalldata(digest, signature);
    }

    /// @dev Not of a later round than this one: the key may be replaced before it.
    function _checkBegun(uint256 round) internal view returns (uint256 current) {
        current = STAKING.currentRound();
        require(round <= current, Accountability_FutureRound(round, current));
    }
}
