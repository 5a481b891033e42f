// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";

import {IXnodeRegistry} from "../../../contracts/xnode/interfaces/IXnodeRegistry.sol";
import {AnyRoots} from "../../helpers/AnyRoots.sol";
import {RegistryFixture} from "../../helpers/RegistryFixture.sol";

contract XnodeRegistryProofsTest is RegistryFixture {
    AnyRoots internal roots;
    IXnodeRegistry.Finding internal found;
    bytes32 internal other = keccak256("other leaf");

    function setUp() public override {
        super.setUp();
        roots = new AnyRoots();
        _setAttester(address(roots));
        found = IXnodeRegistry.Finding(unit, CONFIG, true, 77);
    }

    // Who attests

    function test_XNODE_63_SetAttester_OnlyTheTimelock() public {
        AnyRoots next = new AnyRoots();
        vm.expectEmit(address(registry));
        emit IXnodeRegistry.AttesterSet(address(roots), address(next));
        _setAttester(address(next));
        assertEq(registry.attester(), address(next));
        vm.expectEmit(address(registry));
        emit IXnodeRegistry.AttesterSet(address(next), address(0));
        _setAttester(address(0));

        vm.expectRevert(abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_NotTimelock.selector, bob));
        vm.prank(bob);
        registry.setAttester(address(next));
    }

    function test_XNODE_63_RevertWhen_AttesterHasNoCode() public {
        vm.expectRevert(abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_AttesterNotContract.selector, bob));
        _setAttester(bob);
    }

    function test_XNODE_63_ANewAttesterCountsAnew() public {
        roots.set(type(uint64).max, leafOf(found));
        registry.prove(type(uint64).max, found, new bytes32[](0));
        AnyRoots next = new AnyRoots();
        _setAttester(address(next));
        found.configHash = STATE;
        next.set(1, leafOf(found));
        registry.prove(1, found, new bytes32[](0));
        _assertAttestation(STATE, 1, address(next));
    }

    function test_XNODE_63_WhatWasProvenOutlivesItsAttester() public {
        _proveIn(7);
        _setAttester(address(0));
        _assertAttestation(CONFIG, 7, address(roots));
    }

    function test_XNODE_63_RevertWhen_NobodyAttests() public {
        _setAttester(address(0));
        vm.expectRevert(IXnodeRegistry.XnodeRegistry_NoAttester.selector);
        registry.prove(7, found, new bytes32[](0));
    }

    // What is proven

    function test_XNODE_66_AnyoneProvesALeaf() public {
        bytes32[] memory proof = _plant(7);
        vm.expectEmit(address(registry));
        emit IXnodeRegistry.Attested(unit, address(roots), 7, CONFIG, true, 77);
        vm.prank(stranger);
        registry.prove(7, found, proof);
        IXnodeRegistry.Attestation memory a = registry.attestationOf(unit);
        assertEq(a.configHash, CONFIG);
        assertEq(a.attester, address(roots));
        assertEq(a.round, 7);
        assertTrue(a.reachable);
        assertEq(a.checkedAtBlock, 77);
        assertEq(a.provenAt, START);
    }

    /// The root that StandardMerkleTree (merkle-tree 1.0.8) computes for one leaf.
    function test_XNODE_66_LeafAsTheLibraryHashesIt() public {
        IXnodeRegistry.Finding memory leaf = IXnodeRegistry.Finding(unit, bytes32(uint256(0xc0ffee)), true, 123_456);
        assertEq(unit, 1_000_001);
        roots.set(7, 0xca51aa323d8362d5dbbe82a972b360ae4c9f02802d25bd949c3ad6a6573d9eae);
        registry.prove(7, leaf, new bytes32[](0));
        _assertAttestation(leaf.configHash, 7, address(roots));
    }

    function test_XNODE_66_AnUnreachableUnit() public {
        found.reachable = false;
        found.configHash = 0;
        _proveIn(7);
        assertFalse(registry.attestationOf(unit).reachable);
        _assertAttestation(0, 7, address(roots));
    }

    function test_XNODE_66_LaterReplacesEarlierNeverTheOtherWay() public {
        _proveIn(7);
        found.configHash = STATE;
        bytes32[] memory proof = _plant(6);
        _expectRoundNotLater(6, 7);
        registry.prove(6, found, proof);
        proof = _plant(7);
        _expectRoundNotLater(7, 7);
        registry.prove(7, found, proof);
        _proveIn(8);
        _assertAttestation(STATE, 8, address(roots));
    }

    function test_XNODE_66_RevertWhen_RoundIsZero() public {
        bytes32[] memory proof = _plant(0);
        _expectRoundNotLater(0, 0);
        registry.prove(0, found, proof);
    }

    function test_XNODE_66_RevertWhen_RoundNotCertified() public {
        bytes32[] memory proof = _plant(7);
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_RoundNotCertified.selector, 8, address(roots))
        );
        registry.prove(8, found, proof);
    }

    function test_XNODE_66_RevertWhen_AnythingOfTheLeafDiffers() public {
        bytes32[] memory proof = _plant(7);
        IXnodeRegistry.Finding memory wrong = found;
        wrong.configHash = STATE;
        _expectInvalidProof(wrong);
        registry.prove(7, wrong, proof);
        wrong = found;
        wrong.reachable = false;
        _expectInvalidProof(wrong);
        registry.prove(7, wrong, proof);
        wrong = found;
        wrong.checkedAtBlock = 78;
        _expectInvalidProof(wrong);
        registry.prove(7, wrong, proof);
        wrong = found;
        wrong.unit = activatedTo(bob);
        _expectInvalidProof(wrong);
        registry.prove(7, wrong, proof);
    }

    function test_XNODE_66_RevertWhen_ProofTooShortOrLong() public {
        bytes32[] memory proof = _plant(7);
        _expectInvalidProof(found);
        registry.prove(7, found, new bytes32[](0));
        bytes32[] memory longer = new bytes32[](2);
        longer[0] = proof[0];
        _expectInvalidProof(found);
        registry.prove(7, found, longer);
    }

    function test_XNODE_66_RevertWhen_UnitUnknown() public {
        found.unit = 9_000_001;
        bytes32[] memory proof = _plant(7);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 9_000_001));
        registry.prove(7, found, proof);
    }

    /// @dev A tree of two leaves as the root of a round.
    function _plant(uint64 round) private returns (bytes32[] memory proof) {
        roots.set(round, _root());
        proof = new bytes32[](1);
        proof[0] = other;
    }

    function _root() private view returns (bytes32) {
        return Hashes.commutativeKeccak256(leafOf(found), other);
    }

    function _proveIn(uint64 round) private {
        registry.prove(round, found, _plant(round));
    }

    function _setAttester(address attester) private {
        vm.prank(timelock);
        registry.setAttester(attester);
    }

    function _expectRoundNotLater(uint256 round, uint256 lastRound) private {
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_RoundNotLater.selector, unit, round, lastRound)
        );
    }

    function _expectInvalidProof(IXnodeRegistry.Finding memory finding) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IXnodeRegistry.XnodeRegistry_InvalidProof.selector,
                finding.unit,
                7,
                leafOf(finding),
                _root()
            )
        );
    }

    function _assertAttestation(bytes32 configHash, uint64 round, address attester) private view {
        IXnodeRegistry.Attestation memory a = registry.attestationOf(unit);
        assertEq(a.configHash, configHash);
        assertEq(a.round, round);
        assertEq(a.attester, attester);
        assertEq(a.provenAt, START);
    }
}
