import type { Json } from '#core/contracts/scalar'
import type { Sessions } from './rows/read_answer.js'

/** What is remembered between two times that the platform is asked. */
export interface Memory {
  /** The newest time of each model's records that were read, ISO 8601. */
  newest: Record<string, string>
  sessions: Sessions
}

/** The memory that core kept, as a copy that may be changed. */
export function openMemory(memory: Json): Memory {
  if (memory !== null && typeof memory === 'object' && !Array.isArray(memory)) {
    return structuredClone(memory) as unknown as Memory
  }
  return { newest: {}, sessions: {} }
}

/** The memory as core keeps it: a copy, so that what follows does not change it. */
export const sealMemory = (memory: Memory): Json => structuredClone(memory) as unknown as Json
