// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

import {IValidatorStaking} from "../../../contracts/staking/interfaces/IValidatorStaking.sol";
import {IValidatorStakingErrors} from "../../../contracts/staking/interfaces/IValidatorStakingErrors.sol";
import {IValidatorStakingEvents} from "../../../contracts/staking/interfaces/IValidatorStakingEvents.sol";
import {delegatedPool} from "../../../contracts/staking/types/PoolId.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {StakingFixture} from "./StakingFixture.sol";

/// @dev Moving stake between validators, and having rewards paid by others, for several at once, in batches.
contract RedelegationTest is StakingFixture {
    ValidatorId internal from;
    ValidatorId internal to;
    uint256 internal epoch;

    function setUp() public override {
        super.setUp();
        from = member("op", SELF, 1_000);
        to = member("other", 100_000e18, 0);
        epoch = core.currentEpoch();
        stake(alice, from, 90_000e18);
        vm.prank(alice);
        token.delegate(alice);
    }

    function test_STAKING_16_RedelegationIsAnExitWithADestination() public {
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.RedelegationStarted(from, alice, to, epoch, 40_000e18, 40_000e18);
        assertEq(_redelegate(40_000e18), epoch);
        assertEq(tokensOf(from, alice), 50_000e18);
        assertEq(tokensOf(to, alice), 0);
        assertEq(core.bucketOf(delegatedPool(from), epoch).tokens, 40_000e18);
        assertEq(core.redelegationOf(from, to, epoch, alice).principal, 40_000e18);
        assertEq(core.exitOf(from, epoch, alice).principal, 0);
        assertEq(token.getVotes(alice), 90_000e18);
    }

    function test_STAKING_16_AnybodyCompletesItOnceItHasWaited() public {
        _redelegate(40_000e18);
        skip(14 days);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.RedelegationCompleted(from, alice, to, epoch, 40_000e18, 40_000e18);
        vm.prank(carol);
        assertEq(core.completeRedelegation(from, to, epoch, alice), 40_000e18);
        assertEq(tokensOf(to, alice), 40_000e18);
        assertEq(token.escrowed(address(core), alice), 90_000e18);
        assertEq(token.getVotes(alice), 90_000e18);
        assertEq(core.redelegationOf(from, to, epoch, alice).shares, 0);
        vm.expectRevert(IValidatorStakingErrors.ValidatorStaking_NothingToPay.selector);
        core.completeRedelegation(from, to, epoch, alice);
    }

    function test_STAKING_16_RevertWhen_CompletedEarly() public {
        _redelegate(40_000e18);
        skip(14 days - 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_StillUnbonding.selector,
                epoch + 2,
                epoch + 1
            )
        );
        core.completeRedelegation(from, to, epoch, alice);
    }

    function test_STAKING_17_AFaultOfItsEpochReachesIt() public {
        _redelegate(45_000e18);
        assertEq(slash(from, epoch, 2_000, 0), 20_000e18);
        uint256 votes = token.getVotes(alice);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.RedelegationPoked(from, alice, to, epoch, 40_000e18);
        assertEq(core.pokeRedelegation(from, to, epoch, alice), 5_000e18);
        assertEq(token.getVotes(alice), votes - 5_000e18);
        skip(14 days);
        assertEq(core.completeRedelegation(from, to, epoch, alice), 40_000e18);
        assertEq(tokensOf(to, alice), 40_000e18);
    }

    function test_STAKING_17_ItEarnsNothingOnTheWay() public {
        _redelegate(90_000e18);
        drip();
        skip(14 days);
        assertEq(rewardOf(from, alice), 0);
        core.completeRedelegation(from, to, epoch, alice);
        assertEq(rewardOf(to, alice), 0);
        skip(1);
        assertGt(rewardOf(to, alice), 0);
    }

    function test_STAKING_17_LeavingWhollyPaysTheRewardToTheRecipient() public {
        vm.prank(alice);
        core.setRecipient(carol);
        drip();
        skip(1 days);
        uint256 reward = rewardOf(from, alice);
        _redelegate(90_000e18);
        assertEq(token.balanceOf(carol), reward);
    }

    function test_STAKING_18_TheOwnerWithdrawsWhatItsDestinationRefuses() public {
        _redelegate(40_000e18);
        slash(to, epoch, 0, FOREVER);
        skip(14 days);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_Closed.selector, to));
        core.completeRedelegation(from, to, epoch, alice);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.RedelegationCancelled(from, alice, to, epoch);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Withdrawn(from, alice, epoch, bob, 40_000e18, 40_000e18);
        vm.prank(alice);
        assertEq(core.withdrawRedelegation(from, to, epoch, bob), 40_000e18);
        assertEq(token.balanceOf(bob), 40_000e18);
        assertEq(token.escrowed(address(core), alice), 50_000e18);
    }

    function test_STAKING_18_RevertWhen_AnOrdinaryExitIsCompleted() public {
        unbond(alice, from, 10e18);
        skip(14 days);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_SameValidator.selector, from));
        core.completeRedelegation(from, from, epoch, alice);
        // The same key, were the number shifted without a look at it.
        ValidatorId twin = ValidatorId.wrap(ValidatorId.unwrap(from) | (1 << 96));
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_UnknownValidator.selector, twin)
        );
        core.completeRedelegation(from, twin, epoch, alice);
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_UnknownValidator.selector, twin)
        );
        core.pokeRedelegation(from, twin, epoch, alice);
    }

    function test_STAKING_16_RevertWhen_RedelegatedToTheSame() public {
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_SameValidator.selector, from));
        vm.prank(alice);
        core.redelegate(from, from, 1e18);
    }

    function test_STAKING_16_RevertWhen_TheDestinationIsClosed() public {
        slash(to, epoch, 0, FOREVER);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_Closed.selector, to));
        _redelegate(1e18);
    }

    function test_STAKING_16_RevertWhen_OwnStakeIsRedelegated() public {
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_OwnStake.selector, from));
        vm.prank(makeAddr("op"));
        core.redelegate(from, to, 1e18);
    }

    function test_STAKING_18_RevertWhen_ItsDestinationIsFull() public {
        stake(bob, to, 2_000_000e18 - 10_000e18);
        _redelegate(40_000e18);
        skip(14 days);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_OverDelegationCap.selector,
                2_030_000e18,
                2_000_000e18
            )
        );
        core.completeRedelegation(from, to, epoch, alice);
    }

    function test_STAKING_18_AnOperatorMovesADelegationToItsOwnStake() public {
        address other = makeAddr("other");
        stake(other, from, 100e18);
        vm.prank(other);
        core.redelegate(from, to, 100e18);
        skip(14 days);
        core.completeRedelegation(from, to, epoch, other);
        assertEq(tokensOf(to, other), 100_100e18);
    }

    // Claims

    function test_STAKING_12_ClaimForPaysTheAccount() public {
        drip();
        skip(1 days);
        uint256 reward = rewardOf(from, alice);
        vm.prank(carol);
        assertEq(core.claimFor(from, alice), reward);
        assertEq(token.balanceOf(alice), reward);
        assertEq(token.balanceOf(carol), 0);
    }

    function test_STAKING_12_ClaimForPaysTheRecipientTheAccountSet() public {
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.RecipientSet(alice, address(0), bob);
        vm.prank(alice);
        core.setRecipient(bob);
        assertEq(core.recipientOf(alice), bob);
        drip();
        skip(1 days);
        uint256 reward = rewardOf(from, alice);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Claimed(from, alice, bob, reward);
        vm.prank(carol);
        core.claimFor(from, alice);
        assertEq(token.balanceOf(bob), reward);
    }

    function test_STAKING_12_RevertWhen_ClaimForOfNothing() public {
        vm.expectRevert(IValidatorStakingErrors.ValidatorStaking_NothingToPay.selector);
        core.claimFor(from, carol);
    }

    function test_STAKING_12_ClaimManyPaysOnce() public {
        stake(alice, to, 50_000e18);
        drip();
        skip(1 days);
        ValidatorId[] memory ids = new ValidatorId[](3);
        (ids[0], ids[1], ids[2]) = (from, to, from);
        uint256 sum = rewardOf(from, alice) + rewardOf(to, alice);
        vm.prank(alice);
        assertEq(core.claimMany(ids, bob), sum);
        assertEq(token.balanceOf(bob), sum);
        assertEq(rewardOf(from, alice) + rewardOf(to, alice), 0);
    }

    function test_STAKING_12_MulticallDoesSeveralThings() public {
        give(alice, 5e18);
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(IValidatorStaking.unbond, (from, 10e18, alice));
        calls[1] = abi.encodeCall(IValidatorStaking.stake, (to, 5e18));
        vm.prank(alice);
        Multicall(address(core)).multicall(calls);
        assertEq(tokensOf(from, alice), 89_990e18);
        assertEq(tokensOf(to, alice), 5e18);
    }

    function test_STAKING_08_TheCommissionIsOfWhatEachStakeEarned() public {
        drip();
        skip(1 days);
        stake(bob, from, 30_000e18);
        skip(1 days);
        unbond(alice, from, 45_000e18);
        skip(1 days);
        uint256 net = rewardOf(from, alice) + rewardOf(from, bob);
        // 10 % of the gross, of which 90 % are the net.
        assertApproxEqAbs(core.poolOf(delegatedPool(from)).owed, net / 9, 1e6);
        vm.prank(makeAddr("op"));
        core.leaveSet(from);
        assertApproxEqAbs(core.poolOf(delegatedPool(from)).owed, net / 9, 1e6);
    }

    function testFuzz_STAKING_08_CommissionAndRewardsAreTheGross(uint96 a, uint96 b, uint16 bps, uint32 wait) public {
        ValidatorId id = member("fuzzed", SELF, uint16(bound(bps, 0, 5_000)));
        stake(bob, id, bound(a, 2e18, 90_000e18));
        uint256 amount = drip();
        skip(bound(wait, 1, 20 days));
        stake(carol, id, bound(b, 1e18, 90_000e18));
        skip(bound(wait, 1, 9 days));
        unbond(bob, id, 1e18);
        skip(1 days);
        uint256 paid = rewardOf(id, bob) + rewardOf(id, carol) + core.poolOf(delegatedPool(id)).owed;
        uint256 rest = rewardOf(id, makeAddr("fuzzed")) + rewardOf(from, alice) + rewardOf(from, makeAddr("op"));
        rest += rewardOf(to, makeAddr("other")) + core.poolOf(delegatedPool(from)).owed;
        (uint256 rate, uint256 finish) = core.streamState();
        uint256 left = finish > block.timestamp ? (rate * (finish - block.timestamp)) / 1e6 : 0;
        assertLe(paid + rest + left, amount);
        assertLe(amount - paid - rest - left, 1e10);
    }

    function _redelegate(uint256 amount) private returns (uint256) {
        vm.prank(alice);
        return core.redelegate(from, to, amount);
    }
}
