// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesId} from "../../../contracts/xnode/types/SeriesId.sol";
import {RevenueFixture} from "../../helpers/RevenueFixture.sol";

/// @dev What 10 active units cost and what 100,000 cost, from cold state.
contract XnodeRevenueGasTest is RevenueFixture {
    uint256 internal constant FEW = 10;
    uint256 internal constant MANY = 100_000;
    // Numbers with other zero bytes, nothing else.
    uint256 internal constant TOLERANCE = 100;

    SeriesId internal small;
    SeriesId internal large;
    uint256 internal smallUnit;
    uint256 internal largeUnit;

    function setUp() public override {
        super.setUp();
        (small, smallUnit) = populated(FEW);
        (large, largeUnit) = populated(MANY);
        skip(3 days);
    }

    function test_XNODE_76_Gas_PayIsFlat() public {
        assertEq(revenue.poolOf(small).active, FEW);
        assertEq(revenue.poolOf(large).active, MANY);
        address[3] memory list = [ETHER, address(usdc), address(token)];
        for (uint256 i = 0; i < 3; ++i) {
            bytes memory few = abi.encodeCall(revenue.paySeries, (small, list[i], 1e6));
            bytes memory many = abi.encodeCall(revenue.paySeries, (large, list[i], 1e6));
            compare("pay", payer, address(revenue), list[i] == ETHER ? 1e6 : 0, few, many);
        }
    }

    function test_XNODE_76_Gas_ClaimIsFlat() public {
        payAll();
        address[3] memory list = [ETHER, address(usdc), address(token)];
        for (uint256 i = 0; i < 3; ++i) {
            bytes memory few = abi.encodeCall(revenue.claim, (only(smallUnit), list[i], bob));
            bytes memory many = abi.encodeCall(revenue.claim, (only(largeUnit), list[i], bob));
            compare("claim", alice, address(revenue), 0, few, many);
        }
    }

    function test_XNODE_76_Gas_TransferIsFlat() public {
        bytes memory few = abi.encodeCall(xnode.transferFrom, (alice, bob, smallUnit));
        bytes memory many = abi.encodeCall(xnode.transferFrom, (alice, bob, largeUnit));
        compare("transfer, the stream only", alice, address(xnode), 0, few, many);
        payAll();
        compare("transfer, three assets and the stream", alice, address(xnode), 0, few, many);
    }

    function test_Gas_RenewIsFlat() public {
        bytes memory few = abi.encodeCall(xnode.renew, (smallUnit));
        bytes memory many = abi.encodeCall(xnode.renew, (largeUnit));
        compare("renew", address(this), address(xnode), 0, few, many);
        vm.warp(xnode.expiryOf(smallUnit) + 1 days);
        revenue.advance(small, 100);
        revenue.advance(large, 100);
        compare("renew in grace, crossed", address(this), address(xnode), 0, few, many);
    }

    function test_Gas_ActivateIsFlat() public {
        uint256 few = xnode.mint(small, alice, 1);
        uint256 many = xnode.mint(large, alice, 1);
        compare(
            "activate",
            alice,
            address(xnode),
            0,
            abi.encodeCall(xnode.activate, (few)),
            abi.encodeCall(xnode.activate, (many))
        );
    }

    function test_Gas_ExpiryOfAllIsFlat() public {
        vm.warp(xnode.expiryOf(smallUnit));
        bytes memory few = abi.encodeCall(revenue.advance, (small, 40));
        bytes memory many = abi.encodeCall(revenue.advance, (large, 40));
        compare("advance a term, all expire", bob, address(revenue), 0, few, many);
        revenue.advance(small, 40);
        revenue.advance(large, 40);
        assertEq(revenue.poolOf(large).active, 0);
    }

    /// @dev Alice's unit is real. The others are told to the revenue as Xnode One would, which saves a minute of test.
    function populated(uint256 count) private returns (SeriesId populated_, uint256 unit) {
        series = createSeries(uint32(MANY), 31, 0.1e18);
        unit = activatedTo(alice);
        uint256 expiry = xnode.expiryOf(unit);
        vm.startPrank(address(xnode));
        for (uint256 i = 1; i < count; ++i) revenue.onActivated(unit + MANY + i, expiry);
        vm.stopPrank();
        return (series, unit);
    }

    function payAll() private {
        for (uint256 i = 0; i < 2; ++i) {
            series = i == 0 ? small : large;
            paySeries(ETHER, 1e6);
            paySeries(address(usdc), 1e6);
            paySeries(address(token), 1e6);
        }
    }

    /// @dev Both from the same cold state, without the transaction's own 21,000 and calldata.
    function compare(
        string memory what,
        address sender,
        address target,
        uint256 value,
        bytes memory few,
        bytes memory many
    ) private {
        uint256 state = vm.snapshotState();
        uint256 fewGas = gasOf(sender, target, value, few);
        vm.revertToState(state);
        uint256 manyGas = gasOf(sender, target, value, many);
        vm.revertToState(state);
        assertApproxEqAbs(fewGas, manyGas, TOLERANCE, what);
    }

    function gasOf(address sender, address target, uint256 value, bytes memory data) private returns (uint256 used) {
        vm.cool(address(revenue));
        vm.cool(address(xnode));
        vm.cool(address(token));
        vm.cool(address(usdc));
        vm.prank(sender);
        uint256 before = gasleft();
        (bool ok, ) = target.call{value: value}(data);
        used = before - gasleft();
        assertTrue(ok);
    }
}
