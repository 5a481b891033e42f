// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Accountability} from "../../../contracts/staking/Accountability.sol";
import {IAccountability} from "../../../contracts/staking/interfaces/IAccountability.sol";
import {IValidatorStakingErrors} from "../../../contracts/staking/interfaces/IValidatorStakingErrors.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {StakingFixture} from "./StakingFixture.sol";

contract AccountabilityTest is StakingFixture {
    ValidatorId internal id;
    address internal op;
    uint256 internal key = keyOf("op");
    IAccountability.Topic internal topic;

    function setUp() public override {
        super.setUp();
        id = member("op", SELF, 1_000);
        op = makeAddr("op");
        topic = topicNow("subject");
    }

    function test_EquivocationSlashesAndTombstones() public {
        stake(alice, id, 90_000e18);
        vm.expectEmit(address(accountability));
        emit IAccountability.EquivocationReported(
            id,
            vm.addr(key),
            reporter,
            topic.round,
            topic.kind,
            topic.subject,
            "a",
            "b",
            5_000e18
        );
        vm.prank(carol);
        assertEq(_report(key, key, "a", "b"), 5_000e18);
        assertEq(token.balanceOf(reporter), 250e18);
        assertEq(tokensOf(id, op), SELF - 5_000e18);
        assertEq(core.validatorOf(id).jailedUntil, FOREVER);
        assertEq(core.memberCount(), 0);
        give(op, 1e18);
        vm.startPrank(op);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_Closed.selector, id));
        core.stake(id, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_Closed.selector, id));
        core.joinSet(id);
    }

    function test_DelegatorsLeaveATombstonedValidator() public {
        stake(alice, id, 90_000e18);
        _report(key, key, "a", "b");
        uint256 epoch = unbond(alice, id, 90_000e18);
        skip(14 days);
        vm.prank(alice);
        assertEq(core.withdraw(id, epoch, alice), 90_000e18);
    }

    function test_OtherSubjectsAreOtherOffences() public {
        _report(key, key, "a", "b");
        topic.subject = "other";
        assertGt(_report(key, key, "a", "b"), 0);
    }

    function test_RotatedKeyAnswersForItsRounds() public {
        _rotate("fresh");
        skip(1 days);
        assertEq(_report(key, key, "a", "b"), 500e18);
    }

    function test_EvidenceCountsUntilTheNextEpochEnds() public {
        skip(14 days - 1);
        assertEq(_report(key, key, "a", "b"), 500e18);
    }

    // No honest key can be slashed

    function test_RevertWhen_ReplayedForTheSameOffence() public {
        _report(key, key, "a", "b");
        vm.expectRevert(
            abi.encodeWithSelector(
                IAccountability.Accountability_AlreadyReported.selector,
                accountability.offenceOf(id, topic)
            )
        );
        this.report(key, key, "c", "d");
    }

    function test_RevertWhen_SameRootTwice() public {
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_SameStatement.selector, bytes32("a")));
        this.report(key, key, "a", "a");
    }

    function test_RevertWhen_SignatureMalleable() public {
        IAccountability.Statement memory a = statement(key, topic, "a");
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, accountability.attestationDigest(topic, "b"));
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        bytes memory flipped = abi.encodePacked(r, order - uint256(s), v == 27 ? uint8(28) : uint8(27));
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_InvalidSignature.selector, bytes32("b")));
        accountability.reportEquivocation(topic, a, IAccountability.Statement("b", flipped), reporter);
    }

    function test_RevertWhen_SignatureCompact() public {
        IAccountability.Statement memory a = statement(key, topic, "a");
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, accountability.attestationDigest(topic, "b"));
        bytes memory compact = abi.encodePacked(r, uint256(s) | (uint256(v - 27) << 255));
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_InvalidSignature.selector, bytes32("b")));
        accountability.reportEquivocation(topic, a, IAccountability.Statement("b", compact), reporter);
    }

    function test_RevertWhen_SignatureOfNobody() public {
        IAccountability.Statement memory a = statement(key, topic, "a");
        vm.expectRevert(abi.encodeWithSelector(IAccountability.Accountability_InvalidSignature.selector, bytes32("b")));
        accountability.reportEquivocation(topic, a, IAccountability.Statement("b", new bytes(65)), reporter);
    }

    function test_RevertWhen_SignedByTwoKeys() public {
        member("other", SELF, 0);
        uint256 second = keyOf("other");
        vm.expectRevert(
            abi.encodeWithSelector(
                IAccountability.Accountability_DifferentSigners.selector,
                vm.addr(key),
                vm.addr(second)
            )
        );
        this.report(key, second, "a", "b");
    }

    function test_RevertWhen_SignedForAnotherRound() public {
        IAccountability.Statement memory a = statement(key, topic, "a");
        IAccountability.Topic memory later = topic;
        later.round -= 1;
        IAccountability.Statement memory b = statement(key, later, "b");
        // Over this topic the second signature is some other key's.
        vm.expectPartialRevert(IAccountability.Accountability_DifferentSigners.selector);
        accountability.reportEquivocation(topic, a, b, reporter);
    }

    function test_RevertWhen_SignedForAnotherKind() public {
        IAccountability.Statement memory a = statement(key, topic, "a");
        IAccountability.Topic memory else_ = topic;
        else_.kind = 2;
        IAccountability.Statement memory b = statement(key, else_, "b");
        vm.expectPartialRevert(IAccountability.Accountability_DifferentSigners.selector);
        accountability.reportEquivocation(topic, a, b, reporter);
    }

    function test_RevertWhen_SignedOnAnotherChain() public {
        IAccountability.Statement memory a = statement(key, topic, "a");
        vm.chainId(5);
        IAccountability.Statement memory b = statement(key, topic, "b");
        vm.chainId(31337);
        vm.expectPartialRevert(IAccountability.Accountability_DifferentSigners.selector);
        accountability.reportEquivocation(topic, a, b, reporter);
    }

    function test_RevertWhen_BothSignedOnAnotherChain() public {
        vm.chainId(5);
        IAccountability.Statement memory a = statement(key, topic, "a");
        IAccountability.Statement memory b = statement(key, topic, "b");
        vm.chainId(31337);
        vm.expectPartialRevert(IAccountability.Accountability_DifferentSigners.selector);
        accountability.reportEquivocation(topic, a, b, reporter);
    }

    function test_RevertWhen_SignedForAnotherContract() public {
        Accountability other = newAccountability();
        IAccountability.Statement memory a = IAccountability.Statement(
            "a",
            sign(key, other.attestationDigest(topic, "a"))
        );
        IAccountability.Statement memory b = IAccountability.Statement(
            "b",
            sign(key, other.attestationDigest(topic, "b"))
        );
        vm.expectPartialRevert(IAccountability.Accountability_DifferentSigners.selector);
        accountability.reportEquivocation(topic, a, b, reporter);
    }

    function test_RevertWhen_KeyRotatedAwayBeforeTheRound() public {
        _rotate("fresh");
        skip(1 days);
        topic = topicNow("subject");
        _expectNotLiable(key);
        this.report(key, key, "a", "b");
    }

    function test_RevertWhen_NewKeySpeaksAboutTheRoundOfTheRotation() public {
        _rotate("fresh");
        uint256 fresh = keyOf("fresh");
        _expectNotLiable(fresh);
        this.report(fresh, fresh, "a", "b");
    }

    function test_RevertWhen_KeyRegisteredAfterTheRound() public {
        skip(1 days);
        member("late", SELF, 0);
        uint256 late = keyOf("late");
        _expectNotLiable(late);
        this.report(late, late, "a", "b");
    }

    function test_RevertWhen_KeyOfNobody() public {
        uint256 stranger = keyOf("stranger");
        _expectNotLiable(stranger);
        this.report(stranger, stranger, "a", "b");
    }

    function test_RevertWhen_RoundInTheFuture() public {
        topic.round += 1;
        vm.expectRevert(
            abi.encodeWithSelector(
                IAccountability.Accountability_FutureRound.selector,
                topic.round,
                core.currentRound()
            )
        );
        this.report(key, key, "a", "b");
    }

    function test_RevertWhen_EvidenceExpired() public {
        uint256 epoch = core.currentEpoch();
        skip(14 days);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_EvidenceOutOfTime.selector,
                epoch,
                epoch + 2
            )
        );
        this.report(key, key, "a", "b");
    }

    /// One root per topic is safe, whatever else a key signs.
    function testFuzz_OneStatementPerTopicIsSafe(bytes32 subjectB, uint8 kindB, uint64 back, bytes32 rootB) public {
        skip(30 days);
        IAccountability.Topic memory second = IAccountability.Topic(
            uint64(core.currentRound()) - uint64(bound(back, 0, 30)),
            kindB,
            subjectB
        );
        topic = topicNow("subject");
        vm.assume(keccak256(abi.encode(second)) != keccak256(abi.encode(topic)));
        IAccountability.Statement memory a = statement(key, topic, "a");
        IAccountability.Statement memory b = statement(key, second, rootB);
        try accountability.reportEquivocation(topic, a, b, reporter) {
            fail();
        } catch {}
        try accountability.reportEquivocation(second, a, b, reporter) {
            fail();
        } catch {}
        assertEq(tokensOf(id, op), SELF);
    }

    function report(uint256 keyA, uint256 keyB, bytes32 rootA, bytes32 rootB) external returns (uint256) {
        return _report(keyA, keyB, rootA, rootB);
    }

    function _report(uint256 keyA, uint256 keyB, bytes32 rootA, bytes32 rootB) private returns (uint256) {
        return
            accountability.reportEquivocation(
                topic,
                statement(keyA, topic, rootA),
                statement(keyB, topic, rootB),
                reporter
            );
    }

    function _rotate(string memory name) private {
        bytes memory proof = possession(keyOf(name), op, block.timestamp);
        vm.prank(op);
        core.rotateKey(id, vm.addr(keyOf(name)), block.timestamp, proof);
    }

    function _expectNotLiable(uint256 signer) private {
        vm.expectRevert(
            abi.encodeWithSelector(IAccountability.Accountability_NotLiable.selector, vm.addr(signer), topic.round)
        );
    }
}
