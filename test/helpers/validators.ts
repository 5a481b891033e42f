import { parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { type AccountName, addressOf } from '../../devnet/accounts.ts'
import type { ProofOfPossession } from '../../sdk/src/index.ts'
import type { SdkWorld } from './sdk.ts'

const DAY = 86_400n
const price = parseEther('0.5')

/** The least a validator stakes of its own. */
export const selfStake = parseEther('10000')

/** A signing key that no validator has used. */
export const newKey = () => privateKeyToAccount(generatePrivateKey())

/** A unit of somebody, whose term is running. */
export async function activeUnit(
  sdk: SdkWorld,
  name: AccountName,
): Promise<bigint> {
  const owner = sdk.as(name)
  const sale = await owner.buyXnode({ series: 1, maxPayment: price })
  await owner.activateXnode({ unit: sale.firstUnit })
  return sale.firstUnit
}

/** A signing key’s word that somebody may use it, good for a day. */
export async function proofFor(
  sdk: SdkWorld,
  name: AccountName,
  signer = newKey(),
): Promise<ProofOfPossession> {
  return sdk.as(name).signProofOfPossession({
    signer,
    operator: addressOf(name),
    deadline: (await sdk.now()) + DAY,
  })
}

/** A validator in the set, with its signing key. */
export async function register(
  sdk: SdkWorld,
  name: AccountName,
  signer = newKey(),
) {
  return sdk.as(name).registerValidator({
    unit: await activeUnit(sdk, name),
    proof: await proofFor(sdk, name, signer),
    selfStake,
    commissionBps: 500,
  })
}
