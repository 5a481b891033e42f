// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {GovernanceSigner} from "../../helpers/GovernanceSigner.sol";

/// @dev What votes cost, so that a change of the governor cannot make them dearer unseen. Gas of the call with cold
/// access, without the 21,000 and the calldata of a transaction, which are added here as {_transaction} says.
/// forge-config: default.isolate = true
contract GovernorGasTest is GovernanceSigner {
    // The bars, of whole transactions.
    uint256 private constant PROPOSE = 110_000;
    uint256 private constant VOTE = 76_000;
    uint256 private constant SIGNED_VOTE = 108_000;

    function test_Gas() public {
        Proposal memory p = _single(grantee, 1 ether, "");
        bytes memory data = abi.encodeCall(governor.propose, (p.targets, p.values, p.calldatas, p.description));
        emit log_named_uint("propose", _send(alice, data));
        uint256 id = _idOf(p);
        vm.warp(governor.proposalSnapshot(id) + 1);
        emit log_named_uint("first vote", _send(bob, abi.encodeCall(governor.castVote, (id, FOR))));
        emit log_named_uint("later vote", _send(carol, abi.encodeCall(governor.castVote, (id, FOR))));
        bytes memory sig = _signBallot(aliceKey, id, FOR, alice, governor.nonces(alice, uint192(id)));
        emit log_named_uint("signed", _send(stranger, abi.encodeCall(governor.castVoteBySig, (id, FOR, alice, sig))));
        emit log_named_uint("abstain", _send(dave, abi.encodeCall(governor.castVote, (id, ABSTAIN))));
        emit log_named_uint("abstain later", _send(erin, abi.encodeCall(governor.castVote, (id, ABSTAIN))));
        vm.warp(governor.proposalDeadline(id) + 1);
        bytes32 hash = keccak256(bytes(p.description));
        emit log_named_uint("queue", _send(stranger, abi.encodeCall(governor.queue, (p.targets, p.values, p.calldatas, hash))));
        vm.warp(governor.proposalEta(id));
        emit log_named_uint("execute", _send(stranger, abi.encodeCall(governor.execute, (p.targets, p.values, p.calldatas, hash))));
    }

    function _send(address from, bytes memory data) private returns (uint256 gas) {
        vm.cool(address(governor));
        vm.cool(address(token));
        vm.cool(address(timelock));
        vm.cool(address(list));
        vm.prank(from);
        uint256 before = gasleft();
        (bool done, ) = address(governor).call(data);
        gas = before - gasleft();
        require(done);
        uint256 tokens;
        for (uint256 i = 0; i < data.length; ++i) tokens += data[i] == 0 ? 4 : 16;
        gas += 21_000 + tokens;
    }
}
