import { defineReportType } from '#core/contracts/plugin'
import { attempt } from '../events/attempt.js'
import { queueCall } from '../events/queue_call.js'
import { answerTimeLimits } from './answer_time_limits.js'
import { attemptColumns } from './attempt_columns.js'
import { answered, ended } from './outcomes.js'
import { incomingColumns } from './queue/incoming_columns.js'
import { talkColumns } from './queue/talk_columns.js'
import { waitColumns } from './queue/wait_columns.js'

/** Queues: how many calls came, what became of them and how long they waited. */
export const queue = defineReportType({
  key: 'asterisk.queue',
  label: 'Queues',
  description:
    'Calls to each queue: answered, abandoned or forwarded, how long they waited, and the service level.',
  basic: true,
  events: { call: queueCall, attempt },
  subject: 'queue',
  parameters: { answerTimeLimits },
  columns: { ...incomingColumns, ...waitColumns, ...talkColumns, ...attemptColumns },
  headline: [
    { column: 'incoming' },
    { column: 'answeredShare', good: 'up' },
    { column: 'abandoned', good: 'down' },
    { column: 'meanAnswerTime', good: 'down' },
    { column: 'serviceLevel', good: 'up' },
  ],
  presets: {
    overview: [
      'incoming',
      'answered',
      'abandoned',
      'forwarded',
      'meanAnswerTime',
      'answeredShare',
      'serviceLevel',
    ],
    waits: [
      'incoming',
      'meanAnswerTime',
      'percentile90AnswerTime',
      'longestAnswerTime',
      'meanWaitAbandoned',
      'meanWaitAll',
    ],
    serviceLevels: [
      'incoming',
      'answeredWithin',
      'abandonedWithin',
      'serviceLevel',
      'answeredOpenShare',
    ],
    leaving: ['incoming', 'timedOut', 'leftByChoice', 'noAgents', 'full', 'closed', 'diverted'],
    origins: ['incoming', 'direct', 'viaOther', 'viaEach'],
    conversations: ['answered', 'meanTalkTime', 'longestTalkTime', 'totalTalkTime', 'transferred'],
    members: ['answered', 'answeredByEach', 'attempts', 'attemptsMissed'],
  },
  charts: [
    {
      kind: 'stack',
      columns: ['answered', 'abandoned', 'forwarded', 'closed'],
      line: 'meanAnswerTime',
    },
    { kind: 'lines', columns: ['serviceLevel', 'answeredShare'] },
    { kind: 'bars', columns: ['meanAnswerTime', 'percentile90AnswerTime', 'meanWaitAbandoned'] },
    { kind: 'stack', columns: ['timedOut', 'leftByChoice', 'noAgents', 'full', 'diverted'] },
    { kind: 'stack', columns: ['answeredByEach'] },
  ],
  specification: [
    'queue',
    'caller',
    'callerName',
    'via',
    'outcome',
    'reason',
    'agent',
    'wait',
    'ring',
    'talk',
    'endedBy',
    'transferredTo',
    'keyPressed',
    'dialled',
    'originalPosition',
    'position',
  ],
  followUp: {
    party: 'caller',
    missed: ended(
      'abandoned',
      'timedOut',
      'leftByChoice',
      'noAgents',
      'full',
      'closed',
      'diverted'
    ),
    reached: answered,
  },
})
