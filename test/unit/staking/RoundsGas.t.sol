// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {console2} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/console2.sol";

import {RoundsFixture} from "./RoundsFixture.sol";

/// @dev Gas inside the call, cold; the bench adds what a transaction costs around it.
contract RoundsGasTest is RoundsFixture {
    function test_SnapshotAndSubmit_15Of21() public {
        _measure(21, 15);
    }

    function test_SnapshotAndSubmit_67Of100() public {
        _measure(100, 67);
    }

    function _measure(uint256 members, uint256 signers) private {
        newMembers(members);
        string memory what = string.concat(vm.toString(signers), " of ", vm.toString(members));
        uint256 gas = _send(abi.encodeCall(accountability.snapshotSet, ()));
        console2.log(string.concat("snapshotSet ", vm.toString(members)), gas);
        uint64 about = round();
        uint256 places = firstPlaces(signers);
        bytes memory call = abi.encodeCall(
            accountability.submitRound,
            (about, ROOT, places, signRound(about, ROOT, places))
        );
        console2.log(string.concat("submitRound ", what), _send(call));
        uint256 last = 1 << signers;
        call = abi.encodeCall(accountability.addSignatures, (about, last, signRound(about, ROOT, last)));
        console2.log(string.concat("addSignatures 1, ", what), _send(call));
        call = abi.encodeCall(
            accountability.heartbeat,
            (about, signers + 1, signBeat(about, signers + 1))
        );
        console2.log(string.concat("heartbeat, ", what), _send(call));
        skip(1 days);
        certifyDays(31, places);
        skip(3 days);
        call = abi.encodeCall(accountability.jailDowntime, (ids[members - 1]));
        console2.log(string.concat("jailDowntime, first, ", what), _send(call));
    }

    /// @dev What the transaction costs: intrinsic gas and calldata included, with everything cold.
    function _send(bytes memory data) private returns (uint256 gas) {
        vm.cool(address(accountability));
        vm.cool(address(core));
        vm.cool(address(xnode));
        vm.cool(address(token));
        uint256 before = gasleft();
        (bool ok, ) = address(accountability).call(data);
        gas = before - gasleft() + 21_000;
        for (uint256 i = 0; i < data.length; ++i) gas += data[i] == 0 ? 4 : 16;
        assertTrue(ok);
    }
}
