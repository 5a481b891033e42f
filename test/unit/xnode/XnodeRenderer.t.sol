// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base64} from "solady/src/utils/Base64.sol";
import {LibString} from "solady/src/utils/LibString.sol";

import {XnodeRenderer} from "../../../contracts/xnode/XnodeRenderer.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeRegistry} from "../../../contracts/xnode/interfaces/IXnodeRegistry.sol";
import {IXnodeRenderer} from "../../../contracts/xnode/interfaces/IXnodeRenderer.sol";
import {UnitSigil} from "../../../contracts/xnode/libraries/UnitSigil.sol";
import {AppId} from "../../../contracts/xnode/types/AppId.sol";
import {EndlessRegistry, LyingRegistry, RevertingRegistry} from "../../helpers/BrokenRegistries.sol";
import {XnodeFixture} from "../../helpers/XnodeFixture.sol";

contract XnodeRendererTest is XnodeFixture {
    using LibString for string;

    // 2028-01-16 00:00 UTC.
    uint256 internal constant EXPIRY = 1_831_593_600;

    function test_XNODE_50_Minted() public {
        uint256 unit = mintTo(alice, 1);
        (string memory json, string memory svg) = _draw(unit);
        assertTrue(json.startsWith('{"name":"Xnode One #1000001","description":"'));
        assertTrue(
            json.endsWith(
                '"attributes":[{"trait_type":"Series","value":"Xnode One"},{"trait_type":"State","value":"Minted"},'
                '{"trait_type":"Tenant","value":"No"},{"trait_type":"Locked","value":"No"}]}'
            )
        );
        _shows(svg, "#1000001");
        _shows(svg, "MINTED");
        _shows(svg, "not begun");
        _shows(svg, ">nothing<");
    }

    function test_XNODE_50_Active_ShowsExpiryAppAndTenant() public {
        uint256 unit = activatedTo(alice);
        _deploy(unit, "mesh-node");
        vm.prank(alice);
        xnode.setUser(unit, bob, uint64(EXPIRY));
        vm.prank(locker);
        xnode.lock(unit);
        (string memory json, string memory svg) = _draw(unit);
        assertTrue(
            json.endsWith(
                '"attributes":[{"trait_type":"Series","value":"Xnode One"},{"trait_type":"State","value":"Active"},'
                '{"display_type":"date","trait_type":"Activated","value":1800000000},'
                '{"display_type":"date","trait_type":"Expiry","value":1831593600},'
                '{"trait_type":"Tenant","value":"Yes"},{"trait_type":"Locked","value":"Yes"},'
                '{"trait_type":"Runs","value":"mesh-node"},{"trait_type":"App version","value":1},'
                '{"trait_type":"Deployment","value":1}]}'
            )
        );
        _shows(svg, "ACTIVE");
        _shows(svg, "EXPIRES");
        _shows(svg, "2028-01-16");
        _shows(svg, "mesh-node v1");
        _shows(svg, ">yes<");
        _shows(svg, "LOCKED");
    }

    function test_XNODE_50_GraceAndLapsed() public {
        uint256 unit = activatedTo(alice);
        vm.warp(EXPIRY);
        (string memory json, string memory svg) = _draw(unit);
        assertTrue(json.contains('"value":"Grace"'));
        _shows(svg, "GRACE");
        _shows(svg, "EXPIRED");
        _shows(svg, 'stroke-dasharray="1000 1000"');
        vm.warp(EXPIRY + 30 days - 1);
        (, svg) = _draw(unit);
        _shows(svg, 'stroke-dasharray="1 1000"');
        vm.warp(EXPIRY + 30 days);
        (json, svg) = _draw(unit);
        assertTrue(json.contains('"value":"Lapsed"'));
        _shows(svg, "LAPSED");
        assertFalse(svg.contains(' 1000"'));
    }

    function test_Ring_ShowsWhatIsLeftOfTheTerm() public {
        uint256 unit = activatedTo(alice);
        vm.warp(EXPIRY - 365 days / 2);
        (, string memory svg) = _draw(unit);
        _shows(svg, 'stroke-dasharray="500 1000"');
        vm.warp(EXPIRY - 1);
        (, svg) = _draw(unit);
        _shows(svg, 'stroke-dasharray="1 1000"');
        // Two terms ahead are a full ring.
        vm.prank(address(sale));
        xnode.renew(unit);
        (, svg) = _draw(unit);
        _shows(svg, 'stroke-dasharray="1000 1000"');
    }

    function test_XNODE_51_HostileSeriesName_IsEscapedInBoth() public {
        IXnodeOne.SeriesParams memory p = seriesParams();
        p.name = "\"}</text></svg><script>'&\\";
        vm.prank(timelock);
        series = xnode.createSeries(p);
        (string memory json, string memory svg) = _draw(mintTo(alice, 1));
        assertTrue(json.contains('\\"}</text></svg><script>\'&\\\\"}'));
        _shows(svg, ">&quot;}&lt;/text&gt;&lt;/svg&gt;&lt;script&gt;&#39;&amp;\\<");
        assertFalse(svg.contains("<script"));
    }

    function test_LongNames_AreCutInThePictureOnly() public {
        IXnodeOne.SeriesParams memory p = seriesParams();
        p.name = "a name that is exactly as long as the sixty-four bytes allowed..";
        vm.prank(timelock);
        series = xnode.createSeries(p);
        uint256 unit = activatedTo(alice);
        _deploy(unit, "an app whose name is rather long");
        (string memory json, string memory svg) = _draw(unit);
        assertTrue(json.contains(p.name));
        assertTrue(json.contains("an app whose name is rather long"));
        _shows(svg, ">a name that is exactly as long as th...<");
        _shows(svg, ">an app whose nam... v1<");
    }

    // The registry

    function test_XNODE_52_RegistryThatRevertsOrNeverEnds_LeavesOutWhatRuns() public {
        uint256 unit = activatedTo(alice);
        string memory withoutApp = renderer.tokenURI(unit);
        assertEq(_with(address(new RevertingRegistry(xnode))).tokenURI(unit), withoutApp);
        uint256 gasBefore = gasleft();
        assertEq(_with(address(new EndlessRegistry(xnode))).tokenURI(unit), withoutApp);
        assertLt(gasBefore - gasleft(), 6_000_000);
    }

    function test_XNODE_51_RegistryThatLies_CannotBreakThePicture() public {
        uint256 unit = activatedTo(alice);
        bytes memory name = new bytes(10_240);
        for (uint256 i = 0; i < name.length; ++i) name[i] = bytes1(uint8(uint256(keccak256(abi.encode(i)))));
        string memory uri = _with(address(new LyingRegistry(xnode, string(name)))).tokenURI(unit);
        (string memory json, string memory svg) = _decode(uri);
        for (uint256 i = 0; i < bytes(json).length; ++i) assertTrue(uint8(bytes(json)[i]) - 0x20 <= 0x5E);
        for (uint256 i = 0; i < bytes(svg).length; ++i) assertTrue(uint8(bytes(svg)[i]) - 0x20 <= 0x5E);
    }

    function test_RevertWhen_RegistryOfOtherUnits() public {
        IXnodeOne others = IXnodeOne(makeAddr("others"));
        IXnodeRegistry wrong = IXnodeRegistry(address(new RevertingRegistry(others)));
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeRenderer.XnodeRenderer_OtherUnits.selector, address(others), address(xnode))
        );
        new XnodeRenderer(xnode, wrong);
    }

    // The sign

    function test_Sign_StaysWhenEverythingElseChanges() public {
        uint256 unit = mintTo(alice, 1);
        string memory sign = UnitSigil.draw(unit);
        (, string memory svg) = _draw(unit);
        _shows(svg, sign);
        vm.prank(alice);
        xnode.activate(unit);
        vm.warp(EXPIRY + 365 days);
        (, svg) = _draw(unit);
        _shows(svg, sign);
    }

    function test_Sign_TellsUnitsApart() public pure {
        uint256 same;
        bytes32[200] memory signs;
        for (uint256 i = 0; i < 200; ++i) {
            signs[i] = keccak256(bytes(UnitSigil.draw(1_000_001 + i)));
            for (uint256 j = 0; j < i; ++j) if (signs[i] == signs[j]) ++same;
        }
        // Of a million signs; two hundred seldom meet.
        assertLe(same, 1);
    }

    function _deploy(uint256 unit, string memory name) private {
        AppId app = registry.publishApp(name, keccak256("content"), "ipfs://content");
        vm.prank(xnode.ownerOf(unit));
        registry.deploy(unit, app, 1, keccak256("config"));
    }

    function _with(address registry_) private returns (XnodeRenderer) {
        return new XnodeRenderer(xnode, IXnodeRegistry(registry_));
    }

    function _draw(uint256 unit) private view returns (string memory json, string memory svg) {
        return _decode(xnode.tokenURI(unit));
    }

    function _decode(string memory uri) private pure returns (string memory json, string memory svg) {
        json = _decodeAs(uri, "data:application/json;base64,");
        uint256 start = json.indexOf("data:image/svg+xml;base64,");
        svg = _decodeAs(json.slice(start, json.indexOf('"', start)), "data:image/svg+xml;base64,");
    }

    function _decodeAs(string memory uri, string memory prefix) private pure returns (string memory) {
        assertTrue(uri.startsWith(prefix), prefix);
        return string(Base64.decode(uri.slice(bytes(prefix).length)));
    }

    function _shows(string memory svg, string memory text) private pure {
        assertTrue(svg.contains(text), text);
    }
}
