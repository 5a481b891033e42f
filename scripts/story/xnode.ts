import { formatEther } from 'viem'
import type { AccountName } from '../../devnet/accounts.ts'
import type { World } from '../../devnet/world.ts'
import { atHome } from './cast.ts'
import type { Report } from './report.ts'

/** The series that genesis opens. */
const series = 1

/** Ether may fall by 2 % between quote and purchase; the surplus comes back. */
const maxPaymentPercentOfQuote = 102n

/** Each operator buys a unit for ether and activates it. */
export async function xnodeChapter(
  world: World,
  report: Report,
  operators: readonly AccountName[],
): Promise<bigint[]> {
  const units: bigint[] = []
  await report.step('buyXnode', async () => {
    const bought = []
    for (const name of operators) {
      const operator = atHome(world, name)
      const quote = await operator.quoteXnode({ series })
      bought.push(
        await operator.buyXnode({
          series,
          maxPayment: (quote * maxPaymentPercentOfQuote) / 100n,
        }),
      )
    }
    units.push(...bought.map(({ firstUnit }) => firstUnit))
    const [first] = bought
    return {
      said: `Xnode One ${units.join(' and ')} bought, ${formatEther(first?.payment ?? 0n)} ETH each at the feed's price of 1,500 USD`,
      gas: bought.reduce((sum, { receipt }) => sum + receipt.gasUsed, 0n),
      ...(first && { tx: first.receipt.transactionHash }),
    }
  })
  await report.step('activateXnode', async () => {
    const activated = []
    for (const [index, name] of operators.entries())
      activated.push(
        await atHome(world, name).activateXnode({
          unit: units[index] as bigint,
        }),
      )
    const [first] = activated
    const expiry = new Date(Number(first?.expiry ?? 0n) * 1000)
    return {
      said: `both units run until ${expiry.toISOString().slice(0, 10)}`,
      gas: activated.reduce((sum, { receipt }) => sum + receipt.gasUsed, 0n),
      ...(first && { tx: first.receipt.transactionHash }),
    }
  })
  return units
}
