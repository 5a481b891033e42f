// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC721A} from "erc721a/contracts/ERC721A.sol";

/// @notice ERC721A with the least a sale needs: a cap and a fixed price in ETH.
contract Erc721aNft is ERC721A {
    uint256 public constant CAP = 6_000;
    uint256 public constant PRICE = 0.5 ether;

    error WrongPayment(uint256 payment);
    error SoldOut(uint256 cap);

    constructor() ERC721A("Peer", "PEER") {}

    function mint(address to, uint256 quantity) external payable {
        require(msg.value == PRICE * quantity, WrongPayment(msg.value));
        require(quantity <= CAP - _totalMinted(), SoldOut(CAP));
        _mint(to, quantity);
    }

    /// @dev Units of ours are counted from 1 as well.
    function _startTokenId() internal pure override returns (uint256) {
        return 1;
    }
}
