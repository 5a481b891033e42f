// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Vm.sol";

import {IAccountability} from "../../../contracts/staking/interfaces/IAccountability.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {RoundsFixture} from "./RoundsFixture.sol";

/// @dev A stranger who reads the events and the code they point to, and asks no view.
contract RoundsEventsTest is RoundsFixture {
    mapping(uint256 epoch => IAccountability.Snapshot) private _snapshots;
    mapping(uint256 round => bytes32) private _roots;
    mapping(uint256 round => uint256) private _present;
    mapping(ValidatorId id => IAccountability.DowntimeRecord) private _records;

    function setUp() public override {
        super.setUp();
        newMembers(4);
        vm.recordLogs();
    }

    function testFuzz_STAKING_58_EventsTellEverything(uint256 seed) public {
        uint64 first = round();
        for (uint256 step = 0; step < 60; ++step) {
            seed = uint256(keccak256(abi.encode(seed)));
            _act(seed);
            _read();
        }
        for (uint64 about = first; about <= round(); ++about) {
            assertEq(accountability.rootOf(about), _roots[about], "root");
            assertEq(accountability.presentIn(about), _present[about], "present");
            uint256 epoch = about / 7;
            assertEq(abi.encode(accountability.snapshotOf(epoch)), abi.encode(_snapshots[epoch]), "snapshot");
        }
        for (uint256 i = 0; i < ids.length; ++i) {
            assertEq(abi.encode(accountability.downtimeOf(ids[i])), abi.encode(_records[ids[i]]), "record");
        }
    }

    /// @dev What is refused tells nothing. Rarely all four: v3 is the one that is missed.
    function _act(uint256 seed) private {
        uint64 about = round() - uint64((seed >> 8) % 3);
        uint256 place = (seed >> 16) % 4;
        uint256 choice = seed % 8;
        if (choice < 4) {
            skip(1 days);
            _call(abi.encodeCall(accountability.snapshotSet, ()));
            uint256 places = choice == 0 ? 15 : 7;
            bytes memory signatures = signRound(round(), ROOT, places);
            _call(abi.encodeCall(accountability.submitRound, (round(), ROOT, places, signatures)));
        } else if (choice == 4) {
            bytes memory signature = signRound(about, ROOT, 1 << place);
            _call(abi.encodeCall(accountability.addSignatures, (about, 1 << place, signature)));
        } else if (choice == 5) {
            _call(abi.encodeCall(accountability.heartbeat, (about, place, signBeat(about, place))));
        } else if (choice == 6) {
            _call(abi.encodeCall(accountability.jailDowntime, (ids[place])));
        } else {
            skip((seed >> 8) % 2 days);
        }
    }

    function _call(bytes memory data) private {
        (bool ok, ) = address(accountability).call(data);
        ok;
    }

    function _read() private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter == address(accountability)) _readOne(logs[i].topics, logs[i].data);
        }
    }

    function _readOne(bytes32[] memory topics, bytes memory data) private {
        uint256 key = uint256(topics[1]);
        if (topics[0] == IAccountability.SetSnapshotted.selector) {
            _readSet(key, address(uint160(uint256(topics[2]))), data);
        } else if (topics[0] == IAccountability.RoundCertified.selector) {
            (uint256 places, ) = abi.decode(data, (uint256, uint256));
            _roots[key] = topics[2];
            _present[key] |= places;
        } else if (topics[0] == IAccountability.SignaturesAdded.selector) {
            _present[key] |= abi.decode(data, (uint256));
        } else if (topics[0] == IAccountability.Heartbeat.selector) {
            _present[key] |= 1 << abi.decode(data, (uint256));
        } else if (topics[0] == IAccountability.DowntimePunished.selector) {
            (, , uint256 offences, uint256 jailedUntil, uint256 countFrom, ) = abi.decode(
                data,
                (uint256, uint256, uint256, uint256, uint256, uint256)
            );
            _records[ValidatorId.wrap(key)] = IAccountability.DowntimeRecord(
                uint32(offences),
                uint40(jailedUntil),
                uint64(countFrom)
            );
        }
    }

    function _readSet(uint256 epoch, address pointer, bytes memory data) private {
        (uint256 fromRound, uint256 members, uint256 total) = abi.decode(data, (uint256, uint256, uint256));
        IAccountability.Snapshot storage snapshot = _snapshots[epoch];
        (snapshot.pointer, snapshot.totalWeight, snapshot.fromRound) = (pointer, uint96(total), uint64(fromRound));
        for (uint256 place = 0; place < members; ++place) {
            uint256 packed = _slice(pointer.code, 9 + 16 * place, 16);
            snapshot.members.push(IAccountability.Member(ValidatorId.wrap(packed >> 96), uint96(packed)));
        }
    }

    /// @dev The number that `length` bytes from `from` on spell.
    function _slice(bytes memory code, uint256 from, uint256 length) private pure returns (uint256 number) {
        for (uint256 i = 0; i < length; ++i) number = (number << 8) | uint8(code[from + i]);
    }
}
