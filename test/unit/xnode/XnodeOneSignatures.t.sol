// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

import {XnodeOne} from "../../../contracts/xnode/XnodeOne.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {ContractWallet} from "../../helpers/ContractWallet.sol";
import {XnodeFixture} from "../../helpers/XnodeFixture.sol";

/// @dev Activation by signature.
contract XnodeOneSignaturesTest is XnodeFixture {
    function test_XNODE_06_ActivateBySig_AnyoneSends() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        uint256 unit = mintTo(signer, 1);
        bytes memory signature = sign(key, unit, signer, 0, START);
        vm.prank(bob);
        xnode.activateBySig(unit, START, signature);
        assertTrue(xnode.isActive(unit));
        assertEq(xnode.nonces(signer), 1);
    }

    function test_XNODE_07_ActivateBySig_ContractWallet() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        address wallet = address(new ContractWallet(signer));
        uint256 unit = mintTo(wallet, 1);
        xnode.activateBySig(unit, START, sign(key, unit, wallet, 0, START));
        assertTrue(xnode.isActive(unit));
    }

    function test_XNODE_07_RevertWhen_SignatureExpired() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        uint256 unit = mintTo(signer, 1);
        bytes memory signature = sign(key, unit, signer, 0, START - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeOne.XnodeOne_SignatureExpired.selector, START - 1, block.timestamp)
        );
        xnode.activateBySig(unit, START - 1, signature);
    }

    function test_XNODE_07_RevertWhen_SignedByFormerOwner() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        uint256 unit = mintTo(signer, 1);
        bytes memory signature = sign(key, unit, signer, 0, START);
        vm.prank(signer);
        xnode.transferFrom(signer, alice, unit);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_InvalidSignature.selector, unit, alice));
        xnode.activateBySig(unit, START, signature);
    }

    function test_XNODE_07_RevertWhen_SignatureOverAnotherNonceOrUnit() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        uint256 unit = mintTo(signer, 2);
        bytes memory invalid = abi.encodeWithSelector(IXnodeOne.XnodeOne_InvalidSignature.selector, unit + 1, signer);
        bytes memory signature = sign(key, unit, signer, 0, START);
        vm.expectRevert(invalid);
        xnode.activateBySig(unit + 1, START, signature);
        xnode.activateBySig(unit, START, signature);
        signature = sign(key, unit + 1, signer, 0, START);
        vm.expectRevert(invalid);
        xnode.activateBySig(unit + 1, START, signature);
    }

    function test_XNODE_07_RevertWhen_SignatureUsedBefore() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        uint256 unit = mintTo(signer, 1);
        bytes memory signature = sign(key, unit, signer, 0, START);
        xnode.activateBySig(unit, START, signature);
        bytes memory activated = abi.encodeWithSelector(IXnodeOne.XnodeOne_AlreadyActivated.selector, unit, START);
        vm.expectRevert(activated);
        xnode.activateBySig(unit, START, signature);
        assertEq(xnode.nonces(signer), 1);
        vm.warp(START + 1);
        vm.expectRevert(activated);
        xnode.activateBySig(unit, START, signature);
    }

    function test_XNODE_07_RevertWhen_SignedForAnotherChainOrContract() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        uint256 unit = mintTo(signer, 1);
        bytes memory invalid = abi.encodeWithSelector(IXnodeOne.XnodeOne_InvalidSignature.selector, unit, signer);
        bytes memory signature = sign(key, unit, signer, 0, START);
        vm.chainId(block.chainid + 1);
        vm.expectRevert(invalid);
        xnode.activateBySig(unit, START, signature);
        vm.chainId(block.chainid - 1);

        XnodeOne other = newXnodeOne(timelock, address(sale), revenue, renderer);
        bytes32 digest = digestOf(address(other), unit, signer, 0, START);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        vm.expectRevert(invalid);
        xnode.activateBySig(unit, START, abi.encodePacked(r, s, v));

        xnode.activateBySig(unit, START, signature);
        assertTrue(xnode.isActive(unit));
    }

    function sign(
        uint256 key,
        uint256 unit,
        address owner,
        uint256 nonce,
        uint256 deadline
    ) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digestOf(address(xnode), unit, owner, nonce, deadline));
        return abi.encodePacked(r, s, v);
    }

    function digestOf(
        address target,
        uint256 unit,
        address owner,
        uint256 nonce,
        uint256 deadline
    ) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Xnode One"),
                keccak256("1"),
                block.chainid,
                target
            )
        );
        bytes32 message = keccak256(
            abi.encode(
                keccak256("Activate(uint256 unit,address owner,uint256 nonce,uint256 deadline)"),
                unit,
                owner,
                nonce,
                deadline
            )
        );
        return MessageHashUtils.toTypedDataHash(domain, message);
    }
}
