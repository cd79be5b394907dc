import { defineReportType } from '#core/contracts/plugin'
import { agentPresence } from '../events/agent_presence.js'
import { agentState } from '../events/agent_state.js'
import { logOnColumns } from './log_on_columns.js'

/**
 * Sign-in status per agent [Inloggningsstatus per agent]. Being on in two groups at once is one hour of
 * a person and two of the groups, so the groups have a column of their own.
 */
export const logOnPerAgent = defineReportType({
  key: 'switchboard.logOnPerAgent',
  label: 'Log-on status per agent',
  description:
    'Shows how long each agent was logged on and paused. Being logged on to several groups at once counts once.',
  events: { presence: agentPresence, state: agentState },
  subject: 'user',
  columns: {
    ...logOnColumns,
    loggedOnGroups: {
      label: 'Logged on to groups',
      description:
        'Total time logged on, each group by itself: being on in two groups at once counts twice.',
      unit: 'seconds',
      of: 'state',
      value: { sum: 'seconds', where: { field: 'state', is: 'loggedOn' } },
      consistsOf: [['loggedOnEach']],
    },
    loggedOnEach: {
      label: 'Logged on to groups - Specification ({value})',
      description: 'Total time logged on to each group.',
      unit: 'seconds',
      of: 'state',
      per: { field: 'group' },
      value: { sum: 'seconds', where: { field: 'state', is: 'loggedOn' } },
    },
    groups: {
      label: 'Groups',
      description: 'How many different groups agents were logged on to at any time.',
      unit: 'count',
      of: 'state',
      value: { distinct: 'group', where: { field: 'state', is: 'loggedOn' } },
    },
    lastState: {
      label: 'Last state',
      description: 'The state that began last.',
      unit: 'text',
      value: { last: 'state' },
    },
  },
  presets: {
    loggedOn: ['loggedOn', 'available', 'paused', 'logOns'],
    day: ['firstLogOn', 'lastLogOff', 'loggedOn', 'paused'],
  },
  charts: [
    { kind: 'stack', columns: ['available', 'paused'] },
    { kind: 'stack', columns: ['pausedEach'] },
    { kind: 'stack', columns: ['loggedOnEach'] },
  ],
  specification: ['user', 'state', 'reason', 'began', 'ended', 'seconds'],
})
