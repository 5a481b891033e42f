// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {ICouncilGuard} from "../../../contracts/governance/interfaces/ICouncilGuard.sol";
import {CouncilFixture} from "../../helpers/CouncilFixture.sol";

/// What the council can cancel, and what it cannot.
contract CouncilGuardTest is CouncilFixture {
    function test_CancelsWhilePending() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(alice, p);
        vm.expectEmit(address(guard));
        emit ICouncilGuard.ProposalCancelled(id, _hash(p), council);
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalCanceled(id);
        vm.prank(council);
        uint256 returned = guard.cancel(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
        assertEq(returned, id);
        assertEq(guard.cancelledAt(_hash(p)), block.timestamp);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_CancelsWhileActive() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _proposeActive(alice, p);
        _vote(alice, id, FOR);
        _guardCancel(council, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_CancelsWhenSucceeded() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _passed(p);
        _guardCancel(council, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_GOVERNANCE_52_CancelsWhenQueued() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _ready(p);
        assertTrue(timelock.isOperation(_operation(p)));
        _guardCancel(council, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
        assertFalse(timelock.isOperation(_operation(p)));
        bytes32 queuedOnly = bytes32(uint256(1) << uint8(IGovernor.ProposalState.Queued));
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorUnexpectedProposalState.selector,
                id,
                IGovernor.ProposalState.Canceled,
                queuedOnly
            )
        );
        _execute(p);
        assertEq(token.balanceOf(grantee), 0);
    }

    function test_RevertWhen_Defeated() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(alice, p);
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Defeated);
        _assertRefused(p, _unable(id));
    }

    function test_RevertWhen_Executed() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _executed(p);
        _assertRefused(p, _unable(id));
    }

    function test_RevertWhen_ProposalExpired() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _ready(p);
        skip(GRACE + 1);
        _assertRefused(p, _unable(id));
    }

    function test_RevertWhen_CancelledByItsProposer() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(alice, p);
        _cancel(alice, p);
        _assertRefused(p, _unable(id));
        assertEq(guard.cancelledAt(_hash(p)), 0, "what did not happen is not remembered");
    }

    function test_RevertWhen_ProposalUnknown() public {
        Proposal memory p = _grant(1e18);
        _assertRefused(p, abi.encodeWithSelector(IGovernor.GovernorNonexistentProposal.selector, _idOf(p)));
    }

    function test_RevertWhen_CallerIsNotTheCouncil() public {
        Proposal memory p = _grant(1e18);
        _propose(alice, p);
        address[3] memory callers = [stranger, alice, address(timelock)];
        for (uint256 i = 0; i < callers.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(ICouncilGuard.CouncilGuard_NotCouncil.selector, callers[i]));
            _guardCancel(callers[i], p);
        }
    }

    function test_RevertWhen_CouncilGoesToTheGovernorItself() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(alice, p);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, id, council));
        _cancel(council, p);
    }

    function test_GOVERNANCE_52_CouncilHasNoRoleAtTheTimelock() public view {
        address[2] memory accounts = [council, address(guard)];
        for (uint256 i = 0; i < accounts.length; ++i) {
            assertFalse(timelock.hasRole(timelock.PROPOSER_ROLE(), accounts[i]));
            assertFalse(timelock.hasRole(timelock.CANCELLER_ROLE(), accounts[i]));
            assertFalse(timelock.hasRole(timelock.EXECUTOR_ROLE(), accounts[i]));
            assertFalse(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), accounts[i]));
        }
    }

    function test_RevertWhen_SeveralActionsAreAllItsOwnBusiness() public {
        Proposal memory p = _business(abi.encodeCall(guard.dismiss, ()));
        _add(p, address(guard), 0, abi.encodeCall(guard.overrule, (keccak256("actions"))));
        uint256 id = _propose(alice, p);
        _assertRefused(p, abi.encodeWithSelector(ICouncilGuard.CouncilGuard_OwnBusiness.selector, id));
    }

    function test_GOVERNANCE_54_CancelsABadActionBesideItsDismissal() public {
        Proposal memory p = _business(abi.encodeCall(guard.dismiss, ()));
        _add(p, address(timelock), 0, abi.encodeCall(timelock.grantRole, (timelock.PROPOSER_ROLE(), alice)));
        uint256 id = _propose(alice, p);
        _guardCancel(council, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
        assertEq(guard.council(), council);
    }

    function test_CancelsABadActionBeforeItsDismissal() public {
        Proposal memory p = _single(address(token), 0, abi.encodeCall(token.approve, (alice, 1e27)));
        _add(p, address(guard), 0, abi.encodeCall(guard.dismiss, ()));
        uint256 id = _ready(p);
        _guardCancel(council, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_GOVERNANCE_55_RevertWhen_ConstitutionalProposedAgain() public {
        Proposal memory p = _constitutional();
        _propose(alice, p);
        _guardCancel(council, p);

        p.description = "Once more";
        bytes memory err = abi.encodeWithSelector(ICouncilGuard.CouncilGuard_CancelledBefore.selector, _hash(p));
        uint256 id = _propose(alice, p);
        _assertRefusedUntilQueued(id, p, err);
        vm.warp(governor.proposalEta(id));
        _execute(p);
        assertEq(governor.votingDelay(), 4 days);
    }

    function test_GOVERNANCE_55_RevertWhen_ConstitutionalCancelledOnceStandard() public {
        Proposal memory p = _grant(1e18);
        _propose(alice, p);
        _guardCancel(council, p);
        vm.prank(address(timelock));
        list.setStandardAction(address(token), token.transfer.selector, 0);
        p.description = "Once more";
        _propose(alice, p);
        _assertRefused(p, abi.encodeWithSelector(ICouncilGuard.CouncilGuard_CancelledBefore.selector, _hash(p)));
    }

    /// Otherwise each proposal would come with a twin, and cancelling the one would make the other safe.
    function test_GOVERNANCE_55_CancelsTwinsOfWhatItCancels() public {
        Proposal memory first = _constitutional();
        Proposal memory twin = _constitutional();
        twin.description = "The same once more";
        _bothReady(first, twin);
        _guardCancel(council, first);
        assertEq(guard.cancelledAt(_hash(first)), block.timestamp);
        skip(1 days);
        _guardCancel(council, twin);
        _assertState(_idOf(first), IGovernor.ProposalState.Canceled);
        _assertState(_idOf(twin), IGovernor.ProposalState.Canceled);
    }

    function test_GOVERNANCE_55_RevertWhen_TheVoteBeganAfterTheFirstCancellation() public {
        Proposal memory first = _constitutional();
        Proposal memory twin = _constitutional();
        twin.description = "The same once more";
        Proposal memory again = _constitutional();
        again.description = "Now that the council has spoken";
        uint256 id = _propose(alice, first);
        skip(1 days);
        _propose(bob, twin);
        vm.warp(governor.proposalSnapshot(id));
        _guardCancel(council, first);
        // Its snapshot lies ahead: who votes knows what the council thinks.
        bytes memory err = abi.encodeWithSelector(ICouncilGuard.CouncilGuard_CancelledBefore.selector, _hash(twin));
        _assertRefused(twin, err);
        _propose(alice, again);
        _assertRefused(again, err);
    }

    /// The first cancellation counts: cancelling a twin later does not reach what was proposed in between.
    function test_GOVERNANCE_55_RevertWhen_ProposedBetweenTheCancellationsOfTwins() public {
        Proposal memory first = _constitutional();
        Proposal memory twin = _constitutional();
        twin.description = "The same once more";
        Proposal memory again = _constitutional();
        again.description = "Now that the council has spoken";
        uint256 id = _propose(alice, first);
        _propose(bob, twin);
        vm.warp(governor.proposalSnapshot(id) + 1);
        _vote(alice, _idOf(twin), FOR);
        _guardCancel(council, first);
        _propose(alice, again);
        skip(4 days);
        _guardCancel(council, twin);
        bytes memory err = abi.encodeWithSelector(ICouncilGuard.CouncilGuard_CancelledBefore.selector, _hash(again));
        _assertRefused(again, err);
    }

    function test_CancelsOtherConstitutionalActions() public {
        Proposal memory p = _constitutional();
        _propose(alice, p);
        _guardCancel(council, p);
        Proposal memory other = _setting(abi.encodeCall(governor.setVotingDelay, (5 days)));
        uint256 id = _propose(alice, other);
        _guardCancel(council, other);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_CancelsTheSameActionsInAnotherOrder() public {
        Proposal memory p = _constitutional();
        _add(p, address(governor), 0, abi.encodeCall(governor.setVotingPeriod, (8 days)));
        _propose(alice, p);
        _guardCancel(council, p);
        Proposal memory turned = _setting(abi.encodeCall(governor.setVotingPeriod, (8 days)));
        _add(turned, address(governor), 0, abi.encodeCall(governor.setVotingDelay, (4 days)));
        uint256 id = _propose(alice, turned);
        _guardCancel(council, turned);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_CancelsStandardActionsEachTime() public {
        Proposal memory p = _grant(1e18);
        for (uint256 i = 0; i < 3; ++i) {
            p.description = vm.toString(i);
            uint256 id = _propose(alice, p);
            _guardCancel(council, p);
            _assertState(id, IGovernor.ProposalState.Canceled);
        }
    }

    function test_GOVERNANCE_56_RevertWhen_StandardActionsOverruled() public {
        Proposal memory p = _grant(1e18);
        _propose(alice, p);
        _guardCancel(council, p);

        bytes32 actionsHash = _hash(p);
        Proposal memory overruling = _business(abi.encodeCall(guard.overrule, (actionsHash)));
        uint256 id = _ready(overruling);
        _assertRefused(overruling, abi.encodeWithSelector(ICouncilGuard.CouncilGuard_OwnBusiness.selector, id));
        vm.expectEmit(address(guard));
        emit ICouncilGuard.ActionsOverruled(actionsHash);
        _execute(overruling);
        assertTrue(guard.isOverruled(actionsHash));

        p.description = "Once more";
        _propose(alice, p);
        _assertRefused(p, abi.encodeWithSelector(ICouncilGuard.CouncilGuard_Overruled.selector, actionsHash));
    }

    function test_OverrulingReachesALiveProposal() public {
        Proposal memory p = _constitutional();
        bytes32 actionsHash = _hash(p);
        _propose(alice, p);
        vm.prank(address(timelock));
        guard.overrule(actionsHash);
        _assertRefused(p, abi.encodeWithSelector(ICouncilGuard.CouncilGuard_Overruled.selector, actionsHash));
    }

    function test_HashLeavesOutTheText() public view {
        Proposal memory p = _grant(1e18);
        bytes32 hash = _hash(p);
        assertEq(hash, keccak256(abi.encode(p.targets, p.values, p.calldatas)));
    }

    function _constitutional() private view returns (Proposal memory) {
        return _setting(abi.encodeCall(governor.setVotingDelay, (4 days)));
    }

    function _unable(uint256 id) private view returns (bytes memory) {
        return abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, id, address(guard));
    }
}
