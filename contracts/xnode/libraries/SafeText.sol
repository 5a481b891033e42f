// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LibString} from "solady/src/utils/LibString.sol";

import {PrintableName} from "../../common/PrintableName.sol";

/// @title Free text made harmless
/// @notice What comes out has no markup, changes no direction of writing, is valid UTF-8 and short, whatever went in.
library SafeText {
    /// @dev For text and for quoted attributes of XML. At most `max` characters of `text` are shown.
    function forXml(string memory text, uint256 max) internal pure returns (string memory) {
        return LibString.escapeHTML(clip(text, max));
    }

    /// @dev For a quoted string of JSON. At most `max` characters of `text` are shown.
    function forJson(string memory text, uint256 max) internal pure returns (string memory) {
        return LibString.escapeJSON(clip(text, max));
    }

    /// @dev The first `max` characters, then "..." when that is not all. A run of bytes outside printable ASCII becomes
    /// one "?".
    function clip(string memory text, uint256 max) internal pure returns (string memory) {
        bytes memory source = bytes(text);
        bytes memory shown = new bytes(max + 3);
        uint256 length;
        bool inRun;
        for (uint256 i = 0; i < source.length; ++i) {
            bytes1 char = source[i];
            bool printable = PrintableName.isPrintable(char);
            if (!printable && inRun) continue;
            if (length == max) {
                for (uint256 dot = 0; dot < 3; ++dot) shown[length++] = ".";
                break;
            }
            shown[length++] = printable ? char : bytes1("?");
            inRun = !printable;
        }
        // Shortens only.
        assembly ("memory-safe") {
            mstore(shown, length)
        }
        return string(shown);
    }
}
