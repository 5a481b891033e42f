// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ValidatorId} from "../types/ValidatorId.sol";
import {IValidatorStaking} from "./IValidatorStaking.sol";

/// @title Reads of staking in one call
/// @notice Pages of validators, and all that an account has on some of them. No storage and no right anywhere: what it
/// says is what the core's own views say at the same block.
interface IStakingLens {
    /// @notice The core's address is zero.
    /// @dev Fix: pass the address of ValidatorStaking.
    error StakingLens_ZeroAddress();

    /// @notice A validator with its two tranches.
    /// @param id Its number.
    /// @param validator As `validatorOf`.
    /// @param own As `poolOf` of its own tranche.
    /// @param delegated As `poolOf` of its delegated tranche.
    /// @param room What may still be delegated under the cap, in wei.
    struct ValidatorView {
        ValidatorId id;
        IValidatorStaking.Validator validator;
        IValidatorStaking.Pool own;
        IValidatorStaking.Pool delegated;
        uint256 room;
    }

    /// @notice What waits in the bucket of an epoch.
    /// @param to Destination of a redelegation; the validator itself for an ordinary exit.
    /// @param epoch Epoch in which it started.
    /// @param payout What it would pay now, in wei.
    /// @param principal What it was before slashes that are not booked yet, in wei.
    /// @param payableAt Timestamp from which it can be taken.
    /// @param slashableUntil Timestamp before which a fault of its epoch can still reach it.
    struct ExitView {
        ValidatorId to;
        uint256 epoch;
        uint256 payout;
        uint256 principal;
        uint256 payableAt;
        uint256 slashableUntil;
    }

    /// @notice An account's stake on a validator.
    /// @param id The validator.
    /// @param tokens What it is worth, in wei.
    /// @param reward What `claim` would pay, in wei.
    /// @param unbooked Slashed wei that still vote until the position is touched.
    /// @param exits Its exits and redelegations of the last epochs.
    struct PositionView {
        ValidatorId id;
        uint256 tokens;
        uint256 reward;
        uint256 unbooked;
        ExitView[] exits;
    }

    /// @notice Validators `first` to `first + count - 1`, fewer at the end.
    /// @param first From 1.
    /// @param count Most entries.
    function validators(uint256 first, uint256 count) external view returns (ValidatorView[] memory page);

    /// @notice The set, in the order of its places.
    function members() external view returns (ValidatorView[] memory set);

    /// @notice What `account` has on each of `ids`, with exits that started in this epoch or one of the `epochs` before.
    /// @dev Redelegations are looked for between any two of `ids`.
    function positions(
        address account,
        ValidatorId[] calldata ids,
        uint256 epochs
    ) external view returns (PositionView[] memory held);

    /// @notice The core.
    function staking() external view returns (address);
}
