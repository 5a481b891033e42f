// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";

import {IGovernorProposalClass} from "../interfaces/IGovernorProposalClass.sol";
import {IStandardActions} from "../interfaces/IStandardActions.sol";
import {ProposalClass} from "../types/ProposalClass.sol";

/// @notice See {IGovernorProposalClass}.
abstract contract GovernorProposalClass is Governor, IGovernorProposalClass {
    IStandardActions private immutable _STANDARD_ACTIONS;

    // Written for constitutional proposals only; {proposalClass} tells a standard one from one that does not exist.
    mapping(uint256 proposalId => ProposalClass) private _classes;

    constructor(IStandardActions list) {
        _STANDARD_ACTIONS = list;
    }

    /// @inheritdoc IGovernorProposalClass
    function standardActions() public view returns (IStandardActions) {
        return _STANDARD_ACTIONS;
    }

    /// @inheritdoc IGovernorProposalClass
    function proposalClass(uint256 proposalId) public view virtual returns (ProposalClass) {
        require(proposalSnapshot(proposalId) != 0, GovernorNonexistentProposal(proposalId));
        return _classes[proposalId];
    }

    function _propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description,
        address proposer
    ) internal virtual override returns (uint256 proposalId) {
        proposalId = super._propose(targets, values, calldatas, description, proposer);
        ProposalClass class = _STANDARD_ACTIONS.classify(targets, values, calldatas);
        if (class != ProposalClass.Standard) _classes[proposalId] = class;
        emit ProposalClassified(proposalId, class);
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal virtual override {
        if (_classes[proposalId] == ProposalClass.Standard) _STANDARD_ACTIONS.spend(targets, values, calldatas);
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }
}
