import { defineReportType } from '#core/contracts/plugin'
import { call } from '../events/call.js'

const outcome = <const O extends string>(is: O) => ({ field: 'outcome', is }) as const
const answered = outcome('answered')
const lost = outcome('lost')
const within = { field: 'wait', to: 'to' } as const

/** Calls handled on the customer's behalf: 12 and 20 seconds are what answering services promise. */
export const calls = defineReportType({
  key: 'answering_service.calls',
  label: 'Calls',
  description:
    'Shows the calls that were answered on your behalf at each service: how soon they were answered, and how many were lost.',
  events: { call },
  subject: 'service',
  breakdown: 'agent',
  breakdownByDefault: false,
  parameters: {
    answerTimeLimits: {
      label: 'Answer time (t1) sec',
      help: 'Answer times in seconds, separated by commas. Each gives columns of its own.',
      type: 'secondsList',
      default: [12, 20],
    },
  },
  columns: {
    received: {
      label: 'Incoming',
      description: 'Calls that came to the service.',
      unit: 'count',
      value: { count: 'events' },
      consistsOf: [['answered', 'lost']],
    },
    answered: {
      label: 'Answered',
      description: 'Calls that were answered on your behalf.',
      unit: 'count',
      value: { count: 'events', where: answered },
    },
    lost: {
      label: 'Lost',
      description: 'Calls where the caller hung up before an answer.',
      unit: 'count',
      value: { count: 'events', where: lost },
    },
    answeredWithin: {
      label: 'Answered within {limit} seconds',
      description: 'Calls that were answered within {limit} seconds.',
      unit: 'count',
      per: { limits: 'answerTimeLimits' },
      value: { count: 'events', where: { every: [answered, within] } },
    },
    answeredWithinShare: {
      label: '(%) Answered within {limit} seconds',
      description: 'Share of the answered calls that were answered within {limit} seconds.',
      unit: 'percent',
      per: { limits: 'answerTimeLimits' },
      value: { percent: ['answeredWithin', 'answered'] },
    },
    waitedLonger: {
      label: 'Waited longer than {limit} seconds',
      description: 'Calls that waited longer than {limit} seconds, answered or lost.',
      unit: 'count',
      per: { limits: 'answerTimeLimits' },
      value: { count: 'events', where: { not: within } },
    },
    lostAfter: {
      label: 'Lost after {limit} seconds',
      description: 'Calls that were lost after having waited longer than {limit} seconds.',
      unit: 'count',
      per: { limits: 'answerTimeLimits' },
      value: { count: 'events', where: { every: [lost, { not: within }] } },
    },
    lostAfterShare: {
      label: '(%) Lost after {limit} seconds',
      description: 'Share of the calls that waited longer than {limit} seconds that were lost.',
      unit: 'percent',
      per: { limits: 'answerTimeLimits' },
      value: { percent: ['lostAfter', 'waitedLonger'] },
    },
    serviceLevel: {
      label: '(%) Service level ({limit} seconds)',
      description:
        'Share of the calls that were answered within {limit} seconds, by the formula that is set for the customer.',
      unit: 'percent',
      per: { limits: 'answerTimeLimits' },
      value: { serviceLevel: { wait: 'wait', answered, abandoned: lost } },
    },
    answeredShare: {
      label: '(%) Answered',
      description: 'Share of the incoming calls that were answered.',
      unit: 'percent',
      value: { percent: ['answered', 'received'] },
    },
    lostShare: {
      label: '(%) Lost',
      description: 'Share of the incoming calls that were lost.',
      unit: 'percent',
      value: { percent: ['lost', 'received'] },
    },
    meanAnswerTime: {
      label: '(M) Answer time',
      description: 'Mean time until the call was answered.',
      unit: 'seconds',
      value: { mean: 'wait', where: answered },
    },
    longestAnswerTime: {
      label: '(longest) Answer time',
      description: 'Longest time until a call was answered.',
      unit: 'seconds',
      value: { longest: 'wait', where: answered },
    },
    meanWaitLost: {
      label: '(M) Queue time lost',
      description: 'Mean time that callers waited before they hung up.',
      unit: 'seconds',
      value: { mean: 'wait', where: lost },
    },
    meanWaitAll: {
      label: '(M) Queue time (all)',
      description: 'Mean time that all callers waited, until the call was answered or lost.',
      unit: 'seconds',
      value: { mean: 'wait' },
    },
    meanTalkTime: {
      label: '(M) Call time',
      description: 'Mean length of the conversation in answered calls.',
      unit: 'seconds',
      value: { mean: 'talk', where: answered },
    },
    talkTime: {
      label: 'Call time',
      description: 'Total length of the conversations in answered calls.',
      unit: 'seconds',
      value: { sum: 'talk', where: answered },
    },
    withErrand: {
      label: 'With an errand',
      description: 'Calls that led to an errand.',
      unit: 'count',
      value: { count: 'events', where: { not: { field: 'errand', is: null } } },
    },
    callers: {
      label: 'Different callers',
      description: 'How many different numbers called.',
      unit: 'count',
      value: { distinct: 'caller' },
    },
  },
  headline: [
    { column: 'received' },
    { column: 'answeredShare', good: 'up' },
    { column: 'lost', good: 'down' },
    { column: 'meanAnswerTime', good: 'down' },
    { column: 'serviceLevel', good: 'up' },
  ],
  presets: {
    promise: [
      'received',
      'answered',
      'answeredWithinShare',
      'lost',
      'lostAfterShare',
      'answeredShare',
    ],
    waits: [
      'received',
      'answered',
      'meanAnswerTime',
      'longestAnswerTime',
      'meanWaitLost',
      'meanWaitAll',
    ],
    serviceLevel: ['received', 'answered', 'answeredWithin', 'serviceLevel'],
  },
  charts: [
    { kind: 'stack', columns: ['answered', 'lost'], line: 'meanAnswerTime' },
    { kind: 'lines', columns: ['answeredWithinShare'] },
    { kind: 'lines', columns: ['serviceLevel'] },
  ],
  specification: ['outcome', 'caller', 'service', 'agent', 'wait', 'talk', 'errand'],
  followUp: { party: 'caller', missed: lost, reached: answered },
})
