// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";

import {StandardActions} from "../../../contracts/governance/StandardActions.sol";
import {IGovernorBoundedSettings} from "../../../contracts/governance/interfaces/IGovernorBoundedSettings.sol";
import {IGovernorClassQuorum} from "../../../contracts/governance/interfaces/IGovernorClassQuorum.sol";
import {IGovernorLifecycle} from "../../../contracts/governance/interfaces/IGovernorLifecycle.sol";
import {IGovernorPreventLateSwing} from "../../../contracts/governance/interfaces/IGovernorPreventLateSwing.sol";
import {IGovernorProposalClass} from "../../../contracts/governance/interfaces/IGovernorProposalClass.sol";
import {IOpenGovernor} from "../../../contracts/governance/interfaces/IOpenGovernor.sol";
import {IStandardActions} from "../../../contracts/governance/interfaces/IStandardActions.sol";
import {ProposalClass} from "../../../contracts/governance/types/ProposalClass.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {GovernanceFixture} from "../../helpers/GovernanceFixture.sol";
import {IGovernorUnderTest} from "../../helpers/IGovernorUnderTest.sol";

contract OpenGovernorTest is GovernanceFixture {
    function deploy(IOpenGovernor.Params memory params, IStandardActions.StandardAction[] memory actions) external {
        _deployGovernor(params, actions);
    }

    function deployWith(IStandardActions its) external {
        _deployGovernor(_params(), its);
    }

    function test_StartValues() public view {
        assertEq(governor.votingDelay(), VOTING_DELAY);
        assertEq(governor.votingPeriod(), VOTING_PERIOD);
        assertEq(governor.swingWindow(), SWING_WINDOW);
        assertEq(governor.gracePeriod(), GRACE);
        assertEq(governor.proposalThreshold(), THRESHOLD);
        assertEq(governor.quorumNumerator(), 400);
        assertEq(governor.quorumDenominator(), 10_000);
        assertEq(governor.constitutionalQuorumNumerator(block.timestamp), 1_000);
        assertEq(governor.timelock(), address(timelock));
        assertEq(governor.token(), address(token));
        assertEq(governor.councilGuard(), councilGuard);
        assertEq(governor.name(), "Openmesh DAO");
    }

    function test_ClockIsThatOfTheToken() public view {
        assertEq(governor.clock(), token.clock());
        assertEq(governor.CLOCK_MODE(), token.CLOCK_MODE());
    }

    function test_GOVERNANCE_07_RuntimeFitsWithRoomToSpare() public view {
        assertLt(address(governor).code.length, 24_000);
    }

    function test_StandardGrant() public {
        Proposal memory p = _grant(OPEN_CAP);
        uint256 id = _idOf(p);
        vm.expectEmit(address(governor));
        emit IGovernorProposalClass.ProposalClassified(id, ProposalClass.Standard);
        _propose(dave, p);
        _assertState(id, IGovernor.ProposalState.Pending);

        vm.warp(governor.proposalSnapshot(id) + 1);
        _assertState(id, IGovernor.ProposalState.Active);
        vm.expectEmit(address(governor));
        emit IGovernor.VoteCast(carol, id, FOR, 20_000_000e18, "");
        _vote(carol, id, FOR);

        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Succeeded);
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalQueued(id, block.timestamp + TIMELOCK_DELAY);
        _queue(p);
        _assertState(id, IGovernor.ProposalState.Queued);

        vm.warp(governor.proposalEta(id));
        vm.expectEmit(address(governor));
        emit IGovernor.ProposalExecuted(id);
        _execute(p);
        _assertState(id, IGovernor.ProposalState.Executed);
        assertEq(token.balanceOf(grantee), OPEN_CAP);
        assertEq(token.balanceOf(address(timelock)), TREASURY - OPEN_CAP);
        assertEq(token.balanceOf(address(governor)), 0);
    }

    function test_EtherGrant() public {
        _executed(_single(grantee, ETHER_CAP, ""));
        assertEq(grantee.balance, ETHER_CAP);
        assertEq(address(timelock).balance, 1_000 ether - ETHER_CAP);
    }

    function test_ConstitutionalChangeOfASetting() public {
        Proposal memory p = _setting(abi.encodeCall(governor.setVotingDelay, (2 days)));
        uint256 id = _idOf(p);
        vm.expectEmit(address(governor));
        emit IGovernorProposalClass.ProposalClassified(id, ProposalClass.Constitutional);
        _propose(alice, p);
        vm.warp(governor.proposalSnapshot(id) + 1);
        _vote(alice, id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
        _queue(p);
        vm.warp(governor.proposalEta(id));
        vm.expectEmit(address(governor));
        emit IGovernorUnderTest.VotingDelaySet(VOTING_DELAY, 2 days);
        _execute(p);
        assertEq(governor.votingDelay(), 2 days);
    }

    function test_GOVERNANCE_20_ConstitutionalNeedsMoreThanTwiceAgainst() public {
        Proposal memory p = _setting(abi.encodeCall(governor.setVotingDelay, (2 days)));
        uint256 id = _proposeActive(alice, p);
        // 40M for, 20M against: exactly twice is not enough.
        vm.prank(alice);
        governor.castVoteWithReasonAndParams(id, SPLIT, "", _split(0, 40_000_000e18, 0));
        _vote(carol, id, AGAINST);
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Defeated);
    }

    function test_ConstitutionalPassesAWeiAboveTwiceAgainst() public {
        Proposal memory p = _setting(abi.encodeCall(governor.setVotingDelay, (2 days)));
        uint256 id = _proposeActive(alice, p);
        vm.prank(alice);
        governor.castVoteWithReasonAndParams(id, SPLIT, "", _split(0, 40_000_000e18 + 1, 0));
        _vote(carol, id, AGAINST);
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Succeeded);
    }

    function test_GOVERNANCE_20_StandardNeedsASimpleMajority() public {
        uint256 id = _proposeActive(alice, _grant(1e18));
        vm.prank(alice);
        governor.castVoteWithReasonAndParams(id, SPLIT, "", _split(0, 20_000_000e18, 0));
        _vote(carol, id, AGAINST);
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Defeated);
    }

    function test_GOVERNANCE_01_RevertWhen_ProposerBelowThreshold() public {
        Proposal memory p = _grant(1e18);
        vm.expectRevert(
            abi.encodeWithSelector(IGovernor.GovernorInsufficientProposerVotes.selector, erin, THRESHOLD - 1, THRESHOLD)
        );
        _propose(erin, p);
    }

    function test_GOVERNANCE_02_RevertWhen_DescriptionNamesAnotherProposer() public {
        Proposal memory p = _grant(1e18);
        p.description = string.concat("Grant #proposer=", vm.toString(alice));
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorRestrictedProposer.selector, dave));
        _propose(dave, p);
    }

    function test_GOVERNANCE_40_RevertWhen_ExecutedBeforeTheDelay() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _queued(p);
        vm.warp(governor.proposalEta(id) - 1);
        bytes memory err = abi.encodeWithSignature(
            "TimelockUnexpectedOperationState(bytes32,bytes32)",
            _operation(p),
            bytes32(uint256(4))
        );
        vm.expectRevert(err);
        _execute(p);
    }

    function test_GOVERNANCE_05_RevertWhen_SetterCalledOutsideAVote() public {
        address[2] memory callers = [alice, address(this)];
        for (uint256 i = 0; i < callers.length; ++i) {
            bytes memory denied = abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, callers[i]);
            vm.startPrank(callers[i]);
            vm.expectRevert(denied);
            governor.setVotingDelay(2 days);
            vm.expectRevert(denied);
            governor.setVotingPeriod(8 days);
            vm.expectRevert(denied);
            governor.setProposalThreshold(2_000_000e18);
            vm.expectRevert(denied);
            governor.updateQuorumNumerator(500);
            vm.expectRevert(denied);
            governor.updateConstitutionalQuorumNumerator(1_100);
            vm.expectRevert(denied);
            governor.updateQuorumFloor(ProposalClass.Standard, 20_000_000e18);
            vm.expectRevert(denied);
            governor.relay(grantee, 0, "");
            vm.stopPrank();
        }
    }

    function test_GOVERNANCE_06_RevertWhen_ListIsForAnotherGovernor() public {
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        vm.expectRevert(
            abi.encodeWithSelector(
                IOpenGovernor.OpenGovernor_ListNamesOtherGovernor.selector,
                predicted,
                address(governor)
            )
        );
        this.deployWith(list);
    }

    function test_RevertWhen_ListIsForAnotherTimelock() public {
        uint256 nonce = vm.getNonce(address(this));
        OpenToken other = new OpenToken(address(this), stranger);
        IStandardActions its = new StandardActions(
            vm.computeCreateAddress(address(this), nonce + 2),
            stranger,
            other,
            new address[](0),
            new IStandardActions.StandardAction[](0)
        );
        vm.expectRevert(
            abi.encodeWithSelector(
                IOpenGovernor.OpenGovernor_ListNamesOtherTimelock.selector,
                address(timelock),
                stranger
            )
        );
        this.deployWith(its);
    }

    function test_GOVERNANCE_06_RevertWhen_TimelockReplaced() public {
        Proposal memory p = _setting(abi.encodeCall(governor.updateTimelock, (alice)));
        _ready(p);
        vm.expectRevert(abi.encodeWithSelector(IOpenGovernor.OpenGovernor_TimelockIsFixed.selector, address(timelock)));
        _execute(p);
    }

    function test_GOVERNANCE_05_RevertWhen_VotingDelayOutOfBounds() public {
        _assertRefused(
            abi.encodeCall(governor.setVotingDelay, (1 hours - 1)),
            _bounds(
                IGovernorBoundedSettings.GovernorBoundedSettings_VotingDelayOutOfBounds.selector,
                1 hours - 1,
                1 hours,
                14 days
            )
        );
        _assertRefused(
            abi.encodeCall(governor.setVotingDelay, (14 days + 1)),
            _bounds(
                IGovernorBoundedSettings.GovernorBoundedSettings_VotingDelayOutOfBounds.selector,
                14 days + 1,
                1 hours,
                14 days
            )
        );
    }

    function test_RevertWhen_VotingPeriodOutOfBounds() public {
        bytes4 selector = IGovernorBoundedSettings.GovernorBoundedSettings_VotingPeriodOutOfBounds.selector;
        _assertRefused(
            abi.encodeCall(governor.setVotingPeriod, (1 days - 1)),
            _bounds(selector, 1 days - 1, 1 days, 30 days)
        );
        _assertRefused(
            abi.encodeCall(governor.setVotingPeriod, (30 days + 1)),
            _bounds(selector, 30 days + 1, 1 days, 30 days)
        );
    }

    function test_RevertWhen_ProposalThresholdOutOfBounds() public {
        bytes4 selector = IGovernorBoundedSettings.GovernorBoundedSettings_ProposalThresholdOutOfBounds.selector;
        _assertRefused(
            abi.encodeCall(governor.setProposalThreshold, (100_000e18 - 1)),
            _bounds(selector, 100_000e18 - 1, 100_000e18, 10_000_000e18)
        );
        _assertRefused(
            abi.encodeCall(governor.setProposalThreshold, (10_000_000e18 + 1)),
            _bounds(selector, 10_000_000e18 + 1, 100_000e18, 10_000_000e18)
        );
    }

    function test_GOVERNANCE_05_RevertWhen_QuorumOutOfBounds() public {
        _assertRefused(abi.encodeCall(governor.updateQuorumNumerator, (99)), _numerator(0, 99, 100, 1_000));
        _assertRefused(abi.encodeCall(governor.updateQuorumNumerator, (1_001)), _numerator(0, 1_001, 100, 1_000));
        _assertRefused(
            abi.encodeCall(governor.updateConstitutionalQuorumNumerator, (999)),
            _numerator(1, 999, 1_000, 3_000)
        );
        _assertRefused(
            abi.encodeCall(governor.updateConstitutionalQuorumNumerator, (3_001)),
            _numerator(1, 3_001, 1_000, 3_000)
        );
    }

    function test_RevertWhen_QuorumFloorOutOfBounds() public {
        _assertFloorRefused(ProposalClass.Standard, 1_000_000e18, 30_000_000e18);
        _assertFloorRefused(ProposalClass.Constitutional, 30_000_000e18, 100_000_000e18);
    }

    function test_RevertWhen_TokenNamesOtherTimelock() public {
        vm.mockCall(address(token), abi.encodeWithSignature("timelock()"), abi.encode(stranger));
        vm.expectRevert(
            abi.encodeWithSelector(
                IOpenGovernor.OpenGovernor_TokenNamesOtherTimelock.selector,
                address(timelock),
                stranger
            )
        );
        this.deployWith(list);
    }

    function test_RevertWhen_ClockIsNotTimestamp() public {
        vm.mockCall(address(token), abi.encodeCall(IERC6372.clock, ()), abi.encode(uint48(7)));
        vm.expectRevert(
            abi.encodeWithSelector(IOpenGovernor.OpenGovernor_ClockIsNotTimestamp.selector, uint256(7), block.timestamp)
        );
        this.deploy(_params(), _standardActions());
    }

    function test_RevertWhen_SwingWindowOutOfBounds() public {
        IOpenGovernor.Params memory params = _params();
        params.swingWindow = 7 days + 1;
        vm.expectRevert(
            _bounds(
                IGovernorPreventLateSwing.GovernorPreventLateSwing_WindowOutOfBounds.selector,
                7 days + 1,
                1 hours,
                7 days
            )
        );
        this.deploy(params, _standardActions());
    }

    function test_RevertWhen_GracePeriodOutOfBounds() public {
        IOpenGovernor.Params memory params = _params();
        params.gracePeriod = 3 days - 1;
        vm.expectRevert(
            _bounds(IGovernorLifecycle.GovernorLifecycle_GracePeriodOutOfBounds.selector, 3 days - 1, 3 days, 60 days)
        );
        this.deploy(params, _standardActions());
    }

    function _assertRefused(bytes memory data, bytes memory err) private {
        Proposal memory p = _setting(data);
        _ready(p);
        vm.expectRevert(err);
        _execute(p);
    }

    function _assertFloorRefused(ProposalClass class, uint256 min, uint256 max) private {
        uint256[2] memory floors = [min - 1, max + 1];
        for (uint256 i = 0; i < 2; ++i) {
            _assertRefused(
                abi.encodeCall(governor.updateQuorumFloor, (class, floors[i])),
                abi.encodeWithSelector(
                    IGovernorClassQuorum.GovernorClassQuorum_FloorOutOfBounds.selector,
                    class,
                    floors[i],
                    min,
                    max
                )
            );
        }
    }

    function _bounds(bytes4 selector, uint256 value, uint256 min, uint256 max) private pure returns (bytes memory) {
        return abi.encodeWithSelector(selector, value, min, max);
    }

    function _numerator(uint8 class, uint256 value, uint256 min, uint256 max) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IGovernorClassQuorum.GovernorClassQuorum_NumeratorOutOfBounds.selector,
                class,
                value,
                min,
                max
            );
    }
}
