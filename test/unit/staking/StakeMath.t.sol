// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {StakeMath} from "../../../contracts/staking/libraries/StakeMath.sol";

/// @dev Small numbers are where roundings show: amounts of 1 to 60 beside the whole range.
contract StakeMathTest is Test {
    uint256 private constant SUPPLY = 1e27;

    function testFuzz_SharesRoundAsNamed(uint256 tokens, uint256 factor) public pure {
        tokens = bound(tokens, 0, SUPPLY);
        factor = bound(factor, 1, StakeMath.WAD);
        uint256 down = StakeMath.sharesDown(tokens, factor);
        uint256 up = StakeMath.sharesUp(tokens, factor);
        assertLe(down * factor, tokens * StakeMath.WAD);
        assertGe(up * factor, tokens * StakeMath.WAD);
        assertLe(up - down, 1);
    }

    function testFuzz_SlashNeverRoundsToNothing(uint256 amount, uint256 bps) public pure {
        amount = bound(amount, 1, 60);
        bps = bound(bps, 1, 10_000);
        assertGe(StakeMath.bpsUp(amount, bps), 1);
        assertLe(StakeMath.bpsUp(amount, bps), amount);
        assertLe(StakeMath.bpsDown(amount, bps), StakeMath.bpsUp(amount, bps));
    }

    function testFuzz_STAKING_20_PositionsNeverExceedTheSlashedPool(
        uint256 a,
        uint256 b,
        uint256 cut,
        bool tiny
    ) public pure {
        uint256 most = tiny ? 60 : SUPPLY / 2;
        a = bound(a, 1, most);
        b = bound(b, 1, most);
        uint256 pool = a + b;
        cut = bound(cut, 0, pool);
        uint256 factor = StakeMath.factorDown(StakeMath.WAD, pool, cut);
        uint256 worthA = StakeMath.valueDown(a, StakeMath.WAD, factor);
        uint256 worthB = StakeMath.valueDown(b, StakeMath.WAD, factor);
        assertLe(worthA + worthB, pool - cut);
        assertLe(worthA, a);
    }

    /// Two positions, the commission of a third and of one that comes late: together at most what all of them earned.
    function testFuzz_STAKING_08_RewardsNeverExceedTheGross(
        uint256 a,
        uint256 b,
        uint256 growth,
        uint256 factor,
        uint256 bps,
        bool tiny
    ) public pure {
        uint256 most = tiny ? 60 : SUPPLY / 2;
        a = bound(a, 1, most);
        b = bound(b, 1, most);
        growth = bound(growth, 0, tiny ? 60 * StakeMath.INDEX : 2 ** 90 - 1);
        factor = bound(factor, 1e12, StakeMath.WAD);
        bps = bound(bps, 0, 5_000);
        uint256 perShare = StakeMath.perShareDown(growth, factor, bps);
        assertLt(perShare, 2 ** 128);
        uint256 paid =
            StakeMath.rewardDown(StakeMath.sharesDown(a, factor), perShare) +
                StakeMath.rewardDown(StakeMath.sharesDown(b, factor), perShare);
        uint256 gross = StakeMath.grossDown(a + b, growth);
        assertLe(paid + StakeMath.bpsDown(gross, bps), ((a + b) * growth) / StakeMath.INDEX);
        assertLe(StakeMath.grossUp(a, growth) + StakeMath.grossUp(b, growth), gross + 2);
        assertGe(StakeMath.grossUp(a, growth), StakeMath.grossDown(a, growth));
    }

    function testFuzz_DebtNeverCreatesReward(uint256 reward, uint256 tokens, uint256 factor) public pure {
        reward = bound(reward, 0, SUPPLY);
        tokens = bound(tokens, 1e18, SUPPLY);
        factor = bound(factor, 1e12, StakeMath.WAD);
        uint256 debt = StakeMath.debtDown(reward, StakeMath.sharesUp(tokens, factor));
        assertLe(StakeMath.rewardDown(StakeMath.sharesDown(tokens, factor), debt), reward);
        assertLt(debt, 2 ** 127);
    }

    function testFuzz_STAKING_07_IndexStaysInItsWord(uint256 amount, uint256 elapsed, uint256 active) public pure {
        amount = bound(amount, 0, SUPPLY);
        elapsed = bound(elapsed, 1, 3_650 days);
        active = bound(active, 1_000e18, SUPPLY);
        uint256 rate = (amount * StakeMath.RATE) / elapsed;
        uint256 growth = StakeMath.indexGrowthDown(rate, elapsed, active);
        assertLt(growth, 2 ** 90);
        assertLe(StakeMath.grossDown(active, growth), amount);
    }

    function test_PartOfAnEmptyWhole() public pure {
        assertEq(StakeMath.partDown(5, 5, 0), 0);
    }
}
