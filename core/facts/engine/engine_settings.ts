/** How both engines read and answer; the formats of JSON are what `fact_rows.ts` expects. */
export const readSettings = {
  do_not_merge_across_partitions_select_final: 1,
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_decimals: 1,
  output_format_json_quote_denormals: 0,
  // A question about ten thousand keys is longer than the engine's 256 kB.
  max_query_size: 64 * 1024 * 1024,
} as const

const MEGABYTE = 1024 * 1024

/** What a question may cost, by lane: seconds, and memory before and after it turns to the disk. */
export const laneSettings = {
  short: {
    max_execution_time: 30,
    max_memory_usage: 300 * MEGABYTE,
    max_bytes_before_external_group_by: 150 * MEGABYTE,
    max_bytes_before_external_sort: 150 * MEGABYTE,
  },
  // One thread, and gives way to whoever asks by hand.
  watching: {
    max_execution_time: 30,
    max_threads: 1,
    max_memory_usage: 200 * MEGABYTE,
    max_bytes_before_external_group_by: 60 * MEGABYTE,
    max_bytes_before_external_sort: 60 * MEGABYTE,
  },
  long: {
    max_execution_time: 600,
    max_memory_usage: 500 * MEGABYTE,
    max_bytes_before_external_group_by: 250 * MEGABYTE,
    max_bytes_before_external_sort: 250 * MEGABYTE,
  },
  // Parts of some thousand calls, read with one thread: whoever looks at something has the rest.
  pulling: {
    max_execution_time: 120,
    max_threads: 1,
    max_memory_usage: 200 * MEGABYTE,
    max_bytes_before_external_group_by: 60 * MEGABYTE,
    max_bytes_before_external_sort: 60 * MEGABYTE,
  },
  // Long, and in nobody's way: a file is written while it is read.
  files: {
    max_execution_time: 3600,
    max_threads: 1,
    max_memory_usage: 300 * MEGABYTE,
    max_bytes_before_external_group_by: 100 * MEGABYTE,
    max_bytes_before_external_sort: 100 * MEGABYTE,
  },
  making: {
    max_execution_time: 600,
    max_threads: 1,
    max_memory_usage: 300 * MEGABYTE,
    max_bytes_before_external_group_by: 150 * MEGABYTE,
    max_bytes_before_external_sort: 150 * MEGABYTE,
  },
  // One thread: looking keys up is quick, and the other core makes the next lines meanwhile.
  writing: { max_execution_time: 600, max_memory_usage: 600 * MEGABYTE, max_threads: 1 },
} as const

/** A server may lie behind shards: an insert is then durable only when they have it. */
export const writeSettings = {
  distributed_foreground_insert: 1,
  mutations_sync: 2,
  lightweight_deletes_sync: 2,
  // Old files may span any number of months.
  max_partitions_per_insert_block: 0,
  // What is copied from a table to itself goes in blocks that fit beside everything else.
  min_insert_block_size_rows: 100_000,
  min_insert_block_size_bytes: 32 * MEGABYTE,
} as const

export type Lane = keyof typeof laneSettings
