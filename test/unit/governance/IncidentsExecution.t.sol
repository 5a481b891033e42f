// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {Errors} from "@openzeppelin/contracts/utils/Errors.sol";

import {ICouncilGuard} from "../../../contracts/governance/interfaces/ICouncilGuard.sol";
import {IStandardActions} from "../../../contracts/governance/interfaces/IStandardActions.sol";
import {ProposalClass} from "../../../contracts/governance/types/ProposalClass.sol";
import {GovernanceFixture} from "../../helpers/GovernanceFixture.sol";
import {IGovernorUnderTest} from "../../helpers/IGovernorUnderTest.sol";

/// @dev Harmless, as it was when it was voted on.
contract Promise {
    uint256 public kept;

    function keep() external {
        kept = 1;
    }
}

/// @dev What took its place: tries to own its caller. By a delegatecall it would.
contract Takeover {
    uint256 public kept;
    mapping(bytes32 => mapping(address => bool)) private _roles;

    function keep() external {
        kept = 2;
        _roles[keccak256("PROPOSER_ROLE")][msg.sender] = true;
    }
}

/// @dev Answers with more than anybody wants to read.
contract Bomb {
    function explode() external pure {
        assembly {
            revert(0, 300000)
        }
    }
}

/// @dev Incidents and weaknesses of other DAOs that concern what is done after a vote, tried here.
contract IncidentsExecutionTest is GovernanceFixture {
    /// @dev Tornado Cash, 2023: the code of a proposal was swapped after the vote, and ran as the DAO.
    function test_Incident06_CodeSwappedAfterTheVoteRunsAsItselfOnly() public {
        Promise target = new Promise();
        Proposal memory p = _single(address(target), 0, abi.encodeCall(Promise.keep, ()));
        _ready(p);
        vm.etch(address(target), type(Takeover).runtimeCode);
        _execute(p);
        assertEq(target.kept(), 2);
        assertFalse(timelock.hasRole(timelock.PROPOSER_ROLE(), address(target)));
        assertFalse(timelock.hasRole(timelock.PROPOSER_ROLE(), stranger));
        assertEq(token.balanceOf(address(timelock)), TREASURY);
    }

    /// @dev GHSA-5h3x-9wvq-w4m2: somebody proposes the same first, becomes the proposer and cancels.
    function test_Incident08_RevertWhen_AProposalIsTakenFromItsProposer() public {
        Proposal memory p = _grant(OPEN_CAP);
        p.description = string.concat("Pay the guild #proposer=", vm.toString(alice));
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorRestrictedProposer.selector, bob));
        _propose(bob, p);
        uint256 id = _propose(alice, p);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorUnableToCancel.selector, id, bob));
        _cancel(bob, p);
    }

    /// @dev CVE-2021-39167: an executor ran a batch that scheduled itself while it ran.
    function test_Incident10_RevertWhen_ABatchSchedulesItself() public {
        _grantRoles(stranger);
        (address[] memory targets, uint256[] memory values, bytes[] memory calldatas) = _one();
        (targets[0], calldatas[0]) = (
            address(timelock),
            abi.encodeCall(
                TimelockController.schedule,
                (grantee, 1 ether, "", bytes32(0), bytes32(0), timelock.getMinDelay())
            )
        );
        bytes32 id = timelock.hashOperationBatch(targets, values, calldatas, 0, 0);
        vm.expectRevert(
            abi.encodeWithSelector(
                TimelockController.TimelockUnexpectedOperationState.selector,
                id,
                bytes32(1 << uint8(TimelockController.OperationState.Ready))
            )
        );
        vm.prank(stranger);
        timelock.executeBatch(targets, values, calldatas, 0, 0);
    }

    /// @dev And the governor's own execution cannot be entered again for the same proposal.
    function test_Incident10_RevertWhen_AProposalExecutesItself() public {
        Proposal memory p = _empty("recursive");
        _add(p, address(this), 0, abi.encodeCall(this.executeAgain, ()));
        _again = p;
        uint256 id = _ready(p);
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorUnexpectedProposalState.selector,
                id,
                IGovernor.ProposalState.Executed,
                bytes32(1 << uint8(IGovernor.ProposalState.Queued))
            )
        );
        _execute(p);
        _assertState(id, IGovernor.ProposalState.Queued);
    }

    /// @dev OpenZeppelin's warning, ENS: whoever else may propose to the timelock acts without a vote.
    function test_Incident11_OnlyTheGovernorHasDutiesAtTheTimelock() public {
        bytes32[3] memory duties = [timelock.PROPOSER_ROLE(), timelock.EXECUTOR_ROLE(), timelock.CANCELLER_ROLE()];
        address[7] memory others = [address(0), address(this), alice, council, councilGuard, address(list), stranger];
        for (uint256 i = 0; i < duties.length; ++i) {
            assertTrue(timelock.hasRole(duties[i], address(governor)));
            for (uint256 j = 0; j < others.length; ++j) assertFalse(timelock.hasRole(duties[i], others[j]));
        }
        for (uint256 j = 0; j < others.length; ++j) {
            assertFalse(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), others[j]));
        }
        assertFalse(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), address(governor)));
    }

    function test_Incident11_RevertWhen_OthersUseTheTimelockDirectly() public {
        (address[] memory targets, uint256[] memory values, bytes[] memory calldatas) = _one();
        bytes32 proposer = timelock.PROPOSER_ROLE();
        bytes32 executor = timelock.EXECUTOR_ROLE();
        for (uint256 i = 0; i < 3; ++i) {
            address caller = [alice, council, councilGuard][i];
            vm.startPrank(caller);
            vm.expectRevert(_unauthorized(caller, proposer));
            timelock.schedule(grantee, 1 ether, "", 0, 0, TIMELOCK_DELAY);
            vm.expectRevert(_unauthorized(caller, proposer));
            timelock.scheduleBatch(targets, values, calldatas, 0, 0, TIMELOCK_DELAY);
            vm.expectRevert(_unauthorized(caller, executor));
            timelock.execute(grantee, 1 ether, "", 0, 0);
            vm.stopPrank();
        }
    }

    /// @dev Two governors on one timelock with the same actions and text: each has an operation of its own there.
    function test_Incident12_TwoGovernorsDoNotShareOperations() public {
        (IGovernorUnderTest other, ) = _otherGovernor();
        _grantRoles(address(other));
        Proposal memory p = _single(grantee, 1 ether, "");
        uint256 id = _propose(alice, p);
        vm.prank(alice);
        assertEq(other.propose(p.targets, p.values, p.calldatas, p.description), id);
        vm.warp(governor.proposalSnapshot(id) + 1);
        _vote(alice, id, FOR);
        vm.prank(alice);
        other.castVote(id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
        _queue(p);
        other.queue(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
        vm.warp(governor.proposalEta(id));
        _execute(p);
        other.execute(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
        assertEq(grantee.balance, 2 ether);
    }

    function test_Incident12_RevertWhen_AnExecutedProposalIsProposedAgain() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _executed(p);
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorUnexpectedProposalState.selector,
                id,
                IGovernor.ProposalState.Executed,
                bytes32(0)
            )
        );
        _propose(alice, p);
    }

    /// @dev OpenZeppelin's governor: what was approved once can be executed in any later year.
    function test_Incident13_RevertWhen_AnApprovalIsStale() public {
        Proposal memory p = _grant(1e18);
        uint256 id = _ready(p);
        skip(GRACE + 1);
        _assertState(id, IGovernor.ProposalState.Expired);
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorUnexpectedProposalState.selector,
                id,
                IGovernor.ProposalState.Expired,
                bytes32(1 << uint8(IGovernor.ProposalState.Queued))
            )
        );
        _execute(p);
        assertEq(token.balanceOf(grantee), 0);
    }

    /// @dev Moonwell, 2026, and every DAO that moved: a deployment that nobody watches any more still had its roles.
    function test_Incident05_AReplacedGovernorCanDoNothing() public {
        (IGovernorUnderTest next, ) = _otherGovernor();
        Proposal memory move = _empty("Move to the next governor");
        bytes32[3] memory duties = [timelock.PROPOSER_ROLE(), timelock.EXECUTOR_ROLE(), timelock.CANCELLER_ROLE()];
        for (uint256 i = 0; i < 3; ++i) {
            _add(move, address(timelock), 0, abi.encodeCall(timelock.grantRole, (duties[i], address(next))));
            _add(move, address(timelock), 0, abi.encodeCall(timelock.revokeRole, (duties[i], address(governor))));
        }
        _executed(move);
        Proposal memory p = _grant(1e18);
        _passed(p);
        vm.expectRevert(_unauthorized(address(governor), duties[0]));
        _queue(p);
    }

    /// @dev Agora: an admin whom the governor's own guard let pass.
    function test_Incident24_RevertWhen_AnybodyChangesSettingsWithoutAVote() public {
        address[6] memory callers = [address(this), alice, council, councilGuard, address(governor), address(list)];
        for (uint256 i = 0; i < callers.length; ++i) {
            bytes memory denied = abi.encodeWithSelector(IGovernor.GovernorOnlyExecutor.selector, callers[i]);
            vm.startPrank(callers[i]);
            vm.expectRevert(denied);
            governor.setVotingDelay(1 days);
            vm.expectRevert(denied);
            governor.setVotingPeriod(8 days);
            vm.expectRevert(denied);
            governor.setProposalThreshold(2_000_000e18);
            vm.expectRevert(denied);
            governor.updateQuorumNumerator(500);
            vm.expectRevert(denied);
            governor.updateConstitutionalQuorumNumerator(1_500);
            vm.expectRevert(denied);
            governor.updateQuorumFloor(ProposalClass.Standard, 2_000_000e18);
            vm.expectRevert(denied);
            governor.relay(grantee, 0, "");
            vm.expectRevert(abi.encodeWithSelector(IStandardActions.StandardActions_NotTimelock.selector, callers[i]));
            list.setStandardAction(grantee, 0x12345678, 1);
            vm.stopPrank();
        }
    }

    /// @dev EIP-7825: no transaction can use more than 16,777,216 gas.
    /// forge-config: default.isolate = true
    function test_Incident25_ThirtyActionsFitIntoATransaction() public {
        Proposal memory p = _empty("thirty payments");
        for (uint256 i = 0; i < 30; ++i) {
            _add(p, address(token), 0, abi.encodeCall(token.transfer, (address(uint160(0xbeef00 + i)), 1e18)));
        }
        _propose(alice, p);
        assertLt(vm.lastCallGas().gasTotalUsed, 16_777_216);
        uint256 id = _idOf(p);
        vm.warp(governor.proposalSnapshot(id) + 1);
        _vote(alice, id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
        _queue(p);
        assertLt(vm.lastCallGas().gasTotalUsed, 16_777_216);
        vm.warp(governor.proposalEta(id));
        _execute(p);
        uint256 used = vm.lastCallGas().gasTotalUsed;
        emit log_named_uint("execute of thirty transfers", used);
        assertLt(used, 16_777_216);
        assertEq(token.balanceOf(address(0xbeef1d)), 1e18);
    }

    /// @dev Aragon's failure map: here one failure undoes all, and the proposal can be tried again.
    function test_Incident26_OneRevertUndoesAllAndLosesNothing() public {
        Proposal memory p = _grant(1e18);
        _add(p, grantee, 2_000 ether, "");
        uint256 id = _ready(p);
        vm.expectRevert(Errors.FailedCall.selector);
        _execute(p);
        _assertState(id, IGovernor.ProposalState.Queued);
        assertEq(token.balanceOf(grantee), 0);
        assertEq(list.moved(address(token)), 0);
        vm.deal(address(timelock), 2_000 ether);
        _execute(p);
        assertEq(grantee.balance, 2_000 ether);
        assertEq(token.balanceOf(grantee), 1e18);
    }

    function test_Incident26_AReturnBombHurtsItsOwnProposalOnly() public {
        Proposal memory bomb = _single(address(new Bomb()), 0, abi.encodeCall(Bomb.explode, ()));
        Proposal memory other = _grant(1e18);
        _bothReady(bomb, other);
        uint256 id = _idOf(bomb);
        (bool success, bytes memory reason) = address(governor).call(
            abi.encodeCall(
                IGovernor.execute,
                (bomb.targets, bomb.values, bomb.calldatas, keccak256(bytes(bomb.description)))
            )
        );
        assertFalse(success);
        assertEq(reason.length, 300_000);
        _assertState(id, IGovernor.ProposalState.Queued);
        _execute(other);
        assertEq(token.balanceOf(grantee), 1e18);
    }

    /// @dev A council that was taken over, or that stays for ever because nobody votes it out.
    function test_Incident28_TheCouncilCanNeitherProposeNorExecute() public {
        Proposal memory p = _grant(1e18);
        vm.expectRevert(
            abi.encodeWithSelector(IGovernor.GovernorInsufficientProposerVotes.selector, council, 0, THRESHOLD)
        );
        _propose(council, p);
        bytes32 executor = timelock.EXECUTOR_ROLE();
        vm.expectRevert(_unauthorized(council, executor));
        vm.prank(council);
        timelock.execute(grantee, 1 ether, "", 0, 0);
    }

    function test_Incident28_RevertWhen_TheCouncilActsAfterItsTerm() public {
        vm.warp(guard.expiry() + 1);
        Proposal memory p = _grant(1e18);
        _propose(alice, p);
        vm.expectRevert(abi.encodeWithSelector(ICouncilGuard.CouncilGuard_Expired.selector, guard.expiry()));
        _guardCancel(council, p);
    }

    Proposal private _again;

    function executeAgain() external {
        _execute(_again);
    }

    function _grantRoles(address account) private {
        vm.startPrank(address(timelock));
        timelock.grantRole(timelock.PROPOSER_ROLE(), account);
        timelock.grantRole(timelock.EXECUTOR_ROLE(), account);
        vm.stopPrank();
    }

    function _otherGovernor() private returns (IGovernorUnderTest, IStandardActions) {
        return _deployGovernor(_params(), _standardActions());
    }

    function _one() private view returns (address[] memory targets, uint256[] memory values, bytes[] memory calldatas) {
        (targets, values, calldatas) = (new address[](1), new uint256[](1), new bytes[](1));
        (targets[0], values[0]) = (grantee, 1 ether);
    }

    function _unauthorized(address account, bytes32 role) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, account, role);
    }
}
