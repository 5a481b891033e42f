// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";

import {IOpenGovernor} from "../../contracts/governance/interfaces/IOpenGovernor.sol";

/// @dev Everything OpenGovernor can do, as tests see it. They deploy the built artifact and never import the contract,
/// which would have to be compiled again with every test file.
interface IGovernorUnderTest is IGovernor, IOpenGovernor, IERC5267 {
    event VotingDelaySet(uint256 oldVotingDelay, uint256 newVotingDelay);
    event VotingPeriodSet(uint256 oldVotingPeriod, uint256 newVotingPeriod);
    event ProposalThresholdSet(uint256 oldProposalThreshold, uint256 newProposalThreshold);
    event QuorumNumeratorUpdated(uint256 oldQuorumNumerator, uint256 newQuorumNumerator);

    function setVotingDelay(uint48 newVotingDelay) external;
    function setVotingPeriod(uint32 newVotingPeriod) external;
    function setProposalThreshold(uint256 newProposalThreshold) external;
    function updateQuorumNumerator(uint256 newQuorumNumerator) external;
    function updateTimelock(address newTimelock) external;
    function relay(address target, uint256 value, bytes calldata data) external payable;
    function timelock() external view returns (address);
    function token() external view returns (address);
    function quorumNumerator() external view returns (uint256);
    function quorumNumerator(uint256 timepoint) external view returns (uint256);
    function quorumDenominator() external view returns (uint256);
    function nonces(address owner) external view returns (uint256);
    function nonces(address owner, uint192 key) external view returns (uint256);
}
