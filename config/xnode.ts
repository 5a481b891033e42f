import { keccak256, parseUnits, stringToBytes } from 'viem'

/** Seconds after expiry in which a unit can still be renewed. */
// Fixed in XnodeOne (own choice: one billing month); here for readers.
export const grace = 30 * 86_400

/** The specification of the first series; its hash is on chain for ever. */
// Own choice of words; the server is the one Openmesh's backend provisions
// for a unit today: Hivelocity product 2379.
export const specification =
  'openmesh-xnode-one-1: one dedicated virtual machine, Hivelocity product 2379 or better, for the term'

/** Series created before hand-over, in the order of their numbers. */
export const series = [
  {
    name: 'Xnode One',
    // Own choice: twice the 3,000 Xnodes of Openmesh's public network model.
    cap: 6_000,
    // Public figure: ownership of a server for 12 months.
    termDays: 365,
    // Public figure: Openmesh's network model prices an Xnode at 1,500 USD.
    priceUsd: parseUnits('1500', 18),
    // Own choice: no renewal price is published. Twelve months of the server
    // at the backend's 9.15 USD are 110 USD; as much again for running it.
    renewalPriceUsd: parseUnits('220', 18),
    // Own choice: open from deployment.
    saleStart: 0,
    // Own choice: no end; a vote can set one.
    saleEnd: 2 ** 40 - 1,
    // Own choice: no limit. Wallets are free, so a limit stops nobody, and
    // counting costs each first buyer about 22,000 gas.
    walletLimit: 0,
    // Own choice: 2.5 % of resales, paid to the timelock where the
    // marketplace honours ERC-2981.
    royaltyBps: 250,
    specHash: keccak256(stringToBytes(specification)),
    // Public figure: 200 OPEN for each activated unit, over 365 days.
    grantPerUnit: parseUnits('200', 18),
  },
] as const

/** The guardian's brake on buying; bounds are fixed in SaleBrake. */
export const saleGuardian = {
  // Own choice: one year, the longest the contract allows.
  term: 365 * 86_400,
} as const
