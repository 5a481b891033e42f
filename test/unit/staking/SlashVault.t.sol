// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {ISlashVault} from "../../../contracts/staking/interfaces/ISlashVault.sol";
import {StakingFixture} from "./StakingFixture.sol";

contract SlashVaultTest is StakingFixture {
    function setUp() public override {
        super.setUp();
        token.transfer(address(vault), 10e18);
    }

    function test_Release() public {
        vm.expectEmit(address(vault));
        emit ISlashVault.Released(alice, 4e18);
        vm.prank(timelock);
        vault.release(alice, 4e18);
        assertEq(token.balanceOf(alice), 4e18);
        assertEq(token.balanceOf(address(vault)), 6e18);
    }

    function test_Burn() public {
        vm.expectEmit(address(vault));
        emit ISlashVault.Burned(4e18);
        vm.prank(timelock);
        vault.burn(4e18);
        assertEq(token.totalSupply(), 1e27 - 4e18);
        assertEq(token.balanceOf(address(vault)), 6e18);
    }

    function test_RevertWhen_ReleasedByAnother() public {
        vm.expectRevert(abi.encodeWithSelector(ISlashVault.SlashVault_NotTimelock.selector, alice));
        vm.prank(alice);
        vault.release(alice, 1);
    }

    function test_RevertWhen_BurnedByAnother() public {
        vm.expectRevert(abi.encodeWithSelector(ISlashVault.SlashVault_NotTimelock.selector, alice));
        vm.prank(alice);
        vault.burn(1);
    }

    function test_ItsTokensDoNotVote() public view {
        assertEq(token.delegates(address(vault)), EXCLUDED);
        assertEq(token.getVotes(EXCLUDED), 10e18);
    }
}
