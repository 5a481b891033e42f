import { describe, it } from 'node:test'
import { expect } from 'chai'
import { type Abi, encodeErrorResult, parseAbi, zeroAddress } from 'viem'
import { formatAbiItem } from 'viem/utils'
import { releaseAbi } from '../../../rocketh/ccip-releases.ts'
import * as ccip from '../../../sdk/src/abis/ccip.ts'
import { decodeRevert, expectedError } from '../../../sdk/src/errors/decode.ts'
import { errorTable } from '../../../sdk/src/errors/table.ts'
import * as sdk from '../../../sdk/src/index.ts'
import * as bindings from '../../../typechain-types/index.ts'

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
      const releases = {
        ccipRouterAbi: ['router'],
        ccipOnRampAbi: ['onRamp'],
        ccipOffRampAbi: ['offRamp'],
        ccipPoolAbi: ['burnMintTokenPool'],
        ccipErrorsAbi: ['router', 'onRamp', 'offRamp', 'feeQuoter'],
      } as const
      for (const [name, sources] of Object.entries(releases)) {
        const abi = await Promise.all(sources.map(releaseAbi))
        const released = new Set(abi.flat().map(shape))
        // biome-ignore lint/performance/noDynamicNamespaceImportAccess: a test is never bundled
        for (const item of ccip[name as keyof typeof releases])
          if (item.name !== 'InsufficientGasToCompleteTx')
            expect(released, `${name} ${item.name}`).to.include(shape(item))
      }
    })
  })

  describe('exports', () => {
    it('default: every action has what its kind has', () => {
      const actions = Object.entries(sdk).filter(
        ([name, value]) =>
          typeof value === 'function' && 'extractEvent' in value && name,
      )
      for (const [name, action] of actions)
        expect(action, name).to.have.property('call')
      expect(actions.length).to.equal(17)
    })
  })
})

/** Types and order, without names of arguments. */
function shape(item: Abi[number]): string {
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
