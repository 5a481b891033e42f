// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IClaimsGuardian} from "../../../contracts/token/interfaces/IClaimsGuardian.sol";
import {IMerkleClaims} from "../../../contracts/token/interfaces/IMerkleClaims.sol";
import {ITokenAllocation} from "../../../contracts/token/interfaces/ITokenAllocation.sol";
import {CampaignId} from "../../../contracts/token/types/CampaignId.sol";
import {RowId} from "../../../contracts/token/types/RowId.sol";
import {ClaimsFixture} from "../../helpers/ClaimsFixture.sol";
import {MerkleTree} from "../../helpers/MerkleTree.sol";

/// Campaigns: how they are funded, bounded, stopped and given back. Claims are in MerkleClaims.t.sol.
contract MerkleCampaignsTest is ClaimsFixture {
    using MerkleTree for IMerkleClaims.Leaf[];

    CampaignId private constant FIRST = CampaignId.wrap(1);

    function expectRefusedClaim(uint256 place, bytes memory reason) private {
        bytes32[] memory path = proof(place);
        vm.expectRevert(reason);
        vm.prank(leaves[place].account);
        claims.claim(FIRST, leaves[place], path, destination);
    }

    function expectRefusedCampaign(IMerkleClaims.NewCampaign memory refused, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(timelock);
        claims.createCampaign(refused);
    }

    // Creation

    function test_TOKEN_75_CampaignSaysWhatItPromises() public {
        fund(ROW, 700e18);
        vm.expectEmit(address(claims));
        emit IMerkleClaims.CampaignCreated(FIRST, ROW, leaves.rootOf(), 700e18, NOW, NOW + TERM, 700e18, "ipfs://tree");
        create(terms());
        assertEq(claims.campaignCount(), 1);
        assertEq(claims.promised(ROW), 700e18);
        assertEq(claims.unpromised(ROW), 0);
        assertEq(claims.availableOutflow(FIRST), 700e18);
        assertEq(claims.largestClaim(FIRST), 700e18);
        IMerkleClaims.CampaignState memory state = claims.campaignOf(FIRST);
        assertEq(RowId.unwrap(state.row), RowId.unwrap(ROW));
        assertEq(state.root, leaves.rootOf());
        assertEq(state.total, 700e18);
        assertEq(state.unclaimed, 700e18);
        assertEq(state.start, NOW);
        assertEq(state.deadline, NOW + TERM);
        assertEq(state.pausedUntil, 0);
        assertEq(state.pausedFor, 0);
        assertEq(state.weeklyLimit, 700e18);
    }

    function test_TOKEN_75_RevertWhen_SomebodyElseCreatesOne() public {
        fund(ROW, 700e18);
        IMerkleClaims.NewCampaign memory mine = terms();
        vm.expectRevert(abi.encodeWithSelector(IClaimsGuardian.ClaimsGuardian_NotTimelock.selector, guardian));
        vm.prank(guardian);
        claims.createCampaign(mine);
    }

    function test_TOKEN_75_RevertWhen_NotFundedByItsRow() public {
        fund(ROW, 699e18);
        fund(OTHER_ROW, 700e18);
        expectRefusedCampaign(
            terms(),
            abi.encodeWithSelector(IMerkleClaims.MerkleClaims_NotFunded.selector, ROW, 699e18, 700e18)
        );
    }

    function test_TOKEN_75_RevertWhen_FundsArePromisedToAnother() public {
        fundAndCreate(terms());
        claim(FIRST, 0);
        expectRefusedCampaign(
            terms(),
            abi.encodeWithSelector(IMerkleClaims.MerkleClaims_NotFunded.selector, ROW, 0, 700e18)
        );
    }

    function test_TOKEN_75_RevertWhen_PaidByGrantWhichNoRowRemembers() public {
        allocation.genesisGrant(ROW, address(claims), 700e18);
        expectRefusedCampaign(
            terms(),
            abi.encodeWithSelector(IMerkleClaims.MerkleClaims_NotFunded.selector, ROW, 0, 700e18)
        );
    }

    function test_RevertWhen_CampaignIsEmpty() public {
        fund(ROW, 700e18);
        IMerkleClaims.NewCampaign memory empty = terms();
        empty.root = 0;
        expectRefusedCampaign(empty, abi.encodeWithSelector(IMerkleClaims.MerkleClaims_ZeroRoot.selector));
        empty = terms();
        empty.total = 0;
        expectRefusedCampaign(empty, abi.encodeWithSelector(IMerkleClaims.MerkleClaims_ZeroTotal.selector));
    }

    function test_RevertWhen_RowIsUnknown() public {
        IMerkleClaims.NewCampaign memory wrong = terms();
        wrong.row = RowId.wrap(25);
        expectRefusedCampaign(
            wrong,
            abi.encodeWithSelector(IMerkleClaims.MerkleClaims_NotFunded.selector, wrong.row, 0, 700e18)
        );
    }

    function test_RevertWhen_CampaignIsUnknown() public {
        bytes memory unknown = abi.encodeWithSelector(IMerkleClaims.MerkleClaims_UnknownCampaign.selector, FIRST);
        expectRefusedClaim(0, unknown);
        vm.expectRevert(unknown);
        claims.clawBack(FIRST);
        vm.expectRevert(unknown);
        claims.campaignOf(FIRST);
        vm.expectRevert(unknown);
        claims.isClaimed(FIRST, 0);
    }

    // Start and deadline

    function test_TOKEN_78_RevertWhen_DeadlineLeavesNoTimeOrNoEnd() public {
        fund(ROW, 700e18);
        IMerkleClaims.NewCampaign memory wrong = terms();
        uint256 earliest = NOW + 7 days;
        uint256 latest = NOW + 1825 days;
        uint40[3] memory deadlines = [uint40(0), uint40(earliest - 1), uint40(latest + 1)];
        for (uint256 i; i < 3; ++i) {
            wrong.deadline = deadlines[i];
            expectRefusedCampaign(
                wrong,
                abi.encodeWithSelector(
                    IMerkleClaims.MerkleClaims_DeadlineOutOfRange.selector,
                    deadlines[i],
                    earliest,
                    latest
                )
            );
        }
        wrong.deadline = uint40(NOW + 8 days);
        wrong.start = uint40(NOW + 1 days + 1);
        expectRefusedCampaign(
            wrong,
            abi.encodeWithSelector(
                IMerkleClaims.MerkleClaims_DeadlineOutOfRange.selector,
                NOW + 8 days,
                NOW + 8 days + 1,
                latest
            )
        );
    }

    function test_TOKEN_78_ClaimsFromStartToDeadline() public {
        IMerkleClaims.NewCampaign memory later = terms();
        later.start = uint40(NOW + 1 days);
        fundAndCreate(later);
        expectRefusedClaim(
            0,
            abi.encodeWithSelector(IMerkleClaims.MerkleClaims_NotStarted.selector, FIRST, NOW + 1 days)
        );
        vm.warp(NOW + 1 days);
        claim(FIRST, 0);
        vm.warp(NOW + TERM - 1);
        claim(FIRST, 1);
        vm.warp(NOW + TERM);
        expectRefusedClaim(2, abi.encodeWithSelector(IMerkleClaims.MerkleClaims_Over.selector, FIRST, NOW + TERM));
    }

    // Total

    function test_TOKEN_77_RevertWhen_ListSumsToMoreThanTheTotal() public {
        fundAndCreate(terms());
        IMerkleClaims.NewCampaign memory small = terms();
        small.total = 250e18;
        CampaignId second = fundAndCreate(small);
        claim(second, 0);
        bytes32[] memory path = proof(1);
        vm.expectRevert(
            abi.encodeWithSelector(IMerkleClaims.MerkleClaims_TotalExceeded.selector, second, 150e18, 200e18)
        );
        vm.prank(bob);
        claims.claim(second, leaves[1], path, bob);
        // The first one is whole.
        for (uint256 i; i < leaves.length; ++i) claim(FIRST, i);
    }

    // Two campaigns

    function test_TOKEN_76_SameListInTwoCampaignsIsTwoPromises() public {
        fundAndCreate(terms());
        IMerkleClaims.NewCampaign memory again = terms();
        again.row = OTHER_ROW;
        CampaignId second = fundAndCreate(again);
        claim(FIRST, 0);
        assertFalse(claims.isClaimed(second, 0));
        assertEq(claims.campaignOf(FIRST).unclaimed, 600e18);
        assertEq(claims.campaignOf(second).unclaimed, 700e18);
        claim(second, 0);
        assertEq(token.balanceOf(alice), 200e18);

        vm.warp(NOW + TERM);
        claims.clawBack(FIRST);
        assertEq(claims.campaignOf(second).unclaimed, 600e18);
        assertEq(allocation.spent(ROW), 100e18);
        assertEq(allocation.spent(OTHER_ROW), 700e18);
        claims.clawBack(second);
        assertEq(allocation.spent(OTHER_ROW), 100e18);
        assertEq(token.balanceOf(address(claims)), 0);
    }

    function test_TOKEN_76_LimitsOfTwoCampaignsDoNotMix() public {
        IMerkleClaims.NewCampaign memory limited = terms();
        (limited.total, limited.weeklyLimit) = (500e18, 400e18);
        fundAndCreate(limited);
        CampaignId second = fundAndCreate(limited);
        claim(FIRST, 0);
        assertEq(claims.availableOutflow(FIRST), 300e18);
        assertEq(claims.availableOutflow(second), 400e18);
    }

    // Clawback

    function test_TOKEN_79_AnyoneClawsBackToTheRow() public {
        fundAndCreate(terms());
        claim(FIRST, 0);
        uint256 held = token.balanceOf(address(allocation));
        vm.warp(NOW + TERM);
        vm.expectEmit(address(claims));
        emit IMerkleClaims.ClawedBack(FIRST, ROW, 600e18, stranger);
        vm.expectEmit(address(allocation));
        emit ITokenAllocation.GivenBack(ROW, address(claims), 600e18);
        vm.prank(stranger);
        assertEq(claims.clawBack(FIRST), 600e18);
        assertEq(token.balanceOf(address(allocation)), held + 600e18);
        assertEq(token.balanceOf(address(claims)), 0);
        assertEq(allocation.spent(ROW), 100e18);
        assertEq(claims.promised(ROW), 100e18);
        assertEq(claims.unpromised(ROW), 0);
        assertEq(claims.campaignOf(FIRST).unclaimed, 0);
    }

    function test_TOKEN_79_RevertWhen_ClawedBackTooEarlyOrTwice() public {
        fundAndCreate(terms());
        vm.warp(NOW + TERM - 1);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_NotOver.selector, FIRST, NOW + TERM));
        claims.clawBack(FIRST);
        vm.warp(NOW + TERM);
        claims.clawBack(FIRST);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_NothingLeft.selector, FIRST));
        claims.clawBack(FIRST);
    }

    // What no campaign promises

    function test_TOKEN_88_UnpromisedGoesBackByVote() public {
        fundAndCreate(terms());
        fund(ROW, 50e18);
        vm.expectEmit(address(claims));
        emit IMerkleClaims.UnpromisedReturned(ROW, 20e18);
        vm.prank(timelock);
        claims.returnUnpromised(ROW, 20e18);
        assertEq(claims.unpromised(ROW), 30e18);
        assertEq(allocation.spent(ROW), 730e18);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_NotFunded.selector, ROW, 30e18, 30e18 + 1));
        vm.prank(timelock);
        claims.returnUnpromised(ROW, 30e18 + 1);
        vm.expectRevert(abi.encodeWithSelector(IClaimsGuardian.ClaimsGuardian_NotTimelock.selector, stranger));
        vm.prank(stranger);
        claims.returnUnpromised(ROW, 1);
    }

    // End by vote

    function test_TOKEN_87_VoteEndsACampaign() public {
        fundAndCreate(terms());
        claim(FIRST, 0);
        skip(1 days);
        vm.expectEmit(address(claims));
        emit IMerkleClaims.CampaignEnded(FIRST, NOW + TERM, NOW + 1 days);
        vm.prank(timelock);
        claims.endCampaign(FIRST);
        expectRefusedClaim(1, abi.encodeWithSelector(IMerkleClaims.MerkleClaims_Over.selector, FIRST, NOW + 1 days));
        claims.clawBack(FIRST);
        assertEq(token.balanceOf(alice), 100e18);
        assertEq(allocation.spent(ROW), 100e18);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_Over.selector, FIRST, NOW + 1 days));
        vm.prank(timelock);
        claims.endCampaign(FIRST);
    }

    function test_TOKEN_87_RevertWhen_GuardianEndsACampaign() public {
        fundAndCreate(terms());
        vm.expectRevert(abi.encodeWithSelector(IClaimsGuardian.ClaimsGuardian_NotTimelock.selector, guardian));
        vm.prank(guardian);
        claims.endCampaign(FIRST);
    }

    // Pause

    function pause(uint256 duration) private {
        vm.prank(guardian);
        claims.pause(FIRST, duration);
    }

    function test_TOKEN_80_PauseMovesTheDeadlineByItsLength() public {
        fundAndCreate(terms());
        CampaignId second = fundAndCreate(terms());
        vm.expectEmit(address(claims));
        emit IMerkleClaims.CampaignPaused(FIRST, guardian, NOW + 10 days, NOW + TERM, NOW + TERM + 10 days);
        pause(10 days);
        expectRefusedClaim(0, abi.encodeWithSelector(IMerkleClaims.MerkleClaims_Paused.selector, FIRST, NOW + 10 days));
        // Another campaign goes on.
        claim(second, 0);
        assertEq(claims.campaignOf(second).deadline, NOW + TERM);
        vm.warp(NOW + 10 days);
        claim(FIRST, 0);
        vm.warp(NOW + TERM + 10 days - 1);
        claim(FIRST, 1);
        vm.expectRevert(
            abi.encodeWithSelector(IMerkleClaims.MerkleClaims_NotOver.selector, FIRST, NOW + TERM + 10 days)
        );
        claims.clawBack(FIRST);
        skip(1);
        assertEq(claims.clawBack(FIRST), 400e18);
    }

    function test_TOKEN_80_ThirtyDaysInAWholeLife() public {
        fundAndCreate(terms());
        bytes memory tooLong = abi.encodeWithSelector(
            IMerkleClaims.MerkleClaims_PauseOutOfRange.selector,
            FIRST,
            30 days + 1,
            30 days
        );
        vm.expectRevert(tooLong);
        pause(30 days + 1);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_PauseOutOfRange.selector, FIRST, 0, 30 days));
        pause(0);
        pause(20 days);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_Paused.selector, FIRST, NOW + 20 days));
        pause(1 days);
        vm.warp(NOW + 20 days);
        vm.expectRevert(
            abi.encodeWithSelector(IMerkleClaims.MerkleClaims_PauseOutOfRange.selector, FIRST, 11 days, 10 days)
        );
        pause(11 days);
        pause(10 days);
        vm.warp(NOW + 30 days);
        assertEq(claims.campaignOf(FIRST).pausedFor, 30 days);
        assertEq(claims.campaignOf(FIRST).deadline, NOW + TERM + 30 days);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_PauseOutOfRange.selector, FIRST, 1, 0));
        pause(1);
    }

    function test_TOKEN_80_UnpauseMovesTheDeadlineBackByTheRest() public {
        fundAndCreate(terms());
        pause(10 days);
        vm.warp(NOW + 4 days);
        vm.expectEmit(address(claims));
        emit IMerkleClaims.CampaignUnpaused(FIRST, guardian, NOW + 10 days, NOW + TERM + 10 days, NOW + TERM + 4 days);
        vm.prank(guardian);
        claims.unpause(FIRST);
        claim(FIRST, 0);
        assertEq(claims.campaignOf(FIRST).pausedFor, 4 days);
        assertEq(claims.campaignOf(FIRST).pausedUntil, NOW + 4 days);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_NotPaused.selector, FIRST));
        vm.prank(timelock);
        claims.unpause(FIRST);
    }

    function test_TOKEN_80_TimelockUnpausesAndEndsWhilePaused() public {
        fundAndCreate(terms());
        pause(10 days);
        vm.prank(timelock);
        claims.unpause(FIRST);
        assertEq(claims.campaignOf(FIRST).deadline, NOW + TERM);
        pause(10 days);
        vm.prank(timelock);
        claims.endCampaign(FIRST);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_Over.selector, FIRST, NOW));
        vm.prank(guardian);
        claims.unpause(FIRST);
        assertEq(claims.clawBack(FIRST), 700e18);
    }

    function test_TOKEN_80_RevertWhen_PausedAfterTheDeadline() public {
        fundAndCreate(terms());
        vm.warp(NOW + TERM);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_Over.selector, FIRST, NOW + TERM));
        pause(1 days);
    }

    function testFuzz_TOKEN_80_ClaimantsKeepTheirWholeTerm(
        uint256[6] calldata waits,
        uint256[6] calldata lengths
    ) public {
        fundAndCreate(terms());
        uint256 open;
        for (uint256 i; i < 6; ++i) {
            uint256 wait = waits[i] % 8 days;
            skip(wait);
            open += wait;
            uint256 left = 30 days - claims.campaignOf(FIRST).pausedFor;
            uint256 length = lengths[i] % 12 days;
            if (length < 2 || length > left) continue;
            pause(length);
            skip(length / (1 + (i % 2)));
            if (i % 2 == 1) {
                vm.prank(guardian);
                claims.unpause(FIRST);
            }
        }
        IMerkleClaims.CampaignState memory state = claims.campaignOf(FIRST);
        assertLe(state.pausedFor, 30 days);
        assertEq(state.deadline, NOW + TERM + state.pausedFor);
        assertEq(block.timestamp, NOW + open + state.pausedFor);
    }

    // Guardian

    function test_TOKEN_81_RevertWhen_PausedBySomebodyElseOrAfterTheTerm() public {
        fundAndCreate(terms());
        uint256 end = NOW + 365 days;
        vm.expectRevert(
            abi.encodeWithSelector(IClaimsGuardian.ClaimsGuardian_NotGuardian.selector, stranger, guardian, end)
        );
        vm.prank(stranger);
        claims.pause(FIRST, 1 days);
        vm.expectRevert(
            abi.encodeWithSelector(IClaimsGuardian.ClaimsGuardian_NotGuardian.selector, stranger, guardian, end)
        );
        vm.prank(stranger);
        claims.unpause(FIRST);
        vm.warp(end);
        vm.expectRevert(
            abi.encodeWithSelector(IClaimsGuardian.ClaimsGuardian_NotGuardian.selector, guardian, guardian, end)
        );
        pause(1 days);
    }

    function test_TOKEN_81_TimelockAppointsTheGuardianForAYearAtMost() public {
        vm.expectEmit(address(claims));
        emit IClaimsGuardian.GuardianSet(guardian, bob, NOW + 365 days, NOW + 1 days);
        vm.prank(timelock);
        claims.setGuardian(bob, NOW + 1 days);
        assertEq(claims.guardian(), bob);
        assertEq(claims.guardianUntil(), NOW + 1 days);
        vm.expectRevert(
            abi.encodeWithSelector(
                IClaimsGuardian.ClaimsGuardian_TermTooLong.selector,
                NOW + 365 days + 1,
                NOW + 365 days
            )
        );
        vm.prank(timelock);
        claims.setGuardian(bob, NOW + 365 days + 1);
        vm.expectRevert(abi.encodeWithSelector(IClaimsGuardian.ClaimsGuardian_NotTimelock.selector, guardian));
        vm.prank(guardian);
        claims.setGuardian(guardian, NOW + 2 days);
    }
}
