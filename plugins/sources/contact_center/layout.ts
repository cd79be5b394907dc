/** The kinds of table that are read, told apart by the columns that only they have. */
const layouts = {
  sessions: ['recordtype', 'at'],
  callEvents: ['call_id', 'call_sequence', 'event_type', 'dte_start'],
  agentEvents: ['agent_id', 'event_type', 'dte_start'],
  agents: ['agent_id', 'full_name'],
} as const

export type Layout = keyof typeof layouts

/** Which table a header is of; undefined where it is none of them. */
export const layoutOf = (header: readonly string[]): Layout | undefined =>
  (Object.keys(layouts) as Layout[]).find((layout) =>
    layouts[layout].every((column) => header.includes(column))
  )
