// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

import {EXCLUDED} from "../common/Excluded.sol";
import {IProbe} from "./interfaces/IProbe.sol";

/// @notice A probe.
contract Probe is IProbe, ERC20("A", "B") {
    uint256 public a;

    /// @inheritdoc IProbe
    function poke(uint256 value) external {
        require(msg.sender != EXCLUDED, Probe_NotOwner(msg.sender));
        a = value;
    }
}
