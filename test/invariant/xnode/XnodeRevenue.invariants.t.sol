// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CommonBase} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Base.sol";
import {StdUtils} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/StdUtils.sol";

import {RowId} from "../../../contracts/token/types/RowId.sol";
import {XnodeOne} from "../../../contracts/xnode/XnodeOne.sol";
import {XnodeRevenue} from "../../../contracts/xnode/XnodeRevenue.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeRevenue} from "../../../contracts/xnode/interfaces/IXnodeRevenue.sol";
import {SeriesId, seriesIn} from "../../../contracts/xnode/types/SeriesId.sol";
import {ContractWallet} from "../../helpers/ContractWallet.sol";
import {RevenueFixture} from "../../helpers/RevenueFixture.sol";

/// @dev In this file because the fuzzer knows the contracts of the test's own file only. Keeps the books a second time,
/// unit by unit and payment by payment, as nobody could on chain.
contract RevenueHandler is CommonBase, StdUtils {
    uint256 internal constant SERIES = 2;
    uint256 internal constant CAP = 6;
    uint256 internal constant STREAM_TERM = 365 days;
    RowId internal constant ROW = RowId.wrap(7);

    XnodeOne internal immutable xnode;
    XnodeRevenue internal immutable revenue;
    address internal immutable minter;
    address internal immutable payer;
    address internal immutable refuser;

    address[] public actors;
    uint256[] public units;
    address[] public assets;

    // Books, by the place of the asset.
    mapping(uint256 lane => uint256) public paid;
    mapping(uint256 lane => uint256) public claimed;
    mapping(uint256 lane => uint256) public parts;
    mapping(address owner => mapping(uint256 lane => uint256)) public claimedBy;
    mapping(address owner => mapping(uint256 lane => uint256)) public partsOf;
    /// @dev Times 1e18.
    mapping(address owner => mapping(uint256 lane => uint256)) public earned;
    mapping(address owner => uint256) public streamed;
    mapping(uint256 unit => uint256) public streamedUntil;
    uint256 public givenBack;

    // What must never happen.
    uint256 public frozen;
    uint256 public wrongRefusals;
    uint256 public wrongClaims;
    uint256 public stolen;

    constructor(XnodeOne xnode_, XnodeRevenue revenue_, address minter_, address payer_) {
        (xnode, revenue, minter, payer) = (xnode_, revenue_, minter_, payer_);
        actors.push(address(0xA11CE));
        actors.push(address(0xB0B));
        actors.push(address(0xCA401));
        assets = revenue_.assets();
        refuser = address(new ContractWallet(address(0xA11CE)));
        // A world to begin with: three units of each series, activated on different days.
        for (uint256 i = 0; i < 6; ++i) {
            _mint(actors[i % 3], _series(i), true);
            vm.warp(block.timestamp + 1 days);
        }
    }

    function unitCount() external view returns (uint256) {
        return units.length;
    }

    function mint(uint256 actor, uint256 seriesSeed, bool activateNow) external {
        _mint(_actor(actor), _series(seriesSeed), activateNow);
    }

    function paySeries(uint256 seriesSeed, uint256 assetSeed, uint256 amount) external {
        _paySeries(seriesSeed, assetSeed, amount);
    }

    /// @dev Payments are what everything turns on.
    function payBothInTime(uint256 assetSeed, uint256 amount) external {
        for (uint256 i = 0; i < SERIES; ++i) {
            revenue.advance(_series(i), type(uint256).max);
            _paySeries(i, assetSeed, amount);
        }
    }

    function payUnit(uint256 unitSeed, uint256 assetSeed, uint256 amount) external {
        (uint256 unit, uint256 lane) = (_unit(unitSeed), assetSeed % assets.length);
        amount = bound(amount, 1, 1e9);
        vm.prank(payer);
        try revenue.payUnit{value: _value(lane, amount)}(unit, assets[lane], amount) {
            if (!xnode.isActive(unit)) ++stolen;
            paid[lane] += amount;
            earned[xnode.ownerOf(unit)][lane] += amount * 1e18;
        } catch {
            if (xnode.isActive(unit)) ++wrongRefusals;
        }
    }

    function advance(uint256 seriesSeed, uint256 maxDays) external {
        try revenue.advance(_series(seriesSeed), bound(maxDays, 0, 60)) {} catch {
            ++frozen;
        }
    }

    function renew(uint256 unitSeed) external {
        // Neighbours too, else most units lapse before anything happens to them.
        for (uint256 i = 0; i < 3; ++i) {
            vm.prank(minter);
            try xnode.renew(units[((unitSeed % units.length) + i) % units.length]) {} catch (bytes memory reason) {
                bytes4 selector = bytes4(reason);
                if (
                    selector != IXnodeOne.XnodeOne_NotRenewable.selector &&
                    selector != IXnodeOne.XnodeOne_RenewedTooFarAhead.selector
                ) ++frozen;
            }
        }
    }

    function transfer(uint256 unitSeed, uint256 to) external {
        uint256 unit = _unit(unitSeed);
        address owner = xnode.ownerOf(unit);
        streamed[owner] += streamDue(unit);
        streamedUntil[unit] = _streamTime(unit);
        vm.prank(owner);
        try xnode.transferFrom(owner, _actor(to), unit) {} catch {
            ++frozen;
        }
    }

    function settle(uint256 unitSeed) external {
        try revenue.settle(_unit(unitSeed)) {} catch {
            ++frozen;
        }
    }

    function claim(uint256 actor, uint256 assetSeed, uint256 mask) external {
        (address owner, uint256 lane) = (_actor(actor), assetSeed % assets.length);
        uint256[] memory chosen = _owned(owner, mask);
        uint256 expected = revenue.claimable(owner, chosen, assets[lane]);
        vm.prank(owner);
        try revenue.claim(chosen, assets[lane], owner) returns (uint256 amount) {
            if (amount != expected) ++wrongClaims;
            claimed[lane] += amount;
            claimedBy[owner][lane] += amount;
        } catch {
            if (expected != 0) ++wrongClaims;
        }
    }

    function odd(uint256 kind, uint256 actor, uint256 unitSeed, uint256 number) external {
        kind %= 4;
        if (kind == 0) _claimToOneWhoRefuses(_actor(actor));
        else if (kind == 1) _claimOfAnother(_actor(actor), _unit(unitSeed), assets[number % assets.length]);
        else if (kind == 2) _giveBackFree(number);
        else _activate(_unit(unitSeed));
    }

    function pass(uint256 time, bool long) external {
        vm.warp(block.timestamp + bound(time, 1, long ? 16 days : 1 days));
    }

    /// @dev What the stream of a unit brought its owner since the last transfer.
    function streamDue(uint256 unit) public view returns (uint256) {
        uint256 grant = xnode.getSeries(seriesIn(unit)).grantPerUnit;
        return (grant * _streamTime(unit)) / STREAM_TERM - (grant * streamedUntil[unit]) / STREAM_TERM;
    }

    function _mint(address owner, SeriesId series, bool activateNow) private {
        if (xnode.getSeries(series).minted == CAP) return;
        vm.prank(minter);
        uint256 unit = xnode.mint(series, owner, 1);
        units.push(unit);
        if (activateNow) _activate(unit);
    }

    function _claimToOneWhoRefuses(address owner) private {
        vm.prank(owner);
        try revenue.claim(_owned(owner, type(uint256).max), address(0), refuser) {
            ++wrongClaims;
        } catch {}
    }

    function _claimOfAnother(address thief, uint256 unit, address asset) private {
        if (xnode.ownerOf(unit) == thief) return;
        uint256[] memory one = new uint256[](1);
        one[0] = unit;
        vm.prank(thief);
        try revenue.claim(one, asset, thief) {
            ++stolen;
        } catch {}
    }

    function _giveBackFree(uint256 amount) private {
        uint256 free = revenue.freeOpen();
        amount = bound(amount, 1, free / 8 + 1);
        if (amount > free) return;
        address timelock = revenue.timelock();
        vm.prank(timelock);
        try revenue.giveBackFree(ROW, amount) {
            givenBack += amount;
        } catch {
            ++frozen;
        }
    }

    function _activate(uint256 unit) private {
        address owner = xnode.ownerOf(unit);
        vm.prank(owner);
        try xnode.activate(unit) {} catch (bytes memory reason) {
            if (bytes4(reason) != IXnodeOne.XnodeOne_AlreadyActivated.selector) ++frozen;
        }
    }

    function _paySeries(uint256 seriesSeed, uint256 assetSeed, uint256 amount) private {
        (SeriesId series, uint256 lane) = (_series(seriesSeed), assetSeed % assets.length);
        // Small ones round the most.
        amount = bound(amount, 1, amount % 2 == 0 ? 20 : 1e9);
        uint256 active;
        for (uint256 i = 0; i < units.length; ++i) {
            if (seriesIn(units[i]) == series && xnode.isActive(units[i])) ++active;
        }
        uint256 behind = block.timestamp / 1 days - revenue.poolOf(series).lastDay;
        vm.prank(payer);
        try revenue.paySeries{value: _value(lane, amount)}(series, assets[lane], amount) {
            if (active == 0) ++stolen;
            paid[lane] += amount;
            parts[lane] += active;
            for (uint256 i = 0; i < units.length; ++i) {
                if (!(seriesIn(units[i]) == series) || !xnode.isActive(units[i])) continue;
                address owner = xnode.ownerOf(units[i]);
                earned[owner][lane] += (amount * 1e18) / active;
                ++partsOf[owner][lane];
            }
        } catch {
            if (active != 0 && behind <= 8) ++wrongRefusals;
        }
    }

    function _owned(address owner, uint256 mask) private view returns (uint256[] memory chosen) {
        chosen = new uint256[](units.length);
        uint256 count;
        for (uint256 i = 0; i < units.length; ++i) {
            if ((mask >> i) & 1 == 1 && xnode.ownerOf(units[i]) == owner) chosen[count++] = units[i];
        }
        assembly ("memory-safe") {
            mstore(chosen, count)
        }
    }

    function _streamTime(uint256 unit) private view returns (uint256) {
        uint256 activatedAt = xnode.activatedAt(unit);
        if (activatedAt == 0) return 0;
        uint256 passed = block.timestamp - activatedAt;
        return passed < STREAM_TERM ? passed : STREAM_TERM;
    }

    function _value(uint256 lane, uint256 amount) private view returns (uint256) {
        return assets[lane] == address(0) ? amount : 0;
    }

    function _series(uint256 seed) private pure returns (SeriesId) {
        return SeriesId.wrap(uint16(1 + (seed % SERIES)));
    }

    function _actor(uint256 seed) private view returns (address) {
        return actors[seed % actors.length];
    }

    function _unit(uint256 seed) private view returns (uint256) {
        return units[seed % units.length];
    }
}

contract XnodeRevenueInvariants is RevenueFixture {
    uint256 internal constant OPEN_LANE = 2;

    RevenueHandler internal handler;
    uint256 internal reserved;

    function setUp() public override {
        super.setUp();
        createSeries(6, 40, 1e18 + 1);
        reserved = revenue.openHeld();
        handler = new RevenueHandler(xnode, revenue, address(this), payer);
        targetContract(address(handler));
    }

    function invariant_I1_PaidIsClaimedClaimableAndDust() public view {
        for (uint256 lane = 0; lane < 3; ++lane) {
            uint256 out;
            for (uint256 a = 0; a < 3; ++a) {
                out += gotten(handler.actors(a), lane);
                if (lane == OPEN_LANE) out -= streamOf(handler.actors(a));
            }
            assertLe(out, handler.paid(lane));
            uint256 dust = handler.paid(lane) - out;
            assertTrue(dust == 0 || dust < handler.parts(lane));
        }
    }

    function invariant_I2_OwnersGetTheirPartsAndNoMore() public view {
        for (uint256 lane = 0; lane < 3; ++lane) {
            for (uint256 a = 0; a < 3; ++a) {
                address owner = handler.actors(a);
                uint256 got = gotten(owner, lane);
                if (lane == OPEN_LANE) got -= streamOf(owner);
                uint256 due = handler.earned(owner, lane) / 1e18;
                assertLe(got, due);
                assertLe(due - got, handler.partsOf(owner, lane));
            }
        }
    }

    function invariant_I3_HoldsWhatItOwes() public view {
        assertEq(address(revenue).balance, handler.paid(0) - handler.claimed(0));
        assertEq(usdc.balanceOf(address(revenue)), handler.paid(1) - handler.claimed(1));
        assertEq(revenue.openHeld() + handler.claimed(OPEN_LANE), reserved + handler.paid(OPEN_LANE));
        assertEq(
            token.balanceOf(address(revenue)) + handler.givenBack() + handler.claimed(OPEN_LANE),
            FUNDED + handler.paid(OPEN_LANE)
        );
        assertGe(token.balanceOf(address(revenue)), revenue.openHeld());
    }

    function invariant_I4_CountsTheUnitsWhoseEndWasNotCrossed() public view {
        for (uint16 s = 1; s <= 2; ++s) {
            IXnodeRevenue.Pool memory pool = revenue.poolOf(SeriesId.wrap(s));
            uint256 active;
            for (uint256 i = 0; i < handler.unitCount(); ++i) {
                uint256 unit = handler.units(i);
                uint256 day = xnode.expiryOf(unit) / 1 days;
                if (SeriesId.unwrap(seriesIn(unit)) != s || day <= pool.lastDay) continue;
                ++active;
                assertEq(revenue.expiringOn(SeriesId.wrap(s), day), expiringWith(unit));
            }
            assertEq(pool.active, active);
        }
    }

    function invariant_I5_NothingFreezesAUnit() public view {
        assertEq(handler.frozen(), 0);
    }

    function invariant_I6_RefusesNoGoodPaymentAndTakesNoOther() public view {
        assertEq(handler.wrongRefusals(), 0);
    }

    function invariant_I7_ClaimsPayWhatTheViewSaysAndOnlyToOwners() public view {
        assertEq(handler.wrongClaims(), 0);
        assertEq(handler.stolen(), 0);
    }

    function gotten(address owner, uint256 lane) private view returns (uint256 sum) {
        sum = handler.claimedBy(owner, lane) + revenue.creditOf(owner, handler.assets(lane));
        for (uint256 i = 0; i < handler.unitCount(); ++i) {
            uint256 unit = handler.units(i);
            if (xnode.ownerOf(unit) == owner) sum += revenue.accrued(unit)[lane];
        }
    }

    /// @dev Exact to the wei: streams are no part of the tolerance.
    function streamOf(address owner) private view returns (uint256 sum) {
        sum = handler.streamed(owner);
        for (uint256 i = 0; i < handler.unitCount(); ++i) {
            uint256 unit = handler.units(i);
            if (xnode.ownerOf(unit) == owner) sum += handler.streamDue(unit);
        }
    }

    function expiringWith(uint256 unit) private view returns (uint256 count) {
        for (uint256 i = 0; i < handler.unitCount(); ++i) {
            uint256 other = handler.units(i);
            if (seriesIn(other) == seriesIn(unit) && xnode.expiryOf(other) == xnode.expiryOf(unit)) ++count;
        }
    }
}
