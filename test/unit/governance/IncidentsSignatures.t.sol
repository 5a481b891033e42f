// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {ContractWallet} from "../../helpers/ContractWallet.sol";
import {GovernanceSigner} from "../../helpers/GovernanceSigner.sol";
import {IGovernorUnderTest} from "../../helpers/IGovernorUnderTest.sol";

/// @dev A wallet whose owner changes.
contract ChangingWallet is ContractWallet {
    constructor(address signer_) ContractWallet(signer_) {}

    function setSigner(address newSigner) external {
        _setSigner(newSigner);
    }
}

/// @dev Incidents and weaknesses of other DAOs that concern signed votes, tried here; EIP-7702 accounts: Wallets.
contract IncidentsSignaturesTest is GovernanceSigner {
    // The order of secp256k1.
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    uint256 private id;
    uint256 private otherId;

    function setUp() public override {
        super.setUp();
        Proposal memory other = _grant(1e18);
        other.description = "another";
        otherId = _propose(alice, other);
        id = _proposeActive(bob, _grant(1e18));
    }

    /// @dev One nonce for everything: a relay that submits in another order spoils what else was signed.
    function test_Incident18_SignedVotesAreSubmittedInAnyOrder() public {
        bytes memory first = _signed(id);
        bytes memory second = _signed(otherId);
        governor.castVoteBySig(otherId, FOR, alice, second);
        governor.castVoteBySig(id, FOR, alice, first);
        assertTrue(governor.hasVoted(id, alice));
        assertTrue(governor.hasVoted(otherId, alice));
    }

    /// @dev The nonce lies in the word of the ballot, and no vote and no change of it disturbs it.
    function test_Incident18_VotesLeaveTheNonceAlone() public {
        uint256 start = uint256(uint192(id)) << 64;
        assertEq(governor.nonces(alice, uint192(id)), start);
        governor.castVoteBySig(id, FOR, alice, _signed(id));
        assertEq(governor.nonces(alice, uint192(id)), start + 1);
        for (uint256 i = 2; i < 8; ++i) {
            vm.prank(alice);
            governor.changeVote(id, SPLIT, "", _split(i % 2, i % 3, i % 2 == 0 ? 7 : 0));
            if (governor.usedVotes(id, alice) == 0) _vote(alice, id, ABSTAIN);
            assertEq(governor.nonces(alice, uint192(id)), start + i);
        }
        assertEq(governor.nonces(alice, uint192(otherId)), uint256(uint192(otherId)) << 64);
        assertEq(governor.nonces(alice), 0);
    }

    function test_Incident19_RevertWhen_ReplayedOnAnotherChain() public {
        bytes memory signature = _signed(id);
        vm.chainId(block.chainid + 1);
        _assertRefused(governor, id, alice, signature);
    }

    function test_Incident19_RevertWhen_ReplayedAtAnotherGovernor() public {
        (IGovernorUnderTest other, ) = _deployGovernor(_params(), _standardActions());
        bytes memory signature = _signed(id);
        Proposal memory p = _grant(1e18);
        vm.prank(bob);
        other.propose(p.targets, p.values, p.calldatas, p.description);
        vm.warp(other.proposalSnapshot(id) + 1);
        _assertRefused(other, id, alice, signature);
    }

    function test_Incident19_RevertWhen_ReplayedForAnotherProposal() public {
        _assertRefused(governor, otherId, alice, _signed(id));
    }

    function test_Incident19_RevertWhen_ReplayedForTheSameProposal() public {
        bytes memory signature = _signed(id);
        governor.castVoteBySig(id, FOR, alice, signature);
        vm.prank(alice);
        governor.changeVote(id, SPLIT, "", _split(0, 0, 0));
        _assertRefused(governor, id, alice, signature);
    }

    function test_Incident19_RevertWhen_ReplayedForAnotherVoter() public {
        _assertRefused(governor, id, bob, _signed(id));
    }

    function test_Incident19_RevertWhen_ReplayedForAnotherSupport() public {
        bytes memory signature = _signed(id);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, alice));
        governor.castVoteBySig(id, AGAINST, alice, signature);
    }

    /// @dev The second signature that ECDSA has for each.
    function test_Incident19_RevertWhen_TheSignatureIsMirrored() public {
        bytes memory signature = _signed(id);
        bytes32 r;
        uint256 s;
        uint8 v = uint8(signature[64]);
        assembly {
            r := mload(add(signature, 0x20))
            s := mload(add(signature, 0x40))
        }
        _assertRefused(governor, id, alice, abi.encodePacked(r, ORDER - s, v == 27 ? uint8(28) : uint8(27)));
    }

    function test_Incident19_RevertWhen_AWalletNoLongerAgrees() public {
        ChangingWallet changing = new ChangingWallet(walletOwner);
        uint256 nonce = governor.nonces(address(changing), uint192(id));
        bytes memory signature = _signBallot(walletKey, id, FOR, address(changing), nonce);
        changing.setSigner(stranger);
        _assertRefused(governor, id, address(changing), signature);
    }

    function _signed(uint256 proposalId) private view returns (bytes memory) {
        return _signBallot(aliceKey, proposalId, FOR, alice, governor.nonces(alice, uint192(proposalId)));
    }

    function _assertRefused(IGovernorUnderTest dao, uint256 proposalId, address voter, bytes memory signature) private {
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, voter));
        dao.castVoteBySig(proposalId, FOR, voter, signature);
    }
}
