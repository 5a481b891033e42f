// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {IAppCatalogue} from "../../../contracts/xnode/interfaces/IAppCatalogue.sol";
import {IXnodeRegistry} from "../../../contracts/xnode/interfaces/IXnodeRegistry.sol";
import {AppId, NO_APP} from "../../../contracts/xnode/types/AppId.sol";
import {RegistryFixture} from "../../helpers/RegistryFixture.sol";

contract XnodeRegistryTest is RegistryFixture {
    function test_Constructor_NobodyAttests() public view {
        assertEq(address(registry.xnodeOne()), address(xnode));
        assertEq(registry.timelock(), timelock);
        assertEq(registry.attester(), address(0));
    }

    // Who may

    function test_XNODE_60_SetHost_StoresAndEmits() public {
        vm.expectEmit(address(registry));
        emit IXnodeRegistry.HostSet(unit, address(0), hostKey, alice, ENDPOINT);
        setHostAs(alice);
        _assertHost(hostKey, alice, START, true, ENDPOINT);

        vm.warp(START + 1 days);
        vm.expectEmit(address(registry));
        emit IXnodeRegistry.HostSet(unit, hostKey, bob, alice, "");
        vm.prank(alice);
        registry.setHost(unit, bob, "");
        _assertHost(bob, alice, START + 1 days, true, "");
    }

    function test_SetHost_ZeroTakesTheHostAway() public {
        setHostAs(alice);
        vm.prank(alice);
        registry.setHost(unit, address(0), "");
        _assertHost(address(0), alice, START, true, "");
    }

    function test_XNODE_60_Deploy_StoresAndEmits() public {
        vm.expectEmit(address(registry));
        emit IXnodeRegistry.Deployed(unit, app, alice, 1, 1, CONFIG);
        vm.prank(alice);
        uint64 generation = registry.deploy(unit, app, 1, CONFIG);

        assertEq(generation, 1);
        _assertDeployment(app, 1, 1, CONFIG, alice, true);
        _assertRuns(APP_NAME, 1, 1);
    }

    function test_Deploy_CountsGenerations() public {
        vm.prank(publisher);
        registry.addVersion(app, keccak256("content 2"), URI);
        deployAs(alice);
        vm.warp(START + 1 days);
        vm.prank(alice);
        assertEq(registry.deploy(unit, app, 2, keccak256("other")), 2);

        _assertDeployment(app, 2, 2, keccak256("other"), alice, true);
        _assertRuns(APP_NAME, 2, 2);
    }

    function test_Deploy_ADeprecatedVersionToo() public {
        vm.prank(publisher);
        registry.deprecateVersion(app, 1);
        deployAs(alice);
        _assertRuns(APP_NAME, 1, 1);
    }

    function test_Undeploy_RunsNothing() public {
        deployAs(alice);
        vm.expectEmit(address(registry));
        emit IXnodeRegistry.Deployed(unit, NO_APP, alice, 2, 0, 0);
        vm.prank(alice);
        assertEq(registry.undeploy(unit), 2);

        _assertDeployment(NO_APP, 0, 2, 0, alice, true);
        _assertRuns("", 0, 0);
    }

    function test_XNODE_60_Approved_ActsForTheOwner() public {
        vm.prank(alice);
        xnode.approve(bob, unit);
        setHostAs(bob);
        deployAs(bob);
        _assertHost(hostKey, alice, START, true, ENDPOINT);
        _assertDeployment(app, 1, 1, CONFIG, alice, true);
    }

    function test_XNODE_60_Operator_ActsForTheOwner() public {
        vm.prank(alice);
        xnode.setApprovalForAll(bob, true);
        setHostAs(bob);
        deployAs(bob);
        _assertHost(hostKey, alice, START, true, ENDPOINT);
        _assertDeployment(app, 1, 1, CONFIG, alice, true);
    }

    function test_XNODE_60_Tenant_ActsForHimself() public {
        rentTo(tenant, START + 30 days);
        setHostAs(tenant);
        deployAs(tenant);
        _assertHost(hostKey, tenant, START, true, ENDPOINT);
        _assertDeployment(app, 1, 1, CONFIG, tenant, true);
    }

    function test_Tenant_ActsForHimselfAlsoWhenApproved() public {
        rentTo(tenant, START + 30 days);
        vm.prank(alice);
        xnode.setApprovalForAll(tenant, true);
        setHostAs(tenant);
        assertEq(registry.hostOf(unit).holder, tenant);
    }

    function test_Owner_ActsWhileItIsRented() public {
        rentTo(tenant, START + 30 days);
        deployAs(tenant);
        deployAs(alice);
        _assertDeployment(app, 1, 2, CONFIG, alice, true);
    }

    function test_XNODE_60_RevertWhen_CallerIsNotAHolder() public {
        _expectNotHolder(stranger, alice, address(0));
        setHostAs(stranger);
        _expectNotHolder(stranger, alice, address(0));
        deployAs(stranger);
        _expectNotHolder(stranger, alice, address(0));
        vm.prank(stranger);
        registry.undeploy(unit);
        rentTo(tenant, START + 30 days);
        _expectNotHolder(stranger, alice, tenant);
        deployAs(stranger);
        _expectNotHolder(timelock, alice, tenant);
        deployAs(timelock);
        _expectNotHolder(address(sale), alice, tenant);
        deployAs(address(sale));
    }

    function test_XNODE_60_RevertWhen_HostActsItself() public {
        setHostAs(alice);
        _expectNotHolder(hostKey, alice, address(0));
        deployAs(hostKey);
    }

    function test_XNODE_60_RevertWhen_TenancyIsOver() public {
        rentTo(tenant, START + 30 days);
        vm.warp(START + 30 days - 1);
        deployAs(tenant);
        vm.warp(START + 30 days);
        _expectNotHolder(tenant, alice, address(0));
        deployAs(tenant);
    }

    function test_XNODE_60_RevertWhen_UnitNotActive() public {
        bytes memory notActive = abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_UnitNotActive.selector, unit);
        uint256 expiry = xnode.expiryOf(unit);
        rentTo(tenant, expiry);
        vm.warp(expiry);
        vm.expectRevert(notActive);
        setHostAs(alice);
        vm.expectRevert(notActive);
        deployAs(alice);
        vm.expectRevert(notActive);
        deployAs(tenant);
        vm.expectRevert(notActive);
        vm.prank(alice);
        registry.undeploy(unit);

        unit = mintTo(bob, 1);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_UnitNotActive.selector, unit));
        deployAs(bob);
    }

    function test_XNODE_60_Renewed_TheTenantStaysOut() public {
        uint256 expiry = xnode.expiryOf(unit);
        rentTo(tenant, expiry);
        deployAs(tenant);
        vm.warp(expiry + 1 days);
        vm.prank(address(sale));
        xnode.renew(unit);

        _expectNotHolder(tenant, alice, address(0));
        deployAs(tenant);
        _assertRuns("", 0, 0);
        deployAs(alice);
        _assertRuns(APP_NAME, 1, 2);
    }

    function test_RevertWhen_UnitUnknown() public {
        bytes memory unknown = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 9_000_001);
        vm.startPrank(alice);
        vm.expectRevert(unknown);
        registry.setHost(9_000_001, hostKey, "");
        vm.expectRevert(unknown);
        registry.deploy(9_000_001, app, 1, CONFIG);
    }

    function test_RevertWhen_VersionUnknown() public {
        vm.startPrank(alice);
        _expectUnknownVersion(app, 0, 1);
        registry.deploy(unit, app, 0, CONFIG);
        _expectUnknownVersion(app, 2, 1);
        registry.deploy(unit, app, 2, CONFIG);
        // Would be version 1 in the 24 bits that are stored.
        _expectUnknownVersion(app, (1 << 24) + 1, 1);
        registry.deploy(unit, app, (1 << 24) + 1, CONFIG);
        _expectUnknownVersion(NO_APP, 0, 0);
        registry.deploy(unit, NO_APP, 0, CONFIG);
        _expectUnknownVersion(AppId.wrap("none"), 1, 0);
        registry.deploy(unit, AppId.wrap("none"), 1, CONFIG);
    }

    function test_RevertWhen_EndpointInvalid() public {
        bytes memory longest = new bytes(128);
        for (uint256 i = 0; i < 128; ++i) longest[i] = "a";
        vm.startPrank(alice);
        registry.setHost(unit, hostKey, string(longest));
        _expectInvalidEndpoint(129, 129);
        registry.setHost(unit, hostKey, string.concat(string(longest), "a"));
        _expectInvalidEndpoint(10, 9);
        registry.setHost(unit, hostKey, "https://a\n");
        _expectInvalidEndpoint(12, 9);
        registry.setHost(unit, hostKey, unicode"https://a\u202e");
    }

    // Transfers

    function test_XNODE_61_Transfer_MarksWhatTheOldOwnerSet() public {
        setHostAs(alice);
        deployAs(alice);
        transferTo(bob);

        _assertHost(hostKey, alice, START, false, ENDPOINT);
        _assertDeployment(app, 1, 1, CONFIG, alice, false);
        _assertRuns("", 0, 0);
        _expectNotHolder(alice, bob, address(0));
        deployAs(alice);
    }

    function test_Transfer_TheNewOwnerSetsHisOwn() public {
        setHostAs(alice);
        deployAs(alice);
        transferTo(bob);
        vm.prank(bob);
        registry.setHost(unit, tenant, "");
        deployAs(bob);

        _assertHost(tenant, bob, START, true, "");
        _assertDeployment(app, 1, 2, CONFIG, bob, true);
        _assertRuns(APP_NAME, 1, 2);
    }

    function test_XNODE_61_Transfer_ShutsTheTenantOut() public {
        rentTo(tenant, START + 30 days);
        setHostAs(tenant);
        deployAs(tenant);
        transferTo(bob);

        _assertHost(hostKey, tenant, START, false, ENDPOINT);
        _assertDeployment(app, 1, 1, CONFIG, tenant, false);
        _expectNotHolder(tenant, bob, address(0));
        deployAs(tenant);
    }

    function test_Transfer_BackMakesTheOldRecordsCurrentAgain() public {
        deployAs(alice);
        transferTo(bob);
        transferTo(alice);
        _assertDeployment(app, 1, 1, CONFIG, alice, true);
        _assertRuns(APP_NAME, 1, 1);
    }

    function test_XNODE_61_TenancyEnd_MarksWhatTheTenantSet() public {
        rentTo(tenant, START + 30 days);
        setHostAs(tenant);
        deployAs(tenant);
        vm.warp(START + 30 days);
        assertFalse(registry.hostOf(unit).current);
        assertFalse(registry.deploymentOf(unit).current);
        _assertRuns("", 0, 0);
    }

    // Renderer

    function test_RunningOn_NothingForAUnitThatIsNotActive() public {
        deployAs(alice);
        uint256 expiry = xnode.expiryOf(unit);
        vm.warp(expiry - 1);
        _assertRuns(APP_NAME, 1, 1);
        vm.warp(expiry);
        _assertRuns("", 0, 0);
    }

    function test_RunningOn_NothingWhereNothingWasDeployed() public {
        _assertRuns("", 0, 0);
        unit = mintTo(bob, 1);
        _assertRuns("", 0, 0);
        unit = 9_000_001;
        _assertRuns("", 0, 0);
    }

    // Helpers

    function _expectNotHolder(address caller, address owner, address tenant_) private {
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_NotHolder.selector, unit, caller, owner, tenant_)
        );
    }

    function _expectUnknownVersion(AppId id, uint256 version, uint256 versionCount) private {
        vm.expectRevert(
            abi.encodeWithSelector(IAppCatalogue.AppCatalogue_UnknownVersion.selector, id, version, versionCount)
        );
    }

    function _expectInvalidEndpoint(uint256 length, uint256 place) private {
        vm.expectRevert(abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_InvalidEndpoint.selector, length, place));
    }

    function _assertHost(
        address key,
        address holder,
        uint256 setAt,
        bool current,
        string memory endpoint
    ) private view {
        IXnodeRegistry.Host memory h = registry.hostOf(unit);
        assertEq(h.key, key);
        assertEq(h.holder, holder);
        assertEq(h.setAt, setAt);
        assertEq(h.current, current);
        assertEq(h.endpoint, endpoint);
    }

    function _assertDeployment(
        AppId app_,
        uint64 version,
        uint64 generation,
        bytes32 configHash,
        address holder,
        bool current
    ) private view {
        IXnodeRegistry.Deployment memory d = registry.deploymentOf(unit);
        assertEq(AppId.unwrap(d.app), AppId.unwrap(app_));
        assertEq(d.version, version);
        assertEq(d.generation, generation);
        assertEq(d.configHash, configHash);
        assertEq(d.holder, holder);
        assertEq(d.deployedAt, block.timestamp);
        assertEq(d.current, current);
    }

    function _assertRuns(string memory appName, uint64 version, uint64 generation) private view {
        (string memory name, uint64 v, uint64 g) = registry.runningOn(unit);
        assertEq(name, appName);
        assertEq(v, version);
        assertEq(g, generation);
    }
}
