// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {BridgedOpenToken} from "../../../contracts/token/BridgedOpenToken.sol";

contract BridgedOpenTokenHandler is Test {
    struct Moment {
        uint256 time;
        uint256 votes;
        uint256 supply;
    }
    struct Minted {
        uint256 time;
        uint256 value;
    }

    BridgedOpenToken public immutable token;
    address public immutable timelock = makeAddr("timelock");
    address[] public accounts;
    Moment[] public moments;
    Minted[] public mints;
    uint256 public highestSupply;

    constructor() {
        token = new BridgedOpenToken(timelock);
        for (uint256 i; i < 5; ++i) accounts.push(makeAddr(string(abi.encodePacked("holder", i))));
        for (uint256 i; i < 2; ++i) {
            address pool = makeAddr(string(abi.encodePacked("pool", i)));
            accounts.push(pool);
            vm.startPrank(timelock);
            token.setMinter(pool, 1e25);
            token.setBurner(pool, true);
            vm.stopPrank();
        }
        skip(1 days);
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

    function mintCount() external view returns (uint256) {
        return mints.length;
    }

    function sumOfVotes() public view returns (uint256 sum) {
        for (uint256 i; i < accounts.length; ++i) sum += token.getVotes(accounts[i]);
        sum += token.getVotes(EXCLUDED);
    }

    function mint(uint256 pool, uint256 to, uint256 value) external {
        address minter = accounts[5 + (pool % 2)];
        uint256 most = token.mintable(minter);
        value =
            value % 8 == 0
                ? most
                : value % 8 == 1
                    ? most + 1
                    : value % (most + 1);
        vm.prank(minter);
        (bool ok, ) = address(token).call(abi.encodeCall(token.mint, (pick(to), value)));
        if (ok) mints.push(Minted(block.timestamp, value));
        if (token.totalSupply() > highestSupply) highestSupply = token.totalSupply();
    }

    /// Both pools take all they can, every few hours.
    function drain(uint256 time) external {
        skip(time % 4 hours);
        for (uint256 i = 5; i < 7; ++i) {
            uint256 most = token.mintable(accounts[i]);
            vm.prank(accounts[i]);
            (bool ok, ) = address(token).call(abi.encodeCall(token.mint, (accounts[0], most)));
            if (ok) mints.push(Minted(block.timestamp, most));
        }
        if (token.totalSupply() > highestSupply) highestSupply = token.totalSupply();
    }

    function burn(uint256 from, uint256 value) external {
        address owner = pick(from);
        vm.prank(owner);
        (bool ok, ) = address(token).call(abi.encodeCall(token.burn, (value % (token.balanceOf(owner) + 2))));
        ok;
    }

    /// The timelock moves budgets about, within the bound or not.
    function setMinter(uint256 pool, uint256 budget) external {
        vm.prank(timelock);
        (bool ok, ) = address(token).call(
            abi.encodeCall(token.setMinter, (accounts[5 + (pool % 2)], 1e25 + (budget % 1.5e25)))
        );
        ok;
    }

    function transfer(uint256 from, uint256 to, uint256 value) external {
        address sender = pick(from);
        vm.prank(sender);
        token.transfer(pick(to), value % (token.balanceOf(sender) + 1));
    }

    function delegate(uint256 from, uint256 to) external {
        address delegatee =
            to % 9 == 8
                ? EXCLUDED
                : to % 9 == 7
                    ? address(0)
                    : accounts[to % 9];
        vm.prank(pick(from));
        token.delegate(delegatee);
    }

    function settle(uint256 account) external {
        token.settleVotes(pick(account));
    }

    function pass(uint256 time) external {
        moments.push(Moment(block.timestamp, sumOfVotes(), token.totalSupply()));
        skip(1 + (time % 8 hours));
    }

    function pick(uint256 seed) private view returns (address) {
        return accounts[seed % accounts.length];
    }
}

contract BridgedOpenTokenInvariants is Test {
    BridgedOpenTokenHandler private handler;
    BridgedOpenToken private token;

    function setUp() public {
        vm.warp(1_800_000_000);
        handler = new BridgedOpenTokenHandler();
        token = handler.token();
        targetContract(address(handler));
    }

    function invariant_TOKEN_11_VotesWithinSupply() public view {
        assertLe(handler.sumOfVotes(), token.totalSupply());
    }

    function invariant_TOKEN_11_PastVotesWithinPastSupply() public view {
        for (uint256 i; i < handler.momentCount(); ++i) {
            (uint256 time, uint256 votes, ) = handler.moments(i);
            uint256 sum = token.getPastVotes(EXCLUDED, time);
            for (uint256 j; j < handler.accountCount(); ++j) sum += token.getPastVotes(handler.accounts(j), time);
            assertEq(sum, votes);
            uint256 supply = token.getPastTotalSupply(time);
            assertLe(sum, supply);
            assertLe(supply, handler.highestSupply());
        }
    }

    function invariant_TOKEN_11_VotesAreUnitsOfDelegators() public view {
        uint256 count = handler.accountCount();
        for (uint256 i; i <= count; ++i) {
            address delegatee = i == count ? EXCLUDED : handler.accounts(i);
            uint256 units;
            for (uint256 j; j < count; ++j) {
                address account = handler.accounts(j);
                if (token.delegates(account) != delegatee) continue;
                units += token.balanceOf(account) - token.pendingVotes(account);
            }
            assertEq(token.getVotes(delegatee), units);
        }
    }

    function invariant_TOKEN_11_PendingWithinUnits() public view {
        for (uint256 i; i < handler.accountCount(); ++i) {
            address account = handler.accounts(i);
            assertLe(token.pendingVotes(account), token.balanceOf(account));
            if (token.delegates(account) == address(0)) assertEq(token.pendingVotes(account), 0);
        }
    }

    function invariant_TOKEN_30_BalancesSumToSupply() public view {
        uint256 sum;
        for (uint256 i; i < handler.accountCount(); ++i) sum += token.balanceOf(handler.accounts(i));
        assertEq(sum, token.totalSupply());
    }

    /// Whatever the timelock did to the budgets meanwhile, the bound in the code holds.
    function invariant_TOKEN_31_MintsWithinDailyBudget() public view {
        uint256 count = handler.mintCount();
        for (uint256 i; i < count; ++i) {
            (uint256 end, ) = handler.mints(i);
            uint256 day;
            for (uint256 j; j <= i; ++j) {
                (uint256 time, uint256 value) = handler.mints(j);
                if (time + 1 days >= end) day += value;
            }
            assertLe(day, token.MAX_DAILY_MINT());
        }
    }
}
