// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {IGovernorClassQuorum} from "../../../contracts/governance/interfaces/IGovernorClassQuorum.sol";
import {ProposalClass} from "../../../contracts/governance/types/ProposalClass.sol";
import {GovernanceFixture} from "../../helpers/GovernanceFixture.sol";
import {IGovernorUnderTest} from "../../helpers/IGovernorUnderTest.sol";

contract GovernorClassQuorumTest is GovernanceFixture {
    ProposalClass private constant STANDARD = ProposalClass.Standard;
    ProposalClass private constant CONSTITUTIONAL = ProposalClass.Constitutional;

    function test_GOVERNANCE_22_ExcludedVotesDoNotRaiseTheQuorum() public view {
        uint256 timepoint = block.timestamp - 1;
        assertEq(token.getPastVotes(EXCLUDED, timepoint), TREASURY);
        assertEq(governor.votingSupply(timepoint), 400_000_000e18);
        assertEq(governor.quorum(timepoint), STANDARD_QUORUM);
    }

    function test_QuorumFollowsTheClass() public {
        uint256 standard = _propose(alice, _grant(1e18));
        uint256 constitutional = _proposeActive(bob, _grant(OPEN_CAP + 1));
        assertEq(governor.proposalQuorum(standard), STANDARD_QUORUM);
        assertEq(governor.proposalQuorum(constitutional), CONSTITUTIONAL_QUORUM);
    }

    function test_GOVERNANCE_21_FloorHoldsWhenLittleIsOut() public {
        vm.prank(idle);
        token.transfer(address(timelock), 200_000_000e18);
        uint256 standard = _propose(alice, _grant(1e18));
        uint256 constitutional = _proposeActive(bob, _grant(OPEN_CAP + 1));
        // 4 % and 10 % of 200M would be 8M and 20M.
        assertEq(governor.proposalQuorum(standard), 10_000_000e18);
        assertEq(governor.proposalQuorum(constitutional), 30_000_000e18);
    }

    function test_GOVERNANCE_21_FractionRoundsUp() public {
        vm.prank(idle);
        token.transfer(address(timelock), 1);
        skip(1);
        assertEq(governor.votingSupply(block.timestamp - 1), 400_000_000e18 - 1);
        assertEq(governor.quorum(block.timestamp - 1), STANDARD_QUORUM);
    }

    function test_GOVERNANCE_21_AbstainCountsForTheQuorum() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _proposeActive(dave, p);
        _vote(carol, id, ABSTAIN);
        _vote(dave, id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Succeeded);
    }

    function test_AgainstDoesNotCountForTheQuorum() public {
        uint256 id = _proposeActive(alice, _grant(1e18));
        vm.prank(alice);
        governor.castVoteWithReasonAndParams(id, SPLIT, "", _split(1e18, STANDARD_QUORUM - 1, 0));
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Defeated);
    }

    function test_ReachedByTheLastWei() public {
        uint256 id = _proposeActive(alice, _grant(1e18));
        vm.prank(alice);
        governor.castVoteWithReasonAndParams(id, SPLIT, "", _split(0, STANDARD_QUORUM, 0));
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Succeeded);
    }

    function test_GOVERNANCE_23_LowerQuorumRevivesNothing() public {
        uint256 id = _proposeActive(dave, _grant(1e18));
        vm.prank(carol);
        governor.castVoteWithReasonAndParams(id, SPLIT, "", _split(0, STANDARD_QUORUM - 1, 0));
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Defeated);

        _executed(_setting(abi.encodeCall(governor.updateQuorumNumerator, (100))));
        _executed(_setting(abi.encodeCall(governor.updateQuorumFloor, (STANDARD, 1_000_000e18))));
        assertEq(governor.proposalQuorum(id), STANDARD_QUORUM);
        _assertState(id, IGovernor.ProposalState.Defeated);
        skip(1);
        assertEq(governor.quorum(block.timestamp - 1), 4_000_000e18);
    }

    function test_GOVERNANCE_23_HigherFloorKillsNothing() public {
        // The change is decided first, so that it lands while the other proposal's vote is over but not queued.
        Proposal memory change = _setting(abi.encodeCall(governor.updateQuorumFloor, (STANDARD, 30_000_000e18)));
        uint256 changeId = _propose(alice, change);
        skip(1 days);
        uint256 id = _propose(dave, _grant(1e18));
        vm.warp(governor.proposalSnapshot(id) + 1);
        _vote(alice, changeId, FOR);
        _vote(carol, id, FOR);
        vm.warp(governor.proposalDeadline(changeId) + 1);
        _queue(change);
        vm.warp(governor.proposalEta(changeId));
        _execute(change);
        assertEq(governor.proposalQuorum(id), STANDARD_QUORUM);
        _assertState(id, IGovernor.ProposalState.Succeeded);
    }

    function test_UpdateQuorumNumerator() public {
        Proposal memory p = _setting(abi.encodeCall(governor.updateQuorumNumerator, (500)));
        _ready(p);
        vm.expectEmit(address(governor));
        emit IGovernorUnderTest.QuorumNumeratorUpdated(400, 500);
        _execute(p);
        skip(1);
        assertEq(governor.quorum(block.timestamp - 1), 20_000_000e18);
    }

    function test_UpdateConstitutionalQuorumNumerator() public {
        Proposal memory p = _setting(abi.encodeCall(governor.updateConstitutionalQuorumNumerator, (1_200)));
        _ready(p);
        vm.expectEmit(address(governor));
        emit IGovernorClassQuorum.ConstitutionalQuorumNumeratorUpdated(1_000, 1_200);
        _execute(p);
        uint256 id = _proposeActive(alice, _grant(OPEN_CAP + 1));
        assertEq(governor.proposalQuorum(id), 48_000_000e18);
    }

    function test_UpdateQuorumFloor() public {
        Proposal memory p = _setting(abi.encodeCall(governor.updateQuorumFloor, (CONSTITUTIONAL, 50_000_000e18)));
        _ready(p);
        vm.expectEmit(address(governor));
        emit IGovernorClassQuorum.QuorumFloorUpdated(CONSTITUTIONAL, 30_000_000e18, 50_000_000e18);
        _execute(p);
        uint256 id = _proposeActive(alice, _grant(OPEN_CAP + 1));
        assertEq(governor.proposalQuorum(id), 50_000_000e18);
        assertEq(governor.quorumFloor(STANDARD, block.timestamp), 10_000_000e18);
    }

    function test_RevertWhen_SnapshotLiesAhead() public {
        uint256 id = _propose(alice, _grant(1e18));
        uint256 snapshot = governor.proposalSnapshot(id);
        vm.expectRevert(
            abi.encodeWithSignature("ERC5805FutureLookup(uint256,uint48)", snapshot, uint48(block.timestamp))
        );
        governor.proposalQuorum(id);
    }

    function testFuzz_GOVERNANCE_24_ConstitutionalIsNeverTheEasierOne(uint256 locked) public {
        locked = bound(locked, 0, token.balanceOf(idle));
        vm.prank(idle);
        token.transfer(address(timelock), locked);
        uint256 standard = _propose(alice, _grant(1e18));
        uint256 constitutional = _proposeActive(bob, _grant(OPEN_CAP + 1));
        assertGe(governor.proposalQuorum(constitutional), governor.proposalQuorum(standard));
        assertGe(governor.proposalQuorum(standard), 10_000_000e18);
    }
}
