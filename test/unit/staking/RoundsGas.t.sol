// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RoundsFixture} from "./RoundsFixture.sol";

/// @dev Gas of whole transactions: every call of the test is one, cold, with its 21,000 and calldata.
/// forge-config: default.isolate = true
contract RoundsGasTest is RoundsFixture {
    function test_GasOf15Of21() public {
        newMembers(21);
        accountability.snapshotSet();
        _within("snapshotSet 21", 325_000);
        _submit(15);
        _within("submitRound 15 of 21", 225_000);
        _beat(15);
        _within("heartbeat of 21", 60_000);
        _jail(15, 20);
        _within("jailDowntime of 21", 280_000);
    }

    function test_GasOf67Of100() public {
        newMembers(100);
        accountability.snapshotSet();
        _within("snapshotSet 100", 1_250_000);
        _submit(67);
        _within("submitRound 67 of 100", 700_000);
        _beat(67);
        _within("heartbeat of 100", 60_000);
        accountability.addSignatures(round(), 1 << 68, signRound(round(), ROOT, 1 << 68));
        _within("addSignatures 1 of 100", 65_000);
        _jail(67, 99);
        _within("jailDowntime of 100", 320_000);
    }

    function _submit(uint256 signers) private {
        submit(round(), ROOT, firstPlaces(signers));
    }

    function _beat(uint256 place) private {
        accountability.heartbeat(round(), place, signBeat(round(), place));
    }

    /// @dev After 32 certified rounds, over six sets.
    function _jail(uint256 signers, uint256 absent) private {
        skip(1 days);
        certifyDays(31, firstPlaces(signers));
        skip(3 days);
        accountability.jailDowntime(ids[absent]);
    }

    function _within(string memory what, uint256 most) private {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        emit log_named_uint(what, used);
        assertLe(used, most, what);
    }
}
