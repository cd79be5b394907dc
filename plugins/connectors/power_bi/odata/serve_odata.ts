import type { ConnectorAnswer, ConnectorRequest } from '#core/contracts/connector'
import type { Feed, FeedPage } from '#core/contracts/feed'
import type { Row } from '#core/contracts/scalar'
import { jsonAnswer, problemAnswer, textAnswer, xmlAnswer } from './answers.js'
import { batch } from './batch.js'
import { entitySets, nameOf, type EntitySet, type Property } from './entity_set.js'
import { metadata } from './metadata.js'
import { notFound, notImplemented, ODataProblem } from './problem.js'
import { queryOptions, refuseOptions, type QueryOptions } from './query_options.js'

/** Rows of a page, where a client asks for no fewer. */
const PAGE = 10_000
const ROOT = 'odata/'
/** Letters that are gathered before they are sent. */
const CHUNK = 64 * 1024

/** Answers one request of a read-only OData 4.0 service. */
export async function serveOData(request: ConnectorRequest, feed: Feed): Promise<ConnectorAnswer> {
  try {
    return await answer(request, feed)
  } catch (error) {
    if (error instanceof ODataProblem) return problemAnswer(error)
    throw error
  }
}

async function answer(request: ConnectorRequest, feed: Feed): Promise<ConnectorAnswer> {
  const sets = entitySets(feed.tables)
  const path = request.path.slice(ROOT.length).replace(/\/$/, '')
  if (path === '') return serviceDocument(request, sets)
  if (path === '$metadata') return xmlAnswer(metadata(sets))
  if (path === '$batch') return batch(request, (one) => serveOData(one, feed))
  const [, name = '', key, rest = ''] =
    /^(\w+)(?:\((?:Id=)?'((?:[^']|'')*)'\))?(\/.*)?$/s.exec(path) ?? []
  const set = sets.find((one) => one.name === name)
  if (!set) {
    throw notFound(
      `There is no "${path}" here. There are: ${sets.map((one) => one.name).join(', ')}.`
    )
  }
  if (key !== undefined && rest === '') return oneRow(request, feed, set, key.replaceAll("''", "'"))
  if (key === undefined && rest === '/$count') return rowCount(request, feed, set)
  if (key === undefined && rest === '') return rowPage(request, feed, set)
  throw notImplemented(`"${path}"`)
}

function serviceDocument({ link, query }: ConnectorRequest, sets: readonly EntitySet[]) {
  refuseOptions(query, ['$format'])
  return jsonAnswer(
    JSON.stringify({
      '@odata.context': context(link),
      'value': sets.map(({ name }) => ({ name, kind: 'EntitySet', url: name })),
    })
  )
}

async function rowPage(request: ConnectorRequest, feed: Feed, set: EntitySet) {
  const options = queryOptions(request.query, set)
  const asked = preferredPage(request.headers)
  const size = Math.min(asked ?? PAGE, PAGE)
  const limit = Math.min(options.top ?? Infinity, size)
  const page = await feed.run({
    table: set.table.name,
    filter: options.filter,
    order: options.order,
    columns: options.select?.map(({ column }) => column.key),
    after: options.skiptoken,
    skip: options.skip,
    limit,
    nameOf: nameOf(set),
  })
  const total = options.count ? await page.count() : undefined
  const next = () => nextLink(request, set, options, limit, page)
  return jsonAnswer(pageText(request, set, options, page, total, next), {
    ...(asked !== undefined && { 'Preference-Applied': `odata.maxpagesize=${size}` }),
  })
}

async function* pageText(
  { link }: ConnectorRequest,
  set: EntitySet,
  { select }: QueryOptions,
  page: FeedPage,
  total: number | undefined,
  next: () => string | undefined
) {
  const properties = select ?? set.properties
  const of = select ? `(${select.map(({ name }) => name).join(',')})` : ''
  const head = {
    '@odata.context': context(link, set.name + of),
    ...(total !== undefined && { '@odata.count': total }),
  }
  let text = `${JSON.stringify(head).slice(0, -1)},"value":[`
  let between = ''
  for await (const row of page.rows) {
    text += between + JSON.stringify(entity(row, properties))
    between = ','
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  const follows = next()
  yield `${text}]${follows ? `,"@odata.nextLink":${JSON.stringify(follows)}` : ''}}`
}

/** The page after this one: all options as they were, and what is left of `$top`. */
function nextLink(
  { link, query }: ConnectorRequest,
  set: EntitySet,
  { top }: QueryOptions,
  limit: number,
  page: FeedPage
): string | undefined {
  const left = top === undefined ? undefined : top - limit
  const after = page.next()
  if (after === undefined || left === 0) return undefined
  const following = new URLSearchParams(query)
  following.delete('$skip')
  following.set('$skiptoken', after)
  if (left !== undefined) following.set('$top', String(left))
  return link(ROOT + set.name, following)
}

async function rowCount({ query }: ConnectorRequest, feed: Feed, set: EntitySet) {
  const { filter } = queryOptions(query, set, [
    '$filter',
    '$search',
    // They change nothing of how many rows there are.
    '$top',
    '$skip',
    '$orderby',
    '$select',
  ])
  const page = await feed.run({ table: set.table.name, filter, limit: 0, nameOf: nameOf(set) })
  return textAnswer(String(await page.count()))
}

async function oneRow(request: ConnectorRequest, feed: Feed, set: EntitySet, id: string) {
  const { select } = queryOptions(request.query, set, ['$select', '$format'])
  const page = await feed.run({
    table: set.table.name,
    filter: { column: 'id', is: id },
    columns: select?.map(({ column }) => column.key),
    limit: 1,
  })
  const [row] = await Array.fromAsync(page.rows)
  if (!row) throw notFound(`${set.name} has nothing with the key '${id}'.`)
  const properties = select ?? set.properties
  const of = select ? `(${select.map(({ name }) => name).join(',')})` : ''
  const head = { '@odata.context': context(request.link, `${set.name}${of}/$entity`) }
  return jsonAnswer(JSON.stringify({ ...head, ...entity(row, properties) }))
}

function entity(row: Row, properties: readonly Property[]): Row {
  const made: Row = {}
  for (const { name, column } of properties) made[name] = row[column.key] ?? null
  return made
}

/** Contexts name no secret: they are compared, and never followed. */
function context(link: ConnectorRequest['link'], fragment = '') {
  const url = new URL(link(`${ROOT}$metadata`))
  url.search = ''
  return fragment ? `${url.href}#${fragment}` : url.href
}

/** How many rows a client would like at most. */
function preferredPage(headers: Headers): number | undefined {
  const [, size] =
    /(?:^|[,;\s])(?:odata\.)?maxpagesize\s*=\s*"?(\d{1,9})/i.exec(headers.get('prefer') ?? '') ?? []
  return Number(size) > 0 ? Number(size) : undefined
}
