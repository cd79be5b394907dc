import { canonicalSql, objectSql } from '#core/reports/compile/base_sql'
import type { Bindings } from '#core/reports/compile/bindings'
import { conditionSql, isKnown, sqlType } from '#core/reports/compile/condition_sql'
import type { EventQuery } from '#core/reports/compile/event_query'
import { fieldColumn } from '#core/reports/compile/identifier'
import { basisOf, type Measure } from '#core/reports/compile/measure'
import { percentileLevel, percentilesBeside } from '#core/reports/compile/percentile_sql'

/** A measure as an aggregate over the rows of a statement, which may share its work with the `beside` ones. */
export function measureSql(
  measure: Measure,
  query: EventQuery,
  bind: Bindings,
  beside: readonly Measure[] = [measure]
): string {
  const when = measureConditions(measure, query, bind)
  const { word } = measure
  if (word === 'count' || word === 'open') return aggregate('count', [], when)
  const field = query.event.fields[measure.field!]
  const column = fieldColumn(measure.field!)

  if (word === 'distinct') {
    const known = [...when, isKnown(field, column)]
    return aggregate('uniqExact', [distinctSql(measure.field!, query, bind)], known)
  }
  if (basisOf(measure, query.event) === 'pieces') {
    if (query.unitedBy && word !== 'sum') return unitedSql(word as 'mean' | 'longest', when)
    const functions = { sum: 'sum', mean: 'avgOrNull', longest: 'maxOrNull' } as const
    return aggregate(functions[word as keyof typeof functions], ['piece'], when)
  }
  switch (word) {
    case 'first':
    case 'last': {
      const value = `toNullable(${momentValue(measure.field!, query, bind)})`
      const order = '(at, key, point)'
      const known = [...when, isKnown(field, column)]
      return aggregate(word === 'first' ? 'argMin' : 'argMax', [value, order], known)
    }
    case 'percentile':
      return exact(
        percentileSql(measure, column, when, [...when, isKnown(field, column)], beside),
        field.type
      )
    case 'mean':
      return aggregate('avg', [column], when)
    case 'sum':
      return exact(aggregate('sum', [column], when), field.type)
    case 'longest':
      return exact(aggregate('max', [column], when), field.type)
  }
}

/** Spans that are one have one length, whatever of them meets the conditions. */
function unitedSql(word: 'mean' | 'longest', when: readonly string[]): string {
  if (word === 'mean') {
    const spans = aggregate('uniqExact', ['point', 'head'], when)
    return `${aggregate('sum', ['piece'], when)} / nullIf(${spans}, 0)`
  }
  const lengths = aggregate('sumMap', [`map(concat(toString(point), ' ', head), piece)`], when)
  return `if(empty(${lengths}), NULL, arrayMax(mapValues(${lengths})))`
}

function percentileSql(
  measure: Measure,
  column: string,
  when: readonly string[],
  known: readonly string[],
  beside: readonly Measure[]
): string {
  const percents = percentilesBeside(measure, beside)
  const levels = `(${percents.map(percentileLevel).join(', ')})`
  if (percents.length === 1) return aggregate('quantileExactWeighted', [column, '1'], when, levels)
  const all = aggregate('quantilesExactWeighted', [column, '1'], when, levels)
  const place = percents.indexOf(measure.at!) + 1
  // The list of nothing has zeros where there is no value.
  return `if(${aggregate('count', [], known)} = 0, NULL, arrayElement(${all}, ${place}))`
}

/** Which facts a measure is of. */
export function measureConditions(measure: Measure, query: EventQuery, bind: Bindings): string[] {
  const { word, where, only } = measure
  // The last of some that are one may have begun within another: it ends last.
  const once =
    query.unitedBy &&
    basisOf(measure, query.event) === 'facts' &&
    word !== 'first' &&
    word !== 'last'
  return [
    ...(once ? ['NOT inside'] : []),
    ...(where ? [conditionSql(where, { event: query.event, bind })] : []),
    ...(only ? onlySql(only, query, bind) : []),
  ]
}

function onlySql(
  { field: name, value }: NonNullable<Measure['only']>,
  query: EventQuery,
  bind: Bindings
): string[] {
  const field = query.event.fields[name]
  const column = fieldColumn(name)
  if ('object' in value) {
    return [`${sharedObject(query, name, bind)} = ${bind.bind('UInt32', value.object)}`]
  }
  const type = sqlType(field)
  if ('value' in value) return [`${column} = ${bind.bind(type, value.value)}`]
  if (value.otherThan.length === 0) return [isKnown(field, column)]
  const others = value.objects
    ? `${sharedObject(query, name, bind)} NOT IN ${bind.bind('Array(UInt32)', value.otherThan)}`
    : `${column} NOT IN ${bind.bind(`Array(${type})`, value.otherThan)}`
  return [isKnown(field, column), others]
}

const sharedObject = (query: EventQuery, name: string, bind: Bindings) =>
  bind.share(`object_${name}`, () => objectSql(query, name, bind))

/**
 * What counts as different: an object however it was written, a call within its collection point,
 * any other value as it is.
 */
function distinctSql(name: string, query: EventQuery, bind: Bindings): string {
  const { event, points } = query
  const isObject = event.fields[name].type === 'object'
  const value = isObject
    ? bind.share(`own_${name}`, () => canonicalSql(query, name, bind))
    : fieldColumn(name)
  const within = points.length > 1 && (isObject || name === event.call)
  return within ? `(point, ${value})` : value
}

function momentValue(name: string, query: EventQuery, bind: Bindings): string {
  const field = query.event.fields[name]
  if (field.type === 'object') return sharedObject(query, name, bind)
  return exact(fieldColumn(name), field.type)
}

/** Decimals travel as text, moments as milliseconds since 1970. */
function exact(sql: string, type: string): string {
  if (type === 'decimal') return `toString(${sql})`
  return type === 'time' ? `toUnixTimestamp64Milli(${sql})` : sql
}

function aggregate(name: string, values: readonly string[], when: readonly string[], level = '') {
  if (when.length === 0) return `${name}${level}(${values.join(', ')})`
  return `${name}If${level}(${[...values, when.join(' AND ')].join(', ')})`
}
