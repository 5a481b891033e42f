/** Claims (`MerkleClaims`): start values. Its bounds are fixed in the contract. */

/** The guardian's brake on claims, which moves every deadline it touches. */
export const claimsGuardian = {
  // Seconds. Own choice: one year, the longest the contract allows.
  term: 365 * 86_400,
} as const
