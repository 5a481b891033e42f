import nodeTestRunner from '@nomicfoundation/hardhat-node-test-runner'
import { defineConfig } from 'hardhat/config'
import config from '../hardhat.config.ts'
import { ownWarnings } from './check/hardhat-own-warnings.ts'

/**
 * The same contracts and tests, kept apart: what is compiled for coverage
 * counts its lines, and is too large to be deployed or to generate from.
 */
export default defineConfig({
  ...config,
  plugins: [nodeTestRunner, ownWarnings],
  paths: {
    ...config.paths,
    artifacts: 'cache/coverage/artifacts',
    cache: 'cache/coverage/cache',
  },
})
