import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { expect } from 'chai'
import {
  type Address,
  encodeFunctionData,
  erc20Abi,
  getAddress,
  type Hex,
  keccak256,
  parseAbi,
  parseEther,
  parseEventLogs,
  toHex,
} from 'viem'
import { allocationRow } from '../../../config/allocation.ts'
import {
  type AccountName,
  accounts,
  addressOf,
} from '../../../devnet/accounts.ts'
import { contractAt, startWorld, type World } from '../../../devnet/world.ts'
import { packSchedule } from '../../../rocketh/vesting.ts'
import {
  type BuildOptions,
  buildClaims,
  ClaimsRefused,
  checkClaims,
} from '../../../scripts/claims/build.ts'
import {
  merkleClaimsAbi,
  tokenAllocationAbi,
} from '../../../typechain-types/index.ts'
import { expectDefined } from '../../helpers/expect.ts'

const DAY = 86_400n
const now = 1_800_000_000n
const options: BuildOptions = {
  budget: parseEther('1000000'),
  now,
  addresses: 'checksummed',
}
const accountAt = (place: number): Address =>
  getAddress(keccak256(toHex(place)).slice(0, 42))
const [ALICE, BOB, CAROL] = [accountAt(1), accountAt(2), accountAt(3)]

/** Every problem as the command prints it. */
function refusalOf(text: string, more: Partial<BuildOptions> = {}): string[] {
  try {
    checkClaims(text, { ...options, ...more })
  } catch (error) {
    if (error instanceof ClaimsRefused) return error.message.split('\n')
    throw error
  }
  return []
}

describe('claims', () => {
  describe('build', () => {
    it('TOKEN-90: default: amounts in OPEN or in wei, with schedules or without', () => {
      const inOpen = checkClaims(
        `address,amount,start,cliff,duration,steps,immediateBps\n${ALICE},1.5,,,,,\n\n${BOB},2,2027-01-31,182d,1460d,4,1000\r\n`,
        options,
      )
      expect(inOpen.rows).to.deep.equal([
        { line: 2, account: ALICE, amount: parseEther('1.5'), schedule: 0n },
        {
          line: 4,
          account: BOB,
          amount: parseEther('2'),
          schedule: packSchedule({
            start: BigInt(Date.UTC(2027, 0, 31) / 1000),
            cliff: 182n * DAY,
            duration: 1460n * DAY,
            steps: 4n,
            immediateBps: 1000n,
          }),
        },
      ])
      expect(inOpen.totals).to.deep.equal({
        leaves: 2,
        total: parseEther('3.5'),
        atOnce: parseEther('1.5'),
        vesting: parseEther('2'),
        budget: options.budget,
        largest: parseEther('2'),
        leastDays: 7,
      })
      const inWei = checkClaims(`amountWei,address\n7,${ALICE}\n`, options)
      expect(inWei.rows[0]?.amount).to.equal(7n)
    })

    it('TOKEN-90: error: each bad line with its number and reason', () => {
      const wrongChecksum = `0x${ALICE.slice(2).replace(/[a-fA-F]/, (letter) =>
        letter === letter.toLowerCase()
          ? letter.toUpperCase()
          : letter.toLowerCase(),
      )}`
      const lines = [
        'address,amount',
        `${ALICE},1`,
        `${BOB},0`,
        `${wrongChecksum},1`,
        `${CAROL.toLowerCase()},1`,
        '0x1234,1',
        `${ALICE},2`,
        `${CAROL},1,2`,
        `${accountAt(4)},-1`,
        `${accountAt(5)},1.0000000000000000001`,
        '0x0000000000000000000000000000000000000000,1',
      ]
      expect(refusalOf(lines.join('\n'))).to.deep.equal([
        'line 3: the amount is zero',
        `line 4: ${wrongChecksum} has a wrong checksum: it was mistyped or altered`,
        `line 5: ${CAROL.toLowerCase()} has no checksum: copy it from a wallet, or pass --accept-lowercase`,
        'line 6: "0x1234" is no address',
        `line 7: ${ALICE} stands in line 2 already`,
        'line 8: 3 fields, expected 2',
        'line 9: amount "-1": write OPEN as 1234.5, with at most 18 decimals',
        'line 10: amount "1.0000000000000000001": write OPEN as 1234.5, with at most 18 decimals',
        'line 11: the zero address cannot claim',
      ])
    })

    it('TOKEN-90: error: totals over budget, where they pass it', () => {
      const text = `address,amount\n${ALICE},600000\n${BOB},400000\n${CAROL},0.1\n`
      expect(refusalOf(text)).to.deep.equal([
        'line 4: up to here the list sums to 1000000.1 OPEN, more than the budget of 1000000 OPEN',
      ])
      expect(
        refusalOf(text, { budget: parseEther('1000000.1') }),
      ).to.deep.equal([])
    })

    it('TOKEN-90: error: schedules that the vesting factory would refuse', () => {
      const schedules = [
        '2019-12-31,,1d,,',
        '2040-01-01,,1d,,',
        '2027-02-30,,1d,,',
        'soon,,1d,,',
        ',,1d,,',
        '2027-01-01,2d,1d,,',
        '2027-01-01,,3654d,,',
        '2027-01-01,,1d,7,',
        '2027-01-01,,1d,48,',
        '2027-01-01,,1d,,10000',
        '2027-01-01,,,,1',
        '2027-01-01,,1.5d,,',
      ]
      const text = [
        'address,amount,start,cliff,duration,steps,immediateBps',
        ...schedules.map((schedule, i) => `${accountAt(i)},1,${schedule}`),
      ].join('\n')
      const reasons = refusalOf(text)
      expect(reasons).to.have.length(schedules.length)
      expect(reasons[0]).to.equal(
        'line 2: start 1577750400 lies before 2020 or more than ten years ahead',
      )
      expect(reasons[5]).to.equal(
        'line 7: cliff 172800 s ends after the duration of 86400 s',
      )
      expect(reasons[7]).to.equal(
        'line 9: 7 steps do not divide the duration of 86400 s',
      )
      expect(reasons[8]).to.equal(
        'line 10: 48 steps are shorter than an hour each',
      )
    })

    it('TOKEN-90: error: claims and totals that the weekly limit never lets through', () => {
      const text = `address,amount\n${ALICE},10\n${BOB},90\n`
      expect(refusalOf(text, { weeklyLimit: parseEther('80') })).to.deep.equal([
        'line 3: 90 OPEN is more than 20 OPEN, the quarter of the weekly limit that one claim may take',
      ])
      expect(refusalOf(text, { weeklyLimit: parseEther('100') })).to.deep.equal(
        [],
      )
      const many = [
        'address,amount',
        ...Array.from({ length: 300 }, (_, i) => `${accountAt(i)},1`),
      ].join('\n')
      const weeklyLimit = parseEther('4')
      // A hundred times three: 725 days.
      expect(
        checkClaims(many, { ...options, weeklyLimit }).totals.leastDays,
      ).to.equal(725)
      expect(
        refusalOf(many, { weeklyLimit: parseEther('1.2') }).at(-1),
      ).to.equal(
        'line 301: the list sums to 300 OPEN, more than the weekly limit lets through in the 1825 days that a campaign may last',
      )
    })

    it('TOKEN-90: error: a header that names the wrong columns, and no lines at all', () => {
      expect(refusalOf(`${ALICE},1\n`)[0]).to.match(
        /^line 1: column "0x.*unknown/,
      )
      expect(refusalOf('amount\n')).to.deep.equal([
        'line 1: column "address" is missing',
      ])
      expect(refusalOf('address,amount,amountWei\n')).to.deep.equal([
        'line 1: name one of the columns "amount" (OPEN) and "amountWei"',
      ])
      expect(refusalOf('address,amount\n\n')).to.deep.equal([
        'line 2: there is nothing to claim',
      ])
    })

    it('TOKEN-91: default: the tree that the library makes, the same each time', () => {
      for (const count of [1, 2, 3, 7, 64, 333]) {
        const text = [
          'address,amountWei,start,duration',
          ...Array.from(
            { length: count },
            (_, i) =>
              `${accountAt(i)},${BigInt(keccak256(toHex(i))) % 10n ** 20n},${i % 3 === 0 ? '2027-01-01,90d' : ','}`,
          ),
        ].join('\n')
        const { root, tree } = buildClaims(text, options)
        const values = tree.values.map(({ value }) => value)
        const ofLibrary = StandardMerkleTree.of(values, [
          'uint256',
          'address',
          'uint256',
          'uint256',
        ])
        expect(tree).to.deep.equal(ofLibrary.dump())
        expect(root).to.equal(ofLibrary.root)
        expect(buildClaims(text, options).tree).to.deep.equal(tree)
        // Validates every leaf and node.
        StandardMerkleTree.load(tree).validate()
      }
    })

    it('TOKEN-92: default: 100,000 leaves within 20 seconds', () => {
      const lines = ['address,amount']
      for (let i = 0; i < 100_000; i++) lines.push(`${accountAt(i)},${i + 1}`)
      const text = lines.join('\n')
      // Of this process alone: other tests may keep the machine busy.
      const before = process.cpuUsage()
      const { tree } = buildClaims(text, { ...options, budget: 10n ** 28n })
      const { user, system } = process.cpuUsage(before)
      expect(tree.values).to.have.length(100_000)
      expect((user + system) / 1e6).to.be.lessThan(20)
    })
  })

  describe('command', () => {
    const run = promisify(execFile)
    const script = 'scripts/claims/index.ts'
    const claims = (...args: string[]) =>
      run(process.execPath, ['--no-warnings', script, ...args]).then(
        ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
        ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
      )
    let folder: string
    let list: string
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'openmesh-claims-'))
      list = join(folder, 'list.csv')
      await writeFile(list, `address,amount\n${ALICE},1\n${BOB},2\n`)
    })
    after(() => rm(folder, { recursive: true }))

    it('default: writes the tree and one JSON object', async () => {
      const out = join(folder, 'tree.json')
      const said = await claims(
        'build',
        list,
        '--budget',
        '3',
        '--out',
        out,
        '--json',
      )
      expect(said.stderr).to.equal('')
      const { root } = JSON.parse(said.stdout)
      const tree = StandardMerkleTree.load(
        JSON.parse(await readFile(out, 'utf8')),
      )
      expect(tree.root).to.equal(root)
      expect(JSON.parse(said.stdout)).to.deep.equal({
        root,
        out,
        leaves: 2,
        total: '3000000000000000000',
        atOnce: '3000000000000000000',
        vesting: '0',
        budget: '3000000000000000000',
        largest: '2000000000000000000',
        leastDays: 7,
      })
    })

    it('behavior: a dry run prints the totals and writes nothing', async () => {
      const { code, stdout } = await claims(
        'build',
        list,
        '--budget',
        '5',
        '--dry-run',
      )
      expect(code).to.equal(0)
      expect(stdout).to.contain('leaves   2\ntotal    3 OPEN\n')
      expect(stdout).to.contain('left     2 OPEN of the budget\n')
      expect(stdout).to.contain('written  nothing\n')
    })

    it('error: prints what is wrong and exits with 1', async () => {
      const poor = await claims('build', list, '--budget', '2', '--dry-run')
      expect(poor.code).to.equal(1)
      expect(poor.stderr).to.match(
        /^line 3: up to here .*\nopenmesh: the list is refused/,
      )
      const nowhere = await claims('build', list, '--budget', '3')
      expect(nowhere.stderr).to.equal(
        'openmesh: --out is missing: name a file, or pass --dry-run\n',
      )
      const missing = await claims(
        'build',
        join(folder, 'no.csv'),
        '--budget',
        '3',
        '--dry-run',
      )
      expect(missing.code).to.equal(1)
      expect(missing.stderr).to.match(/^openmesh: ENOENT/)
    })
  })

  describe('on chain', () => {
    const row = allocationRow('user-acquisition').id
    const total = parseEther('1000')
    const people: readonly AccountName[] = ['buyer', 'core-team', 'guardian']
    const vestingAbi = parseAbi([
      'function beneficiary() view returns (address)',
    ])
    let world: World
    let merkleClaims: Address
    let allocation: Address
    let tree: StandardMerkleTree<string[]>
    let campaign: bigint

    const asTimelock = async (to: Address, data: Hex) => {
      const from = contractAt(world.contracts.home, 'OpenTimelock')
      await world.home.rpc('hardhat_impersonateAccount', [from])
      await world.home.rpc('hardhat_setBalance', [from, toHex(10n ** 18n)])
      const hash = await world.home.rpc('eth_sendTransaction', [
        { from, to, data },
      ])
      return world.home.client.waitForTransactionReceipt({ hash: hash as Hex })
    }
    const open = (account: Address) =>
      world.home.client.readContract({
        address: contractAt(world.contracts.home, 'OpenToken'),
        abi: erc20Abi,
        functionName: 'balanceOf',
        args: [account],
      })
    /** Leaf and proof of a place in the list, as the contract takes them. */
    const entry = (place: number) => {
      const value = tree.at(place)
      expectDefined(value)
      const [index = '', account = '', amount = '', schedule = ''] = value
      return {
        leaf: {
          index: BigInt(index),
          account: account as Address,
          amount: BigInt(amount),
          schedule: BigInt(schedule),
        },
        proof: tree.getProof(place) as Hex[],
      }
    }

    before(async () => {
      world = await startWorld()
      merkleClaims = contractAt(world.contracts.home, 'MerkleClaims')
      allocation = contractAt(world.contracts.home, 'TokenAllocation')
      const text = [
        'address,amount,start,duration',
        ...people.map(
          (name, i) =>
            `${addressOf(name)},${i + 1}00,${i === 1 ? '2027-01-01,365d' : ','}`,
        ),
        ...Array.from({ length: 97 }, (_, i) => `${accountAt(i)},1,,`),
      ].join('\n')
      const built = buildClaims(text, options)
      tree = StandardMerkleTree.load<string[]>(
        JSON.parse(JSON.stringify(built.tree)),
      )

      await asTimelock(
        allocation,
        encodeFunctionData({
          abi: tokenAllocationAbi,
          functionName: 'fund',
          args: [row, merkleClaims, total],
        }),
      )
      const { timestamp } = await world.home.client.getBlock()
      const { logs } = await asTimelock(
        merkleClaims,
        encodeFunctionData({
          abi: merkleClaimsAbi,
          functionName: 'createCampaign',
          args: [
            {
              row,
              root: built.root,
              total,
              start: 0,
              deadline: Number(timestamp + 30n * DAY),
              weeklyLimit: total,
              tree: 'ipfs://tree',
            },
          ],
        }),
      )
      const [created] = parseEventLogs({
        abi: merkleClaimsAbi,
        eventName: 'CampaignCreated',
        logs,
      })
      expectDefined(created)
      campaign = created.args.campaign
    })
    after(() => world.stop())

    it('TOKEN-91: behavior: every leaf of the built tree is in the campaign', async () => {
      for (const place of [0, 1, 2, 50, 99]) {
        const { leaf, proof } = entry(place)
        const inTree = await world.home.client.readContract({
          address: merkleClaims,
          abi: merkleClaimsAbi,
          functionName: 'verify',
          args: [campaign, leaf, proof],
        })
        expect(inTree).to.equal(true)
      }
    })

    it('TOKEN-71: default: an account claims its line', async () => {
      const buyer = world.home.wallet(accounts.buyer)
      const to = accountAt(1_000)
      const { leaf, proof } = entry(0)
      const hash = await buyer.writeContract({
        address: merkleClaims,
        abi: merkleClaimsAbi,
        functionName: 'claim',
        args: [campaign, leaf, proof, to],
      })
      await world.home.client.waitForTransactionReceipt({ hash })
      expect(await open(to)).to.equal(parseEther('100'))
    })

    it('TOKEN-72: behavior: a wallet signs typed data, anybody sends it', async () => {
      const { leaf, proof } = entry(1)
      const { timestamp } = await world.home.client.getBlock()
      const deadline = timestamp + DAY
      const to = accountAt(1_001)
      const signature = await world.home
        .wallet(accounts['core-team'])
        .signTypedData({
          domain: {
            name: 'Openmesh MerkleClaims',
            version: '1',
            chainId: world.home.chain.id,
            verifyingContract: merkleClaims,
          },
          types: {
            Claim: [
              { name: 'campaign', type: 'uint256' },
              { name: 'index', type: 'uint256' },
              { name: 'account', type: 'address' },
              { name: 'amount', type: 'uint256' },
              { name: 'schedule', type: 'uint256' },
              { name: 'to', type: 'address' },
              { name: 'deadline', type: 'uint256' },
            ],
          },
          primaryType: 'Claim',
          message: { campaign, ...leaf, to, deadline },
        })
      const hash = await world.home.wallet(accounts.buyer).writeContract({
        address: merkleClaims,
        abi: merkleClaimsAbi,
        functionName: 'claimFor',
        args: [campaign, leaf, proof, to, deadline, signature],
      })
      const { logs } = await world.home.client.waitForTransactionReceipt({
        hash,
      })
      const [claimed] = parseEventLogs({
        abi: merkleClaimsAbi,
        eventName: 'Claimed',
        logs,
      })
      expectDefined(claimed)
      expect(claimed.args).to.include({ index: 1n, to, amount: leaf.amount })
      // The line vests: it went into a wallet of the destination.
      expect(await open(claimed.args.wallet)).to.equal(parseEther('200'))
      expect(
        await world.home.client.readContract({
          address: claimed.args.wallet,
          abi: vestingAbi,
          functionName: 'beneficiary',
        }),
      ).to.equal(to)
    })

    it('TOKEN-86: behavior: events alone rebuild every campaign', async () => {
      const logs = await world.home.client.getContractEvents({
        address: merkleClaims,
        abi: merkleClaimsAbi,
        fromBlock: 0n,
        strict: true,
      })
      const unclaimed = new Map<bigint, bigint>()
      const claimed = new Set<bigint>()
      for (const { eventName, args } of logs) {
        if (eventName === 'CampaignCreated')
          unclaimed.set(args.campaign, args.total)
        if (eventName !== 'Claimed') continue
        const left = unclaimed.get(args.campaign) ?? 0n
        unclaimed.set(args.campaign, left - args.amount)
        claimed.add(args.index)
      }
      expect([...claimed]).to.deep.equal([0n, 1n])
      for (const [id, left] of unclaimed) {
        const state = await world.home.client.readContract({
          address: merkleClaims,
          abi: merkleClaimsAbi,
          functionName: 'campaignOf',
          args: [id],
        })
        expect(state.unclaimed).to.equal(left)
      }
    })

    it('TOKEN-79: behavior: what nobody claimed goes back to its row', async () => {
      const spent = () =>
        world.home.client.readContract({
          address: allocation,
          abi: tokenAllocationAbi,
          functionName: 'spent',
          args: [row],
        })
      const before = await spent()
      await world.advance(31n * DAY)
      const hash = await world.home.wallet(accounts.buyer).writeContract({
        address: merkleClaims,
        abi: merkleClaimsAbi,
        functionName: 'clawBack',
        args: [campaign],
      })
      await world.home.client.waitForTransactionReceipt({ hash })
      expect(before - (await spent())).to.equal(parseEther('700'))
    })
  })
})
