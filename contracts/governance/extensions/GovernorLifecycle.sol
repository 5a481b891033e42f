// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";

import {IGovernorLifecycle} from "../interfaces/IGovernorLifecycle.sol";
import {PROPOSER_RETENTION} from "../libraries/ProposerRetention.sol";

/// @notice See {IGovernorLifecycle}.
/// @dev Needs a timestamp clock, and the governor as sole executor of its timelock: otherwise a queued proposal could
/// be executed there after it expired here.
///
/// Cancelling: the proposer and the council's guard until execution; anybody while the vote is pending or active and the
/// proposer's votes lie below the threshold both now and an hour ago, so that a dip of one block is no way to stop a
/// proposal. A proposer who gathered the votes less than an hour ago has no such hour. The threshold is the one in force
/// now.
abstract contract GovernorLifecycle is Governor, IGovernorLifecycle {
    uint256 private constant _MIN_GRACE = 3 days;
    uint256 private constant _MAX_GRACE = 60 days;

    uint256 private immutable _GRACE_PERIOD;
    address private immutable _COUNCIL_GUARD;

    /// @inheritdoc IGovernorLifecycle
    mapping(address proposer => uint256 proposalId) public latestProposal;

    constructor(uint256 grace, address guard) {
        require(
            grace >= _MIN_GRACE && grace <= _MAX_GRACE,
            GovernorLifecycle_GracePeriodOutOfBounds(grace, _MIN_GRACE, _MAX_GRACE)
        );
        _GRACE_PERIOD = grace;
        _COUNCIL_GUARD = guard;
    }

    /// @inheritdoc IGovernorLifecycle
    function gracePeriod() public view returns (uint256) {
        return _GRACE_PERIOD;
    }

    /// @inheritdoc IGovernorLifecycle
    function councilGuard() public view returns (address) {
        return _COUNCIL_GUARD;
    }

    /// @inheritdoc Governor
    function state(uint256 proposalId) public view virtual override returns (ProposalState current) {
        current = super.state(proposalId);
        uint256 start;
        if (current == ProposalState.Succeeded) start = proposalDeadline(proposalId);
        else if (current == ProposalState.Queued) start = proposalEta(proposalId);
        else return current;
        if (clock() > start + _GRACE_PERIOD) return ProposalState.Expired;
    }

    function _propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description,
        address proposer
    ) internal virtual override returns (uint256 proposalId) {
        uint256 latest = latestProposal[proposer];
        require(
            // After its end the state would need the tally and the quorum, which nobody asks for here.
            latest == 0 || clock() > proposalDeadline(latest) || !_isBeforeEnd(state(latest)),
            GovernorLifecycle_ProposerHasLiveProposal(proposer, latest)
        );
        proposalId = super._propose(targets, values, calldatas, description, proposer);
        latestProposal[proposer] = proposalId;
    }

    function _validateCancel(uint256 proposalId, address caller) internal view virtual override returns (bool) {
        ProposalState current = state(proposalId);
        address proposer = proposalProposer(proposalId);
        bool mayCancel = caller == proposer || caller == _COUNCIL_GUARD;
        if (_isBeforeEnd(current)) return mayCancel || _lostThreshold(proposer);
        // Defeated stays defeated: only an approval on its way to execution is left to stop.
        return mayCancel && (current == ProposalState.Succeeded || current == ProposalState.Queued);
    }

    function _lostThreshold(address proposer) private view returns (bool) {
        uint256 threshold = proposalThreshold();
        uint256 timepoint = clock() - 1;
        return
            getVotes(proposer, timepoint) < threshold && getVotes(proposer, timepoint - PROPOSER_RETENTION) < threshold;
    }

    function _isBeforeEnd(ProposalState current) private pure returns (bool) {
        return current == ProposalState.Pending || current == ProposalState.Active;
    }
}
