import { before, describe, it } from 'node:test'
import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { expect } from 'chai'
import {
  type Address,
  createClient,
  custom,
  type EIP1193RequestFn,
  erc20Abi,
  parseEther,
  zeroAddress,
  zeroHash,
} from 'viem'
import { GENESIS_VESTINGS } from '../../../config/genesis.ts'
import { addressOf } from '../../../devnet/accounts.ts'
import { mintTestToken } from '../../../devnet/tokens.ts'
import {
  type ClaimLeaf,
  type ClaimsTree,
  claim,
  createVesting,
  decodeVestingSchedule,
  encodeVestingSchedule,
  findClaims,
  getVestings,
  openmeshActions,
  type VestingSchedule,
  verifyClaim,
} from '../../../sdk/src/index.ts'
import { claimsRow, startCampaign, treeOf } from '../../helpers/distribution.ts'
import { expectDefined } from '../../helpers/expect.ts'
import { refusal, sdkWorld } from '../../helpers/sdk.ts'

const DAY = 86_400n
const YEAR = 365n * DAY
/** What the buyer holds of sOPEN from the first test on. */
const synthetic = parseEther('600')

const sdk = sdkWorld()

/** A new account that holds nothing, so that balances tell the whole story. */
function stranger(digit: number): Address {
  return `0x${digit.toString().repeat(40)}`
}

function balanceOf(account: Address, token = sdk.home.openToken) {
  return sdk.world.home.client.readContract({
    address: token,
    abi: erc20Abi,
    functionName: 'balanceOf',
    args: [account],
  })
}

/** A year by the second from now on. */
async function overAYear(): Promise<VestingSchedule> {
  const start = await sdk.now()
  return { start, cliff: 0n, duration: YEAR, steps: 0, immediateBps: 0 }
}

describe('redemption before its start', () => {
  it('error: SyntheticRedemption_NotStarted, and nothing is redeemable', async () => {
    const holder = sdk.as('buyer')
    const { address } = holder.account
    await mintTestToken(sdk.world.home, 'syntheticOpen', address, synthetic)
    const { start, ...quote } = await holder.quoteRedemption({
      account: address,
    })
    expect(quote).to.include({ redeemable: 0n, balance: synthetic })
    const before = await sdk.sent(holder)
    const error = await refusal(holder.redeem({ amount: 1n }))
    expect(error.errorName).to.equal('SyntheticRedemption_NotStarted')
    expect(error.args).to.deep.equal([start])
    expect(await sdk.sent(holder)).to.equal(before)
  })
})

describe('vesting', () => {
  describe('encodeVestingSchedule', () => {
    const schedule: VestingSchedule = {
      start: 1_728_518_400n,
      cliff: 182n * DAY,
      duration: 4n * YEAR,
      steps: 48,
      immediateBps: 1_000,
    }

    it('default: the word of VestingSchedule.sol, and back', () => {
      const word =
        1_728_518_400n |
        ((182n * DAY) << 40n) |
        ((4n * YEAR) << 80n) |
        (48n << 120n) |
        (1_000n << 136n)
      expect(encodeVestingSchedule(schedule)).to.equal(word)
      expect(decodeVestingSchedule(word)).to.deep.equal(schedule)
    })

    it('behavior: zero is everything at once', () => {
      const atOnce = decodeVestingSchedule(0n)
      expect(encodeVestingSchedule(atOnce)).to.equal(0n)
    })

    it('error: InvalidArguments for a field that would spill into the next', () => {
      for (const field of [
        { start: 1n << 40n },
        { cliff: -1n },
        { steps: 65_536 },
        { immediateBps: 0.5 },
      ]) {
        const [name = ''] = Object.keys(field)
        expect(() => encodeVestingSchedule({ ...schedule, ...field }))
          .to.throw(`${name} is ${Object.values(field)}`)
          .with.property('errorName', 'InvalidArguments')
      }
    })

    it('error: InvalidArguments for bits that mean nothing', () => {
      expect(() => decodeVestingSchedule(1n << 152n))
        .to.throw('is not of 152 bits')
        .with.property('errorName', 'InvalidArguments')
    })
  })

  describe('createVesting', () => {
    it('default: locks exactly the amount, which votes at once', async () => {
      const payer = sdk.as('contributors-guild')
      const { address } = payer.account
      const beneficiary = stranger(1)
      const amount = parseEther('365')
      const had = await balanceOf(address)
      const schedule = await overAYear()
      const grant = { beneficiary, amount, schedule }
      const { receipt, wallet, ...made } = await payer.createVesting(grant)
      expect(receipt.status).to.equal('success')
      expect(made).to.deep.equal({
        ...grant,
        payer: address,
        row: 0,
        salt: zeroHash,
      })
      expect(await balanceOf(wallet)).to.equal(amount)
      expect(await balanceOf(address)).to.equal(had - amount)
      expect(await sdk.allowance(address, sdk.home.vestingFactory)).to.equal(0n)
      expect(await payer.getVotes({ account: beneficiary })).to.equal(amount)
    })

    it('behavior: the call alone, for who pays by a batch', async () => {
      const { data, to } = createVesting.call({
        contracts: sdk.home,
        beneficiary: stranger(1),
        amount: 1n,
        schedule: await overAYear(),
      })
      expect(to).to.equal(sdk.home.vestingFactory)
      expect(data).to.match(/^0x/)
    })

    it('error: VestingFactory_AlreadyExists the second time, unless salted', async () => {
      const payer = sdk.as('contributors-guild')
      const grant = {
        beneficiary: stranger(2),
        amount: 7n,
        schedule: await overAYear(),
      }
      const { wallet } = await payer.createVesting(grant)
      const before = await sdk.sent(payer)
      const error = await refusal(payer.createVesting(grant))
      expect(error.errorName).to.equal('VestingFactory_AlreadyExists')
      expect(error.args).to.deep.equal([wallet])
      expect(await sdk.sent(payer)).to.equal(before)
      const salt = `0x${'01'.repeat(32)}` as const
      const other = await payer.createVesting({ ...grant, salt })
      expect(other.wallet).not.to.equal(wallet)
    })

    it('error: VestingFactory_CliffTooLong leaves no approval', async () => {
      const payer = sdk.as('contributors-guild')
      const before = await sdk.sent(payer)
      const schedule = { ...(await overAYear()), cliff: YEAR + 1n }
      const error = await refusal(
        payer.createVesting({ beneficiary: stranger(1), amount: 1n, schedule }),
      )
      expect(error.errorName).to.equal('VestingFactory_CliffTooLong')
      expect(error.args).to.deep.equal([YEAR + 1n, YEAR])
      expect(await sdk.sent(payer)).to.equal(before)
    })

    it('error: ERC20InsufficientBalance leaves no approval', async () => {
      const buyer = sdk.as('buyer')
      const before = await sdk.sent(buyer)
      const schedule = await overAYear()
      const error = await refusal(
        buyer.createVesting({ beneficiary: stranger(1), amount: 1n, schedule }),
      )
      expect(error.errorName).to.equal('ERC20InsufficientBalance')
      expect(error.args).to.deep.equal([buyer.account.address, 0n, 1n])
      expect(await sdk.sent(buyer)).to.equal(before)
    })
  })

  describe('findVestings', () => {
    it('default: the grants of genesis', async () => {
      const beneficiary = addressOf('core-team')
      const found = await sdk.as('buyer').findVestings({ beneficiary })
      const team = GENESIS_VESTINGS[0]
      expectDefined(team)
      expect(found).to.have.length(1)
      const [vesting] = found
      expectDefined(vesting)
      expect(vesting).to.include({
        beneficiary,
        offeredTo: undefined,
        destination: beneficiary,
        delegatee: beneficiary,
        amount: team.amount,
        isRevocable: true,
        revokedAt: undefined,
        balance: team.amount - vesting.released,
        votes: vesting.balance,
      })
      expect(vesting.schedule).to.deep.equal({
        start: BigInt(team.schedule.start),
        cliff: BigInt(team.schedule.cliff),
        duration: BigInt(team.schedule.duration),
        steps: 0,
        immediateBps: 0,
      })
      const elapsed = (await sdk.now()) - vesting.schedule.start
      const due = (team.amount * elapsed) / vesting.schedule.duration
      // The node reads at the time of its next block.
      const drift = (team.amount * 60n) / vesting.schedule.duration
      expect(vesting.vested >= due && vesting.vested <= due + drift).to.equal(
        true,
      )
      expect(vesting.releasable).to.equal(vesting.vested - vesting.released)
    })

    it('behavior: nothing for who has none', async () => {
      const beneficiary = addressOf('guardian')
      const found = await sdk.as('buyer').findVestings({ beneficiary })
      expect(found).to.deep.equal([])
    })

    it('error: NoContract', async () => {
      const contracts = { ...sdk.home, vestingFactory: stranger(9) }
      const reader = sdk.world.home
        .wallet(2)
        .extend(openmeshActions({ contracts }))
      const beneficiary = addressOf('core-team')
      const error = await refusal(reader.findVestings({ beneficiary }))
      expect(error.errorName).to.equal('NoContract')
      expect(error.args).to.deep.equal([stranger(9)])
    })
  })

  describe('getVestings', () => {
    it('default: a whole portfolio in one call of the node, in order', async () => {
      const payer = sdk.as('contributors-guild')
      const beneficiary = stranger(3)
      const schedule = await overAYear()
      const wallets: Address[] = []
      for (const amount of [1n, 2n, 3n])
        wallets.push(
          (await payer.createVesting({ beneficiary, amount, schedule })).wallet,
        )
      const asked: string[] = []
      const request = (({ method, params }) => {
        asked.push(method)
        return sdk.world.home.rpc(method, params as unknown[])
      }) as EIP1193RequestFn
      const client = createClient({ transport: custom({ request }) })
      const vestings = await getVestings(client, {
        contracts: sdk.home,
        wallets,
      })
      expect(asked).to.deep.equal(['eth_call'])
      expect(vestings.map(({ wallet }) => wallet)).to.deep.equal(wallets)
      expect(vestings.map(({ amount }) => amount)).to.deep.equal([1n, 2n, 3n])
    })

    it('behavior: nothing asked, nothing read', async () => {
      expect(await sdk.as('buyer').getVestings({ wallets: [] })).to.deep.equal(
        [],
      )
    })

    it('error: Reverted for an address that is no wallet', async () => {
      const error = await refusal(
        sdk.as('buyer').getVestings({ wallets: [addressOf('guardian')] }),
      )
      expect(error.errorName).to.equal('Reverted')
      expect(error.contract).to.equal(sdk.home.vestingFactory)
    })

    it('error: InvalidAddress', async () => {
      const error = await refusal(
        sdk.as('buyer').getVestings({ wallets: ['0x1234'] }),
      )
      expect(error.errorName).to.equal('InvalidAddress')
      expect(error.args).to.deep.equal(['wallet', '0x1234'])
    })
  })

  describe('a wallet', () => {
    const amount = parseEther('3650')
    let wallet: Address

    before(async () => {
      const made = await sdk.as('contributors-guild').createVesting({
        beneficiary: addressOf('data-providers'),
        amount,
        schedule: { ...(await overAYear()), immediateBps: 1_000 },
      })
      wallet = made.wallet
    })

    const state = async () => {
      const [found] = await sdk.as('buyer').getVestings({ wallets: [wallet] })
      expectDefined(found)
      return found
    }

    it('releaseVesting: default: by the beneficiary, to anybody', async () => {
      const to = stranger(4)
      const owner = sdk.as('data-providers')
      const { receipt, ...paid } = await owner.releaseVesting({ wallet, to })
      expect(receipt.status).to.equal('success')
      expect(paid).to.include({ wallet, to })
      expect(paid.amount).to.equal(paid.released)
      expect(paid.amount >= amount / 10n).to.equal(true)
      expect(await balanceOf(to)).to.equal(paid.amount)
      expect(await balanceOf(wallet)).to.equal(amount - paid.amount)
      expect((await state()).released).to.equal(paid.amount)
    })

    it('releaseVesting: behavior: by anybody, to the beneficiary', async () => {
      await sdk.world.advance(DAY)
      const to = addressOf('data-providers')
      const had = await balanceOf(to)
      const paid = await sdk.as('buyer').releaseVesting({ wallet })
      expect(paid.to).to.equal(to)
      expect(await balanceOf(to)).to.equal(had + paid.amount)
    })

    it('releaseVesting: error: OpenVesting_NotBeneficiary', async () => {
      const buyer = sdk.as('buyer')
      const { address } = buyer.account
      const before = await sdk.sent(buyer)
      const error = await refusal(buyer.releaseVesting({ wallet, to: address }))
      expect(error.errorName).to.equal('OpenVesting_NotBeneficiary')
      expect(error.args).to.deep.equal([address])
      expect(await sdk.sent(buyer)).to.equal(before)
    })

    it('releaseVesting: error: OpenVesting_NothingToRelease', async () => {
      const start = (await sdk.now()) + 30n * DAY
      const later = await sdk.as('contributors-guild').createVesting({
        beneficiary: stranger(1),
        amount: 1n,
        schedule: { ...(await overAYear()), start },
      })
      const error = await refusal(
        sdk.as('buyer').releaseVesting({ wallet: later.wallet }),
      )
      expect(error.errorName).to.equal('OpenVesting_NothingToRelease')
      expect(error.args).to.deep.equal([])
    })

    it('releaseVestings: default: each pays its own, an empty one says so', async () => {
      await sdk.world.advance(DAY)
      const start = (await sdk.now()) + 30n * DAY
      const later = await sdk.as('contributors-guild').createVesting({
        beneficiary: stranger(1),
        amount: 2n,
        schedule: { ...(await overAYear()), start },
      })
      const wallets = [wallet, later.wallet]
      const { failed, payments } = await sdk
        .as('buyer')
        .releaseVestings({ wallets })
      expect(failed).to.deep.equal([later.wallet])
      expect(payments).to.have.length(1)
      expect(payments[0]).to.include({
        wallet,
        to: addressOf('data-providers'),
      })
      expect((await state()).released).to.equal(payments[0]?.released)
    })

    it('releaseVestings: error: AmountTooSmall without wallets', async () => {
      const buyer = sdk.as('buyer')
      const before = await sdk.sent(buyer)
      const error = await refusal(buyer.releaseVestings({ wallets: [] }))
      expect(error.errorName).to.equal('AmountTooSmall')
      expect(await sdk.sent(buyer)).to.equal(before)
    })

    it('delegateVesting: default: moves the votes of all it holds', async () => {
      const delegatee = stranger(5)
      const owner = sdk.as('data-providers')
      const { receipt, ...change } = await owner.delegateVesting({
        wallet,
        delegatee,
      })
      expect(receipt.status).to.equal('success')
      expect(change).to.deep.equal({
        wallet,
        fromDelegate: owner.account.address,
        toDelegate: delegatee,
      })
      const { balance, ...now } = await state()
      expect(now).to.include({ delegatee, votes: balance })
      expect(await owner.getVotes({ account: delegatee })).to.equal(balance)
    })

    it('delegateVesting: behavior: to nobody leaves no votes', async () => {
      const owner = sdk.as('data-providers')
      await owner.delegateVesting({ wallet, delegatee: zeroAddress })
      expect((await state()).votes).to.equal(0n)
    })

    it('delegateVesting: error: OpenVesting_NotBeneficiary', async () => {
      const buyer = sdk.as('buyer')
      const { address } = buyer.account
      const error = await refusal(
        buyer.delegateVesting({ wallet, delegatee: address }),
      )
      expect(error.errorName).to.equal('OpenVesting_NotBeneficiary')
      expect(error.args).to.deep.equal([address])
    })

    it('acceptVesting: error: OpenVesting_NotOffered', async () => {
      const buyer = sdk.as('buyer')
      const error = await refusal(buyer.acceptVesting({ wallet }))
      expect(error.errorName).to.equal('OpenVesting_NotOffered')
      expect(error.args).to.deep.equal([buyer.account.address])
    })

    it('offerVesting, acceptVesting: default: the wallet and its votes change hands', async () => {
      const owner = sdk.as('data-providers')
      const buyer = sdk.as('buyer')
      const [from, to] = [owner.account.address, buyer.account.address]
      const { receipt: _, ...offer } = await owner.offerVesting({ wallet, to })
      expect(offer).to.deep.equal({ wallet, beneficiary: from, offered: to })
      expect(await state()).to.include({ beneficiary: from, offeredTo: to })
      const { receipt: __, ...taken } = await buyer.acceptVesting({ wallet })
      expect(taken).to.deep.equal({
        wallet,
        oldBeneficiary: from,
        newBeneficiary: to,
      })
      expect(await state()).to.include({
        beneficiary: to,
        offeredTo: undefined,
        delegatee: to,
      })
      const walletsOf = async (beneficiary: Address) =>
        (await buyer.findVestings({ beneficiary })).map((one) => one.wallet)
      expect(await walletsOf(to)).to.deep.equal([wallet])
      expect(await walletsOf(from)).to.deep.equal([])
    })

    it('offerVesting: error: OpenVesting_NotBeneficiary for the old one', async () => {
      const former = sdk.as('data-providers')
      const { address } = former.account
      const error = await refusal(former.offerVesting({ wallet, to: address }))
      expect(error.errorName).to.equal('OpenVesting_NotBeneficiary')
      expect(error.args).to.deep.equal([address])
    })
  })
})

describe('claims', () => {
  const amount = parseEther('40')
  const limit = parseEther('160')
  let tree: ClaimsTree
  let campaign: bigint

  /** Two of the buyer, the second vests; ten of the content's fund. */
  before(async () => {
    const vesting = encodeVestingSchedule(await overAYear())
    const account = addressOf('community-fund')
    tree = treeOf([
      { account: addressOf('buyer'), amount },
      { account: addressOf('buyer'), amount, schedule: vesting },
      ...Array.from({ length: 10 }, () => ({ account, amount })),
    ])
    campaign = await startCampaign(sdk, tree, { weeklyLimit: limit })
  })

  function leafOf(account: Address, place = 0): ClaimLeaf {
    const leaf = findClaims({ tree, account })[place]
    expectDefined(leaf)
    return leaf
  }

  describe('findClaims', () => {
    it('default: the leaves of an account, proven as the package proves them', () => {
      const leaves = findClaims({ tree, account: addressOf('buyer') })
      expect(leaves.map(({ index }) => index)).to.deep.equal([0n, 1n])
      const loaded = StandardMerkleTree.load(JSON.parse(JSON.stringify(tree)))
      for (const { index, proof } of leaves)
        expect(proof).to.deep.equal(loaded.getProof(Number(index)))
    })

    it('behavior: in trees of every shape', () => {
      const account = addressOf('buyer')
      for (const length of [1, 2, 3, 7, 8, 9]) {
        const lines = Array.from({ length }, () => ({ account, amount }))
        const leaves = findClaims({ tree: treeOf(lines), account })
        expect(leaves).to.have.length(length)
      }
    })

    it('behavior: nothing for who is not listed', () => {
      const account = addressOf('guardian')
      expect(findClaims({ tree, account })).to.deep.equal([])
    })

    it('error: InvalidArguments for another file, or one that was altered', () => {
      const account = addressOf('buyer')
      const other = { ...tree, leafEncoding: ['address', 'uint256'] }
      expect(() => findClaims({ tree: other, account }))
        .to.throw('npm run claims')
        .with.property('errorName', 'InvalidArguments')
      const [, ...rest] = tree.tree
      const { values, tree: nodes } = tree
      const broken = values.map(({ value: [index, ...others] }) => ({
        value: [index, others[0], 'forty', '0'] as const,
        treeIndex: 1,
      }))
      for (const altered of [
        { ...tree, tree: [zeroHash, ...rest] },
        { ...tree, tree: nodes.slice(0, 3) },
        { ...tree, values: broken },
      ])
        expect(() => findClaims({ tree: altered, account }))
          .to.throw('do not prove the leaf of index 0')
          .with.property('errorName', 'InvalidArguments')
    })
  })

  describe('verifyClaim', () => {
    it('default: a leaf of the tree, and none that differs in anything', () => {
      const [root] = tree.tree
      expectDefined(root)
      const leaf = leafOf(addressOf('buyer'))
      expect(verifyClaim({ root, leaf })).to.equal(true)
      for (const change of [
        { index: 1n },
        { account: addressOf('guardian') },
        { amount: amount + 1n },
        { schedule: 1n },
        { proof: leaf.proof.slice(1) },
      ])
        expect(verifyClaim({ root, leaf: { ...leaf, ...change } })).to.equal(
          false,
        )
    })
  })

  describe('getCampaign', () => {
    it('default: what it promises and may pay now', async () => {
      const found = await sdk.as('guardian').getCampaign({ campaign })
      const total = 12n * amount
      expect(found).to.deep.equal({
        status: 'open',
        row: claimsRow,
        root: tree.tree[0],
        total,
        unclaimed: total,
        available: limit,
        largestClaim: limit / 4n,
        weeklyLimit: limit,
        start: found.start,
        deadline: found.deadline,
        pausedUntil: undefined,
      })
    })

    it('behavior: one that has not begun pays nothing yet', async () => {
      const start = (await sdk.now()) + DAY
      const later = await startCampaign(sdk, tree, { start })
      const { status, available, weeklyLimit } = await sdk
        .as('buyer')
        .getCampaign({ campaign: later })
      expect({ status, available, weeklyLimit }).to.deep.equal({
        status: 'upcoming',
        available: 0n,
        weeklyLimit: undefined,
      })
    })

    it('error: MerkleClaims_UnknownCampaign', async () => {
      const error = await refusal(
        sdk.as('buyer').getCampaign({ campaign: 99n }),
      )
      expect(error.errorName).to.equal('MerkleClaims_UnknownCampaign')
      expect(error.args).to.deep.equal([99n])
    })
  })

  describe('claim', () => {
    it('error: MerkleClaims_InvalidProof, nothing sent', async () => {
      const buyer = sdk.as('buyer')
      const leaf = { ...leafOf(buyer.account.address), amount: amount + 1n }
      const before = await sdk.sent(buyer)
      for (const work of [
        () => buyer.claim({ campaign, leaf }),
        () => buyer.getClaim({ campaign, leaf }),
      ]) {
        const error = await refusal(work())
        expect(error.errorName).to.equal('MerkleClaims_InvalidProof')
        expect(error.args).to.deep.equal([campaign, 0n])
      }
      expect(await sdk.sent(buyer)).to.equal(before)
    })

    it('error: MerkleClaims_NotAccount for another', async () => {
      const leaf = leafOf(addressOf('buyer'))
      const error = await refusal(sdk.as('guardian').claim({ campaign, leaf }))
      expect(error.errorName).to.equal('MerkleClaims_NotAccount')
      expect(error.args).to.deep.equal([leaf.account, addressOf('guardian')])
    })

    it('default: pays at once what does not vest', async () => {
      const buyer = sdk.as('buyer')
      const to = stranger(6)
      const leaf = leafOf(buyer.account.address)
      expect(await buyer.getClaim({ campaign, leaf })).to.deep.equal({
        isClaimed: false,
        isClaimable: true,
        obstacle: undefined,
      })
      const { receipt, ...paid } = await buyer.claim({ campaign, leaf, to })
      expect(paid).to.deep.equal({
        campaign,
        index: 0n,
        account: buyer.account.address,
        to,
        amount,
        wallet: undefined,
      })
      expect(claim.extractEvent(receipt.logs).args.to).to.equal(to)
      expect(await balanceOf(to)).to.equal(amount)
      const { isClaimed, obstacle } = await buyer.getClaim({ campaign, leaf })
      expect(isClaimed).to.equal(true)
      expect(obstacle?.errorName).to.equal('MerkleClaims_AlreadyClaimed')
      const error = await refusal(buyer.claim({ campaign, leaf }))
      expect(error.args).to.deep.equal([campaign, 0n])
    })

    it('behavior: locks what vests', async () => {
      const buyer = sdk.as('buyer')
      const { address } = buyer.account
      const leaf = leafOf(address, 1)
      const { to, wallet } = await buyer.claim({ campaign, leaf })
      expect(to).to.equal(address)
      expectDefined(wallet)
      const [vesting] = await buyer.getVestings({ wallets: [wallet] })
      expect(vesting).to.include({
        beneficiary: address,
        amount,
        row: claimsRow,
        isRevocable: false,
      })
      expect(vesting?.schedule).to.deep.equal(
        decodeVestingSchedule(leaf.schedule),
      )
    })
  })

  describe('claimFor', () => {
    const inAnHour = async () => (await sdk.now()) + 3_600n

    it('default: by anybody, with a signature, to who was signed', async () => {
      const owner = sdk.as('community-fund')
      const payer = sdk.as('guardian')
      const to = stranger(7)
      const leaf = leafOf(owner.account.address)
      const before = await sdk.sent(owner)
      const permission = await owner.signClaim({
        campaign,
        leaf,
        to,
        deadline: await inAnHour(),
      })
      const { receipt: _, ...paid } = await payer.claimFor({
        campaign,
        leaf,
        permission,
      })
      expect(paid).to.deep.equal({
        campaign,
        index: 2n,
        account: owner.account.address,
        to,
        amount,
        wallet: undefined,
      })
      expect(await balanceOf(to)).to.equal(amount)
      expect(await sdk.sent(owner)).to.equal(before)
    })

    it('error: MerkleClaims_InvalidSignature for another destination', async () => {
      const owner = sdk.as('community-fund')
      const payer = sdk.as('guardian')
      const leaf = leafOf(owner.account.address, 1)
      const permission = await owner.signClaim({
        campaign,
        leaf,
        to: stranger(7),
        deadline: await inAnHour(),
      })
      const before = await sdk.sent(payer)
      const stolen = { ...permission, to: payer.account.address }
      const error = await refusal(
        payer.claimFor({ campaign, leaf, permission: stolen }),
      )
      expect(error.errorName).to.equal('MerkleClaims_InvalidSignature')
      expect(error.args).to.deep.equal([owner.account.address])
      expect(await sdk.sent(payer)).to.equal(before)
    })

    it('error: MerkleClaims_SignatureExpired', async () => {
      const owner = sdk.as('community-fund')
      const leaf = leafOf(owner.account.address, 1)
      const deadline = (await sdk.now()) - 1n
      const permission = await owner.signClaim({
        campaign,
        leaf,
        to: stranger(7),
        deadline,
      })
      const error = await refusal(
        sdk.as('guardian').claimFor({ campaign, leaf, permission }),
      )
      expect(error.errorName).to.equal('MerkleClaims_SignatureExpired')
      expect(error.args).to.deep.equal([deadline])
    })

    it('error: InvalidAddress, unsigned, for nobody', async () => {
      const owner = sdk.as('community-fund')
      const error = await refusal(
        owner.signClaim({
          campaign,
          leaf: leafOf(owner.account.address, 1),
          to: zeroAddress,
          deadline: await inAnHour(),
        }),
      )
      expect(error.errorName).to.equal('InvalidAddress')
    })
  })

  describe('getClaim', () => {
    it('behavior: what the weekly limit holds back waits, and is paid later', async () => {
      const owner = sdk.as('community-fund')
      const { address } = owner.account
      // The fourth that leaves this week, which is all that may.
      await owner.claim({ campaign, leaf: leafOf(address, 1) })
      const leaf = leafOf(address, 2)
      const { available } = await owner.getCampaign({ campaign })
      expect(available).to.equal(0n)
      const held = await owner.getClaim({ campaign, leaf })
      expect(held).to.include({ isClaimed: false, isClaimable: false })
      expect(held.obstacle?.errorName).to.equal(
        'MerkleClaims_WeeklyLimitExceeded',
      )
      expect(held.obstacle?.args).to.deep.equal([campaign, 0n, amount])
      await sdk.world.advance(7n * DAY + 6n * 3_600n)
      const later = await owner.getClaim({ campaign, leaf })
      expect(later.isClaimable).to.equal(true)
    })
  })

  describe('clawBack', () => {
    it('error: MerkleClaims_NotOver', async () => {
      const guardian = sdk.as('guardian')
      const before = await sdk.sent(guardian)
      const { deadline } = await guardian.getCampaign({ campaign })
      const error = await refusal(guardian.clawBack({ campaign }))
      expect(error.errorName).to.equal('MerkleClaims_NotOver')
      expect(error.args).to.deep.equal([campaign, deadline])
      expect(await sdk.sent(guardian)).to.equal(before)
    })

    it('default: what nobody claimed goes back to its row', async () => {
      const guardian = sdk.as('guardian')
      const { deadline, unclaimed } = await guardian.getCampaign({ campaign })
      await sdk.world.advance(deadline - (await sdk.now()))
      const had = await balanceOf(sdk.home.tokenAllocation)
      const { receipt: _, ...back } = await guardian.clawBack({ campaign })
      expect(back).to.deep.equal({
        campaign,
        row: claimsRow,
        amount: unclaimed,
        caller: guardian.account.address,
      })
      expect(await balanceOf(sdk.home.tokenAllocation)).to.equal(
        had + unclaimed,
      )
      const { status, unclaimed: rest } = await guardian.getCampaign({
        campaign,
      })
      expect({ status, rest }).to.deep.equal({ status: 'over', rest: 0n })
    })

    it('error: MerkleClaims_NothingLeft', async () => {
      const error = await refusal(sdk.as('guardian').clawBack({ campaign }))
      expect(error.errorName).to.equal('MerkleClaims_NothingLeft')
      expect(error.args).to.deep.equal([campaign])
    })
  })
})

describe('redemption', () => {
  const amount = synthetic / 3n

  it('quoteRedemption: default: what is held, as far as it is funded', async () => {
    const account = addressOf('buyer')
    const quote = await sdk.as('guardian').quoteRedemption({ account })
    expect(quote).to.deep.equal({
      redeemable: synthetic,
      balance: synthetic,
      funded: await balanceOf(sdk.home.syntheticRedemption),
      start: quote.start,
    })
  })

  it('redeem: default: takes sOPEN for ever and pays as much OPEN', async () => {
    const { home } = sdk
    const holder = sdk.as('buyer')
    const { address } = holder.account
    const had = await balanceOf(address)
    const { receipt: _, ...paid } = await holder.redeem({ amount })
    expect(paid).to.deep.equal({ account: address, to: address, amount })
    expect(await balanceOf(address)).to.equal(had + amount)
    expect(await balanceOf(address, home.syntheticOpen)).to.equal(2n * amount)
    expect(
      await balanceOf(home.syntheticRedemption, home.syntheticOpen),
    ).to.equal(amount)
    expect(
      await sdk.allowance(
        address,
        home.syntheticRedemption,
        home.syntheticOpen,
      ),
    ).to.equal(0n)
  })

  it('redeem: behavior: to somebody else', async () => {
    const to = stranger(8)
    const paid = await sdk.as('buyer').redeem({ amount, to })
    expect(paid.to).to.equal(to)
    expect(await balanceOf(to)).to.equal(amount)
  })

  it('redeem: error: SyntheticRedemption_Underfunded leaves no approval', async () => {
    const holder = sdk.as('buyer')
    const before = await sdk.sent(holder)
    const { funded } = await holder.quoteRedemption({
      account: holder.account.address,
    })
    const error = await refusal(holder.redeem({ amount: funded + 1n }))
    expect(error.errorName).to.equal('SyntheticRedemption_Underfunded')
    expect(error.args).to.deep.equal([funded, funded + 1n])
    expect(await sdk.sent(holder)).to.equal(before)
  })

  it('redeem: error: ERC20InsufficientBalance leaves no approval', async () => {
    const holder = sdk.as('buyer')
    const { address } = holder.account
    const before = await sdk.sent(holder)
    const error = await refusal(holder.redeem({ amount: amount + 1n }))
    expect(error.errorName).to.equal('ERC20InsufficientBalance')
    expect(error.args).to.deep.equal([address, amount, amount + 1n])
    expect(await sdk.sent(holder)).to.equal(before)
  })

  it('redeem: error: InvalidAddress for nobody', async () => {
    const error = await refusal(
      sdk.as('buyer').redeem({ amount: 1n, to: zeroAddress }),
    )
    expect(error.errorName).to.equal('InvalidAddress')
    expect(error.args).to.deep.equal(['to', zeroAddress])
  })
})
