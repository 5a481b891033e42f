// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IValidatorStaking} from "../interfaces/IValidatorStaking.sol";
import {PoolId, delegatedPool, ownPool} from "../types/PoolId.sol";
import {ValidatorId} from "../types/ValidatorId.sol";
import {StakePositions} from "./StakePositions.sol";

/// @title Validators, their keys and the set
/// @notice `joinSet` and `replaceMember` converge to the heaviest candidates without sorting: once no candidate outweighs a
/// member by the margin, the set is the top N.
abstract contract ValidatorSet is StakePositions, EIP712 {
    using SafeCast for uint256;

    bytes32 private constant POSSESSION_TYPEHASH = keccak256("Possession(address operator,uint256 deadline)");
    uint256 private constant MAX_COMMISSION_BPS = 5_000;
    uint256 private constant MAX_RISE_BPS = 500;
    /// @dev A challenger must weigh more than 101 % of the member, against flapping.
    uint256 private constant MARGIN_BPS = 10_100;
    uint64 private constant NO_END = type(uint64).max;

    uint32 private _validatorCount;
    uint32[] private _members;
    mapping(address signer => Key) private _keys;

    constructor() EIP712("Openmesh ValidatorStaking", "1") {}

    /// @inheritdoc IValidatorStaking
    function register(
        address signer,
        uint256 deadline,
        bytes calldata proof,
        uint16 commissionBps,
        uint256 selfStake,
        uint256 unit
    ) external returns (ValidatorId id) {
        _checkSelfStake(selfStake);
        require(
            commissionBps <= MAX_COMMISSION_BPS,
            ValidatorStaking_CommissionTooHigh(commissionBps, MAX_COMMISSION_BPS)
        );
        address owner = XNODE.ownerOf(unit);
        require(owner == msg.sender, ValidatorStaking_NotUnitOwner(unit, owner));
        require(XNODE.isActive(unit), ValidatorStaking_UnitInactive(unit));

        uint32 number = ++_validatorCount;
        id = ValidatorId.wrap(number);
        _bindKey(id, signer, currentRound(), deadline, proof);
        Validator storage validator = _validators[id];
        validator.operator = msg.sender;
        validator.status = Status.Candidate;
        validator.signer = signer;
        validator.unit = unit;
        _pools[delegatedPool(id)].bps = commissionBps;
        emit Registered(id, msg.sender, signer, unit, commissionBps, deadline, proof);
        XNODE.lock(unit);
        _stake(id, msg.sender, msg.sender, selfStake);
    }

    /// @inheritdoc IValidatorStaking
    function rotateKey(ValidatorId id, address signer, uint256 deadline, bytes calldata proof) external {
        Validator storage validator = _open(id);
        _checkOperator(id, validator);
        // From the next round on: in every round exactly one key speaks for a validator, so that two keys cannot be used
        // to say two things.
        uint256 fromRound = currentRound() + 1;
        address old = validator.signer;
        _keys[old].toRound = (fromRound - 1).toUint64();
        validator.signer = signer;
        _bindKey(id, signer, fromRound, deadline, proof);
        emit KeyRotated(id, old, signer, fromRound, deadline, proof);
    }

    /// @inheritdoc IValidatorStaking
    function setCommission(ValidatorId id, uint16 bps) external {
        Validator storage validator = _open(id);
        _checkOperator(id, validator);
        PoolId tranche = delegatedPool(id);
        _accrue(id, validator.status == Status.Active);
        Pool storage pool = _pools[tranche];
        uint256 old = pool.bps;
        uint256 fromEpoch = currentEpoch();
        if (bps <= old) {
            (pool.bps, pool.nextEpoch) = (bps, 0);
        } else {
            uint256 limit = old + MAX_RISE_BPS;
            if (limit > MAX_COMMISSION_BPS) limit = MAX_COMMISSION_BPS;
            require(bps <= limit, ValidatorStaking_CommissionTooHigh(bps, limit));
            fromEpoch += UNBONDING_EPOCHS + 1;
            (pool.nextBps, pool.nextEpoch) = (bps, fromEpoch.toUint32());
        }
        emit CommissionSet(id, old, bps, fromEpoch);
    }

    /// @inheritdoc IValidatorStaking
    function joinSet(ValidatorId id) external {
        uint256 limit = _settings.setLimit;
        require(_members.length < limit, ValidatorStaking_SetFull(limit));
        _enter(id);
    }

    /// @inheritdoc IValidatorStaking
    function replaceMember(ValidatorId weak, ValidatorId strong) external {
        uint256 weakWeight = weightOf(weak);
        uint256 strongWeight = weightOf(strong);
        require(strongWeight * 10_000 > weakWeight * MARGIN_BPS, ValidatorStaking_TooLight(weakWeight, strongWeight));
        _exitSet(weak, Status.Candidate);
        _enter(strong);
    }

    /// @inheritdoc IValidatorStaking
    function leaveSet(ValidatorId id) external {
        _checkOperator(id, _known(id));
        _exitSet(id, Status.Resting);
    }

    /// @inheritdoc IValidatorStaking
    function unjail(ValidatorId id) external {
        Validator storage validator = _known(id);
        _checkOperator(id, validator);
        uint256 until = validator.jailedUntil;
        require(until != 0, ValidatorStaking_NotJailed(id));
        require(until <= block.timestamp, ValidatorStaking_Jailed(id, until));
        validator.jailedUntil = 0;
        if (validator.status == Status.Resting) validator.status = Status.Candidate;
        emit Unjailed(id);
    }

    /// @inheritdoc IValidatorStaking
    function lapse(ValidatorId id) external {
        Validator storage validator = _known(id);
        require(XNODE.isLapsed(validator.unit), ValidatorStaking_UnitNotLapsed(validator.unit));
        if (validator.status == Status.Candidate) {
            validator.status = Status.Resting;
            emit Rested(id);
        } else {
            _exitSet(id, Status.Resting);
        }
    }

    /// @inheritdoc IValidatorStaking
    function retire(ValidatorId id) external {
        Validator storage validator = _known(id);
        _checkOperator(id, validator);
        require(validator.status != Status.Active, ValidatorStaking_InSet(id));
        require(validator.status != Status.Retired, ValidatorStaking_Closed(id));
        uint256 own = _pools[ownPool(id)].tokens;
        uint256 possibleIn = uint256(validator.liableThrough) + UNBONDING_EPOCHS + 1;
        require(own == 0 && currentEpoch() >= possibleIn, ValidatorStaking_NotRetirable(own, possibleIn));

        validator.status = Status.Retired;
        uint256 throughRound = currentRound();
        _keys[validator.signer].toRound = throughRound.toUint64();
        emit Retired(id, validator.unit, throughRound);
        XNODE.unlock(validator.unit);
    }

    /// @inheritdoc IValidatorStaking
    function validatorCount() external view returns (uint256) {
        return _validatorCount;
    }

    /// @inheritdoc IValidatorStaking
    function memberCount() external view returns (uint256) {
        return _members.length;
    }

    /// @inheritdoc IValidatorStaking
    function memberAt(uint256 place) external view returns (ValidatorId) {
        return ValidatorId.wrap(_members[place]);
    }

    /// @inheritdoc IValidatorStaking
    function keyOf(address signer) external view returns (Key memory) {
        return _keys[signer];
    }

    /// @inheritdoc IValidatorStaking
    function liableFor(address signer, uint256 round) external view returns (ValidatorId) {
        Key memory key = _keys[signer];
        bool liable = key.fromRound <= round && round <= key.toRound;
        return ValidatorId.wrap(liable ? key.validator : 0);
    }

    /// @inheritdoc IValidatorStaking
    function weightOf(ValidatorId id) public view returns (uint256) {
        return uint256(_pools[ownPool(id)].tokens) + _pools[delegatedPool(id)].tokens;
    }

    /// @inheritdoc IValidatorStaking
    function possessionDigest(address operator, uint256 deadline) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(POSSESSION_TYPEHASH, operator, deadline)));
    }

    /// @dev Ends the membership of `id`, with everything it earned credited.
    function _exitSet(ValidatorId id, Status next) internal {
        Validator storage validator = _known(id);
        require(validator.status == Status.Active, ValidatorStaking_NotInSet(id));
        _accrue(id, true);
        _deactivate(weightOf(id));

        uint256 slot = validator.slot;
        uint32 last = _members[_members.length - 1];
        _members[slot - 1] = last;
        _members.pop();
        _validators[ValidatorId.wrap(last)].slot = uint16(slot);
        validator.slot = 0;
        validator.status = next;
        validator.liableThrough = currentEpoch().toUint32();
        emit Left(id, next == Status.Resting);
    }

    function _enter(ValidatorId id) private {
        Validator storage validator = _open(id);
        require(validator.status != Status.Active, ValidatorStaking_InSet(id));
        require(validator.status == Status.Candidate || msg.sender == validator.operator, ValidatorStaking_Resting(id));
        require(validator.jailedUntil == 0, ValidatorStaking_Jailed(id, validator.jailedUntil));
        _checkOwnStake(id, _pools[ownPool(id)].tokens);
        require(!XNODE.isLapsed(validator.unit), ValidatorStaking_UnitInactive(validator.unit));

        _accrue(id, false);
        _activate(weightOf(id));
        _members.push(ValidatorId.unwrap(id).toUint32());
        validator.slot = _members.length.toUint16();
        validator.status = Status.Active;
        emit Joined(id);
    }

    function _bindKey(
        ValidatorId id,
        address signer,
        uint256 fromRound,
        uint256 deadline,
        bytes calldata proof
    ) private {
        require(block.timestamp <= deadline, ValidatorStaking_ProofExpired(deadline));
        require(_keys[signer].validator == 0, ValidatorStaking_KeyUsed(signer));
        // A key and not an account: a contract's answer to "did you sign this" may change after the fact.
        (address recovered, , ) = ECDSA.tryRecoverCalldata(possessionDigest(msg.sender, deadline), proof);
        require(recovered == signer && signer != address(0), ValidatorStaking_InvalidProof(signer, recovered));
        _keys[signer] = Key({
            validator: ValidatorId.unwrap(id).toUint32(),
            fromRound: fromRound.toUint64(),
            toRound: NO_END
        });
    }
}
