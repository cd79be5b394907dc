import type { Json } from '#core/contracts/scalar'
import type { AgentMemory } from './agents/agent_memory.js'
import { emptyJoins, type JoinMemory } from './calls/join_legs.js'

/** What is remembered between records that belong together. */
export interface Joined {
  joins: JoinMemory
  agents: Record<string, AgentMemory>
  /** The latest moment read, ISO 8601. */
  newest: string
}

/** What is remembered of asking a management node. */
export interface PollMemory {
  /** The last day that was read, local. */
  day: string
  /** What was remembered as each day of the window began, so that it can be read again from there. */
  before: Record<string, Joined>
  /** Lines of those days that were rejected, by day, told by a short hash: each is reported once. */
  rejected: Record<string, string[]>
}

export interface Memory {
  /** Files whose header orders the columns in its own way: name → header. */
  headers: Record<string, string[]>
  files: Joined
  poll: PollMemory | null
}

export const emptyJoined = (): Joined => ({ joins: emptyJoins(), agents: {}, newest: '' })

/** The memory that core kept, as a copy that may be changed. */
export function openMemory(memory: Json): Memory {
  if (memory !== null && typeof memory === 'object' && !Array.isArray(memory)) {
    return structuredClone(memory) as unknown as Memory
  }
  return { headers: {}, files: emptyJoined(), poll: null }
}

/** The memory as core keeps it: a copy, so that what follows does not change it. */
export const sealMemory = (memory: Memory): Json => structuredClone(memory) as unknown as Json
