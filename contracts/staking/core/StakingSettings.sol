// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IValidatorStaking} from "../interfaces/IValidatorStaking.sol";
import {StakeMath} from "../libraries/StakeMath.sol";
import {StakingBase} from "./StakingBase.sol";

/// @title Settings that wait inside the core
/// @notice The delay is counted here and not in the timelock, so that no vote can shorten it below the longest exit.
abstract contract StakingSettings is StakingBase {
    /// @inheritdoc IValidatorStaking
    uint256 public constant SETTINGS_DELAY = 15 days;

    Settings internal _settings;
    bytes32 private _activeHash;
    bytes32 private _queuedHash;
    uint40 private _queuedReadyAt;
    address private _previous;
    uint32 private _previousThrough;

    constructor(Settings memory initial) {
        bytes32 hash = _announce(initial, block.timestamp);
        _settings = initial;
        _activeHash = hash;
        emit SettingsActivated(0, hash);
    }

    /// @inheritdoc IValidatorStaking
    function proposeSettings(Settings memory next) external {
        require(msg.sender == timelock, ValidatorStaking_NotTimelock(msg.sender));
        uint40 readyAt = uint40(block.timestamp + SETTINGS_DELAY);
        _queuedHash = _announce(next, readyAt);
        _queuedReadyAt = readyAt;
    }

    /// @inheritdoc IValidatorStaking
    function activateSettings(Settings memory next) external {
        bytes32 hash = keccak256(abi.encode(next));
        require(hash == _queuedHash, ValidatorStaking_SettingsNotQueued(hash, _queuedHash));
        require(block.timestamp >= _queuedReadyAt, ValidatorStaking_SettingsNotReady(_queuedReadyAt));

        address accountability = _settings.accountability;
        if (next.accountability != accountability) {
            // What was signed for the old contract's domain can be judged by it alone. The evidence window is shorter
            // than the settings delay, so one predecessor is enough.
            _previous = accountability;
            _previousThrough = uint32(currentEpoch());
        }
        _settings = next;
        delete _queuedHash;
        delete _queuedReadyAt;
        emit SettingsActivated(_activeHash, hash);
        _activeHash = hash;
    }

    /// @inheritdoc IValidatorStaking
    function settings() external view returns (Settings memory) {
        return _settings;
    }

    /// @inheritdoc IValidatorStaking
    function queuedSettings() external view returns (bytes32 hash, uint40 readyAt) {
        return (_queuedHash, _queuedReadyAt);
    }

    /// @inheritdoc IValidatorStaking
    function previousAccountability() external view returns (address accountability, uint32 throughEpoch) {
        return (_previous, _previousThrough);
    }

    function _checkAccountability(uint256 faultEpoch) internal view {
        require(
            msg.sender == _settings.accountability || (msg.sender == _previous && faultEpoch <= _previousThrough),
            ValidatorStaking_NotAccountability(msg.sender)
        );
    }

    function _checkSelfStake(uint256 own) internal view {
        uint256 minimum = _settings.minSelfStake;
        require(own >= minimum, ValidatorStaking_SelfStakeTooLow(own, minimum));
    }

    function _announce(Settings memory next, uint256 readyAt) private returns (bytes32 hash) {
        _checkBounds(next);
        hash = keccak256(abi.encode(next));
        emit SettingsProposed(
            hash,
            next.accountability,
            next.minSelfStake,
            next.delegationCap,
            next.setLimit,
            next.reporterBps,
            next.burnBps,
            next.budgetBps,
            readyAt
        );
    }

    function _checkBounds(Settings memory s) private pure {
        require(s.accountability != address(0), ValidatorStaking_ZeroAddress());
        _checkBound(s.minSelfStake, 1_000e18, 100_000e18);
        _checkBound(s.delegationCap, 5, 50);
        _checkBound(s.setLimit, 21, 255);
        _checkBound(s.reporterBps, 0, 500);
        _checkBound(s.burnBps, 0, StakeMath.BPS);
        _checkBound(s.budgetBps, 100, 1_000);
    }

    function _checkBound(uint256 value, uint256 min, uint256 max) private pure {
        require(value >= min && value <= max, ValidatorStaking_SettingOutOfBounds(value, min, max));
    }
}
