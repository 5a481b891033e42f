// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {VestingFactory} from "../../../contracts/token/VestingFactory.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {IOpenToken} from "../../../contracts/token/interfaces/IOpenToken.sol";
import {IOpenVesting} from "../../../contracts/token/interfaces/IOpenVesting.sol";
import {ITokenAllocation} from "../../../contracts/token/interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "../../../contracts/token/interfaces/IVestingFactory.sol";
import {RowId} from "../../../contracts/token/types/RowId.sol";
import {VestingSchedule, toVestingSchedule} from "../../../contracts/token/types/VestingSchedule.sol";
import {VestingFixture} from "./VestingFixture.sol";

/// What a caller of `releaseMany` may meet.
contract HostileWallet {
    function release() external pure {
        assembly {
            revert(0, 100000)
        }
    }
}

contract VestingFactoryTest is VestingFixture {
    function refuse(VestingSchedule schedule, bytes memory reason) private {
        vm.expectRevert(reason);
        factory.checkSchedule(schedule);
        vm.expectRevert(reason);
        vm.prank(payer);
        factory.create(OTHER, grantOf(schedule, false));
    }

    function test_TOKEN_62_KnowsItsCounterparts() public view {
        assertEq(address(factory.token()), address(token));
        assertEq(address(factory.allocation()), address(allocation));
        assertEq(factory.timelock(), timelock);
        IOpenVesting implementation = IOpenVesting(factory.implementation());
        assertEq(address(implementation.token()), address(token));
        assertEq(address(implementation.allocation()), address(allocation));
        assertEq(implementation.timelock(), timelock);
        assertEq(implementation.factory(), address(factory));
    }

    function test_TOKEN_62_RevertWhen_ArgumentIsZero() public {
        vm.expectRevert(IVestingFactory.VestingFactory_ZeroAddress.selector);
        new VestingFactory(IOpenToken(address(0)), allocation);
        vm.expectRevert(IVestingFactory.VestingFactory_ZeroAddress.selector);
        new VestingFactory(token, ITokenAllocation(address(0)));
    }

    function test_TOKEN_62_RevertWhen_AllocationPaysAnotherToken() public {
        OpenToken another = new OpenToken(alice, timelock);
        vm.expectRevert(
            abi.encodeWithSelector(
                IVestingFactory.VestingFactory_WrongAllocation.selector,
                address(another),
                address(token)
            )
        );
        new VestingFactory(another, allocation);
    }

    function test_TOKEN_62_RevertWhen_AllocationNamesAnotherFactory() public {
        address here = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        vm.expectRevert(
            abi.encodeWithSelector(IVestingFactory.VestingFactory_WrongAllocation.selector, here, address(factory))
        );
        new VestingFactory(token, allocation);
    }

    function test_CreateMovesTheAmountIntoTheWallet() public {
        IVestingFactory.Grant memory grant = grantOf(team(), false);
        address predicted = factory.predict(payer, OTHER, grant);
        vm.expectEmit(address(factory));
        emit IVestingFactory.VestingCreated(predicted, alice, payer, OTHER, AMOUNT, team(), false, 0);
        vm.expectEmit(predicted);
        emit IOpenVesting.BeneficiaryChanged(address(0), alice);
        IOpenVesting wallet = create(grant);
        assertEq(token.balanceOf(address(wallet)), AMOUNT);
        assertEq(token.balanceOf(payer), 1e26 - AMOUNT);
        assertEq(token.balanceOf(address(factory)), 0);
        assertEq(wallet.amount(), AMOUNT);
        assertEq(VestingSchedule.unwrap(wallet.schedule()), VestingSchedule.unwrap(team()));
        assertEq(RowId.unwrap(wallet.row()), RowId.unwrap(OTHER));
        assertFalse(wallet.revocable());
        assertEq(wallet.beneficiary(), alice);
    }

    function test_TOKEN_42_WalletIsWhereItWasPredicted() public {
        IVestingFactory.Grant memory grant = grantOf(team(), false);
        assertEq(address(create(grant)), factory.predict(payer, OTHER, grant));
    }

    function testFuzz_TOKEN_42_AddressCommitsToEverything(
        IVestingFactory.Grant memory grant,
        uint256 what
    ) public view {
        grant.amount = uint96(grant.amount);
        grant.schedule = anySchedule(what);
        address before = factory.predict(payer, OTHER, grant);
        assertTrue(before != factory.predict(alice, OTHER, grant), "payer");
        assertTrue(before != factory.predict(payer, TEAM, grant), "row");
        if (what % 5 == 0) grant.beneficiary = address(uint160(grant.beneficiary) ^ 1);
        if (what % 5 == 1) grant.amount ^= 1;
        if (what % 5 == 2) grant.schedule = VestingSchedule.wrap(VestingSchedule.unwrap(grant.schedule) ^ 1);
        if (what % 5 == 3) grant.revocable = !grant.revocable;
        if (what % 5 == 4) grant.salt ^= bytes32(uint256(1));
        assertTrue(before != factory.predict(payer, OTHER, grant), "grant");
    }

    function test_TOKEN_42_RevertWhen_TheSameGrantExists() public {
        IOpenVesting wallet = create(team());
        vm.expectRevert(abi.encodeWithSelector(IVestingFactory.VestingFactory_AlreadyExists.selector, address(wallet)));
        vm.prank(payer);
        factory.create(OTHER, grantOf(team(), false));
    }

    /// A stranger with the same grant gets another wallet: addresses cannot be taken in advance.
    function test_TOKEN_42_NobodyTakesAnothersAddress() public {
        address predicted = factory.predict(payer, OTHER, grantOf(team(), false));
        vm.prank(payer);
        token.transfer(bob, AMOUNT);
        vm.startPrank(bob);
        token.approve(address(factory), AMOUNT);
        address wallet = factory.create(OTHER, grantOf(team(), false));
        vm.stopPrank();
        assertTrue(wallet != predicted);
        assertEq(address(create(team())), predicted);
    }

    /// OPEN sent to the predicted address in advance changes neither the grant nor its creation.
    function test_TOKEN_42_DonationBeforeCreationIsTheBeneficiarys() public {
        address predicted = factory.predict(payer, OTHER, grantOf(team(), false));
        vm.prank(payer);
        token.transfer(predicted, 5);
        IOpenVesting wallet = create(team());
        assertEq(wallet.amount(), AMOUNT);
        assertEq(wallet.releasable(), 5);
        assertEq(token.getVotes(alice), AMOUNT + 5);
    }

    function test_TOKEN_43_WalletIsAMinimalProxy() public {
        bytes memory code = address(create(team())).code;
        assertEq(code.length, 45 + 32);
        bytes memory expected = abi.encodePacked(
            hex"363d3d373d3d3d363d73",
            factory.implementation(),
            hex"5af43d82803e903d91602b57fd5bf3"
        );
        for (uint256 i; i < 45; ++i) assertEq(code[i], expected[i]);
    }

    function test_TOKEN_43_ImplementationObeysNobody() public {
        IOpenVesting implementation = IOpenVesting(factory.implementation());
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_NotFactory.selector, alice));
        implementation.initialize(alice);
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_NotBeneficiary.selector, alice));
        implementation.delegate(alice);
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_NotOffered.selector, alice));
        implementation.acceptBeneficiary();
        vm.stopPrank();
        assertEq(implementation.beneficiary(), address(0));
    }

    function test_TOKEN_43_RevertWhen_StrangerInitializesAWallet() public {
        IOpenVesting wallet = create(team());
        vm.expectRevert(abi.encodeWithSelector(IOpenVesting.OpenVesting_NotFactory.selector, bob));
        vm.prank(bob);
        wallet.initialize(bob);
    }

    function test_TOKEN_49_RevertWhen_RevocableWithoutARow() public {
        vm.expectRevert(abi.encodeWithSelector(IVestingFactory.VestingFactory_RevocableWithoutRow.selector, payer));
        vm.prank(payer);
        factory.create(OTHER, grantOf(team(), true));
    }

    function test_RevertWhen_NoBeneficiary() public {
        IVestingFactory.Grant memory grant = grantOf(team(), false);
        grant.beneficiary = address(0);
        vm.expectRevert(IVestingFactory.VestingFactory_NoBeneficiary.selector);
        create(grant);
    }

    function test_RevertWhen_AmountIsZero() public {
        IVestingFactory.Grant memory grant = grantOf(team(), false);
        grant.amount = 0;
        vm.expectRevert(IVestingFactory.VestingFactory_ZeroAmount.selector);
        create(grant);
    }

    function test_RevertWhen_RowIsUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(IVestingFactory.VestingFactory_UnknownRow.selector, 25));
        vm.prank(payer);
        factory.create(RowId.wrap(25), grantOf(team(), false));
    }

    function test_RevertWhen_PayerHasTooLittle() public {
        vm.prank(bob);
        token.approve(address(factory), AMOUNT);
        vm.expectRevert(abi.encodeWithSignature("ERC20InsufficientBalance(address,uint256,uint256)", bob, 0, AMOUNT));
        vm.prank(bob);
        factory.create(OTHER, grantOf(team(), false));
    }

    function test_TOKEN_41_RevertWhen_StartIsOutOfBounds() public {
        uint256 earliest = 1_577_836_800;
        uint256 latest = NOW + factory.MAX_LEAD();
        uint40[4] memory bad = [0, uint40(earliest - 1), uint40(latest + 1), type(uint40).max];
        for (uint256 i; i < 4; ++i) {
            refuse(
                toVestingSchedule(bad[i], 0, YEAR, 0, 0),
                abi.encodeWithSelector(
                    IVestingFactory.VestingFactory_StartOutOfBounds.selector,
                    bad[i],
                    earliest,
                    latest
                )
            );
        }
        factory.checkSchedule(toVestingSchedule(uint40(earliest), 0, YEAR, 0, 0));
        factory.checkSchedule(toVestingSchedule(uint40(latest), 0, YEAR, 0, 0));
    }

    function test_TOKEN_41_RevertWhen_DurationIsTooLong() public {
        uint256 longest = factory.MAX_DURATION();
        refuse(
            toVestingSchedule(NOW, 0, uint40(longest + 1), 0, 0),
            abi.encodeWithSelector(IVestingFactory.VestingFactory_DurationTooLong.selector, longest + 1, longest)
        );
        factory.checkSchedule(toVestingSchedule(NOW, 0, uint40(longest), 0, 0));
    }

    function test_TOKEN_41_RevertWhen_CliffIsLongerThanTheDuration() public {
        refuse(
            toVestingSchedule(NOW, YEAR + 1, YEAR, 0, 0),
            abi.encodeWithSelector(IVestingFactory.VestingFactory_CliffTooLong.selector, YEAR + 1, YEAR)
        );
        factory.checkSchedule(toVestingSchedule(NOW, YEAR, YEAR, 0, 0));
    }

    function test_TOKEN_41_RevertWhen_StepsDoNotDivide() public {
        refuse(
            toVestingSchedule(NOW, 0, YEAR, 7, 0),
            abi.encodeWithSelector(IVestingFactory.VestingFactory_UnevenSteps.selector, 7, YEAR)
        );
        factory.checkSchedule(toVestingSchedule(NOW, 0, YEAR, 12, 0));
    }

    function test_TOKEN_41_RevertWhen_StepsAreTooShort() public {
        refuse(
            toVestingSchedule(NOW, 0, 100 minutes, 2, 0),
            abi.encodeWithSelector(IVestingFactory.VestingFactory_StepTooShort.selector, 50 minutes, 1 hours)
        );
        refuse(
            toVestingSchedule(NOW, 0, 0, 1, 0),
            abi.encodeWithSelector(IVestingFactory.VestingFactory_StepTooShort.selector, 0, 1 hours)
        );
        factory.checkSchedule(toVestingSchedule(NOW, 0, 2 hours, 2, 0));
    }

    function test_TOKEN_41_RevertWhen_ImmediatePartIsAll() public {
        refuse(
            toVestingSchedule(NOW, 0, YEAR, 0, 10_000),
            abi.encodeWithSelector(IVestingFactory.VestingFactory_ImmediateTooMuch.selector, 10_000, 9_999)
        );
        refuse(
            toVestingSchedule(NOW, 0, 0, 0, 1),
            abi.encodeWithSelector(IVestingFactory.VestingFactory_ImmediateTooMuch.selector, 1, 0)
        );
        factory.checkSchedule(toVestingSchedule(NOW, 0, YEAR, 0, 9_999));
    }

    function test_TOKEN_41_RevertWhen_BitsAboveTheScheduleAreSet() public {
        VestingSchedule dirty = VestingSchedule.wrap(VestingSchedule.unwrap(team()) | (1 << 152));
        refuse(dirty, abi.encodeWithSelector(IVestingFactory.VestingFactory_UnknownScheduleBits.selector, dirty));
    }

    /// A claim may create its wallet long after its schedule was written into a tree.
    function testFuzz_TOKEN_41_ValidOnceIsValidForEver(uint256 seed, uint40 later) public {
        VestingSchedule schedule = anySchedule(seed);
        vm.warp(NOW + uint256(later));
        factory.checkSchedule(schedule);
    }

    /// Whatever word is accepted, its arithmetic holds.
    function testFuzz_TOKEN_41_AcceptedWordsAreSafe(uint40 start, uint40 cliff, uint40 duration, uint16 steps) public {
        VestingSchedule schedule = toVestingSchedule(
            NOW + (start % (2 * YEAR)),
            cliff % (2 * YEAR),
            duration % (2 * YEAR),
            steps % 64,
            steps
        );
        try factory.checkSchedule(schedule) {
            IOpenVesting wallet = create(schedule);
            assertLe(wallet.vested(schedule.start() + cliff), AMOUNT);
            assertEq(wallet.vested(schedule.start() + schedule.duration()), AMOUNT);
        } catch (bytes memory reason) {
            vm.expectRevert(reason);
            vm.prank(payer);
            factory.create(OTHER, grantOf(schedule, false));
        }
    }

    function test_TOKEN_50_CreateManyMakesAll() public {
        IVestingFactory.Grant[] memory grants = three();
        vm.prank(payer);
        address[] memory wallets = factory.createMany(OTHER, grants);
        for (uint256 i; i < 3; ++i) {
            assertEq(wallets[i], factory.predict(payer, OTHER, grants[i]));
            assertEq(token.balanceOf(wallets[i]), grants[i].amount);
        }
    }

    function test_TOKEN_50_RevertWhen_OneOfABatchIsBad() public {
        IVestingFactory.Grant[] memory grants = three();
        grants[2].schedule = toVestingSchedule(NOW, 2, 1, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IVestingFactory.VestingFactory_CliffTooLong.selector, 2, 1));
        vm.prank(payer);
        factory.createMany(OTHER, grants);
        assertEq(factory.predict(payer, OTHER, grants[0]).code.length, 0);
        assertEq(token.balanceOf(payer), 1e26);
    }

    function test_TOKEN_51_ReleaseManyPaysEach() public {
        vm.prank(payer);
        address[] memory wallets = factory.createMany(OTHER, three());
        skip(2 * YEAR);
        factory.releaseMany(wallets);
        assertEq(token.balanceOf(alice), AMOUNT / 2);
        assertEq(token.balanceOf(bob), AMOUNT);
        assertEq(token.balanceOf(carol), AMOUNT / 4);
    }

    function test_TOKEN_51_OneThatFailsDoesNotStopTheOthers() public {
        vm.prank(payer);
        address[] memory made = factory.createMany(OTHER, three());
        skip(2 * YEAR);
        address[] memory wallets = new address[](6);
        wallets[0] = address(new HostileWallet());
        wallets[1] = makeAddr("no code");
        wallets[2] = made[0];
        wallets[3] = made[0]; // has nothing left the second time
        wallets[4] = address(token);
        wallets[5] = made[2];
        for (uint256 i; i < 5; ++i) {
            if (i == 2) continue;
            vm.expectEmit(address(factory));
            emit IVestingFactory.ReleaseFailed(wallets[i]);
        }
        factory.releaseMany(wallets);
        assertEq(token.balanceOf(alice), AMOUNT / 2);
        assertEq(token.balanceOf(carol), AMOUNT / 4);
        assertEq(token.balanceOf(bob), 0);
    }

    function test_TOKEN_54_PortfolioIsOneCall() public {
        vm.prank(payer);
        address[] memory wallets = factory.createMany(OTHER, three());
        skip(2 * YEAR);
        vm.startPrank(alice);
        IOpenVesting(wallets[0]).release(carol);
        IOpenVesting(wallets[0]).offerBeneficiary(bob);
        IOpenVesting(wallets[0]).setDestination(carol);
        vm.stopPrank();
        skip(YEAR);
        IOpenVesting.State[] memory states = factory.portfolio(wallets);
        assertEq(states.length, 3);
        IOpenVesting.State memory first = states[0];
        assertEq(first.beneficiary, alice);
        assertEq(first.offeredBeneficiary, bob);
        assertEq(first.destination, carol);
        assertEq(first.delegatee, alice);
        assertEq(RowId.unwrap(first.row), RowId.unwrap(OTHER));
        assertEq(first.amount, AMOUNT);
        assertEq(VestingSchedule.unwrap(first.schedule), VestingSchedule.unwrap(team()));
        assertFalse(first.revocable);
        assertEq(first.revokedAt, 0);
        assertEq(first.vested, (AMOUNT / 4) * 3);
        assertEq(first.released, AMOUNT / 2);
        assertEq(first.releasable, AMOUNT / 4);
        assertEq(first.balance, AMOUNT / 2);
        assertEq(states[1].beneficiary, bob);
        assertEq(states[1].destination, bob);
        assertEq(states[1].releasable, AMOUNT);
    }

    function three() private view returns (IVestingFactory.Grant[] memory grants) {
        grants = new IVestingFactory.Grant[](3);
        grants[0] = grantOf(team(), false);
        grants[1] = IVestingFactory.Grant(bob, AMOUNT, VestingSchedule.wrap(0), false, 0);
        grants[2] = IVestingFactory.Grant(carol, AMOUNT / 2, team(), false, 0);
    }
}
