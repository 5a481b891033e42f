// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {VoteRelay} from "../../../contracts/governance/VoteRelay.sol";
import {IVoteRelay} from "../../../contracts/governance/interfaces/IVoteRelay.sol";
import {RelaySigner} from "../../helpers/RelaySigner.sol";

/// @dev Relays, and takes no ETH.
contract StubbornRelayer {
    function relay(IVoteRelay to, bytes[] calldata items) external returns (uint256 relayed, uint256 refund) {
        return to.relay(items);
    }

    function withdraw(IVoteRelay from, address payable to) external {
        from.withdrawCredit(to);
    }
}

/// @dev Relays a second batch from within the refund of the first, and asks for more.
contract GreedyRelayer {
    IVoteRelay private immutable _RELAY;
    bytes private _next;
    uint256 public refunds;

    constructor(IVoteRelay relay_) {
        _RELAY = relay_;
    }

    receive() external payable {
        ++refunds;
        // Not enough gas for a batch: the call back fails, and what follows must not.
        (bool success, ) = address(_RELAY).call(_next);
        require(!success);
        try _RELAY.withdrawCredit(payable(address(this))) {} catch {}
    }

    function relay(bytes[] calldata first, bytes[] calldata next) external returns (uint256 refund) {
        _next = abi.encodeCall(IVoteRelay.relay, (next));
        (, refund) = _RELAY.relay(first);
    }
}

/// What the relay's pot holds and who moves it: caps, credits, funding and limits.
contract VoteRelayPotTest is RelaySigner {
    function test_ProposalCap() public {
        (, uint256 first) = _relay(_ballot(id, alice, aliceKey, FOR));
        uint256 cap = first + 1 gwei;
        _setLimits(MIN_VOTES, cap, DAY_CAP);
        (, uint256 second) = _relay(_ballot(id, bob, bobKey, FOR));
        (, uint256 third) = _relay(_ballot(id, carol, carolKey, FOR));
        assertEq(second, 1 gwei);
        assertEq(third, 0);
        assertEq(governor.usedVotes(id, carol), 20_000_000e18, "voted all the same");
        (, uint256 other) = _relay(_ballot(otherId, alice, aliceKey, FOR));
        assertGt(other, 1 gwei);
        assertEq(relay.refundedFor(otherId), other);
        _assertBooks(cap, cap + other);
    }

    function test_LoweredCapPaysNoMore() public {
        _relay(_ballot(id, alice, aliceKey, FOR));
        _setLimits(MIN_VOTES, 1, 1);
        (uint256 relayed, uint256 refund) = _relay(_ballot(id, bob, bobKey, FOR));
        assertEq(relayed, 1);
        assertEq(refund, 0);
    }

    function test_EachProposalOfABatchPaysForItself() public {
        bytes[] memory items = _batch(
            _ballot(id, alice, aliceKey, FOR),
            _ballot(otherId, alice, aliceKey, FOR),
            _delegation(bob, bobKey, carol)
        );
        (, uint256 refund) = _relay(items);
        uint256 spentHere = relay.refundedFor(id);
        uint256 spentThere = relay.refundedFor(otherId);
        assertGt(spentHere, 0);
        assertGt(spentThere, 0);
        assertGt(refund, spentHere + spentThere);
        assertEq(relay.refundedToday(), refund);
        assertEq(relayer.balance, refund);
    }

    function test_DayCap() public {
        (, uint256 first) = _relay(_ballot(id, alice, aliceKey, FOR));
        uint256 cap = first + 1 gwei;
        _setLimits(MIN_VOTES, PROPOSAL_CAP, cap);
        (, uint256 second) = _relay(_ballot(otherId, alice, aliceKey, FOR));
        (, uint256 third) = _relay(_delegation(bob, bobKey, carol));
        assertEq(second, 1 gwei);
        assertEq(third, 0);
        assertEq(relay.refundedToday(), cap);
        assertEq(relayer.balance, cap);
        vm.warp((block.timestamp / 1 days + 1) * 1 days);
        assertEq(relay.refundedToday(), 0);
        (, uint256 next) = _relay(_ballot(id, carol, carolKey, FOR));
        assertGt(next, 1 gwei);
        assertEq(relay.refundedToday(), next);
    }

    function test_NoCapNoRefund() public {
        _setLimits(MIN_VOTES, 0, 0);
        (uint256 relayed, uint256 refund) = _relay(_ballot(id, alice, aliceKey, FOR));
        assertEq(relayed, 1);
        assertEq(refund, 0);
    }

    function test_GOVERNANCE_64_EmptyPotStopsNoVote() public {
        vm.deal(address(relay), 0);
        (uint256 relayed, uint256 refund) = _relay(_ballot(id, alice, aliceKey, FOR));
        assertEq(relayed, 1);
        assertEq(refund, 0);
        _assertBooks(0, 0);
    }

    function test_SmallPotPaysWhatItHas() public {
        vm.deal(address(relay), 1 gwei);
        bytes[] memory items = _batch(_ballot(id, alice, aliceKey, FOR), _ballot(otherId, alice, aliceKey, FOR));
        (, uint256 refund) = _relay(items);
        assertEq(refund, 1 gwei);
        assertEq(address(relay).balance, 0);
    }

    function test_GOVERNANCE_64_RefusedRefundBecomesCredit() public {
        StubbornRelayer stubborn = new StubbornRelayer();
        bytes[] memory items = _batch(_ballot(id, alice, aliceKey, FOR));
        vm.expectEmit(true, false, false, false, address(relay));
        emit IVoteRelay.RefundCredited(address(stubborn), 0);
        (uint256 relayed, uint256 refund) = stubborn.relay(relay, items);
        assertEq(relayed, 1);
        assertEq(relay.creditOf(address(stubborn)), refund);
        assertEq(address(relay).balance, POT);
        assertEq(relay.pot(), POT - refund);

        vm.expectRevert(abi.encodeWithSelector(IVoteRelay.VoteRelay_EtherRefused.selector, address(stubborn), refund));
        stubborn.withdraw(relay, payable(address(stubborn)));
        vm.expectEmit(address(relay));
        emit IVoteRelay.CreditWithdrawn(address(stubborn), grantee, refund);
        stubborn.withdraw(relay, payable(grantee));
        assertEq(grantee.balance, refund);
        assertEq(relay.creditOf(address(stubborn)), 0);
        assertEq(relay.pot(), POT - refund);
        vm.expectRevert(abi.encodeWithSelector(IVoteRelay.VoteRelay_NoCredit.selector, address(stubborn)));
        stubborn.withdraw(relay, payable(grantee));
    }

    function test_CreditIsNotPartOfThePot() public {
        StubbornRelayer stubborn = new StubbornRelayer();
        (, uint256 credit) = stubborn.relay(relay, _batch(_ballot(id, alice, aliceKey, FOR)));
        vm.prank(address(timelock));
        vm.expectRevert(
            abi.encodeWithSelector(IVoteRelay.VoteRelay_PotTooSmall.selector, POT - credit + 1, POT - credit)
        );
        relay.reclaim(POT - credit + 1);
        vm.prank(address(timelock));
        relay.reclaim(POT - credit);
        (, uint256 refund) = _relay(_ballot(id, bob, bobKey, FOR));
        assertEq(refund, 0);
        stubborn.withdraw(relay, payable(grantee));
        assertEq(grantee.balance, credit);
        assertEq(address(relay).balance, 0);
    }

    function test_RelayerThatCallsBackGainsNothing() public {
        GreedyRelayer greedy = new GreedyRelayer(relay);
        uint256 refund = greedy.relay(_batch(_ballot(id, alice, aliceKey, FOR)), _batch(_ballot(id, bob, bobKey, FOR)));
        assertEq(greedy.refunds(), 1);
        assertEq(address(greedy).balance, refund);
        assertEq(relay.pot(), POT - refund);
        assertEq(relay.refundedToday(), refund);
        assertEq(governor.usedVotes(id, bob), 0);
    }

    function test_AnybodyFunds() public {
        vm.deal(stranger, 3 ether);
        vm.expectEmit(address(relay));
        emit IVoteRelay.Funded(stranger, 3 ether);
        vm.prank(stranger);
        (bool success, ) = address(relay).call{value: 3 ether}("");
        assertTrue(success);
        assertEq(relay.pot(), POT + 3 ether);
    }

    function test_GOVERNANCE_65_FundedAndReclaimedByVote() public {
        Proposal memory p = _single(address(relay), 2 ether, "");
        _add(p, address(relay), 0, abi.encodeCall(relay.reclaim, (POT + 1 ether)));
        vm.warp(governor.proposalDeadline(id) + 1);
        uint256 treasury = address(timelock).balance;
        _ready(p);
        vm.expectEmit(address(relay));
        emit IVoteRelay.Reclaimed(POT + 1 ether);
        _execute(p);
        assertEq(address(timelock).balance, treasury + POT - 1 ether);
        assertEq(relay.pot(), 1 ether);
    }

    function test_GOVERNANCE_65_RevertWhen_OthersReclaim() public {
        vm.expectRevert(abi.encodeWithSelector(IVoteRelay.VoteRelay_NotTimelock.selector, relayer));
        vm.prank(relayer);
        relay.reclaim(1);
    }

    function test_RevertWhen_OthersSetLimits() public {
        vm.expectRevert(abi.encodeWithSelector(IVoteRelay.VoteRelay_NotTimelock.selector, relayer));
        vm.prank(relayer);
        relay.setLimits(MIN_VOTES, 0, 0);
    }

    function test_GOVERNANCE_65_SetLimits() public {
        vm.expectEmit(address(relay));
        emit IVoteRelay.LimitsUpdated(MIN_VOTES, 1e18, PROPOSAL_CAP, 50 ether, DAY_CAP, 0);
        _setLimits(1e18, 50 ether, 0);
        assertEq(relay.minVotes(), 1e18);
        assertEq(relay.proposalCap(), 50 ether);
        assertEq(relay.dayCap(), 0);
    }

    function testFuzz_MinVotesIsBounded(uint256 value) public {
        if (value < 1e18 || value > 100_000e18) _expectOutOfBounds(value, 1e18, 100_000e18);
        _setLimits(value, 0, 0);
    }

    function testFuzz_CapsAreBounded(uint256 forProposal, uint256 day) public {
        if (forProposal > 50 ether) _expectOutOfBounds(forProposal, 0, 50 ether);
        else if (day > 50 ether) _expectOutOfBounds(day, 0, 50 ether);
        _setLimits(MIN_VOTES, forProposal, day);
    }

    function test_RevertWhen_DeployedOutOfBounds() public {
        _expectOutOfBounds(0, 1e18, 100_000e18);
        new VoteRelay(payable(address(governor)), 0, 0, 0);
    }

    /// Whatever is relayed at whatever price and with whatever pot: caps hold and credits stay covered.
    function testFuzz_GOVERNANCE_62_CapsHold(
        uint256 forProposal,
        uint256 day,
        uint256 pot,
        uint256 price,
        bool stubborn
    ) public {
        forProposal = bound(forProposal, 0, 0.01 ether);
        day = bound(day, 0, 0.01 ether);
        pot = bound(pot, 0, 0.02 ether);
        price = bound(price, 0, 300 gwei);
        _setLimits(MIN_VOTES, forProposal, day);
        vm.deal(address(relay), pot);
        vm.txGasPrice(price);
        vm.fee(price);
        StubbornRelayer other = new StubbornRelayer();
        bytes[] memory items = _batch(
            _ballot(id, alice, aliceKey, FOR),
            _ballot(otherId, bob, bobKey, FOR),
            _ballot(id, carol, carolKey, FOR)
        );
        uint256 refund;
        if (stubborn) (, refund) = other.relay(relay, items);
        else (, refund) = _relay(items);
        (, uint256 second) = _relay(_delegation(bob, bobKey, carol));
        assertLe(relay.refundedFor(id), forProposal);
        assertLe(relay.refundedFor(otherId), forProposal);
        assertLe(relay.refundedToday(), day);
        assertEq(relay.refundedToday(), refund + second);
        assertEq(address(relay).balance + relayer.balance, pot);
        assertGe(address(relay).balance, relay.creditOf(address(other)));
        assertEq(relay.pot(), pot - refund - second);
    }

    function _setLimits(uint256 minVotes, uint256 forProposal, uint256 day) private {
        vm.prank(address(timelock));
        relay.setLimits(minVotes, forProposal, day);
    }

    function _expectOutOfBounds(uint256 value, uint256 min, uint256 max) private {
        vm.expectRevert(abi.encodeWithSelector(IVoteRelay.VoteRelay_LimitOutOfBounds.selector, value, min, max));
    }
}
