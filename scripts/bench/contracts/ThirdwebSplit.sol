// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Split} from "@thirdweb-dev/contracts/prebuilts/split/Split.sol";

/// @notice thirdweb's Split as it is; it initializes itself only behind a minimal proxy.
contract ThirdwebSplit is Split {}
