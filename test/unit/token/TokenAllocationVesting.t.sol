// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IOpenVesting} from "../../../contracts/token/interfaces/IOpenVesting.sol";
import {ITokenAllocation} from "../../../contracts/token/interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "../../../contracts/token/interfaces/IVestingFactory.sol";
import {RowId} from "../../../contracts/token/types/RowId.sol";
import {VestingSchedule} from "../../../contracts/token/types/VestingSchedule.sol";
import {VestingFixture} from "./VestingFixture.sol";

contract TokenAllocationVestingTest is VestingFixture {
    function grants(uint256 count, uint128 amount) private view returns (IVestingFactory.Grant[] memory list) {
        list = new IVestingFactory.Grant[](count);
        for (uint256 i; i < count; ++i) {
            list[i] = IVestingFactory.Grant(alice, amount, team(), true, bytes32(i));
        }
    }

    function fund(uint256 amount) private {
        vm.prank(timelock);
        allocation.fund(TEAM, address(this), amount);
    }

    /// This contract is a distributor that the row funded.
    function giveBack(RowId row, uint256 amount) private {
        token.approve(address(allocation), amount);
        allocation.giveBack(row, amount);
    }

    function test_TOKEN_60_GrantVestingLocksFromItsRow() public {
        close();
        address predicted = factory.predict(address(allocation), TEAM, grantOf(team(), true));
        uint256 held = token.balanceOf(address(allocation));
        vm.expectEmit(address(factory));
        emit IVestingFactory.VestingCreated(predicted, alice, address(allocation), TEAM, AMOUNT, team(), true, 0);
        vm.expectEmit(address(allocation));
        emit ITokenAllocation.VestingGranted(TEAM, predicted, alice, AMOUNT);
        IOpenVesting wallet = grantVesting(team());
        assertEq(address(wallet), predicted);
        assertEq(token.balanceOf(predicted), AMOUNT);
        assertEq(token.balanceOf(address(allocation)), held - AMOUNT);
        assertEq(allocation.spent(TEAM), AMOUNT);
        assertEq(allocation.outstanding(TEAM, predicted), AMOUNT);
        assertEq(RowId.unwrap(wallet.row()), RowId.unwrap(TEAM));
        assertTrue(wallet.revocable());
        assertEq(token.getVotes(alice), AMOUNT);
    }

    /// All of it at once: what vests over years could otherwise pass the limit by many grants.
    function test_TOKEN_60_WholeAmountCountsIntoTheOutflowNow() public {
        close();
        grantVesting(team());
        assertEq(allocation.availableOutflow(), 5e25 - AMOUNT);
    }

    function test_TOKEN_60_GrantVestingMany() public {
        close();
        vm.prank(timelock);
        address[] memory wallets = allocation.grantVestingMany(TEAM, grants(3, AMOUNT));
        for (uint256 i; i < 3; ++i) {
            assertEq(token.balanceOf(wallets[i]), AMOUNT);
            assertEq(allocation.outstanding(TEAM, wallets[i]), AMOUNT);
        }
        assertEq(allocation.spent(TEAM), 3 * uint256(AMOUNT));
        assertEq(allocation.availableOutflow(), 5e25 - 3 * uint256(AMOUNT));
        assertEq(token.getVotes(alice), 3 * uint256(AMOUNT));
    }

    function test_TOKEN_60_GenesisGrantsVestingWithoutOutflowLimit() public {
        vm.startPrank(admin);
        address one = allocation.genesisGrantVesting(RowId.wrap(0), grantOf(team(), true));
        address[] memory many = allocation.genesisGrantVestingMany(RowId.wrap(0), grants(2, 6e25));
        vm.stopPrank();
        assertEq(allocation.spent(RowId.wrap(0)), 1e26 + AMOUNT + 12e25);
        assertEq(allocation.outstanding(RowId.wrap(0), one), AMOUNT);
        assertEq(allocation.outstanding(RowId.wrap(0), many[1]), 6e25);
        assertEq(allocation.availableOutflow(), 5e25);
    }

    function test_TOKEN_60_GenesisFundIsOutstanding() public {
        vm.expectEmit(address(allocation));
        emit ITokenAllocation.Funded(TEAM, address(this), 7);
        vm.prank(admin);
        allocation.genesisFund(TEAM, address(this), 7);
        assertEq(token.balanceOf(address(this)), 7);
        assertEq(allocation.outstanding(TEAM, address(this)), 7);
    }

    function test_TOKEN_60_RevertWhen_GenesisIsClosed() public {
        close();
        vm.startPrank(admin);
        vm.expectRevert(ITokenAllocation.TokenAllocation_GenesisClosed.selector);
        allocation.genesisGrantVesting(TEAM, grantOf(team(), true));
        vm.expectRevert(ITokenAllocation.TokenAllocation_GenesisClosed.selector);
        allocation.genesisGrantVestingMany(TEAM, grants(1, 1));
        vm.expectRevert(ITokenAllocation.TokenAllocation_GenesisClosed.selector);
        allocation.genesisFund(TEAM, address(this), 1);
        vm.stopPrank();
    }

    function test_TOKEN_60_RevertWhen_StrangerGrants() public {
        bytes memory notTimelock = abi.encodeWithSelector(ITokenAllocation.TokenAllocation_NotTimelock.selector, alice);
        bytes memory notAdmin = abi.encodeWithSelector(
            ITokenAllocation.TokenAllocation_NotGenesisAdmin.selector,
            alice
        );
        vm.startPrank(alice);
        vm.expectRevert(notTimelock);
        allocation.grantVesting(TEAM, grantOf(team(), true));
        vm.expectRevert(notTimelock);
        allocation.grantVestingMany(TEAM, grants(1, 1));
        vm.expectRevert(notTimelock);
        allocation.reallocate(TEAM, OTHER, 1);
        vm.expectRevert(notAdmin);
        allocation.genesisGrantVesting(TEAM, grantOf(team(), true));
        vm.expectRevert(notAdmin);
        allocation.genesisGrantVestingMany(TEAM, grants(1, 1));
        vm.expectRevert(notAdmin);
        allocation.genesisFund(TEAM, address(this), 1);
        vm.stopPrank();
    }

    function test_TOKEN_60_RevertWhen_VestingForItself() public {
        IVestingFactory.Grant memory grant = grantOf(team(), true);
        grant.beneficiary = address(allocation);
        vm.expectRevert(ITokenAllocation.TokenAllocation_ToItself.selector);
        vm.prank(timelock);
        allocation.grantVesting(TEAM, grant);
    }

    function test_TOKEN_57_RevertWhen_VestingExceedsTheRow() public {
        vm.expectRevert(
            abi.encodeWithSelector(ITokenAllocation.TokenAllocation_RowExceeded.selector, TEAM, 1e25, 2e25)
        );
        vm.prank(timelock);
        allocation.grantVestingMany(TEAM, grants(2, 2e25));
        assertEq(allocation.spent(TEAM), 0);
    }

    function test_TOKEN_58_RevertWhen_VestingExceedsTheOutflow() public {
        close();
        vm.prank(timelock);
        allocation.grant(OTHER, bob, 3e25);
        vm.expectRevert(
            abi.encodeWithSelector(ITokenAllocation.TokenAllocation_OutflowExceeded.selector, 2e25, 2e25 + 1)
        );
        vm.prank(timelock);
        allocation.grantVestingMany(TEAM, grants(1, 2e25 + 1));
    }

    function test_TOKEN_61_NoAllowanceOutlivesTheCall() public {
        grantVesting(team());
        vm.prank(timelock);
        allocation.grantVestingMany(TEAM, grants(3, AMOUNT / 2));
        assertEq(token.allowance(address(allocation), address(factory)), 0);
    }

    function test_TOKEN_59_GiveBackReturnsToTheRow() public {
        fund(10);
        token.approve(address(allocation), 4);
        vm.expectEmit(address(allocation));
        emit ITokenAllocation.GivenBack(TEAM, address(this), 4);
        allocation.giveBack(TEAM, 4);
        assertEq(allocation.spent(TEAM), 6);
        assertEq(allocation.remaining(TEAM), 3e25 - 6);
        assertEq(allocation.outstanding(TEAM, address(this)), 6);
        assertEq(token.balanceOf(address(this)), 6);
        // From there it can leave again.
        fund(3e25 - 6);
        assertEq(allocation.spent(TEAM), 3e25);
    }

    function test_TOKEN_59_RevertWhen_GivingBackMoreThanItGot() public {
        fund(10);
        vm.prank(payer);
        token.transfer(address(this), 5);
        token.approve(address(allocation), 100);
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_NotOutstanding.selector, TEAM, 10, 11));
        allocation.giveBack(TEAM, 11);
    }

    function test_TOKEN_59_RevertWhen_GivingBackToAnotherRow() public {
        fund(10);
        token.approve(address(allocation), 10);
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_NotOutstanding.selector, OTHER, 0, 1));
        allocation.giveBack(OTHER, 1);
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_UnknownRow.selector, 25));
        allocation.giveBack(RowId.wrap(25), 1);
    }

    /// What was granted outright is its holder's: a stranger's gift cannot swell a row either.
    function test_TOKEN_59_RevertWhen_HolderOfAGrantGivesBack() public {
        vm.startPrank(payer);
        token.approve(address(allocation), 1);
        vm.expectRevert(
            abi.encodeWithSelector(ITokenAllocation.TokenAllocation_NotOutstanding.selector, RowId.wrap(0), 0, 1)
        );
        allocation.giveBack(RowId.wrap(0), 1);
        vm.stopPrank();
    }

    function test_TOKEN_59_RevertWhen_GivingBackNothing() public {
        vm.expectRevert(ITokenAllocation.TokenAllocation_ZeroAmount.selector);
        allocation.giveBack(TEAM, 0);
    }

    function test_TOKEN_58_GivingBackDoesNotRenewTheOutflow() public {
        close();
        fund(3e25);
        giveBack(TEAM, 3e25);
        assertEq(allocation.availableOutflow(), 2e25);
        vm.expectRevert(
            abi.encodeWithSelector(ITokenAllocation.TokenAllocation_OutflowExceeded.selector, 2e25, 2e25 + 1)
        );
        fund(2e25 + 1);
    }

    function test_TOKEN_58_RevokingDoesNotRenewTheOutflow() public {
        close();
        IOpenVesting wallet = grantVesting(team());
        vm.prank(timelock);
        wallet.revoke();
        assertEq(allocation.spent(TEAM), 0);
        assertEq(allocation.availableOutflow(), 5e25 - AMOUNT);
    }

    /// Any mix of funding and giving back, at any times: the limit of 30 days holds for what left, whatever came back.
    function testFuzz_TOKEN_58_OutflowHoldsWhateverComesBack(uint256 seed) public {
        close();
        uint256[] memory times = new uint256[](24);
        uint256[] memory amounts = new uint256[](24);
        for (uint256 i; i < 24; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            skip(seed % 10 days);
            uint256 most = allocation.availableOutflow();
            if (allocation.remaining(TEAM) < most) most = allocation.remaining(TEAM);
            if (most != 0) {
                amounts[i] = 1 + ((seed >> 64) % most);
                times[i] = block.timestamp;
                fund(amounts[i]);
            }
            uint256 held = allocation.outstanding(TEAM, address(this));
            if (held != 0) giveBack(TEAM, 1 + ((seed >> 128) % held));
            uint256 left;
            for (uint256 j; j <= i; ++j) if (times[j] + 30 days >= block.timestamp) left += amounts[j];
            assertLe(left, 5e25);
        }
    }

    function testFuzz_TOKEN_59_GiveBackBounds(uint96 given, uint96 other, uint96 amount) public {
        given = uint96(bound(given, 1, 2e25));
        other = uint96(bound(other, 1, 2e25));
        fund(given);
        vm.prank(timelock);
        allocation.fund(OTHER, address(this), other);
        token.approve(address(allocation), type(uint256).max);
        amount = uint96(bound(amount, 1, 2 * uint256(given)));
        if (amount > given) {
            vm.expectRevert(
                abi.encodeWithSelector(ITokenAllocation.TokenAllocation_NotOutstanding.selector, TEAM, given, amount)
            );
            allocation.giveBack(TEAM, amount);
            return;
        }
        allocation.giveBack(TEAM, amount);
        assertEq(allocation.spent(TEAM), given - amount);
        assertEq(allocation.outstanding(TEAM, address(this)), given - amount);
        assertEq(allocation.spent(OTHER), other);
        assertEq(allocation.outstanding(OTHER, address(this)), other);
        assertEq(token.balanceOf(address(allocation)), SUPPLY - 1e26 - given - other + amount);
    }

    function test_TOKEN_56_ReallocateMovesTheUnspentCap() public {
        fund(1e25);
        vm.expectEmit(address(allocation));
        emit ITokenAllocation.Reallocated(TEAM, OTHER, 2e25, 1e25, 5e25);
        vm.prank(timelock);
        allocation.reallocate(TEAM, OTHER, 2e25);
        assertEq(allocation.remaining(TEAM), 0);
        assertEq(allocation.remaining(OTHER), 5e25);
        assertEq(allocation.spent(TEAM), 1e25);
        assertEq(allocation.spent(OTHER), 0);
    }

    function test_TOKEN_56_RevertWhen_ReallocatingWhatIsSpent() public {
        fund(1e25);
        vm.expectRevert(
            abi.encodeWithSelector(ITokenAllocation.TokenAllocation_RowExceeded.selector, TEAM, 2e25, 2e25 + 1)
        );
        vm.prank(timelock);
        allocation.reallocate(TEAM, OTHER, 2e25 + 1);
    }

    function test_TOKEN_56_RevertWhen_ReallocatingNonsense() public {
        vm.startPrank(timelock);
        vm.expectRevert(ITokenAllocation.TokenAllocation_ZeroAmount.selector);
        allocation.reallocate(TEAM, OTHER, 0);
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_SameRow.selector, TEAM));
        allocation.reallocate(TEAM, TEAM, 1);
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_UnknownRow.selector, 25));
        allocation.reallocate(TEAM, RowId.wrap(25), 1);
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_UnknownRow.selector, 99));
        allocation.reallocate(RowId.wrap(99), TEAM, 1);
        vm.stopPrank();
    }

    function testFuzz_TOKEN_56_CapsSumToTheSupply(uint256 seed) public {
        for (uint256 i; i < 20; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            RowId from = RowId.wrap(uint8(seed % 25));
            RowId to = RowId.wrap(uint8((seed >> 8) % 25));
            uint256 left = allocation.remaining(from);
            if (left == 0 || RowId.unwrap(from) == RowId.unwrap(to)) continue;
            vm.prank(timelock);
            allocation.reallocate(from, to, 1 + ((seed >> 16) % left));
        }
        ITokenAllocation.RowState[25] memory rows = allocation.rows();
        uint256 caps;
        uint256 spent;
        for (uint256 i; i < 25; ++i) {
            caps += rows[i].cap;
            spent += rows[i].spent;
            assertLe(rows[i].spent, rows[i].cap);
        }
        assertEq(caps, SUPPLY);
        assertEq(token.balanceOf(address(allocation)), SUPPLY - spent);
    }

    function test_TOKEN_60_ZeroAmountIsRefused() public {
        IVestingFactory.Grant memory grant = grantOf(VestingSchedule.wrap(0), true);
        grant.amount = 0;
        vm.expectRevert(ITokenAllocation.TokenAllocation_ZeroAmount.selector);
        vm.prank(timelock);
        allocation.grantVesting(TEAM, grant);
    }
}
