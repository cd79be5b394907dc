import type { Schema } from '#core/api/operation'

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
      partLabels: {
        type: 'object',
        additionalProperties: text,
        description: 'What those of its parts are called, by key, that are not among the columns.',
      },
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

/** A reference to one of the shapes, or to a report type's rows. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
