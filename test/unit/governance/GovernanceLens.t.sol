// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {GovernanceLens} from "../../../contracts/governance/GovernanceLens.sol";
import {IGovernanceLens} from "../../../contracts/governance/interfaces/IGovernanceLens.sol";
import {GovernanceSigner} from "../../helpers/GovernanceSigner.sol";

/// @dev Holds OPEN for accounts, or delivers it, as registered.
contract Depot {
    function put(address token, address account, uint256 value) external {
        _call(token, abi.encodeWithSignature("escrowIn(address,address,uint256)", account, account, value));
    }

    function send(address token, address to, uint256 value) external {
        _call(token, abi.encodeWithSignature("transfer(address,uint256)", to, value));
    }

    function _call(address token, bytes memory data) private {
        (bool success, ) = token.call(data);
        require(success);
    }
}

contract GovernanceLensTest is GovernanceSigner {
    GovernanceLens private lens;

    function setUp() public override {
        super.setUp();
        lens = new GovernanceLens(payable(address(governor)));
    }

    function test_ReadsTheGovernor() public view {
        assertEq(lens.governor(), address(governor));
    }

    function test_UnknownProposalIsEmpty() public view {
        IGovernanceLens.Proposal memory p = lens.getProposal(7, alice);
        assertEq(p.proposalId, 7);
        assertFalse(p.exists);
        assertEq(abi.encode(p.schedule), abi.encode(_emptySchedule()));
        assertEq(p.voter.votesNow, 0);
    }

    function test_Pending() public {
        uint256 id = _propose(dave, _grant(1e18));
        IGovernanceLens.Proposal memory p = lens.getProposal(id, alice);
        assertTrue(p.exists);
        assertEq(uint8(p.state), uint8(IGovernor.ProposalState.Pending));
        assertEq(uint8(p.class), 0);
        assertEq(p.proposer, dave);
        assertEq(p.proposerVotes, THRESHOLD);
        assertEq(p.threshold, THRESHOLD);
        assertEq(p.schedule.snapshot, block.timestamp + VOTING_DELAY);
        assertEq(p.schedule.deadline, block.timestamp + VOTING_DELAY + VOTING_PERIOD);
        assertEq(p.schedule.originalDeadline, p.schedule.deadline);
        assertEq(p.schedule.latestDeadline, p.schedule.deadline + 2 * SWING_WINDOW);
        assertEq(p.schedule.eta, 0);
        assertEq(p.schedule.approvalExpiry, 0);
        assertFalse(p.tally.isQuorumFixed);
        assertEq(p.tally.quorum, STANDARD_QUORUM);
        assertFalse(p.tally.isPassing);
        assertEq(p.voter.votes, 50_000_000e18);
        assertEq(p.voter.votesNow, 50_000_000e18);
    }

    function test_QuorumAheadOfAConstitutionalProposal() public {
        uint256 id = _propose(dave, _setting(abi.encodeCall(governor.setVotingDelay, (4 days))));
        IGovernanceLens.Proposal memory p = lens.getProposal(id, address(0));
        assertEq(uint8(p.class), 1);
        assertEq(p.tally.quorum, CONSTITUTIONAL_QUORUM);
        vm.warp(p.schedule.snapshot + 1);
        p = lens.getProposal(id, address(0));
        assertTrue(p.tally.isQuorumFixed);
        assertEq(p.tally.quorum, governor.proposalQuorum(id));
        assertEq(p.tally.quorum, CONSTITUTIONAL_QUORUM);
    }

    /// At the snapshot itself the proposal is pending and the quorum cannot be read yet.
    function test_AtTheSnapshot() public {
        uint256 id = _propose(dave, _grant(1e18));
        vm.warp(governor.proposalSnapshot(id));
        IGovernanceLens.Proposal memory p = lens.getProposal(id, alice);
        assertEq(uint8(p.state), uint8(IGovernor.ProposalState.Pending));
        assertFalse(p.tally.isQuorumFixed);
        assertEq(p.voter.votes, 50_000_000e18);
    }

    function test_GOVERNANCE_70_Active() public {
        uint256 id = _proposeActive(dave, _grant(1e18));
        _vote(bob, id, AGAINST);
        vm.prank(alice);
        governor.castVoteWithReasonAndParams(id, SPLIT, "", _split(1e18, 2e18, 3e18));
        IGovernanceLens.Proposal memory p = lens.getProposal(id, alice);
        assertEq(uint8(p.state), uint8(IGovernor.ProposalState.Active));
        assertEq(p.tally.againstVotes, 30_000_001e18);
        assertEq(p.tally.forVotes, 2e18);
        assertEq(p.tally.abstainVotes, 3e18);
        assertEq(p.tally.quorum, STANDARD_QUORUM);
        assertEq(p.tally.forBar, 30_000_001e18);
        assertFalse(p.tally.isPassing);
        assertEq(p.voter.account, alice);
        assertEq(p.voter.againstVotes, 1e18);
        assertEq(p.voter.forVotes, 2e18);
        assertEq(p.voter.abstainVotes, 3e18);
        assertEq(p.voter.nonce, governor.nonces(alice, uint192(id)));
        assertEq(p.voter.delegatee, alice);
    }

    function test_ConstitutionalBarIsTwiceTheVotesAgainst() public {
        uint256 id = _proposeActive(dave, _setting(abi.encodeCall(governor.setVotingDelay, (4 days))));
        _vote(alice, id, FOR);
        _vote(bob, id, AGAINST);
        IGovernanceLens.Proposal memory p = lens.getProposal(id, address(0));
        assertEq(p.tally.forBar, 60_000_000e18);
        assertFalse(p.tally.isPassing);
        vm.prank(bob);
        governor.changeVote(id, ABSTAIN, "", "");
        assertTrue(lens.getProposal(id, address(0)).tally.isPassing);
    }

    function test_LateSwingShowsBothEnds() public {
        uint256 id = _proposeActive(dave, _grant(1e18));
        uint256 original = governor.proposalDeadline(id);
        vm.warp(original - 1 hours);
        _vote(alice, id, FOR);
        IGovernanceLens.Proposal memory p = lens.getProposal(id, address(0));
        assertEq(p.schedule.originalDeadline, original);
        assertEq(p.schedule.deadline, original - 1 hours + SWING_WINDOW);
        assertEq(p.schedule.latestDeadline, original + 2 * SWING_WINDOW);
        assertTrue(p.tally.isPassing);
    }

    function test_Succeeded() public {
        uint256 id = _passed(_grant(1e18));
        IGovernanceLens.Proposal memory p = lens.getProposal(id, alice);
        assertEq(uint8(p.state), uint8(IGovernor.ProposalState.Succeeded));
        assertEq(p.schedule.latestDeadline, p.schedule.deadline);
        assertEq(p.schedule.approvalExpiry, p.schedule.deadline + GRACE);
        vm.warp(p.schedule.approvalExpiry);
        _assertState(id, IGovernor.ProposalState.Succeeded);
        skip(1);
        p = lens.getProposal(id, alice);
        assertEq(uint8(p.state), uint8(IGovernor.ProposalState.Expired));
        assertEq(p.schedule.approvalExpiry, 0);
    }

    function test_Queued() public {
        uint256 id = _queued(_grant(1e18));
        IGovernanceLens.Proposal memory p = lens.getProposal(id, alice);
        assertEq(uint8(p.state), uint8(IGovernor.ProposalState.Queued));
        assertEq(p.schedule.eta, block.timestamp + TIMELOCK_DELAY);
        assertEq(p.schedule.approvalExpiry, p.schedule.eta + GRACE);
        assertTrue(p.tally.isPassing);
    }

    function test_ProposerAndCouncilCancelLiveProposals() public {
        Proposal memory proposal = _grant(1e18);
        uint256 id = _propose(alice, proposal);
        _assertCancelling(id, true, true, false);
        vm.warp(governor.proposalSnapshot(id) + 1);
        _assertCancelling(id, true, true, false);
        _vote(alice, id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertCancelling(id, true, true, false);
        _queue(proposal);
        _assertCancelling(id, true, true, false);
        vm.warp(governor.proposalEta(id));
        _execute(proposal);
        _assertCancelling(id, false, false, false);
    }

    function test_NobodyCancelsDefeated() public {
        uint256 id = _propose(alice, _grant(1e18));
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertCancelling(id, false, false, false);
    }

    function test_CouncilDoesNotCancelAfterItsTerm() public {
        vm.warp(guard.expiry());
        uint256 id = _propose(alice, _grant(1e18));
        _assertCancelling(id, true, true, false);
        skip(1);
        _assertCancelling(id, true, false, false);
    }

    function test_DismissedCouncilDoesNotCancel() public {
        vm.prank(address(timelock));
        guard.dismiss();
        uint256 id = _propose(alice, _grant(1e18));
        _assertCancelling(id, true, false, false);
    }

    /// The answer changes in the very second in which the governor's does.
    function test_GOVERNANCE_70_AnybodyCancelsAsTheGovernorAllows() public {
        Proposal memory proposal = _grant(1e18);
        uint256 id = _propose(dave, proposal);
        vm.prank(dave);
        token.transfer(idle, 1);
        skip(1 hours);
        _assertCancelling(id, true, true, false);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, id, stranger));
        _cancel(stranger, proposal);
        skip(1);
        _assertCancelling(id, true, true, true);
        assertEq(lens.getProposal(id, alice).proposerVotes, THRESHOLD - 1);
        _cancel(stranger, proposal);
    }

    function test_GOVERNANCE_71_WhyZeroHasVotes() public view {
        _assertWhy(alice, IGovernanceLens.WhyZero.HasVotes);
    }

    function test_GOVERNANCE_71_WhyZeroHoldsNothing() public view {
        _assertWhy(stranger, IGovernanceLens.WhyZero.HoldsNothing);
        _assertWhy(address(0), IGovernanceLens.WhyZero.HoldsNothing);
    }

    function test_GOVERNANCE_71_WhyZeroNotDelegated() public view {
        _assertWhy(idle, IGovernanceLens.WhyZero.NotDelegated);
    }

    function test_GOVERNANCE_71_WhyZeroDelegatedAway() public {
        vm.prank(bob);
        token.delegate(carol);
        _assertWhy(bob, IGovernanceLens.WhyZero.DelegatedAway);
    }

    function test_GOVERNANCE_71_WhyZeroNotSettled() public {
        vm.prank(stranger);
        token.delegate(stranger);
        Depot pool = new Depot();
        vm.prank(address(timelock));
        token.addPool(address(pool));
        vm.prank(idle);
        token.transfer(address(pool), 5e18);
        pool.send(address(token), stranger, 5e18);
        _assertWhy(stranger, IGovernanceLens.WhyZero.NotSettled);
        assertEq(lens.getAccount(stranger).pendingVotes, 5e18);
        token.settleVotes(stranger);
        _assertWhy(stranger, IGovernanceLens.WhyZero.HasVotes);
    }

    function test_GOVERNANCE_71_WhyZeroAfterSnapshot() public {
        uint256 id = _proposeActive(alice, _grant(1e18));
        vm.prank(idle);
        token.delegate(idle);
        IGovernanceLens.Voter memory v = lens.getProposal(id, idle).voter;
        assertEq(v.votes, 0);
        assertGt(v.votesNow, 0);
        assertEq(uint8(v.whyZero), uint8(IGovernanceLens.WhyZero.AfterSnapshot));
        _assertWhy(idle, IGovernanceLens.WhyZero.HasVotes);
    }

    function test_WhyZeroOfAPendingProposalIsThatOfToday() public {
        uint256 id = _propose(alice, _grant(1e18));
        assertEq(uint8(lens.getProposal(id, idle).voter.whyZero), uint8(IGovernanceLens.WhyZero.NotDelegated));
        vm.prank(idle);
        token.delegate(idle);
        assertEq(uint8(lens.getProposal(id, idle).voter.whyZero), uint8(IGovernanceLens.WhyZero.HasVotes));
    }

    function test_Account() public {
        Depot escrow = new Depot();
        vm.prank(address(timelock));
        token.addEscrow(address(escrow));
        vm.prank(bob);
        token.approve(address(escrow), 1e24);
        escrow.put(address(token), bob, 1e24);
        IGovernanceLens.Account memory a = lens.getAccount(bob);
        assertEq(a.account, bob);
        assertEq(a.balance, 29_000_000e18);
        assertEq(a.escrowed, 1e24);
        assertEq(a.pendingVotes, 0);
        assertEq(a.delegatee, bob);
        assertEq(a.votes, 30_000_000e18);
        assertEq(a.threshold, THRESHOLD);
        assertEq(a.latestProposal, 0);
        assertTrue(a.mayPropose);
        assertEq(a.tokenNonce, 0);
        assertEq(a.proposeNonce, 0);
        assertEq(uint8(a.whyZero), uint8(IGovernanceLens.WhyZero.HasVotes));
    }

    function test_WhoStakedEverythingWithoutADelegateIsNotDelegated() public {
        Depot escrow = new Depot();
        vm.prank(address(timelock));
        token.addEscrow(address(escrow));
        vm.startPrank(idle);
        token.transfer(stranger, 1e24);
        vm.stopPrank();
        vm.prank(stranger);
        token.approve(address(escrow), 1e24);
        escrow.put(address(token), stranger, 1e24);
        assertEq(lens.getAccount(stranger).balance, 0);
        _assertWhy(stranger, IGovernanceLens.WhyZero.NotDelegated);
    }

    function test_MayProposeAsTheGovernorAllows() public {
        assertFalse(lens.getAccount(erin).mayPropose);
        assertTrue(lens.getAccount(dave).mayPropose);
        Proposal memory proposal = _grant(1e18);
        uint256 id = _propose(dave, proposal);
        IGovernanceLens.Account memory a = lens.getAccount(dave);
        assertEq(a.latestProposal, id);
        assertFalse(a.mayPropose);
        _cancel(dave, proposal);
        assertTrue(lens.getAccount(dave).mayPropose);
    }

    function test_NoncesForSigning() public {
        Proposal memory p = _grant(1e18);
        bytes memory signature = _signProposal(aliceKey, p, alice, 0, block.timestamp);
        governor.proposeBySig(p.targets, p.values, p.calldatas, p.description, alice, block.timestamp, signature);
        assertEq(lens.getAccount(alice).proposeNonce, 1);
    }

    function test_SeveralProposalsInOrder() public {
        uint256[] memory ids = new uint256[](3);
        ids[0] = _propose(bob, _grant(2e18));
        ids[1] = 7;
        ids[2] = _propose(alice, _grant(1e18));
        IGovernanceLens.Proposal[] memory list = lens.getProposals(ids, carol);
        assertEq(list.length, 3);
        for (uint256 i = 0; i < 3; ++i) {
            assertEq(abi.encode(list[i]), abi.encode(lens.getProposal(ids[i], carol)));
        }
        assertFalse(list[1].exists);
        assertEq(list[2].proposer, alice);
    }

    /// A page of fifty proposals stays far below the gas that nodes grant an eth_call.
    function test_FiftyProposalsInOneCall() public {
        uint256[] memory ids = new uint256[](50);
        uint256 id = _proposeActive(alice, _grant(1e18));
        for (uint256 i = 0; i < 50; ++i) ids[i] = id;
        uint256 before = gasleft();
        lens.getProposals(ids, bob);
        assertLt(before - gasleft(), 20_000_000);
    }

    function _assertCancelling(uint256 id, bool byProposer, bool byCouncil, bool byAnybody) private view {
        IGovernanceLens.Cancelling memory c = lens.getProposal(id, alice).cancelling;
        assertEq(c.byProposer, byProposer, "byProposer");
        assertEq(c.byCouncil, byCouncil, "byCouncil");
        assertEq(c.byAnybody, byAnybody, "byAnybody");
    }

    function _assertWhy(address account, IGovernanceLens.WhyZero why) private view {
        assertEq(uint8(lens.getAccount(account).whyZero), uint8(why));
    }

    function _emptySchedule() private pure returns (IGovernanceLens.Schedule memory schedule) {}
}
