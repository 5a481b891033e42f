import { setupDeployScripts } from 'rocketh'
import {
  type Accounts,
  type Data,
  type Extensions,
  extensions,
} from './config.ts'

export * as artifacts from '../generated/artifacts/index.js'

export const { deployScript } = setupDeployScripts<Extensions, Accounts, Data>(
  extensions,
)

/** What a script of `deploy/` works with. */
export type Environment = Parameters<
  Parameters<typeof deployScript>[0]
>[0]
