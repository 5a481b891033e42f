// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IGovernorProposalClass
/// @notice Decides from a proposal's actions which majority it needs. Deny by default: it is constitutional unless
/// every action stands on the standard list.
/// @dev Caps bound one proposal, and all standard proposals together within a window of 30 days. A window begins with
/// the first payment after the last one ended: any 30 days touch at most two windows, hence see at most twice the cap.
interface IGovernorProposalClass {
    /// @notice How hard a proposal is to pass. Fixed when it is proposed.
    enum ProposalClass {
        Standard,
        Constitutional
    }

    /// @notice An entry of the standard list. What it allows follows from its key:
    /// - target and selector zero: ETH without calldata to anybody, at most `cap` wei per proposal and window;
    /// - selector of ERC-20 `transfer`: `transfer(to, amount)` to anybody, at most `cap` token units per proposal and
    ///   window;
    /// - any other selector: the function with any arguments and no ETH. Only for setters that are themselves bounded.
    /// @param target Contract called; zero for ETH.
    /// @param selector Function called; zero for ETH.
    /// @param cap Most wei or token units per proposal and per window; for other functions anything but zero; zero: not
    /// listed.
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

    /// @notice The standard proposals executed in this window would together move more than the cap.
    /// @dev Fix: execute after `renewal` if the proposal has not expired by then, else propose it again.
    /// @param asset Token; zero for ETH.
    /// @param spent Wei or token units of this window, this proposal included.
    /// @param cap Most wei or token units per window.
    /// @param renewal Timestamp from which on a new window begins.
    error GovernorProposalClass_CapExhausted(address asset, uint256 spent, uint256 cap, uint256 renewal);

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

    /// @notice An action of a standard proposal used up part of a cap.
    /// @param asset Token; zero for ETH.
    /// @param spent Wei or token units of the window so far, this action included.
    /// @param windowEnd Timestamp from which on a new window begins.
    event StandardCapUsed(address indexed asset, uint256 spent, uint256 windowEnd);

    /// @notice Adds, changes or removes an entry of the standard list; {StandardAction} says what an entry allows.
    /// @dev Only governance. Always constitutional, because the governor itself can never be listed. Proposals that
    /// exist keep their class; caps bind them once more when they are executed.
    /// @param target Contract; zero for ETH.
    /// @param selector Function; zero for ETH.
    /// @param cap Most wei or token units per proposal and per window; for other functions anything but zero; zero
    /// removes.
    function setStandardAction(address target, bytes4 selector, uint256 cap) external;

    /// @notice Cap of an entry of the standard list.
    /// @param target Contract; zero for ETH.
    /// @param selector Function; zero for ETH.
    /// @return Most wei or token units per proposal and per window; zero: not listed.
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
