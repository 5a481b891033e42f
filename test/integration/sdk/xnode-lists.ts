import { describe, it } from 'node:test'
import { expect } from 'chai'
import { createClient, custom, encodeFunctionResult } from 'viem'
import { series as seriesConfig } from '../../../config/xnode.ts'
import { addressOf } from '../../../devnet/accounts.ts'
import { listSeries, tokenMetadata, tokensOf } from '../../../sdk/src/index.ts'
import { xnodeOneAbi, xnodeSaleAbi } from '../../../typechain-types/index.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'
import {
  activatedBy,
  boughtBy,
  countingReader,
  price,
} from '../../helpers/xnode.ts'

const sdk = sdkWorld()

async function transfer(unit: bigint, to: `0x${string}`): Promise<void> {
  const buyer = sdk.as('buyer')
  await buyer.writeContract({
    address: sdk.home.xnodeOne,
    abi: xnodeOneAbi,
    functionName: 'transferFrom',
    args: [buyer.account.address, to, unit],
  })
}

describe('series', () => {
  describe('getSeries', () => {
    it('default: prices, what is left, and that it is on sale', async () => {
      const [config] = seriesConfig
      const before = await sdk.as('buyer').getSeries({ series: 1 })
      await boughtBy(sdk, 'buyer')
      const { minted, ...found } = await sdk
        .as('buyer')
        .getSeries({ series: 1 })
      expect(minted).to.equal(before.minted + 1n)
      expect(found).to.deep.equal({
        series: 1,
        name: config.name,
        status: 'open',
        cap: BigInt(config.cap),
        termDays: config.termDays,
        priceUsd: config.priceUsd,
        renewalPriceUsd: config.renewalPriceUsd,
        grantPerUnit: config.grantPerUnit,
        saleStart: 0n,
        saleEnd: undefined,
        pausedUntil: undefined,
        walletLimit: undefined,
        royaltyBps: config.royaltyBps,
        specHash: config.specHash,
      })
    })

    it('error: XnodeOne_UnknownSeries', async () => {
      const error = await refusal(sdk.as('buyer').getSeries({ series: 9 }))
      expect(error.errorName).to.equal('XnodeOne_UnknownSeries')
      expect(error.args).to.deep.equal([9])
    })
  })

  describe('listSeries', () => {
    it('default: all of them, for a client without account', async () => {
      const { client } = countingReader(sdk)
      const found = await listSeries(client, { contracts: sdk.home })
      expect(found.map(({ name }) => name)).to.deep.equal(
        seriesConfig.map(({ name }) => name),
      )
    })
  })
})

describe('lists', () => {
  describe('tokensOf', () => {
    it('default: what came and did not go, in small ranges, without account', async () => {
      const { client } = countingReader(sdk)
      const owner = addressOf('expansion-sponsors')
      const find = (blockRange?: bigint) =>
        tokensOf(client, { contracts: sdk.home, owner, blockRange })
      expect(await find()).to.deep.equal([])
      const [first, second, third] = [
        await boughtBy(sdk, 'buyer'),
        await boughtBy(sdk, 'buyer'),
        await boughtBy(sdk, 'expansion-sponsors'),
      ]
      await transfer(second, owner)
      await transfer(first, owner)
      await sdk.as('expansion-sponsors').writeContract({
        address: sdk.home.xnodeOne,
        abi: xnodeOneAbi,
        functionName: 'transferFrom',
        args: [owner, addressOf('guardian'), second],
      })
      expect(await find()).to.deep.equal([first, third])
      expect(await find(7n)).to.deep.equal([first, third])
    })

    it('behavior: as of a block', async () => {
      const owner = addressOf('community-fund')
      const unit = await boughtBy(sdk, 'community-fund')
      const toBlock = await sdk.world.home.client.getBlockNumber()
      await boughtBy(sdk, 'community-fund')
      const units = await sdk.as('buyer').tokensOf({ owner, toBlock })
      expect(units).to.deep.equal([unit])
    })

    it('behavior: batch mints, more than one request holds', async () => {
      const owner = addressOf('cloud-initiative')
      const buyer = sdk.as('buyer')
      const first: bigint[] = []
      for (let mints = 0; mints < 7; mints++) {
        const { firstUnit } = await buyer.buyXnode({
          series: 1,
          quantity: 20n,
          to: owner,
          maxPayment: 20n * price,
        })
        first.push(firstUnit)
      }
      const { asked, client } = countingReader(sdk)
      const contracts = sdk.home
      const units = await tokensOf(client, { contracts, owner })
      expect(units).to.have.length(140)
      expect(units[0]).to.equal(first[0])
      expect(asked.filter((name) => name === 'eth_call')).to.have.length(2)
    })

    it('error: AmountTooSmall for no blocks', async () => {
      const owner = addressOf('buyer')
      const error = await refusal(
        sdk.as('buyer').tokensOf({ owner, blockRange: 0n }),
      )
      expect(error.errorName).to.equal('AmountTooSmall')
    })
  })

  describe('tokenMetadata', () => {
    it('default: decoded, without account', async () => {
      const unit = await activatedBy(sdk, 'buyer')
      const { client } = countingReader(sdk)
      const { attributes, image, name } = await tokenMetadata(client, {
        contracts: sdk.home,
        unit,
      })
      expect(name).to.include(String(unit % 1_000_000n))
      expect(image).to.match(/^data:image\/svg\+xml/)
      expect(attributes.map(({ trait_type }) => trait_type)).not.to.deep.equal(
        [],
      )
    })

    it('error: UnreadableMetadata for what another renderer writes', async () => {
      const uris = [
        'https://example.org/1',
        'data:application/json;base64,%%',
        `data:application/json;base64,${btoa('{"name":1}')}`,
      ]
      for (const uri of uris) {
        const result = encodeFunctionResult({
          abi: xnodeOneAbi,
          functionName: 'tokenURI',
          result: uri,
        })
        const transport = custom({ request: async () => result })
        const error = await refusal(
          tokenMetadata(createClient({ transport }), {
            contracts: sdk.home,
            unit: 1n,
          }),
        )
        expect(error.errorName).to.equal('UnreadableMetadata')
        expect(error.args).to.deep.equal([uri])
      }
    })

    it('error: ERC721NonexistentToken', async () => {
      const unit = 10n ** 9n
      const error = await refusal(sdk.as('buyer').tokenMetadata({ unit }))
      expect(error.errorName).to.equal('ERC721NonexistentToken')
      expect(error.args).to.deep.equal([unit])
    })
  })
})

// Last: no unit is sold any more.
describe('series in a pause', () => {
  it('behavior: getSeries says that it is paused, and until when', async () => {
    const guardian = sdk.as('guardian')
    await guardian.writeContract({
      address: sdk.home.xnodeSale,
      abi: xnodeSaleAbi,
      functionName: 'pause',
      args: [3_600n],
    })
    const { pausedUntil, status } = await guardian.getSeries({ series: 1 })
    expect(status).to.equal('paused')
    expect(pausedUntil).to.equal((await sdk.now()) + 3_600n)
  })
})
