import { badRequest } from './problem.js'

/** One request of a batch. */
export interface BatchRequest {
  id: string
  method: string
  url: string
  headers: Headers
  /** Those that must have gone well before. */
  after: readonly string[]
}

/** More than any tool sends; each is a read of its own. */
const MOST = 50

/** Names that were given here, as the part had none. */
export const isPart = (id: string) => id.startsWith('\0')

/** @throws ODataProblem */
export function jsonRequests(text: string): BatchRequest[] {
  const { requests } = parsed(text) as { requests?: unknown }
  if (!Array.isArray(requests)) throw badRequest('A "$batch" in JSON is { "requests": [ … ] }.')
  demandFew(requests.length)
  return requests.map((one: unknown, at) => {
    const { id, method, url, headers, dependsOn } = (one ?? {}) as Record<string, unknown>
    if (typeof id !== 'string' || typeof method !== 'string' || typeof url !== 'string') {
      throw badRequest(`Request ${at + 1} of the batch lacks its "id", "method" or "url".`)
    }
    return {
      id,
      method: method.toUpperCase(),
      url,
      headers: headersOf(Object.entries((headers ?? {}) as object)),
      after: Array.isArray(dependsOn) ? dependsOn.map(String) : [],
    }
  })
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Said below.
  }
  throw badRequest('The batch is no JSON object.')
}

/** @throws ODataProblem */
export function multipartRequests(text: string, type: string): BatchRequest[] {
  const parts = partsOf(text, type)
  const requests = parts.flatMap(({ head, body }) => {
    const inner = head.get('content-type') ?? ''
    // Only what changes something comes in sets, and is refused one by one.
    if (/^multipart\/mixed/i.test(inner)) return partsOf(body, inner)
    return [{ head, body }]
  })
  demandFew(requests.length)
  return requests.map(({ head, body }, at) => {
    const [line = '', ...rest] = body.trimStart().split(/\r?\n/)
    const [, method, url] = /^([A-Za-z]+) (\S+)(?: HTTP\/\d(?:\.\d)?)?\s*$/.exec(line) ?? []
    if (!method || !url) throw badRequest(`Part ${at + 1} of the batch begins with no request.`)
    const end = rest.indexOf('')
    return {
      id: head.get('content-id') ?? `\0${at}`,
      method: method.toUpperCase(),
      url,
      headers: headersOf((end < 0 ? rest : rest.slice(0, end)).flatMap(headerLine)),
      after: [],
    }
  })
}

interface Part {
  head: Headers
  body: string
}

function partsOf(text: string, type: string): Part[] {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? []
  const boundary = quoted ?? plain
  if (!boundary) throw badRequest('The content type of the batch names no boundary.')
  const pieces = `\r\n${text}`.split(`\n--${boundary}`)
  if (pieces.length < 2 || !pieces.at(-1)!.startsWith('--')) {
    throw badRequest('The batch does not end with its boundary.')
  }
  return pieces.slice(1, -1).map((piece) => {
    const inside = piece.replace(/^[ \t]*\r?\n/, '')
    const [, head = '', body = ''] = /^(.*?)\r?\n\r?\n(.*)$/s.exec(inside) ?? ['', '', inside]
    return { head: headersOf(head.split(/\r?\n/).flatMap(headerLine)), body }
  })
}

function headerLine(line: string): [string, unknown][] {
  const at = line.indexOf(':')
  return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : []
}

/** Headers that cannot be any are nobody's loss: only few are looked at. */
function headersOf(entries: readonly [string, unknown][]): Headers {
  const headers = new Headers()
  for (const [name, value] of entries) {
    if (/^[\w-]+$/.test(name) && typeof value === 'string' && /^[\x20-\x7e]*$/.test(value)) {
      headers.set(name, value)
    }
  }
  return headers
}

function demandFew(count: number) {
  if (count > MOST) throw badRequest(`A batch has at most ${MOST} requests.`)
}
