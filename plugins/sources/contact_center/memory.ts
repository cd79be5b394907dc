import type { Json } from '#core/contracts/scalar'
import type { AgentMemory } from './agents/agent_memory.js'
import type { CallMemory } from './puzzel/call_memory.js'
import type { HeldCallback } from './session_file/callbacks.js'

/** What is remembered between records that belong together. */
export interface Memory {
  /** The headers of files that may grow: name → header. */
  headers: Record<string, string[]>
  agents: Record<string, AgentMemory>
  callbacks: Record<string, HeldCallback>
  calls: Record<string, CallMemory>
  /** Which agent group each agent of Puzzel's table belongs to. */
  agentGroups: Record<string, string>
}

/** The memory that core kept, as a copy that may be changed. */
export function openMemory(memory: Json): Memory {
  if (memory !== null && typeof memory === 'object' && !Array.isArray(memory)) {
    return structuredClone(memory) as unknown as Memory
  }
  return { headers: {}, agents: {}, callbacks: {}, calls: {}, agentGroups: {} }
}

/** The memory as core keeps it: a copy, so that what follows does not change it. */
export const sealMemory = (memory: Memory): Json => structuredClone(memory) as unknown as Json
