import { dailyMintBudget } from '../../config/bridge.ts'
import { registrationCalls } from '../../rocketh/bridge.ts'
import { deployScript } from '../../rocketh/deploy.ts'
import { predict } from '../../rocketh/predict.ts'
import { throughTimelock } from '../../rocketh/timelock.ts'
import { bridgedOpenTokenAbi as abi } from '../../typechain-types/index.ts'

/** Registers the bridged OPEN with CCIP, and gives its pool the right to mint within a budget. */
export default deployScript(
  async (env) => {
    const token = predict(env, 'BridgedOpenToken')
    const pool = env.get('BurnMintTokenPool').address
    const { publicClient } = env.viem
    const calls = await registrationCalls(env, token, pool)
    const call = { address: token, abi, args: [pool] } as const
    const budget = await publicClient.readContract({
      ...call,
      functionName: 'mintBudget',
    })
    if (budget === 0n)
      calls.push({
        to: token,
        abi,
        functionName: 'setMinter',
        args: [pool, dailyMintBudget],
      })
    if (
      !(await publicClient.readContract({ ...call, functionName: 'isBurner' }))
    )
      calls.push({
        to: token,
        abi,
        functionName: 'setBurner',
        args: [pool, true],
      })
    await throughTimelock(env, calls)
  },
  {
    tags: ['spoke', 'spokeRegistration'],
    dependencies: ['BurnMintTokenPool', 'spokeLaneGuard'],
  },
)
