import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  keccak256,
  toHex,
  zeroAddress,
} from 'viem'
import {
  type DevnetChain,
  type DevnetWallet,
  defaultMnemonic,
  openChain,
} from '../../devnet/network.ts'
import { xnodeOneAbi, xnodeRegistryAbi } from '../../typechain-types/index.ts'
import { deploy } from './bridge.ts'

const day = 86_400n
const termDays = 31
const unitsPerSeries = 200
const batch = 20

/** Units from the place on that were activated on a day, 50 of each series. */
const activations = [
  { from: 0, day: 0n, state: 'Lapsed' },
  { from: 50, day: 35n, state: 'Grace' },
  { from: 100, day: 70n, state: 'Active' },
] as const

export interface Unit {
  readonly id: bigint
  readonly series: string
  readonly state: 'Minted' | 'Active' | 'Grace' | 'Lapsed'
  readonly app: string | undefined
  readonly hasTenant: boolean
  readonly isLocked: boolean
}

/**
 * A chain with 200 units of each series in all four states: lapsed, in grace,
 * active with apps, tenants and locks, and not activated yet.
 *
 * @param names - Of the series.
 * @param apps - Names of the apps that active units run in turn.
 * @returns The units and how to read them.
 */
export async function openUnits(
  names: readonly string[],
  apps: readonly string[],
) {
  const chain = await openChain({
    name: 'home',
    mnemonic: defaultMnemonic,
    genesis: new Date('2027-01-15T08:00:00Z'),
    port: undefined,
  })
  const wallet = chain.wallet(0)
  const me = wallet.account.address
  const { xnodeOne, registry } = await deployDomain(chain, wallet)

  const send = async (to: Address, data: Hex) => {
    // Fixed, because an estimate would double the time.
    const hash = await wallet.sendTransaction({ to, data, gas: 15_000_000n })
    const { status } = await chain.client.getTransactionReceipt({ hash })
    if (status !== 'success') throw new Error(`A call to ${to} reverted`)
  }
  const sendAll = (to: Address, calls: readonly Hex[]) =>
    send(to, callTo(xnodeOneAbi, 'multicall', [calls]))

  const units: Unit[] = []
  for (const [index, name] of names.entries()) {
    const params = {
      name,
      cap: unitsPerSeries,
      termDays,
      priceUsd: 10n ** 18n,
      renewalPriceUsd: 10n ** 18n,
      saleStart: 0,
      saleEnd: 2 ** 40 - 1,
      walletLimit: 0,
      royaltyBps: 0,
      specHash: keccak256('0x'),
      grantPerUnit: 0n,
    }
    await send(xnodeOne, callTo(xnodeOneAbi, 'createSeries', [params]))
    const mint = callTo(xnodeOneAbi, 'mint', [index + 1, me, BigInt(batch)])
    await sendAll(
      xnodeOne,
      Array.from({ length: unitsPerSeries / batch }, () => mint),
    )
    for (let place = 0; place < unitsPerSeries; place++) {
      const state =
        activations.find(({ from }) => place >= from && place < from + 50)
          ?.state ?? 'Minted'
      units.push({
        id: BigInt(index + 1) * 1_000_000n + BigInt(place + 1),
        series: name,
        state,
        app:
          state === 'Active' && place % 3 !== 0
            ? apps[place % apps.length]
            : undefined,
        hasTenant: state === 'Active' && place % 2 === 0,
        isLocked: place % 10 === 0,
      })
    }
  }

  const { timestamp: start } = await chain.client.getBlock()
  for (const activation of activations) {
    if (activation.day > 0n)
      await chain.rpc('evm_setNextBlockTimestamp', [
        toHex(start + activation.day * day),
      ])
    for (const name of names)
      await sendAll(
        xnodeOne,
        units
          .filter(
            ({ series, state }) =>
              series === name && state === activation.state,
          )
          .map(({ id }) => callTo(xnodeOneAbi, 'activate', [id])),
      )
  }
  await sendAll(
    registry,
    apps.map((app) =>
      callTo(xnodeRegistryAbi, 'publishApp', [app, keccak256('0x01'), '']),
    ),
  )
  const appIds = new Map<string, Hex>()
  for (const app of apps)
    appIds.set(
      app,
      await chain.client.readContract({
        address: registry,
        abi: xnodeRegistryAbi,
        functionName: 'appIdOf',
        args: [me, app],
      }),
    )
  const { timestamp: now } = await chain.client.getBlock()
  for (const some of chunks(units, 100)) {
    await sendAll(
      xnodeOne,
      some.flatMap(({ id, hasTenant, isLocked }) => [
        ...(hasTenant
          ? [callTo(xnodeOneAbi, 'setUser', [id, me, now + day])]
          : []),
        ...(isLocked ? [callTo(xnodeOneAbi, 'lock', [id])] : []),
      ]),
    )
    await sendAll(
      registry,
      some.flatMap(({ id, app }) => {
        const appId = app === undefined ? undefined : appIds.get(app)
        return appId === undefined
          ? []
          : [
              callTo(xnodeRegistryAbi, 'deploy', [
                id,
                appId,
                1n,
                keccak256('0x02'),
              ]),
            ]
      }),
    )
  }

  return {
    units,
    tokenURI: (id: bigint) =>
      chain.client.readContract({
        address: xnodeOne,
        abi: xnodeOneAbi,
        functionName: 'tokenURI',
        args: [id],
      }),
    close: chain.close,
  }
}

/** Units with what they need, all in the hands of the wallet. */
async function deployDomain(chain: DevnetChain, wallet: DevnetWallet) {
  const me = wallet.account.address
  const at = (nonce: bigint) => getContractAddress({ from: me, nonce })
  const [token, allocation, xnodeOne, revenue, registry, renderer] = [
    at(0n),
    at(1n),
    at(2n),
    at(3n),
    at(4n),
    at(5n),
  ]
  const rows = Array.from({ length: 25 }, (_, row) => ({
    key: toHex(`row ${row}`, { size: 32 }),
    cap: row === 0 ? 10n ** 27n : 0n,
  }))
  const roles = { minters: [me], renewer: me, locker: me }
  await deploy(chain, wallet, 'OpenToken', [allocation, me])
  await deploy(chain, wallet, 'TokenAllocation', [token, me, me, me, rows])
  await deploy(chain, wallet, 'XnodeOne', [me, roles, revenue, renderer])
  await deploy(chain, wallet, 'XnodeRevenue', [
    xnodeOne,
    token,
    allocation,
    me,
    [zeroAddress, token],
  ])
  await deploy(chain, wallet, 'XnodeRegistry', [xnodeOne, me])
  await deploy(chain, wallet, 'XnodeRenderer', [xnodeOne, registry])
  return { xnodeOne, registry }
}

function callTo<
  const abi extends Abi,
  name extends ContractFunctionName<abi, 'nonpayable'>,
>(
  abi: abi,
  functionName: name,
  args: ContractFunctionArgs<abi, 'nonpayable', name>,
): Hex {
  return encodeFunctionData({ abi, functionName, args } as never)
}

function chunks<item>(items: readonly item[], size: number): item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
