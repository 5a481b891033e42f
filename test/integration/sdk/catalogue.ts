import { describe, it } from 'node:test'
import { expect } from 'chai'
import { keccak256, stringToHex } from 'viem'
import { addressOf } from '../../../devnet/accounts.ts'
import { appIdOf, getApp, listApps } from '../../../sdk/src/index.ts'
import { xnodeRegistryAbi } from '../../../typechain-types/index.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'
import { countingReader } from '../../helpers/xnode.ts'

const sdk = sdkWorld()
const hash = (text: string) => keccak256(stringToHex(text))

let names = 0

/** A new app of the core team, with one version. */
async function published(): Promise<`0x${string}`> {
  names += 1
  const { app } = await sdk.as('core-team').publishApp({
    name: `App ${names}`,
    contentHash: hash('one'),
    uri: 'https://example.org/1',
  })
  return app
}

describe('catalogue', () => {
  describe('publishApp', () => {
    it('default: an app with its first version', async () => {
      const publisher = sdk.as('core-team')
      const { receipt, ...made } = await publisher.publishApp({
        name: 'Data node',
        contentHash: hash('content'),
        uri: 'https://example.org/data-node',
      })
      expect(receipt.status).to.equal('success')
      const { address } = publisher.account
      expect(made).to.deep.equal({
        app: appIdOf({ publisher: address, name: 'Data node' }),
        publisher: address,
        name: 'Data node',
      })
      const { version } = await publisher.getApp({ app: made.app })
      expect(version).to.deep.equal({
        number: 1n,
        contentHash: hash('content'),
        publishedAt: await sdk.now(),
        isDeprecated: false,
        uri: 'https://example.org/data-node',
      })
    })

    it('error: AppCatalogue_InvalidName says where', async () => {
      const name = 'Fancy </svg> ünode'
      const error = await refusal(
        sdk.as('core-team').publishApp({ name, contentHash: hash('content') }),
      )
      expect(error.errorName).to.equal('AppCatalogue_InvalidName')
      // Length and place of the first bad byte, in bytes.
      expect(error.args).to.deep.equal([19n, 13n])
    })

    it('error: AppCatalogue_AppExists', async () => {
      const again = { name: 'Again', contentHash: hash('content') }
      const { app } = await sdk.as('core-team').publishApp(again)
      const error = await refusal(sdk.as('core-team').publishApp(again))
      expect(error.errorName).to.equal('AppCatalogue_AppExists')
      expect(error.args).to.deep.equal([app])
    })
  })

  describe('addAppVersion', () => {
    it('default: the next number, and the first one stays', async () => {
      const app = await published()
      const { version } = await sdk
        .as('core-team')
        .addAppVersion({ app, contentHash: hash('two') })
      expect(version).to.equal(2n)
      const { client } = countingReader(sdk)
      const contracts = sdk.home
      const latest = await getApp(client, { contracts, app })
      expect(latest.version).to.include({ number: 2n, uri: '' })
      const first = await getApp(client, { contracts, app, version: 1n })
      expect(first.version.contentHash).to.equal(hash('one'))
    })

    it('error: AppCatalogue_NotPublisher', async () => {
      const app = await published()
      const error = await refusal(
        sdk.as('buyer').addAppVersion({ app, contentHash: hash('two') }),
      )
      expect(error.errorName).to.equal('AppCatalogue_NotPublisher')
      expect(error.args).to.deep.equal([
        app,
        addressOf('buyer'),
        addressOf('core-team'),
      ])
    })
  })

  describe('getApp', () => {
    it('error: AppCatalogue_UnknownApp', async () => {
      const app = hash('nothing')
      const error = await refusal(sdk.as('buyer').getApp({ app }))
      expect(error.errorName).to.equal('AppCatalogue_UnknownApp')
      expect(error.args).to.deep.equal([app])
    })

    it('error: AppCatalogue_UnknownVersion', async () => {
      const app = await published()
      const error = await refusal(sdk.as('buyer').getApp({ app, version: 2n }))
      expect(error.errorName).to.equal('AppCatalogue_UnknownVersion')
      expect(error.args).to.deep.equal([app, 2n, 1n])
    })
  })

  describe('listApps', () => {
    it('default: all, for a client without account, in small ranges', async () => {
      const app = await published()
      const { client } = countingReader(sdk)
      const found = await listApps(client, {
        contracts: sdk.home,
        blockRange: 9n,
      })
      expect(found.at(-1)).to.deep.equal({
        app,
        publisher: addressOf('core-team'),
        offeredTo: undefined,
        versionCount: 1n,
        name: `App ${names}`,
      })
    })

    it('behavior: those of a publisher, handed over ones included', async () => {
      const app = await published()
      const publisher = addressOf('guardian')
      const registry = {
        address: sdk.home.xnodeRegistry,
        abi: xnodeRegistryAbi,
      }
      expect(await sdk.as('buyer').listApps({ publisher })).to.deep.equal([])
      await sdk.as('core-team').writeContract({
        ...registry,
        functionName: 'offerApp',
        args: [app, publisher],
      })
      const { offeredTo } = await sdk.as('buyer').getApp({ app })
      expect(offeredTo).to.equal(publisher)
      await sdk.as('guardian').writeContract({
        ...registry,
        functionName: 'acceptApp',
        args: [app],
      })
      const his = await sdk.as('buyer').listApps({ publisher })
      expect(his.map((item) => item.app)).to.deep.equal([app])
      const hers = await sdk
        .as('buyer')
        .listApps({ publisher: addressOf('core-team') })
      expect(hers.map((item) => item.app)).not.to.include(app)
    })
  })
})
