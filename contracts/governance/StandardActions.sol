// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {OutflowWindow} from "../common/OutflowWindow.sol";
import {IOpenToken} from "../token/interfaces/IOpenToken.sol";
import {IStandardActions} from "./interfaces/IStandardActions.sol";
import {ProposalClass} from "./types/ProposalClass.sol";

/// @notice See {IStandardActions}.
contract StandardActions is IStandardActions {
    using OutflowWindow for OutflowWindow.State;

    // transfer(address,uint256) with nothing behind it.
    uint256 private constant _TRANSFER_LENGTH = 68;
    // What the window can count.
    uint256 private constant _MAX_CAP = type(uint96).max;

    /// @inheritdoc IStandardActions
    address public immutable governor;
    /// @inheritdoc IStandardActions
    address public immutable timelock;
    /// @inheritdoc IStandardActions
    IOpenToken public immutable token;

    mapping(address target => bool) private _isNeverTarget;
    mapping(address target => mapping(bytes4 selector => uint256 cap)) private _caps;
    mapping(address asset => OutflowWindow.State) private _moved;

    /// @param governor_ Governor that asks here.
    /// @param timelock_ Timelock that alone changes the list.
    /// @param token_ OPEN.
    /// @param neverStandard Further contracts of which nothing can ever be listed.
    /// @param first First entries.
    constructor(
        address governor_,
        address timelock_,
        IOpenToken token_,
        address[] memory neverStandard,
        StandardAction[] memory first
    ) {
        address named = token_.timelock();
        require(named == timelock_, StandardActions_TokenNamesOtherTimelock(timelock_, named));
        (governor, timelock, token) = (governor_, timelock_, token_);
        for (uint256 i = 0; i < neverStandard.length; ++i) _closeTarget(neverStandard[i]);
        _closeTarget(address(this));
        _closeTarget(governor_);
        _closeTarget(timelock_);
        for (uint256 i = 0; i < first.length; ++i) {
            _setStandardAction(first[i].target, first[i].selector, first[i].cap);
        }
    }

    /// @inheritdoc IStandardActions
    function spend(address[] calldata targets, uint256[] calldata values, bytes[] calldata calldatas) external {
        require(msg.sender == governor, StandardActions_NotGovernor(msg.sender));
        for (uint256 i = 0; i < targets.length; ++i) _spend(targets[i], values[i], calldatas[i]);
    }

    /// @inheritdoc IStandardActions
    function setStandardAction(address target, bytes4 selector, uint256 cap) external {
        require(msg.sender == timelock, StandardActions_NotTimelock(msg.sender));
        _setStandardAction(target, selector, cap);
    }

    /// @inheritdoc IStandardActions
    function classify(
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas
    ) external view returns (ProposalClass) {
        for (uint256 i = 0; i < targets.length; ++i) {
            if (!_isListed(targets[i], values[i], calldatas[i])) return ProposalClass.Constitutional;
            (address asset, uint256 amount) = _paymentOf(targets[i], values[i], calldatas[i]);
            if (amount == 0) continue;
            // Earlier actions passed this check, so what they move is at most the cap.
            uint256 left = _caps[asset][bytes4(calldatas[i])] - _movedBefore(asset, targets, values, calldatas, i);
            if (amount > left) return ProposalClass.Constitutional;
        }
        return ProposalClass.Standard;
    }

    /// @inheritdoc IStandardActions
    function standardCap(address target, bytes4 selector) external view returns (uint256) {
        return _caps[target][selector];
    }

    /// @inheritdoc IStandardActions
    function moved(address asset) external view returns (uint256) {
        return _moved[asset].sum(block.timestamp);
    }

    /// @inheritdoc IStandardActions
    function available(address asset) external view returns (uint256) {
        return _available(asset, asset == address(0) ? bytes4(0) : IERC20.transfer.selector);
    }

    /// @inheritdoc IStandardActions
    function isNeverStandard(address target, bytes4 selector) public view returns (bool) {
        if (_isNeverTarget[target]) return true;
        // Rights over escrows and pools are settled in OPEN itself, and delegating the treasury would vote with it.
        if (target == address(token)) return selector != IERC20.transfer.selector;
        // Past any cap: tokens that others pull or that are handed over with a call, rights, and calls inside of calls.
        return
            selector == IERC20.approve.selector ||
            selector == IERC20.transferFrom.selector ||
            selector == bytes4(keccak256("increaseAllowance(address,uint256)")) ||
            selector == bytes4(keccak256("transferAndCall(address,uint256)")) ||
            selector == bytes4(keccak256("transferAndCall(address,uint256,bytes)")) ||
            selector == IERC721.setApprovalForAll.selector ||
            selector == bytes4(keccak256("safeTransferFrom(address,address,uint256)")) ||
            selector == bytes4(keccak256("safeTransferFrom(address,address,uint256,bytes)")) ||
            selector == IAccessControl.grantRole.selector ||
            selector == bytes4(keccak256("transferOwnership(address)")) ||
            selector == bytes4(keccak256("multicall(bytes[])"));
    }

    function _closeTarget(address target) private {
        _isNeverTarget[target] = true;
        emit TargetClosed(target);
    }

    function _setStandardAction(address target, bytes4 selector, uint256 cap) private {
        require(!isNeverStandard(target, selector), StandardActions_NeverStandard(target, selector));
        require(!_isPayment(target, selector) || cap <= _MAX_CAP, StandardActions_CapTooLarge(cap, _MAX_CAP));
        uint256 oldCap = _caps[target][selector];
        _caps[target][selector] = cap;
        emit StandardActionSet(target, selector, oldCap, cap);
    }

    function _spend(address target, uint256 value, bytes calldata data) private {
        bytes4 selector = bytes4(data);
        (address asset, uint256 amount) = _paymentOf(target, value, data);
        require(_isListed(target, value, data), StandardActions_NotListed(asset, selector));
        if (amount == 0) return;
        uint256 left = _available(asset, selector);
        require(amount <= left, StandardActions_CapExhausted(asset, amount, left));
        emit StandardCapUsed(asset, amount, _moved[asset].add(amount, block.timestamp));
    }

    function _available(address asset, bytes4 selector) private view returns (uint256) {
        (uint256 cap, uint256 sum) = (_caps[asset][selector], _moved[asset].sum(block.timestamp));
        // A cap that was lowered meanwhile can lie below what was moved.
        return sum < cap ? cap - sum : 0;
    }

    /// @dev Whether an action stands on the list, whatever its amount.
    function _isListed(address target, uint256 value, bytes calldata data) private view returns (bool) {
        if (data.length == 0) return _caps[address(0)][0] != 0;
        // One to three bytes reach a fallback, not a function; ETH along a call would escape the cap; and the zero
        // address stands for ETH.
        if (data.length < 4 || value != 0 || target == address(0)) return false;
        bytes4 selector = bytes4(data);
        if (selector == IERC20.transfer.selector && data.length != _TRANSFER_LENGTH) return false;
        return _caps[target][selector] != 0;
    }

    /// @dev What the actions before the i-th move of an asset; they are listed.
    function _movedBefore(
        address asset,
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas,
        uint256 i
    ) private pure returns (uint256 sum) {
        for (uint256 j = 0; j < i; ++j) {
            (address other, uint256 amount) = _paymentOf(targets[j], values[j], calldatas[j]);
            if (other == asset) sum += amount;
        }
    }

    function _isPayment(address target, bytes4 selector) private pure returns (bool) {
        return selector == IERC20.transfer.selector || (target == address(0) && selector == 0);
    }

    /// @dev What a listed action pays, and in which asset (zero: ETH); nothing if it is a setter.
    function _paymentOf(
        address target,
        uint256 value,
        bytes calldata data
    ) private pure returns (address asset, uint256 amount) {
        if (data.length == 0) return (address(0), value);
        asset = target;
        if (bytes4(data) == IERC20.transfer.selector) amount = uint256(bytes32(data[36:_TRANSFER_LENGTH]));
    }
}
