import { describe, it } from 'node:test'
import { expect } from 'chai'
import { accounts, addressOf } from '../../../devnet/accounts.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'

const sdk = sdkWorld()

describe('roles and risk', () => {
  it('roles.report: behavior: a key that took on code is a key', async () => {
    const { client, wallet } = sdk.world.home
    const council = wallet(accounts.council)
    const authorization = await council.signAuthorization({
      address: sdk.home.openToken,
      executor: 'self',
    })
    const hash = await council.sendTransaction({
      to: addressOf('buyer'),
      authorizationList: [authorization],
    })
    await client.waitForTransactionReceipt({ hash })
    const code = await client.getCode(council.account)
    expect(code?.startsWith('0xef0100')).to.equal(true)
    const { findings, holders } = await sdk.as('buyer').roles.report()
    const found = holders.find(({ role }) => role === 'council')
    expect(found?.holder).to.equal(addressOf('council'))
    expect(found?.holderKind).to.equal('key')
    expect(findings).to.include(
      `an unknown key ${addressOf('council')} holds council of CouncilGuard`,
    )
  })

  it('report: error: LogsMissing when the search begins after the deployment', async () => {
    const fromBlock = await sdk.world.home.client.getBlockNumber()
    const { risk, roles } = sdk.as('buyer')
    for (const work of [
      roles.report({ fromBlock }),
      risk.report({ fromBlock }),
    ]) {
      const error = await refusal(work)
      expect(error.errorName).to.equal('LogsMissing')
      expect(error.args).to.deep.equal([sdk.home.openTimelock])
    }
  })

  it('roles.report: error: InvalidAddress', async () => {
    const bad = '0x12' as const
    const { roles } = sdk.as('buyer')
    for (const parameters of [
      { deployer: bad },
      { keys: { council: bad } },
      { deployments: { OpenToken: bad } },
    ]) {
      const error = await refusal(roles.report(parameters))
      expect(error.errorName).to.equal('InvalidAddress')
    }
  })
})
