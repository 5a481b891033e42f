// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {TokenAllocation} from "../../../contracts/token/TokenAllocation.sol";
import {IOpenToken} from "../../../contracts/token/interfaces/IOpenToken.sol";
import {ITokenAllocation} from "../../../contracts/token/interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "../../../contracts/token/interfaces/IVestingFactory.sol";
import {RowId} from "../../../contracts/token/types/RowId.sol";

contract TokenAllocationTest is Test {
    uint256 private constant SUPPLY = 1e27;
    RowId private constant ROW = RowId.wrap(0);
    RowId private constant OTHER = RowId.wrap(24);
    // Nothing here vests: see TokenAllocationVesting.
    IVestingFactory private constant FACTORY = IVestingFactory(address(0xFAC));

    address private immutable timelock = makeAddr("timelock");
    address private immutable admin = makeAddr("genesisAdmin");
    address private immutable alice = makeAddr("alice");

    OpenToken private token;
    TokenAllocation private allocation;

    function setUp() public {
        vm.warp(1_800_000_000);
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        token = new OpenToken(predicted, timelock);
        allocation = new TokenAllocation(token, timelock, admin, FACTORY, table());
        assertEq(address(allocation), predicted);
    }

    function table() private pure returns (ITokenAllocation.Row[25] memory rows) {
        for (uint256 i; i < 25; ++i) rows[i] = ITokenAllocation.Row(bytes32(i + 1), 3e25);
        rows[0].cap = 28e25;
    }

    function grant(uint256 amount) private {
        vm.prank(timelock);
        allocation.grant(ROW, alice, amount);
    }

    function genesisGrant(uint256 amount) private {
        vm.prank(admin);
        allocation.genesisGrant(ROW, alice, amount);
    }

    function close() private {
        vm.prank(admin);
        allocation.closeGenesis();
    }

    function test_TOKEN_63_HoldsTheSupplyForNobody() public view {
        assertEq(token.balanceOf(address(allocation)), SUPPLY);
        assertEq(token.delegates(address(allocation)), EXCLUDED);
        assertEq(token.getVotes(EXCLUDED), SUPPLY);
        assertEq(address(allocation.token()), address(token));
        assertEq(allocation.timelock(), timelock);
        assertEq(allocation.genesisAdmin(), admin);
    }

    function test_TOKEN_63_TableIsOneCall() public {
        genesisGrant(5);
        ITokenAllocation.RowState[25] memory rows = allocation.rows();
        uint256 sum;
        for (uint256 i; i < 25; ++i) sum += rows[i].cap;
        assertEq(sum, SUPPLY);
        assertEq(rows[0].key, bytes32(uint256(1)));
        assertEq(rows[0].spent, 5);
        assertEq(rows[1].spent, 0);
    }

    function test_TOKEN_63_RevertWhen_ArgumentIsZero() public {
        vm.expectRevert(ITokenAllocation.TokenAllocation_ZeroAddress.selector);
        new TokenAllocation(IOpenToken(address(0)), timelock, admin, FACTORY, table());
        vm.expectRevert(ITokenAllocation.TokenAllocation_ZeroAddress.selector);
        new TokenAllocation(token, address(0), admin, FACTORY, table());
        vm.expectRevert(ITokenAllocation.TokenAllocation_ZeroAddress.selector);
        new TokenAllocation(token, timelock, address(0), FACTORY, table());
        vm.expectRevert(ITokenAllocation.TokenAllocation_ZeroAddress.selector);
        new TokenAllocation(token, timelock, admin, IVestingFactory(address(0)), table());
    }

    function test_TOKEN_63_RevertWhen_TimelockDiffersFromTheTokens() public {
        vm.expectRevert(
            abi.encodeWithSelector(ITokenAllocation.TokenAllocation_WrongTimelock.selector, alice, timelock)
        );
        new TokenAllocation(token, alice, admin, FACTORY, table());
    }

    function test_TOKEN_63_RevertWhen_NotFunded() public {
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_NotFunded.selector, 0, SUPPLY));
        new TokenAllocation(token, timelock, admin, FACTORY, table());
    }

    function test_TOKEN_63_RevertWhen_CapsDoNotSumToTheSupply() public {
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        OpenToken fresh = new OpenToken(predicted, timelock);
        ITokenAllocation.Row[25] memory rows = table();
        rows[3].cap -= 1;
        vm.expectRevert(
            abi.encodeWithSelector(ITokenAllocation.TokenAllocation_CapsMismatch.selector, SUPPLY - 1, SUPPLY)
        );
        new TokenAllocation(fresh, timelock, admin, FACTORY, rows);
    }

    function test_TOKEN_65_GenesisGrantPaysWithoutOutflowLimit() public {
        vm.expectEmit(address(allocation));
        emit ITokenAllocation.GenesisGranted(ROW, alice, 28e25);
        genesisGrant(28e25);
        assertEq(token.balanceOf(alice), 28e25);
        assertEq(token.balanceOf(address(allocation)), SUPPLY - 28e25);
        assertEq(token.getVotes(EXCLUDED), SUPPLY - 28e25);
        assertEq(allocation.spent(ROW), 28e25);
        assertEq(allocation.remaining(ROW), 0);
        assertEq(allocation.availableOutflow(), 5e25);
    }

    function test_TOKEN_65_RevertWhen_StrangerMakesGenesisGrant() public {
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_NotGenesisAdmin.selector, timelock));
        vm.prank(timelock);
        allocation.genesisGrant(ROW, alice, 1);
    }

    function test_TOKEN_65_CloseGenesisIsForEver() public {
        vm.expectEmit(address(allocation));
        emit ITokenAllocation.GenesisClosed(admin);
        close();
        assertTrue(allocation.genesisClosed());
        vm.startPrank(admin);
        vm.expectRevert(ITokenAllocation.TokenAllocation_GenesisClosed.selector);
        allocation.genesisGrant(ROW, alice, 1);
        vm.expectRevert(ITokenAllocation.TokenAllocation_GenesisClosed.selector);
        allocation.closeGenesis();
        vm.stopPrank();
    }

    function test_TOKEN_65_TimelockMayCloseGenesis() public {
        vm.prank(timelock);
        allocation.closeGenesis();
        assertTrue(allocation.genesisClosed());
    }

    function test_TOKEN_65_RevertWhen_StrangerClosesGenesis() public {
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_NotGenesisAdmin.selector, alice));
        vm.prank(alice);
        allocation.closeGenesis();
    }

    function test_TOKEN_64_GrantPays() public {
        close();
        vm.expectEmit(address(allocation));
        emit ITokenAllocation.Granted(ROW, alice, 7);
        grant(7);
        assertEq(token.balanceOf(alice), 7);
        assertEq(allocation.spent(ROW), 7);
        assertEq(allocation.availableOutflow(), 5e25 - 7);
    }

    function test_TOKEN_64_FundPaysAContract() public {
        vm.expectEmit(address(allocation));
        emit ITokenAllocation.Funded(OTHER, address(this), 7);
        vm.prank(timelock);
        allocation.fund(OTHER, address(this), 7);
        assertEq(token.balanceOf(address(this)), 7);
        assertEq(allocation.spent(OTHER), 7);
    }

    function test_TOKEN_64_RevertWhen_FundingAWallet() public {
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_NotAContract.selector, alice));
        vm.prank(timelock);
        allocation.fund(OTHER, alice, 7);
    }

    function test_TOKEN_65_RevertWhen_StrangerPays() public {
        vm.startPrank(admin);
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_NotTimelock.selector, admin));
        allocation.grant(ROW, alice, 1);
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_NotTimelock.selector, admin));
        allocation.fund(ROW, address(this), 1);
        vm.stopPrank();
    }

    function test_TOKEN_64_RevertWhen_RowIsUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_UnknownRow.selector, 25));
        vm.prank(admin);
        allocation.genesisGrant(RowId.wrap(25), alice, 1);
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_UnknownRow.selector, 255));
        allocation.remaining(RowId.wrap(255));
    }

    function test_TOKEN_64_RevertWhen_RowExceeded() public {
        genesisGrant(28e25 - 1);
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_RowExceeded.selector, ROW, 1, 2));
        grant(2);
    }

    function test_TOKEN_64_RevertWhen_AmountIsZero() public {
        vm.expectRevert(ITokenAllocation.TokenAllocation_ZeroAmount.selector);
        grant(0);
    }

    function test_TOKEN_64_RevertWhen_PayingItself() public {
        vm.expectRevert(ITokenAllocation.TokenAllocation_ToItself.selector);
        vm.prank(timelock);
        allocation.grant(ROW, address(allocation), 1);
    }

    function test_TOKEN_58_RevertWhen_OutflowExceeded() public {
        close();
        grant(5e25);
        vm.expectRevert(abi.encodeWithSelector(ITokenAllocation.TokenAllocation_OutflowExceeded.selector, 0, 1));
        grant(1);
    }

    /// Late on one day and again after exactly 30 days: a fixed window would allow twice the limit across its edge.
    function test_TOKEN_58_OutflowDoesNotDoubleAcrossAnEdge() public {
        close();
        vm.warp(1_800_000_000 - (1_800_000_000 % 1 days) + 1 days - 1);
        grant(5e25);
        skip(30 days);
        assertEq(allocation.availableOutflow(), 0);
        skip(1);
        assertEq(allocation.availableOutflow(), 5e25);
    }

    /// Against the definition: the sum over any 30 days, kept as a plain list.
    function testFuzz_TOKEN_58_OutflowAgainstReference(uint256 seed) public {
        close();
        uint256[] memory times = new uint256[](40);
        uint256[] memory amounts = new uint256[](40);
        uint256 total;
        for (uint256 i; i < 40; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            skip(seed % 12 days);
            uint256 available = allocation.availableOutflow();
            uint256 inWindow;
            uint256 inWider;
            for (uint256 j; j < i; ++j) {
                if (times[j] + 30 days >= block.timestamp) inWindow += amounts[j];
                if (times[j] + 31 days >= block.timestamp) inWider += amounts[j];
            }
            assertLe(available, 5e25 - inWindow, "exceeds 30 days");
            if (inWider < 5e25) assertGe(available, 5e25 - inWider, "gives back later than 31 days");
            uint256 amount = (seed >> 96) % 3 == 0 ? available : (seed >> 64) % (available + 1);
            uint256 left = allocation.remaining(ROW);
            if (amount > left) amount = left;
            if (amount == 0) continue;
            grant(amount);
            times[i] = block.timestamp;
            amounts[i] = amount;
            total += amount;
        }
        assertEq(allocation.spent(ROW), total);
        assertEq(token.balanceOf(alice), total);
        assertEq(token.balanceOf(address(allocation)), SUPPLY - total);
    }
}
