import { DateTime } from 'luxon'
import type Customer from '#core/customers/models/customer'
import SavedReport from '#core/saved_reports/models/saved_report'
import Schedule from '#core/saved_reports/models/schedule'
import type User from '#core/users/models/user'

/** A saved report of the person's with one schedule, unchecked: of queues on Fridays unless the values say otherwise. */
export async function madeSavedReport(
  customer: Customer,
  user: User,
  values: Partial<SavedReport['$attributes']> = {},
  times: Partial<Schedule['$attributes']> = {}
) {
  const now = DateTime.utc()
  const saved = await SavedReport.create({
    customerId: customer.id,
    ownerId: user.id,
    name: 'Fredagsrapporten',
    active: true,
    paused: false,
    pausedUntil: null,
    expiresOn: null,
    isTemplate: false,
    locale: 'sv',
    recipients: ['anna@nordvik.example'],
    query: { report: 'asterisk.queue', objects: 'all', columns: ['incoming', 'answered'] },
    createdAt: now,
    updatedAt: now,
    ...values,
  })
  const schedule = await Schedule.create({
    customerId: customer.id,
    savedReportId: saved.id,
    send: 'fridays',
    sendTime: '18:00',
    zone: customer.zone,
    closedDays: 'send',
    period: 'weekToToday',
    periodCount: 1,
    grouping: 'total',
    interval: 'weekday',
    intervals: [],
    format: 'xlsx',
    charts: true,
    specification: false,
    columnDescriptions: true,
    timeFormat: 'hms',
    ownRights: false,
    createdAt: now,
    updatedAt: now,
    ...times,
  })
  return { saved, schedule }
}
