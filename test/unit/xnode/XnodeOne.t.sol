// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IERC4907} from "../../../contracts/xnode/interfaces/IERC4907.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {SeriesId} from "../../../contracts/xnode/types/SeriesId.sol";
import {UnitState} from "../../../contracts/xnode/types/UnitState.sol";
import {ContractWallet} from "../../helpers/ContractWallet.sol";
import {XnodeFixture} from "../../helpers/XnodeFixture.sol";

contract XnodeOneTest is XnodeFixture {
    // 2028-01-16 00:00 UTC: 365 days after the first midnight after START.
    uint256 internal constant EXPIRY = 1_831_593_600;

    // Roles

    function test_XNODE_03_Constructor_RolesBelongToTimelockSaleAndLocker() public view {
        assertTrue(xnode.hasRole(xnode.DEFAULT_ADMIN_ROLE(), timelock));
        assertTrue(xnode.hasRole(xnode.SERIES_ROLE(), timelock));
        assertTrue(xnode.hasRole(xnode.MINTER_ROLE(), address(sale)));
        assertTrue(xnode.hasRole(xnode.RENEWER_ROLE(), address(sale)));
        assertTrue(xnode.hasRole(xnode.LOCKER_ROLE(), locker));
        assertFalse(xnode.hasRole(xnode.DEFAULT_ADMIN_ROLE(), address(this)));
    }

    function test_XNODE_03_RevertWhen_CallerLacksRole() public {
        vm.startPrank(alice);
        _expectMissing(xnode.SERIES_ROLE());
        xnode.createSeries(seriesParams());
        _expectMissing(xnode.SERIES_ROLE());
        xnode.setSeriesPrices(series, 1e18, 1e18);
        _expectMissing(xnode.SERIES_ROLE());
        xnode.setSaleWindow(series, 1, 2);
        _expectMissing(xnode.SERIES_ROLE());
        xnode.setWalletLimit(series, 1);
        _expectMissing(xnode.SERIES_ROLE());
        xnode.setRoyalty(series, 1);
        _expectMissing(xnode.MINTER_ROLE());
        xnode.mint(series, alice, 1);
        _expectMissing(xnode.RENEWER_ROLE());
        xnode.renew(UNIT);
        _expectMissing(xnode.LOCKER_ROLE());
        xnode.lock(UNIT);
    }

    // Series

    function test_CreateSeries_StoresAndEmits() public {
        IXnodeOne.SeriesParams memory p = seriesParams();
        vm.expectEmit(address(xnode));
        emit IXnodeOne.SeriesCreated(
            SeriesId.wrap(2),
            p.name,
            p.cap,
            p.termDays,
            p.priceUsd,
            p.renewalPriceUsd,
            p.saleStart,
            p.saleEnd,
            p.walletLimit,
            p.royaltyBps,
            p.specHash,
            p.grantPerUnit
        );
        vm.prank(timelock);
        SeriesId created = xnode.createSeries(p);

        assertEq(SeriesId.unwrap(created), 2);
        assertEq(xnode.seriesCount(), 2);
        IXnodeOne.Series memory s = xnode.getSeries(created);
        assertEq(s.name, p.name);
        assertEq(s.cap, p.cap);
        assertEq(s.minted, 0);
        assertEq(s.termDays, p.termDays);
        assertEq(s.royaltyBps, p.royaltyBps);
        assertEq(s.walletLimit, p.walletLimit);
        assertEq(s.saleStart, p.saleStart);
        assertEq(s.saleEnd, p.saleEnd);
        assertEq(s.windowSetAt, START);
        assertEq(s.priceUsd, p.priceUsd);
        assertEq(s.renewalPriceUsd, p.renewalPriceUsd);
        assertEq(s.specHash, p.specHash);
    }

    function test_RevertWhen_SeriesOutOfBounds() public {
        vm.startPrank(timelock);
        IXnodeOne.SeriesParams memory p = seriesParams();
        p.cap = 0;
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_CapOutOfRange.selector, 0, 999_999));
        xnode.createSeries(p);
        p.cap = 1_000_000;
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_CapOutOfRange.selector, 1_000_000, 999_999));
        xnode.createSeries(p);
        p = seriesParams();
        p.termDays = 30;
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_TermOutOfRange.selector, 30, 31, 1_825));
        xnode.createSeries(p);
        p.termDays = 1_826;
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_TermOutOfRange.selector, 1_826, 31, 1_825));
        xnode.createSeries(p);
        p = seriesParams();
        p.specHash = 0;
        vm.expectRevert(IXnodeOne.XnodeOne_SpecHashMissing.selector);
        xnode.createSeries(p);
        p = seriesParams();
        p.name = "";
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_NameLength.selector, 0, 64));
        xnode.createSeries(p);
        p.name = "a name that is one byte longer than the sixty-four bytes allowed.";
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_NameLength.selector, 65, 64));
        xnode.createSeries(p);
        p = seriesParams();
        p.priceUsd = 1e18 - 1;
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeOne.XnodeOne_PriceOutOfRange.selector, 1e18 - 1, 1e18, 100_000e18)
        );
        xnode.createSeries(p);
        p = seriesParams();
        p.renewalPriceUsd = 100_000e18 + 1;
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeOne.XnodeOne_PriceOutOfRange.selector, 100_000e18 + 1, 1e18, 100_000e18)
        );
        xnode.createSeries(p);
        p = seriesParams();
        p.saleEnd = p.saleStart;
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_WindowInvalid.selector, p.saleStart, p.saleEnd));
        xnode.createSeries(p);
        p = seriesParams();
        p.royaltyBps = 1_001;
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_RoyaltyAboveMax.selector, 1_001, 1_000));
        xnode.createSeries(p);
    }

    function test_SetSeriesPrices_EmitsOldAndNew() public {
        vm.expectEmit(address(xnode));
        emit IXnodeOne.SeriesPricesSet(series, 1_500e18, 1_400e18, 300e18, 200e18);
        vm.prank(timelock);
        xnode.setSeriesPrices(series, 1_400e18, 200e18);
        IXnodeOne.SaleTerms memory terms = xnode.saleTermsOf(series);
        assertEq(terms.priceUsd, 1_400e18);
        assertEq(terms.renewalPriceUsd, 200e18);
    }

    function test_SetSaleWindow_EmitsOldAndNewAndNotesTheTime() public {
        vm.warp(START + 1 days);
        vm.expectEmit(address(xnode));
        emit IXnodeOne.SaleWindowSet(series, uint40(START), 5, uint40(START + 60 days), 7);
        vm.prank(timelock);
        xnode.setSaleWindow(series, 5, 7);
        IXnodeOne.SaleTerms memory terms = xnode.saleTermsOf(series);
        assertEq(terms.saleStart, 5);
        assertEq(terms.saleEnd, 7);
        assertEq(terms.windowSetAt, START + 1 days);
    }

    function test_SetWalletLimit_EmitsOldAndNew() public {
        vm.expectEmit(address(xnode));
        emit IXnodeOne.WalletLimitSet(series, 0, 3);
        vm.prank(timelock);
        xnode.setWalletLimit(series, 3);
        assertEq(xnode.saleTermsOf(series).walletLimit, 3);
    }

    function test_XNODE_14_SetRoyalty_EmitsOldAndNew() public {
        vm.expectEmit(address(xnode));
        emit IXnodeOne.RoyaltySet(series, 250, 1_000);
        vm.prank(timelock);
        xnode.setRoyalty(series, 1_000);
        uint256 unit = mintTo(alice, 1);
        (address receiver, uint256 royalty) = xnode.royaltyInfo(unit, 1 ether);
        assertEq(receiver, timelock);
        assertEq(royalty, 0.1 ether);
    }

    function test_XNODE_14_RevertWhen_SettingUnknownSeriesOrOutOfBounds() public {
        SeriesId unknown = SeriesId.wrap(9);
        vm.startPrank(timelock);
        bytes memory reason = abi.encodeWithSelector(IXnodeOne.XnodeOne_UnknownSeries.selector, unknown);
        vm.expectRevert(reason);
        xnode.setSeriesPrices(unknown, 1e18, 1e18);
        vm.expectRevert(reason);
        xnode.setSaleWindow(unknown, 1, 2);
        vm.expectRevert(reason);
        xnode.setWalletLimit(unknown, 1);
        vm.expectRevert(reason);
        xnode.setRoyalty(unknown, 1);
        vm.expectRevert(reason);
        xnode.getSeries(unknown);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_RoyaltyAboveMax.selector, 1_001, 1_000));
        xnode.setRoyalty(series, 1_001);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_WindowInvalid.selector, 2, 2));
        xnode.setSaleWindow(series, 2, 2);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_PriceOutOfRange.selector, 0, 1e18, 100_000e18));
        xnode.setSeriesPrices(series, 1e18, 0);
    }

    function test_XNODE_02_WhatASeriesIsSoldOnStays() public {
        IXnodeOne.Series memory before = xnode.getSeries(series);
        vm.startPrank(timelock);
        xnode.setSeriesPrices(series, 1_400e18, 200e18);
        xnode.setSaleWindow(series, 5, 7);
        xnode.setWalletLimit(series, 3);
        xnode.setRoyalty(series, 1_000);
        xnode.setRenderer(renderer);
        vm.stopPrank();
        IXnodeOne.Series memory s = xnode.getSeries(series);
        assertEq(s.cap, before.cap);
        assertEq(s.termDays, before.termDays);
        assertEq(s.specHash, before.specHash);
        assertEq(s.name, before.name);
        assertEq(s.grantPerUnit, before.grantPerUnit);
    }

    // Mint

    function test_XNODE_01_Mint_NumbersUnitsWithinTheirSeries() public {
        vm.expectEmit(address(xnode));
        emit IERC721.Transfer(address(0), alice, UNIT);
        vm.expectEmit(address(xnode));
        emit IERC721.Transfer(address(0), alice, UNIT + 1);
        assertEq(mintTo(alice, 2), UNIT);
        assertEq(mintTo(bob, 1), UNIT + 2);
        assertEq(xnode.balanceOf(alice), 2);
        assertEq(xnode.ownerOf(UNIT + 1), alice);
        assertEq(xnode.ownerOf(UNIT + 2), bob);
        assertEq(xnode.getSeries(series).minted, 3);
        assertTrue(xnode.seriesOf(UNIT + 2) == series);
    }

    function test_Mint_ToAContractWallet() public {
        address wallet = address(new ContractWallet(alice));
        uint256 unit = mintTo(wallet, 1);
        assertEq(xnode.ownerOf(unit), wallet);
    }

    function test_XNODE_02_RevertWhen_MintAboveCap() public {
        mintTo(alice, 8);
        vm.prank(address(sale));
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_SoldOut.selector, series, 10, 8, 3));
        xnode.mint(series, alice, 3);
    }

    function test_RevertWhen_MintNothingOrUnknownSeries() public {
        vm.startPrank(address(sale));
        vm.expectRevert(IXnodeOne.XnodeOne_QuantityZero.selector);
        xnode.mint(series, alice, 0);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_UnknownSeries.selector, SeriesId.wrap(0)));
        xnode.mint(SeriesId.wrap(0), alice, 1);
    }

    // Activation

    function test_XNODE_06_Activate_ByOwner() public {
        uint256 unit = mintTo(alice, 1);
        vm.expectEmit(address(xnode));
        emit IXnodeOne.UnitActivated(unit, alice, EXPIRY);
        vm.expectEmit(address(xnode));
        emit IERC4906.MetadataUpdate(unit);
        vm.prank(alice);
        xnode.activate(unit);
        assertEq(xnode.expiryOf(unit), EXPIRY);
        assertEq(xnode.activatedAt(unit), START);
        assertTrue(xnode.isActive(unit));
    }

    function test_XNODE_06_Activate_ByApprovedAndByOperator() public {
        uint256 unit = mintTo(alice, 2);
        vm.startPrank(alice);
        xnode.approve(bob, unit);
        xnode.setApprovalForAll(locker, true);
        vm.stopPrank();
        vm.prank(bob);
        xnode.activate(unit);
        vm.prank(locker);
        xnode.activate(unit + 1);
        assertTrue(xnode.isActive(unit));
        assertTrue(xnode.isActive(unit + 1));
    }

    function test_XNODE_06_RevertWhen_ActivateByStranger() public {
        uint256 unit = mintTo(alice, 1);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, bob, unit));
        xnode.activate(unit);
    }

    function test_XNODE_06_RevertWhen_ActivateTwice() public {
        uint256 unit = activatedTo(alice);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_AlreadyActivated.selector, unit, START));
        xnode.activate(unit);
    }

    function testFuzz_XNODE_05_Activate_ExpiresOnAUtcMidnightNeverEarly(uint40 time, uint16 termDays) public {
        time = uint40(bound(time, START, 4_000_000_000));
        IXnodeOne.SeriesParams memory p = seriesParams();
        p.termDays = uint16(bound(termDays, 31, 1_825));
        vm.prank(timelock);
        series = xnode.createSeries(p);
        vm.warp(time);
        uint256 unit = activatedTo(alice);

        uint256 expiry = xnode.expiryOf(unit);
        uint256 bought = uint256(p.termDays) * 1 days;
        assertEq(expiry % 1 days, 0);
        assertGe(expiry, time + bought);
        assertLt(expiry, time + bought + 1 days);
    }

    function test_XNODE_05_Activate_AtMidnightGivesExactlyTheTerm() public {
        vm.warp(EXPIRY);
        uint256 unit = activatedTo(alice);
        assertEq(xnode.expiryOf(unit), EXPIRY + 365 days);
    }

    // States

    function test_XNODE_04_State_FollowsTheClock() public {
        uint256 unit = mintTo(alice, 1);
        assertTrue(xnode.stateOf(unit) == UnitState.Minted);
        assertEq(xnode.expiryOf(unit), 0);
        assertFalse(xnode.isActive(unit));
        vm.prank(alice);
        xnode.activate(unit);
        vm.warp(EXPIRY - 1);
        assertTrue(xnode.stateOf(unit) == UnitState.Active);
        assertTrue(xnode.isActive(unit));
        vm.warp(EXPIRY);
        assertTrue(xnode.stateOf(unit) == UnitState.Grace);
        assertFalse(xnode.isActive(unit));
        vm.warp(EXPIRY + 30 days - 1);
        assertTrue(xnode.stateOf(unit) == UnitState.Grace);
        assertFalse(xnode.isLapsed(unit));
        vm.warp(EXPIRY + 30 days);
        assertTrue(xnode.stateOf(unit) == UnitState.Lapsed);
        assertTrue(xnode.isLapsed(unit));
        assertEq(xnode.ownerOf(unit), alice);
    }

    function test_State_OfAUnitThatDoesNotExist() public {
        assertFalse(xnode.isActive(UNIT));
        assertFalse(xnode.isLapsed(UNIT));
        assertEq(xnode.lockerOf(UNIT), address(0));
        bytes memory nonexistent = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, UNIT);
        vm.expectRevert(nonexistent);
        xnode.stateOf(UNIT);
        vm.expectRevert(nonexistent);
        xnode.seriesOf(UNIT);
        vm.expectRevert(nonexistent);
        xnode.tokenURI(UNIT);
        vm.expectRevert(nonexistent);
        xnode.activate(UNIT);
    }

    // Renewal

    function test_XNODE_08_Renew_WhileActiveAddsATerm() public {
        uint256 unit = activatedTo(alice);
        vm.expectEmit(address(xnode));
        emit IXnodeOne.UnitRenewed(unit, EXPIRY, EXPIRY + 365 days);
        vm.expectEmit(address(xnode));
        emit IERC4906.MetadataUpdate(unit);
        vm.prank(address(sale));
        assertEq(xnode.renew(unit), EXPIRY + 365 days);
        assertEq(xnode.expiryOf(unit), EXPIRY + 365 days);
    }

    function test_XNODE_08_Renew_InGraceCountsFromTheOldExpiry() public {
        uint256 unit = activatedTo(alice);
        vm.warp(EXPIRY + 30 days - 1);
        vm.prank(address(sale));
        assertEq(xnode.renew(unit), EXPIRY + 365 days);
        assertTrue(xnode.isActive(unit));
    }

    function test_Renew_InTheLastSecondOfGraceMakesTheShortestTermActive() public {
        IXnodeOne.SeriesParams memory p = seriesParams();
        p.termDays = 31;
        vm.prank(timelock);
        series = xnode.createSeries(p);
        uint256 unit = activatedTo(alice);
        vm.warp(xnode.expiryOf(unit) + 30 days - 1);
        vm.prank(address(sale));
        xnode.renew(unit);
        assertTrue(xnode.isActive(unit));
    }

    function test_XNODE_08_RevertWhen_RenewMinted() public {
        uint256 unit = mintTo(alice, 1);
        vm.prank(address(sale));
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_NotRenewable.selector, unit, UnitState.Minted));
        xnode.renew(unit);
    }

    function test_XNODE_08_RevertWhen_RenewLapsed() public {
        uint256 unit = activatedTo(alice);
        vm.warp(EXPIRY + 30 days);
        vm.prank(address(sale));
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_NotRenewable.selector, unit, UnitState.Lapsed));
        xnode.renew(unit);
    }

    function test_XNODE_08_RevertWhen_RenewedMoreThanThreeTermsAhead() public {
        uint256 unit = activatedTo(alice);
        vm.startPrank(address(sale));
        xnode.renew(unit);
        xnode.renew(unit);
        vm.expectRevert(
            abi.encodeWithSelector(
                IXnodeOne.XnodeOne_RenewedTooFarAhead.selector,
                unit,
                EXPIRY + 3 * 365 days,
                EXPIRY + 2 * 365 days
            )
        );
        xnode.renew(unit);
    }

    // Lock

    function test_XNODE_10_Lock_KeepsOwnerActivationTenancyAndRenewal() public {
        uint256 unit = mintTo(alice, 1);
        vm.expectEmit(address(xnode));
        emit IXnodeOne.UnitLocked(unit, locker);
        vm.prank(locker);
        xnode.lock(unit);
        assertEq(xnode.ownerOf(unit), alice);
        assertEq(xnode.lockerOf(unit), locker);
        vm.startPrank(alice);
        xnode.activate(unit);
        xnode.setUser(unit, bob, uint64(EXPIRY));
        vm.stopPrank();
        vm.prank(address(sale));
        xnode.renew(unit);
        assertEq(xnode.userOf(unit), bob);
        assertEq(xnode.lockerOf(unit), locker);
    }

    function test_XNODE_10_RevertWhen_TransferLocked() public {
        uint256 unit = activatedTo(alice);
        vm.prank(locker);
        xnode.lock(unit);
        bytes memory locked = abi.encodeWithSelector(IXnodeOne.XnodeOne_UnitLocked.selector, unit, locker);
        vm.prank(alice);
        vm.expectRevert(locked);
        xnode.transferFrom(alice, bob, unit);
        vm.prank(alice);
        xnode.approve(bob, unit);
        vm.prank(bob);
        vm.expectRevert(locked);
        xnode.safeTransferFrom(alice, bob, unit);
    }

    function test_XNODE_10_Unlock_FreesTheTransfer() public {
        uint256 unit = activatedTo(alice);
        vm.startPrank(locker);
        xnode.lock(unit);
        vm.expectEmit(address(xnode));
        emit IXnodeOne.UnitUnlocked(unit, locker);
        xnode.unlock(unit);
        vm.stopPrank();
        vm.prank(alice);
        xnode.transferFrom(alice, bob, unit);
        assertEq(xnode.ownerOf(unit), bob);
        assertEq(xnode.balanceOf(alice), 0);
        assertEq(xnode.expiryOf(unit), EXPIRY);
    }

    function test_XNODE_10_Unlock_ByALockerThatLostItsRole() public {
        uint256 unit = mintTo(alice, 1);
        vm.prank(locker);
        xnode.lock(unit);
        bytes32 role = xnode.LOCKER_ROLE();
        vm.prank(timelock);
        xnode.revokeRole(role, locker);
        vm.prank(locker);
        xnode.unlock(unit);
        assertEq(xnode.lockerOf(unit), address(0));
    }

    function test_XNODE_10_RevertWhen_UnlockByAnother() public {
        uint256 unit = mintTo(alice, 1);
        bytes32 role = xnode.LOCKER_ROLE();
        vm.prank(timelock);
        xnode.grantRole(role, bob);
        vm.prank(locker);
        xnode.lock(unit);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_NotLocker.selector, unit, bob, locker));
        xnode.unlock(unit);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_NotLocker.selector, unit, alice, locker));
        xnode.unlock(unit);
    }

    function test_RevertWhen_LockTwiceOrNonexistent() public {
        uint256 unit = mintTo(alice, 1);
        vm.startPrank(locker);
        xnode.lock(unit);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_UnitLocked.selector, unit, locker));
        xnode.lock(unit);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, unit + 1));
        xnode.lock(unit + 1);
    }

    // Tenancy

    function test_XNODE_09_SetUser_UntilTheTenancyEnds() public {
        uint256 unit = activatedTo(alice);
        vm.expectEmit(address(xnode));
        emit IERC4907.UpdateUser(unit, bob, uint64(START + 1 days));
        vm.prank(alice);
        xnode.setUser(unit, bob, uint64(START + 1 days));
        assertEq(xnode.userExpires(unit), START + 1 days);
        vm.warp(START + 1 days - 1);
        assertEq(xnode.userOf(unit), bob);
        vm.warp(START + 1 days);
        assertEq(xnode.userOf(unit), address(0));
    }

    function test_SetUser_ZeroClears() public {
        uint256 unit = activatedTo(alice);
        vm.startPrank(alice);
        xnode.setUser(unit, bob, uint64(EXPIRY));
        vm.expectEmit(address(xnode));
        emit IERC4907.UpdateUser(unit, address(0), 0);
        xnode.setUser(unit, address(0), uint64(EXPIRY));
        assertEq(xnode.userOf(unit), address(0));
        assertEq(xnode.userExpires(unit), 0);
    }

    function test_XNODE_09_Transfer_ClearsTheTenancy() public {
        uint256 unit = activatedTo(alice);
        vm.startPrank(alice);
        xnode.setUser(unit, alice, uint64(EXPIRY));
        vm.expectEmit(address(xnode));
        emit IERC4907.UpdateUser(unit, address(0), 0);
        xnode.transferFrom(alice, bob, unit);
        assertEq(xnode.userOf(unit), address(0));
        assertEq(xnode.userExpires(unit), 0);
    }

    function test_XNODE_09_RevertWhen_TenancyOutlastsTheUnit() public {
        uint256 unit = activatedTo(alice);
        vm.prank(alice);
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeOne.XnodeOne_TenancyBeyondExpiry.selector, unit, EXPIRY + 1, EXPIRY)
        );
        xnode.setUser(unit, bob, uint64(EXPIRY + 1));
    }

    function test_XNODE_09_RevertWhen_TenancyOfAUnitThatIsNotActive() public {
        uint256 unit = mintTo(alice, 1);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_TenancyBeyondExpiry.selector, unit, 1, 0));
        xnode.setUser(unit, bob, 1);
        xnode.activate(unit);
        vm.warp(EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_TenancyBeyondExpiry.selector, unit, EXPIRY, EXPIRY));
        xnode.setUser(unit, bob, uint64(EXPIRY));
    }

    function test_XNODE_09_RevertWhen_TenancyIsOverBeforeItBegins() public {
        uint256 unit = activatedTo(alice);
        vm.startPrank(alice);
        xnode.setUser(unit, bob, uint64(EXPIRY));
        uint64[2] memory ends = [uint64(0), uint64(START)];
        for (uint256 i = 0; i < ends.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_TenancyOver.selector, unit, ends[i], START));
            xnode.setUser(unit, bob, ends[i]);
        }
        assertEq(xnode.userOf(unit), bob, "the tenancy given before stays");
        xnode.setUser(unit, bob, uint64(START + 1));
        assertEq(xnode.userOf(unit), bob);
    }

    function test_RevertWhen_SetUserByStranger() public {
        uint256 unit = activatedTo(alice);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, bob, unit));
        xnode.setUser(unit, bob, uint64(EXPIRY));
    }

    // Metadata

    function test_XNODE_14_SupportsInterfaces() public view {
        // ERC-165, 721, 721 metadata, 2981, 4906, 4907, access control.
        uint32[7] memory ids = [
            0x01ffc9a7,
            0x80ac58cd,
            0x5b5e139f,
            0x2a55205a,
            0x49064906,
            0xad092b5c,
            uint32(type(IAccessControl).interfaceId)
        ];
        for (uint256 i = 0; i < ids.length; ++i) {
            assertTrue(xnode.supportsInterface(bytes4(ids[i])));
        }
        assertFalse(xnode.supportsInterface(0xffffffff));
    }

    function _expectMissing(bytes32 role) private {
        vm.expectRevert(abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, alice, role));
    }
}
