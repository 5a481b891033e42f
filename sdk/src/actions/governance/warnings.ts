import { formatEther } from 'viem'
import { MAX_TRANSACTION_GAS } from './rehearse.ts'
import type { SimulatedAction } from './simulateProposal.ts'

/** What voters should look at before they approve. */
export interface ActionWarning {
  warning:
    | 'unknownTarget'
    | 'noCode'
    | 'unreadable'
    | 'sendsEther'
    | 'changesRights'
    | 'changesRules'
    | 'capUsedUp'
    | 'reverts'
    | 'tooMuchGas'
  /** Place of the action; undefined for the proposal as a whole. */
  action: number | undefined
  message: string
}

/** Functions that give, take or move rights, of our contracts and the usual ones. */
const rights =
  /(Role|Admin|Ownership|Guardian|Council|Minter|Burner|Attester|Funder|Budget|Escrow|Pool|Approval|Allowance|StandardAction)(ForAll|Rate)?$|^(approve|permit|renew|dismiss|overrule|updateTimelock|relay|delegate|setRole\w*|setPool|setRouter|applyChainUpdates|upgrade\w*)$/

/** Functions that change how the DAO decides, and how long that takes. */
const rules =
  /^(setProposalThreshold|setVoting(Delay|Period)|update\w*Quorum\w*|updateDelay)$/

/** @param context What the chain says of the target and the cap. */
export function warningsOf(
  action: SimulatedAction,
  index: number,
  context: { hasCode: boolean; available: bigint | undefined },
): ActionWarning[] {
  const { data, error, functionName, target, to, value } = action
  const { available, hasCode } = context
  const warnings: ActionWarning[] = []
  const warn = (warning: ActionWarning['warning'], message: string) =>
    warnings.push({ warning, action: index, message })
  if (target === undefined)
    warn('unknownTarget', `${to} is none of the contracts known here.`)
  if (data !== '0x' && !hasCode)
    warn('noCode', `There is no contract at ${to}: the call would do nothing.`)
  if (data !== '0x' && functionName === undefined)
    warn(
      'unreadable',
      `What it calls at ${to} is not known: ${data.slice(0, 10)}.`,
    )
  if (value > 0n)
    warn('sendsEther', `It sends ${formatEther(value)} ether to ${to}.`)
  if (functionName !== undefined && rights.test(functionName))
    warn('changesRights', `${functionName} changes who may do what.`)
  if (functionName !== undefined && rules.test(functionName))
    warn('changesRules', `${functionName} changes how the DAO decides.`)
  if (available !== undefined && (action.amount ?? 0n) > available)
    warn(
      'capUsedUp',
      `It pays more than the ${available} that standard proposals have left now: a standard one would have to wait.`,
    )
  if (error !== undefined)
    warn('reverts', `It fails on the present state: ${error.shortMessage}`)
  return warnings
}

/** @param gas What the execution takes; undefined if that is not known. */
export function gasWarnings(gas: bigint | undefined): ActionWarning[] {
  if (gas === undefined || gas <= MAX_TRANSACTION_GAS) return []
  const message = `Execution takes about ${gas} gas, and a transaction can have ${MAX_TRANSACTION_GAS}: split the proposal.`
  return [{ warning: 'tooMuchGas', action: undefined, message }]
}
