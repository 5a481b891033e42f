// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice How hard a proposal is to pass. Fixed when it is proposed.
enum ProposalClass {
    Standard,
    Constitutional
}
