// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";

import {EXCLUDED} from "../common/Excluded.sol";
import {ClaimsGuardian} from "./extensions/ClaimsGuardian.sol";
import {IMerkleClaims} from "./interfaces/IMerkleClaims.sol";
import {IOpenToken} from "./interfaces/IOpenToken.sol";
import {ITokenAllocation} from "./interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "./interfaces/IVestingFactory.sol";
import {WeeklyOutflow} from "./libraries/WeeklyOutflow.sol";
import {CampaignId} from "./types/CampaignId.sol";
import {RowId} from "./types/RowId.sol";

/// @title Airdrops and rewards, claimed by Merkle proof
contract MerkleClaims is IMerkleClaims, ClaimsGuardian, EIP712, Multicall {
    using BitMaps for BitMaps.BitMap;
    using SafeERC20 for IOpenToken;
    using WeeklyOutflow for WeeklyOutflow.State;

    /// @dev The second word holds all that every claim reads or writes; `weeklyLimit` and `outflow` are touched only
    /// where `isLimited`.
    struct Campaign {
        bytes32 root;
        uint96 unclaimed;
        uint40 start;
        uint40 deadline;
        uint40 pausedUntil;
        uint24 pausedFor;
        RowId row;
        bool isLimited;
        uint96 total;
        uint96 weeklyLimit;
        BitMaps.BitMap claimed;
        WeeklyOutflow.State outflow;
    }

    uint256 public constant MAX_PAUSE = 30 days;
    uint256 public constant MIN_TERM = 7 days;
    uint256 public constant MAX_TERM = 1825 days;

    bytes32 private constant CLAIM_TYPEHASH = keccak256(
        "Claim(uint256 campaign,uint256 index,address account,uint256 amount,uint256 schedule,address to,uint256 deadline)"
    );

    /// @inheritdoc IMerkleClaims
    IOpenToken public immutable token;
    /// @inheritdoc IMerkleClaims
    ITokenAllocation public immutable allocation;
    /// @inheritdoc IMerkleClaims
    IVestingFactory public immutable vestingFactory;

    /// @inheritdoc IMerkleClaims
    uint256 public campaignCount;
    /// @inheritdoc IMerkleClaims
    mapping(RowId row => uint256 amount) public promised;

    mapping(CampaignId campaign => Campaign) private _campaigns;

    /// @param allocation_ Funds the campaigns; it names token and vesting factory.
    /// @param timelock_ Creates and ends campaigns; must be the allocation's.
    /// @param guardian_ Can pause campaigns.
    /// @param guardianUntil_ Unix time at which its term ends.
    constructor(
        ITokenAllocation allocation_,
        address timelock_,
        address guardian_,
        uint256 guardianUntil_
    ) ClaimsGuardian(timelock_, guardian_, guardianUntil_) EIP712("Openmesh MerkleClaims", "1") {
        address actual = allocation_.timelock();
        require(actual == timelock_, MerkleClaims_WrongTimelock(timelock_, actual));
        allocation = allocation_;
        token = allocation_.token();
        vestingFactory = allocation_.vestingFactory();
        token.delegate(EXCLUDED);
        // Both are ours, immutable, and pull from their caller only.
        token.approve(address(allocation), type(uint256).max);
        token.approve(address(vestingFactory), type(uint256).max);
    }

    /// @inheritdoc IMerkleClaims
    function createCampaign(NewCampaign calldata terms) external onlyTimelock returns (CampaignId campaign) {
        require(terms.root != 0, MerkleClaims_ZeroRoot());
        require(terms.total != 0, MerkleClaims_ZeroTotal());
        uint256 start = Math.max(terms.start, block.timestamp);
        uint256 latest = block.timestamp + MAX_TERM;
        require(
            terms.deadline >= start + MIN_TERM && terms.deadline <= latest,
            MerkleClaims_DeadlineOutOfRange(terms.deadline, start + MIN_TERM, latest)
        );
        uint256 free = unpromised(terms.row);
        require(terms.total <= free, MerkleClaims_NotFunded(terms.row, free, terms.total));
        bool isLimited = terms.weeklyLimit < terms.total;
        if (isLimited) {
            uint256 capacity = WeeklyOutflow.capacityDown(terms.weeklyLimit, terms.deadline - start);
            require(terms.total <= capacity, MerkleClaims_TotalAboveCapacity(terms.total, capacity));
        }
        uint256 weeklyLimit = isLimited ? terms.weeklyLimit : terms.total;

        promised[terms.row] += terms.total;
        campaign = CampaignId.wrap(++campaignCount);
        Campaign storage c = _campaigns[campaign];
        c.root = terms.root;
        // Fit: total <= supply < 2^96, start < deadline, a uint40.
        (c.unclaimed, c.start, c.deadline) = (uint96(terms.total), uint40(start), terms.deadline);
        (c.row, c.isLimited) = (terms.row, isLimited);
        (c.total, c.weeklyLimit) = (uint96(terms.total), uint96(weeklyLimit));
        emit CampaignCreated(
            campaign,
            terms.row,
            terms.root,
            terms.total,
            start,
            terms.deadline,
            weeklyLimit,
            terms.tree
        );
    }

    /// @inheritdoc IMerkleClaims
    function endCampaign(CampaignId campaign) external onlyTimelock {
        Campaign storage c = _campaign(campaign);
        uint256 oldDeadline = _checkNotOver(campaign, c);
        c.deadline = uint40(block.timestamp);
        emit CampaignEnded(campaign, oldDeadline, block.timestamp);
    }

    /// @inheritdoc IMerkleClaims
    function returnUnpromised(RowId row, uint256 amount) external onlyTimelock {
        uint256 free = unpromised(row);
        require(amount <= free, MerkleClaims_NotFunded(row, free, amount));
        emit UnpromisedReturned(row, amount);
        allocation.giveBack(row, amount);
    }

    /// @inheritdoc IMerkleClaims
    function pause(CampaignId campaign, uint256 duration) external {
        _checkGuardian();
        Campaign storage c = _campaign(campaign);
        uint256 oldDeadline = _checkNotOver(campaign, c);
        _checkNotPaused(campaign, c);
        uint256 pausedFor = c.pausedFor;
        uint256 left = MAX_PAUSE - pausedFor;
        require(duration != 0 && duration <= left, MerkleClaims_PauseOutOfRange(campaign, duration, left));

        uint256 until = block.timestamp + duration;
        c.pausedUntil = uint40(until);
        // Whole hours: else a guardian that also orders transactions could stop each block for a second, or pause and
        // unpause around it for nothing. Fits: 30 days are whole hours as well.
        c.pausedFor = uint24(pausedFor + Math.ceilDiv(duration, 1 hours) * 1 hours);
        c.deadline = uint40(oldDeadline + duration);
        emit CampaignPaused(campaign, msg.sender, until, oldDeadline, oldDeadline + duration);
    }

    /// @inheritdoc IMerkleClaims
    function unpause(CampaignId campaign) external {
        if (msg.sender != timelock) _checkGuardian();
        Campaign storage c = _campaign(campaign);
        uint256 oldDeadline = _checkNotOver(campaign, c);
        uint256 plannedEnd = c.pausedUntil;
        require(block.timestamp < plannedEnd, MerkleClaims_NotPaused(campaign));
        uint256 rest = plannedEnd - block.timestamp;

        c.pausedUntil = uint40(block.timestamp);
        // One hour at least stays counted, even if nothing of it passed.
        c.pausedFor -= uint24(((rest - 1) / 1 hours) * 1 hours);
        c.deadline = uint40(oldDeadline - rest);
        emit CampaignUnpaused(campaign, msg.sender, plannedEnd, oldDeadline, oldDeadline - rest);
    }

    /// @inheritdoc IMerkleClaims
    function claim(
        CampaignId campaign,
        Leaf calldata leaf,
        bytes32[] calldata proof,
        address to
    ) external returns (address wallet) {
        require(msg.sender == leaf.account, MerkleClaims_NotAccount(leaf.account, msg.sender));
        return _claim(campaign, leaf, proof, to);
    }

    /// @inheritdoc IMerkleClaims
    function claimFor(
        CampaignId campaign,
        Leaf calldata leaf,
        bytes32[] calldata proof,
        address to,
        uint256 deadline,
        bytes calldata signature
    ) external returns (address wallet) {
        require(block.timestamp <= deadline, MerkleClaims_SignatureExpired(deadline));
        bytes32 digest = claimDigest(campaign, leaf, to, deadline);
        require(
            SignatureChecker.isValidSignatureNowCalldata(leaf.account, digest, signature),
            MerkleClaims_InvalidSignature(leaf.account)
        );
        return _claim(campaign, leaf, proof, to);
    }

    /// @inheritdoc IMerkleClaims
    function clawBack(CampaignId campaign) external returns (uint256 amount) {
        Campaign storage c = _campaign(campaign);
        require(block.timestamp >= c.deadline, MerkleClaims_NotOver(campaign, c.deadline));
        amount = c.unclaimed;
        require(amount != 0, MerkleClaims_NothingLeft(campaign));
        RowId row = c.row;

        c.unclaimed = 0;
        promised[row] -= amount;
        emit ClawedBack(campaign, row, amount, msg.sender);

        allocation.giveBack(row, amount);
    }

    /// @inheritdoc IMerkleClaims
    function campaignOf(CampaignId campaign) external view returns (CampaignState memory) {
        Campaign storage c = _campaign(campaign);
        return
            CampaignState({
                row: c.row,
                root: c.root,
                total: c.total,
                unclaimed: c.unclaimed,
                start: c.start,
                deadline: c.deadline,
                pausedUntil: c.pausedUntil,
                pausedFor: c.pausedFor,
                weeklyLimit: c.weeklyLimit
            });
    }

    /// @inheritdoc IMerkleClaims
    function isClaimed(CampaignId campaign, uint256 index) external view returns (bool) {
        return _campaign(campaign).claimed.get(index);
    }

    /// @inheritdoc IMerkleClaims
    function verify(CampaignId campaign, Leaf calldata leaf, bytes32[] calldata proof) external view returns (bool) {
        return _isInTree(_campaign(campaign), leaf, proof);
    }

    /// @inheritdoc IMerkleClaims
    function availableOutflow(CampaignId campaign) external view returns (uint256) {
        Campaign storage c = _campaign(campaign);
        return c.isLimited ? Math.min(c.unclaimed, c.weeklyLimit - c.outflow.sum(block.timestamp)) : c.unclaimed;
    }

    /// @inheritdoc IMerkleClaims
    function largestClaim(CampaignId campaign) external view returns (uint256) {
        Campaign storage c = _campaign(campaign);
        return c.isLimited ? c.weeklyLimit / WeeklyOutflow.SHARE : c.total;
    }

    /// @inheritdoc IMerkleClaims
    function unpromised(RowId row) public view returns (uint256) {
        return allocation.outstanding(row, address(this)) - promised[row];
    }

    /// @inheritdoc IMerkleClaims
    function claimDigest(
        CampaignId campaign,
        Leaf calldata leaf,
        address to,
        uint256 deadline
    ) public view returns (bytes32 digest) {
        return
            _hashTypedDataV4(
                keccak256(
                    abi.encode(
                        CLAIM_TYPEHASH,
                        campaign,
                        leaf.index,
                        leaf.account,
                        leaf.amount,
                        leaf.schedule,
                        to,
                        deadline
                    )
                )
            );
    }

    function _claim(
        CampaignId campaign,
        Leaf calldata leaf,
        bytes32[] calldata proof,
        address to
    ) private returns (address wallet) {
        require(to != address(0) && to != address(this), MerkleClaims_InvalidDestination(to));
        Campaign storage c = _campaign(campaign);
        require(block.timestamp >= c.start, MerkleClaims_NotStarted(campaign, c.start));
        _checkNotOver(campaign, c);
        _checkNotPaused(campaign, c);
        require(_isInTree(c, leaf, proof), MerkleClaims_InvalidProof(campaign, leaf.index));
        require(!c.claimed.get(leaf.index), MerkleClaims_AlreadyClaimed(campaign, leaf.index));
        uint256 unclaimed = c.unclaimed;
        require(leaf.amount <= unclaimed, MerkleClaims_TotalExceeded(campaign, unclaimed, leaf.amount));

        c.claimed.set(leaf.index);
        c.unclaimed = uint96(unclaimed - leaf.amount);
        if (c.isLimited) _countOutflow(campaign, c, leaf.amount);

        // Our own token and factory, which call nobody else. The event comes last because it names the wallet.
        if (leaf.schedule.isAtOnce()) token.safeTransfer(to, leaf.amount);
        else wallet = _lock(campaign, c.row, leaf, to);
        emit Claimed(campaign, leaf.index, leaf.account, to, leaf.amount, wallet);
    }

    function _countOutflow(CampaignId campaign, Campaign storage c, uint256 amount) private {
        uint256 limit = c.weeklyLimit;
        uint256 most = limit / WeeklyOutflow.SHARE;
        require(amount <= most, MerkleClaims_ClaimTooLarge(campaign, most, amount));
        uint256 available = limit - c.outflow.sum(block.timestamp);
        require(amount <= available, MerkleClaims_WeeklyLimitExceeded(campaign, available, amount));
        c.outflow.add(amount, block.timestamp);
    }

    /// @dev The salt tells apart equal claims of one account, in one campaign or several.
    function _lock(CampaignId campaign, RowId row, Leaf calldata leaf, address to) private returns (address) {
        return
            vestingFactory.create(
                row,
                IVestingFactory.Grant({
                    beneficiary: to,
                    // Fits: at most what was unclaimed, a uint96.
                    amount: uint128(leaf.amount),
                    schedule: leaf.schedule,
                    revocable: false,
                    salt: keccak256(abi.encode(campaign, leaf.index))
                })
            );
    }

    function _campaign(CampaignId campaign) private view returns (Campaign storage c) {
        c = _campaigns[campaign];
        require(c.root != 0, MerkleClaims_UnknownCampaign(campaign));
    }

    function _checkNotOver(CampaignId campaign, Campaign storage c) private view returns (uint256 deadline) {
        deadline = c.deadline;
        require(block.timestamp < deadline, MerkleClaims_Over(campaign, deadline));
    }

    function _checkNotPaused(CampaignId campaign, Campaign storage c) private view {
        uint256 until = c.pausedUntil;
        require(block.timestamp >= until, MerkleClaims_Paused(campaign, until));
    }

    /// @dev Hashed twice, so that no inner node of a tree can pass for a leaf.
    function _isInTree(Campaign storage c, Leaf calldata leaf, bytes32[] calldata proof) private view returns (bool) {
        bytes32 inner = keccak256(abi.encode(leaf.index, leaf.account, leaf.amount, leaf.schedule));
        return MerkleProof.verifyCalldata(proof, c.root, keccak256(bytes.concat(inner)));
    }
}
