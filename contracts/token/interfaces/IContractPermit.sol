// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Permit for owners that are contracts
/// @notice ERC-2612's permit with the signature as bytes, so that a contract wallet (ERC-1271) can sign it.
interface IContractPermit {
    /// @notice The signature is not one of the owner over this permit.
    /// @dev Fix: sign ERC-2612's `Permit` struct with the owner's next nonce in this token's domain, or let the owner's
    /// ERC-1271 contract accept that digest.
    /// @param owner The account whose allowance the call sets.
    error ContractPermit_InvalidSignature(address owner);

    /// @notice Sets the allowance of `spender` over the tokens of `owner` to `value`, in wei.
    /// @dev Same struct and nonces as ERC-2612. An account with code is asked through ERC-1271 alone.
    /// @param deadline Last timestamp at which the signature is accepted.
    /// @param signature 65 bytes (r, s, v) with low s of a key, or what the owner's ERC-1271 contract accepts.
    function permit(address owner, address spender, uint256 value, uint256 deadline, bytes calldata signature) external;
}
