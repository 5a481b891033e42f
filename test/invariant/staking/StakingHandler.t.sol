// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccountability} from "../../../contracts/staking/interfaces/IAccountability.sol";
import {IValidatorStaking} from "../../../contracts/staking/interfaces/IValidatorStaking.sol";
import {PoolId, delegatedPool, ownPool} from "../../../contracts/staking/types/PoolId.sol";
import {ValidatorId} from "../../../contracts/staking/types/ValidatorId.sol";
import {StakingFixture} from "../../unit/staking/StakingFixture.sol";

/// @dev Good, bad and odd actors: stakers and operators who also delegate to each other, equivocators, a verdict of any
/// size for any epoch, people who stake for others, poke, donate, or come late.
contract StakingHandler is StakingFixture {
    struct ExitKey {
        ValidatorId id;
        /// @dev Where it goes; `id` itself for an ordinary exit.
        ValidatorId to;
        uint256 epoch;
        address account;
    }

    uint256 public constant VALIDATORS = 4;

    address[] public accounts;
    ExitKey[] internal _exits;
    mapping(bytes32 key => bool) private _known;
    string[4] private _names = ["op1", "op2", "op3", "op4"];

    uint256 public donated;
    uint256 public notified;
    uint256 public paid;
    /// @dev Set by a call after which a property of that call did not hold.
    string public broken;
    mapping(uint256 pool => uint256 acc) private _seenAcc;
    mapping(uint256 pool => uint256 idx) private _seenIdx;
    uint256 private _seenIndex;

    modifier watched() {
        _;
        _watch();
    }

    function setUp() public override {
        super.setUp();
        for (uint256 i; i < VALIDATORS; ++i) {
            register(_names[i], SELF * (i + 1), uint16(i * 1_000));
            accounts.push(makeAddr(_names[i]));
        }
        accounts.push(alice);
        accounts.push(bob);
        accounts.push(carol);
        accounts.push(makeAddr("dave"));
        for (uint256 i; i < accounts.length; ++i) {
            give(accounts[i], 1_000_000e18);
            vm.prank(accounts[i]);
            token.delegate(accounts[i]);
        }
        core.joinSet(ValidatorId.wrap(1));
        core.joinSet(ValidatorId.wrap(2));
        token.transfer(address(stream), 220_000_000e18);
        notified += stream.drip();
    }

    // Good actors

    function stake(uint256 who, uint256 v, uint256 amount) external watched {
        address account = _account(who);
        amount = bound(amount, 1e18, 20_000e18);
        vm.prank(account);
        core.stake(_id(v), amount);
    }

    function claim(uint256 who, uint256 v) external watched {
        address account = _account(who);
        vm.prank(account);
        paid += core.claim(_id(v), account);
    }

    function claimCommission(uint256 v) external watched {
        ValidatorId id = _id(v);
        vm.prank(operatorOf(id));
        paid += core.claimCommission(id, alice);
    }

    function compound(uint256 who, uint256 v) external watched {
        vm.prank(_account(who));
        paid += core.compound(_id(v));
    }

    function unbond(uint256 who, uint256 v, uint256 amount) external watched {
        address account = _account(who);
        ValidatorId id = _id(v);
        uint256 tokens = tokensOf(id, account);
        amount = amount % 3 == 0 ? tokens : bound(amount, 0, tokens);
        uint256 reserve = core.reserve();
        vm.prank(account);
        uint256 epoch = core.unbond(id, amount, account);
        paid += reserve - core.reserve();
        _note(ExitKey(id, id, epoch, account));
    }

    function redelegate(uint256 who, uint256 v, uint256 w, uint256 amount) external watched {
        address account = _account(who);
        ValidatorId id = _id(v);
        uint256 tokens = tokensOf(id, account);
        amount = amount % 3 == 0 ? tokens : bound(amount, 0, tokens);
        uint256 reserve = core.reserve();
        vm.prank(account);
        uint256 epoch = core.redelegate(id, _id(w), amount);
        paid += reserve - core.reserve();
        _note(ExitKey(id, _id(w), epoch, account));
    }

    function completeRedelegation(uint256 which) external watched {
        ExitKey memory exit = _exits[which % _exits.length];
        for (uint256 i; i < _exits.length && (exit.to == exit.id || !_ripe(exit)); ++i) {
            exit = _exits[addmod(which, i, _exits.length)];
        }
        uint256 votes = token.getVotes(exit.account);
        uint256 escrowed = token.escrowed(address(core), exit.account);
        uint256 tokens = tokensOf(exit.to, exit.account);
        bool early = core.currentEpoch() <= exit.epoch + 1;
        uint256 amount = core.completeRedelegation(exit.id, exit.to, exit.epoch, exit.account);
        if (early) broken = "redelegation completed early";
        if (tokensOf(exit.to, exit.account) != tokens + amount) broken = "redelegation arrives as another amount";
        if (votes - token.getVotes(exit.account) != escrowed - token.escrowed(address(core), exit.account)) {
            broken = "redelegation moves votes";
        }
    }

    function withdraw(uint256 which, address to) external watched {
        ExitKey memory exit = _exits[which % _exits.length];
        for (uint256 i; i < _exits.length && !_ripe(exit); ++i) exit = _exits[addmod(which, i, _exits.length)];
        if (uint160(to) < 100 || to == address(core) || to == address(stream)) to = exit.account;
        IValidatorStaking.Exit memory before = core.redelegationOf(exit.id, exit.to, exit.epoch, exit.account);
        uint256 held = token.escrowed(address(core), exit.account);
        bool early = core.currentEpoch() <= exit.epoch + 1;
        vm.prank(exit.account);
        uint256 payout =
            exit.to == exit.id
                ? core.withdraw(exit.id, exit.epoch, exit.account)
                : core.withdrawRedelegation(exit.id, exit.to, exit.epoch, exit.account);
        if (payout > before.principal) broken = "withdraw pays above principal";
        if (held - token.escrowed(address(core), exit.account) != before.principal) {
            broken = "withdraw leaves principal behind";
        }
        if (early) broken = "withdrawn early";
    }

    function joinSet(uint256 v) external watched {
        ValidatorId id = _id(v);
        vm.prank(operatorOf(id));
        core.joinSet(id);
    }

    function leaveSet(uint256 v) external watched {
        ValidatorId id = _id(v);
        vm.prank(operatorOf(id));
        core.leaveSet(id);
    }

    function replaceMember(uint256 weak, uint256 strong) external watched {
        core.replaceMember(_id(weak), _id(strong));
    }

    function unjail(uint256 v) external watched {
        ValidatorId id = _id(v);
        vm.prank(operatorOf(id));
        core.unjail(id);
    }

    /// @dev What a punished operator does to come back.
    function recover(uint256 v) external watched {
        ValidatorId id = _id(v);
        address operator = operatorOf(id);
        IValidatorStaking.Validator memory validator = core.validatorOf(id);
        uint256 own = core.poolOf(ownPool(id)).tokens;
        if (validator.jailedUntil != 0) {
            vm.prank(operator);
            core.unjail(id);
        }
        if (own < SELF) {
            vm.prank(operator);
            core.stake(id, SELF - own + 1e18);
        }
        vm.prank(operator);
        core.joinSet(id);
    }

    function setCommission(uint256 v, uint16 bps) external watched {
        ValidatorId id = _id(v);
        vm.prank(operatorOf(id));
        core.setCommission(id, uint16(bound(bps, 0, 5_000)));
    }

    function nextMonth() external watched {
        notified += stream.drip();
    }

    function pass(uint256 time) external watched {
        skip(bound(time, 1, 9 days));
    }

    // Bad actors

    function slash(uint256 v, uint256 bps, bool lastEpoch, bool all) external watched {
        ValidatorId id = _id(v);
        uint256 epoch = core.currentEpoch();
        if (lastEpoch) --epoch;
        bps = all && bps % 4 == 0 ? 10_000 : bound(bps, 0, 3_000);
        (uint256 used, uint256 limit) = core.slashBudget();
        uint256 bonded = _bonded(id, epoch);
        uint256 old = _bondedBefore(id, epoch);
        uint256 own = _bondedIn(ownPool(id), epoch);
        uint256 wanted = (bonded * bps + 9_999) / 10_000;
        if (wanted > limit - used) wanted = limit - used;
        vm.prank(address(accountability));
        uint256 taken = core.slash(id, epoch, uint16(bps), uint40(block.timestamp + 3 days), reporter);
        // Dust buckets keep a wei, a dead pool loses the tokens its shares cannot hold.
        if (taken + 3 < wanted || taken > wanted + 1e6) broken = "slash takes another amount";
        if (_bondedBefore(id, epoch) != old) broken = "slash reaches stake that had left";
        uint256 ownTaken = own - _bondedIn(ownPool(id), epoch);
        if (ownTaken != (wanted < own ? wanted : own)) broken = "own stake does not pay first";
    }

    function equivocateAs(uint256 v) external watched {
        // Only one of them, rarely: a tombstone is for ever.
        if (v % 16 != 3) return;
        IAccountability.Topic memory topic = topicNow("subject");
        uint256 key = keyOf(_names[3]);
        accountability.reportEquivocation(topic, statement(key, topic, "a"), statement(key, topic, "b"), reporter);
    }

    // Odd actors

    function stakeFor(uint256 who, uint256 whom, uint256 v, uint256 amount) external watched {
        ValidatorId id = _id(v);
        uint256 before = rewardOf(id, _account(whom));
        amount = bound(amount, 1e18, 5_000e18);
        vm.prank(_account(who));
        core.stakeFor(id, _account(whom), amount);
        if (rewardOf(id, _account(whom)) + 1e6 < before) broken = "staking for another lowers its reward";
    }

    function poke(uint256 who, uint256 v) external watched {
        ValidatorId id = _id(v);
        uint256 tokens = tokensOf(id, _account(who));
        uint256 reserve = core.reserve();
        core.poke(id, _account(who));
        paid += reserve - core.reserve();
        if (tokensOf(id, _account(who)) != tokens) broken = "poke changes the worth";
    }

    function pokeExit(uint256 which) external watched {
        ExitKey memory exit = _exits[which % _exits.length];
        if (exit.to == exit.id) core.pokeExit(exit.id, exit.epoch, exit.account);
        else core.pokeRedelegation(exit.id, exit.to, exit.epoch, exit.account);
    }

    function claimFor(uint256 who, uint256 v) external watched {
        address account = _account(who);
        uint256 before = token.balanceOf(account);
        uint256 reward = core.claimFor(_id(v), account);
        if (token.balanceOf(account) != before + reward) broken = "claiming for another pays somebody else";
        paid += reward;
    }

    function claimMany(uint256 who) external watched {
        ValidatorId[] memory ids = new ValidatorId[](VALIDATORS);
        uint256 owed;
        for (uint256 v; v < VALIDATORS; ++v) {
            ids[v] = _id(v);
            owed += rewardOf(_id(v), _account(who));
        }
        vm.prank(_account(who));
        uint256 reward = core.claimMany(ids, _account(who));
        if (reward != owed) broken = "claiming of many pays another sum";
        paid += reward;
    }

    function donate(uint256 amount) external watched {
        amount = bound(amount, 1, 1e18);
        token.transfer(address(core), amount);
        donated += amount;
    }

    // For the invariants

    function system() external view returns (IValidatorStaking, address, address) {
        return (core, address(token), address(vault));
    }

    function accountCount() external view returns (uint256) {
        return accounts.length;
    }

    function exitCount() external view returns (uint256) {
        return _exits.length;
    }

    function exitAt(uint256 i) external view returns (ExitKey memory) {
        return _exits[i];
    }

    /// @dev Everybody takes everything out, whatever happened before.
    function everybodyLeaves() external {
        for (uint256 v = 1; v <= VALIDATORS; ++v) {
            ValidatorId id = ValidatorId.wrap(v);
            if (core.validatorOf(id).status == IValidatorStaking.Status.Active) {
                vm.prank(operatorOf(id));
                core.leaveSet(id);
            }
            for (uint256 i; i < accounts.length; ++i) {
                if (tokensOf(id, accounts[i]) != 0) this.unbond(i, v - 1, 0);
                else core.poke(id, accounts[i]);
            }
        }
        skip(14 days);
        for (uint256 i; i < _exits.length; ++i) {
            ExitKey memory exit = _exits[i];
            if (core.redelegationOf(exit.id, exit.to, exit.epoch, exit.account).shares == 0) continue;
            this.withdraw(i, exit.account);
        }
    }

    function _ripe(ExitKey memory exit) private view returns (bool) {
        IValidatorStaking.Exit memory held = core.redelegationOf(exit.id, exit.to, exit.epoch, exit.account);
        return core.currentEpoch() > exit.epoch + 1 && held.shares != 0;
    }

    function _note(ExitKey memory exit) private {
        bytes32 key = keccak256(abi.encode(exit));
        if (_known[key]) return;
        _known[key] = true;
        _exits.push(exit);
    }

    function _watch() private {
        uint256 index = core.rewardIndex();
        if (index < _seenIndex) broken = "global index falls";
        _seenIndex = index;
        for (uint256 p = 2; p < 2 + 2 * VALIDATORS; ++p) {
            IValidatorStaking.Pool memory pool = core.poolOf(PoolId.wrap(p));
            if (pool.acc < _seenAcc[p]) broken = "pool index falls";
            if (pool.idx < _seenIdx[p]) broken = "slash count falls";
            if (pool.idx > 0 && core.factorOf(PoolId.wrap(p), pool.idx) > core.factorOf(PoolId.wrap(p), pool.idx - 1)) {
                broken = "factor rises";
            }
            (_seenAcc[p], _seenIdx[p]) = (pool.acc, pool.idx);
        }
    }

    function _bonded(ValidatorId id, uint256 epoch) private view returns (uint256) {
        return _bondedIn(ownPool(id), epoch) + _bondedIn(delegatedPool(id), epoch);
    }

    function _bondedIn(PoolId pool, uint256 epoch) private view returns (uint256 tokens) {
        tokens = core.poolOf(pool).tokens;
        for (; epoch <= core.currentEpoch(); ++epoch) tokens += core.bucketOf(pool, epoch).tokens;
    }

    function _bondedBefore(ValidatorId id, uint256 epoch) private view returns (uint256) {
        return core.bucketOf(ownPool(id), epoch - 1).tokens + core.bucketOf(delegatedPool(id), epoch - 1).tokens;
    }

    function _id(uint256 v) private pure returns (ValidatorId) {
        return ValidatorId.wrap((v % VALIDATORS) + 1);
    }

    function _account(uint256 who) private view returns (address) {
        return accounts[who % accounts.length];
    }
}
