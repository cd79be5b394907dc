import { byName, keptByName } from '#core/contracts/by_name'
import type { Json } from '#core/contracts/scalar'
import { openLane, sealLane, type AgentMemory, type KeptLane } from './agents/agent_memory.js'
import { emptyJoins, type JoinMemory } from './calls/join_legs.js'

/** What is remembered between records that belong together. */
export interface Joined {
  joins: JoinMemory
  agents: Map<string, AgentMemory>
  /** The latest moment read, ISO 8601. */
  newest: string
}

/** What is remembered of asking a management node. */
export interface PollMemory {
  /** The last day that was read, local. */
  day: string
  /** What was remembered as each day of the window began, so that it can be read again from there. */
  before: Map<string, Joined>
  /** Lines of those days that were rejected, by day, told by a short hash: each is reported once. */
  rejected: Map<string, string[]>
}

export interface Memory {
  /** Files whose header orders the columns in its own way: name → header. */
  headers: Map<string, string[]>
  files: Joined
  poll: PollMemory | null
}

export const emptyJoined = (): Joined => ({ joins: emptyJoins(), agents: new Map(), newest: '' })

interface KeptJoined {
  joins?: { [Part in keyof JoinMemory]?: Json }
  agents?: Json
  newest?: string
}

interface Kept {
  headers?: Json
  files?: KeptJoined
  poll?: { day: string; before?: Json; rejected?: Json } | null
}

/** The memory that core kept, as a copy that may be changed. */
export function openMemory(memory: Json): Memory {
  const kept = structuredClone(memory) as unknown as Kept | null
  const poll = kept?.poll
  return {
    headers: byName(kept?.headers),
    files: openJoined(kept?.files),
    poll: poll
      ? { day: poll.day, before: byName(poll.before, openJoined), rejected: byName(poll.rejected) }
      : null,
  }
}

/** The memory as core keeps it: a copy, so that what follows does not change it. */
export const sealMemory = ({ headers, files, poll }: Memory): Json =>
  structuredClone({
    headers: keptByName(headers),
    files: sealJoined(files),
    poll: poll && {
      day: poll.day,
      before: keptByName(poll.before, sealJoined),
      rejected: keptByName(poll.rejected),
    },
  })

const openJoined = (kept?: KeptJoined): Joined => ({
  joins: {
    waiting: byName(kept?.joins?.waiting),
    members: byName(kept?.joins?.members),
    callbacks: byName(kept?.joins?.callbacks),
  },
  agents: byName(kept?.agents, ({ now, replay }: { now: KeptLane; replay: KeptLane | null }) => ({
    now: openLane(now),
    replay: replay && openLane(replay),
  })),
  newest: kept?.newest ?? '',
})

const sealJoined = ({ joins, agents, newest }: Joined) => ({
  joins: {
    waiting: keptByName(joins.waiting),
    members: keptByName(joins.members),
    callbacks: keptByName(joins.callbacks),
  },
  agents: keptByName(agents, ({ now, replay }) => ({
    now: sealLane(now),
    replay: replay && sealLane(replay),
  })),
  newest,
})
