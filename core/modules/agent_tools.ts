import { askAct } from '#core/acts/actions/ask_act'
import { linkAgent, unlinkAgent } from '#core/acts/actions/link_agent'
import { listActs } from '#core/acts/act_rows'
import { agentObjects } from '#core/acts/agent_objects'
import { unknownAgent } from '#core/acts/errors'
import { agentsNow } from '#core/acts/queries/agents_now'
import { listCandidates } from '#core/acts/queries/list_candidates'
import { ownDay } from '#core/acts/queries/own_day'
import { pauseReasons } from '#core/acts/queries/pause_reasons'
import type { AgentTools } from '#core/contracts/agent_tools'
import { readerBehind } from '#core/modules/module_readers'

/** What a module can do for the agents of one customer. */
export const agentTools = (customerId: number): AgentTools => ({
  people: (userId) => agentObjects(customerId, userId),
  link: (wish) => linkAgent(customerId, wish),
  unlink: (id) => unlinkAgent(customerId, id),
  candidates: () => listCandidates(customerId),
  presence: (agents) => agentsNow(customerId, agents),
  reasons: (agent) => pauseReasons(customerId, agent.pointId),
  acts: (since, agents) => listActs(customerId, since, agents),
  day: (agent, locale) => ownDay(customerId, agent, locale),
  async act({ agent, by, ...wish }) {
    const known = await agentObjects(customerId)
    const found = known.find(({ id }) => id === agent)
    if (!found) throw unknownAgent()
    const reader = by && readerBehind(by, customerId)
    await askAct(customerId, found, {
      ...wish,
      byUserId: reader ? (reader.actor?.userId ?? reader.userId) : null,
    })
  },
})
