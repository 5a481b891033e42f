// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {IValidatorStaking} from "../../../contracts/staking/interfaces/IValidatorStaking.sol";
import {IValidatorStakingErrors} from "../../../contracts/staking/interfaces/IValidatorStakingErrors.sol";
import {IValidatorStakingEvents} from "../../../contracts/staking/interfaces/IValidatorStakingEvents.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {delegatedPool, ownPool} from "../../../contracts/staking/types/PoolId.sol";
import {StakingFixture} from "./StakingFixture.sol";

contract ValidatorStakingTest is StakingFixture {
    ValidatorId internal id;
    address internal op;

    function setUp() public override {
        super.setUp();
        id = member("op", SELF, 1_000);
        op = makeAddr("op");
    }

    // Stake

    function test_STAKING_05_StakeEscrowsInTheStakersName() public {
        give(alice, 100e18);
        vm.prank(alice);
        token.delegate(alice);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Staked(id, alice, alice, 60e18);
        vm.prank(alice);
        core.stake(id, 60e18);
        assertEq(token.balanceOf(alice), 40e18);
        assertEq(token.escrowed(address(core), alice), 60e18);
        assertEq(token.escrowedTotal(address(core)), SELF + 60e18);
        assertEq(token.getVotes(alice), 100e18);
        assertEq(core.totalActive(), SELF + 60e18);
        assertEq(tokensOf(id, alice), 60e18);
        assertEq(core.poolOf(delegatedPool(id)).tokens, 60e18);
    }

    function test_STAKING_05_StakeOfTheOperatorGoesToItsOwnTranche() public {
        stake(op, id, 5e18);
        assertEq(core.poolOf(ownPool(id)).tokens, SELF + 5e18);
        assertEq(core.poolOf(delegatedPool(id)).tokens, 0);
    }

    function test_STAKING_05_StakeForMovesVotesToTheAccount() public {
        give(alice, 10e18);
        vm.prank(alice);
        token.delegate(alice);
        vm.prank(bob);
        token.delegate(bob);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Staked(id, bob, alice, 4e18);
        vm.prank(alice);
        core.stakeFor(id, bob, 4e18);
        assertEq(token.escrowed(address(core), bob), 4e18);
        assertEq(token.getVotes(alice), 6e18);
        assertEq(token.getVotes(bob), 4e18);
        assertEq(tokensOf(id, bob), 4e18);
    }

    function test_StakeForTakesNoRewardFromTheAccount() public {
        stake(bob, id, 100e18);
        drip();
        skip(1 days);
        uint256 before = rewardOf(id, bob);
        give(alice, 50e18);
        for (uint256 i; i < 10; ++i) {
            vm.prank(alice);
            core.stakeFor(id, bob, 1e18);
        }
        assertApproxEqAbs(rewardOf(id, bob), before, 10);
        assertLe(rewardOf(id, bob), before);
    }

    function test_StakeWithPermit() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        token.transfer(signer, 5e18);
        bytes memory signature = _permit(key, signer, 5e18);
        vm.prank(signer);
        core.stakeWithPermit(id, 5e18, block.timestamp, signature);
        assertEq(tokensOf(id, signer), 5e18);
        assertEq(token.allowance(signer, address(core)), 0);
    }

    function test_StakeWithPermitSurvivesAFrontRunPermit() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        token.transfer(signer, 5e18);
        bytes memory signature = _permit(key, signer, 5e18);
        token.permit(signer, address(core), 5e18, block.timestamp, signature);
        vm.prank(signer);
        core.stakeWithPermit(id, 5e18, block.timestamp, signature);
        assertEq(tokensOf(id, signer), 5e18);
    }

    function test_RevertWhen_StakeWithoutAllowance() public {
        token.transfer(alice, 5e18);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(core), 0, 5e18)
        );
        vm.prank(alice);
        core.stake(id, 5e18);
    }

    function test_RevertWhen_StakeBelowOneToken() public {
        give(alice, 1e18);
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_TooSmall.selector, 1e18 - 1, 1e18)
        );
        vm.prank(alice);
        core.stake(id, 1e18 - 1);
    }

    function test_RevertWhen_StakeOnUnknownValidator() public {
        ValidatorId nobody = ValidatorId.wrap(7);
        give(alice, 1e18);
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_UnknownValidator.selector, nobody)
        );
        vm.prank(alice);
        core.stake(nobody, 1e18);
    }

    function test_STAKING_06_RevertWhen_DelegationExceedsCap() public {
        uint256 cap = 20 * SELF;
        stake(alice, id, cap);
        give(bob, 1e18);
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_OverDelegationCap.selector, cap + 1e18, cap)
        );
        vm.prank(bob);
        core.stake(id, 1e18);
    }

    // Rewards

    function test_STAKING_07_RewardsFollowStakeAndCommission() public {
        stake(alice, id, 30_000e18);
        uint256 amount = drip();
        skip(stream.MONTH());
        uint256 delegatedPart = (amount * 3) / 4;
        assertApproxEqAbs(rewardOf(id, op), amount / 4, 1e6);
        assertApproxEqAbs(rewardOf(id, alice), (delegatedPart * 9) / 10, 1e6);
        assertApproxEqAbs(core.poolOf(delegatedPool(id)).owed, delegatedPart / 10, 1e6);
    }

    function test_STAKING_10_ClaimPaysTo() public {
        stake(alice, id, 100e18);
        drip();
        skip(1 days);
        uint256 reward = rewardOf(id, alice);
        uint256 reserve = core.reserve();
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Claimed(id, alice, bob, reward);
        vm.prank(alice);
        assertEq(core.claim(id, bob), reward);
        assertEq(token.balanceOf(bob), reward);
        assertEq(core.reserve(), reserve - reward);
        assertEq(rewardOf(id, alice), 0);
        assertEq(tokensOf(id, alice), 100e18);
    }

    function test_RevertWhen_ClaimOfNothing() public {
        vm.expectRevert(IValidatorStakingErrors.ValidatorStaking_NothingToPay.selector);
        vm.prank(alice);
        core.claim(id, alice);
    }

    function test_ClaimCommission() public {
        stake(alice, id, 30_000e18);
        drip();
        skip(1 days);
        uint256 owed = core.poolOf(delegatedPool(id)).owed;
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.CommissionClaimed(id, carol, owed);
        vm.prank(op);
        assertEq(core.claimCommission(id, carol), owed);
        assertEq(token.balanceOf(carol), owed);
        assertEq(core.poolOf(delegatedPool(id)).owed, 0);
    }

    function test_RevertWhen_CommissionClaimedByAnother() public {
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_NotOperator.selector, id, alice)
        );
        vm.prank(alice);
        core.claimCommission(id, alice);
    }

    function test_STAKING_11_CompoundTurnsRewardIntoPrincipal() public {
        stake(alice, id, 100e18);
        vm.prank(alice);
        token.delegate(alice);
        drip();
        skip(1 days);
        uint256 reward = rewardOf(id, alice);
        uint256 balance = token.balanceOf(address(core));
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Compounded(id, alice, reward);
        vm.prank(alice);
        assertEq(core.compound(id), reward);
        assertEq(tokensOf(id, alice), 100e18 + reward);
        assertEq(rewardOf(id, alice), 0);
        assertEq(token.escrowed(address(core), alice), 100e18 + reward);
        assertEq(token.balanceOf(address(core)), balance);
        assertEq(token.getVotes(alice), 100e18 + reward);
        assertEq(core.totalActive(), SELF + 100e18 + reward);
    }

    function test_STAKING_09_LateJoinerGetsNothingOfThePast() public {
        stake(alice, id, 100e18);
        drip();
        skip(5 days);
        stake(bob, id, 100e18);
        assertEq(rewardOf(id, bob), 0);
        skip(1);
        assertGt(rewardOf(id, bob), 0);
    }

    // Exit

    function test_STAKING_14_UnbondQueuesPrincipal() public {
        stake(alice, id, 100e18);
        uint256 epoch = core.currentEpoch();
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Unbonded(id, alice, epoch, 40e18, 40e18);
        assertEq(unbond(alice, id, 40e18), epoch);
        assertEq(tokensOf(id, alice), 60e18);
        assertEq(token.escrowed(address(core), alice), 100e18);
        assertEq(core.totalActive(), SELF + 60e18);
        IValidatorStaking.Exit memory exit = core.exitOf(id, epoch, alice);
        assertEq(exit.principal, 40e18);
        assertEq(exit.shares, 40e18);
    }

    function test_STAKING_14_UnbondRequestsOfOneEpochMerge() public {
        stake(alice, id, 100e18);
        unbond(alice, id, 40e18);
        skip(6 days);
        uint256 epoch = unbond(alice, id, 20e18);
        assertEq(core.exitOf(id, epoch, alice).principal, 60e18);
    }

    function test_PartialUnbondKeepsTheReward() public {
        stake(alice, id, 100e18);
        drip();
        skip(1 days);
        uint256 reward = rewardOf(id, alice);
        unbond(alice, id, 99e18);
        assertApproxEqAbs(rewardOf(id, alice), reward, 1);
        assertEq(token.balanceOf(alice), 0);
    }

    function test_FullUnbondPaysTheReward() public {
        stake(alice, id, 100e18);
        drip();
        skip(1 days);
        uint256 reward = rewardOf(id, alice);
        vm.prank(alice);
        core.unbond(id, 100e18, carol);
        assertEq(token.balanceOf(carol), reward);
        assertEq(tokensOf(id, alice), 0);
    }

    function test_STAKING_14_WithdrawPaysAfterTheWholeNextEpoch() public {
        stake(alice, id, 100e18);
        skip(7 days - 1);
        uint256 epoch = unbond(alice, id, 100e18);
        skip(7 days);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_StillUnbonding.selector,
                epoch + 2,
                epoch + 1
            )
        );
        vm.prank(alice);
        core.withdraw(id, epoch, alice);
        skip(1);
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.Withdrawn(id, alice, epoch, bob, 100e18, 100e18);
        vm.prank(alice);
        assertEq(core.withdraw(id, epoch, bob), 100e18);
        assertEq(token.balanceOf(bob), 100e18);
        assertEq(token.escrowed(address(core), alice), 0);
        assertEq(token.escrowedTotal(address(core)), SELF);
    }

    function test_STAKING_05_UnbondingKeepsTheVoteUntilWithdrawn() public {
        stake(alice, id, 100e18);
        vm.prank(alice);
        token.delegate(alice);
        uint256 epoch = unbond(alice, id, 100e18);
        assertEq(token.getVotes(alice), 100e18);
        skip(14 days);
        vm.prank(alice);
        core.withdraw(id, epoch, bob);
        assertEq(token.getVotes(alice), 0);
    }

    function test_RevertWhen_WithdrawnTwice() public {
        stake(alice, id, 100e18);
        uint256 epoch = unbond(alice, id, 100e18);
        skip(14 days);
        vm.startPrank(alice);
        core.withdraw(id, epoch, alice);
        vm.expectRevert(IValidatorStakingErrors.ValidatorStaking_NothingToPay.selector);
        core.withdraw(id, epoch, alice);
    }

    function test_RevertWhen_WithdrawToZero() public {
        stake(alice, id, 100e18);
        uint256 epoch = unbond(alice, id, 100e18);
        skip(14 days);
        vm.expectRevert(IValidatorStakingErrors.ValidatorStaking_ZeroAddress.selector);
        vm.prank(alice);
        core.withdraw(id, epoch, address(0));
    }

    function test_RevertWhen_UnbondMoreThanHeld() public {
        stake(alice, id, 100e18);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_PositionTooSmall.selector,
                100e18,
                100e18 + 1
            )
        );
        unbond(alice, id, 100e18 + 1);
    }

    function test_RevertWhen_UnbondNothing() public {
        stake(alice, id, 100e18);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_TooSmall.selector, 0, 1e18));
        unbond(alice, id, 0);
    }

    function test_RevertWhen_UnbondLeavesDust() public {
        stake(alice, id, 100e18);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_TooSmall.selector, 5e17, 1e18));
        unbond(alice, id, 995e17);
    }

    function test_RevertWhen_ActiveOperatorUnbondsBelowMinimum() public {
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_SelfStakeTooLow.selector, SELF - 1e18, SELF)
        );
        unbond(op, id, 1e18);
    }

    function test_PokeDoesNothingToAnUntouchedPosition() public {
        stake(alice, id, 100e18);
        drip();
        skip(1 days);
        uint256 reward = rewardOf(id, alice);
        assertEq(core.poke(id, alice), 0);
        assertEq(rewardOf(id, alice), reward);
    }

    function _permit(uint256 key, address owner, uint256 value) private view returns (bytes memory) {
        bytes32 typehash = keccak256(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
        );
        bytes32 hash = keccak256(
            abi.encode(typehash, owner, address(core), value, token.nonces(owner), block.timestamp)
        );
        return sign(key, keccak256(abi.encodePacked("\x19\x01", token.DOMAIN_SEPARATOR(), hash)));
    }
}
