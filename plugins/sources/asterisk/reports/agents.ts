import { defineReportType } from '#core/contracts/plugin'
import { agentSession } from '../events/agent_session.js'
import { agentState } from '../events/agent_state.js'
import { attempt } from '../events/attempt.js'
import { queueCall } from '../events/queue_call.js'
import { agentCallColumns } from './agent_call_columns.js'
import { attemptColumns } from './attempt_columns.js'
import { agentOccupancyColumns, busy, busyOnce } from './occupancy_columns.js'
import { answered, state } from './outcomes.js'

/** What each agent did, over all queues. */
export const agents = defineReportType({
  key: 'asterisk.agents',
  label: 'Agents',
  description:
    'Each agent over all queues: calls, missed attempts, call time, wrap-up, and how large a part of the time was spent on calls.',
  basic: true,
  events: { call: queueCall, attempt, state: agentState, session: agentSession, busy: agentState },
  subject: 'agent',
  breakdown: 'queue',
  breakdownByDefault: false,
  where: { call: answered, busy },
  unitedBy: { busy: busyOnce },
  columns: {
    ...agentCallColumns,
    ...attemptColumns,
    loggedOn: {
      label: 'Logged on',
      description:
        'How long the agent was logged on to at least one queue, pauses included. Time in several queues at once is counted once.',
      unit: 'seconds',
      basic: true,
      of: 'session',
      value: { sum: 'seconds', where: state('loggedOn') },
      consistsOf: [['available', 'paused']],
    },
    paused: {
      label: 'Paused',
      description: 'How long the agent was paused in all queues that the agent was logged on to.',
      unit: 'seconds',
      basic: true,
      of: 'session',
      value: { sum: 'seconds', where: state('paused') },
    },
    available: {
      label: 'Available',
      description: 'How long the agent was logged on and not paused.',
      unit: 'seconds',
      value: { minus: ['loggedOn', 'paused'] },
    },
    talking: {
      label: 'Talking',
      description: 'How long the agent talked with callers within this time.',
      unit: 'seconds',
      of: 'state',
      value: { sum: 'seconds', where: state('talking') },
    },
    wrapUp: {
      label: 'Wrap-up',
      description: 'How long the agent did wrap-up after calls.',
      unit: 'seconds',
      of: 'state',
      value: { sum: 'seconds', where: state('wrapUp') },
    },
    meanWrapUp: {
      label: '(M) Wrap-up',
      description: 'How long the wrap-up was on average for each time that there was one.',
      unit: 'seconds',
      of: 'state',
      value: { mean: 'seconds', where: state('wrapUp') },
    },
    ...agentOccupancyColumns,
    answeredPerHour: {
      label: 'Answered per hour logged on',
      description: 'How many calls the agent answered per hour logged on.',
      unit: 'number',
      value: { ratio: ['answered', 'loggedOn'], times: 3600 },
    },
  },
  headline: [
    { column: 'answered' },
    { column: 'attemptsMissed', good: 'down' },
    { column: 'meanTalkTime' },
    { column: 'loggedOn' },
    { column: 'occupancy' },
  ],
  presets: {
    calls: ['answered', 'attemptsMissed', 'totalTalkTime', 'meanTalkTime'],
    time: ['loggedOn', 'available', 'paused', 'talking', 'wrapUp', 'occupancy'],
    pace: ['answered', 'answeredPerHour', 'occupancy'],
  },
  charts: [
    { kind: 'bars', columns: ['answered', 'attemptsMissed'], line: 'meanTalkTime' },
    { kind: 'stack', columns: ['available', 'paused'] },
    { kind: 'bars', columns: ['occupancy'] },
  ],
  specification: [
    'agent',
    'queue',
    'caller',
    'callerName',
    'wait',
    'ring',
    'talk',
    'endedBy',
    'transferredTo',
  ],
})
