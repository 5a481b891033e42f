// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccountability} from "../../../contracts/staking/interfaces/IAccountability.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {RoundsFixture} from "./RoundsFixture.sol";

contract SetSnapshotsTest is RoundsFixture {
    function setUp() public override {
        super.setUp();
        newMembers(3);
        stake(alice, ids[1], 50_000e18);
    }

    function test_STAKING_50_StoresMembersAndWeights() public {
        vm.expectEmit(true, false, true, true, address(accountability));
        emit IAccountability.SetSnapshotted(core.currentEpoch(), address(0), round(), 3, 80_000e18);
        vm.prank(carol);
        address pointer = accountability.snapshotSet();
        IAccountability.Snapshot memory snapshot = accountability.snapshotOf(core.currentEpoch());
        assertEq(snapshot.pointer, pointer);
        assertEq(snapshot.fromRound, round());
        assertEq(snapshot.totalWeight, 80_000e18);
        assertEq(snapshot.members.length, 3);
        for (uint256 place = 0; place < 3; ++place) {
            assertEq(ValidatorId.unwrap(snapshot.members[place].id), ValidatorId.unwrap(ids[place]));
            assertEq(snapshot.members[place].weight, place == 1 ? 60_000e18 : SELF);
        }
    }

    function test_STAKING_50_CodeIsWhatTheViewSays() public {
        address pointer = accountability.snapshotSet();
        bytes memory packed = abi.encodePacked(bytes1(0), round());
        for (uint256 place = 0; place < 3; ++place) {
            packed = abi.encodePacked(
                packed,
                uint32(ValidatorId.unwrap(ids[place])),
                uint96(core.weightOf(ids[place]))
            );
        }
        assertEq(pointer.code, packed);
    }

    function test_STAKING_50_OnceAnEpoch() public {
        accountability.snapshotSet();
        uint256 epoch = core.currentEpoch();
        skip(7 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_AlreadySnapshotted.selector, epoch));
        accountability.snapshotSet();
        skip(1);
        accountability.snapshotSet();
        assertEq(accountability.snapshotOf(epoch + 1).members.length, 3);
    }

    function test_STAKING_50_RevertWhen_TheSetIsEmpty() public {
        for (uint256 place = 0; place < 3; ++place) {
            vm.prank(operatorOf(ids[place]));
            core.leaveSet(ids[place]);
        }
        vm.expectRevert(IAccountability.Accountability_EmptySet.selector);
        accountability.snapshotSet();
    }

    function test_SnapshotOf_NothingStored() public view {
        IAccountability.Snapshot memory snapshot = accountability.snapshotOf(core.currentEpoch());
        assertEq(snapshot.pointer, address(0));
        assertEq(snapshot.members.length, 0);
    }

    function test_STAKING_50_AFullSetFits() public {
        for (uint256 place = 3; place < 100; ++place) newMember(SELF + place);
        accountability.snapshotSet();
        IAccountability.Snapshot memory snapshot = accountability.snapshotOf(core.currentEpoch());
        assertEq(snapshot.members.length, 100);
        assertEq(snapshot.members[99].weight, SELF + 99);
        certify(firstPlaces(100));
        assertEq(accountability.presentIn(round()), firstPlaces(100));
    }

    // What happens in the epoch moves no quorum

    function test_STAKING_51_StakeOfLaterCountsNothing() public {
        accountability.snapshotSet();
        stake(bob, ids[0], 200_000e18);
        stake(bob, ids[2], 200_000e18);
        _expectNoQuorum(20_000e18, 80_000e18);
        this.submitNow(5);
        submit(round(), ROOT, 3);
    }

    function test_STAKING_51_StakeThatLeavesStillCounts() public {
        accountability.snapshotSet();
        unbond(alice, ids[1], 50_000e18);
        submit(round(), ROOT, 3);
        assertEq(accountability.rootOf(round()), ROOT);
    }

    function test_STAKING_51_WhoLeavesStaysOnDuty() public {
        accountability.snapshotSet();
        vm.prank(operatorOf(ids[1]));
        core.leaveSet(ids[1]);
        skip(1 days);
        _expectNoQuorum(20_000e18, 80_000e18);
        this.submitNow(5);
        submit(round(), ROOT, 3);
    }

    function test_STAKING_51_WhoJoinsLaterIsNotThere() public {
        accountability.snapshotSet();
        newMember(SELF);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_NoSuchPlace.selector, 15, 3));
        this.submitNow(15);
    }

    function test_STAKING_51_ASlashMovesNoQuorum() public {
        accountability.snapshotSet();
        equivocate("v1");
        assertEq(core.memberCount(), 2);
        _expectNoQuorum(20_000e18, 80_000e18);
        this.submitNow(5);
    }

    function test_STAKING_51_ReplacingAMemberMovesNoPlace() public {
        accountability.snapshotSet();
        ValidatorId strong = register("strong", 2 * SELF, 0);
        core.replaceMember(ids[0], strong);
        submit(round(), ROOT, 7);
        assertEq(accountability.presentIn(round()), 7);
    }

    function test_STAKING_51_RevertWhen_RoundBeforeTheSnapshot() public {
        uint64 before = round();
        skip(1 days);
        accountability.snapshotSet();
        bytes memory signatures = signRound(before, ROOT, 7);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_NoSnapshot.selector, before));
        accountability.submitRound(before, ROOT, 7, signatures);
    }

    function test_STAKING_51_RevertWhen_EpochWithoutSnapshot() public {
        accountability.snapshotSet();
        skip(7 days);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_NoSnapshot.selector, round()));
        this.submitNow(7);
    }

    function test_STAKING_51_LastRoundIsJudgedByItsOwnEpoch() public {
        accountability.snapshotSet();
        skip(6 days);
        uint64 last = round();
        skip(1 days);
        stake(bob, ids[0], 200_000e18);
        accountability.snapshotSet();
        submit(last, ROOT, 3);
        assertEq(accountability.rootOf(last), ROOT);
    }

    function submitNow(uint256 places) external {
        submit(round(), ROOT, places);
    }

    function _expectNoQuorum(uint256 weight, uint256 total) private {
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_NoQuorum.selector, weight, total));
    }
}
