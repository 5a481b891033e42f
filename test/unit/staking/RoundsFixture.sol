// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccountability} from "../../../contracts/staking/interfaces/IAccountability.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {StakingFixture} from "./StakingFixture.sol";

/// @dev A set whose members are named by their places when they joined: operator and key of place 3 are those of "v3".
abstract contract RoundsFixture is StakingFixture {
    bytes32 internal constant ROOT = keccak256("root");

    ValidatorId[] internal ids;

    function newMembers(uint256 count) internal {
        for (uint256 place = 0; place < count; ++place) newMember(SELF);
    }

    function newMember(uint256 self) internal returns (ValidatorId id) {
        id = member(nameOf(ids.length), self, 0);
        ids.push(id);
    }

    function nameOf(uint256 place) internal pure returns (string memory) {
        return string.concat("v", vm.toString(place));
    }

    function round() internal view returns (uint64) {
        return uint64(core.currentRound());
    }

    /// @dev Bits from 0 to `count - 1`.
    function firstPlaces(uint256 count) internal pure returns (uint256) {
        return (1 << count) - 1;
    }

    function roundTopic(uint64 about) internal pure returns (IAccountability.Topic memory) {
        return IAccountability.Topic({round: about, kind: 1, subject: 0});
    }

    function beatTopic(uint64 about) internal pure returns (IAccountability.Topic memory) {
        return IAccountability.Topic({round: about, kind: 2, subject: 0});
    }

    /// @dev Signatures of a digest by the keys of all set places, lowest first.
    function signAll(bytes32 digest, uint256 places) internal pure returns (bytes memory signatures) {
        for (uint256 place = 0; places >> place != 0; ++place) {
            if ((places >> place) & 1 == 0) continue;
            signatures = bytes.concat(signatures, sign(keyOf(nameOf(place)), digest));
        }
    }

    function signRound(uint64 about, bytes32 root, uint256 places) internal view returns (bytes memory) {
        return signAll(accountability.attestationDigest(roundTopic(about), root), places);
    }

    function signBeat(uint64 about, uint256 place) internal view returns (bytes memory) {
        return sign(keyOf(nameOf(place)), accountability.attestationDigest(beatTopic(about), 0));
    }

    function submit(uint64 about, bytes32 root, uint256 places) internal {
        accountability.submitRound(about, root, places, signRound(about, root, places));
    }

    /// @dev The round of today, in which those at `places` are present.
    function certify(uint256 places) internal {
        if (accountability.snapshotOf(core.currentEpoch()).pointer == address(0)) accountability.snapshotSet();
        submit(round(), ROOT, places);
    }

    /// @dev The same for some rounds, a day each; ends in the round after the last.
    function certifyDays(uint256 count, uint256 places) internal {
        for (uint256 day = 0; day < count; ++day) {
            certify(places);
            skip(1 days);
        }
    }

    function rotate(uint256 place, string memory name) internal {
        address operator = operatorOf(ids[place]);
        bytes memory proof = possession(keyOf(name), operator, block.timestamp);
        vm.prank(operator);
        core.rotateKey(ids[place], vm.addr(keyOf(name)), block.timestamp, proof);
    }
}
