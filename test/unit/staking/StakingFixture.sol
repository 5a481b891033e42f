// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {Accountability} from "../../../contracts/staking/Accountability.sol";
import {RewardStream} from "../../../contracts/staking/RewardStream.sol";
import {SlashVault} from "../../../contracts/staking/SlashVault.sol";
import {IAccountability} from "../../../contracts/staking/interfaces/IAccountability.sol";
import {IValidatorStaking} from "../../../contracts/staking/interfaces/IValidatorStaking.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {TokenAllocation} from "../../../contracts/token/TokenAllocation.sol";
import {XnodeOne} from "../../../contracts/xnode/XnodeOne.sol";
import {XnodeRevenue} from "../../../contracts/xnode/XnodeRevenue.sol";
import {IXnodeOne} from "../../../contracts/xnode/interfaces/IXnodeOne.sol";
import {IXnodeRenderer} from "../../../contracts/xnode/interfaces/IXnodeRenderer.sol";
import {SeriesId} from "../../../contracts/xnode/types/SeriesId.sol";
import {Genesis} from "../../helpers/Genesis.sol";

/// @dev The staking domain on the real token and the real Xnode One. The core and its judge come from their artifacts, so that tests
/// run the bytecode that is deployed and compile without the IR pipeline.
abstract contract StakingFixture is Test {
    uint256 internal constant ONE = 1e18;
    uint256 internal constant SELF = 10_000e18;
    /// @dev A Thursday, 00:00 UTC: an epoch begins.
    uint256 internal constant START = 1_767_225_600;
    uint40 internal constant FOREVER = type(uint40).max;

    OpenToken internal token;
    XnodeOne internal xnode;
    IValidatorStaking internal core;
    Accountability internal accountability;
    RewardStream internal stream;
    SlashVault internal vault;
    SeriesId internal series;

    address internal timelock = makeAddr("timelock");
    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");
    address internal carol = makeAddr("carol");
    address internal reporter = makeAddr("reporter");

    function setUp() public virtual {
        vm.warp(START);
        TokenAllocation allocation;
        (token, allocation) = Genesis.deploy(timelock);
        allocation.genesisGrant(Genesis.ROW, address(this), token.totalSupply());
        uint256 nonce = vm.getNonce(address(this));
        address coreAt = vm.computeCreateAddress(address(this), nonce + 3);
        xnode = _newXnodeOne(allocation, coreAt);
        vault = new SlashVault(address(token), timelock);
        core = IValidatorStaking(
            _deploy(
                "ValidatorStaking.sol:ValidatorStaking",
                abi.encode(
                    IValidatorStaking.Wiring({
                        token: address(token),
                        xnodeOne: address(xnode),
                        timelock: timelock,
                        rewardStream: vm.computeCreateAddress(address(this), nonce + 5),
                        slashVault: address(vault)
                    }),
                    defaultSettings(vm.computeCreateAddress(address(this), nonce + 4))
                )
            )
        );
        assertEq(address(core), coreAt);
        accountability = newAccountability();
        stream = new RewardStream(address(token), address(core), timelock);
        vm.startPrank(timelock);
        token.addEscrow(address(core));
        series = xnode.createSeries(
            IXnodeOne.SeriesParams({
                name: "Xnode One",
                cap: 6_000,
                termDays: 365,
                priceUsd: 1_500e18,
                renewalPriceUsd: 220e18,
                saleStart: 0,
                saleEnd: type(uint40).max,
                walletLimit: 0,
                royaltyBps: 500,
                specHash: keccak256("spec"),
                grantPerUnit: 0
            })
        );
        vm.stopPrank();
        vm.label(address(core), "core");
        vm.label(address(token), "token");
    }

    function newAccountability() internal returns (Accountability) {
        return Accountability(_deploy("Accountability.sol:Accountability", abi.encode(core)));
    }

    function defaultSettings(address accountability_) internal pure returns (IValidatorStaking.Settings memory) {
        return
            IValidatorStaking.Settings({
                accountability: accountability_,
                minSelfStake: uint96(SELF),
                delegationCap: 20,
                setLimit: 100,
                reporterBps: 500,
                burnBps: 0,
                budgetBps: 1_000
            });
    }

    function give(address to, uint256 amount) internal {
        token.transfer(to, amount);
        vm.prank(to);
        token.approve(address(core), type(uint256).max);
    }

    function newUnit(address owner) internal returns (uint256 unit) {
        unit = xnode.mint(series, owner, 1);
        vm.prank(owner);
        xnode.activate(unit);
    }

    function operatorOf(ValidatorId id) internal view returns (address) {
        return core.validatorOf(id).operator;
    }

    /// @dev The key of a validator by the name of its operator.
    function keyOf(string memory name) internal pure returns (uint256) {
        return uint256(keccak256(bytes(name)));
    }

    function possession(uint256 key, address operator, uint256 deadline) internal view returns (bytes memory) {
        return sign(key, core.possessionDigest(operator, deadline));
    }

    function sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function register(string memory name, uint256 self, uint16 bps) internal returns (ValidatorId id) {
        address operator = makeAddr(name);
        give(operator, self);
        uint256 unit = newUnit(operator);
        uint256 key = keyOf(name);
        bytes memory proof = possession(key, operator, block.timestamp);
        vm.prank(operator);
        id = core.register(vm.addr(key), block.timestamp, proof, bps, self, unit);
    }

    /// @dev A validator in the set.
    function member(string memory name, uint256 self, uint16 bps) internal returns (ValidatorId id) {
        id = register(name, self, bps);
        core.joinSet(id);
    }

    function stake(address who, ValidatorId id, uint256 amount) internal {
        give(who, amount);
        vm.prank(who);
        core.stake(id, amount);
    }

    function unbond(address who, ValidatorId id, uint256 amount) internal returns (uint256 epoch) {
        vm.prank(who);
        epoch = core.unbond(id, amount, who);
    }

    function tokensOf(ValidatorId id, address who) internal view returns (uint256 tokens) {
        (tokens, ) = core.stakeOf(id, who);
    }

    function rewardOf(ValidatorId id, address who) internal view returns (uint256 reward) {
        (, reward) = core.stakeOf(id, who);
    }

    /// @dev Funds the stream with one month and sends it.
    function drip() internal returns (uint256 amount) {
        amount = stream.scheduled(stream.month() + 1) - stream.scheduled(stream.month());
        token.transfer(address(stream), amount);
        stream.drip();
    }

    function topicNow(bytes32 subject) internal view returns (IAccountability.Topic memory) {
        return IAccountability.Topic({round: uint64(core.currentRound()), kind: 1, subject: subject});
    }

    function statement(
        uint256 key,
        IAccountability.Topic memory topic,
        bytes32 root
    ) internal view returns (IAccountability.Statement memory) {
        return IAccountability.Statement(root, sign(key, accountability.attestationDigest(topic, root)));
    }

    /// @dev Reports a fault of today by the key of `name`.
    function equivocate(string memory name) internal returns (uint256 taken) {
        IAccountability.Topic memory topic = topicNow("subject");
        return
            accountability.reportEquivocation(
                topic,
                statement(keyOf(name), topic, "a"),
                statement(keyOf(name), topic, "b"),
                reporter
            );
    }

    /// @dev A slash without a fault proven, to test what the core does with a verdict.
    function slash(ValidatorId id, uint256 epoch, uint16 bps, uint40 until) internal returns (uint256) {
        vm.prank(address(accountability));
        return core.slash(id, epoch, bps, until, reporter);
    }

    /// @dev Two contracts: the units tell what their users pay for.
    function _newXnodeOne(TokenAllocation allocation, address coreAt) private returns (XnodeOne units) {
        XnodeRevenue revenue = XnodeRevenue(vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1));
        address[] memory minters = new address[](1);
        minters[0] = address(this);
        units = new XnodeOne(
            timelock,
            IXnodeOne.Roles(minters, address(this), coreAt),
            revenue,
            IXnodeRenderer(address(0))
        );
        address[] memory assets = new address[](1);
        assets[0] = address(token);
        assertEq(address(revenue), address(new XnodeRevenue(units, token, allocation, timelock, assets)));
    }

    function _deploy(string memory what, bytes memory args) private returns (address deployed) {
        bytes memory code = abi.encodePacked(vm.getCode(what), args);
        assembly ("memory-safe") {
            deployed := create(0, add(code, 0x20), mload(code))
        }
        assertTrue(deployed != address(0), "deploy");
    }
}
