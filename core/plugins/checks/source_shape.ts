import { reportTypeShape } from '#core/plugins/checks/report_type_shape'
import { settingsShape } from '#core/plugins/checks/settings_shape'
import * as is from '#core/plugins/checks/shape'

const objectType = is.object({
  label: is.text,
  plural: is.text,
  icon: is.text,
  identifier: is.object({ label: is.text, pattern: is.text, example: is.text }),
  people: is.optional(is.marker),
})

const fieldTypes = ['text', 'phone', 'number', 'decimal', 'seconds', 'time', 'flag']
const plainField = {
  label: is.text,
  description: is.optional(is.text),
  personal: is.optional(is.marker),
  type: is.oneOf(...fieldTypes, 'choice', 'object'),
}
const choiceField = is.object({ ...plainField, choices: is.record(is.text) })
const objectField = is.object({
  ...plainField,
  objectType: (value, path) =>
    Array.isArray(value) ? is.list(is.text)(value, path) : is.text(value, path),
})
const field: is.Shape = (value, path) => {
  const type = is.isRecord(value) ? value.type : undefined
  if (type === 'choice') return choiceField(value, path)
  if (type === 'object') return objectField(value, path)
  return is.object(plainField)(value, path)
}

const event = is.object({
  key: is.text,
  label: is.text,
  fields: is.record(field),
  call: is.optional(is.text),
  spans: is.optional(is.text),
  unitedBy: is.optional(is.list(is.text)),
  internal: is.optional(is.anObject),
  notify: is.optional(
    is.object({
      person: (value, path) =>
        Array.isArray(value) ? is.list(is.text)(value, path) : is.text(value, path),
      subscribers: is.optional(is.text),
      since: is.optional(is.text),
      by: is.optional(is.text),
      where: is.optional(is.anObject),
      subject: is.text,
      text: is.text,
    })
  ),
})

/** What a source declares beside what every plugin does. */
export const sourceShape: Readonly<Record<string, is.Shape>> = {
  pointSettings: is.optional(settingsShape),
  objectTypes: is.record(objectType),
  events: is.list(event),
  reportTypes: is.list(reportTypeShape(event)),
  collector: is.code,
  live: is.optional(
    is.record(
      is.object({
        label: is.text,
        description: is.text,
        unit: is.text,
        of: (value, path) =>
          Array.isArray(value) ? is.list(is.text)(value, path) : is.text(value, path),
        states: is.optional(is.record(is.text)),
        sum: is.optional(is.oneOf('add', 'earliest', 'distinct')),
        derived: is.optional(is.list(is.anObject)),
      })
    )
  ),
  demo: is.optional(is.code),
  demoPlatform: is.optional(is.code),
  acts: is.optional(
    is.object({
      person: is.text,
      queue: is.text,
      needs: is.list(is.text),
      offers: is.record(
        is.object({
          per: is.oneOf('queue', 'person'),
          reasons: is.optional(is.oneOf('listed', 'free')),
          duringCall: is.oneOf('now', 'after', 'refused'),
        })
      ),
    })
  ),
  presence: is.optional(
    is.object({
      event: is.text,
      person: is.text,
      state: is.text,
      reason: is.optional(is.text),
      loggedOn: is.text,
      paused: is.text,
      day: is.optional(is.object({ report: is.text, columns: is.list(is.text) })),
    })
  ),
  errands: is.optional(
    is.object({
      list: is.text,
      comments: is.text,
      service: is.text,
      reported: is.code,
      commented: is.code,
    })
  ),
}
