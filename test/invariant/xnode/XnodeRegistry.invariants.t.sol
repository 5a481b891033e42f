// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CommonBase} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Base.sol";
import {StdUtils} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/StdUtils.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

import {XnodeOne} from "../../../contracts/xnode/XnodeOne.sol";
import {XnodeRegistry} from "../../../contracts/xnode/XnodeRegistry.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeRegistry} from "../../../contracts/xnode/interfaces/IXnodeRegistry.sol";
import {AppId} from "../../../contracts/xnode/types/AppId.sol";
import {RegistryFixture} from "../../helpers/RegistryFixture.sol";

/// @dev In this file because the fuzzer knows the contracts of the test's own file only.
/// Keeps its own book of owners, tenants and approvals, and from it says beforehand whether a call has to pass.
contract RegistryHandler is CommonBase, StdUtils {
    struct Ghost {
        address owner;
        address tenant;
        uint256 tenantUntil;
        address approved;
        uint256 generation;
        uint256 version;
        address deployedFor;
        address hostKey;
        address hostFor;
        uint256 hostSetAt;
        uint256 reportedAt;
        uint256 reportedGeneration;
        address reportedBy;
    }

    uint256 internal constant HOSTS = 3;

    XnodeOne internal immutable xnode;
    XnodeRegistry internal immutable registry;
    AppId internal immutable app;
    bytes32 internal immutable domainSeparator;
    address internal immutable renewer;

    uint256[] public units;
    // Owners, tenants and approved come from the first `people`; the others have no business with any unit.
    address[] public callers;
    uint256 internal immutable people;
    mapping(uint256 unit => Ghost) private _ghosts;
    mapping(address owner => mapping(address operator => bool)) private _operators;
    uint256 public trespasses;
    uint256 public refusals;

    constructor(
        XnodeOne xnode_,
        XnodeRegistry registry_,
        AppId app_,
        bytes32 domainSeparator_,
        uint256[] memory units_,
        address[] memory callers_,
        uint256 people_,
        address renewer_
    ) {
        (xnode, registry, app, domainSeparator, renewer) = (xnode_, registry_, app_, domainSeparator_, renewer_);
        (units, callers, people) = (units_, callers_, people_);
        for (uint256 i = 0; i < units.length; ++i) _ghosts[units[i]].owner = xnode.ownerOf(units[i]);
        for (uint256 i = 0; i < HOSTS; ++i) callers.push(vm.addr(_secret(i)));
    }

    function ghostOf(uint256 unit) external view returns (Ghost memory) {
        return _ghosts[unit];
    }

    function unitCount() external view returns (uint256) {
        return units.length;
    }

    function setHost(uint256 caller, uint256 unit, uint256 key, bool none) external {
        (address by, Ghost storage g) = (_caller(caller), _ghost(unit));
        (unit, none) = (_unit(unit), none && key % 4 == 0);
        address hostKey = none ? address(0) : vm.addr(_secret(key));
        address holder = _holderFor(unit, by);
        vm.prank(by);
        try registry.setHost(unit, hostKey, "https://host") {
            _passed(holder != address(0));
            (g.hostKey, g.hostFor, g.hostSetAt) = (hostKey, holder, block.timestamp);
        } catch {
            _refused(holder != address(0));
        }
    }

    function deploy(uint256 caller, uint256 unit, uint256 version, bool batched) external {
        (address by, Ghost storage g) = (_caller(caller), _ghost(unit));
        (unit, version) = (_unit(unit), bound(version, 0, 3));
        address holder = _holderFor(unit, by);
        // The app has the versions 1 and 2.
        bool allowed = holder != address(0) && version != 0 && version < 3;
        bytes[] memory calls = new bytes[](1);
        calls[0] = abi.encodeCall(registry.deploy, (unit, app, uint64(version), "config"));
        vm.prank(by);
        (bool passed, ) = address(registry).call(batched ? abi.encodeCall(registry.multicall, (calls)) : calls[0]);
        if (passed) {
            _passed(allowed);
            (g.generation, g.version, g.deployedFor) = (g.generation + 1, version, holder);
        } else {
            _refused(allowed);
        }
    }

    function undeploy(uint256 caller, uint256 unit) external {
        (address by, Ghost storage g) = (_caller(caller), _ghost(unit));
        unit = _unit(unit);
        address holder = _holderFor(unit, by);
        vm.prank(by);
        try registry.undeploy(unit) {
            _passed(holder != address(0));
            (g.generation, g.version, g.deployedFor) = (g.generation + 1, 0, holder);
        } catch {
            _refused(holder != address(0));
        }
    }

    function report(uint256 key, uint256 unit, uint64 generation, uint40 reportedAt, bool byHost) external {
        Ghost storage g = _ghost(unit);
        unit = _unit(unit);
        generation = uint64(bound(generation, 0, g.generation + 1));
        reportedAt = uint40(bound(reportedAt, block.timestamp - 1 hours, block.timestamp + 10));
        if (reportedAt % 4 == 0) reportedAt = uint40(g.reportedAt);
        uint256 secret = _secret(key);
        for (uint256 i = 0; byHost && i < HOSTS; ++i) {
            if (vm.addr(_secret(i)) == g.hostKey) secret = _secret(i);
        }
        address signer = vm.addr(secret);
        bool allowed =
            signer == g.hostKey &&
                _holds(g, g.hostFor) &&
                generation <= g.generation &&
                reportedAt > g.reportedAt &&
                reportedAt >= g.hostSetAt &&
                reportedAt <= block.timestamp;
        bytes memory signature = _sign(secret, unit, generation, reportedAt);
        try registry.report(unit, generation, "state", reportedAt, block.timestamp, signature) {
            _passed(allowed);
            (g.reportedAt, g.reportedGeneration, g.reportedBy) = (reportedAt, generation, signer);
        } catch {
            _refused(allowed);
        }
    }

    function transfer(uint256 unit, uint256 to) external {
        Ghost storage g = _ghost(unit);
        address receiver = _person(to);
        vm.prank(g.owner);
        xnode.transferFrom(g.owner, receiver, _unit(unit));
        (g.owner, g.tenant, g.tenantUntil, g.approved) = (receiver, address(0), 0, address(0));
    }

    function rent(uint256 unit, uint256 user, uint256 expires) external {
        Ghost storage g = _ghost(unit);
        unit = _unit(unit);
        expires = bound(expires, block.timestamp, xnode.expiryOf(unit) + 2 days);
        vm.prank(g.owner);
        try xnode.setUser(unit, _person(user), uint64(expires)) {
            (g.tenant, g.tenantUntil) = (_person(user), expires);
        } catch {}
    }

    function evict(uint256 unit) external {
        Ghost storage g = _ghost(unit);
        vm.prank(g.owner);
        xnode.setUser(_unit(unit), address(0), 0);
        (g.tenant, g.tenantUntil) = (address(0), 0);
    }

    function approve(uint256 unit, uint256 to) external {
        Ghost storage g = _ghost(unit);
        vm.prank(g.owner);
        xnode.approve(_person(to), _unit(unit));
        g.approved = _person(to);
    }

    function setOperator(uint256 owner, uint256 operator, bool approved) external {
        vm.prank(_person(owner));
        xnode.setApprovalForAll(_person(operator), approved);
        _operators[_person(owner)][_person(operator)] = approved;
    }

    function renew(uint256 unit) external {
        vm.prank(renewer);
        try xnode.renew(_unit(unit)) {} catch {}
    }

    function pass(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 1, 15 days));
    }

    /// @dev Whether the book says that `account` is owner or tenant now.
    function holds(uint256 unit, address account) external view returns (bool) {
        return _holds(_ghosts[unit], account);
    }

    function _holds(Ghost storage g, address account) private view returns (bool) {
        return
            account != address(0) && (account == g.owner || (account == g.tenant && block.timestamp < g.tenantUntil));
    }

    /// @dev For whom `caller` may act on the unit; zero when it may not.
    function _holderFor(uint256 unit, address caller) private view returns (address) {
        Ghost storage g = _ghosts[unit];
        if (block.timestamp >= xnode.expiryOf(unit)) return address(0);
        if (_holds(g, caller)) return caller;
        return caller == g.approved || _operators[g.owner][caller] ? g.owner : address(0);
    }

    function _passed(bool allowed) private {
        if (!allowed) ++trespasses;
    }

    function _refused(bool allowed) private {
        if (allowed) ++refusals;
    }

    function _sign(
        uint256 secret,
        uint256 unit,
        uint64 generation,
        uint40 reportedAt
    ) private view returns (bytes memory) {
        bytes32 structHash = keccak256(
            abi.encode(registry.REPORT_TYPEHASH(), unit, generation, bytes32("state"), reportedAt, block.timestamp)
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(
            secret,
            MessageHashUtils.toTypedDataHash(domainSeparator, structHash)
        );
        return abi.encodePacked(r, s, v);
    }

    function _secret(uint256 seed) private pure returns (uint256) {
        return 0xC0FFEE + (seed % HOSTS);
    }

    /// @dev Two of three calls come from people, who may have the right or not.
    function _caller(uint256 seed) private view returns (address) {
        return seed % 3 == 0 ? callers[(seed / 3) % callers.length] : _person(seed / 3);
    }

    function _person(uint256 seed) private view returns (address) {
        return callers[seed % people];
    }

    function _unit(uint256 seed) private view returns (uint256) {
        return units[seed % units.length];
    }

    function _ghost(uint256 seed) private view returns (Ghost storage) {
        return _ghosts[_unit(seed)];
    }
}

contract XnodeRegistryInvariants is RegistryFixture {
    RegistryHandler internal handler;

    function setUp() public override {
        super.setUp();
        vm.prank(publisher);
        registry.addVersion(app, keccak256("content 2"), URI);
        IXnodeOne.SeriesParams memory p = seriesParams();
        // Short, so that units expire during a run.
        p.termDays = 31;
        vm.prank(timelock);
        series = xnode.createSeries(p);
        uint256[] memory units = new uint256[](2);
        (units[0], units[1]) = (activatedTo(alice), activatedTo(bob));
        address[] memory callers = new address[](9);
        (callers[0], callers[1], callers[2], callers[3]) = (alice, bob, tenant, stranger);
        (callers[4], callers[5], callers[6]) = (timelock, locker, publisher);
        (callers[7], callers[8]) = (address(xnode), address(registry));
        handler = new RegistryHandler(xnode, registry, app, domainSeparator(), units, callers, 4, address(sale));
        targetContract(address(handler));
    }

    function invariant_XNODE_60_I1_OnlyHoldersAndTheirApprovedChangeWhatAUnitRuns() public view {
        assertEq(handler.trespasses(), 0);
        for (uint256 i = 0; i < handler.unitCount(); ++i) {
            uint256 id = handler.units(i);
            RegistryHandler.Ghost memory g = handler.ghostOf(id);
            IXnodeRegistry.Deployment memory d = registry.deploymentOf(id);
            assertEq(d.generation, g.generation);
            assertEq(d.version, g.version);
            assertEq(d.holder, g.deployedFor);
            IXnodeRegistry.Host memory h = registry.hostOf(id);
            assertEq(h.key, g.hostKey);
            assertEq(h.holder, g.hostFor);
        }
    }

    function invariant_I2_NobodyWithTheRightIsRefused() public view {
        assertEq(handler.refusals(), 0);
    }

    function invariant_XNODE_09_I3_TheTenantNeverOutlivesTheTerm() public view {
        for (uint256 i = 0; i < handler.unitCount(); ++i) {
            uint256 id = handler.units(i);
            assertLe(xnode.userExpires(id), xnode.expiryOf(id));
            if (!xnode.isActive(id)) assertEq(xnode.userOf(id), address(0));
        }
    }

    function invariant_XNODE_61_I4_CurrentIsWhatTheOwnerOrTenantOfNowSet() public view {
        for (uint256 i = 0; i < handler.unitCount(); ++i) {
            uint256 id = handler.units(i);
            RegistryHandler.Ghost memory g = handler.ghostOf(id);
            assertEq(registry.hostOf(id).current, handler.holds(id, g.hostFor));
            assertEq(registry.deploymentOf(id).current, handler.holds(id, g.deployedFor));
        }
    }

    function invariant_XNODE_62_I5_ReportsAreTheHostsNewestAndOfWhatWasDeployed() public view {
        for (uint256 i = 0; i < handler.unitCount(); ++i) {
            uint256 id = handler.units(i);
            RegistryHandler.Ghost memory g = handler.ghostOf(id);
            IXnodeRegistry.Report memory r = registry.reportOf(id);
            assertEq(r.reportedAt, g.reportedAt);
            assertEq(r.generation, g.reportedGeneration);
            assertEq(r.hostKey, g.reportedBy);
            assertLe(r.reportedAt, block.timestamp);
            assertLe(r.generation, g.generation);
            bool ofHost = r.hostKey != address(0) && r.hostKey == g.hostKey && r.reportedAt >= g.hostSetAt;
            assertEq(r.current, ofHost && handler.holds(id, g.hostFor));
        }
    }

    function invariant_I6_RunningIsADeploymentOfNowOnAnActiveUnit() public view {
        for (uint256 i = 0; i < handler.unitCount(); ++i) {
            uint256 id = handler.units(i);
            RegistryHandler.Ghost memory g = handler.ghostOf(id);
            bool runs = g.version != 0 && xnode.isActive(id) && handler.holds(id, g.deployedFor);
            (string memory name, uint64 version, uint64 generation) = registry.runningOn(id);
            assertEq(name, runs ? APP_NAME : "");
            assertEq(version, runs ? g.version : 0);
            assertEq(generation, runs ? g.generation : 0);
        }
    }
}
