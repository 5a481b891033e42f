// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccountability} from "../../../contracts/staking/interfaces/IAccountability.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {StakingFixture} from "./StakingFixture.sol";

/// @dev Gas of whole transactions: every call of the test is one, cold, with its 21,000 and calldata.
/// forge-config: default.isolate = true
contract StakingGasTest is StakingFixture {
    ValidatorId internal id;

    function setUp() public override {
        super.setUp();
        id = member("op", SELF, 1_000);
        stake(bob, id, 50e18);
        give(alice, 1_000e18);
        give(bob, 1_000e18);
        vm.prank(alice);
        token.delegate(alice);
        vm.prank(bob);
        token.delegate(bob);
        drip();
        skip(1 hours);
    }

    function test_GasOfStaking() public {
        vm.prank(alice);
        core.stake(id, 100e18);
        _within("stakeNew", 132_000);
        skip(1 hours);
        vm.prank(alice);
        core.stake(id, 100e18);
        _within("stakeMore", 95_000);
    }

    function test_GasOfRewards() public {
        vm.prank(bob);
        core.claim(id, bob);
        _within("claimWithVotes", 105_000);
        skip(1 hours);
        vm.prank(bob);
        core.compound(id);
        _within("compoundWithVotes", 118_000);
    }

    function test_GasOfExit() public {
        vm.prank(bob);
        uint256 epoch = core.unbond(id, 20e18, bob);
        _within("unbondFirst", 106_000);
        skip(1 hours);
        vm.prank(bob);
        core.unbond(id, 10e18, bob);
        _within("unbondAgain", 72_000);
        skip(14 days);
        vm.prank(bob);
        core.withdraw(id, epoch, bob);
        _within("withdraw", 62_000);
    }

    function test_GasOfEquivocation() public {
        IAccountability.Topic memory topic = topicNow("subject");
        IAccountability.Statement memory a = statement(keyOf("op"), topic, "a");
        IAccountability.Statement memory b = statement(keyOf("op"), topic, "b");
        accountability.reportEquivocation(topic, a, b, reporter);
        _within("reportEquivocation", 292_000);
    }

    function _within(string memory what, uint256 most) private {
        uint256 used = vm.lastCallGas().gasTotalUsed;
        emit log_named_uint(what, used);
        assertLe(used, most, what);
    }
}
