import type { EventSchema, Field } from '#core/contracts/event'

/** A column of a fact table as ClickHouse names it, with how it is packed. */
export interface FactColumn {
  name: string
  type: string
  codec: string
}

/** A column and the field that it holds. */
export interface FieldColumn extends FactColumn {
  field: string
  kind: Field['type']
}

/** The table that an event of a source is kept in, such as `facts.asterisk_queueCall`. */
export const factTableName = (source: string, event: string): string =>
  `facts.${part(source)}_${part(event)}`

/** Of the table behind a `Distributed` one, on each node of a cluster. */
export const localTableName = (source: string, event: string): string =>
  `${factTableName(source, event)}_local`

/** What every fact has, before its fields. */
export const systemColumns: readonly FactColumn[] = [
  { name: 'customer', type: 'UInt32', codec: 'Delta, ZSTD(1)' },
  { name: 'point', type: 'UInt32', codec: 'T64, ZSTD(1)' },
  { name: 'key', type: 'String', codec: 'ZSTD(1)' },
  { name: 'at', type: "DateTime64(3, 'UTC')", codec: 'Delta, ZSTD(1)' },
  { name: 'local_date', type: 'Date', codec: 'Delta, ZSTD(1)' },
  { name: 'local_minute', type: 'UInt16', codec: 'T64, ZSTD(1)' },
  { name: 'version', type: 'UInt64', codec: 'Delta, ZSTD(1)' },
  { name: 'source_version', type: 'UInt64', codec: 'T64, ZSTD(1)' },
  { name: 'is_deleted', type: 'UInt8', codec: 'T64, ZSTD(1)' },
  // The collected file that made it; 0 where the platform was asked, or before files were noted.
  { name: 'file', type: 'UInt32', codec: 'T64, ZSTD(1)' },
]

/** The columns of an event's fields: field `wait` is column `f_wait`. No value is null, but `''` in an object's column. */
export const fieldColumns = (schema: EventSchema): FieldColumn[] =>
  Object.entries(schema.fields).map(([field, { type }]) => ({
    name: fieldColumnName(field),
    field,
    kind: type,
    ...kinds[type],
  }))

export const fieldColumnName = (field: string): string => `f_${part(field)}`

/** All columns of an event's table, in the order of its definition. */
export const factColumns = (schema: EventSchema): FactColumn[] => [
  ...systemColumns,
  ...fieldColumns(schema),
]

/** What a table is sorted by: one customer's one object over time lies together. The point is last: it only tells equal keys apart. */
export function sortingKey(schema: EventSchema): string[] {
  const subject = subjectColumn(schema)
  return ['customer', ...(subject ? [subject] : []), 'at', 'key', 'point']
}

/** The column of an event's first object field, if it has one. */
export const subjectColumn = (schema: EventSchema): string | undefined =>
  fieldColumns(schema).find(({ kind }) => kind === 'object')?.name

/** The statement that makes an event's table on one machine. */
export const createTable = (source: string, schema: EventSchema): string =>
  `CREATE TABLE IF NOT EXISTS ${factTableName(source, schema.key)}\n${body(schema, 'ReplacingMergeTree(version, is_deleted)')}`

/** The statements that make it on a cluster: a replicated table on each node, and one over all of them, sharded by customer. */
export function createClusterTables(
  source: string,
  schema: EventSchema,
  cluster: string
): string[] {
  const table = factTableName(source, schema.key)
  const local = localTableName(source, schema.key)
  const engine = `ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/${local}', '{replica}', version, is_deleted)`
  const columns = factColumns(schema).map(({ name, type }) => `  ${name} ${type}`)
  return [
    `CREATE TABLE IF NOT EXISTS ${local} ON CLUSTER '${part(cluster)}'\n${body(schema, engine)}`,
    `CREATE TABLE IF NOT EXISTS ${table} ON CLUSTER '${part(cluster)}'\n(\n${columns.join(',\n')}\n)\n` +
      `ENGINE = Distributed('${part(cluster)}', 'facts', '${local.slice('facts.'.length)}', customer)`,
  ]
}

export const columnDefinition = ({ name, type, codec }: FactColumn): string =>
  `${name} ${type} CODEC(${codec})`

function body(schema: EventSchema, engine: string) {
  const key = sortingKey(schema)
  const lines = [
    ...factColumns(schema).map(columnDefinition),
    // Keys that grow with time lie in ranges; those that do not are found by their hash.
    'INDEX key_range key TYPE minmax GRANULARITY 1',
    'INDEX key_hash key TYPE bloom_filter(0.01) GRANULARITY 1',
  ]
  return [
    `(\n  ${lines.join(',\n  ')}\n)`,
    `ENGINE = ${engine}`,
    'PARTITION BY toYYYYMM(local_date)',
    `PRIMARY KEY (${key.slice(0, -2).join(', ')})`,
    `ORDER BY (${key.join(', ')})`,
    // Room is kept on the disk because a full one could not even drop a month.
    `SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, min_free_disk_bytes_to_perform_insert = ${FREE_BYTES}`,
  ].join('\n')
}

const FREE_BYTES = 512 * 1024 * 1024

const seconds = { type: 'Nullable(Int64)', codec: 'T64, ZSTD(1)' }
const text = { type: 'Nullable(String)', codec: 'ZSTD(1)' }
const kinds: Record<Field['type'], { type: string; codec: string }> = {
  object: { type: 'LowCardinality(String)', codec: 'ZSTD(1)' },
  choice: { type: 'LowCardinality(Nullable(String))', codec: 'ZSTD(1)' },
  text,
  phone: text,
  seconds,
  number: seconds,
  decimal: { type: 'Nullable(Decimal(38, 9))', codec: 'ZSTD(1)' },
  flag: { type: 'Nullable(Bool)', codec: 'ZSTD(1)' },
  time: { type: "Nullable(DateTime64(3, 'UTC'))", codec: 'Delta, ZSTD(1)' },
}

/** Names come from checked declarations; a name that could end the statement is still refused here. */
function part(name: string) {
  const plain = name.replaceAll('-', '_')
  if (!/^\w+$/.test(plain)) throw new Error(`"${name}" cannot be part of a table's name.`)
  return plain
}
