// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Pool, TokenPool} from "@chainlink/contracts-ccip/contracts/pools/TokenPool.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {OpenLockPool} from "../../../contracts/bridge/OpenLockPool.sol";
import {ILockLedger} from "../../../contracts/bridge/interfaces/ILockLedger.sol";
import {IOpenLockPool} from "../../../contracts/bridge/interfaces/IOpenLockPool.sol";
import {ICcipRmn} from "../../helpers/CcipRelease.sol";
import {BridgeFixture} from "./BridgeFixture.sol";

contract OpenLockPoolTest is BridgeFixture {
    // --- lock

    function test_BRIDGE_01_LockOrBurn_AddsToTheChainsTotal() public {
        _lock(pool, BASE, 7e18);
        _lock(pool, BASE, 3e18);

        assertEq(ledger.lockedIn(BASE), 10e18);
        assertEq(ledger.releasedOf(BASE), 0);
        assertEq(token.balanceOf(address(pool)), 10e18);
        assertEq(token.balanceOf(address(this)), SUPPLY - 10e18);
    }

    function test_BRIDGE_01_LockOrBurn_KeepsChainsApart() public {
        _lock(pool, BASE, 7e18);
        _lock(pool, POLYGON, 3e18);

        assertEq(ledger.lockedIn(BASE), 7e18);
        assertEq(ledger.lockedIn(POLYGON), 3e18);
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

    function test_BRIDGE_05_RevertWhen_LockedByAnyoneButTheOnRamp() public {
        vm.expectRevert(abi.encodeWithSelector(TokenPool.CallerIsNotARampOnRouter.selector, alice));
        vm.prank(alice);
        pool.lockOrBurn(_lockInput(BASE, 1e18));
    }

    function test_BRIDGE_05_RevertWhen_LockedWhileTheChainIsCursed() public {
        ICcipRmn(rmn).curse(bytes16(uint128(BASE)));
        vm.expectRevert(TokenPool.CursedByRMN.selector);
        vm.prank(onRamp);
        pool.lockOrBurn(_lockInput(BASE, 1e18));
    }

    function test_RevertWhen_LockedAmountExceedsItsSlot() public {
        uint256 amount = uint256(type(uint128).max) + 1;
        _disableLimits(pool, BASE);
        vm.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 128, amount));
        vm.prank(onRamp);
        pool.lockOrBurn(_lockInput(BASE, amount));
    }

    // --- release

    function test_BRIDGE_03_ReleaseOrMint_PaysTheReceiverAndCounts() public {
        _lock(pool, BASE, 10e18);
        vm.expectEmit(address(pool));
        emit TokenPool.ReleasedOrMinted(BASE, address(token), offRamp, alice, 4e18);
        uint256 amount = _release(pool, BASE, alice, 4e18);

        assertEq(amount, 4e18);
        assertEq(token.balanceOf(alice), 4e18);
        assertEq(token.balanceOf(address(pool)), 6e18);
        assertEq(ledger.releasedOf(BASE), 4e18);
        assertEq(ledger.lockedIn(BASE), 10e18);
    }

    function test_ReleaseOrMint_PaysAllThatWasLocked() public {
        _lock(pool, BASE, 10e18);
        _release(pool, BASE, alice, 4e18);
        _release(pool, BASE, alice, 6e18);

        assertEq(token.balanceOf(alice), 10e18);
        assertEq(ledger.releasedOf(BASE), ledger.lockedIn(BASE));
    }

    function test_BRIDGE_03_ReleaseOrMint_KeepsTheVotesPending() public {
        vm.prank(alice);
        token.delegate(alice);
        _lock(pool, BASE, 10e18);
        _release(pool, BASE, alice, 4e18);

        assertEq(token.getVotes(alice), 0);
        assertEq(token.pendingVotes(alice), 4e18);
    }

    function test_ReleaseOrMint_CountsOtherDecimalsInOwn() public {
        _lock(pool, BASE, 10e18);
        Pool.ReleaseOrMintInV1 memory input = _releaseInput(BASE, alice, 4e6);
        input.sourcePoolData = abi.encode(6);
        vm.prank(offRamp);
        Pool.ReleaseOrMintOutV1 memory out = pool.releaseOrMint(input);

        assertEq(out.destinationAmount, 4e18);
        assertEq(ledger.releasedOf(BASE), 4e18);
        assertEq(token.balanceOf(alice), 4e18);
    }

    function test_BRIDGE_04_RevertWhen_MoreComesBackThanWasLocked() public {
        _lock(pool, BASE, 10e18);
        _release(pool, BASE, alice, 4e18);
        vm.expectRevert(
            abi.encodeWithSelector(ILockLedger.LockLedger_ReleaseExceedsLocked.selector, BASE, 10e18 + 1, 10e18)
        );
        this.release(pool, BASE, alice, 6e18 + 1);
    }

    function test_BRIDGE_04_RevertWhen_AChainReturnsWhatWasLockedForAnother() public {
        _lock(pool, POLYGON, 10e18);
        vm.expectRevert(
            abi.encodeWithSelector(ILockLedger.LockLedger_ReleaseExceedsLocked.selector, BASE, 1e18, 0)
        );
        this.release(pool, BASE, alice, 1e18);
    }

    function test_BRIDGE_04_RevertWhen_DonatedTokensAreAskedFor() public {
        token.transfer(address(pool), 10e18);
        vm.expectRevert(
            abi.encodeWithSelector(ILockLedger.LockLedger_ReleaseExceedsLocked.selector, BASE, 1e18, 0)
        );
        this.release(pool, BASE, alice, 1e18);
    }

    function test_BRIDGE_05_RevertWhen_ReleasedByAnyoneButTheOffRamp() public {
        _lock(pool, BASE, 10e18);
        vm.expectRevert(abi.encodeWithSelector(TokenPool.CallerIsNotARampOnRouter.selector, alice));
        vm.prank(alice);
        pool.releaseOrMint(_releaseInput(BASE, alice, 1e18));
    }

    function test_BRIDGE_05_RevertWhen_ReleasedForAnUnknownPool() public {
        _lock(pool, BASE, 10e18);
        Pool.ReleaseOrMintInV1 memory input = _releaseInput(BASE, alice, 1e18);
        input.sourcePoolAddress = abi.encode(alice);
        vm.expectRevert(abi.encodeWithSelector(TokenPool.InvalidSourcePoolAddress.selector, input.sourcePoolAddress));
        vm.prank(offRamp);
        pool.releaseOrMint(input);
    }

    function test_BRIDGE_05_RevertWhen_ReleasedWhileTheChainIsCursed() public {
        _lock(pool, BASE, 10e18);
        ICcipRmn(rmn).curse(bytes16(uint128(BASE)));
        vm.expectRevert(TokenPool.CursedByRMN.selector);
        this.release(pool, BASE, alice, 1e18);
    }

    // --- ledger

    function test_BRIDGE_01_Ledger_OutlivesTheRemovalOfAChain() public {
        _lock(pool, BASE, 10e18);
        _release(pool, BASE, alice, 4e18);
        uint64[] memory removed = new uint64[](1);
        removed[0] = BASE;
        vm.prank(timelock);
        pool.applyChainUpdates(removed, new TokenPool.ChainUpdate[](0));
        _addChain(pool, BASE);

        assertEq(ledger.lockedIn(BASE), 10e18);
        assertEq(ledger.releasedOf(BASE), 4e18);
        vm.expectRevert(
            abi.encodeWithSelector(ILockLedger.LockLedger_ReleaseExceedsLocked.selector, BASE, 10e18 + 1, 10e18)
        );
        this.release(pool, BASE, alice, 6e18 + 1);
    }

    function test_BRIDGE_06_Pool_NeverDelegates() public {
        _lock(pool, BASE, 10e18);
        assertEq(token.delegates(address(pool)), address(0));
    }

    function test_TypeAndVersion() public view {
        assertEq(pool.typeAndVersion(), "OpenLockPool 1.0.0");
    }

    function test_BRIDGE_12_Ownership_MovesInTwoSteps() public {
        vm.prank(timelock);
        pool.transferOwnership(alice);
        assertEq(pool.owner(), timelock);
        vm.prank(alice);
        pool.acceptOwnership();
        assertEq(pool.owner(), alice);
    }

    function test_RevertWhen_TheLedgerIsZero() public {
        vm.expectRevert(TokenPool.ZeroAddressInvalid.selector);
        new OpenLockPool(address(token), address(0), rmnProxy, address(router));
    }

    // --- migration

    function test_BRIDGE_09_Migrate_MovesEverythingToTheSuccessor() public {
        _lock(pool, BASE, 7e18);
        _lock(pool, POLYGON, 3e18);
        OpenLockPool newPool = _deployPool();
        vm.prank(timelock);
        ledger.nominate(address(newPool));
        skip(15 days);
        vm.startPrank(timelock);
        ledger.appoint();
        vm.expectEmit(address(pool));
        emit IOpenLockPool.Migrated(address(newPool), 10e18);
        assertEq(pool.migrate(), 10e18);
        vm.stopPrank();

        assertEq(token.balanceOf(address(pool)), 0);
        assertEq(token.balanceOf(address(newPool)), 10e18);
        assertEq(token.pendingVotes(address(newPool)), 0);
        assertEq(ledger.lockedIn(BASE), 7e18);
        assertEq(ledger.lockedIn(POLYGON), 3e18);
    }

    function test_BRIDGE_09_RevertWhen_MigratedWithoutASuccessor() public {
        _lock(pool, BASE, 7e18);
        vm.expectRevert(IOpenLockPool.OpenLockPool_StillCurrent.selector);
        vm.prank(timelock);
        pool.migrate();
    }

    function test_BRIDGE_09_RevertWhen_MigratedWithinTheNotice() public {
        _lock(pool, BASE, 7e18);
        OpenLockPool newPool = _deployPool();
        vm.prank(timelock);
        ledger.nominate(address(newPool));
        skip(15 days);
        vm.expectRevert(IOpenLockPool.OpenLockPool_StillCurrent.selector);
        vm.prank(timelock);
        pool.migrate();
    }

    function test_BRIDGE_09_RevertWhen_AStrangerMigratesDuringTheRotation() public {
        _rotate();
        _lock(pool, BASE, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IOpenLockPool.OpenLockPool_RotationOpen.selector, alice));
        vm.prank(alice);
        pool.migrate();
    }

    function test_BRIDGE_09_Migrate_ByAnyoneOnceDismissed() public {
        OpenLockPool newPool = _rotate();
        _lock(pool, BASE, 1e18);
        vm.prank(timelock);
        ledger.dismissPredecessor();
        vm.prank(alice);
        pool.migrate();
        assertEq(token.balanceOf(address(newPool)), 1e18);
        assertEq(token.balanceOf(alice), 0);
    }

    // --- rotation with messages on their way

    function test_BRIDGE_10_WhatTheOldPoolLocked_TheNewOneReleases() public {
        _lock(pool, BASE, 10e18);
        OpenLockPool newPool = _rotate();
        _release(newPool, BASE, alice, 10e18);

        assertEq(token.balanceOf(alice), 10e18);
        assertEq(ledger.releasedOf(BASE), 10e18);
        vm.expectRevert(
            abi.encodeWithSelector(ILockLedger.LockLedger_ReleaseExceedsLocked.selector, BASE, 10e18 + 1, 10e18)
        );
        this.release(newPool, BASE, alice, 1);
    }

    function test_BRIDGE_10_BothPools_WriteOneLedgerDuringTheRotation() public {
        _lock(pool, BASE, 10e18);
        OpenLockPool newPool = _rotate();
        _lock(pool, BASE, 2e18);
        _lock(newPool, BASE, 3e18);
        _release(pool, BASE, alice, 1e18);
        _release(newPool, BASE, alice, 4e18);

        assertEq(ledger.lockedIn(BASE), 15e18);
        assertEq(ledger.releasedOf(BASE), 5e18);
        assertEq(token.balanceOf(address(pool)) + token.balanceOf(address(newPool)), 10e18);
    }

    function test_BRIDGE_10_RevertWhen_ADismissedPoolLocksOrReleases() public {
        _lock(pool, BASE, 10e18);
        _rotate();
        vm.prank(timelock);
        ledger.dismissPredecessor();
        token.transfer(address(pool), 1e18);
        vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_NotPool.selector, address(pool)));
        vm.prank(onRamp);
        pool.lockOrBurn(_lockInput(BASE, 1e18));
        vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_NotPool.selector, address(pool)));
        this.release(pool, BASE, alice, 1e18);
    }

    function test_BRIDGE_10_ASpokesOldPool_IsHeardBesideItsNewOne() public {
        _lock(pool, BASE, 10e18);
        bytes memory newRemotePool = abi.encode(makeAddr("newRemotePool"));
        vm.prank(timelock);
        pool.addRemotePool(BASE, newRemotePool);
        _release(pool, BASE, alice, 1e18);
        Pool.ReleaseOrMintInV1 memory input = _releaseInput(BASE, alice, 2e18);
        input.sourcePoolAddress = newRemotePool;
        vm.prank(offRamp);
        pool.releaseOrMint(input);
        assertEq(token.balanceOf(alice), 3e18);

        vm.prank(timelock);
        pool.removeRemotePool(BASE, remotePool);
        vm.expectRevert(abi.encodeWithSelector(TokenPool.InvalidSourcePoolAddress.selector, remotePool));
        this.release(pool, BASE, alice, 1e18);
    }

    // --- attack

    /// The attacker owns the spoke: its own pool stands in CCIP's registry there, home was made to trust it, and no
    /// rate limit is left. It claims all that home holds.
    function test_BRIDGE_04_AttackersSpokePool_DrawsAtMostWhatWasLockedForIt() public {
        address attacker = makeAddr("attacker");
        _lock(pool, BASE, 10e18);
        _lock(pool, POLYGON, 500e18);
        token.transfer(address(pool), 5e18);
        bytes memory attackersPool = abi.encode(attacker);
        vm.prank(timelock);
        pool.addRemotePool(BASE, attackersPool);
        _disableLimits(pool, BASE);

        Pool.ReleaseOrMintInV1 memory input = _releaseInput(BASE, attacker, 10e18 + 1);
        input.sourcePoolAddress = attackersPool;
        vm.expectRevert(
            abi.encodeWithSelector(ILockLedger.LockLedger_ReleaseExceedsLocked.selector, BASE, 10e18 + 1, 10e18)
        );
        vm.prank(offRamp);
        pool.releaseOrMint(input);
        // The most there is to have, in whatever pieces.
        input.sourceDenominatedAmount = 4e18;
        vm.prank(offRamp);
        pool.releaseOrMint(input);
        input.sourceDenominatedAmount = 6e18;
        vm.prank(offRamp);
        pool.releaseOrMint(input);
        input.sourceDenominatedAmount = 1;
        vm.expectRevert(
            abi.encodeWithSelector(ILockLedger.LockLedger_ReleaseExceedsLocked.selector, BASE, 10e18 + 1, 10e18)
        );
        vm.prank(offRamp);
        pool.releaseOrMint(input);

        assertEq(token.balanceOf(attacker), 10e18);
        // Everybody on the other spoke can still come home.
        _release(pool, POLYGON, alice, 500e18);
        assertEq(token.balanceOf(alice), 500e18);
    }

    function test_BRIDGE_04_RevertWhen_HomeDoesNotKnowTheAttackersPool() public {
        _lock(pool, BASE, 10e18);
        Pool.ReleaseOrMintInV1 memory input = _releaseInput(BASE, alice, 1e18);
        input.sourcePoolAddress = abi.encode(makeAddr("attacker"));
        vm.expectRevert(abi.encodeWithSelector(TokenPool.InvalidSourcePoolAddress.selector, input.sourcePoolAddress));
        vm.prank(offRamp);
        pool.releaseOrMint(input);
    }

    // --- fuzz

    /// Whatever goes out and back, of both chains: the pool holds exactly what is still out.
    function testFuzz_BRIDGE_01_Ledger_EqualsTheBalance(uint256[8] calldata amounts, uint8 directions, uint8 chains) public {
        uint256 expected;
        for (uint256 i; i < amounts.length; ++i) {
            uint64 chain = (chains >> i) & 1 == 0 ? BASE : POLYGON;
            uint256 out = ledger.lockedIn(chain) - ledger.releasedOf(chain);
            if ((directions >> i) & 1 == 0) {
                uint256 amount = bound(amounts[i], 0, 100e18);
                _lock(pool, chain, amount);
                expected += amount;
            } else {
                uint256 amount = bound(amounts[i], 0, out);
                _release(pool, chain, alice, amount);
                expected -= amount;
            }
        }
        assertEq(token.balanceOf(address(pool)), expected);
        assertEq(
            ledger.lockedIn(BASE) + ledger.lockedIn(POLYGON) - ledger.releasedOf(BASE) - ledger.releasedOf(POLYGON),
            expected
        );
    }
}
