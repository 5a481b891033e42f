// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {MerkleClaims} from "../../contracts/token/MerkleClaims.sol";
import {OpenToken} from "../../contracts/token/OpenToken.sol";
import {TokenAllocation} from "../../contracts/token/TokenAllocation.sol";
import {VestingFactory} from "../../contracts/token/VestingFactory.sol";
import {IMerkleClaims} from "../../contracts/token/interfaces/IMerkleClaims.sol";
import {ITokenAllocation} from "../../contracts/token/interfaces/ITokenAllocation.sol";
import {CampaignId} from "../../contracts/token/types/CampaignId.sol";
import {RowId} from "../../contracts/token/types/RowId.sol";
import {VestingSchedule, toVestingSchedule} from "../../contracts/token/types/VestingSchedule.sol";
import {MerkleTree} from "./MerkleTree.sol";

/// @dev Token, allocation, factory and claims, and one list of five leaves.
abstract contract ClaimsFixture is Test {
    using MerkleTree for IMerkleClaims.Leaf[];

    /// Two slots into a day, and an hour into the slot.
    uint256 internal constant NOW = 1_800_014_400;
    uint256 internal constant TERM = 60 days;
    RowId internal constant ROW = RowId.wrap(3);
    RowId internal constant OTHER_ROW = RowId.wrap(4);
    VestingSchedule internal constant AT_ONCE = VestingSchedule.wrap(0);

    address internal immutable timelock = makeAddr("timelock");
    address internal immutable guardian = makeAddr("guardian");
    address internal immutable stranger = makeAddr("stranger");
    address internal immutable destination = makeAddr("destination");
    address internal immutable bob = makeAddr("bob");
    address internal alice;
    uint256 internal aliceKey;
    VestingSchedule internal overAYear;

    OpenToken internal token;
    TokenAllocation internal allocation;
    VestingFactory internal factory;
    MerkleClaims internal claims;
    IMerkleClaims.Leaf[] internal leaves;

    function setUp() public virtual {
        vm.warp(NOW);
        (alice, aliceKey) = makeAddrAndKey("alice");
        uint256 nonce = vm.getNonce(address(this));
        token = new OpenToken(vm.computeCreateAddress(address(this), nonce + 1), timelock);
        factory = VestingFactory(vm.computeCreateAddress(address(this), nonce + 2));
        allocation = new TokenAllocation(token, timelock, address(this), factory, table());
        factory = new VestingFactory(token, allocation);
        claims = new MerkleClaims(allocation, timelock, guardian, NOW + 365 days);

        overAYear = toVestingSchedule(uint40(NOW), 0, 365 days, 0, 0);
        leaves.push(IMerkleClaims.Leaf(0, alice, 100e18, AT_ONCE));
        leaves.push(IMerkleClaims.Leaf(1, bob, 200e18, AT_ONCE));
        leaves.push(IMerkleClaims.Leaf(2, alice, 365e18, overAYear));
        leaves.push(IMerkleClaims.Leaf(300, bob, 7e18, AT_ONCE));
        leaves.push(IMerkleClaims.Leaf(4, makeAddr("carol"), 28e18, AT_ONCE));
    }

    function table() private pure returns (ITokenAllocation.Row[25] memory rows) {
        for (uint256 i; i < 25; ++i) rows[i] = ITokenAllocation.Row(bytes32(i + 1), 4e25);
    }

    function fund(RowId row, uint256 amount) internal {
        allocation.genesisFund(row, address(claims), amount);
    }

    /// The five leaves, 700 OPEN in all, without weekly limit.
    function terms() internal view returns (IMerkleClaims.NewCampaign memory) {
        return
            IMerkleClaims.NewCampaign({
                row: ROW,
                root: leaves.rootOf(),
                total: 700e18,
                start: 0,
                deadline: uint40(block.timestamp + TERM),
                weeklyLimit: type(uint256).max,
                tree: "ipfs://tree"
            });
    }

    function create(IMerkleClaims.NewCampaign memory newCampaign) internal returns (CampaignId) {
        vm.prank(timelock);
        return claims.createCampaign(newCampaign);
    }

    function fundAndCreate(IMerkleClaims.NewCampaign memory newCampaign) internal returns (CampaignId) {
        fund(newCampaign.row, newCampaign.total);
        return create(newCampaign);
    }

    function proof(uint256 place) internal view returns (bytes32[] memory) {
        return leaves.proofOf(place);
    }

    /// By the leaf's account, to itself.
    function claim(CampaignId campaign, uint256 place) internal returns (address) {
        IMerkleClaims.Leaf memory leaf = leaves[place];
        bytes32[] memory path = proof(place);
        vm.prank(leaf.account);
        return claims.claim(campaign, leaf, path, leaf.account);
    }

    function sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }
}
