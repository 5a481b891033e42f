import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import {
  type Abi,
  type Address,
  encodeFunctionData,
  getAddress,
  parseEther,
  toHex,
} from 'viem'
import { accounts } from '../../../devnet/accounts.ts'
import { approve, simulateProposal } from '../../../sdk/src/index.ts'
import {
  openGovernorAbi,
  openTimelockAbi,
} from '../../../typechain-types/index.ts'
import { payee, payment } from '../../helpers/governance.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'
import { countingReader } from '../../helpers/xnode.ts'

const sdk = sdkWorld()

const busy = getAddress('0x00000000000000000000000000000000000b0057')

/** More than half of what the treasury holds. */
async function mostOfTreasury() {
  const account = sdk.home.openTimelock
  const balance = await sdk.as('buyer').getBalance({ account })
  return payment(sdk, (balance * 3n) / 5n)
}

/** Any call, as the timelock would make it. */
function action(
  to: Address,
  abi: Abi,
  functionName: string,
  args: readonly unknown[],
) {
  return { to, data: encodeFunctionData({ abi, functionName, args }) }
}

function namesOf({ warnings }: simulateProposal.ReturnType): string[] {
  return warnings.map(({ warning }) => warning)
}

describe('proposals.simulate', () => {
  before(async () => {
    const { rpc } = sdk.world.home
    await rpc('hardhat_setBalance', [
      sdk.home.openTimelock,
      toHex(parseEther('10')),
    ])
    await sdk.world.home
      .wallet(accounts['core-team'])
      .sendTransaction(payment(sdk, parseEther('3000'), sdk.home.openTimelock))
  })

  it('default: a payment is read, standard, and succeeds without a warning', async () => {
    const amount = parseEther('1000')
    const simulation = await sdk
      .as('buyer')
      .proposals.simulate({ actions: [payment(sdk, amount)] })
    const { actions, gas, ...rest } = simulation
    expect(rest).to.deep.equal({
      class: 'standard',
      why: [],
      succeeds: true,
      isSequential: true,
      warnings: [],
    })
    expect(actions[0]).to.deep.include({
      target: 'OpenToken',
      functionName: 'transfer',
      args: [payee, amount],
      standing: 'listed',
      amount,
      cap: parseEther('5000000'),
      outcome: 'succeeds',
      error: undefined,
    })
    expect(gas && gas > 150_000n && gas < 400_000n).to.equal(true)
  })

  it('behavior: nothing of it stays', async () => {
    const buyer = sdk.as('buyer')
    const account = sdk.home.openTimelock
    const before = await buyer.getBalance({ account })
    await buyer.proposals.simulate({ actions: [payment(sdk)] })
    expect(await buyer.getBalance({ account })).to.equal(before)
  })

  it('behavior: each action sees what those before it did', async () => {
    const most = await mostOfTreasury()
    const simulation = await sdk
      .as('buyer')
      .proposals.simulate({ actions: [most, most, most] })
    expect(simulation.succeeds).to.equal(false)
    expect(simulation.gas).to.equal(undefined)
    expect(
      simulation.actions.map(({ error, outcome }) => [
        outcome,
        error?.errorName,
      ]),
    ).to.deep.equal([
      ['succeeds', undefined],
      ['reverts', 'ERC20InsufficientBalance'],
      ['notReached', undefined],
    ])
    expect(namesOf(simulation)).to.include('reverts')
  })

  it('behavior: the cap counts all payments of a proposal', async () => {
    const most = payment(sdk, parseEther('3000000'))
    const simulation = await sdk
      .as('buyer')
      .proposals.simulate({ actions: [most, most] })
    expect(simulation.class).to.equal('constitutional')
    expect(simulation.why).to.deep.equal([
      'Action 1 pays more than a standard proposal may.',
    ])
  })

  it('behavior: ether to a stranger is said to be that', async () => {
    const simulation = await sdk.as('buyer').proposals.simulate({
      actions: [{ to: payee, value: parseEther('1') }],
    })
    expect(simulation.class).to.equal('standard')
    expect(namesOf(simulation)).to.deep.equal(['unknownTarget', 'sendsEther'])
  })

  it('behavior: a setter of the governor succeeds, as it would by vote', async () => {
    const { openGovernor } = sdk.home
    const delays = [4, 5].map((days) =>
      action(openGovernor, openGovernorAbi, 'setVotingDelay', [days * 86_400]),
    )
    const simulation = await sdk
      .as('buyer')
      .proposals.simulate({ actions: delays })
    expect(simulation.succeeds).to.equal(true)
    expect(simulation.why).to.deep.equal([
      'Action 0 can never be on the standard list.',
      'Action 1 can never be on the standard list.',
    ])
    expect(simulation.actions[1]).to.deep.include({
      target: 'OpenGovernor',
      functionName: 'setVotingDelay',
      args: [432_000],
    })
  })

  it('behavior: roles and approvals are warned of', async () => {
    const role = toHex(1n, { size: 32 })
    const simulation = await sdk.as('buyer').proposals.simulate({
      actions: [
        action(sdk.home.openTimelock, openTimelockAbi, 'grantRole', [
          role,
          payee,
        ]),
        approve.call({ contracts: sdk.home, spender: payee, amount: 5n }),
      ],
    })
    expect(simulation.succeeds).to.equal(true)
    expect(simulation.class).to.equal('constitutional')
    expect(namesOf(simulation)).to.deep.equal([
      'changesRights',
      'changesRights',
    ])
  })

  it('behavior: changes of how the DAO decides are warned of', async () => {
    const { openGovernor } = sdk.home
    const simulation = await sdk.as('buyer').proposals.simulate({
      actions: [
        action(openGovernor, openGovernorAbi, 'setProposalThreshold', [
          parseEther('500000'),
        ]),
        action(openGovernor, openGovernorAbi, 'setVotingPeriod', [604_800]),
        action(openGovernor, openGovernorAbi, 'updateQuorumNumerator', [500n]),
        action(sdk.home.openTimelock, openTimelockAbi, 'updateDelay', [
          172_800n,
        ]),
      ],
    })
    expect(namesOf(simulation)).to.deep.equal(Array(4).fill('changesRules'))
  })

  it('behavior: ether that the timelock does not have is named', async () => {
    const value = parseEther('6')
    const simulation = await sdk.as('buyer').proposals.simulate({
      actions: [
        { to: payee, value },
        { to: payee, value },
      ],
    })
    expect(simulation.actions[0]?.outcome).to.equal('succeeds')
    const { error } = simulation.actions[1] ?? {}
    expect(error?.errorName).to.equal('InsufficientBalance')
    expect(error?.args).to.deep.equal([parseEther('10'), 2n * value])
  })

  it('behavior: a call where nothing is, and one nobody can read', async () => {
    const { openToken } = sdk.home
    const simulation = await sdk.as('buyer').proposals.simulate({
      actions: [
        { ...payment(sdk), to: payee },
        { to: openToken, data: '0x12345678' },
      ],
    })
    expect(namesOf(simulation)).to.deep.equal([
      'unknownTarget',
      'noCode',
      'unreadable',
      'reverts',
    ])
    expect(simulation.actions[0]?.functionName).to.equal('transfer')
  })

  it('behavior: ether along with a call is constitutional', async () => {
    const simulation = await sdk.as('buyer').proposals.simulate({
      actions: [{ ...payment(sdk), value: 1n }],
    })
    expect(simulation.actions[0]?.standing).to.equal('etherWithCall')
    expect(simulation.class).to.equal('constitutional')
  })

  it('behavior: targets that the caller names are no strangers', async () => {
    const targets = [{ name: 'Grants', address: payee, abi: [] }]
    const actions = [{ to: payee, value: 1n }]
    const simulation = await sdk
      .as('buyer')
      .proposals.simulate({ actions, targets })
    expect(simulation.actions[0]?.target).to.equal('Grants')
    expect(namesOf(simulation)).to.deep.equal(['sendsEther'])
  })

  it('behavior: warns of more gas than a transaction can have', async () => {
    const call = { to: busy, data: '0x00000000' } as const
    // Counts down from 350,000: about nine million gas.
    await sdk.world.home.rpc('hardhat_setCode', [
      busy,
      '0x620557305b600190038060045700',
    ])
    const simulation = await sdk
      .as('buyer')
      .proposals.simulate({ actions: [call, call] })
    expect(simulation.succeeds).to.equal(false)
    expect(simulation.gas && simulation.gas > 18_000_000n).to.equal(true)
    expect(namesOf(simulation)).to.include('tooMuchGas')
  })

  it('behavior: action by action where the node changes no state for a call', async () => {
    const plain = countingReader(sdk, { overrides: 'dropped' }).client
    const most = await mostOfTreasury()
    const simulation = await simulateProposal(plain, {
      contracts: sdk.home,
      actions: [most, most],
    })
    expect(simulation).to.include({
      succeeds: true,
      isSequential: false,
      gas: undefined,
    })
  })

  it('error: AmountTooSmall without actions', async () => {
    const error = await refusal(
      sdk.as('buyer').proposals.simulate({ actions: [] }),
    )
    expect(error.errorName).to.equal('AmountTooSmall')
  })

  it('error: InvalidAddress for a malformed target', async () => {
    const error = await refusal(
      sdk.as('buyer').proposals.simulate({ actions: [{ to: '0x1' }] }),
    )
    expect(error.errorName).to.equal('InvalidAddress')
  })
})
