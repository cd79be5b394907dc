import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { ConnectorAnswer, ConnectorRequest } from '#core/contracts/connector'
import { isPart, jsonRequests, multipartRequests, type BatchRequest } from './batch_requests.js'
import { badRequest, ODataProblem } from './problem.js'
import { problemAnswer } from './answers.js'

const ROOT = 'odata/'

/**
 * Several reads in one request, in parts or as JSON, answered one after the other in the same order.
 * What would change something is refused alone; the rest is answered.
 *
 * @throws ODataProblem where the batch itself cannot be read
 */
export async function batch(
  request: ConnectorRequest,
  answer: (one: ConnectorRequest) => Promise<ConnectorAnswer>
): Promise<ConnectorAnswer> {
  if (request.method !== 'POST') {
    throw new ODataProblem(405, 'A "$batch" is sent with POST.')
  }
  const type = request.headers.get('content-type') ?? ''
  const text = request.body ?? ''
  if (/^multipart\/mixed/i.test(type)) {
    const answers = inTurn(multipartRequests(text, type), request, answer)
    const boundary = `batchresponse_${randomUUID()}`
    return {
      status: 200,
      headers: { 'Content-Type': `multipart/mixed; boundary=${boundary}` },
      body: multipartText(answers, boundary),
    }
  }
  if (/^application\/json/i.test(type)) {
    const answers = inTurn(jsonRequests(text), request, answer)
    return {
      status: 200,
      headers: { 'Content-Type': 'application/json;charset=utf-8' },
      body: jsonText(answers),
    }
  }
  throw new ODataProblem(415, 'A "$batch" is multipart/mixed with a boundary, or application/json.')
}

interface Answered {
  id: string
  answer: ConnectorAnswer
}

async function* inTurn(
  requests: readonly BatchRequest[],
  of: ConnectorRequest,
  answer: (one: ConnectorRequest) => Promise<ConnectorAnswer>
): AsyncIterable<Answered> {
  const failed = new Set<string>()
  for (const one of requests) {
    const answered = await single(one, of, failed, answer)
    if (answered.status >= 400) failed.add(one.id)
    yield { id: one.id, answer: answered }
  }
}

async function single(
  { method, url, headers, after }: BatchRequest,
  of: ConnectorRequest,
  failed: ReadonlySet<string>,
  answer: (one: ConnectorRequest) => Promise<ConnectorAnswer>
): Promise<ConnectorAnswer> {
  try {
    if (after.some((id) => failed.has(id))) {
      throw new ODataProblem(424, 'What this request depends on was refused.')
    }
    if (method !== 'GET') {
      throw new ODataProblem(405, `This service is only read: "${method}" is not supported.`)
    }
    const target = targetOf(url, of.address)
    const query = new URLSearchParams(target.search)
    // The token was checked with the batch; language and dates are those of the whole of it.
    query.delete('access_token')
    const own = ['lang', 'from', 'to'].find((name) => query.has(name))
    if (own) throw badRequest(`"${own}" stands on the address of the batch, not within it.`)
    const path = ROOT + decoded(target.pathname)
    if (path === `${ROOT}$batch`) throw badRequest('A "$batch" holds no other.')
    const answered = await answer({ ...of, method: 'GET', path, query, headers, body: undefined })
    return { ...answered, headers: { ...answered.headers, 'OData-Version': '4.0' } }
  } catch (error) {
    if (error instanceof ODataProblem) return problemAnswer(error)
    const { problem } = error as { problem?: { status: number; code: string; message: string } }
    if (!problem) throw error
    const { status, ...said } = problem
    return {
      status,
      headers: { 'Content-Type': 'application/json;charset=utf-8' },
      body: JSON.stringify({ error: said }),
    }
  }
}

/** Relative to the service, to the host, or absolute; below this service in any case. */
function targetOf(url: string, address: string): { pathname: string; search: string } {
  const root = new URL(ROOT, address)
  const target = URL.parse(url, root.href)
  if (!target?.pathname.startsWith(root.pathname)) {
    throw badRequest(`"${url.slice(0, 200)}" is no address of this service.`)
  }
  return { pathname: target.pathname.slice(root.pathname.length), search: target.search }
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    throw badRequest(`"${pathname.slice(0, 200)}" has a percent sign that begins no letter.`)
  }
}

async function* multipartText(answers: AsyncIterable<Answered>, boundary: string) {
  for await (const { id, answer } of answers) {
    const head = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`)
    yield [
      `--${boundary}`,
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      ...(isPart(id) ? [] : [`Content-ID: ${id}`]),
      '',
      `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? 'Refused'}`,
      ...head,
      '',
      '',
    ].join('\r\n')
    yield* bodyOf(answer)
    yield '\r\n'
  }
  yield `--${boundary}--\r\n`
}

async function* jsonText(answers: AsyncIterable<Answered>) {
  yield '{"responses":['
  let between = ''
  for await (const { id, answer } of answers) {
    const headers = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value])
    )
    const head = JSON.stringify({ id, status: answer.status, headers }).slice(0, -1)
    yield `${between}${head},"body":`
    between = ','
    if (/json/.test(headers['content-type'] ?? '')) yield* bodyOf(answer)
    else {
      const pieces = await Array.fromAsync(bodyOf(answer))
      yield JSON.stringify(pieces.join(''))
    }
    yield '}'
  }
  yield ']}'
}

async function* bodyOf({ body }: ConnectorAnswer): AsyncIterable<string> {
  if (typeof body === 'string') yield body
  else if (body instanceof Uint8Array) yield Buffer.from(body).toString('utf8')
  else yield* body
}
