import {
  type Account,
  type Hex,
  hashTypedData,
  type TypedData,
  type TypedDataDefinition,
  type TypedDataDomain,
} from 'viem'
import { signTypedData } from 'viem/actions'
import { invalidArguments } from '../errors/sdkErrors.ts'
import type { ReadClient } from '../types.ts'
import { encodingReason } from './call.ts'

/** Who signs, for which contract, and the form of what is signed. */
interface Form {
  account: Account
  domain: TypedDataDomain
  types: TypedData
  primaryType: string
}

/**
 * Signs typed data, with the client's wallet or a key of its own.
 *
 * @param client Client that reaches the wallet.
 * @param form Who signs what kind of thing.
 * @param message Makes the message; what it throws is the caller's arguments' fault.
 * @returns The signature.
 * @throws OpenmeshError `InvalidArguments` for what the types cannot take.
 */
export async function sign(
  client: ReadClient,
  { account, ...form }: Form,
  message: () => Readonly<Record<string, unknown>>,
): Promise<Hex> {
  let data: TypedDataDefinition
  try {
    data = { ...form, message: message() } as TypedDataDefinition
    hashTypedData(data)
  } catch (error) {
    throw invalidArguments(form.primaryType, encodingReason(error), error)
  }
  return signTypedData(client, { ...data, account })
}
