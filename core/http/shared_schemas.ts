import type { Schema } from '#core/http/operation'

const text = { type: 'string' }
const nullableText = { type: ['string', 'null'] }

/** Shapes that several answers have. */
export const sharedSchemas: Readonly<Record<string, Schema>> = {
  Error: {
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['code', 'message'],
        properties: {
          code: { type: 'string', description: 'Stable: `E_` and a phrase.' },
          message: { type: 'string', description: 'A sentence that says what would be right.' },
          field: { type: 'string', description: 'The field of the request that is wrong.' },
          allowed: { type: 'array', items: { type: ['string', 'number'] } },
          retryAfterSeconds: { type: 'integer' },
        },
      },
    },
  },
  Period: {
    type: 'object',
    properties: {
      from: { type: 'string', format: 'date' },
      to: { type: 'string', format: 'date' },
      description: text,
    },
    required: ['from', 'to', 'description'],
  },
  Column: {
    type: 'object',
    required: ['key', 'label', 'unit'],
    properties: {
      key: {
        type: 'string',
        description: 'Stable and free of language: the key of its values in a row.',
      },
      label: text,
      description: text,
      unit: {
        type: 'string',
        enum: ['count', 'seconds', 'percent', 'number', 'time', 'text', 'phone'],
        description: 'Durations are seconds, percent is 0–100.',
      },
      consistsOf: {
        type: 'array',
        items: { type: 'array', items: text },
        description: 'Each list of columns adds up to this one.',
      },
      adds: {
        type: 'boolean',
        description: 'Its values for different objects add up to the total.',
      },
      readAs: {
        type: 'string',
        description:
          'Key of the column that people read in its place: an object’s name, a choice’s label.',
      },
      joining: {
        type: 'boolean',
        description: 'Joins the legs of a call, beside what the report shows of it.',
      },
      utcOf: {
        type: 'string',
        description: 'Of a moment in UTC: the column that has it by the local clock.',
      },
      repeated: {
        type: 'object',
        description:
          'Of a column that is repeated: by which column it was declared, for which value.',
        required: ['column', 'value', 'label'],
        properties: { column: text, value: text, label: text },
      },
      calls: {
        type: 'boolean',
        description:
          'Whether `behind` of `POST /api/report/v1/specification` lists the calls that its figures are made of.',
      },
      distribution: {
        type: 'boolean',
        description: 'Whether `POST /api/report/v1/distribution` tells how its values are spread.',
      },
      partLabels: {
        type: 'object',
        additionalProperties: text,
        description: 'What those of its parts are called, by key, that are not among the columns.',
      },
    },
  },
  KeyFigure: {
    type: 'object',
    required: ['key', 'label', 'description', 'unit', 'value', 'before', 'change'],
    properties: {
      key: text,
      label: text,
      description: text,
      unit: text,
      good: {
        type: 'string',
        enum: ['up', 'down'],
        description: 'Which way it gets better; left out where neither way is.',
      },
      value: { type: ['number', 'null'] },
      before: { type: ['number', 'null'], description: 'Of the previous period.' },
      change: {
        anyOf: [
          {
            type: 'object',
            required: ['difference', 'percent', 'better'],
            properties: {
              difference: { type: 'number', description: 'Of percents in percentage points.' },
              percent: { type: ['number', 'null'] },
              better: { type: ['boolean', 'null'] },
            },
          },
          { type: 'null' },
        ],
      },
      target: { type: 'number', description: 'Of the customer, in the unit of the figure.' },
      calls: {
        type: 'boolean',
        description: 'Whether the calls that it is made of can be listed.',
      },
    },
  },
  Report: {
    type: 'object',
    required: [
      ...['title', 'report', 'interval', 'intervalMinutes', 'grouping', 'asOf', 'zones', 'locale'],
      ...['period', 'notes', 'columns', 'total', 'charts', 'visualisations', 'rows'],
    ],
    properties: {
      title: text,
      report: { ...text, description: 'Key of the report type.' },
      interval: text,
      intervalMinutes: { type: 'integer' },
      grouping: text,
      asOf: { type: 'string', format: 'date-time', description: 'Collected until then.' },
      zones: { type: 'array', items: text },
      locale: text,
      period: { $ref: '#/components/schemas/Period' },
      notes: { type: 'array', items: text },
      columns: { type: 'array', items: { $ref: '#/components/schemas/Column' } },
      total: { anyOf: [{ $ref: '#/components/schemas/Row' }, { type: 'null' }] },
      charts: {
        type: 'array',
        items: {
          type: 'object',
          required: ['kind', 'columns'],
          properties: { kind: text, columns: { type: 'array', items: text }, line: text },
        },
      },
      headline: {
        type: 'object',
        description: 'Where `headline` was asked for: the totals that stand above the result.',
        required: ['figures', 'previous'],
        properties: {
          figures: { type: 'array', items: { $ref: '#/components/schemas/KeyFigure' } },
          previous: {
            anyOf: [{ $ref: '#/components/schemas/Period' }, { type: 'null' }],
            description:
              'The period of the same length just before; of today as many hours of the day before.',
          },
        },
      },
      visualisations: {
        type: 'array',
        items: {
          type: 'object',
          required: ['key', 'label', 'columns'],
          properties: {
            key: text,
            label: text,
            description: text,
            icon: text,
            columns: { type: 'array', items: text },
          },
        },
      },
      rows: { type: 'array', items: { $ref: '#/components/schemas/Row' } },
    },
  },
  Row: {
    type: 'object',
    description:
      'What names the row, and the value of each column by its key; null where there is nothing to measure. The columns of each report type are under `row.<report type>`.',
    properties: {
      interval: {
        type: 'string',
        description:
          'Sorts, and is free of language: "07:00", "1"–"7" (Monday first), "2026-01-31", "2026-W05", "01", "2026-Q1", "2026", "2026-01" or "2026-01-01/2026-01-31".',
      },
      intervalLabel: text,
      group: nullableText,
      groupName: nullableText,
      object: nullableText,
      objectName: nullableText,
      part: nullableText,
      partName: nullableText,
    },
    additionalProperties: { type: ['number', 'string', 'boolean', 'null'] },
  },
}

/** A list of something. */
export const list = (items: Schema): Schema => ({ type: 'array', items })

/** A moment that may be none. */
export const nullableMoment: Schema = { type: ['string', 'null'], format: 'date-time' }

/** What an address answers: an object with these parts, all of which are there. */
export const whole = (
  properties: Readonly<Record<string, Schema>>,
  description?: string
): Schema => ({
  type: 'object',
  ...(description && { description }),
  required: Object.keys(properties),
  properties,
})

/** A reference to one of the shapes, or to a report type's rows. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
