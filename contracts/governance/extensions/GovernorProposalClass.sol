// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IGovernorProposalClass} from "../interfaces/IGovernorProposalClass.sol";

/// @notice See {IGovernorProposalClass}.
/// @dev The inheriting contract fills the list in its constructor body with {_setStandardAction}: only there is the
/// executor known, whatever the order of inheritance.
abstract contract GovernorProposalClass is Governor, IGovernorProposalClass {
    // transfer(address,uint256) with nothing behind it.
    uint256 private constant _TRANSFER_LENGTH = 68;
    uint256 private constant _WINDOW = 30 days;

    /// @dev What standard proposals moved of one asset (zero: ETH) until the window ends.
    struct Window {
        uint256 spent;
        uint256 end;
    }

    mapping(address target => mapping(bytes4 selector => uint256 cap)) private _caps;
    // Written for constitutional proposals only; {proposalClass} tells a standard one from one that does not exist.
    mapping(uint256 proposalId => ProposalClass) private _classes;
    mapping(address asset => Window) private _windows;

    /// @inheritdoc IGovernorProposalClass
    function setStandardAction(address target, bytes4 selector, uint256 cap) external onlyGovernance {
        _setStandardAction(target, selector, cap);
    }

    /// @inheritdoc IGovernorProposalClass
    function standardCap(address target, bytes4 selector) external view returns (uint256) {
        return _caps[target][selector];
    }

    /// @inheritdoc IGovernorProposalClass
    function classify(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas
    ) public view returns (ProposalClass) {
        for (uint256 i = 0; i < targets.length; ++i) {
            if (!_isStandard(targets, values, calldatas, i)) return ProposalClass.Constitutional;
        }
        return ProposalClass.Standard;
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
        ProposalClass class = classify(targets, values, calldatas);
        if (class != ProposalClass.Standard) _classes[proposalId] = class;
        emit ProposalClassified(proposalId, class);
    }

    /// @dev Counted here and not when proposing, so that only what was approved uses a cap up.
    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal virtual override {
        if (_classes[proposalId] == ProposalClass.Standard) {
            for (uint256 i = 0; i < targets.length; ++i) _useCap(targets[i], values[i], calldatas[i]);
        }
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _setStandardAction(address target, bytes4 selector, uint256 cap) internal virtual {
        require(_mayBeStandard(target, selector), GovernorProposalClass_NeverStandard(target, selector));
        uint256 oldCap = _caps[target][selector];
        _caps[target][selector] = cap;
        emit StandardActionSet(target, selector, oldCap, cap);
    }

    /// @dev Governor and executor own everything; `approve` and `transferFrom` move tokens past any cap.
    function _mayBeStandard(address target, bytes4 selector) internal view virtual returns (bool) {
        return
            target != address(this) &&
            target != _executor() &&
            selector != IERC20.approve.selector &&
            selector != IERC20.transferFrom.selector;
    }

    function _useCap(address target, uint256 value, bytes memory data) private {
        (address asset, uint256 amount) = _paymentOf(target, value, data);
        if (amount == 0) return;
        Window storage window = _windows[asset];
        (uint256 spent, uint256 end) = (window.spent, window.end);
        if (block.timestamp >= end) (spent, end) = (0, block.timestamp + _WINDOW);
        spent += amount;
        uint256 cap = _caps[asset][bytes4(data)];
        require(spent <= cap, GovernorProposalClass_CapExhausted(asset, spent, cap, end));
        (window.spent, window.end) = (spent, end);
        emit StandardCapUsed(asset, spent, end);
    }

    function _isStandard(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        uint256 i
    ) private view returns (bool) {
        (address target, bytes memory data) = (targets[i], calldatas[i]);
        bytes4 selector = bytes4(data);
        if (data.length == 0) {
            target = address(0);
        } else {
            // One to three bytes reach a fallback, not a function; ETH along a call would escape the cap; and the
            // zero address stands for ETH.
            if (data.length < 4 || values[i] != 0 || target == address(0)) return false;
            if (selector != IERC20.transfer.selector) return _caps[target][selector] != 0;
            if (data.length != _TRANSFER_LENGTH) return false;
        }
        // Earlier actions passed this check, so what they moved is at most the cap.
        uint256 left = _caps[target][selector];
        if (left == 0) return false;
        for (uint256 j = 0; j < i; ++j) {
            (address asset, uint256 moved) = _paymentOf(targets[j], values[j], calldatas[j]);
            if (asset == target) left -= moved;
        }
        (, uint256 amount) = _paymentOf(target, values[i], data);
        return amount <= left;
    }

    /// @dev What an action that passed the checks above pays, and in which asset (zero: ETH); nothing if it is a setter.
    function _paymentOf(
        address target,
        uint256 value,
        bytes memory data
    ) private pure returns (address asset, uint256 amount) {
        if (data.length == 0) return (address(0), value);
        asset = target;
        if (bytes4(data) == IERC20.transfer.selector) {
            // The second argument: 32 bytes length, 4 selector, 32 recipient.
            assembly ("memory-safe") {
                amount := mload(add(data, 0x44))
            }
        }
    }
}
