// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IXnodeRevenue} from "../../../contracts/xnode/interfaces/IXnodeRevenue.sol";
import {SeriesId} from "../../../contracts/xnode/types/SeriesId.sol";
import {RevenueFixture} from "../../helpers/RevenueFixture.sol";

/// @dev Midnights, expiry, grace and renewal. The stream is left out: what is paid here is ETH.
contract XnodeRevenueTermsTest is RevenueFixture {
    // Expiry

    function test_XNODE_74_Expiry_EndsTheSharing() public {
        uint256 first = activatedTo(alice);
        skip(10 days);
        uint256 second = activatedTo(bob);
        paySeriesLate(ETHER, 100);
        toDay(LAST_DAY - 1);
        advance();
        paySeries(ETHER, 100);
        toDay(LAST_DAY);
        vm.expectEmit(address(revenue));
        emit IXnodeRevenue.DayCrossed(series, LAST_DAY, 1, 1);
        paySeries(ETHER, 100);

        assertEq(claimable(alice, first, ETHER), 100);
        assertEq(claimable(bob, second, ETHER), 200);
        assertEq(revenue.poolOf(series).active, 1);
    }

    function test_XNODE_74_Expiry_LastSecondSharesAndMidnightDoesNot() public {
        uint256 first = activatedTo(alice);
        skip(1 days);
        uint256 second = activatedTo(bob);
        vm.warp(LAST_DAY * 1 days - 1);
        advance();
        paySeries(ETHER, 100);
        skip(1);
        paySeries(ETHER, 100);
        assertEq(claimable(alice, first, ETHER), 50);
        assertEq(claimable(bob, second, ETHER), 150);
    }

    function test_XNODE_75_Expiry_NeedsNobodyToAdvanceForClaimsAndTransfers() public {
        uint256 unit = activatedTo(alice);
        paySeries(ETHER, 100);
        // Years behind, and nothing was crossed.
        skip(1_000 days);
        assertEq(revenue.poolOf(series).lastDay, TODAY);
        transfer(unit, bob);
        assertEq(revenue.creditOf(alice, ETHER), 100);
        assertEq(claimable(bob, unit, ETHER), 0);
        vm.prank(alice);
        assertEq(revenue.claim(new uint256[](0), ETHER, alice), 100);
        advance();
        assertEq(claimable(bob, unit, ETHER), 0);
    }

    function test_Expiry_IsTheSameBeforeAndAfterCrossing() public {
        uint256 unit = activatedTo(alice);
        uint256 long = longUnitTo(bob);
        paySeries(ETHER, 100);
        toDay(LAST_DAY);
        assertEq(claimable(alice, unit, ETHER), 50);
        revenue.settle(unit);
        paySeriesLate(ETHER, 100);
        assertEq(claimable(alice, unit, ETHER), 50);
        revenue.settle(unit);
        assertEq(revenue.creditOf(alice, ETHER), 50);
        assertEq(claimable(bob, long, ETHER), 150);
    }

    function test_Expiry_SoldLapsedUnitBringsNothing() public {
        uint256 unit = activatedTo(alice);
        longUnitTo(bob);
        skip(70 days);
        assertTrue(xnode.isLapsed(unit));
        paySeriesLate(ETHER, 100);
        transfer(unit, bob);
        paySeriesLate(ETHER, 100);
        assertEq(claimable(bob, unit, ETHER), 0);
        assertEq(revenue.creditOf(alice, ETHER), 0);
    }

    function test_XNODE_71_RevertWhen_TheLastUnitHasExpired() public {
        activatedTo(alice);
        toDay(LAST_DAY);
        advance();
        vm.expectRevert(abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_NoActiveUnits.selector, series));
        paySeries(ETHER, 100);
    }

    // Advancing

    function test_XNODE_75_PaySeries_CrossesEightMidnights() public {
        activatedTo(alice);
        toDay(TODAY + 8);
        paySeries(ETHER, 1);
        assertEq(revenue.poolOf(series).lastDay, TODAY + 8);
    }

    function test_XNODE_75_RevertWhen_PaidNineMidnightsLater() public {
        activatedTo(alice);
        toDay(TODAY + 9);
        bytes memory reason = abi.encodeWithSelector(
            IXnodeRevenue.XnodeRevenue_Behind.selector,
            series,
            TODAY + 8,
            TODAY + 9
        );
        vm.expectRevert(reason);
        paySeries(ETHER, 1);
        revenue.advance(series, 1);
        paySeries(ETHER, 1);
    }

    function test_Advance_StopsWhereItIsToldAndToday() public {
        activatedTo(alice);
        skip(20 days);
        vm.expectEmit(address(revenue));
        emit IXnodeRevenue.Advanced(series, TODAY, TODAY + 5);
        assertEq(revenue.advance(series, 5), TODAY + 5);
        vm.expectEmit(address(revenue));
        emit IXnodeRevenue.Advanced(series, TODAY + 5, TODAY + 20);
        assertEq(revenue.advance(series, type(uint256).max), TODAY + 20);
        assertEq(revenue.advance(series, 100), TODAY + 20);
        assertEq(revenue.poolOf(series).lastDay, TODAY + 20);
    }

    function test_Advance_StopsWithTheLastUnit() public {
        activatedTo(alice);
        skip(400 days);
        assertEq(revenue.advance(series, 1_000), LAST_DAY);
        assertEq(revenue.poolOf(series).active, 0);
        // The next unit need not catch up with the empty year.
        activatedTo(bob);
        assertEq(revenue.poolOf(series).lastDay, TODAY + 400);
        paySeries(ETHER, 1);
    }

    function test_Advance_LeavesAnEmptySeriesAlone() public {
        assertEq(revenue.advance(series, 100), 0);
        assertEq(revenue.advance(SeriesId.wrap(9), 100), 0);
    }

    function test_Advance_InOneStepOrManyIsTheSame() public {
        uint256 unit = activatedTo(alice);
        uint256 long = longUnitTo(bob);
        paySeries(ETHER, 100);
        skip(60 days);
        for (uint256 i = 0; i < 60; ++i) revenue.advance(series, 1);
        assertEq(revenue.poolOf(series).lastDay, TODAY + 60);
        assertEq(revenue.poolOf(series).active, 1);
        paySeries(ETHER, 100);
        assertEq(claimable(alice, unit, ETHER), 50);
        assertEq(claimable(bob, long, ETHER), 150);
    }

    function test_Activate_WhileBehindSharesFromThenOn() public {
        uint256 first = activatedTo(alice);
        paySeries(ETHER, 100);
        // The first unit has expired unseen.
        skip(40 days);
        uint256 second = activatedTo(bob);
        assertEq(revenue.poolOf(series).active, 2);
        paySeriesLate(ETHER, 100);
        assertEq(claimable(alice, first, ETHER), 100);
        assertEq(claimable(bob, second, ETHER), 100);
    }

    // Renewal

    function test_Renew_BeforeExpiryGoesOnWithoutAGap() public {
        uint256 unit = activatedTo(alice);
        longUnitTo(bob);
        paySeries(ETHER, 100);
        xnode.renew(unit);
        assertEq(revenue.expiringOn(series, LAST_DAY), 0);
        assertEq(revenue.expiringOn(series, LAST_DAY + 31), 1);
        toDay(LAST_DAY + 30);
        paySeriesLate(ETHER, 100);
        assertEq(claimable(alice, unit, ETHER), 100);
        toDay(LAST_DAY + 31);
        paySeriesLate(ETHER, 100);
        assertEq(claimable(alice, unit, ETHER), 100);
    }

    function test_Renew_SeveralTermsAhead() public {
        uint256 unit = activatedTo(alice);
        xnode.renew(unit);
        xnode.renew(unit);
        assertEq(revenue.expiringOn(series, LAST_DAY + 62), 1);
        toDay(LAST_DAY + 61);
        paySeriesLate(ETHER, 100);
        assertEq(claimable(alice, unit, ETHER), 100);
        assertEq(revenue.poolOf(series).active, 1);
        skip(1 days);
        advance();
        assertEq(revenue.poolOf(series).active, 0);
    }

    function test_XNODE_74_Renew_InGraceLeavesOutWhatWasPaidInTheGap() public {
        uint256 unit = activatedTo(alice);
        uint256 long = longUnitTo(bob);
        paySeries(ETHER, 100);
        toDay(LAST_DAY + 10);
        paySeriesLate(ETHER, 1_000);
        vm.expectEmit(address(revenue));
        emit IXnodeRevenue.Settled(unit, alice, ETHER, 50, 1);
        xnode.renew(unit);
        assertEq(revenue.creditOf(alice, ETHER), 50);
        assertEq(revenue.poolOf(series).active, 2);
        paySeries(ETHER, 100);

        assertEq(claim(alice, unit, ETHER), 100);
        assertEq(claimable(bob, long, ETHER), 1_100);
    }

    function test_Renew_InGraceWithoutAPaymentInTheGapGoesOn() public {
        uint256 unit = activatedTo(alice);
        longUnitTo(bob);
        paySeries(ETHER, 100);
        toDay(LAST_DAY + 10);
        // Its last midnight is not crossed.
        xnode.renew(unit);
        assertEq(revenue.creditOf(alice, ETHER), 0);
        assertEq(revenue.poolOf(series).active, 2);
        assertEq(revenue.expiringOn(series, LAST_DAY), 0);
        paySeriesLate(ETHER, 100);
        assertEq(claimable(alice, unit, ETHER), 100);
    }

    function test_Renew_InGraceOfTheOnlyUnitRestartsTheSeries() public {
        uint256 unit = activatedTo(alice);
        paySeries(ETHER, 100);
        toDay(LAST_DAY + 20);
        advance();
        assertEq(revenue.poolOf(series).active, 0);
        xnode.renew(unit);
        assertEq(revenue.poolOf(series).active, 1);
        assertEq(revenue.poolOf(series).lastDay, LAST_DAY + 20);
        paySeries(ETHER, 100);
        assertEq(claim(alice, unit, ETHER), 200);
    }

    function test_Renew_SameSecondAsPayments() public {
        uint256 unit = activatedTo(alice);
        uint256 long = longUnitTo(bob);
        toDay(LAST_DAY);
        paySeriesLate(ETHER, 100);
        xnode.renew(unit);
        paySeries(ETHER, 100);
        assertEq(claimable(alice, unit, ETHER), 50);
        assertEq(claimable(bob, long, ETHER), 150);
    }

    function test_XNODE_73_Renew_AfterATransferInGraceCreditsEachOwnerItsTime() public {
        uint256 unit = activatedTo(alice);
        longUnitTo(payer);
        paySeries(ETHER, 100);
        toDay(LAST_DAY + 1);
        paySeriesLate(ETHER, 100);
        transfer(unit, bob);
        xnode.renew(unit);
        paySeries(ETHER, 100);
        transfer(unit, alice);
        paySeries(ETHER, 100);
        assertEq(revenue.creditOf(alice, ETHER), 50);
        assertEq(revenue.creditOf(bob, ETHER), 50);
        assertEq(claimable(alice, unit, ETHER), 100);
    }

    function test_Renew_TwiceInGraceOfTwoTerms() public {
        uint256 unit = activatedTo(alice);
        uint256 long = longUnitTo(bob);
        for (uint256 i = 0; i < 2; ++i) {
            paySeriesLate(ETHER, 100);
            vm.warp(xnode.expiryOf(unit) + 5 days);
            paySeriesLate(ETHER, 100);
            xnode.renew(unit);
        }
        assertEq(claimable(alice, unit, ETHER), 100);
        assertEq(claimable(bob, long, ETHER), 300);
    }

    // Transfers

    function test_XNODE_73_Transfer_LeavesWhatAccruedToTheOwnerBefore() public {
        uint256 unit = activatedTo(alice);
        paySeries(ETHER, 100);
        paySeries(address(usdc), 10);
        vm.expectEmit(address(revenue));
        emit IXnodeRevenue.Settled(unit, alice, ETHER, 100, 1);
        transfer(unit, bob);
        paySeries(ETHER, 7);
        assertEq(revenue.creditOf(alice, ETHER), 100);
        assertEq(revenue.creditOf(alice, address(usdc)), 10);
        assertEq(claim(bob, unit, ETHER), 7);
    }

    function test_Transfer_ToTheSameOwnerLosesNothing() public {
        uint256 unit = activatedTo(alice);
        paySeries(ETHER, 100);
        transfer(unit, alice);
        paySeries(ETHER, 100);
        assertEq(claim(alice, unit, ETHER), 200);
    }

    function test_Transfer_OfAUnitNeverActivatedTellsNobody() public {
        activatedTo(bob);
        uint256 unit = xnode.mint(series, alice, 1);
        paySeries(ETHER, 100);
        transfer(unit, bob);
        assertEq(revenue.creditOf(alice, ETHER), 0);
        vm.prank(bob);
        xnode.activate(unit);
        assertEq(claimable(bob, unit, ETHER), 0);
    }

    /// @dev The order of events, drawn at random, against shares computed one payment at a time.
    function testFuzz_XNODE_73_OwnersGetWhatWasPaidInTheirTime(uint256 seed) public {
        uint256[3] memory units = [activatedTo(alice), activatedTo(alice), longUnitTo(bob)];
        uint256[2] memory expected;
        for (uint256 step = 0; step < 40; ++step) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 unit = units[(seed >> 8) % 3];
            uint256 choice = seed % 6;
            if (choice == 0) {
                skip((seed >> 16) % 25 days);
            } else if (choice == 1) {
                transfer(unit, (seed >> 16) % 2 == 0 ? alice : bob);
            } else if (choice < 4) {
                try xnode.renew(unit) {} catch {}
            } else if (choice == 4) {
                revenue.settle(unit);
            } else {
                advance();
                uint256 active = 0;
                for (uint256 i = 0; i < 3; ++i) if (xnode.isActive(units[i])) ++active;
                if (active == 0) continue;
                // Six divides by one, two and three: exact.
                uint256 amount = 6 * (1 + ((seed >> 16) % 1e18));
                paySeries(ETHER, amount);
                for (uint256 i = 0; i < 3; ++i) {
                    if (xnode.isActive(units[i])) {
                        expected[xnode.ownerOf(units[i]) == alice ? 0 : 1] += amount / active;
                    }
                }
            }
        }
        uint256[2] memory earned = [revenue.creditOf(alice, ETHER), revenue.creditOf(bob, ETHER)];
        for (uint256 i = 0; i < 3; ++i) {
            earned[xnode.ownerOf(units[i]) == alice ? 0 : 1] += revenue.accrued(units[i])[0];
        }
        assertEq(earned[0], expected[0]);
        assertEq(earned[1], expected[1]);
    }

    function advance() private {
        revenue.advance(series, type(uint256).max);
    }

    function paySeriesLate(address asset, uint256 amount) private {
        advance();
        paySeries(asset, amount);
    }

    /// @dev Paid for as far ahead as it goes, and then kept alive by nobody: 93 days.
    function longUnitTo(address owner) private returns (uint256 unit) {
        unit = activatedTo(owner);
        xnode.renew(unit);
        xnode.renew(unit);
    }
}
