// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AggregatorV3Interface} from "@chainlink/contracts/src/v0.8/shared/interfaces/AggregatorV3Interface.sol";

/// @title Price oracle
/// @notice USD prices of the assets that can be paid with, each from one Chainlink feed.
/// @dev There is no fallback and no price set by hand: when a feed cannot be trusted, `price` reverts with the reason
/// and whatever needs a price waits. So nothing that a user withdraws may depend on this contract.
/// Trust: the feed's own operators between `minPrice` and `maxPrice`, nobody beyond.
interface IPriceOracle {
    /// @notice What a vote decides on an asset's feed.
    /// @param asset ERC-20 token, or zero for ETH.
    /// @param feed Chainlink proxy of asset / USD.
    /// @param maxAge Seconds after which an answer is stale, 1 minute to 2 days: the feed's heartbeat plus a buffer.
    /// @param minPrice Lowest price believed, USD with 18 decimals, above 0.
    /// @param maxPrice Highest price believed, USD with 18 decimals.
    struct FeedConfig {
        address asset;
        AggregatorV3Interface feed;
        uint32 maxAge;
        uint128 minPrice;
        uint128 maxPrice;
    }

    /// @notice A feed in use, with the decimals that were read when it was set; all zero when the asset has none.
    /// @param feed Chainlink proxy of asset / USD; zero when the asset has none.
    /// @param maxAge Seconds after which an answer is stale.
    /// @param feedDecimals Decimals of the feed when it was set.
    /// @param assetDecimals Decimals of the asset when the feed was set.
    /// @param minPrice Lowest price believed, USD with 18 decimals.
    /// @param maxPrice Highest price believed, USD with 18 decimals.
    struct Feed {
        AggregatorV3Interface feed;
        uint32 maxAge;
        uint8 feedDecimals;
        uint8 assetDecimals;
        uint128 minPrice;
        uint128 maxPrice;
    }

    /// @notice Only the timelock can change feeds.
    /// @dev Fix: propose the change and let the timelock execute it.
    /// @param caller The caller.
    error PriceOracle_NotTimelock(address caller);

    /// @notice The feed or the sequencer feed has no code.
    /// @dev Fix: give the address of the contract on this chain.
    /// @param target The address given.
    error PriceOracle_NoCode(address target);

    /// @notice The age limit of a feed is outside its bounds.
    /// @dev Fix: choose a limit from `min` to `max` seconds.
    /// @param maxAge The limit given.
    /// @param min The lowest limit.
    /// @param max The highest limit.
    error PriceOracle_MaxAgeOutOfRange(uint256 maxAge, uint256 min, uint256 max);

    /// @notice The sequencer grace is above its bound.
    /// @dev Fix: choose at most `max` seconds.
    /// @param sequencerGrace The grace given.
    /// @param max The longest grace.
    error PriceOracle_SequencerGraceTooLong(uint256 sequencerGrace, uint256 max);

    /// @notice The price bounds are empty or the wrong way round.
    /// @dev Fix: choose 0 < minPrice < maxPrice.
    /// @param minPrice The lower bound given.
    /// @param maxPrice The upper bound given.
    error PriceOracle_BoundsInvalid(uint256 minPrice, uint256 maxPrice);

    /// @notice The feed or the asset has more decimals than this contract can scale.
    /// @dev Fix: choose a feed and an asset with at most `max` decimals.
    /// @param source The feed or the asset.
    /// @param decimals Its decimals.
    /// @param max The most decimals.
    error PriceOracle_TooManyDecimals(address source, uint256 decimals, uint256 max);

    /// @notice The asset has no feed.
    /// @dev Fix: use an asset that has one; a vote can set a feed.
    /// @param asset The asset.
    error PriceOracle_NoFeed(address asset);

    /// @notice The feed did not answer, or not as a feed does.
    /// @dev Fix: try again later, or use another asset.
    /// @param asset The asset.
    /// @param feed Its feed.
    error PriceOracle_FeedFailed(address asset, address feed);

    /// @notice The feed's decimals are not those it had when it was set.
    /// @dev Fix: use another asset until a vote has set the feed again.
    /// @param asset The asset.
    /// @param expected Decimals when the feed was set.
    /// @param actual Decimals now.
    error PriceOracle_DecimalsChanged(address asset, uint256 expected, uint256 actual);

    /// @notice The feed's answer is zero or negative.
    /// @dev Fix: try again later, or use another asset.
    /// @param asset The asset.
    /// @param answer The answer, in the feed's decimals.
    error PriceOracle_NonPositiveAnswer(address asset, int256 answer);

    /// @notice The feed's answer is dated in the future.
    /// @dev Fix: try again later, or use another asset.
    /// @param asset The asset.
    /// @param updatedAt Unix time of the answer.
    /// @param time Unix time now.
    error PriceOracle_FutureAnswer(address asset, uint256 updatedAt, uint256 time);

    /// @notice The feed's answer is too old.
    /// @dev Fix: wait for the feed's next answer, or use another asset.
    /// @param asset The asset.
    /// @param age Seconds since the answer.
    /// @param maxAge The most seconds.
    /// @param updatedAt Unix time of the answer, zero for a round that never completed.
    error PriceOracle_StaleAnswer(address asset, uint256 age, uint256 maxAge, uint256 updatedAt);

    /// @notice The price is outside what is believed of this asset.
    /// @dev Fix: use another asset until the price is back inside, or a vote has moved the bounds.
    /// @param asset The asset.
    /// @param price The price, USD with 18 decimals; `type(uint256).max` for an answer above 2^128.
    /// @param minPrice The lowest price believed.
    /// @param maxPrice The highest price believed.
    error PriceOracle_PriceOutOfBounds(address asset, uint256 price, uint256 minPrice, uint256 maxPrice);

    /// @notice The chain's sequencer is down, or its state is not known.
    /// @dev Fix: wait until the sequencer is up and its grace has passed.
    /// @param feed The sequencer uptime feed.
    error PriceOracle_SequencerDown(address feed);

    /// @notice The chain's sequencer has been up again for too short a time for feeds to have caught up.
    /// @dev Fix: wait until `graceEnd`.
    /// @param startedAt Unix time at which the sequencer came up.
    /// @param graceEnd Unix time from which prices are given again.
    error PriceOracle_SequencerGrace(uint256 startedAt, uint256 graceEnd);

    /// @notice The USD amount is too large to be converted.
    /// @dev Fix: ask for at most 2^128 - 1, which is more than all money.
    /// @param usdAmount The amount given, USD with 18 decimals.
    error PriceOracle_AmountTooLarge(uint256 usdAmount);

    /// @notice The feed of an asset changed; zero values for an asset without a feed.
    /// @param asset The asset.
    /// @param oldFeed The feed before.
    /// @param newFeed The feed now.
    /// @param oldMaxAge Age limit before, seconds.
    /// @param newMaxAge Age limit now, seconds.
    /// @param oldMinPrice Lowest price believed before, USD with 18 decimals.
    /// @param newMinPrice Lowest price believed now, USD with 18 decimals.
    /// @param oldMaxPrice Highest price believed before, USD with 18 decimals.
    /// @param newMaxPrice Highest price believed now, USD with 18 decimals.
    /// @param feedDecimals Decimals of the feed now.
    /// @param assetDecimals Decimals of the asset now.
    event FeedSet(
        address indexed asset,
        address indexed oldFeed,
        address indexed newFeed,
        uint32 oldMaxAge,
        uint32 newMaxAge,
        uint128 oldMinPrice,
        uint128 newMinPrice,
        uint128 oldMaxPrice,
        uint128 newMaxPrice,
        uint8 feedDecimals,
        uint8 assetDecimals
    );

    /// @notice Sets the feed of an asset. Only the timelock.
    /// @dev Reads the decimals of feed and asset once; does not ask for a price, so that a feed which is stale for a
    /// minute does not make a vote fail.
    /// @param config The asset, its feed and what is believed of it.
    function setFeed(FeedConfig calldata config) external;

    /// @notice Takes the feed of an asset away: it can no longer be paid with. Only the timelock.
    /// @param asset The asset.
    function removeFeed(address asset) external;

    /// @notice The USD price of one whole unit of an asset, 18 decimals, rounded down.
    /// @param asset ERC-20 token, or zero for ETH.
    /// @return priceUsd The price, between the bounds set.
    function price(address asset) external view returns (uint256 priceUsd);

    /// @notice The amount of an asset that pays a USD amount, rounded up: against the payer.
    /// @dev Uses the asset's decimals as they were when the feed was set.
    /// @param asset ERC-20 token, or zero for ETH.
    /// @param usdAmount The USD amount, 18 decimals.
    /// @return amount The amount in the asset's smallest unit; at least 1 when `usdAmount` is not 0.
    function quote(address asset, uint256 usdAmount) external view returns (uint256 amount);

    /// @notice The feed of an asset and what is believed of it.
    function feedOf(address asset) external view returns (Feed memory);

    /// @notice The only account that can change feeds.
    function timelock() external view returns (address);

    /// @notice The sequencer uptime feed, zero on a chain without a sequencer.
    function sequencerFeed() external view returns (AggregatorV3Interface);

    /// @notice Seconds for which no price is given after the sequencer came up.
    function sequencerGrace() external view returns (uint256);
}
