// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccountability} from "../../../contracts/staking/interfaces/IAccountability.sol";
import {IValidatorStakingErrors} from "../../../contracts/staking/interfaces/IValidatorStakingErrors.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {delegatedPool} from "../../../contracts/staking/types/PoolId.sol";
import {StakingFixture} from "./StakingFixture.sol";

/// @dev What a hostile caller tried against the staking domain, one attack per test.
contract StakingAttacksTest is StakingFixture {
    ValidatorId internal id;
    address internal op;

    function setUp() public override {
        super.setUp();
        id = member("op", SELF, 1_000);
        op = makeAddr("op");
    }

    function test_STAKING_05_NobodyElseKeepsAUnitLockedByStakingForTheOperator() public {
        vm.startPrank(op);
        core.leaveSet(id);
        core.unbond(id, SELF, op);
        vm.stopPrank();
        skip(14 days);
        give(carol, 1e18);
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_NotOperator.selector, id, carol)
        );
        vm.prank(carol);
        core.stakeFor(id, op, 1e18);
        vm.prank(op);
        core.retire(id);
        assertEq(xnode.lockerOf(core.validatorOf(id).unit), address(0));
    }

    function test_ASlashThatWipesAPoolLeavesTheBudgetUsable() public {
        // A budget 5 wei below everything that is staked on the validator: what is left of its delegated pool is worth
        // less than a share and goes as well.
        stake(alice, id, 90_000e18);
        ValidatorId whale = member("whale", 900_000e18 - 50, 0);
        uint256 epoch = core.currentEpoch();
        assertEq(slash(id, epoch, 10_000, 0), 100_000e18);
        (uint256 used, uint256 limit) = core.slashBudget();
        assertEq(limit, 100_000e18 - 5);
        assertEq(core.poolOf(delegatedPool(id)).tokens, 0);
        assertEq(slash(whale, epoch, 500, FOREVER), 0);
        assertEq(used, limit);
        assertEq(core.validatorOf(whale).jailedUntil, FOREVER);
    }

    function test_STAKING_06_AnActiveOperatorCannotUnbondWhatItsDelegationsRestOn() public {
        stake(op, id, 40_000e18);
        stake(alice, id, 1_000_000e18);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_OverDelegationCap.selector,
                1_000_000e18,
                20 * (50_000e18 - 1e18)
            )
        );
        unbond(op, id, 1e18);
    }

    function test_STAKING_06_AnOperatorThatUnbondedOutsideTheSetCannotReturnAboveTheCap() public {
        stake(op, id, 40_000e18);
        stake(alice, id, 1_000_000e18);
        vm.prank(op);
        core.leaveSet(id);
        unbond(op, id, 40_000e18);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_OverDelegationCap.selector,
                1_000_000e18,
                20 * SELF
            )
        );
        vm.prank(op);
        core.joinSet(id);
        // It can once it tops up, or once delegators leave.
        unbond(alice, id, 800_000e18);
        vm.prank(op);
        core.joinSet(id);
    }

    function test_AnOperatorWithoutStakeCannotHurtItsDelegators() public {
        stake(alice, id, 200_000e18);
        vm.prank(op);
        core.leaveSet(id);
        unbond(op, id, SELF - 1e18);
        uint256 left = core.currentEpoch();
        skip(14 days);
        // A last bit of own stake leaves: that is no service in the set.
        unbond(op, id, 1e18);
        IAccountability.Topic memory topic = topicNow("subject");
        IAccountability.Statement memory a = statement(keyOf("op"), topic, "a");
        IAccountability.Statement memory b = statement(keyOf("op"), topic, "b");
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_NotServing.selector,
                core.currentEpoch(),
                left
            )
        );
        accountability.reportEquivocation(topic, a, b, op);
        assertEq(tokensOf(id, alice), 200_000e18);
    }

    function test_AWithdrawalNamesTheValidatorItIsFrom() public {
        stake(alice, id, 10e18);
        uint256 epoch = unbond(alice, id, 10e18);
        skip(14 days);
        // The same pools, were the number shifted without a look at it.
        ValidatorId twin = ValidatorId.wrap(ValidatorId.unwrap(id) | (1 << 255));
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_UnknownValidator.selector, twin)
        );
        vm.prank(alice);
        core.withdraw(twin, epoch, alice);
    }
}
