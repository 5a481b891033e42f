// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";

import {IStandardActions} from "../../../contracts/governance/interfaces/IStandardActions.sol";
import {ProposalClass} from "../../../contracts/governance/types/ProposalClass.sol";
import {IOpenToken} from "../../../contracts/token/interfaces/IOpenToken.sol";
import {ITokenAllocation} from "../../../contracts/token/interfaces/ITokenAllocation.sol";
import {RowId} from "../../../contracts/token/types/RowId.sol";
import {GovernanceFixture} from "../../helpers/GovernanceFixture.sol";

/// @dev Calls whatever it is told to.
contract Forwarder is Multicall {
    function forward(address target, bytes calldata data) external payable {
        Address.functionCallWithValue(target, data, msg.value);
    }
}

/// @dev Ways to do with the votes of a standard majority what needs a constitutional one. The attacker's votes are bob's:
/// 30M, well above the standard quorum and below the constitutional one.
contract ClassAttacksTest is GovernanceFixture {
    /// @dev Month after month, each proposal within the cap: the treasury loses one cap in any 30 days, and holders have
    /// years to answer. Everything that is tried on top fails.
    function test_TreasuryEmptiedByTransfersUnderTheCap() public {
        uint256 start = block.timestamp;
        uint256 nonce;
        for (uint256 month = 0; month < 4; ++month) {
            vm.warp(start + month * 31 days);
            Proposal memory first = _take(nonce++, OPEN_CAP);
            Proposal memory second = _take(nonce++, OPEN_CAP);
            uint256 one = _propose(bob, first);
            uint256 two = _propose(carol, second);
            vm.warp(governor.proposalSnapshot(one) + 1);
            _vote(bob, one, FOR);
            _vote(bob, two, FOR);
            vm.warp(governor.proposalDeadline(one) + 1);
            _queue(first);
            _queue(second);
            vm.warp(governor.proposalEta(two));
            _execute(first);
            vm.expectRevert(_exhausted(address(token), OPEN_CAP, 0));
            _execute(second);
        }
        assertEq(token.balanceOf(stranger), 4 * OPEN_CAP);
        assertEq(token.balanceOf(address(timelock)), TREASURY - 4 * OPEN_CAP);
    }

    function test_CapSplitOverManyActions() public {
        Proposal memory p = _empty("crumbs");
        for (uint256 i = 0; i <= 10; ++i) {
            _add(p, address(token), 0, abi.encodeCall(IERC20.transfer, (stranger, OPEN_CAP / 10)));
        }
        _assertBeaten(p);
    }

    function test_EtherHiddenBesideATransfer() public {
        _assertBeaten(_single(address(token), 900 ether, abi.encodeCall(IERC20.transfer, (stranger, 1))));
    }

    function test_EtherHiddenBehindAShortCall() public {
        _assertBeaten(_single(stranger, 900 ether, hex"00"));
    }

    function test_ArgumentsHiddenBehindATransfer() public {
        bytes memory data = bytes.concat(abi.encodeCall(IERC20.transfer, (stranger, 1)), abi.encode(TREASURY));
        _assertBeaten(_single(address(token), 0, data));
    }

    function test_Approve() public {
        _assertBeaten(_single(address(token), 0, abi.encodeCall(IERC20.approve, (stranger, TREASURY))));
        _assertNeverListed(makeAddr("any token"), IERC20.approve.selector);
    }

    function test_TransferFrom() public {
        _assertBeaten(
            _single(address(token), 0, abi.encodeCall(IERC20.transferFrom, (address(timelock), stranger, TREASURY)))
        );
    }

    function test_TreasuryVotesForItsThief() public {
        _assertBeaten(_single(address(token), 0, abi.encodeCall(token.delegate, (stranger))));
        _assertNeverListed(address(token), token.delegate.selector);
    }

    function test_Burn() public {
        _assertBeaten(_single(address(token), 0, abi.encodeCall(IOpenToken.burn, (TREASURY))));
    }

    function test_EscrowThatPrintsVotes() public {
        _assertBeaten(_single(address(token), 0, abi.encodeCall(IOpenToken.addEscrow, (stranger))));
    }

    function test_Multicall() public {
        bytes[] memory calls = new bytes[](1);
        calls[0] = abi.encodeCall(Forwarder.forward, (address(token), abi.encodeCall(IERC20.transfer, (stranger, 1))));
        address forwarder = address(new Forwarder());
        _assertBeaten(_single(forwarder, 0, abi.encodeCall(Multicall.multicall, (calls))));
        _assertNeverListed(forwarder, Multicall.multicall.selector);
    }

    function test_SelfCallOfTheGovernor() public {
        bytes memory data = abi.encodeCall(IERC20.transfer, (stranger, TREASURY));
        _assertBeaten(_setting(abi.encodeCall(governor.relay, (address(token), 0, data))));
    }

    function test_SelfCallOfTheTimelock() public {
        bytes memory data = abi.encodeCall(IERC20.transfer, (stranger, TREASURY));
        _assertBeaten(
            _single(
                address(timelock),
                0,
                abi.encodeCall(timelock.schedule, (address(token), 0, data, 0, 0, TIMELOCK_DELAY))
            )
        );
        _assertNeverListed(address(timelock), timelock.schedule.selector);
    }

    function test_TimelockDelayUpdate() public {
        _assertBeaten(_single(address(timelock), 0, abi.encodeCall(timelock.updateDelay, (1 days))));
    }

    function test_TimelockRoleGrant() public {
        bytes32 role = timelock.PROPOSER_ROLE();
        _assertBeaten(_single(address(timelock), 0, abi.encodeCall(timelock.grantRole, (role, stranger))));
    }

    function test_ListThatListsMore() public {
        _assertBeaten(_listing(address(token), IERC20.transfer.selector, TREASURY));
        _assertNeverListed(address(list), list.setStandardAction.selector);
    }

    function test_AllocationGrant() public {
        _assertBeaten(
            _single(allocation, 0, abi.encodeCall(ITokenAllocation.grant, (RowId.wrap(0), stranger, 1_000_000e18)))
        );
        _assertNeverListed(allocation, ITokenAllocation.grant.selector);
    }

    function test_CouncilDismissed() public {
        _assertBeaten(_single(councilGuard, 0, abi.encodeCall(guard.dismiss, ())));
        _assertNeverListed(councilGuard, guard.dismiss.selector);
    }

    /// @dev A contract in between is not on the list, and what it calls asks for the timelock as its caller.
    function test_RoleGrantThroughAnotherContract() public {
        bytes32 role = timelock.PROPOSER_ROLE();
        address forwarder = address(new Forwarder());
        bytes memory inner = abi.encodeCall(timelock.grantRole, (role, stranger));
        Proposal memory p = _single(forwarder, 0, abi.encodeCall(Forwarder.forward, (address(timelock), inner)));
        _assertBeaten(p);
        p.description = "and with a constitutional majority";
        uint256 id = _ready(p);
        bytes32 admin = timelock.DEFAULT_ADMIN_ROLE();
        vm.expectRevert(
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, forwarder, admin)
        );
        _execute(p);
        _assertState(id, IGovernor.ProposalState.Queued);
        assertFalse(timelock.hasRole(role, stranger));
    }

    function test_RoleGrantOfAnyContract() public {
        _assertNeverListed(makeAddr("any contract"), IAccessControl.grantRole.selector);
    }

    /// @dev Proposed as standard before the list became shorter: executed it would slip past the vote that shortened it.
    function test_ProposalFromBeforeTheEntryWasRemoved() public {
        Proposal memory taking = _take(0, OPEN_CAP);
        Proposal memory removal = _listing(address(token), IERC20.transfer.selector, 0);
        _bothReady(removal, taking);
        _execute(removal);
        vm.expectRevert(
            abi.encodeWithSelector(
                IStandardActions.StandardActions_NotListed.selector,
                address(token),
                IERC20.transfer.selector
            )
        );
        _execute(taking);
    }

    function _take(uint256 nonce, uint256 amount) private view returns (Proposal memory p) {
        p = _single(address(token), 0, abi.encodeCall(IERC20.transfer, (stranger, amount)));
        p.description = vm.toString(nonce);
    }

    /// @dev Constitutional, and so defeated with votes that would have passed it as standard.
    function _assertBeaten(Proposal memory p) private {
        uint256 id = _proposeActive(bob, p);
        assertEq(uint8(governor.proposalClass(id)), uint8(ProposalClass.Constitutional));
        _vote(bob, id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertState(id, IGovernor.ProposalState.Defeated);
    }

    function _assertNeverListed(address target, bytes4 selector) private {
        vm.expectRevert(
            abi.encodeWithSelector(IStandardActions.StandardActions_NeverStandard.selector, target, selector)
        );
        vm.prank(address(timelock));
        list.setStandardAction(target, selector, 1);
    }

    function _exhausted(address asset, uint256 amount, uint256 available) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IStandardActions.StandardActions_CapExhausted.selector, asset, amount, available);
    }
}
