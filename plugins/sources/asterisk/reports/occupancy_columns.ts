import { state } from './outcomes.js'

/** The time that counts as occupied, read as an event of its own so that overlapping states count once. */
export const busy = state('talking', 'wrapUp')
export const busyOnce = ['agent'] as const

const busyColumn = {
  label: 'Talking and wrap-up',
  description:
    'How long agents talked or did wrap-up. A second in which an agent did both, or did it for two queues, counts once.',
  unit: 'seconds',
  hidden: true,
  of: 'busy',
  value: { sum: 'seconds' },
} as const

/** Of reports that know an agent's available time as a whole. */
export const agentOccupancyColumns = {
  busy: busyColumn,
  occupancy: {
    label: '(%) Occupancy',
    description:
      'How large a part of the available time the agent talked or did wrap-up: talking and wrap-up / (logged on − paused). Each second counts once, whatever names the agent has and however many queues.',
    unit: 'percent',
    value: { percent: ['busy', 'available'] },
  },
} as const

/** Of reports per queue, where an agent is logged on to several at once. */
export const queueOccupancyColumns = {
  busy: busyColumn,
  present: {
    label: 'Logged on (each agent once)',
    description:
      'How long agents were logged on to at least one of the queues that the row covers, pauses included.',
    unit: 'seconds',
    hidden: true,
    of: 'presence',
    value: { sum: 'seconds' },
  },
  occupancyLoggedOn: {
    label: '(%) Occupancy (time logged on)',
    description:
      'How large a part of the time logged on to the queues agents talked or did wrap-up, pauses included. Each second of an agent counts once, whatever names the agent has and however many queues.',
    unit: 'percent',
    value: { percent: ['busy', 'present'] },
  },
} as const
