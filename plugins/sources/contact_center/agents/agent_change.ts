/** What an agent may do that changes how the agent's time is counted. */
export const agentChanges = ['loggedOn', 'loggedOff', 'paused', 'wrapUp', 'ready'] as const

/** That an agent logged on or off, paused, went into wrap-up or was ready again. */
export interface AgentChange {
  at: Date
  agent: string
  agentGroup: string | null
  /** Of the session that is wrapped up. */
  group: string | null
  change: (typeof agentChanges)[number]
  reason: string | null
}
