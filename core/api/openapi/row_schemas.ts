import type { Column } from '#core/contracts/column'
import { fillForAll } from '#core/contracts/fill_places'
import type { ReportType } from '#core/contracts/report_type'
import type { SourcePlugin } from '#core/contracts/source'
import { ref } from '#core/http/shared_schemas'
import type { Schema } from '#core/http/operation'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'

/** The name of a report type's rows among the schemas. */
export const rowSchemaName = (key: string) => `row.${key}`

/** The rows of every report type, by name: what it declares, in the language. */
export const rowSchemas = (locale: string): Record<string, Schema> =>
  Object.fromEntries(
    registry()
      .reportTypes()
      .map(({ source, type }) => [rowSchemaName(type.key), rowSchema(source, type, locale)])
  )

/** The name of a report type's answer among the schemas. */
export const reportSchemaName = (key: string) => `report.${key}`

/** What is answered of each report type: a report with that type's rows. */
export const reportSchemas = (): Record<string, Schema> =>
  Object.fromEntries(
    registry()
      .reportTypes()
      .map(({ type: { key } }) => [
        reportSchemaName(key),
        {
          allOf: [
            ref('Report'),
            {
              type: 'object',
              required: ['report', 'rows', 'total'],
              properties: {
                report: { type: 'string', enum: [key] },
                rows: { type: 'array', items: ref(rowSchemaName(key)) },
                total: { anyOf: [ref(rowSchemaName(key)), { type: 'null' }] },
              },
            },
          ],
        },
      ])
  )

/** A report of any of the types, told by its `report`. */
export function anyReport(): Schema {
  const keys = registry()
    .reportTypes()
    .map(({ type }) => type.key)
  const refs = keys.map((key) => ref(reportSchemaName(key)))
  return {
    oneOf: refs,
    discriminator: {
      propertyName: 'report',
      mapping: Object.fromEntries(keys.map((key, at) => [key, refs[at]!.$ref])),
    },
  }
}

function rowSchema(source: SourcePlugin, type: ReportType, locale: string): Schema {
  const own = (path: string) => translate(source, `reportTypes.${type.key}.${path}`, locale)
  const columns = Object.entries(type.columns)
  const described = ([key, column]: [string, Column]) => ({
    ...valueSchema(column),
    title: fillForAll(own(`columns.${key}.label`), undefined, []),
    description: fillForAll(own(`columns.${key}.description`), undefined, []),
  })
  const once = columns.filter(([, column]) => !column.per)
  const repeated = columns.filter(([, column]) => column.per)
  return {
    title: own('label'),
    description: own('description'),
    allOf: [{ $ref: '#/components/schemas/Row' }],
    type: 'object',
    properties: Object.fromEntries(once.map((one) => [one[0], described(one)])),
    // One for each limit, band or value.
    patternProperties: Object.fromEntries(
      repeated.map((one) => [`^${one[0]}_\\w+$`, described(one)])
    ),
  }
}

const valueSchema = ({ unit }: Column): Schema =>
  unit === 'time' || unit === 'text'
    ? { 'type': ['string', 'null'], 'x-unit': unit }
    : { 'type': ['number', 'null'], 'x-unit': unit }
