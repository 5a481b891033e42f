// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {ISaleBrake} from "./interfaces/ISaleBrake.sol";

abstract contract SaleBrake is ISaleBrake {
    struct Pause {
        uint40 start;
        uint40 end;
    }

    uint256 public constant MAX_PAUSE = 7 days;
    uint256 public constant PAUSE_COOLDOWN = 30 days;
    uint256 public constant MAX_GUARDIAN_TERM = 365 days;

    /// @inheritdoc ISaleBrake
    address public immutable timelock;
    /// @inheritdoc ISaleBrake
    address public guardian;
    /// @inheritdoc ISaleBrake
    uint256 public guardianUntil;
    /// @dev In order of time and never overlapping. Grows by at most one in 30 days.
    Pause[] private _pauses;

    constructor(address timelock_, address guardian_, uint256 guardianUntil_) {
        timelock = timelock_;
        _setGuardian(guardian_, guardianUntil_);
    }

    /// @inheritdoc ISaleBrake
    function pause(uint256 duration) external {
        _checkGuardian();
        require(duration != 0 && duration <= MAX_PAUSE, SaleBrake_DurationOutOfRange(duration, MAX_PAUSE));
        uint256 lastEnd = pausedUntil();
        if (lastEnd != 0) {
            uint256 allowedFrom = lastEnd + PAUSE_COOLDOWN;
            require(block.timestamp >= allowedFrom, SaleBrake_TooSoon(allowedFrom));
        }
        uint256 end = block.timestamp + duration;
        _pauses.push(Pause(uint40(block.timestamp), uint40(end)));
        emit SalePaused(msg.sender, end);
    }

    /// @inheritdoc ISaleBrake
    function unpause() external {
        if (msg.sender != timelock) _checkGuardian();
        uint256 plannedEnd = pausedUntil();
        require(block.timestamp < plannedEnd, SaleBrake_NotPaused());
        _pauses[_pauses.length - 1].end = uint40(block.timestamp);
        emit SaleUnpaused(msg.sender, plannedEnd);
    }

    /// @inheritdoc ISaleBrake
    function setGuardian(address newGuardian, uint256 newGuardianUntil) external {
        require(msg.sender == timelock, SaleBrake_NotTimelock(msg.sender));
        _setGuardian(newGuardian, newGuardianUntil);
    }

    /// @inheritdoc ISaleBrake
    function pausedUntil() public view returns (uint256) {
        uint256 count = _pauses.length;
        return count == 0 ? 0 : _pauses[count - 1].end;
    }

    /// @dev `end` moved by every pause that overlaps the window, the running one counted in full.
    function _extendedEnd(uint256 start, uint256 end) internal view returns (uint256) {
        uint256 count = _pauses.length;
        uint256 first = count;
        while (first != 0 && _pauses[first - 1].end > start) --first;
        for (uint256 i = first; i < count; ++i) {
            Pause memory p = _pauses[i];
            if (p.start >= end) break;
            end += p.end - Math.max(p.start, start);
        }
        return end;
    }

    function _checkNotPaused() internal view {
        uint256 until = pausedUntil();
        require(block.timestamp >= until, SaleBrake_Paused(until));
    }

    function _checkGuardian() private view {
        require(
            msg.sender == guardian && block.timestamp < guardianUntil,
            SaleBrake_NotGuardian(msg.sender, guardian, guardianUntil)
        );
    }

    function _setGuardian(address newGuardian, uint256 newGuardianUntil) private {
        uint256 max = block.timestamp + MAX_GUARDIAN_TERM;
        require(newGuardianUntil <= max, SaleBrake_TermTooLong(newGuardianUntil, max));
        (address oldGuardian, uint256 oldGuardianUntil) = (guardian, guardianUntil);
        (guardian, guardianUntil) = (newGuardian, newGuardianUntil);
        emit GuardianSet(oldGuardian, newGuardian, oldGuardianUntil, newGuardianUntil);
    }
}
