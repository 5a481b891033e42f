import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type EncodeFunctionDataParameters,
  encodeDeployData,
  encodeFunctionData,
  getAddress,
  type Hex,
  hexToBytes,
  keccak256,
  parseEther,
  stringToHex,
  type TransactionReceipt,
  toHex,
} from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { accounts } from '../../devnet/accounts.ts'
import type { DevnetChain } from '../../devnet/index.ts'
import { contractAt, type World } from '../../devnet/world.ts'
import { openTokenAbi } from '../../typechain-types/index.ts'
import { type PeerContract, peerArtifact } from './peers.ts'

/** What one or several transactions took. */
export interface Spent {
  readonly transactions: number
  /** Of all transactions, refunds included, as their senders paid for it. */
  readonly gas: number
  /** Part of that which is for calldata. */
  readonly calldata: number
}

export interface Sent extends Spent {
  readonly receipt: TransactionReceipt
}

/** A contract to call. */
export interface Target<abi extends Abi = Abi> {
  readonly address: Address
  readonly abi: abi
}

type Writes = 'nonpayable' | 'payable'

/** More than any operation takes, less than a transaction may. */
const gasLimit = 12_000_000n
const endowment = parseEther('1000000')

export interface Bench {
  readonly world: World
  readonly home: DevnetChain
  /** Holds all OPEN that genesis granted, and hands it out. */
  readonly faucet: PrivateKeyAccount
  /** Where a contract of ours stands at home. */
  readonly at: (name: string) => Address
  /** Says on stderr what is being measured. */
  readonly say: (operation: string) => void
}

/**
 * Makes a deployed world ready for measuring.
 *
 * @param world Fresh, as `deploy/` leaves it.
 * @param say Shows progress.
 * @returns The bench.
 */
export async function createBench(
  world: World,
  say: Bench['say'],
): Promise<Bench> {
  const { home, contracts } = world
  const at = (name: string) => contractAt(contracts.home, name)
  const faucet = await openActor(home, 'faucet')
  const open = { address: at('OpenToken'), abi: openTokenAbi }
  const { deployer, guardian, council, buyer, ...grantees } = accounts
  for (const index of Object.values(grantees)) {
    const { account } = home.wallet(index)
    const balance = await home.client.readContract({
      ...open,
      functionName: 'balanceOf',
      args: [account.address],
    })
    await transact(home, account, open, 'transfer', [faucet.address, balance])
  }
  return { world, home, faucet, at, say }
}

/**
 * Opens an account that nothing ever happened to, with ether to pay for gas.
 *
 * @param chain Where; its address is the same on every chain.
 * @param name Any; the same name is the same account.
 * @returns The account, which can sign.
 */
export async function openActor(
  chain: DevnetChain,
  name: string,
): Promise<PrivateKeyAccount> {
  const account = privateKeyToAccount(keccak256(stringToHex(`bench.${name}`)))
  await chain.rpc('hardhat_impersonateAccount', [account.address])
  await fund(chain, account.address)
  return account
}

/** Gives an address ether out of nothing. */
export async function fund(chain: DevnetChain, to: Address): Promise<void> {
  await chain.rpc('hardhat_setBalance', [to, toHex(endowment)])
}

/** Acts as a contract of ours, as no key can. */
export async function openContract(
  { home, at }: Pick<Bench, 'home' | 'at'>,
  name: string,
): Promise<{ readonly address: Address }> {
  const address = at(name)
  await home.rpc('hardhat_impersonateAccount', [address])
  await fund(home, address)
  return { address }
}

/**
 * Sends one call in a block of its own and reads what it took.
 *
 * @param chain Where.
 * @param from Who sends and pays.
 * @param target What is called.
 * @param functionName Which function.
 * @param args Its arguments.
 * @param value Wei that go along.
 * @returns The gas of the whole transaction.
 * @throws When it reverts.
 */
export async function transact<
  const abi extends Abi,
  const name extends ContractFunctionName<abi, Writes>,
>(
  chain: DevnetChain,
  from: { readonly address: Address },
  target: Target<abi>,
  functionName: name,
  args: ContractFunctionArgs<abi, Writes, name>,
  value = 0n,
): Promise<Sent> {
  const call = { abi: target.abi, functionName, args }
  const data = encodeFunctionData(call as EncodeFunctionDataParameters)
  const receipt = await send(chain, {
    from: from.address,
    to: target.address,
    data,
    value: toHex(value),
  })
  return {
    transactions: 1,
    gas: Number(receipt.gasUsed),
    calldata: calldataGas(data),
    receipt,
  }
}

/** Sends ether and nothing else, in a block of its own. */
export async function sendEther(
  chain: DevnetChain,
  from: { readonly address: Address },
  to: Address,
  value: bigint,
): Promise<Sent> {
  const receipt = await send(chain, {
    from: from.address,
    to,
    data: '0x',
    value: toHex(value),
  })
  const gas = Number(receipt.gasUsed)
  return { transactions: 1, gas, calldata: 0, receipt }
}

/** Several transactions that are one operation to their sender. */
export function sum(...parts: readonly Spent[]): Spent {
  const total = (of: keyof Spent) =>
    parts.reduce((whole, part) => whole + part[of], 0)
  return {
    transactions: total('transactions'),
    gas: total('gas'),
    calldata: total('calldata'),
  }
}

/**
 * Deploys a peer.
 *
 * @param chain Where.
 * @param from Who deploys.
 * @param name Its contract.
 * @param args Constructor arguments.
 * @returns Its address.
 */
export async function deployPeer(
  chain: DevnetChain,
  from: { readonly address: Address },
  name: PeerContract,
  args: readonly unknown[] = [],
): Promise<Address> {
  return deploy(chain, from, await peerArtifact(name), args)
}

/** Deploys any artifact. */
export async function deploy(
  chain: DevnetChain,
  from: { readonly address: Address },
  artifact: { readonly abi: Abi; readonly bytecode: Hex },
  args: readonly unknown[],
): Promise<Address> {
  return (await deployMeasured(chain, from, artifact, args)).address
}

/** Deploys any artifact and says what it took. */
export async function deployMeasured(
  chain: DevnetChain,
  from: { readonly address: Address },
  artifact: { readonly abi: Abi; readonly bytecode: Hex },
  args: readonly unknown[],
): Promise<Sent & { readonly address: Address }> {
  const data = encodeDeployData({ ...artifact, args })
  const receipt = await send(chain, { from: from.address, data })
  if (!receipt.contractAddress) throw new Error('nothing was deployed')
  return {
    address: getAddress(receipt.contractAddress),
    transactions: 1,
    gas: Number(receipt.gasUsed),
    calldata: calldataGas(data),
    receipt,
  }
}

async function send(
  chain: DevnetChain,
  request: { from: Address; to?: Address; data: Hex; value?: Hex },
): Promise<TransactionReceipt> {
  const transaction = { ...request, gas: toHex(gasLimit) }
  const hash = (await chain.rpc('eth_sendTransaction', [transaction])) as Hex
  const receipt = await chain.client.getTransactionReceipt({ hash })
  // Cold means: nothing before it in its block.
  if (receipt.cumulativeGasUsed !== receipt.gasUsed)
    throw new Error(`transaction ${hash} shares its block`)
  return receipt
}

function calldataGas(data: Hex): number {
  return hexToBytes(data).reduce((gas, byte) => gas + (byte === 0 ? 4 : 16), 0)
}
