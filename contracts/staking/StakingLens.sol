// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IStakingLens} from "./interfaces/IStakingLens.sol";
import {IValidatorStaking} from "./interfaces/IValidatorStaking.sol";
import {StakeClock} from "./types/StakeClock.sol";
import {StakeMath} from "./libraries/StakeMath.sol";
import {PoolId, delegatedPool, ownPool} from "./types/PoolId.sol";
import {ValidatorId} from "./types/ValidatorId.sol";

/// @title Reads of staking in one call
contract StakingLens is IStakingLens {
    IValidatorStaking private immutable CORE;

    constructor(address staking_) {
        require(staking_ != address(0), StakingLens_ZeroAddress());
        CORE = IValidatorStaking(staking_);
    }

    /// @inheritdoc IStakingLens
    function validators(uint256 first, uint256 count) external view returns (ValidatorView[] memory page) {
        uint256 total = CORE.validatorCount();
        uint256 length = first == 0 || first > total ? 0 : Math.min(count, total - first + 1);
        page = new ValidatorView[](length);
        for (uint256 i; i < length; ++i) page[i] = _validator(ValidatorId.wrap(first + i));
    }

    /// @inheritdoc IStakingLens
    function members() external view returns (ValidatorView[] memory set) {
        set = new ValidatorView[](CORE.memberCount());
        for (uint256 place; place < set.length; ++place) set[place] = _validator(CORE.memberAt(place));
    }

    /// @inheritdoc IStakingLens
    function positions(
        address account,
        ValidatorId[] calldata ids,
        uint256 epochs
    ) external view returns (PositionView[] memory held) {
        held = new PositionView[](ids.length);
        for (uint256 i; i < ids.length; ++i) {
            (uint256 tokens, uint256 reward) = CORE.stakeOf(ids[i], account);
            held[i] = PositionView({
                id: ids[i],
                tokens: tokens,
                reward: reward,
                unbooked: CORE.positionOf(ids[i], account).tokens - tokens,
                exits: _exits(account, ids, i, epochs)
            });
        }
    }

    /// @inheritdoc IStakingLens
    function staking() external view returns (address) {
        return address(CORE);
    }

    function _validator(ValidatorId id) private view returns (ValidatorView memory found) {
        found.id = id;
        found.validator = CORE.validatorOf(id);
        found.own = CORE.poolOf(ownPool(id));
        found.delegated = CORE.poolOf(delegatedPool(id));
        uint256 cap = uint256(found.own.tokens) * CORE.settings().delegationCap;
        found.room = Math.saturatingSub(cap, found.delegated.tokens);
    }

    function _exits(
        address account,
        ValidatorId[] calldata ids,
        uint256 from,
        uint256 epochs
    ) private view returns (ExitView[] memory found) {
        uint256 current = CORE.currentEpoch();
        found = new ExitView[]((epochs + 1) * ids.length);
        uint256 count;
        for (uint256 ago; ago <= epochs; ++ago) {
            for (uint256 to; to < ids.length; ++to) {
                ExitView memory exit = _exit(account, ids[from], ids[to], current - ago);
                if (exit.principal != 0) found[count++] = exit;
            }
        }
        // Only shortens: the places beyond stay unused.
        assembly ("memory-safe") {
            mstore(found, count)
        }
    }

    function _exit(
        address account,
        ValidatorId from,
        ValidatorId to,
        uint256 epoch
    ) private view returns (ExitView memory) {
        IValidatorStaking.Exit memory exit = CORE.redelegationOf(from, to, epoch, account);
        PoolId tranche = CORE.validatorOf(from).operator == account ? ownPool(from) : delegatedPool(from);
        IValidatorStaking.Bucket memory bucket = CORE.bucketOf(tranche, epoch);
        uint256 end = (epoch + CORE.UNBONDING_EPOCHS() + 1) * StakeClock.ROUNDS_PER_EPOCH * StakeClock.ROUND;
        return
            ExitView({
                to: to,
                epoch: epoch,
                payout: Math.min(StakeMath.partDown(exit.shares, bucket.tokens, bucket.shares), exit.principal),
                principal: exit.principal,
                payableAt: end,
                slashableUntil: end
            });
    }
}
