import { glob, readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { expect } from 'chai'
import {
  type Hex,
  keccak256,
  parseEther,
  stringToHex,
  toHex,
  zeroHash,
} from 'viem'
import {
  generatePrivateKey,
  type PrivateKeyAccount,
  privateKeyToAccount,
} from 'viem/accounts'
import { devnetAddresses } from '../../../config/devnet.ts'
import { accounts, addressOf } from '../../../devnet/accounts.ts'
import { mintTestToken } from '../../../devnet/tokens.ts'
import * as exports from '../../../sdk/src/index.ts'
import { validatorStakingAbi } from '../../../typechain-types/index.ts'
import { startCampaign, treeOf } from '../../helpers/distribution.ts'
import { sdkWorld } from '../../helpers/sdk.ts'
import { newKey, register } from '../../helpers/validators.ts'
import { setBudget } from '../../helpers/xnode.ts'

/*
 * Runs the example of each file as it stands in its documentation, one after
 * the other. What an example declares, the later ones find.
 */

const DAY = 86_400n
const sdk = sdkWorld()

type Values = Record<string, unknown>
type Prepare = (values: Values) => Promise<Values> | Values

const topic = async () => ({
  round: (await sdk.now()) / DAY,
  kind: 1,
  subject: keccak256(stringToHex('xnodes')),
})

async function advanceTo(timestamp: unknown): Promise<Values> {
  await sdk.world.advance(BigInt(timestamp as bigint) - (await sdk.now()) + 1n)
  return {}
}

/** In an order that makes sense, with what each finds besides. */
const order: readonly (readonly [file: string, prepare?: Prepare])[] = [
  ['contracts', start],
  ['errors/OpenmeshError'],
  ['actions/token/getBalance'],
  ['actions/token/delegateVotes', delegateSecond],
  ['actions/token/getVotes'],
  ['actions/token/approve'],
  ['actions/xnode/quoteXnode'],
  ['actions/xnode/buyXnode'],
  ['decorator', () => ({ maxPayment: parseEther('1') })],
  ['actions/xnode/signActivation', pickUnit],
  ['actions/xnode/activateBySig'],
  ['actions/xnode/activateXnode', ({ firstUnit }) => ({ unit: firstUnit })],
  ['actions/xnode/quoteRenewal'],
  ['actions/xnode/renewXnode'],
  ['actions/xnode/getCredit'],
  ['actions/xnode/withdrawCredit'],
  ['actions/xnode/getSeries'],
  ['actions/xnode/listSeries'],
  ['actions/xnode/tokensOf'],
  ['actions/revenue/payUnit'],
  ['actions/revenue/paySeries'],
  ['actions/revenue/claimableRevenue'],
  ['actions/revenue/claimRevenue'],
  ['actions/revenue/advanceRevenue'],
  ['actions/registry/publishApp'],
  ['actions/registry/appIdOf'],
  ['actions/registry/addAppVersion'],
  ['actions/registry/getApp'],
  ['actions/registry/listApps'],
  ['actions/registry/setHost'],
  ['actions/registry/listHosts'],
  ['actions/registry/deployApp'],
  ['actions/registry/signReport'],
  ['actions/registry/submitReport'],
  ['actions/registry/getDeployment'],
  ['actions/registry/undeployApp'],
  ['actions/xnode/setUser'],
  ['actions/xnode/getUnit'],
  ['actions/xnode/tokenMetadata'],
  ['actions/vouchers/voucherBudget', giveBudget],
  ['actions/vouchers/setVoucherBudget', deadline],
  ['actions/vouchers/signVoucher'],
  ['actions/vouchers/redeemVoucher'],
  ['actions/vouchers/redeemVouchers'],
  ['actions/vouchers/revokeCode'],
  ['actions/vouchers/renounceBudget'],
  ['actions/staking/signProofOfPossession', deadline],
  ['actions/staking/registerValidator'],
  ['actions/staking/getValidator'],
  ['actions/staking/joinValidatorSet', leaveSet],
  ['actions/staking/stake'],
  ['actions/staking/dripRewards'],
  ['actions/staking/getPosition', async () => advanceTo(await inDays(1n))],
  ['actions/staking/claimReward'],
  ['actions/staking/unbond'],
  ['actions/staking/withdraw', ({ claimableAt }) => advanceTo(claimableAt)],
  ['actions/staking/listValidators', secondValidator],
  ['actions/staking/redelegate'],
  ['actions/staking/getPositions'],
  ['actions/staking/claimRewards'],
  ['actions/staking/setRewardRecipient'],
  ['actions/staking/claimRewardFor'],
  [
    'actions/staking/completeRedelegation',
    ({ completableAt }) => advanceTo(completableAt),
  ],
  ['actions/staking/snapshotSet', nextEpoch],
  ['actions/staking/getSnapshot'],
  ['actions/staking/attestation'],
  ['actions/staking/submitRound', oneFinding],
  ['actions/staking/getRound'],
  ['actions/registry/proveUnit'],
  ['actions/staking/getDowntime'],
  ['actions/staking/addSignatures', outvoted],
  ['actions/staking/heartbeat', nextRound],
  ['actions/staking/jailDowntime', missRounds],
  [
    'actions/staking/signAttestation',
    async () => ({ topic: await topic(), root: keccak256('0x01') }),
  ],
  ['actions/staking/findEquivocations', contradict],
  ['actions/staking/reportEquivocation', contradict],
  ['actions/governance/proposal', thirdValidator],
  ['actions/governance/simulateProposal'],
  ['actions/governance/propose'],
  ['actions/governance/getProposalDetails'],
  ['actions/governance/watchProposal'],
  ['actions/governance/castVote', ({ snapshot }) => advanceTo(snapshot)],
  ['actions/governance/changeVote'],
  ['actions/governance/getProposal'],
  ['actions/governance/signVote', secondVoter],
  ['actions/governance/signChange', deadline],
  ['actions/governance/signDelegation'],
  ['actions/governance/relayVotes'],
  ['actions/governance/splitVote', withdrawSecondVote],
  ['actions/governance/listVotes'],
  ['actions/governance/getVoteReceipt'],
  ['actions/governance/getPower'],
  ['actions/governance/whyZero'],
  ['actions/governance/getDelegate'],
  ['actions/governance/listDelegations'],
  ['actions/governance/listProposals'],
  ['actions/governance/queueProposal', async () => advanceTo(await inDays(8n))],
  ['actions/governance/getTimeline'],
  ['actions/governance/objectToProposal'],
  ['actions/governance/executeProposal', fillTreasury],
  ['actions/governance/signProposal', deadline],
  ['actions/governance/submitProposal'],
  ['actions/governance/cancelProposal'],
  ['actions/roles/rolesReport'],
  ['actions/risk/riskReport'],
  ['actions/redemption/quoteRedemption', holdSynthetic],
  ['actions/redemption/redeem'],
  ['actions/vesting/schedule', async () => ({ vestingStart: await sdk.now() })],
  ['actions/vesting/createVesting'],
  ['actions/vesting/delegateVesting'],
  ['actions/vesting/findVestings'],
  ['actions/vesting/getVestings'],
  ['actions/vesting/offerVesting'],
  ['actions/vesting/acceptVesting'],
  ['actions/vesting/releaseVesting'],
  ['actions/vesting/releaseVestings', async () => advanceTo(await inDays(31n))],
  ['actions/claims/findClaims', beginCampaign],
  ['actions/claims/getCampaign'],
  ['actions/claims/verifyClaim', pickLeaf(0)],
  ['actions/claims/getClaim'],
  ['actions/claims/claim'],
  ['actions/claims/signClaim', pickLeaf(1)],
  ['actions/claims/claimFor'],
  ['actions/claims/clawBack', async () => advanceTo(await inDays(31n))],
  ['actions/bridge/quoteBridge'],
  ['actions/bridge/bridgeOpen'],
  ['actions/bridge/getMessageState'],
]

function start(): Values {
  const { home, spoke, contracts } = sdk.world
  const client = sdk.as('core-team')
  const { address } = client.account
  return {
    client,
    account: address,
    operator: address,
    receiver: address,
    recipient: '0x00000000000000000000000000000000000A11cE',
    key: privateKeyToAccount(generatePrivateKey()),
    usdcAddress: devnetAddresses.home.usdc,
    deployments: { ...contracts.spoke, ...contracts.home },
    ccipRouter: home.addresses.router,
    syntheticOpen: home.addresses.syntheticOpen,
    beneficiary: address,
    destination: spoke.client,
    destinationContracts: sdk.spoke,
    destinationChainSelector: spoke.selector,
    sourceChainSelector: home.selector,
  }
}

async function inDays(days: bigint): Promise<bigint> {
  return (await sdk.now()) + days * DAY
}

async function deadline(): Promise<Values> {
  return { deadline: await inDays(1n) }
}

async function pickUnit({ firstUnit }: Values): Promise<Values> {
  const maxPayment = parseEther('0.51')
  const sale = await sdk.as('core-team').buyXnode({ series: 1, maxPayment })
  return { unit: sale.firstUnit, firstUnit, ...(await deadline()) }
}

async function giveBudget({ key }: Values): Promise<Values> {
  const { address } = key as ReturnType<typeof privateKeyToAccount>
  await setBudget(sdk, address, 5)
  return {}
}

async function leaveSet({ validator }: Values): Promise<Values> {
  await sdk.world.home.wallet(accounts['core-team']).writeContract({
    address: sdk.home.validatorStaking,
    abi: validatorStakingAbi,
    functionName: 'leaveSet',
    args: [validator as bigint],
  })
  return {}
}

/** A second validator, on which the first one's operator has staked too. */
async function secondValidator(): Promise<Values> {
  const otherKey = newKey()
  const { validator: other } = await register(sdk, 'data-providers', otherKey)
  const amount = parseEther('100')
  await sdk.as('core-team').stake({ validator: other, amount })
  return { otherKey, other }
}

/** The second validator weighs less than a third, and an epoch is new. */
async function nextEpoch({ validator }: Values): Promise<Values> {
  const amount = parseEther('30000')
  const staker = sdk.as('community-fund')
  await staker.stake({ validator: validator as bigint, amount })
  const epoch = (await sdk.now()) / DAY / 7n + 1n
  await advanceTo(epoch * 7n * DAY)
  return { round: epoch * 7n }
}

async function oneFinding({ unit }: Values): Promise<Values> {
  const finding = {
    unit,
    configHash: keccak256('0x01'),
    reachable: true,
    checkedAtBlock: 1n,
  }
  const row = Object.values(finding).map((value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  const types = ['uint256', 'bytes32', 'bool', 'uint64']
  return { finding, root: StandardMerkleTree.of([row], types).root }
}

async function outvoted({ otherKey, root, round }: Values): Promise<Values> {
  const late = await sdk.as('buyer').signAttestation({
    topic: exports.roundTopic(round as bigint),
    root: root as Hex,
    signer: otherKey as PrivateKeyAccount,
  })
  return { late }
}

async function nextRound({ round }: Values): Promise<Values> {
  const next = (round as bigint) + 1n
  await advanceTo(next * DAY)
  return { round: next }
}

/** Twenty rounds, of which the second validator signs none; the last are not closed. */
async function missRounds({
  key,
  other,
  round,
  root,
}: Values): Promise<Values> {
  const client = sdk.as('core-team')
  for (
    let next = (round as bigint) + 1n;
    next < (round as bigint) + 22n;
    next++
  ) {
    await advanceTo(next * DAY)
    if (next % 7n === 0n) await client.snapshotSet()
    const { signature } = await client.signAttestation({
      topic: exports.roundTopic(next),
      root: root as Hex,
      signer: key as PrivateKeyAccount,
    })
    const signatures = [{ place: 0, signature }]
    await client.submitRound({ round: next, root: root as Hex, signatures })
  }
  return { validator: other }
}

async function contradict(values: Values): Promise<Values> {
  const second = await sdk.as('core-team').signAttestation({
    topic: values.topic as exports.Topic,
    root: keccak256('0x02'),
    signer: values.key as ReturnType<typeof privateKeyToAccount>,
  })
  return { first: values.statement, second }
}

async function delegateSecond(): Promise<Values> {
  const other = sdk.as('contributors-guild')
  await other.delegateVotes({ delegatee: other.account.address })
  return {}
}

/** Votes of the snapshot that another account has: those it delegated to itself before. */
function secondVoter(): Values {
  return { other: sdk.as('contributors-guild') }
}

async function withdrawSecondVote({ proposalId }: Values): Promise<Values> {
  await sdk.as('contributors-guild').votes.change({
    proposalId: proposalId as bigint,
    support: { against: 0n, for: 0n, abstain: 0n },
  })
  return {}
}

/** A validator of the client's in the set of the epoch in which voting will begin. */
async function thirdValidator(): Promise<Values> {
  const { validator } = await register(sdk, 'core-team')
  await advanceTo(((await sdk.now()) / DAY / 7n + 1n) * 7n * DAY)
  await sdk.as('core-team').snapshotSet()
  return { validator }
}

async function fillTreasury({ heldUntil }: Values): Promise<Values> {
  const wei = toHex(parseEther('1'))
  await sdk.world.home.rpc('hardhat_setBalance', [sdk.home.openTimelock, wei])
  return advanceTo(heldUntil)
}

async function holdSynthetic(): Promise<Values> {
  const { home } = sdk.world
  const holder = addressOf('core-team')
  await mintTestToken(home, 'syntheticOpen', holder, parseEther('200'))
  return advanceTo(await inDays(14n))
}

/** One leaf for each way to claim, and one that nobody claims. */
async function beginCampaign(): Promise<Values> {
  const [account, amount] = [addressOf('core-team'), parseEther('50')]
  const tree = treeOf([
    { account, amount },
    { account, amount },
    { account: addressOf('buyer'), amount },
  ])
  return { tree, campaign: await startCampaign(sdk, tree) }
}

function pickLeaf(place: number): Prepare {
  return async ({ leaves }) => ({
    leaf: (leaves as exports.ClaimLeaf[])[place],
    ...(await deadline()),
  })
}

/** The examples of a file, without the comment's stars. */
async function examplesIn(file: string): Promise<string[]> {
  const source = await readFile(file, 'utf8')
  const found = source.matchAll(/@example\n([\s\S]*?)\n \*\//g)
  return [...found].map(([, text = '']) => text.replace(/^ \* ?/gm, ''))
}

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<Values>

/** Runs a piece of code and returns what it declared. */
function run(code: string, values: Values): Promise<Values> {
  const declared = [...code.matchAll(/^const (?:\{([^}]*)\}|(\w+)) =/gm)]
    .flatMap(([, several, one]) => (several ?? one ?? '').split(','))
    .map((name) => name.trim())
  const known = Object.entries(values).filter(
    ([name]) => !declared.includes(name),
  )
  const body = `'use strict'\n${code}\nreturn { ${declared.join(', ')} }`
  const names = known.map(([name]) => name)
  return new AsyncFunction(...names, body)(...known.map(([, value]) => value))
}

describe('examples', () => {
  it('default: those of every file run as they stand', async () => {
    const viem = { keccak256, parseEther, stringToHex, zeroHash }
    let values: Values = { ...exports, ...viem, console: { log() {} } }
    for (const [file, prepare] of order) {
      values = { ...values, ...(await prepare?.(values)) }
      for (const example of await examplesIn(`sdk/src/${file}.ts`)) {
        const declared = await run(example, values).catch((cause: unknown) => {
          throw new Error(`The example of ${file} fails:\n${example}`, {
            cause,
          })
        })
        values = { ...values, ...declared }
      }
      // The last example of the file speaks of a spoke.
      if (file === 'contracts') values = { ...values, contracts: sdk.home }
    }
    expect(values.state).to.equal('untouched')
  })

  it('default: every file with an example is run, every action has one', async () => {
    const withExample: string[] = []
    const without: string[] = []
    for await (const file of glob('sdk/src/**/*.ts')) {
      const name = file.replaceAll('\\', '/').slice('sdk/src/'.length, -3)
      const examples = await examplesIn(file)
      if (examples.length > 0) withExample.push(name)
      else without.push(name)
    }
    expect(withExample.sort()).to.deep.equal(order.map(([file]) => file).sort())
    const names = without.map((name) => name.split('/').at(-1) ?? '')
    const actions = names.filter((name) => name in exports)
    expect(actions.filter((name) => name !== 'remedies')).to.deep.equal([])
  })
})
