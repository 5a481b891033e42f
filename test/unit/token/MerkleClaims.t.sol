// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {MerkleClaims} from "../../../contracts/token/MerkleClaims.sol";
import {IClaimsGuardian} from "../../../contracts/token/interfaces/IClaimsGuardian.sol";
import {IMerkleClaims} from "../../../contracts/token/interfaces/IMerkleClaims.sol";
import {IVestingFactory} from "../../../contracts/token/interfaces/IVestingFactory.sol";
import {IOpenVesting} from "../../../contracts/token/interfaces/IOpenVesting.sol";
import {CampaignId} from "../../../contracts/token/types/CampaignId.sol";
import {VestingSchedule} from "../../../contracts/token/types/VestingSchedule.sol";
import {ClaimsFixture} from "../../helpers/ClaimsFixture.sol";
import {ContractWallet} from "../../helpers/ContractWallet.sol";
import {MerkleTree} from "../../helpers/MerkleTree.sol";

/// Claims; campaigns and their brakes are in MerkleCampaigns.t.sol.
contract MerkleClaimsTest is ClaimsFixture {
    using MerkleTree for IMerkleClaims.Leaf;
    using MerkleTree for IMerkleClaims.Leaf[];

    /// StandardMerkleTree.of([[7n, '0x00...0A', 5n, 9n]], ['uint256', 'address', 'uint256', 'uint256']).root
    bytes32 private constant LIBRARY_ROOT = 0x4ce59b48803232604c1e64e640f4492c6afe310bab384d807adcf1c45e01e2ea;

    CampaignId private campaign;
    uint256 private validUntil;

    function setUp() public override {
        super.setUp();
        campaign = fundAndCreate(terms());
        validUntil = block.timestamp + 1 days;
    }

    function signed(uint256 key, address to) private view returns (bytes memory) {
        return sign(key, claims.claimDigest(campaign, leaves[0], to, validUntil));
    }

    // By the account itself

    function test_TOKEN_71_ClaimPaysAnyDestination() public {
        vm.expectEmit(address(claims));
        emit IMerkleClaims.Claimed(campaign, 0, alice, destination, 100e18, address(0));
        bytes32[] memory path = proof(0);
        vm.prank(alice);
        assertEq(claims.claim(campaign, leaves[0], path, destination), address(0));
        assertEq(token.balanceOf(destination), 100e18);
        assertEq(token.balanceOf(alice), 0);
        assertEq(token.balanceOf(address(claims)), 600e18);
        assertEq(claims.campaignOf(campaign).unclaimed, 600e18);
        assertTrue(claims.isClaimed(campaign, 0));
        assertFalse(claims.isClaimed(campaign, 1));
    }

    function test_TOKEN_71_EveryLeafPaysItsOwnAmount() public {
        for (uint256 i; i < leaves.length; ++i) claim(campaign, i);
        assertEq(token.balanceOf(alice), 100e18);
        assertEq(token.balanceOf(bob), 207e18);
        assertEq(token.balanceOf(leaves[4].account), 28e18);
        assertEq(token.balanceOf(address(claims)), 0);
        assertEq(claims.campaignOf(campaign).unclaimed, 0);
    }

    function test_TOKEN_71_RevertWhen_SomebodyElseClaims() public {
        bytes32[] memory path = proof(0);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_NotAccount.selector, alice, stranger));
        vm.prank(stranger);
        claims.claim(campaign, leaves[0], path, alice);
    }

    function test_TOKEN_71_RevertWhen_DestinationIsNobodyOrTheClaims() public {
        bytes32[] memory path = proof(0);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_InvalidDestination.selector, address(0)));
        claims.claim(campaign, leaves[0], path, address(0));
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_InvalidDestination.selector, claims));
        claims.claim(campaign, leaves[0], path, address(claims));
    }

    // What is in the tree

    function test_TOKEN_70_LeafIsThatOfOpenZeppelinsStandardTree() public {
        IMerkleClaims.Leaf memory leaf = IMerkleClaims.Leaf(7, address(10), 5, VestingSchedule.wrap(9));
        IMerkleClaims.NewCampaign memory single = terms();
        single.root = LIBRARY_ROOT;
        CampaignId id = fundAndCreate(single);
        assertTrue(claims.verify(id, leaf, new bytes32[](0)));
    }

    function test_TOKEN_70_RevertWhen_AnyFieldDiffers() public {
        bytes32[] memory path = proof(0);
        IMerkleClaims.Leaf[4] memory wrong = [leaves[0], leaves[0], leaves[0], leaves[0]];
        wrong[0].index = 5;
        wrong[1].amount += 1;
        wrong[2].schedule = overAYear;
        wrong[3].account = stranger;
        for (uint256 i; i < 4; ++i) {
            assertFalse(claims.verify(campaign, wrong[i], path));
            vm.expectRevert(
                abi.encodeWithSelector(IMerkleClaims.MerkleClaims_InvalidProof.selector, campaign, wrong[i].index)
            );
            vm.prank(wrong[i].account);
            claims.claim(campaign, wrong[i], path, destination);
        }
    }

    function test_TOKEN_70_RevertWhen_ProofIsOfAnotherLeaf() public {
        bytes32[] memory path = proof(1);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_InvalidProof.selector, campaign, 0));
        vm.prank(alice);
        claims.claim(campaign, leaves[0], path, alice);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_InvalidProof.selector, campaign, 0));
        vm.prank(alice);
        claims.claim(campaign, leaves[0], new bytes32[](0), alice);
    }

    function testFuzz_TOKEN_70_OnlyPublishedLeavesAreInTheTree(IMerkleClaims.Leaf memory leaf, uint256 place) public {
        place = place % leaves.length;
        vm.assume(leaf.hashOf() != leaves[place].hashOf());
        assertFalse(claims.verify(campaign, leaf, proof(place)));
        assertTrue(claims.verify(campaign, leaves[place], proof(place)));
    }

    // Once

    function test_TOKEN_73_RevertWhen_ClaimedTwice() public {
        claim(campaign, 0);
        bytes32[] memory path = proof(0);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_AlreadyClaimed.selector, campaign, 0));
        vm.prank(alice);
        claims.claim(campaign, leaves[0], path, alice);
    }

    function test_TOKEN_73_RevertWhen_ClaimedAndThenClaimedWithASignature() public {
        bytes memory signature = signed(aliceKey, destination);
        claim(campaign, 0);
        bytes32[] memory path = proof(0);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_AlreadyClaimed.selector, campaign, 0));
        claims.claimFor(campaign, leaves[0], path, destination, validUntil, signature);
    }

    function testFuzz_TOKEN_73_NoClaimTwice(uint256[12] calldata order, uint256 signedBits) public {
        bool[] memory done = new bool[](leaves.length);
        uint256 paid;
        for (uint256 i; i < order.length; ++i) {
            uint256 place = order[i] % leaves.length;
            IMerkleClaims.Leaf memory leaf = leaves[place];
            bool bySignature = leaf.account == alice && (signedBits >> i) & 1 == 1;
            bytes memory signature =
                bySignature ? sign(aliceKey, claims.claimDigest(campaign, leaf, destination, validUntil)) : bytes("");
            bytes32[] memory path = proof(place);
            if (done[place]) {
                vm.expectRevert(
                    abi.encodeWithSelector(IMerkleClaims.MerkleClaims_AlreadyClaimed.selector, campaign, leaf.index)
                );
            } else {
                paid += leaf.amount;
                done[place] = true;
            }
            if (bySignature) {
                claims.claimFor(campaign, leaf, path, destination, validUntil, signature);
            } else {
                vm.prank(leaf.account);
                claims.claim(campaign, leaf, path, destination);
            }
            // Conservation: what left is what was claimed.
            assertEq(token.balanceOf(address(claims)), 700e18 - paid);
            assertEq(claims.campaignOf(campaign).unclaimed, 700e18 - paid);
        }
    }

    // For another

    function test_TOKEN_72_ClaimForPaysTheSignedDestination() public {
        bytes memory signature = signed(aliceKey, destination);
        bytes32[] memory path = proof(0);
        vm.expectEmit(address(claims));
        emit IMerkleClaims.Claimed(campaign, 0, alice, destination, 100e18, address(0));
        vm.prank(stranger);
        claims.claimFor(campaign, leaves[0], path, destination, validUntil, signature);
        assertEq(token.balanceOf(destination), 100e18);
        assertEq(token.balanceOf(stranger), 0);
        assertEq(token.balanceOf(alice), 0);
    }

    function test_TOKEN_72_ClaimForAContractWallet() public {
        ContractWallet wallet = new ContractWallet(alice);
        leaves[0].account = address(wallet);
        CampaignId id = fundAndCreate(terms());
        bytes memory signature = sign(aliceKey, claims.claimDigest(id, leaves[0], destination, validUntil));
        claims.claimFor(id, leaves[0], proof(0), destination, validUntil, signature);
        assertEq(token.balanceOf(destination), 100e18);
    }

    function test_TOKEN_72_ClaimForAKeyWithCodeThatSignsByErc1271() public {
        // What an account with EIP-7702 code looks like to others: code that answers for the account.
        ContractWallet implementation = new ContractWallet(alice);
        vm.etch(alice, address(implementation).code);
        vm.store(alice, bytes32(0), vm.load(address(implementation), bytes32(0)));
        bytes memory signature = signed(aliceKey, destination);
        claims.claimFor(campaign, leaves[0], proof(0), destination, validUntil, signature);
        assertEq(token.balanceOf(destination), 100e18);
    }

    function test_TOKEN_72_DigestNamesChainContractCampaignAndTerms() public {
        bytes32 typehash = keccak256(
            "Claim(uint256 campaign,uint256 index,address account,uint256 amount,uint256 schedule,address to,uint256 deadline)"
        );
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Openmesh MerkleClaims"),
                keccak256("1"),
                block.chainid,
                address(claims)
            )
        );
        bytes32 message = keccak256(
            abi.encode(typehash, campaign, 2, alice, 365e18, overAYear, destination, validUntil)
        );
        assertEq(
            claims.claimDigest(campaign, leaves[2], destination, validUntil),
            keccak256(abi.encodePacked(hex"1901", domain, message))
        );
    }

    function test_TOKEN_72_RevertWhen_SignatureIsForOtherTerms() public {
        CampaignId other = fundAndCreate(terms());
        bytes memory signature = signed(aliceKey, destination);
        bytes32[] memory path = proof(0);
        bytes memory invalid = abi.encodeWithSelector(IMerkleClaims.MerkleClaims_InvalidSignature.selector, alice);
        vm.expectRevert(invalid);
        claims.claimFor(campaign, leaves[0], path, stranger, validUntil, signature);
        vm.expectRevert(invalid);
        claims.claimFor(campaign, leaves[0], path, destination, validUntil + 1, signature);
        vm.expectRevert(invalid);
        claims.claimFor(other, leaves[0], path, destination, validUntil, signature);
        path = proof(2);
        vm.expectRevert(invalid);
        claims.claimFor(campaign, leaves[2], path, destination, validUntil, signature);
        vm.chainId(block.chainid + 1);
        path = proof(0);
        vm.expectRevert(invalid);
        claims.claimFor(campaign, leaves[0], path, destination, validUntil, signature);
    }

    function test_TOKEN_72_RevertWhen_SignatureIsAnotherKeys() public {
        (, uint256 otherKey) = makeAddrAndKey("other");
        bytes memory signature = signed(otherKey, destination);
        bytes32[] memory path = proof(0);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_InvalidSignature.selector, alice));
        claims.claimFor(campaign, leaves[0], path, destination, validUntil, signature);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_InvalidSignature.selector, alice));
        claims.claimFor(campaign, leaves[0], path, destination, validUntil, "");
    }

    function test_TOKEN_74_RevertWhen_SignatureExpired() public {
        bytes memory signature = signed(aliceKey, destination);
        bytes32[] memory path = proof(0);
        vm.warp(validUntil + 1);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_SignatureExpired.selector, validUntil));
        claims.claimFor(campaign, leaves[0], path, destination, validUntil, signature);
        vm.warp(validUntil);
        claims.claimFor(campaign, leaves[0], path, destination, validUntil, signature);
        assertEq(token.balanceOf(destination), 100e18);
    }

    function test_TOKEN_72_ZeroAccountNeedsMoreThanAFailedRecovery() public {
        leaves[0].account = address(0);
        CampaignId id = fundAndCreate(terms());
        bytes32[] memory path = proof(0);
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_InvalidSignature.selector, address(0)));
        claims.claimFor(id, leaves[0], path, destination, validUntil, new bytes(65));
    }

    // Vesting

    function grantOf(uint256 place, address beneficiary) private view returns (IVestingFactory.Grant memory) {
        return
            IVestingFactory.Grant({
                beneficiary: beneficiary,
                amount: uint128(leaves[place].amount),
                schedule: leaves[place].schedule,
                revocable: false,
                salt: keccak256(abi.encode(campaign, leaves[place].index))
            });
    }

    function test_TOKEN_85_ScheduledLeafGoesIntoAWallet() public {
        address predicted = factory.predict(address(claims), ROW, grantOf(2, destination));
        bytes32[] memory path = proof(2);
        vm.expectEmit(address(claims));
        emit IMerkleClaims.Claimed(campaign, 2, alice, destination, 365e18, predicted);
        vm.prank(alice);
        address wallet = claims.claim(campaign, leaves[2], path, destination);
        assertEq(wallet, predicted);
        assertEq(token.balanceOf(wallet), 365e18);
        assertEq(token.balanceOf(destination), 0);
        assertEq(token.balanceOf(address(claims)), 335e18);
        assertEq(token.getVotes(destination), 365e18);

        IOpenVesting.State memory state = IOpenVesting(wallet).state();
        assertEq(state.beneficiary, destination);
        assertEq(state.amount, 365e18);
        assertFalse(state.revocable);
        vm.warp(NOW + 100 days);
        IOpenVesting(wallet).release();
        assertEq(token.balanceOf(destination), 100e18);
    }

    function test_TOKEN_85_ScheduledLeafWithASignature() public {
        bytes memory signature = sign(aliceKey, claims.claimDigest(campaign, leaves[2], destination, validUntil));
        address wallet = claims.claimFor(campaign, leaves[2], proof(2), destination, validUntil, signature);
        assertEq(IOpenVesting(wallet).beneficiary(), destination);
        assertEq(token.balanceOf(wallet), 365e18);
    }

    function test_TOKEN_85_EqualLeavesOfTwoCampaignsHaveTheirOwnWallets() public {
        CampaignId other = fundAndCreate(terms());
        address first = claim(campaign, 2);
        address second = claim(other, 2);
        assertTrue(first != second);
        assertEq(token.balanceOf(first), 365e18);
        assertEq(token.balanceOf(second), 365e18);
    }

    function test_TOKEN_85_RevertWhen_TheFactoryRefusesTheSchedule() public {
        leaves[0].schedule = VestingSchedule.wrap(1 << 200);
        CampaignId id = fundAndCreate(terms());
        bytes32[] memory path = proof(0);
        vm.expectRevert(
            abi.encodeWithSelector(
                IVestingFactory.VestingFactory_UnknownScheduleBits.selector,
                VestingSchedule.wrap(1 << 200)
            )
        );
        vm.prank(alice);
        claims.claim(id, leaves[0], path, alice);
        assertFalse(claims.isClaimed(id, 0));
    }

    // In a batch

    function test_TOKEN_94_ManyClaimsInOneCall() public {
        bytes memory signature = sign(aliceKey, claims.claimDigest(campaign, leaves[2], destination, validUntil));
        bytes[] memory calls = new bytes[](3);
        calls[0] = abi.encodeCall(IMerkleClaims.claim, (campaign, leaves[1], proof(1), bob));
        calls[1] = abi.encodeCall(IMerkleClaims.claim, (campaign, leaves[3], proof(3), bob));
        calls[2] = abi.encodeCall(
            IMerkleClaims.claimFor,
            (campaign, leaves[2], proof(2), destination, validUntil, signature)
        );
        vm.prank(bob);
        bytes[] memory results = claims.multicall(calls);
        assertEq(token.balanceOf(bob), 207e18);
        assertEq(token.balanceOf(abi.decode(results[2], (address))), 365e18);
    }

    // Deployment

    function test_TOKEN_89_HoldsForNobody() public view {
        assertEq(token.delegates(address(claims)), EXCLUDED);
        assertEq(token.getVotes(EXCLUDED), token.totalSupply());
        assertEq(address(claims.token()), address(token));
        assertEq(address(claims.allocation()), address(allocation));
        assertEq(address(claims.vestingFactory()), address(factory));
        assertEq(claims.timelock(), timelock);
    }

    function test_RevertWhen_TimelockDiffersFromTheAllocations() public {
        vm.expectRevert(abi.encodeWithSelector(IMerkleClaims.MerkleClaims_WrongTimelock.selector, stranger, timelock));
        new MerkleClaims(allocation, stranger, guardian, 0);
        vm.expectRevert(IClaimsGuardian.ClaimsGuardian_ZeroTimelock.selector);
        new MerkleClaims(allocation, address(0), guardian, 0);
    }
}
