// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {LibBit} from "solady/src/utils/LibBit.sol";

import {IAccountability} from "../staking/interfaces/IAccountability.sol";
import {IValidatorStaking} from "../staking/interfaces/IValidatorStaking.sol";
import {StakeClock} from "../staking/types/StakeClock.sol";
import {ValidatorId} from "../staking/types/ValidatorId.sol";
import {IValidatorHouse} from "./interfaces/IValidatorHouse.sol";

/// @title Validators' house
contract ValidatorHouse is IValidatorHouse {
    /// @inheritdoc IValidatorHouse
    uint256 public constant HOLD = 7 days;

    uint40 private constant TOMBSTONE = type(uint40).max;

    /// @inheritdoc IValidatorHouse
    address public immutable governor;
    /// @inheritdoc IValidatorHouse
    address public immutable staking;

    /// @inheritdoc IValidatorHouse
    mapping(uint256 proposalId => uint256 timestamp) public heldUntil;
    /// @inheritdoc IValidatorHouse
    mapping(uint256 proposalId => uint256 places) public objectionsOf;

    constructor(address governor_, address staking_) {
        require(governor_ != address(0) && staking_ != address(0), ValidatorHouse_ZeroAddress());
        (governor, staking) = (governor_, staking_);
    }

    /// @inheritdoc IValidatorHouse
    function object(uint256 proposalId, ValidatorId id, uint256 place) external {
        uint256 eta = _checkOpen(proposalId);
        _checkOperator(id);
        uint256 members = _checkMember(proposalId, id, place);

        uint256 before = objectionsOf[proposalId];
        uint256 places = before | (1 << place);
        require(places != before, ValidatorHouse_AlreadyObjected(proposalId, id));
        objectionsOf[proposalId] = places;
        uint256 objections = LibBit.popCount(places);
        // A third, rounded against the objection.
        uint256 needed = (members + 2) / 3;
        emit Objected(proposalId, id, msg.sender, place, objections, needed);
        if (objections < needed) return;
        uint256 until = eta + HOLD;
        heldUntil[proposalId] = until;
        emit ProposalHeld(proposalId, until);
    }

    function _checkOpen(uint256 proposalId) private view returns (uint256 eta) {
        uint256 until = heldUntil[proposalId];
        require(until == 0, ValidatorHouse_AlreadyHeld(proposalId, until));
        IGovernor.ProposalState state = IGovernor(governor).state(proposalId);
        require(state == IGovernor.ProposalState.Queued, ValidatorHouse_NotQueued(proposalId, state));
        eta = IGovernor(governor).proposalEta(proposalId);
        require(block.timestamp < eta, ValidatorHouse_TooLate(proposalId, eta));
    }

    function _checkOperator(ValidatorId id) private view {
        IValidatorStaking.Validator memory validator = IValidatorStaking(staking).validatorOf(id);
        require(validator.operator == msg.sender, ValidatorHouse_NotOperator(id, msg.sender));
        require(validator.jailedUntil != TOMBSTONE, ValidatorHouse_Tombstoned(id));
    }

    function _checkMember(uint256 proposalId, ValidatorId id, uint256 place) private view returns (uint256) {
        uint256 epoch = StakeClock.epochOf(StakeClock.roundAt(IGovernor(governor).proposalSnapshot(proposalId)));
        IAccountability.Member[] memory members = _membersIn(epoch);
        require(place < members.length && members[place].id == id, ValidatorHouse_NotMember(id, place, epoch));
        return members.length;
    }

    /// @dev The set of an epoch before the accountability contract was replaced is known to the one before it.
    function _membersIn(uint256 epoch) private view returns (IAccountability.Member[] memory members) {
        members = IAccountability(IValidatorStaking(staking).settings().accountability).snapshotOf(epoch).members;
        if (members.length != 0) return members;
        (address previous, ) = IValidatorStaking(staking).previousAccountability();
        if (previous != address(0)) members = IAccountability(previous).snapshotOf(epoch).members;
    }
}
