// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {PrintableName} from "../common/PrintableName.sol";
import {IRoundRoots} from "../staking/interfaces/IRoundRoots.sol";
import {AppCatalogue} from "./AppCatalogue.sol";
import {IXnodeOne} from "./interfaces/IXnodeOne.sol";
import {IXnodeRegistry} from "./interfaces/IXnodeRegistry.sol";
import {AppId, NO_APP} from "./types/AppId.sol";

contract XnodeRegistry is IXnodeRegistry, AppCatalogue, EIP712, Multicall {
    struct HostRecord {
        address key;
        uint40 setAt;
        address holder;
        string endpoint;
    }

    /// @dev Three slots. Thirty-two bits of generations are a deployment every second for 136 years.
    struct DeploymentRecord {
        address holder;
        uint40 deployedAt;
        uint32 generation;
        uint24 version;
        AppId app;
        bytes32 configHash;
    }

    struct ReportRecord {
        address hostKey;
        uint40 reportedAt;
        uint32 generation;
        bytes32 stateHash;
    }

    bytes32 public constant REPORT_TYPEHASH = keccak256(
        "Report(uint256 unit,uint64 generation,bytes32 stateHash,uint40 reportedAt,uint256 deadline)"
    );
    uint256 public constant MAX_ENDPOINT_LENGTH = 128;

    /// @inheritdoc IXnodeRegistry
    IXnodeOne public immutable xnodeOne;
    /// @inheritdoc IXnodeRegistry
    address public immutable timelock;

    /// @inheritdoc IXnodeRegistry
    address public attester;
    mapping(uint256 unit => HostRecord) private _hosts;
    mapping(uint256 unit => DeploymentRecord) private _deployments;
    mapping(uint256 unit => ReportRecord) private _reports;
    // Packed by the compiler: its fields are those of the view.
    mapping(uint256 unit => Attestation) private _attestations;

    constructor(IXnodeOne xnodeOne_, address timelock_) EIP712("Xnode Registry", "1") {
        require(xnodeOne_.timelock() == timelock_, XnodeRegistry_TimelockMismatch(timelock_));
        (xnodeOne, timelock) = (xnodeOne_, timelock_);
    }

    // Owners and tenants

    /// @inheritdoc IXnodeRegistry
    function setHost(uint256 unit, address hostKey, string calldata endpoint) external {
        address holder = _actingHolder(unit);
        (uint256 length, uint256 place) = (bytes(endpoint).length, PrintableName.firstUnprintable(endpoint));
        require(length <= MAX_ENDPOINT_LENGTH && place == length, XnodeRegistry_InvalidEndpoint(length, place));
        address oldKey = _hosts[unit].key;
        _hosts[unit] = HostRecord(hostKey, uint40(block.timestamp), holder, endpoint);
        emit HostSet(unit, oldKey, hostKey, holder, endpoint);
    }

    /// @inheritdoc IXnodeRegistry
    function deploy(uint256 unit, AppId app, uint64 version, bytes32 configHash) external returns (uint64 generation) {
        address holder = _actingHolder(unit);
        _checkVersionExists(app, version);
        return _deploy(unit, holder, app, version, configHash);
    }

    /// @inheritdoc IXnodeRegistry
    function undeploy(uint256 unit) external returns (uint64 generation) {
        return _deploy(unit, _actingHolder(unit), NO_APP, 0, 0);
    }

    // Hosts and findings

    /// @inheritdoc IXnodeRegistry
    function report(
        uint256 unit,
        uint64 generation,
        bytes32 stateHash,
        uint40 reportedAt,
        uint256 deadline,
        bytes calldata signature
    ) external {
        require(block.timestamp <= deadline, XnodeRegistry_ReportExpired(deadline, block.timestamp));
        require(reportedAt <= block.timestamp, XnodeRegistry_ReportInFuture(reportedAt, block.timestamp));
        uint256 last = _reports[unit].reportedAt;
        require(reportedAt > last, XnodeRegistry_ReportNotNewer(unit, reportedAt, last));
        uint256 deployed = _deployments[unit].generation;
        require(generation <= deployed, XnodeRegistry_UnknownGeneration(unit, generation, deployed));
        (address hostKey, address holder) = (_hosts[unit].key, _hosts[unit].holder);
        // A former owner's machine must not speak for the unit of the present one, nor what it signed before be used
        // when it serves both, one after the other.
        require(hostKey != address(0) && _isHolder(unit, holder), XnodeRegistry_HostNotCurrent(unit, hostKey, holder));
        uint256 setAt = _hosts[unit].setAt;
        require(reportedAt >= setAt, XnodeRegistry_ReportBeforeHost(unit, reportedAt, setAt));
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(REPORT_TYPEHASH, unit, generation, stateHash, reportedAt, deadline))
        );
        require(
            SignatureChecker.isValidSignatureNowCalldata(hostKey, digest, signature),
            XnodeRegistry_InvalidSignature(unit, hostKey)
        );

        _reports[unit] = ReportRecord(hostKey, reportedAt, uint32(generation), stateHash);
        emit Reported(unit, hostKey, generation, stateHash, reportedAt, deadline, signature);
    }

    /// @inheritdoc IXnodeRegistry
    function prove(uint64 round, Finding calldata finding, bytes32[] calldata proof) external {
        address from = attester;
        require(from != address(0), XnodeRegistry_NoAttester());
        uint256 unit = finding.unit;
        // Reverts when there is no such unit.
        xnodeOne.ownerOf(unit);
        Attestation storage last = _attestations[unit];
        uint256 lastRound = last.attester == from ? last.round : 0;
        require(round > lastRound, XnodeRegistry_RoundNotLater(unit, round, lastRound));
        bytes32 root = IRoundRoots(from).rootOf(round);
        require(root != 0, XnodeRegistry_RoundNotCertified(round, from));
        // Hashed twice, so that no inner node of a tree is a leaf.
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(finding))));
        require(MerkleProof.verifyCalldata(proof, root, leaf), XnodeRegistry_InvalidProof(unit, round, leaf, root));

        _attestations[unit] = Attestation(
            finding.configHash,
            from,
            round,
            finding.reachable,
            finding.checkedAtBlock,
            uint40(block.timestamp)
        );
        emit Attested(unit, from, round, finding.configHash, finding.reachable, finding.checkedAtBlock);
    }

    /// @inheritdoc IXnodeRegistry
    function setAttester(address newAttester) external {
        require(msg.sender == timelock, XnodeRegistry_NotTimelock(msg.sender));
        require(
            newAttester == address(0) || newAttester.code.length != 0,
            XnodeRegistry_AttesterNotContract(newAttester)
        );
        address oldAttester = attester;
        attester = newAttester;
        emit AttesterSet(oldAttester, newAttester);
    }

    // Views

    /// @inheritdoc IXnodeRegistry
    function hostOf(uint256 unit) external view returns (Host memory) {
        HostRecord storage h = _hosts[unit];
        return Host(h.key, h.holder, h.setAt, _isHolder(unit, h.holder), h.endpoint);
    }

    /// @inheritdoc IXnodeRegistry
    function deploymentOf(uint256 unit) external view returns (Deployment memory) {
        DeploymentRecord storage d = _deployments[unit];
        return
            Deployment({
                app: d.app,
                version: d.version,
                generation: d.generation,
                configHash: d.configHash,
                holder: d.holder,
                deployedAt: d.deployedAt,
                current: _isHolder(unit, d.holder)
            });
    }

    /// @inheritdoc IXnodeRegistry
    function reportOf(uint256 unit) external view returns (Report memory) {
        ReportRecord storage r = _reports[unit];
        HostRecord storage h = _hosts[unit];
        address hostKey = r.hostKey;
        bool current =
            hostKey != address(0) && hostKey == h.key && r.reportedAt >= h.setAt && _isHolder(unit, h.holder);
        return Report(r.stateHash, r.generation, r.reportedAt, hostKey, current);
    }

    /// @inheritdoc IXnodeRegistry
    function attestationOf(uint256 unit) external view returns (Attestation memory) {
        return _attestations[unit];
    }

    /// @inheritdoc IXnodeRegistry
    function runningOn(uint256 unit) external view returns (string memory appName, uint64 version, uint64 generation) {
        DeploymentRecord storage d = _deployments[unit];
        if (d.version == 0 || !xnodeOne.isActive(unit) || !_isHolder(unit, d.holder)) return ("", 0, 0);
        return (_nameOf(d.app), d.version, d.generation);
    }

    // Internals

    function _deploy(
        uint256 unit,
        address holder,
        AppId app,
        uint64 version,
        bytes32 configHash
    ) private returns (uint64 generation) {
        DeploymentRecord storage d = _deployments[unit];
        uint32 next = d.generation + 1;
        // The version exists or is zero, so it fits.
        (d.holder, d.deployedAt, d.generation, d.version) = (holder, uint40(block.timestamp), next, uint24(version));
        (d.app, d.configHash) = (app, configHash);
        emit Deployed(unit, app, holder, next, version, configHash);
        return next;
    }

    /// @dev For whom the caller acts: for itself as owner or tenant, for the owner when it is approved. The tenant
    /// comes before the approved, so that what a tenant does ends with the tenancy also when the owner approved it.
    function _actingHolder(uint256 unit) private view returns (address) {
        address owner = xnodeOne.ownerOf(unit);
        require(xnodeOne.isActive(unit), XnodeRegistry_UnitNotActive(unit));
        if (msg.sender == owner) return owner;
        address tenant = xnodeOne.userOf(unit);
        if (msg.sender == tenant) return tenant;
        require(
            xnodeOne.isApprovedForAll(owner, msg.sender) || xnodeOne.getApproved(unit) == msg.sender,
            XnodeRegistry_NotHolder(unit, msg.sender, owner, tenant)
        );
        return owner;
    }

    /// @dev Nothing was ever set for the zero address, so a unit without records is not even asked for.
    function _isHolder(uint256 unit, address account) private view returns (bool) {
        return account != address(0) && (account == xnodeOne.ownerOf(unit) || account == xnodeOne.userOf(unit));
    }
}
