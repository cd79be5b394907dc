import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { DateTime } from 'luxon'
import { figureSides } from '#core/reports/behind/figure_address'
import {
  blockLengths,
  holidayTreatments,
  hoursCounted,
  intervalGroupings,
  resultGroupings,
  timeLabels,
} from '#core/reports/report_query'
import { serviceLevelFormulas } from '#core/contracts/service_level'

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

/**
 * A rule that reports one sentence where the value does not fit. `schema` says the same for the
 * documentation, and its `enum` is what is allowed.
 */
const rule = <T>(
  name: string,
  fits: (value: T) => boolean,
  sentence: string,
  schema: { enum?: readonly (string | number)[]; format?: string; pattern?: string }
) =>
  vine.createRule(
    (value: unknown, _options: undefined, field: FieldContext) => {
      if (!fits(value as T)) field.report(sentence, name, field, { choices: schema.enum })
    },
    { toJSONSchema: (described) => void Object.assign(described, schema) }
  )()

/** A date of the calendar. */
export const localDate = rule(
  'localDate',
  (text: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid,
  'The {{ field }} must be a date that exists, written like 2026-01-31.',
  { format: 'date' }
)
/** A time of day to the minute. */
export const fromTime = rule(
  'fromTime',
  (text: string) => CLOCK.test(text),
  'The {{ field }} must be a time of day from 00:00 to 23:59.',
  { pattern: CLOCK.source }
)
const toTime = rule(
  'toTime',
  (text: string) => CLOCK.test(text) || text === '24:00',
  'The {{ field }} must be a time of day from 00:01 to 24:00.',
  { pattern: `${CLOCK.source}|^24:00$` }
)
/** One of these, or a sentence that names them. */
export const oneOf = (choices: readonly (string | number)[]) =>
  rule(
    'oneOf',
    (value: string | number) => choices.includes(value),
    `The {{ field }} must be one of ${choices.join(', ')}.`,
    { enum: choices }
  )

const moment = rule(
  'moment',
  (text: string) => DateTime.fromISO(text, { setZone: true }).isValid,
  'The {{ field }} must be a moment as ISO 8601, such as 2026-01-31T09:00:00+01:00.',
  { format: 'date-time' }
)

const names = () => vine.array(vine.string().trim().minLength(1).maxLength(400)).maxLength(20_000)

/** Names, or the word `all`. */
const namesOrAll = () => vine.unionOfTypes([vine.literal('all'), names().clone().minLength(1)])

/** Which of its dates a period counts, and which hours of them. */
export const windowFields = {
  fromTime: vine.string().use(fromTime).optional(),
  toTime: vine.string().use(toTime).optional(),
  weekdays: vine
    .array(vine.number({ strict: true }).use(oneOf([1, 2, 3, 4, 5, 6, 7])))
    .minLength(1)
    .distinct()
    .optional(),
  holidays: vine.string().use(oneOf(holidayTreatments)).optional(),
  hours: vine.string().use(oneOf(hoursCounted)).optional(),
}
const period = vine.object({
  from: vine.string().use(localDate).optional(),
  to: vine.string().use(localDate).optional(),
  ...windowFields,
  dates: vine
    .array(vine.string().use(localDate))
    .minLength(1)
    .maxLength(1000)
    .distinct()
    .optional(),
})

/** What every request for a report is made of; each list of names is checked against the catalogue later. */
const fields = {
  report: vine.string().trim().minLength(1),
  period,
  interval: vine.string().use(oneOf(intervalGroupings)).optional(),
  intervalMinutes: vine.number({ strict: true }).use(oneOf(blockLengths)).optional(),
  grouping: vine.string().use(oneOf(resultGroupings)).optional(),
  objects: namesOrAll().optional(),
  groups: names().optional(),
  columns: namesOrAll().optional(),
  parameters: vine.record(vine.array(vine.number({ strict: true }))).optional(),
  breakdown: vine.boolean({ strict: true }).optional(),
  emptyRows: vine.boolean({ strict: true }).optional(),
  serviceLevel: vine.string().use(oneOf(serviceLevelFormulas)).optional(),
  timeLabels: vine.string().use(oneOf(timeLabels)).optional(),
}

const options = {
  light: vine.boolean({ strict: true }).optional(),
  headline: vine.boolean({ strict: true }).optional(),
  headlineAgainst: vine
    .string()
    .use(oneOf(['previous', 'usual'] as const))
    .optional(),
  format: vine.string().optional(),
  intervals: vine
    .array(vine.string().use(oneOf(intervalGroupings)))
    .minLength(1)
    .distinct()
    .optional(),
  charts: vine.boolean({ strict: true }).optional(),
  columnDescriptions: vine.boolean({ strict: true }).optional(),
  specification: vine.boolean({ strict: true }).optional(),
  timeFormat: vine
    .string()
    .use(oneOf(['hms', 'seconds']))
    .optional(),
  audience: vine
    .string()
    .use(oneOf(['person', 'machine']))
    .optional(),
}

const page = {
  cursor: vine.string().optional(),
  limit: vine.number({ strict: true }).withoutDecimals().min(1).max(1000).optional(),
}

const mail = {
  recipients: vine
    .array(vine.string().trim().email().maxLength(191))
    .minLength(1)
    .maxLength(50)
    .optional(),
  subject: vine.string().trim().minLength(1).maxLength(255).optional(),
  message: vine.string().trim().maxLength(5000).optional(),
}

/** What a report is set beside: another stretch of days, or other objects. */
const compared = {
  comparedWith: vine
    .object({
      period: vine
        .object({ from: vine.string().use(localDate), to: vine.string().use(localDate) })
        .optional(),
      objects: namesOrAll().optional(),
      groups: names().optional(),
    })
    .optional(),
}

/** The figure whose calls are wanted. */
const behind = vine
  .object({
    column: vine.string().trim().minLength(1).maxLength(400),
    row: vine
      .object({
        interval: vine.string().maxLength(100).optional(),
        group: vine.string().maxLength(400).nullable().optional(),
        object: vine.string().maxLength(400).optional(),
        part: vine.string().maxLength(1000).nullable().optional(),
      })
      .optional(),
    side: vine.string().use(oneOf(figureSides)).optional(),
  })
  .optional()

const calls = {
  only: vine.literal('specification').optional(),
  filters: vine.any().optional(),
  behind,
}

/** A request without its dates, as a saved report keeps it. */
export const savedQuery = vine.object({
  ...fields,
  period: vine.object(windowFields).optional(),
})

export const reportRequest = vine.compile(vine.object({ ...fields, ...options }))
/** A file made in the background, of a report or of the calls behind it alone, and mailed where recipients are named. */
export const exportRequest = vine.compile(
  vine.object({ ...fields, ...options, ...calls, ...compared, ...mail, format: vine.string() })
)
/** The report alone, without what becomes of it. */
export const reportQueryRequest = vine.compile(vine.object(fields))
export const distributionRequest = vine.compile(
  vine.object({ ...fields, column: vine.string().trim().minLength(1) })
)
export const specificationRequest = vine.compile(
  vine.object({
    ...fields,
    ...page,
    filters: vine.any().optional(),
    behind,
    order: vine.string().optional(),
  })
)
export const followUpRequest = vine.compile(
  vine.object({ ...fields, ...page, reached: vine.boolean({ strict: true }).optional() })
)
/** A call by what its line in the specification says of it. */
export const journeyRequest = vine.compile(
  vine.object({
    report: vine.string().trim().minLength(1),
    call: vine.string().minLength(1).maxLength(1000),
    at: vine.string().use(moment),
  })
)
