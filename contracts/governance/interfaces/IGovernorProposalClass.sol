// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IGovernorProposalClass
/// @notice Decides from a proposal's actions which majority it needs. Deny by default: it is constitutional unless
/// every action stands on the standard list.
/// @dev What the list does not guarantee: caps bound one proposal, not several proposals in a row.
interface IGovernorProposalClass {
    /// @notice How hard a proposal is to pass. Fixed when it is proposed.
    enum ProposalClass {
        Standard,
        Constitutional
    }

    /// @notice An entry of the standard list. What it allows follows from its key:
    /// - target and selector zero: ETH without calldata to anybody, at most `cap` wei per proposal;
    /// - selector of ERC-20 `transfer`: `transfer(to, amount)` to anybody, at most `cap` token units per proposal;
    /// - any other selector: the function with any arguments and no ETH. Only for setters that are themselves bounded.
    /// @param target Contract called; zero for ETH.
    /// @param selector Function called; zero for ETH.
    /// @param cap Most wei or token units per proposal; for other functions anything but zero; zero: not listed.
    struct StandardAction {
        address target;
        bytes4 selector;
        uint256 cap;
    }

    /// @notice This function can never stand on the standard list.
    /// @dev Fix: propose the action as it is; the proposal is constitutional and needs no entry.
    /// @param target Governor, its executor, or another contract that must stay constitutional.
    /// @param selector Function.
    error GovernorProposalClass_NeverStandard(address target, bytes4 selector);

    /// @notice A proposal got its class.
    /// @param proposalId Proposal.
    /// @param class Class, which never changes again.
    event ProposalClassified(uint256 indexed proposalId, ProposalClass class);

    /// @notice An entry of the standard list was added, changed or removed.
    /// @param target Contract; zero for ETH.
    /// @param selector Function; zero for ETH.
    /// @param oldCap Cap before; zero: not listed.
    /// @param newCap Cap from now on; zero: not listed.
    event StandardActionSet(address indexed target, bytes4 indexed selector, uint256 oldCap, uint256 newCap);

    /// @notice Adds, changes or removes an entry of the standard list; {StandardAction} says what an entry allows.
    /// @dev Only governance. Always constitutional, because the governor itself can never be listed. Proposals that
    /// exist keep their class.
    /// @param target Contract; zero for ETH.
    /// @param selector Function; zero for ETH.
    /// @param cap Most wei or token units per proposal; for other functions anything but zero; zero removes.
    function setStandardAction(address target, bytes4 selector, uint256 cap) external;

    /// @notice Cap of an entry of the standard list.
    /// @param target Contract; zero for ETH.
    /// @param selector Function; zero for ETH.
    /// @return Most wei or token units per proposal; zero: not listed.
    function standardCap(address target, bytes4 selector) external view returns (uint256);

    /// @notice The class that a proposal of these actions would get now.
    /// @dev The arrays must have equal lengths.
    /// @param targets Contracts called.
    /// @param values Wei sent with each call.
    /// @param calldatas Data of each call.
    /// @return Class.
    function classify(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas
    ) external view returns (ProposalClass);

    /// @notice The class of an existing proposal.
    /// @dev Reverts with `GovernorNonexistentProposal` for an unknown id.
    /// @param proposalId Proposal.
    /// @return Class.
    function proposalClass(uint256 proposalId) external view returns (ProposalClass);
}
