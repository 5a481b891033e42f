// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AggregatorV3Interface} from "@chainlink/contracts/src/v0.8/shared/interfaces/AggregatorV3Interface.sol";
import {MockV3Aggregator} from "@chainlink/contracts/src/v0.8/shared/mocks/MockV3Aggregator.sol";
import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {PriceOracle} from "../../../contracts/oracle/PriceOracle.sol";
import {IPriceOracle} from "../../../contracts/oracle/interfaces/IPriceOracle.sol";
import {TestToken} from "../../helpers/TestTokens.sol";

contract PriceOracleTest is Test {
    uint256 internal constant START = 1_800_000_000;
    address internal constant ETHER = address(0);

    address internal timelock = makeAddr("timelock");
    MockV3Aggregator internal feed;
    PriceOracle internal oracle;

    function setUp() public {
        vm.warp(START);
        feed = new MockV3Aggregator(8, 3_000e8);
        oracle = _deploy(AggregatorV3Interface(address(0)));
    }

    // Prices

    function test_Price_HasEighteenDecimals() public view {
        assertEq(oracle.price(ETHER), 3_000e18);
    }

    function test_Price_AtTheAgeLimit() public {
        vm.warp(START + 4_500);
        assertEq(oracle.price(ETHER), 3_000e18);
    }

    function test_Price_AtBothBounds() public {
        feed.updateAnswer(175e8);
        assertEq(oracle.price(ETHER), 175e18);
        feed.updateAnswer(50_000e8);
        assertEq(oracle.price(ETHER), 50_000e18);
    }

    function test_XNODE_40_RevertWhen_NoFeed() public {
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_NoFeed.selector, address(1)));
        oracle.price(address(1));
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_NoFeed.selector, address(1)));
        oracle.quote(address(1), 1);
    }

    function test_XNODE_40_RevertWhen_Stale() public {
        vm.warp(START + 4_501);
        vm.expectRevert(
            abi.encodeWithSelector(IPriceOracle.PriceOracle_StaleAnswer.selector, ETHER, 4_501, 4_500, START)
        );
        oracle.price(ETHER);
    }

    function test_XNODE_40_RevertWhen_RoundNeverCompleted() public {
        feed.updateRoundData(7, 3_000e8, 0, START);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_StaleAnswer.selector, ETHER, START, 4_500, 0));
        oracle.price(ETHER);
    }

    function test_XNODE_40_RevertWhen_AnswerNotPositive() public {
        feed.updateAnswer(0);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_NonPositiveAnswer.selector, ETHER, 0));
        oracle.price(ETHER);
        feed.updateAnswer(-1);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_NonPositiveAnswer.selector, ETHER, int256(-1)));
        oracle.price(ETHER);
    }

    function test_XNODE_40_RevertWhen_OutOfBounds() public {
        feed.updateAnswer(175e8 - 1);
        _expectOutOfBounds(175e18 - 1e10);
        oracle.price(ETHER);
        feed.updateAnswer(50_000e8 + 1);
        _expectOutOfBounds(50_000e18 + 1e10);
        oracle.price(ETHER);
    }

    function test_XNODE_40_RevertWhen_AnswerIsAbsurd() public {
        feed.updateAnswer(type(int256).max);
        _expectOutOfBounds(type(uint256).max);
        oracle.price(ETHER);
    }

    function test_XNODE_40_RevertWhen_AnswerFromTheFuture() public {
        feed.updateRoundData(7, 3_000e8, START + 1, START);
        vm.expectRevert(
            abi.encodeWithSelector(IPriceOracle.PriceOracle_FutureAnswer.selector, ETHER, START + 1, START)
        );
        oracle.price(ETHER);
    }

    function test_XNODE_40_RevertWhen_DecimalsChanged() public {
        vm.mockCall(address(feed), abi.encodeCall(AggregatorV3Interface.decimals, ()), abi.encode(uint8(18)));
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_DecimalsChanged.selector, ETHER, 8, 18));
        oracle.price(ETHER);
    }

    function test_XNODE_40_RevertWhen_FeedReverts() public {
        bytes memory failed = abi.encodeWithSelector(IPriceOracle.PriceOracle_FeedFailed.selector, ETHER, feed);
        vm.mockCallRevert(address(feed), abi.encodeCall(AggregatorV3Interface.latestRoundData, ()), "paused");
        vm.expectRevert(failed);
        oracle.price(ETHER);
        vm.clearMockedCalls();
        vm.mockCallRevert(address(feed), abi.encodeCall(AggregatorV3Interface.decimals, ()), "paused");
        vm.expectRevert(failed);
        oracle.price(ETHER);
    }

    // Quotes

    function test_XNODE_43_Quote_RoundsUp() public {
        assertEq(oracle.quote(ETHER, 1_500e18), 0.5 ether);
        assertEq(oracle.quote(ETHER, 1), 1);
        assertEq(oracle.quote(ETHER, 0), 0);
        feed.updateAnswer(3_001e8);
        // 1500 / 3001 = 0.499833388870376541152949...
        assertEq(oracle.quote(ETHER, 1_500e18), 499_833_388_870_376_542);
    }

    function test_RevertWhen_QuoteAmountTooLarge() public {
        uint256 amount = uint256(type(uint128).max) + 1;
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_AmountTooLarge.selector, amount));
        oracle.quote(ETHER, amount);
    }

    function testFuzz_XNODE_43_Quote_PaysInFullWithAtMostOneUnitToSpare(
        uint256 feedDecimals,
        uint256 assetDecimals,
        uint256 answer,
        uint256 usdAmount
    ) public {
        feedDecimals = bound(feedDecimals, 0, 24);
        assetDecimals = bound(assetDecimals, 0, 24);
        usdAmount = bound(usdAmount, 0, type(uint128).max);
        // Every answer whose price lies between 1 wei of a dollar and 2^128 - 1.
        uint256 lowest = feedDecimals > 18 ? 10 ** (feedDecimals - 18) : 1;
        uint256 highest = feedDecimals > 18 ? type(uint128).max : type(uint128).max / 10 ** (18 - feedDecimals);
        answer = bound(answer, lowest, highest);
        TestToken token = new TestToken("T", uint8(assetDecimals));
        MockV3Aggregator tokenFeed = new MockV3Aggregator(uint8(feedDecimals), int256(answer));
        vm.prank(timelock);
        oracle.setFeed(IPriceOracle.FeedConfig(address(token), tokenFeed, 60, 1, type(uint128).max));

        uint256 priceUsd = oracle.price(address(token));
        uint256 amount = oracle.quote(address(token), usdAmount);

        // The price is the answer rounded down to 18 decimals.
        assertEq(priceUsd, Math.mulDiv(answer, 1e18, 10 ** feedDecimals));
        // amount * price >= usd * 10^decimals > (amount - 1) * price
        uint256 owed = usdAmount * 10 ** assetDecimals;
        assertGe(amount * priceUsd, owed);
        if (amount != 0) assertLt((amount - 1) * priceUsd, owed);
    }

    function testFuzz_XNODE_40_Price_AnyAnswerGivesAPriceInBoundsOrATypedError(
        int256 answer,
        uint256 updatedAt
    ) public {
        feed.updateRoundData(9, answer, updatedAt, updatedAt);
        try oracle.price(ETHER) returns (uint256 priceUsd) {
            assertGe(priceUsd, 175e18);
            assertLe(priceUsd, 50_000e18);
            assertLe(updatedAt, START);
            assertLe(START - updatedAt, 4_500);
        } catch (bytes memory reason) {
            bytes4 selector = bytes4(reason);
            assertTrue(
                selector == IPriceOracle.PriceOracle_NonPositiveAnswer.selector ||
                    selector == IPriceOracle.PriceOracle_FutureAnswer.selector ||
                    selector == IPriceOracle.PriceOracle_StaleAnswer.selector ||
                    selector == IPriceOracle.PriceOracle_PriceOutOfBounds.selector
            );
        }
    }

    // Settings

    function test_Constructor_SetsFeeds() public {
        IPriceOracle.Feed memory f = oracle.feedOf(ETHER);
        assertEq(address(f.feed), address(feed));
        assertEq(f.maxAge, 4_500);
        assertEq(f.feedDecimals, 8);
        assertEq(f.assetDecimals, 18);
        assertEq(f.minPrice, 175e18);
        assertEq(f.maxPrice, 50_000e18);
        assertEq(oracle.timelock(), timelock);
        vm.expectEmit();
        emit IPriceOracle.FeedSet(ETHER, address(0), address(feed), 0, 4_500, 0, 175e18, 0, 50_000e18, 8, 18);
        _deploy(AggregatorV3Interface(address(0)));
    }

    function test_XNODE_42_SetFeed_EmitsOldAndNew() public {
        MockV3Aggregator next = new MockV3Aggregator(18, 2_000e18);
        vm.expectEmit(address(oracle));
        emit IPriceOracle.FeedSet(
            ETHER,
            address(feed),
            address(next),
            4_500,
            60,
            175e18,
            1,
            50_000e18,
            3_000e18,
            18,
            18
        );
        vm.prank(timelock);
        oracle.setFeed(IPriceOracle.FeedConfig(ETHER, next, 60, 1, 3_000e18));
        assertEq(oracle.price(ETHER), 2_000e18);
    }

    function test_XNODE_42_RemoveFeed_EmitsOldAndZero() public {
        vm.expectEmit(address(oracle));
        emit IPriceOracle.FeedSet(ETHER, address(feed), address(0), 4_500, 0, 175e18, 0, 50_000e18, 0, 0, 0);
        vm.prank(timelock);
        oracle.removeFeed(ETHER);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_NoFeed.selector, ETHER));
        oracle.price(ETHER);
    }

    function test_RevertWhen_RemovingAFeedThatIsNotThere() public {
        vm.prank(timelock);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_NoFeed.selector, address(1)));
        oracle.removeFeed(address(1));
    }

    function test_XNODE_42_RevertWhen_NotTimelock() public {
        bytes memory reason = abi.encodeWithSelector(IPriceOracle.PriceOracle_NotTimelock.selector, address(this));
        vm.expectRevert(reason);
        oracle.setFeed(IPriceOracle.FeedConfig(ETHER, feed, 60, 1, 2));
        vm.expectRevert(reason);
        oracle.removeFeed(ETHER);
    }

    function test_RevertWhen_FeedConfigOutOfBounds() public {
        vm.startPrank(timelock);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_NoCode.selector, address(1)));
        oracle.setFeed(IPriceOracle.FeedConfig(ETHER, AggregatorV3Interface(address(1)), 60, 1, 2));
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_MaxAgeOutOfRange.selector, 59, 60, 2 days));
        oracle.setFeed(IPriceOracle.FeedConfig(ETHER, feed, 59, 1, 2));
        vm.expectRevert(
            abi.encodeWithSelector(IPriceOracle.PriceOracle_MaxAgeOutOfRange.selector, 2 days + 1, 60, 2 days)
        );
        oracle.setFeed(IPriceOracle.FeedConfig(ETHER, feed, 2 days + 1, 1, 2));
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_BoundsInvalid.selector, 0, 2));
        oracle.setFeed(IPriceOracle.FeedConfig(ETHER, feed, 60, 0, 2));
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_BoundsInvalid.selector, 2, 2));
        oracle.setFeed(IPriceOracle.FeedConfig(ETHER, feed, 60, 2, 2));
    }

    function test_RevertWhen_TooManyDecimals() public {
        MockV3Aggregator fine = new MockV3Aggregator(25, 1);
        TestToken token = new TestToken("T", 25);
        vm.startPrank(timelock);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_TooManyDecimals.selector, fine, 25, 24));
        oracle.setFeed(IPriceOracle.FeedConfig(ETHER, fine, 60, 1, 2));
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_TooManyDecimals.selector, token, 25, 24));
        oracle.setFeed(IPriceOracle.FeedConfig(address(token), feed, 60, 1, 2));
    }

    // Sequencer

    function test_XNODE_41_Sequencer_UpAndPastItsGrace() public {
        MockV3Aggregator sequencer = new MockV3Aggregator(0, 0);
        oracle = _deploy(sequencer);
        vm.warp(START + 3_600);
        assertEq(oracle.price(ETHER), 3_000e18);
    }

    function test_XNODE_41_RevertWhen_SequencerInGrace() public {
        MockV3Aggregator sequencer = new MockV3Aggregator(0, 0);
        oracle = _deploy(sequencer);
        vm.warp(START + 3_599);
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_SequencerGrace.selector, START, START + 3_600));
        oracle.price(ETHER);
    }

    function test_XNODE_41_RevertWhen_SequencerDownOrUnknown() public {
        MockV3Aggregator sequencer = new MockV3Aggregator(0, 1);
        oracle = _deploy(sequencer);
        bytes memory down = abi.encodeWithSelector(IPriceOracle.PriceOracle_SequencerDown.selector, sequencer);
        vm.warp(START + 4_000);
        vm.expectRevert(down);
        oracle.price(ETHER);
        // Never reported.
        sequencer.updateRoundData(2, 0, START, 0);
        vm.expectRevert(down);
        oracle.price(ETHER);
        // Up since the future.
        sequencer.updateRoundData(3, 0, START, type(uint256).max);
        vm.expectRevert(down);
        oracle.price(ETHER);
        vm.mockCallRevert(address(sequencer), abi.encodeCall(AggregatorV3Interface.latestRoundData, ()), "");
        vm.expectRevert(down);
        oracle.price(ETHER);
    }

    function test_RevertWhen_SequencerConfigOutOfBounds() public {
        IPriceOracle.FeedConfig[] memory none;
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_NoCode.selector, address(1)));
        new PriceOracle(timelock, AggregatorV3Interface(address(1)), 0, none);
        vm.expectRevert(
            abi.encodeWithSelector(IPriceOracle.PriceOracle_SequencerGraceTooLong.selector, 1 days + 1, 1 days)
        );
        new PriceOracle(timelock, feed, 1 days + 1, none);
    }

    function _deploy(AggregatorV3Interface sequencer) private returns (PriceOracle) {
        IPriceOracle.FeedConfig[] memory feeds = new IPriceOracle.FeedConfig[](1);
        feeds[0] = IPriceOracle.FeedConfig(ETHER, feed, 4_500, 175e18, 50_000e18);
        return new PriceOracle(timelock, sequencer, address(sequencer) == address(0) ? 0 : 3_600, feeds);
    }

    function _expectOutOfBounds(uint256 priceUsd) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IPriceOracle.PriceOracle_PriceOutOfBounds.selector,
                ETHER,
                priceUsd,
                175e18,
                50_000e18
            )
        );
    }
}
