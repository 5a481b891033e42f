// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {PrintableName} from "../../../contracts/common/PrintableName.sol";

contract PrintableNameTest is Test {
    function test_IsName_OneToSixtyFourPrintableBytes() public view {
        assertTrue(this.isName("X"));
        assertTrue(this.isName("Xnode One ~ \"<&>' \\"));
        assertTrue(this.isName("a name that is exactly as long as the sixty-four bytes allowed.."));
        assertFalse(this.isName(""));
        assertFalse(this.isName("a name that is one byte longer than the sixty-four bytes allowed."));
    }

    function test_FirstUnprintable_FindsControlsDirectionsAndLookalikes() public view {
        assertEq(this.firstUnprintable("ab\n"), 2);
        assertEq(this.firstUnprintable(hex"00"), 0);
        assertEq(this.firstUnprintable(hex"617f"), 1);
        // Right-to-left override, Cyrillic a, a lone continuation byte.
        assertEq(this.firstUnprintable(unicode"ab\u202e"), 2);
        assertEq(this.firstUnprintable(unicode"\u0430"), 0);
        assertEq(this.firstUnprintable(string(bytes(hex"616280"))), 2);
        assertEq(this.firstUnprintable("all of it"), 9);
        assertEq(this.firstUnprintable(""), 0);
    }

    function testFuzz_IsName_AcceptsNoOtherByte(bytes calldata text) public view {
        bool printable = text.length != 0 && text.length <= 64;
        for (uint256 i = 0; i < text.length; ++i) {
            printable = printable && uint8(text[i]) >= 0x20 && uint8(text[i]) <= 0x7E;
        }
        assertEq(this.isName(string(text)), printable);
    }

    function isName(string calldata text) external pure returns (bool) {
        return PrintableName.isName(text);
    }

    function firstUnprintable(string calldata text) external pure returns (uint256) {
        return PrintableName.firstUnprintable(text);
    }
}
