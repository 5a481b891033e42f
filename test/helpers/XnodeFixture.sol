// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AggregatorV3Interface} from "@chainlink/contracts/src/v0.8/shared/interfaces/AggregatorV3Interface.sol";
import {MockV3Aggregator} from "@chainlink/contracts/src/v0.8/shared/mocks/MockV3Aggregator.sol";
import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {PriceOracle} from "../../contracts/oracle/PriceOracle.sol";
import {IPriceOracle} from "../../contracts/oracle/interfaces/IPriceOracle.sol";
import {OpenToken} from "../../contracts/token/OpenToken.sol";
import {TokenAllocation} from "../../contracts/token/TokenAllocation.sol";
import {XnodeOne} from "../../contracts/xnode/XnodeOne.sol";
import {XnodeRegistry} from "../../contracts/xnode/XnodeRegistry.sol";
import {XnodeRenderer} from "../../contracts/xnode/XnodeRenderer.sol";
import {XnodeRevenue} from "../../contracts/xnode/XnodeRevenue.sol";
import {XnodeSale} from "../../contracts/xnode/XnodeSale.sol";
import {IUnitObserver} from "../../contracts/xnode/interfaces/IUnitObserver.sol";
import {IXnodeOne} from "../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeRenderer} from "../../contracts/xnode/interfaces/IXnodeRenderer.sol";
import {SeriesId} from "../../contracts/xnode/types/SeriesId.sol";
import {Genesis} from "./Genesis.sol";
import {TestToken} from "./TestTokens.sol";

/// @dev The whole domain with its real parts: token, allocation, oracle, units, sale, revenue, registry, renderer. ETH
/// stands at 3,000 USD, USDC at 1 USD.
abstract contract XnodeFixture is Test {
    // 2027-01-15 08:00:00 UTC
    uint256 internal constant START = 1_800_000_000;
    uint256 internal constant UNIT_PRICE = 0.5 ether;
    uint256 internal constant RENEWAL_PRICE = 0.1 ether;
    // Unit 1 of series 1.
    uint256 internal constant UNIT = 1_000_001;
    uint128 internal constant GRANT = 200e18;
    // Sent to the revenue for the streams of all series; 2,000 are reserved by the first.
    uint256 internal constant STREAM_FUNDING = 1_000_000e18;

    address internal timelock = makeAddr("timelock");
    address internal guardian = makeAddr("guardian");
    address internal locker = makeAddr("locker");
    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");

    MockV3Aggregator internal ethFeed;
    MockV3Aggregator internal usdcFeed;
    TestToken internal usdc;
    OpenToken internal openToken;
    TokenAllocation internal allocation;
    PriceOracle internal oracle;
    XnodeOne internal xnode;
    XnodeSale internal sale;
    XnodeRevenue internal revenue;
    XnodeRegistry internal registry;
    XnodeRenderer internal renderer;
    SeriesId internal series;

    function setUp() public virtual {
        vm.warp(START);
        ethFeed = new MockV3Aggregator(8, 3_000e8);
        usdcFeed = new MockV3Aggregator(8, 1e8);
        usdc = new TestToken("USDC", 6);
        IPriceOracle.FeedConfig[] memory feeds = new IPriceOracle.FeedConfig[](2);
        feeds[0] = IPriceOracle.FeedConfig(address(0), ethFeed, 4_500, 175e18, 50_000e18);
        feeds[1] = IPriceOracle.FeedConfig(address(usdc), usdcFeed, 90_000, 0.98e18, 1.02e18);
        oracle = new PriceOracle(timelock, AggregatorV3Interface(address(0)), 0, feeds);
        (openToken, allocation) = Genesis.deploy(timelock);
        uint256 nonce = vm.getNonce(address(this));
        xnode = newXnodeOne(
            timelock,
            vm.computeCreateAddress(address(this), nonce + 1),
            IUnitObserver(vm.computeCreateAddress(address(this), nonce + 2)),
            IXnodeRenderer(vm.computeCreateAddress(address(this), nonce + 4))
        );
        address[] memory assets = new address[](2);
        assets[1] = address(usdc);
        sale = new XnodeSale(xnode, oracle, timelock, guardian, START + 365 days, assets);
        assets = new address[](3);
        (assets[1], assets[2]) = (address(usdc), address(openToken));
        revenue = new XnodeRevenue(xnode, openToken, allocation, timelock, assets);
        registry = new XnodeRegistry(xnode, timelock);
        renderer = new XnodeRenderer(xnode, registry);
        allocation.genesisFund(Genesis.ROW, address(revenue), STREAM_FUNDING);
        vm.prank(timelock);
        series = xnode.createSeries(seriesParams());
        vm.deal(alice, 100 ether);
        vm.deal(bob, 100 ether);
        usdc.mint(alice, 100_000e6);
    }

    function newXnodeOne(
        address timelock_,
        address minter,
        IUnitObserver observer,
        IXnodeRenderer renderer_
    ) internal returns (XnodeOne) {
        address[] memory minters = new address[](1);
        minters[0] = minter;
        return new XnodeOne(timelock_, IXnodeOne.Roles(minters, minter, locker), observer, renderer_);
    }

    function seriesParams() internal pure returns (IXnodeOne.SeriesParams memory) {
        return
            IXnodeOne.SeriesParams({
                name: "Xnode One",
                cap: 10,
                termDays: 365,
                priceUsd: 1_500e18,
                renewalPriceUsd: 300e18,
                saleStart: uint40(START),
                saleEnd: uint40(START + 60 days),
                walletLimit: 0,
                royaltyBps: 250,
                specHash: keccak256("spec"),
                grantPerUnit: GRANT
            });
    }

    function mintTo(address to, uint256 quantity) internal returns (uint256 firstUnit) {
        vm.prank(address(sale));
        return xnode.mint(series, to, quantity);
    }

    function activatedTo(address to) internal returns (uint256 unit) {
        unit = mintTo(to, 1);
        vm.prank(to);
        xnode.activate(unit);
    }

    /// @dev Time passes and both feeds answer again.
    function skipFresh(uint256 seconds_) internal {
        vm.warp(block.timestamp + seconds_);
        ethFeed.updateAnswer(ethFeed.latestAnswer());
        usdcFeed.updateAnswer(usdcFeed.latestAnswer());
    }
}
