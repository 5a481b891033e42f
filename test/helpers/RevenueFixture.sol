// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {OpenToken} from "../../contracts/token/OpenToken.sol";
import {TokenAllocation} from "../../contracts/token/TokenAllocation.sol";
import {ITokenAllocation} from "../../contracts/token/interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "../../contracts/token/interfaces/IVestingFactory.sol";
import {RowId} from "../../contracts/token/types/RowId.sol";
import {XnodeOne} from "../../contracts/xnode/XnodeOne.sol";
import {XnodeRevenue} from "../../contracts/xnode/XnodeRevenue.sol";
import {IUnitObserver} from "../../contracts/xnode/interfaces/IUnitObserver.sol";
import {IXnodeOne} from "../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeRenderer} from "../../contracts/xnode/interfaces/IXnodeRenderer.sol";
import {SeriesId} from "../../contracts/xnode/types/SeriesId.sol";
import {TestToken} from "./TestTokens.sol";

/// @dev Units and their revenue with token and allocation, without the sale: the test itself mints and renews.
/// Series 1 has 10 units of 31 days and streams 200 OPEN; the assets are ETH, USDC and OPEN.
abstract contract RevenueFixture is Test {
    // 2027-01-15 08:00:00 UTC
    uint256 internal constant START = 1_800_000_000;
    uint256 internal constant TODAY = START / 1 days;
    // The last midnight of a unit activated at START.
    uint256 internal constant LAST_DAY = TODAY + 32;
    uint256 internal constant CAP = 10;
    uint256 internal constant GRANT = 200e18;
    uint256 internal constant FUNDED = 100_000e18;
    RowId internal constant ROW = RowId.wrap(7);
    address internal constant ETHER = address(0);

    address internal immutable timelock = makeAddr("timelock");
    address internal immutable locker = makeAddr("locker");
    address internal immutable alice = makeAddr("alice");
    address internal immutable bob = makeAddr("bob");
    address internal immutable payer = makeAddr("payer");

    OpenToken internal token;
    TokenAllocation internal allocation;
    TestToken internal usdc;
    XnodeOne internal xnode;
    XnodeRevenue internal revenue;
    SeriesId internal series;

    function setUp() public virtual {
        vm.warp(START);
        uint256 nonce = vm.getNonce(address(this));
        token = new OpenToken(vm.computeCreateAddress(address(this), nonce + 1), timelock);
        allocation = new TokenAllocation(
            token,
            timelock,
            address(this),
            IVestingFactory(makeAddr("vestingFactory")),
            table()
        );
        usdc = new TestToken("USDC", 6);
        xnode = newXnodeOne(vm.computeCreateAddress(address(this), nonce + 4));
        revenue = new XnodeRevenue(xnode, token, allocation, timelock, assetList());
        allocation.genesisFund(ROW, address(revenue), FUNDED);
        series = createSeries(uint32(CAP), 31, uint128(GRANT));

        allocation.genesisGrant(ROW, payer, 1_000_000e18);
        usdc.mint(payer, 1_000_000e6);
        vm.deal(payer, 1_000 ether);
        vm.startPrank(payer);
        token.approve(address(revenue), type(uint256).max);
        usdc.approve(address(revenue), type(uint256).max);
        vm.stopPrank();
    }

    function newXnodeOne(address observer) internal returns (XnodeOne) {
        address[] memory minters = new address[](1);
        minters[0] = address(this);
        return
            new XnodeOne(
                timelock,
                IXnodeOne.Roles(minters, address(this), locker),
                IUnitObserver(observer),
                IXnodeRenderer(address(0))
            );
    }

    function assetList() internal view returns (address[] memory list) {
        list = new address[](3);
        (list[0], list[1], list[2]) = (ETHER, address(usdc), address(token));
    }

    function createSeries(uint32 cap, uint16 termDays, uint128 grantPerUnit) internal returns (SeriesId) {
        vm.prank(timelock);
        return
            xnode.createSeries(
                IXnodeOne.SeriesParams({
                    name: "Xnode One",
                    cap: cap,
                    termDays: termDays,
                    priceUsd: 1_500e18,
                    renewalPriceUsd: 300e18,
                    saleStart: 0,
                    saleEnd: type(uint40).max,
                    walletLimit: 0,
                    royaltyBps: 0,
                    specHash: keccak256("spec"),
                    grantPerUnit: grantPerUnit
                })
            );
    }

    function activatedTo(address to) internal returns (uint256 unit) {
        unit = xnode.mint(series, to, 1);
        vm.prank(to);
        xnode.activate(unit);
    }

    function transfer(uint256 unit, address to) internal {
        address from = xnode.ownerOf(unit);
        vm.prank(from);
        xnode.transferFrom(from, to, unit);
    }

    function paySeries(address asset, uint256 amount) internal {
        vm.prank(payer);
        revenue.paySeries{value: asset == ETHER ? amount : 0}(series, asset, amount);
    }

    function payUnit(uint256 unit, address asset, uint256 amount) internal {
        vm.prank(payer);
        revenue.payUnit{value: asset == ETHER ? amount : 0}(unit, asset, amount);
    }

    function claim(address owner, uint256 unit, address asset) internal returns (uint256) {
        vm.prank(owner);
        return revenue.claim(only(unit), asset, owner);
    }

    function claimable(address owner, uint256 unit, address asset) internal view returns (uint256) {
        return revenue.claimable(owner, only(unit), asset);
    }

    function only(uint256 unit) internal pure returns (uint256[] memory units) {
        units = new uint256[](1);
        units[0] = unit;
    }

    /// @dev To the first second of a day, counted from the Unix epoch.
    function toDay(uint256 day) internal {
        vm.warp(day * 1 days);
    }

    function table() internal pure returns (ITokenAllocation.Row[25] memory rows) {
        for (uint256 i; i < 25; ++i) rows[i] = ITokenAllocation.Row(bytes32(i + 1), 4e25);
    }
}
