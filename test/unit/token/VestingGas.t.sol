// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {VestingWallet} from "@openzeppelin/contracts/finance/VestingWallet.sol";
import {VestingWalletCliff} from "@openzeppelin/contracts/finance/VestingWalletCliff.sol";

import {IOpenVesting} from "../../../contracts/token/interfaces/IOpenVesting.sol";
import {VestingFixture} from "./VestingFixture.sol";

/// The peer: what OpenZeppelin has for a schedule with a cliff.
contract PeerWallet is VestingWalletCliff {
    constructor(
        address owner,
        uint64 start,
        uint64 duration,
        uint64 cliff
    ) VestingWallet(owner, start, duration) VestingWalletCliff(cliff) {}
}

/// Both hold OPEN itself, so that only the wallets differ.
contract VestingGasTest is VestingFixture {
    IOpenVesting private wallet;
    PeerWallet private peer;

    function coolAll() private {
        vm.cool(address(token));
        vm.cool(address(factory));
        vm.cool(factory.implementation());
        if (address(wallet) != address(0)) vm.cool(address(wallet));
        if (address(peer) != address(0)) vm.cool(address(peer));
    }

    /// The gas of one call from cold state, without the transaction's own 21,000 and calldata.
    function gasOf(address sender, address target, bytes memory data) private returns (uint256 used) {
        coolAll();
        vm.prank(sender);
        uint256 before = gasleft();
        (bool ok, ) = target.call(data);
        used = before - gasleft();
        assertTrue(ok);
    }

    function createBoth() private {
        wallet = create(team());
        peer = new PeerWallet(alice, NOW, 4 * YEAR, 182 days);
        vm.prank(payer);
        token.transfer(address(peer), AMOUNT);
    }

    function releaseOurs() private returns (uint256) {
        return gasOf(bob, address(wallet), abi.encodeWithSignature("release()"));
    }

    function releasePeer() private returns (uint256) {
        return gasOf(bob, address(peer), abi.encodeWithSignature("release(address)", address(token)));
    }

    function test_CreateCostsNoMoreThanOpenZeppelin() public {
        create(grantOf(team(), false));
        skip(1);
        coolAll();
        vm.prank(payer);
        uint256 before = gasleft();
        PeerWallet made = new PeerWallet(alice, uint64(block.timestamp), 4 * YEAR, 182 days);
        uint256 theirs = before - gasleft();
        theirs += gasOf(payer, address(token), abi.encodeCall(token.transfer, (address(made), AMOUNT)));
        uint256 ours = gasOf(payer, address(factory), abi.encodeCall(factory.create, (TEAM, grantOf(team(), false))));
        emit log_named_uint("create", ours);
        emit log_named_uint("create, peer", theirs);
        assertLe(ours, theirs);
    }

    function test_FirstReleaseCostsNoMoreThanOpenZeppelin() public {
        vm.prank(alice);
        token.delegate(alice);
        createBoth();
        vm.prank(payer);
        token.transfer(alice, 1);
        skip(YEAR);
        uint256 ours = releaseOurs();
        uint256 theirs = releasePeer();
        emit log_named_uint("first release", ours);
        emit log_named_uint("first release, peer", theirs);
        assertLe(ours, theirs);
    }

    function test_ReleaseCostsNoMoreThanOpenZeppelin() public {
        vm.prank(alice);
        token.delegate(alice);
        createBoth();
        skip(YEAR);
        releaseOurs();
        releasePeer();
        skip(YEAR);
        uint256 ours = releaseOurs();
        uint256 theirs = releasePeer();
        emit log_named_uint("release", ours);
        emit log_named_uint("release, peer", theirs);
        assertLe(ours, theirs);
    }

    /// To an owner without a delegatee the peer moves no votes at all; ours had some, and gives them back for the price
    /// of one checkpoint.
    function test_ReleaseToAnUndelegatedOwnerCostsACheckpointMore() public {
        createBoth();
        skip(YEAR);
        releaseOurs();
        releasePeer();
        skip(YEAR);
        uint256 ours = releaseOurs();
        uint256 theirs = releasePeer();
        emit log_named_uint("release, undelegated", ours);
        emit log_named_uint("release, undelegated, peer", theirs);
        assertLe(ours, theirs + 35_000);
    }
}
