// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {Vm} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Vm.sol";

import {IGovernorPreventLateSwing} from "../../../contracts/governance/interfaces/IGovernorPreventLateSwing.sol";
import {GovernanceFixture} from "../../helpers/GovernanceFixture.sol";

contract GovernorPreventLateSwingTest is GovernanceFixture {
    uint256 private id;
    uint256 private end;

    function setUp() public override {
        super.setUp();
        id = _proposeActive(dave, _grant(1e18));
        end = governor.proposalDeadline(id);
    }

    function test_LateQuorumExtends() public {
        vm.warp(end);
        vm.expectEmit(address(governor));
        emit IGovernorPreventLateSwing.ProposalExtended(id, end, end + SWING_WINDOW);
        _vote(bob, id, FOR);
        assertEq(governor.proposalDeadline(id), end + SWING_WINDOW);
        skip(1);
        _assertState(id, IGovernor.ProposalState.Active);
    }

    function test_LateMajorityAgainstExtends() public {
        _vote(carol, id, FOR);
        vm.warp(end - 1 hours);
        _vote(alice, id, AGAINST);
        assertEq(governor.proposalDeadline(id), end - 1 hours + SWING_WINDOW);
    }

    function test_LateChangeOfAVoteExtends() public {
        _vote(carol, id, FOR);
        vm.warp(end);
        vm.prank(carol);
        governor.changeVote(id, AGAINST, "", "");
        assertEq(governor.proposalDeadline(id), end + SWING_WINDOW);
    }

    function test_FlipBeforeTheWindowDoesNotExtend() public {
        vm.warp(end - SWING_WINDOW);
        _assertNotExtended(bob, FOR);
    }

    function test_LateVoteForTheSameOutcomeDoesNotExtend() public {
        _vote(bob, id, FOR);
        vm.warp(end);
        _assertNotExtended(alice, FOR);
    }

    function test_GOVERNANCE_15_NeverBeyondTwoWindows() public {
        vm.warp(end);
        _vote(carol, id, FOR);
        assertEq(governor.proposalDeadline(id), end + SWING_WINDOW);
        vm.warp(end + SWING_WINDOW);
        _vote(bob, id, AGAINST);
        assertEq(governor.proposalDeadline(id), end + 2 * SWING_WINDOW);
        vm.warp(end + 2 * SWING_WINDOW);
        _vote(alice, id, FOR);
        assertEq(governor.proposalDeadline(id), end + 2 * SWING_WINDOW);
        skip(1);
        _assertState(id, IGovernor.ProposalState.Succeeded);
    }

    function test_ExtensionNeverShortens() public {
        vm.warp(end - 1);
        _vote(carol, id, FOR);
        uint256 extended = governor.proposalDeadline(id);
        vm.warp(end);
        _vote(bob, id, AGAINST);
        assertEq(governor.proposalDeadline(id), extended + 1);
    }

    function test_GraceRunsFromTheExtendedEnd() public {
        vm.warp(end);
        _vote(bob, id, FOR);
        vm.warp(end + SWING_WINDOW + GRACE);
        _assertState(id, IGovernor.ProposalState.Succeeded);
        skip(1);
        _assertState(id, IGovernor.ProposalState.Expired);
    }

    function test_RevertWhen_VotedAfterTheExtendedEnd() public {
        vm.warp(end);
        _vote(bob, id, FOR);
        vm.warp(end + SWING_WINDOW + 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorUnexpectedProposalState.selector,
                id,
                IGovernor.ProposalState.Succeeded,
                bytes32(uint256(1) << uint8(IGovernor.ProposalState.Active))
            )
        );
        _vote(alice, id, AGAINST);
    }

    function test_RevertWhen_UnknownProposalVotedOn() public {
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorNonexistentProposal.selector, 1));
        _vote(alice, 1, FOR);
    }

    function testFuzz_GOVERNANCE_15_DeadlineIsBoundedAndNeverFalls(
        uint32[6] memory waits,
        uint8[6] memory choices
    ) public {
        address[3] memory voters = [alice, bob, carol];
        vm.warp(end - SWING_WINDOW + 1);
        uint256 deadline = end;
        for (uint256 i = 0; i < waits.length; ++i) {
            address voter = voters[i % 3];
            vm.prank(voter);
            if (i < 3) governor.castVote(id, choices[i] % 3);
            else governor.changeVote(id, choices[i] % 3, "", "");
            uint256 next = governor.proposalDeadline(id);
            assertGe(next, deadline);
            assertLe(next, end + 2 * SWING_WINDOW);
            deadline = next;
            vm.warp(block.timestamp + (waits[i] % (deadline - block.timestamp + 1)));
        }
    }

    function _assertNotExtended(address voter, uint8 support) private {
        vm.recordLogs();
        _vote(voter, id, support);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 1);
        assertEq(logs[0].topics[0], IGovernor.VoteCast.selector);
        assertEq(governor.proposalDeadline(id), end);
    }
}
