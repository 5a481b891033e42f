import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import { parseEther } from 'viem'
import { accounts, addressOf } from '../../../devnet/accounts.ts'
import { getPositions, listValidators } from '../../../sdk/src/index.ts'
import { validatorStakingAbi } from '../../../typechain-types/index.ts'
import {
  advancePast,
  delegateHolders,
  holders,
  openVote,
} from '../../helpers/governance.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'
import { register, selfStake } from '../../helpers/validators.ts'
import { countingReader } from '../../helpers/xnode.ts'

const DAY = 86_400n
const WEEK = 7n * DAY
const sdk = sdkWorld()

const operators = [
  'expansion-sponsors',
  'node-operators',
  'data-providers',
  'community-fund',
] as const
const staker = 'cloud-initiative'
const account = addressOf(staker)
const amount = parseEther('5000')

describe('staking on several validators', () => {
  const validators: bigint[] = []
  let [first, second, third, fourth] = [0n, 0n, 0n, 0n]

  before(async () => {
    await delegateHolders(sdk)
    for (const name of operators)
      validators.push((await register(sdk, name)).validator)
    ;[first = 0n, second = 0n, third = 0n, fourth = 0n] = validators
    await sdk.as(staker).stake({ validator: first, amount })
    await sdk.as(staker).stake({ validator: second, amount: amount * 2n })
    await sdk.as('buyer').dripRewards()
    await sdk.world.advance(DAY)
  })

  describe('listValidators', () => {
    it('default: the set with weight, room and commission, in one call', async () => {
      const { asked, client } = countingReader(sdk)
      const contracts = sdk.home
      const set = await listValidators(client, { contracts, inSet: true })
      expect(asked).to.deep.equal(['eth_call'])
      expect(set.map(({ validator }) => validator)).to.deep.equal(validators)
      const { validator, weight, room, nextCommission, ...rest } =
        set[1] as listValidators.Listed
      expect({ validator, weight, room, nextCommission }).to.deep.equal({
        validator: second,
        weight: selfStake + amount * 2n,
        room: selfStake * 20n - amount * 2n,
        nextCommission: undefined,
      })
      expect(rest).to.deep.equal(
        await sdk.as('buyer').getValidator({ validator }),
      )
    })

    it('default: a page of all, shorter at the end', async () => {
      const numbers = async (parameters = {}) => {
        const page = await sdk.as('buyer').listValidators(parameters)
        return page.map(({ validator }) => validator)
      }
      expect(await numbers()).to.deep.equal(validators)
      expect(await numbers({ first: 2n, count: 2n })).to.deep.equal([
        second,
        third,
      ])
      expect(await numbers({ first: 4n, count: 9n })).to.deep.equal([fourth])
      expect(await numbers({ first: 5n })).to.deep.equal([])
    })

    it('behavior: a rise of the commission that waits', async () => {
      const epoch = (await sdk.now()) / WEEK
      await sdk.world.home.wallet(accounts[operators[3]]).writeContract({
        address: sdk.home.validatorStaking,
        abi: validatorStakingAbi,
        functionName: 'setCommission',
        args: [fourth, 800],
      })
      const set = await sdk.as('buyer').listValidators({ inSet: true })
      expect(set[3]).to.deep.include({
        commissionBps: 500,
        nextCommission: { bps: 800, fromEpoch: epoch + 2n },
      })
    })
  })

  describe('getPositions', () => {
    it('default: stake and reward on each, in one call', async () => {
      const { asked, client } = countingReader(sdk)
      const held = await getPositions(client, {
        contracts: sdk.home,
        account,
        validators: [second, third, first],
      })
      expect(asked).to.deep.equal(['eth_call'])
      expect(
        held.map(({ reward, ...position }) => ({
          ...position,
          earns: reward > 0n,
        })),
      ).to.deep.equal([
        {
          validator: second,
          tokens: amount * 2n,
          unbooked: 0n,
          exits: [],
          earns: true,
        },
        {
          validator: third,
          tokens: 0n,
          unbooked: 0n,
          exits: [],
          earns: false,
        },
        {
          validator: first,
          tokens: amount,
          unbooked: 0n,
          exits: [],
          earns: true,
        },
      ])
    })

    it('error: InvalidAddress', async () => {
      const error = await refusal(
        sdk.as('buyer').getPositions({ account: '0x1', validators }),
      )
      expect(error.errorName).to.equal('InvalidAddress')
      expect(error.args).to.deep.equal(['account', '0x1'])
    })
  })

  describe('claimRewards', () => {
    it('default: one transfer, those without reward passed over', async () => {
      const client = sdk.as(staker)
      const held = await client.getBalance({ account })
      const claim = await client.claimRewards({
        validators: [first, third, second],
      })
      expect(claim.to).to.equal(account)
      expect(claim.rewards.map(({ validator }) => validator)).to.deep.equal([
        first,
        second,
      ])
      const [one, two] = claim.rewards
      expect(claim.amount).to.equal((one?.amount ?? 0n) + (two?.amount ?? 0n))
      expect(claim.amount > 0n).to.equal(true)
      expect(await client.getBalance({ account })).to.equal(held + claim.amount)
    })

    it('behavior: to somebody else, and nothing where nothing is', async () => {
      const to = addressOf('guardian')
      const claim = await sdk
        .as('buyer')
        .claimRewards({ validators: [first], to })
      expect(claim).to.deep.include({ to, amount: 0n, rewards: [] })
    })

    it('error: ValidatorStaking_UnknownValidator', async () => {
      const error = await refusal(
        sdk.as(staker).claimRewards({ validators: [first, 99n] }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_UnknownValidator')
      expect(error.args).to.deep.equal([99n])
    })
  })

  describe('claimRewardFor and setRewardRecipient', () => {
    it('default: anybody has the staker paid', async () => {
      const paid = await sdk
        .as('buyer')
        .claimRewardFor({ validator: first, account })
      expect(paid).to.include({ validator: first, account, to: account })
      expect(paid.amount > 0n).to.equal(true)
    })

    it('default: or the recipient that the staker set', async () => {
      const recipient = addressOf('guardian')
      const client = sdk.as(staker)
      const set = await client.setRewardRecipient({ recipient })
      expect(set).to.include({ account, recipient, oldRecipient: account })
      const held = await client.getBalance({ account: recipient })
      const paid = await sdk
        .as('buyer')
        .claimRewardFor({ validator: second, account })
      expect(paid.to).to.equal(recipient)
      expect(await client.getBalance({ account: recipient })).to.equal(
        held + paid.amount,
      )
    })

    it('behavior: setRewardRecipient of nobody is the account itself', async () => {
      const set = await sdk.as(staker).setRewardRecipient()
      expect(set).to.include({
        account,
        recipient: account,
        oldRecipient: addressOf('guardian'),
      })
    })

    it('error: InvalidArguments for a recipient that is no address', async () => {
      const error = await refusal(
        sdk.as(staker).setRewardRecipient({ recipient: '0x1' }),
      )
      expect(error.errorName).to.equal('InvalidArguments')
    })

    it('error: ValidatorStaking_NothingToPay', async () => {
      const error = await refusal(
        sdk.as('buyer').claimRewardFor({ validator: third, account }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_NothingToPay')
    })
  })

  describe('redelegate and completeRedelegation', () => {
    const moved = parseEther('2000')
    let epoch = 0n
    let completableAt = 0n

    it('default: the move waits, and is in the position', async () => {
      const client = sdk.as(staker)
      const votes = await client.getVotes({ account })
      const move = await client.redelegate({
        from: first,
        to: third,
        amount: moved,
      })
      ;({ completableAt, epoch } = move)
      expect(move).to.include({
        from: first,
        to: third,
        account,
        amount: moved,
        epoch: (await sdk.now()) / WEEK,
        completableAt: (epoch + 2n) * WEEK,
      })
      expect(await client.getVotes({ account })).to.equal(votes)
      const exit = await client.unbond({ validator: first, amount: moved })
      const [left] = await client.getPositions({ account, validators })
      expect(left?.tokens).to.equal(amount - moved * 2n)
      const waiting = {
        epoch,
        payout: moved,
        principal: moved,
        payableAt: completableAt,
        slashableUntil: completableAt,
      }
      expect(exit.claimableAt).to.equal(completableAt)
      expect(left?.exits).to.deep.equal([
        { to: undefined, ...waiting },
        { to: third, ...waiting },
      ])
    })

    it('error: ValidatorStaking_StillUnbonding', async () => {
      const error = await refusal(
        sdk.as(staker).completeRedelegation({ from: first, to: third, epoch }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_StillUnbonding')
      expect(error.args).to.deep.equal([epoch + 2n, epoch])
    })

    it('default: anybody completes it, and the stake arrives', async () => {
      await advancePast(sdk, completableAt)
      const done = await sdk
        .as('buyer')
        .completeRedelegation({ from: first, to: third, epoch, account })
      expect(done).to.include({
        from: first,
        to: third,
        account,
        epoch,
        amount: moved,
        principal: moved,
      })
      const [left, arrived] = await sdk
        .as('buyer')
        .getPositions({ account, validators: [first, third] })
      expect(left?.exits.map(({ to }) => to)).to.deep.equal([undefined])
      expect(arrived?.tokens).to.equal(moved)
    })

    it('behavior: getPositions looks back as many epochs as it is told', async () => {
      const [left] = await sdk
        .as('buyer')
        .getPositions({ account, validators: [first], epochs: 1n })
      expect(left?.exits).to.deep.equal([])
    })

    it('error: ValidatorStaking_NothingToPay when it is done', async () => {
      const error = await refusal(
        sdk.as(staker).completeRedelegation({ from: first, to: third, epoch }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_NothingToPay')
    })

    it('error: ValidatorStaking_SameValidator', async () => {
      const error = await refusal(
        sdk.as(staker).redelegate({ from: first, to: first, amount: moved }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_SameValidator')
      expect(error.args).to.deep.equal([first])
    })

    it('error: ValidatorStaking_OwnStake for an operator', async () => {
      const error = await refusal(
        sdk
          .as(operators[0])
          .redelegate({ from: first, to: second, amount: moved }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_OwnStake')
      expect(error.args).to.deep.equal([first])
    })
  })

  describe('objectToProposal', () => {
    let proposalId = 0n
    let snapshotEpoch = 0n
    let object: (place: number) => Promise<unknown>

    before(() => {
      object = (place) =>
        sdk.as(operators[place] ?? 'buyer').objectToProposal({
          proposalId,
          validator: validators[place] ?? first,
        })
    })

    it('error: ValidatorHouse_NotQueued during the vote', async () => {
      const made = await openVote(sdk, 'core-team', '# Pay in haste')
      ;({ proposalId } = made)
      snapshotEpoch = made.snapshot / WEEK
      const stored = await sdk.as('buyer').snapshotSet()
      expect(stored.epoch).to.equal(snapshotEpoch)
      const error = await refusal(object(0))
      expect(error.errorName).to.equal('ValidatorHouse_NotQueued')
      expect(error.args[0]).to.equal(proposalId)
      for (const name of holders)
        await sdk.as(name).castVote({ proposalId, support: 'for' })
      await advancePast(sdk, made.deadline)
      await sdk.as('buyer').queueProposal(made.content)
    })

    it('error: ValidatorHouse_NotOperator', async () => {
      const error = await refusal(object(4))
      expect(error.errorName).to.equal('ValidatorHouse_NotOperator')
      expect(error.args).to.deep.equal([first, addressOf('buyer')])
    })

    it('error: ValidatorHouse_NotMember for who joined later', async () => {
      const { validator } = await register(sdk, 'core-team')
      const error = await refusal(
        sdk.as('core-team').objectToProposal({ proposalId, validator }),
      )
      expect(error.errorName).to.equal('ValidatorHouse_NotMember')
      expect(error.args).to.deep.equal([validator, 4n, snapshotEpoch])
    })

    it('default: one of four objects from its place', async () => {
      const result = await object(2)
      expect(result).to.deep.include({
        proposalId,
        validator: third,
        operator: addressOf(operators[2]),
        place: 2,
        objections: 1,
        needed: 2,
        heldUntil: undefined,
      })
    })

    it('error: ValidatorHouse_AlreadyObjected', async () => {
      const error = await refusal(object(2))
      expect(error.errorName).to.equal('ValidatorHouse_AlreadyObjected')
      expect(error.args).to.deep.equal([proposalId, third])
    })

    it('default: the second holds it for a week', async () => {
      const { eta = 0n } = await sdk.as('buyer').getProposal({ proposalId })
      const heldUntil = eta + WEEK
      const result = await object(1)
      expect(result).to.deep.include({ place: 1, objections: 2, heldUntil })
      const error = await refusal(object(0))
      expect(error.errorName).to.equal('ValidatorHouse_AlreadyHeld')
      expect(error.args).to.deep.equal([proposalId, heldUntil])
    })
  })
})
