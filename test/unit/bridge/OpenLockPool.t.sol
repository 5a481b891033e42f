// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RateLimiter} from "@chainlink/contracts-ccip/contracts/libraries/RateLimiter.sol";
import {Pool, TokenPool} from "@chainlink/contracts-ccip/contracts/pools/TokenPool.sol";
import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {OpenLockPool} from "../../../contracts/bridge/OpenLockPool.sol";
import {IOpenLockPool} from "../../../contracts/bridge/interfaces/IOpenLockPool.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {CcipRelease, ICcipRmn, ICcipRouter} from "../../helpers/CcipRelease.sol";

contract OpenLockPoolTest is Test {
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
    OpenLockPool internal pool;
    address internal rmn;

    function setUp() public {
        vm.warp(1_800_000_000);
        address rmnProxy;
        (rmn, rmnProxy) = CcipRelease.deployRmn(HOME);
        ICcipRouter router = CcipRelease.deployRouter(rmnProxy, BASE, onRamp, offRamp);
        CcipRelease.openLane(router, POLYGON, onRamp, offRamp);

        token = new OpenToken(address(this), timelock);
        pool = new OpenLockPool(address(token), rmnProxy, address(router));
        vm.prank(timelock);
        token.addPool(address(pool));
        _addChain(BASE);
        _addChain(POLYGON);
    }

    // --- lock

    function test_LockOrBurn_AddsToTheChainsTotal() public {
        _lock(BASE, 7e18);
        _lock(BASE, 3e18);

        assertEq(pool.lockedIn(BASE), 10e18);
        assertEq(pool.releasedFrom(BASE), 0);
        assertEq(token.balanceOf(address(pool)), 10e18);
        assertEq(token.balanceOf(address(this)), SUPPLY - 10e18);
    }

    function test_LockOrBurn_KeepsChainsApart() public {
        _lock(BASE, 7e18);
        _lock(POLYGON, 3e18);

        assertEq(pool.lockedIn(BASE), 7e18);
        assertEq(pool.lockedIn(POLYGON), 3e18);
    }

    function test_LockOrBurn_NamesTheRemoteTokenAndDecimals() public {
        token.transfer(address(pool), 1e18);
        vm.prank(onRamp);
        Pool.LockOrBurnOutV1 memory out = pool.lockOrBurn(_lockInput(BASE, 1e18));

        assertEq(out.destTokenAddress, remoteToken);
        assertEq(out.destPoolData, abi.encode(18));
    }

    function test_LockOrBurn_EmitsWhatTheTotalsFollowFrom() public {
        token.transfer(address(pool), 1e18);
        vm.expectEmit(address(pool));
        emit TokenPool.OutboundRateLimitConsumed(BASE, address(token), 1e18);
        vm.expectEmit(address(pool));
        emit TokenPool.LockedOrBurned(BASE, address(token), onRamp, 1e18);
        vm.prank(onRamp);
        pool.lockOrBurn(_lockInput(BASE, 1e18));
    }

    function test_RevertWhen_LockedByAnyoneButTheOnRamp() public {
        vm.expectRevert(abi.encodeWithSelector(TokenPool.CallerIsNotARampOnRouter.selector, alice));
        vm.prank(alice);
        pool.lockOrBurn(_lockInput(BASE, 1e18));
    }

    function test_RevertWhen_LockedWhileTheChainIsCursed() public {
        ICcipRmn(rmn).curse(bytes16(uint128(BASE)));
        vm.expectRevert(TokenPool.CursedByRMN.selector);
        vm.prank(onRamp);
        pool.lockOrBurn(_lockInput(BASE, 1e18));
    }

    function test_RevertWhen_LockedAmountExceedsItsSlot() public {
        uint256 amount = uint256(type(uint128).max) + 1;
        _disableLimits(BASE);
        vm.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 128, amount));
        vm.prank(onRamp);
        pool.lockOrBurn(_lockInput(BASE, amount));
    }

    // --- history

    function test_LockedInAt_AnswersForEachInstant() public {
        uint256 start = vm.getBlockTimestamp();
        _lock(BASE, 1e18);
        vm.warp(start + 100);
        _lock(BASE, 2e18);
        vm.warp(start + 200);

        assertEq(pool.lockedInAt(BASE, start - 1), 0);
        assertEq(pool.lockedInAt(BASE, start), 1e18);
        assertEq(pool.lockedInAt(BASE, start + 99), 1e18);
        assertEq(pool.lockedInAt(BASE, start + 100), 3e18);
        assertEq(pool.lockedInAt(BASE, start + 199), 3e18);
        assertEq(pool.lockedInAt(POLYGON, start + 199), 0);
    }

    function test_LockedInAt_JoinsLocksOfOneInstant() public {
        uint256 start = vm.getBlockTimestamp();
        _lock(BASE, 1e18);
        _lock(BASE, 2e18);
        vm.warp(start + 1);

        assertEq(pool.lockedInAt(BASE, start), 3e18);
    }

    function test_LockedInAt_DoesNotFallByAReturn() public {
        uint256 start = vm.getBlockTimestamp();
        _lock(BASE, 3e18);
        _release(BASE, alice, 2e18);
        vm.warp(start + 1);

        assertEq(pool.lockedInAt(BASE, start), 3e18);
    }

    function test_RevertWhen_AskedForAnInstantNotOver() public {
        uint48 clock = uint48(vm.getBlockTimestamp());
        vm.expectRevert(abi.encodeWithSelector(IOpenLockPool.OpenLockPool_FutureLookup.selector, clock, clock));
        pool.lockedInAt(BASE, clock);
    }

    // --- release

    function test_ReleaseOrMint_PaysTheReceiverAndCounts() public {
        _lock(BASE, 10e18);
        vm.expectEmit(address(pool));
        emit TokenPool.ReleasedOrMinted(BASE, address(token), offRamp, alice, 4e18);
        uint256 amount = _release(BASE, alice, 4e18);

        assertEq(amount, 4e18);
        assertEq(token.balanceOf(alice), 4e18);
        assertEq(token.balanceOf(address(pool)), 6e18);
        assertEq(pool.releasedFrom(BASE), 4e18);
        assertEq(pool.lockedIn(BASE), 10e18);
    }

    function test_ReleaseOrMint_PaysAllThatWasLocked() public {
        _lock(BASE, 10e18);
        _release(BASE, alice, 4e18);
        _release(BASE, alice, 6e18);

        assertEq(token.balanceOf(alice), 10e18);
        assertEq(pool.releasedFrom(BASE), pool.lockedIn(BASE));
    }

    function test_ReleaseOrMint_KeepsTheVotesPending() public {
        vm.prank(alice);
        token.delegate(alice);
        _lock(BASE, 10e18);
        _release(BASE, alice, 4e18);

        assertEq(token.getVotes(alice), 0);
        assertEq(token.pendingVotes(alice), 4e18);
    }

    function test_ReleaseOrMint_CountsOtherDecimalsInOwn() public {
        _lock(BASE, 10e18);
        Pool.ReleaseOrMintInV1 memory input = _releaseInput(BASE, alice, 4e6);
        input.sourcePoolData = abi.encode(6);
        vm.prank(offRamp);
        Pool.ReleaseOrMintOutV1 memory out = pool.releaseOrMint(input);

        assertEq(out.destinationAmount, 4e18);
        assertEq(pool.releasedFrom(BASE), 4e18);
        assertEq(token.balanceOf(alice), 4e18);
    }

    function test_RevertWhen_MoreComesBackThanWasLocked() public {
        _lock(BASE, 10e18);
        _release(BASE, alice, 4e18);
        vm.expectRevert(
            abi.encodeWithSelector(IOpenLockPool.OpenLockPool_ReleaseExceedsLocked.selector, BASE, 10e18 + 1, 10e18)
        );
        this.release(BASE, alice, 6e18 + 1);
    }

    function test_RevertWhen_AChainReturnsWhatWasLockedForAnother() public {
        _lock(POLYGON, 10e18);
        vm.expectRevert(
            abi.encodeWithSelector(IOpenLockPool.OpenLockPool_ReleaseExceedsLocked.selector, BASE, 1e18, 0)
        );
        this.release(BASE, alice, 1e18);
    }

    function test_RevertWhen_DonatedTokensAreAskedFor() public {
        token.transfer(address(pool), 10e18);
        vm.expectRevert(
            abi.encodeWithSelector(IOpenLockPool.OpenLockPool_ReleaseExceedsLocked.selector, BASE, 1e18, 0)
        );
        this.release(BASE, alice, 1e18);
    }

    function test_RevertWhen_ReleasedByAnyoneButTheOffRamp() public {
        _lock(BASE, 10e18);
        vm.expectRevert(abi.encodeWithSelector(TokenPool.CallerIsNotARampOnRouter.selector, alice));
        vm.prank(alice);
        pool.releaseOrMint(_releaseInput(BASE, alice, 1e18));
    }

    function test_RevertWhen_ReleasedForAnUnknownPool() public {
        _lock(BASE, 10e18);
        Pool.ReleaseOrMintInV1 memory input = _releaseInput(BASE, alice, 1e18);
        input.sourcePoolAddress = abi.encode(alice);
        vm.expectRevert(abi.encodeWithSelector(TokenPool.InvalidSourcePoolAddress.selector, input.sourcePoolAddress));
        vm.prank(offRamp);
        pool.releaseOrMint(input);
    }

    function test_RevertWhen_ReleasedWhileTheChainIsCursed() public {
        _lock(BASE, 10e18);
        ICcipRmn(rmn).curse(bytes16(uint128(BASE)));
        vm.expectRevert(TokenPool.CursedByRMN.selector);
        this.release(BASE, alice, 1e18);
    }

    // --- ledger

    function test_Ledger_OutlivesTheRemovalOfAChain() public {
        _lock(BASE, 10e18);
        _release(BASE, alice, 4e18);
        uint64[] memory removed = new uint64[](1);
        removed[0] = BASE;
        pool.applyChainUpdates(removed, new TokenPool.ChainUpdate[](0));
        _addChain(BASE);

        assertEq(pool.lockedIn(BASE), 10e18);
        assertEq(pool.releasedFrom(BASE), 4e18);
        vm.expectRevert(
            abi.encodeWithSelector(IOpenLockPool.OpenLockPool_ReleaseExceedsLocked.selector, BASE, 10e18 + 1, 10e18)
        );
        this.release(BASE, alice, 6e18 + 1);
    }

    function test_Pool_NeverDelegates() public {
        _lock(BASE, 10e18);
        assertEq(token.delegates(address(pool)), address(0));
    }

    function test_TypeAndVersion() public view {
        assertEq(pool.typeAndVersion(), "OpenLockPool 1.0.0");
    }

    function test_Ownership_MovesInTwoSteps() public {
        pool.transferOwnership(timelock);
        assertEq(pool.owner(), address(this));
        vm.prank(timelock);
        pool.acceptOwnership();
        assertEq(pool.owner(), timelock);
    }

    /// Whatever goes out and back, of both chains: the pool holds exactly what is still out.
    function testFuzz_Ledger_EqualsTheBalance(uint256[8] calldata amounts, uint8 directions, uint8 chains) public {
        uint256 expected;
        for (uint256 i; i < amounts.length; ++i) {
            uint64 chain = (chains >> i) & 1 == 0 ? BASE : POLYGON;
            uint256 out = pool.lockedIn(chain) - pool.releasedFrom(chain);
            if ((directions >> i) & 1 == 0) {
                uint256 amount = bound(amounts[i], 0, 100e18);
                _lock(chain, amount);
                expected += amount;
            } else {
                uint256 amount = bound(amounts[i], 0, out);
                _release(chain, alice, amount);
                expected -= amount;
            }
        }
        assertEq(token.balanceOf(address(pool)), expected);
        assertEq(
            pool.lockedIn(BASE) + pool.lockedIn(POLYGON) - pool.releasedFrom(BASE) - pool.releasedFrom(POLYGON),
            expected
        );
    }

    /// So that `expectRevert` sees the pool's revert behind the prank.
    function release(uint64 chain, address receiver, uint256 amount) external {
        _release(chain, receiver, amount);
    }

    function _lock(uint64 chain, uint256 amount) private {
        token.transfer(address(pool), amount);
        vm.prank(onRamp);
        pool.lockOrBurn(_lockInput(chain, amount));
    }

    function _release(uint64 chain, address receiver, uint256 amount) private returns (uint256) {
        vm.prank(offRamp);
        return pool.releaseOrMint(_releaseInput(chain, receiver, amount)).destinationAmount;
    }

    function _lockInput(uint64 chain, uint256 amount) private view returns (Pool.LockOrBurnInV1 memory) {
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
    ) private view returns (Pool.ReleaseOrMintInV1 memory) {
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

    function _addChain(uint64 chain) private {
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
        pool.applyChainUpdates(new uint64[](0), updates);
    }

    function _disableLimits(uint64 chain) private {
        RateLimiter.Config memory off = RateLimiter.Config(false, 0, 0);
        pool.setChainRateLimiterConfig(chain, off, off);
    }
}
