// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

import {EXCLUDED} from "../../../contracts/common/Excluded.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {ICCIPAdmin} from "../../../contracts/token/interfaces/ICCIPAdmin.sol";
import {IContractPermit} from "../../../contracts/token/interfaces/IContractPermit.sol";
import {ILazyVotes} from "../../../contracts/token/interfaces/ILazyVotes.sol";
import {IOpenToken} from "../../../contracts/token/interfaces/IOpenToken.sol";

/// Any contract with code: what an escrow or pool is, is decided by the registration alone.
contract Vault {
    function run(address target, bytes calldata data) external returns (bytes memory) {
        (bool ok, bytes memory result) = target.call(data);
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(result, 32), mload(result))
            }
        }
        return result;
    }
}

/// A contract wallet whose owner signs bare digests.
contract Wallet is IERC1271 {
    address private immutable _owner;

    constructor(address owner) {
        _owner = owner;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        return ECDSA.recover(digest, signature) == _owner ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}

abstract contract OpenTokenBase is Test {
    uint256 internal constant SUPPLY = 1e27;

    address internal immutable allocation = makeAddr("allocation");
    address internal immutable timelock = makeAddr("timelock");
    address internal immutable alice = makeAddr("alice");
    address internal immutable bob = makeAddr("bob");
    address internal immutable carol = makeAddr("carol");
    address internal immutable dora = makeAddr("dora");
    address internal immutable erik = makeAddr("erik");

    OpenToken internal token;
    address internal escrow;
    address internal pool;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        token = new OpenToken(allocation, timelock);
        escrow = address(new Vault());
        pool = address(new Vault());
        vm.startPrank(timelock);
        token.addEscrow(escrow);
        token.addPool(pool);
        vm.stopPrank();
    }

    function give(address to, uint256 value) internal {
        vm.prank(allocation);
        token.transfer(to, value);
    }

    function delegate(address from, address to) internal {
        vm.prank(from);
        token.delegate(to);
    }

    function stake(address from, address account, uint256 value) internal {
        vm.prank(from);
        token.approve(escrow, value);
        vm.prank(escrow);
        token.escrowIn(from, account, value);
    }

    function release(address account, address to, uint256 value) internal {
        vm.prank(escrow);
        token.escrowOut(account, to, value);
    }

    function deliver(address to, uint256 value) internal {
        give(pool, value);
        vm.prank(pool);
        token.transfer(to, value);
    }

    function newEscrow() internal returns (address added) {
        added = address(new Vault());
        vm.prank(timelock);
        token.addEscrow(added);
    }
}

contract OpenTokenSupplyTest is OpenTokenBase {
    function test_TOKEN_01_MintsTheWholeSupplyToTheAllocation() public view {
        assertEq(token.totalSupply(), SUPPLY);
        assertEq(token.balanceOf(allocation), SUPPLY);
        assertEq(token.name(), "Openmesh");
        assertEq(token.symbol(), "OPEN");
        assertEq(token.decimals(), 18);
        assertEq(token.timelock(), timelock);
    }

    function test_TOKEN_01_RevertWhen_AllocationIsZero() public {
        vm.expectRevert(IOpenToken.OpenToken_ZeroAddress.selector);
        new OpenToken(address(0), timelock);
    }

    function test_TOKEN_01_RevertWhen_TimelockIsZero() public {
        vm.expectRevert(IOpenToken.OpenToken_ZeroAddress.selector);
        new OpenToken(allocation, address(0));
    }

    function test_TOKEN_01_SupplyIsCheckpointedAtBirth() public {
        skip(1);
        assertEq(token.getPastTotalSupply(block.timestamp - 1), SUPPLY);
    }

    function test_TOKEN_03_BurnLowersSupplyCheckpointAndVotes() public {
        give(alice, 10e18);
        delegate(alice, dora);
        skip(10);
        vm.prank(alice);
        token.burn(4e18);
        skip(1);
        assertEq(token.totalSupply(), SUPPLY - 4e18);
        assertEq(token.getPastTotalSupply(block.timestamp - 2), SUPPLY);
        assertEq(token.getPastTotalSupply(block.timestamp - 1), SUPPLY - 4e18);
        assertEq(token.getPastVotes(dora, block.timestamp - 1), 6e18);
    }

    function test_TOKEN_03_BurnFromSpendsTheAllowance() public {
        give(alice, 10e18);
        vm.prank(alice);
        token.approve(bob, 5e18);
        vm.prank(bob);
        token.burnFrom(alice, 4e18);
        assertEq(token.balanceOf(alice), 6e18);
        assertEq(token.allowance(alice, bob), 1e18);
    }

    function test_TOKEN_03_RevertWhen_BurnFromWithoutAllowance() public {
        give(alice, 10e18);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, bob, 0, 1));
        vm.prank(bob);
        token.burnFrom(alice, 1);
    }

    function test_TOKEN_12_SupportsItsInterfaces() public view {
        assertTrue(token.supportsInterface(0x01ffc9a7));
        assertTrue(token.supportsInterface(type(IERC20).interfaceId));
        assertTrue(token.supportsInterface(type(IVotes).interfaceId));
        assertTrue(token.supportsInterface(type(IOpenToken).interfaceId));
        assertFalse(token.supportsInterface(0xffffffff));
    }

    function test_TOKEN_02_HasNoMint() public {
        (bool ok, ) = address(token).call(abi.encodeWithSignature("mint(address,uint256)", alice, 1));
        assertFalse(ok);
    }
}

contract OpenTokenAdminTest is OpenTokenBase {
    function test_TOKEN_13_CCIPAdminStartsAtTheTimelock() public view {
        assertEq(token.getCCIPAdmin(), timelock);
        assertEq(token.pendingCCIPAdmin(), address(0));
    }

    function test_TOKEN_13_CCIPAdminMovesInTwoSteps() public {
        vm.expectEmit(address(token));
        emit ICCIPAdmin.CCIPAdminTransferStarted(timelock, alice);
        vm.prank(timelock);
        token.transferCCIPAdmin(alice);
        assertEq(token.getCCIPAdmin(), timelock);
        assertEq(token.pendingCCIPAdmin(), alice);

        vm.expectEmit(address(token));
        emit ICCIPAdmin.CCIPAdminTransferred(timelock, alice);
        vm.prank(alice);
        token.acceptCCIPAdmin();
        assertEq(token.getCCIPAdmin(), alice);
        assertEq(token.pendingCCIPAdmin(), address(0));
    }

    function test_TOKEN_13_CCIPAdminOfferCanBeWithdrawn() public {
        vm.startPrank(timelock);
        token.transferCCIPAdmin(alice);
        token.transferCCIPAdmin(address(0));
        vm.stopPrank();
        vm.expectRevert(abi.encodeWithSelector(ICCIPAdmin.CCIPAdmin_NotPendingAdmin.selector, alice));
        vm.prank(alice);
        token.acceptCCIPAdmin();
    }

    function test_TOKEN_13_RevertWhen_StrangerOffersCCIPAdmin() public {
        vm.expectRevert(abi.encodeWithSelector(ICCIPAdmin.CCIPAdmin_NotAdmin.selector, alice));
        vm.prank(alice);
        token.transferCCIPAdmin(alice);
    }

    function test_TOKEN_14_AddEscrowRegistersForEver() public {
        address added = address(new Vault());
        vm.expectEmit(address(token));
        emit IOpenToken.EscrowAdded(added);
        vm.prank(timelock);
        token.addEscrow(added);
        assertTrue(token.isEscrow(added));
        assertFalse(token.isPool(added));
        address[] memory list = token.escrows();
        assertEq(list.length, 2);
        assertEq(list[0], escrow);
        assertEq(list[1], added);
    }

    function test_TOKEN_14_AddPoolRegistersForEver() public {
        address added = address(new Vault());
        vm.expectEmit(address(token));
        emit IOpenToken.PoolAdded(added);
        vm.prank(timelock);
        token.addPool(added);
        assertTrue(token.isPool(added));
        assertFalse(token.isEscrow(added));
    }

    function test_TOKEN_14_RevertWhen_StrangerAddsEscrow() public {
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_NotTimelock.selector, alice));
        vm.prank(alice);
        token.addEscrow(alice);
    }

    function test_TOKEN_14_RevertWhen_StrangerAddsPool() public {
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_NotTimelock.selector, alice));
        vm.prank(alice);
        token.addPool(alice);
    }

    function test_TOKEN_14_RevertWhen_FourthEscrow() public {
        newEscrow();
        newEscrow();
        address fourth = address(new Vault());
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_TooManyEscrows.selector, 3));
        vm.prank(timelock);
        token.addEscrow(fourth);
    }

    function test_TOKEN_15_RevertWhen_RegistrantHasNoCode() public {
        vm.startPrank(timelock);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_NotRegistrable.selector, alice));
        token.addEscrow(alice);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_NotRegistrable.selector, address(0)));
        token.addPool(address(0));
        vm.stopPrank();
    }

    function test_TOKEN_15_RevertWhen_RegistrantIsTheToken() public {
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_NotRegistrable.selector, address(token)));
        vm.prank(timelock);
        token.addPool(address(token));
    }

    function test_TOKEN_15_RevertWhen_RegisteredTwice() public {
        vm.startPrank(timelock);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_AlreadyRegistered.selector, pool));
        token.addEscrow(pool);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_AlreadyRegistered.selector, escrow));
        token.addPool(escrow);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_AlreadyRegistered.selector, escrow));
        token.addEscrow(escrow);
        vm.stopPrank();
    }

    function test_TOKEN_15_RevertWhen_RegistrantHasDelegatee() public {
        address vault = address(new Vault());
        delegate(vault, EXCLUDED);
        vm.expectRevert(abi.encodeWithSelector(IOpenToken.OpenToken_HasDelegatee.selector, vault, EXCLUDED));
        vm.prank(timelock);
        token.addEscrow(vault);
    }

    function test_TOKEN_15_RegistrantMayHaveDelegatedBefore() public {
        address vault = address(new Vault());
        delegate(vault, dora);
        deliver(vault, 5);
        delegate(vault, address(0));
        assertEq(token.pendingVotes(vault), 0);
        vm.prank(timelock);
        token.addPool(vault);
        assertTrue(token.isPool(vault));
    }

    /// Otherwise anybody could block a registration by staking one wei for the address.
    function test_TOKEN_15_RegistrantMayHaveTokensInAnEscrow() public {
        address vault = address(new Vault());
        give(alice, 10);
        stake(alice, vault, 10);
        vm.prank(timelock);
        token.addEscrow(vault);
        release(vault, bob, 10);
        assertEq(token.balanceOf(bob), 10);
    }
}

contract OpenTokenDelegationTest is OpenTokenBase {
    bytes32 private constant DELEGATION = keccak256("Delegation(address delegatee,uint256 nonce,uint256 expiry)");
    bytes32 private constant DELEGATION_FOR = keccak256(
        "Delegation(address delegator,address delegatee,uint256 nonce,uint256 expiry)"
    );
    bytes32 private constant PERMIT = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    function digestOf(bytes memory encoded) private view returns (bytes32) {
        return keccak256(abi.encodePacked("\x19\x01", token.DOMAIN_SEPARATOR(), keccak256(encoded)));
    }

    function sign(uint256 key, bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function test_TOKEN_06_ClockIsTheTimestamp() public view {
        assertEq(token.clock(), block.timestamp);
        assertEq(token.CLOCK_MODE(), "mode=timestamp");
    }

    function test_TOKEN_07_DelegateCountsTheBalance() public {
        give(alice, 10e18);
        vm.expectEmit(address(token));
        emit IVotes.DelegateChanged(alice, address(0), dora);
        vm.expectEmit(address(token));
        emit IVotes.DelegateVotesChanged(dora, 0, 10e18);
        delegate(alice, dora);
        assertEq(token.delegates(alice), dora);
        assertEq(token.getVotes(dora), 10e18);
        assertEq(token.numCheckpoints(dora), 1);
        assertEq(token.checkpoints(dora, 0)._value, 10e18);
    }

    function test_TOKEN_07_RedelegateMovesAllUnits() public {
        give(alice, 10e18);
        stake(alice, alice, 4e18);
        delegate(alice, dora);
        delegate(alice, erik);
        assertEq(token.getVotes(dora), 0);
        assertEq(token.getVotes(erik), 10e18);
    }

    function test_TOKEN_07_DelegateToZeroWithdrawsVotes() public {
        give(alice, 10e18);
        delegate(alice, dora);
        delegate(alice, address(0));
        assertEq(token.getVotes(dora), 0);
        assertEq(token.delegates(alice), address(0));
    }

    function test_TOKEN_10_RevertWhen_LookupIsNotPast() public {
        vm.expectRevert(
            abi.encodeWithSelector(ILazyVotes.ERC5805FutureLookup.selector, block.timestamp, uint48(block.timestamp))
        );
        token.getPastVotes(dora, block.timestamp);
        vm.expectRevert(
            abi.encodeWithSelector(ILazyVotes.ERC5805FutureLookup.selector, type(uint256).max, uint48(block.timestamp))
        );
        token.getPastTotalSupply(type(uint256).max);
    }

    function test_TOKEN_16_RevertWhen_EscrowDelegates() public {
        vm.expectRevert(abi.encodeWithSelector(ILazyVotes.LazyVotes_RegisteredCannotDelegate.selector, escrow));
        delegate(escrow, dora);
    }

    function test_TOKEN_16_RevertWhen_PoolDelegates() public {
        vm.expectRevert(abi.encodeWithSelector(ILazyVotes.LazyVotes_RegisteredCannotDelegate.selector, pool));
        delegate(pool, address(0));
    }

    function test_TOKEN_08_DelegateBySig() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        give(signer, 7);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digestOf(abi.encode(DELEGATION, dora, 0, block.timestamp)));
        token.delegateBySig(dora, 0, block.timestamp, v, r, s);
        assertEq(token.delegates(signer), dora);
        assertEq(token.nonces(signer), 1);

        vm.expectRevert(abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, signer, 1));
        token.delegateBySig(dora, 0, block.timestamp, v, r, s);
    }

    function test_TOKEN_08_RevertWhen_DelegationExpired() public {
        uint256 expiry = block.timestamp - 1;
        vm.expectRevert(abi.encodeWithSelector(IVotes.VotesExpiredSignature.selector, expiry));
        token.delegateBySig(dora, 0, expiry, 27, bytes32(0), bytes32(0));
        vm.expectRevert(abi.encodeWithSelector(IVotes.VotesExpiredSignature.selector, expiry));
        token.delegateBySig(alice, dora, 0, expiry, "");
    }

    function test_TOKEN_05_DelegateBySigOfContractWallet() public {
        (address owner, uint256 key) = makeAddrAndKey("owner");
        address wallet = address(new Wallet(owner));
        give(wallet, 7);
        bytes memory signature = sign(key, digestOf(abi.encode(DELEGATION_FOR, wallet, dora, 0, block.timestamp)));
        token.delegateBySig(wallet, dora, 0, block.timestamp, signature);
        assertEq(token.delegates(wallet), dora);
        assertEq(token.getVotes(dora), 7);

        vm.expectRevert(abi.encodeWithSelector(Nonces.InvalidAccountNonce.selector, wallet, 1));
        token.delegateBySig(wallet, dora, 0, block.timestamp, signature);
    }

    /// One owner, two wallets that accept the owner's bare signature: each delegation binds one wallet.
    function test_TOKEN_05_RevertWhen_SignatureIsOfAnotherWalletOfTheOwner() public {
        (address owner, uint256 key) = makeAddrAndKey("owner");
        address wallet = address(new Wallet(owner));
        address other = address(new Wallet(owner));
        bytes memory signature = sign(key, digestOf(abi.encode(DELEGATION_FOR, wallet, dora, 0, block.timestamp)));
        vm.expectRevert(abi.encodeWithSelector(ILazyVotes.LazyVotes_InvalidSignature.selector, other));
        token.delegateBySig(other, dora, 0, block.timestamp, signature);
    }

    function test_TOKEN_05_DelegateBySigOfKeyThroughBytes() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        bytes memory signature = sign(key, digestOf(abi.encode(DELEGATION_FOR, signer, dora, 0, block.timestamp)));
        token.delegateBySig(signer, dora, 0, block.timestamp, signature);
        assertEq(token.delegates(signer), dora);
    }

    function test_TOKEN_08_RevertWhen_ZeroDelegatorBySig() public {
        vm.expectRevert(abi.encodeWithSelector(ILazyVotes.LazyVotes_InvalidSignature.selector, address(0)));
        token.delegateBySig(address(0), dora, 0, block.timestamp, new bytes(65));
    }

    function test_TOKEN_05_PermitOfContractWallet() public {
        (address owner, uint256 key) = makeAddrAndKey("owner");
        address wallet = address(new Wallet(owner));
        bytes memory signature = sign(key, digestOf(abi.encode(PERMIT, wallet, bob, 9, 0, block.timestamp)));
        token.permit(wallet, bob, 9, block.timestamp, signature);
        assertEq(token.allowance(wallet, bob), 9);
        assertEq(token.nonces(wallet), 1);

        vm.expectRevert(abi.encodeWithSelector(IContractPermit.ContractPermit_InvalidSignature.selector, wallet));
        token.permit(wallet, bob, 9, block.timestamp, signature);
    }

    function test_TOKEN_04_PermitOfKey() public {
        (address signer, uint256 key) = makeAddrAndKey("signer");
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(
            key,
            digestOf(abi.encode(PERMIT, signer, bob, 9, 0, block.timestamp))
        );
        token.permit(signer, bob, 9, block.timestamp, v, r, s);
        assertEq(token.allowance(signer, bob), 9);
    }
}

contract OpenTokenTransferTest is OpenTokenBase {
    function test_TOKEN_09_TransferMovesVotes() public {
        give(alice, 10e18);
        delegate(alice, dora);
        delegate(bob, erik);
        vm.expectEmit(address(token));
        emit IVotes.DelegateVotesChanged(dora, 10e18, 7e18);
        vm.expectEmit(address(token));
        emit IVotes.DelegateVotesChanged(erik, 0, 3e18);
        vm.prank(alice);
        token.transfer(bob, 3e18);
    }

    function test_TOKEN_09_TransferBetweenDelegatorsOfOneDelegateWritesNothing() public {
        give(alice, 10e18);
        delegate(alice, dora);
        delegate(bob, dora);
        skip(1);
        vm.prank(alice);
        token.transfer(bob, 3e18);
        assertEq(token.getVotes(dora), 10e18);
        assertEq(token.numCheckpoints(dora), 1);
    }

    function test_TOKEN_09_SelfTransferKeepsVotes() public {
        give(alice, 10e18);
        delegate(alice, dora);
        vm.prank(alice);
        token.transfer(alice, 10e18);
        assertEq(token.getVotes(dora), 10e18);
    }

    function testFuzz_TOKEN_09_PairKeepsVotes(uint96 balance, uint96 staked, uint96 moved, uint8 who) public {
        balance = uint96(bound(balance, 0, SUPPLY));
        staked = uint96(bound(staked, 0, balance));
        moved = uint96(bound(moved, 0, balance - staked));
        give(alice, balance);
        if (who & 1 != 0) delegate(alice, dora);
        if (who & 2 != 0) delegate(bob, who & 4 != 0 ? dora : erik);
        stake(alice, alice, staked);
        vm.prank(alice);
        token.transfer(bob, moved);
        release(alice, bob, staked);
        uint256 expected = (who & 1 != 0 ? balance - staked - moved : 0) + (who & 2 != 0 ? staked + moved : 0);
        assertEq(token.getVotes(dora) + token.getVotes(erik), expected);
        assertEq(token.balanceOf(alice), balance - staked - moved);
        assertEq(token.balanceOf(bob), uint256(staked) + moved);
        assertEq(token.escrowedTotal(escrow), 0);
    }
}

contract OpenTokenDeliveryTest is OpenTokenBase {
    function test_TOKEN_23_DeliveryToDelegatorIsPending() public {
        delegate(alice, dora);
        give(pool, 5e18);
        vm.expectEmit(address(token));
        emit IERC20.Transfer(pool, alice, 5e18);
        vm.prank(pool);
        token.transfer(alice, 5e18);
        assertEq(token.balanceOf(alice), 5e18);
        assertEq(token.pendingVotes(alice), 5e18);
        assertEq(token.delegates(alice), dora);
        assertEq(token.getVotes(dora), 0);
        assertEq(token.numCheckpoints(dora), 0);
    }

    function test_TOKEN_23_DeliveryWithoutDelegateeCountsWhenDelegating() public {
        deliver(alice, 5e18);
        assertEq(token.pendingVotes(alice), 0);
        delegate(alice, dora);
        assertEq(token.getVotes(dora), 5e18);
    }

    function test_TOKEN_24_SettleCountsPendingOnce() public {
        delegate(alice, dora);
        deliver(alice, 5e18);
        deliver(alice, 2e18);
        vm.expectEmit(address(token));
        emit ILazyVotes.VotesSettled(alice, dora, 7e18);
        vm.prank(bob);
        token.settleVotes(alice);
        token.settleVotes(alice);
        assertEq(token.pendingVotes(alice), 0);
        assertEq(token.getVotes(dora), 7e18);
    }

    function test_TOKEN_24_SettleOfNothingDoesNothing() public {
        vm.recordLogs();
        token.settleVotes(alice);
        token.settleVotes(pool);
        token.settleVotes(address(0));
        assertEq(vm.getRecordedLogs().length, 0);
    }

    function test_TOKEN_24_TransferSettlesTheSender() public {
        delegate(alice, dora);
        deliver(alice, 5e18);
        vm.prank(alice);
        token.transfer(bob, 2e18);
        assertEq(token.pendingVotes(alice), 0);
        assertEq(token.getVotes(dora), 3e18);
        assertEq(token.numCheckpoints(dora), 1);
    }

    function test_TOKEN_24_TransferSettlesTheReceiver() public {
        delegate(alice, dora);
        deliver(alice, 5e18);
        give(bob, 1e18);
        vm.prank(bob);
        token.transfer(alice, 1e18);
        assertEq(token.pendingVotes(alice), 0);
        assertEq(token.getVotes(dora), 6e18);
    }

    function test_TOKEN_24_SelfTransferSettlesOnce() public {
        delegate(alice, dora);
        deliver(alice, 5e18);
        vm.prank(alice);
        token.transfer(alice, 1e18);
        assertEq(token.pendingVotes(alice), 0);
        assertEq(token.getVotes(dora), 5e18);
    }

    function test_TOKEN_24_TransferSettlesBothOfOneDelegate() public {
        delegate(alice, dora);
        delegate(bob, dora);
        deliver(alice, 5e18);
        deliver(bob, 2e18);
        vm.prank(alice);
        token.transfer(bob, 1e18);
        assertEq(token.getVotes(dora), 7e18);
        assertEq(token.pendingVotes(alice) + token.pendingVotes(bob), 0);
    }

    function test_TOKEN_24_RedelegationTakesPendingAlong() public {
        give(alice, 1e18);
        delegate(alice, dora);
        deliver(alice, 5e18);
        delegate(alice, erik);
        assertEq(token.getVotes(dora), 0);
        assertEq(token.getVotes(erik), 6e18);
        assertEq(token.pendingVotes(alice), 0);
    }

    function test_TOKEN_24_DelegatingAgainToTheSameSettles() public {
        give(alice, 1e18);
        delegate(alice, dora);
        deliver(alice, 5e18);
        delegate(alice, dora);
        assertEq(token.getVotes(dora), 6e18);
        assertEq(token.pendingVotes(alice), 0);
    }

    function test_TOKEN_24_PendingSurvivesStakingAndReleasing() public {
        delegate(alice, dora);
        deliver(alice, 5e18);
        stake(alice, alice, 5e18);
        assertEq(token.getVotes(dora), 0);
        assertEq(token.pendingVotes(alice), 5e18);
        release(alice, bob, 5e18);
        assertEq(token.getVotes(dora), 0);
        assertEq(token.pendingVotes(alice), 0);
    }

    function test_TOKEN_25_PastVotesNeverCountPending() public {
        delegate(alice, dora);
        deliver(alice, 5e18);
        uint256 delivered = block.timestamp;
        skip(10);
        token.settleVotes(alice);
        skip(10);
        assertEq(token.getPastVotes(dora, delivered), 0);
        assertEq(token.getPastVotes(dora, delivered + 9), 0);
        assertEq(token.getPastVotes(dora, delivered + 10), 5e18);
    }

    function test_TOKEN_23_DeliveryToEscrowAndPoolIsSilent() public {
        deliver(escrow, 5e18);
        deliver(pool, 5e18);
        assertEq(token.pendingVotes(escrow), 0);
        assertEq(token.pendingVotes(pool), 0);
        assertEq(token.balanceOf(escrow), 5e18);
    }

    function test_TOKEN_23_DeliveryToExcludedDelegatorIsPending() public {
        delegate(alice, EXCLUDED);
        deliver(alice, 5e18);
        token.settleVotes(alice);
        assertEq(token.getVotes(EXCLUDED), 5e18);
    }

    function test_TOKEN_23_ZeroDeliveryWritesNothing() public {
        delegate(alice, dora);
        vm.prank(pool);
        token.transfer(alice, 0);
        assertEq(token.pendingVotes(alice), 0);
    }

    function test_TOKEN_26_SendingToPoolMovesVotesAtOnce() public {
        give(alice, 5e18);
        delegate(alice, dora);
        vm.prank(alice);
        token.transfer(pool, 5e18);
        assertEq(token.getVotes(dora), 0);
    }

    function test_TOKEN_26_PoolBurnLowersSupplyOnly() public {
        give(pool, 5e18);
        vm.prank(pool);
        token.burn(5e18);
        assertEq(token.totalSupply(), SUPPLY - 5e18);
    }

    function test_TOKEN_27_WholeSupplyFitsIntoPending() public {
        delegate(alice, dora);
        deliver(alice, SUPPLY);
        assertEq(token.pendingVotes(alice), SUPPLY);
        assertEq(token.delegates(alice), dora);
        assertFalse(token.isEscrow(alice));
        token.settleVotes(alice);
        assertEq(token.getVotes(dora), SUPPLY);
    }
}
