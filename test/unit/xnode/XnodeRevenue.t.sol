// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {XnodeRevenue} from "../../../contracts/xnode/XnodeRevenue.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeRevenue} from "../../../contracts/xnode/interfaces/IXnodeRevenue.sol";
import {IUnitStream} from "../../../contracts/xnode/interfaces/IUnitStream.sol";
import {SeriesId} from "../../../contracts/xnode/types/SeriesId.sol";
import {RevenueFixture} from "../../helpers/RevenueFixture.sol";

contract XnodeRevenueTest is RevenueFixture {
    uint256 internal constant MAX_PAYMENT = type(uint128).max;

    // Deployment

    function test_Constructor_NamesItsCounterpartsAndVotesForNobody() public view {
        assertEq(address(revenue.xnodeOne()), address(xnode));
        assertEq(address(revenue.token()), address(token));
        assertEq(address(revenue.allocation()), address(allocation));
        assertEq(revenue.timelock(), timelock);
        assertEq(token.delegates(address(revenue)), EXCLUDED);
        assertEq(abi.encode(revenue.assets()), abi.encode(assetList()));
        assertEq(revenue.MAX_PAYMENT(), MAX_PAYMENT);
    }

    function test_RevertWhen_DeployedWithWrongAssets() public {
        address[] memory list = new address[](0);
        expectDeployRevert(list, abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_AssetCount.selector, 0, 4));
        list = new address[](5);
        expectDeployRevert(list, abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_AssetCount.selector, 5, 4));
        list = new address[](2);
        expectDeployRevert(list, abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_AssetInvalid.selector, ETHER));
        list[1] = nextAddress();
        expectDeployRevert(list, abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_AssetInvalid.selector, list[1]));
        list[1] = address(usdc);
        expectDeployRevert(list, abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_OpenMissing.selector, token));
    }

    function test_RevertWhen_UnitsReportToAnother() public {
        address[] memory list = assetList();
        address expected = nextAddress();
        vm.expectRevert(
            abi.encodeWithSelector(IUnitStream.UnitStream_WrongCounterpart.selector, expected, address(revenue))
        );
        new XnodeRevenue(xnode, token, allocation, timelock, list);
        vm.expectRevert(IUnitStream.UnitStream_ZeroAddress.selector);
        new XnodeRevenue(IXnodeOne(address(0)), token, allocation, timelock, list);
    }

    function test_Deploy_TakesUpToFourAssets() public {
        uint256 nonce = vm.getNonce(address(this));
        address[] memory list = new address[](4);
        (list[0], list[1], list[2], list[3]) = (address(token), address(0x1111), address(0x2222), ETHER);
        xnode = newXnodeOne(vm.computeCreateAddress(address(this), nonce + 1));
        revenue = new XnodeRevenue(xnode, token, allocation, timelock, list);
        assertEq(abi.encode(revenue.assets()), abi.encode(list));
        series = createSeries(uint32(CAP), 31, 0);
        uint256 unit = activatedTo(alice);
        paySeries(ETHER, 5);
        assertEq(claim(alice, unit, ETHER), 5);
    }

    function test_RevertWhen_HookIsCalledByAStranger() public {
        bytes memory reason = abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_NotXnodeOne.selector, alice);
        vm.startPrank(alice);
        vm.expectRevert(reason);
        revenue.onSeriesCreated(series, 1, 0);
        vm.expectRevert(reason);
        revenue.onActivated(1_000_001, START + 1 days);
        vm.expectRevert(reason);
        revenue.onRenewed(1_000_001, alice, START, START, START + 1 days);
        vm.expectRevert(reason);
        revenue.onTransferred(1_000_001, alice, START, START);
    }

    // One unit

    function test_XNODE_70_PayUnit_CreditsTheOwnerOfThatMoment() public {
        uint256 unit = activatedTo(alice);
        vm.expectEmit(address(revenue));
        emit IXnodeRevenue.UnitPaid(unit, ETHER, payer, alice, 3 ether);
        payUnit(unit, ETHER, 3 ether);
        transfer(unit, bob);
        payUnit(unit, address(usdc), 5e6);
        payUnit(unit, address(token), 7e18);

        assertEq(revenue.creditOf(alice, ETHER), 3 ether);
        assertEq(revenue.creditOf(bob, ETHER), 0);
        assertEq(revenue.creditOf(bob, address(usdc)), 5e6);
        assertEq(revenue.creditOf(bob, address(token)), 7e18);
        assertEq(address(revenue).balance, 3 ether);
        assertEq(usdc.balanceOf(address(revenue)), 5e6);
        assertEq(token.balanceOf(address(revenue)), FUNDED + 7e18);
        assertEq(payer.balance, 997 ether);
        assertEq(usdc.balanceOf(payer), 1_000_000e6 - 5e6);
    }

    function test_XNODE_70_RevertWhen_PaidUnitIsNotActive() public {
        uint256 unit = xnode.mint(series, alice, 1);
        bytes memory reason = abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_NotActive.selector, unit);
        vm.expectRevert(reason);
        payUnit(unit, ETHER, 1);
        vm.prank(alice);
        xnode.activate(unit);
        vm.warp(xnode.expiryOf(unit) - 1);
        payUnit(unit, ETHER, 1);
        skip(1);
        vm.expectRevert(reason);
        payUnit(unit, ETHER, 1);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 99));
        payUnit(99, ETHER, 1);
    }

    function test_RevertWhen_AmountIsOutOfRange() public {
        uint256 unit = activatedTo(alice);
        for (uint256 i = 0; i < 2; ++i) {
            uint256 amount = i == 0 ? 0 : MAX_PAYMENT + 1;
            bytes memory reason = abi.encodeWithSelector(
                IXnodeRevenue.XnodeRevenue_AmountOutOfRange.selector,
                amount,
                MAX_PAYMENT
            );
            vm.expectRevert(reason);
            payUnit(unit, address(usdc), amount);
            vm.expectRevert(reason);
            paySeries(address(usdc), amount);
        }
    }

    function test_RevertWhen_EtherDoesNotMatch() public {
        uint256 unit = activatedTo(alice);
        vm.startPrank(payer);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_WrongEther.selector, 5, 4));
        revenue.payUnit{value: 4}(unit, ETHER, 5);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_WrongEther.selector, 5, 6));
        revenue.paySeries{value: 6}(series, ETHER, 5);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_WrongEther.selector, 0, 1));
        revenue.paySeries{value: 1}(series, address(usdc), 5);
    }

    function test_RevertWhen_AssetIsUnknown() public {
        uint256 unit = activatedTo(alice);
        address[2] memory unknown = [address(0xDEAD), address(revenue)];
        for (uint256 i = 0; i < 2; ++i) {
            bytes memory reason = abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_UnknownAsset.selector, unknown[i]);
            vm.expectRevert(reason);
            payUnit(unit, unknown[i], 1);
            vm.expectRevert(reason);
            paySeries(unknown[i], 1);
            vm.expectRevert(reason);
            claim(alice, unit, unknown[i]);
            vm.expectRevert(reason);
            claimable(alice, unit, unknown[i]);
        }
    }

    function test_RevertWhen_PlainEtherArrives() public {
        vm.prank(payer);
        (bool ok, ) = address(revenue).call{value: 1}("");
        assertFalse(ok);
    }

    // A series

    function test_XNODE_71_PaySeries_IsSharedByTheUnitsActiveThen() public {
        uint256 first = activatedTo(alice);
        uint256 second = activatedTo(bob);
        xnode.mint(series, bob, 1);
        vm.expectEmit(address(revenue));
        emit IXnodeRevenue.SeriesPaid(series, address(usdc), payer, 9, 2, 1, 4.5e18);
        paySeries(address(usdc), 9);
        vm.expectEmit(address(revenue));
        emit IXnodeRevenue.SeriesPaid(series, address(usdc), payer, 1, 2, 2, 5e18);
        paySeries(address(usdc), 1);

        assertEq(claimable(alice, first, address(usdc)), 5);
        assertEq(claimable(bob, second, address(usdc)), 5);
        assertEq(usdc.balanceOf(address(revenue)), 10);
        assertEq(revenue.indexAt(series, address(usdc), 1), 4.5e18);
        assertEq(revenue.poolOf(series).active, 2);
        assertEq(revenue.poolOf(series).payments.inLane(1), 2);
        assertEq(revenue.poolOf(series).payments.inLane(0), 0);
        assertEq(revenue.expiringOn(series, LAST_DAY), 2);
    }

    function test_XNODE_71_PaySeries_KnowsTheOrderWithinOneSecond() public {
        uint256 first = activatedTo(alice);
        paySeries(ETHER, 100);
        uint256 second = activatedTo(bob);
        paySeries(ETHER, 100);
        transfer(first, bob);
        paySeries(ETHER, 100);

        assertEq(claimable(bob, second, ETHER), 100);
        assertEq(revenue.creditOf(alice, ETHER), 150);
        assertEq(claimable(bob, first, ETHER), 50);
    }

    function test_PaySeries_LeavesOtherSeriesAlone() public {
        uint256 unit = activatedTo(alice);
        series = createSeries(3, 31, 0);
        uint256 other = activatedTo(bob);
        paySeries(ETHER, 100);
        assertEq(claimable(alice, unit, ETHER), 0);
        assertEq(claimable(bob, other, ETHER), 100);
    }

    function test_XNODE_71_RevertWhen_NoUnitIsActive() public {
        xnode.mint(series, alice, 1);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_NoActiveUnits.selector, series));
        paySeries(ETHER, 1);
        series = SeriesId.wrap(9);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_UnknownSeries.selector, series));
        paySeries(ETHER, 1);
    }

    function testFuzz_XNODE_72_PaySeries_KeepsLessThanAWeiPerUnitAndPayment(
        uint128[3] memory amounts,
        uint256 count
    ) public {
        count = bound(count, 1, CAP);
        uint256[] memory units = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) units[i] = activatedTo(alice);
        uint256 paid;
        for (uint256 i = 0; i < 3; ++i) {
            uint256 amount = bound(amounts[i], 1, MAX_PAYMENT / 4);
            paid += amount;
            usdc.mint(payer, amount);
            paySeries(address(usdc), amount);
            // The worst case: a rounding at every payment.
            for (uint256 u = 0; u < count; ++u) revenue.settle(units[u]);
        }
        uint256 earned = revenue.creditOf(alice, address(usdc));
        assertLe(earned, paid);
        assertLt(paid - earned, count * 3);
    }

    function test_PaySeries_LargestPaymentsFit() public {
        uint256 unit = activatedTo(alice);
        usdc.mint(payer, 3 * MAX_PAYMENT);
        paySeries(address(usdc), MAX_PAYMENT);
        paySeries(address(usdc), MAX_PAYMENT);
        payUnit(unit, address(usdc), MAX_PAYMENT);
        assertEq(claim(alice, unit, address(usdc)), 3 * MAX_PAYMENT);
    }

    // Claims

    function test_XNODE_77_Claim_PaysTheWholeCreditOfOneAsset() public {
        uint256 unit = activatedTo(alice);
        payUnit(unit, ETHER, 1 ether);
        paySeries(ETHER, 2 ether);
        paySeries(address(usdc), 7e6);

        vm.expectEmit(address(revenue));
        emit IXnodeRevenue.Settled(unit, alice, ETHER, 2 ether, 1);
        vm.expectEmit(address(revenue));
        emit IXnodeRevenue.Settled(unit, alice, address(usdc), 7e6, 1);
        vm.expectEmit(address(revenue));
        emit IXnodeRevenue.Claimed(alice, ETHER, bob, 3 ether);
        vm.prank(alice);
        assertEq(revenue.claim(only(unit), ETHER, bob), 3 ether);

        assertEq(bob.balance, 3 ether);
        assertEq(alice.balance, 0);
        assertEq(address(revenue).balance, 0);
        assertEq(revenue.creditOf(alice, ETHER), 0);
        assertEq(revenue.creditOf(alice, address(usdc)), 7e6);
        vm.prank(alice);
        assertEq(revenue.claim(new uint256[](0), address(usdc), alice), 7e6);
        assertEq(usdc.balanceOf(alice), 7e6);
    }

    function test_Claim_CountsAUnitOnceWhoeverNamesItTwice() public {
        uint256 unit = activatedTo(alice);
        uint256[] memory units = new uint256[](3);
        (units[0], units[1], units[2]) = (unit, activatedTo(alice), unit);
        paySeries(ETHER, 100);
        vm.prank(alice);
        assertEq(revenue.claim(units, ETHER, alice), 100);
    }

    function test_Claim_SkipsAUnitThatIsNotActivated() public {
        uint256[] memory units = new uint256[](2);
        (units[0], units[1]) = (activatedTo(alice), xnode.mint(series, alice, 1));
        paySeries(ETHER, 100);
        vm.prank(alice);
        assertEq(revenue.claim(units, ETHER, alice), 100);
        revenue.settle(units[1]);
        assertEq(revenue.accrued(units[1])[0], 0);
    }

    function test_XNODE_10_Claim_LeavesALockedUnitLockedAndEarning() public {
        uint256 unit = activatedTo(alice);
        vm.prank(locker);
        xnode.lock(unit);
        paySeries(ETHER, 100);
        assertEq(claim(alice, unit, ETHER), 100);
        xnode.renew(unit);
        paySeries(ETHER, 50);
        assertEq(claim(alice, unit, ETHER), 50);
        assertEq(xnode.lockerOf(unit), locker);
    }

    function test_XNODE_77_RevertWhen_ClaimedByAnother() public {
        uint256 unit = activatedTo(alice);
        paySeries(ETHER, 100);
        bytes memory reason = abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_NotOwner.selector, unit, alice, bob);
        vm.expectRevert(reason);
        claim(bob, unit, ETHER);
        vm.expectRevert(reason);
        claimable(bob, unit, ETHER);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 99));
        claim(bob, 99, ETHER);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 99));
        revenue.settle(99);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 99));
        revenue.accrued(99);
    }

    function test_RevertWhen_NothingIsThereToClaim() public {
        uint256 unit = activatedTo(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_NothingToClaim.selector, alice, ETHER));
        claim(alice, unit, ETHER);
    }

    function test_XNODE_77_RevertWhen_ClaimGoesToNobody() public {
        uint256 unit = activatedTo(alice);
        paySeries(ETHER, 100);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_RecipientInvalid.selector, address(0)));
        revenue.claim(only(unit), ETHER, address(0));
        vm.expectRevert(abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_RecipientInvalid.selector, revenue));
        revenue.claim(only(unit), ETHER, address(revenue));
    }

    function test_RevertWhen_ClaimNamesTooManyUnits() public {
        uint256 unit = activatedTo(alice);
        paySeries(ETHER, 100);
        uint256[] memory units = new uint256[](51);
        for (uint256 i = 0; i < 51; ++i) units[i] = unit;
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_TooManyUnits.selector, 51, 50));
        revenue.claim(units, ETHER, alice);
    }

    function test_Settle_ByAnyoneCreditsTheOwner() public {
        uint256 unit = activatedTo(alice);
        paySeries(ETHER, 100);
        vm.prank(bob);
        revenue.settle(unit);
        assertEq(revenue.creditOf(alice, ETHER), 100);
        assertEq(revenue.accrued(unit)[0], 0);
        assertEq(revenue.shareOf(unit).seen.inLane(0), 1);
        revenue.settle(unit);
        assertEq(revenue.creditOf(alice, ETHER), 100);
    }

    function nextAddress() private view returns (address) {
        return vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
    }

    function expectDeployRevert(address[] memory list, bytes memory reason) private {
        vm.expectRevert(reason);
        new XnodeRevenue(xnode, token, allocation, timelock, list);
    }
}
