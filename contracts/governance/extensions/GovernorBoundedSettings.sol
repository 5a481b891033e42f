// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";

import {IGovernorBoundedSettings} from "../interfaces/IGovernorBoundedSettings.sol";

/// @notice See {IGovernorBoundedSettings}.
abstract contract GovernorBoundedSettings is GovernorSettings, IGovernorBoundedSettings {
    uint256 private constant _MIN_DELAY = 1 hours;
    uint256 private constant _MAX_DELAY = 14 days;
    uint256 private constant _MIN_PERIOD = 1 days;
    uint256 private constant _MAX_PERIOD = 30 days;
    // 0.01 % and 1 % of the supply: below is spam, above nobody but a few could propose.
    uint256 private constant _MIN_THRESHOLD = 100_000e18;
    uint256 private constant _MAX_THRESHOLD = 10_000_000e18;

    function _setVotingDelay(uint48 delay) internal virtual override {
        require(
            delay >= _MIN_DELAY && delay <= _MAX_DELAY,
            GovernorBoundedSettings_VotingDelayOutOfBounds(delay, _MIN_DELAY, _MAX_DELAY)
        );
        super._setVotingDelay(delay);
    }

    function _setVotingPeriod(uint32 period) internal virtual override {
        require(
            period >= _MIN_PERIOD && period <= _MAX_PERIOD,
            GovernorBoundedSettings_VotingPeriodOutOfBounds(period, _MIN_PERIOD, _MAX_PERIOD)
        );
        super._setVotingPeriod(period);
    }

    function _setProposalThreshold(uint256 threshold) internal virtual override {
        require(
            threshold >= _MIN_THRESHOLD && threshold <= _MAX_THRESHOLD,
            GovernorBoundedSettings_ProposalThresholdOutOfBounds(threshold, _MIN_THRESHOLD, _MAX_THRESHOLD)
        );
        super._setProposalThreshold(threshold);
    }
}
