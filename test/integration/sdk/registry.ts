import { describe, it } from 'node:test'
import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { expect } from 'chai'
import { type Hex, keccak256, stringToHex, zeroHash } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { addressOf } from '../../../devnet/accounts.ts'
import { getDeployment, signReport } from '../../../sdk/src/index.ts'
import {
  accountabilityAbi,
  xnodeOneAbi,
  xnodeRegistryAbi,
} from '../../../typechain-types/index.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'
import { newKey, register } from '../../helpers/validators.ts'
import { activatedBy, boughtBy, countingReader } from '../../helpers/xnode.ts'

const DAY = 86_400n

const sdk = sdkWorld()
const hostKey = privateKeyToAccount(generatePrivateKey())
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

/** An active unit of the buyer that runs an app on a host. */
async function running() {
  const app = await published()
  const unit = await activatedBy(sdk, 'buyer')
  const buyer = sdk.as('buyer')
  await buyer.setHost({ unit, hostKey: hostKey.address, endpoint: 'ip:1' })
  const { generation } = await buyer.deployApp({
    unit,
    app,
    version: 1n,
    configHash: hash('config'),
  })
  return { app, generation, unit }
}

interface Finding {
  unit: bigint
  configHash: Hex
  reachable: boolean
  checkedAtBlock: bigint
}

/** The tree of a round in which one unit was looked at. */
function treeOf(finding: Finding) {
  const values = ({ unit, configHash, reachable, checkedAtBlock }: Finding) => [
    unit,
    configHash,
    reachable,
    checkedAtBlock,
  ]
  const tree = StandardMerkleTree.of(
    [values(finding)],
    ['uint256', 'bytes32', 'bool', 'uint64'],
  )
  const leafHash = (leaf: Finding) => tree.leafHash(values(leaf)) as Hex
  return { leafHash, root: tree.root as Hex }
}

/** The round of now, certified with a root by a set of one. */
async function certified(root: Hex): Promise<bigint> {
  const signer = newKey()
  await register(sdk, 'expansion-sponsors', signer)
  const round = (await sdk.now()) / DAY
  const { signature } = await sdk.as('guardian').signAttestation({
    signer,
    topic: { round, kind: 1, subject: zeroHash },
    root,
  })
  const accountability = {
    address: sdk.home.accountability,
    abi: accountabilityAbi,
  } as const
  const guardian = sdk.as('guardian')
  await guardian.writeContract({
    ...accountability,
    functionName: 'snapshotSet',
  })
  await guardian.writeContract({
    ...accountability,
    functionName: 'submitRound',
    args: [round, root, 1n, signature],
  })
  return round
}

async function reportOf(unit: bigint, generation: bigint) {
  const { client } = countingReader(sdk)
  return signReport(client, {
    contracts: sdk.home,
    unit,
    generation,
    stateHash: hash('state'),
    deadline: (await sdk.now()) + DAY,
    signer: hostKey,
  })
}

describe('registry', () => {
  describe('deployApp', () => {
    it('default: what the unit is asked to run', async () => {
      const { app, generation, unit } = await running()
      expect(generation).to.equal(1n)
      const { running: shown } = await sdk.as('guardian').getUnit({ unit })
      expect(shown).to.deep.equal({
        app: `App ${names}`,
        version: 1n,
        generation,
      })
      const { desired } = await sdk.as('guardian').getDeployment({ unit })
      expect(desired).to.deep.equal({
        app,
        version: 1n,
        generation,
        configHash: hash('config'),
        holder: addressOf('buyer'),
        deployedAt: await sdk.now(),
        isCurrent: true,
      })
    })

    it('behavior: by the tenant, for the tenant', async () => {
      const { app, unit } = await running()
      const { expiry } = await sdk.as('buyer').getUnit({ unit })
      const tenant = addressOf('guardian')
      await sdk.as('buyer').setUser({ unit, tenant, expires: expiry })
      const { generation, holder } = await sdk
        .as('guardian')
        .deployApp({ unit, app, version: 1n, configHash: zeroHash })
      expect(holder).to.equal(tenant)
      expect(generation).to.equal(2n)
    })

    it('error: XnodeRegistry_NotHolder for a stranger', async () => {
      const { app, unit } = await running()
      const stranger = sdk.as('community-fund')
      const before = await sdk.sent(stranger)
      const error = await refusal(
        stranger.deployApp({ unit, app, version: 1n, configHash: zeroHash }),
      )
      expect(error.errorName).to.equal('XnodeRegistry_NotHolder')
      expect(error.args.slice(0, 3)).to.deep.equal([
        unit,
        stranger.account.address,
        addressOf('buyer'),
      ])
      expect(await sdk.sent(stranger)).to.equal(before)
    })

    it('error: XnodeRegistry_UnitNotActive before activation', async () => {
      const app = await published()
      const unit = await boughtBy(sdk, 'buyer')
      const error = await refusal(
        sdk
          .as('buyer')
          .deployApp({ unit, app, version: 1n, configHash: zeroHash }),
      )
      expect(error.errorName).to.equal('XnodeRegistry_UnitNotActive')
      expect(error.args).to.deep.equal([unit])
    })
  })

  describe('undeployApp', () => {
    it('default: the unit is asked to run nothing', async () => {
      const { unit } = await running()
      const { generation } = await sdk.as('buyer').undeployApp({ unit })
      expect(generation).to.equal(2n)
      const { running: shown } = await sdk.as('buyer').getUnit({ unit })
      expect(shown).to.equal(undefined)
      const { desired } = await sdk.as('buyer').getDeployment({ unit })
      expect(desired).to.include({ app: undefined, version: undefined })
    })
  })

  describe('setHost', () => {
    it('default: key and endpoint, and what was before', async () => {
      const { unit } = await running()
      const newKey = addressOf('guardian')
      const { receipt, ...host } = await sdk
        .as('buyer')
        .setHost({ unit, hostKey: newKey })
      expect(receipt.status).to.equal('success')
      expect(host).to.deep.equal({
        unit,
        oldKey: hostKey.address,
        newKey,
        holder: addressOf('buyer'),
        endpoint: '',
      })
    })

    it('behavior: no longer current after a transfer', async () => {
      const { unit } = await running()
      const buyer = sdk.as('buyer')
      await buyer.writeContract({
        address: sdk.home.xnodeOne,
        abi: xnodeOneAbi,
        functionName: 'transferFrom',
        args: [buyer.account.address, addressOf('guardian'), unit],
      })
      const { desired, host } = await buyer.getDeployment({ unit })
      expect(host).to.include({ key: hostKey.address, isCurrent: false })
      expect(desired?.isCurrent).to.equal(false)
      expect((await buyer.getUnit({ unit })).running).to.equal(undefined)
    })

    it('error: XnodeRegistry_InvalidEndpoint', async () => {
      const { unit } = await running()
      const endpoint = 'e'.repeat(129)
      const error = await refusal(sdk.as('buyer').setHost({ unit, endpoint }))
      expect(error.errorName).to.equal('XnodeRegistry_InvalidEndpoint')
      expect(error.args).to.deep.equal([129n, 129n])
    })
  })

  describe('submitReport', () => {
    it('default: anybody sends what the host signed', async () => {
      const { generation, unit } = await running()
      const report = await reportOf(unit, generation)
      const { receipt, ...recorded } = await sdk
        .as('guardian')
        .submitReport({ report })
      expect(receipt.status).to.equal('success')
      const expected = {
        generation,
        stateHash: hash('state'),
        reportedAt: report.reportedAt,
        hostKey: hostKey.address,
      }
      expect(recorded).to.deep.equal({ unit, ...expected })
      const { reported } = await sdk.as('buyer').getDeployment({ unit })
      expect(reported).to.deep.equal({ ...expected, isCurrent: true })
    })

    it('error: XnodeRegistry_ReportNotNewer the second time', async () => {
      const { generation, unit } = await running()
      const report = await reportOf(unit, generation)
      await sdk.as('guardian').submitReport({ report })
      const error = await refusal(sdk.as('guardian').submitReport({ report }))
      expect(error.errorName).to.equal('XnodeRegistry_ReportNotNewer')
      const { reportedAt } = report
      expect(error.args).to.deep.equal([unit, reportedAt, reportedAt])
    })

    it('error: XnodeRegistry_InvalidSignature for a changed report', async () => {
      const { generation, unit } = await running()
      const report = await reportOf(unit, generation)
      const error = await refusal(
        sdk
          .as('guardian')
          .submitReport({ report: { ...report, stateHash: hash('other') } }),
      )
      expect(error.errorName).to.equal('XnodeRegistry_InvalidSignature')
      expect(error.args).to.deep.equal([unit, hostKey.address])
    })

    it('error: XnodeRegistry_UnknownGeneration', async () => {
      const { unit } = await running()
      const report = await reportOf(unit, 7n)
      const error = await refusal(sdk.as('guardian').submitReport({ report }))
      expect(error.errorName).to.equal('XnodeRegistry_UnknownGeneration')
      expect(error.args).to.deep.equal([unit, 7n, 1n])
    })
  })

  describe('getDeployment', () => {
    it('default: nothing yet, in one request, without account', async () => {
      const unit = await boughtBy(sdk, 'buyer')
      const { asked, client } = countingReader(sdk)
      const found = await getDeployment(client, { contracts: sdk.home, unit })
      expect(asked).to.deep.equal(['eth_call'])
      expect(found).to.deep.equal({
        host: undefined,
        desired: undefined,
        reported: undefined,
        attested: undefined,
      })
    })

    it('behavior: what the validators found', async () => {
      const { unit } = await running()
      const found = {
        unit,
        configHash: hash('config'),
        reachable: true,
        checkedAtBlock: 1n,
      }
      const { leafHash, root } = treeOf(found)
      const round = await certified(root)
      await sdk.as('guardian').writeContract({
        address: sdk.home.xnodeRegistry,
        abi: xnodeRegistryAbi,
        functionName: 'prove',
        args: [round, found, []],
      })
      expect(leafHash(found)).to.equal(root)
      const { attested } = await sdk.as('buyer').getDeployment({ unit })
      expect(attested).to.deep.equal({
        configHash: found.configHash,
        reachable: true,
        round,
        checkedAtBlock: 1n,
        provenAt: await sdk.now(),
        attester: sdk.home.accountability,
      })
    })

    it('error: ERC721NonexistentToken', async () => {
      const unit = 10n ** 9n
      const error = await refusal(sdk.as('buyer').getDeployment({ unit }))
      expect(error.errorName).to.equal('ERC721NonexistentToken')
    })
  })
})
