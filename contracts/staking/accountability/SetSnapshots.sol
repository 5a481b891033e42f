// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";

import {IAccountability} from "../interfaces/IAccountability.sol";
import {MemberSet} from "../libraries/MemberSet.sol";
import {StakeClock} from "../types/StakeClock.sol";
import {ValidatorId} from "../types/ValidatorId.sol";
import {AttestationReader} from "./AttestationReader.sol";

/// @title Snapshots of the set
/// @notice Who is in charge of the rounds of an epoch, and with what weight, is fixed once: nothing that happens to the
/// set or to stake in the epoch moves a quorum.
abstract contract SetSnapshots is AttestationReader {
    using MemberSet for bytes;

    struct SnapshotRecord {
        address pointer;
        uint96 totalWeight;
    }

    mapping(uint256 epoch => SnapshotRecord) internal _snapshots;

    /// @inheritdoc IAccountability
    function snapshotSet() external returns (address pointer) {
        uint256 round = STAKING.currentRound();
        uint256 epoch = StakeClock.epochOf(round);
        require(_snapshots[epoch].pointer == address(0), Accountability_AlreadySnapshotted(epoch));
        uint256 members = STAKING.memberCount();
        require(members != 0, Accountability_EmptySet());

        bytes memory set = MemberSet.create(round, members);
        uint256 total;
        for (uint256 place; place < members; ++place) {
            ValidatorId id = STAKING.memberAt(place);
            uint256 weight = STAKING.weightOf(id);
            set.put(place, id, weight);
            total += weight;
        }
        pointer = SSTORE2.write(set);
        // All OPEN there is, 1e27 wei, fits.
        _snapshots[epoch] = SnapshotRecord(pointer, uint96(total));
        emit SetSnapshotted(epoch, pointer, round, members, total);
    }

    /// @inheritdoc IAccountability
    function snapshotOf(uint256 epoch) external view returns (Snapshot memory snapshot) {
        SnapshotRecord memory stored = _snapshots[epoch];
        if (stored.pointer == address(0)) return snapshot;
        bytes memory set = SSTORE2.read(stored.pointer);
        (snapshot.pointer, snapshot.totalWeight) = (stored.pointer, stored.totalWeight);
        snapshot.fromRound = uint64(set.fromRound());
        snapshot.members = new Member[](set.count());
        for (uint256 place; place < snapshot.members.length; ++place) {
            (ValidatorId id, uint256 weight) = set.member(place);
            snapshot.members[place] = Member(id, uint96(weight));
        }
    }

    /// @dev The set in charge of a round.
    function _setOf(uint256 round) internal view returns (bytes memory set, uint256 totalWeight) {
        SnapshotRecord memory stored = _snapshots[StakeClock.epochOf(round)];
        require(stored.pointer != address(0), Accountability_NoSnapshot(round));
        set = SSTORE2.read(stored.pointer);
        // Whoever joined after that round could not have signed in it.
        require(set.fromRound() <= round, Accountability_NoSnapshot(round));
        totalWeight = stored.totalWeight;
    }
}
