// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

import {IGovernorCountingFlexible} from "../../../contracts/governance/interfaces/IGovernorCountingFlexible.sol";
import {IGovernorLifecycle} from "../../../contracts/governance/interfaces/IGovernorLifecycle.sol";
import {IGovernorPreventLateSwing} from "../../../contracts/governance/interfaces/IGovernorPreventLateSwing.sol";
import {GovernanceFixture} from "../../helpers/GovernanceFixture.sol";

/// @dev Incidents and weaknesses of other DAOs that concern votes and the power behind them, tried here. The other ones:
/// IncidentsExecution, IncidentsSignatures, IncidentsStaking.
/// - 15, a super quorum that ends votes early and leaves no time to answer: there is none, a vote never ends before its
///   deadline.
/// - 20 to 22, votes over bridges: with the contracts that count them.
contract IncidentsVotesTest is GovernanceFixture {
    /// @dev Beanstalk, 2022: power was read at execution, and a flash loan proposed, voted and executed at once.
    function test_Incident01_FlashLoanedVotesWeighNothing() public {
        uint256 id = _proposeActive(bob, _grant(1e18));
        vm.prank(idle);
        token.transfer(stranger, 200_000_000e18);
        vm.startPrank(stranger);
        token.delegate(stranger);
        assertEq(token.getVotes(stranger), 200_000_000e18);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorAlreadyCastVote.selector, stranger));
        governor.castVote(id, FOR);
        Proposal memory p = _grant(2e18);
        vm.expectRevert(
            abi.encodeWithSelector(IGovernor.GovernorInsufficientProposerVotes.selector, stranger, 0, THRESHOLD)
        );
        governor.propose(p.targets, p.values, p.calldatas, p.description);
        token.transfer(idle, 200_000_000e18);
        vm.stopPrank();
        assertEq(token.getVotes(stranger), 0);
    }

    /// @dev The same with votes held when proposing: nothing happens within the block, nor the day, of a proposal.
    function test_Incident01_NoPathFromProposalToExecutionIsInstant() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(alice, p);
        vm.expectRevert(_unexpected(id, IGovernor.ProposalState.Pending, IGovernor.ProposalState.Active));
        _vote(alice, id, FOR);
        vm.expectRevert(_unexpected(id, IGovernor.ProposalState.Pending, IGovernor.ProposalState.Succeeded));
        _queue(p);
        vm.expectRevert(_unexpected(id, IGovernor.ProposalState.Pending, IGovernor.ProposalState.Queued));
        _execute(p);
        vm.warp(governor.proposalSnapshot(id) + 1);
        _vote(alice, id, FOR);
        vm.expectRevert(_unexpected(id, IGovernor.ProposalState.Active, IGovernor.ProposalState.Succeeded));
        _queue(p);
    }

    /// @dev Build Finance, 2022: no quorum, and nobody else awake.
    function test_Incident03_OneVoterBelowTheQuorumIsDefeated() public {
        uint256 id = _proposeActive(dave, _grant(OPEN_CAP));
        _vote(dave, id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Defeated);
    }

    /// @dev Compound, 2024: one whale tried again and again until the others were asleep.
    function test_Incident04_RevertWhen_AWhaleHasSeveralProposalsAtOnce() public {
        uint256 id = _propose(alice, _grant(OPEN_CAP));
        bytes memory refused = abi.encodeWithSelector(
            IGovernorLifecycle.GovernorLifecycle_ProposerHasLiveProposal.selector,
            alice,
            id
        );
        for (uint256 i = 1; i < 3; ++i) {
            Proposal memory again = _grant(OPEN_CAP);
            again.description = vm.toString(i);
            vm.expectRevert(refused);
            _propose(alice, again);
        }
    }

    function test_Incident04_AFlipInTheLastMinuteCanBeAnswered() public {
        Proposal memory p = _grant(OPEN_CAP);
        uint256 id = _proposeActive(bob, p);
        _vote(bob, id, AGAINST);
        uint256 deadline = governor.proposalDeadline(id);
        vm.warp(deadline - 1 minutes);
        vm.expectEmit(address(governor));
        emit IGovernorPreventLateSwing.ProposalExtended(id, deadline, deadline - 1 minutes + SWING_WINDOW);
        _vote(alice, id, FOR);
        vm.warp(deadline + 1 days);
        _vote(carol, id, AGAINST);
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Defeated);
    }

    function test_Incident04_TheCouncilCancelsInEachLiveState() public {
        for (uint256 i = 0; i < 4; ++i) {
            Proposal memory p = _grant(OPEN_CAP);
            p.description = vm.toString(i);
            uint256 id = _propose(alice, p);
            if (i > 0) vm.warp(governor.proposalSnapshot(id) + 1);
            if (i > 1) {
                _vote(alice, id, FOR);
                vm.warp(governor.proposalDeadline(id) + 1);
            }
            if (i > 2) _queue(p);
            _guardCancel(council, p);
            _assertState(id, IGovernor.ProposalState.Canceled);
        }
    }

    /// @dev Moonwell, 2026: a quorum for 1,808 dollars, and eleven minutes from the proposal to it.
    function test_Incident05_TheQuorumCostsMoreThanAStandardVoteCanTake() public {
        // As when nearly nothing is out: the floor holds, however little supply could vote.
        uint256 outside = token.balanceOf(idle) - 1;
        vm.prank(idle);
        token.transfer(address(timelock), outside);
        uint256 id = _proposeActive(alice, _grant(OPEN_CAP));
        assertGe(governor.proposalQuorum(id), 2 * OPEN_CAP);
    }

    function test_Incident05_EvenAtTheLeastSettingsAVoteTakesDays() public {
        _executed(_setting(abi.encodeCall(governor.setVotingDelay, (1 hours))));
        _executed(_setting(abi.encodeCall(governor.setVotingPeriod, (1 days))));
        _executed(_single(address(timelock), 0, abi.encodeCall(timelock.updateDelay, (1 days))));
        uint256 start = block.timestamp;
        _executed(_grant(1e18));
        assertGe(block.timestamp - start, 2 days + 1 hours);
    }

    /// @dev LobbyFi, 2025: votes for rent. Those rented after the snapshot are worth nothing, and those rented before it
    /// are announced by OPEN's events for as long as the delay lasts.
    function test_Incident07_VotesRentedAfterTheSnapshotWeighNothing() public {
        uint256 id = _propose(bob, _grant(OPEN_CAP));
        vm.warp(governor.proposalSnapshot(id) - 1);
        vm.expectEmit(address(token));
        emit IVotes.DelegateChanged(idle, address(0), stranger);
        vm.prank(idle);
        token.delegate(stranger);
        vm.warp(governor.proposalSnapshot(id) + 1);
        vm.prank(alice);
        token.delegate(dave);
        assertEq(governor.getVotes(stranger, governor.proposalSnapshot(id)), token.balanceOf(idle));
        assertEq(governor.getVotes(dave, governor.proposalSnapshot(id)), THRESHOLD);
    }

    /// @dev OpenZeppelin, 2022: lowering the quorum brought defeated proposals back to life.
    function test_Incident09_DefeatedStaysDefeatedWhenTheQuorumFalls() public {
        Proposal memory old = _grant(OPEN_CAP);
        uint256 id = _proposeActive(dave, old);
        vm.prank(carol);
        governor.castVoteWithReasonAndParams(id, SPLIT, "", _split(0, STANDARD_QUORUM - 1, 0));
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Defeated);
        _executed(_setting(abi.encodeCall(governor.updateQuorumNumerator, (100))));
        _assertState(id, IGovernor.ProposalState.Defeated);
        vm.expectRevert(_unexpected(id, IGovernor.ProposalState.Defeated, IGovernor.ProposalState.Succeeded));
        _queue(old);
    }

    /// @dev Nouns and OpenZeppelin: a flip in the last second, and flips without end.
    function test_Incident14_FlipsExtendButNotForEver() public {
        uint256 id = _proposeActive(bob, _grant(OPEN_CAP));
        uint256 original = governor.proposalDeadline(id);
        vm.warp(original - 1);
        _vote(alice, id, FOR);
        assertEq(governor.proposalDeadline(id), original - 1 + SWING_WINDOW);
        for (uint8 i = 0; i < 10; ++i) {
            uint256 before = governor.proposalDeadline(id);
            vm.warp(before);
            vm.prank(alice);
            governor.changeVote(id, i % 2, "", "");
            assertGe(governor.proposalDeadline(id), before);
        }
        assertEq(governor.proposalDeadline(id), original + 2 * SWING_WINDOW);
        vm.warp(original + 2 * SWING_WINDOW + 1);
        vm.expectRevert(_unexpected(id, governor.state(id), IGovernor.ProposalState.Active));
        _vote(bob, id, FOR);
    }

    /// @dev Velocimeter, 2024: arrays of delegations that anybody could fill up.
    /// forge-config: default.isolate = true
    function test_Incident16_TransfersCostTheSameWithManyDelegators() public {
        uint256 few = _gasOfTransferToADelegator();
        for (uint160 i = 1; i <= 300; ++i) {
            vm.prank(address(i << 32));
            token.delegate(dave);
        }
        assertApproxEqAbs(_gasOfTransferToADelegator(), few, 100);
    }

    /// @dev Compound and Nouns: a proposer's votes dip for a block and somebody cancels.
    function test_Incident17_ADipOfABlockIsNoWayToCancel() public {
        Proposal memory p = _grant(OPEN_CAP);
        uint256 id = _propose(dave, p);
        vm.prank(dave);
        token.transfer(bob, 1);
        skip(1);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, id, stranger));
        _cancel(stranger, p);
        vm.prank(bob);
        token.transfer(dave, 1);
        skip(1 hours);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, id, stranger));
        _cancel(stranger, p);
    }

    function test_Incident17_AWeiBelowTheThresholdForAnHourIsOne() public {
        Proposal memory p = _grant(OPEN_CAP);
        uint256 id = _propose(dave, p);
        vm.prank(dave);
        token.transfer(bob, 1);
        skip(1 hours);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, id, stranger));
        _cancel(stranger, p);
        skip(1);
        _cancel(stranger, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    /// @dev Agora, MultiToken: the set of vote sources was read as of now instead of as of the snapshot.
    function test_Incident23_NothingMovesWeightsDuringAVote() public {
        uint256 id = _proposeActive(bob, _grant(OPEN_CAP));
        uint256 quorum = governor.proposalQuorum(id);
        _vote(alice, id, FOR);
        vm.prank(alice);
        token.transfer(bob, 50_000_000e18);
        vm.prank(idle);
        token.delegate(carol);
        vm.prank(address(timelock));
        token.burn(TREASURY / 2);
        skip(1 days);
        _vote(bob, id, AGAINST);
        _vote(carol, id, AGAINST);
        (uint256 against, uint256 for_, ) = governor.proposalVotes(id);
        assertEq(against, 50_000_000e18);
        assertEq(for_, 50_000_000e18);
        assertEq(governor.proposalQuorum(id), quorum);
    }

    /// @dev Front ends that were taken over and had the wrong choice signed: whoever notices changes the vote.
    function test_Incident27_AVoteCanBeChangedUntilTheEnd() public {
        uint256 id = _proposeActive(bob, _grant(OPEN_CAP));
        _vote(alice, id, FOR);
        _vote(bob, id, ABSTAIN);
        uint256 deadline = governor.proposalDeadline(id);
        vm.warp(deadline);
        vm.expectEmit(address(governor));
        emit IGovernorCountingFlexible.VoteChanged(alice, id, 50_000_000e18, 0, 0, "was not me");
        vm.prank(alice);
        governor.changeVote(id, AGAINST, "was not me", "");
        (uint256 against, uint256 for_, uint256 abstain) = governor.proposalVotes(id);
        assertEq(against, 50_000_000e18);
        assertEq(for_, 0);
        assertEq(abstain, 30_000_000e18);
    }

    function testFuzz_Incident27_ChangesKeepTheTally(uint8[6] memory choices, uint96[18] memory parts) public {
        uint256 id = _proposeActive(bob, _grant(OPEN_CAP));
        _vote(carol, id, FOR);
        _vote(alice, id, ABSTAIN);
        for (uint256 i = 0; i < choices.length; ++i) {
            uint8 support = choices[i] % 4 == 3 ? SPLIT : choices[i] % 4;
            bytes memory params = _split(
                parts[3 * i] % 16_000_000e18,
                parts[3 * i + 1] % 16_000_000e18,
                parts[3 * i + 2] % 16_000_000e18
            );
            if (governor.usedVotes(id, alice) == 0) _vote(alice, id, ABSTAIN);
            vm.prank(alice);
            governor.changeVote(id, support, "", support == SPLIT ? params : bytes(""));
            IGovernorCountingFlexible.Ballot memory ballot = governor.ballotOf(id, alice);
            (uint256 against, uint256 for_, uint256 abstain) = governor.proposalVotes(id);
            assertEq(against, ballot.againstVotes);
            assertEq(for_, ballot.forVotes + 20_000_000e18);
            assertEq(abstain, ballot.abstainVotes);
        }
    }

    function _gasOfTransferToADelegator() private returns (uint256) {
        skip(1);
        vm.prank(bob);
        token.transfer(dave, 1);
        return vm.lastCallGas().gasTotalUsed;
    }

    function _unexpected(
        uint256 id,
        IGovernor.ProposalState current,
        IGovernor.ProposalState wanted
    ) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IGovernor.GovernorUnexpectedProposalState.selector,
                id,
                current,
                bytes32(1 << uint8(wanted))
            );
    }
}
