import { type Operation, type Schema } from '#core/api/operation'

const text = { type: 'string' }
const list = (items: Schema): Schema => ({ type: 'array', items })

const savedReport: Schema = {
  type: 'object',
  required: ['id', 'name', 'report', 'state', 'query', 'schedules'],
  properties: {
    id: { type: 'integer' },
    name: text,
    report: { ...text, description: 'Key of the report type.' },
    state: { enum: ['active', 'inactive', 'paused', 'expired', 'ownerLost'] },
    locale: text,
    recipients: list(text),
    query: {
      type: 'object',
      description:
        'A request as `POST /api/report/v1/generate` takes it, without the dates: add `period.from` and `period.to`.',
    },
    schedules: list({ type: 'object' }),
    nextRunAt: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] },
    lastSentAt: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] },
    updatedAt: { type: 'string', format: 'date-time' },
  },
}

/** What programs may ask of saved reports. */
export const operations: readonly Operation[] = [
  {
    method: 'get',
    pattern: '/api/report/v1/saved-reports',
    tag: 'Saved reports',
    summary: 'List saved reports',
    description: 'Those of the ticket’s owner; with `all` and for an administrator everybody’s.',
    query: ['all'],
    fields: { all: '`true` for everybody’s.' },
    answer: { type: 'object', properties: { savedReports: list(savedReport) } },
  },
  {
    method: 'get',
    pattern: '/api/report/v1/saved-reports/:id',
    tag: 'Saved reports',
    summary: 'Show a saved report',
    fields: { id: 'Its number, as the list has it.' },
    answer: { type: 'object', properties: { savedReport } },
  },
  {
    method: 'get',
    pattern: '/api/report/v1/saved-report-templates',
    tag: 'Saved reports',
    summary: 'List templates that others may copy',
    answer: {
      type: 'object',
      properties: {
        templates: list({
          type: 'object',
          properties: {
            id: { type: 'integer' },
            name: text,
            report: text,
            own: { type: 'boolean' },
          },
        }),
      },
    },
  },
]
