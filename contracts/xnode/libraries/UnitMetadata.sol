// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {Base64} from "solady/src/utils/Base64.sol";

import {UnitFace} from "../types/UnitFace.sol";
import {SafeText} from "./SafeText.sol";
import {UnitArt} from "./UnitArt.sol";

/// @title Metadata of units
/// @notice Made on chain, so that no server can change or lose it.
library UnitMetadata {
    using Strings for uint256;

    uint256 private constant MAX_SHOWN = 64;

    /// @dev A data URI of JSON, with the picture as another in it.
    function toDataURI(UnitFace memory face) internal pure returns (string memory) {
        string memory json = string.concat(
            '{"name":"Xnode One #',
            face.unit.toString(),
            '","description":"A right to a server for a term, drawn by the chain itself."'
            ',"image":"data:image/svg+xml;base64,',
            Base64.encode(bytes(UnitArt.toSvg(face))),
            '","attributes":[',
            _attributes(face),
            "]}"
        );
        return string.concat("data:application/json;base64,", Base64.encode(bytes(json)));
    }

    function _attributes(UnitFace memory face) private pure returns (string memory) {
        return
            string.concat(
                _text("Series", SafeText.forJson(face.seriesName, MAX_SHOWN)),
                ",",
                _text("State", face.state.label()),
                face.expiry == 0
                    ? ""
                    : string.concat(",", _date("Activated", face.activatedAt), ",", _date("Expiry", face.expiry)),
                ",",
                _text("Tenant", face.hasTenant ? "Yes" : "No"),
                ",",
                _text("Locked", face.isLocked ? "Yes" : "No"),
                _running(face)
            );
    }

    function _running(UnitFace memory face) private pure returns (string memory) {
        if (bytes(face.appName).length == 0) return "";
        return
            string.concat(
                ",",
                _text("Runs", SafeText.forJson(face.appName, MAX_SHOWN)),
                ",",
                _number("App version", face.version),
                ",",
                _number("Deployment", face.generation)
            );
    }

    function _text(string memory trait, string memory value) private pure returns (string memory) {
        return string.concat('{"trait_type":"', trait, '","value":"', value, '"}');
    }

    function _number(string memory trait, uint256 value) private pure returns (string memory) {
        return string.concat('{"trait_type":"', trait, '","value":', value.toString(), "}");
    }

    function _date(string memory trait, uint256 time) private pure returns (string memory) {
        return string.concat('{"display_type":"date","trait_type":"', trait, '","value":', time.toString(), "}");
    }
}
