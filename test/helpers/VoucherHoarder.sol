// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC721Holder} from "@openzeppelin/contracts/token/ERC721/utils/ERC721Holder.sol";

import {IXnodeVouchers} from "../../contracts/xnode/interfaces/IXnodeVouchers.sol";

/// @dev Redeems all its vouchers again when it receives its first unit, and notes what it was told.
contract VoucherHoarder is ERC721Holder {
    IXnodeVouchers private immutable _vouchers;
    IXnodeVouchers.SignedVoucher[] private _signed;
    bytes[] public reasons;

    constructor(IXnodeVouchers vouchers) {
        _vouchers = vouchers;
    }

    function push(IXnodeVouchers.SignedVoucher calldata signed) external {
        _signed.push(signed);
    }

    function onERC721Received(address, address, uint256, bytes memory) public override returns (bytes4) {
        uint256 first = reasons.length;
        for (uint256 i = first; i < _signed.length; ++i) {
            try _vouchers.redeem(_signed[i]) {} catch (bytes memory reason) {
                reasons.push(reason);
            }
        }
        return this.onERC721Received.selector;
    }
}
