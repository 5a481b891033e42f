// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesId} from "../types/SeriesId.sol";
import {ISaleBrake} from "./ISaleBrake.sol";
import {IXnodeOne} from "./IXnodeOne.sol";

/// @title Xnode vouchers
/// @notice Mints units for nothing to whoever a signer with a budget names: codes, sponsors, prizes.
/// @dev The signer may be a hot key, so what it can do is bounded: whoever steals it mints at most the units that are
/// left of its budgets, until they end, and its owner can stop even that by `renounceBudget`. Sale window and wallet
/// limit of the series do not apply, its cap does. A pause stops redeeming and moves the end of every budget and
/// voucher by the part of it that lies after the budget was set and before that end.
interface IXnodeVouchers is ISaleBrake {
    /// @notice What a signer signs: EIP-712
    /// `Voucher(address recipient,uint256 series,uint256 quantity,bytes32 codeHash,uint256 deadline)`.
    /// @param recipient Receives the units, whoever redeems; a contract has to be an ERC-721 receiver.
    /// @param series The series.
    /// @param quantity Units, at least 1 and at most what the series mints at once.
    /// @param codeHash Hash of the code; good for one redemption for ever, whoever signed it.
    /// @param deadline Unix time up to which the voucher is good, pauses not counted.
    struct Voucher {
        address recipient;
        SeriesId series;
        uint256 quantity;
        bytes32 codeHash;
        uint256 deadline;
    }

    /// @notice A voucher and who vouches for it.
    /// @param signer Whose budget is used.
    /// @param voucher What was signed.
    /// @param signature The signer's; ERC-1271 accepted.
    struct SignedVoucher {
        address signer;
        Voucher voucher;
        bytes signature;
    }

    /// @notice What a signer can still give away of one series.
    /// @param units Units left.
    /// @param until Unix time at which the budget ends, pauses not counted.
    /// @param setAt Unix time at which it was set; earlier pauses do not count.
    struct Budget {
        uint32 units;
        uint40 until;
        uint40 setAt;
    }

    /// @notice This contract does not hold a role on the Xnode One contract that it needs.
    /// @dev Fix: deploy at an address that the Xnode One contract was given as a minter.
    /// @param role The role.
    error XnodeVouchers_RoleMissing(bytes32 role);

    /// @notice The timelock given does not govern the Xnode One contract.
    /// @dev Fix: deploy with the timelock that holds the Xnode One contract's admin role.
    /// @param timelock The timelock given.
    error XnodeVouchers_TimelockMismatch(address timelock);

    /// @notice Nobody can sign for the zero address.
    /// @dev Fix: give the address of the signer.
    error XnodeVouchers_SignerZero();

    /// @notice A budget ends within one year from its setting.
    /// @dev Fix: choose an end up to `max`; set the budget anew when it ends.
    /// @param until The end given.
    /// @param max The latest end.
    error XnodeVouchers_TermTooLong(uint256 until, uint256 max);

    /// @notice The code was redeemed before.
    /// @dev Fix: nothing when the units have arrived; else ask the signer for a voucher with a new code.
    /// @param codeHash The hash of the code.
    error XnodeVouchers_CodeUsed(bytes32 codeHash);

    /// @notice The signer or a vote has revoked the code.
    /// @dev Fix: ask the signer for a voucher with a new code.
    /// @param signer The signer of the voucher.
    /// @param codeHash The hash of the code.
    error XnodeVouchers_CodeRevoked(address signer, bytes32 codeHash);

    /// @notice The signer's budget for the series has fewer units left than the voucher is for; with none left it is
    /// used up, given up, or was never set.
    /// @dev Fix: ask the signer for a voucher of at most `left` units, or wait until a vote has set it a higher budget.
    /// @param signer The signer of the voucher.
    /// @param series The series.
    /// @param left Units left; zero also when no budget was ever set.
    /// @param requested Units of the voucher.
    error XnodeVouchers_BudgetExceeded(address signer, SeriesId series, uint256 left, uint256 requested);

    /// @notice The signer's budget for the series has ended.
    /// @dev Fix: wait until a vote has set a new budget.
    /// @param signer The signer of the voucher.
    /// @param series The series.
    /// @param until Unix time at which the budget ended, pauses included.
    error XnodeVouchers_BudgetEnded(address signer, SeriesId series, uint256 until);

    /// @notice The voucher is past its deadline.
    /// @dev Fix: ask the signer for a voucher with a later deadline; its code may stay the same.
    /// @param deadline Unix time up to which the voucher was good, pauses included.
    /// @param time Unix time now.
    error XnodeVouchers_Expired(uint256 deadline, uint256 time);

    /// @notice The signature is not the signer's over this voucher.
    /// @dev Fix: redeem the voucher exactly as it was signed, on the chain and contract it was signed for.
    /// @param signer The signer named.
    /// @param codeHash The hash of the code.
    error XnodeVouchers_InvalidSignature(address signer, bytes32 codeHash);

    /// @notice Too many vouchers at once.
    /// @dev Fix: redeem at most `max` in one call.
    /// @param count The number given.
    /// @param max The most in one call.
    error XnodeVouchers_TooMany(uint256 count, uint256 max);

    /// @notice Only the signer of a code or the timelock can revoke it.
    /// @dev Fix: call from the signer, or propose the revocation.
    /// @param caller The caller.
    /// @param signer The signer whose code was to be revoked.
    error XnodeVouchers_NotSigner(address caller, address signer);

    /// @notice A budget was set, which replaces what was left of an earlier one.
    /// @param signer Whose budget.
    /// @param series For which series.
    /// @param oldUnits Units left before.
    /// @param newUnits Units left now.
    /// @param oldUntil Its end before, pauses not counted.
    /// @param newUntil Its end now.
    event BudgetSet(
        address indexed signer,
        SeriesId indexed series,
        uint32 oldUnits,
        uint32 newUnits,
        uint40 oldUntil,
        uint40 newUntil
    );

    /// @notice A signer gave up what was left of a budget.
    /// @param signer Whose budget.
    /// @param series For which series.
    /// @param units Units given up.
    event BudgetRenounced(address indexed signer, SeriesId indexed series, uint32 units);

    /// @notice A code of a signer was revoked; it may have been redeemed before.
    event CodeRevoked(address indexed signer, bytes32 indexed codeHash, address indexed caller);

    /// @notice A voucher was redeemed.
    /// @param signer Who signed it.
    /// @param codeHash Its code, used up by this.
    /// @param recipient Who received the units.
    /// @param series Their series.
    /// @param firstUnit The first unit; the others follow by number.
    /// @param quantity How many.
    event VoucherRedeemed(
        address indexed signer,
        bytes32 indexed codeHash,
        address indexed recipient,
        SeriesId series,
        uint256 firstUnit,
        uint256 quantity
    );

    /// @notice Redeems a voucher. Anyone; the units go to the recipient that was signed.
    /// @param signed The voucher.
    /// @return firstUnit The first unit; the others follow by number.
    function redeem(SignedVoucher calldata signed) external returns (uint256 firstUnit);

    /// @notice Redeems several vouchers, all or none, except those whose codes are used up.
    /// @dev Used codes are passed over, so that nobody can make a batch fail by redeeming one voucher of it first.
    /// Every other fault reverts, a recipient's refusal included: batch only vouchers whose recipients you know.
    /// @param signed The vouchers, at most 20.
    /// @return firstUnits The first unit of each, 0 for a code that was used before.
    function redeemMany(SignedVoucher[] calldata signed) external returns (uint256[] memory firstUnits);

    /// @notice Sets what a signer can give away of a series from now on. Only the timelock.
    /// @dev Replaces what was left; 0 units take the budget away. Vouchers that are signed already count against the
    /// new budget as they did against the old one, and lose what earlier pauses had added to their deadlines.
    /// @param signer The signer, a key or an ERC-1271 contract.
    /// @param series The series; it must exist.
    /// @param units Units.
    /// @param until Unix time at which the budget ends, at most one year from now.
    function setBudget(address signer, SeriesId series, uint32 units, uint40 until) external;

    /// @notice Gives up what is left of the caller's budget for a series, for good: only a vote sets a new one.
    /// @dev What a signer does first that suspects its key to be stolen. Possible at any time, also in a pause.
    /// @param series The series.
    function renounceBudget(SeriesId series) external;

    /// @notice Revokes a code of a signer: no voucher of this signer can be redeemed with it. The signer or the
    /// timelock.
    /// @dev Kept by signer, so that none can revoke what another one signed. Says nothing of a code redeemed before,
    /// and does not fail on one, so that a batch of revocations cannot be made to fail.
    /// @param signer The signer.
    /// @param codeHash The hash of the code.
    function revokeCode(address signer, bytes32 codeHash) external;

    /// @notice What a signer can still give away of a series.
    function budgetOf(address signer, SeriesId series) external view returns (Budget memory);

    /// @notice Unix time at which a signer's budget for a series ends or ended, pauses included; 0 when it has none.
    function budgetEndOf(address signer, SeriesId series) external view returns (uint256);

    /// @notice Unix time up to which a voucher is good, pauses included.
    /// @param signer The signer of the voucher.
    /// @param series Its series.
    /// @param deadline Its deadline as signed.
    function deadlineOf(address signer, SeriesId series, uint256 deadline) external view returns (uint256);

    /// @notice Whether the code of the hash `codeHash` was redeemed.
    function isUsed(bytes32 codeHash) external view returns (bool);

    /// @notice Whether the code of the hash `codeHash` was revoked for `signer`.
    function isRevoked(address signer, bytes32 codeHash) external view returns (bool);

    /// @notice The EIP-712 digest that the signer of a voucher signs.
    function voucherDigest(Voucher calldata voucher) external view returns (bytes32);

    /// @notice The units.
    function xnodeOne() external view returns (IXnodeOne);
}
