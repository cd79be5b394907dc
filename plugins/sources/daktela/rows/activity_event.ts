import type { CollectedEvent } from '#core/contracts/collector'
import { unknown } from './call_event.js'
import type { ModelRow } from './row.js'

export const activityFields = [
  'name',
  'type',
  'action',
  'queue',
  'user',
  'time',
  'time_open',
  'time_close',
  'baw',
  'aaw',
  'duration',
] as const

const channels: Readonly<Record<string, string>> = {
  '': 'comment',
  'CALL': 'call',
  'EMAIL': 'email',
  'CHAT': 'chat',
  'SMS': 'sms',
  'FBM': 'facebook',
  'FBCOMMENT': 'facebook',
  'IGDM': 'instagram',
  'IGCOMMENT': 'instagram',
  'WAP': 'whatsapp',
  'VBR': 'viber',
  'CUSTOM': 'custom',
}

const states: Readonly<Record<string, string>> = {
  WAIT: 'waiting',
  OPEN: 'open',
  POSTPONE: 'postponed',
  CLOSE: 'closed',
}

/** @throws BadRecord in a sentence. */
export function activityEvent(row: ModelRow): CollectedEvent {
  const key = row.needed('name')
  const at = row.neededTime('time')
  const opened = row.time('time_open')
  const closed = row.time('time_close')
  return {
    event: 'activity',
    key,
    at,
    fields: {
      queue: row.reference('queue')?.name ?? null,
      agent: row.reference('user')?.name ?? null,
      activity: key,
      channel: wordOf(row, 'type', channels),
      state: wordOf(row, 'action', states),
      wait: opened && seconds(at, opened),
      handling: opened && closed && seconds(opened, closed),
      beforeWork: row.whole('baw'),
      afterWork: row.whole('aaw'),
      closedAt: closed?.toISOString() ?? null,
    },
  }
}

function wordOf(row: ModelRow, field: string, words: Readonly<Record<string, string>>): string {
  const text = row.text(field).toUpperCase()
  const word = Object.hasOwn(words, text) ? words[text] : undefined
  if (word) return word
  throw unknown(field, text, Object.keys(words).filter(Boolean))
}

const seconds = (from: Date, to: Date) =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1000))
