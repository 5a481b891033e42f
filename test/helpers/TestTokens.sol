// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @dev An honest token with any number of decimals and a permit.
contract TestToken is ERC20Permit {
    uint8 private immutable _decimals;

    constructor(string memory symbol_, uint8 decimals_) ERC20(symbol_, symbol_) ERC20Permit(symbol_) {
        _decimals = decimals_;
    }

    function mint(address to, uint256 value) external {
        _mint(to, value);
    }

    function decimals() public view override returns (uint8) {
        return _decimals;
    }
}

/// @dev Burns one percent of every transfer between accounts.
contract FeeToken is TestToken {
    constructor() TestToken("FEE", 6) {}

    function _update(address from, address to, uint256 value) internal override {
        uint256 fee = from == address(0) || to == address(0) ? 0 : value / 100;
        if (fee != 0) super._update(from, address(0), fee);
        super._update(from, to, value - fee);
    }
}

/// @dev Says that it moved tokens and moves none.
contract LyingToken is TestToken {
    constructor() TestToken("LIE", 6) {}

    function transferFrom(address, address, uint256) public pure override returns (bool) {
        return true;
    }
}

/// @dev Makes a call whenever it moves between accounts, and notes how it ended.
contract CallingToken is TestToken {
    address private _target;
    bytes private _data;
    bool public succeeded;
    bytes public result;

    constructor() TestToken("CALL", 6) {}

    function callOnTransfer(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from != address(0) && _target != address(0)) (succeeded, result) = _target.call(_data);
    }
}
