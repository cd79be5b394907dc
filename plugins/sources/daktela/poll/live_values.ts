import type { CollectionPoint, Tools } from '#core/contracts/collector'
import type { Row } from '#core/contracts/scalar'
import { DaktelaApi } from '../api/daktela_api.js'
import { instanceOf, isAsked } from '../api/instance.js'
import { ModelRow } from '../rows/row.js'

const fields = ['id_agent', 'state', 'statetime', 'logintime', 'id_pause', 'lastqueue', 'id_call']

/** What agents do at this moment, and how many of them talk with callers of a queue, by identifier. */
export async function liveValues(
  tools: Tools,
  point: CollectionPoint,
  identifiers: readonly string[]
): Promise<ReadonlyMap<string, Row>> {
  const values = new Map<string, Row>()
  if (!isAsked(point)) return values
  const api = new DaktelaApi(tools, instanceOf(point), AbortSignal.timeout(10_000))
  const asked = tools.now()
  for await (const { rows } of api.pages('realtimeSessions', { fields })) {
    for (const session of rows) {
      const row = new ModelRow(session as Record<string, never>, point.zone)
      const agent = row.reference('id_agent')?.name
      if (agent && identifiers.includes(agent)) values.set(agent, agentValues(row, asked))
      const queue = row.reference('lastqueue')?.name
      if (!queue || !identifiers.includes(queue) || !row.reference('id_call')) continue
      values.set(queue, { agentsTalking: Number(values.get(queue)?.agentsTalking ?? 0) + 1 })
    }
  }
  return values
}

function agentValues(row: ModelRow, asked: Date): Row {
  const pause = row.reference('id_pause')
  return {
    state: pause ? pause.title || pause.name : row.text('state'),
    stateSeconds: since(row.time('statetime'), asked),
    loggedOnSeconds: since(row.time('logintime'), asked),
  }
}

const since = (began: Date | null, now: Date) =>
  began && Math.max(0, Math.floor((now.getTime() - began.getTime()) / 1000))
