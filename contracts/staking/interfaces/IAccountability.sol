// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ValidatorId} from "../types/ValidatorId.sol";
import {IRoundRoots} from "./IRoundRoots.sol";

/// @title Accountability of validators
/// @notice Judges evidence against validators. It holds the only right to slash, and uses it on proof alone: nobody,
/// not even the timelock, can slash by decision. It also keeps what the validators found: one root a round.
/// @dev A validator signs everything it says as
/// `Attestation(uint64 round,uint8 kind,bytes32 subject,bytes32 root)` in this contract's EIP-712 domain. Saying two
/// things about one (round, kind, subject) is equivocation. A validator that signs one root per subject, and signs or
/// beats in more than half of the rounds, cannot be punished here, whoever holds its signatures. Replaced as a whole
/// through the staking contract's settings; what was signed for one contract is no evidence in another.
/// The life of a round: `submitRound` from its first second to the end of the second round after it; signatures left
/// out and heartbeats for one round more; from then on it is closed, and counts for and against presence.
/// *Not* guaranteed: that a root is true (it is what two thirds of the stake signed), and that many signed it: a set of
/// few is a quorum of few, which `snapshotOf` shows.
interface IAccountability is IRoundRoots {
    /// @notice A constructor argument is the zero address.
    /// @dev Fix: pass the predicted address of the staking contract.
    error Accountability_ZeroAddress();

    /// @notice Both statements have the same root, so nothing contradicts.
    /// @dev Fix: report two different roots about one subject.
    /// @param root The root.
    error Accountability_SameStatement(bytes32 root);

    /// @notice A signature is not a valid one of any key.
    /// @dev Fix: pass 65 bytes (r, s, v) with low s over `attestationDigest`.
    /// @param root The root of the statement it was given for.
    error Accountability_InvalidSignature(bytes32 root);

    /// @notice The statements were signed by different keys.
    /// @dev Fix: report two statements of one key.
    /// @param signerA Signer of the first.
    /// @param signerB Signer of the second.
    error Accountability_DifferentSigners(address signerA, address signerB);

    /// @notice The round is not here yet, and the key may be replaced before it is.
    /// @dev Fix: report again in that round.
    /// @param round The round of the statements.
    /// @param current The current round.
    error Accountability_FutureRound(uint256 round, uint256 current);

    /// @notice No validator answers for what this key said about that round.
    /// @dev Fix: none; the key was not registered by then, or was replaced before.
    /// @param signer The key.
    /// @param round The round.
    error Accountability_NotLiable(address signer, uint256 round);

    /// @notice The validator was punished for this offence.
    /// @dev Fix: nothing to do; one offence counts once, however many roots were signed.
    /// @param offence Hash of validator, round, kind and subject.
    error Accountability_AlreadyReported(bytes32 offence);

    /// @notice The set of this epoch was stored before.
    /// @dev Fix: nothing to do; `snapshotOf` has it.
    /// @param epoch The epoch.
    error Accountability_AlreadySnapshotted(uint256 epoch);

    /// @notice The set has no member.
    /// @dev Fix: call again when a validator has joined the set.
    error Accountability_EmptySet();

    /// @notice The set in charge of this round was not stored, or only after the round was over.
    /// @dev Fix: call `snapshotSet` in the first round of every epoch; a round before it is nobody's.
    /// @param round The round.
    error Accountability_NoSnapshot(uint256 round);

    /// @notice The round takes no such statement any more.
    /// @dev Fix: send it within `SUBMISSION_ROUNDS` of the round; `GRACE_ROUNDS` longer for a signature that was left out
    /// and for a heartbeat.
    /// @param round The round.
    /// @param last The last round in which it would have been taken.
    /// @param current The current round.
    error Accountability_TooLate(uint256 round, uint256 last, uint256 current);

    /// @notice The root is zero, which stands for none.
    /// @dev Fix: sign the root of a tree with at least one leaf.
    error Accountability_ZeroRoot();

    /// @notice The round has its root.
    /// @dev Fix: nothing to do; signatures it lacks go through `addSignatures`.
    /// @param round The round.
    /// @param root Its root.
    error Accountability_AlreadyCertified(uint256 round, bytes32 root);

    /// @notice The round has no root, so no signature of one can be added.
    /// @dev Fix: call `submitRound` with signatures of more than two thirds of the weight.
    /// @param round The round.
    error Accountability_NotCertified(uint256 round);

    /// @notice There are not 65 bytes of signature for each place.
    /// @dev Fix: join the signatures in the order of the set bits of `places`, lowest first.
    /// @param places The places given.
    /// @param length Bytes of signatures given.
    error Accountability_LengthMismatch(uint256 places, uint256 length);

    /// @notice A place is outside the snapshot.
    /// @dev Fix: take the places from `snapshotOf(epoch).members`.
    /// @param places The places given, one bit each.
    /// @param members Number of members; the highest place is one less.
    error Accountability_NoSuchPlace(uint256 places, uint256 members);

    /// @notice A statement is not signed by a key that answers for the member at this place in this round.
    /// @dev Fix: sign with the key in force in the round, and give the signatures in the order of the places.
    /// @param place The place.
    /// @param id The member there.
    /// @param signer The key that signed; zero for an invalid signature.
    error Accountability_NotMembersKey(uint256 place, ValidatorId id, address signer);

    /// @notice Those who signed do not weigh more than two thirds.
    /// @dev Fix: collect more signatures.
    /// @param weight What they weigh, in wei.
    /// @param total What the snapshot weighs, in wei.
    error Accountability_NoQuorum(uint256 weight, uint256 total);

    /// @notice Everybody named counts as present in the round already.
    /// @dev Fix: nothing to do.
    /// @param round The round.
    /// @param places The places given, one bit each.
    error Accountability_AlreadyPresent(uint256 round, uint256 places);

    /// @notice The validator is not in the set, so there is nothing to take it out of.
    /// @dev Fix: nothing to do.
    /// @param id The validator.
    error Accountability_NotMember(ValidatorId id);

    /// @notice The validator did not miss enough rounds.
    /// @dev Fix: nothing to do; `missesOf` tells when it has.
    /// @param id The validator.
    /// @param missed Rounds missed, of those that count.
    error Accountability_NotDown(ValidatorId id, uint256 missed);

    /// @notice The set of an epoch was stored: its members, in the order of their places, with their weights, are the
    /// code of `pointer` (see `snapshotOf`).
    /// @param epoch The epoch.
    /// @param pointer Contract without function that holds the data.
    /// @param fromRound First round it is in charge of.
    /// @param members Number of members.
    /// @param totalWeight Their stake, in wei.
    event SetSnapshotted(
        uint256 indexed epoch,
        address indexed pointer,
        uint256 fromRound,
        uint256 members,
        uint256 totalWeight
    );

    /// @notice A round got its root.
    /// @param round The round.
    /// @param root Its root, for ever.
    /// @param places Who signed: bit = place in the snapshot of the round's epoch.
    /// @param weight What they weigh, in wei.
    event RoundCertified(uint256 indexed round, bytes32 indexed root, uint256 places, uint256 weight);

    /// @notice Signatures of the root that the submitter had left out.
    /// @param round The round.
    /// @param places Who signed, those named before included.
    event SignaturesAdded(uint256 indexed round, uint256 places);

    /// @notice A member showed that it is there, without a word on the root.
    /// @param round The round.
    /// @param id The member.
    /// @param signer Its key.
    /// @param place Its place in the snapshot.
    event Heartbeat(uint256 indexed round, ValidatorId indexed id, address indexed signer, uint256 place);

    /// @notice A member was jailed for the rounds it missed.
    /// @param id The validator.
    /// @param reporter Who showed it, and gets the reporter's part.
    /// @param missed Rounds missed, of the last `DOWNTIME_WINDOW` that count.
    /// @param lastMissed The last of them.
    /// @param offences Its offences, this one included, less what has faded.
    /// @param jailedUntil Unix time of the end of the jail.
    /// @param countFrom First round that counts after this.
    /// @param taken What the validator and its delegators lost, in wei; 0 outside probation.
    event DowntimePunished(
        ValidatorId indexed id,
        address indexed reporter,
        uint256 missed,
        uint256 lastMissed,
        uint256 offences,
        uint256 jailedUntil,
        uint256 countFrom,
        uint256 taken
    );

    /// @notice A validator contradicted itself: it was slashed by `taken` wei and tombstoned.
    event EquivocationReported(
        ValidatorId indexed id,
        address indexed signer,
        address indexed reporter,
        uint256 round,
        uint8 kind,
        bytes32 subject,
        bytes32 rootA,
        bytes32 rootB,
        uint256 taken
    );

    /// @notice What two contradicting statements are about.
    /// @param round The day, since 1970.
    /// @param kind What sort of statement it is.
    /// @param subject What it is about.
    struct Topic {
        uint64 round;
        uint8 kind;
        bytes32 subject;
    }

    /// @notice What a validator's key signed about a topic.
    /// @param root What it said.
    /// @param signature 65 bytes (r, s, v) with low s over `attestationDigest(topic, root)`.
    struct Statement {
        bytes32 root;
        bytes signature;
    }

    /// @notice A member of the set when it was stored.
    /// @param id The validator.
    /// @param weight Own plus delegated stake, in wei.
    struct Member {
        ValidatorId id;
        uint96 weight;
    }

    /// @notice The set in charge of the rounds of an epoch.
    /// @param pointer Contract whose code holds it: a zero byte, `fromRound` (8 bytes), then id (4 bytes) and weight
    /// (12 bytes) of each member, big endian.
    /// @param totalWeight Stake of all, in wei.
    /// @param fromRound The round in which it was stored, the first it is in charge of.
    /// @param members The members by their places, at most 255.
    struct Snapshot {
        address pointer;
        uint96 totalWeight;
        uint64 fromRound;
        Member[] members;
    }

    /// @notice What is remembered of a validator that missed too many rounds.
    /// @param offences How often, when it was jailed last; one less for each `PROBATION` since `releasedAt`.
    /// @param releasedAt Unix time of the end of the last jail.
    /// @param countFrom First round that can count against it.
    struct DowntimeRecord {
        uint32 offences;
        uint40 releasedAt;
        uint64 countFrom;
    }

    /// @notice Punishes a validator whose key signed two roots about one topic. By anyone.
    /// @dev Within the evidence window: the epoch of the round, or the one after it. The validator is tombstoned even
    /// when the slashing budget of the epoch is used up.
    /// @param reporter Gets the reporter's part; zero for none.
    /// @return taken What the validator and its delegators lost, in wei.
    function reportEquivocation(
        Topic calldata topic,
        Statement calldata a,
        Statement calldata b,
        address reporter
    ) external returns (uint256 taken);

    /// @notice Stores who is in the set now and what each weighs. By anyone, once an epoch.
    /// @dev In charge of the rounds of this epoch from this one on, whoever joins or leaves later: weights do not move
    /// between the signatures of a round. A member stays on duty until the epoch ends, also when it leaves the set. The
    /// caller chooses the moment: do it in the first seconds of the epoch. Stake that comes for that moment stays 7 to 14
    /// days, and can be slashed.
    /// @return pointer Contract whose code holds it.
    function snapshotSet() external returns (address pointer);

    /// @notice Certifies a round: its root, signed by more than two thirds of the snapshot's weight. By anyone.
    /// @dev The first root with a quorum is final. From the first second of the round to the end of the
    /// `SUBMISSION_ROUNDS`-th round after it.
    /// @param round The round.
    /// @param root Root of what was found. Leaves as in OpenZeppelin's StandardMerkleTree.
    /// @param places Who signed: bit = place in the snapshot of the round's epoch.
    /// @param signatures 65 bytes (r, s, v) each, lowest place first, over `Attestation` of (`round`, `KIND_ROUND`, 0,
    /// `root`).
    function submitRound(uint64 round, bytes32 root, uint256 places, bytes calldata signatures) external;

    /// @notice Adds signatures of the root that the submitter left out, so that nobody can be hidden. By anyone.
    /// @dev `GRACE_ROUNDS` longer than a round can be certified. Places that are there already do no harm.
    /// @param round A certified round.
    /// @param places Who signed; at least one that was not there.
    /// @param signatures As in `submitRound`.
    function addSignatures(uint64 round, uint256 places, bytes calldata signatures) external;

    /// @notice Marks a member present without a word on the root: for one whose signature is left out, or who found
    /// something else than the others. By anyone with its signature, or by its key itself.
    /// @dev In the same time as `addSignatures`, certified or not.
    /// @param round The round.
    /// @param place The member's place in the snapshot of the round's epoch.
    /// @param signature Over `Attestation` of (`round`, `KIND_HEARTBEAT`, 0, 0); empty when the key is the caller.
    function heartbeat(uint64 round, uint256 place, bytes calldata signature) external;

    /// @notice Jails a member that missed more than `DOWNTIME_MISSES` of the last `DOWNTIME_WINDOW` rounds that count.
    /// By anyone.
    /// @dev A round counts for a validator when it is certified, closed, one of the last `DOWNTIME_LOOKBACK` closed ones,
    /// and its snapshot has the validator; none before the epoch after its last jail does. The term is 7 days times the
    /// square of the offences, at most 224 days. It costs `DOWNTIME_BPS` only within `PROBATION` after a release. Dated by
    /// the last missed round: whoever was present for more than an epoch since is left alone.
    /// @return jailedUntil Unix time of the end of the jail.
    /// @return taken What the validator and its delegators lost, in wei.
    function jailDowntime(ValidatorId id) external returns (uint256 jailedUntil, uint256 taken);

    // solhint-disable func-name-mixedcase
    /// @notice Part of what was bonded in the epoch of the fault that equivocation costs, in basis points.
    function EQUIVOCATION_BPS() external view returns (uint16);

    /// @notice Part that downtime costs within probation, in basis points.
    function DOWNTIME_BPS() external view returns (uint16);

    /// @notice The kind of statement that is the root of a round; its subject is 0.
    function KIND_ROUND() external view returns (uint8);

    /// @notice The kind of statement that is a heartbeat; its subject and its root are 0.
    function KIND_HEARTBEAT() external view returns (uint8);

    /// @notice Rounds after a round in which it still can be certified.
    function SUBMISSION_ROUNDS() external view returns (uint256);

    /// @notice Rounds beyond these in which signatures left out and heartbeats are taken.
    function GRACE_ROUNDS() external view returns (uint256);

    /// @notice Most rounds that count towards downtime.
    function DOWNTIME_WINDOW() external view returns (uint256);

    /// @notice Rounds of them that a member may miss.
    function DOWNTIME_MISSES() external view returns (uint256);

    /// @notice Closed rounds among which those that count are looked for.
    function DOWNTIME_LOOKBACK() external view returns (uint256);

    /// @notice Seconds after a release in which downtime costs stake, and in which one offence fades.
    function PROBATION() external view returns (uint256);
    // solhint-enable func-name-mixedcase

    /// @notice The staking contract.
    function staking() external view returns (address);

    /// @notice Whether `offence`, a hash from `offenceOf`, was punished: it never is again.
    function reported(bytes32 offence) external view returns (bool);

    /// @notice The set in charge of the rounds of an epoch; all zero when it was not stored.
    /// @param epoch Weeks since 1970.
    function snapshotOf(uint256 epoch) external view returns (Snapshot memory);

    /// @notice Who was present in a round: bit = place in the snapshot of the round's epoch. Those who signed its root,
    /// and those who beat.
    /// @param round The day, since 1970.
    function presentIn(uint256 round) external view returns (uint256 places);

    /// @notice What `jailDowntime` would count against a validator now.
    /// @return missed Rounds missed, of those that count.
    /// @return counted Rounds that count, at most `DOWNTIME_WINDOW`.
    /// @return lastMissed The last one missed; 0 for none.
    function missesOf(ValidatorId id) external view returns (uint256 missed, uint256 counted, uint256 lastMissed);

    /// @notice What is remembered of a validator that missed too many rounds; all zero for a clean one.
    function downtimeOf(ValidatorId id) external view returns (DowntimeRecord memory);

    /// @notice The hash under which an offence is recorded.
    function offenceOf(ValidatorId id, Topic calldata topic) external pure returns (bytes32);

    /// @notice The digest a validator's key signs to say `root` about `topic`.
    function attestationDigest(Topic calldata topic, bytes32 root) external view returns (bytes32);
}
