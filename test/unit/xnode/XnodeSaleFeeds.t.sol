// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AggregatorV3Interface} from "@chainlink/contracts/src/v0.8/shared/interfaces/AggregatorV3Interface.sol";

import {IPriceOracle} from "../../../contracts/oracle/interfaces/IPriceOracle.sol";
import {IXnodeSale} from "../../../contracts/xnode/interfaces/IXnodeSale.sol";
import {AnyFeed} from "../../helpers/AnyFeed.sol";
import {ContractWallet} from "../../helpers/ContractWallet.sol";
import {TestToken} from "../../helpers/TestTokens.sol";
import {VoucherFixture} from "../../helpers/VoucherFixture.sol";

/// @dev What feeds in trouble stop, and what they do not.
contract XnodeSaleFeedsTest is VoucherFixture {
    AnyFeed internal feed;

    function setUp() public override {
        super.setUp();
        feed = new AnyFeed();
        feed.setAnswer(3_000e8);
        _setFeed(address(0), feed, 175e18, 50_000e18);
    }

    function test_XNODE_22_RevertWhen_TheFeedReverts() public {
        feed.setTrouble(AnyFeed.Trouble.Reverts);
        _checkNothingIsSold(abi.encodeWithSelector(IPriceOracle.PriceOracle_FeedFailed.selector, address(0), feed));
    }

    function test_XNODE_22_RevertWhen_TheFeedHasNoCode() public {
        vm.etch(address(feed), "");
        _checkNothingIsSold(abi.encodeWithSelector(IPriceOracle.PriceOracle_FeedFailed.selector, address(0), feed));
    }

    function test_XNODE_22_RevertWhen_TheFeedIsMalformed() public {
        feed.setRound(new bytes(159));
        _checkNothingIsSold(abi.encodeWithSelector(IPriceOracle.PriceOracle_FeedFailed.selector, address(0), feed));
    }

    function test_XNODE_22_RevertWhen_TheFeedIsStale() public {
        vm.warp(START + 4_501);
        _checkNothingIsSold(
            abi.encodeWithSelector(IPriceOracle.PriceOracle_StaleAnswer.selector, address(0), 4_501, 4_500, START)
        );
    }

    function test_RevertWhen_TheFeedIsAhead() public {
        feed.setRound(abi.encode(1, int256(3_000e8), START + 1, START + 1, 1));
        _checkNothingIsSold(
            abi.encodeWithSelector(IPriceOracle.PriceOracle_FutureAnswer.selector, address(0), START + 1, START)
        );
    }

    function test_RevertWhen_ThePriceIsNotPositive() public {
        feed.setAnswer(-1);
        _checkNothingIsSold(
            abi.encodeWithSelector(IPriceOracle.PriceOracle_NonPositiveAnswer.selector, address(0), int256(-1))
        );
    }

    function test_RevertWhen_ThePriceIsBeyondBelief() public {
        feed.setAnswer(1e8);
        _checkNothingIsSold(
            abi.encodeWithSelector(
                IPriceOracle.PriceOracle_PriceOutOfBounds.selector,
                address(0),
                1e18,
                175e18,
                50_000e18
            )
        );
    }

    function test_RevertWhen_TheFeedsDecimalsChange() public {
        feed.setDecimals(abi.encode(18));
        _checkNothingIsSold(
            abi.encodeWithSelector(IPriceOracle.PriceOracle_DecimalsChanged.selector, address(0), 8, 18)
        );
    }

    function test_XNODE_22_RevertWhen_TheFeedIsTakenAway() public {
        vm.prank(timelock);
        oracle.removeFeed(address(0));
        _checkNothingIsSold(abi.encodeWithSelector(IPriceOracle.PriceOracle_NoFeed.selector, address(0)));
    }

    function test_DeadEtherFeed_LeavesOtherAssets() public {
        uint256 unit = activatedTo(alice);
        feed.setTrouble(AnyFeed.Trouble.Reverts);
        vm.startPrank(alice);
        usdc.approve(address(sale), type(uint256).max);
        sale.buyWithToken(series, 1, alice, address(usdc), 1_500e6);
        sale.renew(unit, address(usdc), 300e6);
        assertEq(usdc.balanceOf(address(sale)), 1_800e6);
        assertEq(xnode.balanceOf(alice), 2);
    }

    function test_DeadFeeds_LeaveWhatNeedsNoPrice() public {
        ContractWallet wallet = new ContractWallet(alice);
        vm.startPrank(alice);
        wallet.execute{value: 1 ether}(
            address(sale),
            abi.encodeCall(IXnodeSale.buy, (series, 1, address(wallet), 1 ether))
        );
        feed.setTrouble(AnyFeed.Trouble.Reverts);
        vm.etch(address(usdcFeed), "");

        wallet.execute(address(sale), abi.encodeCall(IXnodeSale.withdrawCredit, (bob)));
        assertEq(bob.balance, 100 ether + 1 ether - UNIT_PRICE);
        sale.sweep(address(0));
        assertEq(timelock.balance, UNIT_PRICE);
        wallet.execute(address(xnode), abi.encodeCall(xnode.activate, (UNIT)));
        wallet.execute(address(xnode), abi.encodeCall(xnode.transferFrom, (address(wallet), bob, UNIT)));
        assertEq(xnode.ownerOf(UNIT), bob);
        vm.stopPrank();
        vouchers.redeem(signed(SIGNER_KEY, voucherTo(alice, 1, "A")));
        assertEq(xnode.balanceOf(alice), 1);
        vm.prank(timelock);
        sale.setAssetAccepted(address(usdc), false);
        assertFalse(sale.isAccepted(address(usdc)));
    }

    function testFuzz_XNODE_20_BuyWithToken_TakesExactlyTheQuoteWhateverTheDecimals(
        uint8 tokenDecimals,
        uint8 feedDecimals,
        uint256 answer,
        uint8 quantity
    ) public {
        tokenDecimals = uint8(bound(tokenDecimals, 0, 24));
        feedDecimals = uint8(bound(feedDecimals, 0, 24));
        quantity = uint8(bound(quantity, 1, 10));
        // From 0.000001 to 1,000,000 USD, as far as the feed's decimals can tell.
        uint256 lowest = feedDecimals < 6 ? 1 : 10 ** (feedDecimals - 6);
        answer = bound(answer, lowest, 10 ** (feedDecimals + 6));
        TestToken token = new TestToken("T", tokenDecimals);
        AnyFeed tokenFeed = new AnyFeed();
        tokenFeed.setDecimals(abi.encode(feedDecimals));
        tokenFeed.setAnswer(int256(answer));
        _setFeed(address(token), tokenFeed, 1, type(uint128).max);
        vm.prank(timelock);
        sale.setAssetAccepted(address(token), true);

        uint256 quote = sale.quoteBuy(series, quantity, address(token));
        token.mint(alice, quote + 1);
        vm.startPrank(alice);
        token.approve(address(sale), type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_AboveMaxPayment.selector, quote, quote - 1));
        sale.buyWithToken(series, quantity, alice, address(token), quote - 1);
        sale.buyWithToken(series, quantity, alice, address(token), quote);
        assertEq(token.balanceOf(alice), 1);
        assertEq(token.balanceOf(address(sale)), quote);
        assertEq(xnode.balanceOf(alice), quantity);
        // Paid in full, and not one smallest unit more than that takes.
        uint256 owed = uint256(quantity) * 1_500e18 * 10 ** tokenDecimals;
        assertGe(quote * oracle.price(address(token)), owed);
        assertLt((quote - 1) * oracle.price(address(token)), owed);
    }

    function _checkNothingIsSold(bytes memory reason) private {
        uint256 unit = activatedTo(bob);
        uint256 expiry = xnode.expiryOf(unit);
        vm.startPrank(alice);
        vm.expectRevert(reason);
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
        vm.expectRevert(reason);
        sale.renew{value: 1 ether}(unit, address(0), 1 ether);
        vm.expectRevert(reason);
        sale.quoteBuy(series, 1, address(0));
        vm.expectRevert(reason);
        sale.quoteRenewal(unit, address(0));
        assertEq(xnode.balanceOf(alice), 0);
        assertEq(xnode.expiryOf(unit), expiry);
        assertEq(alice.balance, 100 ether);
        assertEq(address(sale).balance, 0);
    }

    function _setFeed(address asset, AnyFeed feed_, uint128 minPrice, uint128 maxPrice) private {
        vm.prank(timelock);
        oracle.setFeed(
            IPriceOracle.FeedConfig(asset, AggregatorV3Interface(address(feed_)), 4_500, minPrice, maxPrice)
        );
    }
}
