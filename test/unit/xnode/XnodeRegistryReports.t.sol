// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IXnodeRegistry} from "../../../contracts/xnode/interfaces/IXnodeRegistry.sol";
import {ContractWallet} from "../../helpers/ContractWallet.sol";
import {RegistryFixture} from "../../helpers/RegistryFixture.sol";

contract XnodeRegistryReportsTest is RegistryFixture {
    uint40 internal constant NOW = uint40(START);
    uint256 internal constant DEADLINE = START + 1 hours;

    function setUp() public override {
        super.setUp();
        setHostAs(alice);
        deployAs(alice);
    }

    // Reports

    function test_XNODE_62_Report_StoresAndEmits() public {
        bytes memory signature = signReport(hostSecret, unit, 1, NOW, DEADLINE);
        vm.expectEmit(address(registry));
        emit IXnodeRegistry.Reported(unit, hostKey, 1, STATE, NOW, DEADLINE, signature);
        vm.prank(stranger);
        registry.report(unit, 1, STATE, NOW, DEADLINE, signature);
        _assertReport(STATE, 1, NOW, hostKey, true);
    }

    function test_Report_AtItsDeadline() public {
        bytes memory signature = signReport(hostSecret, unit, 1, NOW, DEADLINE);
        vm.warp(DEADLINE);
        registry.report(unit, 1, STATE, NOW, DEADLINE, signature);
        _assertReport(STATE, 1, NOW, hostKey, true);
    }

    function test_Report_OfAnOlderGenerationOrNone() public {
        deployAs(alice);
        sendReport(1);
        _assertReport(STATE, 1, NOW, hostKey, true);
        vm.warp(START + 1);
        sendReport(0);
        _assertReport(STATE, 0, NOW + 1, hostKey, true);
    }

    function test_XNODE_62_Report_OfAContractHost() public {
        address wallet = address(new ContractWallet(hostKey));
        vm.prank(alice);
        registry.setHost(unit, wallet, ENDPOINT);
        sendReport(1);
        _assertReport(STATE, 1, NOW, wallet, true);
    }

    function test_Report_AlsoInGrace() public {
        vm.warp(xnode.expiryOf(unit));
        sendReport(1);
        _assertReport(STATE, 1, uint40(block.timestamp), hostKey, true);
    }

    function test_XNODE_62_RevertWhen_ReportExpired() public {
        bytes memory signature = signReport(hostSecret, unit, 1, NOW, DEADLINE);
        vm.warp(DEADLINE + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_ReportExpired.selector, DEADLINE, DEADLINE + 1)
        );
        registry.report(unit, 1, STATE, NOW, DEADLINE, signature);
    }

    function test_XNODE_62_RevertWhen_ReportInFuture() public {
        bytes memory signature = signReport(hostSecret, unit, 1, NOW + 1, DEADLINE);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_ReportInFuture.selector, NOW + 1, START));
        registry.report(unit, 1, STATE, NOW + 1, DEADLINE, signature);
    }

    function test_XNODE_62_RevertWhen_ReportReplayed() public {
        bytes memory signature = signReport(hostSecret, unit, 1, NOW, DEADLINE);
        registry.report(unit, 1, STATE, NOW, DEADLINE, signature);
        _expectNotNewer(NOW, NOW);
        registry.report(unit, 1, STATE, NOW, DEADLINE, signature);
    }

    function test_XNODE_62_RevertWhen_ReportOlderThanTheLast() public {
        bytes memory signature = signReport(hostSecret, unit, 1, NOW, DEADLINE);
        vm.warp(START + 10);
        sendReport(1);
        _expectNotNewer(NOW, NOW + 10);
        registry.report(unit, 1, STATE, NOW, DEADLINE, signature);
    }

    function test_XNODE_62_RevertWhen_GenerationUnknown() public {
        bytes memory signature = signReport(hostSecret, unit, 2, NOW, DEADLINE);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_UnknownGeneration.selector, unit, 2, 1));
        registry.report(unit, 2, STATE, NOW, DEADLINE, signature);
    }

    function test_XNODE_62_RevertWhen_SignedByAnotherKey() public {
        (, uint256 otherSecret) = makeAddrAndKey("other");
        bytes memory signature = signReport(otherSecret, unit, 1, NOW, DEADLINE);
        _expectInvalidSignature(unit);
        registry.report(unit, 1, STATE, NOW, DEADLINE, signature);
        _expectInvalidSignature(unit);
        registry.report(unit, 1, STATE, NOW, DEADLINE, "");
    }

    function test_XNODE_62_RevertWhen_AnyFieldDiffersFromTheSigned() public {
        vm.warp(START + 1);
        bytes memory signature = signReport(hostSecret, unit, 1, NOW + 1, DEADLINE);
        _expectInvalidSignature(unit);
        registry.report(unit, 0, STATE, NOW + 1, DEADLINE, signature);
        _expectInvalidSignature(unit);
        registry.report(unit, 1, CONFIG, NOW + 1, DEADLINE, signature);
        _expectInvalidSignature(unit);
        registry.report(unit, 1, STATE, NOW, DEADLINE, signature);
        _expectInvalidSignature(unit);
        registry.report(unit, 1, STATE, NOW + 1, DEADLINE + 1, signature);
    }

    function test_XNODE_62_RevertWhen_ReportIsOfAnotherUnitOfTheSameHost() public {
        bytes memory signature = signReport(hostSecret, unit, 1, NOW, DEADLINE);
        unit = activatedTo(alice);
        setHostAs(alice);
        deployAs(alice);
        _expectInvalidSignature(unit);
        registry.report(unit, 1, STATE, NOW, DEADLINE, signature);
    }

    function test_RevertWhen_NoHost() public {
        bytes memory signature = signReport(hostSecret, unit, 1, NOW, DEADLINE);
        vm.prank(alice);
        registry.setHost(unit, address(0), "");
        _expectNotCurrent(unit, address(0), alice);
        registry.report(unit, 1, STATE, NOW, DEADLINE, signature);

        uint256 other = activatedTo(bob);
        signature = signReport(hostSecret, other, 0, NOW, DEADLINE);
        _expectNotCurrent(other, address(0), address(0));
        registry.report(other, 0, STATE, NOW, DEADLINE, signature);
    }

    function test_XNODE_61_RevertWhen_HostIsTheOldOwners() public {
        sendReport(1);
        transferTo(bob);
        _assertReport(STATE, 1, NOW, hostKey, false);
        vm.warp(START + 1);
        bytes memory signature = signReport(hostSecret, unit, 1, NOW + 1, DEADLINE);
        _expectNotCurrent(unit, hostKey, alice);
        registry.report(unit, 1, STATE, NOW + 1, DEADLINE, signature);
    }

    function test_XNODE_61_RevertWhen_HostIsTheOldTenants() public {
        rentTo(tenant, START + 30 days);
        setHostAs(tenant);
        sendReport(1);
        vm.warp(START + 30 days);
        _assertReport(STATE, 1, NOW, hostKey, false);
        uint40 time = uint40(block.timestamp);
        bytes memory signature = signReport(hostSecret, unit, 1, time, time);
        _expectNotCurrent(unit, hostKey, tenant);
        registry.report(unit, 1, STATE, time, time, signature);
    }

    function test_NewHostKey_MarksTheOldReportAndGoesOn() public {
        sendReport(1);
        (address newKey, uint256 newSecret) = makeAddrAndKey("new host");
        vm.prank(alice);
        registry.setHost(unit, newKey, ENDPOINT);
        _assertReport(STATE, 1, NOW, hostKey, false);

        vm.warp(START + 1);
        bytes memory signature = signReport(newSecret, unit, 1, NOW + 1, DEADLINE);
        registry.report(unit, 1, STATE, NOW + 1, DEADLINE, signature);
        _assertReport(STATE, 1, NOW + 1, newKey, true);
    }

    function test_XNODE_62_RevertWhen_ReportIsOfTheSameKeyUnderTheOldOwner() public {
        bytes memory signature = signReport(hostSecret, unit, 1, NOW + 10, DEADLINE);
        transferTo(bob);
        vm.warp(START + 20);
        setHostAs(bob);
        vm.expectRevert(
            abi.encodeWithSelector(
                IXnodeRegistry.XnodeRegistry_ReportBeforeHost.selector,
                unit,
                NOW + 10,
                block.timestamp
            )
        );
        registry.report(unit, 1, STATE, NOW + 10, DEADLINE, signature);
    }

    function test_XNODE_61_Transfer_TheSameKeySetAgainMarksTheOldReport() public {
        sendReport(1);
        transferTo(bob);
        vm.warp(START + 1);
        setHostAs(bob);
        _assertReport(STATE, 1, NOW, hostKey, false);

        sendReport(1);
        _assertReport(STATE, 1, NOW + 1, hostKey, true);
    }

    function testFuzz_XNODE_62_Report_OnlyNewerOnesOfThePastPass(uint40 first, uint40 second) public {
        vm.warp(START + 30 minutes);
        first = uint40(bound(first, START, block.timestamp));
        registry.report(unit, 1, STATE, first, DEADLINE, signReport(hostSecret, unit, 1, first, DEADLINE));
        bytes memory signature = signReport(hostSecret, unit, 1, second, DEADLINE);
        if (second > block.timestamp) {
            vm.expectRevert(
                abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_ReportInFuture.selector, second, block.timestamp)
            );
        } else if (second <= first) {
            _expectNotNewer(second, first);
        }
        registry.report(unit, 1, STATE, second, DEADLINE, signature);
    }

    // Helpers

    function _expectNotNewer(uint256 reportedAt, uint256 last) private {
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_ReportNotNewer.selector, unit, reportedAt, last)
        );
    }

    function _expectInvalidSignature(uint256 unit_) private {
        vm.expectRevert(abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_InvalidSignature.selector, unit_, hostKey));
    }

    function _expectNotCurrent(uint256 unit_, address key, address holder) private {
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_HostNotCurrent.selector, unit_, key, holder)
        );
    }

    function _assertReport(
        bytes32 stateHash,
        uint64 generation,
        uint40 reportedAt,
        address key,
        bool current
    ) private view {
        IXnodeRegistry.Report memory r = registry.reportOf(unit);
        assertEq(r.stateHash, stateHash);
        assertEq(r.generation, generation);
        assertEq(r.reportedAt, reportedAt);
        assertEq(r.hostKey, key);
        assertEq(r.current, current);
    }
}
