// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ValidatorId} from "./ValidatorId.sol";

/// @dev One tranche of a validator: validator << 1 for the operator's own stake, plus 1 for the delegated stake.
type PoolId is uint256;

using {isOwn, toValidator} for PoolId global;

function ownPool(ValidatorId id) pure returns (PoolId) {
    return PoolId.wrap(ValidatorId.unwrap(id) << 1);
}

function delegatedPool(ValidatorId id) pure returns (PoolId) {
    return PoolId.wrap((ValidatorId.unwrap(id) << 1) | 1);
}

/// @dev Whether the tranche is an operator's own: it has a single holder and pays first.
function isOwn(PoolId pool) pure returns (bool) {
    return PoolId.unwrap(pool) & 1 == 0;
}

function toValidator(PoolId pool) pure returns (ValidatorId) {
    return ValidatorId.wrap(PoolId.unwrap(pool) >> 1);
}
