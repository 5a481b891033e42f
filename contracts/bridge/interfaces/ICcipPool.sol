// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ICcipPool
/// @notice What the bridge's own contracts ask of a token pool of CCIP 1.6.1, whoever wrote it.
interface ICcipPool {
    /// @notice A token bucket, as it is set.
    /// @param isEnabled Whether anything is limited at all; if not, the other two are zero.
    /// @param capacity Wei of the token that can pass at once.
    /// @param rate Wei of the token per second by which the bucket refills; at most the capacity.
    struct RateLimit {
        bool isEnabled;
        uint128 capacity;
        uint128 rate;
    }

    /// @notice A token bucket, as it stands.
    /// @param tokens Wei of the token that can pass now.
    /// @param lastUpdated Unix time of `tokens`.
    /// @param isEnabled Whether anything is limited at all.
    /// @param capacity Wei of the token that can pass at once.
    /// @param rate Wei of the token per second by which the bucket refills.
    struct RateBucket {
        uint128 tokens;
        uint32 lastUpdated;
        bool isEnabled;
        uint128 capacity;
        uint128 rate;
    }

    /// @notice Sets both limits of a lane. Only the owner and the rate limit admin.
    /// @param chain The CCIP selector of the other chain.
    /// @param outbound The limit of what leaves for it.
    /// @param inbound The limit of what arrives from it.
    function setChainRateLimiterConfig(uint64 chain, RateLimit calldata outbound, RateLimit calldata inbound) external;

    /// @notice The bucket of what leaves for a chain.
    function getCurrentOutboundRateLimiterState(uint64 chain) external view returns (RateBucket memory);

    /// @notice The bucket of what arrives from a chain.
    function getCurrentInboundRateLimiterState(uint64 chain) external view returns (RateBucket memory);

    /// @notice The token that the pool moves.
    function getToken() external view returns (address);

    /// @notice Who sets everything about the pool.
    function owner() external view returns (address);
}
