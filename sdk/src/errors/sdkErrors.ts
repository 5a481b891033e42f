import type { Address, Hex } from 'viem'
import { OpenmeshError } from './OpenmeshError.ts'

/** What the SDK refuses by itself, because the chain would answer badly. */
export type SdkErrorName =
  | 'AccountMissing'
  | 'AmountTooSmall'
  | 'DomainMismatch'
  | 'EventMissing'
  | 'FeeAboveMax'
  | 'InsufficientFunds'
  | 'InvalidAddress'
  | 'InvalidArguments'
  | 'LogsMissing'
  | 'NoContract'
  | 'NotDeployed'
  | 'ReceiverMissing'
  | 'Reverted'
  | 'TransactionReplaced'
  | 'TransactionReverted'
  | 'UnreadableMetadata'
  | 'UnsupportedSourceChain'
  | 'WrongChain'

export function accountMissing(): OpenmeshError {
  return new OpenmeshError({
    errorName: 'AccountMissing' satisfies SdkErrorName,
    shortMessage: 'The client has no account to sign with.',
    remedy: 'Create it with `account`.',
  })
}

export function amountTooSmall(
  name: string,
  value: bigint,
  minimum: bigint,
): OpenmeshError {
  return new OpenmeshError({
    errorName: 'AmountTooSmall' satisfies SdkErrorName,
    args: [name, value, minimum],
    shortMessage: `${name} is ${value}, below ${minimum}.`,
    remedy: `Pass at least ${minimum}.`,
  })
}

export function domainMismatch(
  address: Address,
  found: readonly [chainId: bigint, verifyingContract: Address],
  expected: readonly [chainId: bigint, verifyingContract: Address],
): OpenmeshError {
  return new OpenmeshError({
    errorName: 'DomainMismatch' satisfies SdkErrorName,
    args: [...found, ...expected],
    shortMessage: `${address} wants signatures for chain ${found[0]} and contract ${found[1]}, not for chain ${expected[0]} and itself.`,
    remedy: 'Sign nothing: check the address and the chain of the client.',
    contract: address,
  })
}

export function eventMissing(
  eventName: string,
  address: Address | undefined,
): OpenmeshError {
  return new OpenmeshError({
    errorName: 'EventMissing' satisfies SdkErrorName,
    args: [eventName, address],
    shortMessage: `${address ?? 'No contract'} emitted ${address === undefined ? '' : 'no '}${eventName}.`,
    remedy: 'Check that the address is that of this version of the contract.',
    contract: address,
  })
}

export function feeAboveMax(fee: bigint, maxFee: bigint): OpenmeshError {
  return new OpenmeshError({
    errorName: 'FeeAboveMax' satisfies SdkErrorName,
    args: [fee, maxFee],
    shortMessage: `CCIP asks for ${fee} wei, above the ${maxFee} allowed.`,
    remedy: `Quote again and pass a maxFee of at least ${fee}.`,
  })
}

export function notEnoughCoins(cause: unknown): OpenmeshError {
  return new OpenmeshError({
    errorName: 'InsufficientFunds' satisfies SdkErrorName,
    shortMessage:
      'The account holds less native currency than value and gas need.',
    remedy: 'Fund the account on this chain, or send less.',
    cause,
  })
}

export function invalidAddress(name: string, value: unknown): OpenmeshError {
  return new OpenmeshError({
    errorName: 'InvalidAddress' satisfies SdkErrorName,
    args: [name, value],
    shortMessage: `${name} is ${String(value)}, which is no address that can be used here.`,
    remedy: 'Pass 0x and 40 hexadecimal digits, with a right checksum if any.',
  })
}

export function invalidArguments(
  functionName: string,
  reason: string,
  cause: unknown,
): OpenmeshError {
  return new OpenmeshError({
    errorName: 'InvalidArguments' satisfies SdkErrorName,
    args: [functionName, reason],
    shortMessage: `The arguments of ${functionName} cannot be encoded: ${reason}`,
    remedy: 'Pass values of the types and ranges that the parameters name.',
    functionName,
    cause,
  })
}

/** A value that no call could be made of, by the parameter's name. */
export function invalidValue(
  name: string,
  value: unknown,
  reason: string,
  remedy: string,
): OpenmeshError {
  return new OpenmeshError({
    errorName: 'InvalidArguments' satisfies SdkErrorName,
    args: [name, value],
    shortMessage: `${name} is ${String(value)}: ${reason}.`,
    remedy,
  })
}

export function missingParameter(action: string, name: string): OpenmeshError {
  return new OpenmeshError({
    errorName: 'InvalidArguments' satisfies SdkErrorName,
    args: [action, name],
    shortMessage: `${action} was given no ${name}.`,
    remedy: `Pass ${name}.`,
    functionName: action,
  })
}

export function unknownParameter(
  action: string,
  name: string,
  known: readonly string[],
): OpenmeshError {
  return new OpenmeshError({
    errorName: 'InvalidArguments' satisfies SdkErrorName,
    args: [action, name],
    shortMessage: `${action} has no parameter ${name}.`,
    remedy: `Leave it out, or mean one of: ${[...known, 'chainId'].join(', ')}.`,
    functionName: action,
  })
}

export function noContract(address: Address, cause?: unknown): OpenmeshError {
  return new OpenmeshError({
    errorName: 'NoContract' satisfies SdkErrorName,
    args: [address],
    shortMessage: `There is no such contract at ${address} on the client's chain.`,
    remedy: 'Check the address and the chain of the client.',
    contract: address,
    cause,
  })
}

export function invalidData(action: number, data: unknown): OpenmeshError {
  return new OpenmeshError({
    errorName: 'InvalidArguments' satisfies SdkErrorName,
    args: [action, data],
    shortMessage: `The data of action ${action} are ${String(data)}, which are no whole bytes in hex.`,
    remedy:
      'Pass 0x and two digits for each byte, as the `call` of an action has them.',
  })
}

export function invalidSupport(support: unknown): OpenmeshError {
  const text =
    typeof support === 'object' && support !== null
      ? Object.entries(support)
          .map(([way, weight]) => `${way}: ${weight}`)
          .join(', ')
      : String(support)
  return new OpenmeshError({
    errorName: 'InvalidArguments' satisfies SdkErrorName,
    args: [support],
    shortMessage: `support is ${text || 'empty'}, which is no way to vote.`,
    remedy:
      "Pass 'against', 'for' or 'abstain', or all three weights in wei, as bigints of at most 128 bits.",
  })
}

export function notRelayable(item: number): OpenmeshError {
  return new OpenmeshError({
    errorName: 'InvalidArguments' satisfies SdkErrorName,
    args: [item],
    shortMessage: `Item ${item} is no signed vote, change of a vote or delegation.`,
    remedy:
      'Pass what signVote, signChange and signDelegation return; a signed proposal goes to submitProposal.',
  })
}

export function unknownCanceller(as: unknown): OpenmeshError {
  return new OpenmeshError({
    errorName: 'InvalidArguments' satisfies SdkErrorName,
    args: [as],
    shortMessage: `as is ${String(as)}, and nobody cancels as that.`,
    remedy: "Pass 'council' or 'anybody', or leave it out.",
  })
}

export function logsMissing(address: Address): OpenmeshError {
  return new OpenmeshError({
    errorName: 'LogsMissing' satisfies SdkErrorName,
    args: [address],
    shortMessage: `No log of ${address} was found, though it has logs from its first block on.`,
    remedy:
      'Search from the block of the deployment on, with a node that keeps all logs.',
    contract: address,
  })
}

export function transactionReplaced(
  hash: Hex,
  functionName: string,
  contract: Address,
): OpenmeshError {
  return new OpenmeshError({
    errorName: 'TransactionReplaced' satisfies SdkErrorName,
    args: [hash],
    shortMessage: `The account sent another transaction in the place of ${hash}.`,
    remedy: 'Nothing was done; run the action again if it is still wanted.',
    functionName,
    contract,
  })
}

export function receiverMissing(account: Address): OpenmeshError {
  return new OpenmeshError({
    errorName: 'ReceiverMissing' satisfies SdkErrorName,
    args: [account],
    shortMessage: `${account} is a contract here; on the other chain the same address may be nobody's or somebody else's.`,
    remedy: 'Pass a receiver that you control on the other chain.',
    contract: account,
  })
}

export function transactionReverted(
  hash: Hex,
  functionName: string,
  contract: Address,
): OpenmeshError {
  return new OpenmeshError({
    errorName: 'TransactionReverted' satisfies SdkErrorName,
    args: [hash],
    shortMessage: `Transaction ${hash} reverted after a successful simulation: the state changed in between.`,
    remedy: 'Run the action again; nothing but gas was spent.',
    functionName,
    contract,
  })
}

export function unreadableMetadata(uri: string): OpenmeshError {
  return new OpenmeshError({
    errorName: 'UnreadableMetadata' satisfies SdkErrorName,
    args: [uri],
    shortMessage: `The unit's metadata is no JSON with a name and an image: ${uri.slice(0, 80)}`,
    remedy:
      'Read the URI in `args` yourself: a vote may have set a renderer that this version does not know.',
  })
}

export function unsupportedSourceChain(selector: bigint): OpenmeshError {
  return new OpenmeshError({
    errorName: 'UnsupportedSourceChain' satisfies SdkErrorName,
    args: [selector],
    shortMessage: `The router takes no messages from chain ${selector}.`,
    remedy:
      'Ask on the chain the message goes to, with the selector of the chain it comes from.',
  })
}

export function wrongChain(actual: number, expected: number): OpenmeshError {
  return new OpenmeshError({
    errorName: 'WrongChain' satisfies SdkErrorName,
    args: [actual, expected],
    shortMessage: `The client is on chain ${actual}, not on chain ${expected}.`,
    remedy: `Switch the wallet or the client to chain ${expected}.`,
  })
}
