/** Calls of a queue that ended in one of these ways. */
export const ended = <const O extends readonly string[]>(...outcomes: O) =>
  ({ field: 'outcome', is: outcomes }) as const

export const answered = ended('answered')
export const abandoned = ended('abandoned')
export const incoming = { field: 'direction', is: 'in' } as const
export const outgoing = { field: 'direction', is: 'out' } as const

/** What the queue itself sent on, or let go on by the caller's choice. */
export const forwarded = ended('timedOut', 'leftByChoice', 'noAgents', 'full', 'diverted')

export const state = <const S extends readonly string[]>(...states: S) =>
  ({ field: 'state', is: states }) as const

/** Within the limit that the column is repeated for; its edge is within. */
export const withinLimit = { field: 'wait', to: 'to' } as const
