import { test } from '@japa/runner'
import { createClusterTables, createTable, factTableName } from '#core/facts/fact_table'
import { callEvent } from '#tests/unit/facts/made_calls'

const COLUMNS = [
  'customer UInt32 CODEC(Delta, ZSTD(1))',
  'point UInt32 CODEC(T64, ZSTD(1))',
  'key String CODEC(ZSTD(1))',
  "at DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1))",
  'local_date Date CODEC(Delta, ZSTD(1))',
  'local_minute UInt16 CODEC(T64, ZSTD(1))',
  'version UInt64 CODEC(Delta, ZSTD(1))',
  'source_version UInt64 CODEC(T64, ZSTD(1))',
  'is_deleted UInt8 CODEC(T64, ZSTD(1))',
  'file UInt32 CODEC(T64, ZSTD(1))',
  'f_call Nullable(String) CODEC(ZSTD(1))',
  'f_queue LowCardinality(String) CODEC(ZSTD(1))',
  'f_agent LowCardinality(String) CODEC(ZSTD(1))',
  'f_caller Nullable(String) CODEC(ZSTD(1))',
  'f_outcome LowCardinality(Nullable(String)) CODEC(ZSTD(1))',
  'f_wait Nullable(Int64) CODEC(T64, ZSTD(1))',
  'f_position Nullable(Int64) CODEC(T64, ZSTD(1))',
  'f_cost Nullable(Decimal(38, 9)) CODEC(ZSTD(1))',
  'f_recorded Nullable(Bool) CODEC(ZSTD(1))',
  "f_ended Nullable(DateTime64(3, 'UTC')) CODEC(Delta, ZSTD(1))",
]
const INDEXES = [
  'INDEX key_range key TYPE minmax GRANULARITY 1',
  'INDEX key_hash key TYPE bloom_filter(0.01) GRANULARITY 1',
]
const LAYOUT = `PARTITION BY toYYYYMM(local_date)
PRIMARY KEY (customer, f_queue, at)
ORDER BY (customer, f_queue, at, key, point)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, min_free_disk_bytes_to_perform_insert = 536870912`

const parenthesised = (lines: string[]) => `(\n  ${lines.join(',\n  ')}\n)`

test.group('Facts | tables', () => {
  test('an event is one table, ordered for one customer, some objects, a period', ({ assert }) => {
    assert.equal(
      createTable('asterisk', callEvent),
      `CREATE TABLE IF NOT EXISTS facts.asterisk_call
${parenthesised([...COLUMNS, ...INDEXES])}
ENGINE = ReplacingMergeTree(version, is_deleted)
${LAYOUT}`
    )
  })

  test('on a cluster it is a replicated table on each node, and one over them sharded by customer', ({
    assert,
  }) => {
    const plain = COLUMNS.map((column) => column.replace(/ CODEC.*/, ''))
    assert.deepEqual(createClusterTables('asterisk', callEvent, 'telestat'), [
      `CREATE TABLE IF NOT EXISTS facts.asterisk_call_local ON CLUSTER 'telestat'
${parenthesised([...COLUMNS, ...INDEXES])}
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/facts.asterisk_call_local', '{replica}', version, is_deleted)
${LAYOUT}`,
      `CREATE TABLE IF NOT EXISTS facts.asterisk_call ON CLUSTER 'telestat'
${parenthesised(plain)}
ENGINE = Distributed('telestat', 'facts', 'asterisk_call_local', customer)`,
    ])
  })

  test('an event without objects is ordered by time', ({ assert }) => {
    const survey = { key: 'survey', label: 'Survey', fields: {} }
    assert.include(
      createTable('trio', survey),
      'PRIMARY KEY (customer, at)\nORDER BY (customer, at, key, point)'
    )
  })

  test('a name that could end a statement never reaches one', ({ assert }) => {
    assert.equal(factTableName('tele-po', 'call'), 'facts.tele_po_call')
    assert.throws(
      () => factTableName('asterisk', 'call; DROP TABLE x'),
      '"call; DROP TABLE x" cannot be part of a table\'s name.'
    )
  })
})
