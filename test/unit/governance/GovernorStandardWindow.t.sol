// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IGovernorProposalClass} from "../../../contracts/governance/interfaces/IGovernorProposalClass.sol";
import {GovernanceFixture} from "../../helpers/GovernanceFixture.sol";

/// @dev Caps would bound nothing if several proposals could each use them up at once.
contract GovernorStandardWindowTest is GovernanceFixture {
    function test_RevertWhen_ParallelGrantsExceedTheCapTogether() public {
        Proposal memory first = _grantCalled("first", OPEN_CAP);
        Proposal memory second = _grantCalled("second", 1);
        _approveBoth(first, second);
        uint256 renewal = block.timestamp + 30 days;
        _execute(first);
        vm.expectRevert(_exhausted(address(token), OPEN_CAP + 1, OPEN_CAP, renewal));
        _execute(second);
        assertEq(token.balanceOf(grantee), OPEN_CAP);
        assertEq(token.balanceOf(address(timelock)), TREASURY - OPEN_CAP);
    }

    function test_RevertWhen_ParallelEtherGrantsExceedTheCapTogether() public {
        Proposal memory first = _single(grantee, ETHER_CAP - 1, "");
        Proposal memory second = _single(stranger, 2, "");
        _approveBoth(first, second);
        uint256 renewal = block.timestamp + 30 days;
        _execute(first);
        vm.expectRevert(_exhausted(address(0), ETHER_CAP + 1, ETHER_CAP, renewal));
        _execute(second);
        assertEq(grantee.balance, ETHER_CAP - 1);
        assertEq(stranger.balance, 0);
    }

    function test_ParallelGrantsWithinTheCap() public {
        Proposal memory first = _grantCalled("first", OPEN_CAP - 1);
        Proposal memory second = _grantCalled("second", 1);
        _approveBoth(first, second);
        uint256 end = block.timestamp + 30 days;
        vm.expectEmit(address(governor));
        emit IGovernorProposalClass.StandardCapUsed(address(token), OPEN_CAP - 1, end);
        _execute(first);
        skip(1 hours);
        vm.expectEmit(address(governor));
        emit IGovernorProposalClass.StandardCapUsed(address(token), OPEN_CAP, end);
        _execute(second);
        assertEq(token.balanceOf(grantee), OPEN_CAP);
    }

    function test_ActionsOfOneProposalAddUpInTheWindow() public {
        Proposal memory p = _grantCalled("both", OPEN_CAP - 5);
        _add(p, address(token), 0, abi.encodeCall(IERC20.transfer, (stranger, 5)));
        _ready(p);
        vm.expectEmit(address(governor));
        emit IGovernorProposalClass.StandardCapUsed(address(token), OPEN_CAP, block.timestamp + 30 days);
        _execute(p);
    }

    function test_EtherAndTokenHaveWindowsOfTheirOwn() public {
        Proposal memory first = _grantCalled("first", OPEN_CAP);
        Proposal memory second = _single(stranger, ETHER_CAP, "");
        _approveBoth(first, second);
        _execute(first);
        _execute(second);
        assertEq(token.balanceOf(grantee), OPEN_CAP);
        assertEq(stranger.balance, ETHER_CAP);
    }

    function test_CapRenewsAfterThirtyDays() public {
        Proposal memory first = _grantCalled("first", OPEN_CAP);
        _executed(first);
        uint256 renewal = block.timestamp + 30 days;
        Proposal memory second = _grantCalled("second", OPEN_CAP);
        vm.warp(renewal - 14 days);
        uint256 id = _ready(second);
        assertLt(block.timestamp, renewal);
        vm.warp(renewal - 1);
        vm.expectRevert(_exhausted(address(token), 2 * OPEN_CAP, OPEN_CAP, renewal));
        _execute(second);
        vm.warp(renewal);
        assertLe(renewal, governor.proposalEta(id) + GRACE);
        _execute(second);
        assertEq(token.balanceOf(grantee), 2 * OPEN_CAP);
    }

    function test_ConstitutionalGrantUsesNoCap() public {
        _executed(_grantCalled("large", OPEN_CAP + 1));
        _executed(_grantCalled("small", OPEN_CAP));
        assertEq(token.balanceOf(grantee), 2 * OPEN_CAP + 1);
    }

    function test_RevertWhen_EntryWasRemovedMeanwhile() public {
        Proposal memory grant = _grantCalled("grant", 1);
        Proposal memory removal = _setting(
            abi.encodeCall(governor.setStandardAction, (address(token), IERC20.transfer.selector, 0))
        );
        _approveBoth(grant, removal);
        _execute(removal);
        vm.expectRevert(_exhausted(address(token), 1, 0, block.timestamp + 30 days));
        _execute(grant);
    }

    function _grantCalled(string memory description, uint256 amount) private view returns (Proposal memory p) {
        p = _grant(amount);
        p.description = description;
    }

    /// @dev Two proposers, one vote: both stand ready at the same second.
    function _approveBoth(Proposal memory first, Proposal memory second) private {
        uint256 one = _propose(alice, first);
        uint256 two = _propose(bob, second);
        vm.warp(governor.proposalSnapshot(one) + 1);
        _vote(alice, one, FOR);
        _vote(alice, two, FOR);
        vm.warp(governor.proposalDeadline(one) + 1);
        _queue(first);
        _queue(second);
        vm.warp(governor.proposalEta(two));
    }

    function _exhausted(
        address asset,
        uint256 spent,
        uint256 cap,
        uint256 renewal
    ) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IGovernorProposalClass.GovernorProposalClass_CapExhausted.selector,
                asset,
                spent,
                cap,
                renewal
            );
    }
}
