// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IXnodeOne} from "../../contracts/xnode/interfaces/IXnodeOne.sol";

/// @dev What a registry could do at worst to whoever asks it.
abstract contract BrokenRegistry {
    IXnodeOne public immutable xnodeOne;

    constructor(IXnodeOne xnodeOne_) {
        xnodeOne = xnodeOne_;
    }
}

contract RevertingRegistry is BrokenRegistry {
    error RevertingRegistry_Broken();

    constructor(IXnodeOne xnodeOne_) BrokenRegistry(xnodeOne_) {}

    function runningOn(uint256) external pure returns (string memory, uint64, uint64) {
        revert RevertingRegistry_Broken();
    }
}

contract EndlessRegistry is BrokenRegistry {
    constructor(IXnodeOne xnodeOne_) BrokenRegistry(xnodeOne_) {}

    function runningOn(uint256 unit) external pure returns (string memory, uint64, uint64) {
        while (true) unit = uint256(keccak256(abi.encode(unit)));
        return ("", 0, 0);
    }
}

/// @dev Has an app with any name at all.
contract LyingRegistry is BrokenRegistry {
    string private _name;

    constructor(IXnodeOne xnodeOne_, string memory name) BrokenRegistry(xnodeOne_) {
        _name = name;
    }

    function runningOn(uint256) external view returns (string memory, uint64, uint64) {
        return (_name, type(uint64).max, type(uint64).max);
    }
}
