import { defineReportType } from '#core/contracts/plugin'
import { agentState } from '../events/agent_state.js'
import { attempt } from '../events/attempt.js'
import { session } from '../events/session.js'
import { agentColumns } from './agent_columns.js'
import { answerTimeLimits } from './answer_time_limits.js'
import { answered } from './conditions.js'
import { specification } from './specification.js'

/** Agents per service group [Agenter per servicegrupp]: who answered in each. Agents are not logged on to a service group, so there is no such time. */
export const agentsPerServiceGroup = defineReportType({
  key: 'contact_center.agentsPerServiceGroup',
  label: 'Agents per service group',
  description:
    'Shows which agents answered sessions of each service group, how often it rang at them, and how long they talked and were in wrap-up.',
  events: { session, attempt, state: agentState },
  subject: 'group',
  breakdown: 'agent',
  where: { session: answered },
  parameters: { answerTimeLimits },
  columns: {
    ...agentColumns,
    agents: {
      label: 'Agents',
      description: 'How many different agents answered sessions.',
      unit: 'count',
      value: { distinct: 'agent' },
    },
  },
  headline: [
    { column: 'answered' },
    { column: 'attemptsMissed', good: 'down' },
    { column: 'meanServiceTime' },
    { column: 'meanWrapUp' },
  ],
  presets: {
    handled: ['answered', 'attempts', 'attemptsMissed', 'meanServiceTime'],
    time: ['answered', 'talking', 'wrapUp', 'meanServiceTime', 'meanWrapUp'],
  },
  charts: [
    { kind: 'bars', columns: ['answered', 'attemptsMissed'], line: 'meanServiceTime' },
    { kind: 'stack', columns: ['talking', 'wrapUp'] },
  ],
  specification,
})
