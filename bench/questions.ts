import { MONTH, YEAR } from './make_calls.js'

/** A question as asked three ways: of the product over HTTP, of its engine by hand, of MariaDB by hand. */
export interface Question {
  name: string
  /** `generate` or `specification`. */
  address: string
  body: Record<string, unknown>
  engine: string
  mariadb: string
  /** How many times faster than MariaDB it has to be. */
  goal?: number
}

const MEASURES = 16
const window = { fromTime: '07:00', toTime: '18:00' }
const month = { ...MONTH, ...window }
const year = { from: YEAR.from, to: '2025-12-31', ...window }
const queues = (count: number) =>
  Array.from({ length: count }, (_, n) => `q${String(n).padStart(3, '0')}`)
const list = (count: number) =>
  queues(count)
    .map((queue) => `'${queue}'`)
    .join(',')

/** The sixteen measures by hand; `name` turns a field into the engine's column. */
function measures(name: (field: string) => string, when: (condition: string) => string) {
  const outcome = (value: string) => `${name('outcome')} = '${value}'`
  const over = (aggregate: string, field: string, condition: string) =>
    when('')
      ? `${aggregate}If(${name(field)}, ${condition})`
      : `${aggregate}(CASE WHEN ${condition} THEN ${name(field)} END)`
  const count = (condition: string) => (when('') ? `countIf(${condition})` : `SUM(${condition})`)
  return [
    'count(*) AS incoming',
    ...['answered', 'abandoned', 'timeout', 'closed'].map((o) => `${count(outcome(o))} AS ${o}`),
    ...['answered', 'abandoned'].flatMap((o) =>
      [20, 40].map((s) => `${count(`${outcome(o)} AND ${name('wait')} <= ${s}`)} AS ${o}${s}`)
    ),
    `${count(`${name('direction')} = 'in'`)} AS inwards`,
    `${over('avg', 'wait', outcome('answered'))} AS meanWait`,
    `${over('max', 'wait', outcome('answered'))} AS longestWait`,
    `${over('avg', 'talk', outcome('answered'))} AS meanTalk`,
    `sum(${name('talk')}) AS talk`,
    `sum(${name('wait')}) AS wait`,
    `${over('avg', 'wait', outcome('abandoned'))} AS meanAbandoned`,
  ]
}

const engineMeasures = measures(
  (field) => `f_${field}`,
  () => 'if'
)
const mariaMeasures = measures(
  (field) => field,
  () => ''
)

const columns = [
  'incoming',
  'answered',
  'abandoned',
  'timeout',
  'closed',
  'answeredIn20',
  'answeredIn40',
  'abandonedIn20',
  'abandonedIn40',
  'inwards',
  'meanWait',
  'longestWait',
  'meanTalk',
  'talk',
  'wait',
  'meanWaitAbandoned',
]

const FINAL = 'FROM facts.bench_call FINAL'
const SETTINGS = 'SETTINGS do_not_merge_across_partitions_select_final = 1'
const inWindow = 'local_minute >= 420 AND local_minute < 1080'
const between = (from: string, to: string) =>
  `customer = {customer} AND local_date BETWEEN '${from}' AND '${to}' AND ${inWindow}`

/** The questions of the measurements that the engine and the layout were chosen by. */
export const questions: Question[] = [
  {
    name: `Q1 month, 100 objects x 30 min, ${MEASURES} measures`,
    address: 'generate',
    body: {
      report: 'bench.calls',
      period: month,
      interval: 'timeOfDay',
      grouping: 'object',
      objects: queues(100),
      columns,
    },
    engine: `SELECT intDiv(local_minute, 30) AS slot, f_queue AS object, ${engineMeasures.join(', ')} ${FINAL} WHERE ${between(MONTH.from, MONTH.to)} AND f_queue IN (${list(100)}) GROUP BY slot, object WITH TOTALS ORDER BY slot, object ${SETTINGS}`,
    mariadb: `SELECT local_minute DIV 30 AS slot, queue AS object, ${mariaMeasures.join(', ')} FROM calls WHERE ${between(MONTH.from, MONTH.to)} AND queue IN (${list(100)}) GROUP BY slot, object`,
    goal: 2.5,
  },
  {
    name: `Q2 year, 500 objects x 30 min, ${MEASURES} measures`,
    address: 'generate',
    body: {
      report: 'bench.calls',
      period: year,
      interval: 'timeOfDay',
      grouping: 'object',
      objects: 'all',
      columns,
    },
    engine: `SELECT intDiv(local_minute, 30) AS slot, f_queue AS object, ${engineMeasures.join(', ')} ${FINAL} WHERE ${between(YEAR.from, '2025-12-31')} GROUP BY slot, object WITH TOTALS ORDER BY slot, object ${SETTINGS}`,
    mariadb: `SELECT local_minute DIV 30 AS slot, queue AS object, ${mariaMeasures.join(', ')} FROM calls WHERE ${between(YEAR.from, '2025-12-31')} GROUP BY slot, object`,
    goal: 25,
  },
  {
    name: 'Q3 year, totals per weekday',
    address: 'generate',
    body: {
      report: 'bench.calls',
      period: year,
      interval: 'weekday',
      grouping: 'total',
      objects: 'all',
      columns,
    },
    engine: `SELECT toDayOfWeek(local_date) AS day, ${engineMeasures.join(', ')} ${FINAL} WHERE ${between(YEAR.from, '2025-12-31')} GROUP BY day WITH TOTALS ORDER BY day ${SETTINGS}`,
    mariadb: `SELECT WEEKDAY(local_date) AS day, ${mariaMeasures.join(', ')} FROM calls WHERE ${between(YEAR.from, '2025-12-31')} GROUP BY day`,
  },
  {
    name: 'Q4 year, p50, p90 and p99 per object',
    address: 'generate',
    body: {
      report: 'bench.calls',
      period: year,
      interval: 'period',
      grouping: 'object',
      objects: 'all',
      columns: ['p50', 'p90', 'p99'],
    },
    engine: `SELECT f_queue AS object, quantilesExactWeightedIf(0.5, 0.9, 0.99)(f_wait, 1, f_outcome = 'answered') AS p ${FINAL} WHERE ${between(YEAR.from, '2025-12-31')} GROUP BY object WITH TOTALS ORDER BY object ${SETTINGS}`,
    mariadb: `SELECT queue, MAX(CASE WHEN n >= 0.5 * total AND n - 1 < 0.5 * total THEN wait END) AS p50, MAX(CASE WHEN n >= 0.9 * total AND n - 1 < 0.9 * total THEN wait END) AS p90, MAX(CASE WHEN n >= 0.99 * total AND n - 1 < 0.99 * total THEN wait END) AS p99 FROM (SELECT queue, wait, ROW_NUMBER() OVER (PARTITION BY queue ORDER BY wait) AS n, COUNT(*) OVER (PARTITION BY queue) AS total FROM calls WHERE ${between(YEAR.from, '2025-12-31')} AND outcome = 'answered') AS ranked GROUP BY queue`,
  },
  {
    name: 'Q5 month, newest 100 calls of a number',
    address: 'specification',
    body: {
      report: 'bench.calls',
      period: month,
      objects: 'all',
      filters: { caller: { contains: '1234' } },
      limit: 100,
    },
    engine: `SELECT at, key, f_queue, f_agent, f_caller, f_outcome, f_wait, f_talk ${FINAL} WHERE ${between(MONTH.from, MONTH.to)} AND position(f_caller, '1234') > 0 ORDER BY at DESC, key DESC LIMIT 100 ${SETTINGS}`,
    mariadb: `SELECT at, id, queue, agent, caller, outcome, wait, talk FROM calls WHERE ${between(MONTH.from, MONTH.to)} AND caller LIKE '%1234%' ORDER BY at DESC, id DESC LIMIT 100`,
  },
  {
    name: 'Q6 one day so far, 20 queues, 10 measures',
    address: 'generate',
    body: {
      report: 'bench.calls',
      period: { from: '2025-12-15', to: '2025-12-15', ...window },
      interval: 'period',
      grouping: 'object',
      objects: queues(20),
      columns: columns.slice(0, 10),
    },
    engine: `SELECT f_queue AS object, ${engineMeasures.slice(0, 10).join(', ')} ${FINAL} WHERE ${between('2025-12-15', '2025-12-15')} AND f_queue IN (${list(20)}) GROUP BY object WITH TOTALS ${SETTINGS}`,
    mariadb: `SELECT queue AS object, ${mariaMeasures.slice(0, 10).join(', ')} FROM calls WHERE ${between('2025-12-15', '2025-12-15')} AND queue IN (${list(20)}) GROUP BY object`,
  },
]
