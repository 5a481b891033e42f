// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RateLimiter} from "@chainlink/contracts-ccip/contracts/libraries/RateLimiter.sol";
import {TokenPool} from "@chainlink/contracts-ccip/contracts/pools/TokenPool.sol";

import {LaneGuard} from "../../../contracts/bridge/LaneGuard.sol";
import {ICcipPool} from "../../../contracts/bridge/interfaces/ICcipPool.sol";
import {ILaneGuard} from "../../../contracts/bridge/interfaces/ILaneGuard.sol";
import {BridgeFixture} from "./BridgeFixture.sol";

contract LaneGuardTest is BridgeFixture {
    address internal immutable guardian = makeAddr("guardian");
    LaneGuard internal guard;
    uint256 internal guardianUntil;

    // What the fixture opens a lane with.
    ICcipPool.RateLimit internal setOut = ICcipPool.RateLimit(true, 1_000e18, 1e18);
    ICcipPool.RateLimit internal setIn = ICcipPool.RateLimit(true, 1_100e18, 1.1e18);
    ICcipPool.RateLimit internal lowOut = ICcipPool.RateLimit(true, 100e18, 0.1e18);
    ICcipPool.RateLimit internal lowIn = ICcipPool.RateLimit(true, 200e18, 0.2e18);
    ICcipPool.RateLimit internal nothing = ICcipPool.RateLimit(true, 0, 0);

    function setUp() public override {
        super.setUp();
        guardianUntil = vm.getBlockTimestamp() + 365 days;
        guard = new LaneGuard(timelock, guardian, guardianUntil);
        vm.prank(timelock);
        pool.setRateLimitAdmin(address(guard));
    }

    // --- configure

    function test_BRIDGE_20_Configure_SetsTheLane() public {
        ICcipPool.RateLimit memory newOut = ICcipPool.RateLimit(true, 5_000e18, 5e18);
        ICcipPool.RateLimit memory newIn = ICcipPool.RateLimit(true, 5_400e18, 5.4e18);
        vm.expectEmit(address(guard));
        emit ILaneGuard.LaneConfigured(address(pool), BASE, setOut, newOut, setIn, newIn);
        vm.prank(timelock);
        guard.configure(address(pool), BASE, newOut, newIn);
        _assertLimits(BASE, newOut, newIn);
        _assertLimits(POLYGON, setOut, setIn);
    }

    function test_BRIDGE_20_Configure_EndsABrake() public {
        _lower(lowOut, lowIn);
        skip(1 days);
        vm.prank(timelock);
        guard.configure(address(pool), BASE, setOut, setIn);
        _assertBrake(false, vm.getBlockTimestamp());
        vm.expectRevert(abi.encodeWithSelector(ILaneGuard.LaneGuard_NotBraked.selector, address(pool), BASE));
        guard.restore(address(pool), BASE);
    }

    function test_BRIDGE_20_RevertWhen_AnyoneButTheTimelockConfigures() public {
        vm.expectRevert(abi.encodeWithSelector(ILaneGuard.LaneGuard_NotTimelock.selector, guardian));
        vm.prank(guardian);
        guard.configure(address(pool), BASE, lowOut, lowIn);
    }

    function test_BRIDGE_20_RevertWhen_ALaneWouldBeUnlimited() public {
        ICcipPool.RateLimit memory off = ICcipPool.RateLimit(false, 0, 0);
        vm.startPrank(timelock);
        vm.expectRevert(abi.encodeWithSelector(ILaneGuard.LaneGuard_UnusableLimit.selector, off));
        guard.configure(address(pool), BASE, off, setIn);
        vm.expectRevert(abi.encodeWithSelector(ILaneGuard.LaneGuard_UnusableLimit.selector, off));
        guard.configure(address(pool), BASE, setOut, off);
        vm.stopPrank();
    }

    function test_RevertWhen_ABucketWouldNeverRefill() public {
        ICcipPool.RateLimit memory dry = ICcipPool.RateLimit(true, 1e18, 0);
        vm.expectRevert(abi.encodeWithSelector(ILaneGuard.LaneGuard_UnusableLimit.selector, dry));
        _lower(dry, lowIn);
    }

    function test_RevertWhen_TheLaneDoesNotExist() public {
        vm.expectRevert(abi.encodeWithSelector(TokenPool.NonExistentChain.selector, HOME));
        vm.prank(timelock);
        guard.configure(address(pool), HOME, setOut, setIn);
    }

    // --- lower

    function test_BRIDGE_21_Lower_TakesEffectAtOnce() public {
        uint256 until = vm.getBlockTimestamp() + 7 days;
        vm.expectEmit(address(guard));
        emit ILaneGuard.LaneLowered(address(pool), BASE, lowOut, lowIn, until);
        _lower(lowOut, lowIn);

        _assertLimits(BASE, lowOut, lowIn);
        _assertLimits(POLYGON, setOut, setIn);
        _assertBrake(true, until);
        (ICcipPool.RateLimit memory beforeOut, ICcipPool.RateLimit memory beforeIn) =
            guard.limitsBefore(address(pool), BASE);
        assertEq(abi.encode(beforeOut, beforeIn), abi.encode(setOut, setIn));
    }

    function test_BRIDGE_21_Pause_LetsNothingThroughOnThatLane() public {
        _lock(pool, BASE, 10e18);
        vm.prank(guardian);
        guard.pause(address(pool), BASE);

        _assertLimits(BASE, nothing, nothing);
        token.transfer(address(pool), 1);
        vm.expectRevert(abi.encodeWithSelector(RateLimiter.TokenMaxCapacityExceeded.selector, 0, 1, address(token)));
        vm.prank(onRamp);
        pool.lockOrBurn(_lockInput(BASE, 1));
        vm.expectRevert(abi.encodeWithSelector(RateLimiter.TokenMaxCapacityExceeded.selector, 0, 1, address(token)));
        this.release(pool, BASE, alice, 1);
        _lock(pool, POLYGON, 1e18);
    }

    function test_BRIDGE_21_Lower_FurtherDoesNotProlong() public {
        uint256 until = vm.getBlockTimestamp() + 7 days;
        _lower(lowOut, lowIn);
        skip(6 days);
        vm.prank(guardian);
        guard.pause(address(pool), BASE);
        _assertBrake(true, until);
        vm.prank(guardian);
        guard.restore(address(pool), BASE);
        _assertLimits(BASE, setOut, setIn);
    }

    function test_BRIDGE_21_RevertWhen_AnyLimitWouldRise() public {
        ICcipPool.RateLimit memory high = ICcipPool.RateLimit(true, 1_000e18 + 1, 1e18);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILaneGuard.LaneGuard_NotLower.selector,
                high.capacity,
                high.rate,
                setOut.capacity,
                setOut.rate
            )
        );
        _lower(high, lowIn);
        high = ICcipPool.RateLimit(true, 1_100e18, 1.1e18 + 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILaneGuard.LaneGuard_NotLower.selector,
                high.capacity,
                high.rate,
                setIn.capacity,
                setIn.rate
            )
        );
        _lower(lowOut, high);
    }

    function test_BRIDGE_21_RevertWhen_ALoweredLimitWouldRiseABit() public {
        _lower(lowOut, lowIn);
        ICcipPool.RateLimit memory more = ICcipPool.RateLimit(true, 101e18, 0.1e18);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILaneGuard.LaneGuard_NotLower.selector,
                more.capacity,
                more.rate,
                lowOut.capacity,
                lowOut.rate
            )
        );
        _lower(more, lowIn);
    }

    function test_BRIDGE_21_Lower_LimitsWhatWasUnlimited() public {
        _disableLimits(pool, BASE);
        _lower(lowOut, lowIn);
        _assertLimits(BASE, lowOut, lowIn);
        vm.prank(guardian);
        guard.restore(address(pool), BASE);
        ICcipPool.RateLimit memory off = ICcipPool.RateLimit(false, 0, 0);
        _assertLimits(BASE, off, off);
    }

    function test_BRIDGE_21_RevertWhen_AnyoneButTheGuardianLowers() public {
        address[2] memory callers = [alice, timelock];
        for (uint256 i; i < callers.length; ++i) {
            bytes memory refusal = abi.encodeWithSelector(
                ILaneGuard.LaneGuard_NotGuardian.selector,
                callers[i],
                guardian,
                guardianUntil
            );
            vm.startPrank(callers[i]);
            vm.expectRevert(refusal);
            guard.lower(address(pool), BASE, lowOut, lowIn);
            vm.expectRevert(refusal);
            guard.pause(address(pool), BASE);
            vm.stopPrank();
        }
    }

    // --- restore

    function test_BRIDGE_22_Restore_GivesBackWhatWasThere() public {
        _lower(lowOut, lowIn);
        skip(1 days);
        vm.expectEmit(address(guard));
        emit ILaneGuard.LaneRestored(address(pool), BASE, guardian);
        vm.prank(guardian);
        guard.restore(address(pool), BASE);
        _assertLimits(BASE, setOut, setIn);
        _assertBrake(false, vm.getBlockTimestamp());
        (ICcipPool.RateLimit memory beforeOut, ) = guard.limitsBefore(address(pool), BASE);
        assertFalse(beforeOut.isEnabled);
    }

    function test_BRIDGE_22_Restore_ByTheTimelockAtAnyTime() public {
        _lower(lowOut, lowIn);
        vm.prank(timelock);
        guard.restore(address(pool), BASE);
        _assertLimits(BASE, setOut, setIn);
    }

    function test_BRIDGE_22_Restore_ByAnyoneAfterSevenDays() public {
        _lower(nothing, nothing);
        skip(7 days - 1);
        vm.expectRevert(
            abi.encodeWithSelector(ILaneGuard.LaneGuard_NotGuardian.selector, alice, guardian, guardianUntil)
        );
        vm.prank(alice);
        guard.restore(address(pool), BASE);
        skip(1);
        vm.prank(alice);
        guard.restore(address(pool), BASE);
        _assertLimits(BASE, setOut, setIn);
    }

    function test_BRIDGE_22_RevertWhen_NothingWasLowered() public {
        vm.expectRevert(abi.encodeWithSelector(ILaneGuard.LaneGuard_NotBraked.selector, address(pool), BASE));
        vm.prank(guardian);
        guard.restore(address(pool), BASE);
    }

    /// The timelock set the pool's limits itself meanwhile: they stand, even after the seven days.
    function test_BRIDGE_22_RevertWhen_TheTimelockSetOtherLimitsMeanwhile() public {
        _lower(lowOut, lowIn);
        RateLimiter.Config memory own = RateLimiter.Config(true, 50e18, 0.05e18);
        vm.prank(timelock);
        pool.setChainRateLimiterConfig(BASE, own, own);
        skip(8 days);
        vm.expectRevert(abi.encodeWithSelector(ILaneGuard.LaneGuard_SetElsewhere.selector, address(pool), BASE));
        vm.prank(guardian);
        guard.restore(address(pool), BASE);
    }

    function test_BRIDGE_22_ABrakeAfterTheTimelocksOwnLimits_GoesBackToThose() public {
        _lower(lowOut, lowIn);
        RateLimiter.Config memory own = RateLimiter.Config(true, 50e18, 0.05e18);
        vm.prank(timelock);
        pool.setChainRateLimiterConfig(BASE, own, own);
        uint256 allowedFrom = vm.getBlockTimestamp() + 37 days;
        vm.expectRevert(abi.encodeWithSelector(ILaneGuard.LaneGuard_TooSoon.selector, allowedFrom));
        _lower(nothing, nothing);
        vm.warp(allowedFrom);
        _lower(nothing, nothing);
        vm.prank(guardian);
        guard.restore(address(pool), BASE);
        ICcipPool.RateLimit memory expected = ICcipPool.RateLimit(true, 50e18, 0.05e18);
        _assertLimits(BASE, expected, expected);
    }

    function test_BRIDGE_22_ABrakeThatNobodyRestored_GoesBackToBeforeIt() public {
        _lower(lowOut, lowIn);
        skip(37 days);
        _lower(nothing, nothing);
        vm.prank(guardian);
        guard.restore(address(pool), BASE);
        _assertLimits(BASE, setOut, setIn);
    }

    // --- bounds in time

    function test_BRIDGE_23_RevertWhen_BrakedAgainWithinThirtyDays() public {
        _lower(lowOut, lowIn);
        skip(2 days);
        vm.prank(guardian);
        guard.restore(address(pool), BASE);
        uint256 allowedFrom = vm.getBlockTimestamp() + 30 days;
        skip(30 days - 1);
        vm.expectRevert(abi.encodeWithSelector(ILaneGuard.LaneGuard_TooSoon.selector, allowedFrom));
        _lower(lowOut, lowIn);
        skip(1);
        _lower(lowOut, lowIn);
        _assertLimits(BASE, lowOut, lowIn);
    }

    function test_BRIDGE_23_RevertWhen_LoweredFurtherAfterSevenDays() public {
        _lower(lowOut, lowIn);
        uint256 allowedFrom = vm.getBlockTimestamp() + 37 days;
        skip(7 days);
        vm.expectRevert(abi.encodeWithSelector(ILaneGuard.LaneGuard_TooSoon.selector, allowedFrom));
        _lower(nothing, nothing);
    }

    function test_BRIDGE_23_LanesHaveBrakesOfTheirOwn() public {
        _lower(lowOut, lowIn);
        vm.prank(guardian);
        guard.pause(address(pool), POLYGON);
        _assertLimits(BASE, lowOut, lowIn);
        _assertLimits(POLYGON, nothing, nothing);
    }

    function test_BRIDGE_24_RevertWhen_TheTermIsOver() public {
        vm.warp(guardianUntil);
        vm.expectRevert(
            abi.encodeWithSelector(ILaneGuard.LaneGuard_NotGuardian.selector, guardian, guardian, guardianUntil)
        );
        _lower(lowOut, lowIn);
    }

    function test_BRIDGE_24_SetGuardian_ReplacesIt() public {
        uint256 until = vm.getBlockTimestamp() + 30 days;
        vm.expectEmit(address(guard));
        emit ILaneGuard.GuardianSet(guardian, alice, guardianUntil, until);
        vm.prank(timelock);
        guard.setGuardian(alice, until);
        vm.expectRevert(abi.encodeWithSelector(ILaneGuard.LaneGuard_NotGuardian.selector, guardian, alice, until));
        _lower(lowOut, lowIn);
        vm.prank(alice);
        guard.pause(address(pool), BASE);
    }

    function test_BRIDGE_24_RevertWhen_TheTermIsLongerThanAYear() public {
        uint256 max = vm.getBlockTimestamp() + 365 days;
        vm.expectRevert(abi.encodeWithSelector(ILaneGuard.LaneGuard_TermTooLong.selector, max + 1, max));
        vm.prank(timelock);
        guard.setGuardian(guardian, max + 1);
    }

    function test_BRIDGE_24_RevertWhen_AnyoneButTheTimelockSetsTheGuardian() public {
        vm.expectRevert(abi.encodeWithSelector(ILaneGuard.LaneGuard_NotTimelock.selector, guardian));
        vm.prank(guardian);
        guard.setGuardian(guardian, guardianUntil);
    }

    function test_RevertWhen_TheTimelockIsZero() public {
        vm.expectRevert(ILaneGuard.LaneGuard_ZeroAddress.selector);
        new LaneGuard(address(0), guardian, guardianUntil);
    }

    /// Whatever the guardian asks for, the pool's limits are never above those the timelock set.
    function testFuzz_BRIDGE_21_NeverAboveWhatWasSet(uint128[8] calldata asked, uint32[4] calldata waits) public {
        for (uint256 i; i < 4; ++i) {
            skip(waits[i] % 40 days);
            ICcipPool.RateLimit memory limit = ICcipPool.RateLimit(
                true,
                asked[2 * i] % 1_200e18,
                asked[2 * i + 1] % 1.2e18
            );
            vm.startPrank(guardian);
            try guard.lower(address(pool), BASE, limit, limit) {} catch {}
            if (waits[i] % 3 == 0) try guard.restore(address(pool), BASE) {} catch {}
            vm.stopPrank();
            RateLimiter.TokenBucket memory out = pool.getCurrentOutboundRateLimiterState(BASE);
            RateLimiter.TokenBucket memory inn = pool.getCurrentInboundRateLimiterState(BASE);
            assertTrue(out.isEnabled && out.capacity <= setOut.capacity && out.rate <= setOut.rate);
            assertTrue(inn.isEnabled && inn.capacity <= setIn.capacity && inn.rate <= setIn.rate);
        }
    }

    function _lower(ICcipPool.RateLimit memory outbound, ICcipPool.RateLimit memory inbound) private {
        vm.prank(guardian);
        guard.lower(address(pool), BASE, outbound, inbound);
    }

    function _assertLimits(
        uint64 chain,
        ICcipPool.RateLimit memory outbound,
        ICcipPool.RateLimit memory inbound
    ) private view {
        RateLimiter.TokenBucket memory out = pool.getCurrentOutboundRateLimiterState(chain);
        RateLimiter.TokenBucket memory inn = pool.getCurrentInboundRateLimiterState(chain);
        assertEq(
            abi.encode(out.isEnabled, out.capacity, out.rate, inn.isEnabled, inn.capacity, inn.rate),
            abi.encode(outbound, inbound)
        );
    }

    function _assertBrake(bool isLowered, uint256 until) private view {
        (bool actual, uint256 actualUntil) = guard.brakeOf(address(pool), BASE);
        assertEq(actual, isLowered);
        assertEq(actualUntil, until);
    }
}
