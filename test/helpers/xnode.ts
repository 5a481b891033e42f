import {
  type Address,
  createClient,
  custom,
  type EIP1193RequestFn,
  parseEther,
} from 'viem'
import type { AccountName } from '../../devnet/accounts.ts'
import { setVoucherBudget } from '../../sdk/src/index.ts'
import { asTimelock } from './distribution.ts'
import type { SdkWorld } from './sdk.ts'

/** 1,500 USD at the devnet's 3,000 USD for an ether. */
export const price = parseEther('0.5')

const YEAR = 365n * 86_400n

/** A unit of the first series, not activated. */
export async function boughtBy(
  sdk: SdkWorld,
  name: AccountName,
): Promise<bigint> {
  const sale = await sdk.as(name).buyXnode({ series: 1, maxPayment: price })
  return sale.firstUnit
}

/** A unit of the first series whose term runs. */
export async function activatedBy(
  sdk: SdkWorld,
  name: AccountName,
): Promise<bigint> {
  const unit = await boughtBy(sdk, name)
  await sdk.as(name).activateXnode({ unit })
  return unit
}

/** Gives a signer units of the first series to give away within a year. */
export async function setBudget(
  sdk: SdkWorld,
  signer: Address,
  units: number,
): Promise<void> {
  const until = (await sdk.now()) + YEAR
  await asTimelock(sdk, [
    setVoucherBudget.call({
      contracts: sdk.home,
      signer,
      series: 1,
      units: BigInt(units),
      until,
    }),
  ])
}

/**
 * A client without account, that counts what it asks the node; which can be one
 * that passes over state overrides.
 */
export function countingReader(
  { world }: SdkWorld,
  { overrides = 'kept' }: { overrides?: 'kept' | 'dropped' } = {},
) {
  const { provider } = world.home
  const asked: string[] = []
  const request: EIP1193RequestFn = ({ method, params }) => {
    asked.push(method)
    const known =
      overrides === 'dropped' && method === 'eth_call' && Array.isArray(params)
        ? params.slice(0, 2)
        : params
    return provider.request({ method, params: known } as never) as never
  }
  return { asked, client: createClient({ transport: custom({ request }) }) }
}
