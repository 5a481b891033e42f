// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {VoteERC20} from "@thirdweb-dev/contracts/prebuilts/vote/VoteERC20.sol";

/// @notice thirdweb's Vote as it is; it initializes itself only behind a minimal proxy.
contract ThirdwebVote is VoteERC20 {}
