// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";

import {PrintableName} from "../common/PrintableName.sol";
import {IUnitObserver} from "./interfaces/IUnitObserver.sol";
import {IXnodeOne} from "./interfaces/IXnodeOne.sol";
import {SeriesId, UNITS_PER_SERIES, seriesIn} from "./types/SeriesId.sol";

/// @title The series of Xnode One
/// @notice Creates series, changes what of them may change, and keeps their bounds.
abstract contract XnodeSeries is AccessControl, IXnodeOne {
    bytes32 public constant SERIES_ROLE = keccak256("SERIES_ROLE");

    uint256 public constant MAX_CAP = UNITS_PER_SERIES - 1;
    uint256 public constant MIN_TERM_DAYS = 31;
    uint256 public constant MAX_TERM_DAYS = 5 * 365;
    uint256 public constant MIN_PRICE_USD = 1e18;
    uint256 public constant MAX_PRICE_USD = 100_000e18;
    uint256 public constant MAX_ROYALTY_BPS = 1_000;
    uint256 public constant MAX_NAME_LENGTH = PrintableName.MAX_LENGTH;
    uint256 public constant MAX_GRANT_PER_UNIT = 1_000e18;

    /// @inheritdoc IXnodeOne
    IUnitObserver public immutable observer;

    /// @inheritdoc IXnodeOne
    uint16 public seriesCount;
    mapping(SeriesId series => Series) private _series;

    constructor(address timelock, IUnitObserver observer_) {
        observer = observer_;
        _grantRole(SERIES_ROLE, timelock);
    }

    /// @inheritdoc IXnodeOne
    function createSeries(SeriesParams calldata params) external onlyRole(SERIES_ROLE) returns (SeriesId series) {
        require(params.cap != 0 && params.cap <= MAX_CAP, XnodeOne_CapOutOfRange(params.cap, MAX_CAP));
        require(
            params.termDays >= MIN_TERM_DAYS && params.termDays <= MAX_TERM_DAYS,
            XnodeOne_TermOutOfRange(params.termDays, MIN_TERM_DAYS, MAX_TERM_DAYS)
        );
        require(params.specHash != 0, XnodeOne_SpecHashMissing());
        _checkName(params.name);
        require(
            params.grantPerUnit <= MAX_GRANT_PER_UNIT,
            XnodeOne_GrantAboveMax(params.grantPerUnit, MAX_GRANT_PER_UNIT)
        );
        _checkPrice(params.priceUsd);
        _checkPrice(params.renewalPriceUsd);
        _checkWindow(params.saleStart, params.saleEnd);
        _checkRoyalty(params.royaltyBps);

        series = SeriesId.wrap(++seriesCount);
        _series[series] = Series({
            cap: params.cap,
            minted: 0,
            termDays: params.termDays,
            royaltyBps: params.royaltyBps,
            walletLimit: params.walletLimit,
            saleStart: params.saleStart,
            saleEnd: params.saleEnd,
            windowSetAt: uint40(block.timestamp),
            priceUsd: params.priceUsd,
            renewalPriceUsd: params.renewalPriceUsd,
            grantPerUnit: params.grantPerUnit,
            specHash: params.specHash,
            name: params.name
        });
        emit SeriesCreated(
            series,
            params.name,
            params.cap,
            params.termDays,
            params.priceUsd,
            params.renewalPriceUsd,
            params.saleStart,
            params.saleEnd,
            params.walletLimit,
            params.royaltyBps,
            params.specHash,
            params.grantPerUnit
        );
        observer.onSeriesCreated(series, params.cap, params.grantPerUnit);
    }

    /// @inheritdoc IXnodeOne
    function setSeriesPrices(
        SeriesId series,
        uint128 priceUsd,
        uint128 renewalPriceUsd
    ) external onlyRole(SERIES_ROLE) {
        Series storage s = _existing(series);
        _checkPrice(priceUsd);
        _checkPrice(renewalPriceUsd);
        (uint128 oldPriceUsd, uint128 oldRenewalPriceUsd) = (s.priceUsd, s.renewalPriceUsd);
        (s.priceUsd, s.renewalPriceUsd) = (priceUsd, renewalPriceUsd);
        emit SeriesPricesSet(series, oldPriceUsd, priceUsd, oldRenewalPriceUsd, renewalPriceUsd);
    }

    /// @inheritdoc IXnodeOne
    function setSaleWindow(SeriesId series, uint40 saleStart, uint40 saleEnd) external onlyRole(SERIES_ROLE) {
        Series storage s = _existing(series);
        _checkWindow(saleStart, saleEnd);
        (uint40 oldSaleStart, uint40 oldSaleEnd) = (s.saleStart, s.saleEnd);
        (s.saleStart, s.saleEnd, s.windowSetAt) = (saleStart, saleEnd, uint40(block.timestamp));
        emit SaleWindowSet(series, oldSaleStart, saleStart, oldSaleEnd, saleEnd);
    }

    /// @inheritdoc IXnodeOne
    function setWalletLimit(SeriesId series, uint32 walletLimit) external onlyRole(SERIES_ROLE) {
        Series storage s = _existing(series);
        uint32 oldWalletLimit = s.walletLimit;
        s.walletLimit = walletLimit;
        emit WalletLimitSet(series, oldWalletLimit, walletLimit);
    }

    /// @inheritdoc IXnodeOne
    function setRoyalty(SeriesId series, uint16 royaltyBps) external onlyRole(SERIES_ROLE) {
        Series storage s = _existing(series);
        _checkRoyalty(royaltyBps);
        uint16 oldRoyaltyBps = s.royaltyBps;
        s.royaltyBps = royaltyBps;
        emit RoyaltySet(series, oldRoyaltyBps, royaltyBps);
    }

    /// @inheritdoc IXnodeOne
    function getSeries(SeriesId series) external view returns (Series memory) {
        return _existing(series);
    }

    /// @inheritdoc IXnodeOne
    function saleTermsOf(SeriesId series) external view returns (SaleTerms memory) {
        Series storage s = _existing(series);
        return
            SaleTerms({
                priceUsd: s.priceUsd,
                renewalPriceUsd: s.renewalPriceUsd,
                saleStart: s.saleStart,
                saleEnd: s.saleEnd,
                windowSetAt: s.windowSetAt,
                walletLimit: s.walletLimit
            });
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view virtual override(AccessControl, IERC165) returns (bool) {
        return super.supportsInterface(interfaceId);
    }

    /// @dev Empty when there is no such series.
    function _seriesOf(uint256 unit) internal view returns (Series storage) {
        return _series[seriesIn(unit)];
    }

    function _existing(SeriesId series) internal view returns (Series storage s) {
        s = _series[series];
        require(s.cap != 0, XnodeOne_UnknownSeries(series));
    }

    function _checkName(string calldata name_) private pure {
        uint256 length = bytes(name_).length;
        require(length != 0 && length <= MAX_NAME_LENGTH, XnodeOne_NameLength(length, MAX_NAME_LENGTH));
        uint256 unprintable = PrintableName.firstUnprintable(name_);
        require(unprintable == length, XnodeOne_NameNotPrintable(unprintable));
    }

    function _checkPrice(uint256 priceUsd) private pure {
        require(
            priceUsd >= MIN_PRICE_USD && priceUsd <= MAX_PRICE_USD,
            XnodeOne_PriceOutOfRange(priceUsd, MIN_PRICE_USD, MAX_PRICE_USD)
        );
    }

    function _checkWindow(uint256 saleStart, uint256 saleEnd) private pure {
        require(saleStart < saleEnd, XnodeOne_WindowInvalid(saleStart, saleEnd));
    }

    function _checkRoyalty(uint256 royaltyBps) private pure {
        require(royaltyBps <= MAX_ROYALTY_BPS, XnodeOne_RoyaltyAboveMax(royaltyBps, MAX_ROYALTY_BPS));
    }
}
