// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOpenVesting} from "../../../contracts/token/interfaces/IOpenVesting.sol";
import {ITokenAllocation} from "../../../contracts/token/interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "../../../contracts/token/interfaces/IVestingFactory.sol";
import {VestingSchedule, toVestingSchedule} from "../../../contracts/token/types/VestingSchedule.sol";
import {VestingFixture} from "./VestingFixture.sol";

/// Each weakness of the vesting library and managers that Openmesh deployed before, by the name its review gave it.
contract VestingParityTest is VestingFixture {
    function linear() private pure returns (VestingSchedule) {
        return toVestingSchedule(NOW, 0, 4 * YEAR, 0, 0);
    }

    function revoke(IOpenVesting wallet) private returns (uint256) {
        vm.prank(timelock);
        return wallet.revoke();
    }

    /// "needs unlimited MINT": what is granted lies in the wallet from the first second, and nothing is ever minted.
    function test_TOKEN_61_Parity_NeedsNoMint() public {
        IOpenVesting wallet = grantVesting(linear());
        assertEq(token.balanceOf(address(wallet)), AMOUNT);
        skip(4 * YEAR);
        wallet.release();
        assertEq(token.totalSupply(), SUPPLY);
    }

    /// "no total budget": the row is the budget.
    function test_TOKEN_57_Parity_NoTotalBudget() public {
        IVestingFactory.Grant memory grant = grantOf(linear(), true);
        grant.amount = 3e25;
        vm.startPrank(timelock);
        allocation.grantVesting(TEAM, grant);
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_RowExceeded.selector, TEAM, 0, 1));
        grant.amount = 1;
        allocation.grantVesting(TEAM, grant);
        vm.stopPrank();
    }

    /// "manager emits nothing": its events name the wallet and every term.
    function test_TOKEN_55_Parity_ManagerEmitsNothing() public {
        address wallet = factory.predict(address(allocation), TEAM, grantOf(linear(), true));
        vm.expectEmit(address(factory));
        emit IVestingFactory.VestingCreated(wallet, alice, address(allocation), TEAM, AMOUNT, linear(), true, 0);
        vm.expectEmit(address(allocation));
        emit ITokenAllocation.VestingGranted(TEAM, wallet, alice, AMOUNT);
        grantVesting(linear());
    }

    /// "identical schedule cannot exist twice": the salt tells them apart.
    function test_TOKEN_42_Parity_IdenticalScheduleExistsTwice() public {
        IVestingFactory.Grant memory grant = grantOf(linear(), false);
        IOpenVesting first = create(grant);
        grant.salt = bytes32(uint256(1));
        IOpenVesting second = create(grant);
        assertTrue(address(first) != address(second));
        skip(YEAR);
        first.release();
        assertEq(token.balanceOf(alice), AMOUNT / 4);
        assertEq(second.releasable(), AMOUNT / 4);
        assertEq(token.balanceOf(address(second)), AMOUNT);
    }

    /// "beneficiary fixed, no key rotation" and "no beneficiary transfer": two steps.
    function test_TOKEN_47_Parity_BeneficiaryTransfer() public {
        IOpenVesting wallet = create(linear());
        vm.prank(alice);
        wallet.offerBeneficiary(bob);
        vm.prank(bob);
        wallet.acceptBeneficiary();
        skip(YEAR);
        vm.prank(bob);
        wallet.release(bob);
        assertEq(token.balanceOf(bob), AMOUNT / 4);
    }

    /// "stopAt may be called again to re-extend": a revocation is final, on the day it happens.
    function test_TOKEN_48_Parity_StopAtMayBeCalledAgain() public {
        IOpenVesting wallet = grantVesting(linear());
        skip(YEAR);
        revoke(wallet);
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_AlreadyRevoked.selector, NOW + YEAR));
        revoke(wallet);
        skip(YEAR);
        assertEq(wallet.vested(block.timestamp), AMOUNT / 4);
    }

    /// "must know 5 args to release": the wallet's address is enough.
    function test_TOKEN_45_Parity_ReleaseNeedsNoArguments() public {
        IOpenVesting wallet = create(linear());
        skip(YEAR);
        assertEq(wallet.release(), AMOUNT / 4);
    }

    /// "no batch create/release": both, by anyone.
    function test_TOKEN_51_Parity_NoBatch() public {
        IVestingFactory.Grant[] memory grants = new IVestingFactory.Grant[](20);
        for (uint256 i; i < 20; ++i) {
            grants[i] = IVestingFactory.Grant(vm.addr(i + 1), AMOUNT, linear(), false, 0);
        }
        vm.prank(payer);
        address[] memory wallets = factory.createMany(OTHER, grants);
        skip(YEAR);
        vm.prank(bob);
        factory.releaseMany(wallets);
        for (uint256 i; i < 20; ++i) assertEq(token.balanceOf(vm.addr(i + 1)), AMOUNT / 4);
    }

    /// "stop in Transfer types strands the rest" and "no revocation refund": the rest can leave its row again.
    function test_TOKEN_48_Parity_StopStrandsTheRest() public {
        IOpenVesting wallet = grantVesting(linear());
        skip(YEAR);
        uint256 returned = revoke(wallet);
        wallet.release();
        assertEq(token.balanceOf(address(wallet)), 0);
        assertEq(allocation.remaining(TEAM), 3e25 - AMOUNT / 4);
        IVestingFactory.Grant memory again = grantOf(linear(), true);
        again.amount = uint128(3e25 - AMOUNT / 4);
        vm.prank(timelock);
        allocation.grantVesting(TEAM, again);
        assertEq(returned, (AMOUNT / 4) * 3);
        assertEq(allocation.remaining(TEAM), 0);
    }

    /// "cliff() returns uint128 for a uint64": every part keeps the width it was written with.
    function test_TOKEN_40_Parity_CliffHasOneWidth() public {
        IOpenVesting wallet = create(team());
        assertEq(wallet.schedule().cliff(), 182 days);
        assertEq(toVestingSchedule(0, type(uint40).max, 0, 0, 0).cliff(), type(uint40).max);
    }

    /// "cliff not validated vs start/end".
    function test_TOKEN_41_Parity_CliffIsValidated() public {
        vm.expectRevert(abi.encodeWithSelector(IVestingFactory.VestingFactory_CliffTooLong.selector, YEAR + 1, YEAR));
        create(toVestingSchedule(NOW, YEAR + 1, YEAR, 0, 0));
    }

    /// "no step/tranche schedules": steps, a cliff and an immediate part in any mix.
    function test_TOKEN_40_Parity_StepsAndTranches() public {
        IOpenVesting wallet = create(toVestingSchedule(NOW, 0, 4 * YEAR, 4, 1_000));
        assertEq(wallet.releasable(), AMOUNT / 10);
        skip(YEAR - 1);
        assertEq(wallet.releasable(), AMOUNT / 10);
        skip(1);
        assertEq(wallet.releasable(), AMOUNT / 10 + (AMOUNT * 9) / 40);
    }

    /// "no votes while locked".
    function test_TOKEN_44_Parity_VotesWhileLocked() public {
        create(team());
        assertEq(token.getVotes(alice), AMOUNT);
    }

    /// "no delegation of claim": the beneficiary chooses where anyone's release pays.
    function test_TOKEN_46_Parity_DelegationOfClaim() public {
        IOpenVesting wallet = create(linear());
        vm.prank(alice);
        wallet.setDestination(bob);
        skip(YEAR);
        vm.prank(carol);
        wallet.release();
        assertEq(token.balanceOf(bob), AMOUNT / 4);
    }

    /// "as above, plus no stop": sponsors' and the team's wallets are the same code, revocable or not by choice.
    function test_TOKEN_48_Parity_StopIsAChoice() public {
        vm.startPrank(timelock);
        IOpenVesting firm = IOpenVesting(allocation.grantVesting(TEAM, grantOf(linear(), false)));
        IOpenVesting revocable = IOpenVesting(allocation.grantVesting(TEAM, grantOf(linear(), true)));
        vm.expectRevert(IOpenVesting.OpenVesting_Irrevocable.selector);
        firm.revoke();
        assertEq(revocable.revoke(), AMOUNT);
        vm.stopPrank();
    }
}
