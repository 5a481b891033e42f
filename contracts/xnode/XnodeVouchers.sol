// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {SaleBrake} from "./SaleBrake.sol";
import {IXnodeOne} from "./interfaces/IXnodeOne.sol";
import {IXnodeVouchers} from "./interfaces/IXnodeVouchers.sol";
import {SeriesId} from "./types/SeriesId.sol";

contract XnodeVouchers is IXnodeVouchers, SaleBrake, EIP712, Multicall {
    bytes32 public constant VOUCHER_TYPEHASH = keccak256(
        "Voucher(address recipient,uint256 series,uint256 quantity,bytes32 codeHash,uint256 deadline)"
    );

    uint256 public constant MAX_REDEMPTIONS = 20;
    /// @dev Like a guardian's, a hot key's power ends by itself.
    uint256 public constant MAX_BUDGET_TERM = 365 days;

    /// @inheritdoc IXnodeVouchers
    IXnodeOne public immutable xnodeOne;

    /// @inheritdoc IXnodeVouchers
    mapping(bytes32 codeHash => bool) public isUsed;
    /// @inheritdoc IXnodeVouchers
    mapping(address signer => mapping(bytes32 codeHash => bool)) public isRevoked;
    mapping(address signer => mapping(SeriesId series => Budget)) private _budgets;

    constructor(
        IXnodeOne xnodeOne_,
        address timelock_,
        address guardian_,
        uint256 guardianUntil_
    ) SaleBrake(timelock_, guardian_, guardianUntil_) EIP712("Xnode Vouchers", "1") {
        IAccessControl roles = IAccessControl(address(xnodeOne_));
        bytes32 minterRole = keccak256("MINTER_ROLE");
        require(roles.hasRole(minterRole, address(this)), XnodeVouchers_RoleMissing(minterRole));
        // 0 is OpenZeppelin's DEFAULT_ADMIN_ROLE.
        require(roles.hasRole(0, timelock_), XnodeVouchers_TimelockMismatch(timelock_));
        xnodeOne = xnodeOne_;
    }

    /// @inheritdoc IXnodeVouchers
    function redeem(SignedVoucher calldata signed) external returns (uint256 firstUnit) {
        _checkNotPaused();
        require(!isUsed[signed.voucher.codeHash], XnodeVouchers_CodeUsed(signed.voucher.codeHash));
        return _redeem(signed);
    }

    /// @inheritdoc IXnodeVouchers
    function redeemMany(SignedVoucher[] calldata signed) external returns (uint256[] memory firstUnits) {
        _checkNotPaused();
        uint256 count = signed.length;
        require(count <= MAX_REDEMPTIONS, XnodeVouchers_TooMany(count, MAX_REDEMPTIONS));
        firstUnits = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            if (!isUsed[signed[i].voucher.codeHash]) firstUnits[i] = _redeem(signed[i]);
        }
    }

    /// @inheritdoc IXnodeVouchers
    function setBudget(address signer, SeriesId series, uint32 units, uint40 until) external {
        require(msg.sender == timelock, SaleBrake_NotTimelock(msg.sender));
        require(signer != address(0), XnodeVouchers_SignerZero());
        uint256 max = block.timestamp + MAX_BUDGET_TERM;
        require(until <= max, XnodeVouchers_TermTooLong(until, max));
        // Reverts for a series that does not exist: a budget must not wait for one that nobody has seen.
        xnodeOne.saleTermsOf(series);

        Budget memory old = _budgets[signer][series];
        _budgets[signer][series] = Budget(units, until, uint40(block.timestamp));
        emit BudgetSet(signer, series, old.units, units, old.until, until);
    }

    /// @inheritdoc IXnodeVouchers
    function renounceBudget(SeriesId series) external {
        Budget storage budget = _budgets[msg.sender][series];
        uint32 units = budget.units;
        budget.units = 0;
        emit BudgetRenounced(msg.sender, series, units);
    }

    /// @inheritdoc IXnodeVouchers
    function revokeCode(address signer, bytes32 codeHash) external {
        require(msg.sender == signer || msg.sender == timelock, XnodeVouchers_NotSigner(msg.sender, signer));
        isRevoked[signer][codeHash] = true;
        emit CodeRevoked(signer, codeHash, msg.sender);
    }

    /// @inheritdoc IXnodeVouchers
    function budgetOf(address signer, SeriesId series) external view returns (Budget memory) {
        return _budgets[signer][series];
    }

    /// @inheritdoc IXnodeVouchers
    function budgetEndOf(address signer, SeriesId series) external view returns (uint256) {
        Budget memory budget = _budgets[signer][series];
        return _extendedEnd(budget.setAt, budget.until);
    }

    /// @inheritdoc IXnodeVouchers
    function deadlineOf(address signer, SeriesId series, uint256 deadline) external view returns (uint256) {
        return _extendedDeadline(_budgets[signer][series].setAt, deadline);
    }

    /// @inheritdoc IXnodeVouchers
    function voucherDigest(Voucher calldata voucher) public view returns (bytes32) {
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(
                        VOUCHER_TYPEHASH,
                        voucher.recipient,
                        voucher.series,
                        voucher.quantity,
                        voucher.codeHash,
                        voucher.deadline
                    )
                )
            );
    }

    /// @dev The caller has looked whether the code is used. Nothing is written after the mint, which may hand control
    /// to the recipient: whatever it redeems from within finds this code used and the budget spent.
    function _redeem(SignedVoucher calldata signed) private returns (uint256 firstUnit) {
        address signer = signed.signer;
        Voucher calldata voucher = signed.voucher;
        (SeriesId series, uint256 quantity, bytes32 codeHash) = (voucher.series, voucher.quantity, voucher.codeHash);
        require(!isRevoked[signer][codeHash], XnodeVouchers_CodeRevoked(signer, codeHash));
        Budget memory budget = _budgets[signer][series];
        require(quantity <= budget.units, XnodeVouchers_BudgetExceeded(signer, series, budget.units, quantity));
        _checkTimes(signer, series, budget, voucher.deadline);
        require(
            SignatureChecker.isValidSignatureNowCalldata(signer, voucherDigest(voucher), signed.signature),
            XnodeVouchers_InvalidSignature(signer, codeHash)
        );

        isUsed[codeHash] = true;
        _budgets[signer][series].units = uint32(budget.units - quantity);
        firstUnit = xnodeOne.mint(series, voucher.recipient, quantity);
        emit VoucherRedeemed(signer, codeHash, voucher.recipient, series, firstUnit, quantity);
    }

    /// @dev Asks for the pauses only where they matter, which keeps an ordinary redemption from paying for them.
    function _checkTimes(address signer, SeriesId series, Budget memory budget, uint256 deadline) private view {
        if (block.timestamp >= budget.until) {
            uint256 end = _extendedEnd(budget.setAt, budget.until);
            require(block.timestamp < end, XnodeVouchers_BudgetEnded(signer, series, end));
        }
        if (block.timestamp > deadline) {
            uint256 last = _extendedDeadline(budget.setAt, deadline);
            require(block.timestamp <= last, XnodeVouchers_Expired(last, block.timestamp));
        }
    }

    /// @dev The brake's ends are the first second after, a deadline is the last second before. No pause can matter to a
    /// deadline beyond 40 bits, which is how "no deadline" is signed and would overflow.
    function _extendedDeadline(uint256 setAt, uint256 deadline) private view returns (uint256) {
        if (deadline > type(uint40).max) return deadline;
        return _extendedEnd(setAt, deadline + 1) - 1;
    }
}
