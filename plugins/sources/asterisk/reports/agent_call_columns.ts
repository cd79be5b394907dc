import { answered } from './outcomes.js'

const by = <const B extends string>(who: B) =>
  ({ every: [answered, { field: 'endedBy', is: who }] }) as const

/** The calls that an agent answered. */
export const agentCallColumns = {
  answered: {
    label: 'Answered',
    description: 'Calls of the queues that the agent answered.',
    unit: 'count',
    basic: true,
    value: { count: 'events', where: answered },
    consistsOf: [['endedByAgent', 'endedByCaller', 'transferred', 'endedOtherwise']],
  },
  wholeCalls: {
    label: 'Different calls',
    description: 'Each answered call once, however often it came back.',
    unit: 'count',
    hidden: true,
    value: { distinct: 'call', where: answered },
  },
  totalTalkTime: {
    label: 'Call time',
    description: 'How long the agent talked altogether, in the calls that arrived in this time.',
    unit: 'seconds',
    basic: true,
    value: { sum: 'talk', where: answered },
  },
  meanTalkTime: {
    label: '(M) Call time',
    description: 'How long the agent talked on average.',
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
  meanAnswerTime: {
    label: '(M) Answer time',
    description: 'How long the callers whom the agent answered had waited on average in the queue.',
    unit: 'seconds',
    value: { mean: 'wait', where: answered },
  },
  longestAnswerTime: {
    label: '(longest) Answer time',
    description: 'The longest that a caller waited who was answered.',
    unit: 'seconds',
    value: { longest: 'wait', where: answered },
  },
  meanRingTime: {
    label: '(M) Ringing time',
    description: 'How long it rang on average before the agent answered.',
    unit: 'seconds',
    value: { mean: 'ring', where: answered },
  },
  endedByAgent: {
    label: 'Ended by the agent',
    description: 'Answered calls in which the agent hung up first.',
    unit: 'count',
    value: { count: 'events', where: by('agent') },
  },
  endedByCaller: {
    label: 'Ended by the caller',
    description: 'Answered calls in which the caller hung up first.',
    unit: 'count',
    value: { count: 'events', where: by('caller') },
  },
  transferred: {
    label: 'Transferred out',
    description: 'Answered calls that the agent passed on to somebody else.',
    unit: 'count',
    value: { count: 'events', where: by('transfer') },
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
