// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IGovernorChangeVoteBySig
/// @notice Lets anybody submit a change of vote that its voter signed.
interface IGovernorChangeVoteBySig {
    /// @notice The signature's deadline has passed.
    /// @dev Fix: ask the voter for a signature with a later deadline.
    /// @param deadline Last timestamp at which it was usable.
    error GovernorChangeVoteBySig_SignatureExpired(uint256 deadline);

    /// @notice Replaces a voter's whole ballot with their signature, ECDSA or ERC-1271.
    /// @dev The typed data is `ChangeBallot(uint256 proposalId,uint8 support,address voter,uint256 nonce,uint256
    /// deadline,string reason,bytes params)` with `nonce = nonces(voter, uint192(proposalId))`.
    /// @param proposalId Proposal.
    /// @param support 0 against, 1 for, 2 abstain, 255 split as in params.
    /// @param voter Signer.
    /// @param deadline Last timestamp at which the signature is usable.
    /// @param reason Text, may be empty.
    /// @param params Empty, or three packed uint128 when support is 255.
    /// @param signature ECDSA or ERC-1271 signature.
    /// @return weight OPEN wei that the new ballot uses.
    function changeVoteBySig(
        uint256 proposalId,
        uint8 support,
        address voter,
        uint256 deadline,
        string calldata reason,
        bytes memory params,
        bytes memory signature
    ) external returns (uint256 weight);
}
