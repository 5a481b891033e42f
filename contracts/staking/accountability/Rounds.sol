// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LibBit} from "solady/src/utils/LibBit.sol";

import {IAccountability} from "../interfaces/IAccountability.sol";
import {IRoundRoots} from "../interfaces/IRoundRoots.sol";
import {MemberSet} from "../libraries/MemberSet.sol";
import {ValidatorId} from "../types/ValidatorId.sol";
import {SetSnapshots} from "./SetSnapshots.sol";

/// @title Rounds
/// @notice One root a round, and the bitmap of who was there: it is both the proof of the quorum and the record of
/// presence, in one word for the whole set.
abstract contract Rounds is SetSnapshots {
    using MemberSet for bytes;

    /// @inheritdoc IAccountability
    uint8 public constant KIND_ROUND = 1;
    /// @inheritdoc IAccountability
    uint8 public constant KIND_HEARTBEAT = 2;
    /// @inheritdoc IAccountability
    uint256 public constant SUBMISSION_ROUNDS = 2;
    /// @inheritdoc IAccountability
    uint256 public constant GRACE_ROUNDS = 1;

    uint256 private constant SIGNATURE_LENGTH = 65;
    /// @dev A set has at most 255 members, which leaves this bit of the bitmap free: presence counts once it is set.
    uint256 internal constant CERTIFIED = 1 << 255;

    /// @inheritdoc IRoundRoots
    mapping(uint256 round => bytes32) public rootOf;
    /// @dev Bit = place in the snapshot, and `CERTIFIED`.
    mapping(uint256 round => uint256) internal _present;

    /// @inheritdoc IAccountability
    function submitRound(uint64 round, bytes32 root, uint256 places, bytes calldata signatures) external {
        _checkInTime(round, SUBMISSION_ROUNDS);
        require(root != 0, Accountability_ZeroRoot());
        bytes32 known = rootOf[round];
        require(known == 0, Accountability_AlreadyCertified(round, known));
        (bytes memory set, uint256 total) = _setOf(round);
        uint256 weight = _verify(round, root, set, places, signatures);
        require(weight * 3 > total * 2, Accountability_NoQuorum(weight, total));

        rootOf[round] = root;
        _present[round] |= places | CERTIFIED;
        emit RoundCertified(round, root, places, weight);
    }

    /// @inheritdoc IAccountability
    function addSignatures(uint64 round, uint256 places, bytes calldata signatures) external {
        _checkInTime(round, SUBMISSION_ROUNDS + GRACE_ROUNDS);
        bytes32 root = rootOf[round];
        require(root != 0, Accountability_NotCertified(round));
        uint256 before = _present[round];
        require(places & ~before != 0, Accountability_AlreadyPresent(round, places));
        (bytes memory set, ) = _setOf(round);
        _verify(round, root, set, places, signatures);

        _present[round] = before | places;
        emit SignaturesAdded(round, places);
    }

    /// @inheritdoc IAccountability
    function heartbeat(uint64 round, uint256 place, bytes calldata signature) external {
        _checkInTime(round, SUBMISSION_ROUNDS + GRACE_ROUNDS);
        (bytes memory set, ) = _setOf(round);
        uint256 members = set.count();
        require(place < members, Accountability_NoSuchPlace(place, members));
        uint256 before = _present[round];
        uint256 bit = 1 << place;
        require(before & bit == 0, Accountability_AlreadyPresent(round, bit));
        address signer =
            signature.length == 0 ? msg.sender : _signerOf(_digest(Topic(round, KIND_HEARTBEAT, 0), 0), signature);
        (ValidatorId id, ) = _memberSigned(round, set, place, signer);

        _present[round] = before | bit;
        emit Heartbeat(round, id, signer, place);
    }

    /// @inheritdoc IAccountability
    function presentIn(uint256 round) external view returns (uint256 places) {
        return _present[round] & ~CERTIFIED;
    }

    /// @dev What those at `places` weigh, each of whom signed `root`.
    function _verify(
        uint64 round,
        bytes32 root,
        bytes memory set,
        uint256 places,
        bytes calldata signatures
    ) private view returns (uint256 weight) {
        uint256 members = set.count();
        require(places >> members == 0, Accountability_NoSuchPlace(places, members));
        require(
            signatures.length == SIGNATURE_LENGTH * LibBit.popCount(places),
            Accountability_LengthMismatch(places, signatures.length)
        );
        bytes32 digest = _digest(Topic(round, KIND_ROUND, 0), root);
        for (uint256 place; places >> place != 0; ++place) {
            if ((places >> place) & 1 == 0) continue;
            address signer = _signerOf(digest, signatures[:SIGNATURE_LENGTH]);
            (, uint256 memberWeight) = _memberSigned(round, set, place, signer);
            weight += memberWeight;
            signatures = signatures[SIGNATURE_LENGTH:];
        }
    }

    /// @dev The member at a place, for which `signer` answers. Places are distinct and one key is one validator's, so
    /// nobody counts twice; zero, whom an invalid signature gives, is nobody's key.
    function _memberSigned(
        uint256 round,
        bytes memory set,
        uint256 place,
        address signer
    ) private view returns (ValidatorId id, uint256 weight) {
        (id, weight) = set.member(place);
        require(STAKING.liableFor(signer, round) == id, Accountability_NotMembersKey(place, id, signer));
    }

    function _checkInTime(uint256 round, uint256 rounds) private view {
        uint256 current = _checkBegun(round);
        require(current <= round + rounds, Accountability_TooLate(round, round + rounds, current));
    }
}
