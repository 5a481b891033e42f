// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AggregatorV3Interface} from "@chainlink/contracts/src/v0.8/shared/interfaces/AggregatorV3Interface.sol";

/// @dev Answers `decimals()` and `latestRoundData()` with any bytes, or as a feed in trouble does.
contract AnyFeed {
    enum Trouble {
        None,
        Reverts,
        Panics,
        BurnsAllGas
    }

    bytes private _decimals = abi.encode(uint8(8));
    bytes private _round;
    Trouble private _trouble;

    function setDecimals(bytes calldata decimals) external {
        _decimals = decimals;
    }

    function setRound(bytes calldata round) external {
        _round = round;
    }

    function setAnswer(int256 answer) external {
        _round = abi.encode(uint80(1), answer, block.timestamp, block.timestamp, uint80(1));
    }

    function setTrouble(Trouble trouble) external {
        _trouble = trouble;
    }

    fallback(bytes calldata input) external returns (bytes memory) {
        if (bytes4(input) == AggregatorV3Interface.decimals.selector) return _decimals;
        require(_trouble != Trouble.Reverts, "paused");
        assert(_trouble != Trouble.Panics);
        while (_trouble == Trouble.BurnsAllGas) {}
        return _round;
    }
}
