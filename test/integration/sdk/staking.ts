import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import { parseEther, zeroAddress } from 'viem'
import { addressOf } from '../../../devnet/accounts.ts'
import {
  registerValidator,
  signProofOfPossession,
} from '../../../sdk/src/index.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'
import {
  activeUnit,
  newKey,
  proofFor,
  register,
  selfStake,
} from '../../helpers/validators.ts'

const DAY = 86_400n

const sdk = sdkWorld()

describe('staking', () => {
  describe('registerValidator', () => {
    it('default: locks the unit, stakes and is in the set', async () => {
      const key = newKey()
      const operator = sdk.as('node-operators')
      const { address } = operator.account
      const result = await register(sdk, 'node-operators', key)
      const { unit, validator } = result
      expect(result).to.include({
        status: 'active',
        operator: address,
        signer: key.address,
      })
      expect(await operator.getValidator({ validator })).to.deep.equal({
        status: 'active',
        operator: address,
        signer: key.address,
        unit,
        ownStake: selfStake,
        delegatedStake: 0n,
        commissionBps: 500,
        jailedUntil: undefined,
        isTombstoned: false,
      })
      const { locker, owner } = await operator.getUnit({ unit })
      expect({ locker, owner }).to.deep.equal({
        locker: sdk.home.validatorStaking,
        owner: address,
      })
      expect(await sdk.allowance(address, sdk.home.validatorStaking)).to.equal(
        0n,
      )
    })

    it('behavior: an allowance given before is used', async () => {
      const operator = sdk.as('core-team')
      const unit = await activeUnit(sdk, 'core-team')
      const proof = await proofFor(sdk, 'core-team')
      const spender = sdk.home.validatorStaking
      await operator.approve({ spender, amount: selfStake })
      const before = await sdk.sent(operator)
      const parameters = { unit, proof, selfStake, commissionBps: 0 }
      const { status } = await operator.registerValidator(parameters)
      expect(status).to.equal('active')
      // Registration and entry into the set, no approval.
      expect(await sdk.sent(operator)).to.equal(before + 2)
    })

    it('error: ValidatorStaking_InvalidProof for another operator, no approval', async () => {
      const operator = sdk.as('core-team')
      const unit = await activeUnit(sdk, 'core-team')
      const key = newKey()
      const proof = await proofFor(sdk, 'node-operators', key)
      const before = await sdk.sent(operator)
      const error = await refusal(
        operator.registerValidator({
          unit,
          proof,
          selfStake,
          commissionBps: 0,
        }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_InvalidProof')
      expect(error.args[0]).to.equal(key.address)
      expect(await sdk.sent(operator)).to.equal(before)
    })

    it('error: ValidatorStaking_InvalidProof for another chain', async () => {
      const operator = sdk.as('core-team')
      const unit = await activeUnit(sdk, 'core-team')
      const key = newKey()
      const proof = await proofFor(sdk, 'core-team', key)
      const signature = await key.signTypedData({
        domain: {
          name: 'Openmesh ValidatorStaking',
          version: '1',
          chainId: 1,
          verifyingContract: sdk.home.validatorStaking,
        },
        types: {
          Possession: [
            { name: 'operator', type: 'address' },
            { name: 'deadline', type: 'uint256' },
          ],
        },
        primaryType: 'Possession',
        message: {
          operator: operator.account.address,
          deadline: proof.deadline,
        },
      })
      const error = await refusal(
        operator.registerValidator({
          unit,
          proof: { ...proof, signature },
          selfStake,
          commissionBps: 0,
        }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_InvalidProof')
    })

    it('error: ValidatorStaking_ProofExpired', async () => {
      const operator = sdk.as('core-team')
      const unit = await activeUnit(sdk, 'core-team')
      const deadline = (await sdk.now()) - 1n
      const proof = await operator.signProofOfPossession({
        signer: newKey(),
        operator: operator.account.address,
        deadline,
      })
      const error = await refusal(
        operator.registerValidator({
          unit,
          proof,
          selfStake,
          commissionBps: 0,
        }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_ProofExpired')
      expect(error.args).to.deep.equal([deadline])
    })

    it('error: ValidatorStaking_SelfStakeTooLow', async () => {
      const error = await refusal(
        sdk.as('core-team').registerValidator({
          unit: await activeUnit(sdk, 'core-team'),
          proof: await proofFor(sdk, 'core-team'),
          selfStake: selfStake - 1n,
          commissionBps: 0,
        }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_SelfStakeTooLow')
      expect(error.args).to.deep.equal([selfStake - 1n, selfStake])
    })

    it('error: ERC20InsufficientBalance leaves no approval', async () => {
      const buyer = sdk.as('buyer')
      const unit = await activeUnit(sdk, 'buyer')
      const proof = await proofFor(sdk, 'buyer')
      const before = await sdk.sent(buyer)
      const error = await refusal(
        buyer.registerValidator({ unit, proof, selfStake, commissionBps: 0 }),
      )
      expect(error.errorName).to.equal('ERC20InsufficientBalance')
      expect(error.args).to.deep.equal([buyer.account.address, 0n, selfStake])
      expect(await sdk.sent(buyer)).to.equal(before)
    })

    it('error: InvalidArguments for a commission that is no uint16', async () => {
      const proof = await proofFor(sdk, 'buyer')
      const error = await refusal(
        registerValidator(sdk.world.home.wallet(2), {
          contracts: sdk.home,
          unit: 1n,
          proof,
          selfStake,
          commissionBps: 70_000,
        }),
      )
      expect(error.errorName).to.equal('InvalidArguments')
      expect(error.args[0]).to.equal('register')
    })
  })

  describe('signProofOfPossession', () => {
    it('error: AccountMissing without a key', async () => {
      const { home, world } = sdk
      const error = await refusal(
        signProofOfPossession(world.home.client, {
          contracts: home,
          operator: addressOf('buyer'),
          deadline: 1n,
        }),
      )
      expect(error.errorName).to.equal('AccountMissing')
    })

    it('error: InvalidAddress for an operator that is nobody', async () => {
      const error = await refusal(
        sdk.as('buyer').signProofOfPossession({
          signer: newKey(),
          operator: zeroAddress,
          deadline: 1n,
        }),
      )
      expect(error.errorName).to.equal('InvalidAddress')
      expect(error.args).to.deep.equal(['operator', zeroAddress])
    })
  })

  describe('a delegation', () => {
    const staker = 'cloud-initiative'
    const account = addressOf(staker)
    const amount = parseEther('5000')
    let validator = 0n

    before(async () => {
      ;({ validator } = await register(sdk, 'data-providers'))
    })

    it('stake: default: keeps the votes and approves what it takes', async () => {
      const client = sdk.as(staker)
      await client.delegateVotes({ delegatee: account })
      const votes = await client.getVotes({ account })
      const result = await client.stake({ validator, amount })
      expect(result).to.include({ validator, account, amount })
      const { tokens } = await client.getPosition({ validator, account })
      expect(tokens).to.equal(amount)
      expect(await client.getVotes({ account })).to.equal(votes)
      expect(await sdk.allowance(account, sdk.home.validatorStaking)).to.equal(
        0n,
      )
    })

    it('stake: error: ValidatorStaking_TooSmall for nothing, no approval', async () => {
      const client = sdk.as(staker)
      const before = await sdk.sent(client)
      const error = await refusal(client.stake({ validator, amount: 0n }))
      expect(error.errorName).to.equal('ValidatorStaking_TooSmall')
      expect(error.args).to.deep.equal([0n, parseEther('1')])
      expect(await sdk.sent(client)).to.equal(before)
    })

    it('stake: error: ValidatorStaking_UnknownValidator', async () => {
      const client = sdk.as(staker)
      const error = await refusal(client.stake({ validator: 99n, amount }))
      expect(error.errorName).to.equal('ValidatorStaking_UnknownValidator')
      expect(error.args).to.deep.equal([99n])
    })

    it('stake: error: ValidatorStaking_OverDelegationCap', async () => {
      const client = sdk.as(staker)
      const cap = selfStake * 20n
      const error = await refusal(client.stake({ validator, amount: cap }))
      expect(error.errorName).to.equal('ValidatorStaking_OverDelegationCap')
      expect(error.args).to.deep.equal([amount + cap, cap])
    })

    it('dripRewards: default: sends the first month', async () => {
      const { amount: dripped, month } = await sdk.as('buyer').dripRewards()
      expect(month).to.equal(0n)
      expect(dripped > 0n).to.equal(true)
    })

    it('dripRewards: error: RewardStream_TooEarly', async () => {
      const error = await refusal(sdk.as('buyer').dripRewards())
      expect(error.errorName).to.equal('RewardStream_TooEarly')
      expect((error.args[0] as bigint) > (await sdk.now())).to.equal(true)
    })

    it('claimReward: default: pays what was pending', async () => {
      await sdk.world.advance(DAY)
      const client = sdk.as(staker)
      const before = await client.getBalance({ account })
      const { pending } = await client.getPosition({ validator, account })
      const claim = await client.claimReward({ validator })
      expect(claim).to.include({ validator, account, to: account })
      // The claim is mined a moment later than the reading.
      expect(pending > 0n && claim.amount >= pending).to.equal(true)
      expect(await client.getBalance({ account })).to.equal(
        before + claim.amount,
      )
    })

    it('claimReward: error: ValidatorStaking_NothingToPay', async () => {
      const error = await refusal(sdk.as('buyer').claimReward({ validator }))
      expect(error.errorName).to.equal('ValidatorStaking_NothingToPay')
    })

    it('unbond and withdraw: default: paid out after the wait', async () => {
      const client = sdk.as(staker)
      const before = await client.getBalance({ account })
      const exit = await client.unbond({
        validator,
        amount: parseEther('2000'),
      })
      const { claimableAt, epoch } = exit
      expect(exit.amount).to.equal(parseEther('2000'))
      const early = await refusal(client.withdraw({ validator, epoch }))
      expect(early.errorName).to.equal('ValidatorStaking_StillUnbonding')
      const now = await sdk.now()
      expect(claimableAt - now > 7n * DAY).to.equal(true)
      expect(claimableAt - now <= 14n * DAY).to.equal(true)
      await sdk.world.advance(claimableAt - now)
      const paid = await client.withdraw({ validator, epoch })
      expect(paid.payout).to.equal(parseEther('2000'))
      expect(paid.principal).to.equal(parseEther('2000'))
      expect(await client.getBalance({ account })).to.equal(
        before + paid.payout,
      )
    })

    it('unbond: error: ValidatorStaking_PositionTooSmall', async () => {
      const error = await refusal(
        sdk.as(staker).unbond({ validator, amount: parseEther('3001') }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_PositionTooSmall')
      expect(error.args).to.deep.equal([parseEther('3000'), parseEther('3001')])
    })

    it('withdraw: error: ValidatorStaking_NothingToPay', async () => {
      const error = await refusal(
        sdk.as('buyer').withdraw({ validator, epoch: 1n }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_NothingToPay')
    })

    it('joinValidatorSet: error: ValidatorStaking_InSet', async () => {
      const error = await refusal(
        sdk.as('buyer').joinValidatorSet({ validator }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_InSet')
      expect(error.args).to.deep.equal([validator])
    })
  })

  describe('getPosition', () => {
    it('default: zeros where nothing is staked', async () => {
      const position = await sdk
        .as('buyer')
        .getPosition({ validator: 1n, account: addressOf('guardian') })
      expect(position).to.deep.equal({ tokens: 0n, pending: 0n })
    })
  })

  describe('getValidator', () => {
    it('error: ValidatorStaking_UnknownValidator', async () => {
      const error = await refusal(
        sdk.as('buyer').getValidator({ validator: 77n }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_UnknownValidator')
      expect(error.args).to.deep.equal([77n])
    })
  })
})
