// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {CouncilGuard} from "../../../contracts/governance/CouncilGuard.sol";
import {ICouncilGuard} from "../../../contracts/governance/interfaces/ICouncilGuard.sol";
import {GovernanceFixture} from "../../helpers/GovernanceFixture.sol";
import {IGovernorUnderTest} from "../../helpers/IGovernorUnderTest.sol";

contract CouncilGuardTest is GovernanceFixture {
    uint256 private constant TERM = 365 days;

    function test_StartValues() public view {
        assertEq(address(guard.governor()), address(governor));
        assertEq(guard.timelock(), address(timelock));
        assertEq(guard.council(), council);
        assertEq(governor.councilGuard(), address(guard));
    }

    function test_ConstructorAppointsTheFirstCouncil() public {
        address other = _governorWithGuardAt(2);
        vm.expectEmit(councilGuard);
        emit ICouncilGuard.CouncilRenewed(address(0), council, 0, block.timestamp + TERM);
        CouncilGuard fresh = _deploy(other, address(timelock), council, block.timestamp + TERM);
        assertEq(fresh.expiry(), block.timestamp + TERM);
    }

    function test_RevertWhen_GovernorNamesAnotherGuard() public {
        address next = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        vm.expectRevert(
            abi.encodeWithSelector(ICouncilGuard.CouncilGuard_GovernorNamesOtherGuard.selector, next, address(guard))
        );
        _deploy(address(governor), address(timelock), council, block.timestamp + TERM);
    }

    function test_RevertWhen_GovernorNamesAnotherTimelock() public {
        address other = _governorWithGuardAt(2);
        vm.expectRevert(
            abi.encodeWithSelector(
                ICouncilGuard.CouncilGuard_GovernorNamesOtherTimelock.selector,
                stranger,
                address(timelock)
            )
        );
        _deploy(other, stranger, council, block.timestamp + TERM);
    }

    function test_RevertWhen_GovernorIsZero() public {
        vm.expectRevert(ICouncilGuard.CouncilGuard_ZeroAddress.selector);
        _deploy(address(0), address(timelock), council, block.timestamp + TERM);
    }

    function test_RevertWhen_TimelockIsZero() public {
        vm.expectRevert(ICouncilGuard.CouncilGuard_ZeroAddress.selector);
        _deploy(address(governor), address(0), council, block.timestamp + TERM);
    }

    function test_RevertWhen_FirstCouncilIsZero() public {
        vm.expectRevert(ICouncilGuard.CouncilGuard_ZeroAddress.selector);
        _deploy(address(governor), address(timelock), address(0), block.timestamp + TERM);
    }

    function test_RevertWhen_FirstTermIsTooLong() public {
        vm.expectRevert(_outOfBounds(block.timestamp + TERM + 1));
        _deploy(address(governor), address(timelock), council, block.timestamp + TERM + 1);
    }

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
        _guardCancel(council, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
        bytes32 salt = bytes20(address(governor)) ^ keccak256(bytes(p.description));
        assertFalse(timelock.isOperation(timelock.hashOperationBatch(p.targets, p.values, p.calldatas, 0, salt)));
        vm.expectRevert();
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

    function test_CancelsUntilTheLastSecondOfItsTerm() public {
        vm.warp(guard.expiry() - 1 days);
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(alice, p);
        vm.warp(guard.expiry());
        _guardCancel(council, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_GOVERNANCE_53_RevertWhen_TermIsOver() public {
        Proposal memory p = _grant(1e18);
        vm.warp(guard.expiry());
        _propose(alice, p);
        skip(1);
        _assertRefused(p, abi.encodeWithSelector(ICouncilGuard.CouncilGuard_Expired.selector, guard.expiry()));
    }

    function test_GOVERNANCE_54_DismissedDespiteTheCouncil() public {
        Proposal memory p = _business(abi.encodeCall(guard.dismiss, ()));
        uint256 id = _propose(alice, p);
        bytes memory err = abi.encodeWithSelector(ICouncilGuard.CouncilGuard_OwnBusiness.selector, id);
        _assertRefused(p, err);
        vm.warp(governor.proposalSnapshot(id) + 1);
        _assertRefused(p, err);
        _vote(alice, id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertRefused(p, err);
        _queue(p);
        _assertRefused(p, err);
        vm.warp(governor.proposalEta(id));
        vm.expectEmit(address(guard));
        emit ICouncilGuard.CouncilDismissed(council);
        _execute(p);
        assertEq(guard.council(), address(0));
        assertEq(guard.expiry(), 0);

        Proposal memory next = _grant(1e18);
        _propose(bob, next);
        _assertRefused(next, abi.encodeWithSelector(ICouncilGuard.CouncilGuard_NotCouncil.selector, council));
    }

    function test_RenewedDespiteTheCouncil() public {
        uint256 oldExpiry = guard.expiry();
        uint256 newExpiry = block.timestamp + 370 days;
        Proposal memory p = _business(abi.encodeCall(guard.renew, (stranger, newExpiry)));
        uint256 id = _ready(p);
        _assertRefused(p, abi.encodeWithSelector(ICouncilGuard.CouncilGuard_OwnBusiness.selector, id));
        vm.expectEmit(address(guard));
        emit ICouncilGuard.CouncilRenewed(council, stranger, oldExpiry, newExpiry);
        _execute(p);
        assertEq(guard.council(), stranger);
        assertEq(guard.expiry(), newExpiry);
    }

    function test_RenewedAfterItsTermWasOver() public {
        vm.warp(guard.expiry() + 30 days);
        _executed(_business(abi.encodeCall(guard.renew, (council, block.timestamp + TERM))));
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(bob, p);
        _guardCancel(council, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
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
        _assertRefused(p, err);
        vm.warp(governor.proposalSnapshot(id) + 1);
        _assertRefused(p, err);
        _vote(alice, id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertRefused(p, err);
        _queue(p);
        _assertRefused(p, err);
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

    function test_RevertWhen_OthersRenew() public {
        _assertOnlyTimelock(abi.encodeCall(guard.renew, (council, block.timestamp + 1)));
    }

    function test_RevertWhen_OthersDismiss() public {
        _assertOnlyTimelock(abi.encodeCall(guard.dismiss, ()));
    }

    function test_RevertWhen_OthersOverrule() public {
        _assertOnlyTimelock(abi.encodeCall(guard.overrule, (bytes32(0))));
    }

    function test_RevertWhen_NobodyIsAppointed() public {
        vm.prank(address(timelock));
        vm.expectRevert(ICouncilGuard.CouncilGuard_ZeroAddress.selector);
        guard.renew(address(0), block.timestamp + 1);
    }

    function testFuzz_GOVERNANCE_53_TermIsBounded(uint256 expiry) public {
        bool isIn = expiry > block.timestamp && expiry <= block.timestamp + TERM;
        vm.prank(address(timelock));
        if (!isIn) vm.expectRevert(_outOfBounds(expiry));
        guard.renew(stranger, expiry);
        if (isIn) assertEq(guard.expiry(), expiry);
        assertEq(guard.council(), isIn ? stranger : council);
    }

    function testFuzz_TermWithinBounds(uint256 expiry) public {
        expiry = bound(expiry, block.timestamp + 1, block.timestamp + TERM);
        vm.prank(address(timelock));
        guard.renew(stranger, expiry);
        assertEq(guard.expiry(), expiry);
    }

    function test_HashLeavesOutTheText() public view {
        Proposal memory p = _grant(1e18);
        bytes32 hash = _hash(p);
        assertEq(hash, keccak256(abi.encode(p.targets, p.values, p.calldatas)));
    }

    /// @dev Another governor, whose guard is to be deployed so many deployments from now: after its list and itself.
    function _governorWithGuardAt(uint256 deployments) private returns (address) {
        councilGuard = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + deployments);
        (IGovernorUnderTest other, ) = _deployGovernor(_params(), _standardActions());
        return address(other);
    }

    function _deploy(
        address governor_,
        address timelock_,
        address council_,
        uint256 expiry
    ) private returns (CouncilGuard) {
        return new CouncilGuard(IGovernor(governor_), timelock_, council_, expiry);
    }

    function _constitutional() private view returns (Proposal memory) {
        return _setting(abi.encodeCall(governor.setVotingDelay, (4 days)));
    }

    function _business(bytes memory data) private view returns (Proposal memory) {
        return _single(address(guard), 0, data);
    }

    function _hash(Proposal memory p) private view returns (bytes32) {
        return guard.hashActions(p.targets, p.values, p.calldatas);
    }

    function _guardCancel(address caller, Proposal memory p) private {
        vm.prank(caller);
        guard.cancel(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
    }

    function _assertRefused(Proposal memory p, bytes memory err) private {
        vm.expectRevert(err);
        _guardCancel(council, p);
    }

    function _assertOnlyTimelock(bytes memory data) private {
        address[3] memory callers = [stranger, council, address(governor)];
        for (uint256 i = 0; i < callers.length; ++i) {
            vm.prank(callers[i]);
            (bool success, bytes memory result) = address(guard).call(data);
            assertFalse(success);
            assertEq(result, abi.encodeWithSelector(ICouncilGuard.CouncilGuard_NotTimelock.selector, callers[i]));
        }
    }

    function _unable(uint256 id) private view returns (bytes memory) {
        return abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, id, address(guard));
    }

    function _outOfBounds(uint256 expiry) private view returns (bytes memory) {
        return
            abi.encodeWithSelector(
                ICouncilGuard.CouncilGuard_ExpiryOutOfBounds.selector,
                expiry,
                block.timestamp + 1,
                block.timestamp + TERM
            );
    }
}
