// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";
import {Vm} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Vm.sol";

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {SyntheticRedemption} from "../../../contracts/token/SyntheticRedemption.sol";
import {TokenAllocation} from "../../../contracts/token/TokenAllocation.sol";
import {IOpenToken} from "../../../contracts/token/interfaces/IOpenToken.sol";
import {ISyntheticRedemption} from "../../../contracts/token/interfaces/ISyntheticRedemption.sol";
import {ITokenAllocation} from "../../../contracts/token/interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "../../../contracts/token/interfaces/IVestingFactory.sol";
import {RowId} from "../../../contracts/token/types/RowId.sol";
import {IMintable, SyntheticOpen} from "../../../devnet/contracts/SyntheticOpen.sol";
import {LegacyOpen} from "../../helpers/LegacyOpen.sol";
import {TestToken} from "../../helpers/TestTokens.sol";

/// @dev Eighteen decimals, and a hook before each transfer that calls whoever sends.
contract CallingToken is TestToken {
    constructor() TestToken("CALL", 18) {}

    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        CallingHolder(from).beforeTransfer();
        return super.transferFrom(from, to, value);
    }
}

/// @dev Redeems once more from within the pull.
contract CallingHolder {
    SyntheticRedemption private immutable redemption;
    uint256 private immutable amount;
    bool private inside;

    constructor(SyntheticRedemption redemption_, uint256 amount_) {
        redemption = redemption_;
        amount = amount_;
        redemption_.synthetic().approve(address(redemption_), type(uint256).max);
    }

    function redeem() external {
        redemption.redeem(amount);
    }

    function beforeTransfer() external {
        if (inside) return;
        inside = true;
        redemption.redeem(amount);
    }
}

/// @dev Burns one percent of every transfer between accounts.
contract FeeSynthetic is TestToken {
    constructor() TestToken("FEE", 18) {}

    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        _burn(from, value / 100);
        return super.transferFrom(from, to, value - value / 100);
    }
}

/// @dev Says that it moved tokens and moves none.
contract LyingSynthetic is TestToken {
    constructor() TestToken("LIE", 18) {}

    function transferFrom(address, address, uint256) public pure override returns (bool) {
        return true;
    }
}

contract SyntheticRedemptionTest is Test {
    uint256 private constant SUPPLY = 1e27;
    uint256 private constant FUNDED = 1_000e18;
    uint256 private constant HELD = 600e18;
    RowId private constant ROW = RowId.wrap(7);
    RowId private constant OTHER = RowId.wrap(8);

    address private immutable timelock = makeAddr("timelock");
    address private immutable admin = makeAddr("openmeshAdmin");
    address private immutable alice = makeAddr("alice");
    address private immutable bob = makeAddr("bob");
    address private immutable carol = makeAddr("carol");

    OpenToken private token;
    TokenAllocation private allocation;
    LegacyOpen private legacy;
    SyntheticOpen private synthetic;
    SyntheticRedemption private redemption;
    uint256 private start;

    function setUp() public {
        vm.warp(1_800_000_000);
        start = block.timestamp + 7 days;
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        token = new OpenToken(predicted, timelock);
        ITokenAllocation.Row[25] memory table;
        for (uint256 i; i < 25; ++i) table[i] = ITokenAllocation.Row(bytes32(i + 1), 4e25);
        allocation = new TokenAllocation(
            token,
            timelock,
            makeAddr("genesisAdmin"),
            IVestingFactory(makeAddr("vestingFactory")),
            table
        );
        legacy = new LegacyOpen(admin);
        synthetic = new SyntheticOpen(IMintable(address(legacy)), admin);
        redemption = deploy(IERC20Metadata(address(synthetic)));

        vm.startPrank(admin);
        synthetic.grantRole(synthetic.MINT_ROLE(), admin);
        synthetic.mint(alice, HELD);
        synthetic.mint(bob, HELD);
        vm.stopPrank();
        approve(alice);
        approve(bob);
    }

    function deploy(IERC20Metadata taken) private returns (SyntheticRedemption) {
        return new SyntheticRedemption(token, taken, allocation, timelock, start);
    }

    function approve(address holder) private {
        vm.prank(holder);
        synthetic.approve(address(redemption), type(uint256).max);
    }

    function fund(SyntheticRedemption target, uint256 amount) private {
        vm.prank(timelock);
        allocation.fund(ROW, address(target), amount);
    }

    function open() private {
        fund(redemption, FUNDED);
        vm.warp(start);
    }

    function redeem(address holder, uint256 amount) private {
        vm.prank(holder);
        redemption.redeem(amount);
    }

    // Deployment

    function test_TOKEN_108_KnowsItsCounterparts() public view {
        assertEq(address(redemption.token()), address(token));
        assertEq(address(redemption.synthetic()), address(synthetic));
        assertEq(address(redemption.allocation()), address(allocation));
        assertEq(redemption.timelock(), timelock);
        assertEq(redemption.start(), start);
        assertEq(redemption.giveBackFrom(), start + 4 * 365 days);
        assertEq(redemption.fundedFor(), 0);
        assertEq(redemption.locked(), 0);
    }

    function test_TOKEN_108_RevertWhen_ArgumentIsZero() public {
        bytes4 zero = ISyntheticRedemption.SyntheticRedemption_ZeroAddress.selector;
        IERC20Metadata taken = IERC20Metadata(address(synthetic));
        vm.expectRevert(zero);
        new SyntheticRedemption(IOpenToken(address(0)), taken, allocation, timelock, start);
        vm.expectRevert(zero);
        new SyntheticRedemption(token, IERC20Metadata(address(0)), allocation, timelock, start);
        vm.expectRevert(zero);
        new SyntheticRedemption(token, taken, ITokenAllocation(address(0)), timelock, start);
        vm.expectRevert(zero);
        new SyntheticRedemption(token, taken, allocation, address(0), start);
    }

    function wrong(address expected, address actual) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                ISyntheticRedemption.SyntheticRedemption_WrongCounterpart.selector,
                expected,
                actual
            );
    }

    function test_TOKEN_108_RevertWhen_TimelockDiffersFromTheTokens() public {
        vm.expectRevert(wrong(alice, timelock));
        new SyntheticRedemption(token, IERC20Metadata(address(synthetic)), allocation, alice, start);
    }

    function test_TOKEN_108_RevertWhen_AllocationHoldsAnotherToken() public {
        OpenToken other = new OpenToken(alice, timelock);
        vm.expectRevert(wrong(address(other), address(token)));
        new SyntheticRedemption(other, IERC20Metadata(address(synthetic)), allocation, timelock, start);
    }

    function notSynthetic(address taken) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ISyntheticRedemption.SyntheticRedemption_NotSynthetic.selector, taken);
    }

    function test_TOKEN_108_RevertWhen_OpenItselfWouldBeTaken() public {
        vm.expectRevert(notSynthetic(address(token)));
        deploy(IERC20Metadata(address(token)));
    }

    function test_TOKEN_108_RevertWhen_UnitsDiffer() public {
        TestToken cents = new TestToken("CENT", 2);
        vm.expectRevert(notSynthetic(address(cents)));
        deploy(cents);
    }

    function startOutOfRange(uint256 value) private view returns (bytes memory) {
        return
            abi.encodeWithSelector(
                ISyntheticRedemption.SyntheticRedemption_StartOutOfRange.selector,
                value,
                block.timestamp,
                block.timestamp + 365 days
            );
    }

    function test_TOKEN_101_RevertWhen_StartIsPast() public {
        start = block.timestamp - 1;
        vm.expectRevert(startOutOfRange(start));
        deploy(IERC20Metadata(address(synthetic)));
        start = block.timestamp;
        assertEq(deploy(IERC20Metadata(address(synthetic))).start(), start);
    }

    function test_TOKEN_101_RevertWhen_StartIsTooFarAhead() public {
        start = block.timestamp + 365 days + 1;
        vm.expectRevert(startOutOfRange(start));
        deploy(IERC20Metadata(address(synthetic)));
        --start;
        assertEq(deploy(IERC20Metadata(address(synthetic))).start(), start);
    }

    // Redemption

    function test_TOKEN_100_RedeemTakesAndPaysTheSame() public {
        open();
        vm.expectEmit(address(redemption));
        emit ISyntheticRedemption.Redeemed(alice, alice, 100e18);
        redeem(alice, 100e18);
        assertEq(synthetic.balanceOf(alice), HELD - 100e18);
        assertEq(synthetic.balanceOf(address(redemption)), 100e18);
        assertEq(redemption.locked(), 100e18);
        assertEq(token.balanceOf(alice), 100e18);
        assertEq(token.balanceOf(address(redemption)), FUNDED - 100e18);
        assertEq(redemption.fundedFor(), FUNDED - 100e18);
        assertEq(synthetic.totalSupply(), 2 * HELD);
        assertEq(token.totalSupply(), SUPPLY);
    }

    function test_TOKEN_100_RedeemToPaysAnother() public {
        open();
        vm.expectEmit(address(redemption));
        emit ISyntheticRedemption.Redeemed(alice, carol, 100e18);
        vm.prank(alice);
        redemption.redeemTo(100e18, carol);
        assertEq(synthetic.balanceOf(alice), HELD - 100e18);
        assertEq(token.balanceOf(alice), 0);
        assertEq(token.balanceOf(carol), 100e18);
    }

    function test_TOKEN_100_RevertWhen_AmountIsZero() public {
        open();
        vm.expectRevert(ISyntheticRedemption.SyntheticRedemption_ZeroAmount.selector);
        redeem(alice, 0);
    }

    function test_TOKEN_100_RevertWhen_PaidToItself() public {
        open();
        vm.expectRevert(ISyntheticRedemption.SyntheticRedemption_ToItself.selector);
        vm.prank(alice);
        redemption.redeemTo(1, address(redemption));
    }

    function test_TOKEN_100_RevertWhen_PaidToZero() public {
        open();
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        vm.prank(alice);
        redemption.redeemTo(1, address(0));
    }

    function test_TOKEN_100_RevertWhen_NotApproved() public {
        open();
        vm.prank(alice);
        synthetic.approve(address(redemption), 5);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(redemption), 5, 6)
        );
        redeem(alice, 6);
    }

    function test_TOKEN_100_RevertWhen_NotHeld() public {
        open();
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, alice, HELD, HELD + 1));
        redeem(alice, HELD + 1);
    }

    function test_TOKEN_101_RevertWhen_NotStarted() public {
        fund(redemption, FUNDED);
        vm.warp(start - 1);
        vm.expectRevert(abi.encodeWithSelector(ISyntheticRedemption.SyntheticRedemption_NotStarted.selector, start));
        redeem(alice, 1);
        vm.warp(start);
        redeem(alice, 1);
        assertEq(token.balanceOf(alice), 1);
    }

    function underfunded(uint256 funded, uint256 amount) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ISyntheticRedemption.SyntheticRedemption_Underfunded.selector, funded, amount);
    }

    function test_TOKEN_102_RevertWhen_MoreThanFunded() public {
        open();
        redeem(alice, HELD);
        assertEq(redemption.fundedFor(), FUNDED - HELD);
        vm.expectRevert(underfunded(FUNDED - HELD, FUNDED - HELD + 1));
        redeem(bob, FUNDED - HELD + 1);
        assertEq(synthetic.balanceOf(bob), HELD);
        redeem(bob, FUNDED - HELD);
        assertEq(redemption.fundedFor(), 0);
        vm.expectRevert(underfunded(0, 1));
        redeem(bob, 1);
    }

    function test_TOKEN_102_MoreFundingMakesTheRestRedeemable() public {
        open();
        redeem(alice, HELD);
        redeem(bob, FUNDED - HELD);
        fund(redemption, HELD);
        redeem(bob, 2 * HELD - FUNDED);
        assertEq(token.balanceOf(bob), HELD);
        assertEq(redemption.locked(), 2 * HELD);
        assertEq(redemption.fundedFor(), FUNDED + HELD - 2 * HELD);
    }

    function test_TOKEN_102_AGiftIsRedeemableToo() public {
        open();
        redeem(alice, 100e18);
        vm.prank(alice);
        token.transfer(address(redemption), 40e18);
        assertEq(redemption.fundedFor(), FUNDED - 60e18);
    }

    function testFuzz_TOKEN_102_PaysWhatItTakesWithinTheFunds(uint256 funded, uint256[6] memory amounts) public {
        funded = bound(funded, 1, 4e25);
        fund(redemption, funded);
        vm.warp(start);
        vm.prank(admin);
        synthetic.mint(alice, 1e27);
        uint256 paid;
        for (uint256 i; i < amounts.length; ++i) {
            uint256 amount = bound(amounts[i], 1, funded);
            if (amount > funded - paid) {
                vm.expectRevert(underfunded(funded - paid, amount));
                redeem(alice, amount);
            } else {
                redeem(alice, amount);
                paid += amount;
            }
            assertEq(token.balanceOf(alice), paid);
            assertEq(redemption.locked(), paid);
            assertEq(redemption.fundedFor(), funded - paid);
        }
    }

    // The locked sOPEN

    /// @dev Every function that is neither a view nor refused to strangers leaves what was taken where it is, even for
    /// the timelock, even when sOPEN's own burn works again.
    function test_TOKEN_103_NobodyMovesWhatWasTaken() public {
        open();
        redeem(alice, HELD);
        vm.startPrank(admin);
        legacy.grantRole(legacy.MINT_ROLE(), address(synthetic));
        vm.stopPrank();
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, timelock, 0, HELD));
        vm.prank(timelock);
        synthetic.transferFrom(address(redemption), timelock, HELD);
        vm.warp(start + 4 * 365 days);
        vm.prank(timelock);
        redemption.giveBack(ROW, FUNDED - HELD);
        assertEq(redemption.locked(), HELD);
        assertEq(legacy.totalSupply(), 0);
    }

    function test_TOKEN_103_PlainTransferIsLockedWithoutPay() public {
        open();
        vm.prank(alice);
        synthetic.transfer(address(redemption), 5);
        assertEq(redemption.locked(), 5);
        assertEq(redemption.fundedFor(), FUNDED);
        redeem(alice, 7);
        assertEq(redemption.locked(), 12);
        assertEq(token.balanceOf(alice), 7);
    }

    // Hostile tokens

    function notReceived(uint256 expected, uint256 received) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(ISyntheticRedemption.SyntheticRedemption_NotReceived.selector, expected, received);
    }

    function test_TOKEN_104_RevertWhen_TokenTakesAFee() public {
        FeeSynthetic fee = new FeeSynthetic();
        SyntheticRedemption target = deploy(fee);
        fund(target, FUNDED);
        vm.warp(start);
        fee.mint(alice, 1_000);
        vm.startPrank(alice);
        fee.approve(address(target), 1_000);
        vm.expectRevert(notReceived(1_000, 990));
        target.redeem(1_000);
        vm.stopPrank();
        assertEq(target.fundedFor(), FUNDED);
    }

    function test_TOKEN_104_RevertWhen_TokenMovesNothing() public {
        LyingSynthetic lying = new LyingSynthetic();
        SyntheticRedemption target = deploy(lying);
        fund(target, FUNDED);
        vm.warp(start);
        vm.expectRevert(notReceived(1_000, 0));
        vm.prank(alice);
        target.redeem(1_000);
        assertEq(target.fundedFor(), FUNDED);
    }

    function test_TOKEN_104_RevertWhen_TokenCallsBack() public {
        CallingToken calling = new CallingToken();
        SyntheticRedemption target = deploy(calling);
        fund(target, FUNDED);
        vm.warp(start);
        CallingHolder holder = new CallingHolder(target, 10);
        calling.mint(address(holder), 20);
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        holder.redeem();
        assertEq(target.fundedFor(), FUNDED);
    }

    // What nobody redeems

    function test_TOKEN_105_GiveBackRefillsTheRow() public {
        open();
        redeem(alice, HELD);
        vm.warp(start + 4 * 365 days);
        uint256 remaining = allocation.remaining(ROW);
        vm.expectEmit(address(redemption));
        emit ISyntheticRedemption.GivenBack(ROW, FUNDED - HELD);
        vm.prank(timelock);
        redemption.giveBack(ROW, FUNDED - HELD);
        assertEq(redemption.fundedFor(), 0);
        assertEq(allocation.remaining(ROW), remaining + FUNDED - HELD);
        assertEq(token.balanceOf(address(allocation)), SUPPLY - HELD);
        assertEq(token.allowance(address(redemption), address(allocation)), 0);
        assertEq(redemption.locked(), HELD);
    }

    function test_TOKEN_105_RedemptionOfTheRestGoesOn() public {
        open();
        vm.warp(start + 4 * 365 days);
        vm.prank(timelock);
        redemption.giveBack(ROW, FUNDED - 10);
        redeem(alice, 10);
        assertEq(token.balanceOf(alice), 10);
    }

    function test_TOKEN_105_RevertWhen_StillPromised() public {
        open();
        vm.warp(start + 4 * 365 days - 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                ISyntheticRedemption.SyntheticRedemption_StillPromised.selector,
                start + 4 * 365 days
            )
        );
        vm.prank(timelock);
        redemption.giveBack(ROW, 1);
    }

    function test_TOKEN_105_RevertWhen_StrangerGivesBack() public {
        open();
        vm.warp(start + 4 * 365 days);
        vm.expectRevert(abi.encodeWithSelector(ISyntheticRedemption.SyntheticRedemption_NotTimelock.selector, alice));
        vm.prank(alice);
        redemption.giveBack(ROW, 1);
    }

    // Votes

    function test_TOKEN_106_FundsVoteForNobodyUntilRedeemed() public {
        open();
        vm.prank(alice);
        token.delegate(carol);
        assertEq(token.delegates(address(redemption)), EXCLUDED);
        assertEq(token.getVotes(EXCLUDED), SUPPLY);
        redeem(alice, HELD);
        assertEq(token.getVotes(carol), HELD);
        assertEq(token.getVotes(EXCLUDED), SUPPLY - HELD);
    }

    function test_TOKEN_107_NeedsNoRoleInEitherToken() public {
        assertFalse(synthetic.hasRole(synthetic.MINT_ROLE(), address(redemption)));
        assertFalse(legacy.hasRole(legacy.MINT_ROLE(), address(synthetic)));
        open();
        vm.recordLogs();
        redeem(alice, HELD);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) assertTrue(logs[i].emitter != address(legacy));
        assertEq(token.balanceOf(alice), HELD);
    }
}
