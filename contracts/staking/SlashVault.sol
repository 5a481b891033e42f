// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {EXCLUDED} from "../common/Excluded.sol";
import {IOpenToken} from "../token/interfaces/IOpenToken.sol";
import {ISlashVault} from "./interfaces/ISlashVault.sol";

/// @title Vault of slashed OPEN
contract SlashVault is ISlashVault {
    using SafeERC20 for IOpenToken;

    IOpenToken private immutable OPEN;
    /// @inheritdoc ISlashVault
    address public immutable timelock;

    constructor(address token_, address timelock_) {
        require(token_ != address(0) && timelock_ != address(0), SlashVault_ZeroAddress());
        OPEN = IOpenToken(token_);
        timelock = timelock_;
        OPEN.delegate(EXCLUDED);
    }

    /// @inheritdoc ISlashVault
    function release(address to, uint256 amount) external {
        _checkTimelock();
        emit Released(to, amount);
        OPEN.safeTransfer(to, amount);
    }

    /// @inheritdoc ISlashVault
    function burn(uint256 amount) external {
        _checkTimelock();
        emit Burned(amount);
        OPEN.burn(amount);
    }

    /// @inheritdoc ISlashVault
    function token() external view returns (address) {
        return address(OPEN);
    }

    function _checkTimelock() private view {
        require(msg.sender == timelock, SlashVault_NotTimelock(msg.sender));
    }
}
