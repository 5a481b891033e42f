// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {TokenAllocation} from "../../../contracts/token/TokenAllocation.sol";
import {VestingFactory} from "../../../contracts/token/VestingFactory.sol";
import {IOpenVesting} from "../../../contracts/token/interfaces/IOpenVesting.sol";
import {ITokenAllocation} from "../../../contracts/token/interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "../../../contracts/token/interfaces/IVestingFactory.sol";
import {RowId} from "../../../contracts/token/types/RowId.sol";
import {VestingFixture} from "../../unit/token/VestingFixture.sol";

contract Distributor {}

/// Pays, grants, funds, revokes, releases, hands over and gives back, as the right account or the wrong one, with
/// amounts that are often too large.
contract VestingHandler is VestingFixture {
    struct Outflow {
        uint256 time;
        uint256 amount;
    }

    address[] public people;
    address[] public distributors;
    IOpenVesting[] public wallets;
    Outflow[] public outflows;
    uint256 public strays;

    mapping(address wallet => uint256 amount) public donated;
    mapping(address wallet => uint256 amount) public paid;
    mapping(address wallet => uint256 amount) public returned;
    mapping(address wallet => uint256 amount) public highestVested;
    mapping(uint8 row => uint256 amount) public sentOut;
    mapping(uint8 row => uint256 amount) public cameBack;

    uint256 private _salt;

    constructor() {
        setUp();
        for (uint256 i; i < 5; ++i) people.push(makeAddr(string(abi.encodePacked("person", i))));
        for (uint256 i; i < 2; ++i) distributors.push(address(new Distributor()));
        for (uint256 i; i < 2; ++i) {
            vm.prank(people[i]);
            token.delegate(people[2 - i]);
        }
        close();
    }

    function walletCount() external view returns (uint256) {
        return wallets.length;
    }

    function outflowCount() external view returns (uint256) {
        return outflows.length;
    }

    function peopleCount() external view returns (uint256) {
        return people.length;
    }

    function parts() external view returns (OpenToken, TokenAllocation, VestingFactory, address) {
        return (token, allocation, factory, payer);
    }

    function createPrivate(uint256 who, uint256 amount, uint256 seed, bool revocable) external {
        vm.prank(payer);
        (bool ok, bytes memory data) = address(factory).call(
            abi.encodeCall(factory.create, (OTHER, grantFor(who, amount % 1e25, seed, revocable && seed % 4 == 0)))
        );
        if (ok) wallets.push(abi.decode(data, (IOpenVesting)));
    }

    function grantVesting(uint256 row, uint256 who, uint256 amount, uint256 seed, bool revocable) external {
        IVestingFactory.Grant memory grant = grantFor(who, amount % 1e25, seed, revocable);
        vm.prank(seed % 8 == 0 ? admin : timelock);
        (bool ok, bytes memory data) = address(allocation).call(
            abi.encodeWithSelector(allocation.grantVesting.selector, RowId.wrap(uint8(row % 26)), grant)
        );
        if (!ok) return;
        wallets.push(abi.decode(data, (IOpenVesting)));
        sentOut[uint8(row % 26)] += grant.amount;
        outflows.push(Outflow(block.timestamp, grant.amount));
    }

    function grantVestingMany(uint256 row, uint256 amount, uint256 seed) external {
        IVestingFactory.Grant[] memory grants = new IVestingFactory.Grant[](seed % 4);
        uint256 total;
        for (uint256 i; i < grants.length; ++i) {
            grants[i] = grantFor(seed >> i, amount % 5e24, seed + i, i % 2 == 0);
            total += grants[i].amount;
        }
        vm.prank(timelock);
        (bool ok, bytes memory data) = address(allocation).call(
            abi.encodeWithSelector(allocation.grantVestingMany.selector, RowId.wrap(uint8(row % 25)), grants)
        );
        if (!ok) return;
        address[] memory made = abi.decode(data, (address[]));
        for (uint256 i; i < made.length; ++i) wallets.push(IOpenVesting(made[i]));
        sentOut[uint8(row % 25)] += total;
        outflows.push(Outflow(block.timestamp, total));
    }

    function grantOutright(uint256 row, uint256 who, uint256 amount) external {
        amount = amount % 1e25;
        vm.prank(timelock);
        (bool ok, ) = address(allocation).call(
            abi.encodeCall(allocation.grant, (RowId.wrap(uint8(row % 26)), people[who % 5], amount))
        );
        if (ok) outflows.push(Outflow(block.timestamp, amount));
    }

    function fund(uint256 row, uint256 which, uint256 amount) external {
        amount = amount % 2e25;
        vm.prank(timelock);
        (bool ok, ) = address(allocation).call(
            abi.encodeCall(allocation.fund, (RowId.wrap(uint8(row % 26)), distributors[which % 2], amount))
        );
        if (!ok) return;
        sentOut[uint8(row % 26)] += amount;
        outflows.push(Outflow(block.timestamp, amount));
    }

    /// A distributor, or a person who got nothing to distribute.
    function giveBack(uint256 row, uint256 which, uint256 amount) external {
        address from = which % 4 == 3 ? people[0] : distributors[which % 2];
        uint256 most = allocation.outstanding(RowId.wrap(uint8(row % 25)), from);
        amount = amount % 4 == 0 ? most : amount % (most + 2);
        vm.startPrank(from);
        token.approve(address(allocation), amount);
        (bool ok, ) = address(allocation).call(
            abi.encodeCall(allocation.giveBack, (RowId.wrap(uint8(row % 25)), amount))
        );
        token.approve(address(allocation), 0);
        vm.stopPrank();
        if (ok) cameBack[uint8(row % 25)] += amount;
    }

    function distribute(uint256 which, uint256 who, uint256 amount) external {
        address from = distributors[which % 2];
        vm.prank(from);
        token.transfer(people[who % 5], amount % (token.balanceOf(from) + 1));
    }

    function reallocate(uint256 from, uint256 to, uint256 amount) external {
        vm.prank(amount % 8 == 0 ? admin : timelock);
        (bool ok, ) = address(allocation).call(
            abi.encodeCall(
                allocation.reallocate,
                (RowId.wrap(uint8(from % 26)), RowId.wrap(uint8(to % 26)), amount % 4e25)
            )
        );
        ok;
    }

    function revoke(uint256 which, bool right) external {
        if (wallets.length == 0) return;
        IOpenVesting wallet = wallets[which % wallets.length];
        vm.prank(right || which % 4 != 0 ? timelock : admin);
        (bool ok, bytes memory data) = address(wallet).call(abi.encodeCall(wallet.revoke, ()));
        if (!ok) return;
        uint256 back = abi.decode(data, (uint256));
        returned[address(wallet)] += back;
        cameBack[RowId.unwrap(wallet.row())] += back;
    }

    function release(uint256 which) external {
        if (wallets.length == 0) return;
        _release(wallets[which % wallets.length], people[4], abi.encodeWithSignature("release()"));
    }

    function releaseTo(uint256 which, uint256 who, uint256 to) external {
        if (wallets.length == 0) return;
        IOpenVesting wallet = wallets[which % wallets.length];
        address caller = who % 4 == 0 ? people[who % 5] : wallet.beneficiary();
        address receiver = to % 6 == 5 ? address(wallet) : people[to % 5];
        _release(wallet, caller, abi.encodeWithSignature("release(address)", receiver));
    }

    function releaseAll() external {
        address[] memory list = new address[](wallets.length + 1);
        uint256[] memory due = new uint256[](wallets.length);
        for (uint256 i; i < wallets.length; ++i) {
            list[i] = address(wallets[i]);
            due[i] = wallets[i].releasable();
        }
        list[wallets.length] = address(token);
        factory.releaseMany(list);
        for (uint256 i; i < due.length; ++i) paid[list[i]] += due[i];
    }

    function delegate(uint256 which, uint256 to) external {
        if (wallets.length == 0) return;
        IOpenVesting wallet = wallets[which % wallets.length];
        vm.prank(wallet.beneficiary());
        wallet.delegate(
            to % 7 == 6
                ? EXCLUDED
                : to % 7 == 5
                    ? address(0)
                    : people[to % 5]
        );
    }

    function handOver(uint256 which, uint256 to, bool accept) external {
        if (wallets.length == 0) return;
        IOpenVesting wallet = wallets[which % wallets.length];
        vm.prank(wallet.beneficiary());
        wallet.offerBeneficiary(people[to % 5]);
        vm.prank(people[accept ? to % 5 : (to + 1) % 5]);
        (bool ok, ) = address(wallet).call(abi.encodeCall(wallet.acceptBeneficiary, ()));
        ok;
    }

    function setDestination(uint256 which, uint256 to) external {
        if (wallets.length == 0) return;
        IOpenVesting wallet = wallets[which % wallets.length];
        vm.prank(wallet.beneficiary());
        wallet.setDestination(to % 6 == 5 ? address(0) : people[to % 5]);
    }

    function donate(uint256 which, uint256 amount) external {
        if (wallets.length == 0) return;
        address wallet = address(wallets[which % wallets.length]);
        amount = amount % 1e22;
        vm.prank(payer);
        token.transfer(wallet, amount);
        donated[wallet] += amount;
    }

    function stray(uint256 amount) external {
        amount = amount % 1e20;
        vm.prank(payer);
        token.transfer(address(allocation), amount);
        strays += amount;
    }

    function pass(uint256 time) external {
        skip(1 + (time % 90 days));
        for (uint256 i; i < wallets.length; ++i) {
            highestVested[address(wallets[i])] = wallets[i].vested(block.timestamp);
        }
    }

    function _release(IOpenVesting wallet, address caller, bytes memory data) private {
        vm.prank(caller);
        (bool ok, bytes memory result) = address(wallet).call(data);
        if (ok) paid[address(wallet)] += abi.decode(result, (uint256));
    }

    function grantFor(
        uint256 who,
        uint256 amount,
        uint256 seed,
        bool revocable
    ) private returns (IVestingFactory.Grant memory) {
        return IVestingFactory.Grant(people[who % 5], uint128(amount), anySchedule(seed), revocable, bytes32(++_salt));
    }
}

contract VestingInvariants is VestingFixture {
    VestingHandler private handler;

    function setUp() public override {
        vm.warp(NOW);
        handler = new VestingHandler();
        (token, allocation, factory, ) = handler.parts();
        // Named one by one: the handler's set-up is public too.
        bytes4[] memory acts = new bytes4[](18);
        acts[0] = handler.createPrivate.selector;
        acts[1] = handler.grantVesting.selector;
        acts[2] = handler.grantVestingMany.selector;
        acts[3] = handler.grantOutright.selector;
        acts[4] = handler.fund.selector;
        acts[5] = handler.giveBack.selector;
        acts[6] = handler.distribute.selector;
        acts[7] = handler.reallocate.selector;
        acts[8] = handler.revoke.selector;
        acts[9] = handler.release.selector;
        acts[10] = handler.releaseTo.selector;
        acts[11] = handler.releaseAll.selector;
        acts[12] = handler.delegate.selector;
        acts[13] = handler.handOver.selector;
        acts[14] = handler.setDestination.selector;
        acts[15] = handler.donate.selector;
        acts[16] = handler.stray.selector;
        acts[17] = handler.pass.selector;
        targetSelector(FuzzSelector({addr: address(handler), selectors: acts}));
        targetContract(address(handler));
    }

    function invariant_TOKEN_52_WalletHoldsGrantMinusReleases() public view {
        for (uint256 i; i < handler.walletCount(); ++i) {
            IOpenVesting wallet = handler.wallets(i);
            address key = address(wallet);
            assertEq(
                token.balanceOf(key) + handler.paid(key) + handler.returned(key),
                wallet.amount() + handler.donated(key)
            );
        }
    }

    function invariant_TOKEN_40_ReleasedWithinVestedWithinGrant() public view {
        for (uint256 i; i < handler.walletCount(); ++i) {
            IOpenVesting wallet = handler.wallets(i);
            IOpenVesting.State memory state = wallet.state();
            assertLe(state.released, state.vested);
            assertLe(state.vested, state.amount);
            assertLe(state.releasable, state.balance);
            assertGe(state.vested, handler.highestVested(address(wallet)), "vested fell");
            assertEq(wallet.vested(type(uint256).max) + handler.returned(address(wallet)), state.amount);
        }
    }

    /// What is due is exactly what is vested and not paid, and what others gave.
    function invariant_TOKEN_48_OwedIsExact() public view {
        for (uint256 i; i < handler.walletCount(); ++i) {
            IOpenVesting.State memory state = handler.wallets(i).state();
            address wallet = address(handler.wallets(i));
            assertEq(state.releasable + handler.paid(wallet), state.vested + handler.donated(wallet));
        }
    }

    function invariant_TOKEN_44_VotesOfWalletsAreTheirBalances() public view {
        (, , , address payer_) = handler.parts();
        for (uint256 i; i <= handler.peopleCount(); ++i) {
            address delegatee = i == handler.peopleCount() ? EXCLUDED : handler.people(i);
            uint256 units = delegatee == EXCLUDED ? token.balanceOf(address(allocation)) : 0;
            for (uint256 j; j < handler.walletCount(); ++j) {
                address wallet = address(handler.wallets(j));
                assertEq(token.pendingVotes(wallet), 0);
                if (token.delegates(wallet) == delegatee) units += token.balanceOf(wallet);
            }
            for (uint256 j; j < handler.peopleCount(); ++j) {
                address person = handler.people(j);
                if (token.delegates(person) == delegatee) units += token.balanceOf(person);
            }
            assertEq(token.getVotes(delegatee), units);
        }
        assertEq(token.delegates(payer_), address(0));
    }

    function invariant_TOKEN_57_RowsSumToGenesis() public view {
        ITokenAllocation.RowState[25] memory rows = allocation.rows();
        uint256 caps;
        uint256 left;
        for (uint256 i; i < 25; ++i) {
            assertLe(rows[i].spent, rows[i].cap);
            caps += rows[i].cap;
            left += rows[i].cap - rows[i].spent;
            assertEq(allocation.remaining(RowId.wrap(uint8(i))) + allocation.spent(RowId.wrap(uint8(i))), rows[i].cap);
        }
        assertEq(caps, SUPPLY);
        assertEq(token.balanceOf(address(allocation)), left + handler.strays());
    }

    function invariant_TOKEN_59_OutstandingIsWhatWasSentAndDidNotComeBack() public view {
        for (uint8 row; row < 25; ++row) {
            uint256 sum;
            for (uint256 i; i < handler.walletCount(); ++i) {
                sum += allocation.outstanding(RowId.wrap(row), address(handler.wallets(i)));
            }
            for (uint256 i; i < 2; ++i) sum += allocation.outstanding(RowId.wrap(row), handler.distributors(i));
            assertEq(sum + handler.cameBack(row), handler.sentOut(row));
            assertLe(sum, allocation.spent(RowId.wrap(row)));
        }
    }

    function invariant_TOKEN_58_OutflowHoldsOverAny30Days() public view {
        uint256 count = handler.outflowCount();
        for (uint256 i; i < count; ++i) {
            (uint256 end, ) = handler.outflows(i);
            uint256 left;
            for (uint256 j; j <= i; ++j) {
                (uint256 time, uint256 amount) = handler.outflows(j);
                if (time + 30 days >= end) left += amount;
            }
            assertLe(left, allocation.OUTFLOW_LIMIT());
        }
    }

    function invariant_TOKEN_61_NoAllowanceIsLeft() public view {
        assertEq(token.allowance(address(allocation), address(factory)), 0);
        for (uint256 i; i < handler.walletCount(); ++i) {
            assertEq(token.allowance(address(handler.wallets(i)), address(allocation)), 0);
        }
        assertEq(token.balanceOf(address(factory)), 0);
        assertEq(token.totalSupply(), SUPPLY);
    }

    /// Whatever happened before, a revocation pays back exactly what is not vested and an owner gets the rest.
    function invariant_TOKEN_48_EveryWalletCanBeWoundUp() public {
        uint256 state = vm.snapshotState();
        for (uint256 i; i < handler.walletCount(); ++i) {
            IOpenVesting wallet = handler.wallets(i);
            if (wallet.revocable() && wallet.revokedAt() == 0) {
                uint256 expected = wallet.amount() - wallet.vested(block.timestamp);
                vm.prank(timelock);
                assertEq(wallet.revoke(), expected);
            } else {
                vm.warp(block.timestamp + 20 * uint256(YEAR));
            }
            if (wallet.releasable() != 0) wallet.release();
            assertEq(token.balanceOf(address(wallet)), 0);
        }
        vm.revertToState(state);
    }
}
