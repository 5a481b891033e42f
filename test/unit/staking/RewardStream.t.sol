// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {IRewardStream} from "../../../contracts/staking/interfaces/IRewardStream.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {IValidatorStakingErrors} from "../../../contracts/staking/interfaces/IValidatorStakingErrors.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {StakingFixture} from "./StakingFixture.sol";

contract RewardStreamTest is StakingFixture {
    function test_DripSendsAMonth() public {
        member("op", SELF, 0);
        uint256 amount = stream.scheduled(1);
        token.transfer(address(stream), amount);
        vm.expectEmit(address(stream));
        emit IRewardStream.Dripped(0, amount);
        vm.prank(alice);
        assertEq(stream.drip(), amount);
        assertEq(core.reserve(), amount);
        assertEq(token.balanceOf(address(core)), SELF + amount);
        (uint256 rate, uint256 finish) = core.streamState();
        assertEq(finish, block.timestamp + stream.MONTH());
        // 0.634 + 0.423 OPEN per second, scaled by 1e6.
        assertApproxEqRel(rate, 1.0563e24, 1e15);
    }

    function test_STAKING_27_TheScheduleEndsOnItsTotals() public view {
        assertEq(stream.scheduled(120), 220_000_000e18);
        assertEq(stream.scheduled(121), 220_000_000e18);
        assertEq(stream.scheduled(18) - stream.scheduled(0), 30_000_000e18 + 20_000_000e18);
    }

    function test_STAKING_27_AllMonthsTogetherSendTheTotal() public {
        ValidatorId id = member("op", SELF, 0);
        token.transfer(address(stream), 220_000_000e18);
        for (uint256 i; i < 120; ++i) {
            stream.drip();
            skip(stream.MONTH());
        }
        assertEq(token.balanceOf(address(stream)), 0);
        assertEq(stream.remaining(), 0);
        assertApproxEqAbs(rewardOf(id, makeAddr("op")), 220_000_000e18, 1e12);
        vm.expectRevert(abi.encodeWithSelector(IRewardStream.RewardStream_Finished.selector, 120));
        stream.drip();
    }

    function test_MonthsFollowWithoutAGap() public {
        member("op", SELF, 0);
        drip();
        skip(stream.MONTH() - 1 days);
        (uint256 rate, uint256 finish) = core.streamState();
        drip();
        (uint256 next, uint256 later) = core.streamState();
        assertEq(later, finish + stream.MONTH());
        assertApproxEqRel(next, rate, 1e10);
    }

    function test_RevertWhen_TheMonthBeforeStreams() public {
        member("op", SELF, 0);
        drip();
        (, uint256 finish) = core.streamState();
        vm.expectRevert(abi.encodeWithSelector(IRewardStream.RewardStream_TooEarly.selector, finish - 1 days));
        stream.drip();
    }

    function test_STAKING_07_TheStreamWaitsWhileNobodyIsStaked() public {
        drip();
        (, uint256 finish) = core.streamState();
        skip(40 days);
        (, uint256 moved) = core.streamState();
        assertEq(moved, finish + 40 days);
        vm.expectRevert(abi.encodeWithSelector(IRewardStream.RewardStream_TooEarly.selector, moved - 1 days));
        stream.drip();
        ValidatorId id = member("op", SELF, 0);
        skip(stream.MONTH());
        assertApproxEqAbs(rewardOf(id, makeAddr("op")), stream.scheduled(1), 1e9);
    }

    function test_RevertWhen_Underfunded() public {
        uint256 amount = stream.scheduled(1);
        token.transfer(address(stream), amount - 1);
        vm.expectRevert(abi.encodeWithSelector(IRewardStream.RewardStream_Underfunded.selector, amount - 1, amount));
        stream.drip();
    }

    function test_SurplusBeyondTheSchedule() public {
        token.transfer(address(stream), 220_000_001e18);
        vm.expectEmit(address(stream));
        emit IRewardStream.SurplusRecovered(alice, 1e18);
        vm.prank(timelock);
        assertEq(stream.recoverSurplus(alice), 1e18);
        assertEq(token.balanceOf(alice), 1e18);
        vm.expectRevert(
            abi.encodeWithSelector(IRewardStream.RewardStream_NoSurplus.selector, 220_000_000e18, 220_000_000e18)
        );
        vm.prank(timelock);
        stream.recoverSurplus(alice);
    }

    function test_RevertWhen_SurplusTakenByAnother() public {
        vm.expectRevert(abi.encodeWithSelector(IRewardStream.RewardStream_NotTimelock.selector, alice));
        vm.prank(alice);
        stream.recoverSurplus(alice);
    }

    function test_ItsTokensDoNotVote() public view {
        assertEq(token.delegates(address(stream)), EXCLUDED);
    }

    function test_RevertWhen_RewardNotifiedByAnother() public {
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_NotRewardStream.selector, alice)
        );
        vm.prank(alice);
        core.notifyReward(1, 1);
    }

    function test_STAKING_10_RevertWhen_TheRewardIsNotThere() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, address(stream), 0, 1));
        vm.prank(address(stream));
        core.notifyReward(1, 1);
    }

    function test_RevertWhen_RewardEmpty() public {
        vm.expectRevert(IValidatorStakingErrors.ValidatorStaking_EmptyReward.selector);
        vm.prank(address(stream));
        core.notifyReward(0, 1);
    }
}
