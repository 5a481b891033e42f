// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Two-step CCIP administrator
/// @notice The account that may register the token in Chainlink's TokenAdminRegistry. It has no right in the token
/// itself.
interface ICCIPAdmin {
    /// @notice The caller is not the CCIP administrator.
    /// @dev Fix: send the call from `getCCIPAdmin()`, normally the timelock by a proposal.
    /// @param caller The sender of the call.
    error CCIPAdmin_NotAdmin(address caller);

    /// @notice The caller was not offered the CCIP administration.
    /// @dev Fix: let the administrator call `transferCCIPAdmin` with this address first.
    /// @param caller The sender of the call.
    error CCIPAdmin_NotPendingAdmin(address caller);

    /// @notice The administration was offered to `newAdmin`; zero withdraws an earlier offer.
    event CCIPAdminTransferStarted(address indexed oldAdmin, address indexed newAdmin);

    /// @notice The administration moved.
    event CCIPAdminTransferred(address indexed oldAdmin, address indexed newAdmin);

    /// @notice Offers the administration to `newAdmin`, who must accept it; zero withdraws the offer.
    /// @dev Only the administrator.
    function transferCCIPAdmin(address newAdmin) external;

    /// @notice Takes the administration that was offered to the caller.
    function acceptCCIPAdmin() external;

    /// @notice The CCIP administrator.
    // The name Chainlink's RegistryModuleOwnerCustom asks for.
    function getCCIPAdmin() external view returns (address);

    /// @notice The account that may accept the administration, zero if none.
    function pendingCCIPAdmin() external view returns (address);
}
