// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {OpenTimelock} from "../../../contracts/governance/OpenTimelock.sol";
import {StandardActions} from "../../../contracts/governance/StandardActions.sol";
import {ValidatorHouse} from "../../../contracts/governance/ValidatorHouse.sol";
import {IGovernorHold} from "../../../contracts/governance/interfaces/IGovernorHold.sol";
import {IOpenGovernor} from "../../../contracts/governance/interfaces/IOpenGovernor.sol";
import {IStandardActions} from "../../../contracts/governance/interfaces/IStandardActions.sol";
import {IValidatorHouse} from "../../../contracts/governance/interfaces/IValidatorHouse.sol";
import {IValidatorStaking} from "../../../contracts/staking/interfaces/IValidatorStaking.sol";
import {IOpenToken} from "../../../contracts/token/interfaces/IOpenToken.sol";
import {IGovernorUnderTest} from "../../helpers/IGovernorUnderTest.sol";
import {RoundsFixture} from "../staking/RoundsFixture.sol";

/// @dev The real governor on the staking domain: seven validators, of which three are a third.
contract ValidatorHouseTest is RoundsFixture {
    uint256 private constant MEMBERS = 7;
    uint256 private constant NEEDED = 3;
    uint256 private constant TIMELOCK_DELAY = 3 days;
    uint256 private constant GRACE = 14 days;
    bytes32 private constant TEXT = keccak256("# Pay");

    IGovernorUnderTest private governor;
    ValidatorHouse private house;
    uint256 private proposalId;
    uint256 private eta;

    function setUp() public override {
        address predictedToken = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        address[] memory none = new address[](0);
        bytes memory initCode = abi.encodePacked(
            type(OpenTimelock).creationCode,
            abi.encode(predictedToken, TIMELOCK_DELAY, none, none, address(this))
        );
        timelock = vm.computeCreate2Address(0, keccak256(initCode), address(this));
        super.setUp();
        OpenTimelock made = new OpenTimelock{salt: 0}(
            IOpenToken(predictedToken),
            TIMELOCK_DELAY,
            none,
            none,
            address(this)
        );
        assertEq(address(made), timelock);

        _deployGovernor();
        made.grantRole(made.PROPOSER_ROLE(), address(governor));
        made.grantRole(made.CANCELLER_ROLE(), address(governor));
        made.grantRole(made.EXECUTOR_ROLE(), address(governor));
        newMembers(MEMBERS);
        token.transfer(alice, 200_000_000 * ONE);
        vm.prank(alice);
        token.delegate(alice);
        skip(1 days);
        _queue();
    }

    function test_GOVERNANCE_80_OneObjectionHoldsNothing() public {
        vm.expectEmit(address(house));
        emit IValidatorHouse.Objected(proposalId, ids[0], operatorOf(ids[0]), 0, 1, NEEDED);
        _object(0);
        assertEq(house.objectionsOf(proposalId), 1);
        assertEq(house.heldUntil(proposalId), 0);
        vm.warp(eta);
        _execute();
        assertEq(token.balanceOf(bob), 1);
    }

    function test_GOVERNANCE_80_AThirdHoldsForSevenDays() public {
        _object(0);
        _object(6);
        vm.expectEmit(address(house));
        emit IValidatorHouse.ProposalHeld(proposalId, eta + 7 days);
        _object(3);

        assertEq(governor.proposalEta(proposalId), eta + 7 days);
        vm.warp(eta + 7 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IGovernorHold.GovernorHold_Held.selector, proposalId, eta + 7 days));
        _execute();
        vm.warp(eta + 7 days);
        _execute();
        assertEq(token.balanceOf(bob), 1);
    }

    function test_GOVERNANCE_81_AHoldNeverKills() public {
        _hold();
        vm.warp(eta + 7 days + GRACE);
        assertEq(uint8(governor.state(proposalId)), uint8(IGovernor.ProposalState.Queued));
        _execute();
        assertEq(token.balanceOf(bob), 1);
    }

    function test_GOVERNANCE_81_ApprovalExpiresAfterTheHold() public {
        _hold();
        vm.warp(eta + 7 days + GRACE + 1);
        assertEq(uint8(governor.state(proposalId)), uint8(IGovernor.ProposalState.Expired));
    }

    function test_GOVERNANCE_81_RevertWhen_HeldTwice() public {
        _hold();
        bytes memory refusal = abi.encodeWithSelector(
            IValidatorHouse.ValidatorHouse_AlreadyHeld.selector,
            proposalId,
            eta + 7 days
        );
        _objectRefused(5, refusal);
        vm.warp(eta + 1 days);
        _objectRefused(5, refusal);
    }

    function test_RevertWhen_ObjectedTwice() public {
        _object(2);
        _objectRefused(
            2,
            abi.encodeWithSelector(IValidatorHouse.ValidatorHouse_AlreadyObjected.selector, proposalId, ids[2])
        );
        assertEq(house.objectionsOf(proposalId), 4);
    }

    function test_RevertWhen_NotTheOperator() public {
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorHouse.ValidatorHouse_NotOperator.selector, ids[0], address(this))
        );
        house.object(proposalId, ids[0], 0);
    }

    function test_GOVERNANCE_82_RevertWhen_JoinedAfterTheSnapshot() public {
        newMember(SELF);
        uint256 epoch = core.currentEpoch();
        // The proposal's snapshot lies in the epoch before.
        _objectRefused(
            7,
            abi.encodeWithSelector(IValidatorHouse.ValidatorHouse_NotMember.selector, ids[7], 7, epoch - 1)
        );
    }

    function test_RevertWhen_ThePlaceIsAnothers() public {
        address operator = operatorOf(ids[0]);
        uint256 epoch = core.currentEpoch() - 1;
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IValidatorHouse.ValidatorHouse_NotMember.selector, ids[0], 1, epoch));
        house.object(proposalId, ids[0], 1);
    }

    function test_GOVERNANCE_82_MemberThatLeftStillObjects() public {
        vm.prank(operatorOf(ids[0]));
        core.leaveSet(ids[0]);
        _object(0);
        assertEq(house.objectionsOf(proposalId), 1);
    }

    function test_RevertWhen_Tombstoned() public {
        uint256 epoch = core.currentEpoch();
        vm.prank(address(accountability));
        core.slash(ids[0], epoch, 500, FOREVER, address(0));
        _objectRefused(0, abi.encodeWithSelector(IValidatorHouse.ValidatorHouse_Tombstoned.selector, ids[0]));
    }

    function test_RevertWhen_TheDelayIsOver() public {
        vm.warp(eta);
        _objectRefused(0, abi.encodeWithSelector(IValidatorHouse.ValidatorHouse_TooLate.selector, proposalId, eta));
    }

    function test_RevertWhen_NotQueued() public {
        vm.warp(eta);
        _execute();
        _objectRefused(
            0,
            abi.encodeWithSelector(
                IValidatorHouse.ValidatorHouse_NotQueued.selector,
                proposalId,
                IGovernor.ProposalState.Executed
            )
        );
    }

    function test_ReplacedAccountability_StillKnowsTheSet() public {
        IValidatorStaking.Settings memory next = core.settings();
        next.accountability = address(newAccountability());
        // Queued long enough before: the replacement falls between snapshot and objection.
        vm.prank(timelock);
        core.proposeSettings(next);
        skip(core.SETTINGS_DELAY());
        (, uint256 snapshotAt) = _propose("# Again");
        vm.warp(snapshotAt + 1);
        accountability.snapshotSet();
        core.activateSettings(next);
        _voteAndQueue(keccak256("# Again"));
        _object(0);
        assertEq(house.objectionsOf(proposalId), 1);
    }

    function test_RevertWhen_AnAddressIsZero() public {
        vm.expectRevert(IValidatorHouse.ValidatorHouse_ZeroAddress.selector);
        new ValidatorHouse(address(0), address(core));
        vm.expectRevert(IValidatorHouse.ValidatorHouse_ZeroAddress.selector);
        new ValidatorHouse(address(governor), address(0));
    }

    function _deployGovernor() private {
        uint256 nonce = vm.getNonce(address(this));
        address governorAt = vm.computeCreateAddress(address(this), nonce + 1);
        address houseAt = vm.computeCreateAddress(address(this), nonce + 2);
        IStandardActions list = new StandardActions(
            governorAt,
            timelock,
            token,
            new address[](0),
            new IStandardActions.StandardAction[](0)
        );
        IOpenGovernor.Params memory params = IOpenGovernor.Params({
            votingDelay: 3 days,
            votingPeriod: 7 days,
            swingWindow: 2 days,
            gracePeriod: uint32(GRACE),
            proposalThreshold: 1_000_000e18,
            quorumNumerator: 400,
            constitutionalQuorumNumerator: 1_000,
            quorumFloor: 10_000_000e18,
            constitutionalQuorumFloor: 30_000_000e18
        });
        governor = IGovernorUnderTest(
            _deploy("OpenGovernor.sol:OpenGovernor", abi.encode(token, timelock, params, list, address(0), houseAt))
        );
        house = new ValidatorHouse(address(governor), address(core));
        assertEq(governor.validatorHouse(), address(house));
    }

    function _actions() private view returns (address[] memory t, uint256[] memory v, bytes[] memory c) {
        (t, v, c) = (new address[](1), new uint256[](1), new bytes[](1));
        (t[0], c[0]) = (address(token), abi.encodeCall(token.transfer, (bob, 1)));
    }

    function _propose(string memory text) private returns (uint256, uint256 snapshotAt) {
        (address[] memory t, uint256[] memory v, bytes[] memory c) = _actions();
        vm.prank(alice);
        proposalId = governor.propose(t, v, c, text);
        snapshotAt = governor.proposalSnapshot(proposalId);
        return (proposalId, snapshotAt);
    }

    function _queue() private {
        token.transfer(timelock, 10);
        (, uint256 snapshotAt) = _propose("# Pay");
        vm.warp(snapshotAt + 1);
        accountability.snapshotSet();
        _voteAndQueue(TEXT);
    }

    function _voteAndQueue(bytes32 text) private {
        (address[] memory t, uint256[] memory v, bytes[] memory c) = _actions();
        vm.prank(alice);
        governor.castVote(proposalId, 1);
        vm.warp(governor.proposalDeadline(proposalId) + 1);
        governor.queue(t, v, c, text);
        eta = governor.proposalEta(proposalId);
    }

    function _execute() private {
        (address[] memory t, uint256[] memory v, bytes[] memory c) = _actions();
        governor.execute(t, v, c, TEXT);
    }

    function _hold() private {
        for (uint256 place = 0; place < NEEDED; ++place) _object(place);
        assertEq(house.heldUntil(proposalId), eta + 7 days);
    }

    function _object(uint256 place) private {
        vm.prank(operatorOf(ids[place]));
        house.object(proposalId, ids[place], place);
    }

    function _objectRefused(uint256 place, bytes memory refusal) private {
        address operator = operatorOf(ids[place]);
        vm.prank(operator);
        vm.expectRevert(refusal);
        house.object(proposalId, ids[place], place);
    }
}
