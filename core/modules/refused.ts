import { Refused } from '#core/contracts/module'
import { RequestError } from '#core/http/request_error'

/** What a module refuses, as every refusal is answered; any other error as it is. */
export async function asRefusals<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { status, code, message, field } = error
    throw new RequestError({ status, code, message, ...(field !== undefined && { field }) })
  }
}
