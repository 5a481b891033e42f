// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {XnodeVouchers} from "../../contracts/xnode/XnodeVouchers.sol";
import {IXnodeVouchers} from "../../contracts/xnode/interfaces/IXnodeVouchers.sol";
import {XnodeFixture} from "./XnodeFixture.sol";

/// @dev The domain with vouchers beside the sale, and one signer who may give away 5 units until `BUDGET_END`.
abstract contract VoucherFixture is XnodeFixture {
    uint256 internal constant SIGNER_KEY = uint256(keccak256("signer"));
    uint256 internal constant OTHER_KEY = uint256(keccak256("other signer"));
    uint32 internal constant BUDGET = 5;
    uint40 internal constant BUDGET_END = uint40(START + 90 days);
    uint256 internal constant DEADLINE = START + 30 days;

    address internal signer = vm.addr(SIGNER_KEY);
    address internal other = vm.addr(OTHER_KEY);
    XnodeVouchers internal vouchers;

    function setUp() public virtual override {
        super.setUp();
        bytes32 minterRole = xnode.MINTER_ROLE();
        vm.prank(timelock);
        xnode.grantRole(minterRole, vm.computeCreateAddress(address(this), vm.getNonce(address(this))));
        vouchers = new XnodeVouchers(xnode, timelock, guardian, START + 365 days);
        setBudget(signer, BUDGET);
    }

    function setBudget(address signer_, uint32 units) internal {
        vm.prank(timelock);
        vouchers.setBudget(signer_, series, units, BUDGET_END);
    }

    function voucherTo(
        address recipient,
        uint256 quantity,
        string memory code
    ) internal view returns (IXnodeVouchers.Voucher memory) {
        return IXnodeVouchers.Voucher(recipient, series, quantity, keccak256(bytes(code)), DEADLINE);
    }

    function signed(
        uint256 key,
        IXnodeVouchers.Voucher memory voucher
    ) internal view returns (IXnodeVouchers.SignedVoucher memory) {
        return IXnodeVouchers.SignedVoucher(vm.addr(key), voucher, signatureOf(key, voucher));
    }

    function signatureOf(uint256 key, IXnodeVouchers.Voucher memory voucher) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, vouchers.voucherDigest(voucher));
        return abi.encodePacked(r, s, v);
    }
}
