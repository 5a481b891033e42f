// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Number of a series, counted from 1. A unit's id carries it: unit = series * 1,000,000 + place in the series,
/// so a unit's series needs no storage and an id reads as what it is (3000042 = the 42nd unit of series 3).
type SeriesId is uint16;

using {equals as ==, unitAt} for SeriesId global;

uint256 constant UNITS_PER_SERIES = 1_000_000;

function equals(SeriesId a, SeriesId b) pure returns (bool) {
    return SeriesId.unwrap(a) == SeriesId.unwrap(b);
}

/// @dev `place` is counted from 1 and must stay below `UNITS_PER_SERIES`, else the id belongs to the next series.
function unitAt(SeriesId series, uint256 place) pure returns (uint256) {
    return uint256(SeriesId.unwrap(series)) * UNITS_PER_SERIES + place;
}

/// @dev Says nothing about whether the unit exists.
function seriesIn(uint256 unit) pure returns (SeriesId) {
    return SeriesId.wrap(uint16(unit / UNITS_PER_SERIES));
}
