// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {ERC165} from "@openzeppelin/contracts/utils/introspection/ERC165.sol";

import {CCIPAdmin} from "./extensions/CCIPAdmin.sol";
import {ContractPermit} from "./extensions/ContractPermit.sol";
import {LazyVotes} from "./extensions/LazyVotes.sol";
import {IBridgedOpenToken} from "./interfaces/IBridgedOpenToken.sol";
import {ICCIPAdmin} from "./interfaces/ICCIPAdmin.sol";
import {IContractPermit} from "./interfaces/IContractPermit.sol";
import {ILazyVotes} from "./interfaces/ILazyVotes.sol";
import {MintBudget} from "./types/MintBudget.sol";

/// @title OPEN on a spoke chain
contract BridgedOpenToken is ERC20, ContractPermit, LazyVotes, CCIPAdmin, ERC165, IBridgedOpenToken {
    /// @inheritdoc IBridgedOpenToken
    uint256 public constant MAX_DAILY_MINT = 2e25;

    // All the OPEN there is at home. Also keeps every amount within the 94 bits of pending votes.
    uint256 private constant SUPPLY_CAP = 1e27;

    /// @inheritdoc IBridgedOpenToken
    address public immutable timelock;

    mapping(address pool => MintBudget budget) private _budgets;

    /// @inheritdoc IBridgedOpenToken
    uint256 public totalMintBudget;

    modifier onlyTimelock() {
        require(msg.sender == timelock, BridgedOpenToken_NotTimelock(msg.sender));
        _;
    }

    /// @param timelock_ Sets minters and burners, and is the first CCIP administrator.
    constructor(address timelock_) ERC20("Openmesh", "OPEN") ERC20Permit("Openmesh") CCIPAdmin(timelock_) {
        require(timelock_ != address(0), BridgedOpenToken_ZeroAddress());
        timelock = timelock_;
    }

    /// @inheritdoc IBridgedOpenToken
    function setMinter(address minter, uint256 budget) external onlyTimelock {
        MintBudget old = _budgets[minter];
        uint256 oldBudget = old.budget();
        uint256 total = totalMintBudget - oldBudget;
        require(budget <= MAX_DAILY_MINT - total, BridgedOpenToken_BudgetTooHigh(budget, MAX_DAILY_MINT - total));
        totalMintBudget = total + budget;
        // Without a budget the capacity is zero, hence the level of a new minter too.
        uint256 level = old.available(block.timestamp);
        uint256 capacity = budget / 2;
        if (level > capacity) level = capacity;
        _budgets[minter] = old.withLevel(budget, level, block.timestamp);
        emit MinterSet(minter, oldBudget, budget);
    }

    /// @inheritdoc IBridgedOpenToken
    function setBurner(address burner, bool allowed) external onlyTimelock {
        MintBudget old = _budgets[burner];
        _budgets[burner] = old.withBurner(allowed);
        emit BurnerSet(burner, old.isBurner(), allowed);
    }

    /// @inheritdoc IBridgedOpenToken
    function mint(address account, uint256 value) external {
        MintBudget budget = _budgets[msg.sender];
        uint256 perDay = budget.budget();
        require(perDay != 0, BridgedOpenToken_NotMinter(msg.sender));
        uint256 level = budget.available(block.timestamp);
        require(value <= level, BridgedOpenToken_BudgetExceeded(msg.sender, value, level, budget.capacity()));
        _budgets[msg.sender] = budget.withLevel(perDay, level - value, block.timestamp);
        _mint(account, value);
    }

    /// @inheritdoc IBridgedOpenToken
    function burn(uint256 value) external {
        require(_budgets[msg.sender].isBurner(), BridgedOpenToken_NotBurner(msg.sender));
        _burn(msg.sender, value);
    }

    /// @inheritdoc IBridgedOpenToken
    function mintBudget(address minter) external view returns (uint256) {
        return _budgets[minter].budget();
    }

    /// @inheritdoc IBridgedOpenToken
    function mintable(address minter) external view returns (uint256) {
        return _budgets[minter].available(block.timestamp);
    }

    /// @inheritdoc IBridgedOpenToken
    function isBurner(address account) external view returns (bool) {
        return _budgets[account].isBurner();
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner) public view override(ERC20Permit, IERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    /// @inheritdoc ERC165
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return
            interfaceId == type(IERC20).interfaceId ||
            interfaceId == type(IERC20Metadata).interfaceId ||
            interfaceId == type(IERC20Permit).interfaceId ||
            interfaceId == type(IERC5267).interfaceId ||
            interfaceId == type(IERC6372).interfaceId ||
            interfaceId == type(IVotes).interfaceId ||
            interfaceId == type(ILazyVotes).interfaceId ||
            interfaceId == type(IContractPermit).interfaceId ||
            interfaceId == type(ICCIPAdmin).interfaceId ||
            interfaceId == type(IBridgedOpenToken).interfaceId ||
            super.supportsInterface(interfaceId);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from == address(0)) {
            uint256 supply = totalSupply();
            require(supply <= SUPPLY_CAP, BridgedOpenToken_SupplyCapExceeded(supply, SUPPLY_CAP));
            _deliver(to, value);
        } else {
            _moveUnits(from, to, value);
            if (to == address(0)) _checkpointSupply(totalSupply());
        }
    }

    /// @dev Votes never exceed the supply there is, so bringing the checkpoint up to it first keeps past votes below
    /// past supply. What lags is known without storage: the supply differs from its latest checkpoint.
    function _beforeVotesIncrease() internal override {
        uint256 supply = totalSupply();
        if (supply != _checkpointedSupply()) _checkpointSupply(supply);
    }

    function _votingUnits(address account) internal view override returns (uint256) {
        return balanceOf(account);
    }
}
