// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAppCatalogue} from "../../../contracts/xnode/interfaces/IAppCatalogue.sol";
import {AppId} from "../../../contracts/xnode/types/AppId.sol";
import {RegistryFixture} from "../../helpers/RegistryFixture.sol";

contract AppCatalogueTest is RegistryFixture {
    // Publishing

    function test_PublishApp_StoresAndEmitsTheAppAndItsFirstVersion() public {
        AppId expected = AppId.wrap(keccak256(abi.encode(bob, APP_NAME)));
        vm.expectEmit(address(registry));
        emit IAppCatalogue.AppPublished(expected, bob, APP_NAME);
        vm.expectEmit(address(registry));
        emit IAppCatalogue.VersionAdded(expected, 1, CONTENT, URI);
        vm.prank(bob);
        AppId id = registry.publishApp(APP_NAME, CONTENT, URI);

        _assertSame(id, expected);
        _assertSame(registry.appIdOf(bob, APP_NAME), expected);
        _assertApp(id, bob, address(0), 1);
        _assertVersion(id, 1, CONTENT, START, false, URI);
    }

    function test_XNODE_64_PublishApp_SameNameOfAnotherPublisherIsAnotherApp() public {
        vm.prank(bob);
        AppId id = registry.publishApp(APP_NAME, keccak256("bob's"), "");

        assertNotEq(AppId.unwrap(id), AppId.unwrap(app));
        _assertApp(app, publisher, address(0), 1);
        _assertVersion(app, 1, CONTENT, START, false, URI);
        _assertVersion(id, 1, keccak256("bob's"), START, false, "");
    }

    function test_RevertWhen_PublisherHasAnAppOfThisName() public {
        vm.expectRevert(abi.encodeWithSelector(IAppCatalogue.AppCatalogue_AppExists.selector, app));
        vm.prank(publisher);
        registry.publishApp(APP_NAME, CONTENT, URI);
    }

    function test_XNODE_64_RevertWhen_PublisherHandedTheNameOver() public {
        _handOver(bob);
        vm.expectRevert(abi.encodeWithSelector(IAppCatalogue.AppCatalogue_AppExists.selector, app));
        vm.prank(publisher);
        registry.publishApp(APP_NAME, CONTENT, URI);
    }

    function test_XNODE_15_RevertWhen_NameInvalid() public {
        string[7] memory names = [
            "",
            string(abi.encodePacked("tab\there")),
            string(abi.encodePacked("nul", bytes1(0))),
            string(abi.encodePacked("delete", bytes1(0x7F))),
            unicode"right to left \u202e",
            unicode"Оpen",
            "a name that is one byte longer than the sixty-four bytes allowed."
        ];
        uint256[7] memory places = [uint256(0), 3, 3, 6, 14, 0, 65];
        for (uint256 i = 0; i < names.length; ++i) {
            _expectInvalidName(bytes(names[i]).length, places[i]);
            registry.publishApp(names[i], CONTENT, URI);
        }
    }

    function testFuzz_XNODE_15_PublishApp_AcceptsExactlyPrintableNames(bytes calldata raw) public {
        string memory name = string(raw);
        uint256 place = 0;
        while (place < raw.length && uint8(raw[place]) >= 0x20 && uint8(raw[place]) <= 0x7E) ++place;
        bool valid = raw.length != 0 && raw.length <= 64 && place == raw.length;
        if (!valid) _expectInvalidName(raw.length, place);
        AppId id = registry.publishApp(name, CONTENT, URI);
        if (valid) assertEq(registry.getApp(id).name, name);
    }

    // Versions

    function test_XNODE_64_AddVersion_CountsOnAndKeepsTheOlder() public {
        vm.warp(START + 1 days);
        vm.expectEmit(address(registry));
        emit IAppCatalogue.VersionAdded(app, 2, keccak256("content 2"), "https://example.org/2");
        vm.prank(publisher);
        uint256 version = registry.addVersion(app, keccak256("content 2"), "https://example.org/2");

        assertEq(version, 2);
        _assertApp(app, publisher, address(0), 2);
        _assertVersion(app, 1, CONTENT, START, false, URI);
        _assertVersion(app, 2, keccak256("content 2"), START + 1 days, false, "https://example.org/2");
    }

    function test_AddVersion_UriOf256BytesIsTheLongest() public {
        string memory uri = _text(256);
        vm.startPrank(publisher);
        registry.addVersion(app, CONTENT, uri);
        assertEq(registry.getVersion(app, 2).uri, uri);
        uri = _text(257);
        vm.expectRevert(abi.encodeWithSelector(IAppCatalogue.AppCatalogue_InvalidUri.selector, 257, 257));
        registry.addVersion(app, CONTENT, uri);
    }

    function test_RevertWhen_UriHasOtherBytesThanPrintableAscii() public {
        string[4] memory uris = [
            string(abi.encodePacked("https://a\n")),
            string(abi.encodePacked(bytes1(0x1F))),
            string(abi.encodePacked("https://a", bytes1(0x7F))),
            unicode"https://ä"
        ];
        uint256[4] memory places = [uint256(9), 0, 9, 8];
        vm.startPrank(publisher);
        for (uint256 i = 0; i < uris.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IAppCatalogue.AppCatalogue_InvalidUri.selector, bytes(uris[i]).length, places[i])
            );
            registry.addVersion(app, CONTENT, uris[i]);
        }
    }

    function test_RevertWhen_ContentHashMissing() public {
        vm.startPrank(publisher);
        vm.expectRevert(abi.encodeWithSelector(IAppCatalogue.AppCatalogue_ContentHashMissing.selector, app));
        registry.addVersion(app, 0, URI);
        AppId other = registry.appIdOf(publisher, "Other");
        vm.expectRevert(abi.encodeWithSelector(IAppCatalogue.AppCatalogue_ContentHashMissing.selector, other));
        registry.publishApp("Other", 0, URI);
    }

    function test_XNODE_64_DeprecateVersion_MarksOneVersionForEver() public {
        vm.startPrank(publisher);
        registry.addVersion(app, keccak256("content 2"), "");
        vm.expectEmit(address(registry));
        emit IAppCatalogue.VersionDeprecated(app, 1);
        registry.deprecateVersion(app, 1);

        _assertVersion(app, 1, CONTENT, START, true, URI);
        assertFalse(registry.getVersion(app, 2).deprecated);
        vm.expectRevert(abi.encodeWithSelector(IAppCatalogue.AppCatalogue_AlreadyDeprecated.selector, app, 1));
        registry.deprecateVersion(app, 1);
    }

    function test_RevertWhen_VersionUnknown() public {
        vm.startPrank(publisher);
        _expectUnknown(app, 0, 1);
        registry.deprecateVersion(app, 0);
        _expectUnknown(app, 2, 1);
        registry.deprecateVersion(app, 2);
        _expectUnknown(app, 0, 1);
        registry.getVersion(app, 0);
        _expectUnknown(app, 2, 1);
        registry.getVersion(app, 2);
        _expectUnknown(AppId.wrap("none"), 1, 0);
        registry.getVersion(AppId.wrap("none"), 1);
    }

    // Publisher

    function test_XNODE_64_RevertWhen_CallerIsNotThePublisher() public {
        vm.startPrank(stranger);
        _expectNotPublisher(stranger, publisher);
        registry.addVersion(app, CONTENT, URI);
        _expectNotPublisher(stranger, publisher);
        registry.deprecateVersion(app, 1);
        _expectNotPublisher(stranger, publisher);
        registry.offerApp(app, stranger);
    }

    function test_RevertWhen_AppUnknown() public {
        AppId none = AppId.wrap("none");
        bytes memory unknown = abi.encodeWithSelector(IAppCatalogue.AppCatalogue_UnknownApp.selector, none);
        vm.expectRevert(unknown);
        registry.addVersion(none, CONTENT, URI);
        vm.expectRevert(unknown);
        registry.deprecateVersion(none, 1);
        vm.expectRevert(unknown);
        registry.offerApp(none, bob);
        vm.expectRevert(unknown);
        registry.getApp(none);
    }

    function test_XNODE_64_OfferApp_ChangesNothingUntilAccepted() public {
        vm.expectEmit(address(registry));
        emit IAppCatalogue.AppOffered(app, publisher, bob);
        vm.prank(publisher);
        registry.offerApp(app, bob);

        _assertApp(app, publisher, bob, 1);
        _expectNotPublisher(bob, publisher);
        vm.prank(bob);
        registry.addVersion(app, CONTENT, URI);
    }

    function test_XNODE_64_AcceptApp_HandsOverOnce() public {
        vm.prank(publisher);
        registry.offerApp(app, bob);
        vm.expectEmit(address(registry));
        emit IAppCatalogue.PublisherChanged(app, publisher, bob);
        vm.prank(bob);
        registry.acceptApp(app);

        _assertApp(app, bob, address(0), 1);
        _expectNotPublisher(publisher, bob);
        vm.prank(publisher);
        registry.addVersion(app, CONTENT, URI);
        _expectNotOffered(app, bob, address(0));
        vm.prank(bob);
        registry.acceptApp(app);
    }

    function test_XNODE_64_RevertWhen_AppNotOfferedToCaller() public {
        _expectNotOffered(app, bob, address(0));
        vm.prank(bob);
        registry.acceptApp(app);
        vm.prank(publisher);
        registry.offerApp(app, bob);
        _expectNotOffered(app, stranger, bob);
        vm.prank(stranger);
        registry.acceptApp(app);
        vm.prank(publisher);
        registry.offerApp(app, address(0));
        _expectNotOffered(app, bob, address(0));
        vm.prank(bob);
        registry.acceptApp(app);
        _expectNotOffered(AppId.wrap("none"), bob, address(0));
        vm.prank(bob);
        registry.acceptApp(AppId.wrap("none"));
    }

    function test_Multicall_PublishesAndDeprecatesAtOnce() public {
        AppId id = registry.appIdOf(bob, "Batch");
        bytes[] memory calls = new bytes[](3);
        calls[0] = abi.encodeCall(registry.publishApp, ("Batch", CONTENT, URI));
        calls[1] = abi.encodeCall(registry.addVersion, (id, keccak256("content 2"), URI));
        calls[2] = abi.encodeCall(registry.deprecateVersion, (id, 1));
        vm.prank(bob);
        registry.multicall(calls);

        assertTrue(registry.getVersion(id, 1).deprecated);
        assertFalse(registry.getVersion(id, 2).deprecated);
    }

    // Helpers

    function _handOver(address to) private {
        vm.prank(publisher);
        registry.offerApp(app, to);
        vm.prank(to);
        registry.acceptApp(app);
    }

    function _text(uint256 length) private pure returns (string memory) {
        bytes memory raw = new bytes(length);
        for (uint256 i = 0; i < length; ++i) raw[i] = bytes1(uint8(0x20 + (i % 95)));
        return string(raw);
    }

    function _expectInvalidName(uint256 length, uint256 place) private {
        vm.expectRevert(abi.encodeWithSelector(IAppCatalogue.AppCatalogue_InvalidName.selector, length, place));
    }

    function _expectUnknown(AppId id, uint256 version, uint256 versionCount) private {
        vm.expectRevert(
            abi.encodeWithSelector(IAppCatalogue.AppCatalogue_UnknownVersion.selector, id, version, versionCount)
        );
    }

    function _expectNotPublisher(address caller, address publisher_) private {
        vm.expectRevert(
            abi.encodeWithSelector(IAppCatalogue.AppCatalogue_NotPublisher.selector, app, caller, publisher_)
        );
    }

    function _expectNotOffered(AppId id, address caller, address offeredTo) private {
        vm.expectRevert(abi.encodeWithSelector(IAppCatalogue.AppCatalogue_NotOffered.selector, id, caller, offeredTo));
    }

    function _assertSame(AppId a, AppId b) private pure {
        assertEq(AppId.unwrap(a), AppId.unwrap(b));
    }

    function _assertApp(AppId id, address publisher_, address offeredTo, uint256 versionCount) private view {
        IAppCatalogue.App memory a = registry.getApp(id);
        assertEq(a.publisher, publisher_);
        assertEq(a.offeredTo, offeredTo);
        assertEq(a.versionCount, versionCount);
        assertEq(a.name, APP_NAME);
    }

    function _assertVersion(
        AppId id,
        uint256 version,
        bytes32 contentHash,
        uint256 publishedAt,
        bool deprecated,
        string memory uri
    ) private view {
        IAppCatalogue.AppVersion memory v = registry.getVersion(id, version);
        assertEq(v.contentHash, contentHash);
        assertEq(v.publishedAt, publishedAt);
        assertEq(v.deprecated, deprecated);
        assertEq(v.uri, uri);
    }
}
