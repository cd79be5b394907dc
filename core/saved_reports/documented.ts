import { list, nullableMoment, ref, whole } from '#core/http/shared_schemas'
import type { Operation, Schema } from '#core/http/operation'

const text = { type: 'string' }
const nullableText = { type: ['string', 'null'] }
const flag = { type: 'boolean' }

/** Shapes that answers about saved reports have. */
export const schemas: Readonly<Record<string, Schema>> = {
  SavedReport: whole({
    id: { type: 'integer' },
    name: text,
    report: { ...text, description: 'Key of the report type.' },
    state: { type: 'string', enum: ['active', 'inactive', 'paused', 'expired', 'ownerLost'] },
    active: flag,
    paused: flag,
    pausedUntil: nullableText,
    expiresOn: nullableText,
    isTemplate: flag,
    locale: text,
    recipients: list(text),
    query: {
      type: 'object',
      description:
        'A request as `POST /api/report/v1/generate` takes it, without the dates: add `period.from` and `period.to`.',
    },
    owner: whole({
      id: { type: ['integer', 'null'] },
      name: text,
      email: text,
      problem: nullableText,
    }),
    schedules: list(ref('Schedule')),
    nextRunAt: nullableMoment,
    lastSentAt: nullableMoment,
    createdAt: { type: 'string', format: 'date-time' },
    updatedAt: { type: 'string', format: 'date-time' },
  }),
  Schedule: whole({
    id: { type: 'integer' },
    send: { ...text, description: 'On which days.' },
    sendTime: text,
    zone: text,
    closedDays: { ...text, description: 'What is done where the day is a holiday.' },
    period: {
      ...text,
      description: 'The days that the report is of, counted from the day it is sent.',
    },
    periodCount: { type: 'integer' },
    grouping: text,
    interval: text,
    intervals: list(text),
    format: text,
    charts: flag,
    specification: flag,
    columnDescriptions: flag,
    timeFormat: text,
    ownRights: { ...flag, description: 'Made with each recipient’s own rights.' },
    warnings: {
      ...list({ type: 'object', required: ['code', 'message'] }),
      description: 'What the schedule has to be told of, for example that it sends too early.',
    },
  }),
}

/** What programs may ask of saved reports. */
export const operations: readonly Operation[] = [
  {
    method: 'get',
    pattern: '/api/report/v1/saved-reports',
    tag: 'Saved reports',
    summary: 'List saved reports',
    description: 'Those of the ticket’s owner; with `all` and for an administrator everybody’s.',
    query: ['all', 'filter', 'offset', 'limit', 'order'],
    fields: {
      all: '`true` for everybody’s.',
      filter: 'Words that must stand in a saved report.',
      offset: 'How many are passed over.',
      limit: 'Most saved reports of this answer; all unless said otherwise.',
      order: 'What to sort by, with a minus from its end.',
    },
    answer: whole({
      savedReports: list(ref('SavedReport')),
      found: { type: 'integer', description: 'How many the filter finds.' },
      all: { type: 'integer', description: 'How many there are without it.' },
    }),
  },
  {
    method: 'get',
    pattern: '/api/report/v1/saved-reports/:id',
    tag: 'Saved reports',
    summary: 'Show a saved report',
    fields: { id: 'Its number, as the list has it.' },
    answer: whole({ savedReport: ref('SavedReport') }),
  },
  {
    method: 'get',
    pattern: '/api/report/v1/saved-report-templates',
    tag: 'Saved reports',
    summary: 'List templates that others may copy',
    answer: whole({
      templates: list(whole({ id: { type: 'integer' }, name: text, report: text, own: flag })),
    }),
  },
]
