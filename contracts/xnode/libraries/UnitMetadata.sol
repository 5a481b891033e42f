// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {UnitState} from "../types/UnitState.sol";

/// @title Metadata of units
/// @notice Made on chain, so that no server can change or lose it.
library UnitMetadata {
    using Strings for uint256;

    /// @dev `seriesName` is free text chosen by a vote and the only value here that needs escaping.
    function toDataURI(
        uint256 unit,
        string memory seriesName,
        UnitState state,
        uint256 expiry
    ) internal pure returns (string memory) {
        string memory json = string.concat(
            '{"name":"Xnode One #',
            unit.toString(),
            '","description":"A right to a server for a term.","attributes":[{"trait_type":"Series","value":"',
            Strings.escapeJSON(seriesName),
            '"},{"trait_type":"State","value":"',
            _label(state),
            '"}',
            expiry == 0
                ? ""
                : string.concat(',{"display_type":"date","trait_type":"Expiry","value":', expiry.toString(), "}"),
            "]}"
        );
        return string.concat("data:application/json;base64,", Base64.encode(bytes(json)));
    }

    function _label(UnitState state) private pure returns (string memory) {
        if (state == UnitState.Minted) return "Minted";
        if (state == UnitState.Active) return "Active";
        if (state == UnitState.Grace) return "Grace";
        return "Lapsed";
    }
}
