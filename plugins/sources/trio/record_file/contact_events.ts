import type { CollectedEvent } from '#core/contracts/collector'
import type { Row } from '#core/contracts/scalar'
import { MOST, type ContactRecord } from './contact_record.js'

/**
 * The contact, its markings and its survey answers. A corrected record says too which markings and
 * answers it no longer has, so that none of the first version is left behind.
 */
export function contactEvents(record: ContactRecord): CollectedEvent[] {
  const { service, agent, contact, media } = record
  const talkTime = record.answeredAt && seconds(record.answeredAt, record.endedAt)
  const about = { service, agent, contact }
  return [
    event(record, 'contact', record.key, {
      ...about,
      media,
      outcome: record.result,
      callback: record.callback,
      caller: record.caller,
      wait: seconds(record.queuedAt, record.answeredAt ?? record.endedAt),
      talkTime,
      handledAt: record.endedAt.toISOString(),
    }),
    ...numbered(
      record,
      'errandMarking',
      record.markings.map((marking) => ({ ...about, media, marking, talkTime }))
    ),
    ...numbered(
      record,
      'surveyAnswer',
      record.survey.map((answer) => ({ ...about, ...answer }))
    ),
  ]
}

const event = (
  { queuedAt, revision }: ContactRecord,
  kind: string,
  key: string,
  fields: Row
): CollectedEvent => ({ event: kind, key, at: queuedAt, fields, version: revision })

function numbered(record: ContactRecord, kind: string, all: readonly Row[]): CollectedEvent[] {
  const told = all.map((fields, index) => event(record, kind, `${record.key}|${index + 1}`, fields))
  if (record.revision === 0) return told
  const dropped = Array.from({ length: MOST - all.length }, (_, index) => ({
    ...event(record, kind, `${record.key}|${all.length + index + 1}`, {}),
    removed: true as const,
  }))
  return [...told, ...dropped]
}

/** Whole seconds: a part of a second is dropped. */
const seconds = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / 1000)
