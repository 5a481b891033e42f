// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

import {IXnodeRegistry} from "../../contracts/xnode/interfaces/IXnodeRegistry.sol";
import {AppId} from "../../contracts/xnode/types/AppId.sol";
import {XnodeFixture} from "./XnodeFixture.sol";

/// @dev The registry over real units: an app of one version, an active unit of alice, and a host key that nobody set.
abstract contract RegistryFixture is XnodeFixture {
    string internal constant APP_NAME = "Open Data Node";
    string internal constant URI = "ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi";
    string internal constant ENDPOINT = "https://node-1.example.org:8443";
    bytes32 internal constant CONTENT = keccak256("content 1");
    bytes32 internal constant CONFIG = keccak256("config");
    bytes32 internal constant STATE = keccak256("state");

    address internal publisher = makeAddr("publisher");
    address internal tenant = makeAddr("tenant");
    address internal stranger = makeAddr("stranger");
    address internal hostKey;
    uint256 internal hostSecret;

    AppId internal app;
    uint256 internal unit;

    function setUp() public virtual override {
        super.setUp();
        (hostKey, hostSecret) = makeAddrAndKey("host");
        vm.prank(publisher);
        app = registry.publishApp(APP_NAME, CONTENT, URI);
        unit = activatedTo(alice);
    }

    function rentTo(address to, uint256 end) internal {
        address owner = xnode.ownerOf(unit);
        vm.prank(owner);
        xnode.setUser(unit, to, uint64(end));
    }

    function transferTo(address to) internal {
        address owner = xnode.ownerOf(unit);
        vm.prank(owner);
        xnode.transferFrom(owner, to, unit);
    }

    function setHostAs(address caller) internal {
        vm.prank(caller);
        registry.setHost(unit, hostKey, ENDPOINT);
    }

    function deployAs(address caller) internal {
        vm.prank(caller);
        registry.deploy(unit, app, 1, CONFIG);
    }

    /// @dev A report of this moment, good for an hour.
    function sendReport(uint64 generation) internal {
        uint40 time = uint40(block.timestamp);
        uint256 deadline = block.timestamp + 1 hours;
        bytes memory signature = signReport(hostSecret, unit, generation, time, deadline);
        registry.report(unit, generation, STATE, time, deadline, signature);
    }

    function signReport(
        uint256 secret,
        uint256 unit_,
        uint64 generation,
        uint40 reportedAt,
        uint256 deadline
    ) internal view returns (bytes memory) {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256(
                    "Report(uint256 unit,uint64 generation,bytes32 stateHash,uint40 reportedAt,uint256 deadline)"
                ),
                unit_,
                generation,
                STATE,
                reportedAt,
                deadline
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(
            secret,
            MessageHashUtils.toTypedDataHash(domainSeparator(), structHash)
        );
        return abi.encodePacked(r, s, v);
    }

    /// @dev As OpenZeppelin's StandardMerkleTree of [uint256, bytes32, bool, uint64] hashes it.
    function leafOf(IXnodeRegistry.Finding memory f) internal pure returns (bytes32) {
        bytes32 inner = keccak256(abi.encode(f.unit, f.configHash, f.reachable, f.checkedAtBlock));
        return keccak256(abi.encode(inner));
    }

    function domainSeparator() internal view returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                    keccak256("Xnode Registry"),
                    keccak256("1"),
                    block.chainid,
                    address(registry)
                )
            );
    }
}
