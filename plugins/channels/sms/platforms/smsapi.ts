import { ask } from '../ask.js'
import type { SmsPlatform } from '../platform.js'

const NAME = 'SMSAPI'
const ADDRESS = 'https://api.smsapi.com'
const AT_ONCE = 100

interface Answer {
  list?: { id: string; status?: string | number; error?: string | number | null }[]
  error?: number
  message?: string
  invalid_numbers?: { submitted_number?: string; message?: string }[]
}

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
    if (!sent) throw new Error(`${NAME} took no message.`)
    if (sent.error) throw new Error(`${NAME} refused the message: error ${sent.error}.`)
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
    throw new Error(`${NAME} answered error ${answer.error}: ${answer.message}${which}`)
  }
  return answer
}
