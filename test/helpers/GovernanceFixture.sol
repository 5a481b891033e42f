// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {CouncilGuard} from "../../contracts/governance/CouncilGuard.sol";
import {OpenTimelock} from "../../contracts/governance/OpenTimelock.sol";
import {StandardActions} from "../../contracts/governance/StandardActions.sol";
import {IOpenGovernor} from "../../contracts/governance/interfaces/IOpenGovernor.sol";
import {IStandardActions} from "../../contracts/governance/interfaces/IStandardActions.sol";
import {OpenToken} from "../../contracts/token/OpenToken.sol";
import {IGovernorUnderTest} from "./IGovernorUnderTest.sol";

/// @dev The real token, timelock and governor after hand-over. Of the supply 600M lie in the treasury, 400M are out:
/// the standard quorum is 16M, the constitutional one 40M.
abstract contract GovernanceFixture is Test {
    struct Proposal {
        address[] targets;
        uint256[] values;
        bytes[] calldatas;
        string description;
    }

    uint48 internal constant VOTING_DELAY = 3 days;
    uint32 internal constant VOTING_PERIOD = 7 days;
    uint32 internal constant SWING_WINDOW = 2 days;
    uint32 internal constant GRACE = 14 days;
    uint256 internal constant TIMELOCK_DELAY = 3 days;
    uint256 internal constant THRESHOLD = 1_000_000e18;
    uint256 internal constant STANDARD_QUORUM = 16_000_000e18;
    uint256 internal constant CONSTITUTIONAL_QUORUM = 40_000_000e18;
    uint256 internal constant OPEN_CAP = 5_000_000e18;
    uint256 internal constant ETHER_CAP = 50 ether;
    uint256 internal constant TREASURY = 600_000_000e18;

    uint8 internal constant AGAINST = 0;
    uint8 internal constant FOR = 1;
    uint8 internal constant ABSTAIN = 2;
    uint8 internal constant SPLIT = 255;

    OpenToken internal token;
    OpenTimelock internal timelock;
    IGovernorUnderTest internal governor;
    IStandardActions internal list;
    CouncilGuard internal guard;

    /// @dev Whales: 50M, 30M, 20M; a delegate at the threshold; one a wei below; undelegated rest.
    address internal alice;
    uint256 internal aliceKey;
    address internal bob = makeAddr("bob");
    address internal carol = makeAddr("carol");
    address internal dave = makeAddr("dave");
    address internal erin = makeAddr("erin");
    address internal idle = makeAddr("idle");
    address internal grantee = makeAddr("grantee");
    address internal stranger = makeAddr("stranger");
    address internal council = makeAddr("council");
    address internal councilGuard;
    /// @dev Stands for a contract that was named as never standard.
    address internal allocation = makeAddr("allocation");

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        (alice, aliceKey) = makeAddrAndKey("alice");
        uint256 nonce = vm.getNonce(address(this));
        token = new OpenToken(address(this), vm.computeCreateAddress(address(this), nonce + 1));
        address[] memory none = new address[](0);
        timelock = new OpenTimelock(token, TIMELOCK_DELAY, none, none, address(this));
        // The list comes first, then the governor, then the guard.
        councilGuard = vm.computeCreateAddress(address(this), nonce + 4);
        (governor, list) = _deployGovernor(_params(), _standardActions());
        guard = new CouncilGuard(IGovernor(address(governor)), address(timelock), council, block.timestamp + 365 days);
        assertEq(address(guard), councilGuard);

        timelock.grantRole(timelock.PROPOSER_ROLE(), address(governor));
        timelock.grantRole(timelock.CANCELLER_ROLE(), address(governor));
        timelock.grantRole(timelock.EXECUTOR_ROLE(), address(governor));
        timelock.renounceRole(timelock.DEFAULT_ADMIN_ROLE(), address(this));

        _fund(alice, 50_000_000e18);
        _fund(bob, 30_000_000e18);
        _fund(carol, 20_000_000e18);
        _fund(dave, THRESHOLD);
        _fund(erin, THRESHOLD - 1);
        token.transfer(address(timelock), TREASURY);
        token.transfer(idle, token.balanceOf(address(this)));
        vm.deal(address(timelock), 1_000 ether);
        // Past the retention hour, so that everybody has held for long.
        skip(1 days);
    }

    function _fund(address account, uint256 amount) internal {
        token.transfer(account, amount);
        vm.prank(account);
        token.delegate(account);
    }

    function _params() internal pure returns (IOpenGovernor.Params memory) {
        return
            IOpenGovernor.Params({
                votingDelay: VOTING_DELAY,
                votingPeriod: VOTING_PERIOD,
                swingWindow: SWING_WINDOW,
                gracePeriod: GRACE,
                proposalThreshold: THRESHOLD,
                quorumNumerator: 400,
                constitutionalQuorumNumerator: 1_000,
                quorumFloor: 10_000_000e18,
                constitutionalQuorumFloor: 30_000_000e18
            });
    }

    function _standardActions() internal view returns (IStandardActions.StandardAction[] memory actions) {
        actions = new IStandardActions.StandardAction[](2);
        actions[0] = IStandardActions.StandardAction(address(0), 0, ETHER_CAP);
        actions[1] = IStandardActions.StandardAction(address(token), IERC20.transfer.selector, OPEN_CAP);
    }

    function _deployGovernor(
        IOpenGovernor.Params memory params,
        IStandardActions.StandardAction[] memory actions
    ) internal returns (IGovernorUnderTest, IStandardActions) {
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        address[] memory closed = new address[](2);
        (closed[0], closed[1]) = (councilGuard, allocation);
        IStandardActions its = new StandardActions(predicted, address(timelock), token, closed, actions);
        return (_deployGovernor(params, its), its);
    }

    function _deployGovernor(
        IOpenGovernor.Params memory params,
        IStandardActions its
    ) internal returns (IGovernorUnderTest) {
        bytes memory code = vm.getCode("OpenGovernor.sol:OpenGovernor");
        bytes memory initCode = abi.encodePacked(
            code,
            abi.encode(token, timelock, params, its, councilGuard, address(0))
        );
        address deployed;
        assembly ("memory-safe") {
            deployed := create(0, add(initCode, 0x20), mload(initCode))
            if iszero(deployed) {
                let size := returndatasize()
                let pointer := mload(0x40)
                returndatacopy(pointer, 0, size)
                revert(pointer, size)
            }
        }
        return IGovernorUnderTest(deployed);
    }

    function _empty(string memory description) internal pure returns (Proposal memory proposal) {
        proposal.description = description;
    }

    function _add(Proposal memory p, address target, uint256 value, bytes memory data) internal pure {
        uint256 n = p.targets.length;
        Proposal memory q = Proposal(new address[](n + 1), new uint256[](n + 1), new bytes[](n + 1), p.description);
        for (uint256 i = 0; i < n; ++i) {
            (q.targets[i], q.values[i], q.calldatas[i]) = (p.targets[i], p.values[i], p.calldatas[i]);
        }
        (q.targets[n], q.values[n], q.calldatas[n]) = (target, value, data);
        (p.targets, p.values, p.calldatas) = (q.targets, q.values, q.calldatas);
    }

    function _single(
        address target,
        uint256 value,
        bytes memory data
    ) internal pure returns (Proposal memory proposal) {
        proposal = _empty("A proposal of one action");
        _add(proposal, target, value, data);
    }

    function _grant(uint256 amount) internal view returns (Proposal memory) {
        return _single(address(token), 0, abi.encodeCall(IERC20.transfer, (grantee, amount)));
    }

    function _setting(bytes memory data) internal view returns (Proposal memory) {
        return _single(address(governor), 0, data);
    }

    function _listing(address target, bytes4 selector, uint256 cap) internal view returns (Proposal memory) {
        return _single(address(list), 0, abi.encodeCall(list.setStandardAction, (target, selector, cap)));
    }

    /// @dev Proposed by alice and bob, ready at the same second.
    function _bothReady(Proposal memory first, Proposal memory second) internal {
        uint256 one = _propose(alice, first);
        uint256 two = _propose(bob, second);
        vm.warp(governor.proposalSnapshot(one) + 1);
        _vote(alice, one, FOR);
        _vote(alice, two, FOR);
        vm.warp(governor.proposalDeadline(one) + 1);
        _queue(first);
        _queue(second);
        vm.warp(governor.proposalEta(two));
    }

    function _idOf(Proposal memory p) internal view returns (uint256) {
        return governor.getProposalId(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
    }

    /// @dev The salt under which the governor schedules a proposal at the timelock.
    function _salt(Proposal memory p) internal view returns (bytes32) {
        return bytes20(address(governor)) ^ keccak256(bytes(p.description));
    }

    /// @dev The timelock's id of a proposal.
    function _operation(Proposal memory p) internal view returns (bytes32) {
        return timelock.hashOperationBatch(p.targets, p.values, p.calldatas, 0, _salt(p));
    }

    function _propose(address proposer, Proposal memory p) internal returns (uint256) {
        vm.prank(proposer);
        return governor.propose(p.targets, p.values, p.calldatas, p.description);
    }

    function _proposeActive(address proposer, Proposal memory p) internal returns (uint256 id) {
        id = _propose(proposer, p);
        vm.warp(governor.proposalSnapshot(id) + 1);
    }

    function _vote(address voter, uint256 id, uint8 support) internal {
        vm.prank(voter);
        governor.castVote(id, support);
    }

    function _split(uint256 against, uint256 for_, uint256 abstain) internal pure returns (bytes memory) {
        return abi.encodePacked(uint128(against), uint128(for_), uint128(abstain));
    }

    function _queue(Proposal memory p) internal {
        governor.queue(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
    }

    function _execute(Proposal memory p) internal {
        governor.execute(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
    }

    function _cancel(address caller, Proposal memory p) internal {
        vm.prank(caller);
        governor.cancel(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
    }

    function _guardCancel(address caller, Proposal memory p) internal {
        vm.prank(caller);
        guard.cancel(p.targets, p.values, p.calldatas, keccak256(bytes(p.description)));
    }

    /// @dev Alice votes for it, which passes either class.
    function _passed(Proposal memory p) internal returns (uint256 id) {
        id = _proposeActive(alice, p);
        _vote(alice, id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
    }

    function _queued(Proposal memory p) internal returns (uint256 id) {
        id = _passed(p);
        _queue(p);
    }

    function _ready(Proposal memory p) internal returns (uint256 id) {
        id = _queued(p);
        vm.warp(governor.proposalEta(id));
    }

    function _executed(Proposal memory p) internal returns (uint256 id) {
        id = _ready(p);
        _execute(p);
    }

    function _assertState(uint256 id, IGovernor.ProposalState expected) internal view {
        assertEq(uint8(governor.state(id)), uint8(expected), "state");
    }
}
