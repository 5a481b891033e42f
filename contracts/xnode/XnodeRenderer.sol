// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IUnitRenderer} from "./interfaces/IUnitRenderer.sol";
import {IXnodeOne} from "./interfaces/IXnodeOne.sol";
import {IXnodeRegistry} from "./interfaces/IXnodeRegistry.sol";
import {IXnodeRenderer} from "./interfaces/IXnodeRenderer.sol";
import {Term} from "./libraries/Term.sol";
import {UnitMetadata} from "./libraries/UnitMetadata.sol";
import {seriesIn} from "./types/SeriesId.sol";
import {UnitFace} from "./types/UnitFace.sol";
import {UnitState} from "./types/UnitState.sol";

contract XnodeRenderer is IXnodeRenderer {
    /// @dev Several times what the registry needs; what it would use beyond is not worth a picture.
    uint256 private constant REGISTRY_GAS = 300_000;

    /// @inheritdoc IXnodeRenderer
    IXnodeOne public immutable xnodeOne;
    /// @inheritdoc IXnodeRenderer
    IXnodeRegistry public immutable registry;

    constructor(IXnodeOne xnodeOne_, IXnodeRegistry registry_) {
        address known = address(registry_.xnodeOne());
        require(known == address(xnodeOne_), XnodeRenderer_OtherUnits(known, address(xnodeOne_)));
        xnodeOne = xnodeOne_;
        registry = registry_;
    }

    /// @inheritdoc IUnitRenderer
    function tokenURI(uint256 unit) external view returns (string memory uri) {
        UnitState state = xnodeOne.stateOf(unit);
        IXnodeOne.Series memory series = xnodeOne.getSeries(seriesIn(unit));
        UnitFace memory face;
        face.unit = unit;
        face.seriesName = series.name;
        face.state = state;
        face.activatedAt = xnodeOne.activatedAt(unit);
        face.expiry = xnodeOne.expiryOf(unit);
        face.left = _left(state, face.expiry, series.termDays);
        face.hasTenant = xnodeOne.userOf(unit) != address(0);
        face.isLocked = xnodeOne.lockerOf(unit) != address(0);
        // A unit is worth more than what it runs: it is shown even if the registry fails or never ends.
        try registry.runningOn{gas: REGISTRY_GAS}(unit) returns (
            string memory appName,
            uint64 version,
            uint64 generation
        ) {
            (face.appName, face.version, face.generation) = (appName, version, generation);
        } catch {}
        return UnitMetadata.toDataURI(face);
    }

    /// @dev Thousandths, rounded up so that the last day still shows. A term renewed ahead shows as full.
    function _left(UnitState state, uint256 expiry, uint256 termDays) private view returns (uint256) {
        (uint256 end, uint256 whole) = (expiry, termDays * 1 days);
        if (state == UnitState.Grace) (end, whole) = (expiry + Term.GRACE, Term.GRACE);
        if (block.timestamp >= end) return 0;
        uint256 left = ((end - block.timestamp) * 1_000 + whole - 1) / whole;
        return left < 1_000 ? left : 1_000;
    }
}
