// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IGovernorChangeVoteBySig} from "../../../contracts/governance/interfaces/IGovernorChangeVoteBySig.sol";
import {IGovernorCountingFlexible} from "../../../contracts/governance/interfaces/IGovernorCountingFlexible.sol";
import {GovernanceSigner} from "../../helpers/GovernanceSigner.sol";

contract GovernorCountingFlexibleTest is GovernanceSigner {
    uint256 private constant ALICE = 50_000_000e18;
    uint256 private constant WALLET = 20_000_000e18;

    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = _proposeActive(bob, _grant(1e18));
    }

    function test_EachSupportCounts() public {
        _vote(alice, id, AGAINST);
        _vote(bob, id, FOR);
        _vote(carol, id, ABSTAIN);
        _assertTally(ALICE, 30_000_000e18, 20_000_000e18);
        assertTrue(governor.hasVoted(id, alice));
        assertEq(governor.usedVotes(id, alice), ALICE);
    }

    function test_SplitVote() public {
        bytes memory params = _split(1e18, 2e18, 3e18);
        vm.expectEmit(address(governor));
        emit IGovernor.VoteCastWithParams(alice, id, SPLIT, 6e18, "why", params);
        vm.prank(alice);
        governor.castVoteWithReasonAndParams(id, SPLIT, "why", params);
        _assertTally(1e18, 2e18, 3e18);
        _assertBallot(alice, 1e18, 2e18, 3e18);
    }

    function test_RestOfASplitIsCastLater() public {
        _castSplit(alice, 1e18, 2e18, 3e18);
        _castSplit(alice, 4e18, 0, 0);
        _vote(alice, id, FOR);
        _assertBallot(alice, 5e18, ALICE - 8e18, 3e18);
        _assertTally(5e18, ALICE - 8e18, 3e18);
    }

    /// @dev A ballot that only abstains is kept in another way than one with several parts.
    function test_RestOfAnAbstentionIsCastLater() public {
        _castSplit(alice, 0, 0, 3e18);
        _assertBallot(alice, 0, 0, 3e18);
        _castSplit(alice, 0, 0, 4e18);
        _assertBallot(alice, 0, 0, 7e18);
        _castSplit(alice, 2e18, 0, 0);
        _assertBallot(alice, 2e18, 0, 7e18);
        _vote(alice, id, ABSTAIN);
        _assertBallot(alice, 2e18, 0, ALICE - 2e18);
        _assertTally(2e18, 0, ALICE - 2e18);
    }

    function test_ChangedBallotForgetsItsOldParts() public {
        _castSplit(alice, 1e18, 2e18, 3e18);
        vm.startPrank(alice);
        governor.changeVote(id, FOR, "", "");
        _assertBallot(alice, 0, ALICE, 0);
        governor.changeVote(id, ABSTAIN, "", "");
        _assertBallot(alice, 0, 0, ALICE);
        governor.changeVote(id, SPLIT, "", _split(4e18, 0, 5e18));
        _assertBallot(alice, 4e18, 0, 5e18);
        governor.changeVote(id, AGAINST, "", "");
        _assertBallot(alice, ALICE, 0, 0);
        vm.stopPrank();
        _assertTally(ALICE, 0, 0);
    }

    function test_RevertWhen_WeightIsBeyondWhatIsCounted() public {
        uint256 most = type(uint96).max;
        bytes memory asked = abi.encodeCall(token.getPastVotes, (alice, governor.proposalSnapshot(id)));
        vm.mockCall(address(token), asked, abi.encode(most + 1));
        vm.expectRevert(abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 96, most + 1));
        _vote(alice, id, FOR);
        vm.mockCall(address(token), asked, abi.encode(most));
        _vote(alice, id, FOR);
        _assertTally(0, most, 0);
    }

    function test_RevertWhen_VotedTwice() public {
        _vote(alice, id, FOR);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorAlreadyCastVote.selector, alice));
        _vote(alice, id, AGAINST);
    }

    function test_RevertWhen_VoterHasNoWeight() public {
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorAlreadyCastVote.selector, idle));
        _vote(idle, id, FOR);
    }

    function test_RevertWhen_SplitExceedsWeight() public {
        _castSplit(alice, 1e18, 0, 0);
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernorCountingFlexible.GovernorCountingFlexible_ExceedsRemainingWeight.selector,
                alice,
                ALICE,
                ALICE - 1e18
            )
        );
        _castSplit(alice, 0, ALICE, 0);
    }

    function test_RevertWhen_SplitWrapsAround() public {
        uint256 max = type(uint128).max;
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernorCountingFlexible.GovernorCountingFlexible_ExceedsRemainingWeight.selector,
                alice,
                3 * max,
                ALICE
            )
        );
        _castSplit(alice, max, max, max);
    }

    function test_RevertWhen_ParamsDoNotFit() public {
        vm.startPrank(alice);
        vm.expectRevert(IGovernor.GovernorInvalidVoteParams.selector);
        governor.castVoteWithReasonAndParams(id, FOR, "", hex"01");
        vm.expectRevert(IGovernor.GovernorInvalidVoteParams.selector);
        governor.castVoteWithReasonAndParams(id, SPLIT, "", new bytes(47));
        vm.expectRevert(IGovernor.GovernorInvalidVoteParams.selector);
        governor.castVoteWithReasonAndParams(id, SPLIT, "", "");
        vm.expectRevert(IGovernor.GovernorInvalidVoteType.selector);
        governor.castVote(id, 3);
    }

    function test_ChangeVote() public {
        _vote(alice, id, FOR);
        vm.expectEmit(address(governor));
        emit IGovernorCountingFlexible.VoteChanged(alice, id, ALICE, 0, 0, "misread");
        vm.prank(alice);
        assertEq(governor.changeVote(id, AGAINST, "misread", ""), ALICE);
        _assertTally(ALICE, 0, 0);
        _assertBallot(alice, ALICE, 0, 0);
    }

    function test_ChangeVoteToASplit() public {
        _vote(alice, id, ABSTAIN);
        _vote(bob, id, FOR);
        vm.prank(alice);
        governor.changeVote(id, SPLIT, "", _split(1e18, 2e18, 3e18));
        _assertBallot(alice, 1e18, 2e18, 3e18);
        _assertTally(1e18, 30_000_000e18 + 2e18, 3e18);
    }

    function test_ChangeVoteToNothing() public {
        _vote(alice, id, FOR);
        vm.prank(alice);
        assertEq(governor.changeVote(id, SPLIT, "", _split(0, 0, 0)), 0);
        _assertTally(0, 0, 0);
        assertFalse(governor.hasVoted(id, alice));
        _vote(alice, id, AGAINST);
        _assertTally(ALICE, 0, 0);
    }

    function test_RevertWhen_ChangedWithoutABallot() public {
        vm.expectRevert(
            abi.encodeWithSelector(IGovernorCountingFlexible.GovernorCountingFlexible_NoBallot.selector, id, alice)
        );
        vm.prank(alice);
        governor.changeVote(id, FOR, "", "");
    }

    function test_RevertWhen_ChangedAfterTheEnd() public {
        _vote(alice, id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IGovernor.GovernorUnexpectedProposalState.selector,
                id,
                IGovernor.ProposalState.Succeeded,
                bytes32(uint256(1) << uint8(IGovernor.ProposalState.Active))
            )
        );
        vm.prank(alice);
        governor.changeVote(id, AGAINST, "", "");
    }

    function test_WeightIsThatOfTheSnapshot() public {
        vm.startPrank(alice);
        token.transfer(idle, ALICE);
        governor.castVote(id, FOR);
        governor.changeVote(id, AGAINST, "", "");
        vm.stopPrank();
        _assertTally(ALICE, 0, 0);
    }

    function test_VoteBySig() public {
        uint256 nonce = governor.nonces(alice, uint192(id));
        bytes memory signature = _signBallot(aliceKey, id, FOR, alice, nonce);
        vm.prank(stranger);
        governor.castVoteBySig(id, FOR, alice, signature);
        _assertBallot(alice, 0, ALICE, 0);
        assertEq(governor.nonces(alice, uint192(id)), nonce + 1);
    }

    function test_VoteBySigWithPlainNonce() public {
        governor.castVoteBySig(id, FOR, alice, _signBallot(aliceKey, id, FOR, alice, 0));
        _assertBallot(alice, 0, ALICE, 0);
        assertEq(governor.nonces(alice), 1);
    }

    function test_VoteBySigOfAContractWallet() public {
        uint256 nonce = governor.nonces(address(wallet), uint192(id));
        bytes memory signature = _signBallot(walletKey, id, AGAINST, address(wallet), nonce);
        governor.castVoteBySig(id, AGAINST, address(wallet), signature);
        _assertTally(WALLET, 0, 0);
    }

    function test_RevertWhen_ContractWalletDidNotSignTheVote() public {
        uint256 nonce = governor.nonces(address(wallet), uint192(id));
        bytes memory signature = _signBallot(aliceKey, id, AGAINST, address(wallet), nonce);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, address(wallet)));
        governor.castVoteBySig(id, AGAINST, address(wallet), signature);
    }

    function test_SignedVotesDoNotBlockEachOther() public {
        Proposal memory p = _grant(2e18);
        uint256 other = _proposeActive(carol, p);
        bytes memory first = _signBallot(aliceKey, id, FOR, alice, governor.nonces(alice, uint192(id)));
        bytes memory second = _signBallot(aliceKey, other, FOR, alice, governor.nonces(alice, uint192(other)));
        governor.castVoteBySig(other, FOR, alice, second);
        governor.castVoteBySig(id, FOR, alice, first);
        assertEq(governor.usedVotes(id, alice), ALICE);
        assertEq(governor.usedVotes(other, alice), ALICE);
    }

    function test_RevertWhen_SignedVoteReplayedAfterAWithdrawal() public {
        bytes memory signature = _signBallot(aliceKey, id, FOR, alice, governor.nonces(alice, uint192(id)));
        governor.castVoteBySig(id, FOR, alice, signature);
        vm.prank(alice);
        governor.changeVote(id, SPLIT, "", _split(0, 0, 0));
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, alice));
        governor.castVoteBySig(id, FOR, alice, signature);
    }

    function test_RevertWhen_WithheldBallotSubmittedAfterAWithdrawal() public {
        bytes memory withheld = _signBallot(aliceKey, id, FOR, alice, governor.nonces(alice, uint192(id)));
        _vote(alice, id, AGAINST);
        vm.prank(alice);
        governor.changeVote(id, SPLIT, "", _split(0, 0, 0));
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, alice));
        governor.castVoteBySig(id, FOR, alice, withheld);
        _assertTally(0, 0, 0);
    }

    function test_RevertWhen_WithheldChangeSubmittedAfterADirectOne() public {
        _vote(alice, id, FOR);
        uint256 deadline = block.timestamp + VOTING_PERIOD;
        uint256 nonce = governor.nonces(alice, uint192(id));
        bytes memory withheld = _signChange(aliceKey, id, AGAINST, alice, nonce, deadline, "", "");
        vm.prank(alice);
        governor.changeVote(id, ABSTAIN, "", "");
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, alice));
        governor.changeVoteBySig(id, AGAINST, alice, deadline, "", "", withheld);
        _assertTally(0, 0, ALICE);
    }

    function test_ChangeVoteBySig() public {
        _vote(alice, id, FOR);
        uint256 nonce = governor.nonces(alice, uint192(id));
        bytes memory params = _split(1e18, 0, 2e18);
        bytes memory signature = _signChange(aliceKey, id, SPLIT, alice, nonce, block.timestamp, "why", params);
        vm.expectEmit(address(governor));
        emit IGovernorCountingFlexible.VoteChanged(alice, id, 1e18, 0, 2e18, "why");
        vm.prank(stranger);
        governor.changeVoteBySig(id, SPLIT, alice, block.timestamp, "why", params, signature);
        _assertTally(1e18, 0, 2e18);
    }

    function test_ChangeVoteBySigOfAContractWallet() public {
        vm.prank(walletOwner);
        wallet.execute(address(governor), abi.encodeCall(governor.castVote, (id, FOR)));
        uint256 nonce = governor.nonces(address(wallet), uint192(id));
        bytes memory sig = _signChange(walletKey, id, AGAINST, address(wallet), nonce, block.timestamp, "", "");
        governor.changeVoteBySig(id, AGAINST, address(wallet), block.timestamp, "", "", sig);
        _assertTally(WALLET, 0, 0);
    }

    function test_RevertWhen_ChangeSignatureExpired() public {
        _vote(alice, id, FOR);
        uint256 deadline = block.timestamp - 1;
        uint256 nonce = governor.nonces(alice, uint192(id));
        bytes memory signature = _signChange(aliceKey, id, AGAINST, alice, nonce, deadline, "", "");
        vm.expectRevert(
            abi.encodeWithSelector(IGovernorChangeVoteBySig.GovernorChangeVoteBySig_SignatureExpired.selector, deadline)
        );
        governor.changeVoteBySig(id, AGAINST, alice, deadline, "", "", signature);
    }

    function test_RevertWhen_ChangeSignatureReplayed() public {
        _vote(alice, id, FOR);
        uint256 nonce = governor.nonces(alice, uint192(id));
        bytes memory signature = _signChange(aliceKey, id, AGAINST, alice, nonce, block.timestamp, "", "");
        governor.changeVoteBySig(id, AGAINST, alice, block.timestamp, "", "", signature);
        vm.expectRevert(abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, alice));
        governor.changeVoteBySig(id, AGAINST, alice, block.timestamp, "", "", signature);
    }

    function testFuzz_SplitUsesWhatItSays(uint256 against, uint256 for_, uint256 abstain) public {
        against = bound(against, 0, ALICE);
        for_ = bound(for_, 0, ALICE - against);
        abstain = bound(abstain, 0, ALICE - against - for_);
        _castSplit(alice, against, for_, abstain);
        _assertTally(against, for_, abstain);
        _assertBallot(alice, against, for_, abstain);
        assertEq(governor.usedVotes(id, alice), against + for_ + abstain);
    }

    function testFuzz_TallyIsTheSumOfBallots(uint8[8] memory choices, uint96[24] memory parts) public {
        address[3] memory voters = [alice, bob, carol];
        for (uint256 i = 0; i < choices.length; ++i) {
            _anyVote(voters[i % 3], choices[i], parts[3 * i], parts[3 * i + 1], parts[3 * i + 2]);
        }
        uint256[3] memory sums;
        for (uint256 i = 0; i < voters.length; ++i) {
            IGovernorCountingFlexible.Ballot memory ballot = governor.ballotOf(id, voters[i]);
            sums[0] += ballot.againstVotes;
            sums[1] += ballot.forVotes;
            sums[2] += ballot.abstainVotes;
            assertLe(governor.usedVotes(id, voters[i]), token.getPastVotes(voters[i], governor.proposalSnapshot(id)));
        }
        _assertTally(sums[0], sums[1], sums[2]);
    }

    function _anyVote(address voter, uint8 support, uint96 a, uint96 b, uint96 c) private {
        bool isSplit = support % 2 == 0;
        bytes memory params = isSplit ? _split(a % 20_000_000e18, b % 20_000_000e18, c % 20_000_000e18) : bytes("");
        uint8 choice = isSplit ? SPLIT : support % 3;
        vm.prank(voter);
        // Refusals are part of the game: too much, no ballot yet, nothing left.
        if (support > 127) try governor.changeVote(id, choice, "", params) {} catch {}
        else try governor.castVoteWithReasonAndParams(id, choice, "", params) {} catch {}
    }

    function _castSplit(address voter, uint256 against, uint256 for_, uint256 abstain) private {
        vm.prank(voter);
        governor.castVoteWithReasonAndParams(id, SPLIT, "", _split(against, for_, abstain));
    }

    function _assertTally(uint256 against, uint256 for_, uint256 abstain) private view {
        (uint256 a, uint256 f, uint256 b) = governor.proposalVotes(id);
        assertEq(a, against, "against");
        assertEq(f, for_, "for");
        assertEq(b, abstain, "abstain");
    }

    function _assertBallot(address voter, uint256 against, uint256 for_, uint256 abstain) private view {
        IGovernorCountingFlexible.Ballot memory ballot = governor.ballotOf(id, voter);
        assertEq(ballot.againstVotes, against, "against of voter");
        assertEq(ballot.forVotes, for_, "for of voter");
        assertEq(ballot.abstainVotes, abstain, "abstain of voter");
    }
}
