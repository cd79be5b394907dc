import { NotSent } from '#core/contracts/channel'
import { ask } from '../ask.js'
import type { SmsPlatform } from '../platform.js'

const NAME = 'SMSAPI'
const ADDRESS = 'https://api.smsapi.com'
const AT_ONCE = 100

interface Answer {
  list?: { id: string; status?: string | number; error?: string | number | null }[]
  error?: number | string
  message?: string
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

/** Delivery statuses that end a message, by number and by name; every other is on its way. */
const confirmed = new Set(['404', 'DELIVERED'])
const bounced = new Set(
  '401 NOT_FOUND 402 EXPIRED 405 UNDELIVERED 406 FAILED 407 REJECTED 412 STOP'.split(' ')
)

/** SMSAPI: `/sms.do`, with our id as `idx` so that the same message is never sent twice. */
export const smsapi: SmsPlatform = {
  async send(message, settings) {
    const answer = await asked(settings, {
      to: message.to.replaceAll(/\D/g, ''),
      message: message.text,
      from: String(settings.sender ?? ''),
      encoding: 'utf-8',
      idx: message.id,
      check_idx: '1',
    })
    const [sent] = answer.list ?? []
    if (!sent) throw new NotSent(`${NAME} named no message.`, 'unknown', true)
    if (sent.error) throw refusal(sent.error, 'the message was refused')
    return { reference: sent.id }
  },

  async status(references, settings) {
    const found = new Map<string, 'handed' | 'confirmed' | 'bounced'>()
    for (let from = 0; from < references.length; from += AT_ONCE) {
      const some = references.slice(from, from + AT_ONCE)
      const { list = [] } = await asked(settings, { status: some.join('|') }, 'GET')
      for (const { id, status } of list) found.set(id, stage(String(status)))
    }
    return found
  },
}

const stage = (status: string) =>
  confirmed.has(status) ? 'confirmed' : bounced.has(status) ? 'bounced' : 'handed'

async function asked(
  settings: Parameters<SmsPlatform['send']>[1],
  values: Record<string, string>,
  method: 'GET' | 'POST' = 'POST'
): Promise<Answer> {
  const url = new URL('/sms.do', String(settings.address || ADDRESS))
  const form = new URLSearchParams({ ...values, format: 'json' })
  if (method === 'GET') url.search = String(form)
  const answer = (await ask(NAME, url, {
    method,
    headers: { Authorization: `Bearer ${String(settings.secret)}` },
    body: method === 'POST' ? form : undefined,
  })) as Answer
  if (answer.error) {
    const [number] = answer.invalid_numbers ?? []
    const which = number ? ` (${number.submitted_number}: ${number.message})` : ''
    throw refusal(answer.error, `${answer.message}${which}`)
  }
  return answer
}

function refusal(error: number | string, words: string): NotSent {
  const code = String(error)
  const sentence = `${NAME} answered error ${code}: ${words}`
  // Without the reference nothing more can be asked, and a message that was taken is never repeated.
  if (code === ALREADY_TAKEN) return new NotSent(sentence, 'unknown', true)
  const outcome = PASSING.has(code) ? 'temporary' : 'permanent'
  return new NotSent(sentence, outcome, true, code === RECIPIENT)
}
