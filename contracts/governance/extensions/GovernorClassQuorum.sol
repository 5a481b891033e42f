// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {GovernorVotesQuorumFraction} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

import {EXCLUDED} from "../../common/Excluded.sol";
import {IGovernorClassQuorum} from "../interfaces/IGovernorClassQuorum.sol";
import {ProposalClass} from "../types/ProposalClass.sol";

/// @notice See {IGovernorClassQuorum}.
/// @dev {quorum}, {quorumNumerator} and {updateQuorumNumerator} are those of the standard class.
abstract contract GovernorClassQuorum is GovernorVotesQuorumFraction, IGovernorClassQuorum {
    using Checkpoints for Checkpoints.Trace208;

    uint256 private constant _BPS = 10_000;

    uint256 private constant _CONSTITUTIONAL_NUMERATOR = 2;

    // Floors by class, then the numerator: one mapping, so that the code of each access is there once.
    mapping(uint256 setting => Checkpoints.Trace208) private _histories;

    constructor(uint256 constitutionalNumerator, uint256 standardFloor, uint256 constitutionalFloor) {
        _updateConstitutionalQuorumNumerator(constitutionalNumerator);
        _updateQuorumFloor(ProposalClass.Standard, standardFloor);
        _updateQuorumFloor(ProposalClass.Constitutional, constitutionalFloor);
    }

    /// @inheritdoc IGovernorClassQuorum
    function updateConstitutionalQuorumNumerator(uint256 newNumerator) external onlyGovernance {
        _updateConstitutionalQuorumNumerator(newNumerator);
    }

    /// @inheritdoc IGovernorClassQuorum
    function updateQuorumFloor(ProposalClass class, uint256 newFloor) external onlyGovernance {
        _updateQuorumFloor(class, newFloor);
    }

    /// @inheritdoc GovernorVotesQuorumFraction
    function quorumDenominator() public pure virtual override returns (uint256) {
        return _BPS;
    }

    /// @inheritdoc GovernorVotesQuorumFraction
    function quorum(uint256 timepoint) public view virtual override returns (uint256) {
        return _quorum(ProposalClass.Standard, timepoint);
    }

    /// @inheritdoc IGovernorClassQuorum
    function proposalQuorum(uint256 proposalId) public view returns (uint256) {
        return _quorum(proposalClass(proposalId), proposalSnapshot(proposalId));
    }

    /// @inheritdoc IGovernorClassQuorum
    function votingSupply(uint256 timepoint) public view returns (uint256) {
        // Saturating: whatever the token does, the floor below still holds and no vote gets stuck on a revert.
        return Math.saturatingSub(token().getPastTotalSupply(timepoint), token().getPastVotes(EXCLUDED, timepoint));
    }

    /// @inheritdoc IGovernorClassQuorum
    function constitutionalQuorumNumerator(uint256 timepoint) public view returns (uint256) {
        return _optimisticUpperLookupRecent(_histories[_CONSTITUTIONAL_NUMERATOR], timepoint);
    }

    /// @inheritdoc IGovernorClassQuorum
    function quorumFloor(ProposalClass class, uint256 timepoint) public view returns (uint256) {
        return _optimisticUpperLookupRecent(_histories[uint256(class)], timepoint);
    }

    /// @dev Implemented by the module that classifies proposals.
    function proposalClass(uint256 proposalId) public view virtual returns (ProposalClass);

    function _updateQuorumNumerator(uint256 newNumerator) internal virtual override {
        _checkNumerator(ProposalClass.Standard, newNumerator, 100, 1_000);
        super._updateQuorumNumerator(newNumerator);
    }

    function _updateConstitutionalQuorumNumerator(uint256 newNumerator) private {
        _checkNumerator(ProposalClass.Constitutional, newNumerator, 1_000, 3_000);
        uint256 old = _push(_CONSTITUTIONAL_NUMERATOR, newNumerator);
        emit ConstitutionalQuorumNumeratorUpdated(old, newNumerator);
    }

    function _updateQuorumFloor(ProposalClass class, uint256 newFloor) private {
        bool isStandard = class == ProposalClass.Standard;
        (uint256 min, uint256 max) = isStandard ? (1_000_000e18, 30_000_000e18) : (30_000_000e18, 100_000_000e18);
        require(newFloor >= min && newFloor <= max, GovernorClassQuorum_FloorOutOfBounds(class, newFloor, min, max));
        uint256 old = _push(uint256(class), newFloor);
        emit QuorumFloorUpdated(class, old, newFloor);
    }

    function _push(uint256 setting, uint256 value) private returns (uint256 old) {
        (old, ) = _histories[setting].push(clock(), SafeCast.toUint208(value));
    }

    function _quorum(ProposalClass class, uint256 timepoint) private view returns (uint256) {
        uint256 numerator =
            class == ProposalClass.Standard ? quorumNumerator(timepoint) : constitutionalQuorumNumerator(timepoint);
        return Math.max(Math.ceilDiv(votingSupply(timepoint) * numerator, _BPS), quorumFloor(class, timepoint));
    }

    function _checkNumerator(ProposalClass class, uint256 numerator, uint256 min, uint256 max) private pure {
        require(
            numerator >= min && numerator <= max,
            GovernorClassQuorum_NumeratorOutOfBounds(class, numerator, min, max)
        );
    }
}
