// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {BridgedOpenToken} from "../../../contracts/token/BridgedOpenToken.sol";
import {IBridgedOpenToken} from "../../../contracts/token/interfaces/IBridgedOpenToken.sol";

abstract contract BridgedOpenTokenBase is Test {
    uint256 internal constant BUDGET = 10_000_000e18;

    address internal immutable timelock = makeAddr("timelock");
    address internal immutable pool = makeAddr("pool");
    address internal immutable alice = makeAddr("alice");
    address internal immutable bob = makeAddr("bob");
    address internal immutable dora = makeAddr("dora");
    address internal immutable erik = makeAddr("erik");

    BridgedOpenToken internal token;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        token = new BridgedOpenToken(timelock);
        setMinter(pool, BUDGET);
        vm.prank(timelock);
        token.setBurner(pool, true);
        skip(1 days);
    }

    function setMinter(address minter, uint256 budget) internal {
        vm.prank(timelock);
        token.setMinter(minter, budget);
    }

    function mint(address to, uint256 value) internal {
        vm.prank(pool);
        token.mint(to, value);
    }

    function delegate(address from, address to) internal {
        vm.prank(from);
        token.delegate(to);
    }
}

contract BridgedOpenTokenMintTest is BridgedOpenTokenBase {
    function test_TOKEN_30_StartsEmpty() public view {
        assertEq(token.totalSupply(), 0);
        assertEq(token.timelock(), timelock);
        assertEq(token.getCCIPAdmin(), timelock);
        assertEq(token.name(), "Openmesh");
        assertEq(token.symbol(), "OPEN");
    }

    function test_TOKEN_30_RevertWhen_TimelockIsZero() public {
        vm.expectRevert(IBridgedOpenToken.BridgedOpenToken_ZeroAddress.selector);
        new BridgedOpenToken(address(0));
    }

    function test_TOKEN_35_MintDelivers() public {
        delegate(alice, dora);
        vm.expectEmit(address(token));
        emit IERC20.Transfer(address(0), alice, 5e18);
        mint(alice, 5e18);
        assertEq(token.balanceOf(alice), 5e18);
        assertEq(token.totalSupply(), 5e18);
        assertEq(token.pendingVotes(alice), 5e18);
        assertEq(token.getVotes(dora), 0);
        assertEq(token.mintable(pool), BUDGET / 2 - 5e18);
    }

    function test_TOKEN_36_SupplyCheckpointFollowsTheFirstVoteRise() public {
        delegate(alice, dora);
        mint(alice, 5e18);
        skip(10);
        mint(bob, 2e18);
        skip(10);
        token.settleVotes(alice);
        skip(1);
        assertEq(token.getPastTotalSupply(block.timestamp - 2), 0);
        assertEq(token.getPastTotalSupply(block.timestamp - 1), 7e18);
        assertEq(token.getPastVotes(dora, block.timestamp - 1), 5e18);
    }

    function test_TOKEN_36_BurnCheckpointsSupply() public {
        mint(alice, 5e18);
        vm.prank(alice);
        token.transfer(pool, 2e18);
        vm.prank(pool);
        token.burn(2e18);
        skip(1);
        assertEq(token.totalSupply(), 3e18);
        assertEq(token.getPastTotalSupply(block.timestamp - 1), 3e18);
    }

    function test_TOKEN_35_TransferToPoolTakesVotes() public {
        delegate(alice, dora);
        mint(alice, 5e18);
        token.settleVotes(alice);
        vm.prank(alice);
        token.transfer(pool, 2e18);
        assertEq(token.getVotes(dora), 3e18);
    }

    function test_TOKEN_30_RevertWhen_StrangerMints() public {
        vm.expectRevert(abi.encodeWithSelector(IBridgedOpenToken.BridgedOpenToken_NotMinter.selector, alice));
        vm.prank(alice);
        token.mint(alice, 0);
    }

    function test_TOKEN_30_RevertWhen_BurnerMints() public {
        vm.prank(timelock);
        token.setBurner(bob, true);
        vm.expectRevert(abi.encodeWithSelector(IBridgedOpenToken.BridgedOpenToken_NotMinter.selector, bob));
        vm.prank(bob);
        token.mint(bob, 1);
    }

    function test_TOKEN_33_RevertWhen_HolderBurns() public {
        mint(alice, 5e18);
        vm.expectRevert(abi.encodeWithSelector(IBridgedOpenToken.BridgedOpenToken_NotBurner.selector, alice));
        vm.prank(alice);
        token.burn(1);
    }

    function test_TOKEN_30_RevertWhen_MintToZero() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        mint(address(0), 1);
    }

    function test_TOKEN_31_RevertWhen_BudgetExceeded() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IBridgedOpenToken.BridgedOpenToken_BudgetExceeded.selector,
                pool,
                BUDGET / 2 + 1,
                BUDGET / 2,
                BUDGET / 2
            )
        );
        mint(alice, BUDGET / 2 + 1);
    }

    function test_TOKEN_31_BudgetRefillsWithinADay() public {
        mint(alice, BUDGET / 2);
        assertEq(token.mintable(pool), 0);
        skip(6 hours);
        assertEq(token.mintable(pool), BUDGET / 8);
        skip(18 hours);
        assertEq(token.mintable(pool), BUDGET / 2);
        skip(100 days);
        assertEq(token.mintable(pool), BUDGET / 2);
    }

    function test_TOKEN_32_RevertWhen_SupplyCapExceeded() public {
        setMinter(pool, token.MAX_DAILY_MINT());
        uint256 half = token.MAX_DAILY_MINT() / 2;
        for (uint256 i; i < 100; ++i) {
            skip(1 days);
            mint(alice, half);
        }
        assertEq(token.totalSupply(), 1e27);
        skip(1 days);
        vm.expectRevert(
            abi.encodeWithSelector(IBridgedOpenToken.BridgedOpenToken_SupplyCapExceeded.selector, 1e27 + 1, 1e27)
        );
        mint(alice, 1);
    }

    function testFuzz_TOKEN_31_NoDayExceedsTheBudget(uint256 seed) public {
        uint256[] memory times = new uint256[](40);
        uint256[] memory amounts = new uint256[](40);
        for (uint256 i; i < 40; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            skip(seed % 9 hours);
            amounts[i] = (seed >> 128) % 3 == 0 ? token.mintable(pool) : (seed >> 64) % (token.mintable(pool) + 1);
            times[i] = block.timestamp;
            mint(alice, amounts[i]);
            uint256 day;
            for (uint256 j; j <= i; ++j) if (times[j] + 1 days >= block.timestamp) day += amounts[j];
            assertLe(day, BUDGET);
        }
    }
}

contract BridgedOpenTokenSettersTest is BridgedOpenTokenBase {
    function test_TOKEN_34_SetMinter() public {
        vm.expectEmit(address(token));
        emit IBridgedOpenToken.MinterSet(pool, BUDGET, 3e18);
        setMinter(pool, 3e18);
        assertEq(token.mintBudget(pool), 3e18);
        assertEq(token.mintable(pool), 1.5e18);
        assertEq(token.totalMintBudget(), 3e18);
        assertTrue(token.isBurner(pool));
    }

    function test_TOKEN_34_NewMinterStartsEmpty() public {
        setMinter(bob, 8e18);
        assertEq(token.mintable(bob), 0);
        skip(12 hours);
        assertEq(token.mintable(bob), 2e18);
    }

    function test_TOKEN_34_RaiseAddsNothingNow() public {
        mint(alice, BUDGET / 2);
        setMinter(pool, 2 * BUDGET);
        assertEq(token.mintable(pool), 0);
    }

    function test_TOKEN_33_RemovedMinterMayStillBurn() public {
        mint(pool, 5);
        setMinter(pool, 0);
        vm.prank(pool);
        token.burn(5);
        vm.expectRevert(abi.encodeWithSelector(IBridgedOpenToken.BridgedOpenToken_NotMinter.selector, pool));
        mint(alice, 0);
        assertEq(token.totalMintBudget(), 0);
    }

    /// A vote that passes the budget round mints no more than one that does not.
    function test_TOKEN_34_PassingTheBudgetRoundMintsNothingMore() public {
        uint256 most = token.MAX_DAILY_MINT();
        setMinter(pool, most);
        skip(1 days);
        mint(alice, most / 2);
        setMinter(pool, 0);
        setMinter(bob, most);
        assertEq(token.mintable(bob), 0);
        setMinter(bob, 0);
        setMinter(pool, most);
        assertEq(token.mintable(pool), 0);
    }

    function test_TOKEN_31_RevertWhen_BudgetTooHigh() public {
        uint256 left = token.MAX_DAILY_MINT() - BUDGET;
        vm.expectRevert(
            abi.encodeWithSelector(IBridgedOpenToken.BridgedOpenToken_BudgetTooHigh.selector, left + 1, left)
        );
        setMinter(bob, left + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IBridgedOpenToken.BridgedOpenToken_BudgetTooHigh.selector, type(uint256).max, left)
        );
        setMinter(bob, type(uint256).max);
    }

    function test_TOKEN_34_RevertWhen_StrangerSets() public {
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IBridgedOpenToken.BridgedOpenToken_NotTimelock.selector, alice));
        token.setMinter(alice, 1);
        vm.expectRevert(abi.encodeWithSelector(IBridgedOpenToken.BridgedOpenToken_NotTimelock.selector, alice));
        token.setBurner(alice, true);
        vm.stopPrank();
    }

    function test_TOKEN_33_SetBurner() public {
        vm.expectEmit(address(token));
        emit IBridgedOpenToken.BurnerSet(pool, true, false);
        vm.prank(timelock);
        token.setBurner(pool, false);
        assertFalse(token.isBurner(pool));
        assertEq(token.mintBudget(pool), BUDGET);
        assertEq(token.mintable(pool), BUDGET / 2);
    }

    function test_TOKEN_12_SupportsItsInterfaces() public view {
        assertTrue(token.supportsInterface(type(IVotes).interfaceId));
        assertTrue(token.supportsInterface(type(IBridgedOpenToken).interfaceId));
        assertFalse(token.supportsInterface(0xffffffff));
    }
}
