import type { FeedCondition, Narrowing } from '#core/contracts/feed'
import { propertyOf, type EntitySet, type Property } from './entity_set.js'
import { parseFilter } from './filter/parse_filter.js'
import { parseSearch } from './parse_search.js'
import { badRequest, notImplemented } from './problem.js'

/** What a client asks of an entity set. */
export interface QueryOptions {
  filter?: FeedCondition
  order?: Narrowing['order']
  select?: readonly Property[]
  top?: number
  skip?: number
  count: boolean
  skiptoken?: string
}

const known = new Set([
  '$filter',
  '$search',
  '$orderby',
  '$select',
  '$top',
  '$skip',
  '$count',
  '$skiptoken',
  '$format',
])
const ofOData = new Set(['$expand', '$apply', '$compute', '$deltatoken', '$levels', '$index'])

/**
 * Reads the options of a request. An option of OData that is not known is refused: a client that believes
 * it was heeded shows wrong figures. Options without `$` are a client's own, and are passed over.
 *
 * @throws ODataProblem
 */
export function queryOptions(
  query: URLSearchParams,
  set: EntitySet,
  allowed: readonly string[] = [...known]
): QueryOptions {
  refuseOptions(query, allowed)
  const text = (name: string) => query.get(name) ?? undefined
  const filter = text('$filter')
  const orderby = text('$orderby')
  const select = text('$select')
  const search = text('$search')
  const conditions = [
    ...(filter === undefined ? [] : [parseFilter(filter, set)]),
    ...(search === undefined ? [] : [parseSearch(search, set)]),
  ]
  demandJson(text('$format'))
  return {
    ...(conditions.length > 0 && {
      filter: conditions.length === 1 ? conditions[0] : { every: conditions },
    }),
    ...(orderby !== undefined && { order: orderOf(orderby, set) }),
    ...(select !== undefined && { select: selected(select, set) }),
    top: wholeNumber('$top', text('$top')),
    skip: wholeNumber('$skip', text('$skip')),
    count: flag('$count', text('$count')),
    skiptoken: text('$skiptoken'),
  }
}

/** @throws ODataProblem naming an option of OData that is not among the allowed ones */
export function refuseOptions(query: URLSearchParams, allowed: readonly string[]) {
  for (const name of query.keys()) refuseUnknown(name, query, allowed)
}

function refuseUnknown(name: string, query: URLSearchParams, allowed: readonly string[]) {
  if (name.startsWith('@')) throw notImplemented(`The parameter alias "${name}"`)
  // Version 4.01 takes its options without the sign too: passing them over would give other figures.
  if (known.has(`$${name}`) || ofOData.has(`$${name}`)) {
    throw badRequest(`There is no option "${name}" in OData 4.0. Write "$${name}".`)
  }
  if (!name.startsWith('$')) return
  if (query.getAll(name).length > 1) throw badRequest(`"${name}" stands there more than once.`)
  if (allowed.includes(name)) return
  if (ofOData.has(name)) throw notImplemented(`"${name}"`)
  throw badRequest(`There is no option "${name}" here. There are: ${allowed.join(', ')}.`)
}

function demandJson(format: string | undefined) {
  if (format === undefined || /^(json|application\/json(;.*)?)$/i.test(format)) return
  throw badRequest(`There is no format "${format}": this service answers JSON.`)
}

function orderOf(text: string, set: EntitySet) {
  const order = text.split(',').map((part) => {
    const [, name, direction] =
      /^\s*([\p{L}_][\p{L}\p{Nd}_]*)(?:\s+(asc|desc))?\s*$/u.exec(part) ?? []
    if (!name) {
      if (part.includes('(')) throw notImplemented('Ordering by a function')
      throw badRequest(`"${part.trim()}" is no property to order by.`)
    }
    const { column } = propertyOf(set, name)
    return { column: column.key, ...(direction === 'desc' && { descending: true as const }) }
  })
  return order
}

function selected(text: string, set: EntitySet): readonly Property[] {
  const names = text.split(',').map((name) => name.trim())
  if (names.includes('*')) return set.properties
  const found = [...new Set(names)].map((name) => {
    if (name.includes('/')) throw notImplemented('Selecting through a property')
    return propertyOf(set, name)
  })
  return found
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(value)) throw badRequest(`"${name}" must be a whole number from 0.`)
  return value
}

function flag(name: string, text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false
  if (text === 'true') return true
  throw badRequest(`"${name}" must be true or false.`)
}
