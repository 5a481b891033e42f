import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { erc20Abi, parseUnits } from 'viem'
import { addressOf } from '../../devnet/accounts.ts'
import { startWorld, type World } from '../../devnet/world.ts'
import { addressBooks, atHome } from '../../scripts/story/cast.ts'
import {
  checkInvariants,
  type Invariants,
} from '../../scripts/story/invariants.ts'
import { createReport, StepFailed } from '../../scripts/story/report.ts'
import { seedChapter } from '../../scripts/story/seed.ts'
import { runStory } from '../../scripts/story/story.ts'

describe('story', () => {
  let world: World
  const lines: string[] = []
  const report = createReport((line) => lines.push(line))
  before(async () => {
    world = await startWorld()
    await runStory(world, report)
  })
  after(() => world.stop())

  it('default: the main job runs through, step by step', () => {
    expect(report.steps.map(({ name }) => name)).to.deep.equal([
      'buyXnode',
      'activateXnode',
      'registerValidator',
      'delegateStake',
      'claimReward',
      'delegateVotes',
      'propose',
      'vote',
      'queue',
      'execute',
      'bridgeOut',
      'bridgeBack',
      'slashEquivocator',
    ])
    for (const { name, ok, gas, tx } of report.steps) {
      expect(ok, name).to.equal(true)
      expect(Number(gas), name).to.be.greaterThan(21_000)
      expect(tx, name).to.match(/^0x[0-9a-f]{64}$/)
    }
  })

  it('behavior: each step tells a person what is true now', () => {
    expect(lines).to.have.length(report.steps.length)
    for (const line of lines) expect(line).to.match(/^ {2}ok {4}\w+ +\S/)
  })

  it('behavior: invariants hold at the end, computed from chain state', async () => {
    const invariants = await checkInvariants(world)
    const broken = Object.keys(invariants).filter(
      (name) => !invariants[name as keyof Invariants],
    )
    expect(broken).to.deep.equal([])
  })

  it('default: afterwards there are dollars and a voucher budget to try with', async () => {
    const { home } = world
    const { openTimelock } = addressBooks(world).home
    const treasury = await home.client.getBalance({ address: openTimelock })
    await seedChapter(
      world,
      createReport(() => {}),
    )
    const usdc = await home.client.readContract({
      address: home.addresses.usdc,
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [addressOf('buyer')],
    })
    expect(usdc).to.equal(parseUnits('100000', 6))
    const { units } = await atHome(world, 'buyer').voucherBudget({
      signer: addressOf('expansion-sponsors'),
      series: 1,
    })
    expect(units).to.equal(100n)
    expect(await home.client.getBalance({ address: openTimelock })).to.equal(
      treasury,
    )
  })

  it('error: a failing step says why in one line and stops the rest', async () => {
    const said: string[] = []
    const failing = createReport((line) => said.push(line))
    const error = await failing
      .step('propose', async () => {
        throw new Error('no votes\n    at somewhere (file.ts:1:1)')
      })
      .then(
        () => undefined,
        (reason: unknown) => reason,
      )
    expect(error).to.be.instanceOf(StepFailed)
    expect(said).to.deep.equal(['  FAIL  propose             no votes'])
    expect(failing.steps).to.have.length(1)
    expect(failing.steps[0]).to.include({ ok: false, error: 'no votes' })
  })
})
