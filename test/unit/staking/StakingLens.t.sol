// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StakingLens} from "../../../contracts/staking/StakingLens.sol";
import {IStakingLens} from "../../../contracts/staking/interfaces/IStakingLens.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {StakingFixture} from "./StakingFixture.sol";

contract StakingLensTest is StakingFixture {
    StakingLens internal lens;
    ValidatorId internal a;
    ValidatorId internal b;

    function setUp() public override {
        super.setUp();
        lens = new StakingLens(address(core));
        a = member("op", SELF, 1_000);
        b = register("other", 200_000e18, 0);
    }

    function test_AddressOfTheCore() public view {
        assertEq(lens.staking(), address(core));
    }

    function test_RevertWhen_CoreZero() public {
        vm.expectRevert(IStakingLens.StakingLens_ZeroAddress.selector);
        new StakingLens(address(0));
    }

    function test_PageOfValidators() public {
        stake(alice, a, 50_000e18);
        IStakingLens.ValidatorView[] memory page = lens.validators(1, 10);
        assertEq(page.length, 2);
        assertTrue(page[0].id == a && page[1].id == b);
        assertEq(page[0].delegated.tokens, 50_000e18);
        assertEq(page[0].room, 150_000e18);
        assertEq(page[1].validator.operator, makeAddr("other"));
        assertEq(lens.validators(2, 1).length, 1);
        assertEq(lens.validators(3, 1).length, 0);
        assertEq(lens.validators(0, 1).length, 0);
    }

    function test_MembersAreTheSet() public view {
        IStakingLens.ValidatorView[] memory set = lens.members();
        assertEq(set.length, 1);
        assertTrue(set[0].id == a);
        assertEq(set[0].own.tokens, SELF);
    }

    function test_PositionsWithRewardsExitsAndWhatIsNotBooked() public {
        stake(alice, a, 90_000e18);
        unbond(alice, a, 30_000e18);
        vm.prank(alice);
        core.redelegate(a, b, 15_000e18);
        drip();
        skip(1 days);
        slash(a, core.currentEpoch(), 1_900, 0);
        ValidatorId[] memory ids = new ValidatorId[](2);
        (ids[0], ids[1]) = (a, b);
        IStakingLens.PositionView[] memory held = lens.positions(alice, ids, 1);
        (uint256 tokens, uint256 reward) = core.stakeOf(a, alice);
        assertEq(held[0].tokens, tokens);
        assertEq(held[0].reward, reward);
        assertEq(held[0].unbooked, 45_000e18 - tokens);
        assertEq(held[0].exits.length, 2);
        assertEq(held[0].exits[0].principal, 30_000e18);
        assertTrue(held[0].exits[0].to == a && held[0].exits[1].to == b);
        assertEq(held[0].exits[0].payableAt, START + 14 days);
        assertEq(held[1].tokens, 0);
        assertEq(held[1].exits.length, 0);
        skip(13 days);
        vm.prank(alice);
        assertEq(core.withdraw(a, held[0].exits[0].epoch, alice), held[0].exits[0].payout);
        assertEq(core.completeRedelegation(a, b, held[0].exits[1].epoch, alice), held[0].exits[1].payout);
    }
}
