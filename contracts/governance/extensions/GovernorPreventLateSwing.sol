// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IGovernorPreventLateSwing} from "../interfaces/IGovernorPreventLateSwing.sol";

/// @notice See {IGovernorPreventLateSwing}.
/// @dev A module that counts votes on another path than {_castVote} must put {watchingSwing} on that path too.
abstract contract GovernorPreventLateSwing is Governor, IGovernorPreventLateSwing {
    uint256 private constant _MIN_WINDOW = 1 hours;
    uint256 private constant _MAX_WINDOW = 7 days;

    uint256 private immutable _SWING_WINDOW;

    mapping(uint256 proposalId => uint256 deadline) private _extendedDeadlines;

    modifier watchingSwing(uint256 proposalId) {
        (bool closing, bool wasPassing) = _beforeCount(proposalId);
        _;
        if (closing) _afterCount(proposalId, wasPassing);
    }

    constructor(uint256 window) {
        require(
            window >= _MIN_WINDOW && window <= _MAX_WINDOW,
            GovernorPreventLateSwing_WindowOutOfBounds(window, _MIN_WINDOW, _MAX_WINDOW)
        );
        _SWING_WINDOW = window;
    }

    /// @inheritdoc IGovernorPreventLateSwing
    function swingWindow() public view returns (uint256) {
        return _SWING_WINDOW;
    }

    /// @inheritdoc Governor
    function proposalDeadline(uint256 proposalId) public view virtual override returns (uint256) {
        uint256 original = super.proposalDeadline(proposalId);
        // Only a vote inside the closing window extends: before it there is nothing to read.
        if (clock() + _SWING_WINDOW <= original) return original;
        return Math.max(original, _extendedDeadlines[proposalId]);
    }

    /// @inheritdoc IGovernorPreventLateSwing
    function originalDeadline(uint256 proposalId) public view returns (uint256) {
        return super.proposalDeadline(proposalId);
    }

    function _castVote(
        uint256 proposalId,
        address account,
        uint8 support,
        string memory reason,
        bytes memory params
    ) internal virtual override watchingSwing(proposalId) returns (uint256) {
        return super._castVote(proposalId, account, support, reason, params);
    }

    /// @dev Outside the closing window the outcome is not read: votes there cost no more than without this module.
    function _beforeCount(uint256 proposalId) private view returns (bool closing, bool wasPassing) {
        closing = clock() + _SWING_WINDOW > proposalDeadline(proposalId);
        wasPassing = closing && _isPassing(proposalId);
    }

    function _afterCount(uint256 proposalId, bool wasPassing) private {
        if (_isPassing(proposalId) == wasPassing) return;
        uint256 deadline = proposalDeadline(proposalId);
        uint256 latest = super.proposalDeadline(proposalId) + 2 * _SWING_WINDOW;
        uint256 extended = Math.min(clock() + _SWING_WINDOW, latest);
        // Near the bound the extension can fall short of the end already reached.
        if (extended <= deadline) return;
        _extendedDeadlines[proposalId] = extended;
        emit ProposalExtended(proposalId, deadline, extended);
    }

    function _isPassing(uint256 proposalId) private view returns (bool) {
        return _quorumReached(proposalId) && _voteSucceeded(proposalId);
    }
}
