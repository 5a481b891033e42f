// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {IGovernorCountingFlexible} from "../../../contracts/governance/interfaces/IGovernorCountingFlexible.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {IGovernorUnderTest} from "../../helpers/IGovernorUnderTest.sol";
import {GovernorHandler} from "./GovernorHandler.t.sol";

contract OpenGovernorInvariantsTest is Test {
    GovernorHandler private handler;
    IGovernorUnderTest private governor;
    OpenToken private token;
    address private timelock;
    address private grantee;

    function setUp() public {
        handler = new GovernorHandler();
        governor = handler.dao();
        token = OpenToken(governor.token());
        timelock = governor.timelock();
        grantee = makeAddr("grantee");
        bytes4[] memory calls = new bytes4[](16);
        calls[0] = handler.propose.selector;
        calls[1] = handler.vote.selector;
        calls[2] = handler.voteInParts.selector;
        calls[3] = handler.change.selector;
        calls[4] = handler.changeInParts.selector;
        calls[5] = handler.voteBySignature.selector;
        calls[6] = handler.changeBySignature.selector;
        calls[7] = handler.trade.selector;
        calls[8] = handler.delegate.selector;
        calls[9] = handler.pass.selector;
        calls[10] = handler.queue.selector;
        calls[11] = handler.execute.selector;
        calls[12] = handler.cancel.selector;
        calls[13] = handler.councilCancels.selector;
        calls[14] = handler.carry.selector;
        calls[15] = handler.carryFar.selector;
        targetSelector(FuzzSelector(address(handler), calls));
        targetContract(address(handler));
    }

    /// G1
    function invariant_VotesAreDelegatedBalances() public view {
        address[] memory people = handler.people();
        uint256 sum = token.getVotes(EXCLUDED);
        assertEq(sum, token.balanceOf(timelock));
        for (uint256 i = 0; i < people.length; ++i) {
            uint256 delegated;
            for (uint256 j = 0; j < people.length; ++j) {
                if (token.delegates(people[j]) == people[i]) delegated += token.balanceOf(people[j]);
            }
            assertEq(token.getVotes(people[i]), delegated);
            sum += delegated;
        }
        assertLe(sum, token.totalSupply());
    }

    /// G2, G3
    function invariant_TallyIsTheSumOfBallotsWithinTheirVotes() public view {
        address[] memory people = handler.people();
        for (uint256 i = 0; i < handler.count(); ++i) {
            uint256 id = handler.ids(i);
            uint256 snapshot = governor.proposalSnapshot(id);
            (uint256 against, uint256 for_, uint256 abstain) = governor.proposalVotes(id);
            for (uint256 j = 0; j < people.length; ++j) {
                IGovernorCountingFlexible.Ballot memory ballot = governor.ballotOf(id, people[j]);
                against -= ballot.againstVotes;
                for_ -= ballot.forVotes;
                abstain -= ballot.abstainVotes;
                uint256 used = governor.usedVotes(id, people[j]);
                assertEq(used, uint256(ballot.againstVotes) + ballot.forVotes + ballot.abstainVotes);
                if (used > 0) assertLe(used, token.getPastVotes(people[j], snapshot));
                assertEq(governor.hasVoted(id, people[j]), used > 0);
            }
            assertEq(against, 0);
            assertEq(for_, 0);
            assertEq(abstain, 0);
        }
    }

    /// G4, G5, G9, G10, G11
    function invariant_NothingForbiddenWasSeen() public view {
        assertEq(handler.broken(), "");
    }

    /// G6
    function invariant_OnlyVotesChangeSettings() public view {
        assertEq(governor.votingDelay(), handler.votingDelay());
        assertEq(governor.votingPeriod(), 7 days);
        assertEq(governor.proposalThreshold(), 1_000_000e18);
        assertEq(governor.standardActions().standardCap(address(token), token.transfer.selector), handler.openCap());
    }

    /// G7
    function invariant_EachProposalIsExecutedOnceAndFully() public view {
        assertEq(token.balanceOf(grantee), handler.openPaid());
        assertEq(grantee.balance, handler.etherPaid());
        for (uint256 i = 0; i < handler.count(); ++i) {
            (, , , , , , uint256 executions) = handler.seen(handler.ids(i));
            assertLe(executions, 1);
        }
    }

    function afterInvariant() public {
        emit log_named_uint("proposals", handler.count());
        emit log_named_uint("executed", handler.executed());
    }
}
