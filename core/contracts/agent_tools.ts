import type { ActName, PauseReason } from './act.js'
import type { ModuleReader } from './module_reader.js'
import type { Row } from './scalar.js'

/** An object of a platform that one of the customer's people is. */
export interface AgentObject {
  /** Of the link between the two. */
  id: number
  userId: number
  /** Of the measurement object. */
  objectId: number
  /** Key and label of the source. */
  source: string
  platform: string
  pointId: number
  objectType: string
  identifier: string
  name: string
  /** The telephone that calls go to, where the platform must be told. */
  device: string | null
  /** What can be done for them there; empty where the platform takes nothing. */
  offers: readonly ActName[]
}

/** How an agent stands in a queue now. */
export interface AgentInQueue {
  queue: string
  name: string
  isOn: boolean
  isPaused: boolean
  waiting: number | null
  longestWaitSince: string | null
  ready: number | null
}

/** What the platform tells of an agent now. */
export interface AgentNow {
  id: number
  /** Whether the platform tells anything now; else when it last did. */
  isKnown: boolean
  asOf: string | null
  state: string | null
  stateSince: string | null
  pauseReason: string | null
  loggedOnSince: string | null
  /** All queues of the collection point. */
  queues: readonly AgentInQueue[]
}

export type ActByKind = 'self' | 'supervisor' | 'rule' | 'restore'

export interface ActWish {
  /** Of the one who wishes: the same again is the same wish. */
  key: string
  /** The link’s id. */
  agent: number
  name: ActName
  /** For these; for all that the agent is logged on to where left out. */
  queues?: readonly { queue: string; penalty?: number }[]
  reason?: string
  by: ModuleReader | null
  byKind: ActByKind
}

/**
 * `asked` until the platform is asked, `handed` until it says that it is so. The others are how it ended:
 * `confirmed` by the platform, `refused`, `unknown` where nobody could say, `replaced` by a newer wish.
 */
export type ActState = 'asked' | 'handed' | 'confirmed' | 'refused' | 'unknown' | 'replaced'

/** What became of a wish, for one queue or for all. */
export interface AgentAct {
  id: number
  key: string
  pointId: number
  identifier: string
  name: ActName
  queue: string | null
  reason: string | null
  byKind: ActByKind
  byUserId: number | null
  state: ActState
  /** Why it was refused; `already` where it was so before. */
  code: string | null
  detail: string | null
  askedAt: string
  handedAt: string | null
  endedAt: string | null
}

/** A time in which an agent was logged on or paused, as it was collected; `until` is null while it lasts. */
export interface PresenceSpan {
  id: number
  state: 'loggedOn' | 'paused'
  reason: string | null
  from: string
  until: string | null
}

/** What a module can do for the agents among the customer's people. Whether somebody may is the module's to ask. */
export interface AgentTools {
  /** Which objects the customer’s people are today; those of one person where given. */
  people(userId?: number): Promise<readonly AgentObject[]>
  /** Says that a person is an object from now on. Throws for a person or an object of another customer. */
  link(wish: { userId: number; objectId: number; device: string | null }): Promise<number>
  /** Says that the person is it no longer; answers whether there was one. */
  unlink(id: number): Promise<boolean>
  /** The objects that stand for people, and whether acts are offered where they are. */
  candidates(): Promise<readonly Omit<AgentObject, 'id' | 'userId' | 'device'>[]>
  presence(agents: readonly AgentObject[]): Promise<readonly AgentNow[]>
  reasons(agent: AgentObject): Promise<readonly PauseReason[]>
  /** Wishes something of the platform. It resolves once the wish is kept; `acts` tells what becomes of it. */
  act(wish: ActWish): Promise<void>
  /** Wishes since a moment, oldest first, at most 1000. */
  acts(since: Date, agents?: readonly AgentObject[]): Promise<readonly AgentAct[]>
  /** Figures of the agent's own day so far, whatever else the person may see; null where the source tells none. */
  day(
    agent: AgentObject,
    locale: string
  ): Promise<readonly { key: string; label: string; unit: string; value: Row[string] }[] | null>
}
