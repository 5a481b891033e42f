// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RateLimiter} from "@chainlink/contracts-ccip/contracts/libraries/RateLimiter.sol";
import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {LockLedger} from "../../../contracts/bridge/LockLedger.sol";
import {OpenLockPool} from "../../../contracts/bridge/OpenLockPool.sol";
import {BridgeHandler} from "./BridgeHandler.t.sol";

contract BridgeInvariants is Test {
    BridgeHandler private handler;
    LockLedger private ledger;
    uint64[3] private chains;

    function setUp() public {
        vm.warp(1_800_000_000);
        handler = new BridgeHandler();
        ledger = handler.ledger();
        chains = [handler.BASE(), handler.POLYGON(), handler.ROGUE()];
        targetContract(address(handler));
    }

    function invariant_BRIDGE_01_SpokeSupplyAndInFlightIsLocked() public view {
        for (uint256 i; i < 2; ++i) {
            assertEq(handler.spokeSupply(chains[i]) + handler.inFlight(chains[i]), _out(chains[i]));
        }
    }

    function invariant_BRIDGE_03_PoolsHoldWhatIsOut() public view {
        uint256 held;
        for (uint256 i; i < handler.poolCount(); ++i) held += handler.token().balanceOf(address(handler.pools(i)));
        assertEq(held, _out(chains[0]) + _out(chains[1]) + _out(chains[2]) + handler.donated());
    }

    function invariant_BRIDGE_04_ReleasedWithinLocked() public view {
        for (uint256 i; i < 3; ++i) assertLe(ledger.releasedOf(chains[i]), ledger.lockedIn(chains[i]));
        assertEq(handler.token().balanceOf(handler.attacker()), ledger.releasedOf(chains[2]));
    }

    function invariant_BRIDGE_07_PastTotalsStand() public view {
        for (uint256 i; i < handler.momentCount(); ++i) {
            (uint64 chain, uint256 time, uint256 locked) = handler.moments(i);
            assertEq(ledger.lockedInAt(chain, time), locked);
        }
    }

    function invariant_BRIDGE_21_LimitsStayWithinWhatWasSet() public view {
        for (uint256 i; i < handler.poolCount(); ++i) {
            OpenLockPool pool = handler.pools(i);
            for (uint256 j; j < 2; ++j) {
                RateLimiter.TokenBucket memory out = pool.getCurrentOutboundRateLimiterState(chains[j]);
                RateLimiter.TokenBucket memory inn = pool.getCurrentInboundRateLimiterState(chains[j]);
                assertTrue(out.isEnabled && inn.isEnabled);
                assertTrue(out.capacity <= handler.OUT_CAPACITY() && out.rate <= handler.OUT_RATE());
                assertTrue(inn.capacity <= handler.IN_CAPACITY() && inn.rate <= handler.IN_RATE());
            }
        }
    }

    /// Every kind of step can go through: otherwise the invariants would hold of nothing.
    function test_Handler_ReachesEveryKindOfStep() public {
        handler.send(0, 500e18);
        handler.deliver(0);
        handler.sendBack(0, 200e18);
        handler.deliver(0);
        handler.fund(100e18);
        handler.steal(100e18, 0);
        handler.lower(0, 1e18, 1e17);
        handler.restore(0, true);
        handler.nominate();
        handler.appoint(true);
        handler.finish();
        handler.pass(0);
        bytes32[9] memory kinds = [
            bytes32("locked"),
            "minted",
            "burned",
            "released",
            "stolen",
            "lowered",
            "restored",
            "rotated",
            "finished"
        ];
        for (uint256 i; i < kinds.length; ++i) assertGt(handler.done(kinds[i]), 0, string(bytes.concat(kinds[i])));
        assertEq(ledger.pool(), address(handler.pools(1)));
        assertEq(handler.momentCount(), 1);
    }

    function _out(uint64 chain) private view returns (uint256) {
        return ledger.lockedIn(chain) - ledger.releasedOf(chain);
    }
}
