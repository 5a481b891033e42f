import { OPEN } from './allocation.ts'

/** Start values of ValidatorStaking; each moves only by vote, inside bounds written in its code. */
export const settings = {
  // Wei of OPEN. Openmesh's public figure for proof of stake: 10,000 OPEN.
  minSelfStake: 10_000n * OPEN,
  // Times the own stake. Own choice: an operator keeps a twentieth at risk.
  delegationCap: 20,
  // Validators. Own choice: what attestations signed one by one can carry.
  setLimit: 100,
  // Basis points of a slash. Own choice: worth reporting, not worth staging.
  reporterBps: 500,
  // Basis points of the rest that is burned. Own choice: none; the vault keeps
  // it, and burning stays a vote away.
  burnBps: 0,
  // Basis points of all principal per epoch. Own choice: bounds what a broken
  // Accountability could take before anybody has answered.
  budgetBps: 1_000,
} as const
