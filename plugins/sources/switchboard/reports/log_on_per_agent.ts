import { defineReportType } from '#core/contracts/plugin'
import { agentPresence } from '../events/agent_presence.js'
import { agentState } from '../events/agent_state.js'
import { userCall } from '../events/user_call.js'
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
  events: { presence: agentPresence, state: agentState, busy: userCall },
  subject: 'user',
  where: { busy: { field: 'outcome', is: 'answered' } },
  spans: { busy: { seconds: 'talkTime', after: 'answerTime' } },
  unitedBy: { busy: ['user'] },
  columns: {
    ...logOnColumns,
    talking: {
      label: 'Talking',
      description:
        'How long the agent talked in calls in and out within this time. A second with two calls at once counts once.',
      unit: 'seconds',
      of: 'busy',
      value: { sum: 'talkTime' },
    },
    occupancy: {
      label: '(%) Occupancy',
      description:
        'Share of the time logged on without pausing that the agent talked: talking / (logged on − paused). Each second counts once, whatever names the agent has and however many groups.',
      unit: 'percent',
      value: { percent: ['talking', 'available'] },
    },
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
  headline: [
    { column: 'loggedOn' },
    { column: 'available' },
    { column: 'paused' },
    { column: 'pausedShare', good: 'down' },
    { column: 'occupancy' },
  ],
  presets: {
    loggedOn: ['loggedOn', 'available', 'paused', 'logOns'],
    occupancy: ['loggedOn', 'available', 'talking', 'occupancy'],
    day: ['firstLogOn', 'lastLogOff', 'loggedOn', 'paused'],
  },
  charts: [
    { kind: 'stack', columns: ['available', 'paused'] },
    { kind: 'stack', columns: ['pausedEach'] },
    { kind: 'stack', columns: ['loggedOnEach'] },
  ],
  specification: ['user', 'state', 'reason', 'began', 'ended', 'seconds'],
})
