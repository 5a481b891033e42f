// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";

import {IValidatorStaking} from "../interfaces/IValidatorStaking.sol";
import {PoolId, delegatedPool, ownPool} from "../types/PoolId.sol";
import {ValidatorId} from "../types/ValidatorId.sol";
import {StakeExits} from "./StakeExits.sol";

/// @title Validators, their keys and the set
/// @notice `joinSet` and `replaceMember` converge to the heaviest candidates without sorting: once no candidate outweighs a
/// member by the margin, the set is the top N.
/// @dev Casts are of ids counted in 32 bits, of places in a set of at most 255, and of rounds and epochs of the clock.
abstract contract ValidatorSet is StakeExits, IERC5267 {
    // OpenZeppelin's EIP712 without its cache and its long names: a key is bound a few times in its life.
    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    string private constant NAME = "Openmesh ValidatorStaking";
    string private constant VERSION = "1";
    bytes32 private constant POSSESSION_TYPEHASH = keccak256("Possession(address operator,uint256 deadline)");
    uint256 private constant MAX_COMMISSION_BPS = 5_000;
    uint256 private constant MAX_RISE_BPS = 500;
    /// @dev A challenger must weigh more than 101 % of the member, against flapping.
    uint256 private constant MARGIN_BPS = 10_100;
    uint64 private constant NO_END = type(uint64).max;

    uint32 private _validatorCount;
    uint32[] private _members;
    mapping(address signer => Key) private _keys;

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
        _tranches[delegatedPool(id)].earning.bps = commissionBps;
        emit Registered(id, msg.sender, signer, unit, commissionBps, deadline, proof);
        XNODE.lock(unit);
        _stake(id, msg.sender, selfStake);
    }

    /// @inheritdoc IValidatorStaking
    function rotateKey(ValidatorId id, address signer, uint256 deadline, bytes calldata proof) external {
        Validator storage validator = _open(id);
        _checkOperator(id, validator);
        // From the next round on: in every round exactly one key speaks for a validator, so that two keys cannot be used
        // to say two things.
        uint256 fromRound = currentRound() + 1;
        address old = validator.signer;
        _keys[old].toRound = uint64(fromRound - 1);
        validator.signer = signer;
        _bindKey(id, signer, fromRound, deadline, proof);
        emit KeyRotated(id, old, signer, fromRound, deadline, proof);
    }

    /// @inheritdoc IValidatorStaking
    function setCommission(ValidatorId id, uint16 bps) external {
        Validator storage validator = _open(id);
        _checkOperator(id, validator);
        PoolId pool = delegatedPool(id);
        (uint256 index, ) = _indexNow();
        _accrue(pool, index);
        Fee storage fee = _bank(pool);
        Tranche storage tranche = _tranches[pool];
        uint256 old = tranche.earning.bps;
        uint256 fromEpoch = currentEpoch();
        if (bps <= old) {
            (tranche.earning.bps, tranche.earning.marked, fee.nextEpoch) = (bps, false, 0);
        } else {
            uint256 limit = old + MAX_RISE_BPS;
            if (limit > MAX_COMMISSION_BPS) limit = MAX_COMMISSION_BPS;
            require(bps <= limit, ValidatorStaking_CommissionTooHigh(bps, limit));
            fromEpoch += UNBONDING_EPOCHS + 1;
            tranche.earning.marked = true;
            (fee.nextBps, fee.nextEpoch) = (bps, uint32(fromEpoch));
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
        _exitSet(weak);
        _validators[weak].status = Status.Candidate;
        emit Left(weak, false);
        _enter(strong);
    }

    /// @inheritdoc IValidatorStaking
    function leaveSet(ValidatorId id) external {
        require(_operated(id).status == Status.Active, ValidatorStaking_NotInSet(id));
        _rest(id);
    }

    /// @inheritdoc IValidatorStaking
    function unjail(ValidatorId id) external {
        Validator storage validator = _operated(id);
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
        require(_rest(id), ValidatorStaking_NotInSet(id));
    }

    /// @inheritdoc IValidatorStaking
    function retire(ValidatorId id) external {
        Validator storage validator = _operated(id);
        require(validator.status != Status.Active, ValidatorStaking_InSet(id));
        require(validator.status != Status.Retired, ValidatorStaking_Closed(id));
        uint256 own = _tranches[ownPool(id)].stake.tokens;
        uint256 possibleIn = uint256(validator.liableThrough) + UNBONDING_EPOCHS + 1;
        require(own == 0 && currentEpoch() >= possibleIn, ValidatorStaking_NotRetirable(own, possibleIn));

        validator.status = Status.Retired;
        uint256 throughRound = currentRound();
        _keys[validator.signer].toRound = uint64(throughRound);
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
        return uint256(_tranches[ownPool(id)].stake.tokens) + _tranches[delegatedPool(id)].stake.tokens;
    }

    /// @inheritdoc IValidatorStaking
    function possessionDigest(address operator, uint256 deadline) public view returns (bytes32) {
        bytes32 separator = keccak256(
            abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(NAME)), keccak256(bytes(VERSION)), block.chainid, address(this))
        );
        bytes32 possession = keccak256(abi.encode(POSSESSION_TYPEHASH, operator, deadline));
        return MessageHashUtils.toTypedDataHash(separator, possession);
    }

    /// @inheritdoc IERC5267
    function eip712Domain()
        external
        view
        returns (
            bytes1 fields,
            string memory name,
            string memory version,
            uint256 chainId,
            address verifyingContract,
            bytes32 salt,
            uint256[] memory extensions
        )
    {
        return (hex"0f", NAME, VERSION, block.chainid, address(this), bytes32(0), new uint256[](0));
    }

    /// @dev Keeps `id` out of the set until its operator brings it back; false if it was out for such a reason already.
    function _rest(ValidatorId id) internal returns (bool) {
        Validator storage validator = _validators[id];
        if (validator.status == Status.Active) {
            _exitSet(id);
            emit Left(id, true);
        } else if (validator.status == Status.Candidate) {
            validator.status = Status.Resting;
            emit Rested(id);
        } else {
            return false;
        }
        return true;
    }

    /// @dev Ends the membership of `id`, with everything it earned credited; it rests.
    function _exitSet(ValidatorId id) private {
        Validator storage validator = _known(id);
        require(validator.status == Status.Active, ValidatorStaking_NotInSet(id));
        (uint256 index, uint256 finish) = _indexNow();
        _accrue(ownPool(id), index);
        _accrue(delegatedPool(id), index);
        _setActive(index, finish, _activeStake() - weightOf(id));

        uint256 slot = validator.slot;
        uint32 last = _members[_members.length - 1];
        _members[slot - 1] = last;
        _members.pop();
        _validators[ValidatorId.wrap(last)].slot = uint16(slot);
        (validator.status, validator.slot, validator.liableThrough) = (Status.Resting, 0, uint32(currentEpoch()));
    }

    function _enter(ValidatorId id) private {
        Validator storage validator = _open(id);
        require(validator.status != Status.Active, ValidatorStaking_InSet(id));
        require(validator.status == Status.Candidate || msg.sender == validator.operator, ValidatorStaking_Resting(id));
        require(validator.jailedUntil == 0, ValidatorStaking_Jailed(id, validator.jailedUntil));
        _checkOwnStake(id, _tranches[ownPool(id)].stake.tokens);
        require(!XNODE.isLapsed(validator.unit), ValidatorStaking_UnitInactive(validator.unit));

        (uint256 index, uint256 finish) = _indexNow();
        _accrue(ownPool(id), index);
        _accrue(delegatedPool(id), index);
        _setActive(index, finish, _activeStake() + weightOf(id));
        _members.push(uint32(ValidatorId.unwrap(id)));
        validator.slot = uint16(_members.length);
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
        _keys[signer] = Key({validator: uint32(ValidatorId.unwrap(id)), fromRound: uint64(fromRound), toRound: NO_END});
    }
}
