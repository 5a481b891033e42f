import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import { createWalletClient, custom, parseEther } from 'viem'
import { usdPerUnitGas } from '../../../devnet/ccip/constants.ts'
import { type Devnet, startDevnet } from '../../../devnet/index.ts'
import { commitPrices } from '../../../devnet/relayer/commit.ts'
import {
  bridgeOpen,
  type OpenmeshError,
  quoteBridge,
} from '../../../sdk/src/index.ts'
import { bridgeOpen as deployBridge } from '../../helpers/bridge.ts'

const amount = parseEther('1')

describe('sdk', () => {
  describe('bridgeOpen', () => {
    let devnet: Devnet
    let route: Omit<bridgeOpen.Parameters, 'maxFee'>
    beforeEach(async () => {
      devnet = await startDevnet()
      const { home } = await deployBridge(devnet)
      route = {
        contracts: {
          bridgedOpenToken: home.token,
          openTimelock: home.token,
          ccipRouter: devnet.home.addresses.router,
        },
        destinationChainSelector: devnet.spoke.selector,
        amount,
      }
    })
    afterEach(() => devnet.stop())

    const account = () => devnet.home.wallet(0).account.address
    const quote = () =>
      quoteBridge(devnet.home.wallet(0), { ...route, receiver: account() })

    it('behavior: a fee that rises during the approval is paid up to maxFee', async () => {
      const quoted = await quote()
      const { account: signer, chain } = devnet.home.wallet(0)
      let isRaised = false
      // As soon as the approval is out, CCIP's price of gas doubles.
      const transport = custom({
        request: async ({ method, params }) => {
          const result = await devnet.home.rpc(method, params)
          if (isRaised || method !== 'eth_sendRawTransaction') return result
          isRaised = true
          await commitPrices(devnet.home, {
            tokenPriceUpdates: [],
            gasPriceUpdates: [
              {
                destChainSelector: devnet.spoke.selector,
                usdPerUnitGas: usdPerUnitGas * 2n,
              },
            ],
          })
          return result
        },
      })
      const wallet = createWalletClient({ account: signer, chain, transport })
      const maxFee = quoted * 3n
      const { fee } = await bridgeOpen(wallet, { ...route, maxFee })
      expect(isRaised).to.equal(true)
      expect(fee > quoted).to.equal(true)
      expect(fee).to.equal(await quote())
    })

    it('error: a contract has to name its receiver', async () => {
      const maxFee = await quote()
      await devnet.home.rpc('hardhat_setCode', [account(), '0x00'])
      const refused = await bridgeOpen(devnet.home.wallet(0), {
        ...route,
        maxFee,
      }).then(
        () => assert.fail('Nothing was refused'),
        (thrown: OpenmeshError) => thrown,
      )
      expect(refused.errorName).to.equal('ReceiverMissing')
      expect(refused.args).to.deep.equal([account()])
    })

    it('behavior: a key that delegated its account needs no receiver', async () => {
      const maxFee = await quote()
      const code = `0xef0100${devnet.home.addresses.link.slice(2)}`
      await devnet.home.rpc('hardhat_setCode', [account(), code])
      const sent = await bridgeOpen(devnet.home.wallet(0), { ...route, maxFee })
      expect(sent.receiver).to.equal(account())
    })
  })
})
