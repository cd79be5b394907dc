import type { ColumnInfo } from '#core/contracts/report_document'
import { typesOf } from '#core/reports/objects/object_catalogue'
import type { TableInput } from '#core/reports/table_input'

const PHONE = /^\+\d+$/

/** The columns that say which row it is. Those whose key ends in Label or Name are what people read. */
export function namingColumns({ report, breakdown }: TableInput): ColumnInfo[] {
  const { query, type, words, source, chosen } = report
  const column = (key: string, label: string, unit: ColumnInfo['unit'] = 'text'): ColumnInfo => ({
    key,
    label,
    description: '',
    unit,
    consistsOf: [],
  })
  const interval = words.core(`interval.${query.interval}`)
  const columns: ColumnInfo[] = ['interval', 'intervalLabel'].map((key) => ({
    ...column(key, interval),
    interval: query.interval,
  }))

  if (query.grouping === 'group' || query.grouping === 'groupAndObject') {
    const group = words.core('group')
    columns.push(column('group', group), column('groupName', group))
  }
  if (query.grouping === 'object' || query.grouping === 'groupAndObject') {
    const [objectType] = Object.values(type.events).flatMap((event) =>
      typesOf(event.fields[type.subject])
    )
    const phones = chosen.objects.some(({ identifier }) => PHONE.test(identifier))
    const identifier = `objectTypes.${objectType}.identifier.label`
    columns.push(
      column('object', words.plugin(identifier), phones ? 'phone' : 'text'),
      column('objectName', words.plugin(`objectTypes.${objectType}.label`))
    )
  }
  if (breakdown) {
    const event = source.events.find((one) => Object.hasOwn(one.fields, breakdown))
    const part = words.plugin(`events.${event?.key}.fields.${breakdown}.label`)
    columns.push(column('part', part), column('partName', part))
  }
  return columns
}
