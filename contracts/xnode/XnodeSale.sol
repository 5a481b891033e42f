// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {IPriceOracle} from "../oracle/interfaces/IPriceOracle.sol";
import {SaleBrake} from "./SaleBrake.sol";
import {IXnodeOne} from "./interfaces/IXnodeOne.sol";
import {IXnodeSale} from "./interfaces/IXnodeSale.sol";
import {SeriesId} from "./types/SeriesId.sol";

contract XnodeSale is IXnodeSale, SaleBrake, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev The asset that stands for ETH.
    address private constant ETHER = address(0);

    /// @inheritdoc IXnodeSale
    IXnodeOne public immutable xnodeOne;
    /// @inheritdoc IXnodeSale
    IPriceOracle public immutable oracle;

    /// @inheritdoc IXnodeSale
    uint256 public totalCredit;
    /// @inheritdoc IXnodeSale
    mapping(address account => uint256 amount) public creditOf;
    /// @inheritdoc IXnodeSale
    mapping(address asset => bool) public isAccepted;
    /// @inheritdoc IXnodeSale
    mapping(SeriesId series => mapping(address wallet => uint256 units)) public boughtBy;

    constructor(
        IXnodeOne xnodeOne_,
        IPriceOracle oracle_,
        address timelock_,
        address guardian_,
        uint256 guardianUntil_,
        address[] memory assets
    ) SaleBrake(timelock_, guardian_, guardianUntil_) {
        _checkRole(xnodeOne_, keccak256("MINTER_ROLE"));
        _checkRole(xnodeOne_, keccak256("RENEWER_ROLE"));
        require(xnodeOne_.timelock() == timelock_, XnodeSale_TimelockMismatch(address(xnodeOne_), timelock_));
        require(oracle_.timelock() == timelock_, XnodeSale_TimelockMismatch(address(oracle_), timelock_));
        xnodeOne = xnodeOne_;
        oracle = oracle_;
        for (uint256 i = 0; i < assets.length; ++i) {
            _setAssetAccepted(assets[i], true);
        }
    }

    /// @inheritdoc IXnodeSale
    function buy(
        SeriesId series,
        uint256 quantity,
        address to,
        uint256 maxPayment
    ) external payable nonReentrant returns (uint256 firstUnit) {
        return _buy(series, quantity, to, ETHER, maxPayment);
    }

    /// @inheritdoc IXnodeSale
    function buyWithToken(
        SeriesId series,
        uint256 quantity,
        address to,
        address asset,
        uint256 maxPayment
    ) external nonReentrant returns (uint256 firstUnit) {
        return _buy(series, quantity, to, asset, maxPayment);
    }

    /// @inheritdoc IXnodeSale
    function buyWithPermit(
        SeriesId series,
        uint256 quantity,
        address to,
        address asset,
        uint256 maxPayment,
        PermitSignature calldata permit
    ) external nonReentrant returns (uint256 firstUnit) {
        _tryPermit(asset, maxPayment, permit);
        return _buy(series, quantity, to, asset, maxPayment);
    }

    /// @inheritdoc IXnodeSale
    function renew(
        uint256 unit,
        address asset,
        uint256 maxPayment
    ) external payable nonReentrant returns (uint256 expiry) {
        return _renew(unit, asset, maxPayment);
    }

    /// @inheritdoc IXnodeSale
    function renewWithPermit(
        uint256 unit,
        address asset,
        uint256 maxPayment,
        PermitSignature calldata permit
    ) external nonReentrant returns (uint256 expiry) {
        _tryPermit(asset, maxPayment, permit);
        return _renew(unit, asset, maxPayment);
    }

    /// @inheritdoc IXnodeSale
    function withdrawCredit(address to) external nonReentrant returns (uint256 amount) {
        amount = creditOf[msg.sender];
        require(amount != 0, XnodeSale_NoCredit(msg.sender));
        creditOf[msg.sender] = 0;
        totalCredit -= amount;
        emit CreditWithdrawn(msg.sender, to, amount);
        _sendEther(to, amount);
    }

    /// @inheritdoc IXnodeSale
    function sweep(address asset) external nonReentrant returns (uint256 amount) {
        if (asset == ETHER) {
            amount = address(this).balance - totalCredit;
            emit Swept(asset, timelock, amount);
            _sendEther(timelock, amount);
        } else {
            amount = IERC20(asset).balanceOf(address(this));
            emit Swept(asset, timelock, amount);
            IERC20(asset).safeTransfer(timelock, amount);
        }
    }

    /// @inheritdoc IXnodeSale
    function setAssetAccepted(address asset, bool accepted) external {
        require(msg.sender == timelock, SaleBrake_NotTimelock(msg.sender));
        if (accepted) oracle.price(asset);
        _setAssetAccepted(asset, accepted);
    }

    /// @inheritdoc IXnodeSale
    function quoteBuy(SeriesId series, uint256 quantity, address asset) external view returns (uint256 payment) {
        _checkAccepted(asset);
        // Saturates, so that an absurd quantity gets the oracle's reason and not a panic.
        return oracle.quote(asset, Math.saturatingMul(xnodeOne.saleTermsOf(series).priceUsd, quantity));
    }

    /// @inheritdoc IXnodeSale
    function quoteRenewal(uint256 unit, address asset) external view returns (uint256 payment) {
        _checkAccepted(asset);
        return oracle.quote(asset, xnodeOne.saleTermsOf(xnodeOne.seriesOf(unit)).renewalPriceUsd);
    }

    /// @inheritdoc IXnodeSale
    function saleEndOf(SeriesId series) external view returns (uint256) {
        return _saleEnd(xnodeOne.saleTermsOf(series));
    }

    function _buy(
        SeriesId series,
        uint256 quantity,
        address to,
        address asset,
        uint256 maxPayment
    ) private returns (uint256 firstUnit) {
        _checkNotPaused();
        _checkAccepted(asset);
        IXnodeOne.SaleTerms memory terms = xnodeOne.saleTermsOf(series);
        uint256 saleEnd = _saleEnd(terms);
        require(
            block.timestamp >= terms.saleStart && block.timestamp < saleEnd,
            XnodeSale_WindowClosed(series, block.timestamp, terms.saleStart, saleEnd)
        );
        // An unlimited series saves its buyers the counter.
        if (terms.walletLimit != 0) _countBought(series, to, terms.walletLimit, quantity);

        // Before the product below, because the mint bounds the quantity.
        firstUnit = xnodeOne.mint(series, to, quantity);
        uint256 usdAmount = terms.priceUsd * quantity;
        uint256 payment = _price(asset, usdAmount, maxPayment);
        _pull(asset, payment);
        emit UnitsSold(series, msg.sender, to, firstUnit, quantity, asset, payment, usdAmount);
        _refundSurplus(asset, payment);
    }

    function _renew(uint256 unit, address asset, uint256 maxPayment) private returns (uint256 expiry) {
        _checkAccepted(asset);
        uint256 usdAmount = xnodeOne.saleTermsOf(xnodeOne.seriesOf(unit)).renewalPriceUsd;
        expiry = xnodeOne.renew(unit);
        uint256 payment = _price(asset, usdAmount, maxPayment);
        _pull(asset, payment);
        emit RenewalPaid(unit, msg.sender, asset, payment, usdAmount, expiry);
        _refundSurplus(asset, payment);
    }

    function _countBought(SeriesId series, address wallet, uint256 limit, uint256 quantity) private {
        uint256 bought = boughtBy[series][wallet];
        require(
            bought <= limit && quantity <= limit - bought,
            XnodeSale_WalletLimit(series, wallet, limit, bought, quantity)
        );
        boughtBy[series][wallet] = bought + quantity;
    }

    function _price(address asset, uint256 usdAmount, uint256 maxPayment) private view returns (uint256 payment) {
        payment = oracle.quote(asset, usdAmount);
        require(payment <= maxPayment, XnodeSale_AboveMaxPayment(payment, maxPayment));
    }

    function _pull(address asset, uint256 payment) private {
        if (asset == ETHER) {
            require(msg.value >= payment, XnodeSale_Underpaid(payment, msg.value));
            return;
        }
        require(msg.value == 0, XnodeSale_UnexpectedEther(msg.value));
        uint256 balanceBefore = IERC20(asset).balanceOf(address(this));
        IERC20(asset).safeTransferFrom(msg.sender, address(this), payment);
        uint256 received = Math.saturatingSub(IERC20(asset).balanceOf(address(this)), balanceBefore);
        require(received >= payment, XnodeSale_ShortPayment(asset, payment, received));
    }

    /// @dev Last of all, because it hands control to the payer. What the payer returns is not copied.
    function _refundSurplus(address asset, uint256 payment) private {
        if (asset != ETHER || msg.value == payment) return;
        uint256 surplus = msg.value - payment;
        if (LowLevelCall.callNoReturn(msg.sender, surplus, "")) return;
        creditOf[msg.sender] += surplus;
        totalCredit += surplus;
        emit CreditAdded(msg.sender, surplus);
    }

    function _tryPermit(address asset, uint256 value, PermitSignature calldata permit) private {
        _checkAccepted(asset);
        // No contract is there to be tried: the payment says what is wrong.
        if (asset == ETHER) return;
        try
            IERC20Permit(asset).permit(msg.sender, address(this), value, permit.deadline, permit.v, permit.r, permit.s)
        {} catch {}
    }

    function _sendEther(address to, uint256 amount) private {
        require(LowLevelCall.callNoReturn(to, amount, ""), XnodeSale_EtherRefused(to, amount));
    }

    function _setAssetAccepted(address asset, bool accepted) private {
        bool wasAccepted = isAccepted[asset];
        isAccepted[asset] = accepted;
        emit AssetAcceptanceSet(asset, wasAccepted, accepted);
    }

    /// @dev A window set anew counts from its setting: pauses before that extended the old one.
    function _saleEnd(IXnodeOne.SaleTerms memory terms) private view returns (uint256) {
        return _extendedEnd(Math.max(terms.saleStart, terms.windowSetAt), terms.saleEnd);
    }

    function _checkAccepted(address asset) private view {
        require(isAccepted[asset], XnodeSale_AssetNotAccepted(asset));
    }

    function _checkRole(IXnodeOne xnodeOne_, bytes32 role) private view {
        require(IAccessControl(address(xnodeOne_)).hasRole(role, address(this)), XnodeSale_RoleMissing(role));
    }
}
