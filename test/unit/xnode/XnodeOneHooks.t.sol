// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {XnodeOne} from "../../../contracts/xnode/XnodeOne.sol";
import {IUnitObserver} from "../../../contracts/xnode/interfaces/IUnitObserver.sol";
import {IUnitStream} from "../../../contracts/xnode/interfaces/IUnitStream.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeRenderer} from "../../../contracts/xnode/interfaces/IXnodeRenderer.sol";
import {SeriesId} from "../../../contracts/xnode/types/SeriesId.sol";
import {XnodeFixture} from "../../helpers/XnodeFixture.sol";

/// @dev What units tell their observer, and who draws them.
contract XnodeOneHooksTest is XnodeFixture {
    function test_Constructor_NamesObserverRendererAndRoles() public {
        assertEq(address(xnode.observer()), address(revenue));
        assertEq(address(xnode.renderer()), address(renderer));
        assertEq(xnode.timelock(), timelock);
        address[] memory minters = new address[](2);
        (minters[0], minters[1]) = (alice, bob);
        XnodeOne other = new XnodeOne(timelock, IXnodeOne.Roles(minters, alice, locker), revenue, renderer);
        assertTrue(other.hasRole(other.MINTER_ROLE(), alice));
        assertTrue(other.hasRole(other.MINTER_ROLE(), bob));
        assertTrue(other.hasRole(other.RENEWER_ROLE(), alice));
        assertFalse(other.hasRole(other.RENEWER_ROLE(), bob));
        assertTrue(other.hasRole(other.LOCKER_ROLE(), locker));
    }

    // Series

    function test_XNODE_79_CreateSeries_ReservesTheGrantsOfTheWholeCap() public {
        uint256 free = revenue.freeOpen();
        vm.expectCall(address(revenue), abi.encodeCall(IUnitObserver.onSeriesCreated, (SeriesId.wrap(2), 10, GRANT)));
        vm.prank(timelock);
        xnode.createSeries(seriesParams());
        assertEq(revenue.freeOpen(), free - 10 * uint256(GRANT));
        assertEq(xnode.getSeries(SeriesId.wrap(2)).grantPerUnit, GRANT);
    }

    function test_XNODE_79_RevertWhen_SeriesGrantsMoreThanIsFunded() public {
        IXnodeOne.SeriesParams memory p = seriesParams();
        p.cap = 5_001;
        uint256 free = revenue.freeOpen();
        vm.prank(timelock);
        vm.expectRevert(abi.encodeWithSelector(IUnitStream.UnitStream_NotFree.selector, free, 5_001 * uint256(GRANT)));
        xnode.createSeries(p);
    }

    function test_RevertWhen_SeriesGrantAboveItsBound() public {
        IXnodeOne.SeriesParams memory p = seriesParams();
        p.grantPerUnit = 1_000e18 + 1;
        vm.prank(timelock);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_GrantAboveMax.selector, 1_000e18 + 1, 1_000e18));
        xnode.createSeries(p);
    }

    function test_XNODE_15_RevertWhen_SeriesNameIsNotPrintable() public {
        IXnodeOne.SeriesParams memory p = seriesParams();
        vm.startPrank(timelock);
        p.name = unicode"Xnode \u202eenO";
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_NameNotPrintable.selector, 6));
        xnode.createSeries(p);
        p.name = "Xnode\nOne";
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_NameNotPrintable.selector, 5));
        xnode.createSeries(p);
        p.name = string(new bytes(10_000));
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_NameLength.selector, 10_000, 64));
        xnode.createSeries(p);
    }

    // Units

    function test_Activate_TellsTheObserver() public {
        uint256 unit = mintTo(alice, 1);
        uint256 expiry = START - (START % 1 days) + 366 days;
        vm.expectCall(address(revenue), abi.encodeCall(IUnitObserver.onActivated, (unit, expiry)), 1);
        vm.prank(alice);
        xnode.activate(unit);
    }

    function test_Renew_TellsTheObserverWhoOwnsTheUnit() public {
        uint256 unit = activatedTo(alice);
        uint256 expiry = xnode.expiryOf(unit);
        vm.expectCall(
            address(revenue),
            abi.encodeCall(IUnitObserver.onRenewed, (unit, alice, START, expiry, expiry + 365 days)),
            1
        );
        vm.prank(address(sale));
        xnode.renew(unit);
    }

    function test_Transfer_TellsTheObserverOfAnActivatedUnit() public {
        uint256 unit = activatedTo(alice);
        uint256 expiry = xnode.expiryOf(unit);
        vm.expectCall(address(revenue), abi.encodeCall(IUnitObserver.onTransferred, (unit, alice, START, expiry)), 1);
        vm.prank(alice);
        xnode.transferFrom(alice, bob, unit);
    }

    function test_Transfer_TellsTheObserverAfterExpiryToo() public {
        uint256 unit = activatedTo(alice);
        uint256 expiry = xnode.expiryOf(unit);
        vm.warp(expiry + 31 days);
        vm.expectCall(address(revenue), abi.encodeCall(IUnitObserver.onTransferred, (unit, alice, START, expiry)), 1);
        vm.prank(alice);
        xnode.transferFrom(alice, bob, unit);
        // The stream ran out while alice owned it.
        assertEq(revenue.creditOf(alice, address(openToken)), GRANT);
        assertEq(revenue.creditOf(bob, address(openToken)), 0);
    }

    function test_MintAndTransferBeforeActivation_TellNobody() public {
        vm.expectCall(address(revenue), "", 0);
        uint256 unit = mintTo(alice, 2);
        vm.prank(alice);
        xnode.transferFrom(alice, bob, unit);
    }

    /// @dev A buyer who picks the gas cannot make the settlement of the seller fail alone.
    function testFuzz_XNODE_73_Transfer_NeverWithoutTheSettlement(uint256 gasGiven) public {
        uint256 unit = activatedTo(alice);
        vm.warp(START + 100 days);
        gasGiven = bound(gasGiven, 20_000, 250_000);
        vm.prank(alice);
        (bool done, ) = address(xnode).call{gas: gasGiven}(abi.encodeCall(xnode.transferFrom, (alice, bob, unit)));
        assertEq(done, xnode.ownerOf(unit) == bob);
        assertEq(done, revenue.creditOf(alice, address(openToken)) != 0);
    }

    /// @dev Nothing outside the revenue is asked, so nothing outside can refuse.
    function test_XNODE_80_BrokenAssetsStopNoUnit() public {
        uint256 unit = activatedTo(alice);
        uint256 fresh = mintTo(alice, 1);
        vm.prank(alice);
        usdc.approve(address(revenue), 10);
        vm.prank(alice);
        revenue.paySeries(series, address(usdc), 10);
        vm.warp(START + 73 days);
        vm.etch(address(usdc), hex"fe");
        vm.etch(address(openToken), hex"fe");

        vm.startPrank(alice);
        xnode.activate(fresh);
        xnode.transferFrom(alice, bob, unit);
        vm.stopPrank();
        vm.prank(address(sale));
        xnode.renew(unit);
        assertTrue(xnode.isActive(fresh));
        assertEq(xnode.ownerOf(unit), bob);
        assertEq(revenue.creditOf(alice, address(usdc)), 10);
        assertEq(revenue.creditOf(alice, address(openToken)), GRANT / 5);
    }

    // Renderer

    function test_XNODE_53_SetRenderer_EmitsOldAndNewAndThatEveryPictureChanged() public {
        IXnodeRenderer another = IXnodeRenderer(makeAddr("another"));
        vm.expectEmit(address(xnode));
        emit IXnodeOne.RendererSet(renderer, another);
        vm.expectEmit(address(xnode));
        emit IERC4906.BatchMetadataUpdate(0, type(uint256).max);
        vm.prank(timelock);
        xnode.setRenderer(another);
        assertEq(address(xnode.renderer()), address(another));
    }

    function test_XNODE_53_RevertWhen_RendererSetByAnother() public {
        vm.prank(guardian);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_NotTimelock.selector, guardian));
        xnode.setRenderer(renderer);
    }

    function test_TokenURI_IsTheRenderers() public {
        uint256 unit = mintTo(alice, 1);
        assertEq(xnode.tokenURI(unit), renderer.tokenURI(unit));
    }

    function test_RevertWhen_TokenURIOfNoUnit() public {
        bytes memory reason = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, UNIT);
        vm.expectRevert(reason);
        xnode.tokenURI(UNIT);
        vm.expectRevert(reason);
        renderer.tokenURI(UNIT);
    }
}
