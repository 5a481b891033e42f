import { type Address, maxUint256, parseAbi, parseEther } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { pause } from '../../../config/bench.ts'
import {
  rewardStreamAbi,
  validatorStakingAbi,
} from '../../../typechain-types/index.ts'
import { changedWord, coldCall, event, newWord, readWord } from '../floor.ts'
import {
  type Bench,
  deployPeer,
  openActor,
  type Sent,
  type Spent,
  sum,
  transact,
} from '../harness.ts'
import { type Row, toRow } from '../row.ts'
import { measureEach, type Subjects, type Token } from '../tokens.ts'
import { registerValidator } from '../validators.ts'
import { reportRow } from './equivocation.ts'

const thirdwebAbi = parseAbi([
  'function stake(uint256 amount) payable',
  'function withdraw(uint256 amount)',
  'function claimRewards()',
  'function depositRewardTokens(uint256 amount) payable',
])

const held = parseEther('100000')
const staked = parseEther('1000')
const unstaked = parseEther('500')
/** Beyond the longest wait of an exit: two epochs and a day. */
const exitWait = 15n * 86_400n

/** Somewhere to stake OPEN. */
interface Staking {
  readonly address: Address
  readonly stake: (from: PrivateKeyAccount, amount: bigint) => Promise<Sent>
  readonly claim: (from: PrivateKeyAccount) => Promise<Sent>
  /** Both ends of an exit, with the wait between them. */
  readonly leave: (from: PrivateKeyAccount, amount: bigint) => Promise<Spent>
}

/** A delegator's life, and the end of a validator. */
export async function stakingRows(
  bench: Bench,
  tokens: Subjects<Token>,
): Promise<Row[]> {
  const { home, faucet, world, at, say } = bench
  const open = tokens.ours
  const id = await registerValidator(bench, 'first')
  const stream = { address: at('RewardStream'), abi: rewardStreamAbi }
  const core = { address: at('ValidatorStaking'), abi: validatorStakingAbi }
  const relay = await openActor(home, 'staking.relay')
  await transact(home, relay, stream, 'drip', [])

  const pools: Subjects<Staking> = {
    ours: ourStaking(bench, id),
    peers: { thirdweb: await deployThirdweb(bench, tokens) },
  }
  const [early, staker] = [
    await openActor(home, 'staking.early'),
    await openActor(home, 'staking.staker'),
  ]
  for (const account of [early, staker]) {
    await transact(home, faucet, open, 'transfer', [account.address, held])
    await measureEach(pools, ({ address }) =>
      transact(home, account, open, 'approve', [address, maxUint256]),
    )
  }
  await measureEach(pools, ({ stake }) => stake(early, staked))

  const stake = async () => {
    await world.advance(pause)
    return measureEach(pools, (pool) => pool.stake(staker, staked))
  }
  say('staking.stakeNew')
  const stakeNew = await stake()
  say('staking.stakeMore')
  // What the second stake sets up is there for every later one.
  await stake()
  const stakeMore = await stake()
  const claimReward = async () => {
    await world.advance(pause)
    return measureEach(pools, (pool) => pool.claim(staker))
  }
  say('staking.claim')
  await claimReward()
  const claim = await claimReward()
  await world.advance(pause)
  say('staking.compound')
  const compound = await transact(home, staker, core, 'compound', [id])
  await stake()
  await world.advance(pause)
  say('staking.unbondWithdraw')
  const leave = await measureEach(pools, (pool) => pool.leave(staker, unstaked))

  // The same with votes: each payment is then a checkpoint more.
  await transact(home, staker, open, 'delegate', [staker.address])
  const withVotes = async (functionName: 'claim' | 'compound') => {
    await world.advance(pause)
    return functionName === 'claim'
      ? pools.ours.claim(staker)
      : transact(home, staker, core, functionName, [id])
  }
  say('staking.claimVotes')
  const claimVotes = await withVotes('claim')
  say('staking.compoundVotes')
  const compoundVotes = await withVotes('compound')
  say('staking.stakeMoreVotes')
  await world.advance(pause)
  const stakeMoreVotes = await pools.ours.stake(staker, staked)

  const common =
    'on a validator with other delegators, an hour after its last change, unlimited allowance, nobody has a delegate'
  const paid = [coldCall('token called'), event('Transfer', 3, 1)]
  const totals = [changedWord('stake of the pool'), readWord('reward rate')]
  return [
    toRow({
      operation: 'staking.stakeNew',
      state: `first stake of an account ${common}`,
      ...stakeNew,
      least: [
        ...paid,
        readWord('allowance'),
        changedWord('balance', 2),
        newWord('position'),
        ...totals,
      ],
    }),
    toRow({
      operation: 'staking.stakeMore',
      state: `third stake of an account ${common}`,
      ...stakeMore,
      least: [
        ...paid,
        readWord('allowance'),
        changedWord('balance', 2),
        changedWord('position'),
        ...totals,
      ],
    }),
    toRow({
      operation: 'staking.claim',
      state:
        'an hour of rewards to the staker, who has claimed before and holds some of the reward token',
      ...claim,
      least: [
        ...paid,
        changedWord('balance', 2),
        changedWord('position'),
        readWord('reward rate'),
      ],
    }),
    toRow({
      operation: 'staking.compound',
      state:
        'an hour of rewards into stake; the peer cannot, it forbids equal tokens',
      ours: compound,
      least: [changedWord('position'), ...totals],
    }),
    toRow({
      operation: 'staking.unbondWithdraw',
      state:
        'part of the stake: ours takes a request and, 7 to 14 days later, a withdrawal, here the first of its epoch; the peer pays at once',
      ...leave,
      least: [
        ...paid,
        changedWord('balance', 2),
        changedWord('position', 2),
        ...totals,
      ],
    }),
    toRow({
      operation: 'staking.stakeMoreVotes',
      state: 'staking.stakeMore by an account with a delegate',
      ours: stakeMoreVotes,
      least: null,
    }),
    toRow({
      operation: 'staking.claimVotes',
      state: 'staking.claim by an account with a delegate',
      ours: claimVotes,
      least: null,
    }),
    toRow({
      operation: 'staking.compoundVotes',
      state: 'staking.compound by an account with a delegate',
      ours: compoundVotes,
      least: null,
    }),
    await reportRow(bench),
  ]
}

function ourStaking({ home, world, at }: Bench, id: bigint): Staking {
  const core = { address: at('ValidatorStaking'), abi: validatorStakingAbi }
  return {
    address: core.address,
    stake: (from, amount) => transact(home, from, core, 'stake', [id, amount]),
    claim: (from) => transact(home, from, core, 'claim', [id, from.address]),
    leave: async (from, amount) => {
      const { address } = from
      const request = [id, amount, address] as const
      const unbond = await transact(home, from, core, 'unbond', request)
      const epoch = await home.client.readContract({
        ...core,
        functionName: 'currentEpoch',
      })
      await world.advance(exitWait)
      const exit = [id, epoch, address] as const
      return sum(unbond, await transact(home, from, core, 'withdraw', exit))
    },
  }
}

/** Stakes OPEN too, but pays in another token, as it has to. */
async function deployThirdweb(
  { home, faucet }: Bench,
  tokens: Subjects<Token>,
): Promise<Staking> {
  const reward = tokens.peers.openzeppelin
  if (reward === undefined) throw new Error('no reward token')
  const address = await deployPeer(home, faucet, 'ThirdwebStaking', [
    faucet.address,
    tokens.ours.address,
    reward.address,
    home.addresses.wrappedNative,
  ])
  const pool = { address, abi: thirdwebAbi }
  await transact(home, faucet, reward, 'approve', [address, maxUint256])
  await transact(home, faucet, pool, 'depositRewardTokens', [held])
  const { address: staker } = await openActor(home, 'staking.staker')
  await transact(home, faucet, reward, 'transfer', [staker, staked])
  return {
    address,
    stake: (from, amount) => transact(home, from, pool, 'stake', [amount]),
    claim: (from) => transact(home, from, pool, 'claimRewards', []),
    leave: (from, amount) => transact(home, from, pool, 'withdraw', [amount]),
  }
}
