import { parseUnits, toHex } from 'viem'
import { accounts, addressOf } from '../../devnet/accounts.ts'
import { mintTestToken } from '../../devnet/tokens.ts'
import type { World } from '../../devnet/world.ts'
import { setVoucherBudget } from '../../sdk/src/index.ts'
import { addressBooks } from './cast.ts'
import type { Report } from './report.ts'

/** Signs vouchers on the devnet. */
const sponsor = 'expansion-sponsors'
const budget = 100n
const term = 180n * 86_400n
const dollars = '100000'

/** Leaves behind what a person needs to try the rest: USDC, and a budget for vouchers. */
export async function seedChapter(world: World, report: Report): Promise<void> {
  await report.step('seed', async () => {
    const { deployer, guardian, ...people } = accounts
    const names = Object.keys(people) as (keyof typeof people)[]
    for (const name of names)
      await mintTestToken(
        world.home,
        'usdc',
        addressOf(name),
        parseUnits(dollars, 6),
      )
    await giveBudget(world)
    return {
      said: `accounts ${Object.values(people).join(', ')} hold USDC, account ${accounts[sponsor]} may sign vouchers for ${budget} units`,
    }
  })
}

/** As the timelock, in the place of a vote. */
async function giveBudget(world: World): Promise<void> {
  const { client, rpc } = world.home
  const contracts = addressBooks(world).home
  const from = contracts.openTimelock
  const { timestamp } = await client.getBlock()
  const { data, to } = setVoucherBudget.call({
    contracts,
    signer: addressOf(sponsor),
    series: 1,
    units: budget,
    until: timestamp + term,
  })
  const balance = await client.getBalance({ address: from })
  await rpc('hardhat_impersonateAccount', [from])
  await rpc('hardhat_setBalance', [from, toHex(balance + 10n ** 18n)])
  await rpc('eth_sendTransaction', [{ from, to, data }])
  // The treasury has what it had.
  await rpc('hardhat_setBalance', [from, toHex(balance)])
  await rpc('hardhat_stopImpersonatingAccount', [from])
}
