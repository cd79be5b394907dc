export const outcome = <const O extends readonly string[]>(...is: O) =>
  ({ field: 'outcome', is }) as const

const called = (is: boolean) => ({ field: 'callback', is }) as const

/** Callbacks apart, as the manual divides them. */
export const answered = outcome('answered')
export const unanswered = outcome('unanswered')
export const answeredCallback = { every: [answered, called(true)] } as const
export const answeredDirect = { every: [answered, { not: called(true) }] } as const
export const unansweredCallback = { every: [unanswered, called(true)] } as const
export const unansweredDirect = { every: [unanswered, { not: called(true) }] } as const
