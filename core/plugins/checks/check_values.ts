import type { Condition } from '#core/contracts/column'
import type { Field } from '#core/contracts/event'
import { checkCondition } from '#core/plugins/checks/check_condition'
import {
  repeatOf,
  valueWords,
  wordsOf,
  type ColumnPlace,
  type ValueWord,
} from '#core/plugins/checks/column_place'
import { listed } from '#core/plugins/checks/sentence'
import { isRecord } from '#core/plugins/checks/shape'

const measurable = ['seconds', 'number', 'decimal'] as const
const fieldTypes: Partial<Record<ValueWord, readonly Field['type'][]>> = {
  sum: measurable,
  mean: measurable,
  longest: measurable,
  percentile: measurable,
}
const beside: Partial<Record<ValueWord, readonly string[]>> = {
  percentile: ['at', 'where'],
  ratio: ['times'],
  length: [],
  plus: [],
  minus: [],
  percent: [],
  serviceLevel: [],
}

/** Whether a column's value is one word, said of a field that its event has and that the word can be said of. */
export function checkValue(place: ColumnPlace): string[] {
  const { at, column } = place
  const words = wordsOf(column.value)
  if (words.length > 1) {
    return [`${at}: a value is one word, this one has ${words.length}: ${listed(words)}.`]
  }
  const [word] = words
  if (!word) return [`${at}: a value is one of the words ${listed(valueWords)}.`]
  const allowed = [word, ...(beside[word] ?? ['where'])]
  const unknown = Object.keys(column.value).filter((key) => !allowed.includes(key))
  if (unknown.length > 0) {
    return [`${at}: a value of "${word}" knows no ${listed(unknown)}.`]
  }
  if (!place.event) {
    const events = listed(Object.keys(place.type.events))
    return [`${at}: the report has no event "${column.of}". It has: ${events}.`]
  }
  return said(word, column.value as unknown as Record<string, unknown>, place)
}

function said(word: ValueWord, value: Record<string, unknown>, place: ColumnPlace): string[] {
  switch (word) {
    case 'count':
    case 'open':
      return [
        ...literal(word, value, 'events', place),
        ...spans(word, place),
        ...where(value, place),
      ]
    case 'length':
      return literal(word, value, 'row', place)
    case 'plus':
      return columns(word, value.plus, undefined, place)
    case 'minus':
    case 'percent':
      return columns(word, value[word], 2, place)
    case 'ratio':
      return [...columns(word, value.ratio, 2, place), ...times(value.times, place)]
    case 'serviceLevel':
      return serviceLevel(value.serviceLevel, place)
    case 'percentile':
      return [...measured(word, value, place), ...percentileAt(value.at, place)]
    default:
      return measured(word, value, place)
  }
}

const literal = (
  word: string,
  value: Record<string, unknown>,
  wanted: string,
  { at }: ColumnPlace
) =>
  value[word] === wanted ? [] : [`${at}: "${word}" is always said as { ${word}: '${wanted}' }.`]

const spans = (word: string, { at, event }: ColumnPlace) =>
  word === 'count' || event!.spans !== undefined
    ? []
    : [`${at}: "open" counts spans that last, and the event "${event!.key}" has no "spans".`]

const measured = (word: ValueWord, value: Record<string, unknown>, place: ColumnPlace) => [
  ...field(word, value[word], fieldTypes[word], place),
  ...where(value, place),
]

function field(
  word: string,
  key: unknown,
  types: readonly Field['type'][] | undefined,
  { at, event }: ColumnPlace
): string[] {
  const found = event!.fields[String(key)]
  if (!found) {
    const fields = listed(Object.keys(event!.fields))
    return [
      `${at}: "${word}" asks for the field "${String(key)}", which the event "${event!.key}" lacks. It has: ${fields}.`,
    ]
  }
  if (!types || types.includes(found.type)) return []
  return [
    `${at}: "${word}" asks for a field of type ${types.join(', ')}, and "${String(key)}" is ${found.type}.`,
  ]
}

const where = (value: Record<string, unknown>, { at, event, column }: ColumnPlace) =>
  value.where === undefined
    ? []
    : checkCondition(value.where as Condition, { at, event: event!, repeated: repeatOf(column) })

function columns(
  word: string,
  keys: unknown,
  wanted: number | undefined,
  { at, type, key }: ColumnPlace
) {
  if (!Array.isArray(keys) || keys.length === 0 || (wanted && keys.length !== wanted)) {
    return [`${at}: "${word}" needs a list of ${wanted === 2 ? 'two columns' : 'columns'}.`]
  }
  const known = Object.keys(type.columns)
  return keys
    .map(String)
    .filter((name) => !known.includes(name))
    .map((name) => `${at}: "${word}" builds on "${name}", which is no column of ${type.key}.`)
    .concat(keys.includes(key) ? [`${at}: it builds on itself.`] : [])
}

const times = (value: unknown, { at }: ColumnPlace) =>
  value === undefined || (typeof value === 'number' && value > 0)
    ? []
    : [`${at}: "times" must be a number above 0.`]

const percentileAt = (value: unknown, { at }: ColumnPlace) =>
  typeof value === 'number' && value > 0 && value <= 100
    ? []
    : [`${at}: "percentile" needs "at", above 0 and at most 100.`]

function serviceLevel(value: unknown, place: ColumnPlace): string[] {
  const { at, event, column } = place
  if (!isRecord(value)) return [`${at}: "serviceLevel" needs wait, answered and abandoned.`]
  const unknown = Object.keys(value).filter(
    (key) => !['wait', 'answered', 'abandoned', 'other'].includes(key)
  )
  const missing = ['wait', 'answered', 'abandoned'].filter((key) => value[key] === undefined)
  if (unknown.length + missing.length > 0) {
    return [
      `${at}: "serviceLevel" needs wait, answered and abandoned, may have other, and knows nothing else.`,
    ]
  }
  const repeated = repeatOf(column)
  const conditions = [value.answered, value.abandoned, value.other]
  return [
    ...field('serviceLevel', value.wait, ['seconds'], place),
    ...(repeated === 'limits'
      ? []
      : [`${at}: a service level is measured at a limit, so it needs per: { limits }.`]),
    ...conditions
      .filter((condition) => condition !== undefined)
      .flatMap((condition) => checkCondition(condition, { at, event: event!, repeated })),
  ]
}
