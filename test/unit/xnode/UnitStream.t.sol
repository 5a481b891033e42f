// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {XnodeRevenue} from "../../../contracts/xnode/XnodeRevenue.sol";
import {ITokenAllocation} from "../../../contracts/token/interfaces/ITokenAllocation.sol";
import {IOpenToken} from "../../../contracts/token/interfaces/IOpenToken.sol";
import {IUnitStream} from "../../../contracts/xnode/interfaces/IUnitStream.sol";
import {SeriesId} from "../../../contracts/xnode/types/SeriesId.sol";
import {RevenueFixture} from "../../helpers/RevenueFixture.sol";

contract UnitStreamTest is RevenueFixture {
    // Deployment

    function test_RevertWhen_DeployedWithWrongCounterparts() public {
        vm.expectRevert(IUnitStream.UnitStream_ZeroAddress.selector);
        new XnodeRevenue(xnode, IOpenToken(address(0)), allocation, timelock, assetList());
        vm.expectRevert(IUnitStream.UnitStream_ZeroAddress.selector);
        new XnodeRevenue(xnode, token, ITokenAllocation(address(0)), timelock, assetList());
        vm.expectRevert(IUnitStream.UnitStream_ZeroAddress.selector);
        new XnodeRevenue(xnode, token, allocation, address(0), assetList());
        vm.expectRevert(abi.encodeWithSelector(IUnitStream.UnitStream_WrongCounterpart.selector, bob, timelock));
        new XnodeRevenue(xnode, token, allocation, bob, assetList());
    }

    // Reservation

    function test_XNODE_79_CreateSeries_ReservesTheWholeCap() public {
        assertEq(revenue.openHeld(), CAP * GRANT);
        assertEq(revenue.freeOpen(), FUNDED - CAP * GRANT);
        assertEq(revenue.grantOf(series), GRANT);
        vm.expectEmit(address(revenue));
        emit IUnitStream.StreamReserved(SeriesId.wrap(2), 100e18, 500e18);
        createSeries(5, 31, 100e18);
        assertEq(revenue.openHeld(), CAP * GRANT + 500e18);
    }

    function test_CreateSeries_WithoutAGrantNeedsNoFunding() public {
        giveBack(revenue.freeOpen());
        SeriesId free = createSeries(999_999, 31, 0);
        assertEq(revenue.grantOf(free), 0);
        assertEq(revenue.openHeld(), CAP * GRANT);
    }

    function test_CreateSeries_TakesTheLastFreeWei() public {
        giveBack(revenue.freeOpen() - 1_000);
        createSeries(10, 31, 100);
        assertEq(revenue.freeOpen(), 0);
    }

    function test_XNODE_79_RevertWhen_SeriesIsNotFunded() public {
        uint256 free = revenue.freeOpen();
        vm.expectRevert(abi.encodeWithSelector(IUnitStream.UnitStream_NotFree.selector, free, 1_000 * 200e18));
        createSeries(1_000, 31, 200e18);
    }

    function test_XNODE_79_RevertWhen_OnlyRevenueWouldFundIt() public {
        activatedTo(alice);
        giveBack(revenue.freeOpen());
        // What owners are owed is not free.
        paySeries(address(token), 1_000e18);
        assertEq(revenue.freeOpen(), 0);
        vm.expectRevert(abi.encodeWithSelector(IUnitStream.UnitStream_NotFree.selector, 0, 10));
        createSeries(10, 31, 1);
    }

    // Giving back

    function test_GiveBackFree_ReturnsToTheRow() public {
        uint256 spent = allocation.spent(ROW);
        vm.expectEmit(address(revenue));
        emit IUnitStream.FreeGivenBack(ROW, 1_000e18);
        giveBack(1_000e18);
        assertEq(allocation.spent(ROW), spent - 1_000e18);
        assertEq(allocation.outstanding(ROW, address(revenue)), FUNDED - 1_000e18);
        assertEq(token.balanceOf(address(revenue)), FUNDED - 1_000e18);
        assertEq(token.allowance(address(revenue), address(allocation)), 0);
    }

    function test_XNODE_79_RevertWhen_GivingBackWhatIsReserved() public {
        uint256 free = revenue.freeOpen();
        vm.expectRevert(abi.encodeWithSelector(IUnitStream.UnitStream_NotFree.selector, free, free + 1));
        giveBack(free + 1);
    }

    function test_RevertWhen_GivingBackMoreThanTheRowSent() public {
        vm.prank(payer);
        token.transfer(address(revenue), 10_000e18);
        uint256 free = revenue.freeOpen();
        giveBack(free - 10_000e18);
        // The rest of the funding is reserved: what strangers sent takes its place.
        giveBack(CAP * GRANT);
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_NotOutstanding.selector, ROW, 0, 1));
        giveBack(1);
    }

    function test_RevertWhen_GivenBackByAStranger() public {
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IUnitStream.UnitStream_NotTimelock.selector, alice));
        revenue.giveBackFree(ROW, 1);
    }

    // Streaming

    function test_XNODE_78_Stream_RunsBySecondFromActivation() public {
        uint256 unit = activatedTo(alice);
        assertEq(claimable(alice, unit, address(token)), 0);
        skip(1);
        assertEq(claimable(alice, unit, address(token)), GRANT / 365 days);
        skip(73 days - 1);
        vm.expectEmit(address(revenue));
        emit IUnitStream.StreamSettled(unit, alice, GRANT / 5, 73 days);
        assertEq(claim(alice, unit, address(token)), GRANT / 5);
        assertEq(token.balanceOf(alice), GRANT / 5);
        assertEq(revenue.shareOf(unit).streamed, 73 days);
        assertEq(revenue.openHeld(), CAP * GRANT - GRANT / 5);
        assertEq(revenue.freeOpen(), FUNDED - CAP * GRANT);
    }

    function test_XNODE_78_Stream_GoesOnAfterExpiryAndEndsOnTheGrant() public {
        uint256 unit = activatedTo(alice);
        skip(364 days);
        assertTrue(xnode.isLapsed(unit));
        claim(alice, unit, address(token));
        skip(1_000 days);
        claim(alice, unit, address(token));
        assertEq(token.balanceOf(alice), GRANT);
        assertEq(revenue.shareOf(unit).streamed, 365 days);
        skip(1 days);
        assertEq(claimable(alice, unit, address(token)), 0);
    }

    function test_XNODE_73_Stream_BelongsToTheOwnerOfEachSecond() public {
        uint256 unit = activatedTo(alice);
        skip(73 days);
        transfer(unit, bob);
        skip(146 days);
        transfer(unit, alice);
        skip(1_000 days);
        transfer(unit, bob);
        assertEq(revenue.creditOf(alice, address(token)), (GRANT * 3) / 5);
        assertEq(revenue.creditOf(bob, address(token)), (GRANT * 2) / 5);
        assertEq(claimable(bob, unit, address(token)), (GRANT * 2) / 5);
    }

    function test_XNODE_78_Stream_StartsWithActivationNotMint() public {
        uint256 unit = xnode.mint(series, alice, 1);
        skip(100 days);
        transfer(unit, bob);
        vm.prank(bob);
        xnode.activate(unit);
        skip(73 days);
        assertEq(revenue.creditOf(alice, address(token)), 0);
        assertEq(claimable(bob, unit, address(token)), GRANT / 5);
    }

    function test_Stream_AddsToRevenueInOpen() public {
        uint256 unit = activatedTo(alice);
        paySeries(address(token), 10e18);
        payUnit(unit, address(token), 5e18);
        skip(73 days);
        assertEq(revenue.openHeld(), CAP * GRANT + 15e18);
        assertEq(revenue.accrued(unit)[2], 10e18 + GRANT / 5);
        assertEq(claim(alice, unit, address(token)), 15e18 + GRANT / 5);
        assertEq(revenue.openHeld(), CAP * GRANT - GRANT / 5);
    }

    function test_XNODE_78_Stream_WholeCapIsPaidInFull() public {
        uint256[] memory units = new uint256[](CAP);
        for (uint256 i = 0; i < CAP; ++i) {
            units[i] = activatedTo(alice);
            skip(1 days + 1);
        }
        skip(500 days);
        giveBack(revenue.freeOpen());
        vm.prank(alice);
        assertEq(revenue.claim(units, address(token), alice), CAP * GRANT);
        assertEq(token.balanceOf(address(revenue)), 0);
        assertEq(revenue.openHeld(), 0);
    }

    function testFuzz_XNODE_78_Stream_SettlementsLoseNothing(uint128 grant, uint32[8] memory waits) public {
        grant = uint128(bound(grant, 1, 1_000e18));
        series = createSeries(1, 31, grant);
        uint256 unit = activatedTo(alice);
        for (uint256 i = 0; i < 8; ++i) {
            skip(bound(waits[i], 0, 100 days));
            revenue.settle(unit);
            uint256 passed = block.timestamp - START;
            if (passed > 365 days) passed = 365 days;
            assertEq(revenue.creditOf(alice, address(token)), (uint256(grant) * passed) / 365 days);
        }
        skip(365 days);
        revenue.settle(unit);
        assertEq(revenue.creditOf(alice, address(token)), grant);
    }

    function giveBack(uint256 amount) private {
        vm.prank(timelock);
        revenue.giveBackFree(ROW, amount);
    }
}
