import { type Abi, type Address, isAddressEqual, zeroAddress } from 'viem'
import { deployScript, type Environment } from '../../rocketh/deploy.ts'
import { predict } from '../../rocketh/predict.ts'
import { type TimelockCall, throughTimelock } from '../../rocketh/timelock.ts'
import { openTokenAbi, xnodeRegistryAbi } from '../../typechain-types/index.ts'

/**
 * What only the timelock may do: staking becomes an escrow of OPEN, and the
 * roots that validators certify count in the registry of units.
 */
export default deployScript(
  async (env) => {
    await throughTimelock(env, [
      ...(await escrow(env)),
      ...(await attester(env)),
    ])
  },
  {
    tags: ['home', 'wiring'],
    dependencies: ['ValidatorStaking', 'Accountability', 'XnodeRegistry'],
  },
)

async function escrow(env: Environment): Promise<TimelockCall[]> {
  const token = { address: predict(env, 'OpenToken'), abi: openTokenAbi }
  const staking = predict(env, 'ValidatorStaking')
  const isEscrow = await env.viem.publicClient.readContract({
    ...token,
    functionName: 'isEscrow',
    args: [staking],
  })
  return isEscrow ? [] : [call(token, 'addEscrow', staking)]
}

async function attester(env: Environment): Promise<TimelockCall[]> {
  const registry = {
    address: predict(env, 'XnodeRegistry'),
    abi: xnodeRegistryAbi,
  }
  const accountability = predict(env, 'Accountability')
  const appointed = await env.viem.publicClient.readContract({
    ...registry,
    functionName: 'attester',
  })
  // A vote may have appointed another since: that is not for a script to undo.
  return isAddressEqual(appointed, zeroAddress)
    ? [call(registry, 'setAttester', accountability)]
    : []
}

function call(
  { address, abi }: { address: Address; abi: Abi },
  functionName: string,
  argument: Address,
): TimelockCall {
  return { to: address, abi, functionName, args: [argument] }
}
