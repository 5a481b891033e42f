// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {ValidatorId} from "../../staking/types/ValidatorId.sol";

/// @title Validators' house
/// @notice Who runs the network may ask for time: when a third of the validators object to a queued proposal, its
/// execution waits `HOLD` longer, once. They can neither stop nor change it.
/// @dev One voice a validator, whatever its stake. Its validators are those of the set that the accountability contract
/// stored for the epoch of the proposal's snapshot: nobody joins for one objection. Where nobody stored it, nobody
/// objects. Holds nothing and is owned by nobody.
interface IValidatorHouse {
    /// @notice A constructor argument is the zero address.
    /// @dev Fix: pass the predicted addresses of governor and staking.
    error ValidatorHouse_ZeroAddress();

    /// @notice The proposal is not queued.
    /// @dev Fix: object while it waits in the timelock.
    /// @param proposalId The proposal.
    /// @param state Its state.
    error ValidatorHouse_NotQueued(uint256 proposalId, IGovernor.ProposalState state);

    /// @notice The proposal could be executed already.
    /// @dev Fix: none; object before that time.
    /// @param proposalId The proposal.
    /// @param eta Unix time from which it can be executed.
    error ValidatorHouse_TooLate(uint256 proposalId, uint256 eta);

    /// @notice Validators hold this proposal, or held it; once is all they can.
    /// @dev Fix: nothing to do.
    /// @param proposalId The proposal.
    /// @param until Unix time of the end of the hold.
    error ValidatorHouse_AlreadyHeld(uint256 proposalId, uint256 until);

    /// @notice Only the operator objects for a validator.
    /// @dev Fix: call from the operator's account.
    /// @param id The validator.
    /// @param caller Who called.
    error ValidatorHouse_NotOperator(ValidatorId id, address caller);

    /// @notice The validator was thrown out for a fault.
    /// @dev Fix: none.
    /// @param id The validator.
    error ValidatorHouse_Tombstoned(ValidatorId id);

    /// @notice The validator does not stand at this place of the set of the proposal's epoch.
    /// @dev Fix: look its place up in the accountability contract's `snapshotOf(epoch)`.
    /// @param id The validator.
    /// @param place The place given.
    /// @param epoch Epoch of the proposal's snapshot.
    error ValidatorHouse_NotMember(ValidatorId id, uint256 place, uint256 epoch);

    /// @notice The validator has objected.
    /// @dev Fix: nothing to do.
    /// @param proposalId The proposal.
    /// @param id The validator.
    error ValidatorHouse_AlreadyObjected(uint256 proposalId, ValidatorId id);

    /// @notice A validator objected.
    /// @param objections Validators that objected so far.
    /// @param needed How many make a hold.
    event Objected(
        uint256 indexed proposalId,
        ValidatorId indexed id,
        address indexed operator,
        uint256 place,
        uint256 objections,
        uint256 needed
    );

    /// @notice Enough validators objected: the proposal waits.
    /// @param until Unix time from which it can be executed.
    event ProposalHeld(uint256 indexed proposalId, uint256 until);

    /// @notice Objects to a queued proposal, before its delay is over. Only the operator of a validator of the set of
    /// the epoch in which the proposal's snapshot lies.
    /// @param proposalId The proposal.
    /// @param id The caller's validator.
    /// @param place Where the validator stands in that set, from 0.
    function object(uint256 proposalId, ValidatorId id, uint256 place) external;

    // solhint-disable-next-line func-name-mixedcase
    /// @notice Seconds by which a hold delays the execution.
    function HOLD() external view returns (uint256);

    /// @notice The governor.
    function governor() external view returns (address);

    /// @notice The staking contract, which names the accountability contract.
    function staking() external view returns (address);

    /// @notice Unix time of the end of a proposal's hold; 0 when it was never held.
    /// @param proposalId The proposal.
    function heldUntil(uint256 proposalId) external view returns (uint256);

    /// @notice Who objected: bit n is the validator at place n of the proposal's set.
    /// @param proposalId The proposal.
    function objectionsOf(uint256 proposalId) external view returns (uint256 places);
}
