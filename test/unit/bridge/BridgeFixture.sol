// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RateLimiter} from "@chainlink/contracts-ccip/contracts/libraries/RateLimiter.sol";
import {Pool, TokenPool} from "@chainlink/contracts-ccip/contracts/pools/TokenPool.sol";
import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {LockLedger} from "../../../contracts/bridge/LockLedger.sol";
import {OpenLockPool} from "../../../contracts/bridge/OpenLockPool.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {CcipRelease, ICcipRouter} from "../../helpers/CcipRelease.sol";

/// Home's end of two lanes, on CCIP's released bytecode. The test contract has all the OPEN; it plays the Router, which
/// hands OPEN to the pool, and the ramps.
abstract contract BridgeFixture is Test {
    uint64 internal constant HOME = 5009297550715157269;
    uint64 internal constant BASE = 15971525489660198786;
    uint64 internal constant POLYGON = 4051577828743386545;
    uint256 internal constant SUPPLY = 1e27;

    address internal immutable onRamp = makeAddr("onRamp");
    address internal immutable offRamp = makeAddr("offRamp");
    address internal immutable timelock = makeAddr("timelock");
    address internal immutable alice = makeAddr("alice");
    bytes internal remotePool = abi.encode(makeAddr("remotePool"));
    bytes internal remoteToken = abi.encode(makeAddr("remoteToken"));

    OpenToken internal token;
    LockLedger internal ledger;
    OpenLockPool internal pool;
    address internal rmn;
    address internal rmnProxy;
    ICcipRouter internal router;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        (rmn, rmnProxy) = CcipRelease.deployRmn(HOME);
        router = CcipRelease.deployRouter(rmnProxy, BASE, onRamp, offRamp);
        CcipRelease.openLane(router, POLYGON, onRamp, offRamp);

        token = new OpenToken(address(this), timelock);
        ledger = new LockLedger(address(token), timelock);
        pool = _deployPool();
        vm.prank(timelock);
        ledger.nominate(address(pool));
    }

    /// So that `expectRevert` sees the pool's revert behind the prank.
    function release(OpenLockPool from, uint64 chain, address receiver, uint256 amount) external {
        _release(from, chain, receiver, amount);
    }

    /// A pool that belongs to the timelock, delivers OPEN and serves both chains; the ledger does not know it yet.
    function _deployPool() internal returns (OpenLockPool deployed) {
        deployed = new OpenLockPool(address(token), address(ledger), rmnProxy, address(router));
        deployed.transferOwnership(timelock);
        vm.startPrank(timelock);
        deployed.acceptOwnership();
        token.addPool(address(deployed));
        vm.stopPrank();
        _addChain(deployed, BASE);
        _addChain(deployed, POLYGON);
    }

    /// From the nomination to the batch that makes the change.
    function _rotate() internal returns (OpenLockPool newPool) {
        newPool = _deployPool();
        vm.prank(timelock);
        ledger.nominate(address(newPool));
        skip(ledger.ROTATION_DELAY());
        vm.startPrank(timelock);
        ledger.appoint();
        pool.migrate();
        vm.stopPrank();
    }

    function _lock(OpenLockPool into, uint64 chain, uint256 amount) internal {
        token.transfer(address(into), amount);
        vm.prank(onRamp);
        into.lockOrBurn(_lockInput(chain, amount));
    }

    function _release(OpenLockPool from, uint64 chain, address receiver, uint256 amount) internal returns (uint256) {
        vm.prank(offRamp);
        return from.releaseOrMint(_releaseInput(chain, receiver, amount)).destinationAmount;
    }

    function _lockInput(uint64 chain, uint256 amount) internal view returns (Pool.LockOrBurnInV1 memory) {
        return
            Pool.LockOrBurnInV1({
                receiver: abi.encode(alice),
                remoteChainSelector: chain,
                originalSender: address(this),
                amount: amount,
                localToken: address(token)
            });
    }

    function _releaseInput(
        uint64 chain,
        address receiver,
        uint256 amount
    ) internal view returns (Pool.ReleaseOrMintInV1 memory) {
        return
            Pool.ReleaseOrMintInV1({
                originalSender: abi.encode(alice),
                remoteChainSelector: chain,
                receiver: receiver,
                sourceDenominatedAmount: amount,
                localToken: address(token),
                sourcePoolAddress: remotePool,
                sourcePoolData: abi.encode(18),
                offchainTokenData: ""
            });
    }

    function _addChain(OpenLockPool to, uint64 chain) internal {
        bytes[] memory pools = new bytes[](1);
        pools[0] = remotePool;
        TokenPool.ChainUpdate[] memory updates = new TokenPool.ChainUpdate[](1);
        updates[0] = TokenPool.ChainUpdate({
            remoteChainSelector: chain,
            remotePoolAddresses: pools,
            remoteTokenAddress: remoteToken,
            outboundRateLimiterConfig: RateLimiter.Config(true, 1_000e18, 1e18),
            inboundRateLimiterConfig: RateLimiter.Config(true, 1_100e18, 1.1e18)
        });
        vm.prank(timelock);
        to.applyChainUpdates(new uint64[](0), updates);
    }

    function _disableLimits(OpenLockPool of_, uint64 chain) internal {
        RateLimiter.Config memory off = RateLimiter.Config(false, 0, 0);
        vm.prank(timelock);
        of_.setChainRateLimiterConfig(chain, off, off);
    }
}
