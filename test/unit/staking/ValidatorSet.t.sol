// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IValidatorStaking} from "../../../contracts/staking/interfaces/IValidatorStaking.sol";
import {IValidatorStakingErrors} from "../../../contracts/staking/interfaces/IValidatorStakingErrors.sol";
import {IValidatorStakingEvents} from "../../../contracts/staking/interfaces/IValidatorStakingEvents.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {delegatedPool} from "../../../contracts/staking/types/PoolId.sol";
import {StakingFixture} from "./StakingFixture.sol";

contract ValidatorSetTest is StakingFixture {
    // Registration

    function test_STAKING_01_RegisterLocksTheUnitAndTakesTheStake() public {
        address op = makeAddr("op");
        give(op, SELF);
        uint256 unit = newUnit(op);
        address signer = vm.addr(keyOf("op"));
        bytes memory proof = possession(keyOf("op"), op, block.timestamp);
        ValidatorId id = ValidatorId.wrap(1);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Registered(id, op, signer, unit, 1_000, block.timestamp, proof);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Staked(id, op, op, SELF);
        vm.prank(op);
        core.register(signer, block.timestamp, proof, 1_000, SELF, unit);

        assertEq(xnode.ownerOf(unit), op);
        assertEq(xnode.lockerOf(unit), address(core));
        assertEq(tokensOf(id, op), SELF);
        assertEq(core.poolOf(delegatedPool(id)).bps, 1_000);
        assertEq(core.validatorCount(), 1);
        IValidatorStaking.Validator memory v = core.validatorOf(id);
        assertEq(v.operator, op);
        assertEq(v.signer, signer);
        assertEq(v.unit, unit);
        assertEq(uint8(v.status), uint8(IValidatorStaking.Status.Candidate));
        IValidatorStaking.Key memory key = core.keyOf(signer);
        assertEq(key.validator, 1);
        assertEq(key.fromRound, core.currentRound());
        assertEq(key.toRound, type(uint64).max);
        assertEq(core.totalActive(), 0);
    }

    function test_RevertWhen_LockedUnitIsTransferred() public {
        ValidatorId id = register("op", SELF, 0);
        address op = operatorOf(id);
        uint256 unit = core.validatorOf(id).unit;
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_UnitLocked.selector, unit, address(core)));
        vm.prank(op);
        xnode.transferFrom(op, alice, unit);
    }

    function test_RevertWhen_UnitBelongsToAnother() public {
        address op = makeAddr("op");
        give(op, SELF);
        uint256 unit = newUnit(alice);
        _expectRegisterRevert(
            op,
            keyOf("op"),
            unit,
            0,
            SELF,
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_NotUnitOwner.selector, unit, alice)
        );
    }

    function test_STAKING_01_RevertWhen_UnitInactive() public {
        address op = makeAddr("op");
        give(op, SELF);
        uint256 unit = xnode.mint(series, op, 1);
        _expectRegisterRevert(
            op,
            keyOf("op"),
            unit,
            0,
            SELF,
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_UnitInactive.selector, unit)
        );
    }

    function test_RevertWhen_UnitServesAnotherValidator() public {
        ValidatorId id = register("op", SELF, 0);
        uint256 unit = core.validatorOf(id).unit;
        give(operatorOf(id), SELF);
        _expectRegisterRevert(
            operatorOf(id),
            keyOf("second"),
            unit,
            0,
            SELF,
            abi.encodeWithSelector(IXnodeOne.XnodeOne_UnitLocked.selector, unit, address(core))
        );
    }

    function test_STAKING_01_RevertWhen_SelfStakeTooLow() public {
        address op = makeAddr("op");
        give(op, SELF);
        _expectRegisterRevert(
            op,
            keyOf("op"),
            newUnit(op),
            0,
            SELF - 1,
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_SelfStakeTooLow.selector, SELF - 1, SELF)
        );
    }

    function test_STAKING_04_RevertWhen_CommissionAboveHalf() public {
        address op = makeAddr("op");
        give(op, SELF);
        _expectRegisterRevert(
            op,
            keyOf("op"),
            newUnit(op),
            5_001,
            SELF,
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_CommissionTooHigh.selector, 5_001, 5_000)
        );
    }

    function test_STAKING_02_RevertWhen_KeyUsedBefore() public {
        register("op", SELF, 0);
        address other = makeAddr("other");
        give(other, SELF);
        _expectRegisterRevert(
            other,
            keyOf("op"),
            newUnit(other),
            0,
            SELF,
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_KeyUsed.selector, vm.addr(keyOf("op")))
        );
    }

    function test_STAKING_02_RevertWhen_ProofIsForAnotherOperator() public {
        address op = makeAddr("op");
        give(op, SELF);
        uint256 unit = newUnit(op);
        address signer = vm.addr(keyOf("op"));
        bytes memory proof = possession(keyOf("op"), alice, block.timestamp);
        // The digest names the sender: the signature recovers to some other key.
        vm.expectPartialRevert(IValidatorStakingErrors.ValidatorStaking_InvalidProof.selector);
        vm.prank(op);
        core.register(signer, block.timestamp, proof, 0, SELF, unit);
    }

    function test_STAKING_02_RevertWhen_ProofIsOnAnotherChain() public {
        address op = makeAddr("op");
        give(op, SELF);
        uint256 unit = newUnit(op);
        address signer = vm.addr(keyOf("op"));
        bytes memory proof = possession(keyOf("op"), op, block.timestamp);
        vm.chainId(5);
        vm.expectPartialRevert(IValidatorStakingErrors.ValidatorStaking_InvalidProof.selector);
        vm.prank(op);
        core.register(signer, block.timestamp, proof, 0, SELF, unit);
    }

    function test_STAKING_02_RevertWhen_ProofExpired() public {
        address op = makeAddr("op");
        give(op, SELF);
        uint256 unit = newUnit(op);
        address signer = vm.addr(keyOf("op"));
        uint256 deadline = block.timestamp - 1;
        bytes memory proof = possession(keyOf("op"), op, deadline);
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_ProofExpired.selector, deadline)
        );
        vm.prank(op);
        core.register(signer, deadline, proof, 0, SELF, unit);
    }

    function test_RevertWhen_KeyIsZeroAndProofInvalid() public {
        address op = makeAddr("op");
        give(op, SELF);
        uint256 unit = newUnit(op);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_InvalidProof.selector,
                address(0),
                address(0)
            )
        );
        vm.prank(op);
        core.register(address(0), block.timestamp, new bytes(65), 0, SELF, unit);
    }

    // Keys

    function test_STAKING_02_RotateKeyFromTheNextRound() public {
        ValidatorId id = register("op", SELF, 0);
        address op = operatorOf(id);
        address old = vm.addr(keyOf("op"));
        address fresh = vm.addr(keyOf("fresh"));
        uint256 round = core.currentRound();
        bytes memory proof = possession(keyOf("fresh"), op, block.timestamp);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.KeyRotated(id, old, fresh, round + 1, block.timestamp, proof);
        vm.prank(op);
        core.rotateKey(id, fresh, block.timestamp, proof);
        assertTrue(core.liableFor(old, round) == id);
        assertTrue(core.liableFor(old, round + 1) == ValidatorId.wrap(0));
        assertTrue(core.liableFor(fresh, round) == ValidatorId.wrap(0));
        assertTrue(core.liableFor(fresh, round + 1) == id);
    }

    function test_RevertWhen_KeyRotatedByAnother() public {
        ValidatorId id = register("op", SELF, 0);
        bytes memory proof = possession(keyOf("fresh"), alice, block.timestamp);
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_NotOperator.selector, id, alice)
        );
        vm.prank(alice);
        core.rotateKey(id, address(1), block.timestamp, proof);
    }

    // Commission

    function test_STAKING_04_CommissionFallsAtOnce() public {
        ValidatorId id = register("op", SELF, 1_000);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.CommissionSet(id, 1_000, 100, core.currentEpoch());
        vm.prank(operatorOf(id));
        core.setCommission(id, 100);
        assertEq(core.poolOf(delegatedPool(id)).bps, 100);
    }

    function test_STAKING_04_CommissionRiseWaitsTwoEpochs() public {
        ValidatorId id = register("op", SELF, 1_000);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.CommissionSet(id, 1_000, 1_500, core.currentEpoch() + 2);
        vm.prank(operatorOf(id));
        core.setCommission(id, 1_500);
        skip(14 days - 1);
        assertEq(core.poolOf(delegatedPool(id)).bps, 1_000);
        skip(1);
        assertEq(core.poolOf(delegatedPool(id)).bps, 1_500);
    }

    function test_STAKING_04_RevertWhen_CommissionRisesTooFast() public {
        ValidatorId id = register("op", SELF, 1_000);
        address op = operatorOf(id);
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_CommissionTooHigh.selector, 1_501, 1_500)
        );
        vm.prank(op);
        core.setCommission(id, 1_501);
    }

    // Set

    function test_STAKING_03_JoinByAnyone() public {
        ValidatorId id = register("op", SELF, 0);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Joined(id);
        vm.prank(alice);
        core.joinSet(id);
        assertEq(core.memberCount(), 1);
        assertTrue(core.memberAt(0) == id);
        assertEq(core.totalActive(), SELF);
    }

    function test_RevertWhen_JoinedTwice() public {
        ValidatorId id = member("op", SELF, 0);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_InSet.selector, id));
        core.joinSet(id);
    }

    function test_STAKING_03_LeaveIsNotUndoneByOthers() public {
        ValidatorId id = member("op", SELF, 0);
        address op = operatorOf(id);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Left(id, true);
        vm.prank(op);
        core.leaveSet(id);
        assertEq(core.totalActive(), 0);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_Resting.selector, id));
        core.joinSet(id);
        vm.prank(op);
        core.joinSet(id);
        assertEq(core.memberCount(), 1);
    }

    function test_RevertWhen_LeftOutsideTheSet() public {
        ValidatorId outside = register("outside", SELF, 0);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_NotInSet.selector, outside));
        vm.prank(makeAddr("outside"));
        core.leaveSet(outside);
    }

    function test_LeavingKeepsWhatWasEarned() public {
        ValidatorId id = member("op", SELF, 1_000);
        stake(alice, id, 100e18);
        drip();
        skip(1 days);
        uint256 reward = rewardOf(id, alice);
        vm.prank(operatorOf(id));
        core.leaveSet(id);
        skip(1 days);
        assertEq(rewardOf(id, alice), reward);
    }

    function test_LastMemberFillsTheGap() public {
        ValidatorId a = member("a", SELF, 0);
        ValidatorId b = member("b", SELF, 0);
        ValidatorId c = member("c", SELF, 0);
        vm.prank(operatorOf(a));
        core.leaveSet(a);
        assertTrue(core.memberAt(0) == c);
        assertTrue(core.memberAt(1) == b);
        assertEq(core.validatorOf(c).slot, 1);
    }

    function test_STAKING_03_ReplaceByAHeavierCandidate() public {
        ValidatorId weak = member("weak", SELF, 0);
        ValidatorId strong = register("strong", SELF + 101e18, 0);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Left(weak, false);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Joined(strong);
        core.replaceMember(weak, strong);
        assertEq(core.memberCount(), 1);
        assertTrue(core.memberAt(0) == strong);
        assertEq(core.totalActive(), SELF + 101e18);
    }

    function test_STAKING_03_RevertWhen_ChallengerWithinTheMargin() public {
        ValidatorId weak = member("weak", SELF, 0);
        ValidatorId strong = register("strong", SELF + 100e18, 0);
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_TooLight.selector, SELF, SELF + 100e18)
        );
        core.replaceMember(weak, strong);
    }

    function test_STAKING_03_RevertWhen_SetFull() public {
        IValidatorStaking.Settings memory next = defaultSettings(address(accountability));
        next.setLimit = 21;
        vm.prank(timelock);
        core.proposeSettings(next);
        skip(15 days);
        core.activateSettings(next);
        for (uint256 i; i < 21; ++i) member(string(abi.encodePacked("op", bytes1(uint8(65 + i)))), SELF, 0);
        ValidatorId id = register("late", SELF, 0);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_SetFull.selector, 21));
        core.joinSet(id);
    }

    // Lapse and retirement

    function test_LapseRestsAValidatorPastGrace() public {
        ValidatorId id = member("op", SELF, 0);
        uint256 unit = core.validatorOf(id).unit;
        skip(365 days);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_UnitNotLapsed.selector, unit));
        core.lapse(id);
        skip(32 days);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Left(id, true);
        core.lapse(id);
        address op = operatorOf(id);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_UnitInactive.selector, unit));
        vm.prank(op);
        core.joinSet(id);
    }

    function test_STAKING_01_RetireUnlocksTheUnit() public {
        ValidatorId id = member("op", SELF, 0);
        address op = operatorOf(id);
        vm.startPrank(op);
        core.leaveSet(id);
        uint256 epoch = core.unbond(id, SELF, op);
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_NotRetirable.selector, 0, epoch + 2)
        );
        core.retire(id);
        skip(14 days);
        uint256 unit = core.validatorOf(id).unit;
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Retired(id, unit, core.currentRound());
        core.retire(id);
        assertEq(xnode.lockerOf(unit), address(0));
        core.withdraw(id, epoch, op);
        vm.stopPrank();
        assertEq(token.balanceOf(op), SELF);
        assertTrue(core.liableFor(vm.addr(keyOf("op")), core.currentRound() + 1) == ValidatorId.wrap(0));
    }

    function test_RevertWhen_RetiredWithStake() public {
        ValidatorId id = member("op", SELF, 0);
        vm.startPrank(operatorOf(id));
        core.leaveSet(id);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_NotRetirable.selector,
                SELF,
                core.currentEpoch() + 2
            )
        );
        core.retire(id);
    }

    function test_DelegatorsLeaveARetiredValidator() public {
        ValidatorId id = member("op", SELF, 0);
        stake(alice, id, 10e18);
        address op = operatorOf(id);
        vm.startPrank(op);
        core.leaveSet(id);
        core.unbond(id, SELF, op);
        skip(14 days);
        core.retire(id);
        vm.stopPrank();
        uint256 epoch = unbond(alice, id, 10e18);
        skip(14 days);
        vm.prank(alice);
        assertEq(core.withdraw(id, epoch, alice), 10e18);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_Closed.selector, id));
        vm.prank(alice);
        core.stake(id, 1e18);
    }

    function _expectRegisterRevert(
        address op,
        uint256 key,
        uint256 unit,
        uint16 bps,
        uint256 self,
        bytes memory reason
    ) private {
        bytes memory proof = possession(key, op, block.timestamp);
        address signer = vm.addr(key);
        vm.expectRevert(reason);
        vm.prank(op);
        core.register(signer, block.timestamp, proof, bps, self, unit);
    }
}
