import { describe, it } from 'node:test'
import { expect } from 'chai'
import { toHex } from 'viem'
import { accounts, addressOf } from '../../../devnet/accounts.ts'
import type { RiskLevel } from '../../../sdk/src/index.ts'
import {
  openTimelockAbi,
  voteRelayAbi,
} from '../../../typechain-types/index.ts'
import { sdkWorld } from '../../helpers/sdk.ts'

const sdk = sdkWorld()

const levels = async (): Promise<Record<string, RiskLevel>> => {
  const { metrics } = await sdk.as('buyer').risk.report()
  return Object.fromEntries(metrics.map(({ name, level }) => [name, level]))
}

/** Does something as a contract of ours, looks, and takes it back. */
async function meanwhile<result>(
  change: () => Promise<unknown>,
  look: () => Promise<result>,
): Promise<result> {
  const { home } = sdk.world
  const snapshot = await home.rpc('evm_snapshot', [])
  await change()
  const found = await look()
  await home.rpc('evm_revert', [snapshot])
  return found
}

describe('risk', () => {
  it('GOVERNANCE-72: default: low on every metric of the contracts', async () => {
    const { metrics } = await sdk.as('buyer').risk.report()
    expect(metrics).to.have.length(16)
    const ofContracts = metrics.filter(({ contractLevel }) => contractLevel)
    expect(ofContracts).to.have.length(12)
    expect(ofContracts.filter(({ level }) => level !== 'low')).to.deep.equal([])
    for (const { figure, threshold } of metrics)
      expect([figure, threshold]).to.not.include('')
  })

  it('GOVERNANCE-72: behavior: another governor is not trusted to behave', async () => {
    const { home } = sdk.world
    const { openGovernor } = sdk.home
    const found = await meanwhile(async () => {
      const code = await home.client.getCode({ address: openGovernor })
      await home.rpc('hardhat_setCode', [openGovernor, `${code}00`])
    }, levels)
    expect(found).to.include({
      proposalFlashLoanProtection: 'high',
      votingFlashLoanProtection: 'high',
      proposerRetention: 'high',
      voteMutability: 'medium',
      spamResistance: 'high',
      votingPeriod: 'low',
    })
  })

  it('GOVERNANCE-72: behavior: a council out of office is no veto', async () => {
    const found = await meanwhile(
      () => sdk.world.advance(366n * 86_400n),
      levels,
    )
    expect(found).to.include({ vetoStrategy: 'high', votingDelay: 'medium' })
  })

  it('GOVERNANCE-72: behavior: an empty pot is no subsidy', async () => {
    const { home } = sdk.world
    const { openTimelock, voteRelay } = sdk.home
    const found = await meanwhile(async () => {
      const pot = await home.client.getBalance({ address: voteRelay })
      await home.rpc('hardhat_impersonateAccount', [openTimelock])
      await home.rpc('hardhat_setBalance', [openTimelock, toHex(10n ** 18n)])
      await home.wallet(accounts.buyer).writeContract({
        account: openTimelock,
        address: voteRelay,
        abi: voteRelayAbi,
        functionName: 'reclaim',
        args: [pot],
      })
    }, levels)
    expect(found.votingSubsidy).to.equal('high')
  })

  it('GOVERNANCE-44: behavior: a second proposer at the timelock shows in both reports', async () => {
    const { home } = sdk.world
    const { openTimelock } = sdk.home
    const timelock = { address: openTimelock, abi: openTimelockAbi } as const
    const role = await home.client.readContract({
      ...timelock,
      functionName: 'PROPOSER_ROLE',
    })
    const [found, findings] = await meanwhile(
      async () => {
        await home.rpc('hardhat_impersonateAccount', [openTimelock])
        await home.rpc('hardhat_setBalance', [openTimelock, toHex(10n ** 18n)])
        await home.wallet(accounts.buyer).writeContract({
          ...timelock,
          account: openTimelock,
          functionName: 'grantRole',
          args: [role, addressOf('buyer')],
        })
      },
      async () => {
        const keys = {
          guardian: addressOf('guardian'),
          council: addressOf('council'),
        }
        const report = await sdk.as('buyer').roles.report({ keys })
        return [await levels(), report.findings] as const
      },
    )
    expect(found.timelockAdmin).to.equal('high')
    expect(findings).to.deep.equal([
      `an unknown key ${addressOf('buyer')} holds PROPOSER_ROLE of OpenTimelock`,
    ])
  })
})
