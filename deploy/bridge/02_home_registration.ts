import { isAddressEqual, zeroAddress } from 'viem'
import { registrationCalls } from '../../rocketh/bridge.ts'
import { deployScript } from '../../rocketh/deploy.ts'
import { predict } from '../../rocketh/predict.ts'
import { throughTimelock } from '../../rocketh/timelock.ts'
import { lockLedgerAbi, openTokenAbi } from '../../typechain-types/index.ts'

/**
 * Registers OPEN and its pool with CCIP, with OPEN, whose deliveries
 * the pool makes, and with the ledger, which appoints the first pool at once.
 */
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
    const ledger = {
      address: predict(env, 'LockLedger'),
      abi: lockLedgerAbi,
    } as const
    const current = await env.viem.publicClient.readContract({
      ...ledger,
      functionName: 'pool',
    })
    if (isAddressEqual(current, zeroAddress))
      calls.push({
        to: ledger.address,
        abi: ledger.abi,
        functionName: 'nominate',
        args: [pool],
      })
    await throughTimelock(env, calls)
  },
  {
    tags: ['home', 'homeRegistration'],
    dependencies: ['OpenLockPool', 'homeLaneGuard'],
  },
)
