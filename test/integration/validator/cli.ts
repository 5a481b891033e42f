import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { type Address, parseEther, toHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { accounts, addressOf } from '../../../devnet/accounts.ts'
import { startWorld, type World } from '../../../devnet/world.ts'
import { homeContracts, openmeshActions } from '../../../sdk/src/index.ts'
import { expectDefined } from '../../helpers/expect.ts'
import { Program } from '../../helpers/validator/program.ts'

const DAY = 86_400n
const password = 'correct horse'

describe('validator', () => {
  describe('command line', () => {
    let folder = ''
    let world: World | undefined
    let key: Address = '0x'
    let aggregator: Program | undefined
    let url = ''
    const running: Program[] = []

    before(begin, { timeout: 120_000 })
    after(end, { timeout: 30_000 })

    async function begin(): Promise<void> {
      folder = await mkdtemp(join(tmpdir(), 'openmesh-cli-'))
      world = await startWorld({
        ports: { home: 18_551, spoke: 18_552 },
        deployments: join(folder, 'deployments'),
      })
    }
    async function end(): Promise<void> {
      for (const program of running) await program.stop('SIGKILL')
      await world?.stop()
      await rm(folder, { recursive: true, force: true })
    }

    const keys = () => join(folder, 'keys')
    const chain = () => [
      '--rpc',
      world?.home.rpcUrl ?? '',
      '--deployments',
      join(folder, 'deployments', 'home'),
    ]
    function start(...args: string[]): Program {
      const program = new Program(args, { VALIDATOR_PASSWORD: password })
      running.push(program)
      return program
    }
    async function json(...args: string[]) {
      const { code, errors, out } = await start(...args).ended
      expect(errors).to.equal('')
      expect(code).to.equal(0)
      return JSON.parse(out)
    }
    async function refused(...args: string[]): Promise<string> {
      const { code, errors, out } = await start(...args).ended
      expect(code).to.equal(1)
      expect(out).to.equal('')
      return errors
    }
    const run = () =>
      start(
        'run',
        ...chain(),
        '--folder',
        keys(),
        '--aggregator',
        url,
        '--interval',
        '1',
        '--confirmations',
        '0',
        '--private-hosts',
      )
    function operator() {
      expectDefined(world)
      const { router, syntheticOpen } = world.home.addresses
      const contracts = homeContracts(world.contracts.home, {
        ccipRouter: router,
        syntheticOpen,
      })
      return world.home
        .wallet(accounts['node-operators'])
        .extend(openmeshActions({ contracts }))
    }

    it('default: a key is made, kept encrypted and listed', async () => {
      const made = await json('keys', 'create', '--folder', keys())
      key = made.address
      const text = await readFile(made.keystore, 'utf8')
      expect(JSON.parse(text)).to.include({ version: 3 })
      expect(await json('keys', 'show', '--folder', keys())).to.deep.equal([
        key.toLowerCase(),
      ])
    })

    it('behavior: a raw key and a keystore are taken over, once', async () => {
      const privateKey = generatePrivateKey()
      const { address } = privateKeyToAccount(privateKey)
      const raw = join(folder, 'raw')
      await writeFile(raw, `${privateKey}\n`)
      const other = join(folder, 'other')
      const third = join(folder, 'third')
      const taken = await json('keys', 'import', raw, '--folder', other)
      expect(taken.address).to.equal(address)
      const again = ['keys', 'import', taken.keystore, '--folder']
      expect((await json(...again, third)).address).to.equal(address)
      expect(await refused(...again, third)).to.include('is in')
    })

    it('error: one line that says what to do', async () => {
      const nowhere = join(folder, 'nowhere')
      expect(
        await refused('protection', 'new', ...chain(), '--folder', nowhere),
      ).to.match(/^openmesh: There is no key in .* Create or import one.*\n$/)
      expect(await refused('aggregator', '--deployments', nowhere)).to.include(
        'There are no records of a deployment',
      )
      expect(
        await refused('protection', 'show', ...chain(), '--folder', keys()),
      ).to.include('cannot be read')
    })

    it('behavior: the proof registers the validator', async () => {
      const { address } = operator().account
      const { signature, ...proof } = await json(
        'keys',
        'prove',
        ...chain(),
        '--folder',
        keys(),
        '--operator',
        addressOf('node-operators'),
      )
      const sale = await operator().buyXnode({
        series: 1,
        maxPayment: parseEther('0.5'),
      })
      await operator().activateXnode({ unit: sale.firstUnit })
      const { signer, status } = await operator().registerValidator({
        unit: sale.firstUnit,
        proof: { ...proof, deadline: BigInt(proof.deadline), signature },
        selfStake: parseEther('10000'),
        commissionBps: 0,
      })
      expect({ signer, status }).to.deep.equal({
        signer: key,
        status: 'active',
      })
      await world?.home.rpc('hardhat_setBalance', [key, toHex(parseEther('1'))])
      expect(address).to.equal(addressOf('node-operators'))
    })

    it('behavior: a new protection skips what the key may have signed', async () => {
      const args = ['--folder', keys(), ...chain()]
      const { signsFrom } = await json('protection', 'new', ...args)
      expect(BigInt(signsFrom)).to.equal((await today()) + 2n)
      expect(await refused('protection', 'new', ...args)).to.include('Keep it')
    })

    async function today(): Promise<bigint> {
      expectDefined(world)
      return (await world.home.client.getBlock()).timestamp / DAY
    }

    it('behavior: aggregator and daemon certify a round between them', async () => {
      expectDefined(world)
      const settings = ['--port', '0', '--settle', '0']
      aggregator = start('aggregator', ...chain(), ...settings)
      url = String((await aggregator.line('listening'))?.url)
      await world.advance(DAY * 3n)
      const daemon = run()
      await daemon.line('started')
      const certified = await daemon.line('certified')
      expect(certified?.members).to.equal(1)
      const { root } = await operator().getRound({ round: await today() })
      expect(root).to.equal(certified?.root)
      const { code, errors } = await run().ended
      expect(code).to.equal(1)
      expect(errors).to.include('Another process signs')
      expect((await daemon.stop()).code).to.equal(0)
      expect(daemon.lines.at(-1)?.event).to.equal('stopped')
    })

    it('behavior: killed, it goes on where it was', async () => {
      expectDefined(world)
      await world.advance(DAY)
      const first = run()
      await first.line('observed')
      await first.stop('SIGKILL')
      const second = run()
      await second.line('started')
      const round = await today()
      const end = Date.now() + 20_000
      while (Date.now() < end) {
        const { root } = await operator().getRound({ round })
        if (root !== undefined) break
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      expect((await operator().getRound({ round })).root).to.not.equal(
        undefined,
      )
      await second.stop()
      const evidence = await fetch(`${url}/evidence`)
      expect(await evidence.json()).to.deep.equal([])
    })

    it('behavior: what was signed moves to another machine', async () => {
      const elsewhere = join(folder, 'elsewhere')
      const file = join(folder, 'signed.json')
      const here = ['--folder', keys(), ...chain()]
      await json('protection', 'export', file, ...here)
      const [keystore] = await json('keys', 'show', '--folder', keys())
      await json(
        'keys',
        'import',
        join(keys(), `${keystore}.json`),
        '--folder',
        elsewhere,
      )
      const there = ['--folder', elsewhere, ...chain()]
      await json('protection', 'import', file, ...there)
      const mine = await json('protection', 'show', ...here)
      const theirs = await json('protection', 'show', ...there)
      expect(theirs.last).to.deep.equal(mine.last)
      expect(theirs.statements).to.equal(mine.statements)
    })

    it('behavior: an aggregator that is asked to end does', async () => {
      expect((await aggregator?.stop())?.code).to.equal(0)
    })
  })
})
