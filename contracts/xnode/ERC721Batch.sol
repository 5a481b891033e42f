// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

/// @title ERC-721 that mints many tokens for little more than one
/// @notice A batch writes one record at its first id; an id without an owner of its own belongs to the batch before it.
/// @dev An id gets an owner of its own at its first transfer and keeps it: there is no burn, which would give the id
/// back to the batch. Whoever adds one has to leave a mark behind. Ids of a batch are never handed to `_mint` nor
/// the reverse; the caller numbers them, nothing here looks whether an id was given out before.
abstract contract ERC721Batch is ERC721 {
    struct Batch {
        address owner;
        uint96 size;
    }

    /// @dev Bounds the search for the record of an id, which reads one slot per id passed.
    uint256 public constant MAX_BATCH = 20;

    mapping(uint256 firstId => Batch) private _batches;
    // While it is set an id without an owner of its own has none: the search would read 20 slots to find nothing.
    bool private transient _isMintingOne;

    /// @dev Mints `quantity` tokens, 1 to `MAX_BATCH`, from `firstId` up. Asks `to` nothing; calls `_update` for a
    /// single token only, so an override must have nothing to do at a mint.
    function _mintBatch(address to, uint256 firstId, uint256 quantity) internal {
        assert(quantity != 0 && quantity <= MAX_BATCH);
        if (quantity == 1) {
            // One slot either way, but an owner of its own makes the first transfer cheaper by a new slot.
            _isMintingOne = true;
            _mint(to, firstId);
            _isMintingOne = false;
            return;
        }
        require(to != address(0), ERC721InvalidReceiver(to));
        // At most MAX_BATCH.
        _increaseBalance(to, uint128(quantity));
        _batches[firstId] = Batch(to, uint96(quantity));
        for (uint256 i = 0; i < quantity; ++i) {
            emit Transfer(address(0), to, firstId + i);
        }
    }

    function _ownerOf(uint256 id) internal view override returns (address owner) {
        owner = super._ownerOf(id);
        if (owner != address(0) || _isMintingOne) return owner;
        for (uint256 back = 0; back < MAX_BATCH && back <= id; ++back) {
            Batch storage batch = _batches[id - back];
            uint256 size = batch.size;
            if (size != 0) return back < size ? batch.owner : address(0);
        }
    }
}
