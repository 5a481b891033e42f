// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PoolId} from "../types/PoolId.sol";
import {ValidatorId} from "../types/ValidatorId.sol";

/// @title Events of ValidatorStaking
/// @notice Amounts are in wei, commissions in basis points, times in Unix seconds; rounds count days and epochs weeks
/// since 1970.
interface IValidatorStakingEvents {
    /// @notice A validator exists; `proof` lets a node check the key from this log alone.
    event Registered(
        ValidatorId indexed id,
        address indexed operator,
        address indexed signer,
        uint256 unit,
        uint256 commissionBps,
        uint256 deadline,
        bytes proof
    );

    /// @notice The signing key changes; the new one answers from `fromRound` on.
    event KeyRotated(
        ValidatorId indexed id,
        address indexed oldSigner,
        address indexed newSigner,
        uint256 fromRound,
        uint256 deadline,
        bytes proof
    );

    /// @notice The commission is, or from `fromEpoch` on will be, `newBps`.
    event CommissionSet(ValidatorId indexed id, uint256 oldBps, uint256 newBps, uint256 fromEpoch);

    /// @notice A validator entered the set.
    event Joined(ValidatorId indexed id);

    /// @notice A validator left the set; a resting one returns only by its operator.
    event Left(ValidatorId indexed id, bool resting);

    /// @notice A validator outside the set rests from now on.
    event Rested(ValidatorId indexed id);

    /// @notice A validator may not return before `until`; type(uint40).max is for ever.
    event Jailed(ValidatorId indexed id, uint256 until);

    /// @notice A validator is a candidate again.
    event Unjailed(ValidatorId indexed id);

    /// @notice A validator ended; its key answers for no round after `throughRound`.
    event Retired(ValidatorId indexed id, uint256 indexed unit, uint256 throughRound);

    /// @notice `payer` staked `amount` wei in the name of `account`.
    event Staked(ValidatorId indexed id, address indexed account, address indexed payer, uint256 amount);

    /// @notice `amount` wei of reward became stake.
    event Compounded(ValidatorId indexed id, address indexed account, uint256 amount);

    /// @notice `amount` wei of stake became `shares` of the exits of an epoch.
    event Unbonded(
        ValidatorId indexed id,
        address indexed account,
        uint256 indexed epoch,
        uint256 amount,
        uint256 shares
    );

    /// @notice An exit of `principal` wei ended with `payout` wei for `to`; the rest was slashed.
    event Withdrawn(
        ValidatorId indexed id,
        address indexed account,
        uint256 indexed epoch,
        address to,
        uint256 payout,
        uint256 principal
    );

    /// @notice `amount` wei of stake on `from` became `shares` of the exits of `epoch`, on their way to `to`.
    event RedelegationStarted(
        ValidatorId indexed from,
        address indexed account,
        ValidatorId indexed to,
        uint256 epoch,
        uint256 amount,
        uint256 shares
    );

    /// @notice A redelegation of `principal` wei became `amount` wei of stake on `to`; the rest was slashed.
    event RedelegationCompleted(
        ValidatorId indexed from,
        address indexed account,
        ValidatorId indexed to,
        uint256 epoch,
        uint256 amount,
        uint256 principal
    );

    /// @notice The `Withdrawn` that follows is that of a redelegation.
    event RedelegationCancelled(
        ValidatorId indexed from,
        address indexed account,
        ValidatorId indexed to,
        uint256 epoch
    );

    /// @notice A slash was booked in a redelegation; `SlashSettled` follows with what became of the difference.
    /// @param from Validator it leaves.
    /// @param account Owner.
    /// @param to Validator it goes to.
    /// @param epoch Epoch in which it left.
    /// @param principal Wei that are left of it.
    event RedelegationPoked(
        ValidatorId indexed from,
        address indexed account,
        ValidatorId indexed to,
        uint256 epoch,
        uint256 principal
    );

    /// @notice An account changed who receives its rewards when somebody else has them paid; zero is itself.
    event RecipientSet(address indexed account, address indexed oldRecipient, address indexed newRecipient);

    /// @notice A reward was paid.
    event Claimed(ValidatorId indexed id, address indexed account, address indexed to, uint256 amount);

    /// @notice A commission was paid.
    event CommissionClaimed(ValidatorId indexed id, address indexed to, uint256 amount);

    /// @notice A slash was booked in an exit; `SlashSettled` follows with what became of the difference.
    /// @param id Validator.
    /// @param account Owner of the exit.
    /// @param epoch Epoch in which it left.
    /// @param principal Wei that are left of it.
    event ExitPoked(ValidatorId indexed id, address indexed account, uint256 indexed epoch, uint256 principal);

    /// @notice Slashed principal of an account left the escrow ledger: part was burned, part went to the vault.
    event SlashSettled(ValidatorId indexed id, address indexed account, uint256 burned, uint256 toVault);

    /// @notice A fault of `epoch` cost `ownTaken` wei of own and `delegatedTaken` wei of delegated stake, exits
    /// included. The reporter's part is out of the own stake.
    event Slashed(
        ValidatorId indexed id,
        uint256 indexed epoch,
        address indexed reporter,
        uint256 ownTaken,
        uint256 delegatedTaken,
        uint256 reward
    );

    /// @notice A tranche was slashed for the `idx`th time: it holds `tokens` wei, at `factor` (1e18 = unslashed).
    event PoolSlashed(PoolId indexed pool, uint256 idx, uint256 factor, uint256 tokens);

    /// @notice The exits of an epoch were slashed and are worth `tokens` wei.
    event BucketSlashed(PoolId indexed pool, uint256 indexed epoch, uint256 tokens);

    /// @notice A reward streams: `rate` is in wei per second scaled by 1e6.
    event RewardNotified(uint256 amount, uint256 duration, uint256 rate, uint256 finish);

    /// @notice Settings were queued; the constructor announces the first ones in the same way.
    event SettingsProposed(
        bytes32 indexed hash,
        address indexed accountability,
        uint256 minSelfStake,
        uint256 delegationCap,
        uint256 setLimit,
        uint256 reporterBps,
        uint256 burnBps,
        uint256 budgetBps,
        uint256 readyAt
    );

    /// @notice The settings announced under `newHash` came into force in the place of those under `oldHash`.
    event SettingsActivated(bytes32 indexed oldHash, bytes32 indexed newHash);
}
