// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IValidatorStaking} from "../../../contracts/staking/interfaces/IValidatorStaking.sol";
import {IValidatorStakingErrors} from "../../../contracts/staking/interfaces/IValidatorStakingErrors.sol";
import {delegatedPool, ownPool} from "../../../contracts/staking/types/PoolId.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {StakingFixture} from "./StakingFixture.sol";

/// @dev What went wrong in other systems, tried here: one test for each, named after what happened.
contract IncidentsTest is StakingFixture {
    ValidatorId internal id;
    ValidatorId internal other;
    address internal op;
    uint256 internal epoch;

    function setUp() public override {
        super.setUp();
        id = member("op", SELF, 1_000);
        other = member("whale", 2_000_000e18, 0);
        op = makeAddr("op");
        epoch = core.currentEpoch();
    }

    /// Livepeer: bonding a wei for somebody each round reset his claim and blocked his rewards.
    function test_Incident01_StakingForAnotherNeitherBlocksNorLowersItsReward() public {
        stake(alice, id, 100e18);
        drip();
        skip(1 days);
        uint256 reward = rewardOf(id, alice);
        give(carol, 3e18);
        for (uint256 i; i < 3; ++i) {
            vm.prank(carol);
            core.stakeFor(id, alice, 1e18);
        }
        assertApproxEqAbs(rewardOf(id, alice), reward, 3);
        vm.prank(alice);
        core.claim(id, alice);
        uint256 started = unbond(alice, id, 103e18);
        skip(14 days);
        vm.prank(alice);
        assertEq(core.withdraw(id, started, alice), 103e18);
    }

    /// Cosmos, ASA-2024-005: redelegation at once escaped a slash, and its cure slashed twice.
    function test_Incident02_ARedelegationPaysForAFaultOnceAndOnlyOnce() public {
        stake(alice, id, 90_000e18);
        vm.prank(alice);
        core.redelegate(id, other, 90_000e18);
        assertEq(slash(id, epoch, 2_000, 0), 20_000e18);
        skip(7 days);
        // Its new validator's faults of that time are not its own.
        slash(other, epoch + 1, 500, 0);
        skip(7 days);
        assertEq(core.completeRedelegation(id, other, epoch, alice), 80_000e18);
        assertEq(tokensOf(other, alice), 80_000e18);
    }

    /// Cosmos #4012 and others: replaying slashes gave more than the stake, and claims panicked.
    function test_Incident03_ManySlashesNeverStopAClaim() public {
        stake(alice, id, 100e18 + 7);
        drip();
        for (uint256 i; i < 40; ++i) {
            skip(1 hours);
            slash(other, core.currentEpoch(), 0, 0);
            slash(id, core.currentEpoch(), uint16(37 + i), 0);
        }
        uint256 reward = rewardOf(id, alice);
        vm.prank(alice);
        assertEq(core.claim(id, alice), reward);
        assertLe(tokensOf(id, alice), core.poolOf(delegatedPool(id)).tokens);
    }

    /// Celo #2887: accounts that governance would slash withdrew first.
    function test_Incident04_UnbondingBeforeTheVerdictDoesNotHelp() public {
        stake(alice, id, 90_000e18);
        unbond(alice, id, 90_000e18);
        skip(7 days);
        assertEq(slash(id, epoch, 2_000, 0), 20_000e18);
        assertEq(core.bucketOf(delegatedPool(id), epoch).tokens, 80_000e18);
    }

    /// Graph OZ-H06, EigenLayer 850 and others: a pool emptied or wholly slashed divided by zero.
    function test_Incident05_EmptyPoolsStayUsable() public {
        stake(alice, id, 100e18);
        unbond(alice, id, 100e18);
        drip();
        skip(1 days);
        stake(bob, id, 10e18);
        assertEq(tokensOf(id, bob), 10e18);
        assertEq(slash(id, core.currentEpoch(), 10_000, 0), SELF + 110e18);
        core.poke(id, bob);
        core.poolOf(delegatedPool(id));
        skip(14 days);
        vm.prank(alice);
        assertEq(core.withdraw(id, epoch, alice), 0);
        stake(op, id, SELF);
        vm.prank(op);
        core.joinSet(id);
        skip(1 days);
        assertGt(rewardOf(id, op), 0);
    }

    /// Audius: a delegator's requests locked the stake of all others.
    function test_Incident06_OneDelegatorsRequestsDoNotTouchAnothers() public {
        stake(alice, id, 100e18);
        stake(bob, id, 100e18);
        for (uint256 i; i < 5; ++i) {
            unbond(alice, id, 10e18);
            vm.prank(alice);
            core.redelegate(id, other, 5e18);
        }
        uint256 started = unbond(bob, id, 100e18);
        skip(14 days);
        vm.prank(bob);
        assertEq(core.withdraw(id, started, bob), 100e18);
        assertEq(core.bucketOf(delegatedPool(id), epoch).tokens, 75e18);
    }

    /// Popsicle: a share handed on carried a right to rewards of the past.
    function test_Incident07_StakeThatMovesTakesNoRewardOfThePast() public {
        stake(alice, id, 100e18);
        stake(bob, other, 100e18);
        vm.prank(alice);
        core.redelegate(id, other, 100e18);
        drip();
        skip(14 days);
        core.completeRedelegation(id, other, epoch, alice);
        assertEq(rewardOf(other, alice), 0);
        assertGt(rewardOf(other, bob), 0);
    }

    /// Penpie: a batch of claims called contracts of the attacker's.
    function test_Incident08_ABatchOfClaimsCallsNothingButTheToken() public {
        stake(alice, id, 100e18);
        drip();
        skip(1 days);
        ValidatorId[] memory ids = new ValidatorId[](2);
        (ids[0], ids[1]) = (id, ValidatorId.wrap(99));
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_UnknownValidator.selector, ids[1])
        );
        vm.prank(alice);
        core.claimMany(ids, alice);
    }

    /// zkLend, Resupply: a donation to an empty market lifted the price of a share.
    function test_Incident09_ADonationLiftsNoPrice() public {
        stake(alice, id, 1e18);
        token.transfer(address(core), 1_000_000e18);
        stake(bob, id, 1e18);
        assertEq(tokensOf(id, alice), 1e18);
        assertEq(tokensOf(id, bob), 1e18);
        assertEq(core.factorOf(delegatedPool(id), 0), 1e18);
        assertEq(rewardOf(id, alice), 0);
    }

    /// Polygon: stake that no longer counted was left in a total, or the other way round.
    function test_Incident10_TheTotalIsTheSumOfItsMembers() public {
        stake(alice, id, 100e18);
        assertEq(core.totalActive(), core.weightOf(id) + core.weightOf(other));
        slash(id, epoch, 500, FOREVER);
        assertEq(core.totalActive(), core.weightOf(other));
        unbond(alice, id, 50e18);
        assertEq(core.totalActive(), core.weightOf(other));
    }

    /// Tally's staker: rewards of periods without stake were lost.
    function test_Incident11_RewardsWaitForStake() public {
        vm.prank(op);
        core.leaveSet(id);
        vm.prank(makeAddr("whale"));
        core.leaveSet(other);
        uint256 amount = drip();
        skip(10 days);
        vm.prank(op);
        core.joinSet(id);
        skip(stream.MONTH());
        assertApproxEqAbs(rewardOf(id, op), amount, 1e12);
    }

    /// Stakelink: anybody's claim for another made it lose a reward that ripens.
    function test_Incident12_AClaimForAnotherLosesNothing() public {
        stake(alice, id, 100e18);
        stake(bob, id, 100e18);
        drip();
        for (uint256 i; i < 5; ++i) {
            skip(1 days);
            core.claimFor(id, alice);
        }
        assertApproxEqAbs(token.balanceOf(alice), rewardOf(id, bob), 10);
    }

    /// Gravity: a delay without floor; a change reached requests that existed.
    function test_Incident13_NoSettingMovesAnExit() public {
        stake(alice, id, 100e18);
        uint256 started = unbond(alice, id, 100e18);
        IValidatorStaking.Settings memory next = defaultSettings(address(accountability));
        next.minSelfStake = 20_000e18;
        vm.prank(timelock);
        core.proposeSettings(next);
        assertEq(core.UNBONDING_EPOCHS(), 1);
        skip(14 days);
        vm.prank(alice);
        assertEq(core.withdraw(id, started, alice), 100e18);
        assertGt(core.SETTINGS_DELAY(), 14 days);
    }

    /// Succinct: exits that earn nothing were slashed for faults long after they had left.
    function test_Incident14_AnExitIsInnocentOfLaterFaults() public {
        stake(alice, id, 90_000e18);
        unbond(alice, id, 90_000e18);
        skip(7 days);
        slash(id, epoch + 1, 10_000, 0);
        skip(7 days);
        vm.prank(alice);
        assertEq(core.withdraw(id, epoch, alice), 90_000e18);
    }

    /// Aave's Umbrella, EigenLayer: the rate of a pool slashed again and again ran out of its word.
    function test_Incident15_ThreeHundredSlashesOverflowNothing() public {
        stake(alice, id, 200_000e18);
        drip();
        skip(1 days);
        uint256 reward = rewardOf(id, alice);
        for (uint256 i; i < 300; ++i) slash(id, epoch, 1_000, 0);
        assertEq(core.poolOf(delegatedPool(id)).idx, 300);
        assertEq(rewardOf(id, alice), reward);
        uint256 left = tokensOf(id, alice);
        assertLe(left, core.poolOf(delegatedPool(id)).tokens);
        core.poke(id, alice);
        assertEq(tokensOf(id, alice), left);
        assertApproxEqAbs(rewardOf(id, alice) + token.balanceOf(alice), reward, 1e6);
    }

    /// Succinct: a slash that waited for a vote froze every exit.
    function test_Incident16_AJailedValidatorLetsEverybodyGo() public {
        stake(alice, id, 100e18);
        slash(id, epoch, 0, FOREVER);
        uint256 started = unbond(alice, id, 100e18);
        skip(14 days);
        vm.prank(alice);
        assertEq(core.withdraw(id, started, alice), 100e18);
    }

    /// ZKC, Chainlink, UMA: costs grew with epochs, operators, requests or rounds.
    function test_STAKING_28_Incident17_NoCostGrowsWithEpochsOrSlashes() public {
        stake(alice, id, 90_000e18);
        drip();
        skip(1 days);
        uint256 before = gasleft();
        core.claimFor(id, alice);
        uint256 early = before - gasleft();
        for (uint256 i; i < 20; ++i) {
            skip(7 days);
            slash(id, core.currentEpoch() - 1, 10, 0);
            _serveAgain();
        }
        before = gasleft();
        core.claimFor(id, alice);
        // Two factors more, the settlement of what was slashed, and no loop.
        assertLe(before - gasleft(), early + 90_000);
    }

    /// BSC: reporters were paid from a pot that had nothing to do with the slash.
    function test_Incident18_AReporterIsPaidOutOfTheSlashAlone() public {
        uint256 own = core.poolOf(ownPool(id)).tokens;
        uint256 taken = slash(id, epoch, 500, 0);
        assertEq(token.balanceOf(reporter), (taken * 500) / 10_000);
        assertEq(core.poolOf(ownPool(id)).tokens, own - taken);
        assertEq(slash(id, epoch, 0, FOREVER), 0);
        assertEq(token.balanceOf(reporter), (taken * 500) / 10_000);
    }

    function _serveAgain() private {
        uint256 own = core.poolOf(ownPool(id)).tokens;
        if (own < SELF) stake(op, id, SELF - own + 1e18);
        if (core.validatorOf(id).status != IValidatorStaking.Status.Active) {
            vm.prank(op);
            core.joinSet(id);
        }
    }
}
