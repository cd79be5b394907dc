import { answered } from '../outcomes.js'

/** The conversations, and how they ended. */
export const talkColumns = {
  meanTalkTime: {
    label: '(M) Call time',
    description: 'How long agents and callers talked on average.',
    unit: 'seconds',
    basic: true,
    value: { mean: 'talk', where: answered },
  },
  longestTalkTime: {
    label: '(longest) Call time',
    description: 'The longest conversation.',
    unit: 'seconds',
    value: { longest: 'talk', where: answered },
  },
  totalTalkTime: {
    label: 'Call time',
    description:
      'How long agents and callers talked altogether, in the calls that arrived in this time.',
    unit: 'seconds',
    value: { sum: 'talk', where: answered },
  },
  endedByAgent: {
    label: 'Ended by the agent',
    description: 'Answered calls in which the agent hung up first.',
    unit: 'count',
    value: { count: 'events', where: { every: [answered, { field: 'endedBy', is: 'agent' }] } },
  },
  endedByCaller: {
    label: 'Ended by the caller',
    description: 'Answered calls in which the caller hung up first.',
    unit: 'count',
    value: { count: 'events', where: { every: [answered, { field: 'endedBy', is: 'caller' }] } },
  },
  transferred: {
    label: 'Transferred out',
    description: 'Answered calls that the agent passed on to somebody else.',
    unit: 'count',
    value: { count: 'events', where: { every: [answered, { field: 'endedBy', is: 'transfer' }] } },
  },
  endedOtherwise: {
    label: 'Still talking or cut off',
    description:
      'Answered calls that had not ended when the log was last collected, or whose end was no hang-up.',
    unit: 'count',
    hidden: true,
    value: {
      count: 'events',
      where: {
        every: [answered, { not: { field: 'endedBy', is: ['agent', 'caller', 'transfer'] } }],
      },
    },
  },
} as const
