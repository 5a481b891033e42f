import { describe, it } from 'node:test'
import { expect } from 'chai'
import {
  type Abi,
  createClient,
  custom,
  encodeErrorResult,
  parseAbi,
  zeroAddress,
} from 'viem'
import { formatAbiItem } from 'viem/utils'
import { type Release, releaseAbi } from '../../../rocketh/ccip-releases.ts'
import * as ccip from '../../../sdk/src/abis/ccip.ts'
import * as actions from '../../../sdk/src/actions/index.ts'
import { decodeRevert, expectedError } from '../../../sdk/src/errors/decode.ts'
import { errorTable } from '../../../sdk/src/errors/table.ts'
import * as sdk from '../../../sdk/src/index.ts'
import * as bindings from '../../../typechain-types/index.ts'
import { refusal } from '../../helpers/sdk.ts'

const abis: readonly Abi[] = Object.values(bindings)

describe('errors', () => {
  describe('remedies', () => {
    it('default: every custom error of every contract has one', () => {
      const names = [...abis, ccip.ccipErrorsAbi]
        .flat()
        .flatMap((item) => (item.type === 'error' ? [item.name] : []))
      expect(names).to.include('XnodeSale_AboveMaxPayment')
      const lacking = [...new Set(names)].filter((name) => {
        const remedy = sdk.remedies[name]
        return !remedy?.why || !remedy.fix
      })
      expect(lacking).to.deep.equal([])
    })

    it('default: the decoder knows every one of them', () => {
      const known = new Set(errorTable.map(({ name }) => name))
      const unknown = abis
        .flat()
        .flatMap((item) => (item.type === 'error' ? [item.name] : []))
        .filter((name) => !known.has(name))
      expect(unknown).to.deep.equal([])
    })
  })

  describe('decodeRevert', () => {
    const inner = encodeErrorResult({
      abi: bindings.xnodeSaleAbi,
      errorName: 'XnodeSale_Underpaid',
      args: [2n, 1n],
    })

    it('default: name and values', () => {
      const decoded = decodeRevert(inner)
      expect(decoded?.errorName).to.equal('XnodeSale_Underpaid')
      expect(decoded?.args).to.deep.equal([2n, 1n])
    })

    it('behavior: the innermost of CCIP’s wrapped errors', () => {
      const data = encodeErrorResult({
        abi: ccip.ccipErrorsAbi,
        errorName: 'TokenHandlingError',
        args: [zeroAddress, inner],
      })
      expect(decodeRevert(data)?.errorName).to.equal('XnodeSale_Underpaid')
    })

    it('behavior: the wrapper, when what it wraps is unknown', () => {
      const data = encodeErrorResult({
        abi: ccip.ccipErrorsAbi,
        errorName: 'ReceiverError',
        args: ['0x12345678'],
      })
      expect(decodeRevert(data)?.errorName).to.equal('ReceiverError')
    })

    it('behavior: undefined for a stranger’s error', () => {
      const abi = parseAbi(['error Strange(uint256 value)'])
      const data = encodeErrorResult({ abi, args: [1n] })
      expect(decodeRevert(data)).to.equal(undefined)
      expect(decodeRevert('0x')).to.equal(undefined)
    })
  })

  describe('OpenmeshError', () => {
    it('default: says what happened, with names and values, and what to do', () => {
      const error = expectedError('XnodeSale_Underpaid', [2n, 1n])
      expect(error.shortMessage).to.equal(
        'XnodeSale_Underpaid(required: 2, sent: 1): The ETH sent is less than the price.',
      )
      expect(error.message).to.equal(`${error.shortMessage} ${error.remedy}`)
    })
  })

  describe('ccip', () => {
    it('default: every line is in the ABI of the release', async () => {
      const sources = [
        [ccip.ccipRouterAbi, ['router']],
        [ccip.ccipOnRampAbi, ['onRamp']],
        [ccip.ccipOffRampAbi, ['offRamp']],
        [ccip.ccipPoolAbi, ['burnMintTokenPool']],
        [ccip.ccipErrorsAbi, ['router', 'onRamp', 'offRamp', 'feeQuoter']],
      ] as const satisfies [Abi, Release[]][]
      for (const [abi, releases] of sources) {
        const released = await Promise.all(releases.map(releaseAbi))
        const shapes = new Set(released.flat().filter(isNamed).map(shape))
        for (const item of abi) expect(shapes).to.include(shape(item))
      }
    })
  })

  describe('exports', () => {
    it('default: only what is listed here', () => {
      expect(Object.keys(sdk).sort()).to.deep.equal([
        'OpenmeshError',
        'acceptVesting',
        'activateBySig',
        'activateXnode',
        'addAppVersion',
        'addSignatures',
        'advanceRevenue',
        'appIdOf',
        'approve',
        'attestationKinds',
        'attestationTypes',
        'bridgeOpen',
        'buyXnode',
        'cancelProposal',
        'castVote',
        'changeVote',
        'claim',
        'claimFor',
        'claimRevenue',
        'claimReward',
        'claimRewardFor',
        'claimRewards',
        'claimableRevenue',
        'clawBack',
        'completeRedelegation',
        'createVesting',
        'decodeRevert',
        'decodeVestingSchedule',
        'delegateVesting',
        'delegateVotes',
        'deployApp',
        'dripRewards',
        'encodeVestingSchedule',
        'executeProposal',
        'findClaims',
        'findEquivocations',
        'findVestings',
        'getApp',
        'getBalance',
        'getCampaign',
        'getClaim',
        'getCredit',
        'getDelegate',
        'getDeployment',
        'getDowntime',
        'getMessageState',
        'getPosition',
        'getPositions',
        'getPower',
        'getProposal',
        'getProposalDetails',
        'getRound',
        'getSeries',
        'getSnapshot',
        'getTimeline',
        'getUnit',
        'getValidator',
        'getVestings',
        'getVoteReceipt',
        'getVotes',
        'heartbeat',
        'heartbeatTopic',
        'homeContracts',
        'jailDowntime',
        'joinValidatorSet',
        'listApps',
        'listDelegations',
        'listHosts',
        'listProposals',
        'listSeries',
        'listValidators',
        'listVotes',
        'markProposer',
        'objectToProposal',
        'offerVesting',
        'openTokenOf',
        'openmeshActions',
        'paySeries',
        'payUnit',
        'placesOf',
        'propose',
        'proveUnit',
        'publishApp',
        'queueProposal',
        'quoteBridge',
        'quoteRedemption',
        'quoteRenewal',
        'quoteXnode',
        'redeem',
        'redeemVoucher',
        'redeemVouchers',
        'redelegate',
        'registerValidator',
        'relayVotes',
        'releaseVesting',
        'releaseVestings',
        'remedies',
        'renewXnode',
        'renounceBudget',
        'reportEquivocation',
        'reportTypes',
        'revokeCode',
        'riskReport',
        'rolesReport',
        'roundTopic',
        'setHost',
        'setRewardRecipient',
        'setUser',
        'setVoucherBudget',
        'signActivation',
        'signAttestation',
        'signChange',
        'signClaim',
        'signDelegation',
        'signProofOfPossession',
        'signProposal',
        'signReport',
        'signVote',
        'signVoucher',
        'simulateProposal',
        'snapshotSet',
        'splitVote',
        'spokeContracts',
        'stake',
        'submitProposal',
        'submitReport',
        'submitRound',
        'toOpenmeshError',
        'tokenMetadata',
        'tokensOf',
        'unbond',
        'undeployApp',
        'verifyClaim',
        'voucherBudget',
        'watchProposal',
        'whyZero',
        'withdraw',
        'withdrawCredit',
      ])
    })

    it('behavior: a client carries every action at home, some on a spoke', () => {
      const client = createClient({ transport: custom({ request: refuse }) })
      const home = sdk.openmeshActions({
        contracts: { openToken: zeroAddress } as unknown as sdk.HomeContracts,
      })(client)
      const spoke = sdk.openmeshActions({
        contracts: {
          bridgedOpenToken: zeroAddress,
          openTimelock: zeroAddress,
          ccipRouter: zeroAddress,
        },
      })(client)
      const groups = [
        'delegation',
        'power',
        'proposals',
        'risk',
        'roles',
        'timeline',
        'votes',
      ]
      const reports = ['riskReport', 'rolesReport']
      const flat = Object.keys(actions).filter(
        (name) => !reports.includes(name),
      )
      expect(Object.keys(home).sort()).to.deep.equal(
        [...flat, ...groups].sort(),
      )
      expect(Object.keys(spoke)).to.include('bridgeOpen')
      expect(Object.keys(spoke)).not.to.include('buyXnode')
      // @ts-expect-error A client without account only reads.
      expect(home.buyXnode).to.be.a('function')
      // @ts-expect-error There are no units on a spoke.
      expect(spoke.getUnit).to.equal(undefined)
    })

    it('error: AccountMissing for a client that only reads', async () => {
      const client = createClient({ transport: custom({ request: refuse }) })
      const error = await refusal(
        sdk.claimReward(client as unknown as sdk.WalletClient, {
          contracts: {} as sdk.HomeContracts,
          validator: 1n,
        }),
      )
      expect(error.errorName).to.equal('AccountMissing')
    })

    it('error: NotDeployed for a deployment that lacks a contract', () => {
      const foreign = { ccipRouter: zeroAddress, syntheticOpen: zeroAddress }
      expect(() =>
        sdk.homeContracts({ OpenToken: zeroAddress }, foreign),
      ).to.throw(sdk.OpenmeshError, 'no address of OpenTimelock')
    })
  })
})

type NamedItem = Extract<Abi[number], { name: string }>

async function refuse(): Promise<never> {
  throw new Error('No request was expected')
}

function isNamed(item: Abi[number]): item is NamedItem {
  return 'name' in item
}

/** Types and order, without names of arguments. */
function shape(item: NamedItem): string {
  const outputs = 'outputs' in item ? JSON.stringify(types(item.outputs)) : ''
  const indexed =
    item.type === 'event' ? item.inputs.map(({ indexed }) => !!indexed) : []
  return `${item.type} ${formatAbiItem(item)} ${outputs} ${indexed}`
}

function types(parameters: readonly { type: string }[]): unknown[] {
  return parameters.map((parameter) =>
    'components' in parameter
      ? types(parameter.components as { type: string }[])
      : parameter.type,
  )
}
