// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IStandardActions} from "../../../contracts/governance/interfaces/IStandardActions.sol";
import {GovernanceFixture} from "../../helpers/GovernanceFixture.sol";

/// @dev Caps would bound nothing if several proposals could each use them up at once.
contract StandardActionsWindowTest is GovernanceFixture {
    function test_RevertWhen_ParallelGrantsExceedTheCapTogether() public {
        Proposal memory first = _grantCalled("first", OPEN_CAP);
        Proposal memory second = _grantCalled("second", 1);
        _bothReady(first, second);
        _execute(first);
        vm.expectRevert(_exhausted(address(token), 1, 0));
        _execute(second);
        assertEq(token.balanceOf(grantee), OPEN_CAP);
        assertEq(token.balanceOf(address(timelock)), TREASURY - OPEN_CAP);
    }

    function test_RevertWhen_ParallelEtherGrantsExceedTheCapTogether() public {
        Proposal memory first = _single(grantee, ETHER_CAP - 1, "");
        Proposal memory second = _single(stranger, 2, "");
        _bothReady(first, second);
        _execute(first);
        vm.expectRevert(_exhausted(address(0), 2, 1));
        _execute(second);
        assertEq(grantee.balance, ETHER_CAP - 1);
        assertEq(stranger.balance, 0);
    }

    function test_ParallelGrantsWithinTheCap() public {
        Proposal memory first = _grantCalled("first", OPEN_CAP - 1);
        Proposal memory second = _grantCalled("second", 1);
        _bothReady(first, second);
        vm.expectEmit(address(list));
        emit IStandardActions.StandardCapUsed(address(token), OPEN_CAP - 1, OPEN_CAP - 1);
        _execute(first);
        skip(1 hours);
        vm.expectEmit(address(list));
        emit IStandardActions.StandardCapUsed(address(token), 1, OPEN_CAP);
        _execute(second);
        assertEq(token.balanceOf(grantee), OPEN_CAP);
    }

    function test_ActionsOfOneProposalAddUpInTheWindow() public {
        Proposal memory p = _grantCalled("both", OPEN_CAP - 5);
        _add(p, address(token), 0, abi.encodeCall(IERC20.transfer, (stranger, 5)));
        _ready(p);
        vm.expectEmit(address(list));
        emit IStandardActions.StandardCapUsed(address(token), 5, OPEN_CAP);
        _execute(p);
    }

    function test_EtherAndTokenHaveWindowsOfTheirOwn() public {
        Proposal memory first = _grantCalled("first", OPEN_CAP);
        Proposal memory second = _single(stranger, ETHER_CAP, "");
        _bothReady(first, second);
        _execute(first);
        _execute(second);
        assertEq(token.balanceOf(grantee), OPEN_CAP);
        assertEq(stranger.balance, ETHER_CAP);
    }

    function test_CapReturnsOnTheThirtyFirstDay() public {
        vm.warp((block.timestamp / 1 days) * 1 days + 20 hours);
        uint256 lastSecond = _payAndReturnLastSecond(OPEN_CAP);
        Proposal memory second = _grantCalled("second", OPEN_CAP);
        vm.warp(lastSecond - 14 days);
        uint256 id = _ready(second);
        assertLe(lastSecond + 1, governor.proposalEta(id) + GRACE);
        vm.warp(lastSecond);
        vm.expectRevert(_exhausted(address(token), OPEN_CAP, 0));
        _execute(second);
        vm.warp(lastSecond + 1);
        assertEq(list.available(address(token)), OPEN_CAP);
        _execute(second);
        assertEq(token.balanceOf(grantee), 2 * OPEN_CAP);
    }

    /// @dev With windows that begin with their first payment, the cap left on the last day of one and on the first of
    /// the next: twice the cap within a minute.
    function test_RevertWhen_TheCapIsStraddled() public {
        _executed(_grantCalled("opens the window", 1));
        Proposal memory last = _grantCalled("last of the window", OPEN_CAP - 1);
        Proposal memory first = _grantCalled("first of the next", OPEN_CAP);
        uint256 end = block.timestamp + 30 days;
        skip(16 days);
        _bothReady(last, first);
        vm.warp(end - 1);
        _execute(last);
        vm.warp(end);
        vm.expectRevert(_exhausted(address(token), OPEN_CAP, 0));
        _execute(first);
        assertEq(token.balanceOf(grantee), OPEN_CAP);
    }

    function test_LoweredCapLeavesNothing() public {
        _executed(_grantCalled("first", OPEN_CAP / 2));
        _executed(_listing(address(token), IERC20.transfer.selector, OPEN_CAP / 4));
        assertEq(list.moved(address(token)), OPEN_CAP / 2);
        assertEq(list.available(address(token)), 0);
    }

    /// @dev Whatever is tried when: what was moved within any 30 days stays within the cap, and what the list says was
    /// moved is the sum of today and the 30 days before.
    function testFuzz_NoThirtyDaysExceedTheCap(uint32[24] memory pauses, uint96[24] memory amounts) public {
        uint256[24] memory times;
        for (uint256 i = 0; i < pauses.length; ++i) {
            skip(bound(pauses[i], 0, 12 days));
            amounts[i] = uint96(bound(amounts[i], 0, OPEN_CAP));
            times[i] = block.timestamp;
            bool fits = amounts[i] <= list.available(address(token));
            vm.prank(address(governor));
            try list.spend(_one(address(token)), new uint256[](1), _transferOf(amounts[i])) {
                assertTrue(fits);
            } catch {
                assertFalse(fits);
                amounts[i] = 0;
            }
            (uint256 byDays, uint256 bySeconds) = (0, 0);
            for (uint256 j = 0; j <= i; ++j) {
                if (times[j] / 1 days + 30 >= block.timestamp / 1 days) byDays += amounts[j];
                if (times[j] + 30 days >= block.timestamp) bySeconds += amounts[j];
            }
            assertEq(list.moved(address(token)), byDays);
            assertLe(bySeconds, OPEN_CAP);
        }
    }

    function test_RevertWhen_NotTheGovernorSpends() public {
        vm.expectRevert(
            abi.encodeWithSelector(IStandardActions.StandardActions_NotGovernor.selector, address(timelock))
        );
        vm.prank(address(timelock));
        list.spend(_one(address(token)), new uint256[](1), _transferOf(1));
    }

    function test_ConstitutionalGrantUsesNoCap() public {
        _executed(_grantCalled("large", OPEN_CAP + 1));
        _executed(_grantCalled("small", OPEN_CAP));
        assertEq(token.balanceOf(grantee), 2 * OPEN_CAP + 1);
    }

    function test_RevertWhen_EntryWasRemovedMeanwhile() public {
        Proposal memory grant = _grantCalled("grant", 1);
        Proposal memory removal = _listing(address(token), IERC20.transfer.selector, 0);
        _bothReady(grant, removal);
        _execute(removal);
        vm.expectRevert(_notListed(address(token), IERC20.transfer.selector));
        _execute(grant);
    }

    function _grantCalled(string memory description, uint256 amount) private view returns (Proposal memory p) {
        p = _grant(amount);
        p.description = description;
    }

    /// @dev Pays and says when the last second is that still counts it.
    function _payAndReturnLastSecond(uint256 amount) private returns (uint256) {
        _executed(_grantCalled("first", amount));
        return (block.timestamp / 1 days + 31) * 1 days - 1;
    }

    function _one(address target) private pure returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = target;
    }

    function _transferOf(uint256 amount) private view returns (bytes[] memory calldatas) {
        calldatas = new bytes[](1);
        calldatas[0] = abi.encodeCall(IERC20.transfer, (grantee, amount));
    }

    function _exhausted(address asset, uint256 amount, uint256 available) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IStandardActions.StandardActions_CapExhausted.selector, asset, amount, available);
    }

    function _notListed(address target, bytes4 selector) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IStandardActions.StandardActions_NotListed.selector, target, selector);
    }
}
