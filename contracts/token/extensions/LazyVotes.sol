// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {Time} from "@openzeppelin/contracts/utils/types/Time.sol";

import {ILazyVotes} from "../interfaces/ILazyVotes.sol";
import {VoteSlot, arePlain, toVoteSlot} from "../types/VoteSlot.sol";

/// @title Vote ledger with lazily settled deliveries
/// @dev OpenZeppelin's Votes with another account record: it keeps delegatees in a private mapping that cannot hold
/// pending votes. The ledger stays exact because every function here keeps, for every delegatee,
/// `votes(delegatee) = sum over its delegators of (voting units - pending)`, and pending <= voting units.
/// A token must call `_moveUnits`, `_deliver` or neither (when an account's voting units do not change) exactly once
/// for each movement, after the balances have changed.
abstract contract LazyVotes is Context, EIP712, Nonces, ILazyVotes {
    using Checkpoints for Checkpoints.Trace208;

    bytes32 private constant DELEGATION_TYPEHASH = keccak256(
        "Delegation(address delegatee,uint256 nonce,uint256 expiry)"
    );
    bytes32 private constant DELEGATION_FOR_TYPEHASH = keccak256(
        "Delegation(address delegator,address delegatee,uint256 nonce,uint256 expiry)"
    );

    mapping(address account => VoteSlot slot) private _voteSlots;
    mapping(address delegatee => Checkpoints.Trace208 trace) private _voteTraces;
    Checkpoints.Trace208 private _supplyTrace;

    /// @inheritdoc IVotes
    function delegate(address delegatee) external {
        _delegate(_msgSender(), delegatee);
    }

    /// @inheritdoc IVotes
    function delegateBySig(address delegatee, uint256 nonce, uint256 expiry, uint8 v, bytes32 r, bytes32 s) external {
        require(block.timestamp <= expiry, VotesExpiredSignature(expiry));
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(DELEGATION_TYPEHASH, delegatee, nonce, expiry)));
        address delegator = ECDSA.recover(digest, v, r, s);
        _useCheckedNonce(delegator, nonce);
        _delegate(delegator, delegatee);
    }

    /// @inheritdoc ILazyVotes
    function delegateBySig(
        address delegator,
        address delegatee,
        uint256 nonce,
        uint256 expiry,
        bytes calldata signature
    ) external {
        require(block.timestamp <= expiry, VotesExpiredSignature(expiry));
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(DELEGATION_FOR_TYPEHASH, delegator, delegatee, nonce, expiry))
        );
        require(
            SignatureChecker.isValidSignatureNowCalldata(delegator, digest, signature),
            LazyVotes_InvalidSignature(delegator)
        );
        _useCheckedNonce(delegator, nonce);
        _delegate(delegator, delegatee);
    }

    /// @inheritdoc ILazyVotes
    function settleVotes(address account) external {
        VoteSlot slot = _voteSlots[account];
        _changeVotes(slot.delegatee(), _settle(account, slot), 0);
    }

    /// @inheritdoc IVotes
    function getVotes(address account) external view returns (uint256) {
        return _voteTraces[account].latest();
    }

    /// @inheritdoc IVotes
    function getPastVotes(address account, uint256 timepoint) external view returns (uint256) {
        return _voteTraces[account].upperLookupRecent(_pastTimepoint(timepoint));
    }

    /// @inheritdoc IVotes
    function getPastTotalSupply(uint256 timepoint) external view returns (uint256) {
        return _supplyTrace.upperLookupRecent(_pastTimepoint(timepoint));
    }

    /// @inheritdoc IVotes
    function delegates(address account) external view returns (address) {
        return _voteSlots[account].delegatee();
    }

    /// @inheritdoc ILazyVotes
    function pendingVotes(address account) external view returns (uint256) {
        return _voteSlots[account].pending();
    }

    /// @inheritdoc ILazyVotes
    function numCheckpoints(address account) external view returns (uint32) {
        return SafeCast.toUint32(_voteTraces[account].length());
    }

    /// @inheritdoc ILazyVotes
    function checkpoints(address account, uint32 pos) external view returns (Checkpoints.Checkpoint208 memory) {
        return _voteTraces[account].pos(pos);
    }

    /// @inheritdoc IERC6372
    function clock() public view returns (uint48) {
        return Time.timestamp();
    }

    /// @inheritdoc IERC6372
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() external pure returns (string memory) {
        return "mode=timestamp";
    }

    /// @dev Voting units of `account`, counted when it delegates.
    function _votingUnits(address account) internal view virtual returns (uint256);

    /// @dev Called before any checkpoint of votes rises. A token whose supply checkpoint may lag brings it up here.
    function _beforeVotesIncrease() internal virtual {}

    /// @dev Moves `value` voting units that already changed hands, and settles both sides. Units that leave a pool are
    /// a delivery. Either side may be zero: it has no slot.
    function _moveUnits(address from, address to, uint256 value) internal returns (VoteSlot fromSlot, VoteSlot toSlot) {
        fromSlot = _voteSlots[from];
        toSlot = _voteSlots[to];
        if (fromSlot.isPool()) {
            _addPending(to, toSlot, value);
            return (fromSlot, toSlot);
        }
        uint256 fromGain;
        uint256 toGain;
        // The common case costs what it costs without pending votes.
        if (!arePlain(fromSlot, toSlot)) {
            fromGain = _settle(from, fromSlot);
            // A self-transfer must not settle the same pending votes twice.
            if (from != to) toGain = _settle(to, toSlot);
        }
        address fromDelegatee = fromSlot.delegatee();
        address toDelegatee = toSlot.delegatee();
        if (fromDelegatee == toDelegatee) {
            _changeVotes(fromDelegatee, fromGain + toGain, 0);
        } else {
            _changeVotes(fromDelegatee, fromGain, value);
            _changeVotes(toDelegatee, toGain + value, 0);
        }
    }

    /// @dev Gives `account` voting units that nobody had, without a checkpoint. Without a delegatee there is nothing
    /// to do: its units are counted from the balance when it delegates.
    function _deliver(address account, uint256 value) internal {
        _addPending(account, _voteSlots[account], value);
    }

    function _checkpointSupply(uint256 supply) internal {
        _supplyTrace.push(clock(), SafeCast.toUint208(supply));
    }

    function _checkpointedSupply() internal view returns (uint256) {
        return _supplyTrace.latest();
    }

    function _voteSlot(address account) internal view returns (VoteSlot) {
        return _voteSlots[account];
    }

    /// @dev Only for the flags and the total of an account without a delegatee.
    function _setVoteSlot(address account, VoteSlot slot) internal {
        _voteSlots[account] = slot;
    }

    function _delegate(address account, address delegatee) private {
        VoteSlot slot = _voteSlots[account];
        require(!slot.isRegistered(), LazyVotes_RegisteredCannotDelegate(account));
        address oldDelegatee = slot.delegatee();
        uint256 pending = slot.pending();

        _voteSlots[account] = toVoteSlot(delegatee);
        emit DelegateChanged(account, oldDelegatee, delegatee);
        if (pending != 0) emit VotesSettled(account, delegatee, pending);

        if (oldDelegatee == delegatee) {
            _changeVotes(delegatee, pending, 0);
        } else {
            uint256 units = _votingUnits(account);
            _changeVotes(oldDelegatee, 0, units - pending);
            _changeVotes(delegatee, units, 0);
        }
    }

    /// @dev Without an event: the delivery's own Transfer says it, and another log would not fit into CCIP's token gas.
    function _addPending(address account, VoteSlot slot, uint256 value) private {
        if (slot.delegatee() == address(0) || value == 0) return;
        _voteSlots[account] = slot.addPending(value);
    }

    /// @dev Clears the pending votes and returns them; the caller adds them to the delegatee's checkpoint.
    function _settle(address account, VoteSlot slot) private returns (uint256 pending) {
        pending = slot.pending();
        if (pending == 0) return 0;
        _voteSlots[account] = slot.clearPending();
        emit VotesSettled(account, slot.delegatee(), pending);
    }

    function _changeVotes(address delegatee, uint256 gain, uint256 loss) private {
        if (delegatee == address(0) || gain == loss) return;
        if (gain > loss) _beforeVotesIncrease();
        Checkpoints.Trace208 storage trace = _voteTraces[delegatee];
        uint256 oldVotes = trace.latest();
        uint256 newVotes = oldVotes + gain - loss;
        trace.push(clock(), SafeCast.toUint208(newVotes));
        emit DelegateVotesChanged(delegatee, oldVotes, newVotes);
    }

    function _pastTimepoint(uint256 timepoint) private view returns (uint48) {
        uint48 current = clock();
        require(timepoint < current, ERC5805FutureLookup(timepoint, current));
        return uint48(timepoint);
    }
}
