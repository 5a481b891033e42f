// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccountability} from "../../../contracts/staking/interfaces/IAccountability.sol";
import {IValidatorStakingErrors} from "../../../contracts/staking/interfaces/IValidatorStakingErrors.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
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

    function test_NobodyElseKeepsAUnitLockedByStakingForTheOperator() public {
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
}
