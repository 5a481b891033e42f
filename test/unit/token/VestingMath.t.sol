// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {VestingMath} from "../../../contracts/token/libraries/VestingMath.sol";
import {VestingSchedule, toVestingSchedule} from "../../../contracts/token/types/VestingSchedule.sol";
import {VestingTerms, toVestingTerms} from "../../../contracts/token/types/VestingTerms.sol";
import {RowId} from "../../../contracts/token/types/RowId.sol";
import {VestingFixture} from "./VestingFixture.sol";

contract VestingMathTest is VestingFixture {
    function vested(VestingSchedule schedule, uint256 time) private pure returns (uint256) {
        return VestingMath.vestedDown(AMOUNT, schedule, time);
    }

    function testFuzz_ScheduleKeepsItsParts(
        uint40 start,
        uint40 cliff,
        uint40 duration,
        uint16 steps,
        uint16 bps
    ) public pure {
        VestingSchedule schedule = toVestingSchedule(start, cliff, duration, steps, bps);
        assertEq(schedule.start(), start);
        assertEq(schedule.cliff(), cliff);
        assertEq(schedule.duration(), duration);
        assertEq(schedule.steps(), steps);
        assertEq(schedule.immediateBps(), bps);
        assertEq(VestingSchedule.unwrap(schedule) >> 152, 0);
    }

    function testFuzz_TermsKeepTheirParts(uint96 amount, uint256 word, uint8 row, bool revocable) public pure {
        VestingSchedule schedule = VestingSchedule.wrap(word >> 104);
        row = row & 0x7f;
        VestingTerms terms = toVestingTerms(amount, schedule, RowId.wrap(row), revocable);
        assertEq(terms.amount(), amount);
        assertEq(VestingSchedule.unwrap(terms.schedule()), word >> 104);
        assertEq(RowId.unwrap(terms.row()), row);
        assertEq(terms.isRevocable(), revocable);
    }

    function test_TOKEN_40_ZeroWordIsAtOnce() public pure {
        assertEq(vested(VestingSchedule.wrap(0), 0), AMOUNT);
    }

    function test_TOKEN_40_LinearBySecond() public pure {
        VestingSchedule schedule = toVestingSchedule(NOW, 0, 1000, 0, 0);
        assertEq(vested(schedule, NOW - 1), 0);
        assertEq(vested(schedule, NOW), 0);
        assertEq(vested(schedule, NOW + 1), AMOUNT / 1000);
        assertEq(vested(schedule, NOW + 999), (AMOUNT / 1000) * 999);
        assertEq(vested(schedule, NOW + 1000), AMOUNT);
    }

    function test_TOKEN_40_CliffHoldsBackThenCatchesUp() public pure {
        VestingSchedule schedule = team();
        assertEq(vested(schedule, NOW + 182 days - 1), 0);
        assertEq(vested(schedule, NOW + 182 days), (uint256(AMOUNT) * 182) / 1460);
        assertEq(vested(schedule, NOW + 730 days), AMOUNT / 2);
        assertEq(vested(schedule, NOW + 1460 days), AMOUNT);
    }

    function test_TOKEN_40_StepsVestAtTheirEnds() public pure {
        VestingSchedule schedule = toVestingSchedule(NOW, 0, 48 * 30 days, 48, 0);
        assertEq(vested(schedule, NOW + 30 days - 1), 0);
        assertEq(vested(schedule, NOW + 30 days), 1_000e18);
        assertEq(vested(schedule, NOW + 60 days - 1), 1_000e18);
        assertEq(vested(schedule, NOW + 47 * 30 days), 47_000e18);
        assertEq(vested(schedule, NOW + 48 * 30 days - 1), 47_000e18);
        assertEq(vested(schedule, NOW + 48 * 30 days), AMOUNT);
    }

    function test_TOKEN_40_ImmediatePartIsDueAtTheStart() public pure {
        VestingSchedule schedule = toVestingSchedule(NOW, 100, 1000, 0, 2_500);
        assertEq(vested(schedule, NOW - 1), 0);
        assertEq(vested(schedule, NOW), 12_000e18);
        assertEq(vested(schedule, NOW + 99), 12_000e18);
        assertEq(vested(schedule, NOW + 100), 12_000e18 + 3_600e18);
        assertEq(vested(schedule, NOW + 1000), AMOUNT);
    }

    function test_TOKEN_40_AllPartsMix() public pure {
        VestingSchedule schedule = toVestingSchedule(NOW, 10 days, 16 days, 4, 1_000);
        assertEq(vested(schedule, NOW + 10 days - 1), 4_800e18);
        // Two of four steps are over at the cliff.
        assertEq(vested(schedule, NOW + 10 days), 4_800e18 + 21_600e18);
        assertEq(vested(schedule, NOW + 12 days), 4_800e18 + 32_400e18);
        assertEq(vested(schedule, NOW + 16 days), AMOUNT);
    }

    function test_TOKEN_40_NoDurationIsAllAtTheStart() public pure {
        VestingSchedule schedule = toVestingSchedule(NOW, 0, 0, 0, 0);
        assertEq(vested(schedule, NOW - 1), 0);
        assertEq(vested(schedule, NOW), AMOUNT);
    }

    function testFuzz_TOKEN_40_VestedIsMonotoneAndExactAtTheEnd(
        uint256 seed,
        uint96 amount,
        uint40 time,
        uint40 later
    ) public view {
        VestingSchedule schedule = anySchedule(seed);
        if (time > later) (time, later) = (later, time);
        uint256 now_ = VestingMath.vestedDown(amount, schedule, time);
        assertLe(now_, VestingMath.vestedDown(amount, schedule, later));
        assertLe(now_, amount);
        uint256 end = schedule.start() + schedule.duration();
        assertEq(VestingMath.vestedDown(amount, schedule, end), amount);
        assertEq(VestingMath.vestedDown(amount, schedule, type(uint40).max), amount);
        if (!schedule.isAtOnce()) assertEq(VestingMath.vestedDown(amount, schedule, schedule.start() - 1), 0);
    }

    /// The same around the instants where something happens, where random times rarely fall.
    function testFuzz_TOKEN_40_VestedIsMonotoneAtTheEdges(uint256 seed, uint96 amount) public view {
        VestingSchedule schedule = anySchedule(seed);
        uint256 steps = schedule.steps() == 0 ? 1 : schedule.steps();
        uint256[4] memory edges = [
            schedule.start(),
            schedule.start() + schedule.cliff(),
            schedule.start() + (schedule.duration() / steps) * (1 + (seed % steps)),
            schedule.start() + schedule.duration()
        ];
        for (uint256 i; i < 4; ++i) {
            if (edges[i] == 0) continue;
            uint256 reached = VestingMath.vestedDown(amount, schedule, edges[i]);
            assertLe(VestingMath.vestedDown(amount, schedule, edges[i] - 1), reached);
            assertLe(reached, VestingMath.vestedDown(amount, schedule, edges[i] + 1));
        }
    }

    /// Against the definition: each step is counted on its own, and rounding never owes more than a wei.
    function testFuzz_TOKEN_40_AgainstReference(uint256 seed, uint96 amount, uint256 time) public view {
        VestingSchedule schedule = anySchedule(seed);
        time = schedule.start() + (time % (schedule.duration() + 2));
        uint256 expected = definition(amount, schedule, time);
        uint256 actual = VestingMath.vestedDown(amount, schedule, time);
        assertLe(actual, expected);
        assertLe(expected - actual, 1, "more than a rounding");
    }

    function definition(uint256 amount, VestingSchedule schedule, uint256 time) private pure returns (uint256) {
        if (schedule.isAtOnce()) return amount;
        uint256 end = schedule.start() + schedule.duration();
        if (time >= end) return amount;
        uint256 parts;
        uint256 total = schedule.steps() == 0 ? schedule.duration() : schedule.steps();
        if (time >= schedule.start() + schedule.cliff()) {
            if (schedule.steps() == 0) {
                parts = time - schedule.start();
            } else {
                uint256 step = schedule.duration() / total;
                for (uint256 i = 1; i <= total; ++i) if (time >= schedule.start() + i * step) ++parts;
            }
        }
        uint256 bps = schedule.immediateBps();
        return (amount * (bps * total + (10_000 - bps) * parts)) / (10_000 * total);
    }
}
