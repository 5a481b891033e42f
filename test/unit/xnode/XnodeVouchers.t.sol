// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {XnodeVouchers} from "../../../contracts/xnode/XnodeVouchers.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeVouchers} from "../../../contracts/xnode/interfaces/IXnodeVouchers.sol";
import {SeriesId} from "../../../contracts/xnode/types/SeriesId.sol";
import {ContractWallet} from "../../helpers/ContractWallet.sol";
import {DelegatedWallet} from "../../helpers/DelegatedWallet.sol";
import {VoucherFixture} from "../../helpers/VoucherFixture.sol";
import {VoucherHoarder} from "../../helpers/VoucherHoarder.sol";

contract XnodeVouchersTest is VoucherFixture {
    address internal sender = makeAddr("sender");

    // Redeeming

    function test_Redeem_MintsToTheRecipientWhoeverSends() public {
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(alice, 2, "A"));
        vm.expectEmit(address(vouchers));
        emit IXnodeVouchers.VoucherRedeemed(signer, keccak256("A"), alice, series, UNIT, 2);
        vm.prank(sender);
        assertEq(vouchers.redeem(one), UNIT);
        assertEq(xnode.ownerOf(UNIT), alice);
        assertEq(xnode.ownerOf(UNIT + 1), alice);
        assertEq(xnode.balanceOf(sender), 0);
        assertEq(vouchers.budgetOf(signer, series).units, BUDGET - 2);
        assertTrue(vouchers.isUsed(keccak256("A")));
    }

    function test_Redeem_OutsideTheSaleWindowAndAboveTheWalletLimit() public {
        vm.startPrank(timelock);
        xnode.setSaleWindow(series, uint40(START + 40 days), uint40(START + 41 days));
        xnode.setWalletLimit(series, 1);
        vm.stopPrank();
        vouchers.redeem(signed(SIGNER_KEY, voucherTo(alice, 2, "A")));
        assertEq(xnode.balanceOf(alice), 2);
    }

    function test_Redeem_AtTheDeadline() public {
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(alice, 1, "A"));
        vm.warp(DEADLINE);
        vouchers.redeem(one);
        assertEq(xnode.balanceOf(alice), 1);
    }

    function test_Redeem_WithoutADeadline() public {
        IXnodeVouchers.Voucher memory v = voucherTo(alice, 1, "A");
        v.deadline = type(uint256).max;
        vouchers.redeem(signed(SIGNER_KEY, v));
        assertEq(xnode.balanceOf(alice), 1);
        assertEq(vouchers.deadlineOf(signer, series, type(uint256).max), type(uint256).max);
    }

    function test_Redeem_SignedByAContract() public {
        ContractWallet wallet = new ContractWallet(signer);
        setBudget(address(wallet), 1);
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(alice, 1, "A"));
        one.signer = address(wallet);
        vouchers.redeem(one);
        assertEq(xnode.ownerOf(UNIT), alice);
        assertEq(vouchers.budgetOf(address(wallet), series).units, 0);
        assertEq(vouchers.budgetOf(signer, series).units, BUDGET);
    }

    function test_Redeem_SignedByAnAccountWithDelegatedCode() public {
        vm.etch(signer, abi.encodePacked(hex"ef0100", address(new DelegatedWallet())));
        vouchers.redeem(signed(SIGNER_KEY, voucherTo(alice, 1, "A")));
        assertEq(xnode.ownerOf(UNIT), alice);
    }

    function test_RevertWhen_CodeUsed() public {
        vouchers.redeem(signed(SIGNER_KEY, voucherTo(alice, 1, "A")));
        setBudget(other, 1);
        bytes memory reason = abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_CodeUsed.selector, keccak256("A"));
        IXnodeVouchers.SignedVoucher memory again = signed(SIGNER_KEY, voucherTo(alice, 1, "A"));
        vm.expectRevert(reason);
        vouchers.redeem(again);
        again = signed(OTHER_KEY, voucherTo(bob, 1, "A"));
        vm.expectRevert(reason);
        vouchers.redeem(again);
        assertEq(vouchers.budgetOf(other, series).units, 1);
    }

    function test_RevertWhen_PastTheDeadline() public {
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(alice, 1, "A"));
        vm.warp(DEADLINE + 1);
        vm.expectRevert(abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_Expired.selector, DEADLINE, DEADLINE + 1));
        vouchers.redeem(one);
    }

    function test_RevertWhen_SignatureIsNotTheSigners() public {
        IXnodeVouchers.SignedVoucher memory one = signed(OTHER_KEY, voucherTo(alice, 1, "A"));
        one.signer = signer;
        _expectInvalidSignature();
        vouchers.redeem(one);
        one.signature = "";
        _expectInvalidSignature();
        vouchers.redeem(one);
    }

    function testFuzz_RevertWhen_AnyFieldIsNotAsSigned(uint256 field, bytes32 salt) public {
        vm.prank(timelock);
        SeriesId second = xnode.createSeries(seriesParams());
        vm.prank(timelock);
        vouchers.setBudget(signer, second, BUDGET, BUDGET_END);
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(alice, 1, "A"));
        field = bound(field, 0, 4);
        if (field == 0) one.voucher.recipient = address(uint160(uint256(salt) | (1 << 158)));
        if (field == 1) one.voucher.series = second;
        if (field == 2) one.voucher.quantity = bound(uint256(salt), 2, BUDGET);
        if (field == 3) one.voucher.codeHash = salt;
        if (field == 4) one.voucher.deadline = bound(uint256(salt), DEADLINE + 1, type(uint256).max);
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_InvalidSignature.selector, signer, one.voucher.codeHash)
        );
        vouchers.redeem(one);
    }

    function test_RevertWhen_SignedForAnotherContractOrChain() public {
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(alice, 1, "A"));
        vm.chainId(block.chainid + 1);
        _expectInvalidSignature();
        vouchers.redeem(one);
        vm.chainId(block.chainid - 1);
        XnodeVouchers second = _deployNext();
        vm.prank(timelock);
        second.setBudget(signer, series, BUDGET, BUDGET_END);
        _expectInvalidSignature();
        second.redeem(one);
    }

    function test_Digest_IsThatOfTheStandard() public view {
        IXnodeVouchers.Voucher memory v = voucherTo(alice, 3, "A");
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Xnode Vouchers"),
                keccak256("1"),
                block.chainid,
                address(vouchers)
            )
        );
        bytes32 message = keccak256(
            abi.encode(
                keccak256(
                    "Voucher(address recipient,uint256 series,uint256 quantity,bytes32 codeHash,uint256 deadline)"
                ),
                alice,
                uint256(1),
                uint256(3),
                keccak256("A"),
                DEADLINE
            )
        );
        assertEq(vouchers.voucherDigest(v), keccak256(abi.encodePacked(hex"1901", domain, message)));
    }

    function test_RevertWhen_TheSeriesCannotBeMinted() public {
        setBudget(signer, 100);
        vouchers.redeem(signed(SIGNER_KEY, voucherTo(alice, 9, "A")));
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(alice, 2, "B"));
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_SoldOut.selector, series, 10, 9, 2));
        vouchers.redeem(one);
        one = signed(SIGNER_KEY, voucherTo(alice, 0, "B"));
        vm.expectRevert(IXnodeOne.XnodeOne_QuantityZero.selector);
        vouchers.redeem(one);
        one = signed(SIGNER_KEY, voucherTo(address(0), 1, "B"));
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(0)));
        vouchers.redeem(one);
        assertFalse(vouchers.isUsed(keccak256("B")));
        assertEq(vouchers.budgetOf(signer, series).units, 91);
    }

    function test_RevertWhen_TheRecipientIsNoReceiver() public {
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(address(oracle), 1, "A"));
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(oracle)));
        vouchers.redeem(one);
        assertFalse(vouchers.isUsed(keccak256("A")));
    }

    function test_Redeem_ARecipientThatRedeemsFromWithinGainsNothing() public {
        VoucherHoarder hoarder = new VoucherHoarder(vouchers);
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(address(hoarder), BUDGET, "A"));
        hoarder.push(one);
        hoarder.push(signed(SIGNER_KEY, voucherTo(address(hoarder), 1, "B")));
        vouchers.redeem(one);
        assertEq(xnode.balanceOf(address(hoarder)), BUDGET);
        assertEq(
            hoarder.reasons(0),
            abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_CodeUsed.selector, keccak256("A"))
        );
        assertEq(
            hoarder.reasons(1),
            abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_BudgetExceeded.selector, signer, series, 0, 1)
        );
    }

    // Batches

    function test_RedeemMany_MintsToEachRecipient() public {
        setBudget(other, 1);
        IXnodeVouchers.SignedVoucher[] memory many = new IXnodeVouchers.SignedVoucher[](3);
        many[0] = signed(SIGNER_KEY, voucherTo(alice, 2, "A"));
        many[1] = signed(OTHER_KEY, voucherTo(bob, 1, "B"));
        many[2] = signed(SIGNER_KEY, voucherTo(alice, 1, "C"));
        uint256[] memory firstUnits = vouchers.redeemMany(many);
        assertEq(firstUnits[0], UNIT);
        assertEq(firstUnits[1], UNIT + 2);
        assertEq(firstUnits[2], UNIT + 3);
        assertEq(xnode.balanceOf(alice), 3);
        assertEq(xnode.balanceOf(bob), 1);
        assertEq(vouchers.budgetOf(signer, series).units, BUDGET - 3);
        assertEq(vouchers.budgetOf(other, series).units, 0);
    }

    function test_RedeemMany_PassesOverUsedCodes() public {
        IXnodeVouchers.SignedVoucher[] memory many = new IXnodeVouchers.SignedVoucher[](3);
        many[0] = signed(SIGNER_KEY, voucherTo(alice, 1, "A"));
        many[1] = signed(SIGNER_KEY, voucherTo(bob, 1, "B"));
        many[2] = many[1];
        vm.prank(sender);
        vouchers.redeem(many[0]);
        uint256[] memory firstUnits = vouchers.redeemMany(many);
        assertEq(firstUnits[0], 0);
        assertEq(firstUnits[1], UNIT + 1);
        assertEq(firstUnits[2], 0);
        assertEq(xnode.balanceOf(alice), 1);
        assertEq(xnode.balanceOf(bob), 1);
        assertEq(vouchers.budgetOf(signer, series).units, BUDGET - 2);
    }

    function test_RevertWhen_OneOfManyIsAtFault() public {
        IXnodeVouchers.SignedVoucher[] memory many = new IXnodeVouchers.SignedVoucher[](2);
        many[0] = signed(SIGNER_KEY, voucherTo(alice, 1, "B"));
        many[1] = signed(OTHER_KEY, voucherTo(bob, 1, "A"));
        many[1].signer = signer;
        _expectInvalidSignature();
        vouchers.redeemMany(many);
        assertEq(xnode.balanceOf(alice), 0);
        assertFalse(vouchers.isUsed(keccak256("B")));
    }

    function test_RevertWhen_TooMany() public {
        vm.expectRevert(abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_TooMany.selector, 21, 20));
        vouchers.redeemMany(new IXnodeVouchers.SignedVoucher[](21));
    }

    // Construction

    function test_Constructor_NamesItsParts() public view {
        assertEq(address(vouchers.xnodeOne()), address(xnode));
        assertEq(vouchers.timelock(), timelock);
        assertEq(vouchers.guardian(), guardian);
        assertEq(vouchers.guardianUntil(), START + 365 days);
    }

    function test_RevertWhen_NoMinter() public {
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_RoleMissing.selector, keccak256("MINTER_ROLE"))
        );
        new XnodeVouchers(xnode, timelock, guardian, START);
    }

    function test_RevertWhen_AnotherTimelock() public {
        _makeNextMinter();
        vm.expectRevert(abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_TimelockMismatch.selector, alice));
        new XnodeVouchers(xnode, alice, guardian, START);
    }

    function _makeNextMinter() private {
        bytes32 minterRole = xnode.MINTER_ROLE();
        address next = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        vm.prank(timelock);
        xnode.grantRole(minterRole, next);
    }

    function _deployNext() private returns (XnodeVouchers) {
        _makeNextMinter();
        return new XnodeVouchers(xnode, timelock, guardian, START);
    }

    function _expectInvalidSignature() private {
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_InvalidSignature.selector, signer, keccak256("A"))
        );
    }
}
