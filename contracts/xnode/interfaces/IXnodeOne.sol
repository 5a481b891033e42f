// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC2981} from "@openzeppelin/contracts/interfaces/IERC2981.sol";
import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {SeriesId} from "../types/SeriesId.sol";
import {UnitState} from "../types/UnitState.sol";
import {IERC4907} from "./IERC4907.sol";
import {IUnitObserver} from "./IUnitObserver.sol";
import {IUnitRenderer} from "./IUnitRenderer.sol";

/// @title Xnode One
/// @notice An ERC-721 unit is a right to a server for a term: minted, then active from the moment its owner asks for
/// it, then 30 days of grace in which it can still be renewed, then lapsed for good.
/// @dev Every state follows from the clock and two timestamps; nothing has to be called for a unit to expire.
/// A unit never disappears: nobody, the owner included, can burn or seize one. A holder of `LOCKER_ROLE` can lock any
/// unit in place, so that role belongs only to code that asks the owner first.
interface IXnodeOne is IERC721, IERC2981, IERC4906, IERC4907 {
    /// @notice Who may do what from the start; the timelock can grant and revoke later.
    /// @param minters Have `MINTER_ROLE`: the sale and the vouchers.
    /// @param renewer Has `RENEWER_ROLE`: the sale.
    /// @param locker Has `LOCKER_ROLE`: validator staking.
    struct Roles {
        address[] minters;
        address renewer;
        address locker;
    }

    /// @notice A series to be created. What is not for ever can be set again.
    /// @param name Shown in the metadata, 1 to 64 bytes of printable ASCII, for ever.
    /// @param cap Units that can ever be minted, 1 to 999,999, for ever.
    /// @param termDays Days that one activation or renewal buys, 31 to 1,825, for ever.
    /// @param priceUsd Price of a unit in USD, 18 decimals, 1 to 100,000 USD.
    /// @param renewalPriceUsd Price of one more term in USD, 18 decimals, 1 to 100,000 USD.
    /// @param saleStart Unix time at which the sale opens.
    /// @param saleEnd Unix time at which the sale is closed; `type(uint40).max` for no end.
    /// @param walletLimit Units that one wallet can be sold, 0 for no limit.
    /// @param royaltyBps Share of a resale asked for by ERC-2981, in basis points, at most 1,000.
    /// @param specHash Hash of the published server specification, not zero, for ever.
    /// @param grantPerUnit OPEN, in wei, streamed to the owner of each activated unit over 365 days from its
    /// activation, at most 1,000e18, for ever; the observer reserves it for the whole cap at once.
    struct SeriesParams {
        string name;
        uint32 cap;
        uint16 termDays;
        uint128 priceUsd;
        uint128 renewalPriceUsd;
        uint40 saleStart;
        uint40 saleEnd;
        uint32 walletLimit;
        uint16 royaltyBps;
        bytes32 specHash;
        uint128 grantPerUnit;
    }

    /// @notice A series as it is now; its bounds are those of `SeriesParams`.
    /// @param cap Units that can ever be minted.
    /// @param minted Units minted so far.
    /// @param termDays Days that one activation or renewal buys.
    /// @param royaltyBps Share of a resale asked for by ERC-2981, in basis points.
    /// @param walletLimit Units that one wallet can be sold, 0 for no limit.
    /// @param saleStart Unix time at which the sale opens.
    /// @param saleEnd Unix time at which the sale is closed, before any extension by a pause.
    /// @param windowSetAt Unix time at which the window was set last.
    /// @param priceUsd Price of a unit in USD, 18 decimals.
    /// @param renewalPriceUsd Price of one more term in USD, 18 decimals.
    /// @param grantPerUnit OPEN, in wei, streamed to the owner of each activated unit.
    /// @param specHash Hash of the published server specification.
    /// @param name Shown in the metadata.
    struct Series {
        uint32 cap;
        uint32 minted;
        uint16 termDays;
        uint16 royaltyBps;
        uint32 walletLimit;
        uint40 saleStart;
        uint40 saleEnd;
        uint40 windowSetAt;
        uint128 priceUsd;
        uint128 renewalPriceUsd;
        uint128 grantPerUnit;
        bytes32 specHash;
        string name;
    }

    /// @notice What a sale has to know of a series; the fields are those of `Series`.
    struct SaleTerms {
        uint128 priceUsd;
        uint128 renewalPriceUsd;
        uint40 saleStart;
        uint40 saleEnd;
        uint40 windowSetAt;
        uint32 walletLimit;
    }

    /// @notice No series has this number.
    /// @dev Fix: use the number of a series that exists, from 1 on; the SDK's `listSeries` lists them.
    /// @param series The number given.
    error XnodeOne_UnknownSeries(SeriesId series);

    /// @notice The cap of a series is outside its bounds.
    /// @dev Fix: choose a cap from 1 to `max`.
    /// @param cap The cap given.
    /// @param max The highest cap.
    error XnodeOne_CapOutOfRange(uint256 cap, uint256 max);

    /// @notice The term of a series is outside its bounds.
    /// @dev Fix: choose a term from `min` to `max` days.
    /// @param termDays The term given.
    /// @param min The shortest term, longer than the grace so that a renewal always makes a unit active again.
    /// @param max The longest term.
    error XnodeOne_TermOutOfRange(uint256 termDays, uint256 min, uint256 max);

    /// @notice A price is outside its bounds.
    /// @dev Fix: choose a price from `min` to `max`, in USD with 18 decimals.
    /// @param priceUsd The price given.
    /// @param min The lowest price.
    /// @param max The highest price.
    error XnodeOne_PriceOutOfRange(uint256 priceUsd, uint256 min, uint256 max);

    /// @notice The sale window ends before it begins.
    /// @dev Fix: choose an end after the start.
    /// @param saleStart The start given.
    /// @param saleEnd The end given.
    error XnodeOne_WindowInvalid(uint256 saleStart, uint256 saleEnd);

    /// @notice The royalty is above its bound.
    /// @dev Fix: choose a royalty of at most `max` basis points.
    /// @param royaltyBps The royalty given.
    /// @param max The highest royalty.
    error XnodeOne_RoyaltyAboveMax(uint256 royaltyBps, uint256 max);

    /// @notice The series has no specification.
    /// @dev Fix: give the hash of the published server specification.
    error XnodeOne_SpecHashMissing();

    /// @notice The name of a series is empty or too long.
    /// @dev Fix: give a name of 1 to `max` bytes.
    /// @param length Bytes of the name given.
    /// @param max The most bytes.
    error XnodeOne_NameLength(uint256 length, uint256 max);

    /// @notice The name of a series has a byte that is not printable ASCII.
    /// @dev Fix: write the name with the bytes 0x20 to 0x7E only.
    /// @param place Place of the first such byte, counted from 0.
    error XnodeOne_NameNotPrintable(uint256 place);

    /// @notice The OPEN granted to each unit is above its bound.
    /// @dev Fix: grant at most `max`.
    /// @param grantPerUnit The grant given, in wei.
    /// @param max The highest grant, in wei.
    error XnodeOne_GrantAboveMax(uint256 grantPerUnit, uint256 max);

    /// @notice The caller is not the timelock.
    /// @dev Fix: make the call by a governance proposal.
    /// @param caller The sender of the call.
    error XnodeOne_NotTimelock(address caller);

    /// @notice No units were asked for.
    /// @dev Fix: ask for at least one unit.
    error XnodeOne_QuantityZero();

    /// @notice More units were asked for than one call mints.
    /// @dev Fix: ask for at most `max` units, several times.
    /// @param quantity Units asked for.
    /// @param max The most units of one call.
    error XnodeOne_QuantityAboveMax(uint256 quantity, uint256 max);

    /// @notice The series has fewer units left than were asked for.
    /// @dev Fix: ask for at most `cap - minted` units, or choose another series.
    /// @param series The series.
    /// @param cap Units that can ever be minted.
    /// @param minted Units minted so far.
    /// @param requested Units asked for.
    error XnodeOne_SoldOut(SeriesId series, uint256 cap, uint256 minted, uint256 requested);

    /// @notice The unit was activated before.
    /// @dev Fix: nothing; renew it when its term is near its end.
    /// @param unit The unit.
    /// @param activatedAt Unix time of its activation.
    error XnodeOne_AlreadyActivated(uint256 unit, uint256 activatedAt);

    /// @notice The signature is past its deadline.
    /// @dev Fix: let the owner sign again with a later deadline.
    /// @param deadline Unix time up to which the signature was good.
    /// @param time Unix time now.
    error XnodeOne_SignatureExpired(uint256 deadline, uint256 time);

    /// @notice The signature is not the owner's over this unit, the owner's present nonce and this deadline.
    /// @dev Fix: let the present owner sign again (`signActivation` in the SDK); each signature carries its next nonce.
    /// @param unit The unit.
    /// @param owner Its present owner, who has to sign.
    error XnodeOne_InvalidSignature(uint256 unit, address owner);

    /// @notice Only a unit that is active or in grace can be renewed.
    /// @dev Fix: activate a minted unit first; a lapsed unit stays lapsed, buy a new one.
    /// @param unit The unit.
    /// @param state Its state.
    error XnodeOne_NotRenewable(uint256 unit, UnitState state);

    /// @notice The unit would be paid too far ahead.
    /// @dev Fix: wait until the present expiry is nearer.
    /// @param unit The unit.
    /// @param expiry Unix time at which the unit would expire.
    /// @param max The latest expiry allowed today.
    error XnodeOne_RenewedTooFarAhead(uint256 unit, uint256 expiry, uint256 max);

    /// @notice The unit is locked and cannot change hands.
    /// @dev Fix: leave what locked it; for a validator, exit and wait until the exit is final.
    /// @param unit The unit.
    /// @param locker The contract that locked it.
    error XnodeOne_UnitLocked(uint256 unit, address locker);

    /// @notice Only the contract that locked a unit can unlock it.
    /// @dev Fix: call from `locker`; zero means that the unit is not locked.
    /// @param unit The unit.
    /// @param caller The caller.
    /// @param locker The contract that locked it.
    error XnodeOne_NotLocker(uint256 unit, address caller, address locker);

    /// @notice A tenancy cannot outlast the unit, and a unit that is not active has no tenant.
    /// @dev Fix: choose an end up to `expiry`; activate or renew the unit first when that is past or zero.
    /// @param unit The unit.
    /// @param expires End of the tenancy given.
    /// @param expiry Expiry of the unit, zero while it is not activated.
    error XnodeOne_TenancyBeyondExpiry(uint256 unit, uint256 expires, uint256 expiry);

    /// @notice The tenancy would be over before it begins.
    /// @dev Fix: choose an end after `time`; to end a tenancy instead, name no tenant.
    /// @param unit The unit.
    /// @param expires End of the tenancy given.
    /// @param time Unix time now.
    error XnodeOne_TenancyOver(uint256 unit, uint256 expires, uint256 time);

    /// @notice A series was created.
    /// @dev Fields as in `SeriesParams`.
    event SeriesCreated(
        SeriesId indexed series,
        string name,
        uint32 cap,
        uint16 termDays,
        uint128 priceUsd,
        uint128 renewalPriceUsd,
        uint40 saleStart,
        uint40 saleEnd,
        uint32 walletLimit,
        uint16 royaltyBps,
        bytes32 indexed specHash,
        uint128 grantPerUnit
    );

    /// @notice The prices of a series changed; USD with 18 decimals.
    event SeriesPricesSet(
        SeriesId indexed series,
        uint128 oldPriceUsd,
        uint128 newPriceUsd,
        uint128 oldRenewalPriceUsd,
        uint128 newRenewalPriceUsd
    );

    /// @notice The sale window of a series changed; Unix times.
    event SaleWindowSet(
        SeriesId indexed series,
        uint40 oldSaleStart,
        uint40 newSaleStart,
        uint40 oldSaleEnd,
        uint40 newSaleEnd
    );

    /// @notice The number of units that one wallet can be sold changed.
    event WalletLimitSet(SeriesId indexed series, uint32 oldWalletLimit, uint32 newWalletLimit);

    /// @notice The royalty of a series changed; basis points.
    event RoyaltySet(SeriesId indexed series, uint16 oldRoyaltyBps, uint16 newRoyaltyBps);

    /// @notice Units are drawn by another contract from now on; zero at deployment.
    event RendererSet(IUnitRenderer indexed oldRenderer, IUnitRenderer indexed newRenderer);

    /// @notice The term of a unit began.
    /// @param unit The unit.
    /// @param owner Its owner at this moment.
    /// @param expiry Unix time at which the term ends.
    event UnitActivated(uint256 indexed unit, address indexed owner, uint256 expiry);

    /// @notice A unit was given one more term.
    /// @param unit The unit.
    /// @param oldExpiry Unix time at which it would have expired.
    /// @param newExpiry Unix time at which it expires now.
    event UnitRenewed(uint256 indexed unit, uint256 oldExpiry, uint256 newExpiry);

    /// @notice A unit was locked in place.
    event UnitLocked(uint256 indexed unit, address indexed locker);

    /// @notice A unit can change hands again.
    event UnitUnlocked(uint256 indexed unit, address indexed locker);

    /// @notice Creates a series. Only `SERIES_ROLE`.
    /// @dev Cap, term, specification, name and grant can never be changed, because units will be sold on their
    /// strength. Reverts when the observer cannot reserve the grants of the whole cap.
    /// @param params The series.
    /// @return series Its number.
    function createSeries(SeriesParams calldata params) external returns (SeriesId series);

    /// @notice Sets both prices of a series for every payment from now on. Only `SERIES_ROLE`.
    /// @param priceUsd Price of a unit in USD, 18 decimals, 1 to 100,000 USD.
    /// @param renewalPriceUsd Price of one more term, the same.
    function setSeriesPrices(SeriesId series, uint128 priceUsd, uint128 renewalPriceUsd) external;

    /// @notice Sets the sale window of a series. Only `SERIES_ROLE`.
    /// @dev Earlier pauses extended the old window only.
    /// @param saleStart Unix time at which the sale opens.
    /// @param saleEnd Unix time at which the sale is closed, after the start; `type(uint40).max` for no end.
    function setSaleWindow(SeriesId series, uint40 saleStart, uint40 saleEnd) external;

    /// @notice Sets how many units one wallet can be sold. Only `SERIES_ROLE`.
    /// @param walletLimit 0 for no limit; what is sold without one does not count against a later one.
    function setWalletLimit(SeriesId series, uint32 walletLimit) external;

    /// @notice Sets the royalty of a series, also for units sold before. Only `SERIES_ROLE`.
    /// @param royaltyBps In basis points, at most 1,000.
    function setRoyalty(SeriesId series, uint16 royaltyBps) external;

    /// @notice Draws units by another contract from now on. Only the timelock.
    /// @param renderer The contract; one without code or with a fault breaks `tokenURI` until the next vote, nothing
    /// else.
    function setRenderer(IUnitRenderer renderer) external;

    /// @notice Mints units of a series to `to`. Only `MINTER_ROLE`.
    /// @dev When `to` has code it is asked by `onERC721Received` once for each unit, after everything was written: a
    /// minter must expect to be called back by a stranger in the middle of its own function.
    /// @param series The series.
    /// @param to Receives the units.
    /// @param quantity How many, 1 to 20.
    /// @return firstUnit The first unit; the others follow by number.
    function mint(SeriesId series, address to, uint256 quantity) external returns (uint256 firstUnit);

    /// @notice Begins the term of a unit: it ends on a UTC midnight, rounded up. Owner or approved.
    /// @dev Cannot be undone. There is no date by which a minted unit has to be activated.
    /// @param unit The unit.
    function activate(uint256 unit) external;

    /// @notice `activate` for an owner who signs and lets anyone send.
    /// @dev EIP-712 `Activate(uint256 unit,address owner,uint256 nonce,uint256 deadline)`; ERC-1271 accepted.
    /// @param unit The unit.
    /// @param deadline Unix time up to which the signature is good.
    /// @param signature The owner's signature.
    function activateBySig(uint256 unit, uint256 deadline, bytes calldata signature) external;

    /// @notice Adds one term to a unit that is active or in grace. Only `RENEWER_ROLE`.
    /// @dev Counts from the old expiry also when that is past: days in grace are paid for but not given back, else
    /// letting a unit expire would be cheaper than renewing it in time.
    /// @param unit The unit.
    /// @return expiry Unix time at which it expires now.
    function renew(uint256 unit) external returns (uint256 expiry);

    /// @notice Locks a unit in place: its owner keeps it, its use and its renewal, but cannot transfer it.
    /// Only `LOCKER_ROLE`.
    /// @dev Does not ask the owner; the locker has to.
    /// @param unit The unit.
    function lock(uint256 unit) external;

    /// @notice Unlocks a unit. Only the contract that locked it, whether or not it still has `LOCKER_ROLE`.
    /// @param unit The unit.
    function unlock(uint256 unit) external;

    /// @notice Where royalties go, and who alone sets the renderer.
    function timelock() external view returns (address);

    /// @notice Told of every activation, renewal and transfer, for ever.
    function observer() external view returns (IUnitObserver);

    /// @notice Draws the units.
    function renderer() external view returns (IUnitRenderer);

    /// @notice Number of series; they are numbered from 1.
    function seriesCount() external view returns (uint16);

    /// @notice Everything known of a series.
    function getSeries(SeriesId series) external view returns (Series memory);

    /// @notice What a sale has to know of a series.
    function saleTermsOf(SeriesId series) external view returns (SaleTerms memory);

    /// @notice The series of `unit`, which is `unit / 1_000_000`; reverts if the unit does not exist.
    function seriesOf(uint256 unit) external view returns (SeriesId);

    /// @notice The state of `unit` now; reverts if the unit does not exist.
    function stateOf(uint256 unit) external view returns (UnitState);

    /// @notice Whether the term of `unit` is running now; false for a unit that does not exist.
    function isActive(uint256 unit) external view returns (bool);

    /// @notice Whether `unit` is past its expiry and its grace of 30 days; false for a unit that does not exist.
    function isLapsed(uint256 unit) external view returns (bool);

    /// @notice Unix time at which `unit` was activated, 0 before.
    function activatedAt(uint256 unit) external view returns (uint256);

    /// @notice Unix time at which `unit` expires or expired, a UTC midnight; 0 while it is not activated.
    function expiryOf(uint256 unit) external view returns (uint256);

    /// @notice The contract that locked `unit`, zero when it can be transferred.
    function lockerOf(uint256 unit) external view returns (address);

    /// @notice The nonce that the owner's next signature has to carry.
    function nonces(address owner) external view returns (uint256);
}
