// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Number of a validator, counted from 1; 0 is nobody.
type ValidatorId is uint256;

using {equal as ==, differ as !=} for ValidatorId global;

function equal(ValidatorId a, ValidatorId b) pure returns (bool) {
    return ValidatorId.unwrap(a) == ValidatorId.unwrap(b);
}

function differ(ValidatorId a, ValidatorId b) pure returns (bool) {
    return ValidatorId.unwrap(a) != ValidatorId.unwrap(b);
}
