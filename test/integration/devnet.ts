import { afterEach, beforeEach, describe, it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { type Abi, parseEther, toHex } from 'viem'
import { formatAbiItem } from 'viem/utils'
import { deploymentOrder, devnetAddresses } from '../../config/devnet.ts'
import * as abis from '../../devnet/ccip/abis.ts'
import { sendMessage } from '../../devnet/ccip/send.ts'
import { type Devnet, startDevnet } from '../../devnet/index.ts'
import { hashMessage } from '../../devnet/relayer/messages.ts'
import { feedAbi, feeds } from '../../devnet/tokens.ts'
import * as deploymentAbis from '../../rocketh/ccip-abis.ts'
import { encodeAddress } from '../../rocketh/ccip-encoding.ts'
import {
  type Release,
  releaseAbi,
  releaseArtifact,
} from '../../rocketh/ccip-releases.ts'
import { approveRouter, bridgeOpen, deployArtifact } from '../helpers/bridge.ts'
import { amount, receiver, sentMessages } from '../helpers/bridge-story.ts'
import { expectDefined } from '../helpers/expect.ts'

let devnet: Devnet

beforeEach(async () => {
  devnet = await startDevnet()
})

afterEach(async () => {
  await devnet.stop()
})

describe('devnet', () => {
  describe('start', () => {
    it('default: everything lies at the published addresses', async () => {
      for (const chain of devnet.chains) {
        expect(chain.addresses).to.equal(devnetAddresses[chain.name])
        for (const name of deploymentOrder) {
          const address = chain.addresses[name]
          const code = await chain.client.getCode({ address })
          expect(code, `${chain.name} ${name}`).to.be.a('string')
        }
      }
    })

    it('behavior: no address means the same on both chains', () => {
      const home = new Set(Object.values(devnetAddresses.home))
      for (const address of Object.values(devnetAddresses.spoke)) {
        expect(home.has(address)).to.equal(false)
      }
    })

    it('behavior: a mnemonic and a genesis time can be chosen', async () => {
      const other = await startDevnet({
        mnemonic:
          'legal winner thank year wave sausage worth useful legal winner thank yellow',
        genesis: new Date('2027-01-01T00:00:00Z'),
      })
      const wallet = other.home.wallet(0)
      const { address } = wallet.account
      expect(await other.home.client.getBalance({ address })).to.equal(
        parseEther('10000'),
      )
      const { timestamp } = await other.home.client.getBlock()
      expect(Number(timestamp)).to.be.closeTo(1_798_761_600, 120)
      await other.stop()
    })

    it('behavior: serves JSON-RPC on fixed ports', async () => {
      const ports = { home: 18545, spoke: 18546 }
      const served = await startDevnet({ ports })
      const response = await fetch('http://127.0.0.1:18546', {
        method: 'POST',
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'eth_chainId',
          params: [],
        }),
      })
      expect(await response.json()).to.deep.include({ result: '0x539' })
      expect(served.home.rpcUrl).to.equal('http://127.0.0.1:18545')
      await served.stop()
      const again = await startDevnet({ ports })
      await again.stop()
    })

    it('error: a port is taken', async () => {
      const served = await startDevnet({ ports: { home: 18547, spoke: 18548 } })
      const error = await startDevnet({
        ports: { home: 18549, spoke: 18548 },
      }).catch((thrown: unknown) => thrown)
      expect(String(error)).to.equal(
        'DevnetPortTakenError: Port 18548 of 127.0.0.1, for the spoke chain, cannot be used. Stop what listens there, or pick another with --spoke-port.',
      )
      await served.stop()
    })
  })

  describe('advance', () => {
    it('default: moves all chains to one instant with fresh prices', async () => {
      const before = await devnet.home.client.getBlock()
      const now = await devnet.advance(864_000n)
      expect(Number(now - before.timestamp)).to.be.closeTo(864_000, 120)
      for (const chain of devnet.chains) {
        const gasPrice = await chain.client.readContract({
          address: chain.addresses.feeQuoter,
          abi: abis.feeQuoterAbi,
          functionName: 'getDestinationChainGasPrice',
          args: [
            chain === devnet.home
              ? devnet.spoke.selector
              : devnet.home.selector,
          ],
        })
        expect(gasPrice.timestamp).to.be.closeTo(Number(now), 30)
        for (const feed of feeds) {
          const [round, answer, , updatedAt] = await chain.client.readContract({
            address: chain.addresses[feed],
            abi: feedAbi,
            functionName: 'latestRoundData',
          })
          expect(round).to.equal((1n << 64n) + 2n)
          expect(answer > 0n).to.equal(true)
          expect(updatedAt).to.equal(now)
        }
      }
    })
  })

  describe('run', () => {
    it('behavior: renews prices once they are getting old', async () => {
      const { home } = devnet
      const ethUsd = () =>
        home.client.readContract({
          address: home.addresses.ethUsd,
          abi: feedAbi,
          functionName: 'latestRoundData',
        })
      const [round] = await ethUsd()
      // Somebody moves one chain by its RPC, behind our back.
      await home.rpc('evm_increaseTime', [toHex(7_200)])
      await home.rpc('evm_mine')
      const failed: unknown[] = []
      const onError = (error: unknown) => failed.push(error)
      devnet.run({ intervalMs: 5, onError })
      const { timestamp } = await home.client.getBlock()
      while ((await ethUsd())[0] === round) await setTimeout(5)
      await devnet.relayer.stop()
      const [, , , updatedAt] = await ethUsd()
      expect(updatedAt >= timestamp).to.equal(true)
      expect(failed).to.deep.equal([])
    })
  })

  describe('fidelity', () => {
    it('default: typed ABIs are those shipped beside the bytecode', async () => {
      const pairs: [Release, Abi][] = [
        ['router', abis.routerAbi],
        ['onRamp', abis.onRampAbi],
        ['offRamp', abis.offRampAbi],
        ['rmnRemote', abis.rmnAbi],
        ['feeQuoter', abis.feeQuoterAbi],
        ['tokenAdminRegistry', deploymentAbis.tokenAdminRegistryAbi],
        ['registryModuleOwnerCustom', deploymentAbis.registryModuleAbi],
        ['burnMintTokenPool', deploymentAbis.tokenPoolAbi],
        ['router', deploymentAbis.routerRampsAbi],
        ['onRamp', deploymentAbis.onRampConfigAbi],
        ['feeQuoter', deploymentAbis.feeQuoterConfigAbi],
        ['rmnRemote', deploymentAbis.rmnCurseAbi],
      ]
      for (const [release, typed] of pairs) {
        const shipped = (await releaseAbi(release)).map(signatureOf)
        for (const item of typed) {
          expect(shipped, release).to.include(signatureOf(item))
        }
      }
    })

    it('default: leaves are hashed as by MessageHasher', async () => {
      const sender = devnet.home.wallet(0)
      const bridged = await bridgeOpen(devnet)
      await approveRouter(devnet.home, sender, bridged)
      await sendMessage(devnet.lanes.out, sender, {
        receiver,
        token: { address: bridged.home.token, amount },
        data: '0x1234',
        gasLimit: 200_000n,
      })
      const hasher = await releaseArtifact('messageHasher')
      const { spoke, home } = devnet
      const address = await deployArtifact(spoke, spoke.wallet(1), hasher, [])
      const [message] = await sentMessages(devnet.lanes.out)
      expectDefined(message)
      const expected = await spoke.client.readContract({
        address,
        abi: hasher.abi,
        functionName: 'hash',
        args: [message, encodeAddress(home.addresses.onRamp)],
      })
      expect(hashMessage(message, home.addresses.onRamp)).to.equal(expected)
    })
  })
})

function signatureOf(item: Abi[number]): string {
  if (!('name' in item)) return item.type
  const outputs = 'outputs' in item ? typesOf(item.outputs) : ''
  return `${item.type} ${formatAbiItem(item as Parameters<typeof formatAbiItem>[0])} ${outputs}`
}

function typesOf(
  parameters: readonly { type: string; components?: unknown }[],
): string {
  const types = parameters.map(({ type, components }) =>
    Array.isArray(components) ? `${type}${typesOf(components)}` : type,
  )
  return `(${types.join()})`
}
