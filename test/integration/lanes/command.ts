import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { accounts } from '../../../devnet/accounts.ts'
import { contractAt, startWorld, type World } from '../../../devnet/world.ts'
import type { Options } from '../../../scripts/lanes/options.ts'
import { runLanes } from '../../../scripts/lanes/run.ts'
import { chainsOfWorld, worldSender } from '../../../scripts/lanes/world.ts'

const check: Options = {
  command: 'check',
  network: 'devnet',
  form: 'eoa',
  safeOwns: false,
  send: false,
  json: false,
  lane: undefined,
  both: false,
  rotation: undefined,
  key: undefined,
}

describe('npm run lanes', () => {
  let world: World
  before(async () => {
    world = await startWorld({ spokes: ['spoke', 'spokeTwo'] })
  })
  after(() => world.stop())
  const run = (options: Partial<Options>) =>
    runLanes(
      { ...check, ...options },
      {
        chains: chainsOfWorld(world),
        governor: contractAt(world.contracts.home, 'OpenGovernor'),
        sender: worldSender(world, accounts.guardian),
      },
    )

  it('default: three chains are as declared', async () => {
    expect(await run({})).to.deep.equal({
      ok: true,
      lanes: ['home - spoke', 'home - spokeTwo'],
      differences: [],
      plan: [],
      applied: [],
      safe: [],
      proposal: undefined,
    })
  })

  it('behavior: a dry run sends nothing', async () => {
    const { plan, applied } = await run({ command: 'pause', lane: 'spoke' })
    expect(plan.map(({ chain }) => chain)).to.deep.equal(['home', 'spoke'])
    expect(applied).to.deep.equal([])
    expect((await run({})).ok).to.equal(true)
  })

  it('behavior: stops one lane, fails the check, opens it again', async () => {
    const stop = { command: 'pause', lane: 'spoke', send: true } as const
    expect((await run(stop)).applied.length).to.equal(2)
    const { ok, differences } = await run({})
    expect(ok).to.equal(false)
    // The other lane is open.
    for (const { chain, remote, rule } of differences) {
      expect([chain, remote]).to.include('spoke')
      expect(rule).to.equal('paused')
    }
    await run({ ...stop, command: 'unpause' })
    expect((await run({})).ok).to.equal(true)
  })

  it('behavior: writes a proposal and a file for a Safe', async () => {
    const stop = { command: 'pause', lane: 'all' } as const
    const { proposal } = await run({ ...stop, form: 'proposal' })
    // Both lanes of home, by the timelock.
    expect(proposal?.actions.length).to.equal(2)
    const { safe } = await run({ ...stop, form: 'safe' })
    expect(safe.map(({ chainId }) => chainId)).to.deep.equal([
      '31337',
      '1337',
      '90000001',
    ])
  })
})
