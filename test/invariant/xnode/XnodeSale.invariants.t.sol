// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MockV3Aggregator} from "@chainlink/contracts/src/v0.8/shared/mocks/MockV3Aggregator.sol";
import {CommonBase} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Base.sol";
import {StdUtils} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/StdUtils.sol";

import {XnodeOne} from "../../../contracts/xnode/XnodeOne.sol";
import {XnodeSale} from "../../../contracts/xnode/XnodeSale.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {SeriesId} from "../../../contracts/xnode/types/SeriesId.sol";
import {ContractWallet} from "../../helpers/ContractWallet.sol";
import {TestToken} from "../../helpers/TestTokens.sol";
import {XnodeFixture} from "../../helpers/XnodeFixture.sol";

/// @dev In this file because the fuzzer knows the contracts of the test's own file only.
/// Calls that must fail are part of the game: only the ghosts count.
contract XnodeHandler is CommonBase, StdUtils {
    uint256 internal constant SERIES = 2;

    XnodeOne internal immutable xnode;
    XnodeSale internal immutable sale;
    TestToken internal immutable usdc;
    MockV3Aggregator internal immutable ethFeed;
    MockV3Aggregator internal immutable usdcFeed;
    address internal immutable locker;

    address[] public actors;
    uint256[] public units;
    mapping(uint256 unit => address) public ownerGhost;
    mapping(uint256 unit => uint256) public expiryGhost;
    mapping(uint256 unit => bool) public wasLapsed;
    uint256 public movedWhileLocked;
    uint256 public renewedLapsed;
    uint256 public boughtWhilePaused;
    uint256 public etherWithdrawn;

    constructor(
        XnodeOne xnode_,
        XnodeSale sale_,
        TestToken usdc_,
        MockV3Aggregator ethFeed_,
        MockV3Aggregator usdcFeed_,
        address locker_
    ) {
        (xnode, sale, usdc, ethFeed, usdcFeed, locker) = (xnode_, sale_, usdc_, ethFeed_, usdcFeed_, locker_);
        actors.push(address(0xA11CE));
        actors.push(address(0xB0B));
        // Refuses refunds.
        actors.push(address(new ContractWallet(address(0xA11CE))));
        for (uint256 i = 0; i < actors.length; ++i) {
            vm.deal(actors[i], 1_000 ether);
            usdc.mint(actors[i], 1_000_000e6);
            vm.prank(actors[i]);
            usdc.approve(address(sale), type(uint256).max);
        }
    }

    function actorCount() external view returns (uint256) {
        return actors.length;
    }

    function unitCount() external view returns (uint256) {
        return units.length;
    }

    function buy(uint256 actor, uint256 to, uint256 series, uint256 quantity, uint256 sent) external {
        SeriesId id = SeriesId.wrap(uint16(bound(series, 1, SERIES)));
        quantity = bound(quantity, 1, 4);
        sent = bound(sent, 0.1 ether, 5 ether);
        bool paused = block.timestamp < sale.pausedUntil();
        vm.prank(_actor(actor));
        try sale.buy{value: sent}(id, quantity, _actor(to), sent) returns (uint256 firstUnit) {
            if (paused) ++boughtWhilePaused;
            _minted(firstUnit, quantity, _actor(to));
        } catch {}
    }

    function buyWithToken(uint256 actor, uint256 to, uint256 series, uint256 quantity) external {
        SeriesId id = SeriesId.wrap(uint16(bound(series, 1, SERIES)));
        quantity = bound(quantity, 1, 4);
        bool paused = block.timestamp < sale.pausedUntil();
        vm.prank(_actor(actor));
        try sale.buyWithToken(id, quantity, _actor(to), address(usdc), type(uint256).max) returns (uint256 firstUnit) {
            if (paused) ++boughtWhilePaused;
            _minted(firstUnit, quantity, _actor(to));
        } catch {}
    }

    function activate(uint256 actor, uint256 unit) external {
        unit = _unit(unit);
        vm.prank(_actor(actor));
        try xnode.activate(unit) {} catch {}
    }

    function activateOwn(uint256 unit) external {
        unit = _unit(unit);
        vm.prank(ownerGhost[unit]);
        try xnode.activate(unit) {} catch {}
    }

    function renew(uint256 actor, uint256 unit, uint256 sent) external {
        unit = _unit(unit);
        sent = bound(sent, 0.01 ether, 1 ether);
        bool lapsed = xnode.isLapsed(unit);
        vm.prank(_actor(actor));
        try sale.renew{value: sent}(unit, address(0), sent) {
            if (lapsed) ++renewedLapsed;
        } catch {}
    }

    function transfer(uint256 caller, uint256 to, uint256 unit) external {
        unit = _unit(unit);
        address owner = ownerGhost[unit];
        bool locked = xnode.lockerOf(unit) != address(0);
        vm.prank(_actor(caller));
        try xnode.transferFrom(owner, _actor(to), unit) {
            if (locked) ++movedWhileLocked;
            ownerGhost[unit] = _actor(to);
        } catch {}
    }

    function setUser(uint256 unit, uint256 user, uint64 expires) external {
        unit = _unit(unit);
        expires = uint64(bound(expires, block.timestamp, block.timestamp + 800 days));
        vm.prank(ownerGhost[unit]);
        try xnode.setUser(unit, _actor(user), expires) {} catch {}
    }

    function setUserToTheEnd(uint256 unit, uint256 user) external {
        unit = _unit(unit);
        uint64 expires = uint64(xnode.expiryOf(unit));
        vm.prank(ownerGhost[unit]);
        try xnode.setUser(unit, _actor(user), expires) {} catch {}
    }

    function lock(uint256 unit) external {
        unit = _unit(unit);
        vm.prank(locker);
        try xnode.lock(unit) {} catch {}
    }

    function unlock(uint256 actor, uint256 unit, bool byLocker) external {
        unit = _unit(unit);
        vm.prank(byLocker ? locker : _actor(actor));
        try xnode.unlock(unit) {} catch {}
    }

    function withdrawCredit(uint256 actor, uint256 to) external {
        vm.prank(_actor(actor));
        try sale.withdrawCredit(_actor(to)) returns (uint256 amount) {
            etherWithdrawn += amount;
        } catch {}
    }

    function sweep(bool ether_) external {
        sale.sweep(ether_ ? address(0) : address(usdc));
    }

    function pause(uint256 duration) external {
        address guardian = sale.guardian();
        vm.prank(guardian);
        try sale.pause(bound(duration, 1, 7 days)) {} catch {}
    }

    function pass(uint256 time, uint256 ethPrice, uint256 usdcPrice) external {
        vm.warp(block.timestamp + bound(time, 1, 40 days));
        ethFeed.updateAnswer(int256(bound(ethPrice, 100e8, 60_000e8)));
        usdcFeed.updateAnswer(int256(bound(usdcPrice, 0.97e8, 1.03e8)));
    }

    /// @dev Notes expiry and lapse of every unit, so that the next run can compare.
    function observe() external {
        for (uint256 i = 0; i < units.length; ++i) {
            expiryGhost[units[i]] = xnode.expiryOf(units[i]);
            if (xnode.isLapsed(units[i])) wasLapsed[units[i]] = true;
        }
    }

    function _minted(uint256 firstUnit, uint256 quantity, address to) private {
        for (uint256 i = 0; i < quantity; ++i) {
            units.push(firstUnit + i);
            ownerGhost[firstUnit + i] = to;
        }
    }

    function _actor(uint256 seed) private view returns (address) {
        return actors[seed % actors.length];
    }

    function _unit(uint256 seed) private view returns (uint256) {
        return units.length == 0 ? 1_000_001 : units[seed % units.length];
    }
}

contract XnodeSaleInvariants is XnodeFixture {
    uint32 internal constant WALLET_LIMIT = 3;

    XnodeHandler internal handler;

    function setUp() public override {
        super.setUp();
        IXnodeOne.SeriesParams memory p = seriesParams();
        p.cap = 8;
        p.termDays = 31;
        p.saleEnd = type(uint40).max;
        p.walletLimit = WALLET_LIMIT;
        vm.prank(timelock);
        xnode.createSeries(p);
        handler = new XnodeHandler(xnode, sale, usdc, ethFeed, usdcFeed, locker);
        targetContract(address(handler));
    }

    function invariant_XNODE_02_I1_MintedStaysWithinTheCap() public view {
        uint256[3] memory counted;
        for (uint256 i = 0; i < handler.unitCount(); ++i) {
            ++counted[SeriesId.unwrap(xnode.seriesOf(handler.units(i)))];
        }
        for (uint16 s = 1; s <= 2; ++s) {
            IXnodeOne.Series memory one = xnode.getSeries(SeriesId.wrap(s));
            assertLe(one.minted, one.cap);
            assertEq(one.minted, counted[s]);
        }
    }

    function invariant_I2_NobodysUnitDisappears() public view {
        uint256 sum;
        for (uint256 i = 0; i < handler.actorCount(); ++i) {
            sum += xnode.balanceOf(handler.actors(i));
        }
        assertEq(sum, handler.unitCount());
    }

    function invariant_XNODE_10_I3_OwnersAreThoseOfTheLastTransfer() public view {
        for (uint256 i = 0; i < handler.unitCount(); ++i) {
            uint256 unit = handler.units(i);
            assertEq(xnode.ownerOf(unit), handler.ownerGhost(unit));
        }
        assertEq(handler.movedWhileLocked(), 0);
    }

    function invariant_XNODE_05_I4_ExpiryIsAMidnightAndNeverMovesBack() public view {
        for (uint256 i = 0; i < handler.unitCount(); ++i) {
            uint256 unit = handler.units(i);
            assertEq(xnode.expiryOf(unit) % 1 days, 0);
            assertGe(xnode.expiryOf(unit), handler.expiryGhost(unit));
            if (handler.wasLapsed(unit)) assertTrue(xnode.isLapsed(unit));
        }
        assertEq(handler.renewedLapsed(), 0);
    }

    function invariant_XNODE_09_I5_NoTenantWithoutATerm() public view {
        for (uint256 i = 0; i < handler.unitCount(); ++i) {
            uint256 unit = handler.units(i);
            if (!xnode.isActive(unit)) assertEq(xnode.userOf(unit), address(0));
        }
    }

    function invariant_XNODE_26_I6_CreditIsCovered() public view {
        uint256 sum;
        for (uint256 i = 0; i < handler.actorCount(); ++i) {
            sum += sale.creditOf(handler.actors(i));
        }
        assertEq(sum, sale.totalCredit());
        assertGe(address(sale).balance, sale.totalCredit());
    }

    function invariant_XNODE_26_I7_NothingIsLostOrMade() public view {
        uint256 etherHeld = address(sale).balance + timelock.balance;
        uint256 usdcHeld = usdc.balanceOf(address(sale)) + usdc.balanceOf(timelock);
        for (uint256 i = 0; i < handler.actorCount(); ++i) {
            etherHeld += handler.actors(i).balance;
            usdcHeld += usdc.balanceOf(handler.actors(i));
        }
        assertEq(etherHeld, handler.actorCount() * 1_000 ether);
        assertEq(usdcHeld, handler.actorCount() * 1_000_000e6);
    }

    function invariant_XNODE_24_I8_WalletLimitHolds() public view {
        for (uint256 i = 0; i < handler.actorCount(); ++i) {
            assertLe(sale.boughtBy(SeriesId.wrap(2), handler.actors(i)), WALLET_LIMIT);
        }
        assertEq(handler.boughtWhilePaused(), 0);
    }
}
