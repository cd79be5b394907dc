import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import type { CallbackRequest, Called, DeliveryReport } from '#core/contracts/channel_callback'
import { registry } from '#core/plugins/registry'
import { accountOf } from '#core/messages/channel_account'
import { accountOfToken } from '#core/messages/callbacks/callback_address'
import { hearers } from '#core/messages/callbacks/hearers'
import type SentMessage from '#core/messages/models/sent_message'
import type { DeliveryStatus } from '#core/messages/models/sent_message'
import { momentText } from '#database/columns'
import { insertAll } from '#database/insert_all'
import { writeTransaction } from '#database/write_transaction'

/**
 * Takes what a platform tells: kept first, then the messages are moved on, then modules hear of it. Null
 * where the token is not one of ours, or the account is no more.
 */
export async function takeCall(
  key: string,
  token: string,
  request: CallbackRequest
): Promise<Called['answer'] | null> {
  if (
    !registry()
      .channels()
      .some((channel) => channel.key === key)
  )
    return null
  const customerId = accountOfToken(key, token)
  if (customerId === undefined) return null
  const account = await accountOf(key, customerId)
  if (!account?.channel.calls) return null
  const { reports, incoming, answer } = account.channel.calls(request, account.settings)
  await keepReports(key, customerId, reports)
  for (const report of reports) await moveOn(key, customerId, report)
  for (const hear of hearers()) {
    // What is kept can be read again, so a module that fails keeps no platform from its answer.
    await hear({ channel: key, customerId, reports, incoming }).catch((error: unknown) =>
      logger.error({ err: error, channel: key }, 'What a platform told was not heard')
    )
  }
  return answer
}

async function keepReports(
  channel: string,
  customerId: number | null,
  reports: readonly DeliveryReport[]
) {
  const now = momentText(DateTime.utc())
  const rows = reports.map(({ reference, message, state, code, operator, at }) => ({
    channel,
    customer_id: customerId,
    reference: reference.slice(0, 191),
    message: message?.slice(0, 64) ?? null,
    state,
    code: code?.slice(0, 64) ?? null,
    operator: operator?.slice(0, 64) ?? null,
    at: at ? momentText(DateTime.fromJSDate(at)) : null,
    received_at: now,
  }))
  if (rows.length) await writeTransaction((client) => insertAll(client, 'delivery_reports', rows))
}

/** Of messages that core sent itself. What arrived never becomes undelivered by an older report. */
async function moveOn(channel: string, accountId: number | null, report: DeliveryReport) {
  const status = statusOf(report)
  if (!status) return
  const mine = () => {
    const query = db.from('messages').where('channel', channel)
    return accountId === null ? query.whereNull('account_id') : query.where('account_id', accountId)
  }
  const change = { status, status_at: momentText(DateTime.utc()) }
  const changed = await mine()
    .where('reference', report.reference)
    .whereIn('status', ['handed', ...(status === 'confirmed' ? ['bounced'] : [])])
    .update(change)
  if (Number(changed) || !report.message) return
  // No answer came when it was handed over, so its reference is learnt here.
  await mine()
    .where('id', report.message)
    .whereNull('reference')
    .whereIn('status', ['sending', 'failed'])
    .update({ ...change, reference: report.reference })
}

export function statusOf({ state }: Pick<DeliveryReport, 'state'>): DeliveryStatus | undefined {
  if (state === 'delivered') return 'confirmed'
  return state === 'sent' || state === 'unknown' ? undefined : 'bounced'
}

/** A message whose report came before its reference was kept. */
export async function catchUp(message: SentMessage): Promise<void> {
  const known = await reportsOf(message.channel, message.accountId, [message.reference ?? ''])
  for (const report of known) await moveOn(message.channel, message.accountId, report)
}

/** What was told of these references in the last days, oldest first. */
export async function reportsOf(
  channel: string,
  customerId: number | null,
  references: readonly string[]
): Promise<DeliveryReport[]> {
  const query = db
    .from('delivery_reports')
    .where('channel', channel)
    .whereIn('reference', [...references])
    .orderBy('id')
  const rows = (await (customerId === null
    ? query.whereNull('customer_id')
    : query.where('customer_id', customerId))) as ReportRow[]
  return rows.map(({ reference, message, state, code, operator, at }) => ({
    reference,
    state,
    ...(message && { message }),
    ...(code && { code }),
    ...(operator && { operator }),
    ...(at && { at: new Date(`${at.replace(' ', 'T')}Z`) }),
  }))
}

interface ReportRow {
  reference: string
  message: string | null
  state: DeliveryReport['state']
  code: string | null
  operator: string | null
  at: string | null
}
