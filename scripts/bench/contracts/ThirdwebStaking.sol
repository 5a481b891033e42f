// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Staking20Base} from "@thirdweb-dev/contracts/base/Staking20Base.sol";

/// @notice thirdweb's StakeERC20 as its base contract offers it: rewards per time and token, paid from a deposit.
contract ThirdwebStaking is Staking20Base {
    /// @param admin Deposits the rewards.
    /// @param stakingToken_ What is staked.
    /// @param rewardToken_ What is paid; it may not be the same token.
    /// @param wrappedEther Asked for, never used here.
    constructor(
        address admin,
        address stakingToken_,
        address rewardToken_,
        address wrappedEther
    ) Staking20Base(365 days, admin, 1, 10, stakingToken_, rewardToken_, wrappedEther) {}
}
