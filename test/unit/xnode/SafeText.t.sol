// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";
import {LibString} from "solady/src/utils/LibString.sol";

import {SafeText} from "../../../contracts/xnode/libraries/SafeText.sol";

contract SafeTextTest is Test {
    using LibString for string;

    function test_PlainTextStaysAsItIs() public pure {
        assertEq(SafeText.forXml("Xnode One, 2027 (v1.0)", 64), "Xnode One, 2027 (v1.0)");
        assertEq(SafeText.forJson("Xnode One, 2027 (v1.0)", 64), "Xnode One, 2027 (v1.0)");
        assertEq(SafeText.clip("", 64), "");
    }

    function test_XNODE_51_Markup_BecomesText() public pure {
        assertEq(
            SafeText.forXml("</text></svg><script>alert('1')</script>", 64),
            "&lt;/text&gt;&lt;/svg&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"
        );
        assertEq(SafeText.forXml(']]>&amp;"', 64), "]]&gt;&amp;amp;&quot;");
    }

    function test_XNODE_51_Quotes_DoNotEndAString() public pure {
        assertEq(SafeText.forJson('a","owner":"b\\', 64), 'a\\",\\"owner\\":\\"b\\\\');
    }

    function test_OtherAlphabetsAndDirections_BecomeOneMarkForARun() public pure {
        assertEq(SafeText.clip(unicode"Xnode \u202e\u2066eno", 64), "Xnode ?eno");
        assertEq(SafeText.clip(unicode"\u05d0\u05d1 Xn\u043ede", 64), "? Xn?de");
        assertEq(SafeText.clip("a\n\r\t\x00b\x7f", 64), "a?b?");
    }

    function test_InvalidUtf8_IsReplaced() public pure {
        assertEq(SafeText.clip(string(bytes(hex"61ff80c3")), 64), "a?");
        assertEq(SafeText.clip(string(bytes(hex"c32862")), 64), "?(b");
        assertEq(SafeText.clip(string(bytes(hex"eda080")), 64), "?");
    }

    function test_LongText_IsCut() public pure {
        assertEq(SafeText.clip("0123456789", 10), "0123456789");
        assertEq(SafeText.clip("0123456789a", 10), "0123456789...");
        assertEq(SafeText.clip(unicode"0123456789\u0430", 10), "0123456789...");
        bytes memory long = new bytes(10_240);
        for (uint256 i = 0; i < long.length; ++i) long[i] = "<";
        assertEq(bytes(SafeText.clip(string(long), 64)).length, 67);
        assertEq(bytes(SafeText.forXml(string(long), 64)).length, 64 * 4 + 3);
        assertEq(SafeText.clip(string(new bytes(10_240)), 64), "?");
    }

    /// @dev An entity never falls apart, because the text is cut before it is escaped.
    function test_Cut_NeverWithinAnEntity() public pure {
        assertEq(SafeText.forXml("ab<<", 3), "ab&lt;...");
    }

    function testFuzz_XNODE_51_Xml_IsPrintableAndHasNoMarkup(bytes memory text, uint8 max) public pure {
        bytes memory shown = bytes(SafeText.forXml(string(text), max));
        assertLe(shown.length, uint256(max) * 6 + 3);
        for (uint256 i = 0; i < shown.length; ++i) {
            bytes1 char = shown[i];
            assertTrue(char >= 0x20 && char <= 0x7E);
            assertTrue(char != "<" && char != ">" && char != '"' && char != "'");
            if (char == "&") assertTrue(_isEntity(shown, i));
        }
    }

    function testFuzz_XNODE_51_Json_EndsNoString(bytes memory text, uint8 max) public pure {
        bytes memory shown = bytes(SafeText.forJson(string(text), max));
        for (uint256 i = 0; i < shown.length; ++i) {
            assertTrue(shown[i] >= 0x20 && shown[i] <= 0x7E);
            assertTrue(shown[i] != '"');
            if (shown[i] != "\\") continue;
            ++i;
            assertTrue(i < shown.length && (shown[i] == "\\" || shown[i] == '"'));
        }
    }

    function _isEntity(bytes memory text, uint256 start) private pure returns (bool) {
        string[5] memory entities = ["&quot;", "&amp;", "&#39;", "&lt;", "&gt;"];
        for (uint256 i = 0; i < 5; ++i) {
            if (string(text).slice(start).startsWith(entities[i])) return true;
        }
        return false;
    }
}
