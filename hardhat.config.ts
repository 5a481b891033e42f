import { createRequire } from 'node:module'
import 'dotenv/config'
import nodeTestRunner from '@nomicfoundation/hardhat-node-test-runner'
import viem from '@nomicfoundation/hardhat-viem'
import { configVariable, defineConfig } from 'hardhat/config'
import hardhatDeploy from 'hardhat-deploy'
import { chainNamed } from './config/chains.ts'
import { ownWarnings } from './scripts/check/hardhat-own-warnings.ts'
import { typechainViem } from './scripts/generate/hardhat-typechain-viem.ts'

// The compiler comes from npm: no download, the same bytes on every machine.
const compiler = {
  version: '0.8.37',
  path: createRequire(import.meta.url).resolve('solc/soljson.js'),
}
const settings = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: 'cancun',
  // Without the source hash, bytecode is a function of the code alone: a reworded
  // comment or another file in the same compiler run leaves it as it was.
  metadata: { bytecodeHash: 'none' },
}
export const lean = { ...compiler, settings }
// viaIR only where code size or gas needs it: it is slow in solc-js.
export const viaIR = { ...compiler, settings: { ...settings, viaIR: true } }

// For the contract that would not fit otherwise: the optimizer's sequence of
// 0.8.29, which leaves shorter code.
export const small = {
  ...compiler,
  settings: {
    ...viaIR.settings,
    optimizer: {
      enabled: true,
      runs: 200,
      details: {
        yulDetails: {
          optimizerSteps:
            'dhfoDgvulfnTUtnIf[xa[r]EscLMVcul[j]Trpeulxa[r]cLgvifMCTUca[r]LSsTFOtfDnca[r]Iulc]jmul[jul]VcTOculjmul:fDnTOcmu',
        },
      },
    },
  },
}

// Before a release: PROFILE=deep npm test. On each push the light one is enough.
// RUNS and DEPTH ask for more of one file than is sensible for all.
const { PROFILE, RUNS, DEPTH } = process.env
const deep = PROFILE === 'deep'

export default defineConfig({
  plugins: [hardhatDeploy, nodeTestRunner, viem, typechainViem, ownWarnings],
  solidity: {
    // Test tokens and feeds of the devnet, which no package ships compiled.
    npmFilesToBuild: [
      '@chainlink/contracts/src/v0.8/shared/mocks/MockV3Aggregator.sol',
      '@chainlink/contracts/src/v0.8/shared/token/ERC677/LinkToken.sol',
      '@chainlink/contracts/src/v0.8/vendor/canonical-weth/WETH9.sol',
    ],
    // Contracts compile without the tests, so that what a test imports changes
    // neither their bytecode nor hides their warnings behind forge-std's.
    splitTestsCompilation: true,
    profiles: {
      default: {
        compilers: [lean],
        overrides: {
          'contracts/governance/OpenGovernor.sol': viaIR,
          'contracts/governance/VoteRelay.sol': viaIR,
          'contracts/staking/Accountability.sol': viaIR,
          'contracts/staking/ValidatorStaking.sol': small,
          'contracts/token/BridgedOpenToken.sol': viaIR,
        },
      },
    },
  },
  paths: {
    sources: ['./contracts', './devnet/contracts'],
    tests: { nodejs: './test/integration', solidity: './test' },
  },
  networks: {
    home: {
      type: 'edr-simulated',
      chainType: 'l1',
      chainId: chainNamed('home').chainId,
    },
    spoke: {
      type: 'edr-simulated',
      chainType: 'l1',
      chainId: chainNamed('spoke').chainId,
    },
    spokeTwo: {
      type: 'edr-simulated',
      chainType: 'l1',
      chainId: chainNamed('spokeTwo').chainId,
    },
    sepolia: {
      type: 'http',
      chainType: 'l1',
      url: configVariable('SEPOLIA_RPC_URL'),
      accounts: [configVariable('DEPLOYER_PRIVATE_KEY')],
    },
    baseSepolia: {
      type: 'http',
      chainType: 'l1',
      url: configVariable('BASE_SEPOLIA_RPC_URL'),
      accounts: [configVariable('DEPLOYER_PRIVATE_KEY')],
    },
  },
  test: {
    solidity: {
      // Released bytecode, which tests deploy as it is.
      fsPermissions: {
        readDirectory: ['node_modules/@chainlink/contracts-ccip/bytecode'],
      },
      fuzz: { runs: deep ? 10_000 : 256, seed: '0x6f70656e' },
      invariant: {
        runs: Number(RUNS ?? (deep ? 256 : 32)),
        depth: Number(DEPTH ?? (deep ? 128 : 64)),
        failOnRevert: false,
      },
    },
  },
})
