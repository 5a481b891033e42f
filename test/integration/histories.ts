import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { Histories } from '../helpers/histories.ts'

const deep = process.env.PROFILE === 'deep'
const histories = Number(process.env.HISTORIES ?? (deep ? 2_000 : 100))
const firstSeed = Number(process.env.SEED ?? 1)

describe('message histories', () => {
  let played: Histories
  before(async () => {
    played = await Histories.start()
  })
  after(() => played.devnet.stop())

  it(`default: ${histories} random histories lose and double nothing`, async () => {
    for (let seed = firstSeed; seed < firstSeed + histories; seed++) {
      try {
        await played.play(seed, 3 + (seed % 3))
      } catch (error) {
        throw new Error(`history of seed ${seed} (SEED=${seed} HISTORIES=1)`, {
          cause: error,
        })
      }
    }
    // A run in which something never went wrong has not tested it.
    if (histories >= 100)
      for (const [what, times] of Object.entries(played.met))
        expect(times, what).to.be.greaterThan(0)
  })

  it('default: 1,000 transfers over two lanes, interleaved, with faults', {
    skip: !deep,
  }, async () => {
    const started = performance.now()
    const { sent } = played.met
    await played.play(firstSeed, 1_000)
    expect(played.met.sent - sent).to.equal(1_000)
    const seconds = (performance.now() - started) / 1_000
    expect(seconds, 'seconds').to.be.lessThan(180)
  })
})
