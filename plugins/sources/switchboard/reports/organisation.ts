import { defineReportType } from '#core/contracts/plugin'
import { userCall } from '../events/user_call.js'

const incoming = { field: 'direction', is: 'in' } as const
const outgoing = { field: 'direction', is: 'out' } as const
const internal = { field: 'internal', is: true } as const
const outcome = (is: string) => ({ field: 'outcome', is }) as const
const ended = (is: string) => ({ every: [incoming, outcome(is)] }) as const

/** Organisation [Organisation]: the calls of the users of each part of the organisation tree. */
export const organisation = defineReportType({
  key: 'switchboard.organisation',
  label: 'Organisation',
  description:
    'Shows the incoming and outgoing calls of the users in each part of the organisation.',
  events: { call: userCall },
  subject: 'organisation',
  breakdown: 'user',
  breakdownByDefault: false,
  columns: {
    incoming: {
      label: 'Total incoming',
      description: 'Total number of incoming calls.',
      unit: 'count',
      value: { count: 'events', where: incoming },
      consistsOf: [
        ['answered', 'unanswered', 'busy', 'redirected', 'failedIncoming', 'ongoingIncoming'],
        ['incomingInternal', 'incomingExternal'],
      ],
    },
    incomingInternal: {
      label: 'Incoming (internal)',
      description: 'Incoming calls from colleagues.',
      unit: 'count',
      value: { count: 'events', where: { every: [incoming, internal] } },
    },
    incomingExternal: {
      label: 'Incoming (external)',
      description: 'Incoming calls from others than colleagues.',
      unit: 'count',
      value: { count: 'events', where: { every: [incoming, { not: internal }] } },
    },
    answered: {
      label: 'Answered',
      description: 'Incoming calls that the user answered.',
      unit: 'count',
      value: { count: 'events', where: ended('answered') },
    },
    unanswered: {
      label: 'Unanswered',
      description: 'Incoming calls that rang and were not answered.',
      unit: 'count',
      value: { count: 'events', where: ended('unanswered') },
    },
    busy: {
      label: 'Busy',
      description: 'Incoming calls that met a busy user.',
      unit: 'count',
      value: { count: 'events', where: ended('busy') },
    },
    redirected: {
      label: 'Total redirected',
      description: 'Incoming calls that the settings of the user sent on without an answer.',
      unit: 'count',
      value: { count: 'events', where: ended('redirected') },
    },
    meanAnswerTime: {
      label: '(M) Answer time',
      description: 'Mean time from when a call reached the user until it was answered.',
      unit: 'seconds',
      value: { mean: 'answerTime', where: ended('answered') },
    },
    outgoing: {
      label: 'Total outgoing',
      description: 'Total number of outgoing calls.',
      unit: 'count',
      value: { count: 'events', where: outgoing },
      consistsOf: [['outgoingExternal', 'outgoingInternal']],
    },
    outgoingExternal: {
      label: 'Outgoing (external)',
      description: 'Outgoing calls to others than colleagues.',
      unit: 'count',
      value: { count: 'events', where: { every: [outgoing, { not: internal }] } },
    },
    outgoingInternal: {
      label: 'Outgoing (internal)',
      description: 'Outgoing calls to colleagues.',
      unit: 'count',
      value: { count: 'events', where: { every: [outgoing, internal] } },
    },
    all: {
      label: 'Total calls (in/out)',
      description: 'Total number of incoming and outgoing calls.',
      unit: 'count',
      value: { plus: ['incoming', 'outgoing'] },
      consistsOf: [['incoming', 'outgoing']],
    },
    talkTime: {
      label: 'Total call time (in/out)',
      description: 'Total length of the conversations in incoming and outgoing calls.',
      unit: 'seconds',
      value: { sum: 'talkTime' },
    },
    answeredShare: {
      label: '(%) Answered',
      description: 'Share of the incoming calls that was answered.',
      unit: 'percent',
      value: { percent: ['answered', 'incoming'] },
    },
    failedIncoming: {
      label: 'Incoming (failed)',
      description: 'Incoming calls that a fault stopped.',
      unit: 'count',
      value: { count: 'events', where: ended('failed') },
    },
    users: {
      label: 'Users',
      description: 'How many different users had calls.',
      unit: 'count',
      value: { distinct: 'user' },
    },
    calls: {
      label: 'Calls',
      description: 'Whole calls: each is counted once, however many objects it passed.',
      unit: 'count',
      value: { distinct: 'call' },
    },
    ongoingIncoming: {
      label: 'Incoming (ongoing)',
      description: 'Incoming calls that had not ended when they were collected.',
      unit: 'count',
      value: { count: 'events', where: ended('ongoing') },
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
    total: ['all', 'incoming', 'outgoing', 'talkTime'],
  },
  charts: [
    { kind: 'stack', columns: ['answered', 'unanswered', 'busy', 'redirected'] },
    { kind: 'bars', columns: ['incoming', 'outgoing'], line: 'talkTime' },
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
})
