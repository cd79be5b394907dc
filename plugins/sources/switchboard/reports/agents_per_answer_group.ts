import { defineReportType } from '#core/contracts/plugin'
import { queueCall } from '../events/queue_call.js'

/** Agents per answer group - Attendant [Agenter per Svarsgrupp - Telefonist]: who answered in each group. */
export const agentsPerAnswerGroup = defineReportType({
  key: 'switchboard.agentsPerAnswerGroup',
  label: 'Agents per answer group - Attendant',
  description:
    'Shows which members answered calls in a given attendant group or answer group, agent by agent.',
  events: { call: queueCall },
  subject: 'group',
  breakdown: 'user',
  where: { call: { field: 'outcome', is: 'answered' } },
  parameters: {
    answerTimeLimits: {
      label: 'Answer time (t1) sec',
      help: 'Answer times in seconds, separated by commas. Each gives columns of its own.',
      type: 'secondsList',
      default: [20, 40],
    },
  },
  columns: {
    answered: {
      label: 'Answered',
      description: 'Calls that the member answered in the group.',
      unit: 'count',
      value: { count: 'events' },
      consistsOf: [['direct', 'viaOther']],
    },
    direct: {
      label: 'Answered (direct)',
      description: 'Answered calls that were dialled straight to the group.',
      unit: 'count',
      value: { count: 'events', where: { field: 'via', is: null } },
    },
    viaOther: {
      label: 'Answered (via other)',
      description:
        'Answered calls that came by way of another group, a menu, a function number or a user.',
      unit: 'count',
      value: { count: 'events', where: { not: { field: 'via', is: null } } },
    },
    answeredWithin: {
      label: 'Answered within {limit} seconds',
      description: 'Calls that were answered within {limit} seconds.',
      unit: 'count',
      per: { limits: 'answerTimeLimits' },
      value: { count: 'events', where: { field: 'wait', to: 'to' } },
    },
    meanAnswerTime: {
      label: '(M) Answer time',
      description: 'Mean time in the queue for calls that were answered.',
      unit: 'seconds',
      value: { mean: 'wait' },
    },
    longestAnswerTime: {
      label: '(longest) Answer time',
      description: 'Longest time in the queue for a call that was answered.',
      unit: 'seconds',
      value: { longest: 'wait' },
    },
    meanTalkTime: {
      label: '(M) Call time',
      description: 'Mean length of the conversation in answered calls.',
      unit: 'seconds',
      value: { mean: 'talkTime' },
    },
    talkTime: {
      label: 'Call time',
      description: 'Total length of the conversations in answered calls.',
      unit: 'seconds',
      value: { sum: 'talkTime' },
    },
    transferred: {
      label: 'Transferred out',
      description: 'Answered calls that the member transferred to somebody else.',
      unit: 'count',
      value: { count: 'events', where: { field: 'transferred', is: true } },
    },
    calls: {
      label: 'Calls',
      description: 'Whole calls: each is counted once, however many objects it passed.',
      unit: 'count',
      value: { distinct: 'call' },
    },
  },
  headline: [
    { column: 'answered' },
    { column: 'meanAnswerTime', good: 'down' },
    { column: 'meanTalkTime' },
    { column: 'talkTime' },
  ],
  presets: {
    handled: ['answered', 'meanAnswerTime', 'meanTalkTime'],
    talk: ['answered', 'talkTime', 'meanTalkTime', 'transferred'],
  },
  charts: [
    { kind: 'bars', columns: ['answered'], line: 'meanTalkTime' },
    { kind: 'lines', columns: ['meanAnswerTime', 'meanTalkTime'] },
  ],
  specification: [
    'outcome',
    'caller',
    'forwardedFrom',
    'group',
    'user',
    'wait',
    'talkTime',
    'forwardedTo',
  ],
})
