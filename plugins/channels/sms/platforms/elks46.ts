import { type Message, NotSent, type Taken } from '#core/contracts/channel'
import type { ReportedState } from '#core/contracts/channel_callback'
import type { Row } from '#core/contracts/scalar'
import { ask } from '../ask.js'
import { eachOf, outcomeOf } from '../each_of.js'
import type { SmsPlatform } from '../platform.js'

const NAME = '46elks'
const ADDRESS = 'https://api.46elks.com'
/** Money is told in ten thousandths of the account's currency. */
const FRACTION_DIGITS = 4

/** An account may ask a hundred times a minute; what is left out is asked for the next time. */
const MOST_ASKED = 90

const stages: Readonly<Record<string, 'handed' | 'confirmed' | 'bounced'>> = {
  delivered: 'confirmed',
  failed: 'bounced',
}
const states: Readonly<Record<string, ReportedState>> = {
  created: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  failed: 'undelivered',
}

interface Kept {
  id?: string
  status?: string
  cost?: number
  estimated_cost?: number
  parts?: number
}

/** 46elks: `/a1/sms`, one resource per message. It takes no id of ours, and nothing can be taken back. */
export const elks46: SmsPlatform = {
  send,

  async sendMany(messages, settings) {
    const outcomes = new Map<string, Taken | NotSent>()
    await eachOf(messages, async (message) => {
      outcomes.set(message.id, await outcomeOf(send(message, settings)))
    })
    return outcomes
  },

  async status(references, settings) {
    const found = new Map<string, 'handed' | 'confirmed' | 'bounced'>()
    for (const reference of references.slice(0, MOST_ASKED)) {
      const { status = '' } = await asked<Kept>(settings, `sms/${encodeURIComponent(reference)}`)
      found.set(reference, stages[status] ?? 'handed')
    }
    return found
  },

  async account(settings) {
    const { balance, currency = '' } = await asked<{ balance?: number; currency?: string }>(
      settings,
      'me'
    )
    const sender = String(settings.sender ?? '')
    return {
      balance: balance === undefined ? null : decimal(balance),
      unit: currency,
      senders: sender ? [{ name: sender, usable: true }] : [],
    }
  },

  calls({ body }) {
    const { id, status, delivered } = body
    const answer = { status: 204, body: '' }
    if (typeof id !== 'string' || typeof status !== 'string') {
      return { reports: [], incoming: incomingOf(body), answer }
    }
    const at = momentOf(delivered)
    const state = states[status] ?? 'unknown'
    return {
      reports: [{ reference: id, state, code: status, ...(at && { at }) }],
      incoming: [],
      answer,
    }
  },
}

async function send(message: Message, settings: Row): Promise<Taken> {
  const form = new URLSearchParams({
    from: message.sender ?? String(settings.sender ?? ''),
    to: message.to,
    message: message.text,
  })
  if (message.callback) form.set('whendelivered', message.callback)
  const answer = await asked<Kept>(settings, 'sms', { method: 'POST', body: form })
  if (answer.status === 'failed') {
    throw new NotSent(`${NAME} refused the message.`, 'permanent', true, true)
  }
  if (!answer.id) throw new NotSent(`${NAME} named no message.`, 'unknown', true)
  const cost = answer.cost ?? answer.estimated_cost
  return {
    reference: answer.id,
    ...(answer.parts !== undefined && { parts: answer.parts }),
    ...(cost !== undefined && { price: decimal(cost) }),
  }
}

/** 3500 is 0.3500. */
function decimal(whole: number): string {
  const digits = String(Math.abs(whole)).padStart(FRACTION_DIGITS + 1, '0')
  const text = `${digits.slice(0, -FRACTION_DIGITS)}.${digits.slice(-FRACTION_DIGITS)}`
  return whole < 0 ? `-${text}` : text
}

/** Its moments are UTC without saying so. */
function momentOf(text: unknown): Date | undefined {
  if (typeof text !== 'string') return undefined
  const at = new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`)
  return Number.isNaN(at.getTime()) ? undefined : at
}

function incomingOf({ id, from, to, message, created }: Readonly<Record<string, unknown>>) {
  if (typeof from !== 'string' || typeof to !== 'string' || typeof message !== 'string') return []
  const at = momentOf(created)
  return [{ reference: String(id ?? ''), from, to, text: message, ...(at && { at }) }]
}

async function asked<T>(settings: Row, path: string, init: RequestInit = {}): Promise<T> {
  const url = new URL(`/a1/${path}`, String(settings.address || ADDRESS))
  const key = Buffer.from(`${String(settings.user ?? '')}:${String(settings.secret)}`)
  return (await ask(NAME, url, {
    ...init,
    headers: { Authorization: `Basic ${key.toString('base64')}` },
  })) as T
}
