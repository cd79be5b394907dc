import { perLimit } from '../answer_time_limits.js'
import { abandoned, answered, ended, forwarded, withinLimit } from '../outcomes.js'

/** How long callers waited, and how many of them not too long. */
export const waitColumns = {
  meanAnswerTime: {
    label: '(M) Answer time',
    description:
      'How long callers waited on average until an agent answered, the ringing included.',
    unit: 'seconds',
    basic: true,
    value: { mean: 'wait', where: answered },
  },
  longestAnswerTime: {
    label: '(longest) Answer time',
    description: 'The longest that a caller waited who was answered.',
    unit: 'seconds',
    value: { longest: 'wait', where: answered },
  },
  medianAnswerTime: {
    label: '(50 %) Answer time',
    description: 'Half of the answered calls were answered within this time.',
    unit: 'seconds',
    value: { percentile: 'wait', at: 50, where: answered },
  },
  percentile90AnswerTime: {
    label: '(90 %) Answer time',
    description: 'Nine of ten answered calls were answered within this time.',
    unit: 'seconds',
    value: { percentile: 'wait', at: 90, where: answered },
  },
  percentile95AnswerTime: {
    label: '(95 %) Answer time',
    description: 'Nineteen of twenty answered calls were answered within this time.',
    unit: 'seconds',
    value: { percentile: 'wait', at: 95, where: answered },
  },
  meanRingTime: {
    label: '(M) Ringing time',
    description:
      'How long it rang on average at the agent who answered. It is part of the answer time.',
    unit: 'seconds',
    value: { mean: 'ring', where: answered },
  },
  meanWaitAbandoned: {
    label: '(M) Queue time abandoned',
    description: 'How long callers waited on average before they hung up.',
    unit: 'seconds',
    basic: true,
    value: { mean: 'wait', where: abandoned },
  },
  meanWaitAll: {
    label: '(M) Queue time (all)',
    description:
      'How long callers waited on average, whatever became of their calls: answered, abandoned or forwarded. Calls that met a closed queue, and calls without a wait, are left out.',
    unit: 'seconds',
    value: { mean: 'wait', where: { not: ended('closed') } },
  },
  longestWaitAbandoned: {
    label: '(longest) Queue time abandoned',
    description: 'The longest that a caller waited before hanging up.',
    unit: 'seconds',
    value: { longest: 'wait', where: abandoned },
  },
  meanWaitTimedOut: {
    label: '(M) Queue time at time-out',
    description: 'How long callers had waited on average when the queue sent them on.',
    unit: 'seconds',
    hidden: true,
    value: { mean: 'wait', where: ended('timedOut') },
  },
  answeredWithin: {
    label: 'Answered within {limit} s',
    description:
      'Calls that were answered within the limit. A wait of exactly the limit is within it.',
    unit: 'count',
    basic: true,
    per: perLimit,
    value: { count: 'events', where: { every: [answered, withinLimit] } },
  },
  abandonedWithin: {
    label: 'Abandoned within {limit} s',
    description:
      'Calls that were abandoned within the limit. A wait of exactly the limit is within it.',
    unit: 'count',
    per: perLimit,
    value: { count: 'events', where: { every: [abandoned, withinLimit] } },
  },
  serviceLevel: {
    label: '(%) Service level ({limit} s)',
    description:
      'How large a part of the calls was answered within the limit, by the formula that the report names. Forwarded calls count as other; calls to a closed queue and ongoing calls are left out.',
    unit: 'percent',
    basic: true,
    per: perLimit,
    value: { serviceLevel: { wait: 'wait', answered, abandoned, other: forwarded } },
  },
  answeredShare: {
    label: '(%) Answered',
    description: 'How large a part of the incoming calls was answered.',
    unit: 'percent',
    basic: true,
    value: { percent: ['answered', 'incoming'] },
  },
  answeredOpenShare: {
    label: '(%) Answered (queue open)',
    description:
      'How large a part of the calls was answered, of those that did not meet a closed queue: answered / (incoming − queue closed).',
    unit: 'percent',
    value: { percent: ['answered', 'incomingOpen'] },
  },
  abandonedShare: {
    label: '(%) Abandoned',
    description: 'How large a part of the incoming calls was abandoned.',
    unit: 'percent',
    basic: true,
    value: { percent: ['abandoned', 'incoming'] },
  },
  forwardedShare: {
    label: '(%) Forwarded',
    description: 'How large a part of the incoming calls was forwarded.',
    unit: 'percent',
    value: { percent: ['forwarded', 'incoming'] },
  },
} as const
