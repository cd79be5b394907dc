import type { Collected, CollectionPoint, Tools } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import { DaktelaApi } from '../api/daktela_api.js'
import { instanceOf, isAsked } from '../api/instance.js'
import { openMemory, sealMemory, type Memory } from '../memory.js'
import { models, readRows, readSessions, type Gathered } from '../rows/read_answer.js'
import { windowBegin } from './window.js'

/**
 * Asks for the calls and activities that are new or may have changed, page by page, and for who is logged on now.
 * What a page brought is remembered with it, so that asking goes on there after an error; asking twice
 * gives the same events.
 */
export async function* pollInstance(
  tools: Tools,
  point: CollectionPoint,
  kept: Json,
  signal: AbortSignal
): AsyncGenerator<Collected> {
  if (!isAsked(point)) return
  const memory = openMemory(kept)
  const api = new DaktelaApi(tools, instanceOf(point), signal)
  for (const model of ['activitiesCall', 'activities'] as const) {
    const { time, fields } = models[model]
    const from = windowBegin(point, memory.newest.get(model), tools.now())
    for await (const { rows } of api.pages(model, { fields, since: { field: time, from } })) {
      const gathered = readRows(model, rows, point.zone)
      moveOn(memory, model, gathered)
      yield { ...gathered, memory: sealMemory(memory) }
    }
  }
  const asked = tools.now()
  const { fields } = models.realtimeSessions
  const sessions: Json[] = []
  for await (const { rows } of api.pages('realtimeSessions', { fields })) sessions.push(...rows)
  const gathered = readSessions(sessions, point.zone, asked, memory.sessions)
  yield { ...gathered, memory: sealMemory(memory) }
}

function moveOn(memory: Memory, model: string, { events }: Gathered): void {
  for (const { at } of events) {
    const moment = at.toISOString()
    if (moment > (memory.newest.get(model) ?? '')) memory.newest.set(model, moment)
  }
}
