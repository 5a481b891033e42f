// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {IOpenToken} from "../../../contracts/token/interfaces/IOpenToken.sol";
import {OpenTokenBase, Vault} from "./OpenToken.t.sol";

contract OpenTokenEscrowTest is OpenTokenBase {
    function test_TOKEN_17_EscrowInOfOwnTokensMovesNoVote() public {
        give(alice, 10e18);
        delegate(alice, dora);
        vm.prank(alice);
        token.approve(escrow, 4e18);
        vm.expectEmit(address(token));
        emit IOpenToken.EscrowedIn(escrow, alice, alice, 4e18);
        vm.prank(escrow);
        token.escrowIn(alice, alice, 4e18);
        assertEq(token.balanceOf(alice), 6e18);
        assertEq(token.balanceOf(escrow), 4e18);
        assertEq(token.allowance(alice, escrow), 0);
        assertEq(token.escrowed(escrow, alice), 4e18);
        assertEq(token.escrowedTotal(escrow), 4e18);
        assertEq(token.getVotes(dora), 10e18);
        assertEq(token.numCheckpoints(dora), 1);
    }

    function test_TOKEN_17_EscrowInForAnotherMovesVotes() public {
        give(alice, 10e18);
        delegate(alice, dora);
        delegate(bob, erik);
        stake(alice, bob, 4e18);
        assertEq(token.getVotes(dora), 6e18);
        assertEq(token.getVotes(erik), 4e18);
        assertEq(token.escrowed(escrow, bob), 4e18);
        assertEq(token.escrowed(escrow, alice), 0);
    }

    function test_TOKEN_07_EscrowedUnitsCountWhenDelegating() public {
        address second = newEscrow();
        address third = newEscrow();
        give(alice, 10e18);
        stake(alice, alice, 1e18);
        vm.startPrank(alice);
        token.approve(second, 2e18);
        token.approve(third, 3e18);
        vm.stopPrank();
        vm.prank(second);
        token.escrowIn(alice, alice, 2e18);
        vm.prank(third);
        token.escrowIn(alice, alice, 3e18);
        delegate(alice, dora);
        assertEq(token.getVotes(dora), 10e18);
    }

    function test_TOKEN_18_EscrowOutToAccountMovesNoVote() public {
        give(alice, 10e18);
        delegate(alice, dora);
        stake(alice, alice, 4e18);
        vm.expectEmit(address(token));
        emit IOpenToken.EscrowedOut(escrow, alice, alice, 3e18);
        release(alice, alice, 3e18);
        assertEq(token.balanceOf(alice), 9e18);
        assertEq(token.escrowed(escrow, alice), 1e18);
        assertEq(token.escrowedTotal(escrow), 1e18);
        assertEq(token.numCheckpoints(dora), 1);
    }

    function test_TOKEN_18_EscrowOutToAnotherMovesVotes() public {
        give(alice, 10e18);
        delegate(alice, dora);
        delegate(bob, erik);
        stake(alice, alice, 4e18);
        release(alice, bob, 4e18);
        assertEq(token.getVotes(dora), 6e18);
        assertEq(token.getVotes(erik), 4e18);
        assertEq(token.balanceOf(bob), 4e18);
    }

    function test_TOKEN_18_EscrowOutToZeroBurns() public {
        give(alice, 10e18);
        delegate(alice, dora);
        stake(alice, alice, 4e18);
        skip(1);
        release(alice, address(0), 4e18);
        skip(1);
        assertEq(token.totalSupply(), SUPPLY - 4e18);
        assertEq(token.getPastTotalSupply(block.timestamp - 1), SUPPLY - 4e18);
        assertEq(token.getVotes(dora), 6e18);
        assertEq(token.escrowedTotal(escrow), 0);
    }

    function test_TOKEN_17_RevertWhen_StrangerEscrows() public {
        give(alice, 10e18);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_NotEscrow.selector, alice));
        vm.prank(alice);
        token.escrowIn(alice, alice, 1);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_NotEscrow.selector, pool));
        vm.prank(pool);
        token.escrowOut(alice, alice, 0);
    }

    function test_TOKEN_17_RevertWhen_EscrowInWithoutAllowance() public {
        give(alice, 10e18);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, escrow, 0, 1));
        vm.prank(escrow);
        token.escrowIn(alice, escrow, 1);
    }

    function test_TOKEN_17_RevertWhen_EscrowInBeyondBalance() public {
        give(alice, 5);
        vm.prank(alice);
        token.approve(escrow, type(uint256).max);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, 5, type(uint256).max)
        );
        vm.prank(escrow);
        token.escrowIn(alice, alice, type(uint256).max);
    }

    function test_TOKEN_17_RevertWhen_EscrowInForZero() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        vm.prank(escrow);
        token.escrowIn(alice, address(0), 0);
    }

    function test_TOKEN_17_RevertWhen_EscrowInFromZero() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidApprover.selector, address(0)));
        vm.prank(escrow);
        token.escrowIn(address(0), alice, 0);
    }

    function test_TOKEN_18_RevertWhen_EscrowOutBeyondHeld() public {
        give(alice, 10e18);
        give(escrow, 10e18);
        stake(alice, alice, 4e18);
        vm.expectRevert(
            abi.encodeWithSelector(IOpenToken.OpenToken_EscrowedTooLittle.selector, escrow, alice, 4e18, 4e18 + 1)
        );
        release(alice, alice, 4e18 + 1);
    }

    /// The escrow cannot pay one account's stake out as if it were its own.
    function test_TOKEN_19_RevertWhen_EscrowSendsWhatItOwes() public {
        give(alice, 10e18);
        stake(alice, alice, 4e18);
        give(escrow, 1e18);
        vm.prank(escrow);
        token.transfer(bob, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_EscrowBelowFloor.selector, escrow, 4e18 - 1, 4e18));
        vm.prank(escrow);
        token.transfer(bob, 1);
    }

    function test_TOKEN_19_RevertWhen_EscrowBurnsWhatItOwes() public {
        give(alice, 10e18);
        stake(alice, alice, 4e18);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_EscrowBelowFloor.selector, escrow, 3e18, 4e18));
        vm.prank(escrow);
        token.burn(1e18);
    }

    function test_TOKEN_19_RevertWhen_SpenderOfEscrowTakesWhatItOwes() public {
        give(alice, 10e18);
        stake(alice, alice, 4e18);
        vm.prank(escrow);
        token.approve(bob, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_EscrowBelowFloor.selector, escrow, 3e18, 4e18));
        vm.prank(bob);
        token.transferFrom(escrow, bob, 1e18);
    }

    /// A second escrow with an allowance cannot take what the first owes, not even in the vote-neutral form.
    function test_TOKEN_19_RevertWhen_EscrowTakesFromAnotherEscrow() public {
        address second = newEscrow();
        give(alice, 10e18);
        stake(alice, alice, 4e18);
        vm.prank(escrow);
        token.approve(second, type(uint256).max);
        vm.startPrank(second);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_EscrowBelowFloor.selector, escrow, 3e18, 4e18));
        token.escrowIn(escrow, escrow, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_EscrowBelowFloor.selector, escrow, 3e18, 4e18));
        token.escrowIn(escrow, bob, 1e18);
        vm.stopPrank();
    }

    /// Pays itself with tokens it already owes: the ledger may not grow past the balance.
    function test_TOKEN_19_RevertWhen_EscrowCreditsTheSameTokensTwice() public {
        give(alice, 10e18);
        delegate(bob, erik);
        stake(alice, alice, 4e18);
        vm.startPrank(escrow);
        token.approve(escrow, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_EscrowBelowFloor.selector, escrow, 4e18, 8e18));
        token.escrowIn(escrow, bob, 4e18);
        vm.stopPrank();
    }

    function test_TOKEN_20_EscrowMayCreditItsSurplus() public {
        delegate(bob, erik);
        give(escrow, 4e18);
        vm.startPrank(escrow);
        token.approve(escrow, 4e18);
        token.escrowIn(escrow, bob, 4e18);
        vm.stopPrank();
        assertEq(token.escrowed(escrow, bob), 4e18);
        assertEq(token.escrowedTotal(escrow), 4e18);
        assertEq(token.balanceOf(escrow), 4e18);
        assertEq(token.getVotes(erik), 4e18);
    }

    function test_TOKEN_20_RevertWhen_ReleasedToAnEscrow() public {
        address second = newEscrow();
        give(alice, 10e18);
        stake(alice, alice, 4e18);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_ReleaseToEscrow.selector, escrow));
        release(alice, escrow, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_ReleaseToEscrow.selector, second));
        release(alice, second, 1e18);
    }

    function test_TOKEN_18_ReleaseToPoolTakesVotes() public {
        give(alice, 10e18);
        delegate(alice, dora);
        stake(alice, alice, 4e18);
        release(alice, pool, 4e18);
        assertEq(token.getVotes(dora), 6e18);
        assertEq(token.balanceOf(pool), 4e18);
    }

    /// A pool that approved an escrow delivers into it: votes stay pending, and leave with the tokens.
    function test_TOKEN_17_EscrowInFromPoolIsDelivery() public {
        delegate(alice, dora);
        give(pool, 4e18);
        stake(pool, alice, 4e18);
        assertEq(token.pendingVotes(alice), 4e18);
        assertEq(token.getVotes(dora), 0);
        token.settleVotes(alice);
        assertEq(token.getVotes(dora), 4e18);
        release(alice, bob, 4e18);
        assertEq(token.getVotes(dora), 0);
    }

    function test_TOKEN_20_PlainTransferIntoEscrowBelongsToNobody() public {
        give(alice, 10e18);
        delegate(alice, dora);
        vm.prank(alice);
        token.transfer(escrow, 4e18);
        assertEq(token.getVotes(dora), 6e18);
        assertEq(token.escrowed(escrow, alice), 0);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_EscrowedTooLittle.selector, escrow, alice, 0, 1));
        release(alice, alice, 1);
    }

    /// The fault of the first sketch: fees paid in plainly and credited in a loop printed votes.
    function test_TOKEN_19_LoopThroughTheEscrowPrintsNothing() public {
        give(alice, 10e18);
        delegate(alice, dora);
        for (uint256 i; i < 5; ++i) {
            vm.prank(alice);
            token.transfer(escrow, 10e18);
            vm.prank(escrow);
            token.transfer(alice, 10e18);
        }
        assertEq(token.getVotes(dora), 10e18);
    }

    function test_TOKEN_21_TwoEscrowsKeepSeparateLedgers() public {
        address second = newEscrow();
        give(alice, 10e18);
        stake(alice, alice, 4e18);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_EscrowedTooLittle.selector, second, alice, 0, 1));
        vm.prank(second);
        token.escrowOut(alice, alice, 1);
    }

    function test_TOKEN_22_RegisteredStrangerKeepsItsTokensMovable() public {
        address stranger = address(new Vault());
        give(stranger, 10e18);
        vm.prank(timelock);
        token.addEscrow(stranger);
        vm.prank(stranger);
        token.transfer(bob, 10e18);
        assertEq(token.balanceOf(bob), 10e18);
    }

    function testFuzz_TOKEN_18_EscrowArithmetic(uint96 total, uint96 first, uint96 second, uint96 out) public {
        uint256 all = bound(total, 0, SUPPLY);
        uint256 a = bound(first, 0, all);
        uint256 b = bound(second, 0, all - a);
        uint256 c = bound(out, 0, a);
        give(carol, all);
        stake(carol, alice, a);
        stake(carol, bob, b);
        release(alice, alice, c);
        assertEq(token.escrowed(escrow, alice), a - c);
        assertEq(token.escrowed(escrow, bob), b);
        assertEq(token.escrowedTotal(escrow), a + b - c);
        assertEq(token.balanceOf(escrow), a + b - c);
        assertEq(token.balanceOf(alice), c);
        assertEq(token.balanceOf(carol), all - a - b);
    }
}
