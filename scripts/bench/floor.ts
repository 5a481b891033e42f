import type { Term } from './row.ts'

/*
 * What the EVM charges for what cannot be avoided. Storage that two
 * implementations could pack into one word counts once.
 */

/** A word that was zero is written, for the first time in its transaction. */
export function newWord(what: string, count = 1): Term {
  return { what: times(what, count), gas: 22_100 * count }
}

/** A word that was not zero is written, for the first time. */
export function changedWord(what: string, count = 1): Term {
  return { what: times(what, count), gas: 5_000 * count }
}

/** A word is read for the first time. */
export function readWord(what: string, count = 1): Term {
  return { what: times(what, count), gas: 2_100 * count }
}

/** Another contract is called for the first time. */
export function coldCall(what: string): Term {
  return { what, gas: 2_600 }
}

/** Ether goes to an account that exists; the stipend it leaves comes back. */
export function sentEther(what: string): Term {
  return { what, gas: 2_600 + 9_000 - 2_300 }
}

/** Ether goes to whoever sent the transaction, whose account is warm. */
export function returnedEther(what: string): Term {
  return { what, gas: 9_000 - 2_300 }
}

export function recoveredSigner(count = 1): Term {
  return { what: times('signer recovered', count), gas: 3_000 * count }
}

/** Two nodes of a tree are hashed: 30 and 6 for each of two words. */
export function hashedPair(what: string, count = 1): Term {
  return { what: times(what, count), gas: 42 * count }
}

/** A contract comes into being: its creation and each byte of its code. */
export function newContract(what: string, bytes: number): Term {
  return { what, gas: 32_000 + 200 * bytes }
}

/** An event that the standard asks for, with its topics and words of data. */
export function event(
  what: string,
  topics: number,
  words: number,
  count = 1,
): Term {
  const gas = 375 + 375 * topics + 8 * 32 * words
  return { what: times(what, count), gas: gas * count }
}

function times(what: string, count: number): string {
  return count === 1 ? what : `${count} x ${what}`
}
