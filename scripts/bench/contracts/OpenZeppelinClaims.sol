// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

/// @notice The least that pays a list by Merkle proof: one list, for ever, no deadline, no way back for the rest.
contract OpenZeppelinClaims {
    using BitMaps for BitMaps.BitMap;
    using SafeERC20 for IERC20;

    IERC20 private immutable _TOKEN;
    bytes32 private immutable _ROOT;

    BitMaps.BitMap private _claimed;

    event Claimed(uint256 index, address account, uint256 amount);

    error AlreadyClaimed();
    error InvalidProof();

    constructor(IERC20 token, bytes32 root) {
        _TOKEN = token;
        _ROOT = root;
    }

    function claim(uint256 index, address account, uint256 amount, bytes32[] calldata proof) external {
        require(!_claimed.get(index), AlreadyClaimed());
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(index, account, amount))));
        require(MerkleProof.verifyCalldata(proof, _ROOT, leaf), InvalidProof());
        _claimed.set(index);
        _TOKEN.safeTransfer(account, amount);
        emit Claimed(index, account, amount);
    }
}
