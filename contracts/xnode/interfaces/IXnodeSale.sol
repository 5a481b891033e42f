// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IPriceOracle} from "../../oracle/interfaces/IPriceOracle.sol";
import {SeriesId} from "../types/SeriesId.sol";
import {ISaleBrake} from "./ISaleBrake.sol";
import {IXnodeOne} from "./IXnodeOne.sol";

/// @title Xnode sale
/// @notice Sells and renews Xnode One units for USD prices, paid in ETH or an accepted ERC-20 token.
/// @dev The price is read in the transaction that pays, and `maxPayment` bounds it for the payer. ERC-20 payments pull
/// exactly the price; of ETH the surplus goes back, and becomes credit when the payer refuses it.
/// Proceeds leave to the timelock only. Only tokens that move exactly what they are asked to move can be accepted: a
/// payment that arrives short reverts.
interface IXnodeSale is ISaleBrake {
    /// @notice An ERC-2612 permit of `maxPayment` by the caller to this contract.
    /// @param deadline Unix time up to which the permit is good.
    /// @param v Signature, ERC-2612.
    /// @param r Signature, ERC-2612.
    /// @param s Signature, ERC-2612.
    struct PermitSignature {
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @notice The sale does not hold a role on the Xnode One contract that it needs.
    /// @dev Fix: deploy at the address that the Xnode One contract was given as its minter.
    /// @param role The role.
    error XnodeSale_RoleMissing(bytes32 role);

    /// @notice Another contract answers to another timelock.
    /// @dev Fix: deploy with counterparts of the same timelock.
    /// @param counterpart The other contract.
    /// @param timelock The timelock of this sale.
    error XnodeSale_TimelockMismatch(address counterpart, address timelock);

    /// @notice This asset is not accepted.
    /// @dev Fix: pay in ETH or USDC, unless a vote has dropped one of them; a vote can accept others.
    /// @param asset The asset.
    error XnodeSale_AssetNotAccepted(address asset);

    /// @notice The sale of the series is not open.
    /// @dev Fix: buy between `saleStart` and `saleEnd`, or choose another series.
    /// @param series The series.
    /// @param time Unix time now.
    /// @param saleStart Unix time at which the sale opens.
    /// @param saleEnd Unix time at which the sale is closed, pauses included.
    error XnodeSale_WindowClosed(SeriesId series, uint256 time, uint256 saleStart, uint256 saleEnd);

    /// @notice The receiver would be sold more units of the series than one wallet can be.
    /// @dev Fix: ask for at most `limit - bought` units.
    /// @param series The series.
    /// @param wallet The receiver.
    /// @param limit Units that one wallet can be sold.
    /// @param bought Units it was sold before.
    /// @param requested Units asked for.
    error XnodeSale_WalletLimit(SeriesId series, address wallet, uint256 limit, uint256 bought, uint256 requested);

    /// @notice The price is above what the payer agreed to.
    /// @dev Fix: ask for the price again and send a higher `maxPayment`.
    /// @param required The price now, in the asset's smallest unit.
    /// @param maxPayment The most the payer agreed to.
    error XnodeSale_AboveMaxPayment(uint256 required, uint256 maxPayment);

    /// @notice The ETH sent is less than the price.
    /// @dev Fix: send at least `required` wei; the surplus comes back.
    /// @param required The price now, in wei.
    /// @param sent The wei sent.
    error XnodeSale_Underpaid(uint256 required, uint256 sent);

    /// @notice ETH was sent with a payment in another asset.
    /// @dev Fix: send no ETH.
    /// @param sent The wei sent.
    error XnodeSale_UnexpectedEther(uint256 sent);

    /// @notice The token moved less than the price.
    /// @dev Fix: pay in another asset; this one takes a fee or misreports.
    /// @param asset The token.
    /// @param required The price, in the asset's smallest unit.
    /// @param received What arrived.
    error XnodeSale_ShortPayment(address asset, uint256 required, uint256 received);

    /// @notice The caller has no credit.
    /// @dev Fix: nothing; only surplus that could not be refunded becomes credit.
    /// @param account The caller.
    error XnodeSale_NoCredit(address account);

    /// @notice The receiver refused ETH.
    /// @dev Fix: choose another receiver.
    /// @param to The receiver.
    /// @param amount The wei refused.
    error XnodeSale_EtherRefused(address to, uint256 amount);

    /// @notice Units were sold.
    /// @param series Their series.
    /// @param buyer Who paid.
    /// @param to Who received them.
    /// @param firstUnit The first unit; the others follow by number.
    /// @param quantity How many.
    /// @param asset Paid in, zero for ETH.
    /// @param payment Paid, in the asset's smallest unit.
    /// @param usdAmount The price in USD, 18 decimals.
    event UnitsSold(
        SeriesId indexed series,
        address indexed buyer,
        address indexed to,
        uint256 firstUnit,
        uint256 quantity,
        address asset,
        uint256 payment,
        uint256 usdAmount
    );

    /// @notice A renewal was paid.
    /// @param unit The unit.
    /// @param payer Who paid.
    /// @param asset Paid in, zero for ETH.
    /// @param payment Paid, in the asset's smallest unit.
    /// @param usdAmount The price in USD, 18 decimals.
    /// @param expiry Unix time at which the unit expires now.
    event RenewalPaid(
        uint256 indexed unit,
        address indexed payer,
        address indexed asset,
        uint256 payment,
        uint256 usdAmount,
        uint256 expiry
    );

    /// @notice A surplus that could not be refunded became credit, in wei.
    event CreditAdded(address indexed account, uint256 amount);

    /// @notice Credit was withdrawn, in wei.
    event CreditWithdrawn(address indexed account, address indexed to, uint256 amount);

    /// @notice Proceeds went to the timelock.
    event Swept(address indexed asset, address indexed to, uint256 amount);

    /// @notice An asset was accepted or is no longer.
    event AssetAcceptanceSet(address indexed asset, bool wasAccepted, bool isAccepted);

    /// @notice Buys units with ETH; send `quoteBuy(...)` or more, the surplus comes back.
    /// @param series The series.
    /// @param quantity How many.
    /// @param to Receives the units; the wallet limit is counted on it. One with code has to be an ERC-721 receiver.
    /// @param maxPayment The most wei the units may cost.
    /// @return firstUnit The first unit; the others follow by number.
    function buy(
        SeriesId series,
        uint256 quantity,
        address to,
        uint256 maxPayment
    ) external payable returns (uint256 firstUnit);

    /// @notice Buys units with an accepted ERC-20 token, from an allowance to this contract.
    /// @param series The series.
    /// @param quantity How many.
    /// @param to Receives the units, as in `buy`.
    /// @param asset The token.
    /// @param maxPayment The most the units may cost, in the token's smallest unit.
    /// @return firstUnit The first unit; the others follow by number.
    function buyWithToken(
        SeriesId series,
        uint256 quantity,
        address to,
        address asset,
        uint256 maxPayment
    ) external returns (uint256 firstUnit);

    /// @notice `buyWithToken` of `quantity` units with an ERC-2612 permit of `maxPayment` to this contract.
    /// @dev A permit that fails is ignored: someone may have used it first, and then the allowance is there.
    function buyWithPermit(
        SeriesId series,
        uint256 quantity,
        address to,
        address asset,
        uint256 maxPayment,
        PermitSignature calldata permit
    ) external returns (uint256 firstUnit);

    /// @notice Pays one more term of a unit that is active or in grace, also somebody else's. Never paused.
    /// @param unit The unit.
    /// @param asset Paid in, zero for ETH.
    /// @param maxPayment The most the renewal may cost, in the asset's smallest unit.
    /// @return expiry Unix time at which the unit expires now.
    function renew(uint256 unit, address asset, uint256 maxPayment) external payable returns (uint256 expiry);

    /// @notice `renew` of `unit` with a token and an ERC-2612 permit of `maxPayment` to this contract.
    /// @dev A permit that fails is ignored, as in `buyWithPermit`.
    function renewWithPermit(
        uint256 unit,
        address asset,
        uint256 maxPayment,
        PermitSignature calldata permit
    ) external returns (uint256 expiry);

    /// @notice Withdraws the caller's whole credit. Never paused.
    /// @param to Receives the ETH.
    /// @return amount Wei withdrawn.
    function withdrawCredit(address to) external returns (uint256 amount);

    /// @notice Sends all proceeds in an asset to the timelock; anyone may call. ETH owed as credit stays.
    /// @param asset Zero for ETH, else any token that lies here.
    /// @return amount What was sent.
    function sweep(address asset) external returns (uint256 amount);

    /// @notice Accepts an asset or ceases to. Only the timelock.
    /// @dev Accepting one requires that the oracle has a price for it now.
    /// @param asset Zero for ETH, else a token.
    /// @param accepted Whether it can be paid with.
    function setAssetAccepted(address asset, bool accepted) external;

    /// @notice What units of a series cost now.
    /// @param series The series.
    /// @param quantity How many.
    /// @param asset Zero for ETH, else an accepted token.
    /// @return payment In the asset's smallest unit.
    function quoteBuy(SeriesId series, uint256 quantity, address asset) external view returns (uint256 payment);

    /// @notice What one more term of a unit costs now.
    /// @param unit The unit.
    /// @param asset Zero for ETH, else an accepted token.
    /// @return payment In the asset's smallest unit.
    function quoteRenewal(uint256 unit, address asset) external view returns (uint256 payment);

    /// @notice Unix time at which the sale of a series closes, pauses included.
    function saleEndOf(SeriesId series) external view returns (uint256);

    /// @notice Units of a series that a wallet was sold while a wallet limit was set.
    function boughtBy(SeriesId series, address wallet) external view returns (uint256);

    /// @notice Wei that an account can withdraw.
    function creditOf(address account) external view returns (uint256);

    /// @notice Wei that all accounts together can withdraw; never swept.
    function totalCredit() external view returns (uint256);

    /// @notice Whether an asset can be paid with.
    function isAccepted(address asset) external view returns (bool);

    /// @notice The units sold here.
    function xnodeOne() external view returns (IXnodeOne);

    /// @notice The prices used here.
    function oracle() external view returns (IPriceOracle);
}
