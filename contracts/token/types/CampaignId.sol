// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev A campaign of MerkleClaims, counted from 1.
type CampaignId is uint256;
