// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

import {ContractWallet} from "./ContractWallet.sol";
import {GovernanceFixture} from "./GovernanceFixture.sol";

/// @dev Signs what the governor accepts signed. Typed data is built here from its text, not read from the contract.
abstract contract GovernanceSigner is GovernanceFixture {
    ContractWallet internal wallet;
    address internal walletOwner;
    uint256 internal walletKey;

    function setUp() public virtual override {
        super.setUp();
        (walletOwner, walletKey) = makeAddrAndKey("walletOwner");
        wallet = new ContractWallet(walletOwner);
        vm.prank(idle);
        token.transfer(address(wallet), 20_000_000e18);
        vm.prank(walletOwner);
        wallet.execute(address(token), abi.encodeCall(IVotes.delegate, (address(wallet))));
        skip(1 days);
    }

    function _sign(uint256 key, bytes32 structHash) internal view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Openmesh DAO"),
                keccak256("1"),
                block.chainid,
                address(governor)
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, MessageHashUtils.toTypedDataHash(domain, structHash));
        return abi.encodePacked(r, s, v);
    }

    function _signBallot(
        uint256 key,
        uint256 id,
        uint8 support,
        address voter,
        uint256 nonce
    ) internal view returns (bytes memory) {
        bytes32 typehash = keccak256("Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)");
        return _sign(key, keccak256(abi.encode(typehash, id, support, voter, nonce)));
    }

    function _signChange(
        uint256 key,
        uint256 id,
        uint8 support,
        address voter,
        uint256 nonce,
        uint256 deadline,
        string memory reason,
        bytes memory params
    ) internal view returns (bytes memory) {
        bytes32 typehash = keccak256(
            "ChangeBallot(uint256 proposalId,uint8 support,address voter,uint256 nonce,uint256 deadline,string reason,bytes params)"
        );
        bytes32 hash = keccak256(
            abi.encode(typehash, id, support, voter, nonce, deadline, keccak256(bytes(reason)), keccak256(params))
        );
        return _sign(key, hash);
    }

    function _signProposal(
        uint256 key,
        Proposal memory p,
        address proposer,
        uint256 nonce,
        uint256 deadline
    ) internal view returns (bytes memory) {
        bytes32[] memory calls = new bytes32[](p.calldatas.length);
        for (uint256 i = 0; i < calls.length; ++i) calls[i] = keccak256(p.calldatas[i]);
        bytes32 hash = keccak256(
            abi.encode(
                keccak256(
                    "Propose(address[] targets,uint256[] values,bytes[] calldatas,string description,address proposer,uint256 nonce,uint256 deadline)"
                ),
                keccak256(abi.encodePacked(p.targets)),
                keccak256(abi.encodePacked(p.values)),
                keccak256(abi.encodePacked(calls)),
                keccak256(bytes(p.description)),
                proposer,
                nonce,
                deadline
            )
        );
        return _sign(key, hash);
    }
}
