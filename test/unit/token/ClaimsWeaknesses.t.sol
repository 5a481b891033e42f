// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Vm.sol";

import {IMerkleClaims} from "../../../contracts/token/interfaces/IMerkleClaims.sol";
import {IOpenVesting} from "../../../contracts/token/interfaces/IOpenVesting.sol";
import {CampaignId} from "../../../contracts/token/types/CampaignId.sol";
import {toVestingSchedule} from "../../../contracts/token/types/VestingSchedule.sol";
import {ClaimsFixture} from "../../helpers/ClaimsFixture.sol";
import {ContractWallet} from "../../helpers/ContractWallet.sol";

/// What is known to be weak in OpenClaiming and in the Merkle variant of the vesting library, one test each: none of it
/// holds here.
contract ClaimsWeaknessesTest is ClaimsFixture {
    CampaignId private constant FIRST = CampaignId.wrap(1);

    // OpenClaiming

    /// Theirs: whoever holds one hot key signs claims of any amount for anybody.
    function test_Weakness_SingleHotSigner() public {
        fundAndCreate(terms());
        IMerkleClaims.Leaf memory forged = IMerkleClaims.Leaf(9, stranger, 700e18, AT_ONCE);
        address[3] memory powerful = [timelock, guardian, address(this)];
        for (uint256 i; i < 3; ++i) {
            forged.account = powerful[i];
            vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_InvalidProof.selector, FIRST, 9));
            vm.prank(powerful[i]);
            claims.claim(FIRST, forged, new bytes32[](0), powerful[i]);
        }
    }

    /// Theirs: a signed claim is valid for ever, and what nobody claims is never given back.
    function test_Weakness_NoExpiry() public {
        fundAndCreate(terms());
        vm.warp(NOW + TERM);
        bytes32[] memory path = proof(0);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_Over.selector, FIRST, NOW + TERM));
        vm.prank(alice);
        claims.claim(FIRST, leaves[0], path, alice);
        assertEq(claims.clawBack(FIRST), 700e18);
        assertEq(allocation.remaining(ROW), 4e25);
    }

    /// Theirs: a claim signed by mistake cannot be taken back.
    function test_Weakness_NoRevoke() public {
        fundAndCreate(terms());
        vm.prank(timelock);
        claims.endCampaign(FIRST);
        bytes32[] memory path = proof(0);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_Over.selector, FIRST, NOW));
        vm.prank(alice);
        claims.claim(FIRST, leaves[0], path, alice);
    }

    /// Theirs: state is written after the external mint. Here the claim is marked and the total lowered before any call:
    /// the token sees a campaign that is paid already.
    function test_Weakness_StateWrittenAfterTheMint() public {
        fundAndCreate(terms());
        bytes32[] memory path = proof(0);
        vm.startStateDiffRecording();
        vm.prank(alice);
        claims.claim(FIRST, leaves[0], path, alice);
        Vm.AccountAccess[] memory accesses = vm.stopAndReturnStateDiff();
        bool tokenMoved;
        for (uint256 i; i < accesses.length; ++i) {
            for (uint256 j; j < accesses[i].storageAccesses.length; ++j) {
                Vm.StorageAccess memory step = accesses[i].storageAccesses[j];
                if (!step.isWrite) continue;
                if (step.account == address(token)) tokenMoved = true;
                else assertFalse(tokenMoved);
            }
        }
        assertTrue(tokenMoved);
    }

    /// Theirs: the event does not say which proof was used.
    function test_Weakness_EventLacksProofId() public {
        fundAndCreate(terms());
        vm.expectEmit(address(claims));
        emit IMerkleClaims.Claimed(FIRST, 300, bob, bob, 7e18, address(0));
        claim(FIRST, 3);
    }

    /// Theirs: the limit changes without an event. Here it stands in the event of the creation and cannot change.
    function test_Weakness_LimitChangesSilently() public {
        IMerkleClaims.NewCampaign memory limited = terms();
        (limited.total, limited.weeklyLimit) = (500e18, 400e18);
        fund(ROW, 500e18);
        vm.expectEmit(address(claims));
        emit IMerkleClaims.CampaignCreated(FIRST, ROW, limited.root, 500e18, NOW, NOW + TERM, 400e18, "ipfs://tree");
        create(limited);
        vm.prank(guardian);
        claims.pause(FIRST, 1 days);
        skip(1 days);
        claim(FIRST, 0);
        assertEq(claims.campaignOf(FIRST).weeklyLimit, 400e18);
    }

    /// Theirs: the limit in the last second of a period, and again in the first of the next.
    function test_Weakness_TwiceTheLimitAcrossAPeriodEdge() public {
        delete leaves;
        for (uint256 i; i < 8; ++i) leaves.push(IMerkleClaims.Leaf(i, alice, 100e18, AT_ONCE));
        IMerkleClaims.NewCampaign memory limited = terms();
        (limited.total, limited.weeklyLimit) = (800e18, 400e18);
        fundAndCreate(limited);
        // Their period ends where a multiple of seven days does.
        uint256 edge = (block.timestamp / 7 days + 1) * 7 days;
        vm.warp(edge - 1);
        for (uint256 i; i < 4; ++i) claim(FIRST, i);
        bytes32[] memory path = proof(4);
        for (uint256 time = edge; time < edge - 1 + 7 days; time += 6 hours) {
            vm.warp(time);
            vm.expectRevert(
                abi.encodeWithSelector(IMerkleClaims.MerkleClaims_WeeklyLimitExceeded.selector, FIRST, 0, 100e18)
            );
            vm.prank(alice);
            claims.claim(FIRST, leaves[4], path, alice);
        }
        vm.warp(edge + 7 days);
        for (uint256 i = 4; i < 8; ++i) claim(FIRST, i);
    }

    /// Theirs: one claim can use the whole week.
    function test_Weakness_OneClaimUsesAWholeWeek() public {
        IMerkleClaims.NewCampaign memory limited = terms();
        (limited.total, limited.weeklyLimit) = (500e18, 400e18);
        fundAndCreate(limited);
        bytes32[] memory path = proof(1);
        vm.expectRevert(
            abi.encodeWithSelector(IMerkleClaims.MerkleClaims_ClaimTooLarge.selector, FIRST, 100e18, 200e18)
        );
        vm.prank(bob);
        claims.claim(FIRST, leaves[1], path, bob);
    }

    /// Theirs: a period of 0 seconds divides by zero and bricks claims. Here the period is a constant, and a limit under
    /// which nothing could leave is refused at creation.
    function test_Weakness_PeriodOfZeroBricksClaims() public {
        fund(ROW, 700e18);
        IMerkleClaims.NewCampaign memory shut = terms();
        shut.weeklyLimit = 0;
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_TotalAboveCapacity.selector, 700e18, 0));
        vm.prank(timelock);
        claims.createCampaign(shut);
    }

    /// Theirs: only keys can sign.
    function test_Weakness_EcdsaOnly() public {
        ContractWallet wallet = new ContractWallet(alice);
        leaves[0].account = address(wallet);
        fundAndCreate(terms());
        bytes memory signature = sign(aliceKey, claims.claimDigest(FIRST, leaves[0], destination, NOW));
        claims.claimFor(FIRST, leaves[0], proof(0), destination, NOW, signature);
        assertEq(token.balanceOf(destination), 100e18);
    }

    /// Theirs: nobody can stop a leak.
    function test_Weakness_NoPause() public {
        fundAndCreate(terms());
        vm.prank(guardian);
        claims.pause(FIRST, 30 days);
        bytes32[] memory path = proof(0);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_Paused.selector, FIRST, NOW + 30 days));
        vm.prank(alice);
        claims.claim(FIRST, leaves[0], path, alice);
    }

    /// Theirs: one claim per transaction.
    function test_Weakness_NoBatch() public {
        fundAndCreate(terms());
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(IMerkleClaims.claim, (FIRST, leaves[1], proof(1), bob));
        calls[1] = abi.encodeCall(IMerkleClaims.claim, (FIRST, leaves[3], proof(3), bob));
        vm.prank(bob);
        claims.multicall(calls);
        assertEq(token.balanceOf(bob), 207e18);
    }

    /// Theirs mints: claims in excess of the supply's cap fail first come, first served. Ours hold what they promise.
    function test_Weakness_ClaimsThatNothingCovers() public {
        IMerkleClaims.NewCampaign memory unfunded = terms();
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_NotFunded.selector, ROW, 0, 700e18));
        vm.prank(timelock);
        claims.createCampaign(unfunded);
    }

    // Merkle vesting

    /// Theirs: every leaf gets the same amount, and the same schedule.
    function test_Weakness_SameAmountToEveryLeaf() public {
        fundAndCreate(terms());
        claim(FIRST, 0);
        address wallet = claim(FIRST, 2);
        claim(FIRST, 4);
        assertEq(token.balanceOf(alice), 100e18);
        assertEq(token.balanceOf(wallet), 365e18);
        assertEq(token.balanceOf(leaves[4].account), 28e18);
    }

    /// Theirs: what is stopped stays in the contract for ever.
    function test_Weakness_StopStrandsTheRest() public {
        fundAndCreate(terms());
        claim(FIRST, 2);
        vm.prank(timelock);
        claims.endCampaign(FIRST);
        claims.clawBack(FIRST);
        assertEq(token.balanceOf(address(claims)), 0);
        assertEq(allocation.spent(ROW), 365e18);
    }

    /// Theirs: no steps, and a cliff that is not checked.
    function test_Weakness_NoSteps() public {
        leaves[2].schedule = toVestingSchedule(uint40(NOW), 90 days, 360 days, 4, 1_000);
        leaves[2].amount = 400e18;
        IMerkleClaims.NewCampaign memory stepped = terms();
        stepped.total = 735e18;
        fundAndCreate(stepped);
        IOpenVesting wallet = IOpenVesting(claim(FIRST, 2));
        assertEq(wallet.vested(NOW), 40e18);
        assertEq(wallet.vested(NOW + 90 days), 130e18);
        assertEq(wallet.vested(NOW + 179 days), 130e18);
        assertEq(wallet.vested(NOW + 360 days), 400e18);
    }

    /// Theirs: locked tokens do not vote.
    function test_Weakness_NoVotesWhileLocked() public {
        fundAndCreate(terms());
        claim(FIRST, 2);
        assertEq(token.getVotes(alice), 365e18);
    }

    /// Theirs: only the account in the tree can ever be paid.
    function test_Weakness_NoDelegationOfTheClaim() public {
        fundAndCreate(terms());
        bytes memory signature = sign(aliceKey, claims.claimDigest(FIRST, leaves[2], destination, NOW));
        vm.prank(stranger);
        address wallet = claims.claimFor(FIRST, leaves[2], proof(2), destination, NOW, signature);
        assertEq(IOpenVesting(wallet).beneficiary(), destination);
    }

    /// Theirs: a beneficiary cannot change its key.
    function test_Weakness_NoBeneficiaryTransfer() public {
        fundAndCreate(terms());
        IOpenVesting wallet = IOpenVesting(claim(FIRST, 2));
        vm.prank(alice);
        wallet.offerBeneficiary(bob);
        vm.prank(bob);
        wallet.acceptBeneficiary();
        assertEq(wallet.beneficiary(), bob);
        assertEq(token.getVotes(bob), 365e18);
    }
}
