// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RelaySigner} from "../../helpers/RelaySigner.sol";

/// What a relayed vote costs: the whole transaction, cold, its 21,000 and calldata included.
contract VoteRelayGasTest is RelaySigner {
    uint256 private constant BAR = 75_000;

    address[] private _voters;
    uint256[] private _keys;

    function setUp() public override {
        super.setUp();
        vm.warp(governor.proposalDeadline(id) + 1);
        for (uint256 i = 0; i < 50; ++i) {
            (address voter, uint256 key) = _newVoter(string.concat("voter", vm.toString(i)), 10_000e18 + i);
            _voters.push(voter);
            _keys.push(key);
        }
        id = _proposeActive(alice, _grant(3e18));
        // A proposal that somebody voted on before, a pot that paid before.
        _relay(_ballot(id, bob, bobKey, FOR));
    }

    function test_GOVERNANCE_66_BatchOfFiftyVotes() public {
        bytes[] memory items = new bytes[](50);
        for (uint256 i = 0; i < 50; ++i) items[i] = _ballot(id, _voters[i], _keys[i], FOR);
        (uint256 perVoter, uint256 refunded) = _measure(items);
        emit log_named_uint("relayed vote, batch of 50, gas per voter", perVoter);
        emit log_named_uint("  of which refunded", refunded);
        assertLe(perVoter, BAR);
        // The relayer is whole but for its share of the transaction's own cost.
        assertGe(refunded * 100, perVoter * 95);
        assertLe(refunded, perVoter);
    }

    function test_BatchOfFiftyChanges() public {
        for (uint256 i = 0; i < 50; ++i) _vote(_voters[i], id, FOR);
        bytes[] memory items = new bytes[](50);
        for (uint256 i = 0; i < 50; ++i) {
            items[i] = _change(_voters[i], _keys[i], AGAINST, "", _nonce(_voters[i], id));
        }
        (uint256 perVoter, uint256 refunded) = _measure(items);
        emit log_named_uint("relayed change, batch of 50, gas per voter", perVoter);
        emit log_named_uint("  of which refunded", refunded);
        assertLe(perVoter, BAR);
        assertLe(refunded, perVoter);
    }

    function test_BatchOfFiftyDelegations() public {
        bytes[] memory items = new bytes[](50);
        for (uint256 i = 0; i < 50; ++i) items[i] = _delegation(_voters[i], _keys[i], carol);
        (uint256 perVoter, uint256 refunded) = _measure(items);
        emit log_named_uint("relayed delegation, batch of 50, gas per delegator", perVoter);
        emit log_named_uint("  of which refunded", refunded);
        assertLe(refunded, perVoter);
    }

    function test_SingleVoteCostsLessWithoutTheRelay() public {
        (uint256 perVoter, ) = _measure(_batch(_ballot(id, _voters[0], _keys[0], FOR)));
        emit log_named_uint("relayed vote alone, gas", perVoter);
        vm.cool(address(governor));
        vm.cool(address(token));
        bytes memory data = _ballot(id, _voters[1], _keys[1], FOR);
        uint256 before = gasleft();
        (bool success, ) = address(governor).call(data);
        uint256 used = before - gasleft();
        assertTrue(success);
        uint256 direct = used + 21_000 + _calldataGas(data);
        emit log_named_uint("castVoteBySig without the relay, gas", direct);
        assertLt(direct, perVoter);
    }

    /// The gas of the transaction per item, and for how much of it the refund pays.
    function _measure(bytes[] memory items) private returns (uint256 perItem, uint256 refunded) {
        bytes memory data = abi.encodeCall(relay.relay, (items));
        vm.cool(address(governor));
        vm.cool(address(token));
        vm.cool(address(relay));
        vm.prank(relayer);
        uint256 before = gasleft();
        (bool success, bytes memory result) = address(relay).call(data);
        uint256 used = before - gasleft();
        assertTrue(success);
        (uint256 relayed, uint256 refund) = abi.decode(result, (uint256, uint256));
        assertEq(relayed, items.length);
        perItem = (used + 21_000 + _calldataGas(data)) / items.length;
        refunded = refund / GAS_PRICE / items.length;
    }

    function _calldataGas(bytes memory data) private pure returns (uint256 gas) {
        for (uint256 i = 0; i < data.length; ++i) gas += data[i] == 0 ? 4 : 16;
    }
}
