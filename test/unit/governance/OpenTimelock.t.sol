// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {IERC721Receiver} from "@openzeppelin/contracts/token/ERC721/IERC721Receiver.sol";

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {OpenTimelock} from "../../../contracts/governance/OpenTimelock.sol";
import {IOpenTimelock} from "../../../contracts/governance/interfaces/IOpenTimelock.sol";
import {GovernanceFixture} from "../../helpers/GovernanceFixture.sol";

contract OpenTimelockTest is GovernanceFixture {
    function test_GOVERNANCE_43_TreasuryVotesForNobody() public view {
        assertEq(token.delegates(address(timelock)), EXCLUDED);
        assertEq(token.getVotes(EXCLUDED), TREASURY);
        assertEq(token.getVotes(address(timelock)), 0);
    }

    function test_GovernorIsSoleHolderOfEveryRole() public view {
        address[4] memory others = [address(this), alice, stranger, address(0)];
        bytes32[3] memory roles = [timelock.PROPOSER_ROLE(), timelock.EXECUTOR_ROLE(), timelock.CANCELLER_ROLE()];
        for (uint256 i = 0; i < roles.length; ++i) {
            assertTrue(timelock.hasRole(roles[i], address(governor)));
            for (uint256 j = 0; j < others.length; ++j) assertFalse(timelock.hasRole(roles[i], others[j]));
        }
        assertTrue(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), address(timelock)));
        assertFalse(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), address(this)));
    }

    function test_GOVERNANCE_43_ReceivesEtherAndNfts() public {
        vm.deal(stranger, 1 ether);
        vm.prank(stranger);
        (bool ok, ) = address(timelock).call{value: 1 ether}("");
        assertTrue(ok);
        assertEq(address(timelock).balance, 1_001 ether);
        assertEq(timelock.onERC721Received(stranger, stranger, 1, ""), IERC721Receiver.onERC721Received.selector);
    }

    function test_RevertWhen_TokenNamesOtherTimelock() public {
        address[] memory none = new address[](0);
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        vm.expectRevert(
            abi.encodeWithSelector(
                IOpenTimelock.OpenTimelock_TokenNamesOtherTimelock.selector,
                predicted,
                address(timelock)
            )
        );
        new OpenTimelock(token, TIMELOCK_DELAY, none, none, address(this));
    }

    function test_GOVERNANCE_40_RevertWhen_ScheduledPastTheGovernor() public {
        bytes32 role = timelock.PROPOSER_ROLE();
        vm.expectRevert(abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, alice, role));
        vm.prank(alice);
        timelock.schedule(grantee, 1 ether, "", 0, 0, TIMELOCK_DELAY);
    }

    function test_GOVERNANCE_40_RevertWhen_ExecutedPastTheGovernor() public {
        Proposal memory p = _grant(1e18);
        _ready(p);
        bytes32 role = timelock.EXECUTOR_ROLE();
        bytes32 salt = _salt(p);
        vm.expectRevert(abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, alice, role));
        vm.prank(alice);
        timelock.executeBatch(p.targets, p.values, p.calldatas, 0, salt);
    }

    function test_GOVERNANCE_42_UpdatesDelayWithinBounds() public {
        vm.prank(address(timelock));
        timelock.updateDelay(1 days);
        assertEq(timelock.getMinDelay(), 1 days);
        vm.prank(address(timelock));
        timelock.updateDelay(30 days);
        assertEq(timelock.getMinDelay(), 30 days);
    }

    function testFuzz_GOVERNANCE_42_RevertWhen_DelayOutOfBounds(uint256 delay) public {
        if (delay >= 1 days && delay <= 30 days) delay = delay % 1 days;
        vm.prank(address(timelock));
        vm.expectRevert(
            abi.encodeWithSelector(IOpenTimelock.OpenTimelock_DelayOutOfBounds.selector, delay, 1 days, 30 days)
        );
        timelock.updateDelay(delay);
        assertEq(timelock.getMinDelay(), TIMELOCK_DELAY);
    }

    function test_RevertWhen_StrangerUpdatesDelay() public {
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(TimelockController.TimelockUnauthorizedCaller.selector, alice));
        timelock.updateDelay(2 days);
    }
}
