import type { EventSchema } from '#core/contracts/event'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { Scalar } from '#core/contracts/scalar'
import type { SourcePlugin } from '#core/contracts/source'
import type { FactValue } from '#core/facts/fact_store'
import { NONE, OTHER } from '#core/reports/compile/event_query'
import { fieldValue, units } from '#core/reports/document/specification_rows'
import { localMoment } from '#core/reports/document/value_words'
import type { PreparedReport } from '#core/reports/prepare_report'

/** One of the objects that a call was at, and what happened there. */
export interface JourneyLeg {
  /** ISO 8601, on the clock of its collection point. */
  at: string
  /** What kind of thing it is, such as a call at a queue. */
  event: string
  eventLabel: string
  /** `other` where the reader may not see the object; then nothing else is told. */
  object: string | null
  objectName: string | null
  objectTypeLabel: string | null
  icon: string | null
  hidden: boolean
  /** What is known of it, in the order declared. */
  details: readonly {
    key: string
    label: string
    unit: ColumnInfo['unit']
    value: Scalar
    /** How people read it, where that is not the value. */
    text: string | null
  }[]
}

/** A leg as its reader may see it. `raw` is its point, moment and key, then the event's fields in their order. */
export function journeyLeg(
  report: PreparedReport,
  event: EventSchema,
  raw: readonly FactValue[]
): JourneyLeg {
  const { words, catalogue, source, places } = report
  const zone = places.find(({ id }) => id === Number(raw[0]))?.clock.zone ?? 'UTC'
  const fields = Object.keys(event.fields)
  const valueOf = (field: string) => raw[fields.indexOf(field) + 3]
  const mine = subjectFields(source, event).find((field) => isObject(valueOf(field)))
  const leg = {
    at: localMoment(Number(raw[1]), zone),
    event: event.key,
    eventLabel: words.plugin(`events.${event.key}.label`),
  }
  if (mine === undefined) {
    const other = { object: 'other', objectName: words.core('other') }
    return { ...leg, ...other, objectTypeLabel: null, icon: null, hidden: true, details: [] }
  }
  const object = catalogue.object(Number(valueOf(mine)))!
  return {
    ...leg,
    object: catalogue.address(object),
    objectName: object.name,
    objectTypeLabel: words.plugin(`objectTypes.${object.objectType}.label`),
    icon: source.objectTypes[object.objectType].icon,
    hidden: false,
    details: fields.flatMap((key) => {
      if (key === mine || key === event.call) return []
      const { own, twin } = fieldValue(report, event, key, valueOf(key), zone)
      if (own === null) return []
      const { unit, label } = described(report, event, key)
      return [{ key, label, unit, value: own, text: twin ?? null }]
    }),
  }
}

/** What reports of the source are about where they read this event: whose leg it is. */
function subjectFields({ reportTypes }: SourcePlugin, event: EventSchema): string[] {
  const subjects = reportTypes
    .filter(({ events }) => Object.values(events).some(({ key }) => key === event.key))
    .map(({ subject }) => subject)
    .filter((field) => Object.hasOwn(event.fields, field))
  const first = Object.keys(event.fields).find((key) => event.fields[key].type === 'object')
  return [...new Set(subjects.length || !first ? subjects : [first])]
}

const isObject = (ordinal: FactValue) =>
  ordinal !== null && ordinal !== OTHER && ordinal !== NONE && Number(ordinal) > 0

const described = ({ words }: PreparedReport, event: EventSchema, key: string) => ({
  unit: units[event.fields[key].type],
  label: words.plugin(`events.${event.key}.fields.${key}.label`),
})
