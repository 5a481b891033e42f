import { expect } from 'chai'
import { ValidatorError } from '../../../validator/src/errors.ts'

/** The code of the refusal of something that must be refused. */
export async function refusalCode(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => expect.fail('Nothing was refused'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ValidatorError)) throw error
  expect(error.remedy, `${error.code} has no remedy`).to.not.equal('')
  return error.code
}
