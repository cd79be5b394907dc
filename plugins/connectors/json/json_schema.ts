import type { FeedColumn, FeedTable, FeedType } from '#core/contracts/feed'

const kinds: Readonly<Record<FeedType, Record<string, unknown>>> = {
  text: { type: 'string' },
  phone: { type: 'string' },
  whole: { type: 'integer' },
  number: { type: 'number' },
  flag: { type: 'boolean' },
  moment: { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date' },
  clock: { type: 'string', pattern: '^\\d\\d:\\d\\d:\\d\\d$' },
}

/** A JSON Schema (2020-12) of a page of the table; its rows alone are `#/$defs/row`. */
export function jsonSchema({ label, columns }: FeedTable, id: string) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title: label,
    type: 'object',
    required: ['meta', 'rows', 'next', 'total'],
    properties: {
      meta: {
        type: 'object',
        required: ['title', 'table', 'asOf', 'zones', 'period', 'locale', 'schema'],
        properties: {
          title: { type: 'string' },
          table: { type: 'string' },
          asOf: { type: 'string', format: 'date-time' },
          zones: { type: 'array', items: { type: 'string' } },
          period: {
            type: 'object',
            required: ['from', 'to'],
            properties: {
              from: { type: 'string', format: 'date' },
              to: { type: 'string', format: 'date' },
            },
          },
          locale: { type: 'string' },
          schema: { type: 'string', format: 'uri' },
        },
      },
      rows: { type: 'array', items: { $ref: '#/$defs/row' } },
      next: { type: ['string', 'null'], format: 'uri' },
      total: { type: 'integer', minimum: 0 },
    },
    $defs: {
      row: {
        type: 'object',
        properties: Object.fromEntries(columns.flatMap(properties)),
      },
    },
  }
}

/** A moment is there twice: by the local clock, and in UTC. */
const properties = (column: FeedColumn) => [
  [column.key, property(column)],
  ...(column.type === 'moment'
    ? [[`${column.key}Utc`, property({ ...column, label: `${column.label} (UTC)` })]]
    : []),
]

function property({ type, nullable, label, description }: FeedColumn) {
  const { type: kind, ...more } = kinds[type]
  return {
    type: nullable ? [kind, 'null'] : kind,
    ...more,
    title: label,
    ...(description && { description }),
  }
}
