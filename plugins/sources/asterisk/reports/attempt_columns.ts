const result = <const O extends string>(outcome: O) => ({ field: 'outcome', is: outcome }) as const

/** How often it rang at agents, whatever came of it. */
export const attemptColumns = {
  attempts: {
    label: 'Attempts',
    description:
      'Times that a call of the queue rang at an agent. One call may be several attempts, also at several agents at once.',
    unit: 'count',
    of: 'attempt',
    value: { count: 'events' },
    consistsOf: [['attemptsAnswered', 'attemptsMissed', 'attemptsCancelled', 'attemptsDropped']],
  },
  attemptsAnswered: {
    label: 'Attempts answered',
    description: 'Attempts that the agent answered.',
    unit: 'count',
    of: 'attempt',
    value: { count: 'events', where: result('answered') },
  },
  attemptsMissed: {
    label: 'Missed attempts',
    description:
      'Times that it rang at an agent who did not answer. Several agents may miss the same call, and one agent may miss it several times.',
    unit: 'count',
    of: 'attempt',
    value: { count: 'events', where: result('missed') },
  },
  attemptsCancelled: {
    label: 'Attempts the caller left',
    description: 'Attempts that ended because the caller left the queue while it rang.',
    unit: 'count',
    hidden: true,
    of: 'attempt',
    value: { count: 'events', where: result('cancelled') },
  },
  attemptsDropped: {
    label: 'Attempts dropped',
    description: 'Attempts in which the agent hung up before the caller was connected.',
    unit: 'count',
    hidden: true,
    of: 'attempt',
    value: { count: 'events', where: result('dropped') },
  },
  attemptsAnsweredShare: {
    label: '(%) Attempts answered',
    description: 'How large a part of the attempts the agents answered.',
    unit: 'percent',
    value: { percent: ['attemptsAnswered', 'attempts'] },
  },
  meanRingMissed: {
    label: '(M) Ringing time missed',
    description: 'How long it rang on average at agents who did not answer.',
    unit: 'seconds',
    hidden: true,
    of: 'attempt',
    value: { mean: 'ringSeconds', where: result('missed') },
  },
} as const
