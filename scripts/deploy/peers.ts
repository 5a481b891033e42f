import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Address } from 'viem'
import {
  type ChainConfig,
  type ChainName,
  chainNamed,
  chainNames,
} from '../../config/chains.ts'
import { type BridgePeer, bridgeEnds } from '../../rocketh/deploy.ts'

/**
 * @param chain One end.
 * @returns The other ends that were recorded in `deployments/`.
 */
export async function findPeers(chain: ChainConfig): Promise<BridgePeer[]> {
  const others = chainNames
    .map((name: ChainName) => chainNamed(name))
    .filter(({ side, kind }) => side !== chain.side && kind === chain.kind)
  const found = await Promise.all(others.map(readPeer))
  return found.filter((peer) => peer !== undefined)
}

async function readPeer(chain: ChainConfig): Promise<BridgePeer | undefined> {
  const names = bridgeEnds[chain.side]
  const path = (name: string) => join('deployments', chain.name, `${name}.json`)
  if (!existsSync(path(names.token)) || !existsSync(path(names.pool)))
    return undefined
  const address = async (name: string): Promise<Address> =>
    JSON.parse(await readFile(path(name), 'utf8')).address
  return {
    selector: chain.selector,
    token: await address(names.token),
    pool: await address(names.pool),
  }
}
