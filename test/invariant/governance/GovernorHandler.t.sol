// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {ProposalClass} from "../../../contracts/governance/types/ProposalClass.sol";
import {GovernanceSigner} from "../../helpers/GovernanceSigner.sol";
import {IGovernorUnderTest} from "../../helpers/IGovernorUnderTest.sol";

/// @dev A DAO whose members propose, vote in parts, change their minds, sign, trade and delegate in the middle of votes,
/// cancel what is not theirs and execute too early, too late and twice. What it sees is compared after every call.
contract GovernorHandler is GovernanceSigner {
    enum Kind {
        OpenGrant,
        EtherGrant,
        Delay,
        Cap
    }

    struct Seen {
        Kind kind;
        uint256 amount;
        ProposalClass class;
        IGovernor.ProposalState state;
        uint256 deadline;
        uint256 quorum;
        uint256 executions;
    }

    struct Payment {
        uint256 time;
        uint256 amount;
    }

    /// @dev The first change that must never happen; empty while all is well.
    string public broken;
    uint256[] public ids;
    mapping(uint256 id => Seen) public seen;
    /// @dev What executed proposals should have led to.
    uint256 public openPaid;
    uint256 public etherPaid;
    uint256 public votingDelay = VOTING_DELAY;
    uint256 public openCap = OPEN_CAP;
    uint256 public executed;

    address[] private _people;
    Payment[] private _payments;
    mapping(uint256 id => Proposal) private _proposals;
    mapping(uint256 id => mapping(address voter => uint256 nonce)) private _nonces;

    constructor() {
        setUp();
        _people = [alice, bob, carol, dave, erin, idle, stranger, address(wallet)];
    }

    function people() external view returns (address[] memory) {
        return _people;
    }

    function dao() external view returns (IGovernorUnderTest) {
        return governor;
    }

    function count() external view returns (uint256) {
        return ids.length;
    }

    function propose(uint256 who, uint256 kind, uint256 amount) external {
        Kind what = Kind(kind % 4);
        Proposal memory p;
        if (what == Kind.OpenGrant) {
            amount = bound(amount, 1, 2 * OPEN_CAP);
            p = _grant(amount);
        } else if (what == Kind.EtherGrant) {
            amount = bound(amount, 1, 2 * ETHER_CAP);
            p = _single(grantee, amount, "");
        } else if (what == Kind.Delay) {
            amount = bound(amount, 1 hours, 14 days);
            p = _setting(abi.encodeCall(governor.setVotingDelay, (uint48(amount))));
        } else {
            amount = bound(amount, 0, 2 * OPEN_CAP);
            p = _listing(address(token), IERC20.transfer.selector, amount);
        }
        p.description = vm.toString(ids.length);
        address proposer = _person(who);
        if (_call(proposer, abi.encodeCall(governor.propose, (p.targets, p.values, p.calldatas, p.description)))) {
            uint256 id = _idOf(p);
            ids.push(id);
            _proposals[id] = p;
            Seen storage s = seen[id];
            (s.kind, s.amount, s.class) = (what, amount, governor.proposalClass(id));
            s.deadline = governor.proposalDeadline(id);
        }
        _watch();
    }

    function vote(uint256 who, uint256 which, uint8 support) external {
        _call(_person(who), abi.encodeCall(governor.castVote, (_pick(which), support % 4)));
        _watch();
    }

    function voteInParts(uint256 who, uint256 which, uint256 against, uint256 for_, uint256 abstain) external {
        uint256 id = _pick(which);
        address voter = _person(who);
        bytes memory params = _partsOf(voter, against, for_, abstain);
        _call(voter, abi.encodeCall(governor.castVoteWithReasonAndParams, (id, SPLIT, "", params)));
        _watch();
    }

    function change(uint256 who, uint256 which, uint8 support) external {
        _call(_person(who), abi.encodeCall(governor.changeVote, (_pick(which), support % 3, "", "")));
        _watch();
    }

    function changeInParts(uint256 who, uint256 which, uint256 against, uint256 for_, uint256 abstain) external {
        uint256 id = _pick(which);
        address voter = _person(who);
        bytes memory params = _partsOf(voter, against, for_, abstain);
        _call(voter, abi.encodeCall(governor.changeVote, (id, SPLIT, "", params)));
        _watch();
    }

    /// @dev By the voter's keyed nonce, the plain one, or one that is wrong; and each signature a second time.
    function voteBySignature(uint256 which, uint8 support, uint256 nonceKind) external {
        uint256 id = _pick(which);
        uint256 nonce = governor.nonces(alice, uint192(id));
        if (nonceKind % 3 == 1) nonce = governor.nonces(alice);
        if (nonceKind % 3 == 2) ++nonce;
        bytes memory signature = _signBallot(aliceKey, id, support % 3, alice, nonce);
        bytes memory data = abi.encodeCall(governor.castVoteBySig, (id, support % 3, alice, signature));
        if (_call(stranger, data)) {
            if (nonceKind % 3 == 2) broken = "a wrong nonce was accepted";
            if (_call(stranger, data)) broken = "a signature was used twice";
        }
        _watch();
    }

    function changeBySignature(uint256 which, uint8 support) external {
        uint256 id = _pick(which);
        uint256 nonce = governor.nonces(alice, uint192(id));
        bytes memory signature = _signChange(aliceKey, id, support % 3, alice, nonce, block.timestamp, "", "");
        bytes memory data = abi.encodeCall(
            governor.changeVoteBySig,
            (id, support % 3, alice, block.timestamp, "", "", signature)
        );
        if (_call(stranger, data) && _call(stranger, data)) broken = "a signed change was used twice";
        _watch();
    }

    function trade(uint256 from, uint256 to, uint256 amount) external {
        address seller = _person(from);
        uint256 most = token.balanceOf(seller) / 4;
        vm.prank(seller);
        token.transfer(_person(to), bound(amount, 0, most));
        _watch();
    }

    function delegate(uint256 who, uint256 to) external {
        vm.prank(_person(who));
        token.delegate(_person(to));
        _watch();
    }

    function pass(uint256 time) external {
        skip(bound(time, 1, 5 days));
        _watch();
    }

    function queue(uint256 which) external {
        Proposal memory p = _proposals[_pick(which)];
        bytes32 hash = keccak256(bytes(p.description));
        _call(stranger, abi.encodeCall(governor.queue, (p.targets, p.values, p.calldatas, hash)));
        _watch();
    }

    function execute(uint256 which) external {
        _executeOne(_pick(which));
        _watch();
    }

    function cancel(uint256 who, uint256 which) external {
        Proposal memory p = _proposals[_pick(which)];
        bytes32 hash = keccak256(bytes(p.description));
        _call(_person(who), abi.encodeCall(governor.cancel, (p.targets, p.values, p.calldatas, hash)));
        _watch();
    }

    function councilCancels(uint256 which) external {
        Proposal memory p = _proposals[_pick(which)];
        bytes32 hash = keccak256(bytes(p.description));
        vm.prank(council);
        try guard.cancel(p.targets, p.values, p.calldatas, hash) {} catch {}
        _watch();
    }

    /// @dev Brings a proposal a step further, so that short runs too reach its end.
    function carry(uint256 which) public {
        uint256 id = _pick(which);
        if (id == 0) return;
        IGovernor.ProposalState state = governor.state(id);
        if (state == IGovernor.ProposalState.Pending) {
            vm.warp(governor.proposalSnapshot(id) + 1);
        } else if (state == IGovernor.ProposalState.Active) {
            _call(alice, abi.encodeCall(governor.castVote, (id, FOR)));
            _call(bob, abi.encodeCall(governor.castVote, (id, FOR)));
            vm.warp(governor.proposalDeadline(id) + 1);
        } else if (state == IGovernor.ProposalState.Succeeded) {
            _queue(_proposals[id]);
        } else if (state == IGovernor.ProposalState.Queued) {
            if (block.timestamp < governor.proposalEta(id)) vm.warp(governor.proposalEta(id));
            _executeOne(id);
        }
        _watch();
    }

    function carryFar(uint256 which) external {
        for (uint256 i = 0; i < 4; ++i) carry(which);
    }

    function _executeOne(uint256 id) private {
        Proposal memory p = _proposals[id];
        bytes32 hash = keccak256(bytes(p.description));
        if (!_call(stranger, abi.encodeCall(governor.execute, (p.targets, p.values, p.calldatas, hash)))) return;
        Seen storage s = seen[id];
        ++s.executions;
        ++executed;
        if (s.kind == Kind.Delay) votingDelay = s.amount;
        if (s.kind == Kind.Cap) openCap = s.amount;
        if (s.kind == Kind.EtherGrant) etherPaid += s.amount;
        if (s.kind != Kind.OpenGrant) return;
        openPaid += s.amount;
        if (s.class == ProposalClass.Constitutional) return;
        _payments.push(Payment(block.timestamp, s.amount));
        uint256 sum;
        for (uint256 i = 0; i < _payments.length; ++i) {
            if (_payments[i].time + 30 days >= block.timestamp) sum += _payments[i].amount;
        }
        if (sum > openCap) broken = "standard payments of 30 days exceed the cap";
    }

    /// @dev Compares every proposal with what was seen last.
    function _watch() private {
        for (uint256 i = 0; i < ids.length; ++i) {
            uint256 id = ids[i];
            Seen storage s = seen[id];
            IGovernor.ProposalState state = governor.state(id);
            if (!_mayFollow(s.state, state)) broken = "a proposal went back";
            if (state == IGovernor.ProposalState.Executed && s.executions == 0) broken = "executed by nobody";
            s.state = state;
            uint256 deadline = governor.proposalDeadline(id);
            if (deadline < s.deadline) broken = "a deadline fell";
            if (deadline > governor.originalDeadline(id) + 2 * SWING_WINDOW) broken = "a vote has no end";
            s.deadline = deadline;
            if (governor.proposalClass(id) != s.class) broken = "a class changed";
            if (block.timestamp > governor.proposalSnapshot(id)) {
                uint256 quorum = governor.proposalQuorum(id);
                if (s.quorum != 0 && s.quorum != quorum) broken = "a quorum changed";
                s.quorum = quorum;
            }
            for (uint256 j = 0; j < _people.length; ++j) {
                uint256 nonce = governor.nonces(_people[j], uint192(id));
                if (nonce < _nonces[id][_people[j]]) broken = "a nonce fell";
                _nonces[id][_people[j]] = nonce;
            }
        }
    }

    function _mayFollow(IGovernor.ProposalState old, IGovernor.ProposalState state) private pure returns (bool) {
        if (old == state) return true;
        if (old == IGovernor.ProposalState.Pending || old == IGovernor.ProposalState.Active) {
            return
                state != IGovernor.ProposalState.Pending &&
                state != IGovernor.ProposalState.Queued &&
                state != IGovernor.ProposalState.Executed;
        }
        if (old == IGovernor.ProposalState.Succeeded) {
            return
                state == IGovernor.ProposalState.Queued ||
                state == IGovernor.ProposalState.Canceled ||
                state == IGovernor.ProposalState.Expired;
        }
        if (old == IGovernor.ProposalState.Queued) {
            return
                state == IGovernor.ProposalState.Executed ||
                state == IGovernor.ProposalState.Canceled ||
                state == IGovernor.ProposalState.Expired;
        }
        return false;
    }

    function _call(address caller, bytes memory data) private returns (bool done) {
        vm.prank(caller);
        (done, ) = address(governor).call(data);
    }

    /// @dev Often more than there is.
    function _partsOf(
        address voter,
        uint256 against,
        uint256 for_,
        uint256 abstain
    ) private view returns (bytes memory) {
        uint256 most = token.getVotes(voter) / 2 + 1;
        return _split(against % most, for_ % most, abstain % most);
    }

    function _person(uint256 seed) private view returns (address) {
        return _people[seed % _people.length];
    }

    function _pick(uint256 seed) private view returns (uint256) {
        if (ids.length == 0) return 0;
        // Mostly a late one: the early ones are done with.
        uint256 back = seed % 4;
        return ids[back < ids.length ? ids.length - 1 - back : seed % ids.length];
    }
}
