import { setupEnvironmentFromFiles } from '@rocketh/node'
import {
  type Accounts,
  type Data,
  type Extensions,
  extensions,
} from './config.ts'

/** Runs the scripts of `deploy/` that carry one of the given tags, on the given provider. */
export const { loadAndExecuteDeploymentsFromFiles } = setupEnvironmentFromFiles<
  Extensions,
  Accounts,
  Data
>(extensions)
