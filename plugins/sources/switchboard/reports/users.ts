import { defineReportType } from '#core/contracts/plugin'
import { userCall } from '../events/user_call.js'

const incoming = { field: 'direction', is: 'in' } as const
const outgoing = { field: 'direction', is: 'out' } as const
const internal = { field: 'internal', is: true } as const
const outcome = (is: string) => ({ field: 'outcome', is }) as const
const ended = (direction: typeof incoming | typeof outgoing, is: string) =>
  ({ every: [direction, outcome(is)] }) as const

/** Users [Användare]: calls in and out per user, and how they were handled. */
export const users = defineReportType({
  key: 'switchboard.users',
  label: 'Users',
  description:
    'Shows how users handled incoming and outgoing calls, with answer times and call times. Calls that reached users through answer groups are included.',
  basic: true,
  events: { call: userCall },
  subject: 'user',
  columns: {
    incoming: {
      label: 'Total incoming',
      description: 'Total number of incoming calls.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: incoming },
      consistsOf: [
        ['direct', 'viaOther'],
        ['answered', 'unanswered', 'busy', 'redirected', 'failedIncoming', 'ongoingIncoming'],
        ['incomingInternal', 'incomingExternal'],
      ],
    },
    direct: {
      label: 'Incoming (direct)',
      description: 'Incoming calls that were dialled straight to the user.',
      unit: 'count',
      value: { count: 'events', where: { every: [incoming, { field: 'via', is: null }] } },
    },
    viaOther: {
      label: 'Incoming (via other)',
      description:
        'Incoming calls that came by way of a group, a menu, a function number or a colleague.',
      unit: 'count',
      value: { count: 'events', where: { every: [incoming, { not: { field: 'via', is: null } }] } },
    },
    incomingInternal: {
      label: 'Incoming (internal)',
      description: 'Incoming calls from colleagues.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: { every: [incoming, internal] } },
    },
    fromQueue: {
      label: 'Incoming (from queue)',
      description: 'Incoming calls that were handed out by a queue.',
      unit: 'count',
      basic: true,
      value: {
        count: 'events',
        where: { every: [incoming, { not: { field: 'queue', is: null } }] },
      },
      consistsOf: [['fromQueueEach']],
    },
    fromQueueEach: {
      label: 'Incoming (from queue) - Specification ({value})',
      description: 'Incoming calls that were handed out by a queue, each queue by itself.',
      unit: 'count',
      per: { field: 'queue' },
      value: { count: 'events', where: incoming },
    },
    unanswered: {
      label: 'Unanswered',
      description: 'Incoming calls that rang and were not answered.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: ended(incoming, 'unanswered') },
    },
    busy: {
      label: 'Busy',
      description: 'Incoming calls that met a busy user.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: ended(incoming, 'busy') },
    },
    redirected: {
      label: 'Total redirected',
      description: 'Incoming calls that the settings of the user sent on without an answer.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: ended(incoming, 'redirected') },
      consistsOf: [['redirectedToNumber', 'redirectedElsewhere']],
    },
    redirectedToNumber: {
      label: 'Redirected (to another number)',
      description: 'Incoming calls that were sent on to another number.',
      unit: 'count',
      basic: true,
      value: {
        count: 'events',
        where: {
          every: [incoming, outcome('redirected'), { field: 'redirectedTo', is: 'number' }],
        },
      },
    },
    meanAnswerTime: {
      label: '(M) Answer time',
      description: 'Mean time from when a call reached the user until it was answered.',
      unit: 'seconds',
      basic: true,
      value: { mean: 'answerTime', where: ended(incoming, 'answered') },
    },
    meanTalkTimeIncoming: {
      label: 'Incoming (M) call time',
      description: 'Mean length of the conversation in answered incoming calls.',
      unit: 'seconds',
      basic: true,
      value: { mean: 'talkTime', where: ended(incoming, 'answered') },
    },
    outgoing: {
      label: 'Total outgoing',
      description: 'Total number of outgoing calls.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outgoing },
      consistsOf: [
        ['outgoingExternal', 'outgoingInternal'],
        [
          'outgoingAnswered',
          'outgoingUnanswered',
          'outgoingBusy',
          'failedOutgoing',
          'otherOutgoing',
        ],
      ],
    },
    outgoingExternal: {
      label: 'Outgoing (external)',
      description: 'Outgoing calls to others than colleagues.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: { every: [outgoing, { not: internal }] } },
    },
    outgoingInternal: {
      label: 'Outgoing (internal)',
      description: 'Outgoing calls to colleagues.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: { every: [outgoing, internal] } },
    },
    outgoingUnanswered: {
      label: 'Outgoing (unanswered)',
      description: 'Outgoing calls that nobody answered.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: ended(outgoing, 'unanswered') },
    },
    outgoingBusy: {
      label: 'Outgoing (busy)',
      description: 'Outgoing calls that met a busy number.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: ended(outgoing, 'busy') },
    },
    meanTalkTimeOutgoing: {
      label: 'Outgoing (M) call time',
      description: 'Mean length of the conversation in answered outgoing calls.',
      unit: 'seconds',
      basic: true,
      value: { mean: 'talkTime', where: ended(outgoing, 'answered') },
    },
    transferred: {
      label: 'Transferred out',
      description: 'Calls that the user transferred to somebody else.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: { field: 'transferred', is: true } },
    },
    all: {
      label: 'Total calls (in/out)',
      description: 'Total number of incoming and outgoing calls.',
      unit: 'count',
      basic: true,
      value: { plus: ['incoming', 'outgoing'] },
      consistsOf: [['incoming', 'outgoing']],
    },
    talkTime: {
      label: 'Total call time (in/out)',
      description: 'Total length of the conversations in incoming and outgoing calls.',
      unit: 'seconds',
      basic: true,
      value: { sum: 'talkTime' },
    },
    failed: {
      label: 'Failed',
      description: 'Incoming and outgoing calls that a fault stopped.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: outcome('failed') },
      consistsOf: [['failedIncoming', 'failedOutgoing']],
    },
    answered: {
      label: 'Answered',
      description: 'Incoming calls that the user answered.',
      unit: 'count',
      basic: true,
      value: { count: 'events', where: ended(incoming, 'answered') },
    },
    answeredShare: {
      label: '(%) Answered',
      description: 'Share of the incoming calls that was answered.',
      unit: 'percent',
      value: { percent: ['answered', 'incoming'] },
    },
    longestAnswerTime: {
      label: '(longest) Answer time',
      description: 'Longest time until a call was answered.',
      unit: 'seconds',
      value: { longest: 'answerTime', where: ended(incoming, 'answered') },
    },
    calls: {
      label: 'Calls',
      description: 'Whole calls: each is counted once, however many objects it passed.',
      unit: 'count',
      value: { distinct: 'call' },
    },
    callers: {
      label: 'Different callers',
      description: 'How many different numbers called.',
      unit: 'count',
      value: { distinct: 'party', where: incoming },
    },
    incomingExternal: {
      label: 'Incoming (external)',
      description: 'Incoming calls from others than colleagues.',
      unit: 'count',
      value: { count: 'events', where: { every: [incoming, { not: internal }] } },
    },
    redirectedElsewhere: {
      label: 'Redirected (voicemail and services)',
      description: 'Incoming calls that were sent on to voicemail or to a service.',
      unit: 'count',
      value: {
        count: 'events',
        where: {
          every: [
            incoming,
            outcome('redirected'),
            { not: { field: 'redirectedTo', is: 'number' } },
          ],
        },
      },
    },
    failedIncoming: {
      label: 'Incoming (failed)',
      description: 'Incoming calls that a fault stopped.',
      unit: 'count',
      value: { count: 'events', where: ended(incoming, 'failed') },
    },
    ongoingIncoming: {
      label: 'Incoming (ongoing)',
      description: 'Incoming calls that had not ended when they were collected.',
      unit: 'count',
      value: { count: 'events', where: ended(incoming, 'ongoing') },
    },
    outgoingAnswered: {
      label: 'Outgoing (answered)',
      description: 'Outgoing calls that were answered.',
      unit: 'count',
      value: { count: 'events', where: ended(outgoing, 'answered') },
    },
    failedOutgoing: {
      label: 'Outgoing (failed)',
      description: 'Outgoing calls that a fault stopped.',
      unit: 'count',
      value: { count: 'events', where: ended(outgoing, 'failed') },
    },
    otherOutgoing: {
      label: 'Outgoing (other)',
      description: 'Outgoing calls that were redirected or had not ended when they were collected.',
      unit: 'count',
      value: {
        count: 'events',
        where: { every: [outgoing, { field: 'outcome', is: ['redirected', 'ongoing'] }] },
      },
    },
  },
  headline: [
    { column: 'incoming' },
    { column: 'answeredShare', good: 'up' },
    { column: 'unanswered', good: 'down' },
    { column: 'meanAnswerTime', good: 'down' },
    { column: 'outgoing' },
  ],
  presets: {
    handled: ['incoming', 'answered', 'unanswered', 'meanAnswerTime', 'answeredShare'],
    unanswered: ['incoming', 'answered', 'unanswered', 'busy', 'redirected'],
    outgoing: [
      'outgoing',
      'outgoingExternal',
      'outgoingInternal',
      'outgoingUnanswered',
      'meanTalkTimeOutgoing',
    ],
    total: ['all', 'incoming', 'outgoing', 'talkTime'],
  },
  charts: [
    {
      kind: 'stack',
      columns: ['answered', 'unanswered', 'busy', 'redirected'],
      line: 'meanAnswerTime',
    },
    { kind: 'stack', columns: ['outgoingExternal', 'outgoingInternal'] },
    { kind: 'bars', columns: ['incoming', 'outgoing'], line: 'talkTime' },
    { kind: 'stack', columns: ['fromQueueEach'] },
  ],
  specification: [
    'direction',
    'caller',
    'called',
    'forwardedFrom',
    'queue',
    'user',
    'outcome',
    'answerTime',
    'talkTime',
    'forwardedTo',
  ],
  followUp: {
    party: 'party',
    missed: ended(incoming, 'unanswered'),
    reached: outcome('answered'),
  },
})
