// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RowId} from "../types/RowId.sol";
import {VestingSchedule} from "../types/VestingSchedule.sol";
import {IOpenToken} from "./IOpenToken.sol";
import {IOpenVesting} from "./IOpenVesting.sol";
import {ITokenAllocation} from "./ITokenAllocation.sol";

/// @title Maker of vesting wallets
/// @notice Anyone may lock OPEN of their own for a beneficiary. Each grant gets a wallet of its own: a minimal proxy
/// (EIP-1167) of one immutable implementation, with the terms written into its code.
/// @dev Holds no tokens and has no privileges: wallets obey their beneficiary and, where revocable, the timelock.
interface IVestingFactory {
    /// @notice What is granted to whom.
    /// @param beneficiary First owner of the wallet; its votes go there until it delegates otherwise.
    /// @param amount In wei, below 2^96.
    /// @param schedule When the amount becomes the beneficiary's.
    /// @param revocable Whether the timelock may take back what is not vested.
    /// @param salt Tells otherwise identical grants of one payer apart.
    struct Grant {
        address beneficiary;
        uint128 amount;
        VestingSchedule schedule;
        bool revocable;
        bytes32 salt;
    }

    /// @notice A constructor argument is the zero address.
    /// @dev Fix: pass the addresses of token and allocation.
    error VestingFactory_ZeroAddress();

    /// @notice The allocation pays another token or creates its wallets elsewhere.
    /// @dev Fix: deploy token, allocation and factory with one another's predicted addresses.
    /// @param expected The address passed here, or this contract.
    /// @param actual What the allocation says.
    error VestingFactory_WrongAllocation(address expected, address actual);

    /// @notice The token's timelock is not the allocation's.
    /// @dev Fix: deploy with the allocation of the same timelock.
    /// @param expected The timelock of the allocation.
    /// @param actual The timelock of the token.
    error VestingFactory_WrongTimelock(address expected, address actual);

    /// @notice A grant names no beneficiary.
    /// @dev Fix: name the account that is to own the wallet.
    error VestingFactory_NoBeneficiary();

    /// @notice A grant of zero was asked for.
    /// @dev Fix: grant at least one wei.
    error VestingFactory_ZeroAmount();

    /// @notice The table has no such row.
    /// @dev Fix: use a row of the allocation's `rows()`, counted from 0.
    /// @param row The row passed.
    error VestingFactory_UnknownRow(RowId row);

    /// @notice Only a grant of the allocation can be revocable: any other has no row to return to.
    /// @dev Fix: make the grant irrevocable, or by a governance proposal through the allocation's `grantVesting`.
    /// @param payer The sender of the call.
    error VestingFactory_RevocableWithoutRow(address payer);

    /// @notice A wallet of exactly this payer, row and grant exists.
    /// @dev Fix: change the grant's `salt`.
    /// @param wallet The wallet that exists.
    error VestingFactory_AlreadyExists(address wallet);

    /// @notice The schedule has bits set above those that mean something.
    /// @dev Fix: build the word with `toVestingSchedule`, or the SDK.
    /// @param schedule The word passed.
    error VestingFactory_UnknownScheduleBits(VestingSchedule schedule);

    /// @notice The start lies before OPEN can have been promised or too far ahead.
    /// @dev Fix: pass Unix seconds from `earliest` to `latest`; everything at once is the zero word.
    /// @param start The start, in Unix seconds.
    /// @param earliest First start allowed.
    /// @param latest Last start allowed now.
    error VestingFactory_StartOutOfBounds(uint256 start, uint256 earliest, uint256 latest);

    /// @notice The duration is too long.
    /// @dev Fix: pass seconds, at most `longest`.
    /// @param duration The duration, in seconds.
    /// @param longest Longest duration allowed, in seconds.
    error VestingFactory_DurationTooLong(uint256 duration, uint256 longest);

    /// @notice The cliff ends after the schedule.
    /// @dev Fix: pass the cliff in seconds after the start, at most the duration.
    /// @param cliff The cliff, in seconds.
    /// @param duration The duration, in seconds.
    error VestingFactory_CliffTooLong(uint256 cliff, uint256 duration);

    /// @notice The steps do not divide the duration into whole seconds.
    /// @dev Fix: pass a duration that is a multiple of the steps.
    /// @param steps The number of steps.
    /// @param duration The duration, in seconds.
    error VestingFactory_UnevenSteps(uint256 steps, uint256 duration);

    /// @notice A step is too short.
    /// @dev Fix: use fewer steps, or none: then the amount vests by the second.
    /// @param step The length of a step, in seconds.
    /// @param shortest Shortest step allowed, in seconds.
    error VestingFactory_StepTooShort(uint256 step, uint256 shortest);

    /// @notice The immediate part leaves nothing to vest.
    /// @dev Fix: pass at most `most` basis points; for all of it at the start pass a duration of zero instead.
    /// @param immediateBps The immediate part, in basis points.
    /// @param most Largest immediate part allowed with this duration, in basis points.
    error VestingFactory_ImmediateTooMuch(uint256 immediateBps, uint256 most);

    /// @notice `payer` locked `amount` wei for `beneficiary` in `wallet`. `row` is a budget only where the payer is the
    /// allocation or a contract it funded; anybody else may write any row.
    event VestingCreated(
        address indexed wallet,
        address indexed beneficiary,
        address indexed payer,
        RowId row,
        uint256 amount,
        VestingSchedule schedule,
        bool revocable,
        bytes32 salt
    );

    /// @notice A wallet of a batch did not release; the others did.
    event ReleaseFailed(address indexed wallet);

    /// @notice Locks `grant.amount` wei of the caller's for the beneficiary.
    /// @dev Pulls OPEN from the caller, who must have approved this contract.
    /// @param row Row of the allocation that the amount counts against, logged and kept for the way back.
    /// @param grant What is granted to whom.
    /// @return wallet The new wallet, at the address that `predict` gives.
    function create(RowId row, Grant calldata grant) external returns (address wallet);

    /// @notice `create` for each of `grants`; all or none.
    /// @return wallets The new wallets, in the order of the grants.
    function createMany(RowId row, Grant[] calldata grants) external returns (address[] memory wallets);

    /// @notice Asks each of `wallets` to release to where its beneficiary wants it. One that fails, has nothing to
    /// release or is no wallet does not stop the others.
    /// @dev Calls the addresses given, with all gas: pass wallets of this factory only.
    function releaseMany(address[] calldata wallets) external;

    /// @notice The wallet that `create` makes for these arguments, whether it exists or not.
    function predict(address payer, RowId row, Grant calldata grant) external view returns (address wallet);

    /// @notice The state of each of `wallets`: a whole portfolio in one call.
    function portfolio(address[] calldata wallets) external view returns (IOpenVesting.State[] memory states);

    /// @notice Reverts, saying why, unless a grant may have `schedule` now. What is valid once stays valid.
    function checkSchedule(VestingSchedule schedule) external view;

    /// @notice First start allowed: 2020-01-01, before which nobody can have earned OPEN.
    // solhint-disable-next-line func-name-mixedcase
    function EARLIEST_START() external view returns (uint256);

    /// @notice How far ahead a start may lie, in seconds: ten years.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_LEAD() external view returns (uint256);

    /// @notice Longest duration, in seconds: ten years.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_DURATION() external view returns (uint256);

    /// @notice Shortest step, in seconds: an hour.
    // solhint-disable-next-line func-name-mixedcase
    function MIN_STEP() external view returns (uint256);

    /// @notice The token that is locked.
    function token() external view returns (IOpenToken);

    /// @notice The allocation, which alone makes revocable grants.
    function allocation() external view returns (ITokenAllocation);

    /// @notice The account that may revoke what is revocable.
    function timelock() external view returns (address);

    /// @notice The contract whose code the wallets run.
    function implementation() external view returns (address);
}
