import {
  type Address,
  ContractFunctionExecutionError,
  getAbiItem,
  type Hex,
  isAddressEqual,
  keccak256,
  type Log,
  parseAbi,
  parseEventLogs,
  toHex,
  zeroAddress,
  zeroHash,
} from 'viem'
import { readContract } from 'viem/actions'
import {
  bridgedOpenTokenAbi,
  councilGuardAbi,
  lockLedgerAbi,
  openLockPoolAbi,
  openTimelockAbi,
  openTokenAbi,
  xnodeRegistryAbi,
  xnodeSaleAbi,
  xnodeVouchersAbi,
} from '../../../../typechain-types/index.ts'
import type { ReadClient } from '../../types.ts'

/** One right and who has it now. */
export interface Holding {
  /** Name under which the contract was deployed. */
  contract: string
  role: string
  holder: Address
}

/** A contract whose rights are looked up. */
export interface Audited {
  name: string
  address: Address
}

/** From the bindings: a renamed event fails to compile instead of hiding a right. */
const events = [
  getAbiItem({ abi: openTimelockAbi, name: 'RoleGranted' }),
  getAbiItem({ abi: openTimelockAbi, name: 'RoleRevoked' }),
  getAbiItem({ abi: openLockPoolAbi, name: 'OwnershipTransferRequested' }),
  getAbiItem({ abi: openLockPoolAbi, name: 'OwnershipTransferred' }),
  getAbiItem({ abi: openTokenAbi, name: 'CCIPAdminTransferStarted' }),
  getAbiItem({ abi: openTokenAbi, name: 'CCIPAdminTransferred' }),
  getAbiItem({ abi: openTokenAbi, name: 'EscrowAdded' }),
  getAbiItem({ abi: openTokenAbi, name: 'PoolAdded' }),
  getAbiItem({ abi: bridgedOpenTokenAbi, name: 'MinterSet' }),
  getAbiItem({ abi: bridgedOpenTokenAbi, name: 'BurnerSet' }),
  getAbiItem({ abi: xnodeSaleAbi, name: 'GuardianSet' }),
  getAbiItem({ abi: xnodeVouchersAbi, name: 'BudgetSet' }),
  getAbiItem({ abi: xnodeVouchersAbi, name: 'BudgetRenounced' }),
  getAbiItem({ abi: xnodeRegistryAbi, name: 'AttesterSet' }),
  getAbiItem({ abi: openLockPoolAbi, name: 'RateLimitAdminSet' }),
  getAbiItem({ abi: lockLedgerAbi, name: 'PoolAppointed' }),
  getAbiItem({ abi: lockLedgerAbi, name: 'PredecessorDismissed' }),
  getAbiItem({ abi: lockLedgerAbi, name: 'PoolNominated' }),
  getAbiItem({ abi: lockLedgerAbi, name: 'NominationWithdrawn' }),
  getAbiItem({ abi: councilGuardAbi, name: 'CouncilRenewed' }),
  getAbiItem({ abi: councilGuardAbi, name: 'CouncilDismissed' }),
] as const

const registryEvents = parseAbi([
  'event AdministratorTransferRequested(address indexed token, address indexed currentAdmin, address indexed newAdmin)',
  'event AdministratorTransferred(address indexed token, address indexed newAdmin)',
])

const roleNames = new Map<Hex, string>([
  [zeroHash, 'DEFAULT_ADMIN_ROLE'],
  ...[
    'PROPOSER_ROLE',
    'EXECUTOR_ROLE',
    'CANCELLER_ROLE',
    'SERIES_ROLE',
    'MINTER_ROLE',
    'RENEWER_ROLE',
    'LOCKER_ROLE',
  ].map((name): [Hex, string] => [keccak256(toHex(name)), name]),
])

/** Follows one contract's logs from its first block: what was given and not taken. */
export function holdingsOf(name: string, logs: Log[]): Holding[] {
  const held = new Map<string, Holding>()
  const give = (role: string, holder: Address) =>
    held.set(`${role} ${holder}`, { contract: name, role, holder })
  const take = (role: string, holder: Address) =>
    held.delete(`${role} ${holder}`)
  /** A right that one address has at a time. */
  const move = (role: string, holder: Address) => {
    for (const [key, holding] of held)
      if (holding.role === role) held.delete(key)
    if (!isAddressEqual(holder, zeroAddress)) give(role, holder)
  }
  for (const event of parseEventLogs({ abi: events, logs })) {
    switch (event.eventName) {
      case 'RoleGranted':
        give(roleName(event.args.role), event.args.account)
        break
      case 'RoleRevoked':
        take(roleName(event.args.role), event.args.account)
        break
      case 'OwnershipTransferRequested':
        move('pending owner', event.args.to)
        break
      case 'OwnershipTransferred':
        move('owner', event.args.to)
        move('pending owner', zeroAddress)
        break
      case 'CCIPAdminTransferStarted':
        move('pending CCIP admin', event.args.newAdmin)
        break
      case 'CCIPAdminTransferred':
        move('CCIP admin', event.args.newAdmin)
        move('pending CCIP admin', zeroAddress)
        break
      case 'EscrowAdded':
        give('escrow', event.args.escrow)
        break
      case 'PoolAdded':
        give('pool', event.args.pool)
        break
      case 'MinterSet':
        if (event.args.newBudget > 0n) give('minter', event.args.minter)
        else take('minter', event.args.minter)
        break
      case 'BurnerSet':
        if (event.args.newAllowed) give('burner', event.args.burner)
        else take('burner', event.args.burner)
        break
      case 'GuardianSet':
        move('guardian', event.args.newGuardian)
        break
      case 'BudgetSet': {
        const { series, signer, newUnits } = event.args
        if (newUnits > 0) give(voucherRole(series), signer)
        else take(voucherRole(series), signer)
        break
      }
      case 'BudgetRenounced':
        take(voucherRole(event.args.series), event.args.signer)
        break
      case 'AttesterSet':
        move('attester', event.args.newAttester)
        break
      case 'CouncilRenewed':
        move('council', event.args.newCouncil)
        break
      case 'CouncilDismissed':
        move('council', zeroAddress)
        break
      case 'RateLimitAdminSet':
        move('rate limit admin', event.args.rateLimitAdmin)
        break
      case 'PoolAppointed':
        move('writing pool', event.args.pool)
        move('writing predecessor', event.args.predecessor)
        move('nominated pool', zeroAddress)
        break
      case 'PredecessorDismissed':
        move('writing predecessor', zeroAddress)
        break
      case 'PoolNominated':
        move('nominated pool', event.args.newNominee)
        break
      case 'NominationWithdrawn':
        move('nominated pool', zeroAddress)
        break
    }
  }
  return [...held.values()]
}

/** Who administers our tokens in CCIP's registry. */
export function registryHoldings(
  tokens: readonly Audited[],
  logs: Log[],
): Holding[] {
  return tokens.flatMap(({ name, address }) => {
    let admin: Address = zeroAddress
    let pending: Address = zeroAddress
    for (const event of parseEventLogs({ abi: registryEvents, logs })) {
      if (!isAddressEqual(event.args.token, address)) continue
      if (event.eventName === 'AdministratorTransferred') {
        admin = event.args.newAdmin
        pending = zeroAddress
      } else pending = event.args.newAdmin
    }
    const contract = `TokenAdminRegistry/${name}`
    return [
      { contract, role: 'administrator', holder: admin },
      { contract, role: 'pending administrator', holder: pending },
    ].filter(({ holder }) => !isAddressEqual(holder, zeroAddress))
  })
}

const fixedAbi = parseAbi([
  'function timelock() view returns (address)',
  'function owner() view returns (address)',
  'function governor() view returns (address)',
  'function councilGuard() view returns (address)',
  'function genesisAdmin() view returns (address)',
  'function genesisClosed() view returns (bool)',
])

/**
 * Rights that were given in a constructor leave no log; they are read. A
 * genesis administrator counts until genesis is closed.
 */
export async function fixedHoldings(
  client: ReadClient,
  { name, address }: Audited,
): Promise<Holding[]> {
  const read = (functionName: 'timelock' | 'owner' | 'genesisAdmin') =>
    readContract(client, { address, abi: fixedAbi, functionName }).catch(absent)
  const [timelock, owner, genesisAdmin, isClosed] = await Promise.all([
    read('timelock'),
    read('owner'),
    read('genesisAdmin'),
    readContract(client, {
      address,
      abi: fixedAbi,
      functionName: 'genesisClosed',
    }).catch(absent),
  ])
  return [
    { contract: name, role: 'timelock', holder: timelock },
    { contract: name, role: 'owner', holder: owner },
    {
      contract: name,
      role: 'genesis admin',
      holder: isClosed === false ? genesisAdmin : undefined,
    },
  ].filter((holding): holding is Holding => holding.holder !== undefined)
}

/** A contract without such a function refuses; a node that fails does not count as a refusal. */
function absent(error: unknown): undefined {
  if (error instanceof ContractFunctionExecutionError) return undefined
  throw error
}

/** A right to give units away, within a budget and until its end. */
function voucherRole(series: number): string {
  return `voucher signer of series ${series}`
}

function roleName(role: Hex): string {
  return roleNames.get(role) ?? role
}
