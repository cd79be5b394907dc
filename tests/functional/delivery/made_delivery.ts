import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import Dispatch from '#core/delivery/models/dispatch'
import Sending from '#core/delivery/models/sending'
import type SavedReport from '#core/saved_reports/models/saved_report'
import type Schedule from '#core/saved_reports/models/schedule'
import { momentText } from '#database/columns'
import { asker } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeSavedReport } from '#tests/made/saved_report'
import { madeUser } from '#tests/made/user'

/** Friday the 9th of January 2026, 18:00 in Stockholm: what comes due in these tests. */
export const FRIDAY = DateTime.fromISO('2026-01-09T17:00:00Z', { zone: 'utc' })
export const LONG_BEFORE = DateTime.fromISO('2025-12-01T00:00:00Z', { zone: 'utc' })

/** Says until when schedules have been looked through. */
export async function plannedUntil(at: DateTime) {
  await db.from('delivery_clock').delete()
  await db.table('delivery_clock').insert({ id: 1, planned_until: momentText(at) })
  await db.from('saved_report_schedules').update({ next_due_at: null })
}

/** Forgets what other tests left in the ledger. */
async function emptyLedger() {
  await db.from('dispatches').delete()
  await db.from('archived_files').delete()
  await db.from('sendings').delete()
  await db.from('saved_report_schedules').delete()
}

/** A customer whose Monday was collected, with a report that is sent on Fridays to two people. */
export async function madeFriday(
  client: ApiClient,
  values: Partial<SavedReport['$attributes']> = {},
  times: Partial<Schedule['$attributes']> = {}
) {
  await emptyLedger()
  await plannedUntil(FRIDAY.minus({ hours: 1 }))
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  await collectedLog(customer)
  const owner = await madeUser(customer, { seesEverything: true, callSpecification: false })
  const administrator = await madeUser(customer, { administrator: true, name: 'Eva Lund' })
  const recipients = ['anna@nordvik.example', 'Bo@nordvik.example']
  const { saved, schedule } = await madeSavedReport(
    customer,
    owner,
    { recipients, createdAt: LONG_BEFORE, ...values },
    { createdAt: LONG_BEFORE, format: 'csv', ...times }
  )
  return {
    customer,
    owner,
    administrator,
    saved,
    schedule,
    ask: asker(client, owner, customer),
    administrates: asker(client, administrator, customer),
  }
}

/** `recipient state` of every dispatch in the ledger of a customer, by due time and recipient. */
export async function ledgerOf({ id }: { id: number }): Promise<string[]> {
  const sendings = await Sending.query().where('customerId', id).orderBy('dueAt').orderBy('id')
  const lines = await Promise.all(
    sendings.map(async (sending) => {
      const dispatches = await Dispatch.query().where('sendingId', sending.id).orderBy('recipient')
      return dispatches.map(
        ({ recipient, state }) =>
          `${recipient.split('@')[0]} ${state === 'waiting' ? sending.state : state}`
      )
    })
  )
  return lines.flat()
}
