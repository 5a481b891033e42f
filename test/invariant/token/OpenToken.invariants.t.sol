// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";

contract Code {}

/// Calls the token as every kind of actor, with arguments that are often wrong.
contract OpenTokenHandler is Test {
    struct Moment {
        uint256 time;
        uint256 votes;
        uint256 supply;
    }

    OpenToken public immutable token;
    address public immutable timelock = makeAddr("timelock");
    address[] public accounts;
    address[] public escrows;
    Moment[] public moments;

    mapping(address escrow => mapping(address account => uint256 value)) public ledger;

    constructor() {
        token = new OpenToken(address(this), timelock);
        for (uint256 i; i < 5; ++i) accounts.push(makeAddr(string(abi.encodePacked("holder", i))));
        address pool = address(new Code());
        for (uint256 i; i < 2; ++i) {
            address escrow = address(new Code());
            escrows.push(escrow);
            accounts.push(escrow);
            vm.prank(timelock);
            token.addEscrow(escrow);
        }
        vm.prank(timelock);
        token.addPool(pool);
        accounts.push(pool);
        for (uint256 i; i < 8; ++i) token.transfer(accounts[i], 1e26);
        accounts.push(address(this));
        accounts.push(address(0));
        // The first holders start with a delegatee, so that short runs reach the ledger too.
        for (uint256 i; i < 3; ++i) {
            vm.prank(accounts[i]);
            token.delegate(accounts[(i * 2) % 3]);
        }
    }

    function accountCount() external view returns (uint256) {
        return accounts.length;
    }

    function momentCount() external view returns (uint256) {
        return moments.length;
    }

    function sumOfVotes() public view returns (uint256 sum) {
        for (uint256 i; i < accounts.length; ++i) sum += token.getVotes(accounts[i]);
        sum += token.getVotes(EXCLUDED);
    }

    function unitsOf(address account) public view returns (uint256) {
        return token.balanceOf(account) + token.escrowed(escrows[0], account) + token.escrowed(escrows[1], account);
    }

    function transfer(uint256 from, uint256 to, uint256 value) external {
        address sender = pick(from);
        address receiver = to % 4 == 0 ? sender : pick(to);
        value = amount(sender, value);
        vm.prank(sender);
        (bool ok, ) = address(token).call(abi.encodeCall(token.transfer, (receiver, value)));
        ok;
    }

    /// A spender moves what an escrow, a pool or a holder approved.
    function transferFrom(uint256 spender, uint256 from, uint256 to, uint256 value) external {
        address owner = pick(from);
        value = amount(owner, value);
        vm.prank(owner);
        (bool ok, ) = address(token).call(abi.encodeCall(token.approve, (pick(spender), value)));
        vm.prank(pick(spender));
        (ok, ) = address(token).call(abi.encodeCall(token.transferFrom, (owner, pick(to), value)));
    }

    function deliver(uint256 to, uint256 value) external {
        address pool = accounts[7];
        value = amount(pool, value);
        vm.prank(pool);
        (bool ok, ) = address(token).call(abi.encodeCall(token.transfer, (accounts[to % 8], value)));
        ok;
    }

    function delegate(uint256 from, uint256 to) external {
        address delegatee =
            to % 7 == 6
                ? EXCLUDED
                : to % 7 == 5
                    ? address(0)
                    : accounts[to % 5];
        address delegator = pick(from);
        // No key and no contract ever calls as the zero address.
        if (delegator == address(0)) return;
        vm.prank(delegator);
        (bool ok, ) = address(token).call(abi.encodeCall(token.delegate, (delegatee)));
        ok;
    }

    function settle(uint256 account) external {
        token.settleVotes(pick(account));
    }

    function stake(uint256 which, uint256 who, uint256 value) external {
        address holder = accounts[who % 5];
        _escrowIn(escrows[which % 2], holder, holder, value);
    }

    function escrowIn(uint256 which, uint256 from, uint256 account, uint256 value) external {
        _escrowIn(escrows[which % 2], pick(from), pick(account), value);
    }

    function unstake(uint256 which, uint256 who, uint256 value) external {
        address holder = accounts[who % 5];
        _escrowOut(escrows[which % 2], holder, holder, value);
    }

    function escrowOut(uint256 which, uint256 account, uint256 to, uint256 value) external {
        _escrowOut(escrows[which % 2], pick(account), pick(to), value);
    }

    function burn(uint256 from, uint256 value) external {
        address owner = pick(from);
        value = amount(owner, value) / 100;
        vm.prank(owner);
        (bool ok, ) = address(token).call(abi.encodeCall(token.burn, (value)));
        ok;
    }

    function pass(uint256 time) external {
        // The state of this second is final once the next one begins.
        moments.push(Moment(block.timestamp, sumOfVotes(), token.totalSupply()));
        skip(1 + (time % 3 days));
    }

    function _escrowIn(address escrow, address from, address account, uint256 value) private {
        value = amount(from, value);
        vm.prank(from);
        (bool ok, ) = address(token).call(abi.encodeCall(token.approve, (escrow, value)));
        vm.prank(escrow);
        (ok, ) = address(token).call(abi.encodeCall(token.escrowIn, (from, account, value)));
        if (ok) ledger[escrow][account] += value;
    }

    function _escrowOut(address escrow, address account, address to, uint256 value) private {
        uint256 held = token.escrowed(escrow, account);
        value =
            value % 8 == 0
                ? held
                : value % 8 == 1
                    ? held + 1
                    : value % (held + 1);
        vm.prank(escrow);
        (bool ok, ) = address(token).call(abi.encodeCall(token.escrowOut, (account, to, value)));
        if (ok) ledger[escrow][account] -= value;
    }

    function pick(uint256 seed) private view returns (address) {
        return accounts[seed % accounts.length];
    }

    function amount(address owner, uint256 seed) private view returns (uint256) {
        uint256 balance = token.balanceOf(owner);
        if (seed % 8 == 0) return balance;
        if (seed % 8 == 1) return balance + 1;
        return seed % (balance + 1);
    }
}

contract OpenTokenInvariants is Test {
    OpenTokenHandler private handler;
    OpenToken private token;

    function setUp() public {
        vm.warp(1_800_000_000);
        handler = new OpenTokenHandler();
        token = handler.token();
        targetContract(address(handler));
    }

    function invariant_TOKEN_11_VotesWithinSupply() public view {
        assertLe(handler.sumOfVotes(), token.totalSupply());
    }

    function invariant_TOKEN_11_PastVotesWithinPastSupply() public view {
        uint256 count = handler.momentCount();
        for (uint256 i; i < count; ++i) {
            (uint256 time, uint256 votes, uint256 supply) = handler.moments(i);
            uint256 sum = token.getPastVotes(EXCLUDED, time);
            for (uint256 j; j < handler.accountCount(); ++j) sum += token.getPastVotes(handler.accounts(j), time);
            assertEq(sum, votes);
            assertEq(token.getPastTotalSupply(time), supply);
            assertLe(sum, supply);
        }
    }

    function invariant_TOKEN_11_VotesAreUnitsOfDelegators() public view {
        uint256 count = handler.accountCount();
        for (uint256 i; i <= count; ++i) {
            address delegatee = i == count ? EXCLUDED : handler.accounts(i);
            if (delegatee == address(0)) continue;
            uint256 units;
            for (uint256 j; j < count; ++j) {
                address account = handler.accounts(j);
                if (token.delegates(account) != delegatee) continue;
                units += handler.unitsOf(account) - token.pendingVotes(account);
            }
            assertEq(token.getVotes(delegatee), units);
        }
    }

    function invariant_TOKEN_11_PendingWithinUnits() public view {
        for (uint256 i; i < handler.accountCount(); ++i) {
            address account = handler.accounts(i);
            uint256 pending = token.pendingVotes(account);
            assertLe(pending, handler.unitsOf(account));
            if (token.delegates(account) == address(0)) assertEq(pending, 0);
        }
    }

    function invariant_TOKEN_19_EscrowHoldsWhatItOwes() public view {
        for (uint256 i; i < 2; ++i) {
            address escrow = handler.escrows(i);
            assertGe(token.balanceOf(escrow), token.escrowedTotal(escrow));
        }
    }

    function invariant_TOKEN_21_EscrowTotalIsSum() public view {
        for (uint256 i; i < 2; ++i) {
            address escrow = handler.escrows(i);
            uint256 sum;
            for (uint256 j; j < handler.accountCount(); ++j) sum += token.escrowed(escrow, handler.accounts(j));
            assertEq(token.escrowedTotal(escrow), sum);
        }
    }

    function invariant_TOKEN_21_LedgerFollowsCalls() public view {
        for (uint256 i; i < 2; ++i) {
            address escrow = handler.escrows(i);
            for (uint256 j; j < handler.accountCount(); ++j) {
                address account = handler.accounts(j);
                assertEq(token.escrowed(escrow, account), handler.ledger(escrow, account));
            }
        }
    }

    function invariant_TOKEN_02_BalancesSumToSupply() public view {
        uint256 sum;
        for (uint256 i; i < handler.accountCount(); ++i) sum += token.balanceOf(handler.accounts(i));
        assertEq(sum, token.totalSupply());
        assertLe(sum, 1e27);
    }

    function invariant_TOKEN_16_RegisteredNeverVote() public view {
        for (uint256 i = 5; i < 8; ++i) {
            address account = handler.accounts(i);
            assertEq(token.delegates(account), address(0));
            assertTrue(token.isEscrow(account) != token.isPool(account));
        }
    }

    function invariant_TOKEN_22_NobodyIsFrozen() public {
        uint256 state = vm.snapshotState();
        for (uint256 i; i < handler.accountCount(); ++i) {
            address account = handler.accounts(i);
            uint256 balance = token.balanceOf(account);
            if (account == address(0) || token.isEscrow(account)) continue;
            vm.prank(account);
            assertTrue(token.transfer(makeAddr("sink"), balance));
        }
        vm.revertToState(state);
    }
}
