import { byName, keptByName } from '#core/contracts/by_name'
import type { Json } from '#core/contracts/scalar'
import type { Sessions } from './rows/read_answer.js'

/** What is remembered between two times that the platform is asked. */
export interface Memory {
  /** The newest time of each model's records that were read, ISO 8601. */
  newest: Map<string, string>
  sessions: Sessions
}

/** The memory that core kept, as a copy that may be changed. */
export function openMemory(memory: Json): Memory {
  const kept = structuredClone(memory) as { newest?: Json; sessions?: Json } | null
  return { newest: byName(kept?.newest), sessions: byName(kept?.sessions) }
}

/** The memory as core keeps it: a copy, so that what follows does not change it. */
export const sealMemory = ({ newest, sessions }: Memory): Json =>
  structuredClone({ newest: keptByName(newest), sessions: keptByName(sessions) })
