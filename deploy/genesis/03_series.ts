import { series } from '../../config/xnode.ts'
import { deployScript } from '../../rocketh/deploy.ts'
import { predict } from '../../rocketh/predict.ts'
import { throughTimelock } from '../../rocketh/timelock.ts'
import { xnodeOneAbi } from '../../typechain-types/index.ts'

/** Opens the first series. After the grants: a series reserves the OPEN that its units will be paid. */
export default deployScript(
  async (env) => {
    const xnodeOne = { address: predict(env, 'XnodeOne'), abi: xnodeOneAbi }
    const created = await env.viem.publicClient.readContract({
      ...xnodeOne,
      functionName: 'seriesCount',
    })
    await throughTimelock(
      env,
      series.slice(created).map((params) => ({
        to: xnodeOne.address,
        abi: xnodeOne.abi,
        functionName: 'createSeries',
        args: [params],
      })),
    )
  },
  {
    tags: ['home', 'series'],
    dependencies: ['grants', 'XnodeSale', 'XnodeRevenue'],
  },
)
