// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AppId} from "../types/AppId.sol";
import {IAppCatalogue} from "./IAppCatalogue.sol";
import {IXnodeOne} from "./IXnodeOne.sol";

/// @title Xnode registry
/// @notice What each unit is asked to run, what its host says it runs, and what the validators found on it.
/// @dev Nobody but a unit's owner, an account approved for it, or its tenant of this moment sets its host and deploys
/// on it, and only while its term runs. Everything is set *for a holder*: the owner, or the tenant when the tenant
/// called. It stays readable when that account holds the unit no more, but is marked as not current, and the old host
/// can report no more: a new owner or tenant sets a host key of its own. Nothing has to be cleared at a transfer.
/// A report proves that the host key signed it, not that the machine is in that state.
interface IXnodeRegistry is IAppCatalogue {
    /// @notice The machine of a unit.
    /// @param key Account that signs the reports; zero for none.
    /// @param holder Owner or tenant for whom it was set.
    /// @param setAt Unix time at which it was set; 0 for never.
    /// @param current Whether `holder` is the owner or the tenant of the unit now.
    /// @param endpoint Where the machine is reached, printable ASCII, at most 128 bytes, may be empty.
    struct Host {
        address key;
        address holder;
        uint40 setAt;
        bool current;
        string endpoint;
    }

    /// @notice What a unit is asked to run.
    /// @param app The app; zero for nothing.
    /// @param version Its version; zero for nothing.
    /// @param generation How often something was deployed on the unit, counted from 1; 0 for never.
    /// @param configHash Hash of the configuration.
    /// @param holder Owner or tenant for whom it was deployed.
    /// @param deployedAt Unix time of the deployment; 0 for never.
    /// @param current Whether `holder` is the owner or the tenant of the unit now.
    struct Deployment {
        AppId app;
        uint64 version;
        uint64 generation;
        bytes32 configHash;
        address holder;
        uint40 deployedAt;
        bool current;
    }

    /// @notice What the host of a unit reported last.
    /// @param stateHash Hash of the state of the machine.
    /// @param generation The deployment that it says it runs.
    /// @param reportedAt Unix time at which the host signed, as it says; 0 for never.
    /// @param hostKey The key that signed.
    /// @param current Whether `hostKey` is the unit's host key now, was set for its owner or tenant of now, and signed
    /// since it was set.
    struct Report {
        bytes32 stateHash;
        uint64 generation;
        uint40 reportedAt;
        address hostKey;
        bool current;
    }

    /// @notice What the validators found on a unit in a round: a leaf of the round's tree, hashed as OpenZeppelin's
    /// StandardMerkleTree does with [uint256, bytes32, bool, uint64].
    /// @param unit The unit.
    /// @param configHash Hash of the configuration that its host showed; zero for none.
    /// @param reachable Whether its host answered.
    /// @param checkedAtBlock Block whose registry was compared with.
    struct Finding {
        uint256 unit;
        bytes32 configHash;
        bool reachable;
        uint64 checkedAtBlock;
    }

    /// @notice What was proven of a unit last.
    /// @param configHash Hash of the configuration that its host showed; zero for none.
    /// @param attester The contract that has the root of the round; zero for never.
    /// @param round The round, a day since 1970.
    /// @param reachable Whether its host answered.
    /// @param checkedAtBlock Block whose registry was compared with.
    /// @param provenAt Unix time of the proof.
    struct Attestation {
        bytes32 configHash;
        address attester;
        uint64 round;
        bool reachable;
        uint64 checkedAtBlock;
        uint40 provenAt;
    }

    /// @notice The timelock given does not govern the units.
    /// @dev Fix: deploy with the timelock of the Xnode One contract.
    /// @param timelock The timelock given.
    error XnodeRegistry_TimelockMismatch(address timelock);

    /// @notice Only the owner of the unit, an account approved for it or its present tenant can do this.
    /// @dev Fix: call from `owner` or `tenant`; a tenancy that is over has to be given again by the owner.
    /// @param unit The unit.
    /// @param caller The caller.
    /// @param owner Its owner.
    /// @param tenant Its tenant now; zero for none.
    error XnodeRegistry_NotHolder(uint256 unit, address caller, address owner, address tenant);

    /// @notice The term of the unit does not run.
    /// @dev Fix: activate the unit, or renew it within its grace.
    /// @param unit The unit.
    error XnodeRegistry_UnitNotActive(uint256 unit);

    /// @notice An endpoint is too long, or has other bytes than printable ASCII.
    /// @dev Fix: give an endpoint of at most 128 bytes, each from 0x20 to 0x7E.
    /// @param length Bytes of the endpoint given.
    /// @param place Place of the first other byte, counted from 0; `length` when there is none.
    error XnodeRegistry_InvalidEndpoint(uint256 length, uint256 place);

    /// @notice The unit has no host that can report: no key, or one set for an account that holds the unit no more.
    /// @dev Fix: let the owner or the tenant of now set a host key.
    /// @param unit The unit.
    /// @param hostKey The key; zero for none.
    /// @param holder For whom it was set.
    error XnodeRegistry_HostNotCurrent(uint256 unit, address hostKey, address holder);

    /// @notice The report is past its deadline.
    /// @dev Fix: let the host sign a new report.
    /// @param deadline Unix time up to which the report was good.
    /// @param time Unix time now.
    error XnodeRegistry_ReportExpired(uint256 deadline, uint256 time);

    /// @notice The report is not newer than the last one.
    /// @dev Fix: nothing when a newer report is in; else let the host sign a report with the time of now.
    /// @param unit The unit.
    /// @param reportedAt Time of the report given.
    /// @param lastReportedAt Time of the last report.
    error XnodeRegistry_ReportNotNewer(uint256 unit, uint256 reportedAt, uint256 lastReportedAt);

    /// @notice The report was signed before the host was set: its key may have served a former owner or tenant then.
    /// @dev Fix: let the host sign a report with the time of now.
    /// @param unit The unit.
    /// @param reportedAt Time of the report given.
    /// @param setAt Time at which the host was set.
    error XnodeRegistry_ReportBeforeHost(uint256 unit, uint256 reportedAt, uint256 setAt);

    /// @notice The report is of the future: it would shut out every honest report until then.
    /// @dev Fix: take the time of the latest block, and set the clock of the host.
    /// @param reportedAt Time of the report given.
    /// @param time Unix time now.
    error XnodeRegistry_ReportInFuture(uint256 reportedAt, uint256 time);

    /// @notice The report is of a deployment that nobody has asked for yet.
    /// @dev Fix: report a generation of at most `deployed`.
    /// @param unit The unit.
    /// @param generation The generation reported.
    /// @param deployed The unit's generation now.
    error XnodeRegistry_UnknownGeneration(uint256 unit, uint256 generation, uint256 deployed);

    /// @notice The signature is not the host key's over this report.
    /// @dev Fix: sign `Report` of the domain "Xnode Registry", version "1", with the unit's host key.
    /// @param unit The unit.
    /// @param hostKey Its host key, which has to sign.
    error XnodeRegistry_InvalidSignature(uint256 unit, address hostKey);

    /// @notice Only the timelock can do this.
    /// @dev Fix: propose the change and let the timelock execute it.
    /// @param caller The caller.
    error XnodeRegistry_NotTimelock(address caller);

    /// @notice What should attest has no code.
    /// @dev Fix: pass the address of a contract with `rootOf(uint256)`, or zero for none.
    /// @param attester The address given.
    error XnodeRegistry_AttesterNotContract(address attester);

    /// @notice Nobody attests, so nothing can be proven.
    /// @dev Fix: let the timelock set an attester.
    error XnodeRegistry_NoAttester();

    /// @notice The attester has no root of this round.
    /// @dev Fix: prove after the round is certified; one that nobody certified in time never is.
    /// @param round The round.
    /// @param attester The attester.
    error XnodeRegistry_RoundNotCertified(uint256 round, address attester);

    /// @notice The finding is not in the tree of the round.
    /// @dev Fix: build the tree from all findings of the round, and take the proof of this one.
    /// @param unit The unit.
    /// @param round The round.
    /// @param leaf Hash of the finding given.
    /// @param root Root of the round.
    error XnodeRegistry_InvalidProof(uint256 unit, uint256 round, bytes32 leaf, bytes32 root);

    /// @notice The round is not later than the last one proven of the unit.
    /// @dev Fix: nothing when a later one is in; else prove a later round.
    /// @param unit The unit.
    /// @param round The round given.
    /// @param lastRound The last one.
    error XnodeRegistry_RoundNotLater(uint256 unit, uint256 round, uint256 lastRound);

    /// @notice The host of a unit was set.
    /// @param unit The unit.
    /// @param oldKey Its host key before; zero for none.
    /// @param newKey Its host key now; zero for none.
    /// @param holder Owner or tenant for whom it was set.
    /// @param endpoint Where the machine is reached.
    event HostSet(
        uint256 indexed unit,
        address indexed oldKey,
        address indexed newKey,
        address holder,
        string endpoint
    );

    /// @notice A unit is asked to run something else.
    /// @param unit The unit.
    /// @param app The app; zero for nothing.
    /// @param holder Owner or tenant for whom it was deployed.
    /// @param generation Number of the deployment on this unit.
    /// @param version Version of the app; zero for nothing.
    /// @param configHash Hash of the configuration.
    event Deployed(
        uint256 indexed unit,
        AppId indexed app,
        address indexed holder,
        uint64 generation,
        uint64 version,
        bytes32 configHash
    );

    /// @notice The host of a unit reported. With the signature, anyone can check the report again.
    /// @param unit The unit.
    /// @param hostKey The key that signed.
    /// @param generation The deployment that it says it runs; 0 for none.
    /// @param stateHash Hash of the state of the machine.
    /// @param reportedAt Unix time of the report, as the host says.
    /// @param deadline Unix time up to which the signature was good.
    /// @param signature The host key's signature.
    event Reported(
        uint256 indexed unit,
        address indexed hostKey,
        uint64 generation,
        bytes32 stateHash,
        uint40 reportedAt,
        uint256 deadline,
        bytes signature
    );

    /// @notice What the validators found on a unit was proven.
    /// @param unit The unit.
    /// @param attester The contract that has the root of the round.
    /// @param round The round.
    /// @param configHash Hash of the configuration that its host showed; zero for none.
    /// @param reachable Whether its host answered.
    /// @param checkedAtBlock Block whose registry was compared with.
    event Attested(
        uint256 indexed unit,
        address indexed attester,
        uint64 indexed round,
        bytes32 configHash,
        bool reachable,
        uint64 checkedAtBlock
    );

    /// @notice The attester changed.
    event AttesterSet(address indexed oldAttester, address indexed newAttester);

    /// @notice Sets the machine of a unit. Owner, approved or tenant, while the unit is active.
    /// @dev Nobody proves to have the key: who sets a stranger's key gets no reports.
    /// @param unit The unit.
    /// @param hostKey Account that signs the reports, an ERC-1271 contract too; zero for none.
    /// @param endpoint Where the machine is reached, printable ASCII, at most 128 bytes, may be empty.
    function setHost(uint256 unit, address hostKey, string calldata endpoint) external;

    /// @notice Asks a unit to run a version of an app. Owner, approved or tenant, while the unit is active.
    /// @dev A deprecated version is accepted.
    /// @param unit The unit.
    /// @param app The app.
    /// @param version Its version.
    /// @param configHash Hash of the configuration, which the host gets another way.
    /// @return generation Number of the deployment on this unit.
    function deploy(uint256 unit, AppId app, uint64 version, bytes32 configHash) external returns (uint64 generation);

    /// @notice Asks a unit to run nothing. Owner, approved or tenant, while the unit is active.
    /// @param unit The unit.
    /// @return generation Number of the deployment on this unit.
    function undeploy(uint256 unit) external returns (uint64 generation);

    /// @notice Records what the host of a unit says it runs. Anyone can send it.
    /// @dev EIP-712 `Report(uint256 unit,uint64 generation,bytes32 stateHash,uint40 reportedAt,uint256 deadline)`;
    /// ERC-1271 accepted. Its time is its nonce: a report that is not newer than the last is refused.
    /// @param unit The unit.
    /// @param generation The deployment it runs, at most the unit's; 0 for none.
    /// @param stateHash Hash of the state of the machine.
    /// @param reportedAt Unix time of the report, later than the last one's, not before the host was set and not in the
    /// future.
    /// @param deadline Unix time up to which the signature is good.
    /// @param signature The host key's signature.
    function report(
        uint256 unit,
        uint64 generation,
        bytes32 stateHash,
        uint40 reportedAt,
        uint256 deadline,
        bytes calldata signature
    ) external;

    /// @notice Records what the validators found on a unit, proven from the root of a round. By anyone.
    /// @dev A later round replaces an earlier one, never the other way. Whether the finding is of what the unit is asked
    /// to run now is for the reader to compare: `deploymentOf` has the hash.
    /// @param round A certified round, later than the last one proven of the unit.
    /// @param finding The leaf.
    /// @param proof Its siblings, from the leaf to the root.
    function prove(uint64 round, Finding calldata finding, bytes32[] calldata proof) external;

    /// @notice Appoints the contract whose roots count. Only the timelock.
    /// @dev What was proven stays. A new attester counts its rounds anew, so that an old one cannot have used them up.
    /// @param newAttester A contract with `IRoundRoots`; zero for none.
    function setAttester(address newAttester) external;

    /// @notice The machine of `unit`.
    function hostOf(uint256 unit) external view returns (Host memory);

    /// @notice What `unit` is asked to run.
    function deploymentOf(uint256 unit) external view returns (Deployment memory);

    /// @notice What the host of `unit` reported last.
    function reportOf(uint256 unit) external view returns (Report memory);

    /// @notice What was proven of `unit` last; all zero for nothing.
    function attestationOf(uint256 unit) external view returns (Attestation memory);

    /// @notice What the present owner or tenant of a unit asks it to run; empty and zero for nothing, and while the
    /// unit is not active. Reverts for no unit.
    /// @dev Whether the host does run it, `reportOf` says.
    /// @param unit The unit.
    /// @return appName Name of the app, printable ASCII chosen by its publisher.
    /// @return version Its version.
    /// @return generation Number of the deployment on this unit.
    function runningOn(uint256 unit) external view returns (string memory appName, uint64 version, uint64 generation);

    /// @notice The contract with the roots of the rounds; zero for none.
    function attester() external view returns (address);

    /// @notice The units.
    function xnodeOne() external view returns (IXnodeOne);

    /// @notice The only account that can appoint the attester.
    function timelock() external view returns (address);
}
