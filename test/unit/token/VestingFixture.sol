// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {TokenAllocation} from "../../../contracts/token/TokenAllocation.sol";
import {VestingFactory} from "../../../contracts/token/VestingFactory.sol";
import {IOpenVesting} from "../../../contracts/token/interfaces/IOpenVesting.sol";
import {ITokenAllocation} from "../../../contracts/token/interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "../../../contracts/token/interfaces/IVestingFactory.sol";
import {RowId} from "../../../contracts/token/types/RowId.sol";
import {VestingSchedule, toVestingSchedule} from "../../../contracts/token/types/VestingSchedule.sol";

/// Token, allocation and factory as they are deployed: each knows the others by predicted addresses.
abstract contract VestingFixture is Test {
    uint256 internal constant SUPPLY = 1e27;
    uint40 internal constant NOW = 1_800_000_000;
    uint40 internal constant YEAR = 365 days;
    uint128 internal constant AMOUNT = 48_000e18;
    RowId internal constant TEAM = RowId.wrap(7);
    RowId internal constant OTHER = RowId.wrap(18);

    address internal immutable timelock = makeAddr("timelock");
    address internal immutable admin = makeAddr("genesisAdmin");
    address internal immutable payer = makeAddr("payer");
    address internal immutable alice = makeAddr("alice");
    address internal immutable bob = makeAddr("bob");
    address internal immutable carol = makeAddr("carol");

    OpenToken internal token;
    TokenAllocation internal allocation;
    VestingFactory internal factory;

    function setUp() public virtual {
        vm.warp(NOW);
        uint256 nonce = vm.getNonce(address(this));
        address predicted = vm.computeCreateAddress(address(this), nonce + 1);
        IVestingFactory predictedFactory = IVestingFactory(vm.computeCreateAddress(address(this), nonce + 2));
        token = new OpenToken(predicted, timelock);
        allocation = new TokenAllocation(token, timelock, admin, predictedFactory, table());
        factory = new VestingFactory(token, allocation);
        assertEq(address(factory), address(predictedFactory));
        vm.prank(admin);
        allocation.genesisGrant(RowId.wrap(0), payer, 1e26);
        vm.prank(payer);
        token.approve(address(factory), type(uint256).max);
    }

    function table() internal pure returns (ITokenAllocation.Row[25] memory rows) {
        for (uint256 i; i < 25; ++i) rows[i] = ITokenAllocation.Row(bytes32(i + 1), 3e25);
        rows[0].cap = 28e25;
    }

    /// Four years by the second after a cliff of 182 days: the team's.
    function team() internal pure returns (VestingSchedule) {
        return toVestingSchedule(NOW, 182 days, 4 * YEAR, 0, 0);
    }

    function grantOf(VestingSchedule schedule, bool revocable) internal view returns (IVestingFactory.Grant memory) {
        return IVestingFactory.Grant(alice, AMOUNT, schedule, revocable, 0);
    }

    function create(IVestingFactory.Grant memory grant) internal returns (IOpenVesting) {
        vm.prank(payer);
        return IOpenVesting(factory.create(OTHER, grant));
    }

    /// A grant of the payer's to alice, whom nobody can revoke.
    function create(VestingSchedule schedule) internal returns (IOpenVesting) {
        return create(grantOf(schedule, false));
    }

    /// A revocable grant of the team's row to alice.
    function grantVesting(VestingSchedule schedule) internal returns (IOpenVesting) {
        vm.prank(timelock);
        return IOpenVesting(allocation.grantVesting(TEAM, grantOf(schedule, true)));
    }

    function close() internal {
        vm.prank(admin);
        allocation.closeGenesis();
    }

    /// Any schedule that the factory accepts, with mixes of all its parts.
    function anySchedule(uint256 seed) internal view returns (VestingSchedule schedule) {
        if (seed % 16 == 0) return VestingSchedule.wrap(0);
        uint40 start = uint40(block.timestamp - 2 * YEAR + (uint256(keccak256(abi.encode(seed, 1))) % (4 * YEAR)));
        uint256 duration = uint256(keccak256(abi.encode(seed, 2))) % (6 * YEAR);
        uint256 steps;
        if (seed % 3 == 0) {
            steps = 1 + (uint256(keccak256(abi.encode(seed, 3))) % 60);
            duration = steps * (1 hours + duration / steps);
        }
        uint256 cliff = seed % 5 < 2 ? 0 : uint256(keccak256(abi.encode(seed, 4))) % (duration + 1);
        uint256 immediate = seed % 7 < 3 || duration == 0 ? 0 : uint256(keccak256(abi.encode(seed, 5))) % 10_000;
        schedule = toVestingSchedule(start, uint40(cliff), uint40(duration), uint16(steps), uint16(immediate));
        factory.checkSchedule(schedule);
    }
}
