// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors, IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

import {IUnitStream} from "../../../contracts/xnode/interfaces/IUnitStream.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeVouchers} from "../../../contracts/xnode/interfaces/IXnodeVouchers.sol";
import {UnitState} from "../../../contracts/xnode/types/UnitState.sol";
import {ReentrantBuyer, ReentrantReceiver} from "../../helpers/Buyers.sol";
import {ContractWallet} from "../../helpers/ContractWallet.sol";
import {
    LegacyClaimer,
    LegacyDistributor,
    LegacyEntitlement,
    LegacyUnit,
    LegacyUnitVesting,
    RefundSpender
} from "../../helpers/LegacyXnode.sol";
import {TestToken} from "../../helpers/TestTokens.sol";
import {VoucherFixture} from "../../helpers/VoucherFixture.sol";

/// @dev Each weakness of the earlier contracts twice: the attack on a model of theirs, where it works, and on ours.
contract XnodeWeaknessesTest is VoucherFixture {
    address internal admin = makeAddr("admin");
    address internal thief = makeAddr("thief");
    address internal stranger = makeAddr("stranger");
    address internal holder;
    uint256 internal holderKey;

    LegacyUnit internal theirUnit;
    LegacyEntitlement internal theirEntitlement;
    LegacyClaimer internal theirClaimer;

    function setUp() public override {
        super.setUp();
        (holder, holderKey) = makeAddrAndKey("holder");
        theirUnit = new LegacyUnit(admin);
        theirEntitlement = new LegacyEntitlement(theirUnit, admin);
        theirClaimer = new LegacyClaimer(theirEntitlement, signer);
        bytes32 mintRole = theirUnit.MINT_ROLE();
        vm.startPrank(admin);
        theirUnit.grantRole(mintRole, address(theirEntitlement));
        theirUnit.grantRole(mintRole, admin);
        theirEntitlement.grantRole(mintRole, address(theirClaimer));
        theirEntitlement.grantRole(mintRole, admin);
        vm.stopPrank();
    }

    // Signatures without a date

    function test_UndatedSignature_Theirs_ActivatesYearsLaterAgainstTheOwnersWill() public {
        vm.prank(admin);
        theirEntitlement.mint(holder, 1);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(holderKey, theirEntitlement.activationDigest(1));
        _sellAndBuyBack(theirEntitlement, 1);
        vm.prank(stranger);
        theirEntitlement.activateBySig(1, v, r, s);
        assertEq(theirEntitlement.ownerOf(1), address(theirEntitlement));
        assertEq(theirUnit.ownerOf(1), holder);
    }

    function test_XNODE_07_UndatedSignature_Ours_IsRefusedPastItsDeadline() public {
        uint256 unit = mintTo(holder, 1);
        uint256 deadline = block.timestamp + 1 hours;
        bytes memory signature = _activation(unit, 0, deadline);
        _sellAndBuyBack(xnode, unit);
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeOne.XnodeOne_SignatureExpired.selector, deadline, block.timestamp)
        );
        vm.prank(stranger);
        xnode.activateBySig(unit, deadline, signature);
        assertTrue(xnode.stateOf(unit) == UnitState.Minted);
    }

    function test_ContractOwner_Theirs_CannotSign() public {
        ContractWallet wallet = new ContractWallet(holder);
        vm.prank(admin);
        theirEntitlement.mint(address(wallet), 1);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(holderKey, theirEntitlement.activationDigest(1));
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, holder, 1));
        theirEntitlement.activateBySig(1, v, r, s);
    }

    function test_XNODE_07_ContractOwner_Ours_Signs() public {
        ContractWallet wallet = new ContractWallet(holder);
        uint256 unit = mintTo(address(wallet), 1);
        bytes memory signature = _signed(_activationDigest(unit, address(wallet), 0, START));
        xnode.activateBySig(unit, START, signature);
        assertTrue(xnode.isActive(unit));
    }

    // One hot key

    function test_StolenKey_Theirs_MintsWithoutLimit() public {
        for (uint256 i = 0; i < 100; ++i) {
            bytes32 code = keccak256(abi.encode(i));
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(SIGNER_KEY, theirClaimer.claimDigest(thief, code, uint32(START)));
            theirClaimer.claim(thief, code, uint32(START), v, r, s);
        }
        assertEq(theirEntitlement.balanceOf(thief), 100);
    }

    function test_XNODE_32_StolenKey_Ours_MintsTheBudgetAndNoMore() public {
        for (uint256 i = 0; i < 100; ++i) {
            IXnodeVouchers.SignedVoucher memory one = signed(SIGNER_KEY, voucherTo(thief, 1, vm.toString(i)));
            if (i >= BUDGET) {
                vm.expectRevert(
                    abi.encodeWithSelector(IXnodeVouchers.XnodeVouchers_BudgetExceeded.selector, signer, series, 0, 1)
                );
            }
            vouchers.redeem(one);
        }
        assertEq(xnode.balanceOf(thief), BUDGET);
    }

    // Terms that only a server knows

    function test_Expiry_Theirs_TheChainNeverLearnsOfIt() public {
        vm.prank(admin);
        theirEntitlement.mint(holder, 1);
        vm.prank(holder);
        theirEntitlement.activate(1);
        vm.warp(START + 3650 days);
        assertEq(theirUnit.ownerOf(1), holder);
        (bool answered, ) = address(theirUnit).staticcall(abi.encodeCall(IXnodeOne.isActive, (1)));
        assertFalse(answered);
    }

    function test_XNODE_04_Expiry_Ours_EndsByTheClockAlone() public {
        uint256 unit = activatedTo(holder);
        uint256 expiry = xnode.expiryOf(unit);
        vm.warp(expiry - 1);
        assertTrue(xnode.isActive(unit));
        vm.warp(expiry);
        assertFalse(xnode.isActive(unit));
        assertTrue(xnode.stateOf(unit) == UnitState.Grace);
        skipFresh(30 days);
        assertTrue(xnode.isLapsed(unit));
        assertEq(xnode.ownerOf(unit), holder);
        vm.expectRevert(abi.encodeWithSelector(IXnodeOne.XnodeOne_NotRenewable.selector, unit, UnitState.Lapsed));
        vm.prank(alice);
        sale.renew{value: 1 ether}(unit, address(0), 1 ether);
    }

    function test_Confiscation_Theirs_ByARole() public {
        vm.prank(admin);
        theirUnit.mint(holder, 1);
        bytes32 burnRole = theirUnit.BURN_ROLE();
        vm.startPrank(admin);
        theirUnit.grantRole(burnRole, admin);
        theirUnit.burn(1);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 1));
        theirUnit.ownerOf(1);
    }

    function test_Confiscation_Ours_NotEvenByTheTimelockWithEveryRole() public {
        uint256 unit = mintTo(holder, 1);
        vm.startPrank(timelock);
        xnode.grantRole(xnode.MINTER_ROLE(), timelock);
        xnode.grantRole(xnode.RENEWER_ROLE(), timelock);
        xnode.grantRole(xnode.LOCKER_ROLE(), timelock);
        (bool burned, ) = address(xnode).call(abi.encodeCall(LegacyUnit.burn, (unit)));
        assertFalse(burned);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, timelock, unit));
        xnode.transferFrom(holder, timelock, unit);
        assertEq(xnode.ownerOf(unit), holder);
    }

    // A refund that comes too early

    function test_ReentrantRefund_Theirs_SellsFivePassesOfTwoToOneAccountAtTheFirstPrice() public {
        LegacyDistributor.PricePeriod[] memory periods = new LegacyDistributor.PricePeriod[](2);
        periods[0] = LegacyDistributor.PricePeriod(1, 1 ether);
        periods[1] = LegacyDistributor.PricePeriod(2, 10 ether);
        LegacyDistributor distributor = new LegacyDistributor(periods);
        RefundSpender attacker = new RefundSpender(distributor);
        attacker.attack{value: 5 ether}();
        assertEq(distributor.balanceOf(address(attacker)), 5);
        assertEq(distributor.mintCount(), 5);
        assertEq(address(distributor).balance, 5 ether);
    }

    function test_XNODE_27_ReentrantRefund_Ours_SellsOneUnit() public {
        vm.prank(timelock);
        xnode.setWalletLimit(series, 1);
        ReentrantBuyer attacker = new ReentrantBuyer(sale);
        attacker.buy{value: 5 ether}(series, 5 ether);
        assertEq(attacker.reason(), _reentrantCall());
        assertEq(xnode.balanceOf(address(attacker)), 1);
        assertEq(xnode.getSeries(series).minted, 1);
        assertEq(address(attacker).balance, 5 ether - UNIT_PRICE);
        assertEq(address(sale).balance, UNIT_PRICE);
    }

    /// @dev Ours asks a contract whether it can hold a unit, which gives it a moment that theirs do not: no better.
    function test_XNODE_27_ReentrantReceiver_Ours_BuysNothingFromWithin() public {
        vm.prank(timelock);
        xnode.setWalletLimit(series, 1);
        ReentrantReceiver attacker = new ReentrantReceiver{value: 5 ether}(sale);
        vm.prank(alice);
        sale.buy{value: UNIT_PRICE}(series, 1, address(attacker), UNIT_PRICE);
        assertEq(attacker.reason(), _reentrantCall());
        assertEq(xnode.balanceOf(address(attacker)), 1);
        assertEq(address(attacker).balance, 5 ether);
        assertEq(alice.balance, 100 ether - UNIT_PRICE);
        assertEq(address(sale).balance, UNIT_PRICE);
    }

    // OPEN for units

    function test_OpenForUnits_Theirs_TheBuyerTakesWhatTheSellerEarned() public {
        (LegacyUnitVesting vesting, TestToken token) = _theirVesting(1_000e18);
        vm.prank(admin);
        theirUnit.mint(holder, 1);
        vm.warp(START + 73 days);
        vm.prank(holder);
        theirUnit.transferFrom(holder, bob, 1);
        vesting.release(1);
        assertEq(token.balanceOf(holder), 0);
        assertEq(token.balanceOf(bob), 40e18);
    }

    function test_XNODE_73_OpenForUnits_Ours_EachOwnerHasWhatItsTimeEarned() public {
        uint256 unit = activatedTo(holder);
        vm.warp(START + 73 days);
        vm.prank(holder);
        xnode.transferFrom(holder, bob, unit);
        vm.warp(START + 146 days);
        _claimOpen(holder, new uint256[](0));
        _claimOpen(bob, _only(unit));
        assertEq(openToken.balanceOf(holder), 40e18);
        assertEq(openToken.balanceOf(bob), 40e18);
    }

    function test_OpenForUnits_Theirs_ALateUnitHasItAllAtOnce() public {
        (LegacyUnitVesting vesting, TestToken token) = _theirVesting(1_000e18);
        vm.warp(START + 365 days);
        vm.prank(admin);
        theirUnit.mint(holder, 1);
        vesting.release(1);
        assertEq(token.balanceOf(holder), 200e18);
    }

    function test_XNODE_78_OpenForUnits_Ours_ALateUnitEarnsFromItsOwnActivation() public {
        uint256 unit = mintTo(holder, 1);
        vm.warp(START + 365 days);
        vm.prank(holder);
        xnode.activate(unit);
        assertEq(revenue.claimable(holder, _only(unit), address(openToken)), 0);
        vm.warp(START + 365 days + 73 days);
        assertEq(revenue.claimable(holder, _only(unit), address(openToken)), 40e18);
    }

    function test_OpenForUnits_Theirs_IsPromisedWithoutBeingThere() public {
        (LegacyUnitVesting vesting, TestToken token) = _theirVesting(200e18);
        vm.startPrank(admin);
        theirUnit.mint(holder, 1);
        theirUnit.mint(bob, 2);
        vm.warp(START + 365 days);
        vesting.release(1);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, vesting, 0, 200e18));
        vesting.release(2);
        assertEq(token.balanceOf(bob), 0);
    }

    function test_XNODE_79_OpenForUnits_Ours_NoSeriesBeginsWithoutIt() public {
        IXnodeOne.SeriesParams memory params = seriesParams();
        uint256 free = revenue.freeOpen();
        params.grantPerUnit = 1_000e18;
        params.cap = uint32(free / params.grantPerUnit) + 1;
        vm.prank(timelock);
        vm.expectRevert(
            abi.encodeWithSelector(
                IUnitStream.UnitStream_NotFree.selector,
                free,
                uint256(params.cap) * params.grantPerUnit
            )
        );
        xnode.createSeries(params);
        params.cap -= 1;
        vm.prank(timelock);
        xnode.createSeries(params);
    }

    function _sellAndBuyBack(IERC721 token, uint256 tokenId) private {
        vm.prank(holder);
        token.transferFrom(holder, bob, tokenId);
        vm.warp(block.timestamp + 730 days);
        vm.prank(bob);
        token.transferFrom(bob, holder, tokenId);
    }

    function _theirVesting(uint256 funding) private returns (LegacyUnitVesting vesting, TestToken token) {
        token = new TestToken("sOPEN", 18);
        vesting = new LegacyUnitVesting(theirUnit, token, 200e18, START);
        token.mint(address(vesting), funding);
    }

    function _claimOpen(address owner, uint256[] memory units) private {
        vm.prank(owner);
        revenue.claim(units, address(openToken), owner);
    }

    function _only(uint256 unit) private pure returns (uint256[] memory units) {
        units = new uint256[](1);
        units[0] = unit;
    }

    function _activation(uint256 unit, uint256 nonce, uint256 deadline) private view returns (bytes memory) {
        return _signed(_activationDigest(unit, holder, nonce, deadline));
    }

    function _activationDigest(
        uint256 unit,
        address owner,
        uint256 nonce,
        uint256 deadline
    ) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Xnode One"),
                keccak256("1"),
                block.chainid,
                address(xnode)
            )
        );
        bytes32 message = keccak256(abi.encode(xnode.ACTIVATE_TYPEHASH(), unit, owner, nonce, deadline));
        return MessageHashUtils.toTypedDataHash(domain, message);
    }

    function _signed(bytes32 digest) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(holderKey, digest);
        return abi.encodePacked(r, s, v);
    }

    function _reentrantCall() private pure returns (bytes memory) {
        return abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
    }
}
