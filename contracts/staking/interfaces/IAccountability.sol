// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ValidatorId} from "../types/ValidatorId.sol";

/// @title Accountability of validators
/// @notice Judges evidence against validators. It holds the only right to slash, and uses it on proof alone: nobody,
/// not even the timelock, can slash by decision.
/// @dev A validator signs everything it says as
/// `Attestation(uint64 round,uint8 kind,bytes32 subject,bytes32 root)` in this contract's EIP-712 domain. Saying two
/// things about one (round, kind, subject) is equivocation. A validator that signs one root per subject cannot be
/// slashed here, whoever holds its signatures. Replaced as a whole through the staking contract's settings; what was
/// signed for one contract is no evidence in another.
interface IAccountability {
    /// @notice A constructor argument is the zero address.
    /// @dev Fix: pass the predicted address of the staking contract.
    error Accountability_ZeroAddress();

    /// @notice Both statements have the same root, so nothing contradicts.
    /// @dev Fix: report two different roots about one subject.
    /// @param root The root.
    error Accountability_SameStatement(bytes32 root);

    /// @notice A signature is not a valid one of any key.
    /// @dev Fix: pass 65 bytes (r, s, v) with low s over `attestationDigest`.
    /// @param root The root of the statement it was given for.
    error Accountability_InvalidSignature(bytes32 root);

    /// @notice The statements were signed by different keys.
    /// @dev Fix: report two statements of one key.
    /// @param signerA Signer of the first.
    /// @param signerB Signer of the second.
    error Accountability_DifferentSigners(address signerA, address signerB);

    /// @notice The round is not here yet, and the key may be replaced before it is.
    /// @dev Fix: report again in that round.
    /// @param round The round of the statements.
    /// @param current The current round.
    error Accountability_FutureRound(uint256 round, uint256 current);

    /// @notice No validator answers for what this key said about that round.
    /// @dev Fix: none; the key was not registered by then, or was replaced before.
    /// @param signer The key.
    /// @param round The round.
    error Accountability_NotLiable(address signer, uint256 round);

    /// @notice The validator was punished for this offence.
    /// @dev Fix: nothing to do; one offence counts once, however many roots were signed.
    /// @param offence Hash of validator, round, kind and subject.
    error Accountability_AlreadyReported(bytes32 offence);

    /// @notice A validator contradicted itself: it was slashed by `taken` wei and tombstoned.
    event EquivocationReported(
        ValidatorId indexed id,
        address indexed signer,
        address indexed reporter,
        uint256 round,
        uint8 kind,
        bytes32 subject,
        bytes32 rootA,
        bytes32 rootB,
        uint256 taken
    );

    /// @notice What two contradicting statements are about.
    /// @param round The day, since 1970.
    /// @param kind What sort of statement it is.
    /// @param subject What it is about.
    struct Topic {
        uint64 round;
        uint8 kind;
        bytes32 subject;
    }

    /// @notice What a validator's key signed about a topic.
    /// @param root What it said.
    /// @param signature 65 bytes (r, s, v) with low s over `attestationDigest(topic, root)`.
    struct Statement {
        bytes32 root;
        bytes signature;
    }

    /// @notice Punishes a validator whose key signed two roots about one topic. By anyone.
    /// @dev Within the evidence window: the epoch of the round, or the one after it. The validator is tombstoned even
    /// when the slashing budget of the epoch is used up.
    /// @param reporter Gets the reporter's part; zero for none.
    /// @return taken What the validator and its delegators lost, in wei.
    function reportEquivocation(
        Topic calldata topic,
        Statement calldata a,
        Statement calldata b,
        address reporter
    ) external returns (uint256 taken);

    // solhint-disable-next-line func-name-mixedcase
    /// @notice Part of what was bonded in the epoch of the fault that equivocation costs, in basis points.
    function EQUIVOCATION_BPS() external view returns (uint16);

    /// @notice The staking contract.
    function staking() external view returns (address);

    /// @notice Whether `offence`, a hash from `offenceOf`, was punished: it never is again.
    function reported(bytes32 offence) external view returns (bool);

    /// @notice The hash under which an offence is recorded.
    function offenceOf(ValidatorId id, Topic calldata topic) external pure returns (bytes32);

    /// @notice The digest a validator's key signs to say `root` about `topic`.
    function attestationDigest(Topic calldata topic, bytes32 root) external view returns (bytes32);
}
