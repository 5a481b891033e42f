// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IValidatorStaking} from "../../../contracts/staking/interfaces/IValidatorStaking.sol";
import {IValidatorStakingErrors} from "../../../contracts/staking/interfaces/IValidatorStakingErrors.sol";
import {IValidatorStakingEvents} from "../../../contracts/staking/interfaces/IValidatorStakingEvents.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {PoolId, delegatedPool, ownPool} from "../../../contracts/staking/types/PoolId.sol";
import {StakingFixture} from "./StakingFixture.sol";

contract SlashingTest is StakingFixture {
    ValidatorId internal id;
    ValidatorId internal other;
    address internal op;
    uint256 internal epoch;

    function setUp() public override {
        super.setUp();
        id = member("op", SELF, 1_000);
        op = makeAddr("op");
        // Makes the budget of an epoch wide: 10 % of all stake is 210,000 OPEN.
        other = member("whale", 2_000_000e18, 0);
        epoch = core.currentEpoch();
    }

    function test_STAKING_19_OwnStakePaysFirst() public {
        stake(alice, id, 90_000e18);
        vm.prank(alice);
        token.delegate(alice);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Slashed(id, epoch, reporter, 5_000e18, 0, 250e18);
        assertEq(slash(id, epoch, 500, 0), 5_000e18);
        assertEq(tokensOf(id, op), 5_000e18);
        assertEq(tokensOf(id, alice), 90_000e18);
        assertEq(token.getVotes(alice), 90_000e18);
        assertEq(token.escrowed(address(core), op), 5_000e18);
        assertEq(token.balanceOf(reporter), 250e18);
        assertEq(token.balanceOf(address(vault)), 4_750e18);
        assertEq(token.totalSupply(), 1e27);
    }

    function test_STAKING_20_DelegatorsPayWhatTheOwnStakeCannot() public {
        stake(alice, id, 60_000e18);
        stake(bob, id, 30_000e18);
        assertEq(slash(id, epoch, 2_000, 0), 20_000e18);
        assertEq(tokensOf(id, op), 0);
        // 10,000 of 90,000 delegated.
        assertApproxEqAbs(tokensOf(id, alice), uint256(60_000e18 * 8) / 9, 1e6);
        assertApproxEqAbs(tokensOf(id, bob), uint256(30_000e18 * 8) / 9, 1e6);
        assertEq(core.poolOf(delegatedPool(id)).tokens, 80_000e18);
        // Until they are touched the token holds their whole principal.
        assertEq(token.escrowed(address(core), alice), 60_000e18);
    }

    function test_STAKING_23_PokeBooksTheSlashAndKeepsTheReward() public {
        stake(alice, id, 90_000e18);
        vm.prank(alice);
        token.delegate(alice);
        drip();
        skip(1 days);
        slash(id, epoch, 2_000, 0);
        uint256 reward = rewardOf(id, alice);
        uint256 tokens = tokensOf(id, alice);
        uint256 taken = 90_000e18 - tokens;
        uint256 vaultBefore = token.balanceOf(address(vault));
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.SlashSettled(id, alice, 0, taken);
        vm.prank(carol);
        assertEq(core.poke(id, alice), taken);
        assertEq(token.balanceOf(address(vault)) - vaultBefore, taken);
        assertEq(token.escrowed(address(core), alice), tokens);
        assertEq(token.getVotes(alice), tokens);
        assertEq(tokensOf(id, alice), tokens);
        assertApproxEqAbs(rewardOf(id, alice), reward, 1);
        assertEq(core.poke(id, alice), 0);
    }

    function test_STAKING_22_BurnPartOfASlash() public {
        IValidatorStaking.Settings memory next = defaultSettings(address(accountability));
        next.burnBps = 4_700;
        vm.prank(timelock);
        core.proposeSettings(next);
        skip(15 days);
        core.activateSettings(next);
        uint256 burned = (950e18 * uint256(4_700)) / 10_000;
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.SlashSettled(id, op, burned, 950e18 - burned);
        slash(id, core.currentEpoch(), 1_000, 0);
        assertEq(token.totalSupply(), 1e27 - burned);
        assertEq(token.balanceOf(address(vault)), 950e18 - burned);
    }

    function test_STAKING_19_UnbondingPaysForAFaultOfItsEpoch() public {
        stake(alice, id, 90_000e18);
        unbond(alice, id, 45_000e18);
        skip(7 days);
        slash(id, epoch, 2_000, 0);
        assertApproxEqAbs(core.bucketOf(delegatedPool(id), epoch).tokens, 40_000e18, 1);
        skip(7 days);
        uint256 vaultBefore = token.balanceOf(address(vault));
        uint256 supply = token.totalSupply();
        vm.prank(alice);
        uint256 payout = core.withdraw(id, epoch, alice);
        assertApproxEqAbs(payout, 40_000e18, 1);
        uint256 proceeds = token.balanceOf(address(vault)) - vaultBefore + supply - token.totalSupply();
        assertEq(payout + proceeds, 45_000e18);
        assertEq(token.escrowed(address(core), alice), 45_000e18);
    }

    function test_STAKING_19_StakeThatLeftBeforeTheFaultIsInnocent() public {
        stake(alice, id, 90_000e18);
        unbond(alice, id, 45_000e18);
        skip(7 days);
        slash(id, epoch + 1, 2_000, 0);
        assertEq(core.bucketOf(delegatedPool(id), epoch).tokens, 45_000e18);
        assertEq(tokensOf(id, op), 0);
    }

    function test_STAKING_23_OwnExitsAreSettledInTheSlash() public {
        vm.prank(op);
        core.leaveSet(id);
        unbond(op, id, 4_000e18);
        assertEq(slash(id, epoch, 1_000, 0), 1_000e18);
        assertEq(tokensOf(id, op), 5_400e18);
        IValidatorStaking.Exit memory exit = core.exitOf(id, epoch, op);
        assertEq(exit.principal, 3_600e18);
        assertEq(exit.shares, 3_600e18);
        assertEq(token.escrowed(address(core), op), 9_000e18);
    }

    function test_STAKING_15_PokeExitBooksTheSlashOfAnExit() public {
        stake(alice, id, 90_000e18);
        unbond(alice, id, 90_000e18);
        slash(id, epoch, 2_000, 0);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.ExitPoked(id, alice, epoch, 80_000e18);
        uint256 taken = core.pokeExit(id, epoch, alice);
        assertEq(taken, 10_000e18);
        assertEq(token.escrowed(address(core), alice), 80_000e18);
        assertEq(core.pokeExit(id, epoch, alice), 0);
        skip(14 days);
        vm.prank(alice);
        assertEq(core.withdraw(id, epoch, alice), 80_000e18);
    }

    function test_STAKING_09_EarnedRewardSurvivesASlash() public {
        stake(alice, id, 90_000e18);
        drip();
        skip(1 days);
        uint256 delegatorReward = rewardOf(id, alice);
        uint256 ownReward = rewardOf(id, op);
        slash(id, epoch, 2_000, 0);
        assertEq(rewardOf(id, alice), delegatorReward);
        assertEq(rewardOf(id, op), ownReward);
        vm.prank(op);
        assertEq(core.claim(id, op), ownReward);
    }

    function test_STAKING_13_SlashOfEverythingLeavesEveryCallUsable() public {
        stake(alice, other, 100e18);
        stake(alice, id, 90_000e18);
        unbond(alice, id, 10_000e18);
        drip();
        skip(1 days);
        uint256 reward = rewardOf(id, alice);
        assertEq(slash(id, epoch, 10_000, 0), 100_000e18);
        assertEq(tokensOf(id, alice), 0);
        assertEq(tokensOf(id, op), 0);
        vm.startPrank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_PositionTooSmall.selector, 0, 1)
        );
        core.unbond(id, 1, alice);
        assertEq(core.claim(id, alice), reward);
        assertEq(token.escrowed(address(core), alice), 10_100e18);
        skip(14 days);
        assertEq(core.withdraw(id, epoch, alice), 0);
        assertEq(token.escrowed(address(core), alice), 100e18);
        vm.stopPrank();
        // The operator starts anew; delegators do not come back into a dead pool.
        stake(op, id, SELF);
        vm.prank(op);
        core.joinSet(id);
        give(alice, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_DeadPool.selector, id));
        vm.prank(alice);
        core.stake(id, 1e18);
    }

    function test_PokeOfAWipedPositionPaysItsReward() public {
        stake(alice, id, 90_000e18);
        drip();
        skip(1 days);
        uint256 reward = rewardOf(id, alice);
        slash(id, epoch, 10_000, 0);
        core.poke(id, alice);
        assertEq(token.balanceOf(alice), reward);
        assertEq(token.escrowed(address(core), alice), 0);
    }

    function test_STAKING_20_ThePoolGivesItsPartRoundedUp() public {
        stake(alice, id, 90_000e18);
        unbond(alice, id, 30_000e18 + 1);
        uint256 pool = 60_000e18 - 1;
        slash(id, epoch, 2_000, 0);
        uint256 part = (pool * 10_000e18 + 90_000e18 - 1) / 90_000e18;
        assertEq(core.poolOf(delegatedPool(id)).tokens, pool - part);
        assertEq(core.bucketOf(delegatedPool(id), epoch).tokens, 30_000e18 + 1 - (10_000e18 - part));
    }

    function test_STAKING_21_BudgetBoundsTheSlashesOfAnEpoch() public {
        stake(alice, id, 90_000e18);
        uint256 limit = token.escrowedTotal(address(core)) / 10;
        uint256 first = slash(id, epoch, 10_000, 0);
        assertEq(first, 100_000e18);
        assertEq(slash(other, epoch, 10_000, 0), limit - first);
        (uint256 used, uint256 most) = core.slashBudget();
        assertEq(used, limit);
        assertEq(most, limit);
        assertEq(slash(other, epoch, 10_000, FOREVER), 0);
        assertEq(core.validatorOf(other).jailedUntil, FOREVER);
    }

    function test_STAKING_21_BudgetRenewsWithTheEpoch() public {
        slash(other, epoch, 10_000, 0);
        skip(7 days);
        assertGt(slash(other, epoch, 10_000, 0), 0);
    }

    function test_STAKING_22_NoReporterNoReward() public {
        vm.prank(address(accountability));
        core.slash(id, epoch, 1_000, 0, address(0));
        assertEq(token.escrowed(address(core), op), SELF - 1_000e18);
        assertEq(token.balanceOf(reporter), 0);
    }

    function test_STAKING_22_ReporterGetsAtMostTheOwnTaken() public {
        stake(alice, id, 90_000e18);
        slash(id, epoch, 1_000, 0);
        // No own stake is left: whoever reports the next fault is not paid out of the delegators.
        uint256 before = token.balanceOf(reporter);
        assertGt(slash(id, epoch, 500, 0), 0);
        assertEq(token.balanceOf(reporter), before);
    }

    function test_STAKING_03_JailKeepsOutUntilUnjailed() public {
        uint40 until = uint40(block.timestamp + 7 days);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Jailed(id, until);
        slash(id, epoch, 0, until);
        assertEq(core.memberCount(), 1);
        vm.startPrank(op);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_Jailed.selector, id, until));
        core.joinSet(id);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_Jailed.selector, id, until));
        core.unjail(id);
        skip(7 days);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Unjailed(id);
        core.unjail(id);
        vm.stopPrank();
        core.joinSet(id);
        assertEq(core.memberCount(), 2);
    }

    function test_JailIsNotShortened() public {
        slash(id, epoch, 0, uint40(block.timestamp + 7 days));
        slash(id, epoch, 0, uint40(block.timestamp + 1 days));
        assertEq(core.validatorOf(id).jailedUntil, block.timestamp + 7 days);
    }

    function test_RevertWhen_UnjailWithoutJail() public {
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_NotJailed.selector, id));
        vm.prank(op);
        core.unjail(id);
    }

    function test_STAKING_24_RevertWhen_SlashedByAnother() public {
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_NotAccountability.selector, timelock)
        );
        vm.prank(timelock);
        core.slash(id, epoch, 1, 0, timelock);
    }

    function test_STAKING_24_RevertWhen_EvidenceTooOld() public {
        skip(14 days);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_EvidenceOutOfTime.selector,
                epoch,
                epoch + 2
            )
        );
        slash(id, epoch, 500, 0);
    }

    function test_STAKING_24_RevertWhen_EvidenceFromTheFuture() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_EvidenceOutOfTime.selector,
                epoch + 1,
                epoch
            )
        );
        slash(id, epoch + 1, 500, 0);
    }

    function testFuzz_STAKING_19_SlashTakesExactlyItsPart(uint96 delegated, uint96 leaving, uint16 bps) public {
        delegated = uint96(bound(delegated, 2e18, 190_000e18));
        leaving = uint96(bound(leaving, 1e18, delegated - 1e18));
        bps = uint16(bound(bps, 1, 9_999));
        stake(alice, id, delegated);
        unbond(alice, id, leaving);
        uint256 bonded = SELF + delegated;
        uint256 wanted = (bonded * bps + 9_999) / 10_000;
        assertEq(slash(id, epoch, bps, 0), wanted);
        uint256 delegatedTaken = wanted > SELF ? wanted - SELF : 0;
        assertEq(core.poolOf(ownPool(id)).tokens, SELF - (wanted - delegatedTaken));
        PoolId pool = delegatedPool(id);
        assertEq(core.poolOf(pool).tokens + core.bucketOf(pool, epoch).tokens, delegated - delegatedTaken);
        assertLe(tokensOf(id, alice), core.poolOf(pool).tokens);
    }

    function testFuzz_STAKING_13_EverybodyLeavesWithPrincipalLessSlashes(
        uint96 a,
        uint96 b,
        uint16 bps1,
        uint16 bps2
    ) public {
        a = uint96(bound(a, 1e18, 90_000e18));
        b = uint96(bound(b, 2e18, 90_000e18));
        stake(alice, id, a);
        stake(bob, id, b);
        uint256 supply = token.totalSupply();
        uint256 e = unbond(bob, id, b / 2);
        slash(id, e, uint16(bound(bps1, 0, 10_000)), 0);
        slash(id, e, uint16(bound(bps2, 0, 10_000)), 0);
        _leave(alice);
        _leave(bob);
        _leave(op);
        skip(21 days);
        _withdraw(alice, e);
        _withdraw(bob, e);
        _withdraw(op, e);
        assertEq(token.escrowedTotal(address(core)), 2_000_000e18);
        uint256 paid = token.balanceOf(alice) + token.balanceOf(bob) + token.balanceOf(op);
        uint256 slashed = token.balanceOf(address(vault)) + supply - token.totalSupply() + token.balanceOf(reporter);
        assertEq(paid + slashed, SELF + a + b);
    }

    function testFuzz_STAKING_09_EqualTokensEarnEquallyAfterASlash(uint96 a, uint16 bps) public {
        a = uint96(bound(a, 1e18, 90_000e18));
        stake(alice, id, a);
        slash(id, epoch, uint16(bound(bps, 0, 9_000)), 0);
        uint256 left = tokensOf(id, alice);
        vm.assume(left >= 1e18);
        uint256 own = tokensOf(id, op);
        if (own < SELF) stake(op, id, SELF - own + 1e18);
        stake(bob, id, left);
        vm.prank(op);
        core.joinSet(id);
        uint256 before = rewardOf(id, alice);
        drip();
        skip(10 days);
        assertApproxEqRel(rewardOf(id, alice) - before, rewardOf(id, bob), 1e12);
    }

    function _leave(address who) private {
        uint256 tokens = tokensOf(id, who);
        if (tokens != 0) unbond(who, id, tokens);
        else core.poke(id, who);
    }

    function _withdraw(address who, uint256 e) private {
        if (core.exitOf(id, e, who).shares == 0) return;
        vm.prank(who);
        core.withdraw(id, e, who);
    }
}
