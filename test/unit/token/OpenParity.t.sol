// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {BridgedOpenToken} from "../../../contracts/token/BridgedOpenToken.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {SyntheticRedemption} from "../../../contracts/token/SyntheticRedemption.sol";
import {TokenAllocation} from "../../../contracts/token/TokenAllocation.sol";
import {IBridgedOpenToken} from "../../../contracts/token/interfaces/IBridgedOpenToken.sol";
import {ISyntheticRedemption} from "../../../contracts/token/interfaces/ISyntheticRedemption.sol";
import {ITokenAllocation} from "../../../contracts/token/interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "../../../contracts/token/interfaces/IVestingFactory.sol";
import {RowId} from "../../../contracts/token/types/RowId.sol";
import {IMintable, SyntheticOpen} from "../../../devnet/contracts/SyntheticOpen.sol";
import {LegacyOpen} from "../../helpers/LegacyOpen.sol";

/// @dev Makes several calls in one transaction, as code that a key account takes on by EIP-7702 does.
contract Batch {
    function run(address[] calldata targets, bytes[] calldata calls) external {
        for (uint256 i; i < targets.length; ++i) {
            (bool ok, ) = targets[i].call(calls[i]);
            require(ok);
        }
    }
}

/// Each weakness of Openmesh's earlier OPEN and of sOPEN, by the name its review gave it: theirs has it, ours does not.
contract OpenParityTest is Test {
    uint256 private constant SUPPLY = 1e27;
    RowId private constant ROW = RowId.wrap(7);

    address private immutable timelock = makeAddr("timelock");
    address private immutable admin = makeAddr("openmeshAdmin");
    address private immutable alice = makeAddr("alice");
    address private immutable bob = makeAddr("bob");

    LegacyOpen private theirs;
    SyntheticOpen private synthetic;
    OpenToken private open;
    TokenAllocation private allocation;
    SyntheticRedemption private redemption;

    function setUp() public {
        vm.warp(1_800_000_000);
        theirs = new LegacyOpen(admin);
        synthetic = new SyntheticOpen(IMintable(address(theirs)), admin);
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        open = new OpenToken(predicted, timelock);
        ITokenAllocation.Row[25] memory table;
        for (uint256 i; i < 25; ++i) table[i] = ITokenAllocation.Row(bytes32(i + 1), 4e25);
        IVestingFactory factory = IVestingFactory(makeAddr("vestingFactory"));
        allocation = new TokenAllocation(open, timelock, makeAddr("genesisAdmin"), factory, table);
        redemption = new SyntheticRedemption(
            open,
            IERC20Metadata(address(synthetic)),
            allocation,
            timelock,
            block.timestamp + 1 days
        );

        vm.startPrank(admin);
        theirs.grantRole(theirs.MINT_ROLE(), admin);
        synthetic.grantRole(synthetic.MINT_ROLE(), admin);
        vm.stopPrank();
        vm.prank(timelock);
        allocation.grant(ROW, alice, 100e18);
        vm.prank(alice);
        synthetic.approve(address(redemption), type(uint256).max);
    }

    function refuses(address target, bytes memory call) private returns (bool) {
        (bool ok, ) = target.call(call);
        return !ok;
    }

    function fund(uint256 amount) private {
        vm.prank(timelock);
        allocation.fund(ROW, address(redemption), amount);
        vm.warp(redemption.start());
    }

    function mintSynthetic(address to, uint256 amount) private {
        vm.prank(admin);
        synthetic.mint(to, amount);
    }

    // OPEN

    /// "no ERC-2612 permit"
    function test_TOKEN_04_Parity_NoPermit() public {
        assertTrue(refuses(address(theirs), abi.encodeCall(open.DOMAIN_SEPARATOR, ())));
        (address signer, uint256 key) = makeAddrAndKey("signer");
        bytes32 permit = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                signer,
                bob,
                9,
                0,
                block.timestamp
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(
            key,
            keccak256(abi.encodePacked("\x19\x01", open.DOMAIN_SEPARATOR(), permit))
        );
        open.permit(signer, bob, 9, block.timestamp, v, r, s);
        assertEq(open.allowance(signer, bob), 9);
    }

    /// "no burnFrom"
    function test_TOKEN_03_Parity_NoBurnFrom() public {
        bytes memory burnFrom = abi.encodeCall(open.burnFrom, (alice, 4));
        vm.startPrank(alice);
        theirs.approve(address(this), 4);
        open.approve(address(this), 4);
        vm.stopPrank();
        vm.prank(admin);
        theirs.mint(alice, 4);
        assertTrue(refuses(address(theirs), burnFrom));
        assertFalse(refuses(address(open), burnFrom));
        assertEq(open.balanceOf(alice), 100e18 - 4);
        assertEq(open.totalSupply(), SUPPLY - 4);
    }

    /// "block-number clock"
    function test_TOKEN_06_Parity_BlockNumberClock() public view {
        assertEq(theirs.CLOCK_MODE(), "mode=blocknumber&from=default");
        assertEq(open.CLOCK_MODE(), "mode=timestamp");
    }

    /// "burned supply may be re-minted"
    function test_TOKEN_02_Parity_BurnThenMintAgain() public {
        vm.startPrank(admin);
        theirs.mint(admin, SUPPLY);
        theirs.burn(SUPPLY);
        theirs.mint(admin, SUPPLY);
        vm.stopPrank();
        assertEq(theirs.totalSupply(), SUPPLY);

        vm.prank(alice);
        open.burn(100e18);
        address[4] memory keys = [timelock, admin, address(allocation), alice];
        for (uint256 i; i < keys.length; ++i) {
            vm.prank(keys[i]);
            assertTrue(refuses(address(open), abi.encodeCall(theirs.mint, (alice, 1))));
        }
        assertEq(open.totalSupply(), SUPPLY - 100e18);
    }

    /// "MINT is unlimited per minter": at home nobody mints; on a spoke each minter has a budget by the day.
    function test_TOKEN_31_Parity_UnlimitedMint() public {
        vm.prank(admin);
        theirs.mint(admin, SUPPLY);

        BridgedOpenToken bridged = new BridgedOpenToken(timelock);
        vm.prank(timelock);
        bridged.setMinter(admin, 1_000e18);
        skip(1 days);
        uint256 most = bridged.mintable(admin);
        assertLe(most, 1_000e18);
        vm.prank(admin);
        bridged.mint(alice, most);
        vm.expectRevert(
            abi.encodeWithSelector(IBridgedOpenToken.BridgedOpenToken_BudgetExceeded.selector, admin, 1e18, 0, most)
        );
        vm.prank(admin);
        bridged.mint(alice, 1e18);
    }

    /// "no CCIP hooks (getCCIPAdmin, BURNER role)"
    function test_TOKEN_13_Parity_NoCCIPHooks() public {
        assertTrue(refuses(address(theirs), abi.encodeCall(open.getCCIPAdmin, ())));
        assertEq(open.getCCIPAdmin(), timelock);
        BridgedOpenToken bridged = new BridgedOpenToken(timelock);
        assertEq(bridged.getCCIPAdmin(), timelock);
        vm.prank(timelock);
        bridged.setBurner(alice, true);
        assertTrue(bridged.isBurner(alice));
    }

    /// "no batch": an account with EIP-7702 code, here its effect, does several things with OPEN in one transaction.
    function test_TOKEN_09_Parity_NoBatch() public {
        vm.etch(alice, address(new Batch()).code);
        address[] memory targets = new address[](2);
        bytes[] memory calls = new bytes[](2);
        (targets[0], calls[0]) = (address(open), abi.encodeCall(open.delegate, (bob)));
        (targets[1], calls[1]) = (address(open), abi.encodeCall(open.transfer, (bob, 60e18)));
        Batch(alice).run(targets, calls);
        assertEq(open.balanceOf(bob), 60e18);
        assertEq(open.getVotes(bob), 40e18);
    }

    // sOPEN

    /// "no cap: can exceed OPEN's 1e9, redemption runs fail first-come": still no more than was funded can be redeemed,
    /// but how much that is can be asked, nothing is taken that is not paid, and a vote can fund the rest.
    function test_TOKEN_102_Parity_NoCap() public {
        mintSynthetic(alice, 2 * SUPPLY);
        fund(50e18);
        assertEq(redemption.fundedFor(), 50e18);
        vm.expectRevert(
            abi.encodeWithSelector(ISyntheticRedemption.SyntheticRedemption_Underfunded.selector, 50e18, 51e18)
        );
        vm.prank(alice);
        redemption.redeem(51e18);
        assertEq(synthetic.balanceOf(alice), 2 * SUPPLY);
        fund(1e18);
        vm.prank(alice);
        redemption.redeem(51e18);
        assertEq(open.balanceOf(alice), 151e18);
        assertEq(open.totalSupply(), SUPPLY);
    }

    /// "redeem impossible until OPEN exists at the fixed address and sOPEN holds MINT"
    function test_TOKEN_107_Parity_RedeemNeedsMint() public {
        mintSynthetic(alice, 5);
        fund(5);
        vm.prank(alice);
        assertTrue(refuses(address(synthetic), abi.encodeCall(synthetic.burn, (5))));
        vm.prank(alice);
        redemption.redeem(5);
        assertEq(open.balanceOf(alice), 100e18 + 5);
    }

    /// "no redeem event"
    function test_TOKEN_100_Parity_NoRedeemEvent() public {
        mintSynthetic(alice, 5);
        fund(5);
        vm.expectEmit(address(redemption));
        emit ISyntheticRedemption.Redeemed(alice, bob, 5);
        vm.prank(alice);
        redemption.redeemTo(5, bob);
    }

    /// "no start gate"
    function test_TOKEN_101_Parity_NoStartGate() public {
        mintSynthetic(alice, 5);
        uint256 start = redemption.start();
        vm.expectRevert(abi.encodeWithSelector(ISyntheticRedemption.SyntheticRedemption_NotStarted.selector, start));
        vm.prank(alice);
        redemption.redeem(5);
    }

    /// "no redeemTo"
    function test_TOKEN_100_Parity_NoRedeemTo() public {
        mintSynthetic(alice, 5);
        fund(5);
        vm.prank(alice);
        redemption.redeemTo(5, bob);
        assertEq(open.balanceOf(bob), 5);
    }

    /// "no permit": the existing sOPEN cannot get one, what it is redeemed for has it.
    function test_TOKEN_107_Parity_NoPermit() public {
        assertTrue(refuses(address(synthetic), abi.encodeCall(open.nonces, (alice))));
        assertTrue(open.supportsInterface(type(IERC20Permit).interfaceId));
    }

    /// "no votes"
    function test_TOKEN_106_Parity_NoVotes() public {
        mintSynthetic(bob, 5);
        fund(5);
        assertTrue(refuses(address(synthetic), abi.encodeCall(open.getVotes, (bob))));
        vm.startPrank(bob);
        synthetic.approve(address(redemption), 5);
        open.delegate(bob);
        redemption.redeem(5);
        vm.stopPrank();
        assertEq(open.getVotes(bob), 5);
    }
}
