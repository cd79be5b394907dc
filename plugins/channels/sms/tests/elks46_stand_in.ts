import type { ChannelStandIn } from '#core/contracts/conformance'
import { type Asked, serve } from './stand_in.js'

const KEY = `Basic ${Buffer.from('u1234:right-secret').toString('base64')}`

interface Kept {
  id: string
  to: string
  text: string
  status: string
}

/** 46elks' `/a1/me`, `/a1/sms` and `/a1/sms/<id>`, with its error answers in plain text. */
export async function startElks46(): Promise<ChannelStandIn> {
  const kept: Kept[] = []
  const faults: { status: number; body: string }[] = []
  const shown = ({ id, to, text, status }: Kept) => ({
    id,
    to,
    status,
    message: text,
    direction: 'outgoing',
    cost: 3500,
    parts: 1,
  })

  function answer({ method, path, authorization, values }: Asked) {
    if (authorization !== KEY) return { status: 401, body: 'Invalid username or password' }
    if (path === '/a1/me') return { status: 200, body: { balance: 1_234_500, currency: 'SEK' } }
    const [, id] = /^\/a1\/sms\/([\w-]+)$/.exec(path) ?? []
    if (method === 'GET' && id) {
      const message = kept.find((one) => one.id === id)
      return message ? { status: 200, body: shown(message) } : { status: 404, body: 'Not found' }
    }
    if (method !== 'POST' || path !== '/a1/sms') return { status: 404, body: 'Not found' }
    const fault = faults.shift()
    if (fault) return fault
    const [from, to, text] = ['from', 'to', 'message'].map((name) => values.get(name) ?? '')
    if (!from) return { status: 400, body: 'Missing key from' }
    if (!/^\+\d{8,15}$/.test(to)) return { status: 400, body: 'Invalid to number' }
    const made = { id: `s${String(kept.length).padStart(32, '0')}`, to, text, status: 'created' }
    kept.push(made)
    return { status: 200, body: shown(made) }
  }

  const { address, hangUp, stop } = await serve(answer)
  const settings = {
    provider: 'elks46',
    address,
    sender: 'Telestat',
    user: 'u1234',
    secret: 'right-secret',
  }
  return {
    settings,
    wrongSettings: { ...settings, secret: 'wrong-secret' },
    to: '+46701740605',
    received: () => kept,
    deliver(reference, how) {
      const message = kept.find(({ id }) => id === reference)
      if (message) message.status = how === 'confirmed' ? 'delivered' : 'failed'
    },
    tells: (reference, how) => {
      const status = { sent: 'sent', delivered: 'delivered', undelivered: 'failed' }[how]
      const body = { id: reference, status, delivered: '2026-11-30T21:33:20.000000' }
      return { method: 'POST', query: {}, body }
    },
    hangUp,
    fail: (fault) =>
      void faults.push(
        fault === 'later'
          ? { status: 429, body: 'Too many requests' }
          : { status: 403, body: 'Not enough credits' }
      ),
    stop,
  }
}
