// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IGovernorHold} from "../interfaces/IGovernorHold.sol";
import {IValidatorHouse} from "../interfaces/IValidatorHouse.sol";

/// @notice See {IGovernorHold}.
/// @dev The timelock knows nothing of holds: the governor must be its only executor.
abstract contract GovernorHold is Governor, IGovernorHold {
    address private immutable _VALIDATOR_HOUSE;

    constructor(address house) {
        _VALIDATOR_HOUSE = house;
    }

    /// @inheritdoc IGovernorHold
    function validatorHouse() public view returns (address) {
        return _VALIDATOR_HOUSE;
    }

    /// @inheritdoc Governor
    function proposalEta(uint256 proposalId) public view virtual override returns (uint256 eta) {
        eta = super.proposalEta(proposalId);
        // Only what is queued can be held; the house is asked for nothing else.
        if (eta != 0) eta = Math.max(eta, _heldUntil(proposalId));
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal virtual override {
        uint256 until = _heldUntil(proposalId);
        require(block.timestamp >= until, GovernorHold_Held(proposalId, until));
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _heldUntil(uint256 proposalId) private view returns (uint256) {
        return _VALIDATOR_HOUSE == address(0) ? 0 : IValidatorHouse(_VALIDATOR_HOUSE).heldUntil(proposalId);
    }
}
