// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {VmSafe} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Vm.sol";

import {OpenToken} from "../../contracts/token/OpenToken.sol";
import {TokenAllocation} from "../../contracts/token/TokenAllocation.sol";
import {ITokenAllocation} from "../../contracts/token/interfaces/ITokenAllocation.sol";
import {IVestingFactory} from "../../contracts/token/interfaces/IVestingFactory.sol";
import {RowId} from "../../contracts/token/types/RowId.sol";

/// @dev The token and the allocation that holds its whole supply, in one row, with the caller as genesis administrator.
/// Nothing vests here: there is no factory.
library Genesis {
    RowId internal constant ROW = RowId.wrap(0);

    VmSafe private constant vm = VmSafe(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @dev Takes two creations of the caller.
    function deploy(address timelock) internal returns (OpenToken token, TokenAllocation allocation) {
        address predicted = vm.computeCreateAddress(address(this), vm.getNonce(address(this)) + 1);
        token = new OpenToken(predicted, timelock);
        ITokenAllocation.Row[25] memory rows;
        rows[0] = ITokenAllocation.Row("everything", 1e27);
        allocation = new TokenAllocation(token, timelock, address(this), IVestingFactory(address(1)), rows);
    }
}
