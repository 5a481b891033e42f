import {
  type Address,
  encodeFunctionData,
  erc20Abi,
  getAddress,
  parseEther,
} from 'viem'
import { type AccountName, addressOf } from '../../devnet/accounts.ts'
import type { ProposalAction } from '../../sdk/src/index.ts'
import type { SdkWorld } from './sdk.ts'

/** Holders who pass what they want: 60 million OPEN. */
export const holders: readonly AccountName[] = [
  'core-team',
  'contributors-guild',
  'cloud-initiative',
]

/** Nobody's. */
export const payee = getAddress('0x00000000000000000000000000000000000a11ce')

/** Each holder delegates to itself. */
export async function delegateHolders(sdk: SdkWorld): Promise<void> {
  for (const name of holders)
    await sdk.as(name).delegation.set({ delegatee: addressOf(name) })
  await sdk.world.advance(10n)
}

/** Pays OPEN from the treasury: on the standard list. */
export function payment(
  sdk: SdkWorld,
  amount = parseEther('1000'),
  to: Address = payee,
): ProposalAction {
  const data = encodeFunctionData({
    abi: erc20Abi,
    functionName: 'transfer',
    args: [to, amount],
  })
  return { to: sdk.home.openToken, data, value: 0n }
}

/** Lets time pass until a timestamp lies behind. */
export async function advancePast(
  sdk: SdkWorld,
  timestamp: bigint,
): Promise<void> {
  const left = timestamp - (await sdk.now()) + 1n
  if (left > 0n) await sdk.world.advance(left)
}

/** A proposal whose vote is on. */
export async function openVote(
  sdk: SdkWorld,
  proposer: AccountName,
  description: string,
  actions: readonly ProposalAction[] = [payment(sdk)],
) {
  const made = await sdk.as(proposer).proposals.create({ actions, description })
  await advancePast(sdk, made.snapshot)
  return made
}
