import { canonicalSql } from '#core/reports/compile/base_sql'
import type { Bindings } from '#core/reports/compile/bindings'
import type { EventQuery } from '#core/reports/compile/event_query'
import { fieldColumn } from '#core/reports/compile/identifier'

/**
 * Spans of which those that overlap and hold the same in `unitedBy` are one in their row: each begins
 * (`a`) where those before it end, and those that end no later than one before are left out. `inside`
 * says that it began within another, `head` is the key of the first span of the whole.
 *
 * @param found the spans as they were collected, with `a`, `u` and the keys of their rows
 */
export function unitedSpansSql(
  query: EventQuery,
  found: string,
  bind: Bindings,
  rows: boolean
): string {
  const same = [
    'point',
    ...query.unitedBy!.map((field) => sameSql(query, field, bind)),
    ...(rows && query.subject.rows !== 'total' ? ['s'] : []),
    ...(rows && query.part ? ['p'] : []),
  ].join(', ')
  // Of spans that begin in the same second the longest comes first.
  const order = (begin: string) => `PARTITION BY ${same} ORDER BY ${begin}, u DESC, key`
  // At least a second each, so that two that begin together are one even if they have no length.
  const before = `max(greatest(u, a + 1)) OVER (${order('a')} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`
  const head = `anyLast(if(before > begun, NULL, key)) OVER (${order('begun')} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`
  const placed = `SELECT * EXCEPT (a), a AS begun, ${before} AS before FROM (${found})`
  return (
    `SELECT * EXCEPT (begun, before), greatest(begun, before) AS a, before > begun AS inside ` +
    `FROM (SELECT *, assumeNotNull(${head}) AS head FROM (${placed})) WHERE u > before OR before <= begun`
  )
}

/** What must be the same. Nobody known is not the same as nobody else known. */
function sameSql(query: EventQuery, field: string, bind: Bindings): string {
  const column = fieldColumn(field)
  if (query.event.fields[field].type !== 'object') return column
  return `${canonicalSql(query, field, bind)}, if(${column} = '', key, '')`
}
