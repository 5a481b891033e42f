// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {XnodeOne} from "../../../contracts/xnode/XnodeOne.sol";
import {XnodeRegistry} from "../../../contracts/xnode/XnodeRegistry.sol";
import {XnodeSale} from "../../../contracts/xnode/XnodeSale.sol";
import {IXnodeRegistry} from "../../../contracts/xnode/interfaces/IXnodeRegistry.sol";
import {IXnodeSale} from "../../../contracts/xnode/interfaces/IXnodeSale.sol";
import {XnodeFixture} from "../../helpers/XnodeFixture.sol";

/// @dev One vote governs the whole domain: no part can be deployed beside units of another timelock.
contract XnodeTimelocksTest is XnodeFixture {
    function test_RevertWhen_SaleOfUnitsOfAnotherTimelock() public {
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        XnodeOne other = newXnodeOne(bob, predicted, revenue, renderer);
        vm.expectRevert(
            abi.encodeWithSelector(IXnodeSale.XnodeSale_TimelockMismatch.selector, address(other), timelock)
        );
        new XnodeSale(other, oracle, timelock, guardian, START, new address[](0));
    }

    function test_RevertWhen_RegistryOfUnitsOfAnotherTimelock() public {
        vm.expectRevert(abi.encodeWithSelector(IXnodeRegistry.XnodeRegistry_TimelockMismatch.selector, bob));
        new XnodeRegistry(xnode, bob);
    }
}
