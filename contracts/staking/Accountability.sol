// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AttestationReader} from "./accountability/AttestationReader.sol";
import {Downtime} from "./accountability/Downtime.sol";
import {Equivocation} from "./accountability/Equivocation.sol";

/// @title Accountability of validators
/// @notice What a validator answers for: contradicting itself, and not being there.
contract Accountability is Equivocation, Downtime {
    constructor(address staking_) AttestationReader(staking_) {}
}
