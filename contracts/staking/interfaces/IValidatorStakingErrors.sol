// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ValidatorId} from "../types/ValidatorId.sol";

/// @title Errors of ValidatorStaking
/// @notice All of its own. A call can also fail with an error of OPEN, of XnodeOne or of OpenZeppelin's libraries.
interface IValidatorStakingErrors {
    /// @notice A constructor argument is the zero address.
    /// @dev Fix: pass the predicted address of every counterpart.
    error ValidatorStaking_ZeroAddress();

    /// @notice The caller is not the timelock.
    /// @dev Fix: make the call by a governance proposal.
    /// @param caller The sender of the call.
    error ValidatorStaking_NotTimelock(address caller);

    /// @notice The caller is not the reward stream.
    /// @dev Fix: call `drip` of the reward stream.
    /// @param caller The sender of the call.
    error ValidatorStaking_NotRewardStream(address caller);

    /// @notice The caller may not slash for a fault of that epoch.
    /// @dev Fix: report the fault to the accountability contract in `settings()`, or for epochs before its activation to
    /// the one in `previousAccountability()`.
    /// @param caller The sender of the call.
    error ValidatorStaking_NotAccountability(address caller);

    /// @notice The caller is not the operator of the validator.
    /// @dev Fix: send the call from the operator.
    /// @param id The validator.
    /// @param caller The sender of the call.
    error ValidatorStaking_NotOperator(ValidatorId id, address caller);

    /// @notice No validator has this number.
    /// @dev Fix: take a number from the `Registered` events.
    /// @param id The number asked for.
    error ValidatorStaking_UnknownValidator(ValidatorId id);

    /// @notice The validator has retired or was tombstoned and takes no stake, key or commission any more.
    /// @dev Fix: choose another validator; what is staked on this one can be claimed and unbonded.
    /// @param id The validator.
    error ValidatorStaking_Closed(ValidatorId id);

    /// @notice The validator is in the set.
    /// @dev Fix: leave the set first.
    /// @param id The validator.
    error ValidatorStaking_InSet(ValidatorId id);

    /// @notice The validator is not in the set.
    /// @dev Fix: name a member of the set.
    /// @param id The validator.
    error ValidatorStaking_NotInSet(ValidatorId id);

    /// @notice The validator rests, and only its operator ends that.
    /// @dev Fix: let the operator call `joinSet`.
    /// @param id The validator.
    error ValidatorStaking_Resting(ValidatorId id);

    /// @notice The validator is in jail.
    /// @dev Fix: wait until `until`, then let the operator call `unjail`; type(uint40).max is for ever.
    /// @param id The validator.
    /// @param until Timestamp.
    error ValidatorStaking_Jailed(ValidatorId id, uint256 until);

    /// @notice The validator is not in jail.
    /// @dev Fix: nothing to do; call `joinSet` to enter the set.
    /// @param id The validator.
    error ValidatorStaking_NotJailed(ValidatorId id);

    /// @notice The set is full.
    /// @dev Fix: `replaceMember` a lighter member.
    /// @param limit Most members.
    error ValidatorStaking_SetFull(uint256 limit);

    /// @notice The challenger does not outweigh the member by more than 1 %.
    /// @dev Fix: gather more stake or choose a lighter member.
    /// @param weak Weight of the member, in wei.
    /// @param strong Weight of the challenger, in wei.
    error ValidatorStaking_TooLight(uint256 weak, uint256 strong);

    /// @notice The operator's own stake is, or would be, below the minimum.
    /// @dev Fix: stake more, or leave the set before unbonding below it.
    /// @param own Own stake, in wei.
    /// @param minimum The minimum, in wei.
    error ValidatorStaking_SelfStakeTooLow(uint256 own, uint256 minimum);

    /// @notice The delegated stake would exceed its multiple of the operator's own.
    /// @dev Fix: stake at most the difference, or on another validator; as the operator, keep more own stake, or leave the
    /// set before unbonding it.
    /// @param delegated Delegated stake after the call, in wei.
    /// @param cap The most allowed, in wei.
    error ValidatorStaking_OverDelegationCap(uint256 delegated, uint256 cap);

    /// @notice The delegated stake was slashed to almost nothing and takes no more.
    /// @dev Fix: stake on another validator.
    /// @param id The validator.
    error ValidatorStaking_DeadPool(ValidatorId id);

    /// @notice The amount, or what it would leave, is below the smallest position.
    /// @dev Fix: use at least `minimum`, or unbond the whole position.
    /// @param amount The amount, in wei.
    /// @param minimum The smallest position, in wei.
    error ValidatorStaking_TooSmall(uint256 amount, uint256 minimum);

    /// @notice The position holds less than was asked for.
    /// @dev Fix: ask for at most `tokens`.
    /// @param tokens What the position is worth now, in wei.
    /// @param amount What was asked for, in wei.
    error ValidatorStaking_PositionTooSmall(uint256 tokens, uint256 amount);

    /// @notice An operator's own stake cannot be redelegated.
    /// @dev Fix: `unbond` and `withdraw` it, then stake it elsewhere.
    /// @param id The validator.
    error ValidatorStaking_OwnStake(ValidatorId id);

    /// @notice A redelegation leads to another validator, not to the one it leaves.
    /// @dev Fix: name the destination that `redelegate` was given.
    /// @param id The validator named twice.
    error ValidatorStaking_SameValidator(ValidatorId id);

    /// @notice There is nothing to pay.
    /// @dev Fix: none needed; call again when a reward has accrued or an exit exists.
    error ValidatorStaking_NothingToPay();

    /// @notice The exits of this epoch were wholly slashed and take no further exit.
    /// @dev Fix: unbond in the next epoch.
    /// @param epoch The epoch.
    error ValidatorStaking_BucketClosed(uint256 epoch);

    /// @notice The exit is not over.
    /// @dev Fix: withdraw from epoch `claimableIn` on.
    /// @param claimableIn First epoch in which it can be withdrawn.
    /// @param epoch The current epoch.
    error ValidatorStaking_StillUnbonding(uint256 claimableIn, uint256 epoch);

    /// @notice The proof of possession is too old.
    /// @dev Fix: sign a new one with a later deadline.
    /// @param deadline Its deadline, a timestamp.
    error ValidatorStaking_ProofExpired(uint256 deadline);

    /// @notice The proof of possession is not the signing key's for this operator on this contract and chain.
    /// @dev Fix: sign `possessionDigest(operator, deadline)` with the key itself, 65 bytes, low s.
    /// @param signer The key given.
    /// @param recovered The key that signed.
    error ValidatorStaking_InvalidProof(address signer, address recovered);

    /// @notice The key was used before; keys answer for what they signed for ever.
    /// @dev Fix: make a new key.
    /// @param signer The key.
    error ValidatorStaking_KeyUsed(address signer);

    /// @notice The caller does not own the Xnode One.
    /// @dev Fix: register with a unit held by the operator.
    /// @param unit The unit.
    /// @param owner Its owner.
    error ValidatorStaking_NotUnitOwner(uint256 unit, address owner);

    /// @notice The Xnode One is not active.
    /// @dev Fix: activate or renew it first.
    /// @param unit The unit.
    error ValidatorStaking_UnitInactive(uint256 unit);

    /// @notice The Xnode One is not past its grace, so the validator keeps its place.
    /// @dev Fix: call again once the unit has lapsed.
    /// @param unit The unit.
    error ValidatorStaking_UnitNotLapsed(uint256 unit);

    /// @notice The validator cannot retire yet: own stake is bonded, or evidence can still reach what left.
    /// @dev Fix: unbond all own stake and call from epoch `possibleIn` on.
    /// @param own Own stake, in wei.
    /// @param possibleIn First possible epoch.
    error ValidatorStaking_NotRetirable(uint256 own, uint256 possibleIn);

    /// @notice The commission is above the limit.
    /// @dev Fix: ask for at most `limit`; a rise is at most 500 above the present one.
    /// @param bps Asked for.
    /// @param limit Most allowed now.
    error ValidatorStaking_CommissionTooHigh(uint256 bps, uint256 limit);

    /// @notice The fault lies in the future, or so far back that stake bonded then may have left.
    /// @dev Fix: report faults of this epoch or the one before.
    /// @param epoch Epoch of the fault.
    /// @param current The current epoch.
    error ValidatorStaking_EvidenceOutOfTime(uint256 epoch, uint256 current);

    /// @notice The validator left the set before the epoch of the fault, or never was in it.
    /// @dev Fix: none; what its key says outside the set counts for nothing.
    /// @param epoch Epoch of the fault.
    /// @param through Last epoch in which it was in the set; 0 if it never was.
    error ValidatorStaking_NotServing(uint256 epoch, uint256 through);

    /// @notice A reward of nothing or in no time.
    /// @dev Fix: notify a positive amount and duration.
    error ValidatorStaking_EmptyReward();

    /// @notice A setting lies outside the bounds written in the code.
    /// @dev Fix: choose a value from `min` to `max`; `Settings` says which setting has these bounds and its unit.
    /// @param value The value given.
    /// @param min The lowest value.
    /// @param max The highest value.
    error ValidatorStaking_SettingOutOfBounds(uint256 value, uint256 min, uint256 max);

    /// @notice These are not the queued settings.
    /// @dev Fix: pass exactly the values of the last `SettingsProposed` event.
    /// @param hash Hash of the settings given.
    /// @param queued Hash of the queued ones, zero if none.
    error ValidatorStaking_SettingsNotQueued(bytes32 hash, bytes32 queued);

    /// @notice The queued settings are not ready.
    /// @dev Fix: activate them at `readyAt` or later.
    /// @param readyAt Timestamp.
    error ValidatorStaking_SettingsNotReady(uint256 readyAt);
}
