import { defineReportType } from '#core/contracts/plugin'
import { attempt } from '../events/attempt.js'
import { session } from '../events/session.js'
import { answerTimeLimits } from './answer_time_limits.js'
import { attemptColumns } from './attempt_columns.js'
import { outcome } from './conditions.js'
import { sessionColumns } from './session_columns.js'
import { sessionTimeColumns } from './session_time_columns.js'
import { specification } from './specification.js'

/** Service group [Servicegrupp]: how the sessions of each were handled. */
export const serviceGroups = defineReportType({
  key: 'contact_center.serviceGroups',
  label: 'Service group',
  description:
    'Shows the sessions that were queued at each service group: how they were answered, how long customers waited, and how many left without an answer.',
  events: { session, attempt },
  subject: 'group',
  breakdown: 'agent',
  breakdownByDefault: false,
  parameters: { answerTimeLimits },
  columns: {
    ...sessionColumns,
    ...sessionTimeColumns,
    ...attemptColumns,
    answeredByEach: {
      label: 'Answered by agent - Specification ({value})',
      description: 'Answered sessions, each agent by itself.',
      unit: 'count',
      per: { field: 'agent' },
      value: { count: 'events', where: outcome('answered') },
    },
  },
  headline: [
    { column: 'offered' },
    { column: 'answeredShare', good: 'up' },
    { column: 'abandoned', good: 'down' },
    { column: 'meanAnswerTime', good: 'down' },
    { column: 'serviceLevel', good: 'up' },
  ],
  presets: {
    handled: ['offered', 'answered', 'abandoned', 'overflow', 'meanAnswerTime', 'answeredShare'],
    sessionTime: [
      'answered',
      'sessionTime',
      'meanSessionTime',
      'meanQueueTime',
      'meanRingTime',
      'meanServiceTime',
      'meanParkTime',
    ],
    serviceLevel: [
      'offered',
      'answered',
      'answeredWithin',
      'serviceLevel',
      'answeredOpenShare',
      'meanWaitAll',
    ],
    callbacks: ['offered', 'answered', 'callbacks', 'callbacksHandled'],
  },
  charts: [
    {
      kind: 'stack',
      columns: ['answered', 'abandoned', 'overflow', 'leftByChoice', 'callbacks', 'closed'],
      line: 'meanAnswerTime',
    },
    { kind: 'lines', columns: ['serviceLevel'] },
    { kind: 'stack', columns: ['queueTime', 'ringTime', 'serviceTime', 'parkTime'] },
    { kind: 'stack', columns: ['answeredByEach'] },
  ],
  specification,
  followUp: {
    party: 'caller',
    missed: outcome('abandoned'),
    reached: { some: [outcome('answered'), { field: 'callbackHandled', is: true }] },
  },
})
