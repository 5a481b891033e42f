// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AppId} from "../types/AppId.sol";

/// @title App catalogue
/// @notice Apps that units can run. Anyone publishes; an app belongs to its publisher, and its versions are for ever.
/// @dev A listing vouches for nothing: names are free text of a stranger, unique per publisher only. What identifies a
/// version is its content hash; the URI says where somebody once found that content.
interface IAppCatalogue {
    /// @notice An app as it is now.
    /// @param publisher Who can add versions, deprecate them and hand the app over.
    /// @param offeredTo Who can take the app over now; zero for nobody.
    /// @param versionCount Number of its latest version; versions are numbered from 1.
    /// @param name Printable ASCII, 1 to 64 bytes, for ever.
    struct App {
        address publisher;
        address offeredTo;
        uint256 versionCount;
        string name;
    }

    /// @notice A version of an app.
    /// @param contentHash Hash of what the version consists of, not zero, for ever.
    /// @param publishedAt Unix time of its publication.
    /// @param deprecated Whether its publisher advises against it.
    /// @param uri Where the content is found, printable ASCII, at most 256 bytes, for ever.
    struct AppVersion {
        bytes32 contentHash;
        uint40 publishedAt;
        bool deprecated;
        string uri;
    }

    /// @notice This publisher has published an app of this name before.
    /// @dev Fix: add a version to it, or choose another name.
    /// @param app The app.
    error AppCatalogue_AppExists(AppId app);

    /// @notice No app has this id.
    /// @dev Fix: compute the id with `appIdOf` from the app's first publisher and its name, or find it by `listApps`.
    /// @param app The id given.
    error AppCatalogue_UnknownApp(AppId app);

    /// @notice The app has no version of this number.
    /// @dev Fix: use a number from 1 to `versionCount`; when that is 0, no app has this id.
    /// @param app The app.
    /// @param version The number given.
    /// @param versionCount Number of its latest version.
    error AppCatalogue_UnknownVersion(AppId app, uint256 version, uint256 versionCount);

    /// @notice Only the publisher of an app can do this.
    /// @dev Fix: call from `publisher`.
    /// @param app The app.
    /// @param caller The caller.
    /// @param publisher Its publisher.
    error AppCatalogue_NotPublisher(AppId app, address caller, address publisher);

    /// @notice The app is not offered to the caller.
    /// @dev Fix: call from `offeredTo`, or let the publisher offer the app again.
    /// @param app The app.
    /// @param caller The caller.
    /// @param offeredTo Who can take it over; zero for nobody.
    error AppCatalogue_NotOffered(AppId app, address caller, address offeredTo);

    /// @notice The name of an app is empty, too long, or has other bytes than printable ASCII.
    /// @dev Fix: give a name of 1 to 64 bytes, each from 0x20 to 0x7E.
    /// @param length Bytes of the name given.
    /// @param place Place of the first other byte, counted from 0; `length` when there is none.
    error AppCatalogue_InvalidName(uint256 length, uint256 place);

    /// @notice A URI is too long, or has other bytes than printable ASCII.
    /// @dev Fix: give a URI of at most 256 bytes, each from 0x20 to 0x7E; percent-encode everything else.
    /// @param length Bytes of the URI given.
    /// @param place Place of the first other byte, counted from 0; `length` when there is none.
    error AppCatalogue_InvalidUri(uint256 length, uint256 place);

    /// @notice The version has no content hash.
    /// @dev Fix: give the hash of what the version consists of.
    /// @param app The app.
    error AppCatalogue_ContentHashMissing(AppId app);

    /// @notice The version was deprecated before.
    /// @dev Fix: nothing; a deprecation is for ever.
    /// @param app The app.
    /// @param version The version.
    error AppCatalogue_AlreadyDeprecated(AppId app, uint256 version);

    /// @notice An app was published; its first version follows.
    event AppPublished(AppId indexed app, address indexed publisher, string name);

    /// @notice A version was added to an app.
    event VersionAdded(AppId indexed app, uint256 indexed version, bytes32 indexed contentHash, string uri);

    /// @notice The publisher advises against a version from now on.
    event VersionDeprecated(AppId indexed app, uint256 indexed version);

    /// @notice An app was offered to somebody; a later offer replaces this one.
    /// @param app The app.
    /// @param publisher Its publisher.
    /// @param offeredTo Who can take it over; zero for nobody.
    event AppOffered(AppId indexed app, address indexed publisher, address indexed offeredTo);

    /// @notice An app has another publisher. The offer is used up.
    event PublisherChanged(AppId indexed app, address indexed oldPublisher, address indexed newPublisher);

    /// @notice Publishes an app with its version 1. Anyone, for itself.
    /// @param name Printable ASCII, 1 to 64 bytes; not yet used by the caller.
    /// @param contentHash Hash of what version 1 consists of, not zero.
    /// @param uri Where the content is found, printable ASCII, at most 256 bytes, may be empty.
    /// @return app Its id.
    function publishApp(string calldata name, bytes32 contentHash, string calldata uri) external returns (AppId app);

    /// @notice Adds a version to an app. Only its publisher.
    /// @dev Changes no unit: each owner or tenant deploys the new version when it wants to.
    /// @param app The app.
    /// @param contentHash Hash of what the version consists of, not zero.
    /// @param uri Where the content is found, printable ASCII, at most 256 bytes, may be empty.
    /// @return version Its number.
    function addVersion(AppId app, bytes32 contentHash, string calldata uri) external returns (uint256 version);

    /// @notice Advises against a version, for ever. Only the publisher.
    /// @dev Advice, not force: it can still be deployed, else a publisher could keep an owner from changing the
    /// configuration of what is running.
    /// @param app The app.
    /// @param version The version.
    function deprecateVersion(AppId app, uint256 version) external;

    /// @notice Offers an app to another publisher, who has to accept. Only the publisher.
    /// @param app The app.
    /// @param to Who can take it over; zero takes an offer back.
    function offerApp(AppId app, address to) external;

    /// @notice Takes over an app that was offered to the caller. Its id and name stay.
    /// @param app The app.
    function acceptApp(AppId app) external;

    /// @notice The id of the app that `publisher` published, or would publish, under `name`.
    function appIdOf(address publisher, string calldata name) external pure returns (AppId);

    /// @notice Everything known of an app.
    function getApp(AppId app) external view returns (App memory);

    /// @notice Everything known of version number `version` of an app.
    function getVersion(AppId app, uint256 version) external view returns (AppVersion memory);
}
