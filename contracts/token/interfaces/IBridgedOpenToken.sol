// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

import {ICCIPAdmin} from "./ICCIPAdmin.sol";
import {IContractPermit} from "./IContractPermit.sol";
import {ILazyVotes} from "./ILazyVotes.sol";

/// @title OPEN on a spoke chain
/// @notice For wallets the same token as at home. Only bridge pools mint, each within a budget per day, and burn.
/// @dev Every mint is a delivery: it writes no vote and no supply checkpoint, so that it fits CCIP's token gas. The
/// supply checkpoint is brought up before any vote rises, and by every burn: `getPastTotalSupply` may lag behind a
/// delivery that nobody counted yet, and is never below the sum of votes at the same timestamp.
/// What is *not* guaranteed: that the tokens locked at home cover this supply if CCIP itself lies; then at most the
/// budget per day comes into being here, and home releases at most what was locked for this chain.
/// `mint` and `burn` have no events of their own: the pool's `ReleasedOrMinted` and `LockedOrBurned` name the pool.
interface IBridgedOpenToken is IERC20, IERC20Permit, IContractPermit, ILazyVotes, ICCIPAdmin {
    /// @notice The timelock in the constructor is the zero address.
    /// @dev Fix: pass the predicted address of this chain's executor of home governance.
    error BridgedOpenToken_ZeroAddress();

    /// @notice The caller is not the timelock.
    /// @dev Fix: make the call by an operation of this chain's timelock.
    /// @param caller The sender of the call.
    error BridgedOpenToken_NotTimelock(address caller);

    /// @notice The caller has no budget to mint.
    /// @dev Fix: the timelock gives the pool a budget (`setMinter`); then execute the CCIP message manually.
    /// @param caller The sender of the call.
    error BridgedOpenToken_NotMinter(address caller);

    /// @notice The caller may not burn: burned here, the tokens would stay locked at home for ever.
    /// @dev Fix: to destroy OPEN, bridge it home and burn it there. The timelock gives a pool the right (`setBurner`).
    /// @param caller The sender of the call.
    error BridgedOpenToken_NotBurner(address caller);

    /// @notice The mint exceeds what the minter's budget allows now.
    /// @dev Fix: execute the CCIP message manually once `mintable` covers it; above `capacity` only after a proposal has
    /// raised the budget. Nothing is lost meanwhile.
    /// @param minter The calling minter.
    /// @param value The amount asked for, in wei.
    /// @param available What the minter may mint now, in wei.
    /// @param capacity Most it may ever mint at once, in wei.
    error BridgedOpenToken_BudgetExceeded(address minter, uint256 value, uint256 available, uint256 capacity);

    /// @notice The budgets of all minters together would exceed the bound in the code.
    /// @dev Fix: lower another minter's budget first, or ask for less.
    /// @param budget The refused budget, in wei per day.
    /// @param limit What the other minters leave, in wei per day.
    error BridgedOpenToken_BudgetTooHigh(uint256 budget, uint256 limit);

    /// @notice The mint would exceed the supply that exists at home.
    /// @dev Fix: none; more than 1e27 wei cannot have been locked at home, so a lane or pool lies.
    /// @param supply The supply it would lead to, in wei.
    /// @param cap The bound, in wei.
    error BridgedOpenToken_SupplyCapExceeded(uint256 supply, uint256 cap);

    /// @notice The budget of a minter changed, in wei per day; zero takes the right away.
    event MinterSet(address indexed minter, uint256 oldBudget, uint256 newBudget);

    /// @notice The right of an account to burn its own tokens changed.
    event BurnerSet(address indexed burner, bool oldAllowed, bool newAllowed);

    /// @notice Sets how much `minter` may mint within any 24 hours; zero takes the right away.
    /// @dev Only the timelock. At most half of the budget can be minted at once. A raise adds nothing to what can be
    /// minted at this moment, and a new minter starts empty and is full after a day: thus no sequence of calls mints
    /// more than `MAX_DAILY_MINT` within 24 hours.
    /// @param budget Wei per day; the sum over all minters is at most `MAX_DAILY_MINT`.
    function setMinter(address minter, uint256 budget) external;

    /// @notice Allows or forbids `burner` to burn its own tokens.
    /// @dev Only the timelock. Apart from the minting right, because a pool that is being replaced must still burn.
    function setBurner(address burner, bool allowed) external;

    /// @notice Delivers `value` wei of new OPEN to `account`.
    /// @dev Only a minter, within its budget. The votes stay pending until settled.
    // The signature that CCIP's BurnMintTokenPool calls, as `burn` below.
    function mint(address account, uint256 value) external;

    /// @notice Destroys `value` wei of the caller.
    /// @dev Only a burner.
    function burn(uint256 value) external;

    /// @notice Most that all minters together may be allowed per day, in wei: 2 % of the supply.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_DAILY_MINT() external view returns (uint256);

    /// @notice The account that sets minters and burners.
    function timelock() external view returns (address);

    /// @notice Budget of `minter` in wei per day; zero if it is none.
    function mintBudget(address minter) external view returns (uint256);

    /// @notice What `minter` may mint now, in wei.
    function mintable(address minter) external view returns (uint256);

    /// @notice Sum of all budgets, in wei per day.
    function totalMintBudget() external view returns (uint256);

    /// @notice Whether `account` may burn its own tokens.
    function isBurner(address account) external view returns (bool);
}
