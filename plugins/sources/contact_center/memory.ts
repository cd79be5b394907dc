import { byName, keptByName } from '#core/contracts/by_name'
import type { Json } from '#core/contracts/scalar'
import type { AgentMemory } from './agents/agent_memory.js'
import type { CallMemory } from './puzzel/call_memory.js'
import type { CallRow } from './puzzel/call_row.js'
import type { HeldCallback } from './session_file/callbacks.js'

/** What is remembered between records that belong together. */
export interface Memory {
  /** The headers of files that may grow: name → header. */
  headers: Map<string, string[]>
  agents: Map<string, AgentMemory>
  callbacks: Map<string, HeldCallback>
  calls: Map<string, CallMemory>
  /** Which agent group each agent of Puzzel's table belongs to. */
  agentGroups: Map<string, string>
}

type Kept = { [Part in keyof Memory]?: Json }

/** The memory that core kept, as a copy that may be changed. */
export function openMemory(memory: Json): Memory {
  const kept = structuredClone(memory) as Kept | null
  return {
    headers: byName(kept?.headers),
    agents: byName(kept?.agents),
    callbacks: byName(kept?.callbacks),
    calls: byName(kept?.calls, ({ newest, rows }: { newest: string; rows: Json }) => ({
      newest,
      rows: byName<CallRow>(rows),
    })),
    agentGroups: byName(kept?.agentGroups),
  }
}

/** The memory as core keeps it: a copy, so that what follows does not change it. */
export const sealMemory = ({ headers, agents, callbacks, calls, agentGroups }: Memory): Json =>
  structuredClone({
    headers: keptByName(headers),
    agents: keptByName(agents),
    callbacks: keptByName(callbacks),
    calls: keptByName(calls, ({ newest, rows }) => ({ newest, rows: keptByName(rows) })),
    agentGroups: keptByName(agentGroups),
  })
