// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

import {ILazyVotes} from "../../../contracts/token/interfaces/ILazyVotes.sol";
import {KeyAccount} from "../../helpers/KeyAccount.sol";
import {RelaySigner} from "../../helpers/RelaySigner.sol";

/// What every kind of wallet can do: by its own transaction, by signature at the contract, by signature over the relay.
abstract contract WalletsTest is RelaySigner {
    uint256 internal constant VOTES = 20_000_000e18;

    address internal account;
    uint256 internal key;

    function setUp() public virtual override {
        super.setUp();
        (account, key) = _open();
        assertEq(governor.getVotes(account, governor.proposalSnapshot(id)), VOTES);
    }

    function test_Votes() public {
        _act(address(governor), abi.encodeCall(IGovernor.castVote, (id, FOR)));
        _assertVote(0, VOTES, 0);
    }

    function test_GOVERNANCE_13_VotesBySignature() public {
        _submit(address(governor), _ballot(id, account, key, AGAINST));
        _assertVote(VOTES, 0, 0);
    }

    function test_VotesBySignatureWithReasonAndParts() public {
        bytes memory params = _split(1e18, 2e18, 3e18);
        _submit(address(governor), _extendedBallot(account, key, SPLIT, params, _nonce(account, id)));
        _assertVote(1e18, 2e18, 3e18);
    }

    function test_VotesOverTheRelay() public {
        _relayOne(_ballot(id, account, key, ABSTAIN));
        _assertVote(0, 0, VOTES);
    }

    function test_Changes() public {
        _act(address(governor), abi.encodeCall(IGovernor.castVote, (id, FOR)));
        _act(address(governor), abi.encodeCall(governor.changeVote, (id, AGAINST, "", "")));
        _assertVote(VOTES, 0, 0);
    }

    function test_GOVERNANCE_13_ChangesBySignature() public {
        _submit(address(governor), _ballot(id, account, key, FOR));
        _submit(address(governor), _change(account, key, AGAINST, "", _nonce(account, id)));
        _assertVote(VOTES, 0, 0);
    }

    function test_ChangesOverTheRelay() public {
        _relayOne(_ballot(id, account, key, FOR));
        _relayOne(_change(account, key, SPLIT, _split(1e21, 2e21, 3e21), _nonce(account, id)));
        _assertVote(1e21, 2e21, 3e21);
    }

    function test_Delegates() public {
        _act(address(token), abi.encodeCall(IVotes.delegate, (carol)));
        _assertDelegated();
    }

    function test_DelegatesBySignature() public {
        _submit(address(token), _delegation(account, key, carol));
        _assertDelegated();
    }

    function test_DelegatesOverTheRelay() public {
        _relayOne(_delegation(account, key, carol));
        _assertDelegated();
    }

    function test_Proposes() public {
        Proposal memory p = _grant(7e18);
        _act(address(governor), abi.encodeCall(IGovernor.propose, (p.targets, p.values, p.calldatas, p.description)));
        assertEq(governor.proposalProposer(_idOf(p)), account);
    }

    function test_GOVERNANCE_13_ProposesBySignature() public {
        Proposal memory p = _grant(7e18);
        uint256 deadline = block.timestamp + 1 days;
        bytes memory signature = _signProposal(key, p, account, governor.nonces(account), deadline);
        _submit(
            address(governor),
            abi.encodeCall(
                governor.proposeBySig,
                (p.targets, p.values, p.calldatas, p.description, account, deadline, signature)
            )
        );
        assertEq(governor.proposalProposer(_idOf(p)), account);
        assertEq(governor.latestProposal(account), _idOf(p));
    }

    function test_RevertWhen_AnotherKeySigned() public {
        (, uint256 wrong) = makeAddrAndKey("wrong");
        uint256 nonce = _nonce(account, id);
        _assertFails(
            address(governor),
            _ballot(id, account, wrong, FOR),
            abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, account)
        );
        _assertFails(
            address(token),
            _delegation(account, wrong, carol),
            abi.encodeWithSelector(ILazyVotes.LazyVotes_InvalidSignature.selector, account)
        );
        _vote(alice, id, FOR);
        _assertFails(
            address(governor),
            _change(account, wrong, FOR, "", nonce),
            abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, account)
        );
    }

    /// @dev Opens a wallet with `VOTES` at the snapshot.
    function _open() internal virtual returns (address, uint256);

    /// @dev Sends a transaction of the wallet's own.
    function _act(address target, bytes memory data) internal virtual {
        vm.prank(account);
        (bool success, ) = target.call(data);
        assertTrue(success);
    }

    /// @dev Gives 20M to a key account before new proposals begin.
    function _openKey(string memory name) internal returns (address opened, uint256 openedKey) {
        vm.warp(governor.proposalDeadline(otherId) + 1);
        (opened, openedKey) = _newVoter(name, VOTES);
        _propose(bob, _grant(4e18));
        otherId = governor.latestProposal(bob);
        id = _proposeActive(alice, _grant(3e18));
    }

    function _submit(address target, bytes memory data) internal {
        vm.prank(stranger);
        (bool success, ) = target.call(data);
        assertTrue(success);
    }

    function _relayOne(bytes memory item) internal {
        (uint256 relayed, uint256 refund) = _relay(item);
        assertEq(relayed, 1);
        assertGt(refund, 0);
    }

    function _assertFails(address target, bytes memory data, bytes memory err) internal {
        vm.prank(stranger);
        (bool success, bytes memory result) = target.call(data);
        assertFalse(success);
        assertEq(result, err);
    }

    function _assertVote(uint256 against, uint256 for_, uint256 abstain) internal view {
        (uint256 againstVotes, uint256 forVotes, uint256 abstainVotes) = governor.proposalVotes(id);
        assertEq(againstVotes, against, "against");
        assertEq(forVotes, for_, "for");
        assertEq(abstainVotes, abstain, "abstain");
        assertEq(governor.usedVotes(id, account), against + for_ + abstain, "ballot");
    }

    function _assertDelegated() internal view {
        assertEq(token.delegates(account), carol);
        assertEq(token.getVotes(account), 0);
        assertEq(token.getVotes(carol), 20_000_000e18 + VOTES);
    }
}

contract KeyWalletTest is WalletsTest {
    function test_DelegatesWithTheStandardsSignature() public {
        _submit(address(token), _plainDelegation(account, key, carol));
        _assertDelegated();
    }

    function _open() internal override returns (address, uint256) {
        return _openKey("key wallet");
    }
}

contract ContractWalletTest is WalletsTest {
    function _open() internal view override returns (address, uint256) {
        return (address(wallet), walletKey);
    }

    function _act(address target, bytes memory data) internal override {
        vm.prank(walletOwner);
        wallet.execute(target, data);
    }
}

/// A key account whose EIP-7702 code answers for its key by ERC-1271.
contract DelegatedKeyWalletTest is WalletsTest {
    function test_ItsCodeIsADesignator() public view {
        assertEq(account.code.length, 23);
    }

    function test_DelegatesWithTheStandardsSignature() public {
        _submit(address(token), _plainDelegation(account, key, carol));
        _assertDelegated();
    }

    function _open() internal override returns (address opened, uint256 openedKey) {
        (opened, openedKey) = _openKey("delegated key");
        vm.etch(opened, abi.encodePacked(hex"ef0100", address(new KeyAccount())));
    }
}

/// @dev Code without ERC-1271.
contract MuteCode {
    receive() external payable {}
}

/// A key account whose EIP-7702 code knows nothing of ERC-1271: it acts itself, and delegates by the standard's
/// signature; contracts cannot ask it for another.
contract MuteKeyWalletTest is RelaySigner {
    address private _account;
    uint256 private _key;

    function setUp() public override {
        super.setUp();
        vm.warp(governor.proposalDeadline(id) + 1);
        (_account, _key) = _newVoter("mute", 20_000_000e18);
        id = _proposeActive(alice, _grant(3e18));
        vm.etch(_account, abi.encodePacked(hex"ef0100", address(new MuteCode())));
    }

    function test_ActsItself() public {
        vm.startPrank(_account);
        governor.castVote(id, FOR);
        governor.changeVote(id, AGAINST, "", "");
        Proposal memory p = _grant(7e18);
        governor.propose(p.targets, p.values, p.calldatas, p.description);
        token.delegate(carol);
        vm.stopPrank();
        assertEq(governor.usedVotes(id, _account), 20_000_000e18);
        assertEq(governor.proposalProposer(_idOf(p)), _account);
        assertEq(token.delegates(_account), carol);
    }

    function test_DelegatesWithTheStandardsSignatureOverTheRelay() public {
        bytes memory item = _plainDelegation(_account, _key, carol);
        _expectRelayed(_account, 0, 0, true);
        _relay(item);
        assertEq(token.delegates(_account), carol);
    }

    function test_SignedVoteFails() public {
        bytes memory item = _ballot(id, _account, _key, FOR);
        _expectFailed(_account, id, 0, abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, _account));
        _relay(item);
    }
}
