import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { createTestClient, createWalletClient, custom, parseEther } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { devnetChains } from '../../../devnet/chains.ts'
import { approve, openmeshActions } from '../../../sdk/src/index.ts'
import { delegateHolders } from '../../helpers/governance.ts'
import { Runbook } from '../../helpers/runbook.ts'
import { sdkWorld } from '../../helpers/sdk.ts'

const sdk = sdkWorld()

describe('README', () => {
  it('default: its examples of governance run, one after the other', async () => {
    await delegateHolders(sdk)
    const page = await readFile('sdk/README.md', 'utf8')
    const chapter = page.slice(page.indexOf('\n## Governance'))
    const said: unknown[] = []
    const runbook = Runbook.of('README', chapter, {
      approve,
      console: {
        log: (...values: unknown[]) => said.push(...values),
        error: (error: unknown) => expect.fail(String(error)),
      },
      contracts: sdk.home,
      createTestClient,
      createWalletClient,
      devnetChains,
      http: () => custom(sdk.world.home.provider),
      mnemonicToAccount,
      openmeshActions,
      parseEther,
    })
    while (runbook.left > 0) await runbook.next()
    const { home } = sdk
    expect(said).to.include('constitutional')
    expect(said).to.include('approve changes who may do what.')
    expect(said).to.include('notDelegated')
    expect(said).to.include('executed')
    expect(said).to.deep.include([])
    const spender = sdk.as('contributors-guild').account.address
    expect(await sdk.allowance(home.openTimelock, spender)).to.equal(5n)
    const states = (await sdk.as('buyer').proposals.list()).map(
      ({ state }) => state,
    )
    expect(states).to.deep.equal(['executed', 'canceled'])
  })
})
