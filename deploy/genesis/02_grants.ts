import { type Address, getAddress, isAddressEqual, zeroHash } from 'viem'
import { allocationRow } from '../../config/allocation.ts'
import {
  GENESIS_FUNDING,
  GENESIS_GRANTS,
  GENESIS_VESTINGS,
} from '../../config/genesis.ts'
import {
  type DeployArguments,
  deployScript,
  type Environment,
  required,
} from '../../rocketh/deploy.ts'
import { predict } from '../../rocketh/predict.ts'
import { scheduleWord } from '../../rocketh/vesting.ts'
import { tokenAllocationAbi as abi } from '../../typechain-types/index.ts'

/** One payment of the allocation; kind, row and recipient tell it from the others. */
interface Payment {
  readonly kind: 'grant' | 'funding' | 'vesting'
  readonly row: number
  readonly to: Address
}

interface Planned extends Payment {
  readonly send: () => Promise<unknown>
}

/** Makes the payments of config/genesis.ts that were not made yet, then closes genesis for ever. */
export default deployScript<DeployArguments>(
  async (env, args) => {
    const { publicClient } = env.viem
    const allocation = { address: predict(env, 'TokenAllocation'), abi }
    if (
      await publicClient.readContract({
        ...allocation,
        functionName: 'genesisClosed',
      })
    )
      return
    const send = { account: env.namedAccounts.deployer }
    const { timestamp } = await publicClient.getBlock()
    const made = await paymentsMade(env)
    for (const payment of planned(env, required(args).recipients, timestamp)) {
      if (made.some((other) => isSame(other, payment))) continue
      await payment.send()
    }
    await env.execute(allocation, {
      ...send,
      functionName: 'closeGenesis',
      args: [],
    })
  },
  {
    tags: ['home', 'grants'],
    dependencies: [
      'wiring',
      'RewardStream',
      'VestingFactory',
      'SyntheticRedemption',
      'XnodeRevenue',
    ],
  },
)

function planned(
  env: Environment,
  recipients: Readonly<Record<string, Address>>,
  now: bigint,
): Planned[] {
  const allocation = { address: predict(env, 'TokenAllocation'), abi }
  const by = { account: env.namedAccounts.deployer }
  const fundings = GENESIS_FUNDING.map(({ contract, row, amount }): Planned => {
    const to = predict(env, contract)
    const { id } = allocationRow(row)
    const args = [id, to, amount] as const
    const send = () =>
      env.execute(allocation, { ...by, functionName: 'genesisFund', args })
    return { kind: 'funding', row: id, to, send }
  })
  const grants = GENESIS_GRANTS.map(({ recipient, row, amount }): Planned => {
    const to = addressOf(recipients, recipient)
    const { id } = allocationRow(row)
    const args = [id, to, amount] as const
    const send = () =>
      env.execute(allocation, { ...by, functionName: 'genesisGrant', args })
    return { kind: 'grant', row: id, to, send }
  })
  const vestings = GENESIS_VESTINGS.map((vesting): Planned => {
    const to = addressOf(recipients, vesting.recipient)
    const { id } = allocationRow(vesting.row)
    const grant = {
      beneficiary: to,
      amount: vesting.amount,
      schedule: scheduleWord(vesting.schedule, now),
      revocable: vesting.revocable,
      salt: zeroHash,
    }
    const functionName = 'genesisGrantVesting'
    const send = () =>
      env.execute(allocation, { ...by, functionName, args: [id, grant] })
    return { kind: 'vesting', row: id, to, send }
  })
  return [...fundings, ...grants, ...vestings]
}

function addressOf(
  recipients: Readonly<Record<string, Address>>,
  label: string,
): Address {
  const address = recipients[label]
  if (address === undefined)
    throw new Error(
      `no address for genesis recipient "${label}": add it to the deployment's recipients`,
    )
  return getAddress(address)
}

/** A killed run resumes where it stopped. */
async function paymentsMade(env: Environment): Promise<Payment[]> {
  const logs = await env.viem.publicClient.getContractEvents({
    address: predict(env, 'TokenAllocation'),
    abi,
    fromBlock: 0n,
    strict: true,
  })
  return logs.flatMap(({ eventName, args }): Payment[] => {
    switch (eventName) {
      case 'GenesisGranted':
        return [{ kind: 'grant', row: args.row, to: args.to }]
      case 'Funded':
        return [{ kind: 'funding', row: args.row, to: args.recipient }]
      case 'VestingGranted':
        return [{ kind: 'vesting', row: args.row, to: args.beneficiary }]
      default:
        return []
    }
  })
}

function isSame(one: Payment, other: Payment): boolean {
  return (
    one.kind === other.kind &&
    one.row === other.row &&
    isAddressEqual(one.to, other.to)
  )
}
