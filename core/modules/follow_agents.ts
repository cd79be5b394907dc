import { agentObjects } from '#core/acts/agent_objects'
import { agentsNow } from '#core/acts/queries/agents_now'
import { followActs } from '#core/acts/told_acts'
import type { AgentObject } from '#core/contracts/agent_tools'
import { liveStore } from '#core/live/live_store'
import { openStreams } from '#core/questions/stream/streams_in_use'

/** Changes that come at the same time are looked at once. */
const GATHERED_MS = 40
const PEOPLE_KEPT_MS = 5000

/** Has the open streams of a module asked for anew where something of who watches has become another. */
export function followAgents(module: string): () => void {
  const known = new Map<number, { at: number; people: readonly AgentObject[] }>()
  const seen = new Map<string, string>()
  const soon = new Map<number, NodeJS.Timeout>()

  async function peopleOf(customerId: number) {
    const kept = known.get(customerId)
    if (kept && Date.now() - kept.at < PEOPLE_KEPT_MS) return kept.people
    const people = await agentObjects(customerId)
    known.set(customerId, { at: Date.now(), people })
    return people
  }
  async function look(customerId: number) {
    if (openStreams().size === 0) return
    const people = await peopleOf(customerId)
    const now = await agentsNow(customerId, people)
    const changed = new Set<number>()
    for (const [index, { asOf, ...rest }] of now.entries()) {
      const { userId, id } = people[index]!
      const text = JSON.stringify([asOf !== null, rest])
      const place = `${customerId} ${id}`
      if (seen.get(place) !== text) changed.add(userId)
      seen.set(place, text)
    }
    for (const userId of changed) openStreams().refresh(module, customerId, `user ${userId}`)
  }
  function lookSoon(customerId: number) {
    if (soon.has(customerId)) return
    const timer = setTimeout(() => {
      soon.delete(customerId)
      void look(customerId).catch(() => undefined)
    }, GATHERED_MS).unref()
    soon.set(customerId, timer)
  }

  const unfollow = [
    liveStore.follow(({ customerId }) => lookSoon(customerId)),
    followActs(({ customerId, identifier }) => {
      void peopleOf(customerId)
        .then((people) => {
          for (const one of people) {
            if (one.identifier !== identifier) continue
            openStreams().refresh(module, customerId, `user ${one.userId}`)
          }
        })
        .catch(() => undefined)
    }),
  ]
  return () => unfollow.forEach((end) => end())
}
