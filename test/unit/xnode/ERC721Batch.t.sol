// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {ERC721Batch} from "../../../contracts/xnode/ERC721Batch.sol";

/// @dev Numbers its tokens in order, like a series.
contract BatchToken is ERC721Batch {
    uint256 public next = 1;

    constructor() ERC721("Batch", "B") {}

    function mint(address to, uint256 quantity) external returns (uint256 firstId) {
        firstId = next;
        next += quantity;
        _mintBatch(to, firstId, quantity);
    }
}

contract PlainToken is ERC721 {
    uint256 public next = 1;

    constructor() ERC721("Plain", "P") {}

    function mint(address to, uint256 quantity) external returns (uint256 firstId) {
        firstId = next;
        for (uint256 i = 0; i < quantity; ++i) _mint(to, next++);
    }
}

contract ERC721BatchTest is Test {
    BatchToken internal token;
    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");

    function setUp() public {
        token = new BatchToken();
    }

    function test_XNODE_11_MintBatch_EmitsATransferForEveryToken() public {
        for (uint256 id = 1; id <= 5; ++id) {
            vm.expectEmit(address(token));
            emit IERC721.Transfer(address(0), alice, id);
        }
        token.mint(alice, 5);
        assertEq(token.balanceOf(alice), 5);
        for (uint256 id = 1; id <= 5; ++id) assertEq(token.ownerOf(id), alice);
    }

    function test_MintBatch_EndsWhereItEnds() public {
        token.mint(alice, 20);
        _expectNobody(0);
        _expectNobody(21);
        _expectNobody(type(uint256).max);
        assertEq(token.ownerOf(20), alice);
    }

    function test_XNODE_11_MintBatch_NeighboursKeepTheirOwners() public {
        token.mint(alice, 3);
        token.mint(bob, 1);
        token.mint(alice, 1);
        token.mint(bob, 2);
        address[7] memory owners = [alice, alice, alice, bob, alice, bob, bob];
        for (uint256 i = 0; i < 7; ++i) assertEq(token.ownerOf(i + 1), owners[i]);
        assertEq(token.balanceOf(alice), 4);
        assertEq(token.balanceOf(bob), 3);
    }

    function test_XNODE_11_Transfer_OfAnyPlaceLeavesTheOthers() public {
        token.mint(alice, 5);
        vm.startPrank(alice);
        token.transferFrom(alice, bob, 1);
        token.transferFrom(alice, bob, 4);
        vm.stopPrank();
        address[5] memory owners = [bob, alice, alice, bob, alice];
        for (uint256 i = 0; i < 5; ++i) assertEq(token.ownerOf(i + 1), owners[i]);
        assertEq(token.balanceOf(alice), 3);
        assertEq(token.balanceOf(bob), 2);
    }

    function test_XNODE_11_Transfer_ThereAndBackIsNoGhost() public {
        token.mint(alice, 2);
        vm.prank(alice);
        token.transferFrom(alice, bob, 2);
        vm.prank(bob);
        token.transferFrom(bob, alice, 2);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, bob, 2));
        token.transferFrom(alice, bob, 2);
        assertEq(token.ownerOf(2), alice);
        assertEq(token.balanceOf(alice), 2);
        assertEq(token.balanceOf(bob), 0);
    }

    function test_Approve_WithinABatch() public {
        token.mint(alice, 3);
        vm.prank(alice);
        token.approve(bob, 3);
        vm.prank(bob);
        token.transferFrom(alice, bob, 3);
        assertEq(token.ownerOf(3), bob);
        assertEq(token.getApproved(3), address(0));
    }

    function test_RevertWhen_MintToNobody() public {
        bytes memory reason = abi.encodeWithSelector(IERC721Errors.ERC721InvalidReceiver.selector, address(0));
        vm.expectRevert(reason);
        token.mint(address(0), 2);
        vm.expectRevert(reason);
        token.mint(address(0), 1);
    }

    /// @dev One slot for the record, one for the balance: what ERC721A writes too.
    function test_MintBatch_WritesOneRecord() public {
        token.mint(alice, 1);
        vm.record();
        token.mint(alice, 20);
        (, bytes32[] memory writes) = vm.accesses(address(token));
        // The counter of this test's token, the balance, the record.
        assertEq(writes.length, 3);
    }

    /// @dev The same story told to OpenZeppelin's own ERC721 ends the same.
    function testFuzz_XNODE_11_MintsAndTransfers_AsOpenZeppelins(uint256[24] calldata steps) public {
        PlainToken plain = new PlainToken();
        address[3] memory actors = [alice, bob, address(this)];
        for (uint256 i = 0; i < steps.length; ++i) {
            uint256 step = steps[i];
            address to = actors[(step >> 8) % 3];
            if (step % 3 == 0) {
                uint256 quantity = ((step >> 16) % 20) + 1;
                assertEq(token.mint(to, quantity), plain.mint(to, quantity));
            } else if (plain.next() > 1) {
                uint256 id = ((step >> 16) % (plain.next() - 1)) + 1;
                address from = plain.ownerOf(id);
                vm.startPrank(from);
                plain.transferFrom(from, to, id);
                token.transferFrom(from, to, id);
                vm.stopPrank();
            }
        }
        assertEq(token.next(), plain.next());
        for (uint256 id = 1; id < plain.next(); ++id) assertEq(token.ownerOf(id), plain.ownerOf(id));
        for (uint256 i = 0; i < 3; ++i) assertEq(token.balanceOf(actors[i]), plain.balanceOf(actors[i]));
        _expectNobody(plain.next());
    }

    function _expectNobody(uint256 id) private {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, id));
        token.ownerOf(id);
    }
}
