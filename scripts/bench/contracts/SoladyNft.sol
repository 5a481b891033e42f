// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC721} from "solady/src/tokens/ERC721.sol";

/// @notice Solady's ERC-721 with the least a sale needs: a cap and a fixed price in ETH.
contract SoladyNft is ERC721 {
    uint256 public constant CAP = 6_000;
    uint256 public constant PRICE = 0.5 ether;

    uint256 private _minted;

    error WrongPayment(uint256 payment);
    error SoldOut(uint256 cap);

    function mint(address to, uint256 quantity) external payable {
        require(msg.value == PRICE * quantity, WrongPayment(msg.value));
        uint256 minted = _minted;
        require(quantity <= CAP - minted, SoldOut(CAP));
        _minted = minted + quantity;
        for (uint256 i = 1; i <= quantity; ++i) _mint(to, minted + i);
    }

    function name() public pure override returns (string memory) {
        return "Peer";
    }

    function symbol() public pure override returns (string memory) {
        return "PEER";
    }

    function tokenURI(uint256) public pure override returns (string memory) {
        return "";
    }
}
