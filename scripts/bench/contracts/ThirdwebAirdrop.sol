// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Airdrop} from "@thirdweb-dev/contracts/prebuilts/airdrop/Airdrop.sol";

/// @notice thirdweb's Airdrop as it is; it initializes itself only behind a minimal proxy.
contract ThirdwebAirdrop is Airdrop {}
