// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {SeriesId} from "../../../contracts/xnode/types/SeriesId.sol";
import {NotingReceiver, RefusingReceiver} from "../../helpers/Receivers.sol";
import {XnodeFixture} from "../../helpers/XnodeFixture.sol";

contract XnodeOneMintTest is XnodeFixture {
    function test_XNODE_13_Mint_AsksAContractOnceForEachUnitAfterAllWereWritten() public {
        NotingReceiver receiver = new NotingReceiver();
        mintTo(address(receiver), 3);
        assertEq(receiver.askedCount(), 3);
        for (uint256 i = 0; i < 3; ++i) assertEq(receiver.asked(i), UNIT + i);
        assertEq(receiver.ownedWhenAsked(), 3);
        assertEq(receiver.operator(), address(sale));
        assertEq(receiver.from(), address(0));
    }

    function test_XNODE_13_RevertWhen_MintToAContractThatIsNoReceiver() public {
        vm.prank(address(sale));
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, usdc));
        xnode.mint(series, address(usdc), 1);
    }

    function test_XNODE_13_RevertWhen_ReceiverRefuses() public {
        RefusingReceiver receiver = new RefusingReceiver();
        vm.prank(address(sale));
        vm.expectRevert(abi.encodeWithSelector(RefusingReceiver.RefusingReceiver_Refused.selector, UNIT));
        xnode.mint(series, address(receiver), 2);
        assertEq(xnode.getSeries(series).minted, 0);
    }

    function test_XNODE_12_RevertWhen_MintMoreThanABatch() public {
        _wideSeries();
        vm.prank(address(sale));
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_QuantityAboveMax.selector, 21, 20));
        xnode.mint(series, alice, 21);
    }

    function test_XNODE_02_Mint_WholeBatchesFillASeriesToItsCap() public {
        _wideSeries();
        assertEq(mintTo(alice, 20), 2_000_001);
        assertEq(mintTo(bob, 19), 2_000_021);
        assertEq(mintTo(alice, 1), 2_000_040);
        assertEq(xnode.ownerOf(2_000_020), alice);
        assertEq(xnode.ownerOf(2_000_039), bob);
        assertEq(xnode.ownerOf(2_000_040), alice);
        assertEq(xnode.balanceOf(alice), 21);
        vm.prank(address(sale));
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_SoldOut.selector, series, 40, 40, 1));
        xnode.mint(series, alice, 1);
    }

    function test_XNODE_11_Batch_EveryUnitLivesItsOwnLife() public {
        uint256 unit = mintTo(alice, 4);
        vm.startPrank(alice);
        xnode.activate(unit + 3);
        xnode.transferFrom(alice, bob, unit + 1);
        vm.stopPrank();
        vm.prank(locker);
        xnode.lock(unit + 2);
        assertTrue(xnode.isActive(unit + 3));
        assertFalse(xnode.isActive(unit));
        assertEq(xnode.ownerOf(unit + 1), bob);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_UnitLocked.selector, unit + 2, locker));
        xnode.transferFrom(alice, bob, unit + 2);
    }

    // Multicall

    function test_Multicall_ActivatesAndTransfersAsTheCaller() public {
        uint256 unit = mintTo(alice, 2);
        bytes[] memory calls = new bytes[](3);
        calls[0] = abi.encodeCall(IXnodeOne.activate, (unit));
        calls[1] = abi.encodeCall(IXnodeOne.activate, (unit + 1));
        calls[2] = abi.encodeCall(IERC721.transferFrom, (alice, bob, unit + 1));
        vm.prank(alice);
        xnode.multicall(calls);
        assertTrue(xnode.isActive(unit));
        assertTrue(xnode.isActive(unit + 1));
        assertEq(xnode.ownerOf(unit), alice);
        assertEq(xnode.ownerOf(unit + 1), bob);
    }

    function test_RevertWhen_MulticallOfAStranger() public {
        uint256 unit = mintTo(alice, 1);
        bytes[] memory calls = new bytes[](1);
        calls[0] = abi.encodeCall(IXnodeOne.activate, (unit));
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, bob, unit));
        xnode.multicall(calls);
    }

    function _wideSeries() private {
        IXnodeOne.SeriesParams memory p = seriesParams();
        p.cap = 40;
        vm.prank(timelock);
        series = xnode.createSeries(p);
        assertEq(SeriesId.unwrap(series), 2);
    }
}
