import { outcome } from './conditions.js'

/** How often it rang at agents, whatever came of it. */
export const attemptColumns = {
  attempts: {
    label: 'Attempts',
    description:
      'Times that a session rang at an agent. One session may be several attempts, also at several agents.',
    unit: 'count',
    of: 'attempt',
    value: { count: 'events' },
    consistsOf: [['attemptsAnswered', 'attemptsMissed', 'attemptsRejected', 'attemptsLeft']],
  },
  attemptsAnswered: {
    label: 'Attempts answered',
    description: 'Attempts that the agent answered.',
    unit: 'count',
    of: 'attempt',
    value: { count: 'events', where: outcome('answered') },
  },
  attemptsMissed: {
    label: 'Attempts missed',
    description: 'Attempts where it rang until it was given up.',
    unit: 'count',
    of: 'attempt',
    value: { count: 'events', where: outcome('missed') },
  },
  attemptsRejected: {
    label: 'Attempts rejected',
    description: 'Attempts that the agent rejected, or met busy.',
    unit: 'count',
    of: 'attempt',
    value: { count: 'events', where: outcome('rejected') },
  },
  attemptsLeft: {
    label: 'Attempts the customer left',
    description: 'Attempts that ended because the customer hung up while it rang.',
    unit: 'count',
    hidden: true,
    of: 'attempt',
    value: { count: 'events', where: outcome('left') },
  },
  attemptsAnsweredShare: {
    label: '(%) Attempts answered',
    description: 'Share of the attempts that the agents answered.',
    unit: 'percent',
    value: { percent: ['attemptsAnswered', 'attempts'] },
  },
  meanAttempts: {
    label: '(M) Attempts per answered session',
    description: 'How many attempts there were for each session that was answered.',
    unit: 'number',
    value: { ratio: ['attempts', 'answered'] },
  },
  meanRingMissed: {
    label: '(M) Ringing time missed',
    description: 'Mean time that it rang at agents who did not answer.',
    unit: 'seconds',
    hidden: true,
    of: 'attempt',
    value: { mean: 'ringSeconds', where: outcome('missed') },
  },
} as const
