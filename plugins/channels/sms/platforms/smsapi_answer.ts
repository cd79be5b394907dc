import { NotSent } from '#core/contracts/channel'
import type { Row } from '#core/contracts/scalar'
import { ask } from '../ask.js'

const NAME = 'SMSAPI'
const ADDRESS = 'https://api.smsapi.com'

/** One message, as `/sms.do` answers. */
export interface Sent {
  id: string
  idx?: string | null
  number?: string | number | null
  points?: number | string
  parts?: number
  status?: string | number
  error?: string | number | null
}

export interface Answer {
  list?: Sent[]
  error?: number | string
  message?: string
  /** Those of several that it did not take; the others it did. */
  invalid_numbers?: { submitted_number?: string; message?: string }[]
}

/**
 * Errors by what becomes of the message, as the provider documents them: taken before under the same id,
 * or worth another try (too many at once, no points left, an error of the provider's own). Every other
 * refuses the message for good.
 */
const ALREADY_TAKEN = '53'
const PASSING = new Set(['19', '103', '201', '203'])
const RECIPIENT = '13'
/** Keys and addresses that are not taken, no points left, a sender that is not registered. */
const ACCOUNT = new Set(['14', '101', '102', '103', '105', '110', '1000', '1001'])

/** Asks `/sms.do`. Throws `NotSent` where the whole request is refused. */
export async function askForm(
  settings: Row,
  values: Readonly<Record<string, string>>,
  method: 'GET' | 'POST' = 'POST'
): Promise<Answer> {
  const url = new URL('/sms.do', String(settings.address || ADDRESS))
  const form = new URLSearchParams({ ...values, format: 'json' })
  if (method === 'GET') url.search = String(form)
  const answer = (await ask(NAME, url, {
    method,
    headers: authorization(settings),
    body: method === 'POST' ? form : undefined,
  })) as Answer
  if (answer.error) {
    const [number] = answer.invalid_numbers ?? []
    const which = number ? ` (${number.submitted_number}: ${number.message})` : ''
    throw refusal(answer.error, `${answer.message}${which}`)
  }
  return answer
}

/** Asks one of the addresses that answer what an account has. */
export async function askPath<T>(settings: Row, path: string): Promise<T> {
  const url = new URL(path, String(settings.address || ADDRESS))
  const answer = await ask(NAME, url, { headers: authorization(settings) })
  const { error, message } = answer as Answer
  if (error) throw refusal(error, String(message))
  return answer as T
}

const authorization = ({ secret }: Row) => ({ Authorization: `Bearer ${String(secret)}` })

/** A number of several that was left out. */
export const invalidNumber = (words = 'Invalid phone number') =>
  new NotSent(`${NAME} answered error ${RECIPIENT}: ${words}`, 'permanent', true, true)

/** What an error of the provider's means for a message. */
export function refusal(error: number | string, words: string): NotSent {
  const code = String(error)
  const sentence = `${NAME} answered error ${code}: ${words}`
  // It has the message. Its delivery report tells our id, and so which message it is; it is never repeated.
  if (code === ALREADY_TAKEN) return new NotSent(sentence, 'unknown', true)
  const outcome = PASSING.has(code) ? 'temporary' : 'permanent'
  return new NotSent(sentence, outcome, true, code === RECIPIENT, ACCOUNT.has(code))
}
