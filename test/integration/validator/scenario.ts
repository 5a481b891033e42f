import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { erc20Abi, keccak256, toHex, zeroHash } from 'viem'
import {
  openTokenAbi,
  validatorStakingAbi,
} from '../../../typechain-types/index.ts'
import { aggregatorAt } from '../../../validator/src/aggregator/client.ts'
import { SdkWorld } from '../../helpers/sdk.ts'
import { readLedger } from '../../helpers/validator/ledger.ts'
import { Network, type Operator } from '../../helpers/validator/network.ts'
import {
  collect,
  leave,
  leaveAsOperator,
  type Staker,
  stakers,
} from '../../helpers/validator/stakers.ts'

/** How large a scenario is; places count operators. */
interface Size {
  readonly validators: number
  readonly delegators: number
  readonly rounds: number
  /** Never online, but in the set from the beginning. */
  readonly offline: readonly number[]
  readonly equivocator: number
  /** Round of the second statement, counted from the first one. */
  readonly equivocatesIn: number
}

const small: Size = {
  validators: 4,
  delegators: 8,
  rounds: 6,
  offline: [],
  equivocator: 3,
  equivocatesIn: 3,
}

const large: Size = {
  validators: 21,
  delegators: 500,
  rounds: 56,
  offline: [5, 12],
  equivocator: 17,
  equivocatesIn: 30,
}

const deep = process.env.PROFILE === 'deep'

describe('validator', () => {
  scenario('a small network', small, true)
  // Minutes: PROFILE=deep npm test -- test/integration/validator/scenario.ts
  scenario('21 validators, 500 delegators, 8 epochs', large, deep)
})

function scenario(name: string, size: Size, isRun: boolean): void {
  describe(name, { skip: !isRun }, () => {
    const sdk = new SdkWorld()
    const network = new Network(sdk)
    let crowd: Staker[] = []
    let first = 0n
    let fromBlock = 0n
    const funds = new Map<string, bigint>()

    before(async () => {
      await sdk.begin()
      fromBlock = await sdk.world.home.client.getBlockNumber()
      await network.begin({
        validators: size.validators,
        machines: Math.min(4, size.validators - 1),
      })
      for (const index of size.offline) operator(index).isOnline = false
      for (const { client } of network.operators)
        funds.set(client.account.address, network.funds)
      crowd = await stakers(network, size.delegators)
      for (const { client, funds: own } of crowd)
        funds.set(client.account.address, own)
      await network.as(100).dripRewards()
      first = ((await network.round()) / 7n + 1n) * 7n
    })
    after(async () => {
      await network.end()
      await sdk.end()
    })

    const operator = (index: number) => network.operators[index] as Operator
    const happened = (event: string) =>
      network.operators.flatMap(({ events, index }) =>
        events
          .filter((line) => line.event === event)
          .map(({ fields }) => ({ index, ...fields })),
      )
    const openOf = (account: `0x${string}`) =>
      sdk.world.home.client.readContract({
        address: sdk.home.openToken,
        abi: erc20Abi,
        functionName: 'balanceOf',
        args: [account],
      })
    const staking = <name extends 'reserve' | 'totalActive'>(
      functionName: name,
    ) =>
      sdk.world.home.client.readContract({
        address: sdk.home.validatorStaking,
        abi: validatorStakingAbi,
        functionName,
      })

    it('default: every round is certified by those who are there', async () => {
      const [machine] = network.machines
      for (let count = 0; count < size.rounds; count++) {
        const round = first + BigInt(count)
        if (machine !== undefined) machine.isUp = count % 5 !== 4
        await network.play(round, 12)
        const { root } = await network.as(100).getRound({ round })
        expect(root, `round ${count}`).to.not.equal(undefined)
        if (count === size.equivocatesIn) await contradict(round)
        // Some leave while it goes on, before and after the fault.
        if (count % 7 === 2)
          for (const staker of crowd.filter((_, at) => at % 9 === count % 9))
            await leave(staker)
        if (count === 28)
          await network
            .as(100)
            .dripRewards()
            .catch(() => {})
        await proveOne(round)
      }
      expect(network.failures()).to.deep.equal([])
    })

    /** The key says something else on a second machine, without its protection. */
    async function contradict(round: bigint): Promise<void> {
      const liar = operator(size.equivocator)
      const statement = await liar.client.signAttestation({
        topic: { round, kind: 1, subject: zeroHash },
        root: keccak256(toHex('what was not')),
        signer: liar.key,
      })
      await aggregatorAt(network.url).sign({ round, ...statement })
      await network.pass()
    }

    async function proveOne(round: bigint): Promise<void> {
      const { unit } = network.machines[
        Number(round) % network.machines.length
      ] as { unit: bigint }
      const found = await network.pool?.finding(round, unit)
      if (found === undefined) return expect.fail(`no finding in ${round}`)
      await sdk.as('buyer').proveUnit({
        round,
        finding: found.finding,
        proof: found.proof,
      })
      const { attested } = await sdk.as('buyer').getDeployment({ unit })
      expect(attested).to.include({
        round,
        reachable: found.finding.reachable,
        configHash: found.finding.configHash,
      })
    }

    it('behavior: the snapshot of each epoch is stored once, in its first round', () => {
      const epochs = happened('snapshot').map(
        (line) => (line as { epoch?: bigint }).epoch,
      )
      expect(new Set(epochs).size).to.equal(epochs.length)
      expect(epochs).to.have.length(Math.ceil(size.rounds / 7))
    })

    it('behavior: the one that contradicted itself is out for ever, reported once', async () => {
      const { client, validator } = operator(size.equivocator)
      expect(await client.getValidator({ validator })).to.include({
        isTombstoned: true,
      })
      const reports = happened('reported-equivocation')
      expect(reports).to.have.length(1)
      expect(reports[0]).to.include({ validator })
    })

    it('behavior: those that were away are jailed once each, and nobody else', async () => {
      const jailed = happened('jailed').map(
        (line) => (line as { validator?: bigint }).validator,
      )
      expect(jailed).to.have.members(
        size.offline.map((index) => operator(index).validator),
      )
      for (const index of size.offline) {
        const { client, validator } = operator(index)
        const state = await client.getValidator({ validator })
        expect(state).to.include({ status: 'resting', isTombstoned: false })
        expect(state.ownStake).to.equal(10_000n * 10n ** 18n)
      }
    })

    it('behavior: honest validators missed nothing and lost nothing', async () => {
      const honest = network.operators.filter(
        ({ index }) =>
          index !== size.equivocator && !size.offline.includes(index),
      )
      const states = await network
        .as(100)
        .getDowntime({ validators: honest.map(({ validator }) => validator) })
      expect(states.every(({ missed }) => missed === 0)).to.equal(true)
      for (const { client, validator } of honest) {
        const { ownStake, status } = await client.getValidator({ validator })
        expect(status).to.equal('active')
        expect(ownStake).to.equal(10_000n * 10n ** 18n)
      }
    })

    it('behavior: everybody leaves, and the books close to the wei', async () => {
      const claimants = crowd.filter((_, index) => index % 3 === 0)
      for (const { client, validator } of claimants) {
        const account = client.account.address
        const { pending } = await client.getPosition({ validator, account })
        if (pending > 0n) await client.claimReward({ validator })
      }
      for (const staker of crowd) await leave(staker)
      const exits: bigint[] = []
      for (const each of network.operators)
        exits.push(await leaveAsOperator(network, each))
      await network.enter((await network.round()) + 21n)
      for (const staker of crowd) {
        await collect(staker)
        const { client, validator } = staker
        const account = client.account.address
        const { pending } = await client.getPosition({ validator, account })
        if (pending > 0n) await client.claimReward({ validator })
      }
      for (const [index, epoch] of exits.entries()) {
        const { client, validator } = operator(index)
        await collect({ client: client as never, validator, exits: [epoch] })
      }

      const ledger = await readLedger(sdk, fromBlock)
      const vault = await openOf(sdk.home.slashVault)
      const reserve = await staking('reserve')
      // Nobody's principal is left behind, and nothing else lies there.
      expect(await openOf(sdk.home.validatorStaking)).to.equal(reserve)
      expect(
        await sdk.world.home.client.readContract({
          address: sdk.home.openToken,
          abi: openTokenAbi,
          functionName: 'escrowedTotal',
          args: [sdk.home.validatorStaking],
        }),
      ).to.equal(0n)
      expect(await staking('totalActive')).to.equal(0n)
      // Principal: what came in is what went out and what faults cost.
      expect(ledger.staked + ledger.compounded).to.equal(
        ledger.paidOut + ledger.burned + ledger.toVault + ledger.toReporters,
      )
      expect(ledger.toVault).to.equal(vault)
      expect(ledger.taken > 0n).to.equal(true)
      // Rewards: what came in is what was paid and what is still streaming.
      expect(ledger.notified).to.equal(
        ledger.rewards + ledger.commissions + ledger.compounded + reserve,
      )
      // Each account has what its events say, and nothing else.
      for (const [account, own] of funds) {
        const net = ledger.net.get(account as `0x${string}`) ?? 0n
        expect(await openOf(account as `0x${string}`), account).to.equal(
          own + net,
        )
      }
    })
  })
}
