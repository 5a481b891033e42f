import { type Address, getAbiItem, isAddressEqual, zeroAddress } from 'viem'
import { GENESIS_SUPPLY } from '../../config/allocation.ts'
import type { DevnetChain } from '../../devnet/index.ts'
import { contractAt as at, type World } from '../../devnet/world.ts'
import {
  lockLedgerAbi,
  openTokenAbi,
  validatorStakingAbi,
} from '../../typechain-types/index.ts'
import { auditWorld } from '../audit-roles/world.ts'

/** What has to be true at every end of the main job; computed from chain state. */
export interface Invariants {
  /** All OPEN at home, burned included, is what was minted at genesis. */
  supplyIsGenesis: boolean
  /** OPEN on the spoke is what is locked for it at home. */
  spokeEqualsLocked: boolean
  /** Staking holds at least all principal and all rewards it owes. */
  stakingSolvent: boolean
  /** Votes of all delegates together never exceed the supply. */
  votesWithinSupply: boolean
  /** The role audit of both chains has no finding. */
  deployerHasNoRole: boolean
}

export async function checkInvariants(world: World): Promise<Invariants> {
  const { home, spoke } = world
  const near = world.contracts.home
  const far = world.contracts.spoke
  const token = at(near, 'OpenToken')
  const bridged = at(far, 'BridgedOpenToken')
  const homeLedger = await readLedger(home, token)
  const spokeLedger = await readLedger(spoke, bridged)
  const [bridgeHolds, stakingHolds, owed] = await Promise.all([
    lockedFor(world),
    balanceOf(home, token, at(near, 'ValidatorStaking')),
    stakingOwes(world),
  ])
  const { findings } = await auditWorld(world)
  return {
    supplyIsGenesis:
      homeLedger.held === homeLedger.supply &&
      homeLedger.held + homeLedger.burned === GENESIS_SUPPLY,
    spokeEqualsLocked:
      spokeLedger.held === spokeLedger.supply &&
      spokeLedger.supply === bridgeHolds.locked &&
      bridgeHolds.balance === bridgeHolds.locked,
    stakingSolvent: stakingHolds >= owed,
    votesWithinSupply:
      homeLedger.votes + spokeLedger.votes <= homeLedger.supply &&
      spokeLedger.votes <= spokeLedger.supply,
    deployerHasNoRole: findings.length === 0,
  }
}

interface Ledger {
  /** Balances of everybody who ever received any, summed. */
  held: bigint
  burned: bigint
  supply: bigint
  /** Votes of everybody who ever had any, summed. */
  votes: bigint
}

async function readLedger(
  { client }: DevnetChain,
  token: Address,
): Promise<Ledger> {
  const logs = { address: token, fromBlock: 0n, strict: true } as const
  const transfers = await client.getLogs({
    ...logs,
    event: getAbiItem({ abi: openTokenAbi, name: 'Transfer' }),
  })
  const changes = await client.getLogs({
    ...logs,
    event: getAbiItem({ abi: openTokenAbi, name: 'DelegateVotesChanged' }),
  })
  const read = { address: token, abi: openTokenAbi } as const
  const holders = new Set(transfers.map(({ args }) => args.to))
  const delegates = new Set(changes.map(({ args }) => args.delegate))
  const balances = await Promise.all(
    [...holders].map((holder) =>
      client.readContract({
        ...read,
        functionName: 'balanceOf',
        args: [holder],
      }),
    ),
  )
  const votes = await Promise.all(
    [...delegates].map((delegate) =>
      client.readContract({
        ...read,
        functionName: 'getVotes',
        args: [delegate],
      }),
    ),
  )
  const burns = transfers.filter(({ args }) =>
    isAddressEqual(args.to, zeroAddress),
  )
  return {
    held: sum(balances),
    burned: sum(burns.map(({ args }) => args.value)),
    supply: await client.readContract({ ...read, functionName: 'totalSupply' }),
    votes: sum(votes),
  }
}

async function lockedFor({ home, spoke, contracts }: World) {
  const read = {
    address: at(contracts.home, 'LockLedger'),
    abi: lockLedgerAbi,
  } as const
  const [lockedIn, released, balance] = await Promise.all([
    home.client.readContract({
      ...read,
      functionName: 'lockedIn',
      args: [spoke.selector],
    }),
    home.client.readContract({
      ...read,
      functionName: 'releasedOf',
      args: [spoke.selector],
    }),
    balanceOf(
      home,
      at(contracts.home, 'OpenToken'),
      at(contracts.home, 'OpenLockPool'),
    ),
  ])
  return { locked: lockedIn - released, balance }
}

async function stakingOwes({ home, contracts }: World): Promise<bigint> {
  const staking = at(contracts.home, 'ValidatorStaking')
  const [principal, rewards] = await Promise.all([
    home.client.readContract({
      address: at(contracts.home, 'OpenToken'),
      abi: openTokenAbi,
      functionName: 'escrowedTotal',
      args: [staking],
    }),
    home.client.readContract({
      address: staking,
      abi: validatorStakingAbi,
      functionName: 'reserve',
    }),
  ])
  return principal + rewards
}

function balanceOf(
  { client }: DevnetChain,
  token: Address,
  holder: Address,
): Promise<bigint> {
  return client.readContract({
    address: token,
    abi: openTokenAbi,
    functionName: 'balanceOf',
    args: [holder],
  })
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}
