import { DateTime } from 'luxon'
import type { ValueWords } from '#core/reports/document/read_measure'
import { mask } from '#core/reports/document/mask'
import { OTHER } from '#core/reports/compile/event_query'
import type { PreparedReport } from '#core/reports/prepare_report'

/** How this report shows values of facts to its reader. Moments are told by the clock of its first zone. */
export function valueWords({ catalogue, reader, words, zones }: PreparedReport): ValueWords {
  return {
    moment: (at) => localMoment(at, zones[0]),
    object: (ordinal) =>
      ordinal === OTHER ? words.core('other') : catalogue.object(ordinal)!.name,
    choice: (event, field, choice) =>
      words.plugin(`events.${event.key}.fields.${field}.choices.${choice}`),
    flag: (value) => words.core(value ? 'yes' : 'no'),
    personal: (value, type) => (reader.personalFields ? value : mask(value, type)),
  }
}

/** A moment in milliseconds as ISO 8601 on the clock of a zone, with its offset. */
export const localMoment = (at: number, zone: string): string =>
  DateTime.fromMillis(at, { zone }).toISO({ suppressMilliseconds: true })!
