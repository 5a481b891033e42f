// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISaleBrake} from "../../../contracts/xnode/interfaces/ISaleBrake.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeVouchers} from "../../../contracts/xnode/interfaces/IXnodeVouchers.sol";
import {SeriesId} from "../../../contracts/xnode/types/SeriesId.sol";
import {VoucherFixture} from "../../helpers/VoucherFixture.sol";

/// @dev What bounds a signer: budgets, revocations, pauses.
contract XnodeVouchersBudgetsTest is VoucherFixture {
    // Budgets

    function test_SetBudget_ReplacesWhatWasLeft() public {
        vouchers.redeem(signed(SIGNER_KEY, voucherTo(alice, 2, "A")));
        vm.warp(START + 1 days);
        vm.expectEmit(address(vouchers));
        emit IXnodeVouchers.BudgetSet(signer, series, 3, 1, BUDGET_END, BUDGET_END + 1);
        vm.prank(timelock);
        vouchers.setBudget(signer, series, 1, BUDGET_END + 1);
        IXnodeVouchers.Budget memory budget = vouchers.budgetOf(signer, series);
        assertEq(budget.units, 1);
        assertEq(budget.until, BUDGET_END + 1);
        assertEq(budget.setAt, START + 1 days);
    }

    function test_SetBudget_IsForOneSeriesOnly() public {
        vm.prank(timelock);
        SeriesId second = xnode.createSeries(seriesParams());
        IXnodeVouchers.Voucher memory v = voucherTo(alice, 1, "A");
        v.series = second;
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, v);
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_BudgetExceeded.selector, signer, second, 0, 1)
        );
        vouchers.redeem(one);
    }

    function test_RevertWhen_SettingABudgetOutOfBounds() public {
        vm.expectRevert(abi.encodeWithSelector(ISaleBrake.SaleBrake_NotTimelock.selector, address(this)));
        vouchers.setBudget(signer, series, 1, BUDGET_END);
        vm.startPrank(timelock);
        vm.expectRevert(IXnodeVouchers.XnodeVouchers_SignerZero.selector);
        vouchers.setBudget(address(0), series, 1, BUDGET_END);
        vm.expectRevert(
            abi.encodeWithSelector(
                IXnodeVouchers.XnodeVouchers_TermTooLong.selector,
                START + 365 days + 1,
                START + 365 days
            )
        );
        vouchers.setBudget(signer, series, 1, uint40(START + 365 days + 1));
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_UnknownSeries.selector, SeriesId.wrap(2)));
        vouchers.setBudget(signer, SeriesId.wrap(2), 1, BUDGET_END);
    }

    function test_RevertWhen_TheSignerHasNoBudget() public {
        IXnodeVouchers.SignedVoucher memory one = signed(OTHER_KEY, voucherTo(alice, 1, "A"));
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_BudgetExceeded.selector, other, series, 0, 1)
        );
        vouchers.redeem(one);
    }

    function test_RevertWhen_TheBudgetHasEnded() public {
        IXnodeVouchers.Voucher memory v = voucherTo(alice, 1, "A");
        v.deadline = type(uint256).max;
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, v);
        vm.warp(BUDGET_END);
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_BudgetEnded.selector, signer, series, BUDGET_END)
        );
        vouchers.redeem(one);
        vm.warp(BUDGET_END - 1);
        vouchers.redeem(one);
        assertEq(xnode.balanceOf(alice), 1);
    }

    function testFuzz_Redeem_AStolenKeyCostsAtMostTheBudgetLeft(uint256[8] memory quantities, uint8 usedBefore) public {
        usedBefore = uint8(bound(usedBefore, 0, BUDGET));
        if (usedBefore != 0) vouchers.redeem(signed(SIGNER_KEY, voucherTo(alice, usedBefore, "before")));
        for (uint256 i = 0; i < quantities.length; ++i) {
            uint256 quantity = bound(quantities[i], 0, BUDGET + 1);
            try vouchers.redeem(signed(SIGNER_KEY, voucherTo(bob, quantity, vm.toString(i)))) {} catch {}
        }
        assertLe(xnode.balanceOf(bob), BUDGET - usedBefore);
        assertEq(xnode.balanceOf(bob) + usedBefore + vouchers.budgetOf(signer, series).units, BUDGET);
    }

    function test_RenounceBudget_StopsAThief() public {
        setBudget(other, 1);
        vouchers.redeem(signed(SIGNER_KEY, voucherTo(bob, 1, "stolen")));
        vm.prank(guardian);
        vouchers.pause(1 days);
        vm.expectEmit(address(vouchers));
        emit IXnodeVouchers.BudgetRenounced(signer, series, BUDGET - 1);
        vm.prank(signer);
        vouchers.renounceBudget(series);
        vm.warp(START + 1 days);
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(bob, 1, "stolen too"));
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_BudgetExceeded.selector, signer, series, 0, 1)
        );
        vouchers.redeem(one);
        assertEq(vouchers.budgetOf(other, series).units, 1);
    }

    // Revocations

    function test_RevokeCode_ByTheSigner() public {
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(alice, 1, "A"));
        vm.expectEmit(address(vouchers));
        emit IXnodeVouchers.CodeRevoked(signer, keccak256("A"), signer);
        vm.prank(signer);
        vouchers.revokeCode(signer, keccak256("A"));
        assertTrue(vouchers.isRevoked(signer, keccak256("A")));
        _expectRevoked();
        vouchers.redeem(one);
    }

    function test_RevokeCode_ByTheTimelock() public {
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(alice, 1, "A"));
        vm.prank(timelock);
        vouchers.revokeCode(signer, keccak256("A"));
        _expectRevoked();
        vouchers.redeem(one);
    }

    function test_RevokeCode_LeavesTheSameCodeOfAnotherSigner() public {
        setBudget(other, 1);
        vm.prank(other);
        vouchers.revokeCode(other, keccak256("A"));
        vouchers.redeem(signed(SIGNER_KEY, voucherTo(alice, 1, "A")));
        assertEq(xnode.balanceOf(alice), 1);
    }

    function test_RevokeCode_DoesNotFailOnAUsedCode() public {
        vouchers.redeem(signed(SIGNER_KEY, voucherTo(alice, 1, "A")));
        bytes[] memory calls = new bytes[](3);
        calls[0] = abi.encodeCall(IXnodeVouchers.revokeCode, (signer, keccak256("A")));
        calls[1] = abi.encodeCall(IXnodeVouchers.revokeCode, (signer, keccak256("B")));
        calls[2] = abi.encodeCall(IXnodeVouchers.renounceBudget, (series));
        vm.prank(signer);
        vouchers.multicall(calls);
        assertTrue(vouchers.isRevoked(signer, keccak256("B")));
        assertEq(vouchers.budgetOf(signer, series).units, 0);
        assertEq(xnode.ownerOf(UNIT), alice);
    }

    function test_RevertWhen_RevokingTheCodeOfAnother() public {
        vm.prank(other);
        vm.expectRevert(abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_NotSigner.selector, other, signer));
        vouchers.revokeCode(signer, keccak256("A"));
        vm.prank(guardian);
        vm.expectRevert(abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_NotSigner.selector, guardian, signer));
        vouchers.revokeCode(signer, keccak256("A"));
    }

    // Pauses

    function test_RevertWhen_Paused() public {
        IXnodeVouchers.SignedVoucher[] memory many = new IXnodeVouchers.SignedVoucher[](1);
        many[0] = signed(SIGNER_KEY, voucherTo(alice, 1, "A"));
        vm.prank(guardian);
        vouchers.pause(1 days);
        bytes memory reason = abi.encodeWithSelector(ISaleBrake.SaleBrake_Paused.selector, START + 1 days);
        vm.expectRevert(reason);
        vouchers.redeem(many[0]);
        vm.expectRevert(reason);
        vouchers.redeemMany(many);
        vm.warp(START + 1 days);
        vouchers.redeem(many[0]);
        assertEq(xnode.balanceOf(alice), 1);
    }

    function test_Pause_IsThisContractsAlone() public {
        vm.prank(guardian);
        vouchers.pause(1 days);
        vm.prank(alice);
        sale.buy{value: UNIT_PRICE}(series, 1, alice, UNIT_PRICE);
        vm.prank(guardian);
        vouchers.unpause();
        vm.prank(guardian);
        sale.pause(1 days);
        vouchers.redeem(signed(SIGNER_KEY, voucherTo(alice, 1, "A")));
        assertEq(xnode.balanceOf(alice), 2);
    }

    function test_Pause_MovesTheDeadlineByItsLength() public {
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(alice, 1, "A"));
        vm.prank(guardian);
        vouchers.pause(7 days);
        assertEq(vouchers.deadlineOf(signer, series, DEADLINE), DEADLINE + 7 days);
        vm.warp(DEADLINE + 7 days + 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IXnodeVouchers.XnodeVouchers_Expired.selector,
                DEADLINE + 7 days,
                DEADLINE + 7 days + 1
            )
        );
        vouchers.redeem(one);
        vm.warp(DEADLINE + 7 days);
        vouchers.redeem(one);
        assertEq(xnode.balanceOf(alice), 1);
    }

    function test_Pause_MovesTheEndOfTheBudgetByItsLength() public {
        IXnodeVouchers.Voucher memory v = voucherTo(alice, 1, "A");
        v.deadline = type(uint256).max;
        IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, v);
        vm.prank(guardian);
        vouchers.pause(2 days);
        assertEq(vouchers.budgetEndOf(signer, series), BUDGET_END + 2 days);
        vm.warp(BUDGET_END + 2 days);
        vm.expectRevert(
            abi.encodeWithSelector(
                IXnodeVouchers.XnodeVouchers_BudgetEnded.selector,
                signer,
                series,
                BUDGET_END + 2 days
            )
        );
        vouchers.redeem(one);
        vm.warp(BUDGET_END + 2 days - 1);
        vouchers.redeem(one);
        assertEq(xnode.balanceOf(alice), 1);
    }

    function test_Pause_BeforeTheBudgetWasSetDoesNotCount() public {
        vm.prank(guardian);
        vouchers.pause(7 days);
        vm.warp(START + 5 days);
        setBudget(signer, BUDGET);
        assertEq(vouchers.deadlineOf(signer, series, DEADLINE), DEADLINE + 2 days);
        assertEq(vouchers.budgetEndOf(signer, series), BUDGET_END + 2 days);
        vm.warp(START + 8 days);
        setBudget(signer, BUDGET);
        assertEq(vouchers.deadlineOf(signer, series, DEADLINE), DEADLINE);
        assertEq(vouchers.budgetEndOf(signer, series), BUDGET_END);
    }

    /// @dev The model: a clock that stands still in pauses, started when the budget was set.
    function testFuzz_Pause_AVoucherIsGoodForAsLongAsItWouldHaveBeen(
        uint256[4] memory gaps,
        uint256[4] memory lengths,
        uint256 lifetime,
        uint256 wait
    ) public {
        vm.prank(timelock);
        vouchers.setBudget(signer, series, BUDGET, uint40(START + 365 days));
        lifetime = bound(lifetime, 0, 300 days);
        uint256 paused;
        for (uint256 i = 0; i < gaps.length; ++i) {
            vm.warp(block.timestamp + bound(gaps[i], i == 0 ? 0 : 37 days, 60 days));
            uint256 length = bound(lengths[i], 1, 7 days);
            vm.prank(guardian);
            vouchers.pause(length);
            if (i % 2 == 0) {
                paused += length;
                continue;
            }
            vm.warp(block.timestamp + length / 2);
            paused += length / 2;
            if (length != 1) {
                vm.prank(guardian);
                vouchers.unpause();
            } else {
                paused += 1;
            }
        }
        vm.warp(vouchers.pausedUntil() + bound(wait, 0, 30 days));
        IXnodeVouchers.Voucher memory v = voucherTo(alice, 1, "A");
        v.deadline = START + lifetime;
        bool good = block.timestamp - START - paused <= lifetime;
        try vouchers.redeem(signed(SIGNER_KEY, v)) {
            assertTrue(good, "redeemed too late");
        } catch {
            assertFalse(good, "refused too early");
        }
    }

    function _expectRevoked() private {
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_CodeRevoked.selector, signer, keccak256("A"))
        );
    }
}
