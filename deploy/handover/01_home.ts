import { type Address, isAddressEqual } from 'viem'
import { allocationRow } from '../../config/allocation.ts'
import { GENESIS_FUNDING } from '../../config/genesis.ts'
import { series } from '../../config/xnode.ts'
import {
  type DeployArguments,
  deployScript,
  required,
} from '../../rocketh/deploy.ts'
import {
  type Assertion,
  bridgeAssertions,
  handOver,
  ownedAssertion,
} from '../../rocketh/handover.ts'
import { predict, predictedAtHome } from '../../rocketh/predict.ts'
import {
  lockLedgerAbi,
  openTokenAbi,
  tokenAllocationAbi,
  validatorStakingAbi,
  xnodeOneAbi,
} from '../../typechain-types/index.ts'

/**
 * The timelock owns itself, accountability belongs to staking, renderer and
 * lens only read.
 */
const answersToNobody = [
  'OpenTimelock',
  'Accountability',
  'GovernanceLens',
  'XnodeRenderer',
]

export default deployScript<DeployArguments>(
  async (env, args) => {
    const { publicClient } = env.viem
    const token = predict(env, 'OpenToken')
    const staking = predict(env, 'ValidatorStaking')
    const pool = env.get('OpenLockPool').address
    const isRegistered = (
      what: string,
      functionName: 'isEscrow' | 'isPool',
      account: Address,
    ): Assertion => ({
      what,
      holds: () =>
        publicClient.readContract({
          address: token,
          abi: openTokenAbi,
          functionName,
          args: [account],
        }),
    })
    await handOver(env, predict(env, 'OpenGovernor'), [
      ...predictedAtHome
        .filter((name) => !answersToNobody.includes(name))
        .map((name) => ownedAssertion(env, name, predict(env, name))),
      ...bridgeAssertions(env, token, pool, required(args).peers),
      isRegistered('staking is an escrow of OPEN', 'isEscrow', staking),
      isRegistered('the lock pool delivers OPEN', 'isPool', pool),
      {
        what: 'the lock pool writes the ledger',
        holds: async () =>
          isAddressEqual(
            await publicClient.readContract({
              address: predict(env, 'LockLedger'),
              abi: lockLedgerAbi,
              functionName: 'pool',
            }),
            pool,
          ),
      },
      {
        what: 'genesis is closed',
        holds: () =>
          publicClient.readContract({
            address: predict(env, 'TokenAllocation'),
            abi: tokenAllocationAbi,
            functionName: 'genesisClosed',
          }),
      },
      {
        what: 'the first series are open',
        holds: async () => {
          const created = await publicClient.readContract({
            address: predict(env, 'XnodeOne'),
            abi: xnodeOneAbi,
            functionName: 'seriesCount',
          })
          return created >= series.length
        },
      },
      ...GENESIS_FUNDING.map(
        ({ contract, row, amount }): Assertion => ({
          what: `${contract} got its OPEN from the row ${row}`,
          holds: async () => {
            const sent = await publicClient.readContract({
              address: predict(env, 'TokenAllocation'),
              abi: tokenAllocationAbi,
              functionName: 'outstanding',
              args: [allocationRow(row).id, predict(env, contract)],
            })
            return sent >= amount
          },
        }),
      ),
      {
        what: 'accountability alone may slash',
        holds: async () => {
          const { accountability } = await publicClient.readContract({
            address: staking,
            abi: validatorStakingAbi,
            functionName: 'settings',
          })
          const expected = predict(env, 'Accountability')
          const code = await publicClient.getCode({ address: expected })
          return code !== undefined && isAddressEqual(accountability, expected)
        },
      },
    ])
  },
  {
    tags: ['homeHandover'],
    dependencies: [
      'homeLanes',
      'series',
      'MerkleClaims',
      'OpenGovernor',
      'CouncilGuard',
      'VoteRelay',
      'GovernanceLens',
      'XnodeVouchers',
      'XnodeRenderer',
    ],
  },
)
