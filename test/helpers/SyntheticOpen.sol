// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

import {LegacyOpen} from "./LegacyOpen.sol";

/// @dev Does what the sOPEN deployed on Ethereum at 0xc7b10907033Ca6e2FC00FCbb8CDD5cD89f141384 does: a role mints
/// without a cap, and burning mints OPEN 1:1. It has no permit and no votes.
contract SyntheticOpen is ERC20, AccessControl {
    bytes32 public constant MINT_ROLE = keccak256("MINT");

    LegacyOpen public immutable open;

    constructor(LegacyOpen open_, address admin) ERC20("Openmesh synthetic", "sOPEN") {
        open = open_;
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    function mint(address account, uint256 amount) external onlyRole(MINT_ROLE) {
        _mint(account, amount);
    }

    function burn(uint256 amount) external {
        _burn(msg.sender, amount);
        open.mint(msg.sender, amount);
    }
}
