// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Vm.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IAppCatalogue} from "../../../contracts/xnode/interfaces/IAppCatalogue.sol";
import {IERC4907} from "../../../contracts/xnode/interfaces/IERC4907.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeRegistry} from "../../../contracts/xnode/interfaces/IXnodeRegistry.sol";
import {AppId} from "../../../contracts/xnode/types/AppId.sol";
import {AnyRoots} from "../../helpers/AnyRoots.sol";
import {RegistryFixture} from "../../helpers/RegistryFixture.sol";

/// @dev A stranger who reads the events of registry and units, and the times of their blocks, and asks no view.
contract XnodeRegistryEventsTest is RegistryFixture {
    struct UnitBook {
        address owner;
        address tenant;
        uint256 tenantUntil;
        uint256 expiry;
        IXnodeRegistry.Host host;
        IXnodeRegistry.Deployment deployment;
        IXnodeRegistry.Report report;
        IXnodeRegistry.Attestation attestation;
    }

    mapping(uint256 unit => UnitBook) private _books;
    mapping(bytes32 app => IAppCatalogue.App) private _apps;
    mapping(bytes32 app => mapping(uint256 version => IAppCatalogue.AppVersion)) private _versions;
    address private _attester;
    uint256[2] private _units;
    // Both have every round, of one leaf: what was found last.
    AnyRoots[2] private _attesters;

    function setUp() public override {
        vm.recordLogs();
        super.setUp();
        IXnodeOne.SeriesParams memory p = seriesParams();
        // Short, so that units expire during a run.
        p.termDays = 31;
        vm.prank(timelock);
        series = xnode.createSeries(p);
        _units = [activatedTo(alice), activatedTo(bob)];
        _attesters = [new AnyRoots(), new AnyRoots()];
        _read();
    }

    function testFuzz_XNODE_65_EventsTellEverything(uint256 seed) public {
        for (uint256 step = 0; step < 48; ++step) {
            seed = uint256(keccak256(abi.encode(seed)));
            unit = _units[(seed >> 8) % 2];
            if (seed % 3 == 0) _actOnCatalogue(seed >> 16);
            else if (seed % 3 == 1) _actOnUnit(seed >> 16);
            else _actAround(seed >> 16);
            _read();
        }
        assertEq(registry.attester(), _attester);
        for (uint256 i = 0; i < 2; ++i) _checkUnit(_units[i]);
        _checkApp(registry.appIdOf(publisher, APP_NAME));
        _checkApp(registry.appIdOf(publisher, "Other"));
        _checkApp(registry.appIdOf(bob, APP_NAME));
        _checkApp(registry.appIdOf(bob, "Other"));
    }

    // The story. What is refused tells nothing.

    function _actOnCatalogue(uint256 seed) private {
        address by = seed % 2 == 0 ? publisher : bob;
        string memory name = (seed >> 1) % 2 == 0 ? APP_NAME : "Other";
        AppId id = registry.appIdOf((seed >> 2) % 2 == 0 ? publisher : bob, name);
        uint256 choice = (seed >> 8) % 5;
        if (choice == 0) _call(by, abi.encodeCall(registry.publishApp, (name, CONTENT, URI)));
        if (choice == 1) _call(by, abi.encodeCall(registry.addVersion, (id, bytes32(seed | 1), vm.toString(seed))));
        if (choice == 2) _call(by, abi.encodeCall(registry.deprecateVersion, (id, (seed >> 16) % 4)));
        if (choice == 3) _call(by, abi.encodeCall(registry.offerApp, (id, (seed >> 16) % 3 == 0 ? publisher : bob)));
        if (choice == 4) _call(by, abi.encodeCall(registry.acceptApp, (id)));
    }

    function _actOnUnit(uint256 seed) private {
        address by = seed % 4 == 0 ? tenant : xnode.ownerOf(unit);
        uint256 choice = (seed >> 8) % 5;
        if (choice == 0) {
            address key = (seed >> 16) % 4 == 0 ? address(0) : hostKey;
            _call(by, abi.encodeCall(registry.setHost, (unit, key, vm.toString(seed % 100))));
        } else if (choice < 3) {
            _call(by, abi.encodeCall(registry.deploy, (unit, app, uint64(1 + ((seed >> 16) % 2)), bytes32(seed))));
        } else if (choice == 3) {
            _call(by, abi.encodeCall(registry.undeploy, (unit)));
        } else {
            _report(uint64((seed >> 16) % (uint256(registry.deploymentOf(unit).generation) + 1)));
        }
    }

    function _actAround(uint256 seed) private {
        uint256 choice = seed % 6;
        address owner = xnode.ownerOf(unit);
        if (choice == 0) {
            vm.warp(block.timestamp + ((seed >> 8) % 12 days));
        } else if (choice == 1) {
            transferTo((seed >> 8) % 2 == 0 ? alice : bob);
        } else if (choice == 2) {
            address user = (seed >> 8) % 4 == 0 ? address(0) : tenant;
            uint256 until = block.timestamp + ((seed >> 16) % 20 days);
            vm.prank(owner);
            (bool ok, ) = address(xnode).call(abi.encodeCall(xnode.setUser, (unit, user, uint64(until))));
            ok;
        } else if (choice == 3) {
            vm.prank(address(sale));
            (bool ok, ) = address(xnode).call(abi.encodeCall(xnode.renew, (unit)));
            ok;
        } else if (choice == 4) {
            _call(timelock, abi.encodeCall(registry.setAttester, (address(_attesters[(seed >> 8) % 2]))));
        } else {
            IXnodeRegistry.Finding memory finding = IXnodeRegistry.Finding(
                unit,
                bytes32(seed),
                (seed >> 8) % 2 == 0,
                uint64(seed)
            );
            uint64 round = uint64(1 + ((seed >> 16) % 8));
            for (uint256 i = 0; i < 2; ++i) _attesters[i].set(round, leafOf(finding));
            _call(stranger, abi.encodeCall(registry.prove, (round, finding, new bytes32[](0))));
        }
    }

    function _report(uint64 generation) private {
        uint40 time = uint40(block.timestamp);
        bytes memory signature = signReport(hostSecret, unit, generation, time, time);
        _call(stranger, abi.encodeCall(registry.report, (unit, generation, STATE, time, time, signature)));
    }

    function _call(address by, bytes memory data) private {
        vm.prank(by);
        (bool ok, ) = address(registry).call(data);
        ok;
    }

    // The reading

    function _read() private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter == address(xnode)) _readUnits(logs[i].topics, logs[i].data);
            if (logs[i].emitter != address(registry)) continue;
            _readCatalogue(logs[i].topics, logs[i].data);
            _readRegistry(logs[i].topics, logs[i].data);
        }
    }

    function _readUnits(bytes32[] memory topics, bytes memory data) private {
        if (topics[0] == IERC721.Transfer.selector) {
            _books[uint256(topics[3])].owner = _account(topics[2]);
        } else if (topics[0] == IERC4907.UpdateUser.selector) {
            UnitBook storage book = _books[uint256(topics[1])];
            (book.tenant, book.tenantUntil) = (_account(topics[2]), abi.decode(data, (uint64)));
        } else if (topics[0] == IXnodeOne.UnitActivated.selector) {
            _books[uint256(topics[1])].expiry = abi.decode(data, (uint256));
        } else if (topics[0] == IXnodeOne.UnitRenewed.selector) {
            (, _books[uint256(topics[1])].expiry) = abi.decode(data, (uint256, uint256));
        }
    }

    function _readCatalogue(bytes32[] memory topics, bytes memory data) private {
        IAppCatalogue.App storage a = _apps[topics.length > 1 ? topics[1] : bytes32(0)];
        if (topics[0] == IAppCatalogue.AppPublished.selector) {
            (a.publisher, a.name) = (_account(topics[2]), abi.decode(data, (string)));
        } else if (topics[0] == IAppCatalogue.VersionAdded.selector) {
            a.versionCount = uint256(topics[2]);
            _versions[topics[1]][a.versionCount] = IAppCatalogue.AppVersion(
                topics[3],
                uint40(block.timestamp),
                false,
                abi.decode(data, (string))
            );
        } else if (topics[0] == IAppCatalogue.VersionDeprecated.selector) {
            _versions[topics[1]][uint256(topics[2])].deprecated = true;
        } else if (topics[0] == IAppCatalogue.AppOffered.selector) {
            a.offeredTo = _account(topics[3]);
        } else if (topics[0] == IAppCatalogue.PublisherChanged.selector) {
            (a.publisher, a.offeredTo) = (_account(topics[3]), address(0));
        }
    }

    function _readRegistry(bytes32[] memory topics, bytes memory data) private {
        uint40 time = uint40(block.timestamp);
        UnitBook storage book = _books[uint256(topics[1])];
        if (topics[0] == IXnodeRegistry.HostSet.selector) {
            (address holder, string memory endpoint) = abi.decode(data, (address, string));
            book.host = IXnodeRegistry.Host(_account(topics[3]), holder, time, false, endpoint);
        } else if (topics[0] == IXnodeRegistry.Deployed.selector) {
            IXnodeRegistry.Deployment storage d = book.deployment;
            (d.app, d.holder, d.deployedAt) = (AppId.wrap(topics[2]), _account(topics[3]), time);
            (d.generation, d.version, d.configHash) = abi.decode(data, (uint64, uint64, bytes32));
        } else if (topics[0] == IXnodeRegistry.Reported.selector) {
            IXnodeRegistry.Report storage r = book.report;
            r.hostKey = _account(topics[2]);
            (r.generation, r.stateHash, r.reportedAt, , ) = abi.decode(data, (uint64, bytes32, uint40, uint256, bytes));
        } else if (topics[0] == IXnodeRegistry.Attested.selector) {
            IXnodeRegistry.Attestation storage a = book.attestation;
            (a.attester, a.round, a.provenAt) = (_account(topics[2]), uint64(uint256(topics[3])), time);
            (a.configHash, a.reachable, a.checkedAtBlock) = abi.decode(data, (bytes32, bool, uint64));
        } else if (topics[0] == IXnodeRegistry.AttesterSet.selector) {
            _attester = _account(topics[2]);
        }
    }

    // The comparison

    function _checkUnit(uint256 id) private view {
        UnitBook storage book = _books[id];
        IXnodeRegistry.Host memory host = book.host;
        host.current = _holds(book, host.holder);
        assertEq(abi.encode(registry.hostOf(id)), abi.encode(host));
        IXnodeRegistry.Deployment memory deployment = book.deployment;
        deployment.current = _holds(book, deployment.holder);
        assertEq(abi.encode(registry.deploymentOf(id)), abi.encode(deployment));
        IXnodeRegistry.Report memory report = book.report;
        report.current =
            report.hostKey != address(0) &&
            report.hostKey == host.key &&
            report.reportedAt >= host.setAt &&
            host.current;
        assertEq(abi.encode(registry.reportOf(id)), abi.encode(report));
        assertEq(abi.encode(registry.attestationOf(id)), abi.encode(book.attestation));

        (string memory name, uint64 version, uint64 generation) = registry.runningOn(id);
        bool runs = deployment.version != 0 && deployment.current && block.timestamp < book.expiry;
        assertEq(name, runs ? _apps[AppId.unwrap(deployment.app)].name : "");
        assertEq(version, runs ? deployment.version : 0);
        assertEq(generation, runs ? deployment.generation : 0);
    }

    function _checkApp(AppId id) private {
        IAppCatalogue.App memory a = _apps[AppId.unwrap(id)];
        if (a.publisher == address(0)) {
            vm.expectRevert(abi.encodeWithSelector(IAppCatalogue.AppCatalogue_UnknownApp.selector, id));
            registry.getApp(id);
            return;
        }
        assertEq(abi.encode(registry.getApp(id)), abi.encode(a));
        for (uint256 v = 1; v <= a.versionCount; ++v) {
            assertEq(abi.encode(registry.getVersion(id, v)), abi.encode(_versions[AppId.unwrap(id)][v]));
        }
    }

    function _holds(UnitBook storage book, address account) private view returns (bool) {
        bool isTenant = account == book.tenant && block.timestamp < book.tenantUntil;
        return account != address(0) && (account == book.owner || isTenant);
    }

    function _account(bytes32 topic) private pure returns (address) {
        return address(uint160(uint256(topic)));
    }
}
