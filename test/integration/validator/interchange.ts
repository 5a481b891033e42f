import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import {
  exportSigned,
  importSigned,
} from '../../../validator/src/protection/interchange.ts'
import { createJournal } from '../../../validator/src/protection/journal.ts'
import { openProtection } from '../../../validator/src/protection/protection.ts'
import { scope, sign, statementOf } from '../../helpers/validator/crash.ts'
import { refusalCode } from '../../helpers/validator/refusal.ts'

describe('validator', () => {
  describe('interchange', () => {
    let folder = ''
    let path = ''
    let count = 0
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'openmesh-moved-'))
    })
    after(() => rm(folder, { recursive: true, force: true }))
    beforeEach(async () => {
      path = join(folder, `${count++}.signed`)
      await createJournal(path, scope, [])
    })
    const open = (at = path) => openProtection(at, scope)

    async function signedElsewhere() {
      const protection = await open()
      await protection.guard(statementOf(5n, 'a'), sign)
      await protection.guard(statementOf(6n, 'b'), sign)
      await protection.guard({ ...statementOf(6n, 'c'), kind: 2 }, sign)
      return protection
    }

    async function arrive(value: unknown) {
      const at = `${path}.elsewhere`
      const written = JSON.parse(JSON.stringify(value))
      await createJournal(at, scope, importSigned(written, scope))
      return open(at)
    }

    it('default: complete carries every statement', async () => {
      const here = await signedElsewhere()
      const there = await arrive(exportSigned(here, 'complete'))
      const again = await there.guard(statementOf(6n, 'b'), sign)
      expect(again).to.equal(await here.guard(statementOf(6n, 'b'), sign))
      expect(
        await refusalCode(there.guard(statementOf(6n, 'x'), sign)),
      ).to.equal('WouldEquivocate')
      expect(
        await refusalCode(there.guard(statementOf(4n, 'x'), sign)),
      ).to.equal('BelowWatermark')
      await there.guard(statementOf(7n, 'x'), sign)
      await Promise.all([here.close(), there.close()])
    })

    it('behavior: minimal blocks all rounds up to the last signed', async () => {
      const here = await signedElsewhere()
      const minimal = exportSigned(here, 'minimal')
      expect(minimal.data[0]?.signed_attestations).to.deep.equal([
        { round: '6', kind: 1 },
        { round: '6', kind: 2 },
      ])
      const there = await arrive(minimal)
      expect(
        await refusalCode(there.guard(statementOf(6n, 'b'), sign)),
      ).to.equal('BelowWatermark')
      await there.guard(statementOf(7n, 'b'), sign)
      await Promise.all([here.close(), there.close()])
    })

    it('behavior: a block of every kind survives another export', async () => {
      const there = await arrive({
        ...exportSigned(await closed(signedElsewhere()), 'minimal'),
        data: [{ signer: scope.signer, signed_attestations: [{ round: '9' }] }],
      })
      for (const extent of ['minimal', 'complete'] as const)
        expect(
          exportSigned(there, extent).data[0]?.signed_attestations,
        ).to.deep.include({ round: '9' })
      expect(
        await refusalCode(
          there.guard({ ...statementOf(9n, 'a'), kind: 200 }, sign),
        ),
      ).to.equal('BelowWatermark')
      await there.close()
    })

    async function closed<held extends { close: () => Promise<void> }>(
      work: Promise<held>,
    ): Promise<held> {
      const held = await work
      await held.close()
      return held
    }

    it('error: InterchangeOfOther, InterchangeUnreadable: nothing is skipped', async () => {
      const here = await closed(signedElsewhere())
      const good = exportSigned(here, 'complete')
      const ofOther = [
        { ...scope, chainId: 1 },
        { ...scope, signer: scope.accountability },
        { ...scope, accountability: scope.signer },
      ]
      for (const other of ofOther)
        expect(() => importSigned(good, other)).to.throw('The file is of')
      const entry = { round: '5', kind: 1, subject: '0x', root: '0x' }
      const bad = [{ ...entry }, { round: '-1' }, { round: '5', kind: 300 }, 7]
      for (const item of bad)
        expect(() =>
          importSigned(
            {
              ...good,
              data: [{ signer: scope.signer, signed_attestations: [item] }],
            },
            scope,
          ),
        ).to.throw('cannot be imported')
    })
  })
})
