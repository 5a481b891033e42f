// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IOpenToken} from "../token/interfaces/IOpenToken.sol";
import {ICouncilGuard} from "./interfaces/ICouncilGuard.sol";
import {IGovernanceLens} from "./interfaces/IGovernanceLens.sol";
import {IGovernorCountingFlexible} from "./interfaces/IGovernorCountingFlexible.sol";
import {IOpenGovernor} from "./interfaces/IOpenGovernor.sol";
import {PROPOSER_RETENTION} from "./libraries/ProposerRetention.sol";
import {ProposalClass} from "./types/ProposalClass.sol";

/// @notice See {IGovernanceLens}.
contract GovernanceLens is IGovernanceLens {
    uint256 private constant _BPS = 10_000;

    /// @inheritdoc IGovernanceLens
    address public immutable governor;

    IOpenToken private immutable _TOKEN;
    ICouncilGuard private immutable _GUARD;

    /// @param governor_ Governor; it names OPEN and the council's guard.
    constructor(address payable governor_) {
        governor = governor_;
        _TOKEN = IOpenToken(address(GovernorVotes(governor_).token()));
        _GUARD = ICouncilGuard(IOpenGovernor(governor_).councilGuard());
    }

    /// @inheritdoc IGovernanceLens
    function getProposals(
        uint256[] calldata proposalIds,
        address account
    ) external view returns (Proposal[] memory proposals) {
        proposals = new Proposal[](proposalIds.length);
        for (uint256 i = 0; i < proposalIds.length; ++i) proposals[i] = getProposal(proposalIds[i], account);
    }

    /// @inheritdoc IGovernanceLens
    function getAccount(address account) external view returns (Account memory a) {
        a.account = account;
        a.balance = _TOKEN.balanceOf(account);
        a.escrowed = _escrowed(account);
        a.pendingVotes = _TOKEN.pendingVotes(account);
        a.delegatee = _TOKEN.delegates(account);
        a.votes = _TOKEN.getVotes(account);
        a.threshold = _governor().proposalThreshold();
        a.latestProposal = _openGovernor().latestProposal(account);
        // The governor counts the votes of the second before.
        a.mayPropose =
            _governor().getVotes(account, block.timestamp - 1) >= a.threshold &&
            (a.latestProposal == 0 || !_isBeforeEnd(_governor().state(a.latestProposal)));
        a.tokenNonce = _TOKEN.nonces(account);
        a.proposeNonce = NoncesKeyed(governor).nonces(account);
        a.whyZero = _whyZero(account, a.votes, a.votes);
    }

    /// @inheritdoc IGovernanceLens
    function getProposal(uint256 proposalId, address account) public view returns (Proposal memory p) {
        p.proposalId = proposalId;
        p.exists = _governor().proposalSnapshot(proposalId) != 0;
        if (!p.exists) return p;
        p.state = _governor().state(proposalId);
        p.class = _openGovernor().proposalClass(proposalId);
        p.proposer = _governor().proposalProposer(proposalId);
        p.proposerVotes = _TOKEN.getVotes(p.proposer);
        p.threshold = _governor().proposalThreshold();
        p.schedule = _schedule(proposalId, p.state);
        p.tally = _tally(p);
        p.cancelling = _cancelling(p);
        p.voter = _voter(p, account);
    }

    function _schedule(uint256 proposalId, IGovernor.ProposalState state) private view returns (Schedule memory s) {
        s.snapshot = _governor().proposalSnapshot(proposalId);
        s.deadline = _governor().proposalDeadline(proposalId);
        s.originalDeadline = _openGovernor().originalDeadline(proposalId);
        s.latestDeadline = _isBeforeEnd(state) ? s.originalDeadline + 2 * _openGovernor().swingWindow() : s.deadline;
        s.eta = _governor().proposalEta(proposalId);
        uint256 grace = _openGovernor().gracePeriod();
        if (state == IGovernor.ProposalState.Succeeded) s.approvalExpiry = s.deadline + grace;
        else if (state == IGovernor.ProposalState.Queued) s.approvalExpiry = s.eta + grace;
    }

    function _tally(Proposal memory p) private view returns (Tally memory t) {
        (t.againstVotes, t.forVotes, t.abstainVotes) = _openGovernor().proposalVotes(p.proposalId);
        t.isQuorumFixed = p.schedule.snapshot < block.timestamp;
        t.quorum =
            t.isQuorumFixed ? _openGovernor().proposalQuorum(p.proposalId) : _quorum(p.class, block.timestamp - 1);
        bool isStandard = p.class == ProposalClass.Standard;
        t.forBar = isStandard ? t.againstVotes : 2 * t.againstVotes;
        t.isPassing = t.isQuorumFixed && t.forVotes + t.abstainVotes >= t.quorum && t.forVotes > t.forBar;
    }

    function _cancelling(Proposal memory p) private view returns (Cancelling memory c) {
        bool isBeforeEnd = _isBeforeEnd(p.state);
        c.byProposer =
            isBeforeEnd ||
            p.state == IGovernor.ProposalState.Succeeded ||
            p.state == IGovernor.ProposalState.Queued;
        c.byCouncil = c.byProposer && _GUARD.council() != address(0) && block.timestamp <= _GUARD.expiry();
        uint256 timepoint = block.timestamp - 1;
        c.byAnybody =
            isBeforeEnd &&
            _governor().getVotes(p.proposer, timepoint) < p.threshold &&
            _governor().getVotes(p.proposer, timepoint - PROPOSER_RETENTION) < p.threshold;
    }

    function _voter(Proposal memory p, address account) private view returns (Voter memory v) {
        v.account = account;
        v.votesNow = _TOKEN.getVotes(account);
        v.votes = p.tally.isQuorumFixed ? _governor().getVotes(account, p.schedule.snapshot) : v.votesNow;
        v.delegatee = _TOKEN.delegates(account);
        IGovernorCountingFlexible.Ballot memory ballot = _openGovernor().ballotOf(p.proposalId, account);
        (v.againstVotes, v.forVotes, v.abstainVotes) = (ballot.againstVotes, ballot.forVotes, ballot.abstainVotes);
        v.nonce = NoncesKeyed(governor).nonces(account, uint192(p.proposalId));
        v.whyZero = _whyZero(account, v.votes, v.votesNow);
    }

    function _whyZero(address account, uint256 votes, uint256 votesNow) private view returns (WhyZero) {
        if (votes > 0) return WhyZero.HasVotes;
        if (votesNow > 0) return WhyZero.AfterSnapshot;
        if (_TOKEN.balanceOf(account) + _escrowed(account) == 0) return WhyZero.HoldsNothing;
        address delegatee = _TOKEN.delegates(account);
        if (delegatee == address(0)) return WhyZero.NotDelegated;
        return delegatee == account ? WhyZero.NotSettled : WhyZero.DelegatedAway;
    }

    /// @dev What {IGovernorClassQuorum-proposalQuorum} will use at a snapshot that lies ahead.
    function _quorum(ProposalClass class, uint256 timepoint) private view returns (uint256) {
        if (class == ProposalClass.Standard) return _governor().quorum(timepoint);
        uint256 numerator = _openGovernor().constitutionalQuorumNumerator(timepoint);
        uint256 fraction = Math.ceilDiv(_openGovernor().votingSupply(timepoint) * numerator, _BPS);
        return Math.max(fraction, _openGovernor().quorumFloor(class, timepoint));
    }

    function _escrowed(address account) private view returns (uint256 value) {
        address[] memory escrows = _TOKEN.escrows();
        for (uint256 i = 0; i < escrows.length; ++i) value += _TOKEN.escrowed(escrows[i], account);
    }

    function _governor() private view returns (IGovernor) {
        return IGovernor(governor);
    }

    function _openGovernor() private view returns (IOpenGovernor) {
        return IOpenGovernor(governor);
    }

    function _isBeforeEnd(IGovernor.ProposalState state) private pure returns (bool) {
        return state == IGovernor.ProposalState.Pending || state == IGovernor.ProposalState.Active;
    }
}
