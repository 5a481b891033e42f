// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/token/ERC721/IERC721Receiver.sol";

/// @dev Notes every token it is asked about, and what it owned when it was asked.
contract NotingReceiver is IERC721Receiver {
    address public operator;
    address public from;
    uint256[] public asked;
    uint256 public ownedWhenAsked;

    function onERC721Received(address operator_, address from_, uint256 id, bytes calldata) external returns (bytes4) {
        (operator, from, ownedWhenAsked) = (operator_, from_, IERC721(msg.sender).balanceOf(address(this)));
        asked.push(id);
        return IERC721Receiver.onERC721Received.selector;
    }

    function askedCount() external view returns (uint256) {
        return asked.length;
    }
}

/// @dev Takes no token and says so.
contract RefusingReceiver is IERC721Receiver {
    error RefusingReceiver_Refused(uint256 id);

    function onERC721Received(address, address, uint256 id, bytes calldata) external pure returns (bytes4) {
        revert RefusingReceiver_Refused(id);
    }
}
