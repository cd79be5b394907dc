import type { EventSchema } from '#core/contracts/event'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import type { FactStore } from '#core/facts/fact_store'
import { tellFactsChanged } from '#core/facts/facts_changed'
import { factTableName, fieldColumns } from '#core/facts/fact_table'
import { inTableOrder } from '#core/facts/in_table_order'
import { factStore } from '#core/facts/store'
import { nextVersion } from '#core/facts/version_clock'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { registry } from '#core/plugins/registry'

/**
 * Sets all facts of a collection point to the clock of a zone. Asking again, also after it was cut
 * short, does only what is left.
 */
export async function recalculateZone(pointId: number, zone: string): Promise<void> {
  const point = await CollectionPoint.findOrFail(pointId)
  const store = await factStore()
  for (const schema of registry().source(point.source).events) {
    const facts = { customerId: point.customerId, pointId, source: point.source, schema }
    await recalculateEventZone(store, facts, zone)
  }
}

/** The same for the facts of one event. */
export async function recalculateEventZone(
  store: FactStore,
  facts: { customerId: number; pointId: number; source: string; schema: EventSchema },
  zone: string
): Promise<void> {
  const { customerId, pointId, source, schema } = facts
  const table = factTableName(source, schema.key)
  await ensureFactTable(store, source, schema)
  await inTableOrder(table, async () => {
    const params = { customer: customerId, point: pointId, zone, version: nextVersion() }
    await store.command(moved(table, schema), params)
    await store.command(left(table, schema), params)
  })
  tellFactsChanged({ customerId, source, event: schema.key })
}

const IDENTITY = ['customer', 'point', 'key', 'at', 'source_version', 'file']

/** What stands and shows another date or minute than the clock of the zone, with what it would show. */
const wrong = (table: string) => `
  SELECT *, toDate(toTimeZone(at, {zone:String})) AS new_date,
    toUInt16(toHour(at, {zone:String}) * 60 + toMinute(at, {zone:String})) AS new_minute
  FROM ${table} FINAL
  WHERE customer = {customer:UInt32} AND point = {point:UInt32}
    AND (new_date != local_date OR new_minute != local_minute)`

/** Each as a new row; in the same month it replaces the old one. Versions leave room for the mark below. */
function moved(table: string, schema: EventSchema) {
  const same = [...IDENTITY, ...fieldColumns(schema).map(({ name }) => name)].join(', ')
  return `INSERT INTO ${table} (${same}, local_date, local_minute, version, is_deleted)
    SELECT ${same}, new_date, new_minute, greatest(version + 2, {version:UInt64}), 0
    FROM (${wrong(table)})`
}

/** What still stands in the month it was in is marked as gone. */
function left(table: string, schema: EventSchema) {
  const same = [...IDENTITY, ...subjectOf(schema)].join(', ')
  return `INSERT INTO ${table} (${same}, local_date, local_minute, version, is_deleted)
    SELECT ${same}, local_date, local_minute, version + 1, 1
    FROM (${wrong(table)}) WHERE toYYYYMM(new_date) != toYYYYMM(local_date)`
}

const subjectOf = (schema: EventSchema) =>
  fieldColumns(schema)
    .filter(({ kind }) => kind === 'object')
    .slice(0, 1)
    .map(({ name }) => name)
