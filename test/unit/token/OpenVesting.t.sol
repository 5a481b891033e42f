// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {IOpenVesting} from "../../../contracts/token/interfaces/IOpenVesting.sol";
import {ITokenAllocation} from "../../../contracts/token/interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "../../../contracts/token/interfaces/IVestingFactory.sol";
import {VestingSchedule, toVestingSchedule} from "../../../contracts/token/types/VestingSchedule.sol";
import {ContractWallet} from "../../helpers/ContractWallet.sol";
import {VestingFixture} from "./VestingFixture.sol";

contract OpenVestingTest is VestingFixture {
    function linear() private pure returns (VestingSchedule) {
        return toVestingSchedule(NOW, 0, 4 * YEAR, 0, 0);
    }

    function revoke(IOpenVesting wallet) private returns (uint256) {
        vm.prank(timelock);
        return wallet.revoke();
    }

    function test_TOKEN_44_VotesFromTheFirstSecond() public {
        IOpenVesting wallet = create(team());
        assertEq(wallet.releasable(), 0);
        assertEq(token.delegates(address(wallet)), alice);
        assertEq(token.getVotes(alice), AMOUNT);
        skip(1);
        assertEq(token.getPastVotes(alice, NOW), AMOUNT);
    }

    function test_TOKEN_44_BeneficiaryDelegatesWhatIsLocked() public {
        IOpenVesting wallet = create(team());
        vm.prank(alice);
        wallet.delegate(carol);
        assertEq(token.getVotes(carol), AMOUNT);
        assertEq(token.getVotes(alice), 0);
    }

    function test_TOKEN_44_RevertWhen_AnotherDelegates() public {
        IOpenVesting wallet = create(team());
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_NotBeneficiary.selector, timelock));
        vm.prank(timelock);
        wallet.delegate(timelock);
    }

    function test_TOKEN_44_VotesFollowTheBalance() public {
        IOpenVesting wallet = grantVesting(linear());
        skip(YEAR);
        vm.prank(alice);
        wallet.release(bob);
        assertEq(token.getVotes(alice), (AMOUNT / 4) * 3);
        skip(YEAR);
        revoke(wallet);
        assertEq(token.getVotes(alice), AMOUNT / 4);
        assertEq(token.balanceOf(address(wallet)), AMOUNT / 4);
        assertEq(token.getVotes(EXCLUDED), SUPPLY - 1e26 - AMOUNT / 2);
    }

    function testFuzz_TOKEN_44_VotesAreTheBalance(uint256 seed, uint40[6] memory waits, uint96 donation) public {
        IOpenVesting wallet = grantVesting(anySchedule(seed));
        donation = uint96(bound(donation, 0, 1e26));
        for (uint256 i; i < 6; ++i) {
            skip(waits[i] % (2 * YEAR));
            address delegatee = i % 2 == 0 ? bob : carol;
            vm.startPrank(alice);
            wallet.delegate(delegatee);
            if (wallet.releasable() != 0) wallet.release(makeAddr("sink"));
            vm.stopPrank();
            if (i == 2) {
                vm.prank(payer);
                token.transfer(address(wallet), donation);
            }
            if (i == 4) revoke(wallet);
            assertEq(token.getVotes(delegatee), token.balanceOf(address(wallet)));
            assertEq(token.pendingVotes(address(wallet)), 0);
        }
    }

    function test_TOKEN_45_BeneficiaryReleasesToAnyAddress() public {
        IOpenVesting wallet = create(linear());
        skip(YEAR);
        vm.expectEmit(address(wallet));
        emit IOpenVesting.Released(bob, AMOUNT / 4, AMOUNT / 4);
        vm.prank(alice);
        assertEq(wallet.release(bob), AMOUNT / 4);
        assertEq(token.balanceOf(bob), AMOUNT / 4);
        assertEq(token.balanceOf(alice), 0);
        assertEq(token.balanceOf(address(wallet)), (AMOUNT / 4) * 3);
        assertEq(wallet.released(), AMOUNT / 4);
        assertEq(wallet.releasable(), 0);
    }

    function test_TOKEN_45_AnyoneReleasesToTheBeneficiary() public {
        IOpenVesting wallet = create(linear());
        skip(YEAR);
        vm.prank(bob);
        assertEq(wallet.release(), AMOUNT / 4);
        assertEq(token.balanceOf(alice), AMOUNT / 4);
        assertEq(token.balanceOf(bob), 0);
    }

    function test_TOKEN_45_RevertWhen_AnotherChoosesTheReceiver() public {
        IOpenVesting wallet = create(linear());
        skip(YEAR);
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_NotBeneficiary.selector, bob));
        vm.prank(bob);
        wallet.release(bob);
    }

    function test_TOKEN_45_RevertWhen_NothingIsDue() public {
        IOpenVesting wallet = create(team());
        skip(182 days - 1);
        vm.expectRevert(IOpenVesting.OpenVesting_NothingToRelease.selector);
        wallet.release();
    }

    function test_TOKEN_45_RevertWhen_PayingItself() public {
        IOpenVesting wallet = create(linear());
        skip(YEAR);
        vm.startPrank(alice);
        vm.expectRevert(IOpenVesting.OpenVesting_ToItself.selector);
        wallet.release(address(wallet));
        vm.expectRevert(IOpenVesting.OpenVesting_ToItself.selector);
        wallet.setDestination(address(wallet));
        vm.stopPrank();
    }

    function test_TOKEN_46_BeneficiarySetsTheDestination() public {
        IOpenVesting wallet = create(linear());
        assertEq(wallet.destination(), alice);
        vm.expectEmit(address(wallet));
        emit IOpenVesting.DestinationChanged(address(0), carol);
        vm.prank(alice);
        wallet.setDestination(carol);
        skip(YEAR);
        wallet.release();
        assertEq(token.balanceOf(carol), AMOUNT / 4);
        vm.prank(alice);
        wallet.setDestination(address(0));
        assertEq(wallet.destination(), alice);
    }

    function test_TOKEN_46_RevertWhen_AnotherSetsTheDestination() public {
        IOpenVesting wallet = create(linear());
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_NotBeneficiary.selector, bob));
        vm.prank(bob);
        wallet.setDestination(bob);
    }

    function test_TOKEN_47_HandsOverInTwoSteps() public {
        IOpenVesting wallet = create(linear());
        vm.startPrank(alice);
        wallet.setDestination(carol);
        vm.expectEmit(address(wallet));
        emit IOpenVesting.BeneficiaryOffered(alice, bob);
        wallet.offerBeneficiary(bob);
        vm.stopPrank();
        assertEq(wallet.beneficiary(), alice);
        assertEq(token.getVotes(alice), AMOUNT);

        vm.expectEmit(address(wallet));
        emit IOpenVesting.BeneficiaryChanged(alice, bob);
        vm.prank(bob);
        wallet.acceptBeneficiary();
        assertEq(wallet.beneficiary(), bob);
        assertEq(wallet.offeredBeneficiary(), address(0));
        // Nothing of the old owner's choices stays.
        assertEq(wallet.destination(), bob);
        assertEq(token.getVotes(bob), AMOUNT);
        assertEq(token.getVotes(alice), 0);

        skip(YEAR);
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_NotBeneficiary.selector, alice));
        vm.prank(alice);
        wallet.release(alice);
        wallet.release();
        assertEq(token.balanceOf(bob), AMOUNT / 4);
    }

    function test_TOKEN_47_RevertWhen_NotOffered() public {
        IOpenVesting wallet = create(linear());
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_NotOffered.selector, bob));
        vm.prank(bob);
        wallet.acceptBeneficiary();
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_NotBeneficiary.selector, bob));
        vm.prank(bob);
        wallet.offerBeneficiary(bob);
    }

    function test_TOKEN_47_OfferIsWithdrawn() public {
        IOpenVesting wallet = create(linear());
        vm.startPrank(alice);
        wallet.offerBeneficiary(bob);
        wallet.offerBeneficiary(address(0));
        vm.stopPrank();
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_NotOffered.selector, bob));
        vm.prank(bob);
        wallet.acceptBeneficiary();
    }

    function test_TOKEN_48_RevokeReturnsTheUnvestedToItsRow() public {
        IOpenVesting wallet = grantVesting(linear());
        assertEq(allocation.spent(TEAM), AMOUNT);
        uint256 held = token.balanceOf(address(allocation));
        skip(YEAR);
        vm.expectEmit(address(wallet));
        emit IOpenVesting.Revoked(TEAM, (AMOUNT / 4) * 3, AMOUNT / 4);
        vm.expectEmit(address(allocation));
        emit ITokenAllocation.GivenBack(TEAM, address(wallet), (AMOUNT / 4) * 3);
        assertEq(revoke(wallet), (AMOUNT / 4) * 3);
        assertEq(allocation.spent(TEAM), AMOUNT / 4);
        assertEq(token.balanceOf(address(allocation)), held + (AMOUNT / 4) * 3);
        assertEq(token.balanceOf(address(wallet)), AMOUNT / 4);
        assertEq(token.allowance(address(wallet), address(allocation)), 0);
        assertEq(wallet.revokedAt(), block.timestamp);
    }

    function test_TOKEN_48_VestedStaysForEver() public {
        IOpenVesting wallet = grantVesting(linear());
        skip(YEAR);
        revoke(wallet);
        skip(10 * YEAR);
        assertEq(wallet.vested(block.timestamp), AMOUNT / 4);
        assertEq(wallet.vested(NOW + YEAR / 2), AMOUNT / 8);
        wallet.release();
        assertEq(token.balanceOf(alice), AMOUNT / 4);
        assertEq(wallet.releasable(), 0);
        assertEq(wallet.released(), AMOUNT / 4);
    }

    function test_TOKEN_48_RevokeBeforeTheCliffReturnsAll() public {
        IOpenVesting wallet = grantVesting(team());
        skip(182 days - 1);
        assertEq(revoke(wallet), AMOUNT);
        assertEq(allocation.spent(TEAM), 0);
        vm.expectRevert(IOpenVesting.OpenVesting_NothingToRelease.selector);
        wallet.release();
    }

    function test_TOKEN_48_RevokeAfterTheEndReturnsNothing() public {
        IOpenVesting wallet = grantVesting(linear());
        skip(4 * YEAR);
        assertEq(revoke(wallet), 0);
        assertEq(wallet.releasable(), AMOUNT);
        assertEq(allocation.spent(TEAM), AMOUNT);
    }

    function test_TOKEN_48_RevertWhen_RevokedBefore() public {
        IOpenVesting wallet = grantVesting(linear());
        skip(YEAR);
        revoke(wallet);
        skip(YEAR);
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_AlreadyRevoked.selector, NOW + YEAR));
        revoke(wallet);
    }

    function test_TOKEN_48_RevertWhen_Irrevocable() public {
        IOpenVesting wallet = create(linear());
        vm.expectRevert(IOpenVesting.OpenVesting_Irrevocable.selector);
        revoke(wallet);
    }

    function test_TOKEN_48_RevertWhen_StrangerRevokes() public {
        IOpenVesting wallet = grantVesting(linear());
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_NotTimelock.selector, admin));
        vm.prank(admin);
        wallet.revoke();
    }

    /// Nothing that a beneficiary does changes what a revocation returns.
    function testFuzz_TOKEN_48_RevokedWalletPaysExactlyTheVested(uint256 seed, uint40[4] memory waits) public {
        IOpenVesting wallet = grantVesting(anySchedule(seed));
        address sink = makeAddr("sink");
        for (uint256 i; i < 3; ++i) {
            skip(waits[i] % (2 * YEAR));
            if (waits[i] % 2 == 0 || wallet.releasable() == 0) continue;
            vm.prank(alice);
            wallet.release(sink);
        }
        skip(waits[3] % YEAR);
        uint256 expected = wallet.vested(block.timestamp);
        assertEq(revoke(wallet), AMOUNT - expected);
        skip(waits[3]);
        assertEq(wallet.vested(block.timestamp), expected);
        if (wallet.releasable() != 0) {
            vm.prank(alice);
            wallet.release(sink);
        }
        assertEq(token.balanceOf(sink), expected);
        assertEq(token.balanceOf(address(wallet)), 0);
        assertEq(allocation.spent(TEAM), expected);
        assertEq(allocation.outstanding(TEAM, address(wallet)), expected);
    }

    function testFuzz_TOKEN_52_ReleasesAndRemainderAreTheGrant(uint256 seed, uint40[8] memory waits) public {
        VestingSchedule schedule = anySchedule(seed);
        IOpenVesting wallet = create(schedule);
        uint256 paid;
        for (uint256 i; i < 8; ++i) {
            skip(waits[i] % YEAR);
            uint256 due = wallet.releasable();
            assertEq(due, wallet.vested(block.timestamp) - paid);
            if (due != 0) paid += wallet.release();
            assertEq(wallet.released(), paid);
            assertEq(paid + token.balanceOf(address(wallet)), AMOUNT);
        }
        vm.warp(uint256(type(uint40).max));
        if (paid != AMOUNT) paid += wallet.release();
        assertEq(paid, AMOUNT);
        assertEq(token.balanceOf(alice), AMOUNT);
    }

    function test_TOKEN_52_DonationIsTheBeneficiarysAtOnce() public {
        IOpenVesting wallet = grantVesting(linear());
        vm.prank(payer);
        token.transfer(address(wallet), 100);
        assertEq(wallet.releasable(), 100);
        assertEq(wallet.vested(block.timestamp), 0);
        // A revocation does not take it.
        assertEq(revoke(wallet), AMOUNT);
        assertEq(wallet.release(), 100);
        assertEq(token.balanceOf(alice), 100);
        assertEq(wallet.released(), 0);
    }

    /// No function takes a signature: whatever can call can own a wallet.
    function test_TOKEN_53_ContractWalletOwnsAWallet() public {
        ContractWallet safe = new ContractWallet(bob);
        IVestingFactory.Grant memory grant = grantOf(linear(), false);
        grant.beneficiary = address(safe);
        IOpenVesting wallet = create(grant);
        assertEq(token.getVotes(address(safe)), AMOUNT);
        skip(YEAR);
        vm.startPrank(bob);
        safe.execute(address(wallet), abi.encodeWithSignature("release(address)", carol));
        safe.execute(address(wallet), abi.encodeCall(wallet.delegate, (carol)));
        safe.execute(address(wallet), abi.encodeCall(wallet.offerBeneficiary, (alice)));
        vm.stopPrank();
        assertEq(token.balanceOf(carol), AMOUNT / 4);
        assertEq(token.getVotes(carol), (AMOUNT / 4) * 3);
        vm.prank(alice);
        wallet.acceptBeneficiary();
        assertEq(wallet.beneficiary(), alice);
    }

    /// The same for an EIP-7702 account: its code is another's, its calls are its own.
    function test_TOKEN_53_DelegatedAccountOwnsAWallet() public {
        vm.etch(alice, abi.encodePacked(hex"ef0100", address(new ContractWallet(bob))));
        IOpenVesting wallet = create(linear());
        skip(YEAR);
        wallet.release();
        assertEq(token.balanceOf(alice), AMOUNT / 4);
        vm.prank(alice);
        wallet.delegate(carol);
        assertEq(token.getVotes(carol), (AMOUNT / 4) * 3);
    }

    function test_TOKEN_48_HandedOverWalletIsStillRevocable() public {
        IOpenVesting wallet = grantVesting(linear());
        vm.prank(alice);
        wallet.offerBeneficiary(bob);
        vm.prank(bob);
        wallet.acceptBeneficiary();
        skip(YEAR);
        assertEq(revoke(wallet), (AMOUNT / 4) * 3);
        wallet.release();
        assertEq(token.balanceOf(bob), AMOUNT / 4);
    }
}
