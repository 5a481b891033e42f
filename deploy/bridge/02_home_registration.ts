import { registrationCalls } from '../../rocketh/bridge.ts'
import { deployScript } from '../../rocketh/deploy.ts'
import { predict } from '../../rocketh/predict.ts'
import { throughTimelock } from '../../rocketh/timelock.ts'
import { openTokenAbi } from '../../typechain-types/index.ts'

/** Registers OPEN and its pool with CCIP, and the pool with OPEN, whose deliveries it makes. */
export default deployScript(
  async (env) => {
    const token = predict(env, 'OpenToken')
    const pool = env.get('OpenLockPool').address
    const calls = await registrationCalls(env, token, pool)
    const known = await env.viem.publicClient.readContract({
      address: token,
      abi: openTokenAbi,
      functionName: 'isPool',
      args: [pool],
    })
    if (!known)
      calls.push({
        to: token,
        abi: openTokenAbi,
        functionName: 'addPool',
        args: [pool],
      })
    await throughTimelock(env, calls)
  },
  { tags: ['home', 'homeRegistration'], dependencies: ['OpenLockPool'] },
)
