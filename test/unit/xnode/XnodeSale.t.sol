// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MockV3Aggregator} from "@chainlink/contracts/src/v0.8/shared/mocks/MockV3Aggregator.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

import {IPriceOracle} from "../../../contracts/oracle/interfaces/IPriceOracle.sol";
import {XnodeOne} from "../../../contracts/xnode/XnodeOne.sol";
import {XnodeSale} from "../../../contracts/xnode/XnodeSale.sol";
import {ISaleBrake} from "../../../contracts/xnode/interfaces/ISaleBrake.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeSale} from "../../../contracts/xnode/interfaces/IXnodeSale.sol";
import {SeriesId} from "../../../contracts/xnode/types/SeriesId.sol";
import {UnitState} from "../../../contracts/xnode/types/UnitState.sol";
import {ReentrantBuyer} from "../../helpers/Buyers.sol";
import {ContractWallet} from "../../helpers/ContractWallet.sol";
import {CallingToken, FeeToken, LyingToken, TestToken} from "../../helpers/TestTokens.sol";
import {XnodeFixture} from "../../helpers/XnodeFixture.sol";

contract XnodeSaleTest is XnodeFixture {
    // Buying with ETH

    function test_XNODE_20_Buy_ExactEther() public {
        vm.expectEmit(address(sale));
        emit IXnodeSale.UnitsSold(series, alice, bob, UNIT, 2, address(0), 2 * UNIT_PRICE, 3_000e18);
        vm.prank(alice);
        assertEq(sale.buy{value: 2 * UNIT_PRICE}(series, 2, bob, 2 * UNIT_PRICE), UNIT);
        assertEq(xnode.ownerOf(UNIT), bob);
        assertEq(xnode.ownerOf(UNIT + 1), bob);
        assertEq(alice.balance, 100 ether - 2 * UNIT_PRICE);
        assertEq(bob.balance, 100 ether);
        assertEq(address(sale).balance, 2 * UNIT_PRICE);
        assertEq(sale.totalCredit(), 0);
    }

    function test_XNODE_21_Buy_RefundsTheSurplus() public {
        vm.prank(alice);
        sale.buy{value: 3 ether}(series, 1, alice, 3 ether);
        assertEq(alice.balance, 100 ether - UNIT_PRICE);
        assertEq(address(sale).balance, UNIT_PRICE);
        assertEq(sale.creditOf(alice), 0);
    }

    function test_XNODE_21_RevertWhen_Underpaid() public {
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_Underpaid.selector, UNIT_PRICE, UNIT_PRICE - 1));
        sale.buy{value: UNIT_PRICE - 1}(series, 1, alice, UNIT_PRICE);
    }

    function test_XNODE_21_RevertWhen_PriceAboveMaxPayment() public {
        vm.prank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeSale.XnodeSale_AboveMaxPayment.selector, UNIT_PRICE, UNIT_PRICE - 1)
        );
        sale.buy{value: 1 ether}(series, 1, alice, UNIT_PRICE - 1);
    }

    function test_XNODE_22_RevertWhen_EtherFeedStale() public {
        vm.warp(START + 4_501);
        vm.prank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(IPriceOracle.PriceOracle_StaleAnswer.selector, address(0), 4_501, 4_500, START)
        );
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
    }

    function test_RevertWhen_SoldOut() public {
        vm.startPrank(alice);
        sale.buy{value: 9 * UNIT_PRICE}(series, 9, alice, 9 * UNIT_PRICE);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_SoldOut.selector, series, 10, 9, 2));
        sale.buy{value: 2 * UNIT_PRICE}(series, 2, alice, 2 * UNIT_PRICE);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_SoldOut.selector, series, 10, 9, type(uint256).max));
        sale.buy(series, type(uint256).max, alice, 0);
    }

    function test_RevertWhen_BuyNothingOrForNobodyOrUnknown() public {
        vm.startPrank(alice);
        vm.expectRevert(IXnodeOne.XnodeOne_QuantityZero.selector);
        sale.buy(series, 0, alice, 0);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(0)));
        sale.buy{value: 1 ether}(series, 1, address(0), 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_UnknownSeries.selector, SeriesId.wrap(9)));
        sale.buy{value: 1 ether}(SeriesId.wrap(9), 1, alice, 1 ether);
    }

    function testFuzz_XNODE_20_Buy_PayerKeepsExactlyTheRest(uint256 answer, uint256 surplus, uint8 quantity) public {
        ethFeed.updateAnswer(int256(bound(answer, 175e8, 50_000e8)));
        quantity = uint8(bound(quantity, 1, 10));
        surplus = bound(surplus, 0, 10 ether);
        uint256 payment = sale.quoteBuy(series, quantity, address(0));
        vm.prank(alice);
        vm.deal(alice, payment + surplus);
        sale.buy{value: payment + surplus}(series, quantity, alice, payment);
        assertEq(alice.balance, surplus);
        assertEq(address(sale).balance, payment);
        // Never less than the USD price, and at most one wei more.
        assertGe(payment * oracle.price(address(0)), uint256(quantity) * 1_500e18 * 1e18);
        assertLt((payment - 1) * oracle.price(address(0)), uint256(quantity) * 1_500e18 * 1e18);
    }

    // Refund or credit

    function test_XNODE_21_Buy_RefusedRefundBecomesCredit() public {
        ContractWallet wallet = new ContractWallet(alice);
        vm.expectEmit(address(sale));
        emit IXnodeSale.CreditAdded(address(wallet), 0.5 ether);
        _buyAs(wallet, 1 ether);
        assertEq(xnode.ownerOf(UNIT), address(wallet));
        assertEq(sale.creditOf(address(wallet)), 0.5 ether);
        assertEq(sale.totalCredit(), 0.5 ether);
        assertEq(address(sale).balance, 1 ether);
    }

    function test_XNODE_21_WithdrawCredit_ToAnyAddress() public {
        ContractWallet wallet = new ContractWallet(alice);
        _buyAs(wallet, 1 ether);
        vm.expectEmit(address(sale));
        emit IXnodeSale.CreditWithdrawn(address(wallet), bob, 0.5 ether);
        vm.prank(alice);
        wallet.execute(address(sale), abi.encodeCall(IXnodeSale.withdrawCredit, (bob)));
        assertEq(bob.balance, 100.5 ether);
        assertEq(sale.creditOf(address(wallet)), 0);
        assertEq(sale.totalCredit(), 0);
        assertEq(address(sale).balance, UNIT_PRICE);
    }

    function test_RevertWhen_CreditReceiverRefuses() public {
        ContractWallet wallet = new ContractWallet(alice);
        _buyAs(wallet, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_EtherRefused.selector, address(wallet), 0.5 ether));
        vm.prank(alice);
        wallet.execute(address(sale), abi.encodeCall(IXnodeSale.withdrawCredit, (address(wallet))));
        assertEq(sale.creditOf(address(wallet)), 0.5 ether);
    }

    function test_RevertWhen_NoCredit() public {
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_NoCredit.selector, alice));
        sale.withdrawCredit(alice);
    }

    function test_XNODE_27_Buy_ReentrantBuyerGetsOneUnitAndItsChange() public {
        ReentrantBuyer buyer = new ReentrantBuyer(sale);
        buyer.buy{value: 3 ether}(series, 3 ether);
        assertEq(xnode.balanceOf(address(buyer)), 1);
        assertEq(address(buyer).balance, 3 ether - UNIT_PRICE);
        assertEq(
            buyer.reason(),
            abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
    }

    // Buying with tokens

    function test_XNODE_20_BuyWithToken_PullsExactlyThePrice() public {
        vm.startPrank(alice);
        usdc.approve(address(sale), type(uint256).max);
        vm.expectEmit(address(sale));
        emit IXnodeSale.UnitsSold(series, alice, bob, UNIT, 2, address(usdc), 3_000e6, 3_000e18);
        assertEq(sale.buyWithToken(series, 2, bob, address(usdc), 5_000e6), UNIT);
        assertEq(usdc.balanceOf(alice), 97_000e6);
        assertEq(usdc.balanceOf(address(sale)), 3_000e6);
        assertEq(xnode.balanceOf(bob), 2);
    }

    function test_XNODE_20_BuyWithToken_FollowsTheFeedWithinThePeg() public {
        usdcFeed.updateAnswer(0.98e8);
        // 1500 / 0.98 = 1530.612244897...
        assertEq(sale.quoteBuy(series, 1, address(usdc)), 1_530_612_245);
        usdcFeed.updateAnswer(1.02e8);
        // 1500 / 1.02 = 1470.588235294...
        assertEq(sale.quoteBuy(series, 1, address(usdc)), 1_470_588_236);
    }

    function test_XNODE_22_RevertWhen_UsdcLosesItsPeg() public {
        vm.startPrank(alice);
        usdc.approve(address(sale), type(uint256).max);
        usdcFeed.updateAnswer(0.98e8 - 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IPriceOracle.PriceOracle_PriceOutOfBounds.selector,
                address(usdc),
                0.98e18 - 1e10,
                0.98e18,
                1.02e18
            )
        );
        sale.buyWithToken(series, 1, alice, address(usdc), 5_000e6);
        usdcFeed.updateAnswer(1.02e8 + 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IPriceOracle.PriceOracle_PriceOutOfBounds.selector,
                address(usdc),
                1.02e18 + 1e10,
                0.98e18,
                1.02e18
            )
        );
        sale.buyWithToken(series, 1, alice, address(usdc), 5_000e6);
    }

    function test_XNODE_23_RevertWhen_AssetNotAccepted() public {
        TestToken open = new TestToken("OPEN", 18);
        bytes memory reason = abi.encodeWithSelector(IXnodeSale.XnodeSale_AssetNotAccepted.selector, open);
        IXnodeSale.PermitSignature memory permit;
        vm.startPrank(alice);
        vm.expectRevert(reason);
        sale.buyWithToken(series, 1, alice, address(open), type(uint256).max);
        vm.expectRevert(reason);
        sale.buyWithPermit(series, 1, alice, address(open), type(uint256).max, permit);
        vm.expectRevert(reason);
        sale.renew(UNIT, address(open), type(uint256).max);
        vm.expectRevert(reason);
        sale.renewWithPermit(UNIT, address(open), type(uint256).max, permit);
        vm.expectRevert(reason);
        sale.quoteBuy(series, 1, address(open));
        vm.expectRevert(reason);
        sale.quoteRenewal(UNIT, address(open));
    }

    function test_RevertWhen_BuyWithTokenNamesEther() public {
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_Underpaid.selector, UNIT_PRICE, 0));
        sale.buyWithToken(series, 1, alice, address(0), 1 ether);
    }

    function test_RevertWhen_AllowanceTooSmall() public {
        vm.startPrank(alice);
        usdc.approve(address(sale), 1_499e6);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, sale, 1_499e6, 1_500e6)
        );
        sale.buyWithToken(series, 1, alice, address(usdc), 1_500e6);
    }

    function test_XNODE_27_RevertWhen_TokenTakesAFee() public {
        TestToken token = new FeeToken();
        _accept(token);
        vm.startPrank(alice);
        token.approve(address(sale), type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_ShortPayment.selector, token, 1_500e6, 1_485e6));
        sale.buyWithToken(series, 1, alice, address(token), 1_500e6);
    }

    function test_XNODE_27_RevertWhen_TokenLies() public {
        TestToken token = new LyingToken();
        _accept(token);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_ShortPayment.selector, token, 1_500e6, 0));
        sale.buyWithToken(series, 1, alice, address(token), 1_500e6);
    }

    function test_XNODE_27_TokenThatCallsBackGainsNothing() public {
        CallingToken token = new CallingToken();
        _accept(token);
        uint256 unit = activatedTo(bob);
        bytes[4] memory calls = [
            abi.encodeCall(IXnodeSale.sweep, (address(token))),
            abi.encodeCall(IXnodeSale.buyWithToken, (series, 1, bob, address(token), 0)),
            abi.encodeCall(IXnodeSale.renew, (unit, address(token), 0)),
            abi.encodeCall(IXnodeSale.withdrawCredit, (bob))
        ];
        vm.startPrank(alice);
        token.approve(address(sale), type(uint256).max);
        for (uint256 i = 0; i < calls.length; ++i) {
            token.callOnTransfer(address(sale), calls[i]);
            sale.buyWithToken(series, 1, alice, address(token), 1_500e6);
            assertFalse(token.succeeded());
            assertEq(
                token.result(),
                abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
            );
        }
        assertEq(xnode.balanceOf(alice), calls.length);
        assertEq(xnode.balanceOf(bob), 1);
        assertEq(token.balanceOf(address(sale)), calls.length * 1_500e6);
    }

    function test_BuyWithPermit_NeedsNoAllowance() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        usdc.mint(signer, 1_500e6);
        IXnodeSale.PermitSignature memory permit = _permit(key, signer, 1_500e6);
        vm.prank(signer);
        sale.buyWithPermit(series, 1, signer, address(usdc), 1_500e6, permit);
        assertEq(usdc.balanceOf(signer), 0);
        assertEq(usdc.allowance(signer, address(sale)), 0);
        assertEq(xnode.ownerOf(UNIT), signer);
    }

    function test_XNODE_27_BuyWithPermit_WhenSomeoneUsedThePermitFirst() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        usdc.mint(signer, 1_500e6);
        IXnodeSale.PermitSignature memory permit = _permit(key, signer, 1_500e6);
        vm.prank(bob);
        usdc.permit(signer, address(sale), 1_500e6, permit.deadline, permit.v, permit.r, permit.s);
        vm.prank(signer);
        sale.buyWithPermit(series, 1, signer, address(usdc), 1_500e6, permit);
        assertEq(xnode.ownerOf(UNIT), signer);
    }

    function test_XNODE_27_RevertWhen_PermitIsWorthless() public {
        IXnodeSale.PermitSignature memory permit;
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, sale, 0, 1_500e6));
        sale.buyWithPermit(series, 1, alice, address(usdc), 1_500e6, permit);
    }

    function test_RevertWhen_EtherWithAPermit() public {
        uint256 unit = activatedTo(alice);
        IXnodeSale.PermitSignature memory permit;
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_Underpaid.selector, UNIT_PRICE, 0));
        sale.buyWithPermit(series, 1, alice, address(0), UNIT_PRICE, permit);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_Underpaid.selector, RENEWAL_PRICE, 0));
        sale.renewWithPermit(unit, address(0), RENEWAL_PRICE, permit);
    }

    // Window and wallet limit

    function test_XNODE_24_RevertWhen_WindowClosed() public {
        vm.prank(timelock);
        xnode.setSaleWindow(series, uint40(START + 10), uint40(START + 20));
        vm.startPrank(alice);
        _expectClosed(START, START + 10, START + 20);
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
        vm.warp(START + 10);
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
        vm.warp(START + 19);
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
        vm.warp(START + 20);
        _expectClosed(START + 20, START + 10, START + 20);
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
    }

    function test_XNODE_24_WalletLimit_CountsTheReceiverOverSeveralPurchases() public {
        vm.prank(timelock);
        xnode.setWalletLimit(series, 3);
        vm.startPrank(alice);
        sale.buy{value: 1 ether}(series, 1, bob, 1 ether);
        usdc.approve(address(sale), type(uint256).max);
        sale.buyWithToken(series, 2, bob, address(usdc), 3_000e6);
        assertEq(sale.boughtBy(series, bob), 3);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_WalletLimit.selector, series, bob, 3, 3, 1));
        sale.buy{value: 1 ether}(series, 1, bob, 1 ether);
        sale.buy{value: 2 ether}(series, 3, alice, 2 ether);
    }

    function test_XNODE_24_WalletLimit_StaysWhenUnitsAreMovedAway() public {
        vm.prank(timelock);
        xnode.setWalletLimit(series, 1);
        vm.startPrank(alice);
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
        xnode.transferFrom(alice, bob, UNIT);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_WalletLimit.selector, series, alice, 1, 1, 1));
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
    }

    function test_WalletLimit_LoweredBelowWhatWasBought() public {
        vm.prank(timelock);
        xnode.setWalletLimit(series, 3);
        vm.prank(alice);
        sale.buy{value: 2 ether}(series, 3, alice, 2 ether);
        vm.prank(timelock);
        xnode.setWalletLimit(series, 2);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_WalletLimit.selector, series, alice, 2, 3, 1));
        sale.buy{value: 1 ether}(series, 1, alice, 1 ether);
    }

    // Renewal

    function test_XNODE_25_Renew_ByAnyoneWithEther() public {
        uint256 unit = activatedTo(alice);
        uint256 expiry = xnode.expiryOf(unit) + 365 days;
        vm.expectEmit(address(sale));
        emit IXnodeSale.RenewalPaid(unit, bob, address(0), RENEWAL_PRICE, 300e18, expiry);
        vm.prank(bob);
        assertEq(sale.renew{value: 1 ether}(unit, address(0), 1 ether), expiry);
        assertEq(xnode.expiryOf(unit), expiry);
        assertEq(xnode.ownerOf(unit), alice);
        assertEq(bob.balance, 100 ether - RENEWAL_PRICE);
        assertEq(address(sale).balance, RENEWAL_PRICE);
        assertEq(sale.quoteRenewal(unit, address(0)), RENEWAL_PRICE);
    }

    function test_XNODE_25_Renew_WithToken() public {
        uint256 unit = activatedTo(alice);
        vm.startPrank(alice);
        usdc.approve(address(sale), 300e6);
        sale.renew(unit, address(usdc), 300e6);
        assertEq(usdc.balanceOf(alice), 99_700e6);
        assertEq(usdc.balanceOf(address(sale)), 300e6);
    }

    function test_XNODE_25_RenewWithPermit_NeedsNoAllowance() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        usdc.mint(signer, 300e6);
        uint256 unit = activatedTo(signer);
        uint256 expiry = xnode.expiryOf(unit);
        IXnodeSale.PermitSignature memory permit = _permit(key, signer, 300e6);
        vm.prank(signer);
        sale.renewWithPermit(unit, address(usdc), 300e6, permit);
        assertEq(usdc.balanceOf(signer), 0);
        assertEq(xnode.expiryOf(unit), expiry + 365 days);
    }

    function test_XNODE_25_Renew_GoesOnWhileBuyingIsPaused() public {
        uint256 unit = activatedTo(alice);
        vm.prank(guardian);
        sale.pause(7 days);
        vm.prank(alice);
        sale.renew{value: RENEWAL_PRICE}(unit, address(0), RENEWAL_PRICE);
        assertEq(address(sale).balance, RENEWAL_PRICE);
    }

    function test_XNODE_25_RevertWhen_RenewUnderpaidOrWithBoth() public {
        uint256 unit = activatedTo(alice);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_Underpaid.selector, RENEWAL_PRICE, 1));
        sale.renew{value: 1}(unit, address(0), 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_AboveMaxPayment.selector, RENEWAL_PRICE, 1));
        sale.renew{value: 1 ether}(unit, address(0), 1);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_UnexpectedEther.selector, 1));
        sale.renew{value: 1}(unit, address(usdc), 300e6);
    }

    function test_RevertWhen_RenewLapsed() public {
        uint256 unit = activatedTo(alice);
        skipFresh(397 days);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_NotRenewable.selector, unit, UnitState.Lapsed));
        sale.renew{value: RENEWAL_PRICE}(unit, address(0), RENEWAL_PRICE);
    }

    // Proceeds

    function test_XNODE_26_Sweep_LeavesCreditBehind() public {
        ContractWallet wallet = new ContractWallet(alice);
        _buyAs(wallet, 1 ether);
        vm.expectEmit(address(sale));
        emit IXnodeSale.Swept(address(0), timelock, UNIT_PRICE);
        vm.prank(bob);
        assertEq(sale.sweep(address(0)), UNIT_PRICE);
        assertEq(timelock.balance, UNIT_PRICE);
        assertEq(address(sale).balance, 0.5 ether);
        vm.prank(alice);
        wallet.execute(address(sale), abi.encodeCall(IXnodeSale.withdrawCredit, (bob)));
        assertEq(bob.balance, 100.5 ether);
    }

    function test_XNODE_26_Sweep_Token() public {
        vm.startPrank(alice);
        usdc.approve(address(sale), 1_500e6);
        sale.buyWithToken(series, 1, alice, address(usdc), 1_500e6);
        vm.expectEmit(address(sale));
        emit IXnodeSale.Swept(address(usdc), timelock, 1_500e6);
        assertEq(sale.sweep(address(usdc)), 1_500e6);
        assertEq(usdc.balanceOf(timelock), 1_500e6);
        assertEq(usdc.balanceOf(address(sale)), 0);
    }

    // Settings

    function test_XNODE_23_SetAssetAccepted_OpenAfterAVoteSetAFeed() public {
        TestToken open = new TestToken("OPEN", 18);
        MockV3Aggregator feed = new MockV3Aggregator(8, 0.2e8);
        vm.startPrank(timelock);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_NoFeed.selector, open));
        sale.setAssetAccepted(address(open), true);
        oracle.setFeed(IPriceOracle.FeedConfig(address(open), feed, 90_000, 0.01e18, 10e18));
        vm.expectEmit(address(sale));
        emit IXnodeSale.AssetAcceptanceSet(address(open), false, true);
        sale.setAssetAccepted(address(open), true);
        vm.stopPrank();
        assertEq(sale.quoteBuy(series, 1, address(open)), 7_500e18);
    }

    function test_SetAssetAccepted_CanBeTakenBack() public {
        vm.expectEmit(address(sale));
        emit IXnodeSale.AssetAcceptanceSet(address(usdc), true, false);
        vm.prank(timelock);
        sale.setAssetAccepted(address(usdc), false);
        assertFalse(sale.isAccepted(address(usdc)));
    }

    function test_XNODE_23_RevertWhen_SetAssetAcceptedByAnother() public {
        vm.prank(guardian);
        vm.expectRevert(abi.encodeWithSelector(ISaleBrake.SaleBrake_NotTimelock.selector, guardian));
        sale.setAssetAccepted(address(0), false);
    }

    function test_RevertWhen_DeployedWithoutItsRoles() public {
        XnodeOne other = newXnodeOne(timelock, alice, revenue, renderer);
        bytes32 role = other.MINTER_ROLE();
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_RoleMissing.selector, role));
        new XnodeSale(other, oracle, timelock, guardian, START, new address[](0));
    }

    function test_RevertWhen_DeployedForAnotherTimelock() public {
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        XnodeOne other = newXnodeOne(bob, predicted, revenue, renderer);
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_TimelockMismatch.selector, address(oracle), bob));
        new XnodeSale(other, oracle, bob, guardian, START, new address[](0));
    }

    function _accept(TestToken token) private {
        token.mint(alice, 10_000e6);
        vm.startPrank(timelock);
        oracle.setFeed(IPriceOracle.FeedConfig(address(token), usdcFeed, 90_000, 0.98e18, 1.02e18));
        sale.setAssetAccepted(address(token), true);
        vm.stopPrank();
    }

    function _buyAs(ContractWallet wallet, uint256 value) private {
        vm.prank(alice);
        wallet.execute{value: value}(
            address(sale),
            abi.encodeCall(IXnodeSale.buy, (series, 1, address(wallet), value))
        );
    }

    function _expectClosed(uint256 time, uint256 start, uint256 end) private {
        vm.expectRevert(abi.encodeWithSelector(IXnodeSale.XnodeSale_WindowClosed.selector, series, time, start, end));
    }

    function _permit(
        uint256 key,
        address owner,
        uint256 value
    ) private view returns (IXnodeSale.PermitSignature memory permit) {
        permit.deadline = START;
        bytes32 message = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                owner,
                address(sale),
                value,
                IERC20Permit(address(usdc)).nonces(owner),
                START
            )
        );
        bytes32 digest = MessageHashUtils.toTypedDataHash(usdc.DOMAIN_SEPARATOR(), message);
        (permit.v, permit.r, permit.s) = vm.sign(key, digest);
    }
}
