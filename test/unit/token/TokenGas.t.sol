// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

import {BridgedOpenToken} from "../../../contracts/token/BridgedOpenToken.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";

/// The peer: what OpenZeppelin's wizard writes for a votes token with permit on a timestamp clock.
contract PeerToken is ERC20, ERC20Permit, ERC20Votes {
    constructor(address to) ERC20("Peer", "PEER") ERC20Permit("Peer") {
        _mint(to, 1e27);
    }

    function clock() public view override returns (uint48) {
        return uint48(block.timestamp);
    }

    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    function nonces(address owner) public view override(ERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }
}

contract TokenGasTest is Test {
    address private immutable holder = makeAddr("holder");
    address private immutable timelock = makeAddr("timelock");
    address private immutable pool = makeAddr("pool");
    address private immutable alice = makeAddr("alice");
    address private immutable bob = makeAddr("bob");

    OpenToken private open;
    PeerToken private peer;
    BridgedOpenToken private bridged;

    function setUp() public {
        vm.warp(1_800_000_000);
        open = new OpenToken(holder, timelock);
        peer = new PeerToken(holder);
        bridged = new BridgedOpenToken(timelock);
        vm.prank(timelock);
        bridged.setMinter(pool, 1e25);
        skip(1 days);
    }

    /// The gas of one call from cold state, without the transaction's own 21,000 and calldata.
    function gasOf(address sender, address target, bytes memory data) private returns (uint256 used) {
        vm.cool(target);
        vm.prank(sender);
        uint256 before = gasleft();
        (bool ok, ) = target.call(data);
        used = before - gasleft();
        assertTrue(ok);
    }

    function give(address to) private {
        vm.startPrank(holder);
        open.transfer(to, 100e18);
        peer.transfer(to, 100e18);
        vm.stopPrank();
    }

    function delegate(address from, address to) private {
        vm.startPrank(from);
        open.delegate(to);
        peer.delegate(to);
        vm.stopPrank();
    }

    function comparedTransfer() private {
        skip(1);
        bytes memory data = abi.encodeCall(IERC20.transfer, (bob, 10e18));
        uint256 ours = gasOf(alice, address(open), data);
        uint256 theirs = gasOf(alice, address(peer), data);
        assertLe(ours * 100, theirs * 102);
    }

    function test_TOKEN_38_TransferCostsNoMoreThanOpenZeppelin() public {
        give(alice);
        give(bob);
        comparedTransfer();
    }

    function test_TOKEN_38_TransferToFreshReceiverCostsNoMoreThanOpenZeppelin() public {
        give(alice);
        comparedTransfer();
    }

    function test_TOKEN_38_DelegatedTransferCostsNoMoreThanOpenZeppelin() public {
        give(alice);
        give(bob);
        delegate(alice, makeAddr("dora"));
        delegate(bob, makeAddr("erik"));
        comparedTransfer();
    }

    function test_TOKEN_38_TransferWithinOneDelegateCostsNoMoreThanOpenZeppelin() public {
        give(alice);
        give(bob);
        delegate(alice, makeAddr("dora"));
        delegate(bob, makeAddr("dora"));
        comparedTransfer();
    }

    /// From cold state. In a real delivery the balance reads before it have paid 4,700 of this already; the pool and
    /// those reads get the rest of the 90,000 gas that CCIP grants.
    uint256 private constant DELIVERY_GAS = 44_000;

    function deliveredMint(address to) private {
        skip(1);
        assertLe(gasOf(pool, address(bridged), abi.encodeCall(bridged.mint, (to, 10e18))), DELIVERY_GAS);
    }

    function mint(address to) private {
        vm.prank(pool);
        bridged.mint(to, 1e18);
    }

    function delegateBridged(address from, address to) private {
        vm.prank(from);
        bridged.delegate(to);
    }

    function test_TOKEN_37_MintToUndelegatedWithoutBalance() public {
        mint(bob);
        deliveredMint(alice);
    }

    function test_TOKEN_37_MintToUndelegatedWithBalance() public {
        mint(alice);
        deliveredMint(alice);
    }

    function test_TOKEN_37_MintToOldDelegateWithoutBalance() public {
        mint(bob);
        delegateBridged(bob, bob);
        delegateBridged(alice, bob);
        deliveredMint(alice);
    }

    function test_TOKEN_37_MintToOldDelegateWithBalance() public {
        mint(alice);
        delegateBridged(alice, bob);
        deliveredMint(alice);
    }

    function test_TOKEN_37_MintToFreshDelegateWithoutBalance() public {
        mint(bob);
        delegateBridged(alice, alice);
        deliveredMint(alice);
    }

    function test_TOKEN_37_MintToFreshDelegateWithBalance() public {
        delegateBridged(alice, alice);
        mint(alice);
        deliveredMint(alice);
    }

    function test_TOKEN_37_FirstMintEver() public {
        uint256 used = gasOf(pool, address(bridged), abi.encodeCall(bridged.mint, (alice, 10e18)));
        // The supply slot of the first delivery on a chain is new: 17,100 more, once.
        assertLe(used, DELIVERY_GAS + 17_100);
    }
}
