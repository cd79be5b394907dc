/** Four customers as the measurements had them: the largest owns 2.8 of ten million calls. */
export const SHARES = [0.28, 0.26, 0.24, 0.22]
export const QUEUES = 500
export const AGENTS = 2000
/** Calls lie in the year before this day. */
export const YEAR = { from: '2025-01-01', days: 365 }
/** The month of the month's questions. */
export const MONTH = { from: '2025-03-01', to: '2025-03-31' }

/**
 * SQL that makes a customer's calls inside the engine: a year, nearly all between 07 and 18, each
 * value a hash of the row's number, so that every run and every engine has the same rows. Zone UTC,
 * so that local values are the instants'.
 */
export const callsSql = (table: string, customer: number, point: number, rows: number) => `
INSERT INTO ${table}
  (customer, point, key, at, local_date, local_minute, version, source_version, is_deleted,
   f_queue, f_agent, f_call, f_direction, f_outcome, f_caller, f_called, f_wait, f_talk)
SELECT
  ${customer}, ${point},
  concat(toString(toUnixTimestamp(at)), '.', toString(n)) AS key,
  at, toDate(at), toHour(at) * 60 + toMinute(at), 1, 0, 0,
  concat('q', leftPad(toString(cityHash64(n, 1) % ${QUEUES}), 3, '0')),
  if(outcome = 'answered', concat('a', toString(cityHash64(n, 2) % ${AGENTS})), ''),
  key,
  if(cityHash64(n, 3) % 10 < 7, 'in', 'out'),
  ['answered', 'answered', 'answered', 'answered', 'answered', 'answered', 'answered', 'abandoned', 'timeout', 'closed'][cityHash64(n, 4) % 10 + 1] AS outcome,
  concat('+467', leftPad(toString(cityHash64(n, 5) % 100000000), 8, '0')),
  concat('+468', leftPad(toString(cityHash64(n, 6) % 1000000), 7, '0')),
  toInt64(-30 * log((cityHash64(n, 7) % 1000 + 1) / 1001)),
  if(outcome = 'answered', toInt64(-180 * log((cityHash64(n, 8) % 1000 + 1) / 1001)), NULL)
FROM (
  SELECT
    number + ${customer} * 100000000 AS n,
    toDateTime64('${YEAR.from} 00:00:00', 3, 'UTC')
      + toIntervalDay(cityHash64(n, 9) % ${YEAR.days})
      + toIntervalSecond(if(cityHash64(n, 10) % 100 < 95, 25200 + cityHash64(n, 11) % 39600, cityHash64(n, 12) % 86400)) AS at
  FROM numbers_mt(${rows})
)
SETTINGS max_partitions_per_insert_block = 0`

/** SQL that writes all calls as a file that MariaDB loads. */
export const dumpSql = (path: string) => `
INSERT INTO FUNCTION file('${path}', 'TSV')
SELECT customer, f_queue, at, key, local_date, local_minute, f_agent, f_direction, f_outcome,
  f_caller, f_called, f_wait, f_talk
FROM facts.bench_call`
