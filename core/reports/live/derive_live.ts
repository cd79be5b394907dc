import type { LiveDerivation, LiveFigures, LiveRow } from '#core/contracts/live'
import type { EventSchema } from '#core/contracts/event'
import type { Scalar } from '#core/contracts/scalar'
import type { SourcePlugin } from '#core/contracts/source'
import { factTableName, fieldColumnName } from '#core/facts/fact_table'
import type { CustomerFacts } from '#core/facts/facts_of'
import { Bindings } from '#core/reports/compile/bindings'
import { conditionSql } from '#core/reports/compile/condition_sql'
import { identifier } from '#core/reports/compile/identifier'

/** By point and identifier, as the source wrote it: what is so by what was collected. */
export type DerivedRows = ReadonlyMap<string, LiveRow>

export const derivedPlace = (pointId: number, objectType: string, raw: string) =>
  `${pointId}\n${objectType}\n${raw}`

interface Wish {
  source: SourcePlugin
  customerId: number
  figures: LiveFigures
  now: Date
}

/**
 * What the collected events of a customer say of now: calls that have not ended, spans that last. An
 * object that has none of them is not among the rows.
 */
export async function deriveLive(store: CustomerFacts, wish: Wish): Promise<DerivedRows> {
  const rows = new Map<string, Record<string, LiveRow[string]>>()
  const figures = Object.entries(wish.figures).flatMap(([key, { derived = [] }]) =>
    derived.map((one) => ({ key, derived: one }))
  )
  const answers = await Promise.all(
    figures.map(({ derived }) => store.read({ ...statement(wish, derived), lane: 'watching' }))
  )
  for (const [index, { key, derived }] of figures.entries()) {
    for (const [point, raw, value] of answers[index]!.rows) {
      const [objectType, name] = objectIn(wish.source, derived, String(raw))
      const place = derivedPlace(Number(point), objectType, name)
      const row = rows.get(place) ?? {}
      row[key] ??= valueOf(derived, value ?? null)
      rows.set(place, row)
    }
  }
  return rows
}

/** A field of several object types says which it is of. */
function objectIn(source: SourcePlugin, { event, by }: LiveDerivation, raw: string) {
  const field = source.events.find(({ key }) => key === event)!.fields[by]!
  if (field.type !== 'object') throw new Error(`"${by}" of ${event} holds no object.`)
  if (typeof field.objectType === 'string') return [field.objectType, raw] as const
  const at = raw.indexOf(':')
  return [raw.slice(0, at), raw.slice(at + 1)] as const
}

function statement({ source, customerId, now }: Wish, derived: LiveDerivation) {
  const event = source.events.find(({ key }) => key === derived.event)!
  const bind = new Bindings()
  const by = identifier(fieldColumnName(derived.by))
  const since = new Date(now.getTime() - derived.within * 1000)
  const from = since.toISOString().slice(0, -1).replace('T', ' ')
  const where = [
    `customer = ${bind.bind('UInt32', customerId)}`,
    `at >= ${bind.bind("DateTime64(3, 'UTC')", from)}`,
    `${by} != ''`,
    ...lasting(event),
    ...(derived.where ? [conditionSql(derived.where, { event, bind })] : []),
  ]
  const sql = `SELECT point, ${by}, ${measured(derived)}
    FROM ${identifier(factTableName(source.key, event.key))} FINAL
    WHERE ${where.join(' AND ')} GROUP BY point, ${by}`
  return { sql, params: bind.params }
}

/** A span lasts while its seconds are not known. */
const lasting = ({ spans }: EventSchema) =>
  spans ? [`isNull(${identifier(fieldColumnName(spans))})`] : []

function measured({ is }: LiveDerivation): string {
  if (is === 'since') return 'toUnixTimestamp64Milli(min(at))'
  if (is === 'count' || 'value' in is) return 'count()'
  return `arrayStringConcat(groupUniqArray(${identifier(fieldColumnName(is.distinct))}), '\\n')`
}

function valueOf({ is }: LiveDerivation, value: Scalar): LiveRow[string] {
  if (is === 'since') return new Date(Number(value)).toISOString()
  if (is === 'count') return Number(value)
  if ('value' in is) return is.value
  return String(value).split('\n').filter(Boolean)
}
