// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AggregatorV3Interface} from "@chainlink/contracts/src/v0.8/shared/interfaces/AggregatorV3Interface.sol";
import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {PriceOracle} from "../../../contracts/oracle/PriceOracle.sol";
import {IPriceOracle} from "../../../contracts/oracle/interfaces/IPriceOracle.sol";
import {AnyFeed} from "../../helpers/AnyFeed.sol";

/// @dev What holds for any decimals from 0 to 24, any price believed and any answer of a feed.
contract PriceOracleProperties is Test {
    uint256 internal constant START = 1_800_000_000;
    uint256 internal constant MAX_USD = type(uint128).max;
    uint32 internal constant MAX_AGE = 3_600;

    address internal timelock = makeAddr("timelock");
    address internal asset = makeAddr("asset");
    AnyFeed internal feed;
    PriceOracle internal oracle;

    function setUp() public {
        vm.warp(START);
        feed = new AnyFeed();
        feed.setAnswer(3_000e8);
        oracle = new PriceOracle(timelock, AggregatorV3Interface(address(0)), 0, new IPriceOracle.FeedConfig[](0));
    }

    // Amounts

    /// @dev Each of the 625 pairs with the lowest and the highest price and amount: nothing overflows, nothing is free.
    function test_XNODE_43_Quote_EveryPairOfDecimalsAtTheExtremes() public {
        for (uint8 feedDecimals = 0; feedDecimals <= 24; ++feedDecimals) {
            (uint256 lowest, uint256 highest) = _answers(feedDecimals);
            for (uint8 assetDecimals = 0; assetDecimals <= 24; ++assetDecimals) {
                _setFeed(feedDecimals, assetDecimals);
                _checkExtremes(feedDecimals, assetDecimals, lowest);
                _checkExtremes(feedDecimals, assetDecimals, highest);
            }
        }
    }

    function testFuzz_Quote_NeverFallsWhenTheAmountRises(uint256 seed, uint256 less, uint256 more) public {
        _setAny(seed);
        more = bound(more, 0, MAX_USD);
        less = bound(less, 0, more);
        assertLe(oracle.quote(asset, less), oracle.quote(asset, more));
    }

    function testFuzz_Quote_PayingInPartsIsNeverCheaperAndCostsAtMostOneUnitMore(
        uint256 seed,
        uint256 first,
        uint256 second
    ) public {
        _setAny(seed);
        first = bound(first, 0, MAX_USD);
        second = bound(second, 0, MAX_USD - first);
        uint256 parts = oracle.quote(asset, first) + oracle.quote(asset, second);
        uint256 whole = oracle.quote(asset, first + second);
        assertGe(parts, whole);
        assertLe(parts, whole + 1);
    }

    function testFuzz_Quote_NeverRisesWhenThePriceRises(uint256 seed, uint256 usdAmount, uint256 rise) public {
        (uint8 feedDecimals, , uint256 answer) = _setAny(seed);
        usdAmount = bound(usdAmount, 0, MAX_USD);
        uint256 before = oracle.quote(asset, usdAmount);
        (, uint256 highest) = _answers(feedDecimals);
        feed.setAnswer(int256(bound(rise, answer, highest)));
        assertLe(oracle.quote(asset, usdAmount), before);
    }

    function testFuzz_Quote_TheSameWhateverTheFeedsDecimals(
        uint256 seed,
        uint256 usdAmount,
        uint8 otherDecimals
    ) public {
        (uint8 feedDecimals, uint8 assetDecimals, uint256 answer) = _setAny(seed);
        usdAmount = bound(usdAmount, 0, MAX_USD);
        uint256 before = oracle.quote(asset, usdAmount);
        // Only upwards: the other way digits are lost.
        otherDecimals = uint8(bound(otherDecimals, feedDecimals, 24));
        uint256 rescaled = answer * 10 ** (otherDecimals - feedDecimals);
        // Beyond this an answer is absurd, whatever it stands for.
        vm.assume(rescaled <= type(uint128).max);
        _setFeed(otherDecimals, assetDecimals);
        feed.setAnswer(int256(rescaled));
        assertEq(oracle.quote(asset, usdAmount), before);
    }

    function testFuzz_Quote_OneMoreDecimalOfTheAssetIsTenTimesTheAmount(uint256 seed, uint256 usdAmount) public {
        (uint8 feedDecimals, uint8 assetDecimals, ) = _setAny(seed);
        vm.assume(assetDecimals < 24);
        usdAmount = bound(usdAmount, 1, MAX_USD);
        uint256 coarse = oracle.quote(asset, usdAmount);
        _setFeed(feedDecimals, assetDecimals + 1);
        uint256 fine = oracle.quote(asset, usdAmount);
        assertLe(fine, 10 * coarse);
        assertGt(fine, 10 * (coarse - 1));
    }

    // Feeds in trouble

    function test_XNODE_40_RevertWhen_TheFeedFails() public {
        _setFeed(8, 18);
        for (uint256 trouble = 1; trouble <= uint256(type(AnyFeed.Trouble).max); ++trouble) {
            feed.setTrouble(AnyFeed.Trouble(trouble));
            _expectFeedFailed();
            oracle.price{gas: 1_000_000}(asset);
        }
    }

    function test_XNODE_40_RevertWhen_TheFeedHasNoCodeAnyMore() public {
        _setFeed(8, 18);
        vm.etch(address(feed), "");
        _expectFeedFailed();
        oracle.price(asset);
    }

    function test_XNODE_40_RevertWhen_TheRoundIsCutShort() public {
        _setFeed(8, 18);
        bytes memory round = abi.encode(uint80(1), int256(3_000e8), START, START, uint80(1));
        for (uint256 length = 0; length < round.length; length += 31) {
            feed.setRound(_head(round, length));
            _expectFeedFailed();
            oracle.price(asset);
        }
    }

    function test_XNODE_40_RevertWhen_TheDecimalsAreCutShort() public {
        _setFeed(8, 18);
        feed.setDecimals("");
        _expectFeedFailed();
        oracle.price(asset);
        feed.setDecimals(new bytes(31));
        _expectFeedFailed();
        oracle.price(asset);
    }

    function test_XNODE_40_RevertWhen_TheDecimalsAreNoByte() public {
        _setFeed(8, 18);
        feed.setDecimals(abi.encode(256 + 8));
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_DecimalsChanged.selector, asset, 8, 256 + 8));
        oracle.price(asset);
    }

    function test_Price_WhateverTheRoundIdsAre() public {
        _setFeed(8, 18);
        feed.setRound(abi.encode(type(uint256).max, int256(3_000e8), 0, START, type(uint256).max));
        assertEq(oracle.price(asset), 3_000e18);
    }

    function testFuzz_XNODE_40_Price_AnyRoundGivesAPriceBelievedOrATypedError(
        uint256 seed,
        int256 answer,
        uint256 updatedAt,
        uint256 length
    ) public {
        (uint8 feedDecimals, , ) = _setAny(seed);
        if (seed % 2 == 0) answer = int256(bound(uint256(answer), 0, type(uint128).max));
        if (seed % 3 == 0) updatedAt = bound(updatedAt, START - 2 * MAX_AGE, START + 60);
        bytes memory round = abi.encode(seed, answer, seed, updatedAt, seed);
        feed.setRound(_head(round, seed % 5 == 0 ? bound(length, 0, 160) : 160));
        try oracle.price(asset) returns (uint256 priceUsd) {
            assertEq(priceUsd, Math.mulDiv(uint256(answer), 1e18, 10 ** feedDecimals));
            assertGt(priceUsd, 0);
            assertLe(priceUsd, MAX_USD);
            assertLe(updatedAt, START);
            assertLe(START - updatedAt, MAX_AGE);
        } catch (bytes memory reason) {
            bytes4 selector = bytes4(reason);
            assertTrue(
                selector == IPriceOracle.PriceOracle_FeedFailed.selector ||
                    selector == IPriceOracle.PriceOracle_NonPositiveAnswer.selector ||
                    selector == IPriceOracle.PriceOracle_FutureAnswer.selector ||
                    selector == IPriceOracle.PriceOracle_StaleAnswer.selector ||
                    selector == IPriceOracle.PriceOracle_PriceOutOfBounds.selector
            );
        }
    }

    // The sequencer's feed in trouble

    function testFuzz_XNODE_41_Sequencer_OpenOnlyWhenUpForItsGrace(
        int256 answer,
        uint256 startedAt,
        uint256 length
    ) public {
        AnyFeed sequencer = _withSequencer();
        if (uint256(answer) % 2 == 0) answer = 0;
        startedAt = bound(startedAt, 0, START + 60);
        length = bound(length, 0, 200);
        bytes memory round = abi.encode(uint80(1), answer, startedAt, startedAt, uint80(1));
        sequencer.setRound(_head(round, Math.min(length, 160)));
        bool up = length >= 160 && answer == 0 && startedAt != 0 && startedAt <= START;
        if (!up) {
            vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_SequencerDown.selector, sequencer));
            oracle.price(asset);
        } else if (START - startedAt < 3_600) {
            vm.expectRevert(
                abi.encodeWithSelector(IPriceOracle.PriceOracle_SequencerGrace.selector, startedAt, startedAt + 3_600)
            );
            oracle.price(asset);
        } else {
            assertEq(oracle.price(asset), 3_000e18);
        }
    }

    function test_XNODE_41_RevertWhen_TheSequencersFeedFails() public {
        AnyFeed sequencer = _withSequencer();
        bytes memory down = abi.encodeWithSelector(IPriceOracle.PriceOracle_SequencerDown.selector, sequencer);
        for (uint256 trouble = 1; trouble <= uint256(type(AnyFeed.Trouble).max); ++trouble) {
            sequencer.setTrouble(AnyFeed.Trouble(trouble));
            vm.expectRevert(down);
            oracle.price{gas: 1_000_000}(asset);
        }
        vm.etch(address(sequencer), "");
        vm.expectRevert(down);
        oracle.price(asset);
    }

    function _withSequencer() private returns (AnyFeed sequencer) {
        sequencer = new AnyFeed();
        sequencer.setRound(abi.encode(uint80(1), int256(0), START - 3_600, START, uint80(1)));
        oracle = new PriceOracle(
            timelock,
            AggregatorV3Interface(address(sequencer)),
            3_600,
            new IPriceOracle.FeedConfig[](0)
        );
        _setFeed(8, 18);
    }

    function _checkExtremes(uint256 feedDecimals, uint256 assetDecimals, uint256 answer) private {
        feed.setAnswer(int256(answer));
        uint256 priceUsd = oracle.price(asset);
        assertEq(priceUsd, Math.mulDiv(answer, 1e18, 10 ** feedDecimals));
        assertGe(oracle.quote(asset, 1), 1);
        uint256 amount = oracle.quote(asset, MAX_USD);
        uint256 owed = MAX_USD * 10 ** assetDecimals;
        assertGe(amount * priceUsd, owed);
        assertLt((amount - 1) * priceUsd, owed);
    }

    function _setAny(uint256 seed) private returns (uint8 feedDecimals, uint8 assetDecimals, uint256 answer) {
        feedDecimals = uint8(seed % 25);
        assetDecimals = uint8((seed >> 8) % 25);
        _setFeed(feedDecimals, assetDecimals);
        (uint256 lowest, uint256 highest) = _answers(feedDecimals);
        // Spread over the magnitudes, not over the numbers.
        answer = bound(uint256(keccak256(abi.encode(seed))) >> (seed % 250), lowest, highest);
        feed.setAnswer(int256(answer));
    }

    /// @dev The answers whose prices are 1 wei of a dollar and the most that is believed.
    function _answers(uint256 feedDecimals) private pure returns (uint256 lowest, uint256 highest) {
        if (feedDecimals > 18) return (10 ** (feedDecimals - 18), type(uint128).max);
        return (1, type(uint128).max / 10 ** (18 - feedDecimals));
    }

    function _setFeed(uint8 feedDecimals, uint8 assetDecimals) private {
        feed.setDecimals(abi.encode(feedDecimals));
        vm.mockCall(asset, abi.encodeCall(IERC20Metadata.decimals, ()), abi.encode(assetDecimals));
        vm.prank(timelock);
        oracle.setFeed(
            IPriceOracle.FeedConfig(asset, AggregatorV3Interface(address(feed)), MAX_AGE, 1, uint128(MAX_USD))
        );
    }

    function _expectFeedFailed() private {
        vm.expectRevert(abi.encodeWithSelector(IPriceOracle.PriceOracle_FeedFailed.selector, asset, feed));
    }

    function _head(bytes memory data, uint256 length) private pure returns (bytes memory head) {
        head = new bytes(length);
        for (uint256 i = 0; i < length; ++i) {
            head[i] = data[i];
        }
    }
}
