// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ERC721Holder} from "@openzeppelin/contracts/token/ERC721/utils/ERC721Holder.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {SignerECDSA} from "@openzeppelin/contracts/utils/cryptography/signers/SignerECDSA.sol";

/// @dev A wallet of one key: signs by ERC-1271, acts when the key's account calls. It holds ERC-721 tokens and takes no
/// plain ETH.
contract ContractWallet is SignerECDSA, IERC1271, ERC721Holder {
    error ContractWallet_NotSigner(address caller);

    constructor(address signer_) SignerECDSA(signer_) {}

    /// @dev Passes on the ETH that comes with the call.
    function execute(address target, bytes calldata data) external payable returns (bytes memory) {
        require(msg.sender == signer(), ContractWallet_NotSigner(msg.sender));
        return Address.functionCallWithValue(target, data, msg.value);
    }

    /// @inheritdoc IERC1271
    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        return _rawSignatureValidation(hash, signature) ? IERC1271.isValidSignature.selector : bytes4(0xffffffff);
    }
}
