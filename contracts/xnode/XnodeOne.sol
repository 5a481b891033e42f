// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721Utils} from "@openzeppelin/contracts/token/ERC721/utils/ERC721Utils.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {ERC721Batch} from "./ERC721Batch.sol";
import {XnodeSeries} from "./XnodeSeries.sol";
import {IERC4907} from "./interfaces/IERC4907.sol";
import {IUnitObserver} from "./interfaces/IUnitObserver.sol";
import {IUnitRenderer} from "./interfaces/IUnitRenderer.sol";
import {IXnodeOne} from "./interfaces/IXnodeOne.sol";
import {Term} from "./libraries/Term.sol";
import {SeriesId, seriesIn} from "./types/SeriesId.sol";
import {UnitState} from "./types/UnitState.sol";

contract XnodeOne is XnodeSeries, ERC721Batch, EIP712, Nonces, Multicall {
    /// @dev One slot. It stays empty until activation or lock, so that a mint writes nothing beside ERC-721's own.
    struct Unit {
        uint40 activatedAt;
        uint40 expiry;
        // Saves an ordinary transfer the cold read of the tenancy.
        bool hasTenancy;
        address locker;
    }

    struct Tenancy {
        address user;
        uint64 expires;
    }

    bytes32 public constant MINTER_ROLE = keccak256("MINTER_ROLE");
    bytes32 public constant RENEWER_ROLE = keccak256("RENEWER_ROLE");
    bytes32 public constant LOCKER_ROLE = keccak256("LOCKER_ROLE");
    bytes32 public constant ACTIVATE_TYPEHASH = keccak256(
        "Activate(uint256 unit,address owner,uint256 nonce,uint256 deadline)"
    );

    uint256 public constant GRACE = Term.GRACE;
    /// @dev Bounds what a price rise can be dodged by, and keeps an expiry far inside 40 bits.
    uint256 public constant MAX_TERMS_AHEAD = 3;

    /// @inheritdoc IXnodeOne
    address public immutable timelock;

    /// @inheritdoc IXnodeOne
    IUnitRenderer public renderer;
    mapping(uint256 unit => Unit) private _units;
    mapping(uint256 unit => Tenancy) private _tenancies;

    constructor(
        address timelock_,
        Roles memory roles,
        IUnitObserver observer_,
        IUnitRenderer renderer_
    ) XnodeSeries(timelock_, observer_) ERC721("Xnode One", "XNODE") EIP712("Xnode One", "1") {
        timelock = timelock_;
        _grantRole(DEFAULT_ADMIN_ROLE, timelock_);
        for (uint256 i = 0; i < roles.minters.length; ++i) {
            _grantRole(MINTER_ROLE, roles.minters[i]);
        }
        _grantRole(RENEWER_ROLE, roles.renewer);
        _grantRole(LOCKER_ROLE, roles.locker);
        _setRenderer(renderer_);
    }

    /// @inheritdoc IXnodeOne
    function setRenderer(IUnitRenderer newRenderer) external {
        require(msg.sender == timelock, XnodeOne_NotTimelock(msg.sender));
        _setRenderer(newRenderer);
        emit BatchMetadataUpdate(0, type(uint256).max);
    }

    // Units

    /// @inheritdoc IXnodeOne
    function mint(
        SeriesId series,
        address to,
        uint256 quantity
    ) external onlyRole(MINTER_ROLE) returns (uint256 firstUnit) {
        Series storage s = _existing(series);
        (uint256 cap, uint256 minted) = (s.cap, s.minted);
        require(quantity != 0, XnodeOne_QuantityZero());
        require(quantity <= cap - minted, XnodeOne_SoldOut(series, cap, minted, quantity));
        require(quantity <= MAX_BATCH, XnodeOne_QuantityAboveMax(quantity, MAX_BATCH));

        s.minted = uint32(minted + quantity);
        firstUnit = series.unitAt(minted + 1);
        _mintBatch(to, firstUnit, quantity);
        if (to.code.length == 0) return firstUnit;
        for (uint256 i = 0; i < quantity; ++i) {
            ERC721Utils.checkOnERC721Received(msg.sender, address(0), to, firstUnit + i, "");
        }
    }

    /// @inheritdoc IXnodeOne
    function activate(uint256 unit) external {
        address owner = _requireOwned(unit);
        _checkAuthorized(owner, msg.sender, unit);
        _checkNotActivated(unit);
        _activate(unit, owner);
    }

    /// @inheritdoc IXnodeOne
    function activateBySig(uint256 unit, uint256 deadline, bytes calldata signature) external {
        address owner = _requireOwned(unit);
        // Before the signature, which is used up then: sent again, it should tell that all is done.
        _checkNotActivated(unit);
        require(block.timestamp <= deadline, XnodeOne_SignatureExpired(deadline, block.timestamp));
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(ACTIVATE_TYPEHASH, unit, owner, _useNonce(owner), deadline))
        );
        require(
            SignatureChecker.isValidSignatureNowCalldata(owner, digest, signature),
            XnodeOne_InvalidSignature(unit, owner)
        );
        _activate(unit, owner);
    }

    /// @inheritdoc IXnodeOne
    function renew(uint256 unit) external onlyRole(RENEWER_ROLE) returns (uint256 expiry) {
        address owner = _requireOwned(unit);
        Unit storage u = _units[unit];
        uint256 oldExpiry = u.expiry;
        UnitState state = _stateAt(oldExpiry);
        require(state == UnitState.Active || state == UnitState.Grace, XnodeOne_NotRenewable(unit, state));
        uint256 termDays = _seriesOf(unit).termDays;
        uint256 max = Term.endUp(block.timestamp, MAX_TERMS_AHEAD * termDays);
        expiry = oldExpiry + termDays * 1 days;
        require(expiry <= max, XnodeOne_RenewedTooFarAhead(unit, expiry, max));

        u.expiry = uint40(expiry);
        emit UnitRenewed(unit, oldExpiry, expiry);
        emit MetadataUpdate(unit);
        observer.onRenewed(unit, owner, u.activatedAt, oldExpiry, expiry);
    }

    /// @inheritdoc IERC4907
    function setUser(uint256 unit, address user, uint64 expires) external {
        _checkAuthorized(_requireOwned(unit), msg.sender, unit);
        if (user == address(0)) {
            _clearTenancy(unit);
            return;
        }
        Unit storage u = _units[unit];
        require(
            expires <= u.expiry && block.timestamp < u.expiry,
            XnodeOne_TenancyBeyondExpiry(unit, expires, u.expiry)
        );
        require(block.timestamp < expires, XnodeOne_TenancyOver(unit, expires, block.timestamp));
        u.hasTenancy = true;
        _tenancies[unit] = Tenancy(user, expires);
        emit UpdateUser(unit, user, expires);
    }

    /// @inheritdoc IXnodeOne
    function lock(uint256 unit) external onlyRole(LOCKER_ROLE) {
        _requireOwned(unit);
        Unit storage u = _units[unit];
        require(u.locker == address(0), XnodeOne_UnitLocked(unit, u.locker));
        u.locker = msg.sender;
        emit UnitLocked(unit, msg.sender);
    }

    /// @inheritdoc IXnodeOne
    function unlock(uint256 unit) external {
        Unit storage u = _units[unit];
        require(u.locker == msg.sender, XnodeOne_NotLocker(unit, msg.sender, u.locker));
        u.locker = address(0);
        emit UnitUnlocked(unit, msg.sender);
    }

    // Views

    /// @inheritdoc IXnodeOne
    function seriesOf(uint256 unit) external view returns (SeriesId) {
        _requireOwned(unit);
        return seriesIn(unit);
    }

    /// @inheritdoc IXnodeOne
    function stateOf(uint256 unit) external view returns (UnitState) {
        _requireOwned(unit);
        return _stateAt(_units[unit].expiry);
    }

    /// @inheritdoc IXnodeOne
    function isActive(uint256 unit) external view returns (bool) {
        return block.timestamp < _units[unit].expiry;
    }

    /// @inheritdoc IXnodeOne
    function isLapsed(uint256 unit) external view returns (bool) {
        uint256 expiry = _units[unit].expiry;
        return expiry != 0 && block.timestamp >= expiry + GRACE;
    }

    /// @inheritdoc IXnodeOne
    function activatedAt(uint256 unit) external view returns (uint256) {
        return _units[unit].activatedAt;
    }

    /// @inheritdoc IXnodeOne
    function expiryOf(uint256 unit) external view returns (uint256) {
        return _units[unit].expiry;
    }

    /// @inheritdoc IXnodeOne
    function lockerOf(uint256 unit) external view returns (address) {
        return _units[unit].locker;
    }

    /// @inheritdoc IERC4907
    function userOf(uint256 unit) external view returns (address) {
        Tenancy storage tenancy = _tenancies[unit];
        return block.timestamp < tenancy.expires ? tenancy.user : address(0);
    }

    /// @inheritdoc IERC4907
    function userExpires(uint256 unit) external view returns (uint256) {
        return _tenancies[unit].expires;
    }

    /// @inheritdoc IERC2981
    function royaltyInfo(uint256 unit, uint256 salePrice) external view returns (address, uint256) {
        return (timelock, (salePrice * _seriesOf(unit).royaltyBps) / 10_000);
    }

    /// @inheritdoc IXnodeOne
    function nonces(address owner) public view override(IXnodeOne, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    /// @inheritdoc ERC721
    /// @dev It shows the state of this moment, which the clock changes without an event.
    function tokenURI(uint256 unit) public view override returns (string memory) {
        _requireOwned(unit);
        return renderer.tokenURI(unit);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC721, XnodeSeries) returns (bool) {
        return
            interfaceId == type(IERC2981).interfaceId ||
            interfaceId == type(IERC4907).interfaceId ||
            // ERC-4906 has events only; its id is fixed by the standard.
            interfaceId == bytes4(0x49064906) ||
            super.supportsInterface(interfaceId);
    }

    // Internals

    function _checkNotActivated(uint256 unit) private view {
        Unit storage u = _units[unit];
        require(u.expiry == 0, XnodeOne_AlreadyActivated(unit, u.activatedAt));
    }

    /// @dev The caller has made sure that it was not activated before.
    function _activate(uint256 unit, address owner) private {
        Unit storage u = _units[unit];
        uint256 expiry = Term.endUp(block.timestamp, _seriesOf(unit).termDays);
        u.activatedAt = uint40(block.timestamp);
        u.expiry = uint40(expiry);
        emit UnitActivated(unit, owner, expiry);
        emit MetadataUpdate(unit);
        observer.onActivated(unit, expiry);
    }

    function _update(address to, uint256 unit, address auth) internal override returns (address from) {
        from = super._update(to, unit, auth);
        // A new unit has no lock and no tenancy: its slot is not even read.
        if (from == address(0)) return from;
        Unit storage u = _units[unit];
        (uint256 activated, uint256 expiry) = (u.activatedAt, u.expiry);
        (address locker, bool hasTenancy) = (u.locker, u.hasTenancy);
        require(locker == address(0), XnodeOne_UnitLocked(unit, locker));
        if (hasTenancy) _clearTenancy(unit);
        if (activated != 0) observer.onTransferred(unit, from, activated, expiry);
    }

    function _clearTenancy(uint256 unit) private {
        _units[unit].hasTenancy = false;
        delete _tenancies[unit];
        emit UpdateUser(unit, address(0), 0);
    }

    function _setRenderer(IUnitRenderer newRenderer) private {
        IUnitRenderer oldRenderer = renderer;
        renderer = newRenderer;
        emit RendererSet(oldRenderer, newRenderer);
    }

    function _stateAt(uint256 expiry) private view returns (UnitState) {
        if (expiry == 0) return UnitState.Minted;
        if (block.timestamp < expiry) return UnitState.Active;
        return block.timestamp < expiry + GRACE ? UnitState.Grace : UnitState.Lapsed;
    }
}
