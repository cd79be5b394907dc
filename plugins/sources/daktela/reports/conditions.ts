export const outcome = <const O extends readonly string[]>(...is: O) =>
  ({ field: 'outcome', is }) as const

export const incoming = { field: 'direction', is: 'in' } as const
export const outgoing = { field: 'direction', is: ['out', 'internal'] } as const
export const answeredIn = { every: [incoming, outcome('answered')] } as const
export const answeredOut = { every: [outgoing, outcome('answered')] } as const
