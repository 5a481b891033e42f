// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OwnableRoles} from "solady/src/auth/OwnableRoles.sol";
import {ERC20Votes} from "solady/src/tokens/ERC20Votes.sol";

/// @notice Solady's token with votes, permit and a minter, on a timestamp clock.
contract SoladyToken is ERC20Votes, OwnableRoles {
    uint256 public constant MINTER_ROLE = _ROLE_0;

    address private immutable _CCIP_ADMIN;

    constructor(address admin, uint256 supply) {
        _CCIP_ADMIN = admin;
        _initializeOwner(admin);
        if (supply != 0) _mint(admin, supply);
    }

    function mint(address to, uint256 value) external onlyRoles(MINTER_ROLE) {
        _mint(to, value);
    }

    function burn(uint256 value) external {
        _burn(msg.sender, value);
    }

    function getCCIPAdmin() external view returns (address) {
        return _CCIP_ADMIN;
    }

    function name() public pure override returns (string memory) {
        return "Peer";
    }

    function symbol() public pure override returns (string memory) {
        return "PEER";
    }

    function clock() public view override returns (uint48) {
        return uint48(block.timestamp);
    }

    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    /// @dev As Solady advises for a name that never changes.
    function _constantNameHash() internal pure override returns (bytes32) {
        return keccak256("Peer");
    }
}
