import { type Hash, keccak256, parseEther, toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { AccountName } from '../../devnet/accounts.ts'
import type { World } from '../../devnet/world.ts'
import { atHome, inOpen } from './cast.ts'
import type { Report } from './report.ts'

const HOUR = 3_600n
const DAY = 86_400n
const selfStake = parseEther('10000')
const delegated = parseEther('50000')
const commissionBps = 500

/** Keys that sign for the validators; never the operators' own. */
const signers = ['first', 'second'].map((name) =>
  privateKeyToAccount(keccak256(toHex(`openmesh.story.validator.${name}`))),
)

/** Two validators register, a holder stakes on the first and is paid after a week. */
export async function stakingChapter(
  world: World,
  report: Report,
  cast: {
    operators: readonly AccountName[]
    staker: AccountName
    units: readonly bigint[]
  },
): Promise<bigint[]> {
  const validators: bigint[] = []
  const staker = atHome(world, cast.staker)

  await report.step('registerValidator', async () => {
    let gas = 0n
    let tx: Hash | undefined
    for (const [index, name] of cast.operators.entries()) {
      const operator = atHome(world, name)
      const { timestamp } = await world.home.client.getBlock()
      const proof = await operator.signProofOfPossession({
        operator: operator.account.address,
        deadline: timestamp + HOUR,
        signer: signers[index],
      })
      const { receipt, joinReceipt, validator } =
        await operator.registerValidator({
          unit: cast.units[index] as bigint,
          proof,
          selfStake,
          commissionBps,
        })
      validators.push(validator)
      gas += receipt.gasUsed + (joinReceipt?.gasUsed ?? 0n)
      tx ??= receipt.transactionHash
    }
    return {
      said: `validators ${validators.join(' and ')} in the set, ${inOpen(selfStake)} of their own each, units locked in place`,
      gas,
      ...(tx && { tx }),
    }
  })

  const [first] = validators as [bigint]
  await report.step('delegateStake', async () => {
    const { receipt } = await staker.stake({
      validator: first,
      amount: delegated,
    })
    return {
      said: `${inOpen(delegated)} staked on validator ${first}; the votes stay with the staker`,
      gas: receipt.gasUsed,
      tx: receipt.transactionHash,
    }
  })

  await report.step('claimReward', async () => {
    const drip = await staker.dripRewards()
    await world.advance(7n * DAY)
    const { receipt, amount } = await staker.claimReward({ validator: first })
    return {
      said: `${inOpen(amount)} earned in a week, out of ${inOpen(drip.amount)} for the month`,
      gas: receipt.gasUsed,
      tx: receipt.transactionHash,
    }
  })
  return validators
}

/** The second validator signs two roots for one round; anybody can prove it. */
export async function slashChapter(
  world: World,
  report: Report,
  cast: { reporter: AccountName; validator: bigint },
): Promise<void> {
  await report.step('slashEquivocator', async () => {
    const reporter = atHome(world, cast.reporter)
    const { timestamp } = await world.home.client.getBlock()
    const topic = {
      round: timestamp / DAY,
      kind: 1,
      subject: keccak256(toHex('openmesh.xnodes')),
    }
    const say = (root: string) =>
      reporter.signAttestation({
        topic,
        root: keccak256(toHex(root)),
        signer: signers[1],
      })
    const { receipt, taken, validator } = await reporter.reportEquivocation({
      topic,
      first: await say('what was'),
      second: await say('what was not'),
    })
    const { status } = await reporter.getValidator({ validator })
    if (status === 'active')
      throw new Error(`validator ${validator} is still in the set`)
    return {
      said: `validator ${validator} signed two roots for one round: ${inOpen(taken)} taken, out for ever`,
      gas: receipt.gasUsed,
      tx: receipt.transactionHash,
    }
  })
}
