export const outcome = <const O extends readonly string[]>(...is: O) =>
  ({ field: 'outcome', is }) as const

export const state = <const S extends readonly string[]>(...is: S) =>
  ({ field: 'state', is }) as const

export const answered = outcome('answered')
export const overflowed = outcome('timeout', 'moved', 'noAgents', 'full')

/** Within the limit that a repeated column stands for. */
export const within = <const O extends string>(is: O) =>
  ({ every: [outcome(is), { field: 'wait', to: 'to' }] }) as const
