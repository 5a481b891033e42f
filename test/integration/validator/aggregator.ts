import { request } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { type Hex, keccak256, toHex, zeroHash } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { KIND_OBSERVED } from '../../../validator/src/chain/kinds.ts'
import { toJson } from '../../../validator/src/json.ts'
import {
  type Observed,
  observedRoot,
} from '../../../validator/src/round/observed.ts'
import { sdkWorld } from '../../helpers/sdk.ts'
import { Network, type Operator } from '../../helpers/validator/network.ts'

const sdk = sdkWorld()
const root = keccak256(toHex('what was'))
const other = keccak256(toHex('what was not'))

describe('validator', () => {
  describe('aggregator', () => {
    const network = new Network(sdk)
    let round = 0n
    before(async () => {
      await network.begin({ validators: 3, machines: 0 })
      round = ((await network.round()) / 7n + 1n) * 7n
      await network.enter(round)
      await operator(0).client.snapshotSet()
    })
    after(() => network.end())

    const operator = (index: number) => network.operators[index] as Operator

    async function post(path: string, body: unknown, raw?: string) {
      const answer = await fetch(`${network.url}${path}`, {
        method: 'POST',
        // Refused bodies are not read: their connection ends.
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: raw ?? toJson(body),
      })
      return { status: answer.status, body: (await answer.json()) as Body }
    }
    async function get(path: string) {
      const answer = await fetch(`${network.url}${path}`)
      return { status: answer.status, body: (await answer.json()) as Body }
    }
    const say = (
      said: Hex,
      { kind = 1, at = round, signer = operator(0).key } = {},
    ) =>
      operator(0).client.signAttestation({
        topic: { round: at, kind, subject: zeroHash },
        root: said,
        signer,
      })
    const observation = async (
      observed: Observed,
      signer = operator(0).key,
    ) => ({
      ...observed,
      ...(await say(observedRoot(observed), { kind: KIND_OBSERVED, signer })),
    })
    const path = () => `/rounds/${round}/signatures`
    const nothing = (): Observed => ({ round, block: 5n, units: [] })

    it('default: a member’s signature is kept once, and shown', async () => {
      const statement = await say(root)
      expect(await post(path(), statement)).to.deep.equal({
        status: 201,
        body: { receipt: 'kept' },
      })
      expect((await post(path(), statement)).body.receipt).to.equal('known')
      const { body } = await get(`/rounds/${round}`)
      expect(body.signatures).to.have.length(1)
      expect(body.signatures[0]).to.include({ ...statement, place: 0 })
    })

    it('behavior: a second root is refused, kept as evidence, and not shown as a vote', async () => {
      const second = await say(other)
      expect(await post(path(), second)).to.deep.equal({
        status: 409,
        body: { receipt: 'contradiction' },
      })
      const { body } = await get('/evidence')
      expect(body).to.have.length(1)
      expect(body[0]).to.deep.include({
        signer: operator(0).key.address,
        second,
      })
      const state = await get(`/rounds/${round}`)
      expect(state.body.signatures[0]?.root).to.equal(root)
    })

    it('error: who is no member is refused, before anything is kept', async () => {
      const stranger = privateKeyToAccount(generatePrivateKey())
      const statement = await say(root, { signer: stranger })
      expect(await post(path(), statement)).to.deep.equal({
        status: 403,
        body: { receipt: 'not-a-member' },
      })
    })

    it('error: signatures of another kind, round or form are nobody’s', async () => {
      const { key } = operator(1)
      const wrong = [
        await say(root, { kind: 2, signer: key }),
        await say(root, { at: round + 1n, signer: key }),
      ]
      for (const statement of wrong)
        expect((await post(path(), statement)).status).to.equal(403)
      const { signature } = await say(root, { signer: key })
      expect(
        (await post(path(), { root, signature: flipped(signature) })).status,
      ).to.equal(403)
      expect(
        (await post(path(), { root, signature: `${signature}00` })).status,
      ).to.equal(400)
    })

    it('error: rounds that are not open', async () => {
      for (const at of [round + 1n, round - 3n]) {
        const statement = await say(root, { at })
        const { body } = await post(`/rounds/${at}/signatures`, statement)
        expect(body.receipt).to.equal('out-of-time')
      }
    })

    it('error: what is no message', async () => {
      const bad = [
        undefined,
        7,
        [],
        {},
        { root },
        { root: '0x', signature: '0x' },
      ]
      for (const body of bad)
        expect((await post(path(), body ?? null)).status).to.equal(400)
      expect((await post(path(), undefined, '{')).status).to.equal(400)
      expect((await post('/rounds/x/signatures', {})).status).to.equal(400)
      expect((await get('/rounds/-1')).status).to.equal(400)
      expect((await get('/nowhere')).status).to.equal(404)
    })

    it('error: a body that is too large, announced or not', async () => {
      const raw = ' '.repeat(3 * 2 ** 20)
      expect((await post(path(), undefined, raw)).status).to.equal(413)
      expect(await chunked(`${network.url}${path()}`, raw)).to.equal(413)
    })

    it('behavior: observations have to be by unit and each once', async () => {
      const unit = { configHash: root, reachable: true }
      const at = `/rounds/${round}/observations`
      const wrong = [
        [
          { unit: 2n, ...unit },
          { unit: 1n, ...unit },
        ],
        [
          { unit: 1n, ...unit },
          { unit: 1n, ...unit },
        ],
      ]
      for (const units of wrong)
        expect(
          (await post(at, await observation({ ...nothing(), units }))).status,
        ).to.equal(400)
    })

    it('behavior: what they agree on is settled by more than two thirds, after a while', async () => {
      const at = `/rounds/${round}/observations`
      const isFrozen = async () => (await get(`/rounds/${round}`)).body.isFrozen
      await post(at, await observation(nothing(), operator(0).key))
      await post(at, await observation(nothing(), operator(1).key))
      network.clock += 10_000
      // Two of three are not more than two thirds.
      expect(await isFrozen()).to.equal(false)
      await post(at, await observation(nothing(), operator(2).key))
      expect(await isFrozen()).to.equal(true)
      const changed = await observation({ ...nothing(), block: 6n })
      expect((await post(at, changed)).body.receipt).to.equal('contradiction')
      expect((await get(`/rounds/${round}/units/1`)).status).to.equal(404)
    })

    it('behavior: it listens on the own machine only', () => {
      expect(new URL(network.url).hostname).to.equal('127.0.0.1')
    })
  })
})

const ORDER =
  0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

/** What the aggregator answers with, as far as a test looks at it. */
interface Body {
  receipt?: string
  isFrozen?: boolean
  signatures: { root: Hex; place: number }[]
  [index: number]: unknown
}

/** The other signature of the same key and message, which no contract takes. */
function flipped(signature: Hex): Hex {
  const s = ORDER - BigInt(`0x${signature.slice(66, 130)}`)
  const v = signature.endsWith('1b') ? '1c' : '1b'
  return `${signature.slice(0, 66)}${toHex(s, { size: 32 }).slice(2)}${v}` as Hex
}

/** Posts without saying how long it will be. */
function chunked(url: string, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { method: 'POST', headers: { 'transfer-encoding': 'chunked' } },
      (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}
