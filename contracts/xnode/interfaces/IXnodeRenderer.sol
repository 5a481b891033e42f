// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IUnitRenderer} from "./IUnitRenderer.sol";
import {IXnodeOne} from "./IXnodeOne.sol";
import {IXnodeRegistry} from "./IXnodeRegistry.sol";

/// @title What a unit looks like
/// @notice Draws the metadata of a unit from what the chain knows of it at this moment.
interface IXnodeRenderer is IUnitRenderer {
    /// @notice The registry knows another contract of units.
    /// @dev Fix: deploy with the registry of the same units.
    /// @param known The units that the registry knows.
    /// @param given The units given.
    error XnodeRenderer_OtherUnits(address known, address given);

    /// @notice The units drawn.
    function xnodeOne() external view returns (IXnodeOne);

    /// @notice Says what runs on them; a failure of it leaves that part out.
    function registry() external view returns (IXnodeRegistry);
}
