// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {IGovernorLifecycle} from "../../../contracts/governance/interfaces/IGovernorLifecycle.sol";
import {IGovernorProposeBySig} from "../../../contracts/governance/interfaces/IGovernorProposeBySig.sol";
import {GovernanceSigner} from "../../helpers/GovernanceSigner.sol";

contract GovernorLifecycleTest is GovernanceSigner {
    bytes32 private constant QUEUED_ONLY = bytes32(uint256(1) << uint8(IGovernor.ProposalState.Queued));
    bytes32 private constant SUCCEEDED_ONLY = bytes32(uint256(1) << uint8(IGovernor.ProposalState.Succeeded));

    function test_ProposerCancelsWhilePending() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(alice, p);
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalCanceled(id);
        _cancel(alice, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_ProposerCancelsWhileActive() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _proposeActive(alice, p);
        _cancel(alice, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_ProposerCancelsWhenSucceeded() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _passed(p);
        _cancel(alice, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_GOVERNANCE_50_ProposerCancelsWhenQueued() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _ready(p);
        assertTrue(timelock.isOperation(_operation(p)));
        _cancel(alice, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
        assertFalse(timelock.isOperation(_operation(p)));
        vm.expectRevert(_unexpected(id, IGovernor.ProposalState.Canceled, QUEUED_ONLY));
        _execute(p);
    }

    function test_RevertWhen_ProposerCancelsDefeated() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(alice, p);
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Defeated);
        _assertCannotCancel(alice, id, p);
    }

    function test_GOVERNANCE_50_RevertWhen_ProposerCancelsExecuted() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _executed(p);
        _assertCannotCancel(alice, id, p);
    }

    function test_RevertWhen_ProposerCancelsExpired() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _ready(p);
        skip(GRACE + 1);
        _assertCannotCancel(alice, id, p);
    }

    function test_RevertWhen_StrangerCancels() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(alice, p);
        _assertCannotCancel(stranger, id, p);
        vm.warp(governor.proposalSnapshot(id) + 1);
        _assertCannotCancel(stranger, id, p);
    }

    function test_RevertWhen_UnknownProposalCancelled() public {
        Proposal memory p = _grant(1e18);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorNonexistentProposal.selector, _idOf(p)));
        _cancel(alice, p);
    }

    function test_GOVERNANCE_51_AnyoneCancelsOnceProposerStaysBelowThreshold() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(dave, p);
        vm.prank(dave);
        token.transfer(idle, 1);
        skip(1 hours);
        // The checkpoint an hour and a second ago still shows the threshold.
        _assertCannotCancel(stranger, id, p);
        skip(1);
        _cancel(stranger, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_AnyoneCancelsActiveBelowThreshold() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _proposeActive(dave, p);
        vm.prank(dave);
        token.transfer(idle, 1);
        skip(1 hours + 1);
        _cancel(stranger, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_RevertWhen_ProposerCameBack() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(dave, p);
        vm.prank(dave);
        token.transfer(idle, 1);
        skip(2 hours);
        vm.prank(idle);
        token.transfer(dave, 1);
        skip(1);
        _assertCannotCancel(stranger, id, p);
    }

    function test_GOVERNANCE_51_RevertWhen_ProposerDippedForABlock() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(dave, p);
        vm.prank(dave);
        token.transfer(idle, 1);
        skip(12);
        _assertCannotCancel(stranger, id, p);
    }

    function test_RevertWhen_BelowThresholdAfterTheVote() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _proposeActive(dave, p);
        _vote(alice, id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
        vm.prank(dave);
        token.transfer(idle, 1);
        skip(1 days);
        _assertState(id, IGovernor.ProposalState.Succeeded);
        _assertCannotCancel(stranger, id, p);
    }

    function test_GOVERNANCE_03_RevertWhen_ProposerHasALiveProposal() public {
        uint256 id = _propose(alice, _grant(1e18));
        assertEq(governor.latestProposal(alice), id);
        bytes memory err = abi.encodeWithSelector(
            IGovernorLifecycle.GovernorLifecycle_ProposerHasLiveProposal.selector,
            alice,
            id
        );
        vm.expectRevert(err);
        _propose(alice, _grant(2e18));
        vm.warp(governor.proposalDeadline(id));
        vm.expectRevert(err);
        _propose(alice, _grant(2e18));
    }

    function test_ProposesAgainAfterTheVote() public {
        uint256 id = _propose(alice, _grant(1e18));
        vm.warp(governor.proposalDeadline(id) + 1);
        assertEq(governor.latestProposal(alice), id);
        uint256 next = _propose(alice, _grant(2e18));
        assertEq(governor.latestProposal(alice), next);
    }

    function test_ProposesAgainAfterCancelling() public {
        _propose(alice, _grant(1e18));
        _cancel(alice, _grant(1e18));
        _propose(alice, _grant(2e18));
    }

    function test_OthersProposeMeanwhile() public {
        _propose(alice, _grant(1e18));
        uint256 id = _propose(bob, _grant(2e18));
        _assertState(id, IGovernor.ProposalState.Pending);
    }

    function test_SucceededStaysUsableForTheGracePeriod() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _passed(p);
        vm.warp(governor.proposalDeadline(id) + GRACE);
        _queue(p);
        _assertState(id, IGovernor.ProposalState.Queued);
    }

    function test_GOVERNANCE_41_RevertWhen_QueuedAfterTheGracePeriod() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _passed(p);
        vm.warp(governor.proposalDeadline(id) + GRACE + 1);
        _assertState(id, IGovernor.ProposalState.Expired);
        vm.expectRevert(_unexpected(id, IGovernor.ProposalState.Expired, SUCCEEDED_ONLY));
        _queue(p);
    }

    function test_QueuedStaysExecutableForTheGracePeriod() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _queued(p);
        vm.warp(governor.proposalEta(id) + GRACE);
        _execute(p);
        assertEq(token.balanceOf(grantee), 1e18);
    }

    function test_GOVERNANCE_41_RevertWhen_ExecutedAfterTheGracePeriod() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _queued(p);
        vm.warp(governor.proposalEta(id) + GRACE + 1);
        _assertState(id, IGovernor.ProposalState.Expired);
        vm.expectRevert(_unexpected(id, IGovernor.ProposalState.Expired, QUEUED_ONLY));
        _execute(p);
        assertEq(token.balanceOf(grantee), 0);
    }

    function test_GOVERNANCE_01_ProposeBySig() public {
        Proposal memory p = _grant(1e18);
        _add(p, grantee, 1 ether, "");
        bytes memory signature = _signProposal(aliceKey, p, alice, 0, block.timestamp);
        vm.prank(stranger);
        uint256 id = _proposeBySig(p, alice, block.timestamp, signature);
        assertEq(governor.proposalProposer(id), alice);
        assertEq(governor.latestProposal(alice), id);
        assertEq(governor.latestProposal(stranger), 0);
        assertEq(governor.nonces(alice), 1);
        _assertState(id, IGovernor.ProposalState.Pending);
    }

    function test_ProposeBySigOfAContractWallet() public {
        Proposal memory p = _grant(1e18);
        bytes memory signature = _signProposal(walletKey, p, address(wallet), 0, block.timestamp);
        uint256 id = _proposeBySig(p, address(wallet), block.timestamp, signature);
        assertEq(governor.proposalProposer(id), address(wallet));
    }

    function test_RevertWhen_ContractWalletDidNotSign() public {
        Proposal memory p = _grant(1e18);
        bytes memory signature = _signProposal(aliceKey, p, address(wallet), 0, block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, address(wallet)));
        _proposeBySig(p, address(wallet), block.timestamp, signature);
    }

    function test_RevertWhen_ProposalSignatureExpired() public {
        Proposal memory p = _grant(1e18);
        uint256 deadline = block.timestamp - 1;
        bytes memory signature = _signProposal(aliceKey, p, alice, 0, deadline);
        vm.expectRevert(
            abi.encodeWithSelector(IGovernorProposeBySig.GovernorProposeBySig_SignatureExpired.selector, deadline)
        );
        _proposeBySig(p, alice, deadline, signature);
    }

    function test_RevertWhen_ProposalSignatureReplayed() public {
        Proposal memory p = _grant(1e18);
        uint256 deadline = block.timestamp + 1 days;
        bytes memory signature = _signProposal(aliceKey, p, alice, 0, deadline);
        _proposeBySig(p, alice, deadline, signature);
        _cancel(alice, p);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, alice));
        _proposeBySig(p, alice, deadline, signature);
    }

    function test_GOVERNANCE_01_RevertWhen_SignedActionsAltered() public {
        Proposal memory p = _grant(1e18);
        bytes memory signature = _signProposal(aliceKey, p, alice, 0, block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, alice));
        _proposeBySig(_grant(2e18), alice, block.timestamp, signature);
    }

    function test_RevertWhen_SignerBelowThreshold() public {
        (address frank, uint256 frankKey) = makeAddrAndKey("frank");
        Proposal memory p = _grant(1e18);
        bytes memory signature = _signProposal(frankKey, p, frank, 0, block.timestamp);
        vm.expectRevert(
            abi.encodeWithSelector(IGovernor.GovernorInsufficientProposerVotes.selector, frank, 0, THRESHOLD)
        );
        _proposeBySig(p, frank, block.timestamp, signature);
    }

    function test_RevertWhen_SignedDescriptionNamesAnother() public {
        Proposal memory p = _grant(1e18);
        p.description = string.concat("Grant #proposer=", vm.toString(bob));
        bytes memory signature = _signProposal(aliceKey, p, alice, 0, block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorRestrictedProposer.selector, alice));
        _proposeBySig(p, alice, block.timestamp, signature);
    }

    function _proposeBySig(
        Proposal memory p,
        address proposer,
        uint256 deadline,
        bytes memory signature
    ) private returns (uint256) {
        return governor.proposeBySig(p.targets, p.values, p.calldatas, p.description, proposer, deadline, signature);
    }

    function _assertCannotCancel(address caller, uint256 id, Proposal memory p) private {
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, id, caller));
        _cancel(caller, p);
    }

    function _unexpected(
        uint256 id,
        IGovernor.ProposalState current,
        bytes32 expected
    ) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IGovernor.GovernorUnexpectedProposalState.selector, id, current, expected);
    }
}
