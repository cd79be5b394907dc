import vine from '@vinejs/vine'
import { intervalGroupings, resultGroupings } from '#core/reports/report_query'
import { fromTime, localDate, oneOf, windowFields } from '#core/reports/validators/report_request'
import { periodChoices } from '#core/contracts/period_choice'
import { closedDayChoices, sendChoices } from '#core/saved_reports/schedules/send_choice'

const times = {
  send: vine.string().use(oneOf(sendChoices)),
  sendTime: vine.string().use(fromTime),
  zone: vine.string().maxLength(64).optional(),
  closedDays: vine.string().use(oneOf(closedDayChoices)).optional(),
  period: vine.string().use(oneOf(periodChoices)),
  periodCount: vine.number({ strict: true }).withoutDecimals().optional(),
}

/** What a schedule may be told; each but the first ones has a usual value. */
export const scheduleFields = {
  ...times,
  grouping: vine.string().use(oneOf(resultGroupings)).optional(),
  interval: vine.string().use(oneOf(intervalGroupings)).optional(),
  intervals: vine
    .array(vine.string().use(oneOf(intervalGroupings)))
    .distinct()
    .optional(),
  format: vine.string().maxLength(64).optional(),
  charts: vine.boolean({ strict: true }).optional(),
  specification: vine.boolean({ strict: true }).optional(),
  columnDescriptions: vine.boolean({ strict: true }).optional(),
  timeFormat: vine
    .string()
    .use(oneOf(['hms', 'seconds']))
    .optional(),
  ownRights: vine.boolean({ strict: true }).optional(),
}

export const scheduleValidator = vine.create(scheduleFields)

/**
 * A schedule is shown as a whole and saved as one, with or without what only the file needs. `window` is
 * what the report's own period counts of each day.
 */
export const runsValidator = vine.create({
  ...scheduleFields,
  count: vine.number().withoutDecimals().range([1, 50]).optional(),
  on: vine.string().use(localDate).optional(),
  window: vine.object(windowFields).optional(),
})
