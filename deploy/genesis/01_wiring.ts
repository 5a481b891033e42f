import { series } from '../../config/xnode.ts'
import { deployScript } from '../../rocketh/deploy.ts'
import { predict } from '../../rocketh/predict.ts'
import { type TimelockCall, throughTimelock } from '../../rocketh/timelock.ts'
import { openTokenAbi, xnodeOneAbi } from '../../typechain-types/index.ts'

/** What only the timelock may do: staking becomes an escrow of OPEN, the first series open. */
export default deployScript(
  async (env) => {
    const { publicClient } = env.viem
    const token = predict(env, 'OpenToken')
    const staking = predict(env, 'ValidatorStaking')
    const xnodeOne = predict(env, 'XnodeOne')
    const calls: TimelockCall[] = []

    const isEscrow = await publicClient.readContract({
      address: token,
      abi: openTokenAbi,
      functionName: 'isEscrow',
      args: [staking],
    })
    if (!isEscrow)
      calls.push({
        to: token,
        abi: openTokenAbi,
        functionName: 'addEscrow',
        args: [staking],
      })

    const created = await publicClient.readContract({
      address: xnodeOne,
      abi: xnodeOneAbi,
      functionName: 'seriesCount',
    })
    for (const params of series.slice(created))
      calls.push({
        to: xnodeOne,
        abi: xnodeOneAbi,
        functionName: 'createSeries',
        args: [params],
      })

    await throughTimelock(env, calls)
  },
  { tags: ['home', 'wiring'], dependencies: ['ValidatorStaking', 'XnodeSale'] },
)
