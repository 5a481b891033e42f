// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IGovernorHold
/// @notice Lets the validators' house delay the execution of what is queued.
/// @dev The approval's time counts from the end of the hold, so a hold delays and never kills: `proposalEta` is the
/// later of the timelock's time and the hold's.
interface IGovernorHold {
    /// @notice The validators hold this proposal.
    /// @dev Fix: execute from that time on; the approval stays usable for the whole grace period after it.
    /// @param proposalId The proposal.
    /// @param until Unix time of the end of the hold.
    error GovernorHold_Held(uint256 proposalId, uint256 until);

    /// @notice Contract through which validators object, see {IValidatorHouse}. Never changes.
    /// @return Its address; zero for none.
    function validatorHouse() external view returns (address);
}
