// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {GovernorTimelockControl} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IOpenToken} from "../token/interfaces/IOpenToken.sol";
import {IGovernorChangeVoteBySig} from "./interfaces/IGovernorChangeVoteBySig.sol";
import {IVoteRelay} from "./interfaces/IVoteRelay.sol";

/// @notice See {IVoteRelay}.
/// @dev Governor and OPEN are trusted not to call back; contract wallets are only asked by static call. The refund is
/// sent last, so a relayer that calls back starts a batch like any other.
contract VoteRelay is IVoteRelay {
    uint256 public constant ITEM_GAS = 500_000;
    uint256 public constant MAX_REFUNDED_GAS = 200_000;
    // Calldata of a vote with a signature of 65 bytes; below what it really costs.
    uint256 public constant CALLDATA_GAS = 2_500;
    uint256 public constant MAX_GAS_PRICE = 200 gwei;
    uint256 public constant MAX_PRIORITY_FEE = 2 gwei;
    // A vote, and one change of mind.
    uint256 public constant REFUNDED_BALLOTS = 2;
    uint256 public constant DELEGATION_PAUSE = 30 days;

    // A call gets at most 63/64 of what is left; the rest pays for what this contract does around it.
    uint256 private constant _NEEDED_GAS = (ITEM_GAS * 64) / 63 + 100_000;
    // Enough for a wallet's receive function, too little to spend much of the batch's gas.
    uint256 private constant _REFUND_GAS = 50_000;
    uint256 private constant _MIN_VOTES_FLOOR = 1e18;
    uint256 private constant _MIN_VOTES_CEILING = 100_000e18;
    uint256 private constant _MAX_CAP = 50 ether;

    bytes4 private constant _DELEGATE_FOR = bytes4(keccak256("delegateBySig(address,address,uint256,uint256,bytes)"));
    bytes32 private constant _DELEGATION_TYPEHASH = keccak256(
        "Delegation(address delegatee,uint256 nonce,uint256 expiry)"
    );

    struct Limits {
        uint96 minVotes;
        uint80 proposalCap;
        uint80 dayCap;
    }

    struct Books {
        uint40 day;
        uint96 refunded;
        uint96 credits;
    }

    struct Batch {
        Limits limits;
        uint256 price;
        uint256 relayed;
        uint256 refund;
        // What was used since the books were last kept, for which proposal.
        uint256 gasUsed;
        uint256 proposalId;
    }

    /// @inheritdoc IVoteRelay
    address public immutable governor;
    /// @inheritdoc IVoteRelay
    address public immutable token;
    /// @inheritdoc IVoteRelay
    address public immutable timelock;

    Limits private _limits;
    Books private _books;

    /// @inheritdoc IVoteRelay
    mapping(uint256 proposalId => uint256 amount) public refundedFor;
    /// @inheritdoc IVoteRelay
    mapping(address relayer => uint256 amount) public creditOf;
    /// @inheritdoc IVoteRelay
    mapping(address delegator => uint256 timestamp) public lastDelegation;

    /// @param governor_ Governor; it names OPEN and the timelock.
    /// @param minVotes_ OPEN wei that an item must move to be refunded.
    /// @param proposalCap_ Wei refunded at most for the ballots of one proposal.
    /// @param dayCap_ Wei refunded at most per UTC day.
    constructor(address payable governor_, uint256 minVotes_, uint256 proposalCap_, uint256 dayCap_) {
        governor = governor_;
        token = address(GovernorVotes(governor_).token());
        timelock = GovernorTimelockControl(governor_).timelock();
        _setLimits(minVotes_, proposalCap_, dayCap_);
    }

    receive() external payable {
        emit Funded(msg.sender, msg.value);
    }

    /// @inheritdoc IVoteRelay
    function relay(bytes[] calldata items) external returns (uint256 relayed, uint256 refund) {
        Batch memory batch;
        batch.limits = _limits;
        batch.price = Math.min(tx.gasprice, Math.min(block.basefee + MAX_PRIORITY_FEE, MAX_GAS_PRICE));
        for (uint256 i = 0; i < items.length; ++i) _relayItem(batch, i, items[i]);
        _book(batch);
        (relayed, refund) = (batch.relayed, batch.refund);
        if (refund > 0) _refund(refund);
    }

    /// @inheritdoc IVoteRelay
    function withdrawCredit(address payable to) external returns (uint256 amount) {
        amount = creditOf[msg.sender];
        require(amount > 0, VoteRelay_NoCredit(msg.sender));
        delete creditOf[msg.sender];
        _books.credits -= uint96(amount);
        emit CreditWithdrawn(msg.sender, to, amount);
        _send(to, amount);
    }

    /// @inheritdoc IVoteRelay
    function reclaim(uint256 amount) external {
        require(msg.sender == timelock, VoteRelay_NotTimelock(msg.sender));
        uint256 available = pot();
        require(amount <= available, VoteRelay_PotTooSmall(amount, available));
        emit Reclaimed(amount);
        _send(timelock, amount);
    }

    /// @inheritdoc IVoteRelay
    function setLimits(uint256 newMinVotes, uint256 newProposalCap, uint256 newDayCap) external {
        require(msg.sender == timelock, VoteRelay_NotTimelock(msg.sender));
        _setLimits(newMinVotes, newProposalCap, newDayCap);
    }

    /// @inheritdoc IVoteRelay
    function minVotes() external view returns (uint96) {
        return _limits.minVotes;
    }

    /// @inheritdoc IVoteRelay
    function proposalCap() external view returns (uint80) {
        return _limits.proposalCap;
    }

    /// @inheritdoc IVoteRelay
    function dayCap() external view returns (uint80) {
        return _limits.dayCap;
    }

    /// @inheritdoc IVoteRelay
    function refundedToday() external view returns (uint256) {
        return _books.day == _today() ? _books.refunded : 0;
    }

    /// @inheritdoc IVoteRelay
    function pot() public view returns (uint256) {
        return address(this).balance - _books.credits;
    }

    function _relayItem(Batch memory batch, uint256 item, bytes calldata data) private {
        uint256 gasBefore = gasleft();
        require(gasBefore >= _NEEDED_GAS, VoteRelay_GasTooLow(item, gasBefore, _NEEDED_GAS));
        bool isWhole = _calls(data, IGovernor.castVoteBySig.selector, 3);
        bool isBallot =
            isWhole ||
                _calls(data, IGovernor.castVoteWithReasonAndParamsBySig.selector, 3) ||
                _calls(data, IGovernorChangeVoteBySig.changeVoteBySig.selector, 3);
        uint256 proposalId = isBallot ? uint256(_word(data, 0)) : 0;
        bool counts =
            isBallot ? _relayBallot(batch, item, data, proposalId, isWhole) : _relayDelegation(batch, item, data);
        if (!counts) return;
        if (proposalId != batch.proposalId) {
            _book(batch);
            (batch.proposalId, batch.gasUsed) = (proposalId, 0);
        }
        batch.gasUsed += Math.min(gasBefore - gasleft(), MAX_REFUNDED_GAS) + CALLDATA_GAS;
    }

    function _relayBallot(
        Batch memory batch,
        uint256 item,
        bytes calldata data,
        uint256 proposalId,
        bool isWhole
    ) private returns (bool counts) {
        address voter = _account(data, 2);
        // Each refunded ballot must use up one of few nonces of the proposal. A whole vote may be signed with the
        // common nonce instead: nothing is left to repeat it with until the voter withdraws it, which uses one up.
        uint256 used = _ballots(voter, proposalId);
        (bool success, bytes memory result) = governor.call{gas: ITEM_GAS}(data);
        if (!success) {
            emit ItemFailed(voter, proposalId, item, result);
            return false;
        }
        ++batch.relayed;
        counts = used < REFUNDED_BALLOTS && abi.decode(result, (uint256)) >= batch.limits.minVotes;
        if (counts && !isWhole) counts = _ballots(voter, proposalId) == used + 1;
        emit ItemRelayed(voter, proposalId, item, counts);
    }

    function _relayDelegation(Batch memory batch, uint256 item, bytes calldata data) private returns (bool counts) {
        address delegator;
        address delegatee;
        if (_calls(data, _DELEGATE_FOR, 5)) {
            (delegator, delegatee) = (_account(data, 0), _account(data, 1));
        } else {
            require(_calls(data, IVotes.delegateBySig.selector, 6), VoteRelay_NotRelayable(item, bytes4(data)));
            (delegator, delegatee) = (_delegator(data), _account(data, 0));
        }
        uint256 votes = IOpenToken(token).getVotes(delegatee);
        (bool success, bytes memory result) = token.call{gas: ITEM_GAS}(data);
        if (!success) {
            emit ItemFailed(delegator, 0, item, result);
            return false;
        }
        ++batch.relayed;
        uint256 gained = IOpenToken(token).getVotes(delegatee) - votes;
        uint256 last = lastDelegation[delegator];
        counts = gained >= batch.limits.minVotes && (last == 0 || block.timestamp >= last + DELEGATION_PAUSE);
        if (counts) lastDelegation[delegator] = block.timestamp;
        emit ItemRelayed(delegator, 0, item, counts);
    }

    /// @dev Settles what the batch used for its present proposal: writes it down and adds it to the refund.
    function _book(Batch memory batch) private {
        uint256 due = batch.gasUsed * batch.price;
        if (due == 0) return;
        Books memory books = _books;
        uint256 today = _today();
        if (books.day != today) (books.day, books.refunded) = (uint40(today), 0);
        uint256 amount = Math.min(due, Math.saturatingSub(batch.limits.dayCap, books.refunded));
        amount = Math.min(amount, address(this).balance - books.credits - batch.refund);
        if (batch.proposalId != 0) {
            uint256 spent = refundedFor[batch.proposalId];
            amount = Math.min(amount, Math.saturatingSub(batch.limits.proposalCap, spent));
            refundedFor[batch.proposalId] = spent + amount;
        }
        books.refunded += uint96(amount);
        _books = books;
        batch.refund += amount;
        emit Refunded(msg.sender, batch.proposalId, amount, due);
    }

    function _refund(uint256 amount) private {
        (bool success, ) = msg.sender.call{value: amount, gas: _REFUND_GAS}("");
        if (success) return;
        creditOf[msg.sender] += amount;
        _books.credits += uint96(amount);
        emit RefundCredited(msg.sender, amount);
    }

    function _send(address to, uint256 amount) private {
        (bool success, ) = to.call{value: amount}("");
        require(success, VoteRelay_EtherRefused(to, amount));
    }

    function _setLimits(uint256 newMinVotes, uint256 newProposalCap, uint256 newDayCap) private {
        _checkBounds(newMinVotes, _MIN_VOTES_FLOOR, _MIN_VOTES_CEILING);
        _checkBounds(newProposalCap, 0, _MAX_CAP);
        _checkBounds(newDayCap, 0, _MAX_CAP);
        Limits memory old = _limits;
        _limits = Limits(uint96(newMinVotes), uint80(newProposalCap), uint80(newDayCap));
        emit LimitsUpdated(old.minVotes, newMinVotes, old.proposalCap, newProposalCap, old.dayCap, newDayCap);
    }

    /// @dev Ballots and changes by signature, and changes by the voter, that a voter made on a proposal.
    function _ballots(address voter, uint256 proposalId) private view returns (uint256) {
        return uint64(NoncesKeyed(governor).nonces(voter, uint192(proposalId)));
    }

    /// @dev Who signed the standard's `delegateBySig`, which does not name the delegator; zero if nobody.
    function _delegator(bytes calldata data) private view returns (address signer) {
        bytes32 structHash = keccak256(
            abi.encode(_DELEGATION_TYPEHASH, _account(data, 0), _word(data, 1), _word(data, 2))
        );
        bytes32 digest = MessageHashUtils.toTypedDataHash(IOpenToken(token).DOMAIN_SEPARATOR(), structHash);
        (signer, , ) = ECDSA.tryRecover(digest, uint8(uint256(_word(data, 3))), _word(data, 4), _word(data, 5));
    }

    function _today() private view returns (uint256) {
        return block.timestamp / 1 days;
    }

    function _checkBounds(uint256 value, uint256 min, uint256 max) private pure {
        require(value >= min && value <= max, VoteRelay_LimitOutOfBounds(value, min, max));
    }

    /// @dev Whether an item is a call of a function, long enough to hold so many words.
    function _calls(bytes calldata data, bytes4 selector, uint256 words) private pure returns (bool) {
        return data.length >= 4 + 32 * words && bytes4(data) == selector;
    }

    function _word(bytes calldata data, uint256 index) private pure returns (bytes32) {
        return bytes32(data[4 + 32 * index:]);
    }

    /// @dev Dirty high bits are for the callee to refuse.
    function _account(bytes calldata data, uint256 index) private pure returns (address) {
        return address(uint160(uint256(_word(data, index))));
    }
}
