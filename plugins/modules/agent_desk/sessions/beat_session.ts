import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { endOverlap } from './overlaps.js'
import { tellSession } from './tell_session.js'

/** Says that the page is open. The first time begins a session. */
export const beatSession = defineOperation({
  method: 'post',
  path: 'me/session',
  capability: 'own',
  summary: 'Say that you have the page open',
  input: vine.create({
    key: vine.string().regex(/^[\w-]{6,64}$/),
    device: vine.enum(['computer', 'phone'] as const),
  }),
  fields: { key: 'Made up by the page.', device: 'What it is open on.' },
  example: { key: 'a1b2c3d4', device: 'computer' },
  status: 204,
  async handle({ input: { key, device }, reader, customer }) {
    if (reader.isHelped) return
    const now = customer.now()
    const place = { user_id: reader.userId, key }
    const changed = await customer
      .rows('sessions')
      .update({ ...place, ended_at: null }, { beat_at: now })
    if (changed > 0) return
    const known = await customer.rows('sessions').first(place)
    // One that was closed as lost, and is there again, is another.
    const times = { began_at: now, beat_at: now, ended_at: null }
    if (known)
      await customer.rows('sessions').update({ id: known.id! }, { key: `${key}.${known.id}` })
    await customer.rows('sessions').insert({ ...place, device, how: null, ...times })
    await endOverlap(customer, reader.userId, 'onWithoutApp', now)
    await tellSession(customer, { ...place, device, how: null, began: now, ended: null })
  },
})
