import { defineReportType } from '#core/contracts/plugin'
import { agentState } from '../events/agent_state.js'
import { logOnColumns } from './log_on_columns.js'
import { busy, busyOnce, queueOccupancyColumns } from './occupancy_columns.js'
import { state } from './outcomes.js'

/** Who was logged on to each queue and paused in it, and when. */
export const queueLogOn = defineReportType({
  key: 'asterisk.queueLogOn',
  label: 'Log-on and pause status per queue',
  description:
    'How long agents were logged on to each queue and paused in it. An agent of several queues is counted in each of them.',
  events: { state: agentState, busy: agentState, presence: agentState },
  subject: 'queue',
  breakdown: 'agent',
  where: { busy, presence: state('loggedOn') },
  unitedBy: { busy: busyOnce, presence: busyOnce },
  columns: {
    ...logOnColumns,
    talking: {
      label: 'Talking',
      description: 'How long agents talked with callers of the queue within this time.',
      unit: 'seconds',
      value: { sum: 'seconds', where: state('talking') },
    },
    wrapUp: {
      label: 'Wrap-up',
      description: 'How long agents did wrap-up after calls of the queue.',
      unit: 'seconds',
      value: { sum: 'seconds', where: state('wrapUp') },
    },
    ...queueOccupancyColumns,
  },
  headline: [
    { column: 'agents' },
    { column: 'loggedOn' },
    { column: 'available' },
    { column: 'paused' },
    { column: 'occupancyLoggedOn' },
  ],
  presets: {
    status: ['loggedOn', 'available', 'paused', 'talking', 'agents'],
    staffing: ['meanLoggedOn', 'meanAvailable', 'agents', 'occupancyLoggedOn'],
    pauses: ['paused', 'pausedFor', 'pausedWithoutReason', 'pausedShare', 'pauses'],
    times: ['firstLogOn', 'lastLogOff', 'logOns', 'loggedOnAtEnd'],
  },
  charts: [
    { kind: 'lines', columns: ['meanLoggedOn', 'meanAvailable'] },
    { kind: 'stack', columns: ['available', 'paused'] },
    { kind: 'stack', columns: ['pausedFor', 'pausedWithoutReason'] },
  ],
  specification: ['queue', 'agent', 'state', 'reason', 'began', 'ended', 'seconds'],
})
