import { formatEther, parseEther } from 'viem'
import type { AccountName } from '../../devnet/accounts.ts'
import type { DevnetChain } from '../../devnet/index.ts'
import {
  deliveryGasLimit,
  readDeliveryGas,
} from '../../devnet/measure-delivery.ts'
import type { World } from '../../devnet/world.ts'
import { atHome, inOpen, onSpoke } from './cast.ts'
import type { Report } from './report.ts'

const sent = parseEther('100000')
const returned = parseEther('40000')

/** CCIP's fee follows its prices; a quote may be a tenth too low. */
const maxFeePercentOfQuote = 110n

/** OPEN goes to the spoke and part of it comes back. */
export async function bridgeChapter(
  world: World,
  report: Report,
  traveller: AccountName,
): Promise<void> {
  const near = atHome(world, traveller)
  const far = onSpoke(world, traveller)
  const account = near.account.address
  await report.step('bridgeOut', () =>
    cross(world, near, world.home, world.spoke, sent),
  )
  await report.step('bridgeBack', async () => {
    const before = await near.getBalance({ account })
    const outcome = await cross(world, far, world.spoke, world.home, returned)
    const after = await near.getBalance({ account })
    if (after - before !== returned)
      throw new Error(`${after - before} came back, not ${returned}`)
    return outcome
  })
}

type Traveller = ReturnType<typeof atHome> | ReturnType<typeof onSpoke>

async function cross(
  world: World,
  client: Traveller,
  from: DevnetChain,
  to: DevnetChain,
  amount: bigint,
) {
  const route = {
    destinationChainSelector: to.selector,
    amount,
    receiver: client.account.address,
  }
  const quote = await client.quoteBridge(route)
  const { receipt, messageId, fee } = await client.bridgeOpen({
    ...route,
    maxFee: (quote * maxFeePercentOfQuote) / 100n,
  })
  const delivery = (await world.relayer.relay()).find(
    (found) => found.messageId === messageId,
  )
  if (delivery?.state !== 'success')
    throw new Error(`message ${messageId} was not delivered on ${to.name}`)
  const token = await readDeliveryGas(to, delivery.hash)
  return {
    said: `${inOpen(amount)} from ${from.name} to ${to.name} for ${formatEther(fee)} ETH; delivery took ${token.toLocaleString('en')} of ${deliveryGasLimit.toLocaleString('en')} token gas`,
    gas: receipt.gasUsed,
    tx: receipt.transactionHash,
  }
}
