import {
  type Abi,
  type Address,
  encodeFunctionData,
  type Hex,
  keccak256,
  toHex,
  zeroHash,
} from 'viem'
import { openTimelockAbi } from '../typechain-types/index.ts'
import type { Environment } from './deploy.ts'
import { predict } from './predict.ts'

/** A call the timelock makes while the system is wired. */
export interface TimelockCall {
  to: Address
  abi: Abi
  functionName: string
  args: readonly unknown[]
}

/**
 * Makes the calls as the timelock, in one batch. Works between the timelock's
 * deployment (delay 0, deployer may propose) and the hand-over; afterwards the
 * same change is a proposal, and this says so.
 */
export async function throughTimelock(
  env: Environment,
  calls: readonly TimelockCall[],
): Promise<void> {
  if (calls.length === 0) return
  const { deployer } = env.namedAccounts
  const { publicClient } = env.viem
  const timelock = {
    address: predict(env, 'OpenTimelock'),
    abi: openTimelockAbi,
  }
  const role = await publicClient.readContract({
    ...timelock,
    functionName: 'PROPOSER_ROLE',
  })
  const mayPropose = await publicClient.readContract({
    ...timelock,
    functionName: 'hasRole',
    args: [role, deployer],
  })
  if (!mayPropose)
    throw new Error(
      `the timelock has been handed over: propose these calls instead: ${calls
        .map(({ to, functionName, args }) => `${to}.${functionName}(${args})`)
        .join('; ')}`,
    )
  const targets = calls.map(({ to }) => to)
  const values = calls.map(() => 0n)
  const payloads = calls.map((call): Hex => encodeFunctionData(call))
  // The salt makes a repeated wiring of the same calls a new operation.
  const salt = keccak256(toHex(await publicClient.getBlockNumber()))
  const send = { account: deployer }
  await env.execute(timelock, {
    ...send,
    functionName: 'scheduleBatch',
    args: [targets, values, payloads, zeroHash, salt, 0n],
  })
  await env.execute(timelock, {
    ...send,
    functionName: 'executeBatch',
    args: [targets, values, payloads, zeroHash, salt],
  })
}
