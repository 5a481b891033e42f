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
import {ICCIPAdmin} from "./interfaces/ICCIPAdmin.sol";
import {IContractPermit} from "./interfaces/IContractPermit.sol";
import {ILazyVotes} from "./interfaces/ILazyVotes.sol";
import {IOpenToken} from "./interfaces/IOpenToken.sol";
import {VoteSlot} from "./types/VoteSlot.sol";

/// @title OPEN on its home chain
contract OpenToken is ERC20, ContractPermit, LazyVotes, CCIPAdmin, ERC165, IOpenToken {
    /// @inheritdoc IOpenToken
    uint256 public constant MAX_ESCROWS = 3;

    uint256 private constant GENESIS_SUPPLY = 1e27;

    /// @inheritdoc IOpenToken
    address public immutable timelock;

    // Filled from the front; the first empty place ends every walk.
    address[MAX_ESCROWS] private _escrows;

    /// @inheritdoc IOpenToken
    mapping(address escrow => mapping(address account => uint256 value)) public escrowed;

    modifier onlyTimelock() {
        require(msg.sender == timelock, OpenToken_NotTimelock(msg.sender));
        _;
    }

    modifier onlyEscrow() {
        require(_voteSlot(msg.sender).isEscrow(), OpenToken_NotEscrow(msg.sender));
        _;
    }

    /// @param allocation Receives the whole supply.
    /// @param timelock_ Registers escrows and pools, and is the first CCIP administrator.
    constructor(
        address allocation,
        address timelock_
    ) ERC20("Openmesh", "OPEN") ERC20Permit("Openmesh") CCIPAdmin(timelock_) {
        require(allocation != address(0) && timelock_ != address(0), OpenToken_ZeroAddress());
        timelock = timelock_;
        _mint(allocation, GENESIS_SUPPLY);
    }

    /// @inheritdoc IOpenToken
    function addEscrow(address escrow) external onlyTimelock {
        VoteSlot slot = _registrable(escrow);
        uint256 place;
        while (place < MAX_ESCROWS && _escrows[place] != address(0)) ++place;
        require(place < MAX_ESCROWS, OpenToken_TooManyEscrows(MAX_ESCROWS));
        _escrows[place] = escrow;
        _setVoteSlot(escrow, slot.asEscrow());
        emit EscrowAdded(escrow);
    }

    /// @inheritdoc IOpenToken
    function addPool(address pool) external onlyTimelock {
        _setVoteSlot(pool, _registrable(pool).asPool());
        emit PoolAdded(pool);
    }

    /// @inheritdoc IOpenToken
    function escrowIn(address from, address account, uint256 value) external onlyEscrow {
        require(account != address(0), ERC20InvalidReceiver(address(0)));
        // What an escrow adds to its ledger out of its own balance moves nowhere; the floor says whether it may.
        VoteSlot slot = _voteSlot(msg.sender);
        if (from == msg.sender) {
            uint256 owed = slot.total() + value;
            require(balanceOf(from) >= owed, OpenToken_EscrowBelowFloor(from, balanceOf(from), owed));
        } else {
            _spendAllowance(from, msg.sender, value);
            // The plain movement of balances: `_update` would take the votes away.
            ERC20._update(from, msg.sender, value);
        }
        escrowed[msg.sender][account] += value;
        _setVoteSlot(msg.sender, slot.addTotal(value));
        VoteSlot fromSlot;
        if (from == account) {
            fromSlot = _voteSlot(from);
        } else {
            (fromSlot, ) = _moveUnits(from, account, value);
        }
        emit EscrowedIn(msg.sender, from, account, value);

        // An escrow with an allowance to another, or to itself, may pass on only what it owes to nobody.
        if (fromSlot.isEscrow()) _checkFloor(from);
    }

    /// @inheritdoc IOpenToken
    function escrowOut(address account, address to, uint256 value) external onlyEscrow {
        uint256 held = escrowed[msg.sender][account];
        require(value <= held, OpenToken_EscrowedTooLittle(msg.sender, account, held, value));

        // Cannot underflow: value <= held <= total.
        unchecked {
            escrowed[msg.sender][account] = held - value;
        }
        _setVoteSlot(msg.sender, _voteSlot(msg.sender).subtractTotal(value));
        ERC20._update(msg.sender, to, value);
        if (to == address(0)) _checkpointSupply(totalSupply());
        if (to != account) {
            (, VoteSlot toSlot) = _moveUnits(account, to, value);
            require(!toSlot.isEscrow(), OpenToken_ReleaseToEscrow(to));
        }
        emit EscrowedOut(msg.sender, account, to, value);
    }

    /// @inheritdoc IOpenToken
    function burn(uint256 value) external {
        _burn(msg.sender, value);
    }

    /// @inheritdoc IOpenToken
    function burnFrom(address account, uint256 value) external {
        _spendAllowance(account, msg.sender, value);
        _burn(account, value);
    }

    /// @inheritdoc IOpenToken
    function escrows() external view returns (address[] memory list) {
        uint256 count;
        while (count < MAX_ESCROWS && _escrows[count] != address(0)) ++count;
        list = new address[](count);
        for (uint256 i; i < count; ++i) list[i] = _escrows[i];
    }

    /// @inheritdoc IOpenToken
    function escrowedTotal(address escrow) external view returns (uint256 value) {
        return _voteSlot(escrow).total();
    }

    /// @inheritdoc IOpenToken
    function isEscrow(address account) external view returns (bool) {
        return _voteSlot(account).isEscrow();
    }

    /// @inheritdoc IOpenToken
    function isPool(address account) external view returns (bool) {
        return _voteSlot(account).isPool();
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
            interfaceId == type(IOpenToken).interfaceId ||
            super.supportsInterface(interfaceId);
    }

    /// @dev Every movement but `escrowIn` and `escrowOut`.
    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from == address(0) || to == address(0)) _checkpointSupply(totalSupply());
        (VoteSlot fromSlot, ) = _moveUnits(from, to, value);
        if (fromSlot.isEscrow()) _checkFloor(from);
    }

    function _votingUnits(address account) internal view override returns (uint256 units) {
        units = balanceOf(account);
        for (uint256 i; i < MAX_ESCROWS; ++i) {
            address escrow = _escrows[i];
            if (escrow == address(0)) break;
            units += escrowed[escrow][account];
        }
    }

    function _registrable(address account) private view returns (VoteSlot slot) {
        require(account.code.length != 0 && account != address(this), OpenToken_NotRegistrable(account));
        slot = _voteSlot(account);
        require(!slot.isRegistered(), OpenToken_AlreadyRegistered(account));
        require(slot.delegatee() == address(0), OpenToken_HasDelegatee(account, slot.delegatee()));
    }

    function _checkFloor(address escrow) private view {
        uint256 balance = balanceOf(escrow);
        uint256 owed = _voteSlot(escrow).total();
        require(balance >= owed, OpenToken_EscrowBelowFloor(escrow, balance, owed));
    }
}
