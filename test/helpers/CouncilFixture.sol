// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {GovernanceFixture} from "./GovernanceFixture.sol";

/// @dev What tests of the guard share: its refusals, and the proposals that are about it.
abstract contract CouncilFixture is GovernanceFixture {
    function _assertRefused(Proposal memory p, bytes memory err) internal {
        vm.expectRevert(err);
        _guardCancel(council, p);
    }

    /// @dev Refused in each state on the way, then queued.
    function _assertRefusedUntilQueued(uint256 id, Proposal memory p, bytes memory err) internal {
        _assertRefused(p, err);
        vm.warp(governor.proposalSnapshot(id) + 1);
        _assertRefused(p, err);
        _vote(alice, id, FOR);
        vm.warp(governor.proposalDeadline(id) + 1);
        _assertRefused(p, err);
        _queue(p);
        _assertRefused(p, err);
    }

    function _business(bytes memory data) internal view returns (Proposal memory) {
        return _single(address(guard), 0, data);
    }

    function _hash(Proposal memory p) internal view returns (bytes32) {
        return guard.hashActions(p.targets, p.values, p.calldatas);
    }
}
