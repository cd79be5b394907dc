import type { ReportType } from '#core/contracts/report_type'
import { builtOn, columnsOf, repeatOf, type ColumnPlace } from '#core/plugins/checks/column_place'
import { listed } from '#core/plugins/checks/sentence'

/** What a label of a column may hold, by how the column is repeated. */
export const placeholders = {
  limits: ['{limit}'],
  bands: ['{from}', '{to}'],
  field: ['{value}'],
} as const

/** Whether repeated columns are repeated by something there is, say so in their labels, and meet only columns repeated like them. */
export function checkRepeats(type: ReportType): string[] {
  return columnsOf(type).flatMap((place) => [
    ...repeatedBy(place),
    ...label(place),
    ...meets(place, builtOn(place.column.value), 'builds on'),
  ])
}

function repeatedBy({ at, column: { per }, type, event }: ColumnPlace): string[] {
  if (!per) return []
  if ('field' in per) return byField(at, per.field, event!.key, event!.fields[per.field])
  const name = 'limits' in per ? per.limits : per.bands
  const known = Object.keys(type.parameters ?? {})
  if (known.includes(name)) return []
  return [
    `${at}: it is repeated per "${name}", which is no parameter. There are: ${listed(known)}.`,
  ]
}

function byField(
  at: string,
  key: string,
  event: string,
  field?: { type: string; personal?: true }
): string[] {
  if (!field) return [`${at}: it is repeated per field "${key}", which the event "${event}" lacks.`]
  if (field.personal) return [`${at}: "${key}" is personal, so its values cannot be columns.`]
  if (['choice', 'object', 'text', 'flag', 'number'].includes(field.type)) return []
  return [`${at}: the values of a field of type ${field.type} cannot be columns.`]
}

function label({ at, column }: ColumnPlace): string[] {
  const repeat = repeatOf(column)
  const wanted: readonly string[] = repeat ? placeholders[repeat] : []
  const found: readonly string[] = column.label.match(/\{\w+\}/g) ?? []
  return [
    ...wanted
      .filter((holder) => !found.includes(holder))
      .map((holder) => `${at}: it is repeated, so its label must hold ${holder}.`),
    ...found
      .filter((holder) => !wanted.includes(holder))
      .map((holder) => `${at}: nothing is put in for the ${holder} of its label.`),
  ]
}

/** A repeated column can be met only at the same limit, band or value. */
export function meets(place: ColumnPlace, others: readonly string[], how: string): string[] {
  const own = JSON.stringify(place.column.per)
  return others
    .filter((other) => {
      const per = place.type.columns[other]?.per
      return per && JSON.stringify(per) !== own
    })
    .map(
      (other) =>
        `${place.at}: it ${how} "${other}", which is repeated, so it must be repeated the same way.`
    )
}
