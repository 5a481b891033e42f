// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RowId} from "../types/RowId.sol";
import {IOpenToken} from "./IOpenToken.sol";
import {IVestingFactory} from "./IVestingFactory.sol";

/// @title Genesis supply, one budget per row of the public table
/// @notice Holds the whole supply from the start and pays it out, each payment from one of 25 rows and never more than
/// the row's cap. Before genesis closes the genesis administrator makes the published grants; afterwards only the
/// timelock pays, at most `OUTFLOW_LIMIT` within any 30 days. What a funded contract or a vesting wallet did not pay
/// out comes back to its row by `giveBack`.
/// @dev Its own tokens delegate to EXCLUDED: they vote for nobody and do not count for quorum. Tokens sent here in any
/// other way than `giveBack` belong to no row and can never leave.
interface ITokenAllocation {
    /// @notice A row of the table as deployed.
    /// @param key Short name in ASCII, as in `config/allocation.ts`.
    /// @param cap Most that may have left from the row at any time, in wei.
    struct Row {
        bytes32 key;
        uint128 cap;
    }

    /// @notice A row with what has left from it.
    /// @param key Short name in ASCII.
    /// @param cap Most that may have left from the row at any time, in wei; the caps always sum to the supply.
    /// @param spent What has left and not come back, in wei.
    struct RowState {
        bytes32 key;
        uint128 cap;
        uint128 spent;
    }

    /// @notice A constructor argument is the zero address.
    /// @dev Fix: pass the addresses of token, timelock, genesis administrator and vesting factory.
    error TokenAllocation_ZeroAddress();

    /// @notice The token's timelock is another one.
    /// @dev Fix: deploy with the timelock the token was deployed with.
    /// @param expected The timelock passed here.
    /// @param actual The timelock of the token.
    error TokenAllocation_WrongTimelock(address expected, address actual);

    /// @notice The contract does not hold the whole supply at its deployment.
    /// @dev Fix: deploy the token with this contract's predicted address as `allocation`.
    /// @param balance What it holds, in wei.
    /// @param expected The whole supply, in wei.
    error TokenAllocation_NotFunded(uint256 balance, uint256 expected);

    /// @notice The caps of the rows do not sum to the supply.
    /// @dev Fix: pass the table of `config/allocation.ts` unchanged.
    /// @param sum The sum of the caps, in wei.
    /// @param expected The whole supply, in wei.
    error TokenAllocation_CapsMismatch(uint256 sum, uint256 expected);

    /// @notice The caller is not the timelock.
    /// @dev Fix: make the call by a governance proposal.
    /// @param caller The sender of the call.
    error TokenAllocation_NotTimelock(address caller);

    /// @notice The caller is not the genesis administrator.
    /// @dev Fix: make the call by a governance proposal through `grant` or `fund`.
    /// @param caller The sender of the call.
    error TokenAllocation_NotGenesisAdmin(address caller);

    /// @notice Genesis is closed, for ever.
    /// @dev Fix: make the payment by a governance proposal through `grant` or `fund`.
    error TokenAllocation_GenesisClosed();

    /// @notice There is no such row.
    /// @dev Fix: use a row of `rows()`, counted from 0.
    /// @param row The row asked for.
    error TokenAllocation_UnknownRow(RowId row);

    /// @notice A payment of zero was asked for.
    /// @dev Fix: pay at least one wei.
    error TokenAllocation_ZeroAmount();

    /// @notice The payment would go to this contract itself, spending the row for nothing.
    /// @dev Fix: name the true recipient.
    error TokenAllocation_ToItself();

    /// @notice The recipient of a funding has no code.
    /// @dev Fix: use `grant` for a wallet, or correct the contract's address.
    /// @param recipient The refused recipient.
    error TokenAllocation_NotAContract(address recipient);

    /// @notice The row has too little left.
    /// @dev Fix: pay at most `remaining`, or from another row.
    /// @param row The row.
    /// @param remaining What it has left, in wei.
    /// @param amount What was asked for, in wei.
    error TokenAllocation_RowExceeded(RowId row, uint256 remaining, uint256 amount);

    /// @notice The payment would exceed the outflow limit of 30 days.
    /// @dev Fix: pay at most `available`, or wait: amounts are given back 31 days after the UTC day they left.
    /// @param available What may leave now, in wei.
    /// @param amount What was asked for, in wei.
    error TokenAllocation_OutflowExceeded(uint256 available, uint256 amount);

    /// @notice The caller would give back more than it got from the row.
    /// @dev Fix: give back at most `outstanding`, to the row the tokens came from.
    /// @param row The row.
    /// @param outstanding What it sent the caller and did not get back, in wei.
    /// @param amount What was to be given back, in wei.
    error TokenAllocation_NotOutstanding(RowId row, uint256 outstanding, uint256 amount);

    /// @notice A row would lend its cap to itself.
    /// @dev Fix: name two rows.
    /// @param row The row.
    error TokenAllocation_SameRow(RowId row);

    /// @notice A row exists, with its cap in wei.
    event RowCreated(RowId indexed row, bytes32 indexed key, uint256 cap);

    /// @notice `amount` wei left from `row` before genesis closed.
    event GenesisGranted(RowId indexed row, address indexed to, uint256 amount);

    /// @notice `amount` wei left from `row` to a holder.
    event Granted(RowId indexed row, address indexed to, uint256 amount);

    /// @notice `amount` wei left from `row` to a contract that distributes them.
    event Funded(RowId indexed row, address indexed recipient, uint256 amount);

    /// @notice `amount` wei left from `row` into `wallet`, where they vest for `beneficiary`.
    event VestingGranted(RowId indexed row, address indexed wallet, address indexed beneficiary, uint256 amount);

    /// @notice `amount` wei came back to `row` from a wallet or contract that got them from it.
    event GivenBack(RowId indexed row, address indexed from, uint256 amount);

    /// @notice `amount` wei of what `from` had left belong to `to` now; the caps of both after that.
    event Reallocated(RowId indexed from, RowId indexed to, uint256 amount, uint256 fromCap, uint256 toCap);

    /// @notice Genesis closed, for ever.
    event GenesisClosed(address indexed caller);

    /// @notice Pays `amount` wei from `row` to `to`, before genesis closes and without outflow limit.
    /// @dev Only the genesis administrator.
    function genesisGrant(RowId row, address to, uint256 amount) external;

    /// @notice Pays `amount` wei from `row` to a contract that distributes them, as `fund` does, before genesis closes and
    /// without outflow limit.
    /// @dev Only the genesis administrator.
    function genesisFund(RowId row, address recipient, uint256 amount) external;

    /// @notice `grantVesting` before genesis closes, without outflow limit.
    /// @dev Only the genesis administrator.
    function genesisGrantVesting(RowId row, IVestingFactory.Grant calldata vesting) external returns (address wallet);

    /// @notice `grantVestingMany` before genesis closes, without outflow limit.
    /// @dev Only the genesis administrator.
    function genesisGrantVestingMany(
        RowId row,
        IVestingFactory.Grant[] calldata vestings
    ) external returns (address[] memory wallets);

    /// @notice Ends genesis for ever: from now on only the timelock pays, within the outflow limit.
    /// @dev Only the genesis administrator or the timelock.
    function closeGenesis() external;

    /// @notice Pays `amount` wei from `row` to a holder.
    /// @dev Only the timelock. The outflow limit holds once genesis is closed.
    function grant(RowId row, address to, uint256 amount) external;

    /// @notice Pays `amount` wei from `row` to a contract that distributes them, and may give back the rest.
    /// @dev Only the timelock. The outflow limit holds once genesis is closed.
    function fund(RowId row, address recipient, uint256 amount) external;

    /// @notice Locks the grant's amount from `row` in a new vesting wallet.
    /// @dev Only the timelock. The whole amount counts into the outflow limit now, whenever it vests.
    /// @return wallet The wallet, at the address the factory's `predict` gives for this contract as payer.
    function grantVesting(RowId row, IVestingFactory.Grant calldata vesting) external returns (address wallet);

    /// @notice `grantVesting` for each of `vestings`; all or none.
    /// @dev Only the timelock.
    /// @return wallets The wallets, in the order of the grants.
    function grantVestingMany(
        RowId row,
        IVestingFactory.Grant[] calldata vestings
    ) external returns (address[] memory wallets);

    /// @notice Takes `amount` wei back from the caller into `row`, from which they can leave again.
    /// @dev By whom `fund` or `grantVesting` paid, up to `outstanding`; needs its allowance. The outflow limit does not
    /// get the amount back: else one amount going to and fro could renew it without end.
    function giveBack(RowId row, uint256 amount) external;

    /// @notice Moves `amount` wei of what `from` has left to `to`.
    /// @dev Only the timelock. Nothing leaves.
    function reallocate(RowId from, RowId to, uint256 amount) external;

    /// @notice Most that may leave within any 30 days after genesis, in wei: 5 % of the supply.
    // solhint-disable-next-line func-name-mixedcase
    function OUTFLOW_LIMIT() external view returns (uint256);

    /// @notice The token this contract pays.
    function token() external view returns (IOpenToken);

    /// @notice The account that pays after genesis.
    function timelock() external view returns (address);

    /// @notice The account that pays before genesis closes.
    function genesisAdmin() external view returns (address);

    /// @notice The maker of vesting wallets.
    function vestingFactory() external view returns (IVestingFactory);

    /// @notice Whether genesis is closed.
    function genesisClosed() external view returns (bool);

    /// @notice What has left from `row` and not come back, in wei.
    function spent(RowId row) external view returns (uint256);

    /// @notice What `row` has left, in wei.
    function remaining(RowId row) external view returns (uint256);

    /// @notice What `row` sent to `recipient` for distribution or vesting and did not get back, in wei: the most that
    /// `recipient` can give back. It does not fall when the recipient pays out.
    function outstanding(RowId row, address recipient) external view returns (uint256);

    /// @notice The whole table.
    function rows() external view returns (RowState[25] memory);

    /// @notice What may leave now by the outflow limit, in wei; rows may allow less.
    function availableOutflow() external view returns (uint256);
}
