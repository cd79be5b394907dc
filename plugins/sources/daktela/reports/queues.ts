import { defineReportType } from '#core/contracts/plugin'
import { call } from '../events/call.js'
import { answerTimeLimits } from './answer_time_limits.js'
import { incoming, outcome } from './conditions.js'

const within = <const O extends string>(is: O) =>
  ({ every: [outcome(is), { field: 'wait', to: 'to' }] }) as const
const missed = { not: outcome('answered') } as const

/** Incoming calls per queue. */
export const queues = defineReportType({
  key: 'daktela.queues',
  label: 'Queues',
  description:
    'Shows the incoming calls of each queue: how they were answered, how long callers waited, and whether those who were missed have been called back.',
  events: { call },
  subject: 'queue',
  breakdown: 'agent',
  breakdownByDefault: false,
  where: { call: incoming },
  parameters: { answerTimeLimits },
  columns: {
    incoming: {
      label: 'Incoming',
      description: 'Calls that came to the queue.',
      unit: 'count',
      value: { count: 'events' },
      consistsOf: [
        [
          'answered',
          'abandoned',
          'timedOut',
          'leftByChoice',
          'noAgents',
          'busy',
          'unanswered',
          'cancelled',
          'failed',
        ],
        ['answered', 'missed'],
      ],
    },
    answered: {
      label: 'Answered',
      description: 'Calls that an agent answered.',
      unit: 'count',
      value: { count: 'events', where: outcome('answered') },
      consistsOf: [['answeredByEach']],
    },
    abandoned: {
      label: 'Abandoned',
      description: 'Calls where the caller hung up while waiting.',
      unit: 'count',
      value: { count: 'events', where: outcome('abandoned') },
    },
    timedOut: {
      label: 'Queue time-out',
      description: 'Calls that left because they had waited as long as the queue allows.',
      unit: 'count',
      value: { count: 'events', where: outcome('timeout') },
    },
    leftByChoice: {
      label: 'Left by choice',
      description: 'Calls where the caller pressed a key to leave the queue.',
      unit: 'count',
      value: { count: 'events', where: outcome('choice') },
    },
    noAgents: {
      label: 'No agents',
      description: 'Calls that left because no agent was logged on.',
      unit: 'count',
      value: { count: 'events', where: outcome('noAgents') },
    },
    busy: {
      label: 'Busy',
      description: 'Calls that met busy.',
      unit: 'count',
      hidden: true,
      value: { count: 'events', where: outcome('busy') },
    },
    unanswered: {
      label: 'Unanswered',
      description: 'Calls that nobody answered, without any other reason.',
      unit: 'count',
      hidden: true,
      value: { count: 'events', where: outcome('noAnswer') },
    },
    cancelled: {
      label: 'Cancelled',
      description: 'Calls that were cancelled.',
      unit: 'count',
      hidden: true,
      value: { count: 'events', where: outcome('cancelled') },
    },
    failed: {
      label: 'Failed',
      description: 'Calls that a fault stopped.',
      unit: 'count',
      hidden: true,
      value: { count: 'events', where: outcome('failed') },
    },
    missed: {
      label: 'Missed calls',
      description: 'Calls that were not answered, whatever the reason.',
      unit: 'count',
      value: { count: 'events', where: missed },
    },
    calledBack: {
      label: 'Called back',
      description: 'Missed calls where somebody has called the caller back.',
      unit: 'count',
      value: { count: 'events', where: { every: [missed, { field: 'calledBack', is: true }] } },
    },
    calledBackShare: {
      label: '(%) Called back',
      description: 'Share of the missed calls where somebody has called the caller back.',
      unit: 'percent',
      value: { percent: ['calledBack', 'missed'] },
    },
    meanAnswerTime: {
      label: '(M) Answer time',
      description: 'Mean time in the queue for calls that were answered.',
      unit: 'seconds',
      value: { mean: 'wait', where: outcome('answered') },
    },
    longestAnswerTime: {
      label: '(longest) Answer time',
      description: 'Longest time in the queue for a call that was answered.',
      unit: 'seconds',
      value: { longest: 'wait', where: outcome('answered') },
    },
    meanWaitAbandoned: {
      label: '(M) Queue time abandoned',
      description: 'Mean time in the queue for calls where the caller hung up.',
      unit: 'seconds',
      value: { mean: 'wait', where: outcome('abandoned') },
    },
    meanWaitAll: {
      label: '(M) Queue time (all)',
      description:
        'Mean time in the queue for all incoming calls, whatever became of them: answered, abandoned, or left the queue.',
      unit: 'seconds',
      value: { mean: 'wait' },
    },
    meanTalkTime: {
      label: '(M) Call time',
      description: 'Mean length of the conversation in answered calls.',
      unit: 'seconds',
      value: { mean: 'talk', where: outcome('answered') },
    },
    talkTime: {
      label: 'Call time',
      description: 'Total length of the conversations in answered calls.',
      unit: 'seconds',
      value: { sum: 'talk', where: outcome('answered') },
    },
    meanHoldTime: {
      label: '(M) Hold time',
      description: 'Mean time that callers were kept on hold in answered calls.',
      unit: 'seconds',
      value: { mean: 'hold', where: outcome('answered') },
    },
    answeredWithin: {
      label: 'Answered within {limit} seconds',
      description: 'Calls that were answered within {limit} seconds.',
      unit: 'count',
      per: { limits: 'answerTimeLimits' },
      value: { count: 'events', where: within('answered') },
    },
    serviceLevel: {
      label: '(%) Service level ({limit} seconds)',
      description:
        'Share of the calls that were answered within {limit} seconds, by the formula that is set for the customer.',
      unit: 'percent',
      per: { limits: 'answerTimeLimits' },
      value: {
        serviceLevel: {
          wait: 'wait',
          answered: outcome('answered'),
          abandoned: outcome('abandoned'),
          other: outcome('timeout', 'choice', 'noAgents', 'noAnswer'),
        },
      },
    },
    answeredShare: {
      label: '(%) Answered',
      description: 'Share of the incoming calls that were answered.',
      unit: 'percent',
      value: { percent: ['answered', 'incoming'] },
    },
    failedAttempts: {
      label: 'Failed attempts',
      description: 'How often calls were offered to an agent who did not answer.',
      unit: 'count',
      value: { sum: 'attempts' },
    },
    transferred: {
      label: 'Transferred',
      description: 'Answered calls that ended by a transfer.',
      unit: 'count',
      value: { count: 'events', where: { field: 'endedBy', is: 'transfer' } },
    },
    callers: {
      label: 'Different callers',
      description: 'How many different numbers called.',
      unit: 'count',
      value: { distinct: 'party' },
    },
    answeredByEach: {
      label: 'Answered by agent - Specification ({value})',
      description: 'Answered calls, each agent by itself.',
      unit: 'count',
      per: { field: 'agent' },
      value: { count: 'events', where: outcome('answered') },
    },
  },
  headline: [
    { column: 'incoming' },
    { column: 'answeredShare', good: 'up' },
    { column: 'abandoned', good: 'down' },
    { column: 'meanAnswerTime', good: 'down' },
    { column: 'serviceLevel', good: 'up' },
  ],
  presets: {
    handled: [
      'incoming',
      'answered',
      'abandoned',
      'meanAnswerTime',
      'meanWaitAll',
      'answeredShare',
    ],
    serviceLevel: ['incoming', 'answered', 'answeredWithin', 'serviceLevel'],
    missed: ['incoming', 'missed', 'calledBack', 'calledBackShare'],
  },
  charts: [
    {
      kind: 'stack',
      columns: ['answered', 'abandoned', 'timedOut', 'leftByChoice', 'noAgents'],
      line: 'meanAnswerTime',
    },
    { kind: 'lines', columns: ['serviceLevel'] },
    { kind: 'stack', columns: ['answeredByEach'] },
  ],
  specification: [
    'outcome',
    'party',
    'ownNumber',
    'queue',
    'agent',
    'wait',
    'ring',
    'talk',
    'hold',
    'endedBy',
    'calledBack',
  ],
  followUp: {
    party: 'party',
    missed: outcome('abandoned', 'timeout', 'choice', 'noAgents', 'noAnswer'),
    reached: { some: [outcome('answered'), { field: 'calledBack', is: true }] },
  },
})
