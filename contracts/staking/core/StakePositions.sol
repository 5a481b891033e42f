// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IOpenToken} from "../../token/interfaces/IOpenToken.sol";
import {IValidatorStaking} from "../interfaces/IValidatorStaking.sol";
import {StakeMath} from "../libraries/StakeMath.sol";
import {PoolId, delegatedPool, ownPool} from "../types/PoolId.sol";
import {ValidatorId} from "../types/ValidatorId.sol";
import {RewardIndex} from "./RewardIndex.sol";

/// @title Positions and what they earn
/// @notice What an account holds in a tranche. For every account, the principal of its positions and exits is exactly
/// what the token's escrow ledger holds under its name.
abstract contract StakePositions is RewardIndex {
    using SafeCast for uint256;
    using SafeCast for int256;
    using SafeERC20 for IOpenToken;

    /// @dev A position and its tranche being looked at, brought up to this second in memory. What a function changes it
    /// stores with `_savePosition` and `_saveStake`; a reward alone changes nothing of the tranche.
    struct Visit {
        ValidatorId id;
        address account;
        PoolId tranche;
        bool active;
        bool marked;
        uint256 index;
        uint256 finish;
        uint256 growth;
        uint256 bps;
        uint256 acc;
        uint256 factor;
        uint256 idx;
        uint256 pooled;
        int256 credit;
        uint256 tokens;
        uint256 reward;
        uint256 taken;
    }

    /// @dev A tranche slashed below a millionth takes nothing more: new shares in it would be too large.
    uint256 private constant MIN_FACTOR = 1e12;

    mapping(PoolId pool => mapping(address account => Position)) internal _positions;

    /// @inheritdoc IValidatorStaking
    mapping(address account => address) public recipientOf;

    /// @inheritdoc IValidatorStaking
    function stake(ValidatorId id, uint256 amount) external {
        _stake(id, msg.sender, amount);
    }

    /// @inheritdoc IValidatorStaking
    function stakeFor(ValidatorId id, address account, uint256 amount) external {
        _stake(id, account, amount);
    }

    /// @inheritdoc IValidatorStaking
    function stakeWithPermit(ValidatorId id, uint256 amount, uint256 deadline, bytes calldata signature) external {
        // solhint-disable-next-line no-empty-blocks
        try OPEN.permit(msg.sender, address(this), amount, deadline, signature) {} catch {}
        _stake(id, msg.sender, amount);
    }

    /// @inheritdoc IValidatorStaking
    function setRecipient(address recipient) external {
        emit RecipientSet(msg.sender, recipientOf[msg.sender], recipient);
        recipientOf[msg.sender] = recipient;
    }

    /// @inheritdoc IValidatorStaking
    function claim(ValidatorId id, address to) external returns (uint256 reward) {
        return _claim(id, msg.sender, to);
    }

    /// @inheritdoc IValidatorStaking
    function claimFor(ValidatorId id, address account) external returns (uint256 reward) {
        return _claim(id, account, _payeeOf(account));
    }

    /// @inheritdoc IValidatorStaking
    function claimMany(ValidatorId[] calldata ids, address to) external returns (uint256 reward) {
        for (uint256 i; i < ids.length; ++i) {
            (uint256 part, ) = _takeReward(ids[i], msg.sender, to);
            reward += part;
        }
        _pay(to, reward);
    }

    /// @inheritdoc IValidatorStaking
    function claimCommission(ValidatorId id, address to) external returns (uint256 commission) {
        _operated(id);
        (uint256 index, ) = _indexNow();
        PoolId tranche = delegatedPool(id);
        _accrue(tranche, index);
        Fee storage fee = _bank(tranche);
        commission = fee.owed;
        require(commission != 0, ValidatorStaking_NothingToPay());

        fee.owed = 0;
        emit CommissionClaimed(id, to, commission);
        _pay(to, commission);
    }

    /// @inheritdoc IValidatorStaking
    function compound(ValidatorId id) external returns (uint256 reward) {
        Visit memory visit = _visit(id, msg.sender);
        reward = visit.reward;
        require(reward != 0, ValidatorStaking_NothingToPay());
        visit.reward = 0;
        _add(visit, reward);
        emit Compounded(id, msg.sender, reward);
        _settle(id, msg.sender, visit.taken);
        OPEN.escrowIn(address(this), msg.sender, reward);
    }

    /// @inheritdoc IValidatorStaking
    function poke(ValidatorId id, address account) external returns (uint256 taken) {
        // An own stake is settled in the slash itself.
        if (_knownTranche(id, account).isOwn()) return 0;
        Visit memory visit = _visit(id, account);
        taken = visit.taken;
        // Up to date: writing the position again would cost its owner a rounding for nothing.
        if (taken == 0) return 0;
        // No stake is left that could carry the reward.
        uint256 paidOut = visit.tokens == 0 ? _takePending(visit) : 0;
        _savePosition(visit);
        _settle(id, account, taken);
        _payOut(id, account, _payeeOf(account), paidOut);
    }

    /// @inheritdoc IValidatorStaking
    function positionOf(ValidatorId id, address account) external view returns (Position memory) {
        return _positions[_trancheOf(id, account)][account];
    }

    /// @inheritdoc IValidatorStaking
    function stakeOf(ValidatorId id, address account) external view returns (uint256 tokens, uint256 reward) {
        Visit memory visit = _look(id, account);
        return (visit.tokens, visit.reward);
    }

    function _stake(ValidatorId id, address account, uint256 amount) internal {
        require(amount >= MIN_POSITION, ValidatorStaking_TooSmall(amount, MIN_POSITION));
        Visit memory visit = _visit(id, account);
        // Nobody else adds to an own stake: the least of it keeps the operator from retiring, and its unit locked.
        if (visit.tranche.isOwn()) require(account == msg.sender, ValidatorStaking_NotOperator(id, msg.sender));
        _add(visit, amount);
        emit Staked(id, account, msg.sender, amount);
        _settle(id, account, visit.taken);
        OPEN.escrowIn(msg.sender, account, amount);
    }

    function _claim(ValidatorId id, address account, address to) private returns (uint256 reward) {
        bool touched;
        (reward, touched) = _takeReward(id, account, to);
        require(touched, ValidatorStaking_NothingToPay());
        _pay(to, reward);
    }

    /// @dev Empties the pending reward of `account` and books its slashes; the caller pays.
    /// @return reward In wei.
    /// @return touched Whether there was either.
    function _takeReward(ValidatorId id, address account, address to) private returns (uint256 reward, bool touched) {
        Visit memory visit = _visit(id, account);
        if (visit.reward + visit.taken == 0) return (0, false);
        reward = _takePending(visit);
        _savePosition(visit);
        _settle(id, account, visit.taken);
        if (reward != 0) emit Claimed(id, account, to, reward);
        return (reward, true);
    }

    function _takePending(Visit memory visit) internal pure returns (uint256 reward) {
        (reward, visit.reward) = (visit.reward, 0);
    }

    /// @dev Slashed principal of `account` leaves its name: its votes end here.
    function _settle(ValidatorId id, address account, uint256 taken) internal {
        if (taken == 0) return;
        uint256 burned = StakeMath.bpsDown(taken, _settings.burnBps);
        uint256 toVault = taken - burned;
        emit SlashSettled(id, account, burned, toVault);
        if (burned != 0) OPEN.escrowOut(account, address(0), burned);
        if (toVault != 0) OPEN.escrowOut(account, slashVault, toVault);
    }

    function _payOut(ValidatorId id, address account, address to, uint256 reward) internal {
        if (reward == 0) return;
        emit Claimed(id, account, to, reward);
        _pay(to, reward);
    }

    /// @dev Out of what the escrow ledger does not hold for somebody: the token lets nothing else go.
    function _pay(address to, uint256 reward) private {
        if (reward == 0) return;
        OPEN.safeTransfer(to, reward);
    }

    function _payeeOf(address account) internal view returns (address payee) {
        payee = recipientOf[account];
        if (payee == address(0)) payee = account;
    }

    /// @dev `_look`, with what waited for a visitor done: a rise that is due, a reward that a slash had set aside.
    function _visit(ValidatorId id, address account) internal returns (Visit memory visit) {
        visit = _look(id, account);
        if (!visit.marked) return visit;
        Tranche storage tranche = _tranches[visit.tranche];
        if (visit.tranche.isOwn()) {
            tranche.fee.owed = 0;
            tranche.earning.marked = false;
        } else if (_risen(tranche.fee)) {
            _accrue(visit.tranche, visit.index);
            visit = _look(id, account);
        }
    }

    function _look(ValidatorId id, address account) private view returns (Visit memory visit) {
        Validator storage validator = _known(id);
        visit.id = id;
        visit.account = account;
        visit.tranche = account == validator.operator ? ownPool(id) : delegatedPool(id);
        visit.active = validator.status == Status.Active;
        Tranche storage tranche = _tranches[visit.tranche];
        (visit.pooled, visit.credit, visit.idx) = (tranche.stake.tokens, tranche.stake.credit, tranche.stake.idx);
        Earning memory earning = tranche.earning;
        (visit.bps, visit.marked) = (earning.bps, earning.marked);
        visit.factor = _factor(visit.tranche, visit.idx);
        (visit.index, visit.finish) = _indexNow();
        if (visit.active) visit.growth = visit.index - earning.index;
        visit.acc = earning.acc + StakeMath.perShareDown(visit.growth, visit.factor, visit.bps);
        (visit.tokens, visit.reward, visit.taken) = _worth(visit.tranche, account, visit.acc, visit.idx, visit.factor);
        // What a slash had set aside joins the position's own reward.
        if (visit.marked && visit.tranche.isOwn()) visit.reward += tranche.fee.owed;
    }

    /// @dev A position with all slashes applied, what it has pending, and what the slashes took.
    function _worth(
        PoolId tranche,
        address account,
        uint256 acc,
        uint256 idx,
        uint256 factor
    ) internal view returns (uint256 tokens, uint256 reward, uint256 taken) {
        Position memory position = _positions[tranche][account];
        tokens = position.tokens;
        if (tokens == 0) return (0, 0, 0);
        uint256 factorThen = position.idx == idx ? factor : _factor(tranche, position.idx);
        uint256 growth = uint256(int256(acc) - position.paid);
        reward = StakeMath.rewardDown(StakeMath.sharesDown(tokens, factorThen), growth);
        if (position.idx != idx) {
            taken = tokens;
            tokens = StakeMath.valueDown(tokens, factorThen, factor);
            taken -= tokens;
        }
    }

    /// @dev A reward that was not paid becomes a lower `paid`, rounded against its owner; a position without tokens must
    /// have none.
    function _savePosition(Visit memory visit) internal {
        int256 paid = int256(visit.acc);
        if (visit.reward != 0) {
            uint256 shares = StakeMath.sharesUp(visit.tokens, visit.factor);
            paid -= int256(StakeMath.debtDown(visit.reward, shares));
        }
        // Tokens and slashes were read from words of the same size, or checked where they grew.
        _storePosition(visit.tranche, visit.account, uint96(visit.tokens), uint16(visit.idx), paid);
    }

    /// @dev The word at once, as `_storeStake`.
    function _storePosition(PoolId tranche, address account, uint96 tokens, uint16 idx, int256 paid) internal {
        Position storage position = _positions[tranche][account];
        uint256 word = tokens | (uint256(idx) << 96) | (uint256(uint128(paid.toInt128())) << 112);
        assembly ("memory-safe") {
            sstore(position.slot, word)
        }
    }

    /// @dev Stores the stake of a visited tranche, which was `before` wei and is now `visit.pooled`.
    function _saveStake(Visit memory visit, uint256 before) internal {
        _storeStake(
            _tranches[visit.tranche].stake,
            Stake({tokens: visit.pooled.toUint96(), credit: visit.credit.toInt128(), idx: uint16(visit.idx)})
        );
        if (visit.active) _setActive(visit.index, visit.finish, _activeStake() + visit.pooled - before);
    }

    /// @dev Adds `amount` to a visited position, with all that limits it, and stores the visit.
    function _add(Visit memory visit, uint256 amount) internal {
        _open(visit.id);
        uint256 before = visit.pooled;
        visit.tokens += amount;
        visit.pooled += amount;
        if (!visit.tranche.isOwn()) {
            require(visit.factor >= MIN_FACTOR, ValidatorStaking_DeadPool(visit.id));
            _checkCap(_tranches[ownPool(visit.id)].stake.tokens, visit.pooled);
        }
        if (visit.bps != 0) visit.credit -= int256(StakeMath.grossUp(amount, visit.growth));
        _savePosition(visit);
        _saveStake(visit, before);
    }

    /// @dev What the operator of a member must have at stake: the minimum, and enough for what is delegated to it.
    function _checkOwnStake(ValidatorId id, uint256 own) internal view {
        _checkSelfStake(own);
        _checkCap(own, _tranches[delegatedPool(id)].stake.tokens);
    }

    function _checkCap(uint256 own, uint256 delegated) private view {
        uint256 cap = own * _settings.delegationCap;
        require(delegated <= cap, ValidatorStaking_OverDelegationCap(delegated, cap));
    }

    /// @dev For whoever changes something in it: a number too large to be shifted names the pools of another.
    function _knownTranche(ValidatorId id, address account) internal view returns (PoolId) {
        return account == _known(id).operator ? ownPool(id) : delegatedPool(id);
    }

    function _trancheOf(ValidatorId id, address account) internal view returns (PoolId) {
        return account == _validators[id].operator ? ownPool(id) : delegatedPool(id);
    }
}
