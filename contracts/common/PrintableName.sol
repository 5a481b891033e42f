// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Text that reads the same everywhere
/// @notice Printable ASCII, 0x20 to 0x7E: no control characters, nothing that changes the direction of text, and no two
/// letters of different alphabets that look alike.
/// @dev Quotes, `<` and `&` are printable: whoever puts a text into JSON or markup still has to escape it.
library PrintableName {
    /// @dev Most bytes of a name.
    uint256 internal constant MAX_LENGTH = 64;

    /// @dev Whether `text` has 1 to `MAX_LENGTH` bytes, all printable.
    function isName(string calldata text) internal pure returns (bool) {
        uint256 length = bytes(text).length;
        return length != 0 && length <= MAX_LENGTH && firstUnprintable(text) == length;
    }

    /// @dev Place of the first byte that is not printable, counted from 0; the length of `text` when all are.
    function firstUnprintable(string calldata text) internal pure returns (uint256 place) {
        uint256 length = bytes(text).length;
        for (; place < length; ++place) {
            if (!isPrintable(bytes(text)[place])) break;
        }
    }

    function isPrintable(bytes1 char) internal pure returns (bool) {
        return char >= 0x20 && char <= 0x7E;
    }
}
