// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {OpenVesting} from "./OpenVesting.sol";
import {IOpenToken} from "./interfaces/IOpenToken.sol";
import {IOpenVesting} from "./interfaces/IOpenVesting.sol";
import {ITokenAllocation} from "./interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "./interfaces/IVestingFactory.sol";
import {RowId} from "./types/RowId.sol";
import {VestingSchedule, SCHEDULE_BITS} from "./types/VestingSchedule.sol";
import {VestingTerms, toVestingTerms} from "./types/VestingTerms.sol";

/// @title Maker of vesting wallets
contract VestingFactory is IVestingFactory {
    using SafeERC20 for IOpenToken;

    /// @inheritdoc IVestingFactory
    uint256 public constant EARLIEST_START = 1_577_836_800;
    /// @inheritdoc IVestingFactory
    uint256 public constant MAX_LEAD = 3_653 days;
    /// @inheritdoc IVestingFactory
    uint256 public constant MAX_DURATION = 3_653 days;
    /// @inheritdoc IVestingFactory
    uint256 public constant MIN_STEP = 1 hours;

    uint256 private constant ROWS = 25;
    uint256 private constant BPS = 1e4;

    /// @inheritdoc IVestingFactory
    IOpenToken public immutable token;

    /// @inheritdoc IVestingFactory
    ITokenAllocation public immutable allocation;

    /// @inheritdoc IVestingFactory
    address public immutable timelock;

    /// @inheritdoc IVestingFactory
    address public immutable implementation;

    /// @param token_ What is locked.
    /// @param allocation_ Makes the revocable grants; must name this contract as its vesting factory.
    constructor(IOpenToken token_, ITokenAllocation allocation_) {
        require(address(token_) != address(0) && address(allocation_) != address(0), VestingFactory_ZeroAddress());
        _requireSame(address(token_), address(allocation_.token()));
        _requireSame(address(this), address(allocation_.vestingFactory()));
        address timelock_ = allocation_.timelock();
        address tokenTimelock = token_.timelock();
        require(tokenTimelock == timelock_, VestingFactory_WrongTimelock(timelock_, tokenTimelock));

        token = token_;
        allocation = allocation_;
        timelock = timelock_;
        implementation = address(new OpenVesting(token_, allocation_, timelock_, address(this)));
    }

    /// @inheritdoc IVestingFactory
    function create(RowId row, Grant calldata grant) external returns (address wallet) {
        return _create(row, grant);
    }

    /// @inheritdoc IVestingFactory
    function createMany(RowId row, Grant[] calldata grants) external returns (address[] memory wallets) {
        wallets = new address[](grants.length);
        for (uint256 i; i < grants.length; ++i) wallets[i] = _create(row, grants[i]);
    }

    /// @inheritdoc IVestingFactory
    function releaseMany(address[] calldata wallets) external {
        bytes memory call = abi.encodeWithSignature("release()");
        for (uint256 i; i < wallets.length; ++i) {
            // Whatever a hostile address returns is not copied.
            bool ok = wallets[i].code.length != 0 && LowLevelCall.callNoReturn(wallets[i], call);
            if (!ok) emit ReleaseFailed(wallets[i]);
        }
    }

    /// @inheritdoc IVestingFactory
    function portfolio(address[] calldata wallets) external view returns (IOpenVesting.State[] memory states) {
        states = new IOpenVesting.State[](wallets.length);
        for (uint256 i; i < wallets.length; ++i) states[i] = IOpenVesting(wallets[i]).state();
    }

    /// @inheritdoc IVestingFactory
    function predict(address payer, RowId row, Grant calldata grant) external view returns (address wallet) {
        (bytes memory terms, bytes32 salt) = _identity(payer, row, grant);
        return Clones.predictDeterministicAddressWithImmutableArgs(implementation, terms, salt);
    }

    /// @inheritdoc IVestingFactory
    function checkSchedule(VestingSchedule schedule) public view {
        if (schedule.isAtOnce()) return;
        require(VestingSchedule.unwrap(schedule) >> SCHEDULE_BITS == 0, VestingFactory_UnknownScheduleBits(schedule));

        uint256 start = schedule.start();
        uint256 latest = block.timestamp + MAX_LEAD;
        require(
            start >= EARLIEST_START && start <= latest,
            VestingFactory_StartOutOfBounds(start, EARLIEST_START, latest)
        );

        uint256 duration = schedule.duration();
        uint256 cliff = schedule.cliff();
        require(duration <= MAX_DURATION, VestingFactory_DurationTooLong(duration, MAX_DURATION));
        require(cliff <= duration, VestingFactory_CliffTooLong(cliff, duration));

        uint256 steps = schedule.steps();
        if (steps != 0) {
            require(duration % steps == 0, VestingFactory_UnevenSteps(steps, duration));
            require(duration / steps >= MIN_STEP, VestingFactory_StepTooShort(duration / steps, MIN_STEP));
        }

        uint256 immediate = schedule.immediateBps();
        uint256 most = duration == 0 ? 0 : BPS - 1;
        require(immediate <= most, VestingFactory_ImmediateTooMuch(immediate, most));
    }

    function _create(RowId row, Grant calldata grant) private returns (address wallet) {
        require(grant.beneficiary != address(0), VestingFactory_NoBeneficiary());
        require(grant.amount != 0, VestingFactory_ZeroAmount());
        require(RowId.unwrap(row) < ROWS, VestingFactory_UnknownRow(row));
        require(!grant.revocable || msg.sender == address(allocation), VestingFactory_RevocableWithoutRow(msg.sender));
        checkSchedule(grant.schedule);

        (bytes memory terms, bytes32 salt) = _identity(msg.sender, row, grant);
        wallet = Clones.predictDeterministicAddressWithImmutableArgs(implementation, terms, salt);
        require(wallet.code.length == 0, VestingFactory_AlreadyExists(wallet));
        Clones.cloneDeterministicWithImmutableArgs(implementation, terms, salt);
        emit VestingCreated(
            wallet,
            grant.beneficiary,
            msg.sender,
            row,
            grant.amount,
            grant.schedule,
            grant.revocable,
            grant.salt
        );

        IOpenVesting(wallet).initialize(grant.beneficiary);
        token.safeTransferFrom(msg.sender, wallet, grant.amount);
    }

    /// @dev Code and salt of a wallet, which say everything about its grant: nobody else can take its address.
    function _identity(
        address payer,
        RowId row,
        Grant calldata grant
    ) private pure returns (bytes memory terms, bytes32 salt) {
        uint96 amount = SafeCast.toUint96(grant.amount);
        VestingTerms word = toVestingTerms(amount, grant.schedule, row, grant.revocable);
        terms = abi.encode(VestingTerms.unwrap(word));
        salt = keccak256(abi.encode(payer, grant.beneficiary, grant.salt));
    }

    function _requireSame(address expected, address actual) private pure {
        require(expected == actual, VestingFactory_WrongAllocation(expected, actual));
    }
}
