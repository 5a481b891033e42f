// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {IMerkleClaims} from "../../../contracts/token/interfaces/IMerkleClaims.sol";
import {WeeklyOutflow} from "../../../contracts/token/libraries/WeeklyOutflow.sol";
import {CampaignId} from "../../../contracts/token/types/CampaignId.sol";
import {ClaimsFixture} from "../../helpers/ClaimsFixture.sol";

contract WeeklyOutflowTest is Test {
    using WeeklyOutflow for WeeklyOutflow.State;

    struct Payment {
        uint256 time;
        uint256 amount;
    }

    uint256 private constant START = 1_800_000_000;
    uint256 private constant LIMIT = 1_000_000e18;

    WeeklyOutflow.State private outflow;
    Payment[] private payments;

    /// What left in (time - 7 days, time], from the list of all payments.
    function ofSevenDays(uint256 time) private view returns (uint256 sum) {
        for (uint256 i; i < payments.length; ++i) if (payments[i].time + 7 days > time) sum += payments[i].amount;
    }

    /// What left in the slot of `time` and the 28 before it, from the list of all payments.
    function ofSlots(uint256 time) private view returns (uint256 sum) {
        for (uint256 i; i < payments.length; ++i) {
            if (payments[i].time / 6 hours + 28 >= time / 6 hours) sum += payments[i].amount;
        }
    }

    function pay(uint256 amount) private returns (bool) {
        if (amount > LIMIT - outflow.sum(block.timestamp)) return false;
        outflow.add(amount, block.timestamp);
        payments.push(Payment(block.timestamp, amount));
        return true;
    }

    /// Waits of every size: none, within a slot, to exact edges, days, longer than the ring.
    function wait(uint256 seed) private {
        uint256 kind = seed % 6;
        uint256 size = seed / 6;
        if (kind == 1) skip(size % 6 hours);
        if (kind == 2) vm.warp((block.timestamp / 6 hours + 1 + (size % 30)) * 6 hours - (size % 2));
        if (kind == 3) skip(size % 3 days);
        if (kind == 4) skip(size % 9 days);
        if (kind == 5) skip(6 days + 17 hours + (size % 16 hours));
    }

    function testFuzz_TOKEN_82_RingAgreesWithTheListOfAllPayments(
        uint256[32] calldata waits,
        uint256[32] calldata amounts
    ) public {
        vm.warp(START);
        for (uint256 i; i < 32; ++i) {
            wait(waits[i]);
            assertEq(outflow.sum(block.timestamp), ofSlots(block.timestamp));
            uint256 amount = amounts[i] % (LIMIT / 4 + 1);
            bool fits = ofSlots(block.timestamp) + amount <= LIMIT;
            assertEq(pay(amount), fits);
            assertEq(outflow.sum(block.timestamp), ofSlots(block.timestamp));
            // Windows that end at a payment are the fullest.
            assertLe(ofSevenDays(block.timestamp), LIMIT);
        }
    }

    /// Everything at the last second of a slot, and again as early as possible.
    function testFuzz_TOKEN_82_FullAgainOnlyAfterSevenDays(uint256 offset) public {
        vm.warp(START + (offset % 30 days));
        uint256 paidAt = block.timestamp;
        assertTrue(pay(LIMIT));
        vm.warp(paidAt + 7 days - 1);
        assertFalse(pay(1));
        vm.warp(paidAt + 7 days);
        while (!pay(LIMIT)) skip(1 hours);
        assertLe(block.timestamp, paidAt + 7 days + 7 hours);
        assertLe(ofSevenDays(block.timestamp), LIMIT);
    }

    function test_TOKEN_82_StaleEntriesNeverCount() public {
        vm.warp(START);
        for (uint256 i; i < 28; ++i) {
            pay(1e18);
            skip(6 hours);
        }
        assertEq(outflow.sum(block.timestamp), 28e18);
        skip(400 days);
        assertEq(outflow.sum(block.timestamp), 0);
        pay(5e18);
        assertEq(outflow.sum(block.timestamp), 5e18);
        for (uint256 i; i < 28; ++i) {
            skip(6 hours);
            assertEq(outflow.sum(block.timestamp), 5e18);
        }
        skip(6 hours);
        assertEq(outflow.sum(block.timestamp), 0);
    }

    /// Whatever the amounts are, `capacityDown` leaves in time when it is asked for.
    function testFuzz_TOKEN_83_CapacityAlwaysLeavesInTime(
        uint256 offset,
        uint256 duration,
        uint256[48] calldata seeds
    ) public {
        vm.warp(START + (offset % 30 days));
        duration = bound(duration, 7 days, 28 days);
        uint256 deadline = block.timestamp + duration;
        uint256 total = WeeklyOutflow.capacityDown(LIMIT, duration);
        uint256[] memory waiting = new uint256[](48);
        uint256 promised;
        for (uint256 i; i < 48; ++i) {
            // Large ones fit worst.
            uint256 amount = LIMIT / 4 - (seeds[i] % (i % 3 == 0 ? 5 : LIMIT / 4));
            if (promised + amount > total) amount = total - promised;
            waiting[i] = amount;
            promised += amount;
        }
        while (block.timestamp < deadline) {
            for (uint256 i; i < 48; ++i) if (waiting[i] != 0 && pay(waiting[i])) waiting[i] = 0;
            // More becomes available only where a slot ends.
            vm.warp((block.timestamp / 6 hours + 1) * 6 hours);
        }
        for (uint256 i; i < 48; ++i) assertEq(waiting[i], 0);
    }
}

/// The limit as claims meet it.
contract WeeklyLimitTest is ClaimsFixture {
    CampaignId private constant FIRST = CampaignId.wrap(1);

    function limited(
        uint256 total,
        uint256 limit
    ) private view returns (IMerkleClaims.NewCampaign memory limitedTerms) {
        limitedTerms = terms();
        (limitedTerms.total, limitedTerms.weeklyLimit) = (total, limit);
    }

    /// Ten leaves of 100 OPEN for alice, in a campaign that pays 400 within 7 days.
    function createTen() private returns (CampaignId) {
        delete leaves;
        for (uint256 i; i < 10; ++i) leaves.push(IMerkleClaims.Leaf(i, alice, 100e18, AT_ONCE));
        return fundAndCreate(limited(1000e18, 400e18));
    }

    function test_TOKEN_82_RevertWhen_TheWeekIsFull() public {
        createTen();
        for (uint256 i; i < 4; ++i) {
            skip(1 days);
            claim(FIRST, i);
        }
        assertEq(claims.availableOutflow(FIRST), 0);
        bytes32[] memory path = proof(4);
        bytes memory full = abi.encodeWithSelector(
            IMerkleClaims.MerkleClaims_WeeklyLimitExceeded.selector,
            FIRST,
            0,
            100e18
        );
        vm.expectRevert(full);
        vm.prank(alice);
        claims.claim(FIRST, leaves[4], path, alice);
        // The first payment is given back with the slot after its seven days, not before.
        uint256 firstPaid = NOW + 1 days;
        vm.warp((firstPaid / 6 hours + 29) * 6 hours - 1);
        vm.expectRevert(full);
        vm.prank(alice);
        claims.claim(FIRST, leaves[4], path, alice);
        skip(1);
        claim(FIRST, 4);
        assertEq(claims.availableOutflow(FIRST), 0);
    }

    function test_TOKEN_84_RevertWhen_OneClaimWantsMoreThanAQuarterOfTheWeek() public {
        fundAndCreate(limited(600e18, 400e18));
        assertEq(claims.largestClaim(FIRST), 100e18);
        claim(FIRST, 0);
        bytes32[] memory path = proof(1);
        vm.expectRevert(
            abi.encodeWithSelector(IMerkleClaims.MerkleClaims_ClaimTooLarge.selector, FIRST, 100e18, 200e18)
        );
        vm.prank(bob);
        claims.claim(FIRST, leaves[1], path, bob);
    }

    function test_TOKEN_83_RevertWhen_TotalCannotLeaveBeforeTheDeadline() public {
        // 60 days are 8.3 times 7 days and 6 hours: nine times three quarters of the limit.
        uint256 capacity = 9 * 75e18;
        fund(ROW, 700e18);
        IMerkleClaims.NewCampaign memory slow = limited(capacity + 1, 100e18);
        vm.expectRevert(
            abi.encodeWithSelector(IMerkleClaims.MerkleClaims_TotalAboveCapacity.selector, capacity + 1, capacity)
        );
        vm.prank(timelock);
        claims.createCampaign(slow);
        slow.total = capacity;
        create(slow);
        assertEq(claims.availableOutflow(FIRST), 100e18);
    }

    function test_TOKEN_83_RevertWhen_NothingMayLeave() public {
        fund(ROW, 700e18);
        // A quarter of 3 wei is no wei.
        for (uint256 limit; limit < 4; limit += 3) {
            IMerkleClaims.NewCampaign memory shut = limited(4, limit);
            vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_TotalAboveCapacity.selector, 4, 0));
            vm.prank(timelock);
            claims.createCampaign(shut);
        }
    }

    function test_TOKEN_82_VestingClaimsCountAsAWhole() public {
        delete leaves;
        for (uint256 i; i < 10; ++i) leaves.push(IMerkleClaims.Leaf(i, alice, 100e18, overAYear));
        fundAndCreate(limited(1000e18, 400e18));
        claim(FIRST, 0);
        assertEq(claims.availableOutflow(FIRST), 300e18);
    }

    function testFuzz_TOKEN_82_NoSevenDaysPayMoreThanTheLimit(uint256[24] calldata seeds) public {
        createTen();
        uint256[] memory times = new uint256[](10);
        uint256 count;
        for (uint256 i; i < 24 && count < 10; ++i) {
            skip(seeds[i] % (i % 4 == 0 ? 7 days : 6 hours));
            if (block.timestamp >= NOW + TERM) break;
            if (claims.availableOutflow(FIRST) < 100e18) continue;
            claim(FIRST, count);
            times[count] = block.timestamp;
            if (count >= 4) assertGe(times[count] - times[count - 4], 7 days);
            ++count;
        }
        assertEq(token.balanceOf(alice), count * 100e18);
    }
}
