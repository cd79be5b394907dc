import { defineReportType } from '#core/contracts/plugin'
import { session } from '../events/session.js'
import { answerTimeLimits } from './answer_time_limits.js'
import { outcome } from './conditions.js'
import { sessionColumns } from './session_columns.js'
import { sessionTimeColumns } from './session_time_columns.js'
import { specification } from './specification.js'

/** Service access [Serviceaccess]: the numbers that customers dial, and what became of their sessions. */
export const serviceAccess = defineReportType({
  key: 'contact_center.serviceAccess',
  label: 'Service access',
  description:
    'Shows the sessions that came by each service access, such as a number that customers dial, and how they were handled in the service groups that they were queued at.',
  events: { session },
  subject: 'access',
  breakdown: 'group',
  breakdownByDefault: false,
  parameters: { answerTimeLimits },
  columns: { ...sessionColumns, ...sessionTimeColumns },
  headline: [
    { column: 'offered' },
    { column: 'answeredShare', good: 'up' },
    { column: 'abandoned', good: 'down' },
    { column: 'meanAnswerTime', good: 'down' },
    { column: 'serviceLevel', good: 'up' },
  ],
  presets: {
    handled: ['sessions', 'offered', 'answered', 'abandoned', 'overflow', 'answeredShare'],
    sessionTime: ['answered', 'sessionTime', 'meanSessionTime', 'meanQueueTime'],
    serviceLevel: [
      'offered',
      'answered',
      'answeredWithin',
      'serviceLevel',
      'answeredOpenShare',
      'meanWaitAll',
    ],
  },
  charts: [
    {
      kind: 'stack',
      columns: ['answered', 'abandoned', 'overflow', 'leftByChoice', 'callbacks', 'closed'],
      line: 'meanAnswerTime',
    },
    { kind: 'lines', columns: ['serviceLevel'] },
  ],
  specification,
  followUp: {
    party: 'caller',
    missed: outcome('abandoned'),
    reached: { some: [outcome('answered'), { field: 'callbackHandled', is: true }] },
  },
})
