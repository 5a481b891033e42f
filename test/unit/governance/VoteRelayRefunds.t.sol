// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

import {IVoteRelay} from "../../../contracts/governance/interfaces/IVoteRelay.sol";
import {RelaySigner} from "../../helpers/RelaySigner.sol";

/// @dev A wallet that signs anything, at a price.
contract DearWallet {
    uint256 private immutable _ROUNDS;

    constructor(IVotes token, uint256 rounds) {
        _ROUNDS = rounds;
        token.delegate(address(this));
    }

    function isValidSignature(bytes32 hash, bytes calldata) external view returns (bytes4) {
        for (uint256 i = 0; i < _ROUNDS; ++i) hash = keccak256(abi.encode(hash));
        return IERC1271.isValidSignature.selector;
    }
}

/// Which items the relay refunds, and at what price.
contract VoteRelayRefundsTest is RelaySigner {
    function test_RefundsTheRelayer() public {
        bytes memory item = _ballot(id, alice, aliceKey, FOR);
        uint256 snapshot = vm.snapshotState();
        (, uint256 expected) = _relay(item);
        vm.revertToState(snapshot);
        vm.expectEmit(address(relay));
        emit IVoteRelay.Refunded(relayer, id, expected, expected);
        (, uint256 refund) = _relay(item);
        assertGt(refund, 60_000 * GAS_PRICE);
        assertEq(relayer.balance, refund);
        assertEq(relay.pot(), POT - refund);
        assertEq(address(relay).balance, POT - refund);
        _assertBooks(refund, refund);
    }

    function test_GOVERNANCE_62_RefundsAtMostWhatWasUsed() public {
        bytes[] memory items = _batch(
            _ballot(id, alice, aliceKey, FOR),
            _ballot(id, bob, bobKey, FOR),
            _ballot(id, carol, carolKey, AGAINST)
        );
        uint256 before = gasleft();
        (, uint256 refund) = _relay(items);
        uint256 used = before - gasleft();
        // The call alone, without the 21,000 of a transaction and without calldata.
        assertLt(refund, (used + items.length * relay.CALLDATA_GAS()) * GAS_PRICE);
        assertGt(refund, (used * GAS_PRICE * 6) / 10);
    }

    function test_PriceIsThatOfTheTransaction() public {
        vm.fee(9.5 gwei);
        assertEq(_priceOf(_ballot(id, alice, aliceKey, FOR)), GAS_PRICE);
    }

    function test_TipIsRefundedUpToTwoGwei() public {
        vm.fee(3 gwei);
        assertEq(_priceOf(_ballot(id, alice, aliceKey, FOR)), 5 gwei);
    }

    function test_GOVERNANCE_62_PriceIsCapped() public {
        vm.txGasPrice(1_000 gwei);
        vm.fee(999 gwei);
        assertEq(_priceOf(_ballot(id, alice, aliceKey, FOR)), 200 gwei);
    }

    function test_GasOfAnItemIsCapped() public {
        address dear = _dearWallet(1_000);
        (, uint256 refund) = _relay(abi.encodeCall(IGovernor.castVoteBySig, (id, FOR, dear, "")));
        assertEq(governor.usedVotes(id, dear), 1_000_000e18);
        assertEq(refund, (relay.MAX_REFUNDED_GAS() + relay.CALLDATA_GAS()) * GAS_PRICE);
    }

    function test_GOVERNANCE_63_FailedItemsAreNotRefunded() public {
        bytes memory good = _ballot(id, alice, aliceKey, FOR);
        bytes memory bad = _ballot(id, bob, aliceKey, FOR);
        uint256 snapshot = vm.snapshotState();
        (, uint256 alone) = _relay(good);
        vm.revertToState(snapshot);
        (, uint256 together) = _relay(_batch(good, bad));
        assertApproxEqAbs(together, alone, 3_000 * GAS_PRICE);
    }

    function test_GOVERNANCE_63_DustIsRelayedAndNotRefunded() public {
        (address small, uint256 key) = _voter("small", MIN_VOTES - 1);
        bytes memory item = _ballot(id, small, key, FOR);
        _expectRelayed(small, id, 0, false);
        (uint256 relayed, uint256 refund) = _relay(item);
        assertEq(relayed, 1);
        assertEq(refund, 0);
        assertEq(relayer.balance, 0);
        assertEq(governor.usedVotes(id, small), MIN_VOTES - 1);
    }

    function test_LeastVotesAreRefunded() public {
        (address small, uint256 key) = _voter("small", MIN_VOTES);
        (, uint256 refund) = _relay(_ballot(id, small, key, FOR));
        assertGt(refund, 0);
    }

    function test_WithdrawnVoteIsNotRefunded() public {
        _vote(alice, id, FOR);
        (uint256 relayed, uint256 refund) = _relay(_change(alice, aliceKey, SPLIT, _split(0, 0, 0), _nonce(alice, id)));
        assertEq(relayed, 1);
        assertEq(refund, 0);
    }

    /// Whole votes count like parts, or one voter could cast and withdraw until the pot is empty.
    function test_GOVERNANCE_63_VotesCastAfterWithdrawalsAreNotRefunded() public {
        uint256 refunded;
        for (uint256 i = 0; i < 5; ++i) {
            (, uint256 refund) = _relay(_ballot(id, alice, aliceKey, FOR));
            if (refund > 0) ++refunded;
            vm.prank(alice);
            governor.changeVote(id, SPLIT, "", _split(0, 0, 0));
        }
        // A vote by signature and a withdrawal are two.
        assertEq(refunded, 1);
    }

    function test_GOVERNANCE_63_VotesCastAfterWithdrawalsWithTheCommonNonceAreRefundedTwice() public {
        uint256 refunded;
        for (uint256 i = 0; i < 5; ++i) {
            bytes memory signature = _signBallot(aliceKey, id, FOR, alice, governor.nonces(alice));
            (, uint256 refund) = _relay(abi.encodeCall(IGovernor.castVoteBySig, (id, FOR, alice, signature)));
            if (refund > 0) ++refunded;
            vm.prank(alice);
            governor.changeVote(id, SPLIT, "", _split(0, 0, 0));
        }
        assertEq(refunded, 2);
    }

    function test_GOVERNANCE_63_OneChangeOfMindIsRefunded() public {
        uint256 nonce = _nonce(alice, id);
        (, uint256 refund) = _relay(_ballot(id, alice, aliceKey, FOR));
        assertGt(refund, 0);
        (, refund) = _relay(_change(alice, aliceKey, AGAINST, "", nonce + 1));
        assertGt(refund, 0);
        bytes memory third = _change(alice, aliceKey, FOR, "", nonce + 2);
        _expectRelayed(alice, id, 0, false);
        (, refund) = _relay(third);
        assertEq(refund, 0);
    }

    /// A change that the voter sent themselves counts, so nobody saves their signatures up.
    function test_OwnChangesCountToo() public {
        _vote(alice, id, FOR);
        vm.startPrank(alice);
        governor.changeVote(id, AGAINST, "", "");
        governor.changeVote(id, FOR, "", "");
        vm.stopPrank();
        (, uint256 refund) = _relay(_change(alice, aliceKey, AGAINST, "", _nonce(alice, id)));
        assertEq(refund, 0);
    }

    /// However many parts a vote is cast in, two are refunded.
    function test_PartsOfAVoteAreRefundedTwice() public {
        bytes memory part = _split(0, MIN_VOTES, 0);
        uint256 refunded;
        for (uint256 i = 0; i < 5; ++i) {
            (, uint256 refund) = _relay(_extendedBallot(alice, aliceKey, SPLIT, part, _nonce(alice, id)));
            if (refund > 0) ++refunded;
        }
        assertEq(refunded, 2);
        assertEq(governor.usedVotes(id, alice), 5 * MIN_VOTES);
    }

    function test_PartsWithTheCommonNonceAreNotRefunded() public {
        bytes memory part = _split(0, MIN_VOTES, 0);
        (, uint256 refund) = _relay(_extendedBallot(alice, aliceKey, SPLIT, part, governor.nonces(alice)));
        assertEq(refund, 0);
    }

    function test_DelegationIsRefundedOncePerMonth() public {
        (, uint256 refund) = _relay(_delegation(bob, bobKey, carol));
        assertGt(refund, 0);
        assertEq(relay.lastDelegation(bob), block.timestamp);
        _assertBooks(0, refund);
        skip(30 days - 1);
        bytes memory item = _delegation(bob, bobKey, alice);
        _expectRelayed(bob, 0, 0, false);
        (, refund) = _relay(item);
        assertEq(refund, 0);
        skip(1);
        (, refund) = _relay(_plainDelegation(bob, bobKey, carol));
        assertGt(refund, 0);
    }

    function test_DustDelegationIsNotRefunded() public {
        (address small, uint256 key) = _voter("small", MIN_VOTES - 1);
        (, uint256 refund) = _relay(_delegation(small, key, carol));
        assertEq(token.delegates(small), carol);
        assertEq(refund, 0);
    }

    function test_DelegationToTheSameOrToNobodyIsNotRefunded() public {
        (, uint256 refund) = _relay(_batch(_delegation(bob, bobKey, bob), _delegation(carol, carolKey, address(0))));
        assertEq(token.delegates(carol), address(0));
        assertEq(refund, 0);
    }

    function test_FirstDelegationIsRefunded() public {
        (address fresh, uint256 key) = makeAddrAndKey("fresh");
        vm.prank(idle);
        token.transfer(fresh, MIN_VOTES);
        (, uint256 refund) = _relay(_delegation(fresh, key, fresh));
        assertGt(refund, 0);
        assertEq(token.getVotes(fresh), MIN_VOTES);
    }

    /// @dev The wei per gas that an item is refunded at: the same item at two prices differs by nothing else.
    function _priceOf(bytes memory item) private returns (uint256) {
        uint256 snapshot = vm.snapshotState();
        (uint256 price, uint256 fee) = (tx.gasprice, block.basefee);
        vm.txGasPrice(1);
        vm.fee(0);
        (, uint256 gas) = _relay(item);
        vm.revertToState(snapshot);
        vm.txGasPrice(price);
        vm.fee(fee);
        (, uint256 refund) = _relay(item);
        assertEq(refund % gas, 0, "gas differs");
        return refund / gas;
    }

    /// @dev Voters of their own on a proposal of their own, which becomes `id`.
    function _voter(string memory name, uint256 votes) private returns (address voter, uint256 key) {
        vm.warp(governor.proposalDeadline(id) + 1);
        (voter, key) = _newVoter(name, votes);
        id = _proposeActive(alice, _grant(3e18));
    }

    function _dearWallet(uint256 rounds) private returns (address dear) {
        vm.warp(governor.proposalDeadline(id) + 1);
        dear = address(new DearWallet(token, rounds));
        vm.prank(idle);
        token.transfer(dear, 1_000_000e18);
        id = _proposeActive(alice, _grant(3e18));
    }
}
