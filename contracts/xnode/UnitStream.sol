// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {EXCLUDED} from "../common/Excluded.sol";
import {IOpenToken} from "../token/interfaces/IOpenToken.sol";
import {ITokenAllocation} from "../token/interfaces/ITokenAllocation.sol";
import {RowId} from "../token/types/RowId.sol";
import {IUnitStream} from "./interfaces/IUnitStream.sol";
import {SeriesId} from "./types/SeriesId.sol";

/// @title The OPEN that streams to activated units
abstract contract UnitStream is IUnitStream {
    using SafeERC20 for IOpenToken;

    /// @inheritdoc IUnitStream
    uint256 public constant STREAM_TERM = 365 days;

    /// @inheritdoc IUnitStream
    IOpenToken public immutable token;
    /// @inheritdoc IUnitStream
    ITokenAllocation public immutable allocation;
    /// @inheritdoc IUnitStream
    address public immutable timelock;

    /// @inheritdoc IUnitStream
    mapping(SeriesId series => uint256) public grantOf;
    /// @inheritdoc IUnitStream
    /// @dev Reserved and owed in one sum: what streams merely turns from one into the other.
    uint256 public openHeld;

    constructor(IOpenToken token_, ITokenAllocation allocation_, address timelock_) {
        require(
            address(token_) != address(0) && address(allocation_) != address(0) && timelock_ != address(0),
            UnitStream_ZeroAddress()
        );
        _requireSame(timelock_, token_.timelock());
        _requireSame(address(token_), address(allocation_.token()));
        token = token_;
        allocation = allocation_;
        timelock = timelock_;

        token_.delegate(EXCLUDED);
    }

    /// @inheritdoc IUnitStream
    function giveBackFree(RowId row, uint256 amount) external {
        require(msg.sender == timelock, UnitStream_NotTimelock(msg.sender));
        _checkFree(amount);
        emit FreeGivenBack(row, amount);
        token.forceApprove(address(allocation), amount);
        allocation.giveBack(row, amount);
    }

    /// @inheritdoc IUnitStream
    function freeOpen() public view returns (uint256) {
        return token.balanceOf(address(this)) - openHeld;
    }

    function _reserve(SeriesId series, uint256 cap, uint256 grantPerUnit) internal {
        // Needs no funding, not even a token that answers.
        if (grantPerUnit == 0) return;
        uint256 amount = cap * grantPerUnit;
        _checkFree(amount);
        grantOf[series] = grantPerUnit;
        openHeld += amount;
        emit StreamReserved(series, grantPerUnit, amount);
    }

    /// @dev What a unit earns between two seconds of its stream. A difference of two rounded sums: no settlement loses
    /// its rounding, and the last one ends on the grant exactly.
    function _streamedBetween(uint256 grant, uint256 from, uint256 to) internal pure returns (uint256) {
        return (grant * to) / STREAM_TERM - (grant * from) / STREAM_TERM;
    }

    /// @dev Seconds of its stream that a unit has behind it.
    function _streamed(uint256 activatedAt) internal view returns (uint256) {
        return Math.min(block.timestamp - activatedAt, STREAM_TERM);
    }

    function _requireSame(address expected, address actual) internal pure {
        require(expected == actual, UnitStream_WrongCounterpart(expected, actual));
    }

    function _checkFree(uint256 amount) private view {
        uint256 free = freeOpen();
        require(amount <= free, UnitStream_NotFree(free, amount));
    }
}
