import { defineEvent, definePlugin, defineReportType } from '#core/contracts/plugin'

/** One call at a queue, as wide as the real sources' rows are. */
export const call = defineEvent({
  key: 'call',
  label: 'Call',
  call: 'call',
  fields: {
    queue: { type: 'object', objectType: 'queue', label: 'Queue' },
    agent: { type: 'object', objectType: 'agent', label: 'Agent' },
    call: { type: 'text', label: 'Call' },
    direction: { type: 'choice', label: 'Direction', choices: { in: 'In', out: 'Out' } },
    outcome: {
      type: 'choice',
      label: 'Outcome',
      choices: {
        answered: 'Answered',
        abandoned: 'Abandoned',
        timeout: 'Timeout',
        closed: 'Closed',
      },
    },
    caller: { type: 'phone', label: 'Caller', personal: true },
    called: { type: 'phone', label: 'Called', personal: true },
    wait: { type: 'seconds', label: 'Wait' },
    talk: { type: 'seconds', label: 'Talk' },
  },
})

const outcome = (...is: string[]) => ({ field: 'outcome' as const, is })
const count = (label: string, where?: object) =>
  ({
    label,
    description: label,
    unit: 'count',
    value: { count: 'events', ...(where && { where: where as ReturnType<typeof outcome> }) },
  }) as const
const within = (name: string, to: number) => ({
  every: [outcome(name), { field: 'wait' as const, to }],
})

/** The sixteen measures of the month's question. */
export const calls = defineReportType({
  key: 'bench.calls',
  label: 'Calls',
  description: 'Calls at queues',
  events: { call },
  subject: 'queue',
  columns: {
    incoming: count('Incoming'),
    answered: count('Answered', outcome('answered')),
    abandoned: count('Abandoned', outcome('abandoned')),
    timeout: count('Timeout', outcome('timeout')),
    closed: count('Closed', outcome('closed')),
    answeredIn20: count('Answered in 20', within('answered', 20)),
    answeredIn40: count('Answered in 40', within('answered', 40)),
    abandonedIn20: count('Abandoned in 20', within('abandoned', 20)),
    abandonedIn40: count('Abandoned in 40', within('abandoned', 40)),
    inwards: count('Inwards', { field: 'direction', is: 'in' }),
    meanWait: {
      label: 'Mean wait',
      description: 'Mean wait',
      unit: 'seconds',
      value: { mean: 'wait', where: outcome('answered') },
    },
    longestWait: {
      label: 'Longest wait',
      description: 'Longest wait',
      unit: 'seconds',
      value: { longest: 'wait', where: outcome('answered') },
    },
    meanTalk: {
      label: 'Mean talk',
      description: 'Mean talk',
      unit: 'seconds',
      value: { mean: 'talk', where: outcome('answered') },
    },
    talk: { label: 'Talk', description: 'Talk', unit: 'seconds', value: { sum: 'talk' } },
    wait: { label: 'Wait', description: 'Wait', unit: 'seconds', value: { sum: 'wait' } },
    meanWaitAbandoned: {
      label: 'Mean wait abandoned',
      description: 'Mean wait abandoned',
      unit: 'seconds',
      value: { mean: 'wait', where: outcome('abandoned') },
    },
    p50: {
      label: 'p50',
      description: 'Median wait',
      unit: 'seconds',
      value: { percentile: 'wait', at: 50, where: outcome('answered') },
    },
    p90: {
      label: 'p90',
      description: 'p90 of wait',
      unit: 'seconds',
      value: { percentile: 'wait', at: 90, where: outcome('answered') },
    },
    p99: {
      label: 'p99',
      description: 'p99 of wait',
      unit: 'seconds',
      value: { percentile: 'wait', at: 99, where: outcome('answered') },
    },
  },
  presets: {},
  charts: [],
  specification: ['queue', 'agent', 'caller', 'outcome', 'wait', 'talk'],
})

/** A platform that only the benchmark knows. Its events are made inside the engine, or pushed as NDJSON. */
export default definePlugin({
  kind: 'source',
  key: 'bench',
  label: 'Benchmark',
  description: 'Made-up calls',
  objectTypes: {
    queue: {
      label: 'Queue',
      plural: 'Queues',
      icon: 'users',
      identifier: { label: 'Queue', pattern: '.+', example: 'q1' },
    },
    agent: {
      label: 'Agent',
      plural: 'Agents',
      icon: 'user',
      identifier: { label: 'Agent', pattern: '.+', example: 'a1' },
    },
  },
  events: [call],
  reportTypes: [calls],
  collector: class {},
})
