import { keccak256, maxUint256, parseEther, stringToHex } from 'viem'
import {
  accountabilityAbi,
  openTokenAbi,
  validatorStakingAbi,
} from '../../../typechain-types/index.ts'
import { changedWord, coldCall, recoveredSigner } from '../floor.ts'
import { type Bench, openActor, transact } from '../harness.ts'
import { type Row, toRow } from '../row.ts'
import { registerValidator, signerOf } from '../validators.ts'

const name = 'equivocator'
const delegated = parseEther('100000')

/** A validator that signed two things about one subject. */
export async function reportRow(bench: Bench): Promise<Row> {
  const operation = 'staking.reportEquivocation'
  bench.say(operation)
  const { home, faucet, at } = bench
  const core = { address: at('ValidatorStaking'), abi: validatorStakingAbi }
  const open = { address: at('OpenToken'), abi: openTokenAbi }
  const judge = { address: at('Accountability'), abi: accountabilityAbi }
  const id = await registerValidator(bench, name)
  const delegator = await openActor(home, 'equivocation.delegator')
  const reporter = await openActor(home, 'equivocation.reporter')
  const funding = [
    [delegator.address, delegated],
    // Not its first OPEN.
    [reporter.address, 1n],
  ] as const
  for (const gift of funding)
    await transact(home, faucet, open, 'transfer', gift)
  await transact(home, delegator, open, 'approve', [core.address, maxUint256])
  await transact(home, delegator, core, 'stake', [id, delegated])

  const signer = await signerOf(bench, name)
  const topic = {
    round: await home.client.readContract({
      ...core,
      functionName: 'currentRound',
    }),
    kind: 1,
    subject: keccak256(stringToHex('subject')),
  }
  const statement = async (said: string) => {
    const root = keccak256(stringToHex(said))
    const hash = await home.client.readContract({
      ...judge,
      functionName: 'attestationDigest',
      args: [topic, root],
    })
    return { root, signature: await signer.sign({ hash }) }
  }
  const [one, other] = [await statement('one'), await statement('other')]
  return toRow({
    operation,
    state:
      'a member with ten times its own stake delegated, the first slash there is; nothing is burned; no peer on npm slashes',
    ours: await transact(home, reporter, judge, 'reportEquivocation', [
      topic,
      one,
      other,
      reporter.address,
    ]),
    least: [
      recoveredSigner(2),
      coldCall('token called'),
      changedWord('validator, now punished'),
      changedWord('stake slashed'),
      changedWord('balance', 2),
    ],
  })
}
