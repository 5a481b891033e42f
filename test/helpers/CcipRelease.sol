// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "@chainlink/contracts/src/v0.8/vendor/forge-std/src/Vm.sol";
import {IRouter} from "@chainlink/contracts-ccip/contracts/interfaces/IRouter.sol";

interface ICcipRouter is IRouter {
    struct OnRamp {
        uint64 destChainSelector;
        address onRamp;
    }

    struct OffRamp {
        uint64 sourceChainSelector;
        address offRamp;
    }

    function applyRampUpdates(
        OnRamp[] calldata onRamps,
        OffRamp[] calldata offRampRemoves,
        OffRamp[] calldata offRampAdds
    ) external;
}

interface ICcipRmn {
    function curse(bytes16 subject) external;
}

/// Deploys the parts of CCIP that a pool talks to, from the bytecode that runs on public chains.
library CcipRelease {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    string private constant FOLDER = "node_modules/@chainlink/contracts-ccip/bytecode/";

    function deployRmn(uint64 chain) internal returns (address rmn, address proxy) {
        rmn = _deploy("v1_6_0/rmn_remote.bin", abi.encode(chain, address(0)));
        proxy = _deploy("v1_0_0/rmn_proxy_contract.bin", abi.encode(rmn));
    }

    /// The caller owns it, and `onRamp` and `offRamp` are its ends of the lane with `chain`.
    function deployRouter(
        address rmnProxy,
        uint64 chain,
        address onRamp,
        address offRamp
    ) internal returns (ICcipRouter router) {
        router = ICcipRouter(_deploy("v1_2_0/router.bin", abi.encode(address(0xdead), rmnProxy)));
        openLane(router, chain, onRamp, offRamp);
    }

    function openLane(ICcipRouter router, uint64 chain, address onRamp, address offRamp) internal {
        ICcipRouter.OnRamp[] memory onRamps = new ICcipRouter.OnRamp[](1);
        onRamps[0] = ICcipRouter.OnRamp(chain, onRamp);
        ICcipRouter.OffRamp[] memory offRamps = new ICcipRouter.OffRamp[](1);
        offRamps[0] = ICcipRouter.OffRamp(chain, offRamp);
        router.applyRampUpdates(onRamps, new ICcipRouter.OffRamp[](0), offRamps);
    }

    /// The pool of spokes. The caller owns it.
    function deployBurnMintPool(address token, address rmnProxy, ICcipRouter router) internal returns (address pool) {
        bytes memory arguments = abi.encode(token, uint8(18), new address[](0), rmnProxy, router);
        return _deploy("v1_6_1/burn_mint_token_pool.bin", arguments);
    }

    function _deploy(string memory file, bytes memory arguments) private returns (address deployed) {
        bytes memory code = VM.parseBytes(VM.trim(VM.readFile(string.concat(FOLDER, file))));
        bytes memory creation = bytes.concat(code, arguments);
        assembly ("memory-safe") {
            deployed := create(0, add(creation, 32), mload(creation))
        }
        require(deployed != address(0), file);
    }
}
