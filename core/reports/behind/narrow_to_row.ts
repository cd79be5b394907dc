import type { FigureAddress } from '#core/reports/behind/figure_address'
import { brokenDownBy } from '#core/reports/broken_down_by'
import { NONE, OTHER } from '#core/reports/compile/event_query'
import { intervalLabel } from '#core/reports/document/interval_label'
import { unknownRow } from '#core/reports/errors'
import { isoDate } from '#core/reports/intervals/calendar_day'
import { intervalKey } from '#core/reports/intervals/interval_code'
import { intervalCodes } from '#core/reports/intervals/row_times'
import { windowOfCodes } from '#core/reports/intervals/window_of_codes'
import { typesOf } from '#core/reports/objects/object_catalogue'
import type { PreparedReport } from '#core/reports/prepare_report'

type Row = NonNullable<FigureAddress['row']>

/** A report of nothing but what a row of it is of, and what people call the row. */
export interface NarrowedReport {
  report: PreparedReport
  names: readonly string[]
}

/**
 * Narrows a report to one of its rows: what the row's keys say of time, objects and parts. Keys that are
 * left out narrow nothing.
 *
 * @throws E_UNKNOWN_ROW naming the key that no row of the report has
 */
export function narrowToRow(report: PreparedReport, row: Row = {}): NarrowedReport {
  const steps = [ofInterval, ofGroup, ofObject, ofPart]
  return steps.reduce<NarrowedReport>(
    (narrowed, step) => {
      const next = step(narrowed.report, row)
      return next ? { report: next.report, names: [...narrowed.names, next.name] } : narrowed
    },
    { report, names: [] }
  )
}

type Step = (report: PreparedReport, row: Row) => { report: PreparedReport; name: string } | null

const ofInterval: Step = (report, { interval }) => {
  if (interval === undefined) return null
  const { window, query, words } = report
  const { interval: grouping, intervalMinutes: block, timeLabels } = query
  const stretch = { from: isoDate(window.first), to: isoDate(window.last) }
  const codes = intervalCodes(window, grouping, block)
  const code = codes.find((one) => intervalKey(one, grouping, block, stretch) === interval)
  if (code === undefined) throw unknownRow('interval', interval)
  return {
    report: { ...report, window: windowOfCodes(window, query, [code]) },
    name: intervalLabel(code, grouping, block, stretch, words, timeLabels),
  }
}

const ofGroup: Step = (report, { group }) => {
  if (group === undefined) return null
  const { chosen, words } = report
  const objects = chosen.objects.filter((object) => {
    const own = chosen.groupsOf(object)
    return group === null ? own.length === 0 : own.includes(group)
  })
  if (objects.length === 0) throw unknownRow('group', group)
  return {
    report: { ...report, chosen: { ...chosen, objects } },
    name: group ?? words.core('noGroup'),
  }
}

const ofObject: Step = (report, { object: asked }) => {
  if (asked === undefined) return null
  const { chosen, catalogue } = report
  const object = chosen.objects.find((one) => catalogue.address(one) === asked)
  if (!object) throw unknownRow('object', asked)
  return { report: { ...report, chosen: { ...chosen, objects: [object] } }, name: object.name }
}

const ofPart: Step = (report, { part }) => {
  if (part === undefined) return null
  const { type, query, reader, catalogue, words } = report
  const field = brokenDownBy(type, query)
  const event = Object.values(type.events).find((one) => field && Object.hasOwn(one.fields, field))
  if (!field || !event) throw unknownRow('part', part)
  const declared = event.fields[field]
  const only = (value: string | number | null, name: string) => ({
    report: { ...report, onlyPart: { field, value } },
    name,
  })
  const isObject = declared.type === 'object'
  if (part === null) return only(isObject ? NONE : null, words.core('none'))
  if (declared.personal && !reader.personalFields) return only('', words.core('other'))
  if (!isObject) return only(part, partLabel(report, event.key, field, part))
  if (part === 'other') return only(OTHER, words.core('other'))
  const object = catalogue.finder(typesOf(declared))(part)
  const ordinal = object && catalogue.ordinal(object)
  if (ordinal === undefined) throw unknownRow('part', part)
  return only(ordinal, object!.name)
}

function partLabel({ words, type }: PreparedReport, event: string, name: string, value: string) {
  const field = Object.values(type.events).find(({ key }) => key === event)!.fields[name]
  if (field.type === 'flag') return words.core(value === 'true' ? 'yes' : 'no')
  if (field.type !== 'choice' || !Object.hasOwn(field.choices, value)) return value
  return words.plugin(`events.${event}.fields.${name}.choices.${value}`)
}
