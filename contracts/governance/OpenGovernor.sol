// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorTimelockControl} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {GovernorVotesQuorumFraction} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

import {IOpenToken} from "../token/interfaces/IOpenToken.sol";
import {GovernorBoundedSettings} from "./extensions/GovernorBoundedSettings.sol";
import {GovernorChangeVoteBySig} from "./extensions/GovernorChangeVoteBySig.sol";
import {GovernorClassQuorum} from "./extensions/GovernorClassQuorum.sol";
import {GovernorCountingFlexible} from "./extensions/GovernorCountingFlexible.sol";
import {GovernorHold} from "./extensions/GovernorHold.sol";
import {GovernorLifecycle} from "./extensions/GovernorLifecycle.sol";
import {GovernorPreventLateSwing} from "./extensions/GovernorPreventLateSwing.sol";
import {GovernorProposalClass} from "./extensions/GovernorProposalClass.sol";
import {GovernorProposeBySig} from "./extensions/GovernorProposeBySig.sol";
import {IGovernorProposalClass} from "./interfaces/IGovernorProposalClass.sol";
import {IOpenGovernor} from "./interfaces/IOpenGovernor.sol";
import {IStandardActions} from "./interfaces/IStandardActions.sol";
import {ProposalClass} from "./types/ProposalClass.sol";

/// @notice See {IOpenGovernor}.
/// @dev The order of inheritance matters: {state} of the lifecycle must see what the timelock says, and the class of a
/// proposal is asked before the timelock executes it.
contract OpenGovernor is
    IOpenGovernor,
    GovernorBoundedSettings,
    GovernorTimelockControl,
    GovernorProposalClass,
    GovernorClassQuorum,
    GovernorChangeVoteBySig,
    GovernorPreventLateSwing,
    GovernorLifecycle,
    GovernorProposeBySig,
    GovernorHold
{
    /// @param token_ OPEN.
    /// @param timelock_ Timelock that OPEN names.
    /// @param params Start values.
    /// @param standardActions_ List that decides which proposals are standard; already deployed for this governor.
    /// @param councilGuard_ Contract that cancels for the council; may be deployed later.
    /// @param validatorHouse_ Contract through which validators hold what is queued; may be deployed later, zero for none.
    constructor(
        IOpenToken token_,
        TimelockController timelock_,
        Params memory params,
        IStandardActions standardActions_,
        address councilGuard_,
        address validatorHouse_
    )
        Governor("Openmesh DAO")
        GovernorSettings(params.votingDelay, params.votingPeriod, params.proposalThreshold)
        GovernorVotes(token_)
        GovernorVotesQuorumFraction(params.quorumNumerator)
        GovernorTimelockControl(timelock_)
        GovernorProposalClass(standardActions_)
        GovernorClassQuorum(params.constitutionalQuorumNumerator, params.quorumFloor, params.constitutionalQuorumFloor)
        GovernorPreventLateSwing(params.swingWindow)
        GovernorLifecycle(params.gracePeriod, councilGuard_)
        GovernorHold(validatorHouse_)
    {
        address named = token_.timelock();
        require(named == address(timelock_), OpenGovernor_TokenNamesOtherTimelock(address(timelock_), named));
        uint256 clock_ = token_.clock();
        require(clock_ == block.timestamp, OpenGovernor_ClockIsNotTimestamp(clock_, block.timestamp));
        named = standardActions_.governor();
        require(named == address(this), OpenGovernor_ListNamesOtherGovernor(address(this), named));
        named = standardActions_.timelock();
        require(named == address(timelock_), OpenGovernor_ListNamesOtherTimelock(address(timelock_), named));
    }

    /// @inheritdoc GovernorTimelockControl
    /// @dev Always reverts: another timelock would strand what is queued and own nothing.
    function updateTimelock(TimelockController) public view override {
        revert OpenGovernor_TimelockIsFixed(timelock());
    }

    /// @inheritdoc GovernorVotes
    /// @dev The constructor made sure that this is OPEN's clock; asking OPEN each time would cost a call per vote.
    function clock() public view override(Governor, GovernorVotes) returns (uint48) {
        return uint48(block.timestamp);
    }

    /// @inheritdoc GovernorVotes
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override(Governor, GovernorVotes) returns (string memory) {
        return "mode=timestamp";
    }

    /// @inheritdoc Governor
    function proposalThreshold() public view override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }

    /// @inheritdoc Governor
    function quorum(uint256 timepoint) public view override(Governor, GovernorClassQuorum) returns (uint256) {
        return super.quorum(timepoint);
    }

    /// @inheritdoc GovernorProposalClass
    function proposalClass(
        uint256 proposalId
    ) public view override(IGovernorProposalClass, GovernorProposalClass, GovernorClassQuorum) returns (ProposalClass) {
        return GovernorProposalClass.proposalClass(proposalId);
    }

    /// @inheritdoc Governor
    function state(
        uint256 proposalId
    ) public view override(Governor, GovernorTimelockControl, GovernorLifecycle) returns (ProposalState) {
        return super.state(proposalId);
    }

    /// @inheritdoc Governor
    function proposalDeadline(
        uint256 proposalId
    ) public view override(Governor, GovernorPreventLateSwing) returns (uint256) {
        return super.proposalDeadline(proposalId);
    }

    /// @inheritdoc Governor
    function proposalEta(uint256 proposalId) public view override(Governor, GovernorHold) returns (uint256) {
        return super.proposalEta(proposalId);
    }

    /// @inheritdoc Governor
    function proposalNeedsQueuing(
        uint256 proposalId
    ) public view override(Governor, GovernorTimelockControl) returns (bool) {
        return super.proposalNeedsQueuing(proposalId);
    }

    function _propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description,
        address proposer
    ) internal override(Governor, GovernorProposalClass, GovernorLifecycle) returns (uint256) {
        return super._propose(targets, values, calldatas, description, proposer);
    }

    function _castVote(
        uint256 proposalId,
        address account,
        uint8 support,
        string memory reason,
        bytes memory params
    ) internal override(Governor, GovernorPreventLateSwing) returns (uint256) {
        return super._castVote(proposalId, account, support, reason, params);
    }

    function _changeVote(
        uint256 proposalId,
        address voter,
        uint8 support,
        string memory reason,
        bytes memory params
    ) internal override watchingSwing(proposalId) returns (uint256) {
        return super._changeVote(proposalId, voter, support, reason, params);
    }

    function _queueOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint48) {
        return super._queueOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl, GovernorProposalClass, GovernorHold) {
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint256) {
        return super._cancel(targets, values, calldatas, descriptionHash);
    }

    function _validateVoteSig(
        uint256 proposalId,
        uint8 support,
        address voter,
        bytes memory signature
    ) internal override(Governor, GovernorChangeVoteBySig) returns (bool) {
        return super._validateVoteSig(proposalId, support, voter, signature);
    }

    function _validateExtendedVoteSig(
        uint256 proposalId,
        uint8 support,
        address voter,
        string memory reason,
        bytes memory params,
        bytes memory signature
    ) internal override(Governor, GovernorChangeVoteBySig) returns (bool) {
        return super._validateExtendedVoteSig(proposalId, support, voter, reason, params, signature);
    }

    function _useCheckedNonce(address owner, uint256 nonce) internal override(Nonces, GovernorCountingFlexible) {
        super._useCheckedNonce(owner, nonce);
    }

    function _validateCancel(
        uint256 proposalId,
        address caller
    ) internal view override(Governor, GovernorLifecycle) returns (bool) {
        return super._validateCancel(proposalId, caller);
    }

    function _quorumReached(uint256 proposalId) internal view override returns (bool) {
        if (_wasQueued(proposalId)) return true;
        (, uint256 forVotes, uint256 abstainVotes) = proposalVotes(proposalId);
        return forVotes + abstainVotes >= proposalQuorum(proposalId);
    }

    function _voteSucceeded(uint256 proposalId) internal view override returns (bool) {
        if (_wasQueued(proposalId)) return true;
        (uint256 againstVotes, uint256 forVotes, ) = proposalVotes(proposalId);
        uint256 bar = proposalClass(proposalId) == ProposalClass.Standard ? againstVotes : 2 * againstVotes;
        return forVotes > bar;
    }

    function _executor() internal view override(Governor, GovernorTimelockControl) returns (address) {
        return super._executor();
    }

    /// @dev Queued once, the outcome is settled: nobody votes any more, and the quorum lies in the past. The timelock's
    /// time says so without asking the validators' house.
    function _wasQueued(uint256 proposalId) private view returns (bool) {
        return Governor.proposalEta(proposalId) != 0;
    }
}
