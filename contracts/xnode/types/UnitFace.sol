// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {UnitState} from "./UnitState.sol";

/// @dev What a unit shows of itself at one moment.
/// @param unit The unit.
/// @param seriesName Name of its series; free text.
/// @param state Its state.
/// @param activatedAt Unix time of its activation, 0 before.
/// @param expiry Unix time at which its term ends or ended, 0 before activation.
/// @param left What is left of one term, or of the grace after it, in thousandths.
/// @param hasTenant Whether somebody uses it for its owner.
/// @param isLocked Whether it is locked in place.
/// @param appName App it was asked to run; free text, empty for none.
/// @param version Version of that app.
/// @param generation Number of the deployment on this unit.
struct UnitFace {
    uint256 unit;
    string seriesName;
    UnitState state;
    uint256 activatedAt;
    uint256 expiry;
    uint256 left;
    bool hasTenant;
    bool isLocked;
    string appName;
    uint256 version;
    uint256 generation;
}
