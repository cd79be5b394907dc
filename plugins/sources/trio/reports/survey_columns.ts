/** What customers answered when they were asked. */
export const surveyColumns = {
  asked: {
    label: 'Questions asked',
    description: 'How many questions customers were asked after a contact.',
    unit: 'count',
    value: { count: 'events' },
    consistsOf: [['answers', 'unansweredQuestions']],
  },
  answers: {
    label: 'Answers',
    description: 'Questions that the customer answered.',
    unit: 'count',
    value: { count: 'events', where: { not: { field: 'score', is: null } } },
    consistsOf: [['scoreEach']],
  },
  unansweredQuestions: {
    label: 'Questions without an answer',
    description: 'Questions that the customer did not answer.',
    unit: 'count',
    value: { count: 'events', where: { field: 'score', is: null } },
  },
  answersShare: {
    label: '(%) Answers',
    description: 'Share of the questions that were answered.',
    unit: 'percent',
    value: { percent: ['answers', 'asked'] },
  },
  meanScore: {
    label: '(M) Score',
    description: 'Mean of the scores that customers gave.',
    unit: 'number',
    value: { mean: 'score' },
  },
  scoreEach: {
    label: 'Score {value}',
    description: 'How many answers gave this score.',
    unit: 'count',
    per: { field: 'score' },
    value: { count: 'events' },
  },
  contacts: {
    label: 'Contacts with a survey',
    description: 'How many different contacts customers were asked about.',
    unit: 'count',
    value: { distinct: 'contact' },
  },
} as const
