// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Id of an app: hash of its first publisher and its name. Nobody can take a name from another publisher, two
/// publishers can use the same one, and anyone can compute an id without asking the chain.
type AppId is bytes32;

/// @dev What a unit runs when its owner wants it to run nothing.
AppId constant NO_APP = AppId.wrap(0);

/// @dev Says nothing about whether the app exists.
function appIdOf(address publisher, string memory name) pure returns (AppId) {
    return AppId.wrap(keccak256(abi.encode(publisher, name)));
}
