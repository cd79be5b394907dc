import type { EventSchema, Field } from '#core/contracts/event'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row, Scalar } from '#core/contracts/scalar'
import type { FactValue } from '#core/facts/fact_store'
import { NONE, OTHER } from '#core/reports/compile/event_query'
import { mask } from '#core/reports/document/mask'
import { momentWriter } from '#core/reports/document/moment_writer'
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

/** Turns what was read of a call, its point, moment and key and then its fields, into a row. Made once, as a file has millions. */
export function specificationReader(
  report: PreparedReport,
  name: string,
  fields: readonly string[]
): (raw: readonly FactValue[]) => Row {
  const event = report.type.events[name]
  const zones = new Map(report.places.map(({ id, clock }) => [id, clock.zone]))
  const moment = zonedMoments()
  const columns = fields.map((key, index) => {
    const ending = twinOf(event.fields[key])
    const own = keyOf(event.call, key)
    const read = fieldReader(report, event, key, moment)
    return { own, twin: ending && `${key}${ending}`, read, index: index + 3 }
  })
  return (raw) => {
    const zone = zones.get(Number(raw[0])) ?? 'UTC'
    const row: Row = { at: moment(Number(raw[1]), zone) }
    for (const column of columns) {
      const { own, twin } = column.read(raw[column.index], zone)
      row[column.own] = own
      if (column.twin) row[column.twin] = twin ?? null
    }
    return row
  }
}

/** What joins the legs of a call is called the same in every report. */
const keyOf = (call: string | undefined, key: string) => (key === call ? 'call' : key)

const twinOf = (field: Field) =>
  field.type === 'object' ? 'Name' : field.type === 'choice' || field.type === 'flag' ? 'Label' : ''

/** What a field holds, the same in every language, and its `twin`: the name or label that people read, where there is one. */
export const fieldValue = (
  report: PreparedReport,
  event: EventSchema,
  key: string,
  value: FactValue,
  zone: string
): FieldValue => fieldReader(report, event, key, localMoment)(value, zone)

/** Writes moments as `localMoment` does, of any zone. */
function zonedMoments(): typeof localMoment {
  const writers = new Map<string, (at: number) => string>()
  return (at, zone) => {
    let write = writers.get(zone)
    if (!write) writers.set(zone, (write = momentWriter(zone)))
    return write(at)
  }
}

interface FieldValue {
  own: Scalar
  twin?: string
}

const NOTHING: FieldValue = { own: null }

function fieldReader(
  { catalogue, reader, words }: PreparedReport,
  event: EventSchema,
  key: string,
  moment: typeof localMoment
): (value: FactValue, zone: string) => FieldValue {
  const field = event.fields[key]
  const path = `events.${event.key}.fields.${key}`
  switch (field.type) {
    case 'object': {
      const other = { own: 'other', twin: words.core('other') }
      return (value) => {
        if (value === null || value === NONE) return NOTHING
        if (value === OTHER) return other
        const object = catalogue.object(Number(value))!
        return { own: catalogue.address(object), twin: object.name }
      }
    }
    case 'choice': {
      const labels = new Map(
        Object.keys(field.choices).map((choice) => [
          choice,
          { own: choice, twin: words.plugin(`${path}.choices.${choice}`) },
        ])
      )
      return (value) =>
        value === null
          ? NOTHING
          : (labels.get(String(value)) ?? { own: value, twin: String(value) })
    }
    case 'flag': {
      const [yes, no] = [words.core('yes'), words.core('no')]
      return (value) => {
        if (value === null) return NOTHING
        const is = value === true || value === 1
        return { own: is, twin: is ? yes : no }
      }
    }
    case 'time':
      return (value, zone) => (value === null ? NOTHING : { own: moment(Number(value), zone) })
    case 'seconds':
    case 'number':
      return (value) => (value === null ? NOTHING : { own: Number(value) })
    default: {
      const masked = field.personal && !reader.personalFields
      return (value) => {
        if (value === null) return NOTHING
        return { own: masked ? mask(String(value), field.type) : String(value) }
      }
    }
  }
}
