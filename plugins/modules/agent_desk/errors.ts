import { Refused } from '#core/contracts/module'

export const notAnAgent = () =>
  new Refused(404, 'E_AGENT_NOT_FOUND', 'Unknown agent, or you don’t have access to them.', 'agent')

export const unknownQueue = (queue: string) =>
  new Refused(
    422,
    'E_AGENT_QUEUE',
    `Unknown queue "${queue}", or it isn’t one of the agent’s.`,
    'queues'
  )

export const notOffered = (name: string, offered: readonly string[]) =>
  new Refused(
    422,
    'E_AGENT_ACT',
    `The platform takes no "${name}" from here. It takes: ${offered.join(', ') || 'nothing'}.`,
    'name'
  )

/** Nobody logs on to queues in somebody else's name but as a supervisor, who is named. */
export const notInHerName = () =>
  new Refused(
    403,
    'E_AGENT_HELPED',
    'Only the agents themselves act here. As a supervisor, use the list of agents.'
  )

export const reasonMissing = () =>
  new Refused(422, 'E_AGENT_REASON', 'Enter the reason: the agent is told it.', 'reason')
