import type { Column } from '#core/contracts/column'
import type { ReportType } from '#core/contracts/report_type'
import type { SourcePlugin } from '#core/contracts/source'
import type { Reader } from '#core/permissions/reader'
import { translate } from '#core/plugins/translate'
import { presetHasParts } from '#core/reports/broken_down_by'
import { declaredWords } from '#core/reports/document/declared_words'
import { givenReportTypes } from '#core/reports/queries/given_report_types'
import { declaredHeadline } from '#core/reports/headline/headline_columns'
import { sortableFields } from '#core/reports/specification_order'
import { subjectTypes } from '#core/reports/subject_types'

/**
 * The report types that the reader's customer has, with everything a form needs to ask for one.
 * Keys are stable and free of language; labels are in `locale`.
 */
export async function listReportTypes(reader: Reader, locale: string) {
  const types = await givenReportTypes(reader.customerId)
  return types.map(({ source, type }) => describe(source, type, locale))
}

function describe(source: SourcePlugin, type: ReportType, locale: string) {
  const say = (path: string) => translate(source, path, locale)
  const own = (path: string) => say(`reportTypes.${type.key}.${path}`)
  const declared = declaredWords(source, type, locale)
  const events = Object.values(type.events)
  /** A field of the first event that has it. */
  const field = (name: string) => {
    const event = events.find(({ fields }) => fields[name]) ?? events[0]
    return {
      field: name,
      label: say(`events.${event.key}.fields.${name}.label`),
      type: event.fields[name].type,
    }
  }
  const [first] = events
  const sortable = sortableFields(first, type.specification)
  /** A field of the specification, with what a form needs to filter by it. */
  const shown = (name: string) => {
    const shownField = first.fields[name]
    const path = `events.${first.key}.fields.${name}`
    return {
      ...field(name),
      description: shownField.description ? say(`${path}.description`) : '',
      personal: shownField.personal ?? false,
      sortable: sortable.includes(name),
      choices:
        shownField.type === 'choice'
          ? Object.keys(shownField.choices).map((value) => ({
              value,
              label: say(`${path}.choices.${value}`),
            }))
          : null,
    }
  }
  return {
    key: type.key,
    source: source.key,
    sourceLabel: say('label'),
    label: own('label'),
    description: own('description'),
    basic: type.basic ?? false,
    objectTypes: subjectTypes(type).map((key) => ({
      key,
      label: say(`objectTypes.${key}.label`),
      plural: say(`objectTypes.${key}.plural`),
      icon: source.objectTypes[key].icon,
      people: source.objectTypes[key].people ?? false,
    })),
    parameters: Object.entries(type.parameters ?? {}).map(([key, parameter]) => ({
      key,
      label: own(`parameters.${key}.label`),
      help: parameter.help ? own(`parameters.${key}.help`) : null,
      type: parameter.type,
      default: parameter.default,
    })),
    columns: Object.entries(type.columns).map(([key, column]) => ({
      key,
      label: declared.label(key),
      description: declared.description(key),
      unit: column.unit,
      basic: column.basic ?? false,
      hidden: column.hidden ?? false,
      serviceLevel: 'serviceLevel' in column.value,
      repeated: repetition(column, own(`columns.${key}.label`)),
      consistsOf: column.consistsOf ?? [],
    })),
    headline: declaredHeadline(type),
    presets: Object.entries(type.presets).map(([key, columns]) => ({
      key,
      ...declared.preset(key),
      columns,
      breakdown: presetHasParts(type, columns),
    })),
    charts: type.charts,
    breakdown: type.breakdown
      ? { ...field(type.breakdown), byDefault: type.breakdownByDefault ?? true }
      : null,
    specification: type.specification.map(shown),
    /** Whether one call can be followed over its legs, and whether it is known who was missed. */
    journey: first.call !== undefined,
    followUp: type.followUp !== undefined,
  }
}

/** What a column is repeated by, by which parameter or field, and its label with the place of the value. */
function repetition(column: Column, pattern: string) {
  if (!column.per) return null
  const [by, name] = Object.entries(column.per)[0] as ['limits' | 'bands' | 'field', string]
  return { by, name, pattern }
}
