import { defineConfig } from 'hardhat/config'
import { lean, small } from '../../hardhat.config.ts'

/** Compiles and tests the copy in which one line at a time is changed. */
export default defineConfig({
  solidity: {
    compilers: [lean],
    splitTestsCompilation: true,
    overrides: { 'cache/mutate/contracts/staking/ValidatorStaking.sol': small },
  },
  paths: {
    sources: 'cache/mutate/contracts',
    tests: { solidity: 'cache/mutate/test' },
    artifacts: 'cache/mutate/artifacts',
    cache: 'cache/mutate/cache',
  },
  test: { solidity: { fuzz: { runs: 32, seed: '0x6f70656e' } } },
})
