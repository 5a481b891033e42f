// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MockV3Aggregator} from "@chainlink/contracts/src/v0.8/shared/mocks/MockV3Aggregator.sol";
import {CommonBase} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Base.sol";
import {StdUtils} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/StdUtils.sol";

import {XnodeOne} from "../../../contracts/xnode/XnodeOne.sol";
import {XnodeSale} from "../../../contracts/xnode/XnodeSale.sol";
import {XnodeVouchers} from "../../../contracts/xnode/XnodeVouchers.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeVouchers} from "../../../contracts/xnode/interfaces/IXnodeVouchers.sol";
import {SeriesId} from "../../../contracts/xnode/types/SeriesId.sol";
import {VoucherFixture} from "../../helpers/VoucherFixture.sol";

/// @dev In this file because the fuzzer knows the contracts of the test's own file only.
/// Calls that must fail are part of the game: only the ghosts count.
contract VoucherHandler is CommonBase, StdUtils {
    uint256 public constant SERIES = 2;
    uint256 public constant SIGNERS = 3;
    uint256 public constant CODES = 16;

    XnodeOne internal immutable xnode;
    XnodeSale internal immutable sale;
    XnodeVouchers internal immutable vouchers;
    MockV3Aggregator internal immutable ethFeed;
    address[] internal actors;

    mapping(uint256 series => uint256 units) public sold;
    mapping(uint256 series => uint256 units) public redeemed;
    mapping(address signer => mapping(uint256 series => uint256 units)) public redeemedBy;
    mapping(address signer => mapping(uint256 series => uint256 units)) public granted;
    mapping(bytes32 codeHash => uint256 times) public redemptions;
    mapping(address signer => mapping(bytes32 codeHash => bool)) internal _revoked;
    uint256 internal _pausedInAll;
    uint256 public forged;
    uint256 public revoked;
    uint256 public paused;
    uint256 public late;
    uint256 public changedByStrangers;

    constructor(XnodeOne xnode_, XnodeSale sale_, XnodeVouchers vouchers_, MockV3Aggregator ethFeed_) {
        (xnode, sale, vouchers, ethFeed) = (xnode_, sale_, vouchers_, ethFeed_);
        actors.push(address(0xA11CE));
        actors.push(address(0xB0B));
        vm.deal(actors[0], 1_000 ether);
        for (uint256 i = 0; i < SIGNERS; ++i) {
            _setBudget(i, 1, 4, block.timestamp + 365 days);
            _setBudget(i, 2, 6, block.timestamp + 365 days);
        }
    }

    function signerOf(uint256 number) public pure returns (address) {
        return vm.addr(_key(number));
    }

    function buy(uint256 series, uint256 to, uint256 quantity) external {
        series = bound(series, 1, SERIES);
        quantity = bound(quantity, 1, 3);
        vm.prank(actors[0]);
        try sale.buy{value: 5 ether}(_id(series), quantity, actors[to % 2], 5 ether) {
            sold[series] += quantity;
        } catch {}
    }

    function redeem(uint256 seed, uint256 quantity, uint256 code, uint256 deadline) external {
        IXnodeVouchers.SignedVoucher memory one = _voucher(seed, quantity, code, deadline);
        vm.prank(actors[seed % 2]);
        try vouchers.redeem(one) {
            _redeemed(one);
        } catch {}
    }

    function redeemMany(uint256 seed, uint256[3] memory quantities, uint256[3] memory codes) external {
        IXnodeVouchers.SignedVoucher[] memory many = new IXnodeVouchers.SignedVoucher[](3);
        for (uint256 i = 0; i < 3; ++i) {
            many[i] = _voucher(uint256(keccak256(abi.encode(seed, i))), quantities[i], codes[i], 30 days);
        }
        try vouchers.redeemMany(many) returns (uint256[] memory firstUnits) {
            for (uint256 i = 0; i < 3; ++i) {
                if (firstUnits[i] != 0) _redeemed(many[i]);
            }
        } catch {}
    }

    /// @dev Another one signs in the signer's name.
    function forge(uint256 seed, uint256 quantity, uint256 code) external {
        IXnodeVouchers.SignedVoucher memory one = _voucher(seed, quantity, code, 30 days);
        one.signature = _sign(_key(seed % SIGNERS) + 1, one.voucher);
        try vouchers.redeem(one) {
            ++forged;
        } catch {}
    }

    function setBudget(uint256 signer, uint256 series, uint256 units, uint256 until) external {
        until = bound(until, block.timestamp, block.timestamp + 365 days);
        _setBudget(signer % SIGNERS, bound(series, 1, SERIES), bound(units, 0, 6), until);
    }

    function renounceBudget(uint256 signer, uint256 series) external {
        // Half of the callers have no budget.
        address account = signerOf(signer % (2 * SIGNERS));
        series = bound(series, 1, SERIES);
        granted[account][series] -= vouchers.budgetOf(account, _id(series)).units;
        vm.prank(account);
        vouchers.renounceBudget(_id(series));
    }

    function revokeCode(uint256 caller, uint256 signer, uint256 code) external {
        address account = signerOf(signer % SIGNERS);
        address sender = caller % 4 == 3 ? vouchers.timelock() : signerOf(caller % SIGNERS);
        bytes32 codeHash = bytes32(code % CODES);
        bool before = vouchers.isRevoked(account, codeHash);
        vm.prank(sender);
        try vouchers.revokeCode(account, codeHash) {
            _revoked[account][codeHash] = true;
        } catch {}
        bool allowed = sender == account || sender == vouchers.timelock();
        if (!allowed && vouchers.isRevoked(account, codeHash) != before) ++changedByStrangers;
    }

    function setBudgetAsStranger(uint256 caller, uint256 series) external {
        address sender = caller % 2 == 0 ? vouchers.guardian() : signerOf(caller % SIGNERS);
        vm.prank(sender);
        try vouchers.setBudget(sender, _id(bound(series, 1, SERIES)), 1, uint40(block.timestamp + 1)) {
            ++changedByStrangers;
        } catch {}
    }

    function pause(uint256 duration) external {
        duration = bound(duration, 1, 7 days);
        address guardian = vouchers.guardian();
        vm.prank(guardian);
        try vouchers.pause(duration) {
            _pausedInAll += duration;
        } catch {}
    }

    function pass(uint256 time) external {
        vm.warp(block.timestamp + bound(time, 1, 20 days));
        ethFeed.updateAnswer(3_000e8);
    }

    function _setBudget(uint256 signer, uint256 series, uint256 units, uint256 until) private {
        address account = signerOf(signer);
        uint256 left = vouchers.budgetOf(account, _id(series)).units;
        address timelock = vouchers.timelock();
        vm.prank(timelock);
        vouchers.setBudget(account, _id(series), uint32(units), uint40(until));
        granted[account][series] = granted[account][series] + units - left;
    }

    function _redeemed(IXnodeVouchers.SignedVoucher memory one) private {
        uint256 series = SeriesId.unwrap(one.voucher.series);
        redeemed[series] += one.voucher.quantity;
        redeemedBy[one.signer][series] += one.voucher.quantity;
        ++redemptions[one.voucher.codeHash];
        if (_revoked[one.signer][one.voucher.codeHash]) ++revoked;
        if (block.timestamp < vouchers.pausedUntil()) ++paused;
        if (block.timestamp > one.voucher.deadline + _pausedInAll) ++late;
    }

    function _voucher(
        uint256 seed,
        uint256 quantity,
        uint256 code,
        uint256 deadline
    ) private view returns (IXnodeVouchers.SignedVoucher memory one) {
        uint256 key = _key(seed % SIGNERS);
        one.signer = vm.addr(key);
        one.voucher = IXnodeVouchers.Voucher(
            actors[(seed >> 8) % 2],
            _id(1 + ((seed >> 16) % SERIES)),
            bound(quantity, 0, 4),
            bytes32(code % CODES),
            block.timestamp + 5 days - bound(deadline, 0, 10 days)
        );
        one.signature = _sign(key, one.voucher);
    }

    function _sign(uint256 key, IXnodeVouchers.Voucher memory voucher) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, vouchers.voucherDigest(voucher));
        return abi.encodePacked(r, s, v);
    }

    function _key(uint256 number) private pure returns (uint256) {
        return 1_000 * (number + 1);
    }

    function _id(uint256 series) private pure returns (SeriesId) {
        return SeriesId.wrap(uint16(series));
    }
}

contract XnodeVouchersInvariants is VoucherFixture {
    VoucherHandler internal handler;

    function setUp() public override {
        super.setUp();
        IXnodeOne.SeriesParams memory p = seriesParams();
        p.cap = 30;
        p.saleEnd = type(uint40).max;
        vm.prank(timelock);
        xnode.createSeries(p);
        handler = new VoucherHandler(xnode, sale, vouchers, ethFeed);
        targetContract(address(handler));
    }

    function invariant_XNODE_02_V1_SaleAndVouchersTogetherStayWithinTheCap() public view {
        for (uint16 s = 1; s <= handler.SERIES(); ++s) {
            IXnodeOne.Series memory one = xnode.getSeries(SeriesId.wrap(s));
            assertLe(one.minted, one.cap);
            assertEq(one.minted, handler.sold(s) + handler.redeemed(s));
        }
    }

    function invariant_XNODE_32_V2_WhatWasRedeemedAndWhatIsLeftIsWhatWasGranted() public view {
        for (uint256 i = 0; i < handler.SIGNERS(); ++i) {
            address account = handler.signerOf(i);
            for (uint16 s = 1; s <= handler.SERIES(); ++s) {
                uint256 left = vouchers.budgetOf(account, SeriesId.wrap(s)).units;
                assertEq(handler.redeemedBy(account, s) + left, handler.granted(account, s));
            }
        }
    }

    function invariant_XNODE_31_V3_EachCodeOnce() public view {
        for (uint256 code = 0; code < handler.CODES(); ++code) {
            uint256 times = handler.redemptions(bytes32(code));
            assertLe(times, 1);
            assertEq(vouchers.isUsed(bytes32(code)), times == 1);
        }
    }

    function invariant_XNODE_30_V4_NothingForgedRevokedPausedOrLateIsRedeemed() public view {
        assertEq(handler.forged(), 0);
        assertEq(handler.revoked(), 0);
        assertEq(handler.paused(), 0);
        assertEq(handler.late(), 0);
    }

    function invariant_XNODE_33_V5_OnlyTheTimelockGrantsAndOnlyTheSignerOrItRevokes() public view {
        assertEq(handler.changedByStrangers(), 0);
    }
}
