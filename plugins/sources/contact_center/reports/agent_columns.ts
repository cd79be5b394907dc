import { attemptColumns } from './attempt_columns.js'
import { state } from './conditions.js'
import { sessionTimeColumns } from './session_time_columns.js'

/** What agents did with the sessions that they answered, and with those that they did not. */
export const agentColumns = {
  answered: {
    label: 'Answered',
    description: 'Sessions that the agent answered.',
    unit: 'count',
    value: { count: 'events' },
  },
  ...sessionTimeColumns,
  ...attemptColumns,
  talking: {
    label: 'Talking',
    description: 'How long the agent was in conversation within this time, parked included.',
    unit: 'seconds',
    of: 'state',
    value: { sum: 'seconds', where: state('talking') },
  },
  wrapUp: {
    label: 'Wrap-up',
    description: 'How long the agent finished sessions after the conversation.',
    unit: 'seconds',
    of: 'state',
    value: { sum: 'seconds', where: state('wrapUp') },
  },
  meanWrapUp: {
    label: '(M) Wrap-up',
    description: 'How long wrap-up was on average, each time that there was one.',
    unit: 'seconds',
    of: 'state',
    value: { mean: 'seconds', where: state('wrapUp') },
  },
} as const
