// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC721Holder} from "@openzeppelin/contracts/token/ERC721/utils/ERC721Holder.sol";

import {IXnodeSale} from "../../contracts/xnode/interfaces/IXnodeSale.sol";
import {SeriesId, seriesIn} from "../../contracts/xnode/types/SeriesId.sol";

/// @dev Buys again from within the refund, and notes what it was told.
contract ReentrantBuyer is ERC721Holder {
    IXnodeSale private immutable _sale;
    bytes public reason;

    constructor(IXnodeSale sale) {
        _sale = sale;
    }

    function buy(SeriesId series, uint256 maxPayment) external payable {
        _sale.buy{value: msg.value}(series, 1, address(this), maxPayment);
    }

    receive() external payable {
        try _sale.buy{value: msg.value}(SeriesId.wrap(1), 1, address(this), msg.value) {} catch (bytes memory reason_) {
            reason = reason_;
        }
    }
}

/// @dev Buys again, with money of its own, whenever it receives a unit, and notes what it was told.
contract ReentrantReceiver is ERC721Holder {
    IXnodeSale private immutable _sale;
    bytes public reason;

    constructor(IXnodeSale sale) payable {
        _sale = sale;
    }

    function onERC721Received(address, address, uint256 unit, bytes memory) public override returns (bytes4) {
        SeriesId series = seriesIn(unit);
        try _sale.buy{value: address(this).balance}(series, 1, address(this), address(this).balance) {} catch (
            bytes memory reason_
        ) {
            reason = reason_;
        }
        return this.onERC721Received.selector;
    }
}
