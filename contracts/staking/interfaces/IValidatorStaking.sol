// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PoolId} from "../types/PoolId.sol";
import {ValidatorId} from "../types/ValidatorId.sol";
import {IValidatorStakingErrors} from "./IValidatorStakingErrors.sol";
import {IValidatorStakingEvents} from "./IValidatorStakingEvents.sol";

/// @title Staking on validators
/// @notice Anybody with 10,000 OPEN and an activated Xnode One becomes a validator; anybody stakes OPEN on one.
/// Staked OPEN stays in the token's escrow ledger under the staker's name and keeps its vote.
/// @dev ROUND = a UTC day, EPOCH = 7 rounds, both counted from 1970. A validator has two tranches: the operator's own
/// stake, which pays for faults first, and the delegated stake. Rewards stay liquid and only slashing moves the worth
/// of stake, so a share is never worth more than one token. *Not* guaranteed: that a reward lasts (the stream ends),
/// and that a slash is booked in the token before a position is touched or poked.
/// Calls only OPEN and XnodeOne, neither of which calls back; effects still come before each call.
interface IValidatorStaking is IValidatorStakingErrors, IValidatorStakingEvents {
    /// @notice The life of a validator.
    enum Status {
        Unknown,
        /// Out of the set because the operator left it, or has to answer for a fault or a lapsed unit.
        Resting,
        /// Out of the set; anybody may bring it in.
        Candidate,
        /// In the set, earning.
        Active,
        /// Gone for ever: its unit is unlocked, its keys answer for no later round.
        Retired
    }

    /// @notice The contracts around this one. None of them ever changes.
    struct Wiring {
        address token;
        address xnodeOne;
        address timelock;
        address rewardStream;
        address slashVault;
    }

    /// @notice What a vote may change, `SETTINGS_DELAY` after it was proposed here.
    /// @param accountability The only contract that slashes.
    /// @param minSelfStake Own stake a validator needs in the set, in wei; 1,000 to 100,000 OPEN.
    /// @param delegationCap Delegated stake at most this many times the own stake; 5 to 50. Checked when stake is
    /// delegated, when a validator enters the set, and when its own stake shrinks in it.
    /// @param setLimit Most validators in the set; 21 to 255.
    /// @param reporterBps Part of a slash for the reporter, out of the operator's own stake; at most 500.
    /// @param burnBps Part of the rest that is burned; what remains goes to the slash vault.
    /// @param budgetBps Most that all slashes of one epoch take, as part of all principal here; 100 to 1,000.
    struct Settings {
        address accountability;
        uint96 minSelfStake;
        uint16 delegationCap;
        uint16 setLimit;
        uint16 reporterBps;
        uint16 burnBps;
        uint16 budgetBps;
    }

    /// @notice A validator; its record stays when it retires.
    /// @param operator Owner of the own stake and of the unit.
    /// @param jailedUntil Timestamp before which it cannot return; 0 = free, type(uint40).max = tombstoned.
    /// @param status See `Status`.
    /// @param slot Its place in the set plus 1; 0 outside.
    /// @param liableThrough Last epoch in which it was in the set, if it is not now; it answers for none after that.
    /// @param signer Its current signing key.
    /// @param unit The Xnode One locked for it.
    struct Validator {
        address operator;
        uint40 jailedUntil;
        Status status;
        uint16 slot;
        uint32 liableThrough;
        address signer;
        uint256 unit;
    }

    /// @notice One tranche of a validator: its stake and what that earned.
    /// @param tokens Stake now, in wei.
    /// @param acc Net reward per share since the beginning, scaled by 1e27.
    /// @param idx Number of slashes so far.
    /// @param index Global index the pool has seen.
    /// @param owed Operator's unclaimed commission; in the own tranche the reward a slash set aside for it.
    /// @param bps Commission, in basis points; 0 in the own tranche.
    /// @param nextBps Commission from `nextEpoch` on, if that is not 0.
    /// @param nextEpoch See `nextBps`.
    struct Pool {
        uint96 tokens;
        uint128 acc;
        uint16 idx;
        uint96 index;
        uint96 owed;
        uint16 bps;
        uint16 nextBps;
        uint32 nextEpoch;
    }

    /// @notice An account's stake in a tranche when last touched; `stakeOf` says what it is worth now.
    /// @param tokens Stake in wei: exactly what the token holds under the account's name for it.
    /// @param idx Number of slashes it has seen.
    /// @param paid Reward per share already paid; below the pool's by what is pending, hence signed.
    struct Position {
        uint96 tokens;
        uint16 idx;
        int128 paid;
    }

    /// @notice Stake of one tranche that left in one epoch.
    struct Bucket {
        uint128 tokens;
        uint128 shares;
    }

    /// @notice One account's part of a bucket, and what the token still holds under its name for it.
    struct Exit {
        uint128 shares;
        uint128 principal;
    }

    /// @notice A signing key answers for `validator` from `fromRound` to `toRound`, both included, and is never erased.
    struct Key {
        uint32 validator;
        uint64 fromRound;
        uint64 toRound;
    }

    // Stake

    /// @notice Stakes `amount` OPEN of the caller on a validator, in wei, at least 1 OPEN.
    /// @dev Needs an allowance. The operator's stake goes into its own tranche.
    function stake(ValidatorId id, uint256 amount) external;

    /// @notice Stakes `amount` OPEN of the caller in the name of `account`, which gets the tokens, votes and rewards.
    /// @dev Not for the operator of the validator, who alone adds to its own stake.
    function stakeFor(ValidatorId id, address account, uint256 amount) external;

    /// @notice `stake` with the allowance given by the caller's signature (keys and ERC-1271).
    /// @dev A permit that fails is ignored: somebody may have sent it first. The allowance decides.
    /// @param amount In wei, at least 1 OPEN; the permit is of exactly this.
    /// @param deadline Last timestamp at which the permit is good.
    /// @param signature Over ERC-2612's `Permit` with this contract as spender.
    function stakeWithPermit(ValidatorId id, uint256 amount, uint256 deadline, bytes calldata signature) external;

    /// @notice Pays the caller's reward on a validator to `to`.
    function claim(ValidatorId id, address to) external returns (uint256 reward);

    /// @notice Pays an account's reward on a validator to the account, or to the recipient it set. By anyone.
    function claimFor(ValidatorId id, address account) external returns (uint256 reward);

    /// @notice Pays the caller's rewards on several validators to `to`, in one transfer.
    /// @dev Validators on which there is nothing to pay are passed over.
    function claimMany(ValidatorId[] calldata ids, address to) external returns (uint256 reward);

    /// @notice Sets who receives the caller's rewards when somebody else has them paid.
    /// @param recipient Zero for the caller itself.
    function setRecipient(address recipient) external;

    /// @notice Pays the operator's commission to `to`.
    function claimCommission(ValidatorId id, address to) external returns (uint256 commission);

    /// @notice Turns the caller's reward on a validator into stake on it.
    function compound(ValidatorId id) external returns (uint256 reward);

    /// @notice Starts the exit of `amount` of the caller's stake, in wei; requests of one epoch are one exit.
    /// @dev What remains is 0 or at least 1 OPEN. The operator of an active validator keeps `minSelfStake` in it, and
    /// enough for the delegation cap.
    /// @param rewardsTo Receives the pending reward when nothing remains; otherwise it stays pending.
    /// @return epoch Claimable once the current epoch exceeds it by more than `UNBONDING_EPOCHS`: 7 to 14 days.
    function unbond(ValidatorId id, uint256 amount, address rewardsTo) external returns (uint256 epoch);

    /// @notice Pays the caller's exit of an epoch to `to`, less what was slashed while it waited.
    /// @param epoch What `unbond` returned.
    /// @return payout What was paid, in wei; 0 after a total loss.
    function withdraw(ValidatorId id, uint256 epoch, address to) external returns (uint256 payout);

    /// @notice Starts to move `amount` of the caller's stake from one validator to another, in wei.
    /// @dev An exit whose destination is fixed: it waits as long as any other, the faults of its epoch reach it, and it
    /// earns nothing meanwhile. What remains is 0 or at least 1 OPEN; if nothing remains, the pending reward is paid to
    /// the caller or its recipient. Not for an operator's own stake.
    /// @return epoch `completeRedelegation` works once `withdraw` would.
    function redelegate(ValidatorId from, ValidatorId to, uint256 amount) external returns (uint256 epoch);

    /// @notice Turns a redelegation that has waited into stake on its destination. By anyone.
    /// @dev Reverts where `stake` would: above the cap, on a closed validator, below 1 OPEN. The account can withdraw it instead.
    /// @param epoch What `redelegate` returned.
    /// @return amount What arrived, in wei: less what was slashed on the way.
    function completeRedelegation(
        ValidatorId from,
        ValidatorId to,
        uint256 epoch,
        address account
    ) external returns (uint256 amount);

    /// @notice Pays a redelegation of the caller that has waited to `recipient` instead, as `withdraw` does an exit.
    /// @dev The way out when the destination takes no stake any more.
    /// @param epoch In which it started.
    function withdrawRedelegation(
        ValidatorId from,
        ValidatorId to,
        uint256 epoch,
        address recipient
    ) external returns (uint256 payout);

    /// @notice Books the slashes of a position in the token, so that slashed OPEN stops voting. By anyone.
    /// @return taken What left the account's principal, in wei; 0 if it was up to date.
    function poke(ValidatorId id, address account) external returns (uint256 taken);

    /// @notice The same for an exit, by the `epoch` in which it started.
    function pokeExit(ValidatorId id, uint256 epoch, address account) external returns (uint256 taken);

    /// @notice The same for a redelegation.
    /// @param epoch In which it started.
    function pokeRedelegation(
        ValidatorId from,
        ValidatorId to,
        uint256 epoch,
        address account
    ) external returns (uint256 taken);

    // Validators

    /// @notice Makes the caller the operator of a new validator, which is in the set once somebody calls `joinSet`.
    /// @dev Locks the unit in place and takes the own stake (allowance needed).
    /// @param signer Signing key; a key, not a contract. Never usable again.
    /// @param deadline Last timestamp at which the proof is accepted.
    /// @param proof Signature of `signer` over `Possession(address operator,uint256 deadline)`. The key being single
    /// use, the proof needs no nonce.
    /// @param commissionBps Commission on delegators' rewards in basis points, at most 5,000.
    /// @param selfStake Own stake in wei, at least `minSelfStake`.
    /// @param unit An active Xnode One of the caller that nobody has locked.
    function register(
        address signer,
        uint256 deadline,
        bytes calldata proof,
        uint16 commissionBps,
        uint256 selfStake,
        uint256 unit
    ) external returns (ValidatorId id);

    /// @notice Replaces the signing key from the next round on. The old one answers for all rounds up to this one.
    /// @param deadline Last timestamp at which the proof is accepted.
    /// @param proof As in `register`, by the new key.
    function rotateKey(ValidatorId id, address signer, uint256 deadline, bytes calldata proof) external;

    /// @notice Sets the commission on delegators' rewards. A call replaces a rise that still waits.
    /// @dev A fall is instant; a rise of at most 5 % points waits until every delegator could have left.
    /// @param bps In basis points, at most 5,000.
    function setCommission(ValidatorId id, uint16 bps) external;

    /// @notice Brings a candidate into the set while there is room. By anyone; a resting validator by its operator.
    function joinSet(ValidatorId id) external;

    /// @notice Puts a candidate in the place of a member that it outweighs by more than 1 %. By anyone.
    function replaceMember(ValidatorId weak, ValidatorId strong) external;

    /// @notice Takes the caller's validator out of the set until its operator joins again.
    function leaveSet(ValidatorId id) external;

    /// @notice Makes a jailed validator a candidate again once its time is over. Only the operator.
    function unjail(ValidatorId id) external;

    /// @notice Rests a validator whose unit is past its grace. By anyone.
    function lapse(ValidatorId id) external;

    /// @notice Ends a validator without own stake that evidence can no longer reach, and unlocks its unit.
    function retire(ValidatorId id) external;

    // Accountability, stream, settings

    /// @notice Slashes `bps` of everything that was bonded in `epoch` and still is here, own stake first.
    /// @dev Only the accountability contract, and the one before it for epochs until its replacement. Never reverts for
    /// lack of stake or budget: it then takes what is left. The validator leaves the set either way. Never for an epoch
    /// after it left the set: the operator may have nothing at stake then, and its delegators would pay alone.
    /// @param jailedUntil Timestamp; type(uint40).max tombstones. Never shortens an earlier jail.
    /// @param reporter Gets its part out of the operator's own stake; zero for none.
    /// @return taken What was taken, in wei.
    function slash(
        ValidatorId id,
        uint256 epoch,
        uint16 bps,
        uint40 jailedUntil,
        address reporter
    ) external returns (uint256 taken);

    /// @notice Takes `amount` OPEN from the caller and streams them for `duration` seconds beyond what streams.
    /// @dev Only the reward stream. Time in which nobody is staked does not count.
    function notifyReward(uint256 amount, uint256 duration) external;

    /// @notice Queues settings for `SETTINGS_DELAY`, in the place of any queued before. Only the timelock.
    function proposeSettings(Settings calldata next) external;

    /// @notice Activates the queued settings once their delay is over. By anyone.
    function activateSettings(Settings calldata next) external;

    // Views

    // solhint-disable func-name-mixedcase
    /// @notice Epochs an exit waits beyond its own.
    function UNBONDING_EPOCHS() external view returns (uint256);

    /// @notice Seconds between the proposal and the activation of settings: longer than the longest exit.
    function SETTINGS_DELAY() external view returns (uint256);
    // solhint-enable func-name-mixedcase

    /// @notice OPEN; its escrow ledger holds every stake under the staker's name.
    function token() external view returns (address);

    /// @notice The units of which each validator has one locked.
    function xnodeOne() external view returns (address);

    /// @notice The only account that can propose settings.
    function timelock() external view returns (address);

    /// @notice The only contract that can add rewards.
    function rewardStream() external view returns (address);

    /// @notice Receives what a slash neither burns nor pays to the reporter.
    function slashVault() external view returns (address);

    /// @notice The settings in force.
    function settings() external view returns (Settings memory);

    /// @notice The settings that wait; both values are 0 if none do.
    /// @return hash keccak256 of the ABI-encoded `Settings`, the `hash` of their `SettingsProposed`.
    /// @return readyAt Timestamp from which they can be activated.
    function queuedSettings() external view returns (bytes32 hash, uint40 readyAt);

    /// @notice The accountability contract before this one, which finishes what was signed for it.
    /// @return accountability Zero before the first replacement.
    /// @return throughEpoch Last epoch for which it may slash, the one of its replacement.
    function previousAccountability() external view returns (address accountability, uint32 throughEpoch);

    /// @notice Days since 1970.
    function currentRound() external view returns (uint256);

    /// @notice Weeks since 1970, changing on Thursdays at 00:00 UTC.
    function currentEpoch() external view returns (uint256);

    /// @notice Validators ever registered, retired ones included; their ids run from 1 to this.
    function validatorCount() external view returns (uint256);

    /// @notice A validator; all zero for an id that nobody has.
    function validatorOf(ValidatorId id) external view returns (Validator memory);

    /// @notice A tranche, brought up to this second.
    function poolOf(PoolId pool) external view returns (Pool memory);

    /// @notice What one token staked before the first slash of a tranche is worth after slash `idx`, scaled by 1e18.
    function factorOf(PoolId pool, uint256 idx) external view returns (uint256);

    /// @notice The exits from a tranche that started in `epoch` and were not withdrawn, after all slashes.
    function bucketOf(PoolId pool, uint256 epoch) external view returns (Bucket memory);

    /// @notice A position as it stands in storage.
    function positionOf(ValidatorId id, address account) external view returns (Position memory);

    /// @notice A position as it is now; exits and commission are not in it.
    /// @return tokens What it is worth after all slashes, also those not booked yet, in wei.
    /// @return reward What `claim` would pay, in wei.
    function stakeOf(ValidatorId id, address account) external view returns (uint256 tokens, uint256 reward);

    /// @notice An account's exit that started in `epoch`. It pays its part of the bucket by shares, rounded down and at
    /// most its principal.
    function exitOf(ValidatorId id, uint256 epoch, address account) external view returns (Exit memory);

    /// @notice An account's redelegation that started in `epoch`: an exit of its own in the bucket of `from`.
    function redelegationOf(
        ValidatorId from,
        ValidatorId to,
        uint256 epoch,
        address account
    ) external view returns (Exit memory);

    /// @notice Who receives an account's rewards when somebody else has them paid; zero for the account itself.
    function recipientOf(address account) external view returns (address);

    /// @notice Own plus delegated stake, in wei.
    function weightOf(ValidatorId id) external view returns (uint256);

    /// @notice Number of validators in the set.
    function memberCount() external view returns (uint256);

    /// @notice The validator at a place of the set; places change as members leave.
    /// @param place From 0 to `memberCount() - 1`.
    function memberAt(uint256 place) external view returns (ValidatorId);

    /// @notice What a signing key answers for; all zero if it never was one, `toRound` type(uint64).max while in use.
    function keyOf(address signer) external view returns (Key memory);

    /// @notice The validator that answers for what `signer` said about `round`; 0 if none.
    function liableFor(address signer, uint256 round) external view returns (ValidatorId);

    /// @notice The digest a signing key signs to prove that `operator` may use it, up to the timestamp `deadline`.
    function possessionDigest(address operator, uint256 deadline) external view returns (bytes32);

    /// @notice OPEN held here beside all principal: rewards not yet paid, and what anybody sent here, in wei.
    function reserve() external view returns (uint256);

    /// @notice Stake of all members, in wei.
    function totalActive() external view returns (uint256);

    /// @notice The stream of rewards, which waits while less than 1,000 OPEN are active.
    /// @return rate Wei per second scaled by 1e6; keeps its last value when the stream has ended.
    /// @return finish Timestamp of its end if it need not wait again; in the past when it has ended.
    function streamState() external view returns (uint256 rate, uint256 finish);

    /// @notice Reward per active token since the beginning, scaled by 1e21.
    function rewardIndex() external view returns (uint256);

    /// @notice What slashes may take in the current epoch.
    /// @return used What they took, in wei.
    /// @return limit The most, in wei; follows the principal here until the first slash of the epoch fixes it.
    function slashBudget() external view returns (uint256 used, uint256 limit);
}
