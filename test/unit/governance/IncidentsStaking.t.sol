// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IValidatorStakingErrors} from "../../../contracts/staking/interfaces/IValidatorStakingErrors.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {StakingFixture} from "../staking/StakingFixture.sol";

/// @dev Sky, before its third chief: tokens could be locked, used to lift a proposal, and freed within a block. Here the
/// governor counts the votes of a moment that has passed, staking changes nobody's votes, and leaving takes a week.
contract IncidentsStakingTest is StakingFixture {
    ValidatorId private id;

    function setUp() public override {
        super.setUp();
        id = member("op", SELF, 1_000);
        give(alice, 100e18);
        vm.prank(alice);
        token.delegate(alice);
        skip(1 hours);
    }

    function test_Incident02_StakingAddsNoVotes() public {
        uint256 snapshot = block.timestamp;
        vm.prank(alice);
        core.stake(id, 60e18);
        assertEq(token.getVotes(alice), 100e18);
        skip(1);
        assertEq(token.getPastVotes(alice, snapshot), 100e18);
        vm.prank(alice);
        core.unbond(id, 60e18, alice);
        assertEq(token.getVotes(alice), 100e18);
    }

    function test_Incident02_RevertWhen_StakedAndFreedInABlock() public {
        vm.startPrank(alice);
        core.stake(id, 60e18);
        uint256 epoch = core.unbond(id, 60e18, alice);
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_StillUnbonding.selector, epoch + 2, epoch)
        );
        core.withdraw(id, epoch, alice);
        vm.stopPrank();
        assertEq(token.balanceOf(alice), 40e18);
    }
}
