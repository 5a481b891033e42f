// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ProposalClass} from "../types/ProposalClass.sol";
import {IStandardActions} from "./IStandardActions.sol";

/// @title IGovernorProposalClass
/// @notice Gives each proposal its class, which says which majority it needs: constitutional unless {IStandardActions}
/// lists every action of it.
interface IGovernorProposalClass {
    /// @notice A proposal got its class.
    /// @param proposalId Proposal.
    /// @param class Class, which never changes again.
    event ProposalClassified(uint256 indexed proposalId, ProposalClass class);

    /// @notice The list that decides. Never changes.
    /// @return Its address.
    function standardActions() external view returns (IStandardActions);

    /// @notice The class of an existing proposal.
    /// @dev Reverts with `GovernorNonexistentProposal` for an unknown id.
    /// @param proposalId Proposal.
    /// @return Class.
    function proposalClass(uint256 proposalId) external view returns (ProposalClass);
}
