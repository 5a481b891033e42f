// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IOpenToken} from "./interfaces/IOpenToken.sol";
import {IOpenVesting} from "./interfaces/IOpenVesting.sol";
import {ITokenAllocation} from "./interfaces/ITokenAllocation.sol";
import {VestingMath} from "./libraries/VestingMath.sol";
import {RowId} from "./types/RowId.sol";
import {VestingSchedule} from "./types/VestingSchedule.sol";
import {VestingTerms} from "./types/VestingTerms.sol";

/// @title Vesting wallet
/// @dev Runs behind minimal proxies; on its own it has no beneficiary and obeys nobody. Its rule is that the balance
/// never falls below what is not vested: a release pays the difference, so it needs no counter to be right.
contract OpenVesting is IOpenVesting {
    using SafeERC20 for IOpenToken;

    /// @inheritdoc IOpenVesting
    IOpenToken public immutable token;

    /// @inheritdoc IOpenVesting
    ITokenAllocation public immutable allocation;

    /// @inheritdoc IOpenVesting
    address public immutable timelock;

    /// @inheritdoc IOpenVesting
    address public immutable factory;

    /// @inheritdoc IOpenVesting
    address public beneficiary;

    // Beside the beneficiary, which every release reads anyway.
    uint96 private _released;

    // Zero stands for the beneficiary.
    address private _destination;

    uint40 private _revokedAt;

    /// @inheritdoc IOpenVesting
    address public offeredBeneficiary;

    modifier onlyBeneficiary() {
        require(msg.sender == beneficiary, OpenVesting_NotBeneficiary(msg.sender));
        _;
    }

    /// @param token_ What the wallets hold.
    /// @param allocation_ Where what is revoked goes.
    /// @param timelock_ Revokes.
    /// @param factory_ Initializes wallets.
    constructor(IOpenToken token_, ITokenAllocation allocation_, address timelock_, address factory_) {
        token = token_;
        allocation = allocation_;
        timelock = timelock_;
        factory = factory_;
    }

    /// @inheritdoc IOpenVesting
    function initialize(address beneficiary_) external {
        require(msg.sender == factory, OpenVesting_NotFactory(msg.sender));
        beneficiary = beneficiary_;
        emit BeneficiaryChanged(address(0), beneficiary_);
        token.delegate(beneficiary_);
    }

    /// @inheritdoc IOpenVesting
    function release(address to) external onlyBeneficiary returns (uint256) {
        return _release(to);
    }

    /// @inheritdoc IOpenVesting
    function release() external returns (uint256) {
        return _release(destination());
    }

    /// @inheritdoc IOpenVesting
    function setDestination(address destination_) external onlyBeneficiary {
        require(destination_ != address(this), OpenVesting_ToItself());
        emit DestinationChanged(_destination, destination_);
        _destination = destination_;
    }

    /// @inheritdoc IOpenVesting
    function delegate(address delegatee) external onlyBeneficiary {
        token.delegate(delegatee);
    }

    /// @inheritdoc IOpenVesting
    function offerBeneficiary(address offered) external onlyBeneficiary {
        offeredBeneficiary = offered;
        emit BeneficiaryOffered(msg.sender, offered);
    }

    /// @inheritdoc IOpenVesting
    function acceptBeneficiary() external {
        require(msg.sender == offeredBeneficiary, OpenVesting_NotOffered(msg.sender));
        address oldBeneficiary = beneficiary;
        beneficiary = msg.sender;
        offeredBeneficiary = address(0);
        // What the old owner chose must not receive what is the new one's.
        _destination = address(0);
        emit BeneficiaryChanged(oldBeneficiary, msg.sender);
        token.delegate(msg.sender);
    }

    /// @inheritdoc IOpenVesting
    function revoke() external returns (uint256 returned) {
        require(msg.sender == timelock, OpenVesting_NotTimelock(msg.sender));
        VestingTerms terms = _terms();
        require(terms.isRevocable(), OpenVesting_Irrevocable());
        require(_revokedAt == 0, OpenVesting_AlreadyRevoked(_revokedAt));

        uint256 kept = VestingMath.vestedDown(terms.amount(), terms.schedule(), block.timestamp);
        returned = terms.amount() - kept;
        _revokedAt = uint40(block.timestamp);
        emit Revoked(terms.row(), returned, kept);

        if (returned == 0) return 0;
        token.forceApprove(address(allocation), returned);
        allocation.giveBack(terms.row(), returned);
    }

    /// @inheritdoc IOpenVesting
    function state() external view returns (State memory) {
        VestingTerms terms = _terms();
        uint256 vestedNow = _vested(terms, block.timestamp);
        uint256 balance = token.balanceOf(address(this));
        return
            State({
                beneficiary: beneficiary,
                offeredBeneficiary: offeredBeneficiary,
                destination: destination(),
                delegatee: token.delegates(address(this)),
                row: terms.row(),
                amount: terms.amount(),
                schedule: terms.schedule(),
                revocable: terms.isRevocable(),
                revokedAt: _revokedAt,
                vested: vestedNow,
                released: _released,
                releasable: balance - _locked(terms, vestedNow),
                balance: balance
            });
    }

    /// @inheritdoc IOpenVesting
    function vested(uint256 time) external view returns (uint256) {
        return _vested(_terms(), time);
    }

    /// @inheritdoc IOpenVesting
    function releasable() external view returns (uint256) {
        VestingTerms terms = _terms();
        return token.balanceOf(address(this)) - _locked(terms, _vested(terms, block.timestamp));
    }

    /// @inheritdoc IOpenVesting
    function released() external view returns (uint256) {
        return _released;
    }

    /// @inheritdoc IOpenVesting
    function row() external view returns (RowId) {
        return _terms().row();
    }

    /// @inheritdoc IOpenVesting
    function amount() external view returns (uint256) {
        return _terms().amount();
    }

    /// @inheritdoc IOpenVesting
    function schedule() external view returns (VestingSchedule) {
        return _terms().schedule();
    }

    /// @inheritdoc IOpenVesting
    function revocable() external view returns (bool) {
        return _terms().isRevocable();
    }

    /// @inheritdoc IOpenVesting
    function revokedAt() external view returns (uint256) {
        return _revokedAt;
    }

    /// @inheritdoc IOpenVesting
    function destination() public view returns (address) {
        address chosen = _destination;
        return chosen == address(0) ? beneficiary : chosen;
    }

    function _release(address to) private returns (uint256 paid) {
        require(to != address(this), OpenVesting_ToItself());
        VestingTerms terms = _terms();
        uint256 vestedNow = _vested(terms, block.timestamp);
        paid = token.balanceOf(address(this)) - _locked(terms, vestedNow);
        require(paid != 0, OpenVesting_NothingToRelease());
        // Fits: at most the grant, below 2^96.
        _released = uint96(vestedNow);
        emit Released(to, paid, vestedNow);
        token.safeTransfer(to, paid);
    }

    function _vested(VestingTerms terms, uint256 time) private view returns (uint256) {
        if (terms.isRevocable()) {
            uint256 end = _revokedAt;
            if (end != 0 && time > end) time = end;
        }
        return VestingMath.vestedDown(terms.amount(), terms.schedule(), time);
    }

    /// @dev What must stay in the wallet while `vestedNow` is vested: after a revocation nothing, the rest is gone.
    function _locked(VestingTerms terms, uint256 vestedNow) private view returns (uint256) {
        if (terms.isRevocable() && _revokedAt != 0) return 0;
        return terms.amount() - vestedNow;
    }

    function _terms() private view returns (VestingTerms) {
        return VestingTerms.wrap(abi.decode(Clones.fetchCloneArgs(address(this)), (uint256)));
    }
}
