import type { ChannelStandIn } from '#core/contracts/conformance'
import { type Asked, serve } from './stand_in.js'

const TOKEN = 'right-secret'

interface Kept {
  id: string
  idx: string
  to: string
  text: string
  status: string
}

/** SMSAPI's `/sms.do`, with its error answers. */
export async function startSmsapi(): Promise<ChannelStandIn> {
  const kept: Kept[] = []
  const faults: [code: number, message: string][] = []
  const error = (code: number, message: string, status = 200) => ({
    status,
    body: { error: code, message },
  })

  function answer({ method, path, authorization, values }: Asked) {
    if (path !== '/sms.do') return { status: 404, body: 'Not found' }
    if (authorization !== `Bearer ${TOKEN}`) return error(101, 'Authorization failed', 401)
    if (method === 'GET') return { status: 200, body: { list: statuses(values) } }
    const fault = faults.shift()
    if (fault) return error(...fault)
    const [to, text, idx] = ['to', 'message', 'idx'].map((name) => values.get(name) ?? '')
    if (!text) return error(11, 'The message is empty')
    if (!/^\d{8,15}$/.test(to)) {
      const number = { number: null, submitted_number: to, message: 'Invalid phone number' }
      return {
        status: 200,
        body: { error: 13, message: 'No correct phonenumbers', invalid_numbers: [number] },
      }
    }
    if (kept.some((message) => message.idx === idx)) return error(53, 'Not unique idx parameter')
    const id = `5F3A${String(kept.length).padStart(20, '0')}`
    kept.push({ id, idx, to, text, status: 'QUEUE' })
    const sent = { id, points: 0.16, number: to, submitted_number: to, status: 'QUEUE', idx }
    return { status: 200, body: { count: 1, list: [{ ...sent, error: null }] } }
  }

  const statuses = (values: URLSearchParams) =>
    (values.get('status') ?? '').split('|').flatMap((id) => {
      const message = kept.find((one) => one.id === id)
      return message ? [{ id, number: message.to, status: message.status, error: null }] : []
    })

  const { address, hangUp, stop } = await serve(answer)
  const settings = { provider: 'smsapi', address, sender: 'Telestat', user: null, secret: TOKEN }
  return {
    settings,
    wrongSettings: { ...settings, secret: 'wrong-secret' },
    to: '+46701740605',
    received: () => kept,
    deliver(reference, how) {
      const message = kept.find(({ id }) => id === reference)
      // Both the names and the numbers of statuses are in use.
      if (message) message.status = how === 'confirmed' ? 'DELIVERED' : '405'
    },
    hangUp,
    fail: (fault) =>
      void faults.push(fault === 'later' ? [203, 'Too many requests'] : [14, 'Sender not allowed']),
    stop,
  }
}
