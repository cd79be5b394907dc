import type { CollectedEvent } from '#core/contracts/collector'
import { BadRecord } from '#core/contracts/table_row'
import type { ModelRow } from './row.js'

/** Asked for by name: without it each call comes with all its activities and the whole contact. */
export const callFields = [
  'id_call',
  'call_time',
  'direction',
  'answered',
  'id_queue',
  'id_agent',
  'clid',
  'did',
  'waiting_time',
  'ringing_time',
  'hold_time',
  'duration',
  'disposition_cause',
  'disconnection_cause',
  'pressed_key',
  'missed_call',
  'attempts',
] as const

const directions = ['in', 'out', 'internal']

/** Why a call that nobody answered ended: the words of the exchange beneath. */
const outcomes: Readonly<Record<string, string>> = {
  '': 'noAnswer',
  'abandon': 'abandoned',
  'exitwithtimeout': 'timeout',
  'exitwithkey': 'choice',
  'exitempty': 'noAgents',
  'busy': 'busy',
  'cancel': 'cancelled',
  'noanswer': 'noAnswer',
  'amdmachine': 'noAnswer',
  'failed': 'failed',
}

const endings = ['caller', 'agent', 'transfer', 'system']

/** @throws BadRecord in a sentence; a word that is not known is refused, so that it is noticed and not miscounted. */
export function callEvent(row: ModelRow): CollectedEvent {
  const key = row.needed('id_call')
  const direction = row.needed('direction')
  if (!directions.includes(direction)) throw unknown('direction', direction, directions)
  const answered = row.flag('answered')
  return {
    event: 'call',
    key,
    at: row.neededTime('call_time'),
    fields: {
      queue: row.reference('id_queue')?.name ?? null,
      agent: row.reference('id_agent')?.name ?? null,
      call: key,
      direction,
      outcome: answered ? 'answered' : outcomeOf(row),
      party: row.textOrNull('clid'),
      ownNumber: row.textOrNull('did'),
      endedBy: answered ? endedBy(row) : null,
      calledBack: row.text('missed_call') === '' ? null : row.text('missed_call') === '0',
      pressedKey: row.textOrNull('pressed_key'),
      attempts: row.whole('attempts') ?? 0,
      wait: row.whole('waiting_time'),
      ring: row.whole('ringing_time'),
      hold: answered ? (row.whole('hold_time') ?? 0) : null,
      talk: answered ? (row.whole('duration') ?? 0) : null,
    },
  }
}

function outcomeOf(row: ModelRow): string {
  const cause = row.text('disconnection_cause').toLowerCase()
  const outcome = Object.hasOwn(outcomes, cause) ? outcomes[cause] : undefined
  if (outcome) return outcome
  throw unknown('disconnection_cause', cause, Object.keys(outcomes).filter(Boolean))
}

function endedBy(row: ModelRow): string | null {
  const cause = row.text('disposition_cause').toLowerCase()
  if (cause === '' || endings.includes(cause)) return cause || null
  throw unknown('disposition_cause', cause, endings)
}

export const unknown = (field: string, value: string, known: readonly string[]) =>
  new BadRecord(`${field} "${value}" is unknown. Known are: ${known.join(', ')}.`)
