// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {GovernorTimelockControl} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";

import {ICouncilGuard} from "./interfaces/ICouncilGuard.sol";
import {IGovernorLifecycle} from "./interfaces/IGovernorLifecycle.sol";
import {IGovernorProposalClass} from "./interfaces/IGovernorProposalClass.sol";
import {ProposalClass} from "./types/ProposalClass.sol";

/// @notice See {ICouncilGuard}.
/// @dev The governor knows this address from its constructor; no role at the timelock is involved.
contract CouncilGuard is ICouncilGuard {
    uint256 public constant MAX_TERM = 365 days;

    /// @inheritdoc ICouncilGuard
    IGovernor public immutable governor;
    /// @inheritdoc ICouncilGuard
    address public immutable timelock;

    /// @inheritdoc ICouncilGuard
    address public council;
    /// @inheritdoc ICouncilGuard
    uint48 public expiry;

    /// @inheritdoc ICouncilGuard
    mapping(bytes32 actionsHash => uint256 timestamp) public cancelledAt;
    /// @inheritdoc ICouncilGuard
    mapping(bytes32 actionsHash => bool) public isOverruled;

    modifier onlyTimelock() {
        require(msg.sender == timelock, CouncilGuard_NotTimelock(msg.sender));
        _;
    }

    /// @param governor_ Governor, which already names this address as its guard.
    /// @param timelock_ Timelock of the governor.
    /// @param council_ First council.
    /// @param expiry_ Last timestamp of its term.
    constructor(IGovernor governor_, address timelock_, address council_, uint256 expiry_) {
        require(address(governor_) != address(0) && timelock_ != address(0), CouncilGuard_ZeroAddress());
        governor = governor_;
        timelock = timelock_;
        _appoint(council_, expiry_);

        address named = IGovernorLifecycle(address(governor_)).councilGuard();
        require(named == address(this), CouncilGuard_GovernorNamesOtherGuard(address(this), named));
        named = GovernorTimelockControl(payable(address(governor_))).timelock();
        require(named == timelock_, CouncilGuard_GovernorNamesOtherTimelock(timelock_, named));
    }

    /// @inheritdoc ICouncilGuard
    function cancel(
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas,
        bytes32 descriptionHash
    ) external returns (uint256 proposalId) {
        require(msg.sender == council, CouncilGuard_NotCouncil(msg.sender));
        require(block.timestamp <= expiry, CouncilGuard_Expired(expiry));
        proposalId = governor.getProposalId(targets, values, calldatas, descriptionHash);
        // Reverts for an unknown proposal, so that nothing is remembered that was never proposed.
        bool isConstitutional =
            IGovernorProposalClass(address(governor)).proposalClass(proposalId) == ProposalClass.Constitutional;
        bytes32 actionsHash = hashActions(targets, values, calldatas);
        require(!_isOwnBusiness(targets), CouncilGuard_OwnBusiness(proposalId));
        require(!isOverruled[actionsHash], CouncilGuard_Overruled(actionsHash));
        uint256 first = cancelledAt[actionsHash];
        // Not the later ones: a twin would be the council's way to reach what was proposed after the first.
        require(
            !isConstitutional || first == 0 || governor.proposalSnapshot(proposalId) < first,
            CouncilGuard_CancelledBefore(actionsHash)
        );

        if (first == 0) cancelledAt[actionsHash] = block.timestamp;
        emit ProposalCancelled(proposalId, actionsHash, msg.sender);
        governor.cancel(targets, values, calldatas, descriptionHash);
    }

    /// @inheritdoc ICouncilGuard
    function renew(address newCouncil, uint256 newExpiry) external onlyTimelock {
        _appoint(newCouncil, newExpiry);
    }

    /// @inheritdoc ICouncilGuard
    function dismiss() external onlyTimelock {
        address old = council;
        (council, expiry) = (address(0), 0);
        emit CouncilDismissed(old);
    }

    /// @inheritdoc ICouncilGuard
    function overrule(bytes32 actionsHash) external onlyTimelock {
        isOverruled[actionsHash] = true;
        emit ActionsOverruled(actionsHash);
    }

    /// @inheritdoc ICouncilGuard
    function hashActions(
        address[] calldata targets,
        uint256[] calldata values,
        bytes[] calldata calldatas
    ) public pure returns (bytes32) {
        return keccak256(abi.encode(targets, values, calldatas));
    }

    function _appoint(address newCouncil, uint256 newExpiry) private {
        require(newCouncil != address(0), CouncilGuard_ZeroAddress());
        uint256 max = block.timestamp + MAX_TERM;
        require(
            newExpiry > block.timestamp && newExpiry <= max,
            CouncilGuard_ExpiryOutOfBounds(newExpiry, block.timestamp + 1, max)
        );
        (address oldCouncil, uint256 oldExpiry) = (council, expiry);
        (council, expiry) = (newCouncil, uint48(newExpiry));
        emit CouncilRenewed(oldCouncil, newCouncil, oldExpiry, newExpiry);
    }

    function _isOwnBusiness(address[] calldata targets) private view returns (bool) {
        for (uint256 i = 0; i < targets.length; ++i) if (targets[i] != address(this)) return false;
        return true;
    }
}
