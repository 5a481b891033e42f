// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {RateLimiter} from "@chainlink/contracts-ccip/contracts/libraries/RateLimiter.sol";
import {Pool, TokenPool} from "@chainlink/contracts-ccip/contracts/pools/TokenPool.sol";
import {Test} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Test.sol";

import {LaneGuard} from "../../../contracts/bridge/LaneGuard.sol";
import {LockLedger} from "../../../contracts/bridge/LockLedger.sol";
import {OpenLockPool} from "../../../contracts/bridge/OpenLockPool.sol";
import {ICcipPool} from "../../../contracts/bridge/interfaces/ICcipPool.sol";
import {BridgedOpenToken} from "../../../contracts/token/BridgedOpenToken.sol";
import {OpenToken} from "../../../contracts/token/OpenToken.sol";
import {CcipRelease, ICcipRouter} from "../../helpers/CcipRelease.sol";

/// Home, two honest spokes on Chainlink's pool bytecode, and one spoke that belongs to an attacker. The handler plays
/// CCIP: it carries each message once, in any order, or leaves it on its way for ever.
contract BridgeHandler is Test {
    struct Message {
        uint64 chain;
        bool isHomeward;
        address sourcePool;
        uint256 amount;
    }

    struct Spoke {
        BridgedOpenToken token;
        TokenPool pool;
        ICcipRouter router;
        address rmnProxy;
    }

    struct Moment {
        uint64 chain;
        uint256 time;
        uint256 locked;
    }

    uint64 public constant HOME = 5009297550715157269;
    uint64 public constant BASE = 15971525489660198786;
    uint64 public constant POLYGON = 4051577828743386545;
    uint64 public constant ROGUE = 4949039107694359620;
    uint128 public constant OUT_CAPACITY = 1_000e18;
    uint128 public constant IN_CAPACITY = 1_100e18;
    uint128 public constant OUT_RATE = 1e18;
    uint128 public constant IN_RATE = 1.1e18;

    address public immutable timelock = makeAddr("timelock");
    address public immutable guardian = makeAddr("guardian");
    address public immutable user = makeAddr("user");
    address public immutable attacker = makeAddr("attacker");
    address private immutable onRamp = makeAddr("onRamp");
    address private immutable offRamp = makeAddr("offRamp");

    OpenToken public token;
    LockLedger public ledger;
    LaneGuard public guard;
    ICcipRouter private _router;
    address private _rmnProxy;
    mapping(uint64 chain => Spoke) private _spokes;

    /// All there will ever be; the first is in service from the start.
    OpenLockPool[] public pools;
    uint256 private _used = 1;
    /// What CCIP's registry names at home.
    OpenLockPool public registered;
    OpenLockPool private _nominee;
    Message[] private _inFlight;
    Moment[] public moments;
    uint256 public donated;
    /// How often something went through, by kind: a run in which nothing does proves nothing.
    mapping(bytes32 kind => uint256) public done;

    constructor() {
        (, _rmnProxy) = CcipRelease.deployRmn(HOME);
        _router = CcipRelease.deployRouter(_rmnProxy, BASE, onRamp, offRamp);
        CcipRelease.openLane(_router, POLYGON, onRamp, offRamp);
        CcipRelease.openLane(_router, ROGUE, onRamp, offRamp);
        token = new OpenToken(address(this), timelock);
        ledger = new LockLedger(address(token), timelock);
        guard = new LaneGuard(timelock, guardian, block.timestamp + 365 days);
        _openSpoke(BASE);
        _openSpoke(POLYGON);
        for (uint256 i; i < 4; ++i) {
            pools.push(new OpenLockPool(address(token), address(ledger), _rmnProxy, address(_router)));
            _wire(pools[i]);
        }
        registered = pools[0];
        vm.prank(timelock);
        ledger.nominate(address(registered));
        skip(1 days);
    }

    // --- people

    function send(uint256 chain, uint256 amount) external {
        _send(_pick(chain), amount % OUT_CAPACITY);
    }

    function deliver(uint256 index) external {
        if (_inFlight.length == 0) return;
        index %= _inFlight.length;
        Message memory message = _inFlight[index];
        TokenPool pool = message.isHomeward ? registered : _spokes[message.chain].pool;
        uint64 source = message.isHomeward ? message.chain : HOME;
        Pool.ReleaseOrMintInV1 memory input = _releaseInput(source, user, message.amount, message.sourcePool, pool);
        vm.prank(offRamp);
        try pool.releaseOrMint(input) {
            _inFlight[index] = _inFlight[_inFlight.length - 1];
            _inFlight.pop();
            ++done[message.isHomeward ? bytes32("released") : bytes32("minted")];
        } catch {}
    }

    function sendBack(uint256 chain, uint256 amount) external {
        uint64 from = chain % 2 == 0 ? BASE : POLYGON;
        Spoke storage spoke = _spokes[from];
        amount %= spoke.token.balanceOf(user) + 1;
        uint256 snapshot = vm.snapshotState();
        vm.prank(user);
        spoke.token.transfer(address(spoke.pool), amount);
        vm.prank(onRamp);
        try spoke.pool.lockOrBurn(_lockInput(HOME, amount, address(spoke.token))) {
            _inFlight.push(Message(from, true, address(spoke.pool), amount));
            ++done["burned"];
        } catch {
            vm.revertToState(snapshot);
        }
    }

    function donate(uint256 amount) external {
        amount %= 10e18;
        token.transfer(address(registered), amount);
        donated += amount;
    }

    // --- an attacker with a spoke of its own, whose pool home trusts

    function steal(uint256 amount, uint256 pool) external {
        TokenPool from = pools[pool % pools.length];
        amount = amount % 3 == 0
            ? ledger.lockedIn(ROGUE) - ledger.releasedOf(ROGUE) + (amount % 2)
            : amount % IN_CAPACITY;
        Pool.ReleaseOrMintInV1 memory input = _releaseInput(ROGUE, attacker, amount, attacker, from);
        vm.prank(offRamp);
        try from.releaseOrMint(input) {
            ++done["stolen"];
        } catch {}
    }

    function fund(uint256 amount) external {
        _send(ROGUE, amount % OUT_CAPACITY);
    }

    // --- the timelock replaces the pool

    function nominate() external {
        if (_used == pools.length || address(_nominee) != address(0)) return;
        _nominee = pools[_used++];
        vm.prank(timelock);
        ledger.nominate(address(_nominee));
    }

    /// Whole, as a batch of the timelock, or with the old pool left to work a while.
    function appoint(bool isBatch) external {
        if (address(_nominee) == address(0) || ledger.predecessor() != address(0)) return;
        if (block.timestamp < ledger.nomineeFrom()) vm.warp(ledger.nomineeFrom());
        OpenLockPool old = registered;
        vm.startPrank(timelock);
        ledger.appoint();
        if (isBatch) {
            old.migrate();
            registered = _nominee;
        }
        vm.stopPrank();
        _nominee = OpenLockPool(address(0));
        ++done["rotated"];
    }

    function finish() external {
        address old = ledger.predecessor();
        if (old == address(0)) return;
        registered = OpenLockPool(ledger.pool());
        vm.prank(timelock);
        ledger.dismissPredecessor();
        OpenLockPool(old).migrate();
        ++done["finished"];
    }

    // --- the guardian

    function lower(uint256 chain, uint128 capacity, uint128 rate) external {
        ICcipPool.RateLimit memory limit = ICcipPool.RateLimit(true, capacity % IN_CAPACITY, rate % IN_RATE);
        vm.prank(guardian);
        try guard.lower(address(registered), _pick(chain), limit, limit) {
            ++done["lowered"];
        } catch {}
    }

    function restore(uint256 chain, bool isGuardian) external {
        vm.prank(isGuardian ? guardian : attacker);
        try guard.restore(address(registered), _pick(chain)) {
            ++done["restored"];
        } catch {}
    }

    function pass(uint256 time) external {
        skip(1 + (time % 1 days));
        uint64 chain = _pick(time);
        moments.push(Moment(chain, block.timestamp - 1, ledger.lockedInAt(chain, block.timestamp - 1)));
    }

    // --- what the invariants ask

    function inFlight(uint64 chain) external view returns (uint256 amount) {
        for (uint256 i; i < _inFlight.length; ++i) if (_inFlight[i].chain == chain) amount += _inFlight[i].amount;
    }

    function spokeSupply(uint64 chain) external view returns (uint256) {
        return _spokes[chain].token.totalSupply();
    }

    function poolCount() external view returns (uint256) {
        return pools.length;
    }

    function momentCount() external view returns (uint256) {
        return moments.length;
    }

    // --- parts

    function _send(uint64 chain, uint256 amount) private {
        uint256 snapshot = vm.snapshotState();
        token.transfer(address(registered), amount);
        vm.prank(onRamp);
        try registered.lockOrBurn(_lockInput(chain, amount, address(token))) {
            // What goes to the attacker's spoke is the attacker's.
            if (chain != ROGUE) _inFlight.push(Message(chain, false, address(registered), amount));
            ++done["locked"];
        } catch {
            vm.revertToState(snapshot);
        }
    }

    function _pick(uint256 chain) private pure returns (uint64) {
        return chain % 2 == 0 ? BASE : POLYGON;
    }

    function _openSpoke(uint64 chain) private {
        Spoke storage spoke = _spokes[chain];
        (, spoke.rmnProxy) = CcipRelease.deployRmn(chain);
        spoke.router = CcipRelease.deployRouter(spoke.rmnProxy, HOME, onRamp, offRamp);
        spoke.token = new BridgedOpenToken(timelock);
        spoke.pool = TokenPool(
            CcipRelease.deployBurnMintPool(address(spoke.token), spoke.rmnProxy, spoke.router)
        );
        vm.startPrank(timelock);
        spoke.token.setMinter(address(spoke.pool), 1e25);
        spoke.token.setBurner(address(spoke.pool), true);
        vm.stopPrank();
    }

    /// The spoke hears another pool of home beside those it knows.
    function _joinSpoke(uint64 chain, OpenLockPool pool) private {
        TokenPool spokePool = _spokes[chain].pool;
        if (spokePool.isSupportedChain(HOME)) {
            spokePool.addRemotePool(HOME, abi.encode(address(pool)));
        } else {
            _addChain(spokePool, HOME, address(pool), address(token));
        }
    }

    function _wire(OpenLockPool pool) private {
        _addChain(pool, BASE, address(_spokes[BASE].pool), address(_spokes[BASE].token));
        _addChain(pool, POLYGON, address(_spokes[POLYGON].pool), address(_spokes[POLYGON].token));
        _addChain(pool, ROGUE, attacker, attacker);
        pool.setRateLimitAdmin(address(guard));
        pool.transferOwnership(timelock);
        vm.startPrank(timelock);
        pool.acceptOwnership();
        token.addPool(address(pool));
        vm.stopPrank();
        _joinSpoke(BASE, pool);
        _joinSpoke(POLYGON, pool);
    }

    function _addChain(TokenPool to, uint64 chain, address remotePool, address remoteToken) private {
        bytes[] memory remotePools = new bytes[](1);
        remotePools[0] = abi.encode(remotePool);
        TokenPool.ChainUpdate[] memory updates = new TokenPool.ChainUpdate[](1);
        updates[0] = TokenPool.ChainUpdate({
            remoteChainSelector: chain,
            remotePoolAddresses: remotePools,
            remoteTokenAddress: abi.encode(remoteToken),
            outboundRateLimiterConfig: RateLimiter.Config(true, OUT_CAPACITY, OUT_RATE),
            inboundRateLimiterConfig: RateLimiter.Config(true, IN_CAPACITY, IN_RATE)
        });
        to.applyChainUpdates(new uint64[](0), updates);
    }

    function _lockInput(
        uint64 chain,
        uint256 amount,
        address localToken
    ) private view returns (Pool.LockOrBurnInV1 memory) {
        return Pool.LockOrBurnInV1(abi.encode(user), chain, user, amount, localToken);
    }

    function _releaseInput(
        uint64 chain,
        address receiver,
        uint256 amount,
        address sourcePool,
        TokenPool pool
    ) private view returns (Pool.ReleaseOrMintInV1 memory) {
        return
            Pool.ReleaseOrMintInV1({
                originalSender: abi.encode(user),
                remoteChainSelector: chain,
                receiver: receiver,
                sourceDenominatedAmount: amount,
                localToken: address(pool.getToken()),
                sourcePoolAddress: abi.encode(sourcePool),
                sourcePoolData: abi.encode(18),
                offchainTokenData: ""
            });
    }
}
