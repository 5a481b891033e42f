import {
  createWalletClient,
  custom,
  erc20Abi,
  keccak256,
  parseEther,
  toHex,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { accounts } from '../../../devnet/accounts.ts'
import { openmeshActions } from '../../../sdk/src/index.ts'
import { validatorStakingAbi } from '../../../typechain-types/index.ts'
import type { Network, Operator } from './network.ts'

/** Who stakes on a validator in a scenario. */
export interface Staker {
  readonly client: ReturnType<typeof clientOf>
  readonly validator: bigint
  readonly amount: bigint
  /** Wei of OPEN it begins with. */
  readonly funds: bigint
  /** Exits that were asked for, by their epoch. */
  readonly exits: bigint[]
}

function clientOf({ sdk, world }: Network, name: string) {
  const { chain, provider } = world.home
  return createWalletClient({
    account: privateKeyToAccount(keccak256(toHex(name))),
    chain,
    transport: custom(provider, { retryCount: 0 }),
    cacheTime: 0,
  }).extend(openmeshActions({ contracts: sdk.home }))
}

/** Many accounts, each with stake of another size on one of the validators. */
export async function stakers(
  network: Network,
  count: number,
): Promise<Staker[]> {
  const { home } = network.world
  const rich = home.wallet(accounts['community-fund'])
  const list: Staker[] = []
  for (let index = 0; index < count; index++) {
    const client = clientOf(network, `staker ${index}`)
    const amount =
      parseEther(String(100 + ((index * 37) % 900))) + BigInt(index)
    const funds = amount + parseEther('1')
    const { address } = client.account
    await home.rpc('hardhat_setBalance', [address, toHex(parseEther('10'))])
    await rich.writeContract({
      address: network.sdk.home.openToken,
      abi: erc20Abi,
      functionName: 'transfer',
      args: [address, funds],
      gas: 300_000n,
    })
    const { validator } = network.operators[
      index % network.operators.length
    ] as Operator
    await client.stake({ validator, amount })
    list.push({ client, validator, amount, funds, exits: [] })
  }
  return list
}

/** Asks for the exit of all that a staker has. */
export async function leave(staker: Staker): Promise<void> {
  const { client, exits, validator } = staker
  const { tokens } = await client.getPosition({
    validator,
    account: client.account.address,
  })
  if (tokens === 0n) return
  exits.push((await client.unbond({ validator, amount: tokens })).epoch)
}

/** Takes what exits paid out. */
export async function collect({
  client,
  exits,
  validator,
}: Pick<Staker, 'client' | 'exits' | 'validator'>): Promise<void> {
  for (const epoch of exits.splice(0))
    await client.withdraw({ validator, epoch })
}

/** Ends a validator: out of the set, commission and reward paid, stake on its way. */
export async function leaveAsOperator(
  network: Network,
  { client, validator }: Operator,
): Promise<bigint> {
  const staking = {
    address: network.sdk.home.validatorStaking,
    abi: validatorStakingAbi,
  } as const
  const { status } = await client.getValidator({ validator })
  if (status === 'active')
    await client.writeContract({
      ...staking,
      functionName: 'leaveSet',
      args: [validator],
    })
  const account = client.account.address
  await client.writeContract({
    ...staking,
    functionName: 'claimCommission',
    args: [validator, account],
  })
  const { tokens } = await client.getPosition({ validator, account })
  return (await client.unbond({ validator, amount: tokens })).epoch
}
