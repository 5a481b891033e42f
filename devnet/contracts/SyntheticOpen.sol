// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

interface IMintable {
    function mint(address account, uint256 amount) external;
}

/// @title SyntheticOpen
/// @notice Stands in, where there is none, for the sOPEN deployed on Ethereum at
/// 0xc7b10907033Ca6e2FC00FCbb8CDD5cD89f141384, and does the same: a role mints without a cap, and burning has another
/// token mint OPEN 1:1. It has no permit and no votes.
contract SyntheticOpen is ERC20, AccessControl {
    bytes32 public constant MINT_ROLE = keccak256("MINT");

    /// @notice What a burn asks to mint. Ours has no mint: burning sOPEN for it reverts.
    IMintable public immutable open;

    constructor(IMintable open_, address admin) ERC20("Openmesh", "sOPEN") {
        open = open_;
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    /// @notice Gives sOPEN to `account`, in wei.
    /// @dev Only MINT_ROLE.
    function mint(address account, uint256 amount) external onlyRole(MINT_ROLE) {
        _mint(account, amount);
    }

    /// @notice Destroys `amount` wei of the caller's sOPEN and asks for as much OPEN.
    function burn(uint256 amount) external {
        _burn(msg.sender, amount);
        open.mint(msg.sender, amount);
    }
}
