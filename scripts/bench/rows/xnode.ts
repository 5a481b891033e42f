import { erc721Abi } from 'viem'
import { xnodeOneAbi } from '../../../typechain-types/index.ts'
import { type Collection, unitsOf } from '../collections.ts'
import { changedWord, event, newWord, readWord } from '../floor.ts'
import { type Bench, openActor, transact } from '../harness.ts'
import { type Row, toRow } from '../row.ts'
import { measureEach, type Subjects } from '../tokens.ts'

/** Buying, moving and activating units. */
export async function xnodeRows(
  bench: Bench,
  collections: Subjects<Collection>,
): Promise<Row[]> {
  const { home, at, say } = bench
  const [first, alice, bob, carol] = await Promise.all(
    ['first', 'alice', 'bob', 'carol'].map((name) =>
      openActor(home, `xnode.${name}`),
    ),
  )
  if (!first || !alice || !bob || !carol) throw new Error('no buyers')
  for (const earlier of [first, carol])
    await measureEach(collections, ({ buy }) => buy(earlier, 1n))

  say('xnode.mint1')
  const mint1 = await measureEach(collections, ({ buy }) => buy(alice, 1n))
  say('xnode.mint5')
  const mint5 = await measureEach(collections, ({ buy }) => buy(bob, 5n))
  say('xnode.transfer')
  const transfer = await measureEach(collections, async ({ address }) => {
    const bought = await unitsOf(bench, address, bob.address)
    const unit = bought[2]
    if (unit === undefined) throw new Error('a batch of five has no third unit')
    const nft = { address, abi: erc721Abi }
    const path = [bob.address, carol.address, unit] as const
    return transact(home, bob, nft, 'transferFrom', path)
  })
  say('xnode.activate')
  const xnode = { address: at('XnodeOne'), abi: xnodeOneAbi }
  const activateFirst = async (owner: typeof alice) => {
    const [unit] = await unitsOf(bench, xnode.address, owner.address)
    if (unit === undefined) throw new Error(`${owner.address} bought nothing`)
    return transact(home, owner, xnode, 'activate', [unit])
  }
  await activateFirst(first)
  const activate = await activateFirst(alice)

  const sold = 'paid in ETH, to a buyer who holds none, others sold before'
  const bought =
    'Ours buys a price in dollars (the oracle and its feed are half of the difference to the best peer), a sale that a vote can replace beside a collection that stays, and a brake; the peers have a fixed price'
  return [
    toRow({
      operation: 'xnode.mint1',
      state: `one unit, ${sold}. ${bought}`,
      ...mint1,
      least: [
        newWord('owner'),
        newWord('balance'),
        changedWord('units sold'),
        event('Transfer', 4, 0),
      ],
    }),
    toRow({
      operation: 'xnode.mint5',
      state: `five units, ${sold}. ${bought}`,
      ...mint5,
      least: [
        newWord('owner of the batch'),
        newWord('balance'),
        changedWord('units sold'),
        event('Transfer', 4, 0, 5),
      ],
    }),
    toRow({
      operation: 'xnode.transfer',
      state:
        'the third unit of a batch of five, by its owner, to somebody who holds one. A unit that came in a batch gets a word of its own at its first transfer, which is when ours and ERC721A pay for the cheap mint; the others paid for it then',
      ...transfer,
      least: [
        changedWord('owner'),
        changedWord('balance', 2),
        event('Transfer', 4, 0),
      ],
    }),
    toRow({
      operation: 'xnode.activate',
      state:
        "by the owner, not the first of the day; no peer has terms. What it takes beyond the floor is the unit's place in the pool of its series: a number of units that expire that day and a share of its own",
      ours: activate,
      least: [
        changedWord('dates, packed beside the owner'),
        readWord("the series' term"),
        event('MetadataUpdate', 1, 1),
      ],
    }),
  ]
}
