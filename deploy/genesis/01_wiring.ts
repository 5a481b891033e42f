import { deployScript } from '../../rocketh/deploy.ts'
import { predict } from '../../rocketh/predict.ts'
import { throughTimelock } from '../../rocketh/timelock.ts'
import { openTokenAbi } from '../../typechain-types/index.ts'

/** What only the timelock may do: staking becomes an escrow of OPEN. */
export default deployScript(
  async (env) => {
    const token = { address: predict(env, 'OpenToken'), abi: openTokenAbi }
    const staking = predict(env, 'ValidatorStaking')
    const isEscrow = await env.viem.publicClient.readContract({
      ...token,
      functionName: 'isEscrow',
      args: [staking],
    })
    if (isEscrow) return
    await throughTimelock(env, [
      {
        to: token.address,
        abi: token.abi,
        functionName: 'addEscrow',
        args: [staking],
      },
    ])
  },
  { tags: ['home', 'wiring'], dependencies: ['ValidatorStaking'] },
)
