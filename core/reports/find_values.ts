import type { Column } from '#core/contracts/column'
import type { EventSchema } from '#core/contracts/event'
import type { FactValue } from '#core/facts/fact_store'
import { OTHER } from '#core/reports/compile/event_query'
import { basisOf } from '#core/reports/compile/measure'
import {
  valueRepetitions,
  type FoundValue,
  type Repetition,
} from '#core/reports/compile/repetition'
import { valuesStatement } from '#core/reports/compile/values_statement'
import type { SubjectRows } from '#core/reports/objects/subject_rows'
import { eventQuery, type PreparedReport } from '#core/reports/prepare_report'

const MOST = 50
const MANY = 10_000

/**
 * The values that each of these fields is repeated for: found in the facts of the report, the fifty
 * most frequent, then `other` for the rest and for what the reader may not see. All columns repeated
 * by a field share its values, so that they meet at the same one.
 */
export async function findValues(
  report: PreparedReport,
  subjects: SubjectRows,
  fields: readonly string[]
): Promise<Map<string, Repetition[]>> {
  const found = await Promise.all(
    fields.map(async (field) => [field, await repetitionsOf(report, subjects, field)] as const)
  )
  return new Map(found)
}

async function repetitionsOf(report: PreparedReport, subjects: SubjectRows, field: string) {
  const events = Map.groupBy(columnsPer(report, field), (column) => eventOf(report, column))
  const answers = await Promise.all(
    [...events].map(([event, columns]) => ask(report, subjects, field, event, columns))
  )
  const counts = new Map<FactValue, number>()
  for (const [value, count] of answers.flat()) {
    counts.set(value, (counts.get(value) ?? 0) + Number(count))
  }
  const isObject = [...events.keys()].some(
    (name) => report.type.events[name].fields[field].type === 'object'
  )
  const known = [...counts].filter(([value]) => !(isObject && Number(value) === OTHER))
  // Equally frequent values keep the order in which the store sorts them.
  if (answers.length > 1) known.sort(([, a], [, b]) => b - a)
  const top = known
    .slice(0, MOST)
    .map(([value]) => foundValue(report, field, [...events.keys()], value))
  const more = known.length < counts.size || known.length > MOST
  return valueRepetitions(top, more ? { label: report.words.core('other') } : undefined)
}

const columnsPer = ({ type }: PreparedReport, field: string) =>
  Object.values(type.columns).filter(
    ({ per, value }) => per && 'field' in per && per.field === field && !isDerived(value)
  )

const isDerived = (value: Column['value']) =>
  'plus' in value || 'minus' in value || 'percent' in value || 'ratio' in value || 'length' in value

const eventOf = ({ type }: PreparedReport, column: Column) =>
  column.of ?? Object.keys(type.events)[0]

async function ask(
  report: PreparedReport,
  subjects: SubjectRows,
  field: string,
  name: string,
  columns: readonly Column[]
): Promise<FactValue[][]> {
  const base = eventQuery(report, name)
  const query = { ...base, subject: subjects.keyOf(base.event), measures: [] }
  const statement = valuesStatement(query, {
    field,
    wheres: columns.map(({ value }) => ('where' in value ? value.where : undefined)),
    lasting: columns.some(({ value }) => onSpans(value, base.event)),
    limit: columns.length === Object.keys(report.type.events).length ? MOST + 2 : MANY,
  })
  if (!statement) return []
  const { lane, signal } = report
  const { rows } = await report.store.read({ ...statement, lane, signal })
  return rows
}

function onSpans(value: Column['value'], event: EventSchema) {
  const word = (['open', 'sum', 'mean', 'longest', 'distinct'] as const).find((one) => one in value)
  if (!word) return false
  const field = (value as Partial<Record<string, string>>)[word]
  return basisOf({ event: '', word, field }, event) !== 'facts'
}

function foundValue(
  { catalogue, type, words }: PreparedReport,
  name: string,
  events: readonly string[],
  value: FactValue
): FoundValue {
  const event = type.events[events[0]]
  const field = event.fields[name]
  if (field.type === 'object') {
    const object = catalogue.object(Number(value))!
    return {
      value: { object: Number(value) },
      text: catalogue.address(object),
      label: object.name,
    }
  }
  const scalar = value as string | number | boolean
  return { value: { value: scalar }, text: String(scalar), label: labelOf() }

  function labelOf() {
    if (field.type === 'flag') return words.core(scalar ? 'yes' : 'no')
    if (field.type !== 'choice' || !Object.hasOwn(field.choices, String(scalar))) {
      return String(scalar)
    }
    return words.plugin(`events.${event.key}.fields.${name}.choices.${scalar}`)
  }
}
