// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IValidatorStaking} from "../../../contracts/staking/interfaces/IValidatorStaking.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {RoundsFixture} from "./RoundsFixture.sol";

/// @dev Months of a validator's life against a plain list of days: who was in charge, who was there, what followed.
contract DowntimeModelTest is RoundsFixture {
    struct Day {
        bool certified;
        bool onDuty;
        bool present;
    }

    uint256 private constant SET = 5;

    ValidatorId private _id;
    address private _op;
    mapping(uint256 round => Day) private _days;
    uint256 private _countFrom;
    uint256 private _offences;
    uint256 private _releasedAt;

    function setUp() public override {
        super.setUp();
        newMembers(SET);
        // Neither first nor last, so that its place changes when it leaves and comes back.
        _id = ids[2];
        _op = operatorOf(_id);
        stake(_op, _id, SELF);
        for (uint256 i = 0; i < SET; ++i) if (i != 2) stake(alice, ids[i], 3 * SELF);
    }

    function testFuzz_STAKING_60_MatchesTheModel(uint256 seed) public {
        // How often it is there differs between runs: that is what decides whether it is ever jailed.
        uint256 attendance = seed % 100;
        for (uint256 day = 0; day < 110; ++day) {
            seed = uint256(keccak256(abi.encode(seed)));
            _liveADay(seed, attendance);
            _compare();
            _tryToJail();
            skip(1 days);
        }
    }

    function _liveADay(uint256 seed, uint256 attendance) private {
        if (seed % 11 == 0) _moveInOrOut();
        seed >>= 8;
        bool stored = accountability.snapshotOf(core.currentEpoch()).pointer != address(0);
        if (!stored && seed % 3 != 0) {
            accountability.snapshotSet();
            stored = true;
        }
        seed >>= 8;
        if (!stored) return;
        uint256 place = _placeOf(_id);
        Day storage day = _days[round()];
        (day.onDuty, day.certified) = (place != type(uint256).max, seed % 8 != 0);
        seed >>= 8;
        bool isThere = day.onDuty && seed % 100 < attendance;
        seed >>= 8;
        if (isThere && seed % 3 == 0) accountability.heartbeat(round(), place, _beat());
        uint256 all = firstPlaces(accountability.snapshotOf(core.currentEpoch()).members.length);
        uint256 others = day.onDuty ? all & ~(1 << place) : all;
        if (day.certified) _submit(isThere && seed % 3 == 1 ? all : others);
        if (isThere && seed % 3 == 2) {
            if (!day.certified) return;
            accountability.addSignatures(round(), 1 << place, _signatures(1 << place));
        }
        day.present = isThere && (day.certified || seed % 3 == 0);
    }

    function _moveInOrOut() private {
        IValidatorStaking.Validator memory validator = core.validatorOf(_id);
        vm.startPrank(_op);
        if (validator.status == IValidatorStaking.Status.Active) {
            core.leaveSet(_id);
        } else if (validator.jailedUntil == 0) {
            core.joinSet(_id);
        } else if (validator.jailedUntil <= block.timestamp) {
            core.unjail(_id);
            core.joinSet(_id);
        }
        vm.stopPrank();
    }

    function _compare() private view {
        (uint256 missed, uint256 counted, uint256 lastMissed) = accountability.missesOf(_id);
        (uint256 expectedMissed, uint256 expectedCounted, uint256 expectedLast) = _model();
        assertEq(missed, expectedMissed, "missed");
        assertEq(counted, expectedCounted, "counted");
        assertEq(lastMissed, expectedLast, "last missed");
    }

    function _tryToJail() private {
        (uint256 missed, , uint256 lastMissed) = _model();
        bool isMember = core.validatorOf(_id).status == IValidatorStaking.Status.Active;
        bool isFresh = lastMissed / 7 + 1 >= core.currentEpoch();
        uint256 before = core.weightOf(_id);
        try accountability.jailDowntime(_id) returns (uint256 until, uint256 taken) {
            assertTrue(missed > 16 && isMember && isFresh, "jailed without a reason");
            bool repeats = _releasedAt != 0 && block.timestamp < _releasedAt + 90 days;
            uint256 forgiven = (block.timestamp - _releasedAt) / 90 days;
            _offences = (_offences > forgiven ? _offences - forgiven : 0) + 1;
            uint256 term = 7 days * _offences * _offences;
            _releasedAt = block.timestamp + (term > 224 days ? 224 days : term);
            _countFrom = (core.currentEpoch() + 1) * 7;
            assertEq(until, _releasedAt, "term");
            assertEq(taken, repeats ? (before + 999) / 1000 : 0, "taken");
            assertEq(core.validatorOf(_id).jailedUntil, _releasedAt, "jail");
        } catch {
            assertFalse(missed > 16 && isMember && isFresh, "not jailed");
        }
    }

    /// @dev Of the 64 rounds that are closed, from the last one down, the first 32 that count.
    function _model() private view returns (uint256 missed, uint256 counted, uint256 lastMissed) {
        for (uint256 back = 4; back < 68 && counted < 32; ++back) {
            uint256 about = round() - back;
            Day storage day = _days[about];
            if (about < _countFrom || !day.certified || !day.onDuty) continue;
            ++counted;
            if (day.present) continue;
            ++missed;
            if (lastMissed == 0) lastMissed = about;
        }
    }

    function _placeOf(ValidatorId id) private view returns (uint256) {
        uint256 members = accountability.snapshotOf(core.currentEpoch()).members.length;
        for (uint256 place = 0; place < members; ++place) {
            if (accountability.snapshotOf(core.currentEpoch()).members[place].id == id) return place;
        }
        return type(uint256).max;
    }

    function _submit(uint256 places) private {
        accountability.submitRound(round(), ROOT, places, _signatures(places));
    }

    function _beat() private view returns (bytes memory) {
        return sign(keyOf("v2"), accountability.attestationDigest(beatTopic(round()), 0));
    }

    /// @dev By the members at these places of the snapshot, not by the names of these places.
    function _signatures(uint256 places) private view returns (bytes memory signatures) {
        bytes32 digest = accountability.attestationDigest(roundTopic(round()), ROOT);
        for (uint256 place = 0; places >> place != 0; ++place) {
            if ((places >> place) & 1 == 0) continue;
            ValidatorId id = accountability.snapshotOf(core.currentEpoch()).members[place].id;
            signatures = bytes.concat(signatures, sign(keyOf(nameOf(ValidatorId.unwrap(id) - 1)), digest));
        }
    }
}
