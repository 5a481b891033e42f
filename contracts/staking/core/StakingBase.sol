// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOpenToken} from "../../token/interfaces/IOpenToken.sol";
import {IXnodeOne} from "../../xnode/interfaces/IXnodeOne.sol";
import {IValidatorStaking} from "../interfaces/IValidatorStaking.sol";
import {StakeClock} from "../types/StakeClock.sol";
import {ValidatorId} from "../types/ValidatorId.sol";

/// @title State shared by the parts of the staking core
/// @notice Counterparts, clock, and validators with their pools; no part writes what another part owns except through
/// that part's functions.
abstract contract StakingBase is IValidatorStaking {
    /// @inheritdoc IValidatorStaking
    uint256 public constant UNBONDING_EPOCHS = 1;

    /// @dev Smallest position: bounds the debt that keeps a pending reward.
    uint256 internal constant MIN_POSITION = 1e18;
    uint256 internal constant TOMBSTONE = type(uint40).max;

    IOpenToken internal immutable OPEN;
    IXnodeOne internal immutable XNODE;
    /// @inheritdoc IValidatorStaking
    address public immutable timelock;
    /// @inheritdoc IValidatorStaking
    address public immutable rewardStream;
    /// @inheritdoc IValidatorStaking
    address public immutable slashVault;

    mapping(ValidatorId id => Validator) internal _validators;

    constructor(Wiring memory wiring) {
        require(
            wiring.token != address(0) &&
                wiring.xnodeOne != address(0) &&
                wiring.timelock != address(0) &&
                wiring.rewardStream != address(0) &&
                wiring.slashVault != address(0),
            ValidatorStaking_ZeroAddress()
        );
        OPEN = IOpenToken(wiring.token);
        XNODE = IXnodeOne(wiring.xnodeOne);
        timelock = wiring.timelock;
        rewardStream = wiring.rewardStream;
        slashVault = wiring.slashVault;
    }

    /// @inheritdoc IValidatorStaking
    function token() external view returns (address) {
        return address(OPEN);
    }

    /// @inheritdoc IValidatorStaking
    function xnodeOne() external view returns (address) {
        return address(XNODE);
    }

    /// @inheritdoc IValidatorStaking
    function validatorOf(ValidatorId id) external view returns (Validator memory) {
        return _validators[id];
    }

    /// @inheritdoc IValidatorStaking
    function currentRound() public view returns (uint256) {
        return StakeClock.roundAt(block.timestamp);
    }

    /// @inheritdoc IValidatorStaking
    function currentEpoch() public view returns (uint256) {
        return StakeClock.epochOf(currentRound());
    }

    function _known(ValidatorId id) internal view returns (Validator storage validator) {
        validator = _validators[id];
        require(validator.status != Status.Unknown, ValidatorStaking_UnknownValidator(id));
    }

    /// @dev A validator that still takes stake, keys and commission.
    function _open(ValidatorId id) internal view returns (Validator storage validator) {
        validator = _known(id);
        require(validator.status != Status.Retired && validator.jailedUntil != TOMBSTONE, ValidatorStaking_Closed(id));
    }

    function _operated(ValidatorId id) internal view returns (Validator storage validator) {
        validator = _known(id);
        _checkOperator(id, validator);
    }

    function _checkOperator(ValidatorId id, Validator storage validator) internal view {
        require(msg.sender == validator.operator, ValidatorStaking_NotOperator(id, msg.sender));
    }
}
