// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {EXCLUDED} from "../common/Excluded.sol";
import {IOpenToken} from "./interfaces/IOpenToken.sol";
import {ISyntheticRedemption} from "./interfaces/ISyntheticRedemption.sol";
import {ITokenAllocation} from "./interfaces/ITokenAllocation.sol";
import {RowId} from "./types/RowId.sol";

/// @title Redemption of synthetic OPEN
contract SyntheticRedemption is ISyntheticRedemption, ReentrancyGuardTransient {
    using SafeERC20 for IERC20Metadata;
    using SafeERC20 for IOpenToken;

    /// @inheritdoc ISyntheticRedemption
    uint256 public constant MAX_LEAD = 365 days;

    /// @inheritdoc ISyntheticRedemption
    uint256 public constant PROMISE = 4 * 365 days;

    uint256 private constant DECIMALS = 18;

    /// @inheritdoc ISyntheticRedemption
    IOpenToken public immutable token;

    /// @inheritdoc ISyntheticRedemption
    IERC20Metadata public immutable synthetic;

    /// @inheritdoc ISyntheticRedemption
    ITokenAllocation public immutable allocation;

    /// @inheritdoc ISyntheticRedemption
    address public immutable timelock;

    /// @inheritdoc ISyntheticRedemption
    uint256 public immutable start;

    /// @param token_ OPEN.
    /// @param synthetic_ sOPEN of this chain.
    /// @param allocation_ Funds this contract, and gets back what nobody redeems.
    /// @param timelock_ Must be the token's timelock.
    /// @param start_ When redemption begins, Unix time.
    constructor(
        IOpenToken token_,
        IERC20Metadata synthetic_,
        ITokenAllocation allocation_,
        address timelock_,
        uint256 start_
    ) {
        require(
            address(token_) != address(0) &&
                address(synthetic_) != address(0) &&
                address(allocation_) != address(0) &&
                timelock_ != address(0),
            SyntheticRedemption_ZeroAddress()
        );
        _requireSame(timelock_, token_.timelock());
        _requireSame(address(token_), address(allocation_.token()));
        require(
            address(synthetic_) != address(token_) && synthetic_.decimals() == DECIMALS,
            SyntheticRedemption_NotSynthetic(address(synthetic_))
        );
        uint256 latest = block.timestamp + MAX_LEAD;
        require(
            block.timestamp <= start_ && start_ <= latest,
            SyntheticRedemption_StartOutOfRange(start_, block.timestamp, latest)
        );

        token = token_;
        synthetic = synthetic_;
        allocation = allocation_;
        timelock = timelock_;
        start = start_;

        token_.delegate(EXCLUDED);
    }

    /// @inheritdoc ISyntheticRedemption
    function redeem(uint256 amount) external {
        redeemTo(amount, msg.sender);
    }

    /// @inheritdoc ISyntheticRedemption
    /// @dev Guarded, because a call from within the pull would count the inner arrival twice.
    function redeemTo(uint256 amount, address to) public nonReentrant {
        require(block.timestamp >= start, SyntheticRedemption_NotStarted(start));
        require(amount != 0, SyntheticRedemption_ZeroAmount());
        require(to != address(this), SyntheticRedemption_ToItself());
        uint256 funded = fundedFor();
        require(amount <= funded, SyntheticRedemption_Underfunded(funded, amount));

        uint256 before = locked();
        synthetic.safeTransferFrom(msg.sender, address(this), amount);
        uint256 received = locked() - before;
        require(received == amount, SyntheticRedemption_NotReceived(amount, received));
        emit Redeemed(msg.sender, to, amount);
        token.safeTransfer(to, amount);
    }

    /// @inheritdoc ISyntheticRedemption
    function giveBack(RowId row, uint256 amount) external {
        require(msg.sender == timelock, SyntheticRedemption_NotTimelock(msg.sender));
        uint256 allowedFrom = giveBackFrom();
        require(block.timestamp >= allowedFrom, SyntheticRedemption_StillPromised(allowedFrom));
        emit GivenBack(row, amount);
        token.forceApprove(address(allocation), amount);
        allocation.giveBack(row, amount);
    }

    /// @inheritdoc ISyntheticRedemption
    function fundedFor() public view returns (uint256) {
        return token.balanceOf(address(this));
    }

    /// @inheritdoc ISyntheticRedemption
    function locked() public view returns (uint256) {
        return synthetic.balanceOf(address(this));
    }

    /// @inheritdoc ISyntheticRedemption
    function giveBackFrom() public view returns (uint256) {
        return start + PROMISE;
    }

    function _requireSame(address expected, address actual) private pure {
        require(expected == actual, SyntheticRedemption_WrongCounterpart(expected, actual));
    }
}
