import { defineReportType } from '#core/contracts/plugin'
import { agentState } from '../events/agent_state.js'
import { attempt } from '../events/attempt.js'
import { session } from '../events/session.js'
import { agentColumns } from './agent_columns.js'
import { agentTimeColumns } from './agent_time_columns.js'
import { answerTimeLimits } from './answer_time_limits.js'
import { answered, state } from './conditions.js'
import { specification } from './specification.js'

/** Agents per id [Agenter per id]: each agent over all groups. */
export const agents = defineReportType({
  key: 'contact_center.agents',
  label: 'Agents per id',
  description:
    'Shows each agent over all groups: sessions, attempts, and how long the agent was logged on, ready, paused and in wrap-up.',
  events: { session, attempt, state: agentState, busy: agentState },
  subject: 'agent',
  breakdown: 'agentGroup',
  breakdownByDefault: false,
  where: { session: answered, busy: state('talking', 'wrapUp') },
  unitedBy: { busy: ['agent'] },
  parameters: { answerTimeLimits },
  columns: { ...agentColumns, ...agentTimeColumns },
  headline: [
    { column: 'answered' },
    { column: 'attemptsMissed', good: 'down' },
    { column: 'meanServiceTime' },
    { column: 'loggedOn' },
    { column: 'occupancy' },
  ],
  presets: {
    handled: ['answered', 'attempts', 'attemptsMissed', 'meanServiceTime'],
    sessionTime: ['answered', 'sessionTime', 'meanSessionTime', 'serviceTime', 'parkTime'],
    time: ['loggedOn', 'ready', 'talking', 'wrapUp', 'paused', 'occupancy'],
    day: ['firstLogOn', 'lastLogOff', 'loggedOn', 'pauses', 'paused'],
  },
  charts: [
    { kind: 'stack', columns: ['ready', 'talking', 'wrapUp', 'paused'], line: 'occupancy' },
    { kind: 'bars', columns: ['answered', 'attemptsMissed'], line: 'meanServiceTime' },
    { kind: 'stack', columns: ['pausedEach'] },
  ],
  specification,
})
