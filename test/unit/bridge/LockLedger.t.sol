// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LockLedger} from "../../../contracts/bridge/LockLedger.sol";
import {OpenLockPool} from "../../../contracts/bridge/OpenLockPool.sol";
import {ILockLedger} from "../../../contracts/bridge/interfaces/ILockLedger.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {BridgeFixture} from "./BridgeFixture.sol";

contract LockLedgerTest is BridgeFixture {
    // --- writing

    function test_BRIDGE_02_RevertWhen_AnyoneButAPoolRecords() public {
        address[3] memory callers = [alice, timelock, address(_deployPool())];
        for (uint256 i; i < callers.length; ++i) {
            vm.startPrank(callers[i]);
            vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_NotPool.selector, callers[i]));
            ledger.recordLock(BASE, 1);
            vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_NotPool.selector, callers[i]));
            ledger.recordRelease(BASE, 0);
            vm.stopPrank();
        }
    }


    function test_BRIDGE_02_RevertWhen_TheNomineeRecords() public {
        OpenLockPool newPool = _deployPool();
        vm.prank(timelock);
        ledger.nominate(address(newPool));
        skip(15 days);
        vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_NotPool.selector, address(newPool)));
        vm.prank(address(newPool));
        ledger.recordLock(BASE, 1);
    }

    function testFuzz_BRIDGE_04_ReleasedNeverExceedsLocked(uint128 locked, uint256 released) public {
        vm.startPrank(address(pool));
        ledger.recordLock(BASE, locked);
        released = bound(released, 0, type(uint256).max);
        if (released > locked) {
            vm.expectRevert(
                abi.encodeWithSelector(ILockLedger.LockLedger_ReleaseExceedsLocked.selector, BASE, released, locked)
            );
        }
        ledger.recordRelease(BASE, released);
        vm.stopPrank();
        assertLe(ledger.releasedOf(BASE), ledger.lockedIn(BASE));
        assertEq(ledger.lockedIn(BASE), locked);
    }

    // --- history

    function test_BRIDGE_07_LockedInAt_AnswersForEachInstant() public {
        uint256 start = vm.getBlockTimestamp();
        _lock(pool, BASE, 1e18);
        vm.warp(start + 100);
        _lock(pool, BASE, 2e18);
        vm.warp(start + 200);

        assertEq(ledger.lockedInAt(BASE, start - 1), 0);
        assertEq(ledger.lockedInAt(BASE, start), 1e18);
        assertEq(ledger.lockedInAt(BASE, start + 99), 1e18);
        assertEq(ledger.lockedInAt(BASE, start + 100), 3e18);
        assertEq(ledger.lockedInAt(BASE, start + 199), 3e18);
        assertEq(ledger.lockedInAt(POLYGON, start + 199), 0);
    }

    function test_BRIDGE_07_LockedInAt_JoinsLocksOfOneInstant() public {
        uint256 start = vm.getBlockTimestamp();
        _lock(pool, BASE, 1e18);
        _lock(pool, BASE, 2e18);
        vm.warp(start + 1);
        assertEq(ledger.lockedInAt(BASE, start), 3e18);
    }

    function test_BRIDGE_07_LockedInAt_DoesNotFallByAReturn() public {
        uint256 start = vm.getBlockTimestamp();
        _lock(pool, BASE, 3e18);
        _release(pool, BASE, alice, 2e18);
        vm.warp(start + 1);
        assertEq(ledger.lockedInAt(BASE, start), 3e18);
    }

    function test_BRIDGE_07_LockedInAt_OutlivesARotation() public {
        uint256 start = vm.getBlockTimestamp();
        _lock(pool, BASE, 3e18);
        OpenLockPool newPool = _rotate();
        _lock(newPool, BASE, 2e18);
        skip(1);
        assertEq(ledger.lockedInAt(BASE, start), 3e18);
        assertEq(ledger.lockedInAt(BASE, vm.getBlockTimestamp() - 1), 5e18);
    }

    function test_BRIDGE_07_RevertWhen_AskedForAnInstantNotOver() public {
        uint48 clock = uint48(vm.getBlockTimestamp());
        vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_FutureLookup.selector, clock, clock));
        ledger.lockedInAt(BASE, clock);
    }

    // --- rotation

    function test_BRIDGE_08_TheFirstPool_IsAppointedAtOnce() public {
        LockLedger fresh = new LockLedger(address(token), timelock);
        OpenLockPool first = _ownedPool(address(token), address(fresh), timelock);
        vm.expectEmit(address(fresh));
        emit ILockLedger.PoolAppointed(address(0), address(first));
        vm.prank(timelock);
        fresh.nominate(address(first));
        assertEq(fresh.pool(), address(first));
        assertEq(fresh.nominee(), address(0));
        assertEq(fresh.predecessor(), address(0));
    }

    function test_BRIDGE_08_Nominate_ChangesNothingYet() public {
        OpenLockPool newPool = _deployPool();
        uint256 from = vm.getBlockTimestamp() + 15 days;
        vm.expectEmit(address(ledger));
        emit ILockLedger.PoolNominated(address(0), address(newPool), from);
        vm.prank(timelock);
        ledger.nominate(address(newPool));
        assertEq(ledger.pool(), address(pool));
        assertEq(ledger.nominee(), address(newPool));
        assertEq(ledger.nomineeFrom(), from);
    }

    function test_BRIDGE_08_NominatingAgain_StartsTheNoticeAnew() public {
        OpenLockPool newPool = _deployPool();
        vm.startPrank(timelock);
        ledger.nominate(address(newPool));
        skip(14 days);
        uint256 from = vm.getBlockTimestamp() + 15 days;
        vm.expectEmit(address(ledger));
        emit ILockLedger.PoolNominated(address(newPool), address(newPool), from);
        ledger.nominate(address(newPool));
        skip(1 days);
        vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_TooSoon.selector, from));
        ledger.appoint();
        vm.stopPrank();
    }

    function test_BRIDGE_08_Appoint_AfterTheNotice() public {
        OpenLockPool newPool = _deployPool();
        vm.startPrank(timelock);
        ledger.nominate(address(newPool));
        skip(15 days);
        vm.expectEmit(address(ledger));
        emit ILockLedger.PoolAppointed(address(pool), address(newPool));
        ledger.appoint();
        vm.stopPrank();
        assertEq(ledger.pool(), address(newPool));
        assertEq(ledger.predecessor(), address(pool));
        assertEq(ledger.nominee(), address(0));
        assertEq(ledger.nomineeFrom(), 0);
    }

    function test_BRIDGE_08_RevertWhen_AppointedWithinTheNotice() public {
        OpenLockPool newPool = _deployPool();
        uint256 from = vm.getBlockTimestamp() + 15 days;
        vm.startPrank(timelock);
        ledger.nominate(address(newPool));
        skip(15 days - 1);
        vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_TooSoon.selector, from));
        ledger.appoint();
        vm.stopPrank();
    }

    function test_RevertWhen_NobodyIsNominated() public {
        vm.startPrank(timelock);
        vm.expectRevert(ILockLedger.LockLedger_NoNominee.selector);
        ledger.appoint();
        vm.expectRevert(ILockLedger.LockLedger_NoNominee.selector);
        ledger.withdrawNomination();
        vm.stopPrank();
    }

    function test_BRIDGE_08_WithdrawNomination_LeavesThePool() public {
        OpenLockPool newPool = _deployPool();
        vm.startPrank(timelock);
        ledger.nominate(address(newPool));
        vm.expectEmit(address(ledger));
        emit ILockLedger.NominationWithdrawn(address(newPool));
        ledger.withdrawNomination();
        skip(15 days);
        vm.expectRevert(ILockLedger.LockLedger_NoNominee.selector);
        ledger.appoint();
        vm.stopPrank();
        assertEq(ledger.pool(), address(pool));
        assertEq(ledger.nomineeFrom(), 0);
    }

    function test_BRIDGE_08_RevertWhen_TheRotationBeforeIsOpen() public {
        _rotate();
        OpenLockPool third = _deployPool();
        vm.startPrank(timelock);
        ledger.nominate(address(third));
        skip(15 days);
        vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_RotationOpen.selector, address(pool)));
        ledger.appoint();
        ledger.dismissPredecessor();
        ledger.appoint();
        vm.stopPrank();
        assertEq(ledger.pool(), address(third));
    }

    function test_BRIDGE_08_DismissPredecessor_EndsTheRotation() public {
        _rotate();
        vm.expectEmit(address(ledger));
        emit ILockLedger.PredecessorDismissed(address(pool));
        vm.prank(timelock);
        ledger.dismissPredecessor();
        assertEq(ledger.predecessor(), address(0));
    }

    function test_RevertWhen_ThereIsNoPredecessor() public {
        vm.expectRevert(ILockLedger.LockLedger_NoPredecessor.selector);
        vm.prank(timelock);
        ledger.dismissPredecessor();
    }

    function test_BRIDGE_02_RevertWhen_AnyoneButTheTimelockRotates() public {
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_NotTimelock.selector, alice));
        ledger.nominate(address(pool));
        vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_NotTimelock.selector, alice));
        ledger.withdrawNomination();
        vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_NotTimelock.selector, alice));
        ledger.appoint();
        vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_NotTimelock.selector, alice));
        ledger.dismissPredecessor();
        vm.stopPrank();
    }

    function test_RevertWhen_NominatedPoolWritesAlready() public {
        OpenLockPool newPool = _rotate();
        vm.startPrank(timelock);
        vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_AlreadyPool.selector, address(newPool)));
        ledger.nominate(address(newPool));
        vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_AlreadyPool.selector, address(pool)));
        ledger.nominate(address(pool));
        vm.stopPrank();
    }

    function test_BRIDGE_11_RevertWhen_NomineeIsNoPoolOfThisLedger() public {
        LockLedger other = new LockLedger(address(token), timelock);
        OpenToken otherToken = new OpenToken(address(this), timelock);
        address[3] memory foreign = [
            alice,
            address(_ownedPool(address(token), address(other), timelock)),
            address(_ownedPool(address(otherToken), address(ledger), timelock))
        ];
        for (uint256 i; i < foreign.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(ILockLedger.LockLedger_ForeignPool.selector, foreign[i]));
            vm.prank(timelock);
            ledger.nominate(foreign[i]);
        }
    }

    function test_BRIDGE_11_RevertWhen_NomineeBelongsToAnotherThanTheTimelock() public {
        address offered = address(new OpenLockPool(address(token), address(ledger), rmnProxy, address(router)));
        vm.expectRevert(
            abi.encodeWithSelector(ILockLedger.LockLedger_ForeignOwner.selector, offered, address(this))
        );
        vm.prank(timelock);
        ledger.nominate(offered);
    }

    function test_BRIDGE_11_RevertWhen_NomineeWasGivenAwayBeforeItIsAppointed() public {
        OpenLockPool newPool = _deployPool();
        vm.startPrank(timelock);
        ledger.nominate(address(newPool));
        newPool.transferOwnership(alice);
        vm.stopPrank();
        vm.prank(alice);
        newPool.acceptOwnership();
        skip(15 days);
        vm.expectRevert(
            abi.encodeWithSelector(ILockLedger.LockLedger_ForeignOwner.selector, address(newPool), alice)
        );
        vm.prank(timelock);
        ledger.appoint();
    }

    function test_RevertWhen_AConstructorArgumentIsZero() public {
        vm.expectRevert(ILockLedger.LockLedger_ZeroAddress.selector);
        new LockLedger(address(0), timelock);
        vm.expectRevert(ILockLedger.LockLedger_ZeroAddress.selector);
        new LockLedger(address(token), address(0));
    }

    function _ownedPool(address token_, address ledger_, address owner) private returns (OpenLockPool deployed) {
        deployed = new OpenLockPool(token_, ledger_, rmnProxy, address(router));
        deployed.transferOwnership(owner);
        vm.prank(owner);
        deployed.acceptOwnership();
    }
}
