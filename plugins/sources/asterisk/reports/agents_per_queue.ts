import { defineReportType } from '#core/contracts/plugin'
import { agentState } from '../events/agent_state.js'
import { attempt } from '../events/attempt.js'
import { queueCall } from '../events/queue_call.js'
import { agentCallColumns } from './agent_call_columns.js'
import { answerTimeLimits, perLimit } from './answer_time_limits.js'
import { attemptColumns } from './attempt_columns.js'
import { busy, busyOnce, queueOccupancyColumns } from './occupancy_columns.js'
import { answered, state, withinLimit } from './outcomes.js'

/** Which agents answered the calls of each queue. */
export const agentsPerQueue = defineReportType({
  key: 'asterisk.agentsPerQueue',
  label: 'Agents per queue',
  description:
    'The agents of each queue: calls they answered and missed, and how long they talked.',
  events: { call: queueCall, attempt, state: agentState, busy: agentState, presence: agentState },
  subject: 'queue',
  breakdown: 'agent',
  where: { call: answered, busy, presence: state('loggedOn') },
  unitedBy: { busy: busyOnce, presence: busyOnce },
  parameters: { answerTimeLimits },
  columns: {
    ...agentCallColumns,
    answeredWithin: {
      label: 'Answered within {limit} s',
      description:
        'Calls that were answered within the limit. A wait of exactly the limit is within it.',
      unit: 'count',
      per: perLimit,
      value: { count: 'events', where: { every: [answered, withinLimit] } },
    },
    ...attemptColumns,
    loggedOn: {
      label: 'Logged on',
      description: 'How long the agents were logged on to the queue, their pauses included.',
      unit: 'seconds',
      of: 'state',
      value: { sum: 'seconds', where: state('loggedOn') },
    },
    paused: {
      label: 'Paused',
      description: 'How long the agents were paused in the queue.',
      unit: 'seconds',
      of: 'state',
      value: { sum: 'seconds', where: state('paused') },
    },
    wrapUp: {
      label: 'Wrap-up',
      description: 'How long the agents did wrap-up after calls of the queue.',
      unit: 'seconds',
      of: 'state',
      value: { sum: 'seconds', where: state('wrapUp') },
    },
    ...queueOccupancyColumns,
  },
  headline: [
    { column: 'answered' },
    { column: 'attemptsMissed', good: 'down' },
    { column: 'attemptsAnsweredShare', good: 'up' },
    { column: 'meanAnswerTime', good: 'down' },
    { column: 'meanTalkTime' },
  ],
  presets: {
    answers: ['answered', 'meanAnswerTime', 'meanTalkTime', 'totalTalkTime'],
    misses: ['attempts', 'attemptsAnswered', 'attemptsMissed', 'attemptsAnsweredShare'],
    endings: ['answered', 'endedByAgent', 'endedByCaller', 'transferred'],
  },
  charts: [
    { kind: 'bars', columns: ['answered', 'attemptsMissed'], line: 'meanTalkTime' },
    { kind: 'stack', columns: ['attemptsAnswered', 'attemptsMissed'] },
    { kind: 'bars', columns: ['totalTalkTime'] },
  ],
  specification: [
    'queue',
    'agent',
    'caller',
    'callerName',
    'wait',
    'ring',
    'talk',
    'endedBy',
    'transferredTo',
  ],
})
