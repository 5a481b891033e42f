// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Accountability} from "../../../contracts/staking/Accountability.sol";
import {IAccountability} from "../../../contracts/staking/interfaces/IAccountability.sol";
import {RoundsFixture} from "./RoundsFixture.sol";

contract RoundsTest is RoundsFixture {
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    uint64 internal today;

    function setUp() public override {
        super.setUp();
        newMembers(4);
        accountability.snapshotSet();
        today = round();
    }

    // Certifying

    function test_STAKING_52_CertifiesByAnyone() public {
        bytes memory signatures = signRound(today, ROOT, 11);
        vm.expectEmit(address(accountability));
        emit IAccountability.RoundCertified(today, ROOT, 11, 30_000e18);
        vm.prank(carol);
        accountability.submitRound(today, ROOT, 11, signatures);
        assertEq(accountability.rootOf(today), ROOT);
        assertEq(accountability.presentIn(today), 11);
    }

    function test_STAKING_52_RevertWhen_BelowTwoThirds() public {
        _expectNoQuorum(20_000e18, 40_000e18);
        this.submitAs(today, ROOT, 6);
        _expectNoQuorum(0, 40_000e18);
        this.submitAs(today, ROOT, 0);
    }

    function test_STAKING_52_RevertWhen_ExactlyTwoThirds() public {
        skip(7 days);
        vm.prank(operatorOf(ids[3]));
        core.leaveSet(ids[3]);
        accountability.snapshotSet();
        uint64 later = round();
        _expectNoQuorum(20_000e18, 30_000e18);
        this.submitAs(later, ROOT, 3);
    }

    function test_STAKING_52_OneWeiAboveTwoThirds() public {
        skip(7 days);
        vm.prank(operatorOf(ids[3]));
        core.leaveSet(ids[3]);
        // The smallest addition is an OPEN; all but a wei of it go to who does not sign.
        stake(alice, ids[0], 1e18 + 1);
        stake(alice, ids[1], 1e18);
        stake(alice, ids[2], 1e18);
        accountability.snapshotSet();
        submit(round(), ROOT, 3);
        assertEq(accountability.rootOf(round()), ROOT);
    }

    /// The boundary for any weights: more than two thirds, never as much.
    function testFuzz_STAKING_52_Quorum(uint256[4] memory extra, uint256 places) public {
        skip(7 days);
        places = bound(places, 0, 15);
        uint256 weight;
        uint256 total;
        for (uint256 place = 0; place < 4; ++place) {
            uint256 amount = bound(extra[place], 0, 10) * 10_000e18;
            if (amount != 0) stake(alice, ids[place], amount);
            total += SELF + amount;
            if ((places >> place) & 1 == 1) weight += SELF + amount;
        }
        accountability.snapshotSet();
        bool enough = 3 * weight > 2 * total;
        uint64 later = round();
        if (!enough) _expectNoQuorum(weight, total);
        this.submitAs(later, ROOT, places);
        assertEq(accountability.presentIn(later), enough ? places : 0);
    }

    function test_STAKING_53_FirstRootIsFinal() public {
        submit(today, ROOT, 7);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_AlreadyCertified.selector, today, ROOT));
        this.submitAs(today, "other", 14);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_AlreadyCertified.selector, today, ROOT));
        this.submitAs(today, ROOT, 15);
        assertEq(accountability.rootOf(today), ROOT);
    }

    function test_STAKING_53_RevertWhen_RootZero() public {
        vm.expectRevert(IAccountability.Accountability_ZeroRoot.selector);
        this.submitAs(today, 0, 15);
    }

    function test_STAKING_53_EachRoundHasItsRoot() public {
        submit(today, ROOT, 7);
        skip(1 days);
        submit(today + 1, "next", 14);
        assertEq(accountability.rootOf(today), ROOT);
        assertEq(accountability.rootOf(today + 1), "next");
        assertEq(accountability.presentIn(today), 7);
        assertEq(accountability.presentIn(today + 1), 14);
    }

    // Whose signature counts

    function test_STAKING_54_RevertWhen_OneSignatureFillsTwoPlaces() public {
        bytes memory one = signRound(today, ROOT, 1);
        _expectNotMembersKey(1, 1, 0);
        accountability.submitRound(today, ROOT, 7, bytes.concat(one, one, one));
    }

    function test_STAKING_54_RevertWhen_OutOfOrder() public {
        bytes memory signatures = bytes.concat(
            signRound(today, ROOT, 2),
            signRound(today, ROOT, 1),
            signRound(today, ROOT, 4)
        );
        _expectNotMembersKey(0, 0, 1);
        accountability.submitRound(today, ROOT, 7, signatures);
    }

    function test_STAKING_54_RevertWhen_SignatureMissing() public {
        bytes memory signatures = signRound(today, ROOT, 3);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_LengthMismatch.selector, 7, 130));
        accountability.submitRound(today, ROOT, 7, signatures);
    }

    function test_STAKING_54_RevertWhen_SignatureLeftOver() public {
        bytes memory signatures = signRound(today, ROOT, 15);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_LengthMismatch.selector, 7, 260));
        accountability.submitRound(today, ROOT, 7, signatures);
    }

    function test_STAKING_54_RevertWhen_PlaceOutsideTheSet() public {
        bytes memory signatures = signRound(today, ROOT, 7);
        uint256 places = 7 | (1 << 255);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_NoSuchPlace.selector, places, 4));
        accountability.submitRound(today, ROOT, places, signatures);
    }

    function test_STAKING_54_RevertWhen_SignedForAnotherRoot() public {
        _refusesSigned(signRound(today, "other", 7));
    }

    function test_STAKING_54_RevertWhen_SignedForAnotherRound() public {
        bytes memory replayed = signRound(today, ROOT, 7);
        submit(today, ROOT, 7);
        skip(1 days);
        vm.expectPartialRevert(IAccountability.Accountability_NotMembersKey.selector);
        accountability.submitRound(today + 1, ROOT, 7, replayed);
    }

    function test_STAKING_54_RevertWhen_SignedForAnotherKindOrSubject() public {
        IAccountability.Topic memory topic = roundTopic(today);
        topic.kind = 3;
        _refusesSigned(signAll(accountability.attestationDigest(topic, ROOT), 7));
        topic = roundTopic(today);
        topic.subject = "subject";
        _refusesSigned(signAll(accountability.attestationDigest(topic, ROOT), 7));
    }

    function test_STAKING_54_RevertWhen_SignedOnAnotherChain() public {
        vm.chainId(5);
        bytes memory signatures = signRound(today, ROOT, 7);
        vm.chainId(31337);
        _refusesSigned(signatures);
    }

    function test_STAKING_54_RevertWhen_SignedForAnotherContract() public {
        Accountability other = newAccountability();
        _refusesSigned(signAll(other.attestationDigest(roundTopic(today), ROOT), 7));
    }

    function test_STAKING_54_RevertWhen_SignatureMalleable() public {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keyOf("v0"), _digest());
        bytes memory flipped = abi.encodePacked(r, ORDER - uint256(s), v == 27 ? uint8(28) : uint8(27));
        bytes memory signatures = bytes.concat(flipped, signRound(today, ROOT, 6));
        _expectNobodysKey(0);
        accountability.submitRound(today, ROOT, 7, signatures);
    }

    function test_STAKING_54_RevertWhen_SignatureOfNobody() public {
        bytes memory signatures = bytes.concat(new bytes(65), signRound(today, ROOT, 6));
        _expectNobodysKey(0);
        accountability.submitRound(today, ROOT, 7, signatures);
    }

    function test_STAKING_54_RevertWhen_SignedByAStranger() public {
        bytes memory signatures = bytes.concat(sign(keyOf("stranger"), _digest()), signRound(today, ROOT, 6));
        vm.expectRevert(
            abi.encodeWithSelector(
                IAccountability.Accountability_NotMembersKey.selector,
                0,
                ids[0],
                vm.addr(keyOf("stranger"))
            )
        );
        accountability.submitRound(today, ROOT, 7, signatures);
    }

    function test_STAKING_54_OldKeySpeaksForTheRoundOfTheRotation() public {
        rotate(0, "fresh");
        submit(today, ROOT, 7);
        assertEq(accountability.presentIn(today), 7);
    }

    function test_STAKING_54_NewKeySpeaksFromTheNextRound() public {
        rotate(0, "fresh");
        skip(1 days);
        bytes32 digest = accountability.attestationDigest(roundTopic(today + 1), ROOT);
        bytes memory signatures = bytes.concat(sign(keyOf("fresh"), digest), signAll(digest, 6));
        accountability.submitRound(today + 1, ROOT, 7, signatures);
        assertEq(accountability.presentIn(today + 1), 7);
    }

    function test_STAKING_54_RevertWhen_KeyRotatedAway() public {
        rotate(0, "fresh");
        skip(1 days);
        bytes memory signatures = signRound(today + 1, ROOT, 7);
        _expectNotMembersKey(0, 0, 0);
        accountability.submitRound(today + 1, ROOT, 7, signatures);
    }

    function test_STAKING_54_RevertWhen_NewKeySpeaksForTheRoundOfTheRotation() public {
        rotate(0, "fresh");
        bytes memory signatures = bytes.concat(sign(keyOf("fresh"), _digest()), signRound(today, ROOT, 6));
        vm.expectRevert(
            abi.encodeWithSelector(
                IAccountability.Accountability_NotMembersKey.selector,
                0,
                ids[0],
                vm.addr(keyOf("fresh"))
            )
        );
        accountability.submitRound(today, ROOT, 7, signatures);
    }

    // Time

    function test_STAKING_55_FromTheFirstSecondToTheEndOfTheSecondRoundAfter() public {
        submit(today, ROOT, 7);
        skip(3 days - 1);
        submit(today + 1, ROOT, 7);
        submit(today + 2, ROOT, 7);
        assertEq(accountability.rootOf(today + 1), ROOT);
    }

    function test_STAKING_55_RevertWhen_RoundInTheFuture() public {
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_FutureRound.selector, today + 1, today));
        this.submitAs(today + 1, ROOT, 7);
    }

    function test_STAKING_55_RevertWhen_SubmittedTooLate() public {
        skip(3 days);
        _expectTooLate(today + 2, today + 3);
        this.submitAs(today, ROOT, 7);
    }

    function test_STAKING_55_WhoIsHiddenInTheLastSecondHasADayMore() public {
        skip(3 days - 1);
        submit(today, ROOT, 7);
        skip(1 days);
        accountability.addSignatures(today, 8, signRound(today, ROOT, 8));
        assertEq(accountability.presentIn(today), 15);
    }

    function test_STAKING_55_RevertWhen_AddedTooLate() public {
        submit(today, ROOT, 7);
        skip(4 days);
        bytes memory signature = signRound(today, ROOT, 8);
        _expectTooLate(today + 3, today + 4);
        accountability.addSignatures(today, 8, signature);
        bytes memory beat = signBeat(today, 3);
        _expectTooLate(today + 3, today + 4);
        accountability.heartbeat(today, 3, beat);
    }

    // Signatures left out

    function test_STAKING_56_AddedByAnyone() public {
        submit(today, ROOT, 7);
        bytes memory signatures = signRound(today, ROOT, 9);
        vm.expectEmit(address(accountability));
        emit IAccountability.SignaturesAdded(today, 9);
        vm.prank(carol);
        accountability.addSignatures(today, 9, signatures);
        assertEq(accountability.presentIn(today), 15);
    }

    function test_STAKING_56_RevertWhen_NobodyNew() public {
        submit(today, ROOT, 7);
        bytes memory signatures = signRound(today, ROOT, 5);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_AlreadyPresent.selector, today, 5));
        accountability.addSignatures(today, 5, signatures);
    }

    function test_STAKING_56_RevertWhen_NotCertified() public {
        bytes memory signatures = signRound(today, ROOT, 8);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_NotCertified.selector, today));
        accountability.addSignatures(today, 8, signatures);
    }

    function test_STAKING_56_RevertWhen_AddedForAnotherRoot() public {
        submit(today, ROOT, 7);
        bytes memory signatures = signRound(today, "other", 8);
        vm.expectPartialRevert(IAccountability.Accountability_NotMembersKey.selector);
        accountability.addSignatures(today, 8, signatures);
    }

    function test_STAKING_56_RevertWhen_AddedWithOneForged() public {
        submit(today, ROOT, 7);
        bytes memory signatures = bytes.concat(signRound(today, ROOT, 2), signRound(today, ROOT, 8));
        _expectNotMembersKey(0, 0, 1);
        accountability.addSignatures(today, 9, signatures);
    }

    function test_STAKING_56_RevertWhen_AddedPlaceIsTheMarkOfARound() public {
        submit(today, ROOT, 7);
        vm.expectRevert(
            abi.encodeWithSelector(IAccountability.Accountability_AlreadyPresent.selector, today, 1 << 255)
        );
        accountability.addSignatures(today, 1 << 255, new bytes(65));
    }

    // Heartbeats

    function test_STAKING_57_HeartbeatByAnyoneWithTheSignature() public {
        bytes memory signature = signBeat(today, 3);
        vm.expectEmit(address(accountability));
        emit IAccountability.Heartbeat(today, ids[3], vm.addr(keyOf("v3")), 3);
        vm.prank(carol);
        accountability.heartbeat(today, 3, signature);
        assertEq(accountability.presentIn(today), 8);
        assertEq(accountability.rootOf(today), 0);
    }

    function test_STAKING_57_HeartbeatByTheKeyItself() public {
        vm.expectEmit(address(accountability));
        emit IAccountability.Heartbeat(today, ids[3], vm.addr(keyOf("v3")), 3);
        vm.prank(vm.addr(keyOf("v3")));
        accountability.heartbeat(today, 3, "");
    }

    function test_STAKING_57_HeartbeatsCountBesideSignatures() public {
        accountability.heartbeat(today, 3, signBeat(today, 3));
        submit(today, ROOT, 7);
        assertEq(accountability.presentIn(today), 15);
    }

    function test_STAKING_57_AHeartbeatIsNoWeight() public {
        accountability.heartbeat(today, 3, signBeat(today, 3));
        _expectNoQuorum(20_000e18, 40_000e18);
        this.submitAs(today, ROOT, 3);
    }

    function test_STAKING_57_WhoBeatMayStillSign() public {
        accountability.heartbeat(today, 2, signBeat(today, 2));
        submit(today, ROOT, 7);
        assertEq(accountability.presentIn(today), 7);
    }

    function test_STAKING_57_RevertWhen_HeartbeatTwice() public {
        accountability.heartbeat(today, 3, signBeat(today, 3));
        bytes memory signature = signBeat(today, 3);
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_AlreadyPresent.selector, today, 8));
        accountability.heartbeat(today, 3, signature);
    }

    function test_STAKING_57_RevertWhen_HeartbeatOfAnother() public {
        bytes memory signature = signBeat(today, 2);
        _expectNotMembersKey(3, 3, 2);
        accountability.heartbeat(today, 3, signature);
        vm.prank(carol);
        vm.expectRevert(
            abi.encodeWithSelector(IAccountability.Accountability_NotMembersKey.selector, 3, ids[3], carol)
        );
        accountability.heartbeat(today, 3, "");
    }

    function test_STAKING_57_RevertWhen_HeartbeatFromTheRoundBefore() public {
        bytes memory signature = signBeat(today, 3);
        skip(1 days);
        vm.expectPartialRevert(IAccountability.Accountability_NotMembersKey.selector);
        accountability.heartbeat(today + 1, 3, signature);
    }

    function test_STAKING_57_RevertWhen_HeartbeatOutsideTheSet() public {
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_NoSuchPlace.selector, 4, 4));
        accountability.heartbeat(today, 4, "");
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_NoSuchPlace.selector, 300, 4));
        accountability.heartbeat(today, 300, "");
    }

    /// Who does all that is asked of it says one thing about each topic.
    function test_STAKING_57_SignatureAndHeartbeatAreNoContradiction() public {
        IAccountability.Topic memory topic = roundTopic(today);
        IAccountability.Statement memory a = statement(keyOf("v0"), topic, ROOT);
        IAccountability.Statement memory b = IAccountability.Statement(0, signBeat(today, 0));
        vm.expectPartialRevert(IAccountability.Accountability_DifferentSigners.selector);
        accountability.reportEquivocation(topic, a, b, reporter);
    }

    /// Two roots of one round are equivocation, whichever was certified.
    function test_TwoRootsOfARoundAreEquivocation() public {
        submit(today, ROOT, 7);
        IAccountability.Topic memory topic = roundTopic(today);
        uint256 taken = accountability.reportEquivocation(
            topic,
            statement(keyOf("v0"), topic, ROOT),
            statement(keyOf("v0"), topic, "other"),
            reporter
        );
        assertEq(taken, 500e18);
        assertEq(core.validatorOf(ids[0]).jailedUntil, FOREVER);
    }

    function submitAs(uint64 about, bytes32 root, uint256 places) external {
        submit(about, root, places);
    }

    function _digest() private view returns (bytes32) {
        return accountability.attestationDigest(roundTopic(today), ROOT);
    }

    function _refusesSigned(bytes memory signatures) private {
        vm.expectPartialRevert(IAccountability.Accountability_NotMembersKey.selector);
        accountability.submitRound(today, ROOT, 7, signatures);
    }

    function _expectNoQuorum(uint256 weight, uint256 total) private {
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_NoQuorum.selector, weight, total));
    }

    function _expectNotMembersKey(uint256 place, uint256 whose, uint256 signer) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IAccountability.Accountability_NotMembersKey.selector,
                place,
                ids[whose],
                vm.addr(keyOf(nameOf(signer)))
            )
        );
    }

    function _expectNobodysKey(uint256 place) private {
        vm.expectRevert(
            abi.encodeWithSelector(IAccountability.Accountability_NotMembersKey.selector, place, ids[place], address(0))
        );
    }

    function _expectTooLate(uint256 last, uint256 current) private {
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_TooLate.selector, today, last, current));
    }
}
