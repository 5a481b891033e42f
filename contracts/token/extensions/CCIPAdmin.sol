// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICCIPAdmin} from "../interfaces/ICCIPAdmin.sol";

/// @title Two-step CCIP administrator
abstract contract CCIPAdmin is ICCIPAdmin {
    address private _admin;

    /// @inheritdoc ICCIPAdmin
    address public pendingCCIPAdmin;

    constructor(address admin) {
        _admin = admin;
        emit CCIPAdminTransferred(address(0), admin);
    }

    /// @inheritdoc ICCIPAdmin
    function transferCCIPAdmin(address newAdmin) external {
        require(msg.sender == _admin, CCIPAdmin_NotAdmin(msg.sender));
        pendingCCIPAdmin = newAdmin;
        emit CCIPAdminTransferStarted(msg.sender, newAdmin);
    }

    /// @inheritdoc ICCIPAdmin
    function acceptCCIPAdmin() external {
        require(msg.sender == pendingCCIPAdmin, CCIPAdmin_NotPendingAdmin(msg.sender));
        address oldAdmin = _admin;
        _admin = msg.sender;
        delete pendingCCIPAdmin;
        emit CCIPAdminTransferred(oldAdmin, msg.sender);
    }

    /// @inheritdoc ICCIPAdmin
    function getCCIPAdmin() external view returns (address) {
        return _admin;
    }
}
