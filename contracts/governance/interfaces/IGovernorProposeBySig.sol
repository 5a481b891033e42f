// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IGovernorProposeBySig
/// @notice Lets anybody submit a proposal that its proposer signed.
interface IGovernorProposeBySig {
    /// @notice The signature's deadline has passed.
    /// @dev Fix: ask the signer for a signature with a later deadline.
    /// @param deadline Last timestamp at which it was usable.
    error GovernorProposeBySig_SignatureExpired(uint256 deadline);

    /// @notice Proposes on behalf of a signer, under the same rules as {propose}.
    /// @dev The typed data is `Propose(address[] targets,uint256[] values,bytes[] calldatas,string description,address
    /// proposer,uint256 nonce,uint256 deadline)` with `nonce = nonces(proposer)`. Contract wallets sign by ERC-1271.
    /// Reverts with `GovernorInvalidSignature` for any other signature.
    /// @param targets Contracts called.
    /// @param values Wei sent with each call.
    /// @param calldatas Data of each call.
    /// @param description Text of the proposal.
    /// @param proposer Signer, who becomes the proposer.
    /// @param deadline Last timestamp at which the signature is usable.
    /// @param signature ECDSA or ERC-1271 signature.
    /// @return proposalId Proposal.
    function proposeBySig(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description,
        address proposer,
        uint256 deadline,
        bytes memory signature
    ) external returns (uint256 proposalId);
}
