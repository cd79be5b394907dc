import type { CollectionPoint, Tools } from '#core/contracts/collector'
import type { LiveChange, LiveRow } from '#core/contracts/live'
import { DaktelaApi } from '../api/daktela_api.js'
import { ModelRow } from '../rows/row.js'
import { instanceOf } from '../api/instance.js'

const fields = [
  'id_agent',
  'state',
  'statetime',
  'logintime',
  'id_pause',
  'onpause',
  'lastqueue',
  'id_call',
  'unwrap',
  'exten_status',
]
const GOOD_FOR_SECONDS = 20

/** What agents do at this moment, and which of them talk with callers of a queue. */
export async function liveValues(
  tools: Tools,
  point: CollectionPoint,
  signal: AbortSignal
): Promise<LiveChange> {
  const api = new DaktelaApi(tools, instanceOf(point), signal)
  const at = tools.now()
  const agents = new Map<string, LiveRow>()
  const talking = new Map<string, string[]>()
  for await (const { rows } of api.pages('realtimeSessions', { fields })) {
    for (const session of rows) {
      const row = new ModelRow(session as Record<string, never>, point.zone)
      const agent = row.reference('id_agent')?.name
      if (!agent) continue
      const values = agentValues(row, at)
      agents.set(agent, values)
      const queue = row.reference('lastqueue')?.name
      if (queue) {
        const others = talking.get(queue) ?? []
        talking.set(queue, values.state === 'talking' ? [...others, agent] : others)
      }
    }
  }
  return {
    at,
    goodFor: GOOD_FOR_SECONDS,
    whole: true,
    objects: [
      ...[...agents].map(([identifier, values]) => ({ objectType: 'agent', identifier, values })),
      ...[...talking].map(([identifier, agentsTalking]) => ({
        objectType: 'queue',
        identifier,
        values: { agentsTalking },
      })),
    ],
  }
}

function agentValues(row: ModelRow, now: Date): LiveRow {
  const pause = row.reference('id_pause')
  const since = row.time('statetime')
  return {
    state: stateOf(row, now),
    stateSince: since?.toISOString() ?? null,
    pauseReason: pause ? pause.title || pause.name : null,
    loggedOnSince: row.time('logintime')?.toISOString() ?? null,
  }
}

function stateOf(row: ModelRow, now: Date): string {
  if (row.reference('id_call')) return 'talking'
  const unwrap = row.time('unwrap')
  if (unwrap && unwrap > now) return 'wrapUp'
  if (row.text('exten_status') === 'Busy') return 'busy'
  if (row.reference('id_pause')) return 'paused'
  return row.text('exten_status') === 'Unavailable' ? 'unreachable' : 'ready'
}
