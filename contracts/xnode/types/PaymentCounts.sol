// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev How many payments a series was made in each of up to four assets, 48 bits each. Payments are numbered from 1,
/// so the count is also the number of the last payment.
type PaymentCounts is uint192;

using {inLane, plusOne, equal as ==, differ as !=} for PaymentCounts global;

function inLane(PaymentCounts counts, uint256 lane) pure returns (uint256) {
    return uint48(PaymentCounts.unwrap(counts) >> (48 * lane));
}

function plusOne(PaymentCounts counts, uint256 lane) pure returns (PaymentCounts) {
    // 2**48 payments do not fit into the life of a chain, so that no lane runs into the next.
    return PaymentCounts.wrap(PaymentCounts.unwrap(counts) + uint192(1 << (48 * lane)));
}

function equal(PaymentCounts a, PaymentCounts b) pure returns (bool) {
    return PaymentCounts.unwrap(a) == PaymentCounts.unwrap(b);
}

function differ(PaymentCounts a, PaymentCounts b) pure returns (bool) {
    return PaymentCounts.unwrap(a) != PaymentCounts.unwrap(b);
}
