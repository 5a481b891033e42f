import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import hre from 'hardhat'
import { type Abi, type Address, getAddress, type Hex, parseEther } from 'viem'
import {
  generatePrivateKey,
  type PrivateKeyAccount,
  privateKeyToAccount,
} from 'viem/accounts'
import { accounts } from '../../devnet/accounts.ts'
import { expectDefined } from './expect.ts'
import { payment } from './governance.ts'
import type { SdkWorld } from './sdk.ts'

/** An account, and the key that signs for it. */
export interface Signer {
  account: Address
  key: PrivateKeyAccount
}

/** The kinds of accounts that there are, each made for a new key. */
export const signers: Readonly<
  Record<string, (sdk: SdkWorld) => Promise<Signer>>
> = {
  'a key': async () => {
    const key = newKey()
    return { account: key.address, key }
  },
  'a contract wallet (ERC-1271)': async (sdk) => {
    const key = newKey()
    const account = await deploy(sdk, 'ContractWallet', [key.address])
    return { account, key }
  },
  'a key with code (EIP-7702)': async (sdk) => {
    const { client, wallet } = sdk.world.home
    const key = newKey()
    const code = await deploy(sdk, 'KeyAccount', [])
    const payer = wallet(accounts.buyer)
    const hash = await payer.sendTransaction({
      to: key.address,
      authorizationList: [
        await key.signAuthorization({
          address: code,
          chainId: payer.chain.id,
          nonce: 0,
        }),
      ],
    })
    await client.waitForTransactionReceipt({ hash })
    return { account: key.address, key }
  },
}

/** Gives an account OPEN out of a holder's. */
export async function endow(sdk: SdkWorld, account: Address): Promise<bigint> {
  const amount = parseEther('2000000')
  const { to, data } = payment(sdk, amount, account)
  const holder = sdk.world.home.wallet(accounts['core-team'])
  const hash = await holder.sendTransaction({ to, data })
  await sdk.world.home.client.waitForTransactionReceipt({ hash })
  return amount
}

function newKey(): PrivateKeyAccount {
  return privateKeyToAccount(generatePrivateKey())
}

async function deploy(
  sdk: SdkWorld,
  name: string,
  args: readonly unknown[],
): Promise<Address> {
  const { client, wallet } = sdk.world.home
  const { abi, bytecode } = await compile(name)
  const payer = wallet(accounts.buyer)
  const hash = await payer.deployContract({ abi, bytecode, args })
  const { contractAddress } = await client.waitForTransactionReceipt({ hash })
  expectDefined(contractAddress)
  return getAddress(contractAddress)
}

/** Contracts of this folder are no part of a build without tests. */
async function compile(name: string): Promise<{ abi: Abi; bytecode: Hex }> {
  const source = join(import.meta.dirname, `${name}.sol`)
  await hre.solidity.build([source], { scope: 'tests', quiet: true })
  const folder = await hre.solidity.getArtifactsDirectory('tests')
  const path = join(folder, 'test', 'helpers', `${name}.sol`, `${name}.json`)
  return JSON.parse(await readFile(path, 'utf8'))
}
