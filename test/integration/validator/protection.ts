import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  appendFile,
  mkdtemp,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { createJournal } from '../../../validator/src/protection/journal.ts'
import { openProtection } from '../../../validator/src/protection/protection.ts'
import {
  lossyDisk,
  scope,
  sign,
  statementOf,
  steps,
} from '../../helpers/validator/crash.ts'
import { refusalCode } from '../../helpers/validator/refusal.ts'

const program = fileURLToPath(
  new URL('../../helpers/validator/crash.ts', import.meta.url),
)

describe('validator', () => {
  describe('protection', () => {
    let folder = ''
    let path = ''
    let count = 0
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'openmesh-signed-'))
    })
    after(() => rm(folder, { recursive: true, force: true }))
    beforeEach(async () => {
      path = join(folder, `${count++}.signed`)
      await createJournal(path, scope, [])
    })

    const open = (at = path) => openProtection(at, scope)

    it('default: signs, and the very same statement again', async () => {
      const protection = await open()
      const first = await protection.guard(statementOf(5n, 'a'), sign)
      const again = await protection.guard(statementOf(5n, 'a'), sign)
      expect(again).to.equal(first)
      await protection.close()
    })

    it('error: WouldEquivocate for a second root, also after a restart', async () => {
      const protection = await open()
      await protection.guard(statementOf(5n, 'a'), sign)
      const second = () => protection.guard(statementOf(5n, 'b'), sign)
      expect(await refusalCode(second())).to.equal('WouldEquivocate')
      await protection.close()
      const restarted = await open()
      expect(
        await refusalCode(restarted.guard(statementOf(5n, 'b'), sign)),
      ).to.equal('WouldEquivocate')
      await restarted.close()
    })

    it('error: BelowWatermark for a round before the last one', async () => {
      const protection = await open()
      await protection.guard(statementOf(5n, 'a'), sign)
      expect(
        await refusalCode(protection.guard(statementOf(4n, 'a'), sign)),
      ).to.equal('BelowWatermark')
      await protection.close()
    })

    it('behavior: other kinds and subjects are other topics', async () => {
      const protection = await open()
      const statement = statementOf(5n, 'a')
      const subject = `0x${'01'.repeat(32)}` as const
      await protection.guard(statement, sign)
      await protection.guard({ ...statementOf(5n, 'b'), subject }, sign)
      await protection.guard({ ...statementOf(3n, 'b'), kind: 2 }, sign)
      expect(protection.history.statements()).to.have.length(3)
      await protection.close()
    })

    it('behavior: of many at once, one root is signed', async () => {
      const protection = await open()
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) =>
          protection.guard(statementOf(5n, `${index}`), sign),
        ),
      )
      const signed = results.filter(({ status }) => status === 'fulfilled')
      expect(signed).to.have.length(1)
      await protection.close()
    })

    it('behavior: what cannot be signed is on record all the same', async () => {
      const protection = await open()
      const failed = protection.guard(statementOf(5n, 'a'), () =>
        Promise.reject(new Error('no key')),
      )
      await failed.catch(() => undefined)
      expect(
        await refusalCode(protection.guard(statementOf(5n, 'b'), sign)),
      ).to.equal('WouldEquivocate')
      await protection.close()
    })

    it('error: InUse for a second process or a second opening', async () => {
      const protection = await open()
      expect(await refusalCode(open())).to.equal('InUse')
      const { code, errors } = await crashAt('none', 5n, 'a')
      expect(code).to.not.equal(0)
      expect(errors).to.include('Another process signs with')
      await protection.close()
      await (await open()).close()
    })

    it('error: ProtectionMissing rather than an empty beginning', async () => {
      await rm(path)
      expect(await refusalCode(open())).to.equal('ProtectionMissing')
      expect(existsSync(path)).to.equal(false)
    })

    it('error: ProtectionExists rather than a second beginning', async () => {
      expect(await refusalCode(createJournal(path, scope, []))).to.equal(
        'ProtectionExists',
      )
    })

    it('error: ProtectionOfOther for another chain, contract or key', async () => {
      const others = [
        { ...scope, chainId: 1 },
        { ...scope, accountability: scope.signer },
        { ...scope, signer: scope.accountability },
      ]
      for (const other of others)
        expect(await refusalCode(openProtection(path, other))).to.equal(
          'ProtectionOfOther',
        )
    })

    it('error: ProtectionDamaged for a line that is changed or missing', async () => {
      const protection = await open()
      for (const round of [1n, 2n, 3n])
        await protection.guard(statementOf(round, 'a'), sign)
      await protection.close()
      const lines = (await readFile(path, 'utf8')).split('\n')
      const changed = lines.map((line, index) =>
        index === 2 ? line.replace('"2"', '"7"') : line,
      )
      const missing = lines.filter((_, index) => index !== 2)
      for (const broken of [changed, missing, ['']]) {
        await writeFile(path, broken.join('\n'))
        expect(await refusalCode(open())).to.equal('ProtectionDamaged')
      }
    })

    it('behavior: a torn last line is cut off, at whatever byte', async () => {
      const protection = await open()
      await protection.guard(statementOf(1n, 'a'), sign)
      const whole = (await readFile(path, 'utf8')).length
      await protection.guard(statementOf(2n, 'a'), sign)
      await protection.close()
      const { length } = await readFile(path, 'utf8')
      const text = await readFile(path)
      for (let at = whole; at < length; at += 7) {
        await writeFile(path, text)
        await truncate(path, at)
        const torn = await open()
        expect(torn.history.statements()).to.have.length(1)
        await torn.guard(statementOf(2n, 'b'), sign)
        await torn.close()
        const reread = await open()
        expect(reread.history.statements()).to.have.length(2)
        await reread.close()
      }
    })

    it('error: ProtectionUnwritable from a full disk on, until restarted', async () => {
      let isFull = false
      const { disk } = lossyDisk(() => 0)
      const protection = await openProtection(path, scope, {
        open: async (at) => {
          const file = await disk.open(at)
          return {
            ...file,
            appendFile: async (data) => {
              if (isFull) throw new Error('ENOSPC')
              await file.appendFile(data)
            },
          }
        },
      })
      await protection.guard(statementOf(1n, 'a'), sign)
      isFull = true
      const next = () => protection.guard(statementOf(2n, 'a'), sign)
      expect(await refusalCode(next())).to.equal('ProtectionUnwritable')
      isFull = false
      expect(await refusalCode(next())).to.equal('ProtectionUnwritable')
      await protection.close()
    })

    /** Runs the program that dies; what left it is in `released`. */
    function crashAt(step: string, round: bigint, word: string) {
      const child = spawn(
        process.execPath,
        [
          '--no-warnings',
          program,
          path,
          `${path}.released`,
          String(round),
          word,
          step,
        ],
        { stdio: ['ignore', 'ignore', 'pipe'] },
      )
      let errors = ''
      child.stderr.on('data', (chunk) => {
        errors += chunk
      })
      return new Promise<{
        code: number | null
        signal: string | null
        errors: string
      }>((resolve) =>
        child.on('close', (code, signal) => resolve({ code, signal, errors })),
      )
    }

    async function released(): Promise<Map<string, Set<string>>> {
      const text = await readFile(`${path}.released`, 'utf8').catch(() => '')
      const roots = new Map<string, Set<string>>()
      for (const line of text.split('\n').filter(Boolean)) {
        const { root, round } = JSON.parse(line)
        roots.set(round, (roots.get(round) ?? new Set()).add(root))
      }
      return roots
    }

    for (const step of steps)
      it(`behavior: killed at ${step}, no second root leaves`, async () => {
        const { code, signal } = await crashAt(step, 5n, 'a')
        if (step === 'none') expect(code).to.equal(0)
        else expect(signal).to.equal('SIGKILL')
        // The restarted process would say something else about the round.
        await crashAt('none', 5n, 'b')
        await crashAt('none', 5n, 'a')
        const roots = (await released()).get('5') ?? new Set()
        expect(roots.size).to.equal(1)
        const protection = await open()
        await protection.guard(statementOf(6n, 'a'), sign)
        await protection.close()
      })

    it('behavior: through 400 losses of power, one root a round', async () => {
      let seed = 1
      const random = (below: number) => {
        seed = (seed * 48_271) % 2_147_483_647
        return seed % below
      }
      const said = new Map<bigint, Set<string>>()
      for (let life = 0; life < 400; life++) {
        const { disk, crash } = lossyDisk((unsynced) => random(unsynced + 1))
        const dies = random(3) === 0
        const protection = await openProtection(path, scope, {
          open: async (at) => {
            const file = await disk.open(at)
            return {
              ...file,
              sync: () =>
                dies ? Promise.reject(new Error('power')) : file.sync(),
            }
          },
        }).catch(() => undefined)
        const round = BigInt(1 + Math.floor(life / 4))
        const statement = statementOf(round, `${random(3)}`)
        await protection
          ?.guard(statement, async (signed) => {
            said.set(round, (said.get(round) ?? new Set()).add(signed.root))
            return sign(signed)
          })
          .catch(() => undefined)
        await protection?.close()
        await crash()
      }
      expect([...said.values()].every(({ size }) => size === 1)).to.equal(true)
      expect(said.size).to.be.greaterThan(50)
    })

    it('behavior: the file is lines a person can read', async () => {
      const protection = await open()
      await protection.guard(statementOf(5n, 'a'), sign)
      await protection.close()
      await appendFile(path, '')
      const text = await readFile(path, 'utf8')
      expect(text.split('\n')[1]).to.match(
        /^[0-9a-f]{16} \{"type":"signed","statement":\{"round":"5","kind":1,/,
      )
    })
  })
})
