import type { ActName } from '#core/contracts/act'
import type { ActByKind, ActState } from '#core/contracts/agent_tools'

export interface DeskQueue {
  queue: string
  name: string
  isOn: boolean
  isPaused: boolean
  isMine: boolean
  waiting: number | null
  longestWaitSince: string | null
  ready: number | null
}

export interface DeskAct {
  id: number
  name: ActName
  /** Null where it is for all queues. */
  queue: string | null
  reason: string | null
  state: ActState
  code: string | null
  byKind: ActByKind
  askedAt: string
  handedAt: string | null
}

export interface DeskAgent {
  id: number
  platform: string
  name: string
  device: string | null
  offers: readonly ActName[]
  reasons: readonly { code: string; label: string }[]
  isKnown: boolean
  asOf: string | null
  state: string | null
  stateSince: string | null
  pauseReason: string | null
  loggedOnSince: string | null
  queues: readonly DeskQueue[]
  acts: readonly DeskAct[]
  /** Queues that were logged on to from here last, and since when. */
  wished: readonly { queue: string; since: string }[]
}

export interface DeskNotice {
  id: number
  by: string | null
  name: ActName
  queues: readonly string[]
  reason: string
  at: string
}

export interface Desk {
  now?: string
  agents: readonly DeskAgent[]
  notices: readonly DeskNotice[]
}

export interface TeamAgent {
  id: number
  name: string
  agent: string
  platform: string
  offers: readonly ActName[]
  isKnown: boolean
  state: string | null
  stateSince: string | null
  pauseReason: string | null
  queues: readonly { queue: string; name: string; isPaused: boolean }[]
  devices: readonly string[]
  withoutPageSince: string | null
}

/** A name that no other wish or page has. */
export const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
