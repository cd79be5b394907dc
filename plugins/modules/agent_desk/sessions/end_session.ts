import vine from '@vinejs/vine'
import { momentDate } from '#core/contracts/module_table'
import { defineOperation } from '#core/contracts/module'
import type { CustomerTools, TableRow } from '#core/contracts/module_tools'
import { tellSession } from './tell_session.js'

/** Says that the page is closed. Nobody is logged off by that. */
export const endSession = defineOperation({
  method: 'post',
  path: 'me/session/end',
  capability: 'own',
  summary: 'Say that you have closed the page; it logs you off no queue',
  input: vine.create({
    key: vine.string().regex(/^[\w-]{6,64}$/),
    how: vine.enum(['closed', 'signedOut'] as const),
  }),
  fields: { key: 'Of the session.', how: 'Whether you signed out.' },
  example: { key: 'a1b2c3d4', how: 'closed' },
  status: 204,
  async handle({ input: { key, how }, reader, customer }) {
    const row = await customer
      .rows('sessions')
      .first({ user_id: reader.userId, key, ended_at: null })
    if (row) await endRow(customer, row, how, customer.now())
  },
})

/** Ends a session at a moment, once. */
export async function endRow(
  customer: CustomerTools,
  row: TableRow,
  how: 'closed' | 'signedOut' | 'lost',
  ended: Date
): Promise<void> {
  const changed = await customer
    .rows('sessions')
    .update({ id: Number(row.id), ended_at: null }, { ended_at: ended, how })
  if (changed === 0) return
  await tellSession(customer, {
    user_id: Number(row.user_id),
    device: String(row.device),
    how,
    began: momentDate(String(row.began_at))!,
    ended,
  })
}
