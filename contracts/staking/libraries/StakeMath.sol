// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Arithmetic of staking
/// @notice Pays round down, takes round up, index and factor round down. Then the sum of positions never exceeds the
/// pool, the sum of rewards never exceeds the reserve, and no share is ever worth more than one token.
/// @dev Bounds for a supply of 1e27 wei, an active stake of at least `MIN_ACTIVE` whenever the index moves, and
/// positions of at least 1 OPEN: index < 2^90, reward per share < 2^110, |debt| < 2^127. Inputs are token amounts
/// (< 2^90), factors (<= WAD) and these indices, so that no product below can overflow
/// and none is checked. An amount beyond the supply is refused by the token, in the same call.
library StakeMath {
    /// @dev A factor of 1: the tranche was never slashed.
    uint256 internal constant WAD = 1e18;
    /// @dev Scale of the global index, reward per active token.
    uint256 internal constant INDEX = 1e21;
    /// @dev Scale of a pool's index, net reward per share.
    uint256 internal constant SHARE_INDEX = 1e27;
    /// @dev Scale of the stream's rate, wei per second.
    uint256 internal constant RATE = 1e6;
    /// @dev 100 % in basis points.
    uint256 internal constant BPS = 1e4;

    function bpsDown(uint256 amount, uint256 bps) internal pure returns (uint256) {
        unchecked {
            return (amount * bps) / BPS;
        }
    }

    function bpsUp(uint256 amount, uint256 bps) internal pure returns (uint256) {
        unchecked {
            return Math.ceilDiv(amount * bps, BPS);
        }
    }

    /// @dev `amount * part / whole`, rounded up: what a part of a whole contributes to a slash.
    function partUp(uint256 amount, uint256 part, uint256 whole) internal pure returns (uint256) {
        unchecked {
            return Math.ceilDiv(amount * part, whole);
        }
    }

    /// @dev `amount * part / whole`, rounded down; 0 of an empty whole.
    function partDown(uint256 amount, uint256 part, uint256 whole) internal pure returns (uint256) {
        unchecked {
            return whole == 0 ? 0 : (amount * part) / whole;
        }
    }

    function sharesDown(uint256 tokens, uint256 factor) internal pure returns (uint256) {
        unchecked {
            return (tokens * WAD) / factor;
        }
    }

    function sharesUp(uint256 tokens, uint256 factor) internal pure returns (uint256) {
        unchecked {
            return Math.ceilDiv(tokens * WAD, factor);
        }
    }

    /// @dev What `tokens` recorded at `factorThen` are worth at `factorNow`.
    function valueDown(uint256 tokens, uint256 factorThen, uint256 factorNow) internal pure returns (uint256) {
        unchecked {
            return (tokens * factorNow) / factorThen;
        }
    }

    /// @dev The factor after `cut` of `tokens` was taken.
    function factorDown(uint256 factor, uint256 tokens, uint256 cut) internal pure returns (uint256) {
        unchecked {
            return (factor * (tokens - cut)) / tokens;
        }
    }

    /// @dev Growth of the global index in `elapsed` seconds at `rate` (scaled by RATE).
    function indexGrowthDown(uint256 rate, uint256 elapsed, uint256 active) internal pure returns (uint256) {
        unchecked {
            return (rate * elapsed * INDEX) / RATE / active;
        }
    }

    /// @dev What the growth of the global index brings to `tokens`, in wei.
    function grossDown(uint256 tokens, uint256 growth) internal pure returns (uint256) {
        unchecked {
            return (tokens * growth) / INDEX;
        }
    }

    /// @dev The same, rounded up.
    function grossUp(uint256 tokens, uint256 growth) internal pure returns (uint256) {
        unchecked {
            return Math.ceilDiv(tokens * growth, INDEX);
        }
    }

    /// @dev Growth of a tranche's index, net reward per share, while the global index grew: a share was `factor` tokens
    /// all the time.
    function perShareDown(uint256 growth, uint256 factor, uint256 commissionBps) internal pure returns (uint256) {
        unchecked {
            return (growth * factor * (BPS - commissionBps) * (SHARE_INDEX / INDEX)) / (WAD * BPS);
        }
    }

    /// @dev What the growth of a pool's index brings to `shares`, in wei. Shares stay below 2^110, the growth below 2^128:
    /// a tranche slashed below a millionth takes no stake.
    function rewardDown(uint256 shares, uint256 growth) internal pure returns (uint256) {
        unchecked {
            return (shares * growth) / SHARE_INDEX;
        }
    }

    /// @dev The index growth under which `shares` have at most `reward` wei: keeps a reward without a second slot.
    function debtDown(uint256 reward, uint256 shares) internal pure returns (uint256) {
        unchecked {
            return (reward * SHARE_INDEX) / shares;
        }
    }
}
