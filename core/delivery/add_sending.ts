import { randomUUID } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import type { SendingState } from '#core/delivery/models/sending'
import type { Problem } from '#core/saved_reports/problem'
import { momentText } from '#database/columns'

/** A sending as it enters the ledger. */
export interface NewSending {
  customerId: number
  savedReportId: number | null
  scheduleId: number | null
  ownerId: number | null
  askedBy: number | null
  occasion: string
  dueAt: DateTime
  title: string
  locale: string
  onDate: string | null
  fromDate: string | null
  toDate: string | null
  message?: { subject?: string; text?: string }
  state: SendingState
  /** With single calls in it: it is made beside the others. */
  large?: boolean
  problem?: Problem
  recipients: readonly string[]
}

/**
 * Writes a sending and its recipients into the ledger, unless it is there: by its occasion and due time
 * it is there once, whoever planned it. Answers its id, and whether it is new.
 */
export async function addSending(
  client: TransactionClientContract,
  { recipients, dueAt, message, problem, ...values }: NewSending,
  now: DateTime
): Promise<{ id: number; added: boolean }> {
  const key = { occasion: values.occasion, due_at: momentText(dueAt) }
  const find = () =>
    client.from('sendings').where(key).select('id').first() as Promise<{ id: number } | null>
  const there = await find()
  if (there) return { id: there.id, added: false }
  const at = momentText(now)
  await client
    .knexQuery()
    .table('sendings')
    .insert({
      ...key,
      customer_id: values.customerId,
      saved_report_id: values.savedReportId,
      schedule_id: values.scheduleId,
      owner_id: values.ownerId,
      asked_by: values.askedBy,
      title: [...values.title].slice(0, 255).join(''),
      locale: values.locale,
      on_date: values.onDate,
      from_date: values.fromDate,
      to_date: values.toDate,
      message: JSON.stringify(message ?? null),
      state: values.state,
      large: values.large ?? false,
      attempts: 0,
      next_try_at: at,
      problem: JSON.stringify(problem ?? null),
      planned_at: at,
      tell_at: problem ? at : null,
    })
    .onConflict(['occasion', 'due_at'])
    .ignore()
  const { id } = (await find())!
  await addDispatches(client, { sendingId: id, customerId: values.customerId, recipients }, now)
  return { id, added: true }
}

/** Writes the recipients of a sending into the ledger: each address once, however it is written. */
export async function addDispatches(
  client: TransactionClientContract,
  {
    sendingId,
    customerId,
    recipients,
    fileId = null,
  }: {
    sendingId: number
    customerId: number
    recipients: readonly string[]
    fileId?: string | null
  },
  now: DateTime
): Promise<void> {
  const at = momentText(now)
  for (const address of recipients) {
    await client
      .knexQuery()
      .table('dispatches')
      .insert({
        id: randomUUID(),
        customer_id: customerId,
        sending_id: sendingId,
        recipient: address.toLowerCase(),
        address,
        file_id: fileId,
        state: 'waiting',
        attempts: 0,
        next_try_at: at,
        problem: 'null',
        state_at: at,
      })
      .onConflict(['sending_id', 'recipient'])
      .ignore()
  }
}
