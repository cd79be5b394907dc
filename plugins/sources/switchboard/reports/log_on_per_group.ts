import { defineReportType } from '#core/contracts/plugin'
import { agentState } from '../events/agent_state.js'
import { queueCall } from '../events/queue_call.js'
import { logOnColumns } from './log_on_columns.js'

/** Sign-in status per ACD/Attendant [Inloggningsstatus per ACD/Attendant]: who staffed each group, and when. */
export const logOnPerGroup = defineReportType({
  key: 'switchboard.logOnPerGroup',
  label: 'Log-on status per ACD/Attendant',
  description:
    'Shows how long agents were logged on to and paused in each attendant group or answer group.',
  events: { state: agentState, busy: queueCall, presence: agentState },
  subject: 'group',
  breakdown: 'user',
  where: {
    busy: { field: 'outcome', is: 'answered' },
    presence: { field: 'state', is: 'loggedOn' },
  },
  spans: { busy: { seconds: 'talkTime', after: 'wait' } },
  unitedBy: { busy: ['user'], presence: ['user'] },
  columns: {
    ...logOnColumns,
    agents: {
      label: 'Agents',
      description: 'How many different agents were logged on at any time.',
      unit: 'count',
      value: { distinct: 'user', where: { field: 'state', is: 'loggedOn' } },
    },
    meanAgents: {
      label: '(M) Agents logged on',
      description: 'Mean number of agents that were logged on at the same time.',
      unit: 'number',
      value: { ratio: ['loggedOn', 'clock'] },
    },
    talking: {
      label: 'Talking',
      description:
        'How long agents talked in calls of the groups within this time. A second of an agent with two calls at once counts once.',
      unit: 'seconds',
      of: 'busy',
      value: { sum: 'talkTime' },
    },
    present: {
      label: 'Logged on (each agent once)',
      description:
        'Total time that agents were logged on to at least one of the groups that the row covers.',
      unit: 'seconds',
      hidden: true,
      of: 'presence',
      value: { sum: 'seconds' },
    },
    occupancyLoggedOn: {
      label: '(%) Occupancy (time logged on)',
      description:
        'Share of the time logged on to the groups that agents talked in their calls, pauses included. Each second of an agent counts once, whatever names the agent has and however many groups.',
      unit: 'percent',
      value: { percent: ['talking', 'present'] },
    },
    clock: {
      label: 'Clock time',
      description: 'The time that the row covers.',
      unit: 'seconds',
      hidden: true,
      value: { length: 'row' },
    },
  },
  headline: [
    { column: 'agents' },
    { column: 'loggedOn' },
    { column: 'available' },
    { column: 'paused' },
    { column: 'occupancyLoggedOn' },
  ],
  presets: {
    loggedOn: ['loggedOn', 'available', 'paused', 'agents'],
    staffing: ['agents', 'meanAgents', 'loggedOnAtEnd', 'talking', 'occupancyLoggedOn'],
  },
  charts: [
    { kind: 'stack', columns: ['available', 'paused'] },
    { kind: 'lines', columns: ['meanAgents', 'agents'] },
    { kind: 'stack', columns: ['pausedEach'] },
  ],
  specification: ['group', 'user', 'state', 'reason', 'began', 'ended', 'seconds'],
})
