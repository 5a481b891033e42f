// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRoundRoots} from "../../contracts/staking/interfaces/IRoundRoots.sol";

/// @dev An attester of another making than ours: it says what it is told to.
contract AnyRoots is IRoundRoots {
    mapping(uint256 round => bytes32) public rootOf;

    function set(uint256 round, bytes32 root) external {
        rootOf[round] = root;
    }
}
