import type { Collected, CollectionPoint, Input } from '#core/contracts/collector'
import { readLines } from '#core/contracts/read_lines'
import { rejectedLine } from '#core/contracts/read_table'
import type { Json } from '#core/contracts/scalar'
import { BadRecord } from '#core/contracts/table_row'
import { openMemory, sealMemory } from '../memory.js'
import {
  modelNames,
  readRows,
  readSessions,
  type Gathered,
  type Model,
  type Sessions,
} from '../rows/read_answer.js'

/** Reads answers of the platform that were kept, one a line: `{"model": "activitiesCall", "answer": {…}}`. */
export async function* readRecorded(
  input: Input,
  point: CollectionPoint,
  kept: Json
): AsyncGenerator<Collected> {
  const memory = openMemory(kept)
  for await (const { lines, position } of readLines(input)) {
    const all: Gathered = { events: [], objects: [], rejected: [] }
    for (const { text, number } of lines) {
      if (text.trim() === '') continue
      try {
        const { events, objects, rejected } = readLine(text, number, point.zone, memory.sessions)
        all.events.push(...events)
        all.objects.push(...objects)
        all.rejected.push(...rejected)
      } catch (error) {
        all.rejected.push(rejectedLine(text, number, error))
      }
    }
    yield { ...all, position, memory: sealMemory(memory) }
  }
}

function readLine(text: string, number: number, zone: string, sessions: Sessions): Gathered {
  const { model, asked, rows } = recordedAnswer(text)
  if (model !== 'realtimeSessions') return readRows(model, rows, zone, number)
  if (!asked) throw new BadRecord('An answer of realtimeSessions needs "asked": when it was.')
  return readSessions(rows, zone, asked, sessions, number)
}

function recordedAnswer(text: string): { model: Model; asked: Date | null; rows: readonly Json[] } {
  const kept = parsed(text)
  const model = modelNames.find((name) => name === kept.model)
  if (!model) {
    throw new BadRecord(`It should say "model", one of: ${modelNames.join(', ')}.`)
  }
  const answer = recordOf(kept.answer)
  const { data } = recordOf(answer.result)
  if (!Array.isArray(data)) throw new BadRecord('Its "answer" has no "result" with "data".')
  const asked = typeof kept.asked === 'string' ? new Date(kept.asked) : null
  return { model, asked: asked && Number.isNaN(asked.getTime()) ? null : asked, rows: data }
}

function parsed(text: string): Record<string, Json> {
  try {
    return recordOf(JSON.parse(text) as Json)
  } catch {
    throw new BadRecord('The line is no JSON.')
  }
}

const recordOf = (value: Json | undefined): Record<string, Json> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}
