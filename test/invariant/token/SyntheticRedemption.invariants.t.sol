// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {StdInvariant} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/StdInvariant.sol";
import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {SyntheticRedemption} from "../../../contracts/token/SyntheticRedemption.sol";
import {TokenAllocation} from "../../../contracts/token/TokenAllocation.sol";
import {ITokenAllocation} from "../../../contracts/token/interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "../../../contracts/token/interfaces/IVestingFactory.sol";
import {RowId} from "../../../contracts/token/types/RowId.sol";
import {LegacyOpen} from "../../helpers/LegacyOpen.sol";
import {IMintable, SyntheticOpen} from "../../../devnet/contracts/SyntheticOpen.sol";

/// @dev Four holders redeem, give and burn, a minter of sOPEN mints beyond every cap, the timelock funds and gives back.
contract RedemptionHandler is Test {
    RowId private constant ROW = RowId.wrap(7);

    SyntheticRedemption public immutable redemption;
    SyntheticOpen public immutable synthetic;
    TokenAllocation private immutable allocation;
    OpenToken private immutable token;
    address private immutable timelock;

    address[4] public holders;
    uint256 public redeemed;
    uint256 public funded;
    uint256 public given;
    uint256 public givenBack;
    uint256 public sentPlainly;
    bool public early;
    bool public brokePromise;

    constructor(SyntheticRedemption redemption_) {
        redemption = redemption_;
        synthetic = SyntheticOpen(address(redemption_.synthetic()));
        allocation = TokenAllocation(address(redemption_.allocation()));
        token = OpenToken(address(redemption_.token()));
        timelock = redemption_.timelock();
        for (uint256 i; i < holders.length; ++i) {
            holders[i] = address(uint160(0xA11CE + i));
            vm.prank(holders[i]);
            synthetic.approve(address(redemption_), type(uint256).max);
        }
    }

    function mintSynthetic(uint256 who, uint128 amount) external {
        synthetic.mint(holders[who % 4], amount);
    }

    function fund(uint256 amount) external {
        amount = bound(amount, 1, 1e24);
        vm.prank(timelock);
        allocation.fund(ROW, address(redemption), amount);
        funded += amount;
    }

    function redeem(uint256 who, uint256 to, uint256 amount) external {
        address holder = holders[who % 4];
        uint256 most = synthetic.balanceOf(holder);
        // One more than there is, now and then.
        amount = bound(amount, 0, most + 1);
        vm.prank(holder);
        redemption.redeemTo(amount, holders[to % 4]);
        redeemed += amount;
        if (block.timestamp < redemption.start()) early = true;
    }

    function give(uint256 who, uint256 amount) external {
        address holder = holders[who % 4];
        amount = bound(amount, 0, token.balanceOf(holder));
        vm.prank(holder);
        token.transfer(address(redemption), amount);
        given += amount;
    }

    function sendSyntheticPlainly(uint256 who, uint256 amount) external {
        address holder = holders[who % 4];
        amount = bound(amount, 0, synthetic.balanceOf(holder) / 8);
        vm.prank(holder);
        synthetic.transfer(address(redemption), amount);
        sentPlainly += amount;
    }

    function giveBack(uint256 amount) external {
        amount = bound(amount, 0, redemption.fundedFor() + 1);
        vm.prank(timelock);
        redemption.giveBack(ROW, amount);
        givenBack += amount;
        if (block.timestamp < redemption.start() + 4 * 365 days) brokePromise = true;
    }

    function wait(uint256 time) external {
        skip(bound(time, 1 hours, 300 days));
    }
}

contract SyntheticRedemptionInvariants is StdInvariant, Test {
    OpenToken private token;
    SyntheticRedemption private redemption;
    RedemptionHandler private handler;

    function setUp() public {
        vm.warp(1_800_000_000);
        address timelock = makeAddr("timelock");
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        token = new OpenToken(predicted, timelock);
        ITokenAllocation.Row[25] memory table;
        for (uint256 i; i < 25; ++i) table[i] = ITokenAllocation.Row(bytes32(i + 1), 4e25);
        TokenAllocation allocation = new TokenAllocation(
            token,
            timelock,
            address(this),
            IVestingFactory(makeAddr("vestingFactory")),
            table
        );
        SyntheticOpen synthetic = new SyntheticOpen(IMintable(address(new LegacyOpen(address(this)))), address(this));
        redemption = new SyntheticRedemption(
            token,
            IERC20Metadata(address(synthetic)),
            allocation,
            timelock,
            block.timestamp + 30 days
        );
        handler = new RedemptionHandler(redemption);
        synthetic.grantRole(synthetic.MINT_ROLE(), address(handler));
        targetContract(address(handler));
    }

    /// @dev R1
    function invariant_TOKEN_102_HoldsWhatWasFundedAndNotPaid() public view {
        assertEq(redemption.fundedFor() + handler.redeemed() + handler.givenBack(), handler.funded() + handler.given());
    }

    /// @dev R2
    function invariant_TOKEN_100_PaidWhatItTook() public view {
        assertEq(redemption.locked(), handler.redeemed() + handler.sentPlainly());
    }

    /// @dev R3
    function invariant_TOKEN_101_NothingBeforeTheStart() public view {
        assertFalse(handler.early());
    }

    /// @dev R4
    function invariant_TOKEN_105_NothingGivenBackWhilePromised() public view {
        assertFalse(handler.brokePromise());
        assertLe(handler.givenBack(), handler.funded());
    }
}
