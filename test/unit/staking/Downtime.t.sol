// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccountability} from "../../../contracts/staking/interfaces/IAccountability.sol";
import {IValidatorStaking} from "../../../contracts/staking/interfaces/IValidatorStaking.sol";
import {IValidatorStakingErrors} from "../../../contracts/staking/interfaces/IValidatorStakingErrors.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {RoundsFixture} from "./RoundsFixture.sol";

contract DowntimeTest is RoundsFixture {
    uint256 private constant ALL = 15;
    /// @dev All but v3, who weigh three quarters.
    uint256 private constant OTHERS = 7;

    ValidatorId internal id;
    address internal op;

    function setUp() public override {
        super.setUp();
        newMembers(4);
        id = ids[3];
        op = operatorOf(id);
        // So that heartbeats and rounds of before the first are no question of 1970.
        skip(70 days);
    }

    // When

    function test_STAKING_60_SeventeenMissesJail() public {
        certifyDays(17, OTHERS);
        _close();
        (uint256 missed, uint256 counted, uint256 lastMissed) = accountability.missesOf(id);
        assertEq(missed, 17);
        assertEq(counted, 17);
        assertEq(lastMissed, round() - 4);
        uint256 until = block.timestamp + 7 days;
        vm.expectEmit(address(accountability));
        emit IAccountability.DowntimePunished(id, carol, 17, lastMissed, 1, until, (core.currentEpoch() + 1) * 7, 0);
        vm.prank(carol);
        (uint256 jailedUntil, uint256 taken) = accountability.jailDowntime(id);
        assertEq(jailedUntil, until);
        assertEq(taken, 0);
        assertEq(core.validatorOf(id).jailedUntil, until);
        assertEq(uint8(core.validatorOf(id).status), uint8(IValidatorStaking.Status.Resting));
        assertEq(core.memberCount(), 3);
    }

    function test_STAKING_60_RevertWhen_SixteenOf32Missed() public {
        certifyDays(16, ALL);
        certifyDays(16, OTHERS);
        _close();
        _expectNotDown(16);
        accountability.jailDowntime(id);
    }

    function test_STAKING_60_RevertWhen_TheSeventeenthIsNotClosed() public {
        certifyDays(17, OTHERS);
        skip(3 days - 1);
        _expectNotDown(16);
        accountability.jailDowntime(id);
        skip(1);
        accountability.jailDowntime(id);
    }

    function test_STAKING_60_OnlyTheLast32Count() public {
        certifyDays(10, OTHERS);
        certifyDays(22, ALL);
        certifyDays(10, OTHERS);
        _close();
        (uint256 missed, uint256 counted, ) = accountability.missesOf(id);
        assertEq(missed, 10);
        assertEq(counted, 32);
    }

    function test_STAKING_60_RoundsNobodyCertifiedCountForNobody() public {
        certifyDays(17, OTHERS);
        // Nobody certifies for a while, though all beat.
        skip(5 days);
        _close();
        (uint256 missed, uint256 counted, ) = accountability.missesOf(id);
        assertEq(missed, 17);
        assertEq(counted, 17);
    }

    function test_STAKING_60_RoundsBeyondTheLookbackCountForNobody() public {
        certifyDays(10, OTHERS);
        skip(53 days);
        certifyDays(1, OTHERS);
        _close();
        // The last closed round is the 64th from the first.
        (uint256 missed, uint256 counted, ) = accountability.missesOf(id);
        assertEq(missed, 11);
        assertEq(counted, 11);
        skip(1 days);
        (missed, , ) = accountability.missesOf(id);
        assertEq(missed, 10);
    }

    function test_STAKING_60_RoundsWithoutItInTheSnapshotCountNothing() public {
        certifyDays(7, OTHERS);
        vm.prank(op);
        core.leaveSet(id);
        certifyDays(21, OTHERS);
        vm.prank(op);
        core.joinSet(id);
        certifyDays(14, OTHERS);
        _close();
        (uint256 missed, uint256 counted, ) = accountability.missesOf(id);
        assertEq(missed, 21);
        assertEq(counted, 21);
    }

    function test_STAKING_60_PlacesMayChange() public {
        certifyDays(7, OTHERS);
        vm.prank(operatorOf(ids[0]));
        core.leaveSet(ids[0]);
        // v3 has the place of v0 now.
        vm.prank(operatorOf(ids[0]));
        core.joinSet(ids[0]);
        accountability.snapshotSet();
        assertEq(
            ValidatorId.unwrap(accountability.snapshotOf(core.currentEpoch()).members[0].id),
            ValidatorId.unwrap(id)
        );
        bytes32 digest = accountability.attestationDigest(roundTopic(round()), ROOT);
        bytes memory signatures = bytes.concat(
            sign(keyOf("v1"), digest),
            sign(keyOf("v2"), digest),
            sign(keyOf("v0"), digest)
        );
        accountability.submitRound(round(), ROOT, 14, signatures);
        skip(1 days);
        _close();
        (uint256 missed, uint256 counted, ) = accountability.missesOf(id);
        assertEq(missed, 8);
        assertEq(counted, 8);
        (missed, counted, ) = accountability.missesOf(ids[0]);
        assertEq(missed, 0);
        assertEq(counted, 8);
    }

    function test_STAKING_60_RevertWhen_NotAMember() public {
        certifyDays(17, OTHERS);
        _close();
        vm.prank(op);
        core.leaveSet(id);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_NotMember.selector, id));
        accountability.jailDowntime(id);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_NotMember.selector, 99));
        accountability.jailDowntime(ValidatorId.wrap(99));
    }

    // No honest key can be punished

    function test_STAKING_64_HeartbeatsSaveTheCensored() public {
        for (uint256 day = 0; day < 32; ++day) {
            certify(OTHERS);
            accountability.heartbeat(round(), 3, signBeat(round(), 3));
            skip(1 days);
        }
        _close();
        _expectNotDown(0);
        accountability.jailDowntime(id);
    }

    function test_STAKING_64_LateSignaturesSaveTheHidden() public {
        for (uint256 day = 0; day < 32; ++day) {
            certify(OTHERS);
            skip(1 days);
            if (day >= 2) accountability.addSignatures(round() - 3, 8, signRound(round() - 3, ROOT, 8));
        }
        _close();
        _expectNotDown(2);
        accountability.jailDowntime(id);
    }

    function test_STAKING_64_RevertWhen_PresentForTwoEpochsSince() public {
        certifyDays(17, OTHERS);
        certifyDays(14, ALL);
        (uint256 missed, , uint256 lastMissed) = accountability.missesOf(id);
        assertEq(missed, 17);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_EvidenceOutOfTime.selector,
                lastMissed / 7,
                core.currentEpoch()
            )
        );
        accountability.jailDowntime(id);
    }

    function test_STAKING_64_WhoJustJoinedHasNoPast() public {
        _weighDown();
        certifyDays(20, OTHERS);
        ValidatorId fresh = newMember(SELF);
        certifyDays(10, OTHERS);
        _close();
        (uint256 missed, uint256 counted, ) = accountability.missesOf(fresh);
        // From the next snapshot on: the days left of its first epoch are nobody's duty of it.
        assertEq(counted, 10 - (7 - (20 % 7)));
        assertEq(missed, counted);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_NotDown.selector, fresh, missed));
        accountability.jailDowntime(fresh);
    }

    // After a jail

    function test_STAKING_61_TheSameRoundsJailOnce() public {
        certifyDays(32, OTHERS);
        _jail();
        _release();
        _expectNotDown(0);
        accountability.jailDowntime(id);
    }

    function test_STAKING_61_TheRestOfTheEpochOfTheJailCountsNothing() public {
        certifyDays(17, OTHERS);
        _close();
        accountability.jailDowntime(id);
        IAccountability.DowntimeRecord memory record = accountability.downtimeOf(id);
        assertEq(record.countFrom, (core.currentEpoch() + 1) * 7);
        // Its snapshot still has the validator.
        certifyDays(record.countFrom - round(), OTHERS);
        _release();
        _close();
        (, uint256 counted, ) = accountability.missesOf(id);
        assertEq(counted, 0);
    }

    // For how long, at what cost

    function test_STAKING_62_TermsGrowAndAreCapped() public {
        uint256[7] memory terms = [uint256(7), 28, 63, 112, 175, 224, 224];
        xnode.renew(core.validatorOf(id).unit);
        xnode.renew(core.validatorOf(id).unit);
        for (uint256 offence = 0; offence < terms.length; ++offence) {
            certifyDays(17, OTHERS);
            (uint256 until, ) = _jail();
            assertEq(until, block.timestamp + terms[offence] * 1 days, "term");
            assertEq(accountability.downtimeOf(id).offences, offence + 1);
            _release();
            _align();
        }
    }

    function test_STAKING_62_AnOffenceFadesIn90Days() public {
        for (uint256 offence = 0; offence < 3; ++offence) {
            certifyDays(17, OTHERS);
            _jail();
            _release();
            _align();
        }
        assertEq(accountability.downtimeOf(id).offences, 3);
        // Two fade, and the next is the second again.
        vm.warp(uint256(accountability.downtimeOf(id).releasedAt) + 180 days);
        _align();
        certifyDays(17, OTHERS);
        (uint256 until, uint256 taken) = _jail();
        assertEq(until, block.timestamp + 28 days);
        assertEq(taken, 0);
        assertEq(accountability.downtimeOf(id).offences, 2);
    }

    function test_STAKING_63_TheFirstCostsNoStake() public {
        _weighDown();
        stake(alice, id, 90_000e18);
        certifyDays(17, OTHERS);
        (, uint256 taken) = _jail();
        assertEq(taken, 0);
        assertEq(tokensOf(id, op), SELF);
        assertEq(tokensOf(id, alice), 90_000e18);
        assertEq(token.balanceOf(reporter), 0);
        (uint256 used, ) = core.slashBudget();
        assertEq(used, 0);
    }

    function test_STAKING_63_WithinProbationItCosts10Bps() public {
        certifyDays(17, OTHERS);
        _jail();
        _release();
        _align();
        stake(alice, id, 90_000e18);
        _weighDown();
        certifyDays(17, OTHERS);
        (, uint256 taken) = _jail();
        assertEq(taken, 100e18);
        assertEq(tokensOf(id, op), SELF - 100e18);
        assertEq(tokensOf(id, alice), 90_000e18);
        assertEq(token.balanceOf(reporter), 5e18);
    }

    function test_STAKING_63_FaultReachesStakeThatLeavesMeanwhile() public {
        certifyDays(17, OTHERS);
        _jail();
        _release();
        _align();
        stake(alice, id, 90_000e18);
        _weighDown();
        certifyDays(17, OTHERS);
        // Gone in the epoch of the last miss.
        unbond(alice, id, 90_000e18);
        (, uint256 taken) = _jail();
        assertEq(taken, 100e18);
    }

    function test_STAKING_63_After90DaysItCostsNothing() public {
        certifyDays(17, OTHERS);
        (uint256 until, ) = _jail();
        _release();
        vm.warp(until + 70 days);
        _align();
        certifyDays(17, OTHERS);
        _close();
        vm.prank(reporter);
        (, uint256 taken) = accountability.jailDowntime(id);
        assertEq(taken, 0);
        assertEq(accountability.downtimeOf(id).offences, 1);
    }

    function test_STAKING_65_AJailWithoutLossTakesNothingAndEndsRewards() public {
        stake(alice, id, 90_000e18);
        _weighDown();
        certifyDays(17, OTHERS);
        _close();
        uint256 votes = token.escrowed(address(core), op);
        uint256 supply = token.totalSupply();
        uint256 held = token.balanceOf(address(core));
        uint256 active = core.totalActive();
        vm.prank(reporter);
        accountability.jailDowntime(id);
        assertEq(token.escrowed(address(core), op), votes);
        assertEq(token.totalSupply(), supply);
        assertEq(token.balanceOf(address(core)), held);
        assertEq(token.balanceOf(address(vault)), 0);
        assertEq(core.totalActive(), active - 100_000e18);
        // Its delegators leave as from any other.
        uint256 epoch = unbond(alice, id, 90_000e18);
        skip(14 days);
        vm.prank(alice);
        assertEq(core.withdraw(id, epoch, alice), 90_000e18);
    }

    function test_STAKING_65_TheJailEndsAndTheValidatorReturns() public {
        certifyDays(17, OTHERS);
        (uint256 until, ) = _jail();
        vm.startPrank(op);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_Jailed.selector, id, until));
        core.unjail(id);
        vm.warp(until);
        core.unjail(id);
        vm.stopPrank();
        core.joinSet(id);
        assertEq(core.memberCount(), 4);
    }

    /// @dev The others are a quorum also when the validator has its delegators.
    function _weighDown() private {
        for (uint256 place = 0; place < 3; ++place) stake(bob, ids[place], 90_000e18);
    }

    /// @dev The rounds before today are closed after this.
    function _close() private {
        skip(3 days);
    }

    function _jail() private returns (uint256 until, uint256 taken) {
        _close();
        vm.prank(reporter);
        return accountability.jailDowntime(id);
    }

    /// @dev Back in the set in the last place, which is its old one.
    function _release() private {
        uint256 until = core.validatorOf(id).jailedUntil;
        if (block.timestamp < until) vm.warp(until);
        if (tokensOf(id, op) < SELF) stake(op, id, 100e18);
        vm.prank(op);
        core.unjail(id);
        core.joinSet(id);
    }

    /// @dev To the beginning of the next epoch.
    function _align() private {
        vm.warp((core.currentEpoch() + 1) * 7 days);
    }

    function _expectNotDown(uint256 missed) private {
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_NotDown.selector, id, missed));
    }
}
