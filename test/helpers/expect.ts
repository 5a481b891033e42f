import { expect } from 'chai'

/** chai's `expect(value).to.exist`, which also tells the compiler. */
export function expectDefined<T>(
  value: T,
  message?: string,
): asserts value is NonNullable<T> {
  expect(value, message).to.be.ok
}
