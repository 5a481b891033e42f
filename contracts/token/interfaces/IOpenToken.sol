// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

import {ICCIPAdmin} from "./ICCIPAdmin.sol";
import {IContractPermit} from "./IContractPermit.sol";
import {ILazyVotes} from "./ILazyVotes.sol";

/// @title OPEN on its home chain
/// @notice All 1,000,000,000 OPEN exist from the constructor on; nobody can mint. Tokens in a registered escrow keep
/// voting for the account they are held for, deliveries by a registered pool settle their votes lazily.
/// @dev Voting units of an account = its balance + what each escrow holds for it. At every instant and every past
/// timestamp the sum of all votes is at most the supply, whatever an escrow or pool does: an escrow moves exactly the
/// votes of tokens it was given, and can never send tokens it holds for accounts as if they were its own. What is
/// *not* guaranteed: that an escrow gives an account's tokens back. That is the escrow's own promise.
interface IOpenToken is IERC20, IERC20Permit, IContractPermit, ILazyVotes, ICCIPAdmin {
    /// @notice A constructor argument is the zero address.
    /// @dev Fix: pass the predicted addresses of the allocation and the timelock.
    error OpenToken_ZeroAddress();

    /// @notice The caller is not the timelock.
    /// @dev Fix: make the call by a governance proposal.
    /// @param caller The sender of the call.
    error OpenToken_NotTimelock(address caller);

    /// @notice The caller is not a registered escrow.
    /// @dev Fix: users stake through the escrow contract; a new escrow is registered by a proposal (`addEscrow`).
    /// @param caller The sender of the call.
    error OpenToken_NotEscrow(address caller);

    /// @notice The account cannot be an escrow or pool: it is zero, has no code, or is this token.
    /// @dev Fix: deploy the contract first and register its address.
    /// @param account The refused account.
    error OpenToken_NotRegistrable(address account);

    /// @notice The account is an escrow or a pool already, and stays what it is for ever.
    /// @dev Fix: deploy another contract for the other job.
    /// @param account The refused account.
    error OpenToken_AlreadyRegistered(address account);

    /// @notice The account has a delegatee, but escrows and pools never vote.
    /// @dev Fix: register a contract that never delegates, or let it delegate to zero first.
    /// @param account The refused account.
    /// @param delegatee Its delegatee.
    error OpenToken_HasDelegatee(address account, address delegatee);

    /// @notice All places for escrows are taken, and escrows are never removed.
    /// @dev Fix: none; use one of the registered escrows.
    /// @param limit The number of places.
    error OpenToken_TooManyEscrows(uint256 limit);

    /// @notice The escrow holds less for the account than was asked for.
    /// @dev Fix: ask for at most `held`.
    /// @param escrow The calling escrow.
    /// @param account The account whose tokens were to leave.
    /// @param held What the escrow holds for the account, in wei.
    /// @param value What was asked for, in wei.
    error OpenToken_EscrowedTooLittle(address escrow, address account, uint256 held, uint256 value);

    /// @notice The movement would leave an escrow with fewer tokens than it holds for accounts.
    /// @dev Fix: let the escrow pay tokens it holds for an account by `escrowOut`.
    /// @param escrow The escrow the tokens would come from.
    /// @param balance The balance it would be left with, in wei.
    /// @param owed What it holds for accounts, in wei.
    error OpenToken_EscrowBelowFloor(address escrow, uint256 balance, uint256 owed);

    /// @notice Escrowed tokens were to be released to an escrow, where they would belong to nobody.
    /// @dev Fix: release to the account, which may put them into the other escrow itself.
    /// @param escrow The receiving escrow.
    error OpenToken_ReleaseToEscrow(address escrow);

    /// @notice An escrow was registered, for ever.
    event EscrowAdded(address indexed escrow);

    /// @notice A pool was registered, for ever.
    event PoolAdded(address indexed pool);

    /// @notice `value` OPEN of `from` are now held by `escrow` for `account`.
    event EscrowedIn(address indexed escrow, address indexed from, address indexed account, uint256 value);

    /// @notice `value` OPEN that `escrow` held for `account` went to `to`; zero means burned.
    event EscrowedOut(address indexed escrow, address indexed account, address indexed to, uint256 value);

    /// @notice Registers a contract that may hold tokens while their owners keep the votes.
    /// @dev Only the timelock; at most `MAX_ESCROWS`, never removed. Requires code and no delegatee. Tokens the account
    /// owns already, or that another escrow holds for it, do not matter: they vote for nobody.
    function addEscrow(address escrow) external;

    /// @notice Registers a contract whose outgoing transfers are deliveries: their votes stay pending until settled.
    /// @dev Only the timelock; never removed. Requires code and no delegatee.
    function addPool(address pool) external;

    /// @notice Takes `value` OPEN of `from` into the calling escrow, held for `account`.
    /// @dev Only an escrow, and `from` must have approved it. `from == account`: no vote moves; otherwise votes move from
    /// `from` to `account` as by a transfer.
    /// @param value Amount in wei.
    function escrowIn(address from, address account, uint256 value) external;

    /// @notice Pays `value` OPEN that the calling escrow holds for `account` to `to`; zero burns them.
    /// @dev Only an escrow. `to == account`: no vote moves; otherwise votes move from `account` to `to` as by a transfer.
    /// @param value Amount in wei.
    function escrowOut(address account, address to, uint256 value) external;

    /// @notice Destroys `value` OPEN of the caller, in wei.
    function burn(uint256 value) external;

    /// @notice Destroys `value` OPEN of `account`, in wei, out of the caller's allowance.
    function burnFrom(address account, uint256 value) external;

    /// @notice Most escrows there can ever be.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_ESCROWS() external view returns (uint256);

    /// @notice The only account that registers escrows and pools.
    function timelock() external view returns (address);

    /// @notice The registered escrows, oldest first.
    function escrows() external view returns (address[] memory);

    /// @notice Whether `account` is a registered escrow.
    function isEscrow(address account) external view returns (bool);

    /// @notice Whether `account` is a registered pool.
    function isPool(address account) external view returns (bool);

    /// @notice What `escrow` holds for `account`, in wei.
    function escrowed(address escrow, address account) external view returns (uint256);

    /// @notice What `escrow` holds for all accounts, in wei: no ordinary transfer takes its balance below this.
    function escrowedTotal(address escrow) external view returns (uint256);
}
