import { appendFile, open, truncate } from 'node:fs/promises'
import { type Hex, keccak256, toHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Disk } from '../../../validator/src/protection/journal.ts'
import { openProtection } from '../../../validator/src/protection/protection.ts'
import type {
  Scope,
  Statement,
} from '../../../validator/src/protection/statement.ts'

/*
 * A process that signs one statement and is killed (kill -9) at a given step:
 *   node crash.ts PROTECTION RELEASED ROUND WORD STEP
 * What is signed goes to the file RELEASED, as if sent to the network.
 */

export const privateKey: Hex = `0x${'11'.repeat(32)}`
export const key = privateKeyToAccount(privateKey)
export const scope: Scope = {
  chainId: 31337,
  accountability: '0x00000000000000000000000000000000000000aa',
  signer: key.address,
}

/** Where a process can die, in order; `none` lives. */
export const steps = [
  'before-append',
  'half-written',
  'before-sync',
  'after-sync',
  'before-release',
  'none',
] as const
export type Step = (typeof steps)[number]

export function statementOf(round: bigint, word: string): Statement {
  const root = keccak256(toHex(word))
  return { round, kind: 1, subject: `0x${'00'.repeat(32)}`, root }
}

export const sign = ({ root, round }: Statement) =>
  key.sign({ hash: keccak256(`${root}${toHex(round, { size: 8 }).slice(2)}`) })

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => {})
}

/** A disk whose machine dies at a step. */
function dyingDisk(step: Step): Disk {
  return {
    open: async (path) => {
      const file = await open(path, 'a')
      return {
        appendFile: async (data) => {
          if (step === 'before-append') return die()
          if (step !== 'half-written') return file.appendFile(data)
          const text = String(data)
          await file.appendFile(text.slice(0, Math.floor(text.length / 2)))
          return die()
        },
        sync: async () => {
          if (step === 'before-sync') return die()
          await file.sync()
          if (step === 'after-sync') return die()
        },
        truncate: (length) => file.truncate(length),
        close: () => file.close(),
      }
    },
  }
}

/**
 * A disk that loses at a crash what was not synced: any number of its bytes.
 *
 * @param kept How many of the unsynced bytes are there afterwards.
 */
export function lossyDisk(kept: (unsynced: number) => number) {
  let synced = 0
  let written = 0
  let at = ''
  const disk: Disk = {
    open: async (path) => {
      const file = await open(path, 'a')
      at = path
      synced = (await file.stat()).size
      written = synced
      return {
        appendFile: async (data) => {
          await file.appendFile(data)
          written += Buffer.byteLength(String(data))
        },
        sync: async () => {
          synced = written
        },
        truncate: async (length = 0) => {
          await file.truncate(length)
          written = length
        },
        close: () => file.close(),
      }
    },
  }
  return {
    disk,
    crash: () => truncate(at, synced + kept(written - synced)),
  }
}

async function main([path, released, round, word, step]: string[]) {
  const at = step as Step
  const protection = await openProtection(path as string, scope, dyingDisk(at))
  const statement = statementOf(BigInt(round as string), word as string)
  const signature = await protection.guard(statement, sign)
  if (at === 'before-release') await die()
  await appendFile(
    released as string,
    `${JSON.stringify({ round, root: statement.root, signature })}\n`,
  )
  await protection.close()
}

if (import.meta.main) await main(process.argv.slice(2))
