// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {GovernanceSigner} from "../../helpers/GovernanceSigner.sol";

/// @dev Gas of whole transactions: every call of the test is one, cold, with its 21,000 and calldata.
/// forge-config: default.isolate = true
contract GovernorGasTest is GovernanceSigner {
    Proposal private payment;
    uint256 private id;

    function setUp() public override {
        super.setUp();
        // The second proposal of the same people, so that nothing is their first.
        _executed(_single(grantee, 1 ether, ""));
        payment = _single(grantee, 1 ether, "");
        payment.description = "Pay the second invoice";
        id = _propose(alice, payment);
        vm.warp(governor.proposalSnapshot(id) + 1);
        _vote(bob, id, FOR);
    }

    function test_GasOfAProposal() public {
        _vote(alice, id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
        payment.description = "Pay the third invoice";
        _propose(alice, payment);
        _within("propose", 95_000);
    }

    function test_GasOfVotes() public {
        _vote(carol, id, FOR);
        _within("castVote", 71_000);
        _vote(dave, id, ABSTAIN);
        _within("castVote, first abstain", 88_000);
    }

    function test_GasOfASignedVote() public {
        bytes memory signature = _signBallot(aliceKey, id, FOR, alice, governor.nonces(alice, uint192(id)));
        vm.prank(stranger);
        governor.castVoteBySig(id, FOR, alice, signature);
        _within("castVoteBySig", 84_000);
    }

    function test_GasOfASignedVoteWithThePlainNonce() public {
        bytes memory signature = _signBallot(aliceKey, id, FOR, alice, governor.nonces(alice));
        vm.prank(stranger);
        governor.castVoteBySig(id, FOR, alice, signature);
        _within("castVoteBySig, plain nonce", 112_000);
    }

    function test_GasOfAChange() public {
        vm.prank(bob);
        governor.changeVote(id, AGAINST, "", "");
        _within("changeVote", 62_000);
    }

    function test_GasOfQueueAndExecute() public {
        vm.warp(governor.proposalDeadline(id) + 1);
        _queue(payment);
        _within("queue", 160_000);
        vm.warp(governor.proposalEta(id));
        _execute(payment);
        _within("execute", 125_000);
    }

    function _within(string memory what, uint256 most) private {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        emit log_named_uint(what, used);
        assertLe(used, most, what);
    }
}
