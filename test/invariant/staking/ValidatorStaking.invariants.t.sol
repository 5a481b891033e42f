// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {IValidatorStaking} from "../../../contracts/staking/interfaces/IValidatorStaking.sol";
import {PoolId, delegatedPool, ownPool} from "../../../contracts/staking/types/PoolId.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {IOpenToken} from "../../../contracts/token/interfaces/IOpenToken.sol";
import {StakingHandler} from "./StakingHandler.t.sol";

/// @dev The numbers are those of the README beside this file. Long histories find more here than many.
/// forge-config: default.invariant.runs = 12
/// forge-config: default.invariant.depth = 256
contract ValidatorStakingInvariants is Test {
    StakingHandler private handler;
    IValidatorStaking private core;
    IOpenToken private token;
    address private vault;
    uint256 private validators;

    function setUp() public {
        handler = new StakingHandler();
        handler.setUp();
        address open;
        (core, open, vault) = handler.system();
        token = IOpenToken(open);
        validators = handler.VALIDATORS();
        targetContract(address(handler));
        bytes4[] memory excluded = new bytes4[](2);
        excluded[0] = StakingHandler.setUp.selector;
        excluded[1] = StakingHandler.everybodyLeaves.selector;
        excludeSelector(FuzzSelector(address(handler), excluded));
    }

    /// I1
    function invariant_EveryTokenHasAnOwner() public view {
        assertEq(
            token.balanceOf(address(core)),
            token.escrowedTotal(address(core)) + handler.notified() - handler.paid() + handler.donated()
        );
        uint256 total;
        for (uint256 a; a < handler.accountCount(); ++a) {
            address account = handler.accounts(a);
            uint256 principal;
            for (uint256 v = 1; v <= validators; ++v) {
                principal += core.positionOf(ValidatorId.wrap(v), account).tokens;
            }
            for (uint256 i; i < handler.exitCount(); ++i) {
                StakingHandler.ExitKey memory exit = handler.exitAt(i);
                if (exit.account == account)
                    principal += core.redelegationOf(exit.id, exit.to, exit.epoch, account).principal;
            }
            assertEq(token.escrowed(address(core), account), principal);
            total += principal;
        }
        assertEq(token.escrowedTotal(address(core)), total);
    }

    /// I2, I12
    function invariant_RewardsArePaidOutOfTheReserve() public view {
        uint256 owed;
        for (uint256 v = 1; v <= validators; ++v) {
            ValidatorId id = ValidatorId.wrap(v);
            owed += core.poolOf(delegatedPool(id)).owed;
            for (uint256 a; a < handler.accountCount(); ++a) {
                (, uint256 reward) = core.stakeOf(id, handler.accounts(a));
                owed += reward;
            }
        }
        (uint256 rate, uint256 finish) = core.streamState();
        uint256 left = finish > block.timestamp ? (rate * (finish - block.timestamp)) / 1e6 : 0;
        uint256 unpaid = handler.notified() - handler.paid();
        assertEq(core.reserve(), unpaid + handler.donated());
        assertLe(owed + left, unpaid);
        assertLe(unpaid - owed - left, 1e12);
    }

    /// I3, I4
    function invariant_PoolsCoverPositions() public view {
        uint256 active;
        for (uint256 v = 1; v <= validators; ++v) {
            ValidatorId id = ValidatorId.wrap(v);
            address operator = core.validatorOf(id).operator;
            uint256 delegated;
            for (uint256 a; a < handler.accountCount(); ++a) {
                (uint256 tokens, ) = core.stakeOf(id, handler.accounts(a));
                if (handler.accounts(a) == operator) assertEq(tokens, core.poolOf(ownPool(id)).tokens);
                else delegated += tokens;
            }
            uint256 pool = core.poolOf(delegatedPool(id)).tokens;
            assertLe(delegated, pool);
            assertLe(pool - delegated, 1e12);
            if (core.validatorOf(id).status == IValidatorStaking.Status.Active) active += core.weightOf(id);
        }
        assertEq(core.totalActive(), active);
    }

    /// I5
    function invariant_BucketsCoverExits() public view {
        for (uint256 i; i < handler.exitCount(); ++i) {
            StakingHandler.ExitKey memory key = handler.exitAt(i);
            bool own = core.validatorOf(key.id).operator == key.account;
            PoolId pool = own ? ownPool(key.id) : delegatedPool(key.id);
            IValidatorStaking.Bucket memory bucket = core.bucketOf(pool, key.epoch);
            assertLe(bucket.tokens, bucket.shares + (bucket.shares == 0 ? 1e6 : 0));
            uint256 shares;
            for (uint256 j; j < handler.exitCount(); ++j) {
                StakingHandler.ExitKey memory other = handler.exitAt(j);
                if (!(other.id == key.id) || other.epoch != key.epoch) continue;
                if ((core.validatorOf(other.id).operator == other.account) != own) continue;
                shares += core.redelegationOf(other.id, other.to, other.epoch, other.account).shares;
            }
            assertEq(shares, bucket.shares);
        }
    }

    /// I6, I9 and what a single call must keep
    function invariant_NoCallBrokeItsPromise() public view {
        assertEq(handler.broken(), "");
    }

    /// I7
    function afterInvariant() public {
        handler.everybodyLeaves();
        assertEq(token.escrowedTotal(address(core)), 0);
        assertEq(handler.broken(), "");
    }

    /// I10
    function invariant_VotesAreBalancePlusEscrow() public view {
        uint256 sum = token.getVotes(EXCLUDED);
        for (uint256 a; a < handler.accountCount(); ++a) {
            address account = handler.accounts(a);
            uint256 units = token.balanceOf(account) + token.escrowed(address(core), account);
            assertEq(token.getVotes(account), units);
            sum += units;
        }
        assertLe(sum, token.totalSupply());
    }

    /// I11, I13
    function invariant_TheSetHoldsOnlyTheFree() public view {
        uint256 count = core.memberCount();
        assertLe(count, core.settings().setLimit);
        uint256 active;
        for (uint256 i; i < count; ++i) {
            IValidatorStaking.Validator memory v = core.validatorOf(core.memberAt(i));
            assertEq(v.jailedUntil, 0);
            assertEq(v.slot, i + 1);
            assertEq(uint8(v.status), uint8(IValidatorStaking.Status.Active));
            uint256 own = core.poolOf(ownPool(core.memberAt(i))).tokens;
            assertGe(own, core.settings().minSelfStake);
            assertLe(core.poolOf(delegatedPool(core.memberAt(i))).tokens, own * core.settings().delegationCap);
        }
        for (uint256 v = 1; v <= validators; ++v) {
            if (core.validatorOf(ValidatorId.wrap(v)).status == IValidatorStaking.Status.Active) ++active;
        }
        assertEq(active, count);
    }
}
