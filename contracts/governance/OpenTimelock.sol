// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

import {EXCLUDED} from "../common/Excluded.sol";
import {IOpenToken} from "../token/interfaces/IOpenToken.sol";
import {IOpenTimelock} from "./interfaces/IOpenTimelock.sol";

/// @notice See {IOpenTimelock}.
contract OpenTimelock is TimelockController, IOpenTimelock {
    uint256 private constant MIN_DELAY = 1 days;
    uint256 private constant MAX_DELAY = 30 days;

    /// @param token OPEN, which already names this address as its timelock.
    /// @param minDelay Seconds between queue and execution; 0 only while the deployment is wired.
    /// @param proposers Accounts that may schedule and cancel; after hand-over the governor alone.
    /// @param executors Accounts that may execute; after hand-over the governor alone, or its expiry could be bypassed.
    /// @param admin Deployer that hands over and renounces; the zero address for none.
    constructor(
        IOpenToken token,
        uint256 minDelay,
        address[] memory proposers,
        address[] memory executors,
        address admin
    ) TimelockController(minDelay, proposers, executors, admin) {
        address named = token.timelock();
        require(named == address(this), OpenTimelock_TokenNamesOtherTimelock(address(this), named));
        token.delegate(EXCLUDED);
    }

    /// @notice Sets the delay; only by an operation of the timelock itself.
    /// @dev The delay of 0 that the constructor takes for wiring can never come back.
    /// @param newDelay Seconds, 1 to 30 days.
    function updateDelay(uint256 newDelay) public override {
        require(
            newDelay >= MIN_DELAY && newDelay <= MAX_DELAY,
            OpenTimelock_DelayOutOfBounds(newDelay, MIN_DELAY, MAX_DELAY)
        );
        super.updateDelay(newDelay);
    }
}
