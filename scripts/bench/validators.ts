import { maxUint256, parseEther } from 'viem'
import { deadline } from '../../config/bench.ts'
import { settings } from '../../config/staking.ts'
import {
  openTokenAbi,
  validatorStakingAbi,
  xnodeOneAbi,
} from '../../typechain-types/index.ts'
import { buyer, unitsOf } from './collections.ts'
import { type Bench, openActor, transact } from './harness.ts'

const commissionBps = 500
const spare = parseEther('1')

/** The key that speaks for a validator. */
export const signerOf = ({ home }: Bench, name: string) =>
  openActor(home, `validator.${name}.signer`)

/**
 * Makes a validator and brings it into the set: with its own unit, activated,
 * and the least stake of its own.
 *
 * @param bench Where.
 * @param name Any that is not taken.
 * @returns Its number.
 */
export async function registerValidator(
  bench: Bench,
  name: string,
): Promise<bigint> {
  const { home, faucet, at } = bench
  const core = { address: at('ValidatorStaking'), abi: validatorStakingAbi }
  const open = { address: at('OpenToken'), abi: openTokenAbi }
  const xnode = { address: at('XnodeOne'), abi: xnodeOneAbi }
  const operator = await openActor(home, `validator.${name}`)
  const signer = await signerOf(bench, name)

  await buyer(bench)(operator, 1n)
  const [unit] = await unitsOf(bench, xnode.address, operator.address)
  if (unit === undefined) throw new Error(`validator ${name} has no unit`)
  await transact(home, operator, xnode, 'activate', [unit])
  const { minSelfStake } = settings
  await transact(home, faucet, open, 'transfer', [
    operator.address,
    minSelfStake + spare,
  ])
  await transact(home, operator, open, 'approve', [core.address, maxUint256])

  const digest = await home.client.readContract({
    ...core,
    functionName: 'possessionDigest',
    args: [operator.address, deadline],
  })
  const proof = await signer.sign({ hash: digest })
  await transact(home, operator, core, 'register', [
    signer.address,
    deadline,
    proof,
    commissionBps,
    minSelfStake,
    unit,
  ])
  const id = await home.client.readContract({
    ...core,
    functionName: 'validatorCount',
  })
  await transact(home, operator, core, 'joinSet', [id])
  return id
}
