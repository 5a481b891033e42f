// SPDX-License-Identifier: BUSL-1.1
// This file alone is under Chainlink's Business Source License 1.1, because it inherits their TokenPool; see LICENSE.md
// of @chainlink/contracts-ccip. Everything else in this repository is MIT.
pragma solidity 0.8.37;

import {IERC20, Pool, TokenPool} from "@chainlink/contracts-ccip/contracts/pools/TokenPool.sol";
import {ITypeAndVersion} from "@chainlink/contracts/src/v0.8/shared/interfaces/ITypeAndVersion.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

import {IOpenLockPool} from "./interfaces/IOpenLockPool.sol";

/// @title OpenLockPool
/// @notice The home end of the bridge: OPEN sent to another chain is locked here, and comes back out of here.
contract OpenLockPool is TokenPool, ITypeAndVersion, IOpenLockPool {
    using Checkpoints for Checkpoints.Trace208;
    using SafeCast for uint256;

    /// @dev One slot, so that a release reads and writes only this one, and never turns a zero slot into a non-zero one
    /// (which alone would cost a fifth of the gas that CCIP grants): `locked` is there before anything can come back.
    struct Totals {
        uint128 locked;
        uint128 released;
    }

    uint8 private constant DECIMALS = 18;

    mapping(uint64 chain => Totals) private _totals;
    mapping(uint64 chain => Checkpoints.Trace208) private _lockedHistory;

    /// @param token OPEN.
    /// @param rmnProxy CCIP's risk management on this chain.
    /// @param router CCIP's Router on this chain.
    constructor(
        address token,
        address rmnProxy,
        address router
    ) TokenPool(IERC20(token), DECIMALS, new address[](0), rmnProxy, router) {}

    /// @notice Records OPEN, already transferred here by the Router, as locked for another chain.
    /// @param lockOrBurnIn The transfer, from the OnRamp.
    /// @return lockOrBurnOut The remote token and this one's decimals.
    function lockOrBurn(
        Pool.LockOrBurnInV1 calldata lockOrBurnIn
    ) public override returns (Pool.LockOrBurnOutV1 memory lockOrBurnOut) {
        lockOrBurnOut = super.lockOrBurn(lockOrBurnIn);

        uint64 chain = lockOrBurnIn.remoteChainSelector;
        uint128 locked = _totals[chain].locked + lockOrBurnIn.amount.toUint128();
        _totals[chain].locked = locked;
        _lockedHistory[chain].push(Time.timestamp(), locked);
    }

    /// @notice Pays out OPEN that was burned on another chain.
    /// @dev The whole of it, with the OffRamp's two balance checks around it, has to fit into 90,000 gas.
    /// @param releaseOrMintIn The transfer, from the OffRamp.
    /// @return releaseOrMintOut What was paid out, in wei of OPEN.
    function releaseOrMint(
        Pool.ReleaseOrMintInV1 calldata releaseOrMintIn
    ) public override returns (Pool.ReleaseOrMintOutV1 memory releaseOrMintOut) {
        uint64 chain = releaseOrMintIn.remoteChainSelector;
        uint256 amount = _calculateLocalAmount(
            releaseOrMintIn.sourceDenominatedAmount,
            _parseRemoteDecimals(releaseOrMintIn.sourcePoolData)
        );
        _validateReleaseOrMint(releaseOrMintIn, amount);

        Totals memory totals = _totals[chain];
        uint256 released = totals.released + amount;
        require(released <= totals.locked, OpenLockPool_ReleaseExceedsLocked(chain, released, totals.locked));
        // Cannot truncate: not above `locked`.
        _totals[chain].released = uint128(released);

        emit ReleasedOrMinted(chain, address(i_token), msg.sender, releaseOrMintIn.receiver, amount);

        // OPEN reverts where it does not pay, and the OffRamp compares the receiver's balance besides.
        i_token.transfer(releaseOrMintIn.receiver, amount);
        return Pool.ReleaseOrMintOutV1({destinationAmount: amount});
    }

    /// @inheritdoc IOpenLockPool
    function lockedIn(uint64 chain) external view override returns (uint256 total) {
        return _totals[chain].locked;
    }

    /// @inheritdoc IOpenLockPool
    function lockedInAt(uint64 chain, uint256 timepoint) external view override returns (uint256 total) {
        uint48 clock = Time.timestamp();
        require(timepoint < clock, OpenLockPool_FutureLookup(timepoint, clock));
        // Cannot truncate: below `clock`.
        return _lockedHistory[chain].upperLookup(uint48(timepoint));
    }

    /// @inheritdoc IOpenLockPool
    function releasedFrom(uint64 chain) external view override returns (uint256 total) {
        return _totals[chain].released;
    }

    /// @notice Names this contract to CCIP's tools.
    /// @return Name and version.
    function typeAndVersion() external pure override returns (string memory) {
        return "OpenLockPool 1.0.0";
    }
}
