import { defineReportType } from '#core/contracts/plugin'
import { agentState } from '../events/agent_state.js'
import { attempt } from '../events/attempt.js'
import { session } from '../events/session.js'
import { agentColumns } from './agent_columns.js'
import { agentTimeColumns } from './agent_time_columns.js'
import { answerTimeLimits } from './answer_time_limits.js'
import { answered, state } from './conditions.js'
import { specification } from './specification.js'

/** Agents per agent group [Agenter per agentgrupp]: what the agents of each did, and where their time went. */
export const agentsPerAgentGroup = defineReportType({
  key: 'contact_center.agentsPerAgentGroup',
  label: 'Agents per agent group',
  description:
    'Shows what the agents of each agent group did: sessions, attempts, and how long they were logged on, ready, paused and in wrap-up.',
  events: { session, attempt, state: agentState, busy: agentState },
  subject: 'agentGroup',
  breakdown: 'agent',
  where: { session: answered, busy: state('talking', 'wrapUp') },
  unitedBy: { busy: ['agent'] },
  parameters: { answerTimeLimits },
  columns: {
    ...agentColumns,
    ...agentTimeColumns,
    agents: {
      label: 'Agents logged on',
      description: 'How many different agents were logged on at any time.',
      unit: 'count',
      of: 'state',
      value: { distinct: 'agent', where: state('loggedOn') },
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
  headline: [
    { column: 'answered' },
    { column: 'attemptsMissed', good: 'down' },
    { column: 'meanServiceTime' },
    { column: 'agents' },
    { column: 'occupancy' },
  ],
  presets: {
    handled: ['answered', 'attempts', 'attemptsMissed', 'meanServiceTime'],
    time: ['loggedOn', 'ready', 'talking', 'wrapUp', 'paused', 'occupancy'],
    staffing: ['agents', 'meanAgents', 'answeredPerHour'],
  },
  charts: [
    { kind: 'stack', columns: ['ready', 'talking', 'wrapUp', 'paused'], line: 'occupancy' },
    { kind: 'bars', columns: ['answered', 'attemptsMissed'], line: 'meanServiceTime' },
    { kind: 'lines', columns: ['meanAgents'] },
  ],
  specification,
})
