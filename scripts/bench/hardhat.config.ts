import { defineConfig } from 'hardhat/config'
import { lean, viaIR } from '../../hardhat.config.ts'

/**
 * Compiles the peers, and nothing else, so that only a benchmark pays for
 * them. Each has the settings of the contract of ours that it stands beside.
 */
export default defineConfig({
  solidity: {
    compilers: [lean],
    overrides: {
      'scripts/bench/contracts/OpenZeppelinGovernor.sol': viaIR,
      'scripts/bench/contracts/ThirdwebStaking.sol': viaIR,
      'scripts/bench/contracts/ThirdwebVote.sol': viaIR,
    },
  },
  paths: {
    sources: 'scripts/bench/contracts',
    artifacts: 'cache/bench/artifacts',
    cache: 'cache/bench/cache',
  },
})
