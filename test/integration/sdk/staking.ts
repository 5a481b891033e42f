import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import {
  concat,
  encodeAbiParameters,
  getAddress,
  type Hex,
  keccak256,
  parseAbiParameters,
  parseEther,
  size,
  stringToHex,
  toHex,
  zeroAddress,
  zeroHash,
} from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { type AccountName, addressOf } from '../../../devnet/accounts.ts'
import {
  type ProofOfPossession,
  registerValidator,
  signAttestation,
  signProofOfPossession,
} from '../../../sdk/src/index.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'

const DAY = 86_400n
const selfStake = parseEther('10000')
const price = parseEther('0.5')

const sdk = sdkWorld()

const newKey = () => privateKeyToAccount(generatePrivateKey())

/** A unit of somebody, whose term is running. */
async function activeUnit(name: AccountName): Promise<bigint> {
  const owner = sdk.as(name)
  const sale = await owner.buyXnode({ series: 1, maxPayment: price })
  await owner.activateXnode({ unit: sale.firstUnit })
  return sale.firstUnit
}

async function proofFor(
  name: AccountName,
  signer = newKey(),
): Promise<ProofOfPossession> {
  return sdk.as(name).signProofOfPossession({
    signer,
    operator: addressOf(name),
    deadline: (await sdk.now()) + DAY,
  })
}

/** A validator in the set, with its signing key. */
async function register(name: AccountName, signer = newKey()) {
  return sdk.as(name).registerValidator({
    unit: await activeUnit(name),
    proof: await proofFor(name, signer),
    selfStake,
    commissionBps: 500,
  })
}

describe('staking', () => {
  describe('registerValidator', () => {
    it('default: locks the unit, stakes and is in the set', async () => {
      const key = newKey()
      const operator = sdk.as('node-operators')
      const { address } = operator.account
      const result = await register('node-operators', key)
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
      const unit = await activeUnit('core-team')
      const proof = await proofFor('core-team')
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
      const unit = await activeUnit('core-team')
      const key = newKey()
      const proof = await proofFor('node-operators', key)
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
      const unit = await activeUnit('core-team')
      const key = newKey()
      const proof = await proofFor('core-team', key)
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
      const unit = await activeUnit('core-team')
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
          unit: await activeUnit('core-team'),
          proof: await proofFor('core-team'),
          selfStake: selfStake - 1n,
          commissionBps: 0,
        }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_SelfStakeTooLow')
      expect(error.args).to.deep.equal([selfStake - 1n, selfStake])
    })

    it('error: ERC20InsufficientBalance leaves no approval', async () => {
      const buyer = sdk.as('buyer')
      const unit = await activeUnit('buyer')
      const proof = await proofFor('buyer')
      const before = await sdk.sent(buyer)
      const error = await refusal(
        buyer.registerValidator({ unit, proof, selfStake, commissionBps: 0 }),
      )
      expect(error.errorName).to.equal('ERC20InsufficientBalance')
      expect(error.args).to.deep.equal([buyer.account.address, 0n, selfStake])
      expect(await sdk.sent(buyer)).to.equal(before)
    })

    it('error: InvalidArguments for a commission that is no uint16', async () => {
      const proof = await proofFor('buyer')
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
      ;({ validator } = await register('data-providers'))
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

  describe('reportEquivocation', () => {
    const key = newKey()
    const subject = keccak256(stringToHex('xnodes'))
    const roots = [
      keccak256(stringToHex('one')),
      keccak256(stringToHex('another')),
    ] as const

    async function statements(signers = [key, key]) {
      const topic = { round: (await sdk.now()) / DAY, kind: 1, subject }
      const client = sdk.as('buyer')
      const [a, b] = [signers[0] ?? key, signers[1] ?? key]
      const first = await client.signAttestation({
        topic,
        root: roots[0],
        signer: a,
      })
      const second = await client.signAttestation({
        topic,
        root: roots[1],
        signer: b,
      })
      return { topic, first, second }
    }

    let validator = 0n
    before(async () => {
      ;({ validator } = await register('expansion-sponsors', key))
    })

    it('error: Accountability_SameStatement', async () => {
      const { first, topic } = await statements()
      const error = await refusal(
        sdk.as('buyer').reportEquivocation({ topic, first, second: first }),
      )
      expect(error.errorName).to.equal('Accountability_SameStatement')
      expect(error.args).to.deep.equal([roots[0]])
    })

    it('error: Accountability_DifferentSigners', async () => {
      const other = newKey()
      const evidence = await statements([key, other])
      const error = await refusal(sdk.as('buyer').reportEquivocation(evidence))
      expect(error.errorName).to.equal('Accountability_DifferentSigners')
      expect(error.args).to.deep.equal([key.address, other.address])
    })

    it('error: Accountability_NotLiable for keys of nobody', async () => {
      const other = newKey()
      const evidence = await statements([other, other])
      const error = await refusal(sdk.as('buyer').reportEquivocation(evidence))
      expect(error.errorName).to.equal('Accountability_NotLiable')
      expect(error.args).to.deep.equal([other.address, evidence.topic.round])
    })

    it('default: slashes and tombstones, the reporter is paid', async () => {
      const buyer = sdk.as('buyer')
      const account = buyer.account.address
      const before = await buyer.getBalance({ account })
      const evidence = await statements()
      const verdict = await buyer.reportEquivocation(evidence)
      expect(verdict).to.include({
        validator,
        signer: key.address,
        reporter: account,
      })
      expect(verdict.taken).to.equal((selfStake * 5n) / 100n)
      expect(await buyer.getBalance({ account })).to.equal(
        before + (verdict.taken * 5n) / 100n,
      )
      const after = await buyer.getValidator({ validator })
      expect(after).to.include({ status: 'resting', isTombstoned: true })
      expect(after.ownStake).to.equal(selfStake - verdict.taken)
    })

    it('error: Accountability_AlreadyReported', async () => {
      const evidence = await statements()
      const error = await refusal(sdk.as('buyer').reportEquivocation(evidence))
      expect(error.errorName).to.equal('Accountability_AlreadyReported')
    })

    it('error: ValidatorStaking_Closed for a stake on the tombstoned', async () => {
      const error = await refusal(
        sdk
          .as('cloud-initiative')
          .stake({ validator, amount: parseEther('10') }),
      )
      expect(error.errorName).to.equal('ValidatorStaking_Closed')
      expect(error.args).to.deep.equal([validator])
    })
  })

  describe('signAttestation', () => {
    const topic = { round: 1n, kind: 1, subject: keccak256('0x') }

    it('error: DomainMismatch when the contract wants another chain', async () => {
      const { home, world } = sdk
      const accountability = addressOf('guardian')
      const stranger = getAddress('0x00000000000000000000000000000000000a11ce')
      const answer = encodeAbiParameters(
        parseAbiParameters(
          'bytes1, string, string, uint256, address, bytes32, uint256[]',
        ),
        ['0x0f', 'Openmesh', '1', 1n, stranger, zeroHash, []],
      )
      await world.home.rpc('hardhat_setCode', [
        accountability,
        codeThatReturns(answer),
      ])
      const error = await refusal(
        signAttestation(world.home.client, {
          contracts: { ...home, accountability },
          signer: newKey(),
          topic,
          root: zeroHash,
        }),
      )
      expect(error.errorName).to.equal('DomainMismatch')
      expect(error.args).to.deep.equal([1n, stranger, 31337n, accountability])
    })

    it('error: NoContract on a chain without the contract', async () => {
      const { home, world } = sdk
      const error = await refusal(
        signAttestation(world.spoke.client, {
          contracts: home,
          signer: newKey(),
          topic,
          root: zeroHash,
        }),
      )
      expect(error.errorName).to.equal('NoContract')
      expect(error.args).to.deep.equal([home.accountability])
    })
  })
})

/** A contract that answers every call with the same bytes. */
function codeThatReturns(answer: Hex): Hex {
  const length = toHex(size(answer), { size: 2 })
  const prologue = 13
  return concat([
    // PUSH2 length PUSH2 offset PUSH0 CODECOPY PUSH2 length PUSH0 RETURN
    '0x61',
    length,
    '0x61',
    toHex(prologue, { size: 2 }),
    '0x5f39',
    '0x61',
    length,
    '0x5ff3',
    answer,
  ])
}
