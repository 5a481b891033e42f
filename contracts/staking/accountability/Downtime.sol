// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";

import {IAccountability} from "../interfaces/IAccountability.sol";
import {IValidatorStaking} from "../interfaces/IValidatorStaking.sol";
import {MemberSet} from "../libraries/MemberSet.sol";
import {StakeClock} from "../types/StakeClock.sol";
import {ValidatorId} from "../types/ValidatorId.sol";
import {Rounds} from "./Rounds.sol";

/// @title Downtime
/// @notice A first absence costs time, one that repeats costs more time and stake. Nothing is written for a validator
/// before it is jailed: its presence is read from the bitmaps of the rounds.
abstract contract Downtime is Rounds {
    using MemberSet for bytes;
    using SafeCast for uint256;

    /// @inheritdoc IAccountability
    uint16 public constant DOWNTIME_BPS = 10;
    /// @inheritdoc IAccountability
    uint256 public constant DOWNTIME_WINDOW = 32;
    /// @inheritdoc IAccountability
    uint256 public constant DOWNTIME_MISSES = 16;
    /// @inheritdoc IAccountability
    uint256 public constant DOWNTIME_LOOKBACK = 64;
    /// @inheritdoc IAccountability
    uint256 public constant PROBATION = 90 days;

    uint256 private constant FIRST_TERM = 7 days;
    uint256 private constant LONGEST_TERM = 224 days;

    mapping(ValidatorId id => DowntimeRecord) private _downtimes;

    /// @inheritdoc IAccountability
    function jailDowntime(ValidatorId id) external returns (uint256 jailedUntil, uint256 taken) {
        // Outside the set a jail would hit nobody, and a second one for the same rounds could follow.
        require(STAKING.validatorOf(id).status == IValidatorStaking.Status.Active, Accountability_NotMember(id));
        (uint256 missed, , uint256 lastMissed) = missesOf(id);
        require(missed > DOWNTIME_MISSES, Accountability_NotDown(id, missed));

        DowntimeRecord storage record = _downtimes[id];
        uint256 releasedAt = record.releasedAt;
        // A member is out of jail, so that a release is never in the future.
        uint256 faded = (block.timestamp - releasedAt) / PROBATION;
        uint256 offences = Math.saturatingSub(record.offences, faded) + 1;
        jailedUntil = block.timestamp + Math.min(FIRST_TERM * offences * offences, LONGEST_TERM);
        // A jail lasts beyond its epoch, but the rest of the epoch's rounds have the validator in their snapshot.
        uint256 countFrom = (STAKING.currentEpoch() + 1) * StakeClock.ROUNDS_PER_EPOCH;
        _downtimes[id] = DowntimeRecord(offences.toUint32(), jailedUntil.toUint40(), countFrom.toUint64());
        taken = STAKING.slash(
            id,
            StakeClock.epochOf(lastMissed),
            releasedAt != 0 && faded == 0 ? DOWNTIME_BPS : 0,
            jailedUntil.toUint40(),
            msg.sender
        );
        emit DowntimePunished(id, msg.sender, missed, lastMissed, offences, jailedUntil, countFrom, taken);
    }

    /// @inheritdoc IAccountability
    function downtimeOf(ValidatorId id) external view returns (DowntimeRecord memory) {
        return _downtimes[id];
    }

    /// @inheritdoc IAccountability
    function missesOf(ValidatorId id) public view returns (uint256 missed, uint256 counted, uint256 lastMissed) {
        // Of the closed rounds, from the last one down.
        uint256 end = STAKING.currentRound() - SUBMISSION_ROUNDS - GRACE_ROUNDS;
        uint256 begin = Math.max(end - DOWNTIME_LOOKBACK, _downtimes[id].countFrom);
        while (end > begin && counted < DOWNTIME_WINDOW) {
            uint256 epoch = StakeClock.epochOf(end - 1);
            uint256 first = Math.max(begin, epoch * StakeClock.ROUNDS_PER_EPOCH);
            uint256 bit = _bitOf(id, epoch);
            if (bit == 0) {
                end = first;
                continue;
            }
            for (; end > first && counted < DOWNTIME_WINDOW; --end) {
                uint256 present = _present[end - 1];
                if (present & CERTIFIED == 0) continue;
                ++counted;
                if (present & bit != 0) continue;
                if (++missed == 1) lastMissed = end - 1;
            }
        }
    }

    /// @dev The bit of a validator in the rounds of an epoch; 0 when it is not in their snapshot.
    function _bitOf(ValidatorId id, uint256 epoch) private view returns (uint256) {
        address pointer = _snapshots[epoch].pointer;
        if (pointer == address(0)) return 0;
        bytes memory set = SSTORE2.read(pointer);
        uint256 place = set.placeOf(id);
        return place == set.count() ? 0 : 1 << place;
    }
}
