// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IUnitObserver} from "../../contracts/xnode/interfaces/IUnitObserver.sol";
import {SeriesId} from "../../contracts/xnode/types/SeriesId.sol";

/// @dev Listens and does nothing.
contract InertObserver is IUnitObserver {
    function onSeriesCreated(SeriesId, uint256, uint256) external {}

    function onActivated(uint256, uint256) external {}

    function onRenewed(uint256, address, uint256, uint256, uint256) external {}

    function onTransferred(uint256, address, uint256, uint256) external {}
}
