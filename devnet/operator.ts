import {
  type Abi,
  type Address,
  encodeDeployData,
  encodeFunctionData,
  type Hex,
  toHex,
} from 'viem'
import {
  type DevnetContract,
  deploymentOrder,
  firstNonce,
  operator,
} from '../config/devnet.ts'
import type { Artifact } from '../rocketh/ccip-releases.ts'
import { DevnetAddressError } from './errors.ts'
import type { DevnetChain } from './network.ts'

/**
 * Fixed gas, because estimates are wrong twice over: they double the time of
 * a start, and CCIP's `execute` swallows what runs out of gas inside it.
 */
const gas = { deploy: 12_000_000n, call: 3_000_000n } as const

/**
 * Makes the operator usable, whatever mnemonic the chain runs with.
 *
 * @param chain - A fresh chain.
 */
export async function fundOperator(chain: DevnetChain): Promise<void> {
  await chain.rpc('hardhat_impersonateAccount', [operator])
  await chain.rpc('hardhat_setBalance', [operator, toHex(10n ** 24n)])
  const nonce = firstNonce[chain.name]
  if (nonce > 0) await chain.rpc('hardhat_setNonce', [operator, toHex(nonce)])
}

/**
 * Deploys one contract of the operator.
 *
 * @param chain - Where.
 * @param name - Which; the contracts before it in the order must be there.
 * @param artifact - What.
 * @param args - Constructor arguments.
 * @throws {@link DevnetAddressError} when it lands elsewhere than published.
 */
export async function deployAsOperator(
  chain: DevnetChain,
  name: DevnetContract,
  artifact: Artifact,
  args: readonly unknown[] = [],
): Promise<void> {
  const nonce = firstNonce[chain.name] + deploymentOrder.indexOf(name)
  const data = encodeDeployData({ ...artifact, args })
  await send(chain, { data, gas: gas.deploy, nonce })
  const code = await chain.client.getCode({ address: chain.addresses[name] })
  if (code === undefined) {
    throw new DevnetAddressError(
      `${name} is not at ${chain.addresses[name]}: the operator's nonce was used by something else.`,
    )
  }
}

export interface OperatorCall {
  readonly to: Address
  readonly abi: Abi | readonly unknown[]
  readonly functionName: string
  readonly args: readonly unknown[]
  readonly gas?: bigint
}

/**
 * Sends a call as the operator, mined when it returns.
 *
 * @param chain - Where.
 * @param call - Target, function and arguments.
 * @returns The transaction's hash.
 */
export async function callAsOperator(
  chain: DevnetChain,
  call: OperatorCall,
): Promise<Hex> {
  const data = encodeFunctionData(
    call as Parameters<typeof encodeFunctionData>[0],
  )
  return send(chain, { to: call.to, data, gas: call.gas ?? gas.call })
}

async function send(
  chain: DevnetChain,
  request: { to?: Address; data: Hex; gas: bigint; nonce?: number },
): Promise<Hex> {
  const { nonce, ...rest } = request
  const transaction = {
    ...rest,
    from: operator,
    gas: toHex(request.gas),
    ...(nonce === undefined ? {} : { nonce: toHex(nonce) }),
  }
  return (await chain.rpc('eth_sendTransaction', [transaction])) as Hex
}
