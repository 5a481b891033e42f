// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

import {IGovernorCountingFlexible} from "../../../contracts/governance/interfaces/IGovernorCountingFlexible.sol";
import {IVoteRelay} from "../../../contracts/governance/interfaces/IVoteRelay.sol";
import {ILazyVotes} from "../../../contracts/token/interfaces/ILazyVotes.sol";
import {RelaySigner} from "../../helpers/RelaySigner.sol";

/// @dev Asked for its signature, it burns all the gas it gets.
contract GasBurner {
    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        while (gasleft() > 0) {}
        return IERC1271.isValidSignature.selector;
    }
}

/// What the relay does with items: which it takes, and that one does not hinder another.
contract VoteRelayTest is RelaySigner {
    function relayAsMyself(bytes[] calldata items) external returns (uint256 relayed) {
        (relayed, ) = relay.relay(items);
    }

    function test_StartValues() public view {
        assertEq(relay.governor(), address(governor));
        assertEq(relay.token(), address(token));
        assertEq(relay.timelock(), address(timelock));
        assertEq(relay.minVotes(), MIN_VOTES);
        assertEq(relay.proposalCap(), PROPOSAL_CAP);
        assertEq(relay.dayCap(), DAY_CAP);
        assertEq(relay.pot(), POT);
    }

    function test_RelaysAVote() public {
        bytes memory item = _ballot(id, alice, aliceKey, FOR);
        vm.expectEmit(address(governor));
        emit IGovernor.VoteCast(alice, id, FOR, 50_000_000e18, "");
        _expectRelayed(alice, id, 0, true);
        (uint256 relayed, ) = _relay(item);
        assertEq(relayed, 1);
        assertEq(governor.usedVotes(id, alice), 50_000_000e18);
    }

    function test_RelaysAVoteWithReason() public {
        bytes memory item = _extendedBallot(alice, aliceKey, AGAINST, "", _nonce(alice, id));
        vm.expectEmit(address(governor));
        emit IGovernor.VoteCast(alice, id, AGAINST, 50_000_000e18, "because");
        _expectRelayed(alice, id, 0, true);
        _relay(item);
    }

    function test_RelaysASplitVote() public {
        bytes memory params = _split(1e24, 2e24, 3e24);
        _relay(_extendedBallot(alice, aliceKey, SPLIT, params, _nonce(alice, id)));
        assertEq(governor.usedVotes(id, alice), 6e24);
    }

    function test_RelaysAChangeOfVote() public {
        _vote(alice, id, FOR);
        bytes memory item = _change(alice, aliceKey, AGAINST, "", _nonce(alice, id));
        vm.expectEmit(address(governor));
        emit IGovernorCountingFlexible.VoteChanged(alice, id, 50_000_000e18, 0, 0, "");
        _expectRelayed(alice, id, 0, true);
        _relay(item);
    }

    function test_RelaysADelegation() public {
        bytes memory item = _delegation(bob, bobKey, carol);
        _expectRelayed(bob, 0, 0, true);
        _relay(item);
        assertEq(token.delegates(bob), carol);
        assertEq(token.getVotes(carol), 50_000_000e18);
    }

    function test_RelaysTheStandardsDelegation() public {
        bytes memory item = _plainDelegation(bob, bobKey, carol);
        _expectRelayed(bob, 0, 0, true);
        _relay(item);
        assertEq(token.delegates(bob), carol);
        assertEq(relay.lastDelegation(bob), block.timestamp);
    }

    function test_RelaysForAContractWallet() public {
        bytes[] memory items = _batch(
            _ballot(id, address(wallet), walletKey, FOR),
            _delegation(address(wallet), walletKey, carol)
        );
        _expectRelayed(address(wallet), id, 0, true);
        _expectRelayed(address(wallet), 0, 1, true);
        (uint256 relayed, ) = _relay(items);
        assertEq(relayed, 2);
        assertEq(governor.usedVotes(id, address(wallet)), 20_000_000e18);
        assertEq(token.delegates(address(wallet)), carol);
    }

    function test_RelaysOneVotersVotesInAnyOrder() public {
        bytes[] memory items = _batch(
            _ballot(otherId, alice, aliceKey, FOR),
            _ballot(id, alice, aliceKey, AGAINST),
            _ballot(id, bob, bobKey, FOR)
        );
        (uint256 relayed, ) = _relay(items);
        assertEq(relayed, 3);
        assertEq(governor.usedVotes(otherId, alice), 50_000_000e18);
        assertEq(governor.usedVotes(id, alice), 50_000_000e18);
    }

    function test_RelaysAVoteAndItsChange() public {
        uint256 nonce = _nonce(alice, id);
        (uint256 relayed, ) = _relay(
            _batch(_ballot(id, alice, aliceKey, FOR), _change(alice, aliceKey, AGAINST, "", nonce + 1))
        );
        assertEq(relayed, 2);
        (uint256 against, uint256 forVotes, ) = governor.proposalVotes(id);
        assertEq(against, 50_000_000e18);
        assertEq(forVotes, 0);
    }

    function test_GOVERNANCE_60_BadSignatureStopsNoOther() public {
        bytes[] memory items = _batch(
            _ballot(id, alice, aliceKey, FOR),
            _ballot(id, bob, aliceKey, FOR),
            _ballot(id, carol, carolKey, FOR)
        );
        _expectRelayed(alice, id, 0, true);
        _expectFailed(bob, id, 1, abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, bob));
        _expectRelayed(carol, id, 2, true);
        (uint256 relayed, ) = _relay(items);
        assertEq(relayed, 2);
        assertEq(governor.usedVotes(id, bob), 0);
        assertEq(_nonce(bob, id), uint256(uint192(id)) << 64, "a failed vote uses no nonce");
    }

    function test_EachBadItemTellsItsReason() public {
        _vote(alice, id, FOR);
        uint256 expired = block.timestamp - 1;
        bytes[] memory items = new bytes[](4);
        items[0] = _ballot(id, alice, aliceKey, FOR);
        items[1] = abi.encodeCall(governor.changeVoteBySig, (id, FOR, alice, expired, "", "", ""));
        items[2] = abi.encodeCall(
            IVotes.delegateBySig,
            (carol, 0, expired, 27, bytes32(uint256(1)), bytes32(uint256(1)))
        );
        items[3] = _delegation(bob, aliceKey, carol);
        _expectFailed(alice, id, 0, abi.encodeWithSelector(IGovernor.GovernorAlreadyCastVote.selector, alice));
        _expectFailed(
            alice,
            id,
            1,
            abi.encodeWithSignature("GovernorChangeVoteBySig_SignatureExpired(uint256)", expired)
        );
        vm.expectEmit(false, true, false, true, address(relay));
        emit IVoteRelay.ItemFailed(
            address(0),
            0,
            2,
            abi.encodeWithSelector(IVotes.VotesExpiredSignature.selector, expired)
        );
        _expectFailed(bob, 0, 3, abi.encodeWithSelector(ILazyVotes.LazyVotes_InvalidSignature.selector, bob));
        (uint256 relayed, uint256 refund) = _relay(items);
        assertEq(relayed, 0);
        assertEq(refund, 0);
    }

    function test_ReplayedBatchChangesNothing() public {
        bytes[] memory items = _batch(_ballot(id, alice, aliceKey, FOR), _delegation(bob, bobKey, carol));
        _relay(items);
        uint256 spent = relay.refundedToday();
        _expectFailed(alice, id, 0, abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, alice));
        _expectFailed(bob, 0, 1, abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, bob, 1));
        (uint256 relayed, uint256 refund) = _relay(items);
        assertEq(relayed, 0);
        assertEq(refund, 0);
        assertEq(relay.refundedToday(), spent);
    }

    function test_WalletThatBurnsItsGasStopsNoOther() public {
        address burner = address(new GasBurner());
        bytes[] memory items = _batch(
            abi.encodeCall(IGovernor.castVoteBySig, (id, FOR, burner, "")),
            _ballot(id, alice, aliceKey, FOR)
        );
        uint256 before = gasleft();
        (uint256 relayed, ) = _relay(items);
        assertEq(relayed, 1);
        assertLt(before - gasleft(), relay.ITEM_GAS() + 400_000);
        assertEq(governor.usedVotes(id, alice), 50_000_000e18);
    }

    function test_RevertWhen_AnItemCouldRunOutOfGas() public {
        bytes[] memory items = _batch(_ballot(id, alice, aliceKey, FOR), _ballot(id, bob, bobKey, FOR));
        (bool success, bytes memory result) = address(relay).call{gas: 600_000}(abi.encodeCall(relay.relay, (items)));
        assertFalse(success);
        assertEq(bytes4(result), IVoteRelay.VoteRelay_GasTooLow.selector);
        assertEq(governor.usedVotes(id, alice), 0);
    }

    /// Whatever gas comes with a batch of good items: it reverts, or all of them did what they should.
    function testFuzz_GOVERNANCE_61_NoItemFailsForWantOfGas(uint256 gas) public {
        gas = bound(gas, 30_000, 1_500_000);
        bytes[] memory items = _batch(
            _ballot(id, alice, aliceKey, FOR),
            _delegation(bob, bobKey, carol),
            _ballot(id, carol, carolKey, FOR)
        );
        (bool success, bytes memory result) = address(this).call{gas: gas}(abi.encodeCall(this.relayAsMyself, (items)));
        if (success) {
            assertEq(abi.decode(result, (uint256)), 3);
            assertEq(governor.usedVotes(id, alice), 50_000_000e18);
            assertEq(token.delegates(bob), carol);
            assertEq(governor.usedVotes(id, carol), 20_000_000e18);
        } else {
            assertEq(governor.usedVotes(id, alice), 0);
        }
    }

    function test_RevertWhen_FunctionIsNotRelayed() public {
        bytes[3] memory bad = [
            abi.encodeCall(IGovernor.castVote, (id, FOR)),
            abi.encodeCall(IERC20.transferFrom, (alice, stranger, 1)),
            abi.encodeCall(IGovernor.cancel, (new address[](0), new uint256[](0), new bytes[](0), bytes32(0)))
        ];
        for (uint256 i = 0; i < bad.length; ++i) {
            bytes[] memory items = _batch(_ballot(id, alice, aliceKey, FOR), bad[i]);
            vm.expectRevert(
                abi.encodeWithSelector(IVoteRelay.VoteRelay_NotRelayable.selector, uint256(1), bytes4(bad[i]))
            );
            _relay(items);
        }
    }

    function test_RevertWhen_ItemIsCutOff() public {
        bytes memory short = abi.encodePacked(IGovernor.castVoteBySig.selector, id, uint256(FOR));
        vm.expectRevert(
            abi.encodeWithSelector(
                IVoteRelay.VoteRelay_NotRelayable.selector,
                uint256(0),
                IGovernor.castVoteBySig.selector
            )
        );
        _relay(short);
    }

    function test_RevertWhen_ItemIsEmpty() public {
        vm.expectRevert(abi.encodeWithSelector(IVoteRelay.VoteRelay_NotRelayable.selector, uint256(0), bytes4(0)));
        _relay("");
    }

    /// Junk behind a known selector is a failed item, however it is bent.
    function testFuzz_JunkStopsNoOther(bytes32[8] memory words, uint8 kind) public {
        bytes4[5] memory selectors = [
            IGovernor.castVoteBySig.selector,
            IGovernor.castVoteWithReasonAndParamsBySig.selector,
            governor.changeVoteBySig.selector,
            IVotes.delegateBySig.selector,
            bytes4(keccak256("delegateBySig(address,address,uint256,uint256,bytes)"))
        ];
        bytes memory junk = abi.encodePacked(selectors[kind % 5], words);
        (uint256 relayed, ) = _relay(_batch(junk, _ballot(id, alice, aliceKey, FOR)));
        assertEq(relayed, 1);
        assertEq(governor.usedVotes(id, alice), 50_000_000e18);
    }

    function test_EmptyBatchDoesNothing() public {
        (uint256 relayed, uint256 refund) = _relay(new bytes[](0));
        assertEq(relayed, 0);
        assertEq(refund, 0);
    }
}
