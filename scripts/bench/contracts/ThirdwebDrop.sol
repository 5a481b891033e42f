// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DropERC721} from "@thirdweb-dev/contracts/prebuilts/drop/DropERC721.sol";

/// @notice thirdweb's NFT Drop as it is; it initializes itself only behind a minimal proxy.
contract ThirdwebDrop is DropERC721 {}
