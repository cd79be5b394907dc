import { defineReportType } from '#core/contracts/plugin'
import { agentSession } from '../events/agent_session.js'
import { agentState } from '../events/agent_state.js'
import { logOnColumns } from './log_on_columns.js'
import { agentOccupancyColumns, busy, busyOnce } from './occupancy_columns.js'
import { state } from './outcomes.js'

/** When each agent was logged on and paused, over all queues. */
export const agentLogOn = defineReportType({
  key: 'asterisk.agentLogOn',
  label: 'Log-on and pause status per agent',
  description:
    'How long each agent was logged on and paused. Time in several queues at once is counted once.',
  events: { session: agentSession, state: agentState, busy: agentState },
  subject: 'agent',
  where: { busy },
  unitedBy: { busy: busyOnce },
  columns: {
    ...logOnColumns,
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
    ...agentOccupancyColumns,
    queues: {
      label: 'Queues',
      description: 'How many different queues the agent was logged on to.',
      unit: 'count',
      of: 'state',
      value: { distinct: 'queue', where: state('loggedOn') },
    },
  },
  headline: [
    { column: 'loggedOn' },
    { column: 'available' },
    { column: 'paused' },
    { column: 'pausedShare', good: 'down' },
    { column: 'occupancy' },
  ],
  presets: {
    status: ['loggedOn', 'available', 'paused', 'talking', 'wrapUp', 'occupancy'],
    times: ['firstLogOn', 'lastLogOff', 'logOns', 'loggedOnAtEnd'],
    pauses: ['paused', 'pausedFor', 'pausedWithoutReason', 'pausedShare', 'pauses', 'longestPause'],
  },
  charts: [
    { kind: 'stack', columns: ['available', 'paused'] },
    { kind: 'lines', columns: ['meanLoggedOn', 'meanAvailable'] },
    { kind: 'stack', columns: ['pausedFor', 'pausedWithoutReason'] },
  ],
  specification: ['agent', 'state', 'reason', 'began', 'ended', 'seconds'],
})
