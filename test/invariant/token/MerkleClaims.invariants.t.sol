// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {MerkleClaims} from "../../../contracts/token/MerkleClaims.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {TokenAllocation} from "../../../contracts/token/TokenAllocation.sol";
import {IMerkleClaims} from "../../../contracts/token/interfaces/IMerkleClaims.sol";
import {CampaignId} from "../../../contracts/token/types/CampaignId.sol";
import {RowId} from "../../../contracts/token/types/RowId.sol";
import {ClaimsFixture} from "../../helpers/ClaimsFixture.sol";
import {MerkleTree} from "../../helpers/MerkleTree.sol";

/// Calls the claims as every kind of actor, with arguments that are often wrong.
contract MerkleClaimsHandler is ClaimsFixture {
    using MerkleTree for IMerkleClaims.Leaf[];

    struct Payment {
        uint256 time;
        uint256 amount;
    }

    uint256 public constant LEAVES = 16;
    uint256 public constant MAX_CAMPAIGNS = 6;

    /// Sum over all campaigns, and what came to the accounts by it.
    uint256 public paid;
    uint256 public clawedBack;
    bool public paidTwice;
    bool public paidOutsideItsTerm;
    address[] public wallets;

    mapping(uint256 campaign => IMerkleClaims.Leaf[] list) private _lists;
    mapping(uint256 campaign => Payment[] list) private _payments;
    mapping(uint256 campaign => mapping(uint256 index => uint256 times)) public timesPaid;
    mapping(uint256 campaign => uint256 amount) public paidBy;
    mapping(uint256 campaign => uint256 amount) public returnedBy;

    constructor() {
        setUp();
        // One with and one without limit from the start, so that short runs have something to claim.
        createCampaign(40 days + 1, 100, 40);
        createCampaign(2, 100, 0);
        assertEq(claims.campaignCount(), 2);
    }

    function createCampaign(uint256 seed, uint256 share, uint256 limit) public {
        if (claims.campaignCount() >= MAX_CAMPAIGNS) return;
        uint256 id = claims.campaignCount() + 1;
        IMerkleClaims.Leaf[] memory list = new IMerkleClaims.Leaf[](LEAVES);
        uint256 sum;
        for (uint256 i; i < LEAVES; ++i) {
            uint256 word = uint256(keccak256(abi.encode(seed, i)));
            // The last leaf has the index of the first: only one of them can be paid.
            list[i] = IMerkleClaims.Leaf({
                index: i == LEAVES - 1 ? 0 : i * 50,
                account: i % 3 == 0 ? alice : bob,
                amount: 1 + (word % 1e18),
                schedule: i % 4 == 0 ? overAYear : AT_ONCE
            });
            sum += list[i].amount;
        }
        IMerkleClaims.NewCampaign memory fresh = terms();
        fresh.row = id % 2 == 0 ? ROW : OTHER_ROW;
        fresh.root = list.rootOf();
        // Often less than the list, sometimes more.
        fresh.total = 1 + (sum * (share % 120)) / 100;
        fresh.weeklyLimit = limit % 3 == 0 ? type(uint256).max : (sum * (limit % 100)) / 100;
        fresh.start = uint40(block.timestamp + (seed % 3 days));
        fresh.deadline = uint40(fresh.start + 7 days + (seed % 60 days));
        if (seed % 3 != 0) fund(fresh.row, fresh.total);
        vm.prank(seed % 7 == 6 ? guardian : timelock);
        try claims.createCampaign(fresh) {
            for (uint256 i; i < LEAVES; ++i) _lists[id].push(list[i]);
        } catch {}
    }

    function claimLeaf(uint256 which, uint256 place, uint256 how) external {
        uint256 id = 1 + (which % claims.campaignCount());
        IMerkleClaims.Leaf[] memory list = _lists[id];
        place = place % LEAVES;
        IMerkleClaims.Leaf memory leaf = list[place];
        bytes32[] memory path = list.proofOf(place);
        CampaignId campaign = CampaignId.wrap(id);
        if (how % 8 == 7) leaf.amount += 1;
        bool ok;
        address wallet;
        if (how % 2 == 0 && leaf.account == alice) {
            bytes memory signature = sign(aliceKey, claims.claimDigest(campaign, leaf, alice, block.timestamp));
            try claims.claimFor(campaign, leaf, path, alice, block.timestamp, signature) returns (address made) {
                (ok, wallet) = (true, made);
            } catch {}
        } else {
            vm.prank(how % 9 == 8 ? stranger : leaf.account);
            try claims.claim(campaign, leaf, path, leaf.account) returns (address made) {
                (ok, wallet) = (true, made);
            } catch {}
        }
        if (!ok) return;
        _record(id, leaf, wallet);
    }

    function clawBack(uint256 which) external {
        uint256 id = 1 + (which % claims.campaignCount());
        try claims.clawBack(CampaignId.wrap(id)) returns (uint256 amount) {
            clawedBack += amount;
            returnedBy[id] += amount;
        } catch {}
    }

    function returnUnpromised(uint256 row, uint256 amount) external {
        RowId from = row % 2 == 0 ? ROW : OTHER_ROW;
        amount = amount % (claims.unpromised(from) + 2);
        vm.prank(timelock);
        try claims.returnUnpromised(from, amount) {
            clawedBack += amount;
        } catch {}
    }

    function pause(uint256 which, uint256 duration) external {
        vm.prank(guardian);
        try claims.pause(CampaignId.wrap(1 + (which % claims.campaignCount())), duration % 31 days) {} catch {}
    }

    function unpause(uint256 which) external {
        vm.prank(guardian);
        try claims.unpause(CampaignId.wrap(1 + (which % claims.campaignCount()))) {} catch {}
    }

    function endCampaign(uint256 which, uint256 rarely) external {
        if (rarely % 8 != 0) return;
        vm.prank(timelock);
        try claims.endCampaign(CampaignId.wrap(1 + (which % claims.campaignCount()))) {} catch {}
    }

    /// OPEN that anybody sends must not become anybody's promise.
    function donate(uint256 amount) external {
        allocation.genesisGrant(RowId.wrap(9), address(claims), 1 + (amount % 1e18));
    }

    function pass(uint256 time) external {
        skip(time % 2 days);
    }

    function paymentsOf(uint256 id) external view returns (Payment[] memory) {
        return _payments[id];
    }

    function parts() external view returns (MerkleClaims, OpenToken, TokenAllocation) {
        return (claims, token, allocation);
    }

    function heldByClaimants() external view returns (uint256 sum) {
        sum = token.balanceOf(alice) + token.balanceOf(bob);
        for (uint256 i; i < wallets.length; ++i) sum += token.balanceOf(wallets[i]);
    }

    function _record(uint256 id, IMerkleClaims.Leaf memory leaf, address wallet) private {
        IMerkleClaims.CampaignState memory state = claims.campaignOf(CampaignId.wrap(id));
        if (block.timestamp < state.start || block.timestamp >= state.deadline) paidOutsideItsTerm = true;
        if (block.timestamp < state.pausedUntil) paidOutsideItsTerm = true;
        if (++timesPaid[id][leaf.index] > 1) paidTwice = true;
        paid += leaf.amount;
        paidBy[id] += leaf.amount;
        _payments[id].push(Payment(block.timestamp, leaf.amount));
        if (wallet != address(0)) wallets.push(wallet);
    }
}

contract MerkleClaimsInvariants is Test {
    RowId private constant ROW = RowId.wrap(3);
    RowId private constant OTHER_ROW = RowId.wrap(4);

    MerkleClaimsHandler private handler;
    MerkleClaims private claims;
    OpenToken private token;
    TokenAllocation private allocation;

    function setUp() public {
        handler = new MerkleClaimsHandler();
        (claims, token, allocation) = handler.parts();
        bytes4[] memory selectors = new bytes4[](10);
        selectors[0] = handler.createCampaign.selector;
        selectors[1] = handler.claimLeaf.selector;
        selectors[2] = handler.clawBack.selector;
        selectors[3] = handler.returnUnpromised.selector;
        selectors[4] = handler.pause.selector;
        selectors[5] = handler.unpause.selector;
        selectors[6] = handler.endCampaign.selector;
        selectors[7] = handler.donate.selector;
        selectors[8] = handler.pass.selector;
        // Twice, since most of what can go wrong goes wrong there.
        selectors[9] = handler.claimLeaf.selector;
        targetSelector(FuzzSelector({addr: address(handler), selectors: selectors}));
        targetContract(address(handler));
    }

    function state(uint256 id) private view returns (IMerkleClaims.CampaignState memory) {
        return claims.campaignOf(CampaignId.wrap(id));
    }

    function invariant_ClaimsHoldWhatTheyPromise() public view {
        uint256 unclaimed;
        for (uint256 id = 1; id <= claims.campaignCount(); ++id) unclaimed += state(id).unclaimed;
        uint256 free = claims.unpromised(ROW) + claims.unpromised(OTHER_ROW);
        assertLe(unclaimed + free, token.balanceOf(address(claims)));
    }

    function invariant_EveryCampaignBalances() public view {
        for (uint256 id = 1; id <= claims.campaignCount(); ++id) {
            assertEq(state(id).unclaimed + handler.paidBy(id) + handler.returnedBy(id), state(id).total);
        }
    }

    function invariant_NothingIsPaidTwiceOrOutsideItsTerm() public view {
        assertFalse(handler.paidTwice());
        assertFalse(handler.paidOutsideItsTerm());
    }

    function invariant_ClaimantsGotWhatWasPaid() public view {
        assertEq(handler.heldByClaimants(), handler.paid());
    }

    function invariant_PromisesArePaidOrOpen() public view {
        uint256[2] memory sums;
        for (uint256 id = 1; id <= claims.campaignCount(); ++id)
            sums[id % 2] += state(id).unclaimed + handler.paidBy(id);
        assertEq(claims.promised(ROW), sums[0]);
        assertEq(claims.promised(OTHER_ROW), sums[1]);
    }

    function invariant_RowsGetBackWhatWasNotPaid() public view {
        uint256 left = allocation.spent(ROW) + allocation.spent(OTHER_ROW);
        uint256 open = claims.unpromised(ROW) + claims.unpromised(OTHER_ROW);
        for (uint256 id = 1; id <= claims.campaignCount(); ++id) open += state(id).unclaimed;
        assertEq(left, handler.paid() + open);
    }

    function invariant_NoSevenDaysPayMoreThanTheLimit() public view {
        for (uint256 id = 1; id <= claims.campaignCount(); ++id) {
            uint256 limit = state(id).weeklyLimit;
            MerkleClaimsHandler.Payment[] memory payments = handler.paymentsOf(id);
            for (uint256 last; last < payments.length; ++last) {
                uint256 sum;
                for (uint256 i; i <= last; ++i) {
                    if (payments[i].time + 7 days > payments[last].time) sum += payments[i].amount;
                }
                assertLe(sum, limit);
            }
        }
    }

    function invariant_PausesAreBounded() public view {
        for (uint256 id = 1; id <= claims.campaignCount(); ++id) assertLe(state(id).pausedFor, 30 days);
    }

    function invariant_UnclaimedVotesForNobody() public view {
        uint256 held = token.balanceOf(address(claims)) + token.balanceOf(address(allocation));
        assertEq(token.getVotes(EXCLUDED), held);
    }
}
