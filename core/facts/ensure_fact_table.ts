import type { EventSchema } from '#core/contracts/event'
import type { FactStore } from '#core/facts/fact_store'
import { tableDiffers } from '#core/facts/errors'
import {
  columnDefinition,
  createClusterTables,
  createTable,
  factColumns,
  factTableName,
  localTableName,
  sortingKey,
} from '#core/facts/fact_table'

const ensured = new WeakMap<FactStore, Map<string, EventSchema>>()

/**
 * Makes an event's table, or adds the columns that it lacks. Asking again for the same declaration
 * costs nothing.
 *
 * @throws E_FACT_TABLE_DIFFERS when a field became something else
 */
export async function ensureFactTable(
  store: FactStore,
  source: string,
  schema: EventSchema
): Promise<void> {
  const table = factTableName(source, schema.key)
  const known = ensured.get(store) ?? new Map<string, EventSchema>()
  ensured.set(store, known)
  if (known.get(table) === schema) return
  const statements = store.cluster
    ? createClusterTables(source, schema, store.cluster)
    : [createTable(source, schema)]
  for (const statement of statements) await store.command(statement)
  await addColumns(store, source, schema)
  known.set(table, schema)
}

async function addColumns(store: FactStore, source: string, schema: EventSchema) {
  const table = factTableName(source, schema.key)
  const kept = store.cluster ? localTableName(source, schema.key) : table
  const has = await columnsOf(store, kept)
  const missing = factColumns(schema).filter(({ name, type }) => {
    const there = has.get(name)
    if (there !== undefined && there !== type) {
      throw tableDiffers(table, `Column ${name}`, there, type)
    }
    return there === undefined
  })
  await checkSorting(store, kept, schema)
  // The columns are there for the nodes before the table that asks them for it.
  for (const target of store.cluster ? [kept, table] : [table]) {
    const everywhere = store.cluster ? ` ON CLUSTER '${store.cluster}'` : ''
    for (const column of missing) {
      const definition =
        target === kept ? columnDefinition(column) : `${column.name} ${column.type}`
      await store.command(
        `ALTER TABLE ${target}${everywhere} ADD COLUMN IF NOT EXISTS ${definition}`
      )
    }
  }
}

async function columnsOf(store: FactStore, table: string) {
  const { rows } = await store.read({
    sql: 'SELECT name, type FROM system.columns WHERE database = {database:String} AND table = {table:String}',
    params: nameOf(table),
  })
  return new Map(rows.map(([name, type]) => [String(name), String(type)]))
}

async function checkSorting(store: FactStore, table: string, schema: EventSchema) {
  const { rows } = await store.read({
    sql: 'SELECT sorting_key FROM system.tables WHERE database = {database:String} AND name = {table:String}',
    params: nameOf(table),
  })
  const has = String(rows[0]?.[0] ?? '')
  const wants = sortingKey(schema).join(', ')
  if (has !== wants) throw tableDiffers(table, 'The order', has, wants)
}

const nameOf = (table: string) => {
  const [database, name] = table.split('.')
  return { database, table: name }
}
