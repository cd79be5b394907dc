import type { EventSchema, Field } from '#core/contracts/event'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row, Scalar } from '#core/contracts/scalar'
import type { FactValue } from '#core/facts/fact_store'
import { NONE, OTHER } from '#core/reports/compile/event_query'
import { mask } from '#core/reports/document/mask'
import { localMoment } from '#core/reports/document/value_words'
import type { PreparedReport } from '#core/reports/prepare_report'

/** How the values of a field are shown. */
export const units: Readonly<Record<Field['type'], ColumnInfo['unit']>> = {
  text: 'text',
  phone: 'phone',
  choice: 'text',
  object: 'text',
  flag: 'text',
  time: 'time',
  seconds: 'seconds',
  number: 'count',
  decimal: 'number',
}

/**
 * The columns of a call specification: when the call came, then its fields. What has a key and a name
 * is two columns, `queue` and `queueName`, `outcome` and `outcomeLabel`: people read the second.
 */
export function specificationColumns(
  { type, words }: PreparedReport,
  name: string,
  fields: readonly string[]
): ColumnInfo[] {
  const event = type.events[name]
  const column = (
    key: string,
    label: string,
    unit: ColumnInfo['unit'],
    description = ''
  ): ColumnInfo => ({ key, label, description, unit, consistsOf: [] })
  return [
    column('at', words.core('at'), 'time'),
    ...fields.flatMap((key) => {
      const field = event.fields[key]
      const path = `events.${event.key}.fields.${key}`
      const label = words.plugin(`${path}.label`)
      const description = field.description ? words.plugin(`${path}.description`) : ''
      const first = column(keyOf(event.call, key), label, units[field.type], description)
      const joining = key === event.call && !type.specification.includes(key)
      if (joining) return [{ ...first, joining }]
      const ending = twinOf(field)
      if (!ending) return [first]
      const readAs = `${key}${ending}`
      return [{ ...first, readAs }, column(readAs, label, 'text', description)]
    }),
  ]
}

/** One call. `raw` is its point, moment and key, and then its fields. */
export function specificationRow(
  report: PreparedReport,
  name: string,
  fields: readonly string[],
  raw: readonly FactValue[]
): Row {
  const event = report.type.events[name]
  const zone = report.places.find(({ id }) => id === Number(raw[0]))?.clock.zone ?? 'UTC'
  const row: Row = { at: localMoment(Number(raw[1]), zone) }
  fields.forEach((key, index) => {
    const field = event.fields[key]
    const value = raw[index + 3]
    const { own, twin } = fieldValue(report, event, key, value, zone)
    row[keyOf(event.call, key)] = own
    const ending = twinOf(field)
    if (ending) row[`${key}${ending}`] = twin ?? null
  })
  return row
}

/** What joins the legs of a call is called the same in every report. */
const keyOf = (call: string | undefined, key: string) => (key === call ? 'call' : key)

const twinOf = (field: Field) =>
  field.type === 'object' ? 'Name' : field.type === 'choice' || field.type === 'flag' ? 'Label' : ''

/** What a field holds, the same in every language, and its `twin`: the name or label that people read, where there is one. */
export function fieldValue(
  { catalogue, reader, words }: PreparedReport,
  event: EventSchema,
  key: string,
  value: FactValue,
  zone: string
): { own: Scalar; twin?: string } {
  const field = event.fields[key]
  const path = `events.${event.key}.fields.${key}`
  if (value === null || (field.type === 'object' && value === NONE)) return { own: null }
  switch (field.type) {
    case 'object': {
      if (value === OTHER) return { own: 'other', twin: words.core('other') }
      const object = catalogue.object(Number(value))!
      return { own: catalogue.address(object), twin: object.name }
    }
    case 'choice': {
      const known = Object.hasOwn(field.choices, String(value))
      return { own: value, twin: known ? words.plugin(`${path}.choices.${value}`) : String(value) }
    }
    case 'flag': {
      const is = value === true || value === 1
      return { own: is, twin: words.core(is ? 'yes' : 'no') }
    }
    case 'time':
      return { own: localMoment(Number(value), zone) }
    case 'seconds':
    case 'number':
      return { own: Number(value) }
    default:
      return {
        own:
          field.personal && !reader.personalFields
            ? mask(String(value), field.type)
            : String(value),
      }
  }
}
