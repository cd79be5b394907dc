import { defineEvent, defineReportType } from '#core/contracts/plugin'
import type { ReportType } from '#core/contracts/report_type'
import type { SourcePlugin } from '#core/contracts/source'

/** Report types that use every word of the algebra, as a source would declare them. */
const call = defineEvent({
  key: 'call',
  label: 'Call',
  call: 'callId',
  fields: {
    queue: { type: 'object', objectType: 'queue', label: 'Queue' },
    user: { type: 'object', objectType: 'user', label: 'User' },
    via: { type: 'object', objectType: ['queue', 'menu'], label: 'Via' },
    callId: { type: 'text', label: 'Call' },
    caller: { type: 'phone', label: 'Caller', personal: true },
    tag: { type: 'text', label: 'Tag' },
    outcome: {
      type: 'choice',
      label: 'Outcome',
      choices: { answered: 'Answered', abandoned: 'Abandoned', forwarded: 'Forwarded' },
    },
    internal: { type: 'flag', label: 'Internal' },
    wait: { type: 'seconds', label: 'Wait' },
    talk: { type: 'seconds', label: 'Talk' },
    points: { type: 'decimal', label: 'Points' },
    began: { type: 'time', label: 'Began' },
  },
})
const state = defineEvent({
  key: 'state',
  label: 'State',
  spans: 'seconds',
  fields: {
    queue: { type: 'object', objectType: 'queue', label: 'Queue' },
    user: { type: 'object', objectType: 'user', label: 'User' },
    state: {
      type: 'choice',
      label: 'State',
      choices: { loggedOn: 'Logged on', paused: 'Paused' },
    },
    reason: { type: 'text', label: 'Reason' },
    seconds: { type: 'seconds', label: 'Time' },
    other: { type: 'seconds', label: 'Other time' },
  },
})
/** Has no user, so nothing to break down by. */
const visit = defineEvent({
  key: 'visit',
  label: 'Visit',
  fields: {
    queue: { type: 'object', objectType: 'queue', label: 'Queue' },
    pages: { type: 'number', label: 'Pages' },
  },
})

/** Joins calls too, and no report reads it. */
const transfer = defineEvent({
  key: 'transfer',
  label: 'Transfer',
  call: 'callId',
  fields: {
    user: { type: 'object', objectType: 'user', label: 'User' },
    callId: { type: 'text', label: 'Call' },
    to: { type: 'phone', label: 'To', personal: true },
  },
})

const is = (...outcomes: string[]) => ({ field: 'outcome' as const, is: outcomes })
const count = 'count' as const
const text = { description: 'Told by the test', unit: count }
const loggedOn = { field: 'state', is: 'loggedOn' } as const

export const calls = defineReportType({
  key: 'proof.calls',
  label: 'Calls',
  description: 'Every word that is read where calls began',
  events: { call },
  subject: 'queue',
  breakdown: 'user',
  where: { call: { not: { field: 'tag', is: 'test' } } },
  parameters: {
    limits: { label: 'Limits', type: 'secondsList', default: [20, 40] },
    bands: { label: 'Bands', type: 'secondsList', default: [10, 30, 50] },
  },
  columns: {
    all: {
      ...text,
      label: 'All',
      value: { count: 'events' },
      consistsOf: [
        ['answered', 'abandoned', 'forwarded', 'unknown'],
        ['viaOther', 'direct'],
        ['internal', 'external'],
      ],
    },
    answered: {
      ...text,
      label: 'Answered',
      value: { count: 'events', where: is('answered') },
      consistsOf: [['answeredBy', 'answeredByNobody']],
    },
    abandoned: { ...text, label: 'Abandoned', value: { count: 'events', where: is('abandoned') } },
    forwarded: { ...text, label: 'Forwarded', value: { count: 'events', where: is('forwarded') } },
    unknown: {
      ...text,
      label: 'Unknown',
      hidden: true,
      value: { count: 'events', where: { field: 'outcome', is: null } },
    },
    direct: {
      ...text,
      label: 'Direct',
      value: { count: 'events', where: { field: 'via', is: null } },
    },
    viaOther: {
      ...text,
      label: 'Via',
      value: { count: 'events', where: { not: { field: 'via', is: null } } },
      consistsOf: [['viaEach']],
    },
    viaEach: { ...text, label: 'Via {value}', per: { field: 'via' }, value: { count: 'events' } },
    internal: {
      ...text,
      label: 'Internal',
      value: { count: 'events', where: { field: 'internal', is: true } },
    },
    external: {
      ...text,
      label: 'External',
      value: { count: 'events', where: { not: { field: 'internal', is: true } } },
    },
    notInternal: {
      ...text,
      label: 'Known external',
      value: { count: 'events', where: { field: 'internal', is: [false] } },
    },
    tagged: {
      ...text,
      label: 'Tagged',
      value: {
        count: 'events',
        where: {
          some: [
            { field: 'tag', contains: 'Å' },
            { field: 'tag', is: ['vip', null] },
          ],
        },
      },
    },
    longTalk: {
      ...text,
      label: 'Long',
      value: {
        count: 'events',
        where: {
          every: [{ field: 'talk', from: 60 }, { not: { field: 'wait', from: 5, to: 25 } }],
        },
      },
    },
    costly: {
      ...text,
      label: 'Costly',
      value: { count: 'events', where: { field: 'points', from: 1.5, to: 7 } },
    },
    began: { ...text, label: 'Has begun', value: { count: 'events', where: { field: 'began' } } },
    answeredBy: {
      ...text,
      label: 'Answered by {value}',
      per: { field: 'user' },
      value: { count: 'events', where: is('answered') },
    },
    talkBy: {
      ...text,
      unit: 'seconds',
      label: 'Talk of {value}',
      per: { field: 'user' },
      value: { sum: 'talk', where: is('answered') },
    },
    meanTalkBy: {
      ...text,
      unit: 'seconds',
      label: '(M) talk of {value}',
      per: { field: 'user' },
      value: { ratio: ['talkBy', 'answeredBy'] },
    },
    answeredByNobody: {
      ...text,
      label: 'Nobody',
      hidden: true,
      value: { count: 'events', where: { every: [is('answered'), { field: 'user', is: null }] } },
    },
    perTag: { ...text, label: '{value}', per: { field: 'tag' }, value: { count: 'events' } },
    perOutcome: {
      ...text,
      label: '{value}',
      per: { field: 'outcome' },
      value: { count: 'events', where: { field: 'internal', is: false } },
    },
    within: {
      ...text,
      label: 'Within {limit} s',
      per: { limits: 'limits' },
      value: { count: 'events', where: { every: [is('answered'), { field: 'wait', to: 'to' }] } },
    },
    withinShare: {
      ...text,
      unit: 'percent',
      label: '(%) within {limit} s',
      per: { limits: 'limits' },
      value: { percent: ['within', 'answered'] },
    },
    between: {
      ...text,
      label: '{from}–{to} s',
      per: { bands: 'bands' },
      value: { count: 'events', where: { field: 'wait', from: 'from', to: 'to' } },
    },
    waitBetween: {
      ...text,
      unit: 'seconds',
      label: 'Wait {from}–{to} s',
      per: { bands: 'bands' },
      value: { sum: 'wait', where: { field: 'wait', from: 'from', to: 'to' } },
    },
    serviceLevel: {
      ...text,
      unit: 'percent',
      label: '(%) {limit} s',
      per: { limits: 'limits' },
      value: {
        serviceLevel: {
          wait: 'wait',
          answered: is('answered'),
          abandoned: is('abandoned'),
          other: is('forwarded'),
        },
      },
    },
    serviceLevelAlone: {
      ...text,
      unit: 'percent',
      label: '(%) {limit} s alone',
      per: { limits: 'limits' },
      value: {
        serviceLevel: { wait: 'wait', answered: is('answered'), abandoned: is('abandoned') },
      },
    },
    wait: { ...text, unit: 'seconds', label: 'Wait', value: { sum: 'wait' } },
    meanWait: {
      ...text,
      unit: 'seconds',
      label: '(M) wait',
      value: { mean: 'wait', where: is('answered') },
    },
    longestWait: {
      ...text,
      unit: 'seconds',
      label: 'Longest',
      value: { longest: 'wait', where: is('abandoned') },
    },
    p0: { ...text, unit: 'seconds', label: 'p0', value: { percentile: 'wait', at: 0 } },
    p7: { ...text, unit: 'seconds', label: 'p7', value: { percentile: 'wait', at: 7 } },
    p50: {
      ...text,
      unit: 'seconds',
      label: 'p50',
      value: { percentile: 'wait', at: 50, where: is('answered') },
    },
    p90: { ...text, unit: 'seconds', label: 'p90', value: { percentile: 'talk', at: 90 } },
    p100: { ...text, unit: 'seconds', label: 'p100', value: { percentile: 'wait', at: 100 } },
    pointsSum: { ...text, unit: 'number', label: 'Points', value: { sum: 'points' } },
    pointsAnswered: {
      ...text,
      unit: 'number',
      label: 'Points answered',
      value: { sum: 'points', where: is('answered') },
    },
    pointsBoth: {
      ...text,
      unit: 'number',
      label: 'Points both',
      value: { plus: ['pointsSum', 'pointsAnswered'] },
    },
    pointsOther: {
      ...text,
      unit: 'number',
      label: 'Points other',
      value: { minus: ['pointsSum', 'pointsAnswered'] },
    },
    meanPoints: { ...text, unit: 'number', label: '(M) points', value: { mean: 'points' } },
    mostPoints: { ...text, unit: 'number', label: 'Most points', value: { longest: 'points' } },
    medianPoints: {
      ...text,
      unit: 'number',
      label: 'Median points',
      value: { percentile: 'points', at: 50 },
    },
    firstBegan: { ...text, unit: 'time', label: 'First', value: { first: 'began' } },
    lastBegan: {
      ...text,
      unit: 'time',
      label: 'Last',
      value: { last: 'began', where: is('answered') },
    },
    latestBegan: { ...text, unit: 'time', label: 'Latest', value: { longest: 'began' } },
    firstUser: { ...text, unit: 'text', label: 'First user', value: { first: 'user' } },
    lastVia: { ...text, unit: 'text', label: 'Last via', value: { last: 'via' } },
    lastOutcome: { ...text, unit: 'text', label: 'Last outcome', value: { last: 'outcome' } },
    lastInternal: { ...text, unit: 'text', label: 'Last internal', value: { last: 'internal' } },
    lastCaller: { ...text, unit: 'text', label: 'Last caller', value: { last: 'caller' } },
    lastTalk: { ...text, unit: 'seconds', label: 'Last talk', value: { last: 'talk' } },
    firstPoints: { ...text, unit: 'number', label: 'First points', value: { first: 'points' } },
    wholeCalls: { ...text, label: 'Whole calls', value: { distinct: 'callId' } },
    callers: { ...text, label: 'Callers', value: { distinct: 'caller', where: is('answered') } },
    users: { ...text, label: 'Users', value: { distinct: 'user' } },
    queues: { ...text, label: 'Queues', value: { distinct: 'queue' } },
    outcomes: { ...text, label: 'Outcomes', value: { distinct: 'outcome' } },
    lost: { ...text, label: 'Lost', value: { minus: ['all', 'answered'] } },
    handled: { ...text, label: 'Handled', value: { plus: ['answered', 'forwarded'] } },
    meanSum: {
      ...text,
      unit: 'seconds',
      label: 'Sum of means',
      value: { plus: ['meanWait', 'longestWait'] },
    },
    meanDifference: {
      ...text,
      unit: 'seconds',
      label: 'Difference of means',
      value: { minus: ['longestWait', 'meanWait'] },
    },
    answeredShare: {
      ...text,
      unit: 'percent',
      label: '(%) answered',
      value: { percent: ['answered', 'all'] },
    },
    waitEach: {
      ...text,
      unit: 'number',
      label: 'Wait each',
      value: { ratio: ['wait', 'answered'] },
    },
    length: {
      ...text,
      unit: 'seconds',
      label: 'Clock time',
      hidden: true,
      value: { length: 'row' },
    },
    perHour: {
      ...text,
      unit: 'number',
      label: 'Per hour',
      value: { ratio: ['all', 'length'], times: 3600 },
    },
  },
  presets: {},
  charts: [{ kind: 'stack', columns: ['answered', 'abandoned', 'within'], line: 'meanWait' }],
  followUp: { party: 'caller', missed: is('abandoned'), reached: is('answered') },
  specification: [
    'queue',
    'caller',
    'outcome',
    'user',
    'internal',
    'wait',
    'points',
    'began',
    'tag',
  ],
})

export const states = defineReportType({
  key: 'proof.states',
  label: 'States',
  description: 'Every word over spans',
  events: { state },
  subject: 'user',
  breakdown: 'state',
  columns: {
    time: {
      ...text,
      unit: 'seconds',
      label: 'Time',
      value: { sum: 'seconds' },
      consistsOf: [['timeFor', 'timeWithout']],
    },
    timeFor: {
      ...text,
      unit: 'seconds',
      label: '{value}',
      per: { field: 'reason' },
      value: { sum: 'seconds' },
    },
    timeWithout: {
      ...text,
      unit: 'seconds',
      label: 'No reason',
      value: { sum: 'seconds', where: { field: 'reason', is: null } },
    },
    loggedOn: {
      ...text,
      unit: 'seconds',
      label: 'Logged on',
      value: { sum: 'seconds', where: loggedOn },
    },
    meanPiece: { ...text, unit: 'seconds', label: '(M) piece', value: { mean: 'seconds' } },
    longestPiece: {
      ...text,
      unit: 'seconds',
      label: 'Longest',
      value: { longest: 'seconds', where: loggedOn },
    },
    began: { ...text, label: 'Began', value: { count: 'events' } },
    long: {
      ...text,
      label: 'Long',
      value: { count: 'events', where: { field: 'seconds', from: 3600 } },
    },
    other: { ...text, unit: 'seconds', label: 'Other', value: { sum: 'other' } },
    meanOther: { ...text, unit: 'seconds', label: '(M) other', value: { mean: 'other' } },
    median: { ...text, unit: 'seconds', label: 'Median', value: { percentile: 'seconds', at: 50 } },
    users: { ...text, label: 'Users', value: { distinct: 'user', where: loggedOn } },
    reasons: { ...text, label: 'Reasons', value: { distinct: 'reason' } },
    open: { ...text, label: 'Open', value: { open: 'events' } },
    openOn: { ...text, label: 'Open on', value: { open: 'events', where: loggedOn } },
    lastState: { ...text, unit: 'text', label: 'Last', value: { last: 'state' } },
    length: { ...text, unit: 'seconds', label: 'Clock time', value: { length: 'row' } },
    meanOn: { ...text, unit: 'number', label: '(M) on', value: { ratio: ['loggedOn', 'length'] } },
  },
  presets: {},
  charts: [],
  specification: ['user', 'state', 'seconds'],
})

/** The same where overlapping spans of a person in a state are one, whatever name each was written by. */
export const persons = defineReportType({
  ...(states as ReportType),
  key: 'proof.persons',
  breakdown: 'queue',
  unitedBy: { state: ['user', 'state'] },
} as ReportType)

/** Only what one pass over spans answers. */
export const sums = defineReportType({
  ...(states as ReportType),
  key: 'proof.sums',
  columns: Object.fromEntries(
    ['time', 'timeFor', 'timeWithout', 'users', 'began'].map((key) => [
      key,
      (states as ReportType).columns[key],
    ])
  ),
} as ReportType)

export const mixed = defineReportType({
  key: 'proof.mixed',
  label: 'Mixed',
  description: 'Several events in one report',
  events: { call, state, visit, busy: state, talking: call },
  subject: 'queue',
  breakdown: 'user',
  where: { busy: { field: 'state', is: 'loggedOn' }, talking: is('answered') },
  spans: { talking: { seconds: 'talk', after: 'wait' } },
  unitedBy: { talking: ['user'], state: ['user', 'queue', 'state'], busy: ['user'] },
  columns: {
    calls: { ...text, label: 'Calls', value: { count: 'events' } },
    talk: { ...text, unit: 'seconds', label: 'Talk', value: { sum: 'talk' } },
    callsBy: {
      ...text,
      label: 'Calls of {value}',
      per: { field: 'user' },
      value: { count: 'events' },
    },
    timeBy: {
      ...text,
      unit: 'seconds',
      label: 'Time of {value}',
      per: { field: 'user' },
      of: 'state',
      value: { sum: 'seconds' },
    },
    occupancyBy: {
      ...text,
      unit: 'percent',
      label: 'Calls in time of {value}',
      per: { field: 'user' },
      value: { percent: ['callsBy', 'timeBy'] },
    },
    time: { ...text, unit: 'seconds', label: 'Time', of: 'state', value: { sum: 'seconds' } },
    open: { ...text, label: 'Open', of: 'state', value: { open: 'events' } },
    busy: { ...text, unit: 'seconds', label: 'Busy', of: 'busy', value: { sum: 'seconds' } },
    meanBusy: {
      ...text,
      unit: 'seconds',
      label: '(M) busy',
      of: 'busy',
      value: { mean: 'seconds' },
    },
    talking: { ...text, unit: 'seconds', label: 'Talking', of: 'talking', value: { sum: 'talk' } },
    talkingSpans: { ...text, label: 'Talks', of: 'talking', value: { count: 'events' } },
    busySpans: { ...text, label: 'Busy spans', of: 'busy', value: { count: 'events' } },
    visits: { ...text, label: 'Visits', of: 'visit', value: { count: 'events' } },
    meanPages: {
      ...text,
      unit: 'number',
      label: '(M) pages',
      of: 'visit',
      value: { mean: 'pages' },
    },
    contacts: { ...text, label: 'Contacts', value: { plus: ['calls', 'visits'] } },
    difference: { ...text, label: 'Difference', value: { minus: ['calls', 'visits'] } },
    occupancy: {
      ...text,
      unit: 'percent',
      label: 'Occupancy',
      value: { percent: ['talk', 'time'] },
    },
  },
  presets: {},
  charts: [],
  specification: ['queue', 'user'],
})

const outcomeOf = defineReportType({
  ...(calls as ReportType),
  key: 'proof.outcomes',
  breakdown: 'outcome',
} as ReportType)

export const source: SourcePlugin = {
  kind: 'source',
  key: 'proof',
  label: 'Proof',
  description: 'A source for tests of reports',
  objectTypes: Object.fromEntries(
    ['queue', 'user', 'menu'].map((key) => [
      key,
      {
        label: key,
        plural: `${key}s`,
        icon: 'phone',
        identifier: { label: `${key} name`, pattern: '.+', example: key },
      },
    ])
  ),
  events: [call, state, visit, transfer],
  reportTypes: [calls, outcomeOf, states, persons, sums, mixed] as unknown as ReportType[],
  collector: class {},
}

export const reportTypes: readonly ReportType[] = source.reportTypes
