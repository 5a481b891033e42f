// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IClaimsGuardian} from "../interfaces/IClaimsGuardian.sol";

/// @title Guardian of the claims
abstract contract ClaimsGuardian is IClaimsGuardian {
    uint256 public constant MAX_GUARDIAN_TERM = 365 days;

    /// @inheritdoc IClaimsGuardian
    address public immutable timelock;
    /// @inheritdoc IClaimsGuardian
    address public guardian;
    /// @inheritdoc IClaimsGuardian
    uint256 public guardianUntil;

    modifier onlyTimelock() {
        require(msg.sender == timelock, ClaimsGuardian_NotTimelock(msg.sender));
        _;
    }

    constructor(address timelock_, address guardian_, uint256 guardianUntil_) {
        require(timelock_ != address(0), ClaimsGuardian_ZeroTimelock());
        timelock = timelock_;
        _setGuardian(guardian_, guardianUntil_);
    }

    /// @inheritdoc IClaimsGuardian
    function setGuardian(address newGuardian, uint256 newGuardianUntil) external onlyTimelock {
        _setGuardian(newGuardian, newGuardianUntil);
    }

    function _checkGuardian() internal view {
        require(
            msg.sender == guardian && block.timestamp < guardianUntil,
            ClaimsGuardian_NotGuardian(msg.sender, guardian, guardianUntil)
        );
    }

    function _setGuardian(address newGuardian, uint256 newGuardianUntil) private {
        uint256 max = block.timestamp + MAX_GUARDIAN_TERM;
        require(newGuardianUntil <= max, ClaimsGuardian_TermTooLong(newGuardianUntil, max));
        (address oldGuardian, uint256 oldGuardianUntil) = (guardian, guardianUntil);
        (guardian, guardianUntil) = (newGuardian, newGuardianUntil);
        emit GuardianSet(oldGuardian, newGuardian, oldGuardianUntil, newGuardianUntil);
    }
}
