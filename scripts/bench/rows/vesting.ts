import {
  type Address,
  type Hex,
  maxUint256,
  parseAbi,
  parseEther,
  zeroHash,
} from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { allocationRow } from '../../../config/allocation.ts'
import { genesis, pause } from '../../../config/bench.ts'
import { scheduleWord } from '../../../rocketh/vesting.ts'
import {
  openVestingAbi,
  vestingFactoryAbi,
} from '../../../typechain-types/index.ts'
import {
  changedWord,
  coldCall,
  event,
  newContract,
  newWord,
  readWord,
} from '../floor.ts'
import {
  type Bench,
  deployMeasured,
  openActor,
  type Sent,
  type Spent,
  sum,
  transact,
} from '../harness.ts'
import { peerArtifact } from '../peers.ts'
import { type Row, toRow } from '../row.ts'
import { measureEach, type Subjects, type Token } from '../tokens.ts'

const walletAbi = parseAbi(['function release(address token)'])

const held = parseEther('100')
const granted = parseEther('1000')
const day = 86_400
/** In the middle of what vests when the rows are measured. */
const schedule = {
  start: Number(genesis) / 1_000 - 30 * day,
  cliff: 7 * day,
  duration: 365 * day,
  steps: 0,
  immediateBps: 0,
}

/** Somebody who locks tokens, all of them OPEN. */
interface Vesting {
  readonly create: (beneficiary: Address) => Promise<Created>
}

interface Created {
  readonly spent: Spent
  readonly release: () => Promise<Sent>
}

/** A grant's life. */
export async function vestingRows(
  bench: Bench,
  tokens: Subjects<Token>,
): Promise<Row[]> {
  const { home, faucet, world, say } = bench
  const open = tokens.ours
  const relay = await openActor(home, 'vesting.relay')
  const vestings: Subjects<Vesting> = {
    ours: await ourVesting(bench, open, relay),
    peers: { openzeppelin: openZeppelinVesting(bench, open, relay) },
  }
  // Nobody's grant is the first of all.
  const first = await openActor(home, 'vesting.first')
  await measureEach(vestings, async ({ create }) => {
    const { spent } = await create(first.address)
    return spent
  })

  const created = async (name: string, votes: boolean) => {
    const wallets: Created[] = []
    const spent = await measureEach(vestings, async ({ create }) => {
      // One for each, so that no wallet finds what another left behind.
      const who = await openActor(home, `${name}.${wallets.length}`)
      await transact(home, faucet, open, 'transfer', [who.address, held])
      if (votes) await transact(home, who, open, 'delegate', [who.address])
      const wallet = await create(who.address)
      wallets.push(wallet)
      return wallet.spent
    })
    const release = async () => {
      await world.advance(pause)
      const rest = wallets.values()
      return measureEach(vestings, () => {
        const { value: wallet } = rest.next()
        if (wallet === undefined) throw new Error('no wallet')
        return wallet.release()
      })
    }
    return { spent, release }
  }

  say('vesting.create')
  const quiet = await created('vesting.quiet', false)
  say('vesting.release')
  // The first leaves counters behind that every later one finds.
  await quiet.release()
  await quiet.release()
  const release = await quiet.release()
  say('vesting.releaseDelegated')
  const voting = await created('vesting.voting', true)
  await voting.release()
  await voting.release()
  const releaseDelegated = await voting.release()

  const paid = [
    coldCall('token called'),
    readWord('owner'),
    changedWord('balance', 2),
    event('Transfer', 3, 1),
  ]
  const later =
    'by a relay, the third, an hour after the second; the beneficiary holds some already'
  return [
    toRow({
      operation: 'vesting.create',
      state:
        'a year, linear, with a cliff; the payer has given ours an unlimited allowance and pays the peer in a second transaction; the beneficiary holds some already and nobody has a delegate; ours votes for the beneficiary from this moment on, the peer never does',
      ...quiet.spent,
      least: [
        newContract('minimal proxy, two words of terms in its code', 45 + 64),
        coldCall('token called'),
        changedWord('balance of the payer'),
        newWord('balance of the wallet'),
        event('Transfer', 3, 1),
      ],
    }),
    toRow({
      operation: 'vesting.release',
      state: `${later} and has no delegate. Ours buys votes: the wallet's tokens voted for the beneficiary, so what leaves it is a new entry in the history of votes, nine tenths of the difference to the peer, whose tokens never voted; the rest is the proxy, which made the wallet cheap`,
      ...release,
      least: paid,
    }),
    toRow({
      operation: 'vesting.releaseDelegated',
      state: `${later} and votes for itself, so that ours moves no votes and the peer adds what its tokens never voted before`,
      ...releaseDelegated,
      least: paid,
    }),
  ]
}

async function ourVesting(
  { home, faucet, at }: Bench,
  open: Token,
  relay: PrivateKeyAccount,
): Promise<Vesting> {
  const factory = { address: at('VestingFactory'), abi: vestingFactoryAbi }
  await transact(home, faucet, open, 'approve', [factory.address, maxUint256])
  const { id: row } = allocationRow('team')
  return {
    create: async (beneficiary) => {
      const grant = {
        beneficiary,
        amount: granted,
        schedule: scheduleWord(schedule, 0n),
        revocable: false,
        salt: zeroHash as Hex,
      }
      const address = await home.client.readContract({
        ...factory,
        functionName: 'predict',
        args: [faucet.address, row, grant],
      })
      const wallet = { address, abi: openVestingAbi }
      return {
        spent: await transact(home, faucet, factory, 'create', [row, grant]),
        release: () => transact(home, relay, wallet, 'release', []),
      }
    },
  }
}

function openZeppelinVesting(
  { home, faucet }: Bench,
  open: Token,
  relay: PrivateKeyAccount,
): Vesting {
  return {
    create: async (beneficiary) => {
      const deployed = await deployMeasured(
        home,
        faucet,
        await peerArtifact('OpenZeppelinVesting'),
        [beneficiary, schedule.start, schedule.duration, schedule.cliff],
      )
      const wallet = { address: deployed.address, abi: walletAbi }
      const funded = await transact(home, faucet, open, 'transfer', [
        wallet.address,
        granted,
      ])
      return {
        spent: sum(deployed, funded),
        release: () => transact(home, relay, wallet, 'release', [open.address]),
      }
    },
  }
}
