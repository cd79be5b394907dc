import { defineReportType } from '#core/contracts/plugin'
import { externalCall } from '../events/external_call.js'

const to = { field: 'direction', is: 'in' } as const
const from = { field: 'direction', is: 'out' } as const
const outcome = (is: string) => ({ field: 'outcome', is }) as const

/** External systems [Externa system]: calls that left for, or came from, systems outside the switchboard. */
export const externalSystems = defineReportType({
  key: 'switchboard.externalSystems',
  label: 'External systems',
  description:
    'Shows calls to and from systems outside the switchboard, such as an answering service or a contact centre.',
  events: { call: externalCall },
  subject: 'system',
  columns: {
    all: {
      label: 'Total calls (in/out)',
      description: 'Total number of calls to and from the system.',
      unit: 'count',
      value: { count: 'events' },
      consistsOf: [
        ['toSystem', 'fromSystem'],
        ['answered', 'unanswered', 'busy', 'failed', 'ongoing'],
      ],
    },
    toSystem: {
      label: 'To the system',
      description: 'Calls that were sent to the system.',
      unit: 'count',
      value: { count: 'events', where: to },
    },
    fromSystem: {
      label: 'From the system',
      description: 'Calls that came from the system.',
      unit: 'count',
      value: { count: 'events', where: from },
    },
    answered: {
      label: 'Answered',
      description: 'Calls that were answered.',
      unit: 'count',
      value: { count: 'events', where: outcome('answered') },
    },
    unanswered: {
      label: 'Unanswered',
      description: 'Calls that nobody answered.',
      unit: 'count',
      value: { count: 'events', where: outcome('unanswered') },
    },
    busy: {
      label: 'Busy',
      description: 'Calls that met a busy number.',
      unit: 'count',
      value: { count: 'events', where: outcome('busy') },
    },
    failed: {
      label: 'Failed',
      description: 'Calls that a fault stopped.',
      unit: 'count',
      value: { count: 'events', where: outcome('failed') },
    },
    ongoing: {
      label: 'Ongoing',
      description: 'Calls that had not ended when they were collected.',
      unit: 'count',
      value: { count: 'events', where: outcome('ongoing') },
    },
    meanAnswerTime: {
      label: '(M) Answer time',
      description: 'Mean time until the call was answered.',
      unit: 'seconds',
      value: { mean: 'answerTime', where: outcome('answered') },
    },
    meanTalkTime: {
      label: '(M) Call time',
      description: 'Mean length of the conversation in answered calls.',
      unit: 'seconds',
      value: { mean: 'talkTime', where: outcome('answered') },
    },
    talkTime: {
      label: 'Call time',
      description: 'Total length of the conversations in answered calls.',
      unit: 'seconds',
      value: { sum: 'talkTime', where: outcome('answered') },
    },
    calls: {
      label: 'Calls',
      description: 'Whole calls: each is counted once, however many objects it passed.',
      unit: 'count',
      value: { distinct: 'call' },
    },
  },
  headline: [
    { column: 'all' },
    { column: 'answered' },
    { column: 'unanswered', good: 'down' },
    { column: 'meanAnswerTime', good: 'down' },
  ],
  presets: {
    handled: ['all', 'answered', 'unanswered', 'meanAnswerTime'],
  },
  charts: [{ kind: 'stack', columns: ['answered', 'unanswered', 'busy', 'failed'] }],
  specification: [
    'direction',
    'caller',
    'called',
    'forwardedFrom',
    'system',
    'outcome',
    'answerTime',
    'talkTime',
  ],
})
