// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {StandardActions} from "../../../contracts/governance/StandardActions.sol";
import {IStandardActions} from "../../../contracts/governance/interfaces/IStandardActions.sol";
import {IOpenToken} from "../../../contracts/token/interfaces/IOpenToken.sol";
import {ProposalClass} from "../../../contracts/governance/types/ProposalClass.sol";
import {GovernanceFixture} from "../../helpers/GovernanceFixture.sol";

contract StandardActionsTest is GovernanceFixture {
    ProposalClass private constant STANDARD = ProposalClass.Standard;
    ProposalClass private constant CONSTITUTIONAL = ProposalClass.Constitutional;

    address private target = makeAddr("target");
    bytes4 private constant SETTER = bytes4(keccak256("setPrice(uint256)"));

    function deploy(IStandardActions.StandardAction[] memory actions) external {
        _deployGovernor(_params(), actions);
    }

    function test_TransferAtTheCapIsStandard() public view {
        _assertClass(_grant(OPEN_CAP), STANDARD);
    }

    function test_TransferAboveTheCapIsConstitutional() public view {
        _assertClass(_grant(OPEN_CAP + 1), CONSTITUTIONAL);
        _assertClass(_grant(type(uint256).max), CONSTITUTIONAL);
    }

    function test_TransfersAddUp() public view {
        Proposal memory p = _grant(OPEN_CAP / 2);
        _add(p, address(token), 0, abi.encodeCall(IERC20.transfer, (stranger, OPEN_CAP / 2)));
        _assertClass(p, STANDARD);
        _add(p, address(token), 0, abi.encodeCall(IERC20.transfer, (stranger, 1)));
        _assertClass(p, CONSTITUTIONAL);
    }

    function test_SumsDoNotOverflow() public view {
        Proposal memory p = _grant(1);
        _add(p, address(token), 0, abi.encodeCall(IERC20.transfer, (stranger, type(uint256).max)));
        _assertClass(p, CONSTITUTIONAL);
    }

    function test_EtherAtTheCapIsStandard() public view {
        _assertClass(_single(grantee, ETHER_CAP, ""), STANDARD);
    }

    function test_EtherAboveTheCapIsConstitutional() public view {
        _assertClass(_single(grantee, ETHER_CAP + 1, ""), CONSTITUTIONAL);
    }

    function test_EtherAddsUpOverRecipients() public view {
        Proposal memory p = _single(grantee, ETHER_CAP, "");
        _add(p, stranger, 1, "");
        _assertClass(p, CONSTITUTIONAL);
    }

    function test_EtherAndTokenHaveCapsOfTheirOwn() public view {
        Proposal memory p = _grant(OPEN_CAP);
        _add(p, grantee, ETHER_CAP, "");
        _assertClass(p, STANDARD);
    }

    function test_UnknownCallIsConstitutional() public view {
        _assertClass(_single(target, 0, abi.encodeWithSelector(SETTER, 1)), CONSTITUTIONAL);
    }

    function test_ValueWithACallIsConstitutional() public {
        _list(target, SETTER, 1);
        _assertClass(_single(target, 1, abi.encodeWithSelector(SETTER, 1)), CONSTITUTIONAL);
        Proposal memory p = _grant(1);
        p.values[0] = 1;
        _assertClass(p, CONSTITUTIONAL);
    }

    function test_CalldataShorterThanASelectorIsConstitutional() public view {
        _assertClass(_single(grantee, 0, hex"00"), CONSTITUTIONAL);
        _assertClass(_single(grantee, 1, hex"000000"), CONSTITUTIONAL);
    }

    function test_ZeroAddressIsNotEther() public view {
        _assertClass(_single(address(0), 0, hex"00000000"), CONSTITUTIONAL);
    }

    function test_TransferWithOtherCalldataIsConstitutional() public view {
        bytes memory data = abi.encodeCall(IERC20.transfer, (grantee, 1));
        _assertClass(_single(address(token), 0, bytes.concat(data, hex"00")), CONSTITUTIONAL);
        _assertClass(_single(address(token), 0, abi.encodePacked(IERC20.transfer.selector)), CONSTITUTIONAL);
    }

    function test_TransferOfAnotherTokenIsConstitutional() public view {
        _assertClass(_single(target, 0, abi.encodeCall(IERC20.transfer, (grantee, 1))), CONSTITUTIONAL);
    }

    function test_OtherRightsOverTheTokenAreConstitutional() public view {
        _assertClass(_single(address(token), 0, abi.encodeCall(IERC20.approve, (grantee, 1))), CONSTITUTIONAL);
        _assertClass(
            _single(address(token), 0, abi.encodeCall(IERC20.transferFrom, (address(timelock), grantee, 1))),
            CONSTITUTIONAL
        );
        _assertClass(_single(address(token), 0, abi.encodeCall(IOpenToken.addEscrow, (target))), CONSTITUTIONAL);
    }

    function test_RelayIsConstitutional() public view {
        bytes memory data = abi.encodeCall(IERC20.transfer, (grantee, 1));
        _assertClass(_setting(abi.encodeCall(governor.relay, (address(token), 0, data))), CONSTITUTIONAL);
    }

    function test_TimelockIsConstitutional() public view {
        _assertClass(_single(address(timelock), 0, abi.encodeCall(timelock.updateDelay, (0))), CONSTITUTIONAL);
        bytes memory data = abi.encodeCall(timelock.schedule, (grantee, 1 ether, "", 0, 0, TIMELOCK_DELAY));
        _assertClass(_single(address(timelock), 0, data), CONSTITUTIONAL);
    }

    function test_OneConstitutionalActionAmongManyDecides() public view {
        Proposal memory p = _grant(1);
        _add(p, grantee, 1, "");
        _add(p, address(governor), 0, abi.encodeCall(governor.setVotingDelay, (2 days)));
        _add(p, address(token), 0, abi.encodeCall(IERC20.transfer, (stranger, 1)));
        _assertClass(p, CONSTITUTIONAL);
    }

    function test_ListedSetterIsStandard() public {
        _list(target, SETTER, 1);
        _assertClass(_single(target, 0, abi.encodeWithSelector(SETTER, 1)), STANDARD);
        _assertClass(_single(target, 0, abi.encodeWithSelector(bytes4(0x12345678), 1)), CONSTITUTIONAL);
        _assertClass(_single(stranger, 0, abi.encodeWithSelector(SETTER, 1)), CONSTITUTIONAL);
    }

    function test_ListChangesByVote() public {
        Proposal memory p = _listing(address(token), IERC20.transfer.selector, 1e18);
        _assertClass(p, CONSTITUTIONAL);
        _ready(p);
        vm.expectEmit(address(list));
        emit IStandardActions.StandardActionSet(address(token), IERC20.transfer.selector, OPEN_CAP, 1e18);
        _execute(p);
        assertEq(list.standardCap(address(token), IERC20.transfer.selector), 1e18);
    }

    function test_RemovedEntryIsConstitutional() public {
        _list(address(0), 0, 0);
        _assertClass(_single(grantee, 0, ""), CONSTITUTIONAL);
    }

    function test_ClassOutlivesTheListItWasMadeFrom() public {
        uint256 id = _propose(bob, _grant(OPEN_CAP));
        _list(address(token), IERC20.transfer.selector, 0);
        assertEq(uint8(governor.proposalClass(id)), uint8(STANDARD));
        assertEq(governor.proposalQuorum(id), STANDARD_QUORUM);
    }

    function test_StandardPassesWhereConstitutionalFails() public {
        uint256 standard = _propose(alice, _grant(OPEN_CAP));
        uint256 constitutional = _propose(bob, _grant(OPEN_CAP + 1));
        vm.warp(governor.proposalSnapshot(constitutional) + 1);
        _vote(bob, standard, FOR);
        _vote(bob, constitutional, FOR);
        vm.warp(governor.proposalDeadline(constitutional) + 1);
        _assertState(standard, IGovernor.ProposalState.Succeeded);
        _assertState(constitutional, IGovernor.ProposalState.Defeated);
    }

    function test_RevertWhen_UnknownProposalAskedForItsClass() public {
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorNonexistentProposal.selector, 1));
        governor.proposalClass(1);
    }

    function test_RevertWhen_ListedThingMustStayConstitutional() public {
        _assertNeverStandard(address(timelock), SETTER);
        _assertNeverStandard(address(timelock), IERC20.transfer.selector);
        _assertNeverStandard(address(token), IOpenToken.addEscrow.selector);
        _assertNeverStandard(address(token), IVotes.delegate.selector);
        _assertNeverStandard(address(token), IOpenToken.burn.selector);
        _assertNeverStandard(councilGuard, SETTER);
        _assertNeverStandard(allocation, SETTER);
        _assertNeverStandard(allocation, IERC20.transfer.selector);
    }

    function test_RevertWhen_ListedFunctionGivesRightsAway() public {
        string[11] memory functions = [
            "approve(address,uint256)",
            "transferFrom(address,address,uint256)",
            "increaseAllowance(address,uint256)",
            "transferAndCall(address,uint256)",
            "transferAndCall(address,uint256,bytes)",
            "setApprovalForAll(address,bool)",
            "safeTransferFrom(address,address,uint256)",
            "safeTransferFrom(address,address,uint256,bytes)",
            "grantRole(bytes32,address)",
            "transferOwnership(address)",
            "multicall(bytes[])"
        ];
        for (uint256 i = 0; i < functions.length; ++i) {
            _assertNeverStandard(target, bytes4(keccak256(bytes(functions[i]))));
        }
    }

    function test_RevertWhen_GovernorListed() public {
        _assertRefusedByVote(address(governor), governor.setVotingDelay.selector);
    }

    function test_RevertWhen_ListListsItself() public {
        _assertRefusedByVote(address(list), list.setStandardAction.selector);
    }

    function test_RevertWhen_CapCannotBeCounted() public {
        uint256 max = type(uint96).max;
        bytes memory tooLarge = abi.encodeWithSelector(
            IStandardActions.StandardActions_CapTooLarge.selector,
            max + 1,
            max
        );
        vm.startPrank(address(timelock));
        vm.expectRevert(tooLarge);
        list.setStandardAction(target, IERC20.transfer.selector, max + 1);
        vm.expectRevert(tooLarge);
        list.setStandardAction(address(0), 0, max + 1);
        list.setStandardAction(target, IERC20.transfer.selector, max);
        list.setStandardAction(target, SETTER, max + 1);
    }

    function test_RevertWhen_NotTheTimelockSets() public {
        vm.expectRevert(
            abi.encodeWithSelector(IStandardActions.StandardActions_NotTimelock.selector, address(governor))
        );
        vm.prank(address(governor));
        list.setStandardAction(target, SETTER, 1);
    }

    function test_RevertWhen_TokenNamesAnotherTimelock() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IStandardActions.StandardActions_TokenNamesOtherTimelock.selector,
                stranger,
                address(timelock)
            )
        );
        new StandardActions(
            address(governor),
            stranger,
            token,
            new address[](0),
            new IStandardActions.StandardAction[](0)
        );
    }

    function test_ListSaysWhoItIsFor() public view {
        assertEq(list.governor(), address(governor));
        assertEq(list.timelock(), address(timelock));
        assertEq(address(list.token()), address(token));
        assertEq(address(governor.standardActions()), address(list));
    }

    function test_ClosedTargetsAreAnnounced() public {
        address[] memory closed = new address[](1);
        closed[0] = allocation;
        vm.expectEmit();
        emit IStandardActions.TargetClosed(allocation);
        vm.expectEmit();
        emit IStandardActions.TargetClosed(vm.computeCreateAddress(address(this), vm.getNonce(address(this))));
        vm.expectEmit();
        emit IStandardActions.TargetClosed(address(governor));
        vm.expectEmit();
        emit IStandardActions.TargetClosed(address(timelock));
        new StandardActions(
            address(governor),
            address(timelock),
            token,
            closed,
            new IStandardActions.StandardAction[](0)
        );
    }

    function test_SetterBesideATransferOfTheSameContract() public {
        _list(target, SETTER, 1);
        _list(target, IERC20.transfer.selector, 100);
        Proposal memory p = _single(target, 0, abi.encodeCall(IERC20.transfer, (grantee, 100)));
        _add(p, target, 0, abi.encodeWithSelector(SETTER, 1));
        _assertClass(p, STANDARD);
        _add(p, target, 0, abi.encodeCall(IERC20.transfer, (grantee, 1)));
        _assertClass(p, CONSTITUTIONAL);
    }

    function test_RevertWhen_SetterLeftTheListMeanwhile() public {
        _list(target, SETTER, 1);
        Proposal memory setting = _single(target, 0, abi.encodeWithSelector(SETTER, 1));
        Proposal memory removal = _listing(target, SETTER, 0);
        _bothReady(setting, removal);
        _execute(removal);
        vm.expectRevert(abi.encodeWithSelector(IStandardActions.StandardActions_NotListed.selector, target, SETTER));
        _execute(setting);
    }

    function testFuzz_SplitTransfersNeverExceedTheCap(uint96[5] memory amounts) public view {
        Proposal memory p = _empty("fuzz");
        uint256 sum;
        for (uint256 i = 0; i < amounts.length; ++i) {
            uint256 amount = bound(amounts[i], 0, OPEN_CAP / 2);
            sum += amount;
            _add(p, address(token), 0, abi.encodeCall(IERC20.transfer, (grantee, amount)));
        }
        _assertClass(p, sum <= OPEN_CAP ? STANDARD : CONSTITUTIONAL);
    }

    function testFuzz_UnlistedCallIsConstitutional(address to, uint256 value, bytes memory data) public view {
        vm.assume(data.length > 0);
        vm.assume(to != address(token) || bytes4(data) != IERC20.transfer.selector);
        _assertClass(_single(to, value, data), CONSTITUTIONAL);
    }

    function _list(address to, bytes4 selector, uint256 cap) private {
        _executed(_listing(to, selector, cap));
    }

    function _assertClass(Proposal memory p, ProposalClass expected) private view {
        assertEq(uint8(list.classify(p.targets, p.values, p.calldatas)), uint8(expected));
    }

    function _assertNeverStandard(address to, bytes4 selector) private {
        IStandardActions.StandardAction[] memory actions = new IStandardActions.StandardAction[](1);
        actions[0] = IStandardActions.StandardAction(to, selector, 1);
        vm.expectRevert(_neverStandard(to, selector));
        this.deploy(actions);
    }

    function _assertRefusedByVote(address to, bytes4 selector) private {
        Proposal memory p = _listing(to, selector, 1);
        _ready(p);
        vm.expectRevert(_neverStandard(to, selector));
        _execute(p);
    }

    function _neverStandard(address to, bytes4 selector) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IStandardActions.StandardActions_NeverStandard.selector, to, selector);
    }
}
