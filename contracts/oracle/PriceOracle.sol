// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AggregatorV3Interface} from "@chainlink/contracts/src/v0.8/shared/interfaces/AggregatorV3Interface.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IPriceOracle} from "./interfaces/IPriceOracle.sol";

contract PriceOracle is IPriceOracle {
    uint256 public constant MIN_MAX_AGE = 1 minutes;
    /// @dev The slowest USD feeds have a heartbeat of one day.
    uint256 public constant MAX_MAX_AGE = 2 days;
    /// @dev Chainlink's own examples wait one hour.
    uint256 public constant MAX_SEQUENCER_GRACE = 1 days;
    /// @dev Keeps every product below inside 256 bits: 2^128 * 10^24 < 2^208.
    uint256 public constant MAX_DECIMALS = 24;

    /// @inheritdoc IPriceOracle
    address public immutable timelock;
    /// @inheritdoc IPriceOracle
    AggregatorV3Interface public immutable sequencerFeed;
    /// @inheritdoc IPriceOracle
    uint256 public immutable sequencerGrace;

    mapping(address asset => Feed) private _feeds;

    constructor(
        address timelock_,
        AggregatorV3Interface sequencerFeed_,
        uint256 sequencerGrace_,
        FeedConfig[] memory configs
    ) {
        require(
            address(sequencerFeed_) == address(0) || address(sequencerFeed_).code.length != 0,
            PriceOracle_NoCode(address(sequencerFeed_))
        );
        require(
            sequencerGrace_ <= MAX_SEQUENCER_GRACE,
            PriceOracle_SequencerGraceTooLong(sequencerGrace_, MAX_SEQUENCER_GRACE)
        );
        timelock = timelock_;
        sequencerFeed = sequencerFeed_;
        sequencerGrace = sequencerGrace_;
        for (uint256 i = 0; i < configs.length; ++i) {
            _setFeed(configs[i]);
        }
    }

    /// @inheritdoc IPriceOracle
    function setFeed(FeedConfig calldata config) external {
        _checkTimelock();
        _setFeed(config);
    }

    /// @inheritdoc IPriceOracle
    function removeFeed(address asset) external {
        _checkTimelock();
        require(address(_feeds[asset].feed) != address(0), PriceOracle_NoFeed(asset));
        Feed memory none;
        _replace(asset, none);
    }

    /// @inheritdoc IPriceOracle
    function price(address asset) external view returns (uint256 priceUsd) {
        return _price(asset, _existing(asset));
    }

    /// @inheritdoc IPriceOracle
    function quote(address asset, uint256 usdAmount) external view returns (uint256 amount) {
        require(usdAmount <= type(uint128).max, PriceOracle_AmountTooLarge(usdAmount));
        Feed memory f = _existing(asset);
        return Math.ceilDiv(usdAmount * 10 ** f.assetDecimals, _price(asset, f));
    }

    /// @inheritdoc IPriceOracle
    function feedOf(address asset) external view returns (Feed memory) {
        return _feeds[asset];
    }

    function _price(address asset, Feed memory f) private view returns (uint256 priceUsd) {
        _checkSequencer();
        (int256 answer, uint256 updatedAt) = _latest(asset, f);
        require(answer > 0, PriceOracle_NonPositiveAnswer(asset, answer));
        require(updatedAt <= block.timestamp, PriceOracle_FutureAnswer(asset, updatedAt, block.timestamp));
        uint256 age = block.timestamp - updatedAt;
        require(age <= f.maxAge, PriceOracle_StaleAnswer(asset, age, f.maxAge, updatedAt));
        priceUsd = _toWadDown(uint256(answer), f.feedDecimals);
        require(
            priceUsd >= f.minPrice && priceUsd <= f.maxPrice,
            PriceOracle_PriceOutOfBounds(asset, priceUsd, f.minPrice, f.maxPrice)
        );
    }

    function _latest(address asset, Feed memory f) private view returns (int256 answer, uint256 updatedAt) {
        address feed = address(f.feed);
        (bool success, bytes32 decimals, ) = LowLevelCall.staticcallReturn64Bytes(
            feed,
            abi.encodeCall(AggregatorV3Interface.decimals, ())
        );
        require(success && LowLevelCall.returnDataSize() >= 32, PriceOracle_FeedFailed(asset, feed));
        require(
            uint256(decimals) == f.feedDecimals,
            PriceOracle_DecimalsChanged(asset, f.feedDecimals, uint256(decimals))
        );
        (success, answer, , updatedAt) = _latestRound(feed);
        require(success, PriceOracle_FeedFailed(asset, feed));
    }

    /// @dev Answer 0 = up since `startedAt`, 1 = down. `startedAt` 0 = never reported.
    function _checkSequencer() private view {
        if (address(sequencerFeed) == address(0)) return;
        (bool success, int256 answer, uint256 startedAt, ) = _latestRound(address(sequencerFeed));
        require(
            success && answer == 0 && startedAt != 0 && startedAt <= block.timestamp,
            PriceOracle_SequencerDown(address(sequencerFeed))
        );
        uint256 graceEnd = startedAt + sequencerGrace;
        require(block.timestamp >= graceEnd, PriceOracle_SequencerGrace(startedAt, graceEnd));
    }

    /// @dev By hand, because try/catch lets through what a feed without code or with malformed data causes on this side of
    /// the call. The round ids are read as whole words, so that they cannot make the decoding fail; `answeredInRound` is
    /// deprecated and not looked at.
    function _latestRound(
        address feed
    ) private view returns (bool success, int256 answer, uint256 startedAt, uint256 updatedAt) {
        bytes memory data;
        (success, data) = feed.staticcall(abi.encodeCall(AggregatorV3Interface.latestRoundData, ()));
        if (!success || data.length < 160) return (false, 0, 0, 0);
        (, answer, startedAt, updatedAt, ) = abi.decode(data, (uint256, int256, uint256, uint256, uint256));
    }

    /// @dev Saturates instead of overflowing, so that an absurd answer is reported as out of bounds.
    function _toWadDown(uint256 answer, uint256 decimals) private pure returns (uint256) {
        if (answer > type(uint128).max) return type(uint256).max;
        return decimals <= 18 ? answer * 10 ** (18 - decimals) : answer / 10 ** (decimals - 18);
    }

    function _setFeed(FeedConfig memory config) private {
        require(address(config.feed).code.length != 0, PriceOracle_NoCode(address(config.feed)));
        require(
            config.maxAge >= MIN_MAX_AGE && config.maxAge <= MAX_MAX_AGE,
            PriceOracle_MaxAgeOutOfRange(config.maxAge, MIN_MAX_AGE, MAX_MAX_AGE)
        );
        require(
            config.minPrice != 0 && config.minPrice < config.maxPrice,
            PriceOracle_BoundsInvalid(config.minPrice, config.maxPrice)
        );
        uint8 feedDecimals = config.feed.decimals();
        uint8 assetDecimals = config.asset == address(0) ? 18 : IERC20Metadata(config.asset).decimals();
        require(
            feedDecimals <= MAX_DECIMALS,
            PriceOracle_TooManyDecimals(address(config.feed), feedDecimals, MAX_DECIMALS)
        );
        require(assetDecimals <= MAX_DECIMALS, PriceOracle_TooManyDecimals(config.asset, assetDecimals, MAX_DECIMALS));
        _replace(
            config.asset,
            Feed({
                feed: config.feed,
                maxAge: config.maxAge,
                feedDecimals: feedDecimals,
                assetDecimals: assetDecimals,
                minPrice: config.minPrice,
                maxPrice: config.maxPrice
            })
        );
    }

    function _replace(address asset, Feed memory f) private {
        Feed memory old = _feeds[asset];
        _feeds[asset] = f;
        emit FeedSet(
            asset,
            address(old.feed),
            address(f.feed),
            old.maxAge,
            f.maxAge,
            old.minPrice,
            f.minPrice,
            old.maxPrice,
            f.maxPrice,
            f.feedDecimals,
            f.assetDecimals
        );
    }

    function _existing(address asset) private view returns (Feed memory f) {
        f = _feeds[asset];
        require(address(f.feed) != address(0), PriceOracle_NoFeed(asset));
    }

    function _checkTimelock() private view {
        require(msg.sender == timelock, PriceOracle_NotTimelock(msg.sender));
    }
}
