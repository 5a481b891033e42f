// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {CampaignId} from "../types/CampaignId.sol";
import {RowId} from "../types/RowId.sol";
import {VestingSchedule} from "../types/VestingSchedule.sol";
import {IOpenToken} from "./IOpenToken.sol";
import {ITokenAllocation} from "./ITokenAllocation.sol";
import {IVestingFactory} from "./IVestingFactory.sol";

/// @title Airdrops and rewards, claimed by Merkle proof
/// @notice Many campaigns in one contract. Each promises a published list of leaves, at most its total, until its
/// deadline; what nobody claimed goes back to the row of the allocation table it came from.
/// @dev A campaign's total is funded by its row before it is promised, and no two campaigns promise the same tokens: the
/// sum of what is unclaimed never exceeds what the row sent here, so a claim never fails for want of tokens.
///
/// Leaves are those of StandardMerkleTree in OpenZeppelin's npm package merkle-tree, over
/// `["uint256", "address", "uint256", "uint256"]` = index, account, amount, schedule, hashed twice. A leaf names neither
/// chain nor campaign, because nobody signs it: it is worth something only under a root that the timelock recorded
/// here, and each campaign has its own funds and its own bitmap. A list that is promised twice is paid twice, on purpose.
/// What an account signs for `claimFor` names chain, contract and campaign.
///
/// Only the account of a leaf, or somebody with its signature, claims, because whoever claims chooses where the tokens
/// go. Calls can be batched by `multicall`.
///
/// Not guaranteed: that the sum of a list is its campaign's total. A list that sums to more pays the first who come; it
/// cannot touch other campaigns.
interface IMerkleClaims {
    /// @notice What one account may claim.
    /// @param index Place in the campaign's bitmap, unique in the campaign.
    /// @param account Who may claim.
    /// @param amount In wei.
    /// @param schedule How it vests; the zero schedule pays at once.
    struct Leaf {
        uint256 index;
        address account;
        uint256 amount;
        VestingSchedule schedule;
    }

    /// @notice What a new campaign promises.
    /// @param row The row of the allocation table that funded it and gets back what is left.
    /// @param root Root of the tree of its leaves.
    /// @param total Most it will pay, in wei.
    /// @param start Unix time from which claims are paid; in the past means at once.
    /// @param deadline Unix time from which they no longer are.
    /// @param weeklyLimit Most that may leave within any 7 days, in wei; from `total` on there is no limit.
    /// @param tree Where the tree is published, for instance an IPFS address.
    struct NewCampaign {
        RowId row;
        bytes32 root;
        uint256 total;
        uint40 start;
        uint40 deadline;
        uint256 weeklyLimit;
        string tree;
    }

    /// @notice A campaign as it stands.
    /// @param row The row that funded it.
    /// @param root Root of the tree of its leaves.
    /// @param total What it promised, in wei.
    /// @param unclaimed What it can still pay or give back, in wei.
    /// @param start Unix time from which claims are paid.
    /// @param deadline Unix time from which they no longer are; a pause moves it by its length.
    /// @param pausedUntil Unix time at which the running or last pause ends or ended, 0 before the first.
    /// @param pausedFor Seconds of its 30 days of pause that are used up, the running pause counted in full. Each begun
    /// hour of a pause counts whole, so this may be more than the deadline moved.
    /// @param weeklyLimit Most that may leave within any 7 days, in wei; `total` without limit.
    struct CampaignState {
        RowId row;
        bytes32 root;
        uint256 total;
        uint256 unclaimed;
        uint256 start;
        uint256 deadline;
        uint256 pausedUntil;
        uint256 pausedFor;
        uint256 weeklyLimit;
    }

    /// @notice The timelock of the allocation is another one.
    /// @dev Fix: deploy with the timelock the allocation was deployed with.
    /// @param expected The timelock passed here.
    /// @param actual The timelock of the allocation.
    error MerkleClaims_WrongTimelock(address expected, address actual);

    /// @notice There is no such campaign.
    /// @dev Fix: use a campaign from 1 to `campaignCount`.
    /// @param campaign The campaign asked for.
    error MerkleClaims_UnknownCampaign(CampaignId campaign);

    /// @notice A campaign without a tree was asked for.
    /// @dev Fix: pass the root that `npm run claims -- build` prints.
    error MerkleClaims_ZeroRoot();

    /// @notice A campaign without anything to claim was asked for.
    /// @dev Fix: promise at least one wei.
    error MerkleClaims_ZeroTotal();

    /// @notice A campaign lasts too short or too long.
    /// @dev Fix: choose a deadline from `earliest` to `latest`.
    /// @param deadline The deadline given.
    /// @param earliest The earliest that leaves claimants time, Unix time.
    /// @param latest The latest, Unix time.
    error MerkleClaims_DeadlineOutOfRange(uint256 deadline, uint256 earliest, uint256 latest);

    /// @notice The total cannot leave before the deadline.
    /// @dev Fix: promise at most `capacity`, or raise the weekly limit, or move the deadline.
    /// @param total What was to be promised, in wei.
    /// @param capacity What the weekly limit lets through for certain until then, in wei.
    error MerkleClaims_TotalAboveCapacity(uint256 total, uint256 capacity);

    /// @notice The row has not funded what is asked for, or it is promised to another campaign.
    /// @dev Fix: let the allocation fund this contract from the same row first, in the same proposal.
    /// @param row The row.
    /// @param unpromised What it has funded and no campaign promises, in wei.
    /// @param amount What was asked for, in wei.
    error MerkleClaims_NotFunded(RowId row, uint256 unpromised, uint256 amount);

    /// @notice The campaign has not begun.
    /// @dev Fix: claim from `start` on.
    /// @param campaign The campaign.
    /// @param start Unix time at which it begins.
    error MerkleClaims_NotStarted(CampaignId campaign, uint256 start);

    /// @notice The campaign is over.
    /// @dev Fix: nothing; what was not claimed before the deadline goes back to its row.
    /// @param campaign The campaign.
    /// @param deadline Unix time at which it ended.
    error MerkleClaims_Over(CampaignId campaign, uint256 deadline);

    /// @notice The campaign is not over.
    /// @dev Fix: claw back from `deadline` on.
    /// @param campaign The campaign.
    /// @param deadline Unix time at which it ends.
    error MerkleClaims_NotOver(CampaignId campaign, uint256 deadline);

    /// @notice The campaign is paused.
    /// @dev Fix: wait until `until`; the deadline has moved by the length of the pause.
    /// @param campaign The campaign.
    /// @param until Unix time at which the pause ends by itself.
    error MerkleClaims_Paused(CampaignId campaign, uint256 until);

    /// @notice There is no pause to end.
    /// @dev Fix: nothing; the campaign is not paused.
    /// @param campaign The campaign.
    error MerkleClaims_NotPaused(CampaignId campaign);

    /// @notice A campaign is paused for at most 30 days in its whole life.
    /// @dev Fix: choose a duration from 1 to `left` seconds.
    /// @param campaign The campaign.
    /// @param duration The duration given, in seconds.
    /// @param left What is left of the 30 days, in seconds.
    error MerkleClaims_PauseOutOfRange(CampaignId campaign, uint256 duration, uint256 left);

    /// @notice Only the account of the leaf can claim it without a signature.
    /// @dev Fix: call from `account`, or use `claimFor` with its signature.
    /// @param account The account of the leaf.
    /// @param caller The caller.
    error MerkleClaims_NotAccount(address account, address caller);

    /// @notice The signature's deadline has passed.
    /// @dev Fix: have the account sign anew with a later deadline.
    /// @param deadline The last Unix time at which it was valid.
    error MerkleClaims_SignatureExpired(uint256 deadline);

    /// @notice The signature is not the account's, or is for other terms.
    /// @dev Fix: have `account` sign the `Claim` message with exactly these values, for this chain and contract.
    /// @param account Who has to sign.
    error MerkleClaims_InvalidSignature(address account);

    /// @notice The tokens would go nowhere, or back to this contract.
    /// @dev Fix: name the account that shall receive them.
    /// @param to The destination given.
    error MerkleClaims_InvalidDestination(address to);

    /// @notice The leaf with this proof is not in the campaign's tree.
    /// @dev Fix: take leaf and proof from the published tree of this campaign, all four values unchanged.
    /// @param campaign The campaign.
    /// @param index The index given.
    error MerkleClaims_InvalidProof(CampaignId campaign, uint256 index);

    /// @notice The leaf was claimed.
    /// @dev Fix: nothing; the `Claimed` event of this index says where it went.
    /// @param campaign The campaign.
    /// @param index The index.
    error MerkleClaims_AlreadyClaimed(CampaignId campaign, uint256 index);

    /// @notice The campaign has less left than the leaf says: its list sums to more than its total.
    /// @dev Fix: tell whoever published the list; a new campaign can make good for it.
    /// @param campaign The campaign.
    /// @param unclaimed What it has left, in wei.
    /// @param amount The leaf's amount, in wei.
    error MerkleClaims_TotalExceeded(CampaignId campaign, uint256 unclaimed, uint256 amount);

    /// @notice One claim may take at most a quarter of the weekly limit.
    /// @dev Fix: tell whoever published the list; the build script refuses such leaves when it is told the limit.
    /// @param campaign The campaign.
    /// @param most Largest claim it pays, in wei.
    /// @param amount The leaf's amount, in wei.
    error MerkleClaims_ClaimTooLarge(CampaignId campaign, uint256 most, uint256 amount);

    /// @notice The claim would exceed the weekly limit.
    /// @dev Fix: wait; what left is given back after 7 days to 7 days and 6 hours. Nothing is lost meanwhile.
    /// @param campaign The campaign.
    /// @param available What may leave now, in wei.
    /// @param amount The leaf's amount, in wei.
    error MerkleClaims_WeeklyLimitExceeded(CampaignId campaign, uint256 available, uint256 amount);

    /// @notice The campaign has nothing left to give back.
    /// @dev Fix: nothing; all was claimed or given back.
    /// @param campaign The campaign.
    error MerkleClaims_NothingLeft(CampaignId campaign);

    /// @notice A campaign exists; amounts in wei, Unix times.
    event CampaignCreated(
        CampaignId indexed campaign,
        RowId indexed row,
        bytes32 indexed root,
        uint256 total,
        uint256 start,
        uint256 deadline,
        uint256 weeklyLimit,
        string tree
    );

    /// @notice `amount` wei of the leaf at `index` went to `to`, or to the vesting `wallet` of `to` if that is not zero.
    event Claimed(
        CampaignId indexed campaign,
        uint256 index,
        address indexed account,
        address indexed to,
        uint256 amount,
        address wallet
    );

    /// @notice A campaign was paused, and its deadline moved.
    event CampaignPaused(
        CampaignId indexed campaign,
        address indexed guardian,
        uint256 until,
        uint256 oldDeadline,
        uint256 newDeadline
    );

    /// @notice A pause was ended before its time, and the deadline moved back by what was left of it.
    event CampaignUnpaused(
        CampaignId indexed campaign,
        address indexed caller,
        uint256 plannedEnd,
        uint256 oldDeadline,
        uint256 newDeadline
    );

    /// @notice A vote ended a campaign before its time.
    event CampaignEnded(CampaignId indexed campaign, uint256 oldDeadline, uint256 newDeadline);

    /// @notice `amount` wei that nobody claimed went back to `row`.
    event ClawedBack(CampaignId indexed campaign, RowId indexed row, uint256 amount, address indexed caller);

    /// @notice `amount` wei that no campaign promised went back to `row`.
    event UnpromisedReturned(RowId indexed row, uint256 amount);

    /// @notice Promises a list. Only the timelock.
    /// @dev The row must have funded the total through the allocation's `fund`, best in the same proposal.
    /// @param terms What it promises.
    function createCampaign(NewCampaign calldata terms) external returns (CampaignId campaign);

    /// @notice Ends a campaign found wrong before its time. Only the timelock: everybody can see it coming.
    function endCampaign(CampaignId campaign) external;

    /// @notice Gives back to `row` what it funded and no campaign promises. Only the timelock.
    /// @param amount In wei.
    function returnUnpromised(RowId row, uint256 amount) external;

    /// @notice Pauses the claims of a campaign, and moves its deadline by as much. Only the guardian.
    /// @dev Each begun hour of a pause counts whole, also when it is ended at once: at most 720 pauses are possible.
    /// Deadlines that accounts signed for `claimFor` do not move.
    /// @param duration Seconds; at most 30 days in the campaign's whole life.
    function pause(CampaignId campaign, uint256 duration) external;

    /// @notice Ends a pause before its time, and moves the deadline back by what is left of it. The guardian or the
    /// timelock.
    function unpause(CampaignId campaign) external;

    /// @notice Claims the caller's leaf.
    /// @param leaf The leaf, as published; its account must be the caller.
    /// @param proof Its proof.
    /// @param to Who gets the tokens, or becomes the beneficiary of the vesting wallet.
    /// @return wallet The vesting wallet, zero if the leaf pays at once.
    function claim(
        CampaignId campaign,
        Leaf calldata leaf,
        bytes32[] calldata proof,
        address to
    ) external returns (address wallet);

    /// @notice Claims the leaf of another account with its signature, by ECDSA or ERC-1271.
    /// @dev The account signs `Claim(uint256 campaign,uint256 index,address account,uint256 amount,uint256 schedule,
    /// address to,uint256 deadline)` (EIP-712). There is no nonce: a leaf is claimed once. To revoke a signature, claim.
    /// @param leaf The leaf, as published.
    /// @param proof Its proof.
    /// @param to As signed.
    /// @param deadline As signed: the last Unix time at which the signature is valid.
    /// @param signature The account's.
    /// @return wallet The vesting wallet, zero if the leaf pays at once.
    function claimFor(
        CampaignId campaign,
        Leaf calldata leaf,
        bytes32[] calldata proof,
        address to,
        uint256 deadline,
        bytes calldata signature
    ) external returns (address wallet);

    /// @notice Gives back to its row what nobody claimed before the deadline. Anyone.
    /// @return amount In wei.
    function clawBack(CampaignId campaign) external returns (uint256 amount);

    /// @notice Most seconds a campaign can be paused in its whole life: 30 days, counted in begun hours.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_PAUSE() external view returns (uint256);

    /// @notice Least seconds from start to deadline: 7 days.
    // solhint-disable-next-line func-name-mixedcase
    function MIN_TERM() external view returns (uint256);

    /// @notice Most seconds from creation to deadline: 1825 days.
    // solhint-disable-next-line func-name-mixedcase
    function MAX_TERM() external view returns (uint256);

    /// @notice The token that is claimed.
    function token() external view returns (IOpenToken);

    /// @notice Funds the campaigns and gets back what is left.
    function allocation() external view returns (ITokenAllocation);

    /// @notice Makes the wallets in which claims vest.
    function vestingFactory() external view returns (IVestingFactory);

    /// @notice How many campaigns there are; they are counted from 1.
    function campaignCount() external view returns (uint256);

    /// @notice A campaign as it stands.
    function campaignOf(CampaignId campaign) external view returns (CampaignState memory);

    /// @notice Whether the leaf at `index` was claimed.
    function isClaimed(CampaignId campaign, uint256 index) external view returns (bool);

    /// @notice Whether a leaf is in the campaign's tree; it may be claimed already.
    /// @param leaf The leaf.
    /// @param proof Its proof.
    function verify(CampaignId campaign, Leaf calldata leaf, bytes32[] calldata proof) external view returns (bool);

    /// @notice What may leave now by the campaign's weekly limit and what it has left, in wei.
    function availableOutflow(CampaignId campaign) external view returns (uint256);

    /// @notice Largest leaf the campaign pays, in wei: a quarter of the weekly limit, or its total without limit.
    function largestClaim(CampaignId campaign) external view returns (uint256);

    /// @notice What campaigns of this row promised, claimed or not, less what was given back, in wei.
    function promised(RowId row) external view returns (uint256);

    /// @notice What the row funded and no campaign promises, in wei.
    function unpromised(RowId row) external view returns (uint256);

    /// @notice What `leaf.account` signs for `claimFor`.
    /// @param leaf The leaf.
    /// @param to Who gets the tokens.
    /// @param deadline The last Unix time at which the signature shall be valid.
    /// @return digest EIP-712 digest.
    function claimDigest(
        CampaignId campaign,
        Leaf calldata leaf,
        address to,
        uint256 deadline
    ) external view returns (bytes32 digest);
}
