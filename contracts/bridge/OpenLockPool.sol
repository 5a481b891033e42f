// SPDX-License-Identifier: BUSL-1.1
// This file alone is under Chainlink's Business Source License 1.1, because it inherits their TokenPool; see LICENSE.md
// of @chainlink/contracts-ccip. Everything else in this repository is MIT.
pragma solidity 0.8.37;

import {IERC20, Pool, TokenPool} from "@chainlink/contracts-ccip/contracts/pools/TokenPool.sol";
import {ITypeAndVersion} from "@chainlink/contracts/src/v0.8/shared/interfaces/ITypeAndVersion.sol";

import {ILockLedger} from "./interfaces/ILockLedger.sol";
import {IOpenLockPool} from "./interfaces/IOpenLockPool.sol";

/// @title OpenLockPool
/// @notice The home end of the bridge: OPEN sent to another chain is locked here, and comes back out of here.
contract OpenLockPool is TokenPool, ITypeAndVersion, IOpenLockPool {
    uint8 private constant DECIMALS = 18;

    /// @inheritdoc IOpenLockPool
    address public immutable ledger;

    /// @param token OPEN.
    /// @param ledger_ The ledger, which appoints this pool afterwards.
    /// @param rmnProxy CCIP's risk management on this chain.
    /// @param router CCIP's Router on this chain.
    constructor(
        address token,
        address ledger_,
        address rmnProxy,
        address router
    ) TokenPool(IERC20(token), DECIMALS, new address[](0), rmnProxy, router) {
        if (ledger_ == address(0)) revert ZeroAddressInvalid();
        ledger = ledger_;
    }

    /// @notice Records OPEN, already transferred here by the Router, as locked for another chain.
    /// @param lockOrBurnIn The transfer, from the OnRamp.
    /// @return lockOrBurnOut The remote token and this one's decimals.
    function lockOrBurn(
        Pool.LockOrBurnInV1 calldata lockOrBurnIn
    ) public override returns (Pool.LockOrBurnOutV1 memory lockOrBurnOut) {
        lockOrBurnOut = super.lockOrBurn(lockOrBurnIn);
        ILockLedger(ledger).recordLock(lockOrBurnIn.remoteChainSelector, lockOrBurnIn.amount);
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
        ILockLedger(ledger).recordRelease(chain, amount);

        emit ReleasedOrMinted(chain, address(i_token), msg.sender, releaseOrMintIn.receiver, amount);

        // OPEN reverts where it does not pay, and the OffRamp compares the receiver's balance besides.
        i_token.transfer(releaseOrMintIn.receiver, amount);
        return Pool.ReleaseOrMintOutV1({destinationAmount: amount});
    }

    /// @inheritdoc IOpenLockPool
    function migrate() external returns (uint256 amount) {
        address successor = ILockLedger(ledger).pool();
        require(successor != address(this), OpenLockPool_StillCurrent());
        require(
            msg.sender == owner() || ILockLedger(ledger).predecessor() != address(this),
            OpenLockPool_RotationOpen(msg.sender)
        );
        amount = i_token.balanceOf(address(this));
        emit Migrated(successor, amount);
        i_token.transfer(successor, amount);
    }

    /// @notice Names this contract to CCIP's tools.
    /// @return Name and version.
    function typeAndVersion() external pure override returns (string memory) {
        return "OpenLockPool 1.0.0";
    }
}
