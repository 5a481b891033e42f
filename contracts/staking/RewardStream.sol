// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {EXCLUDED} from "../common/Excluded.sol";
import {IOpenToken} from "../token/interfaces/IOpenToken.sol";
import {IRewardStream} from "./interfaces/IRewardStream.sol";
import {IValidatorStaking} from "./interfaces/IValidatorStaking.sol";

/// @title Emission of validator rewards
contract RewardStream is IRewardStream {
    using SafeERC20 for IOpenToken;

    /// @inheritdoc IRewardStream
    uint256 public constant MAIN_TOTAL = 200_000_000e18;
    /// @inheritdoc IRewardStream
    uint256 public constant MAIN_MONTHS = 120;
    /// @inheritdoc IRewardStream
    uint256 public constant EARLY_TOTAL = 20_000_000e18;
    /// @inheritdoc IRewardStream
    uint256 public constant EARLY_MONTHS = 18;
    /// @inheritdoc IRewardStream
    uint256 public constant MONTH = 2_629_800;
    /// @inheritdoc IRewardStream
    uint256 public constant LEAD = 1 days;

    IOpenToken private immutable OPEN;
    /// @inheritdoc IRewardStream
    address public immutable staking;
    /// @inheritdoc IRewardStream
    address public immutable timelock;

    /// @inheritdoc IRewardStream
    uint256 public month;

    constructor(address token_, address staking_, address timelock_) {
        require(token_ != address(0) && staking_ != address(0) && timelock_ != address(0), RewardStream_ZeroAddress());
        OPEN = IOpenToken(token_);
        staking = staking_;
        timelock = timelock_;
        OPEN.delegate(EXCLUDED);
        // Takes a month each time it is notified of one.
        OPEN.approve(staking_, type(uint256).max);
    }

    /// @inheritdoc IRewardStream
    function drip() external returns (uint256 amount) {
        uint256 current = month;
        require(current < MAIN_MONTHS, RewardStream_Finished(MAIN_MONTHS));
        (, uint256 finish) = IValidatorStaking(staking).streamState();
        uint256 readyAt = finish < LEAD ? 0 : finish - LEAD;
        require(block.timestamp >= readyAt, RewardStream_TooEarly(readyAt));
        amount = scheduled(current + 1) - scheduled(current);
        uint256 balance = OPEN.balanceOf(address(this));
        require(balance >= amount, RewardStream_Underfunded(balance, amount));

        month = current + 1;
        emit Dripped(current, amount);
        IValidatorStaking(staking).notifyReward(amount, MONTH);
    }

    /// @inheritdoc IRewardStream
    function recoverSurplus(address to) external returns (uint256 amount) {
        require(msg.sender == timelock, RewardStream_NotTimelock(msg.sender));
        uint256 balance = OPEN.balanceOf(address(this));
        uint256 owed = remaining();
        require(balance > owed, RewardStream_NoSurplus(balance, owed));
        amount = balance - owed;
        emit SurplusRecovered(to, amount);
        OPEN.safeTransfer(to, amount);
    }

    /// @inheritdoc IRewardStream
    function token() external view returns (address) {
        return address(OPEN);
    }

    /// @inheritdoc IRewardStream
    function remaining() public view returns (uint256) {
        return MAIN_TOTAL + EARLY_TOTAL - scheduled(month);
    }

    /// @inheritdoc IRewardStream
    function scheduled(uint256 month_) public pure returns (uint256) {
        // The difference of two rounded sums: no month loses its rounding, the last one ends on the total.
        return
            (MAIN_TOTAL * Math.min(month_, MAIN_MONTHS)) / MAIN_MONTHS +
            (EARLY_TOTAL * Math.min(month_, EARLY_MONTHS)) / EARLY_MONTHS;
    }
}
