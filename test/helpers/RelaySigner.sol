// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

import {VoteRelay} from "../../contracts/governance/VoteRelay.sol";
import {IVoteRelay} from "../../contracts/governance/interfaces/IVoteRelay.sol";
import {GovernanceSigner} from "./GovernanceSigner.sol";

/// @dev The real relay beside the real governor, and the items that it takes. Two proposals are active; the pot is
/// full; gas costs 10 gwei, of which 9 are the base fee.
abstract contract RelaySigner is GovernanceSigner {
    uint256 internal constant MIN_VOTES = 100e18;
    uint256 internal constant PROPOSAL_CAP = 5 ether;
    uint256 internal constant DAY_CAP = 8 ether;
    uint256 internal constant POT = 20 ether;
    uint256 internal constant GAS_PRICE = 10 gwei;

    VoteRelay internal relay;
    address internal relayer = makeAddr("relayer");
    uint256 internal id;
    uint256 internal otherId;
    uint256 internal bobKey;
    uint256 internal carolKey;

    function setUp() public virtual override {
        super.setUp();
        (, bobKey) = makeAddrAndKey("bob");
        (, carolKey) = makeAddrAndKey("carol");
        relay = _deployRelay(MIN_VOTES, PROPOSAL_CAP, DAY_CAP);
        vm.deal(address(relay), POT);
        _propose(alice, _grant(1e18));
        _propose(bob, _grant(2e18));
        id = governor.latestProposal(alice);
        otherId = governor.latestProposal(bob);
        vm.warp(governor.proposalSnapshot(id) + 1);
        vm.fee(GAS_PRICE - 1 gwei);
        vm.txGasPrice(GAS_PRICE);
    }

    /// @dev The built artifact: gas as it will be.
    function _deployRelay(uint256 minVotes, uint256 forProposal, uint256 day) internal returns (VoteRelay) {
        bytes memory args = abi.encode(governor, minVotes, forProposal, day);
        return VoteRelay(payable(deployCode("VoteRelay.sol:VoteRelay", args)));
    }

    /// @dev Votes only on what is proposed afterwards.
    function _newVoter(string memory name, uint256 votes) internal returns (address voter, uint256 key) {
        (voter, key) = makeAddrAndKey(name);
        vm.prank(idle);
        token.transfer(voter, votes);
        vm.prank(voter);
        token.delegate(voter);
    }

    function _relay(bytes memory item) internal returns (uint256 relayed, uint256 refund) {
        return _relay(_batch(item));
    }

    function _relay(bytes[] memory items) internal returns (uint256 relayed, uint256 refund) {
        vm.prank(relayer);
        return relay.relay(items);
    }

    function _batch(bytes memory item) internal pure returns (bytes[] memory items) {
        items = new bytes[](1);
        items[0] = item;
    }

    function _batch(bytes memory first, bytes memory second) internal pure returns (bytes[] memory items) {
        items = new bytes[](2);
        (items[0], items[1]) = (first, second);
    }

    function _batch(
        bytes memory first,
        bytes memory second,
        bytes memory third
    ) internal pure returns (bytes[] memory items) {
        items = new bytes[](3);
        (items[0], items[1], items[2]) = (first, second, third);
    }

    function _ballot(
        uint256 proposalId,
        address voter,
        uint256 key,
        uint8 support
    ) internal view returns (bytes memory) {
        bytes memory signature = _signBallot(key, proposalId, support, voter, _nonce(voter, proposalId));
        return abi.encodeCall(IGovernor.castVoteBySig, (proposalId, support, voter, signature));
    }

    function _extendedBallot(
        address voter,
        uint256 key,
        uint8 support,
        bytes memory params,
        uint256 nonce
    ) internal view returns (bytes memory) {
        bytes32 typehash = keccak256(
            "ExtendedBallot(uint256 proposalId,uint8 support,address voter,uint256 nonce,string reason,bytes params)"
        );
        bytes32 hash = keccak256(
            abi.encode(typehash, id, support, voter, nonce, keccak256("because"), keccak256(params))
        );
        return
            abi.encodeCall(
                IGovernor.castVoteWithReasonAndParamsBySig,
                (id, support, voter, "because", params, _sign(key, hash))
            );
    }

    function _change(
        address voter,
        uint256 key,
        uint8 support,
        bytes memory params,
        uint256 nonce
    ) internal view returns (bytes memory) {
        uint256 deadline = block.timestamp + 1 days;
        bytes memory signature = _signChange(key, id, support, voter, nonce, deadline, "", params);
        return abi.encodeCall(governor.changeVoteBySig, (id, support, voter, deadline, "", params, signature));
    }

    function _delegation(address delegator, uint256 key, address delegatee) internal view returns (bytes memory) {
        uint256 nonce = token.nonces(delegator);
        bytes32 typehash = keccak256("Delegation(address delegator,address delegatee,uint256 nonce,uint256 expiry)");
        bytes memory signature = _signForToken(
            key,
            keccak256(abi.encode(typehash, delegator, delegatee, nonce, block.timestamp))
        );
        return
            abi.encodeWithSignature(
                "delegateBySig(address,address,uint256,uint256,bytes)",
                delegator,
                delegatee,
                nonce,
                block.timestamp,
                signature
            );
    }

    /// @dev The standard's, which does not name the delegator.
    function _plainDelegation(address delegator, uint256 key, address delegatee) internal view returns (bytes memory) {
        uint256 nonce = token.nonces(delegator);
        bytes32 typehash = keccak256("Delegation(address delegatee,uint256 nonce,uint256 expiry)");
        bytes32 digest = MessageHashUtils.toTypedDataHash(
            token.DOMAIN_SEPARATOR(),
            keccak256(abi.encode(typehash, delegatee, nonce, block.timestamp))
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodeCall(IVotes.delegateBySig, (delegatee, nonce, block.timestamp, v, r, s));
    }

    function _signForToken(uint256 key, bytes32 structHash) internal view returns (bytes memory) {
        bytes32 digest = MessageHashUtils.toTypedDataHash(token.DOMAIN_SEPARATOR(), structHash);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function _nonce(address voter, uint256 proposalId) internal view returns (uint256) {
        return governor.nonces(voter, uint192(proposalId));
    }

    function _assertBooks(uint256 forProposal, uint256 today) internal view {
        assertEq(relay.refundedFor(id), forProposal, "refundedFor");
        assertEq(relay.refundedToday(), today, "refundedToday");
    }

    function _expectRelayed(address account, uint256 proposalId, uint256 item, bool isRefunded) internal {
        vm.expectEmit(address(relay));
        emit IVoteRelay.ItemRelayed(account, proposalId, item, isRefunded);
    }

    function _expectFailed(address account, uint256 proposalId, uint256 item, bytes memory reason) internal {
        vm.expectEmit(address(relay));
        emit IVoteRelay.ItemFailed(account, proposalId, item, reason);
    }
}
