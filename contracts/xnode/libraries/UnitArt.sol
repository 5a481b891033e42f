// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {DateTimeLib} from "solady/src/utils/DateTimeLib.sol";
import {LibString} from "solady/src/utils/LibString.sol";

import {UnitFace} from "../types/UnitFace.sol";
import {UnitState} from "../types/UnitState.sol";
import {SafeText} from "./SafeText.sol";
import {UnitSigil} from "./UnitSigil.sol";

/// @title The picture of a unit
/// @notice An SVG of 600 by 600: the sign of the unit, inside a ring that empties as the term runs out, and what there
/// is to know below it.
/// @dev No script, style sheet, link or font from elsewhere, so that it looks the same in an `<img>` as on its own.
library UnitArt {
    using Strings for uint256;

    // As much as fits beside what stands to the right.
    uint256 private constant MAX_SERIES_NAME = 36;
    uint256 private constant MAX_APP_NAME = 16;

    /// @dev A whole SVG document.
    function toSvg(UnitFace memory face) internal pure returns (string memory) {
        string memory accent = _accent(face.state);
        return
            string.concat(
                '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 600 600" role="img"'
                ' font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,monospace" fill="#E9EDF5"><title>Xnode One #',
                face.unit.toString(),
                "</title>",
                _ground(accent),
                _head(face, accent),
                _ring(face, accent),
                _sign(face, accent),
                _foot(face),
                "</svg>"
            );
    }

    function _ground(string memory accent) private pure returns (string memory) {
        return
            string.concat(
                '<defs><radialGradient id="g" gradientUnits="userSpaceOnUse" cx="300" cy="270" r="330">'
                '<stop offset="0" stop-color="',
                accent,
                '" stop-opacity=".17"/><stop offset="1" stop-color="',
                accent,
                '" stop-opacity="0"/></radialGradient></defs>'
                '<rect width="600" height="600" fill="#0A0D14"/><rect width="600" height="600" fill="url(#g)"/>'
            );
    }

    function _head(UnitFace memory face, string memory accent) private pure returns (string memory) {
        return
            string.concat(
                '<text x="40" y="56" font-size="12" letter-spacing="3" fill="#7D879A">OPENMESH</text>'
                '<text x="40" y="82" font-size="19">',
                SafeText.forXml(face.seriesName, MAX_SERIES_NAME),
                '</text><text x="540" y="56" font-size="12" letter-spacing="3" text-anchor="end" fill="',
                accent,
                '">',
                LibString.upper(face.state.label()),
                '</text><circle cx="554" cy="52" r="5" fill="',
                accent,
                '"/>'
            );
    }

    /// @dev The arc is what is left; a term that did not begin is a dotted ring, a lapsed one an empty track.
    function _ring(UnitFace memory face, string memory accent) private pure returns (string memory) {
        string memory dashes = face.state == UnitState.Minted ? "1 24" : string.concat(face.left.toString(), " 1000");
        return
            string.concat(
                '<g fill="none" transform="translate(300 270) rotate(-90)">'
                '<circle r="165" stroke="#2A3345" stroke-width="6" pathLength="120" stroke-dasharray=".3 9.7"/>'
                '<circle r="150" stroke="#1A2130" stroke-width="4"/>',
                face.left == 0 && face.state != UnitState.Minted
                    ? ""
                    : string.concat(
                        '<circle r="150" stroke-width="4" stroke-linecap="round" pathLength="1000" stroke-dasharray="',
                        dashes,
                        '" stroke="',
                        accent,
                        '"/>'
                    ),
                "</g>"
            );
    }

    function _sign(UnitFace memory face, string memory accent) private pure returns (string memory) {
        return
            string.concat(
                '<g transform="translate(300 270)" fill="none" stroke="#E9EDF5" stroke-width="1.6"'
                ' stroke-linecap="round" opacity="',
                _presence(face.state),
                '">',
                UnitSigil.draw(face.unit),
                '</g><circle cx="300" cy="270" r="7" fill="',
                accent,
                '"/>'
            );
    }

    function _foot(UnitFace memory face) private pure returns (string memory) {
        return
            string.concat(
                '<text x="40" y="500" font-size="32">#',
                face.unit.toString(),
                "</text>",
                face.isLocked
                    ? '<text x="560" y="500" font-size="12" letter-spacing="3"'
                    ' text-anchor="end" fill="#7D879A">LOCKED</text>'
                    : "",
                '<path d="M40 520H560" stroke="#232B3B"/>',
                _column("40", _termLabel(face), _term(face)),
                _column("220", "RUNS", _running(face)),
                _column("470", "TENANT", face.hasTenant ? "yes" : "no")
            );
    }

    /// @dev `value` is markup already.
    function _column(string memory x, string memory name, string memory value) private pure returns (string memory) {
        return
            string.concat(
                '<text x="',
                x,
                '" y="544" font-size="11" letter-spacing="2" fill="#7D879A">',
                name,
                '</text><text x="',
                x,
                '" y="568" font-size="16">',
                value,
                "</text>"
            );
    }

    function _running(UnitFace memory face) private pure returns (string memory) {
        if (bytes(face.appName).length == 0) return "nothing";
        return string.concat(SafeText.forXml(face.appName, MAX_APP_NAME), " v", face.version.toString());
    }

    function _termLabel(UnitFace memory face) private pure returns (string memory) {
        if (face.state == UnitState.Minted) return "TERM";
        return face.state == UnitState.Active ? "EXPIRES" : "EXPIRED";
    }

    function _term(UnitFace memory face) private pure returns (string memory) {
        if (face.state == UnitState.Minted) return "not begun";
        (uint256 year, uint256 month, uint256 day) = DateTimeLib.timestampToDate(face.expiry);
        return
            string.concat(
                year.toString(),
                month < 10 ? "-0" : "-",
                month.toString(),
                day < 10 ? "-0" : "-",
                day.toString()
            );
    }

    function _accent(UnitState state) private pure returns (string memory) {
        if (state == UnitState.Minted) return "#9FB0CC";
        if (state == UnitState.Active) return "#3DDC97";
        if (state == UnitState.Grace) return "#F5B445";
        return "#667085";
    }

    function _presence(UnitState state) private pure returns (string memory) {
        if (state == UnitState.Minted) return ".6";
        if (state == UnitState.Active) return ".95";
        if (state == UnitState.Grace) return ".75";
        return ".3";
    }
}
