// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @dev Does what Openmesh's earlier OPEN does: minted by a role up to a cap on the supply of the moment, burned by
/// holders, votes by block number.
contract LegacyOpen is ERC20Votes, AccessControl {
    bytes32 public constant MINT_ROLE = keccak256("MINT");
    uint256 public constant maxSupply = 1e27;

    error SupplyExceedsMax();

    constructor(address admin) ERC20("Openmesh", "OPEN") EIP712("Openmesh", "1") {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    function mint(address account, uint256 amount) external onlyRole(MINT_ROLE) {
        require(totalSupply() + amount <= maxSupply, SupplyExceedsMax());
        _mint(account, amount);
    }

    function burn(uint256 amount) external {
        _burn(msg.sender, amount);
    }
}
