import { defineReportType } from '#core/contracts/plugin'
import { agentState } from '../events/agent_state.js'
import { logOnColumns } from './log_on_columns.js'

/** Sign-in status per ACD/Attendant [Inloggningsstatus per ACD/Attendant]: who staffed each group, and when. */
export const logOnPerGroup = defineReportType({
  key: 'switchboard.logOnPerGroup',
  label: 'Log-on status per ACD/Attendant',
  description:
    'Shows how long agents were logged on to and paused in each attendant group or answer group.',
  events: { state: agentState },
  subject: 'group',
  breakdown: 'user',
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
    clock: {
      label: 'Clock time',
      description: 'The time that the row covers.',
      unit: 'seconds',
      hidden: true,
      value: { length: 'row' },
    },
  },
  presets: {
    loggedOn: ['loggedOn', 'available', 'paused', 'agents'],
    staffing: ['agents', 'meanAgents', 'loggedOnAtEnd'],
  },
  charts: [
    { kind: 'stack', columns: ['available', 'paused'] },
    { kind: 'lines', columns: ['meanAgents', 'agents'] },
    { kind: 'stack', columns: ['pausedEach'] },
  ],
  specification: ['group', 'user', 'state', 'reason', 'began', 'ended', 'seconds'],
})
