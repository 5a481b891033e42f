// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Emission of validator rewards
/// @notice Sends 200,000,000 OPEN in 120 months and 20,000,000 OPEN in the first 18 of them to the stakers, and can
/// never send more: nobody sets a rate, `drip` by anyone sends the next month.
/// @dev A month is a twelfth of 365.25 days. The schedule counts months that were sent, not time: it waits while nobody
/// is staked, while it is not funded, and while nobody calls. Its OPEN never votes.
interface IRewardStream {
    /// @notice A constructor argument is the zero address.
    /// @dev Fix: pass the addresses of the token, the staking contract and the timelock.
    error RewardStream_ZeroAddress();

    /// @notice The caller is not the timelock.
    /// @dev Fix: make the call by a governance proposal.
    /// @param caller The sender of the call.
    error RewardStream_NotTimelock(address caller);

    /// @notice The month before still streams.
    /// @dev Fix: call again at `readyAt` or later; it moves on while nobody is staked.
    /// @param readyAt Timestamp.
    error RewardStream_TooEarly(uint256 readyAt);

    /// @notice Every month was sent.
    /// @dev Fix: none; further rewards need another source and a vote.
    /// @param months Number of months.
    error RewardStream_Finished(uint256 months);

    /// @notice There is less OPEN here than the next month needs.
    /// @dev Fix: let a vote call `fund` of the token allocation with this contract as recipient.
    /// @param balance OPEN here, in wei.
    /// @param amount The next month, in wei.
    error RewardStream_Underfunded(uint256 balance, uint256 amount);

    /// @notice There is no OPEN here beyond what the schedule still sends.
    /// @dev Fix: none; what was funded is for stakers alone.
    /// @param balance OPEN here, in wei.
    /// @param remaining What the schedule still sends, in wei.
    error RewardStream_NoSurplus(uint256 balance, uint256 remaining);

    /// @notice A month was sent to the stakers, counted from 0.
    event Dripped(uint256 indexed month, uint256 amount);

    /// @notice OPEN beyond the schedule was taken out.
    event SurplusRecovered(address indexed to, uint256 amount);

    /// @notice Sends the next month to the stakers, at the earliest `LEAD` before the one before is used up.
    /// @return amount What was sent, in wei.
    function drip() external returns (uint256 amount);

    /// @notice Takes out what was funded beyond the schedule. Only the timelock.
    function recoverSurplus(address to) external returns (uint256 amount);

    // solhint-disable func-name-mixedcase
    /// @notice Validator rewards over `MAIN_MONTHS`, in wei.
    function MAIN_TOTAL() external view returns (uint256);

    /// @notice Months in which `MAIN_TOTAL` is sent, in equal parts.
    function MAIN_MONTHS() external view returns (uint256);

    /// @notice Bonus for early validators over `EARLY_MONTHS`, in wei.
    function EARLY_TOTAL() external view returns (uint256);

    /// @notice Months, from the first on, in which `EARLY_TOTAL` is sent besides, in equal parts.
    function EARLY_MONTHS() external view returns (uint256);

    /// @notice Seconds of a month.
    function MONTH() external view returns (uint256);

    /// @notice Seconds by which a month may be sent early, so that the stream does not stop between two.
    function LEAD() external view returns (uint256);
    // solhint-enable func-name-mixedcase

    /// @notice Number of months sent.
    function month() external view returns (uint256);

    /// @notice What the months before `month_` send together, in wei.
    function scheduled(uint256 month_) external pure returns (uint256);

    /// @notice What the schedule still sends, in wei.
    function remaining() external view returns (uint256);

    /// @notice OPEN, the only token that can leave.
    function token() external view returns (address);

    /// @notice Receives every month; nothing else does.
    function staking() external view returns (address);

    /// @notice The only account that can take out a surplus; it has no power over the schedule.
    function timelock() external view returns (address);
}
