import type { ChannelStandIn } from '#core/contracts/conformance'
import { type Asked, serve } from './stand_in.js'

const TOKEN = 'right-secret'
const PRICE_HUNDREDTHS = 16

interface Kept {
  id: string
  idx: string
  to: string
  text: string
  status: string
  from: string
  callback: string
}

/** SMSAPI's `/sms.do`, `/profile` and `/sms/sendernames`, with its error answers. Points fall with each message. */
export async function startSmsapi(start: { points?: number } = {}) {
  const kept: Kept[] = []
  const faults: [code: number, message: string][] = []
  let hundredths = Math.round((start.points ?? 10_000) * 100)
  const error = (code: number, message: string, status = 200) => ({
    status,
    body: { error: code, message },
  })

  function answer({ method, path, authorization, values }: Asked) {
    if (authorization !== `Bearer ${TOKEN}`) return error(101, 'Authorization failed', 401)
    if (path === '/profile') return { status: 200, body: { points: hundredths / 100 } }
    if (path === '/sms/sendernames') {
      const names = [
        { sender: 'Telestat', status: 'ACTIVE' },
        { sender: 'Waiting', status: 'PENDING' },
      ]
      return { status: 200, body: { size: 2, collection: names } }
    }
    if (path !== '/sms.do') return { status: 404, body: 'Not found' }
    if (method === 'GET') return { status: 200, body: { list: statuses(values) } }
    if (values.has('sch_del')) return { status: 200, body: deleted(values) }
    const fault = faults.shift()
    return fault ? error(...fault) : take(values)
  }

  function take(values: URLSearchParams) {
    const read = (name: string) => values.get(name) ?? ''
    const [text, ids] = [read('message'), read('idx').split('|')]
    if (!text) return error(11, 'The message is empty')
    const wanted = read('to')
      .split(',')
      .map((to, at) => ({ to, idx: ids[at] ?? '' }))
    const right = wanted.filter(({ to }) => /^\d{8,15}$/.test(to))
    const invalid = wanted
      .filter((one) => !right.includes(one))
      .map(({ to }) => ({ number: null, submitted_number: to, message: 'Invalid phone number' }))
    if (!right.length) {
      return {
        status: 200,
        body: { error: 13, message: 'No correct phonenumbers', invalid_numbers: invalid },
      }
    }
    if (right.some(({ idx }) => kept.some((message) => message.idx === idx))) {
      return error(53, 'Not unique idx parameter')
    }
    if (hundredths < right.length * PRICE_HUNDREDTHS) return error(103, 'Insufficient credits')
    hundredths -= right.length * PRICE_HUNDREDTHS
    const list = right.map(({ to, idx }) => {
      const id = `5F3A${String(kept.length).padStart(20, '0')}`
      const about = { from: read('from'), callback: read('notify_url') }
      kept.push({ id, idx, to, text, status: 'QUEUE', ...about })
      const sent = { id, points: 0.16, number: to, submitted_number: to, status: 'QUEUE', idx }
      return { ...sent, error: null, parts: 1 }
    })
    return {
      status: 200,
      body: { count: list.length, list, ...(invalid.length && { invalid_numbers: invalid }) },
    }
  }

  const statuses = (values: URLSearchParams) =>
    (values.get('status') ?? '').split('|').flatMap((id) => {
      const message = kept.find((one) => one.id === id)
      return message ? [{ id, number: message.to, status: message.status, error: null }] : []
    })

  function deleted(values: URLSearchParams) {
    const ids = (values.get('sch_del') ?? '').split(',')
    const list = ids.map((id) => ({ id, error: kept.some((one) => one.id === id) ? null : 301 }))
    return { count: list.filter((one) => !one.error).length, list }
  }

  const { address, hangUp, stop } = await serve(answer)
  const settings = { provider: 'smsapi', address, sender: 'Telestat', user: null, secret: TOKEN }
  return {
    settings,
    wrongSettings: { ...settings, secret: 'wrong-secret' },
    to: '+46701740605',
    received: () => kept,
    deliver(reference: string, how: 'confirmed' | 'bounced') {
      const message = kept.find(({ id }) => id === reference)
      // Both the names and the numbers of statuses are in use.
      if (message) message.status = how === 'confirmed' ? 'DELIVERED' : '405'
    },
    tells(reference: string, how: 'sent' | 'delivered' | 'undelivered') {
      const status = { sent: '403', delivered: '404', undelivered: '405' }[how]
      const idx = kept.find(({ id }) => id === reference)?.idx ?? ''
      const query = { MsgId: reference, status, donedate: '1796000000', idx, username: 'nordvik' }
      return { method: 'GET', query, body: {} }
    },
    hangUp,
    fail: (fault: 'later' | 'refused') =>
      void faults.push(fault === 'later' ? [203, 'Too many requests'] : [14, 'Sender not allowed']),
    /** Answers the next form with an error of its list. */
    answerError: (code: number, message: string) => void faults.push([code, message]),
    stop,
  } satisfies ChannelStandIn & Record<string, unknown>
}
