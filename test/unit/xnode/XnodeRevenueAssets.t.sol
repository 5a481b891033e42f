// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {XnodeRevenue} from "../../../contracts/xnode/XnodeRevenue.sol";
import {IXnodeRevenue} from "../../../contracts/xnode/interfaces/IXnodeRevenue.sol";
import {ContractWallet} from "../../helpers/ContractWallet.sol";
import {RevenueFixture} from "../../helpers/RevenueFixture.sol";
import {FeeToken, LyingToken, TestToken} from "../../helpers/TestTokens.sol";

/// @dev Refuses whoever is on its list, as USDC does.
contract ListingToken is TestToken {
    error ListingToken_Listed(address account);

    address public listed = address(0xDEAD);

    constructor() TestToken("LIST", 6) {}

    function list(address account) external {
        listed = account;
    }

    function _update(address from, address to, uint256 value) internal override {
        require(from != listed && to != listed, ListingToken_Listed(listed));
        super._update(from, to, value);
    }
}

/// @dev Pays out more than it takes.
contract GenerousToken is TestToken {
    constructor() TestToken("GEN", 6) {}

    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        _mint(to, 1);
        return super.transferFrom(from, to, value);
    }
}

/// @dev Owns a unit, and does something else while it is paid: claims again, or gives the unit away.
contract Restless {
    XnodeRevenue private immutable revenue;
    uint256[] private units;
    address private heir;
    bool public claimedAgain;

    constructor(XnodeRevenue revenue_) {
        revenue = revenue_;
    }

    function claim(uint256 unit, address heir_) external {
        delete units;
        units.push(unit);
        heir = heir_;
        revenue.claim(units, address(0), address(this));
    }

    function onERC721Received(address, address, uint256, bytes calldata) external pure returns (bytes4) {
        return this.onERC721Received.selector;
    }

    receive() external payable {
        if (heir != address(0)) {
            revenue.xnodeOne().transferFrom(address(this), heir, units[0]);
            return;
        }
        try revenue.claim(units, address(0), address(this)) {
            claimedAgain = true;
        } catch (bytes memory reason) {
            require(bytes4(reason) == ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        }
    }
}

contract XnodeRevenueAssetsTest is RevenueFixture {
    function test_RevertWhen_TokenTakesAFee() public {
        FeeToken fee = new FeeToken();
        deployWith(fee);
        activatedTo(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_NotReceived.selector, fee, 100, 99));
        paySeries(address(fee), 100);
    }

    function test_RevertWhen_TokenMovesNothing() public {
        LyingToken lying = new LyingToken();
        deployWith(lying);
        uint256 unit = activatedTo(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_NotReceived.selector, lying, 100, 0));
        payUnit(unit, address(lying), 100);
    }

    function test_RevertWhen_TokenMovesMore() public {
        GenerousToken generous = new GenerousToken();
        deployWith(generous);
        uint256 unit = activatedTo(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_NotReceived.selector, generous, 100, 101));
        payUnit(unit, address(generous), 100);
    }

    function test_XNODE_77_Claim_OneAssetThatFailsBlocksNoOther() public {
        ListingToken listing = new ListingToken();
        deployWith(listing);
        uint256 unit = activatedTo(alice);
        paySeries(address(listing), 100);
        paySeries(ETHER, 100);
        listing.list(address(revenue));

        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(ListingToken.ListingToken_Listed.selector, revenue));
        revenue.claim(only(unit), address(listing), alice);
        assertEq(claim(alice, unit, ETHER), 100);
        transfer(unit, bob);
        assertEq(revenue.creditOf(alice, address(listing)), 100);
        listing.list(address(0xDEAD));
        vm.prank(alice);
        assertEq(revenue.claim(new uint256[](0), address(listing), alice), 100);
    }

    function test_XNODE_77_Claim_ListedOwnerIsPaidElsewhere() public {
        ListingToken listing = new ListingToken();
        deployWith(listing);
        uint256 unit = activatedTo(alice);
        paySeries(address(listing), 100);
        listing.list(alice);
        vm.prank(alice);
        assertEq(revenue.claim(only(unit), address(listing), bob), 100);
        assertEq(listing.balanceOf(bob), 100);
    }

    function test_XNODE_77_RevertWhen_RecipientRefusesEther() public {
        uint256 unit = activatedTo(alice);
        paySeries(ETHER, 100);
        address wallet = address(new ContractWallet(alice));
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(IXnodeRevenue.XnodeRevenue_EtherRefused.selector, wallet, 100));
        revenue.claim(only(unit), ETHER, wallet);
        assertEq(revenue.claim(only(unit), ETHER, bob), 100);
        assertEq(bob.balance, 100);
    }

    function test_Claim_CannotBeRepeatedFromWithin() public {
        (Restless restless, uint256 unit) = restlessUnit();
        activatedTo(alice);
        paySeries(ETHER, 100);
        restless.claim(unit, address(0));
        assertEq(address(restless).balance, 50);
        assertEq(address(revenue).balance, 50);
        assertFalse(restless.claimedAgain());
    }

    function test_Claim_UnitMayChangeHandsWithin() public {
        (Restless restless, uint256 unit) = restlessUnit();
        paySeries(ETHER, 100);
        restless.claim(unit, bob);
        assertEq(xnode.ownerOf(unit), bob);
        assertEq(address(restless).balance, 100);
        assertEq(claimable(bob, unit, ETHER), 0);
        assertEq(revenue.creditOf(address(restless), ETHER), 0);
    }

    function restlessUnit() private returns (Restless restless, uint256 unit) {
        restless = new Restless(revenue);
        unit = activatedTo(alice);
        transfer(unit, address(restless));
    }

    function deployWith(TestToken asset) private {
        uint256 nonce = vm.getNonce(address(this));
        address[] memory list = new address[](3);
        (list[0], list[1], list[2]) = (address(token), address(asset), ETHER);
        xnode = newXnodeOne(vm.computeCreateAddress(address(this), nonce + 1));
        revenue = new XnodeRevenue(xnode, token, allocation, timelock, list);
        series = createSeries(uint32(CAP), 31, 0);
        asset.mint(payer, 1_000e6);
        vm.prank(payer);
        IERC20(asset).approve(address(revenue), type(uint256).max);
    }
}
