import {
  type Address,
  type ContractEventName,
  getAddress,
  type Log,
  parseEventLogs,
} from 'viem'
import { validatorStakingAbi } from '../../../typechain-types/index.ts'
import type { SdkWorld } from '../sdk.ts'

type Name = ContractEventName<typeof validatorStakingAbi>

/** Everything that happened to stake, as a stranger reads it from the logs. */
export interface Ledger {
  /** Wei of OPEN that each account got from staking, less what it put in. */
  readonly net: ReadonlyMap<Address, bigint>
  readonly staked: bigint
  readonly compounded: bigint
  readonly paidOut: bigint
  readonly rewards: bigint
  readonly commissions: bigint
  readonly notified: bigint
  readonly burned: bigint
  readonly toVault: bigint
  readonly toReporters: bigint
  /** What slashes took, of own and delegated stake. */
  readonly taken: bigint
}

/** Rebuilds the books from events alone. */
export async function readLedger(
  sdk: SdkWorld,
  fromBlock: bigint,
): Promise<Ledger> {
  const logs = await sdk.world.home.client.getLogs({
    address: sdk.home.validatorStaking,
    fromBlock,
  })
  const net = new Map<Address, bigint>()
  const add = (account: Address, amount: bigint) => {
    const key = getAddress(account)
    net.set(key, (net.get(key) ?? 0n) + amount)
  }
  const of = <name extends Name>(name: name) => eventsOf(logs, name)
  const staked = of('Staked')
  const withdrawn = of('Withdrawn')
  const claimed = of('Claimed')
  const commissions = of('CommissionClaimed')
  const slashed = of('Slashed')
  const settled = of('SlashSettled')
  for (const { args } of staked) add(args.payer, -args.amount)
  for (const { args } of withdrawn) add(args.to, args.payout)
  for (const { args } of claimed) add(args.to, args.amount)
  for (const { args } of commissions) add(args.to, args.amount)
  for (const { args } of slashed) add(args.reporter, args.reward)
  const sum = <item>(items: readonly item[], read: (item: item) => bigint) =>
    items.reduce((total, item) => total + read(item), 0n)
  return {
    net,
    staked: sum(staked, ({ args }) => args.amount),
    compounded: sum(of('Compounded'), ({ args }) => args.amount),
    paidOut: sum(withdrawn, ({ args }) => args.payout),
    rewards: sum(claimed, ({ args }) => args.amount),
    commissions: sum(commissions, ({ args }) => args.amount),
    notified: sum(of('RewardNotified'), ({ args }) => args.amount),
    burned: sum(settled, ({ args }) => args.burned),
    toVault: sum(settled, ({ args }) => args.toVault),
    toReporters: sum(slashed, ({ args }) => args.reward),
    taken: sum(slashed, ({ args }) => args.ownTaken + args.delegatedTaken),
  }
}

function eventsOf<name extends Name>(logs: Log[], eventName: name) {
  return parseEventLogs({
    abi: validatorStakingAbi,
    eventName,
    logs,
    strict: true,
  }) as {
    args: EventArgs<name>
  }[]
}

type EventArgs<name extends Name> = ReturnType<
  typeof parseEventLogs<typeof validatorStakingAbi, true, name>
>[number]['args']
