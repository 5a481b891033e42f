// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IValidatorStaking} from "../../../contracts/staking/interfaces/IValidatorStaking.sol";
import {IValidatorStakingErrors} from "../../../contracts/staking/interfaces/IValidatorStakingErrors.sol";
import {IValidatorStakingEvents} from "../../../contracts/staking/interfaces/IValidatorStakingEvents.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {StakingFixture} from "./StakingFixture.sol";

contract StakingSettingsTest is StakingFixture {
    function test_STAKING_26_SettingsWaitFifteenDays() public {
        IValidatorStaking.Settings memory next = _next();
        bytes32 hash = keccak256(abi.encode(next));
        uint256 readyAt = block.timestamp + 15 days;
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.SettingsProposed(
            hash,
            address(accountability),
            20_000e18,
            10,
            50,
            100,
            10_000,
            500,
            readyAt
        );
        _propose(next);
        skip(15 days - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_SettingsNotReady.selector, readyAt)
        );
        core.activateSettings(next);
        skip(1);
        bytes32 oldHash = keccak256(abi.encode(defaultSettings(address(accountability))));
        vm.expectEmit(address(core));
        emit IValidatorStakingEvents.SettingsActivated(oldHash, hash);
        vm.prank(alice);
        core.activateSettings(next);
        assertEq(keccak256(abi.encode(core.settings())), hash);
        (bytes32 queued, ) = core.queuedSettings();
        assertEq(queued, 0);
    }

    function test_STAKING_26_ActivationNamesBothSettings() public {
        bytes32 first = keccak256(abi.encode(core.settings()));
        IValidatorStaking.Settings memory next = defaultSettings(address(accountability));
        for (uint16 burnBps = 1; burnBps <= 2; ++burnBps) {
            next.burnBps = burnBps;
            vm.prank(timelock);
            core.proposeSettings(next);
            skip(15 days);
            vm.expectEmit(address(core));
            emit IValidatorStakingEvents.SettingsActivated(first, keccak256(abi.encode(next)));
            core.activateSettings(next);
            first = keccak256(abi.encode(next));
        }
    }

    function test_STAKING_26_DelayOutlastsTheLongestExit() public view {
        assertGt(core.SETTINGS_DELAY(), (core.UNBONDING_EPOCHS() + 1) * 7 days);
    }

    function test_ANewProposalReplacesTheOneBefore() public {
        IValidatorStaking.Settings memory first = _next();
        IValidatorStaking.Settings memory second = _next();
        second.burnBps = 0;
        _propose(first);
        _propose(second);
        skip(15 days);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_SettingsNotQueued.selector,
                keccak256(abi.encode(first)),
                keccak256(abi.encode(second))
            )
        );
        core.activateSettings(first);
        core.activateSettings(second);
        assertEq(core.settings().burnBps, 0);
    }

    function test_RevertWhen_ActivatedTwice() public {
        IValidatorStaking.Settings memory next = _next();
        _propose(next);
        skip(15 days);
        core.activateSettings(next);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_SettingsNotQueued.selector,
                keccak256(abi.encode(next)),
                bytes32(0)
            )
        );
        core.activateSettings(next);
    }

    function test_STAKING_26_RevertWhen_ProposedByAnother() public {
        vm.expectRevert(abi.encodeWithSelector(IValidatorStakingErrors.ValidatorStaking_NotTimelock.selector, alice));
        vm.prank(alice);
        core.proposeSettings(_next());
    }

    function test_STAKING_26_RevertWhen_OutOfBounds() public {
        IValidatorStaking.Settings memory next = _next();
        next.minSelfStake = 100_001e18;
        _expectOutOfBounds(next, 100_001e18, 1_000e18, 100_000e18);
        next = _next();
        next.delegationCap = 51;
        _expectOutOfBounds(next, 51, 5, 50);
        next = _next();
        next.setLimit = 20;
        _expectOutOfBounds(next, 20, 21, 255);
        next = _next();
        next.reporterBps = 501;
        _expectOutOfBounds(next, 501, 0, 500);
        next = _next();
        next.burnBps = 10_001;
        _expectOutOfBounds(next, 10_001, 0, 10_000);
        next = _next();
        next.budgetBps = 1_001;
        _expectOutOfBounds(next, 1_001, 100, 1_000);
    }

    function test_RevertWhen_AccountabilityIsZero() public {
        IValidatorStaking.Settings memory next = _next();
        next.accountability = address(0);
        vm.expectRevert(IValidatorStakingErrors.ValidatorStaking_ZeroAddress.selector);
        _propose(next);
    }

    function test_STAKING_24_TheOldAccountabilityFinishesItsEpochs() public {
        ValidatorId id = member("op", SELF, 0);
        IValidatorStaking.Settings memory next = _next();
        next.accountability = carol;
        _propose(next);
        skip(15 days);
        core.activateSettings(next);
        uint256 epoch = core.currentEpoch();
        (address previous, uint256 through) = core.previousAccountability();
        assertEq(previous, address(accountability));
        assertEq(through, epoch);
        skip(7 days);
        assertEq(slash(id, epoch, 100, 0), 100e18);
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_NotAccountability.selector,
                address(accountability)
            )
        );
        slash(id, epoch + 1, 100, 0);
        vm.prank(carol);
        core.slash(id, epoch + 1, 100, 0, address(0));
    }

    function _next() private view returns (IValidatorStaking.Settings memory) {
        return
            IValidatorStaking.Settings({
                accountability: address(accountability),
                minSelfStake: 20_000e18,
                delegationCap: 10,
                setLimit: 50,
                reporterBps: 100,
                burnBps: 10_000,
                budgetBps: 500
            });
    }

    function _propose(IValidatorStaking.Settings memory next) private {
        vm.prank(timelock);
        core.proposeSettings(next);
    }

    function _expectOutOfBounds(
        IValidatorStaking.Settings memory next,
        uint256 value,
        uint256 min,
        uint256 max
    ) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IValidatorStakingErrors.ValidatorStaking_SettingOutOfBounds.selector,
                value,
                min,
                max
            )
        );
        _propose(next);
    }
}
