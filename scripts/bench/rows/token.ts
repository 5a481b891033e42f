import { parseEther, parseSignature } from 'viem'
import { deadline, pause } from '../../../config/bench.ts'
import { changedWord, event, newWord, recoveredSigner } from '../floor.ts'
import { type Bench, openActor, type Sent, transact } from '../harness.ts'
import { type Row, toRow } from '../row.ts'
import { measureEach, type Subjects, type Token } from '../tokens.ts'

const held = parseEther('100')
const moved = parseEther('10')

/** Transfers and permits. */
export async function tokenRows(
  bench: Bench,
  tokens: Subjects<Token>,
): Promise<Row[]> {
  return [
    await transferRow(bench, tokens),
    await transferDelegatedRow(bench, tokens),
    await permitRow(bench, tokens),
  ]
}

async function transferRow(
  bench: Bench,
  tokens: Subjects<Token>,
): Promise<Row> {
  const operation = 'token.transfer'
  bench.say(operation)
  const { home } = bench
  const alice = await holder(bench, tokens, 'token.alice')
  const bob = await holder(bench, tokens, 'token.bob')
  return toRow({
    operation,
    state: 'nobody has a delegate; the receiver holds some already',
    ...(await measureEach(tokens, (token) =>
      transact(home, alice, token, 'transfer', [bob.address, moved]),
    )),
    least: [changedWord('balance', 2), event('Transfer', 3, 1)],
  })
}

async function transferDelegatedRow(
  bench: Bench,
  tokens: Subjects<Token>,
): Promise<Row> {
  const operation = 'token.transferDelegated'
  bench.say(operation)
  const { home, world } = bench
  const carol = await holder(bench, tokens, 'token.carol')
  const dora = await holder(bench, tokens, 'token.dora')
  for (const voter of [carol, dora]) {
    const delegate = await openActor(home, `${voter.address}.delegate`)
    await measureEach(tokens, (token) =>
      transact(home, voter, token, 'delegate', [delegate.address]),
    )
  }
  // A history of one entry is a special case that some are built around.
  for (let transfers = 0; transfers < 2; transfers++)
    await measureEach(tokens, (token) =>
      transact(home, carol, token, 'transfer', [dora.address, moved]),
    )
  await world.advance(pause)
  return toRow({
    operation,
    state:
      'both sides have a delegate, not the same one, each with a history of three entries; the receiver holds some already',
    ...(await measureEach(tokens, (token) =>
      transact(home, carol, token, 'transfer', [dora.address, moved]),
    )),
    least: [
      changedWord('balance', 2),
      newWord('past votes kept', 2),
      changedWord('votes now, with their place in the history', 2),
      event('Transfer', 3, 1),
      event('DelegateVotesChanged', 2, 2, 2),
    ],
  })
}

async function permitRow(bench: Bench, tokens: Subjects<Token>): Promise<Row> {
  const operation = 'token.permit'
  bench.say(operation)
  const { home } = bench
  const erik = await holder(bench, tokens, 'token.erik')
  const relay = await openActor(home, 'token.relay')
  const permit = async (token: Token, spender: string): Promise<Sent> => {
    const { address } = await openActor(home, spender)
    const nonce = await home.client.readContract({
      ...token,
      functionName: 'nonces',
      args: [erik.address],
    })
    const signature = await erik.signTypedData({
      domain: {
        name: token.domainName,
        version: '1',
        chainId: home.chain.id,
        verifyingContract: token.address,
      },
      types: permitTypes,
      primaryType: 'Permit',
      message: {
        owner: erik.address,
        spender: address,
        value: moved,
        nonce,
        deadline,
      },
    })
    const { r, s, yParity } = parseSignature(signature)
    const v = yParity + 27
    return transact(home, relay, token, 'permit', [
      erik.address,
      address,
      moved,
      deadline,
      v,
      r,
      s,
    ])
  }
  await measureEach(tokens, (token) => permit(token, 'token.firstSpender'))
  return toRow({
    operation,
    state: 'the owner has signed one before; the spender had no allowance',
    ...(await measureEach(tokens, (token) => permit(token, 'token.spender'))),
    least: [
      recoveredSigner(),
      changedWord('nonce'),
      newWord('allowance'),
      event('Approval', 3, 1),
    ],
  })
}

const permitTypes = {
  Permit: [
    { name: 'owner', type: 'address' },
    { name: 'spender', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
} as const

async function holder(bench: Bench, tokens: Subjects<Token>, name: string) {
  const { home, faucet } = bench
  const account = await openActor(home, name)
  await measureEach(tokens, (token) =>
    transact(home, faucet, token, 'transfer', [account.address, held]),
  )
  return account
}
