// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PrintableName} from "../common/PrintableName.sol";
import {IAppCatalogue} from "./interfaces/IAppCatalogue.sol";
import {AppId, appIdOf as computeAppId} from "./types/AppId.sol";

abstract contract AppCatalogue is IAppCatalogue {
    struct AppRecord {
        address publisher;
        // As wide as a deployment stores it.
        uint24 versionCount;
        address offeredTo;
        string name;
    }

    uint256 public constant MAX_URI_LENGTH = 256;

    mapping(AppId app => AppRecord) private _apps;
    mapping(AppId app => mapping(uint256 version => AppVersion)) private _versions;

    /// @inheritdoc IAppCatalogue
    function publishApp(string calldata name, bytes32 contentHash, string calldata uri) external returns (AppId app) {
        require(
            PrintableName.isName(name),
            AppCatalogue_InvalidName(bytes(name).length, PrintableName.firstUnprintable(name))
        );
        app = computeAppId(msg.sender, name);
        AppRecord storage record = _apps[app];
        require(record.publisher == address(0), AppCatalogue_AppExists(app));

        record.publisher = msg.sender;
        record.name = name;
        emit AppPublished(app, msg.sender, name);
        _addVersion(app, record, contentHash, uri);
    }

    /// @inheritdoc IAppCatalogue
    function addVersion(AppId app, bytes32 contentHash, string calldata uri) external returns (uint256 version) {
        return _addVersion(app, _published(app), contentHash, uri);
    }

    /// @inheritdoc IAppCatalogue
    function deprecateVersion(AppId app, uint256 version) external {
        _checkVersion(app, version, _published(app).versionCount);
        AppVersion storage v = _versions[app][version];
        require(!v.deprecated, AppCatalogue_AlreadyDeprecated(app, version));
        v.deprecated = true;
        emit VersionDeprecated(app, version);
    }

    /// @inheritdoc IAppCatalogue
    function offerApp(AppId app, address to) external {
        _published(app).offeredTo = to;
        emit AppOffered(app, msg.sender, to);
    }

    /// @inheritdoc IAppCatalogue
    function acceptApp(AppId app) external {
        AppRecord storage record = _apps[app];
        (address publisher, address offeredTo) = (record.publisher, record.offeredTo);
        require(msg.sender == offeredTo, AppCatalogue_NotOffered(app, msg.sender, offeredTo));
        (record.publisher, record.offeredTo) = (msg.sender, address(0));
        emit PublisherChanged(app, publisher, msg.sender);
    }

    /// @inheritdoc IAppCatalogue
    function appIdOf(address publisher, string calldata name) external pure returns (AppId) {
        return computeAppId(publisher, name);
    }

    /// @inheritdoc IAppCatalogue
    function getApp(AppId app) external view returns (App memory) {
        AppRecord storage record = _apps[app];
        require(record.publisher != address(0), AppCatalogue_UnknownApp(app));
        return App(record.publisher, record.offeredTo, record.versionCount, record.name);
    }

    /// @inheritdoc IAppCatalogue
    function getVersion(AppId app, uint256 version) external view returns (AppVersion memory) {
        _checkVersionExists(app, version);
        return _versions[app][version];
    }

    function _checkVersionExists(AppId app, uint256 version) internal view {
        _checkVersion(app, version, _apps[app].versionCount);
    }

    /// @dev Empty for an app that does not exist.
    function _nameOf(AppId app) internal view returns (string memory) {
        return _apps[app].name;
    }

    function _addVersion(
        AppId app,
        AppRecord storage record,
        bytes32 contentHash,
        string calldata uri
    ) private returns (uint256 version) {
        require(contentHash != 0, AppCatalogue_ContentHashMissing(app));
        (uint256 length, uint256 place) = (bytes(uri).length, PrintableName.firstUnprintable(uri));
        require(length <= MAX_URI_LENGTH && place == length, AppCatalogue_InvalidUri(length, place));
        version = ++record.versionCount;
        _versions[app][version] = AppVersion(contentHash, uint40(block.timestamp), false, uri);
        emit VersionAdded(app, version, contentHash, uri);
    }

    function _published(AppId app) private view returns (AppRecord storage record) {
        record = _apps[app];
        address publisher = record.publisher;
        require(publisher != address(0), AppCatalogue_UnknownApp(app));
        require(msg.sender == publisher, AppCatalogue_NotPublisher(app, msg.sender, publisher));
    }

    function _checkVersion(AppId app, uint256 version, uint256 versionCount) private pure {
        require(version != 0 && version <= versionCount, AppCatalogue_UnknownVersion(app, version, versionCount));
    }
}
