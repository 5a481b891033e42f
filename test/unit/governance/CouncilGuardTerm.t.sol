// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {CouncilGuard} from "../../../contracts/governance/CouncilGuard.sol";
import {ICouncilGuard} from "../../../contracts/governance/interfaces/ICouncilGuard.sol";
import {CouncilFixture} from "../../helpers/CouncilFixture.sol";
import {IGovernorUnderTest} from "../../helpers/IGovernorUnderTest.sol";

/// Who the council is and how long: appointing, renewing, dismissing.
contract CouncilGuardTermTest is CouncilFixture {
    uint256 private constant TERM = 365 days;

    function test_StartValues() public view {
        assertEq(address(guard.governor()), address(governor));
        assertEq(guard.timelock(), address(timelock));
        assertEq(guard.council(), council);
        assertEq(governor.councilGuard(), address(guard));
    }

    function test_ConstructorAppointsTheFirstCouncil() public {
        address other = _governorWithGuardAt(2);
        vm.expectEmit(councilGuard);
        emit ICouncilGuard.CouncilRenewed(address(0), council, 0, block.timestamp + TERM);
        CouncilGuard fresh = _deploy(other, address(timelock), council, block.timestamp + TERM);
        assertEq(fresh.expiry(), block.timestamp + TERM);
    }

    function test_RevertWhen_GovernorNamesAnotherGuard() public {
        address next = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        vm.expectRevert(
            abi.encodeWithSelector(ICouncilGuard.CouncilGuard_GovernorNamesOtherGuard.selector, next, address(guard))
        );
        _deploy(address(governor), address(timelock), council, block.timestamp + TERM);
    }

    function test_RevertWhen_GovernorNamesAnotherTimelock() public {
        address other = _governorWithGuardAt(2);
        vm.expectRevert(
            abi.encodeWithSelector(
                ICouncilGuard.CouncilGuard_GovernorNamesOtherTimelock.selector,
                stranger,
                address(timelock)
            )
        );
        _deploy(other, stranger, council, block.timestamp + TERM);
    }

    function test_RevertWhen_GovernorIsZero() public {
        vm.expectRevert(ICouncilGuard.CouncilGuard_ZeroAddress.selector);
        _deploy(address(0), address(timelock), council, block.timestamp + TERM);
    }

    function test_RevertWhen_TimelockIsZero() public {
        vm.expectRevert(ICouncilGuard.CouncilGuard_ZeroAddress.selector);
        _deploy(address(governor), address(0), council, block.timestamp + TERM);
    }

    function test_RevertWhen_FirstCouncilIsZero() public {
        vm.expectRevert(ICouncilGuard.CouncilGuard_ZeroAddress.selector);
        _deploy(address(governor), address(timelock), address(0), block.timestamp + TERM);
    }

    function test_RevertWhen_FirstTermIsTooLong() public {
        vm.expectRevert(_outOfBounds(block.timestamp + TERM + 1));
        _deploy(address(governor), address(timelock), council, block.timestamp + TERM + 1);
    }

    function test_CancelsUntilTheLastSecondOfItsTerm() public {
        vm.warp(guard.expiry() - 1 days);
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(alice, p);
        vm.warp(guard.expiry());
        _guardCancel(council, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_GOVERNANCE_53_RevertWhen_TermIsOver() public {
        Proposal memory p = _grant(1e18);
        vm.warp(guard.expiry());
        _propose(alice, p);
        skip(1);
        _assertRefused(p, abi.encodeWithSelector(ICouncilGuard.CouncilGuard_Expired.selector, guard.expiry()));
    }

    function test_GOVERNANCE_54_DismissedDespiteTheCouncil() public {
        Proposal memory p = _business(abi.encodeCall(guard.dismiss, ()));
        uint256 id = _propose(alice, p);
        bytes memory err = abi.encodeWithSelector(ICouncilGuard.CouncilGuard_OwnBusiness.selector, id);
        _assertRefusedUntilQueued(id, p, err);
        vm.warp(governor.proposalEta(id));
        vm.expectEmit(address(guard));
        emit ICouncilGuard.CouncilDismissed(council);
        _execute(p);
        assertEq(guard.council(), address(0));
        assertEq(guard.expiry(), 0);

        Proposal memory next = _grant(1e18);
        _propose(bob, next);
        _assertRefused(next, abi.encodeWithSelector(ICouncilGuard.CouncilGuard_NotCouncil.selector, council));
    }

    function test_RenewedDespiteTheCouncil() public {
        uint256 oldExpiry = guard.expiry();
        uint256 newExpiry = block.timestamp + 370 days;
        Proposal memory p = _business(abi.encodeCall(guard.renew, (stranger, newExpiry)));
        uint256 id = _ready(p);
        _assertRefused(p, abi.encodeWithSelector(ICouncilGuard.CouncilGuard_OwnBusiness.selector, id));
        vm.expectEmit(address(guard));
        emit ICouncilGuard.CouncilRenewed(council, stranger, oldExpiry, newExpiry);
        _execute(p);
        assertEq(guard.council(), stranger);
        assertEq(guard.expiry(), newExpiry);
    }

    function test_RenewedAfterItsTermWasOver() public {
        vm.warp(guard.expiry() + 30 days);
        _executed(_business(abi.encodeCall(guard.renew, (council, block.timestamp + TERM))));
        Proposal memory p = _grant(1e18);
        uint256 id = _propose(bob, p);
        _guardCancel(council, p);
        _assertState(id, IGovernor.ProposalState.Canceled);
    }

    function test_RevertWhen_OthersRenew() public {
        _assertOnlyTimelock(abi.encodeCall(guard.renew, (council, block.timestamp + 1)));
    }

    function test_RevertWhen_OthersDismiss() public {
        _assertOnlyTimelock(abi.encodeCall(guard.dismiss, ()));
    }

    function test_RevertWhen_OthersOverrule() public {
        _assertOnlyTimelock(abi.encodeCall(guard.overrule, (bytes32(0))));
    }

    function test_RevertWhen_NobodyIsAppointed() public {
        vm.prank(address(timelock));
        vm.expectRevert(ICouncilGuard.CouncilGuard_ZeroAddress.selector);
        guard.renew(address(0), block.timestamp + 1);
    }

    function testFuzz_GOVERNANCE_53_TermIsBounded(uint256 expiry) public {
        bool isIn = expiry > block.timestamp && expiry <= block.timestamp + TERM;
        vm.prank(address(timelock));
        if (!isIn) vm.expectRevert(_outOfBounds(expiry));
        guard.renew(stranger, expiry);
        if (isIn) assertEq(guard.expiry(), expiry);
        assertEq(guard.council(), isIn ? stranger : council);
    }

    function testFuzz_TermWithinBounds(uint256 expiry) public {
        expiry = bound(expiry, block.timestamp + 1, block.timestamp + TERM);
        vm.prank(address(timelock));
        guard.renew(stranger, expiry);
        assertEq(guard.expiry(), expiry);
    }

    /// @dev Another governor, whose guard is to be deployed so many deployments from now: after its list and itself.
    function _governorWithGuardAt(uint256 deployments) private returns (address) {
        councilGuard = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + deployments);
        (IGovernorUnderTest other, ) = _deployGovernor(_params(), _standardActions());
        return address(other);
    }

    function _deploy(
        address governor_,
        address timelock_,
        address council_,
        uint256 expiry
    ) private returns (CouncilGuard) {
        return new CouncilGuard(IGovernor(governor_), timelock_, council_, expiry);
    }

    function _assertOnlyTimelock(bytes memory data) private {
        address[3] memory callers = [stranger, council, address(governor)];
        for (uint256 i = 0; i < callers.length; ++i) {
            vm.prank(callers[i]);
            (bool success, bytes memory result) = address(guard).call(data);
            assertFalse(success);
            assertEq(result, abi.encodeWithSelector(ICouncilGuard.CouncilGuard_NotTimelock.selector, callers[i]));
        }
    }

    function _outOfBounds(uint256 expiry) private view returns (bytes memory) {
        return
            abi.encodeWithSelector(
                ICouncilGuard.CouncilGuard_ExpiryOutOfBounds.selector,
                expiry,
                block.timestamp + 1,
                block.timestamp + TERM
            );
    }
}
