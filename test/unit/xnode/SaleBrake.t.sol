// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISaleBrake} from "../../../contracts/xnode/interfaces/ISaleBrake.sol";
import {IXnodeSale} from "../../../contracts/xnode/interfaces/IXnodeSale.sol";
import {XnodeFixture} from "../../helpers/XnodeFixture.sol";

contract SaleBrakeTest is XnodeFixture {
    uint256 internal constant SALE_END = START + 60 days;

    function test_XNODE_24_Pause_StopsBuyingUntilItEndsByItself() public {
        vm.expectEmit(address(sale));
        emit ISaleBrake.SalePaused(guardian, START + 7 days);
        vm.prank(guardian);
        sale.pause(7 days);
        skipFresh(7 days - 1);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(ISaleBrake.SaleBrake_Paused.selector, START + 7 days));
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
        vm.warp(START + 7 days);
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
        assertEq(xnode.balanceOf(alice), 1);
    }

    function test_XNODE_24_Pause_MovesTheEndOfTheWindowByItsLength() public {
        vm.prank(guardian);
        sale.pause(7 days);
        assertEq(sale.saleEndOf(series), SALE_END + 7 days);
        skipFresh(67 days - 1);
        vm.prank(alice);
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
        skipFresh(1);
        vm.prank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(
                IXnodeSale.XnodeSale_WindowClosed.selector,
                series,
                SALE_END + 7 days,
                START,
                SALE_END + 7 days
            )
        );
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
    }

    function test_XNODE_24_Pause_ThatIsEndedEarlyMovesTheWindowByWhatItLasted() public {
        vm.prank(guardian);
        sale.pause(7 days);
        vm.warp(START + 1 days);
        vm.expectEmit(address(sale));
        emit ISaleBrake.SaleUnpaused(guardian, START + 7 days);
        vm.prank(guardian);
        sale.unpause();
        assertEq(sale.saleEndOf(series), SALE_END + 1 days);
        assertEq(sale.pausedUntil(), START + 1 days);
    }

    function test_Pause_AfterTheEndDoesNotReopenTheWindow() public {
        vm.warp(SALE_END);
        vm.prank(guardian);
        sale.pause(7 days);
        assertEq(sale.saleEndOf(series), SALE_END);
    }

    function test_XNODE_24_Pause_BeforeTheWindowCountsOnlyTheOverlap() public {
        vm.prank(guardian);
        sale.pause(7 days);
        vm.prank(timelock);
        xnode.setSaleWindow(series, uint40(START + 5 days), uint40(START + 10 days));
        assertEq(sale.saleEndOf(series), START + 12 days);
    }

    function test_Pause_BeforeTheWindowWasSetAnewDoesNotCount() public {
        vm.prank(guardian);
        sale.pause(7 days);
        vm.warp(START + 8 days);
        vm.prank(timelock);
        xnode.setSaleWindow(series, uint40(START), uint40(START + 20 days));
        assertEq(sale.saleEndOf(series), START + 20 days);
    }

    function test_Pause_SeveralMoveTheWindowTogether() public {
        vm.prank(guardian);
        sale.pause(7 days);
        vm.warp(START + 37 days);
        vm.prank(guardian);
        sale.pause(2 days);
        assertEq(sale.saleEndOf(series), SALE_END + 9 days);
    }

    function test_Pause_InAWindowThatIsOpenOnlyBecauseOfAnEarlierPause() public {
        vm.prank(guardian);
        sale.pause(7 days);
        vm.warp(SALE_END + 6 days);
        vm.prank(guardian);
        sale.pause(3 days);
        assertEq(sale.saleEndOf(series), SALE_END + 10 days);
    }

    function test_Unpause_ByTheTimelock() public {
        vm.prank(guardian);
        sale.pause(7 days);
        vm.prank(timelock);
        sale.unpause();
        vm.prank(alice);
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
        assertEq(xnode.balanceOf(alice), 1);
    }

    function test_XNODE_24_RevertWhen_PausedAgainWithinThirtyDays() public {
        vm.startPrank(guardian);
        sale.pause(1 days);
        vm.warp(START + 31 days - 1);
        vm.expectRevert(abi.encodeWithSelector(ISaleBrake.SaleBrake_TooSoon.selector, START + 31 days));
        sale.pause(1 days);
        vm.warp(START + 31 days);
        sale.pause(1 days);
        assertEq(sale.pausedUntil(), START + 32 days);
    }

    function test_XNODE_24_RevertWhen_PauseTooLongOrEmpty() public {
        vm.startPrank(guardian);
        vm.expectRevert(abi.encodeWithSelector(ISaleBrake.SaleBrake_DurationOutOfRange.selector, 7 days + 1, 7 days));
        sale.pause(7 days + 1);
        vm.expectRevert(abi.encodeWithSelector(ISaleBrake.SaleBrake_DurationOutOfRange.selector, 0, 7 days));
        sale.pause(0);
    }

    function test_RevertWhen_PausedByAnotherOrAfterTheTerm() public {
        vm.prank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(ISaleBrake.SaleBrake_NotGuardian.selector, alice, guardian, START + 365 days)
        );
        sale.pause(1);
        vm.warp(START + 365 days);
        vm.prank(guardian);
        vm.expectRevert(
            abi.encodeWithSelector(ISaleBrake.SaleBrake_NotGuardian.selector, guardian, guardian, START + 365 days)
        );
        sale.pause(1);
    }

    function test_RevertWhen_UnpausedByAnotherOrNotPaused() public {
        vm.prank(guardian);
        vm.expectRevert(ISaleBrake.SaleBrake_NotPaused.selector);
        sale.unpause();
        vm.prank(guardian);
        sale.pause(1 days);
        vm.prank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(ISaleBrake.SaleBrake_NotGuardian.selector, alice, guardian, START + 365 days)
        );
        sale.unpause();
    }

    function test_SetGuardian_EmitsOldAndNew() public {
        vm.expectEmit(address(sale));
        emit ISaleBrake.GuardianSet(guardian, bob, START + 365 days, START + 1 days);
        vm.prank(timelock);
        sale.setGuardian(bob, START + 1 days);
        assertEq(sale.guardian(), bob);
        assertEq(sale.guardianUntil(), START + 1 days);
    }

    function test_RevertWhen_SetGuardianByAnotherOrForTooLong() public {
        vm.prank(guardian);
        vm.expectRevert(abi.encodeWithSelector(ISaleBrake.SaleBrake_NotTimelock.selector, guardian));
        sale.setGuardian(guardian, START);
        vm.prank(timelock);
        vm.expectRevert(
            abi.encodeWithSelector(ISaleBrake.SaleBrake_TermTooLong.selector, START + 365 days + 1, START + 365 days)
        );
        sale.setGuardian(bob, START + 365 days + 1);
    }

    /// @dev A buyer has exactly the unpaused seconds that the vote gave, however the pauses fall.
    function testFuzz_XNODE_24_Pause_UnpausedSecondsOfTheWindowStayTheSame(
        uint256 firstStart,
        uint256 firstLength,
        uint256 secondStart,
        uint256 secondLength
    ) public {
        firstStart = bound(firstStart, START, START + 70 days);
        firstLength = bound(firstLength, 1, 7 days);
        vm.warp(firstStart);
        vm.prank(guardian);
        sale.pause(firstLength);
        secondStart = bound(secondStart, firstStart + firstLength + 30 days, firstStart + firstLength + 70 days);
        secondLength = bound(secondLength, 1, 7 days);
        vm.warp(secondStart);
        vm.prank(guardian);
        sale.pause(secondLength);

        uint256 end = sale.saleEndOf(series);
        uint256 pausedInside;
        if (firstStart < end) pausedInside += firstLength;
        if (secondStart < end) pausedInside += secondLength;
        assertEq(end - START - pausedInside, 60 days);
    }
}
